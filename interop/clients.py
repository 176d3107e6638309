"""The small clients of examples/clients and clients generated from the description, each against a demo, on both path
generations. The last line is `N passed, N failed`."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from demo import ROOT, Demo

EXAMPLES = ROOT / "examples/clients"
INTEROP = ROOT / "interop"
DESCRIPTION = ROOT / "docs/openapi.json"
LONGEST = 180


def run(command: list[str], env: dict[str, str], folder: Path = ROOT) -> str:
    """Runs to the end; a failure shows what was said."""
    done = subprocess.run(command, env=env, cwd=folder, timeout=LONGEST, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command[:3])} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def small(command: list[str], generation: str) -> Callable[[dict[str, str]], None]:
    def check(env: dict[str, str]) -> None:
        said = run([*command, generation], env)
        assert said.strip().splitlines()[-1].startswith("OK"), said

    return check


def generated_python(work: Path) -> Callable[[dict[str, str]], None]:
    def check(env: dict[str, str]) -> None:
        out = work / "python"
        tool = Path(sys.executable).parent / "openapi-python-client"
        # The generator calls its formatter by name, which stands beside it.
        found = {**env, "PATH": f"{tool.parent}{os.pathsep}{env['PATH']}"}
        run([str(tool), "generate", "--path", str(DESCRIPTION), "--output-path", str(out), "--meta", "none"], found)
        said = run([sys.executable, str(INTEROP / "generated.py"), "python"], {**env, "PYTHONPATH": str(work)})
        assert said.strip().endswith("OK"), said

    return check


def generated_typescript(work: Path) -> Callable[[dict[str, str]], None]:
    def check(env: dict[str, str]) -> None:
        out = work / "typescript"
        out.mkdir()
        (out / "node_modules").symlink_to(INTEROP / "node_modules")
        (out / "package.json").write_text('{"type":"module"}', encoding="utf-8")
        shutil.copy(INTEROP / "generated.ts", out)
        tools = INTEROP / "node_modules/.bin"
        run([str(tools / "openapi-typescript"), str(DESCRIPTION), "-o", str(out / "schema.d.ts")], env)
        options = ["--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "--types", "node"]
        run([str(tools / "tsc"), *options, "generated.ts"], env, out)
        said = run(["node", "generated.js"], env, out)
        assert said.strip().endswith("OK"), said

    return check


def main() -> int:
    work = Path(tempfile.mkdtemp(prefix="pabean-clients-"))
    kinds = {
        "curl": [str(EXAMPLES / "kirim.sh")],
        "python": [sys.executable, str(EXAMPLES / "kirim.py")],
        "node": ["node", str(EXAMPLES / "kirim.mjs")],
    }
    checks = [(f"{name} {g}", small(command, g)) for name, command in kinds.items() for g in ("v1", "v2")]
    checks += [("generated python", generated_python(work)), ("generated typescript", generated_typescript(work))]
    passed = failed = 0
    try:
        with Demo() as demo:
            env = {
                **os.environ,
                "PABEAN_URL": demo.base,
                "PABEAN_USER": "importir",
                "PABEAN_PASSWORD": demo.password("importir"),
                "NO_PROXY": "127.0.0.1",
            }
            for name, check in checks:
                began = time.monotonic()
                try:
                    check(env)
                    passed += 1
                    print(f"ok   {name} ({time.monotonic() - began:.1f} s)", flush=True)
                except Exception as problem:  # noqa: BLE001: one client must not hide the others
                    failed += 1
                    print(f"FAIL {name}\n{problem}", flush=True)
                # The demo's sample has a new aju each second.
                time.sleep(1.1)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
