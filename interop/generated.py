"""Sends a document with the generated Python client, on both path generations."""

import importlib
import json
import os
import sys
import time
import urllib.request

package = sys.argv[1]
load = lambda name: importlib.import_module(f"{package}.{name}")  # noqa: E731
base = os.environ["PABEAN_URL"]


def sample() -> dict:
    time.sleep(1.1)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{base}/contoh/pib.json", timeout=30) as answer:
        return json.load(answer)


def journey(suffix: str) -> None:
    client_module, models = load("client"), load("models")
    op = lambda tag, name: load(f"api.{tag}.{name}{suffix}").sync_detailed  # noqa: E731
    stranger = client_module.Client(base_url=base, timeout=60)
    body = models.LoginRequest(username=os.environ["PABEAN_USER"], password=os.environ["PABEAN_PASSWORD"])
    login = op("auth", "login")(client=stranger, body=body)
    assert login.status_code == 200, login.content
    token = login.parsed.item.access_token
    client = client_module.AuthenticatedClient(base_url=base, token=token, timeout=60)

    kurs = op("reference", "kurs")("USD", client=client).parsed
    assert float(kurs.data[0].nilai_kurs) > 0

    document = models.Bc20.from_dict(sample())
    sent = op("document", "send_document")(client=client, body=document, is_final="true")
    assert sent.status_code == 200, sent.content
    assert sent.parsed.status == "OK" and sent.parsed.id_header

    for _ in range(120):
        status = op("status", "status_of_ajus")(document.nomor_aju, client=client).parsed
        letters = [row for row in status.data_respon if row.kode_respon == "2020" and row.pdf]
        if letters:
            break
        time.sleep(0.5)
    pdf = op("letter", "download_respon")(client=client, path=letters[0].pdf)
    assert pdf.content.startswith(b"%PDF-"), pdf.content[:40]
    print(document.nomor_aju, letters[0].kode_respon, len(pdf.content))


for suffix in ("", "_2"):
    journey(suffix)
print("OK")
