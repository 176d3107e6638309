"""Writes kurs.csv: made-up sample rates, except the six published figures of week 2020-12-30.

Run from the repository root: python3 reference/tools/kurs_contoh.py
The sample rates follow from a fixed table and a fixed wave; there is no randomness.
"""

import csv
import datetime as dt
from decimal import ROUND_HALF_UP, Decimal as D
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "kurs.csv"
CENT = D("0.01")

# Made-up value of one unit (JPY: 100 units) in US dollars.
CROSS = {
    "AUD": "0.6540", "BND": "0.7720", "CAD": "0.7230", "CHF": "1.2430", "CNY": "0.1400",
    "DKK": "0.1562", "EUR": "1.1660", "GBP": "1.3370", "HKD": "0.1283", "INR": "0.01130",
    "JPY": "0.6610", "KRW": "0.000703", "KWD": "3.2640", "LKR": "0.00330", "MMK": "0.000476",
    "MYR": "0.2370", "NOK": "0.0992", "NZD": "0.5790", "PHP": "0.01720", "PKR": "0.00355",
    "SAR": "0.2666", "SEK": "0.1060", "SGD": "0.7730", "THB": "0.03090",
}

# Published figures that anyone can check; every other row is a sample.
PUBLISHED = {
    dt.date(2020, 12, 30): {
        "CNY": "2180.76", "EUR": "17342.79", "JPY": "13737.57",
        "KRW": "12.89", "SGD": "10692.28", "USD": "14228.00",
    },
}

# First Wednesday of a sample week and its made-up US dollar rate, for worked examples.
EXAMPLES = {
    dt.date(2013, 7, 10): "10000.00",
    dt.date(2017, 11, 8): "13500.00",
    dt.date(2019, 7, 10): "14000.00",
    dt.date(2020, 12, 30): "14228.00",
    dt.date(2025, 1, 8): "13500.00",
    dt.date(2026, 1, 7): "16321.00",
    dt.date(2026, 1, 14): "16250.50",
    dt.date(2026, 1, 21): "16500.00",
    dt.date(2026, 1, 28): "16400.00",
    dt.date(2026, 2, 4): "16300.00",
}

# Unbroken sample weeks.
FIRST, LAST = dt.date(2025, 12, 31), dt.date(2026, 12, 30)


def wave(week: int) -> D:
    """A triangle between -12 and +12, period 48 weeks."""
    at = week % 48
    return D(at if at <= 12 else 24 - at if at <= 36 else at - 48)


def weeks() -> dict[dt.date, D]:
    """Wednesday of each week and its dollar rate."""
    out = {day: D(rate) for day, rate in EXAMPLES.items()}
    day, number = FIRST, 0
    while day <= LAST:
        # February and March stay at the round figure that the examples use.
        steady = dt.date(2026, 2, 4) <= day <= dt.date(2026, 3, 31)
        out.setdefault(day, D("16300.00") + (D(0) if steady else wave(number) * D("7.25")))
        day += dt.timedelta(days=7)
        number += 1
    return out


def rows():
    for day, dollar in sorted(weeks().items()):
        if day.weekday() != 2:
            raise SystemExit(f"{day} is not a Wednesday")
        until = day + dt.timedelta(days=6)
        known = PUBLISHED.get(day, {})
        for code in sorted([*CROSS, "USD"]):
            sample = code not in known
            value = D(known[code]) if not sample else dollar if code == "USD" else dollar * D(CROSS[code])
            shown = value.quantize(CENT, ROUND_HALF_UP)
            yield day, until, code, shown, 100 if code == "JPY" else 1, "", "Y" if sample else "N"


def main() -> None:
    with OUT.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["berlaku_dari", "berlaku_sampai", "valuta", "nilai_idr", "satuan", "kmk", "contoh"])
        out.writerows(rows())


if __name__ == "__main__":
    main()
