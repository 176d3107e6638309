"""schemathesis against a demo: every described operation on both path generations, all phases, in bounded time.

Whatever it invents, no answer may be a fault, have a status, a media type or a shape that is not described, or come
without a token where one is needed. Not asked: that a document which fits the schema is accepted, and that one which
does not is refused - what is right in a declaration is decided by rules, and a lenient server takes what clients really
send. The last line is `N passed, N failed`: test cases, and broken promises.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import requests
from demo import ROOT, Demo

CHECKS = [
    "no_fault",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
]
SECONDS = int(os.environ.get("PABEAN_SCHEMA_SECONDS", "240"))
EXAMPLES = os.environ.get("PABEAN_SCHEMA_EXAMPLES", "12")
AT_LEAST = 2_000


def token(demo: Demo) -> str:
    body = {"username": "importir", "password": demo.password("importir")}
    answer = requests.post(f"{demo.base}/nle-oauth/v1/user/login", json=body, timeout=30, proxies={"http": ""})
    return answer.json()["item"]["access_token"]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pabean-schema-") as folder, Demo() as demo:
        report = Path(folder) / "report.ndjson"
        command = [
            str(Path(sys.executable).parent / "schemathesis"), "run", str(ROOT / "docs/openapi.json"),
            "--url", demo.base, "--header", f"Authorization: Bearer {token(demo)}",
            "--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing,stateful",
            "--max-examples", EXAMPLES, "--max-time", str(SECONDS), "--seed", os.environ.get("PABEAN_SCHEMA_SEED", "1"),
            "--continue-on-failure", "--no-shrink", "--suppress-health-check", "all", "--warnings", "off",
            "--exclude-path-regex", "/sandbox/clock", "--exclude-deprecated", "--request-timeout", "30",
            "--workers", "1", "--report", "ndjson", "--report-ndjson-path", str(report), "--max-redirects", "0",
        ]
        env = {**os.environ, "SCHEMATHESIS_HOOKS": str(ROOT / "interop/hooks.py"), "NO_PROXY": "127.0.0.1", "COLUMNS": "160"}
        done = subprocess.run(command, cwd=folder, env=env, timeout=SECONDS + 120, check=False)
        cases, broken = counted(report)
        log = demo.said()
    print(log[-2_000:])
    print(f"{cases} test cases")
    failed = broken + (done.returncode not in (0, 1)) + (cases < AT_LEAST)
    if done.returncode == 1 and failed == 0:
        failed = 1
    print(f"{cases} passed, {failed} failed")
    return 0 if failed == 0 else 1


def counted(report: Path) -> tuple[int, int]:
    """Test cases and failed checks in the report."""
    cases = broken = 0
    with open(report, encoding="utf-8") as lines:
        for line in lines:
            for event, body in json.loads(line).items():
                if event != "ScenarioFinished":
                    continue
                recorder = body["recorder"]
                cases += len(recorder.get("interactions") or {})
                for checks in (recorder.get("checks") or {}).values():
                    broken += sum(check["status"] == "failure" for check in checks)
    return cases, broken


if __name__ == "__main__":
    sys.exit(main())
