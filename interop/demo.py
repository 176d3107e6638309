"""A demo of its own on free loopback ports, in a folder of its own; ended by its own process id."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("PABEAN_BINARY", str(ROOT / "target/debug/pabean"))
START_LIMIT = 60
# Local addresses only: a proxy of the machine has no business here.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Demo:
    """`with Demo() as demo:` gives `base`, `simulator` and `password(username)`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pabean-interop-"))
        port, partners = free_port(), free_port()
        self.base = f"http://127.0.0.1:{port}"
        self.simulator = f"http://127.0.0.1:{partners}"
        env = {
            **os.environ,
            "PABEAN_LISTEN": f"127.0.0.1:{port}",
            "PABEAN_PARTNERS_URL": self.simulator,
            "PABEAN_BASE_URL": self.base,
            "PABEAN_LOG": "error",
            # Whole crowds of requests are the point here, not fairness.
            "PABEAN_H2H_RATE": "0",
        }
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        self.child = subprocess.Popen([BINARY, "demo"], cwd=self.folder, env=env, stdout=self.log, stderr=self.log)
        try:
            self.wait()
        except BaseException:
            self.stop()
            raise

    def wait(self) -> None:
        until = time.monotonic() + START_LIMIT
        while True:
            if self.child.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the demo did not start:\n{self.said()}")
            try:
                with OPENER.open(f"{self.base}/sehat", timeout=5):
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)

    def said(self) -> str:
        """What the demo printed."""
        return (self.folder / "log").read_text(encoding="utf-8")[-20_000:]

    def password(self, username: str) -> str:
        accounts = json.loads((self.folder / "var/demo/accounts.json").read_text(encoding="utf-8"))
        return next(one["password"] for one in accounts if one["username"] == username)

    def get(self, path: str) -> bytes:
        with OPENER.open(self.base + path, timeout=30) as answer:
            return answer.read()

    def stop(self) -> None:
        if self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Demo":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
