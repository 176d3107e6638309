"""Writes negara.csv, valuta.csv and libur.csv from freely licensed packages.

Needs: Debian iso-codes 4.15 (LGPL-2.1+), PyPI babel 2.18.0 (BSD; CLDR data, Unicode-3.0) and holidays 0.109 (MIT).
Run from the repository root: python3 reference/tools/dari_paket.py DIR, where DIR holds the JSON files of iso-codes.
"""

import csv
import json
import sys
from pathlib import Path

import holidays
from babel import Locale

HERE = Path(__file__).resolve().parent.parent
ID, EN = Locale("id"), Locale("en")

ASEAN = "BN ID KH LA MM MY PH SG TH VN".split()
# Asia of the United Nations' M49 outside ASEAN, with Taiwan, and Australia.
ASIA_AU = (
    "AE AF AM AU AZ BD BH BT CN CY GE HK IL IN IQ IR JO JP KG KP KR KW KZ LB LK MN MO MV NP OM PK PS QA SA SY TJ TL TM"
    " TR TW UZ YE"
).split()

# ISO 4217 minor units other than two; none for metals, funds and test codes.
DIGITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), "0"),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), "3"),
    **dict.fromkeys("CLF UYW".split(), "4"),
    **dict.fromkeys("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(), ""),
}
WITHDRAWN = {"HRK", "SLL", "ZWL"}
ADDED = [
    ("XCG", "532", "Gulden Karibia", "Caribbean Guilder"),
    ("ZWG", "924", "Emas Zimbabwe", "Zimbabwe Gold"),
]
# Where CLDR has no name.
OWN_NAMES = {
    "UYW": ("Satuan Upah Nominal Uruguay", "Uruguayan Nominal Wage Index Unit"),
    "VED": ("Bolivar Digital Venezuela", "Venezuelan Digital Bolivar"),
    "XSU": ("Sucre", "Sucre"),
    "XUA": ("Satuan Hitung Bank Pembangunan Afrika", "African Development Bank Unit of Account"),
}
SHORT_COUNTRIES = {"HK": ("Hong Kong", "Hong Kong"), "MO": ("Makau", "Macao")}

# Feasts as the package names them, and our short names.
FEASTS = {
    "Tahun Baru Masehi": "Tahun Baru",
    "Tahun Baru Imlek": "Imlek",
    "Isra Mikraj Nabi Muhammad": "Isra Mikraj",
    "Hari Suci Nyepi": "Nyepi",
    "Wafat Yesus Kristus": "Jumat Agung",
    "Kebangkitan Yesus Kristus": "Paskah",
    "Kenaikan Yesus Kristus": "Kenaikan Isa Almasih",
    "Hari Raya Idul Fitri": "Idulfitri",
    "Hari kedua dari Hari Raya Idul Fitri": "Idulfitri hari kedua",
    "Hari Buruh Internasional": "Hari Buruh",
    "Hari Raya Waisak": "Waisak",
    "Hari Lahir Pancasila": "Hari Pancasila",
    "Hari Raya Idul Adha": "Iduladha",
    "Tahun Baru Islam": "Tahun Baru Hijriah",
    "Hari Kemerdekaan Republik Indonesia": "Hari Kemerdekaan",
    "Maulid Nabi Muhammad": "Maulid Nabi",
    "Hari Raya Natal": "Natal",
    "Hari Pemilihan Umum": "Pemilihan umum",
    "Hari Pemilihan Kepala Daerah": "Pemilihan kepala daerah",
}
UNCONFIRMED = {2027}


def write(name, header, rows):
    with (HERE / name).open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(sorted(rows))


def countries(iso):
    for entry in json.loads((iso / "iso_3166-1.json").read_text())["3166-1"]:
        code = entry["alpha_2"]
        group = "ASEAN" if code in ASEAN else "ASIA_AU" if code in ASIA_AU else "LAIN"
        names = SHORT_COUNTRIES.get(code, (ID.territories[code], EN.territories[code]))
        yield code, entry["alpha_3"], entry["numeric"], *names, group


def currencies(iso):
    for entry in json.loads((iso / "iso_4217.json").read_text())["4217"]:
        code = entry["alpha_3"]
        if code in WITHDRAWN:
            continue
        own = OWN_NAMES.get(code, (code, entry["name"]))
        name_id, name_en = ID.currencies.get(code, own[0]), EN.currencies.get(code, own[1])
        yield code, entry["numeric"], DIGITS.get(code, "2"), name_id, name_en
    for code, number, name_id, name_en in ADDED:
        yield code, number, "2", name_id, name_en


def days():
    found = holidays.Indonesia(years=range(2022, 2028), categories=("public", "government"), language="id")
    for day, names in found.items():
        # One row a day: a public holiday goes before collective leave.
        first = min(names.split("; "), key=lambda name: name.startswith("Cuti Bersama"))
        leave = first.startswith("Cuti Bersama")
        feast = FEASTS[first.removeprefix("Cuti Bersama ").removesuffix(" (perkiraan)")]
        kind = "cuti bersama" if leave else "libur nasional"
        note = "Menunggu keputusan bersama menteri" if day.year in UNCONFIRMED else ""
        yield day.isoformat(), f"Cuti bersama {feast}" if leave else feast, kind, note


if __name__ == "__main__":
    iso_codes = Path(sys.argv[1])
    write("negara.csv", ["kode2", "kode3", "numerik", "nama_id", "nama_en", "kelompok_freight"], countries(iso_codes))
    write("valuta.csv", ["kode", "numerik", "desimal", "nama_id", "nama_en"], currencies(iso_codes))
    write("libur.csv", ["tanggal", "nama", "jenis", "catatan"], days())
