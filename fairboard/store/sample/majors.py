"""The classes of the Ministry's catalogue that the majors named in the sample's jobs belong to."""

import csv
from functools import cache

from fairboard.store.schema import REFERENCE_FOLDER


def classes_of(majors: str | None) -> list[str] | None:
    """The classes of majors with commas between; an empty list where any will do, None where none is named or known."""
    if majors == "不限":
        return []
    names = majors.split(",") if majors else ()
    return sorted({code for name in names for code in classes_by_major().get(name, ())}) or None


@cache
def classes_by_major() -> dict[str, list[str]]:
    """The classes of each major in ``data/reference/majors.csv``; of a name on two levels, those of the undergraduates."""
    with (REFERENCE_FOLDER / "majors.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["class_codes"] and row["level"] in ("vocational", "undergraduate")]
    return {row["name"]: row["class_codes"].split("|") for row in sorted(rows, key=lambda row: row["level"], reverse=True)}
