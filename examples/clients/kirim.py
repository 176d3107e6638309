#!/usr/bin/env python3
"""From log-in to the first letter with Python and requests.

Usage: PABEAN_URL=http://127.0.0.1:8080 PABEAN_USER=importir PABEAN_PASSWORD=… python kirim.py [v1|v2] [document.json]
"""

import json
import os
import sys
import time

import requests

GENERATIONS = {
    "v1": ("/nle-oauth/v1/user", "/openapi"),
    "v2": ("/v1/openapi-auth/user", "/v2/openapi"),
}


class Refused(Exception):
    """The server said no; the findings say why."""


class Client:
    """Logs in when it must, and once more when the token is over."""

    def __init__(self, base: str, generation: str, username: str, password: str):
        self.base = base.rstrip("/")
        self.auth, self.services = GENERATIONS[generation]
        self.credentials = {"username": username, "password": password}
        self.http = requests.Session()
        self.http.trust_env = False

    def login(self) -> None:
        answer = self.http.post(f"{self.base}{self.auth}/login", json=self.credentials, timeout=30)
        answer.raise_for_status()
        self.http.headers["Authorization"] = f"Bearer {answer.json()['item']['access_token']}"

    def call(self, method: str, path: str, **more) -> requests.Response:
        for attempt in (1, 2):
            answer = self.http.request(method, f"{self.base}{self.services}{path}", timeout=60, **more)
            if answer.status_code != 401 or attempt == 2:
                return answer
            self.login()
        raise AssertionError("unreachable")

    def send(self, document: dict, final: bool) -> str:
        answer = self.call("POST", "/document", params={"isFinal": str(final).lower()}, json=document)
        body = answer.json()
        if body.get("status") != "OK":
            raise Refused(json.dumps(body, indent=2, ensure_ascii=False))
        return body["idHeader"]

    def letter(self, aju: str, name: str, patience: float = 60) -> dict:
        """Waits for a response; a client in earnest asks every few minutes, or reads events."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            status = self.call("GET", f"/status/{aju}").json()
            for row in status.get("dataRespon", []):
                if row["keterangan"] == name and row["pdf"]:
                    return row
            time.sleep(0.5)
        raise TimeoutError(f"{name} of {aju} never came")


def main() -> None:
    generation = sys.argv[1] if len(sys.argv) > 1 else "v1"
    base = os.environ.get("PABEAN_URL", "http://127.0.0.1:8080")
    client = Client(base, generation, os.environ["PABEAN_USER"], os.environ["PABEAN_PASSWORD"])
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            document = json.load(file)
    else:
        document = client.http.get(f"{base}/contoh/pib.json", timeout=30).json()
    aju = document["nomorAju"]

    kurs = client.call("GET", f"/kurs/{document['kodeValuta']}").json()
    print("kurs   ", kurs["data"][0]["nilaiKurs"])
    draft = client.send(document, final=False)
    sent = client.send(document, final=True)
    print("draft  ", draft)
    print("final  ", sent)
    row = client.letter(aju, "BILLING")
    print("letter ", row["kodeRespon"], row["keterangan"], row["nomorRespon"])
    pdf = client.call("GET", "/download-respon", params={"path": row["pdf"]}).content
    if draft != sent or not pdf.startswith(b"%PDF-"):
        raise SystemExit("the draft and what was sent differ, or the letter is no PDF")
    print("pdf    ", len(pdf), "bytes")
    print("OK     ", aju)


if __name__ == "__main__":
    main()
