"""The values that a field offers to choose from, as people read them: from the lists under data/reference."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from fairboard.importing.parsing.degree import DEGREES
from fairboard.locale import Language

REFERENCE_FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference"
CODES = {"education_levels": "education_level", "ownerships": "ownership", "industries": "industry_section"}
"""List → the column of its codes; a list has one file, whose rows stand in their order."""


@cache
def option_texts(options: str, language: Language) -> tuple[str, ...]:
    """What can be chosen from a list (the ``options`` of a field, or ``universities``), in the order in which it is shown.

    ``unknown`` is never offered: an empty cell says the same.
    """
    if options == "universities":
        return university_names(language)
    if options == "liaoning_units":
        return tuple(row[f"name_{language}"] for row in reference_rows("regions") if row["is_liaoning_unit"] == "true")
    if options == "degree_levels":
        names = {row["education_level"]: row[f"name_{language}"] for row in reference_rows("education_levels")}
        return tuple(names[degree] for degree in DEGREES)
    return tuple(row[f"name_{language}"] for row in reference_rows(options) if row[CODES[options]] != "unknown")


def university_names(language: Language) -> tuple[str, ...]:
    """Every university, those of Liaoning first, then by province; of an English name that several share, each in Chinese."""
    rows = sorted(
        reference_rows("universities"), key=lambda row: (row["is_in_liaoning"] != "true", row["province_code"], row["university_code"])
    )
    shared = {name for name, count in Counter(row[f"name_{language}"].lower() for row in rows).items() if count > 1}
    return tuple(row["name_zh"] if row[f"name_{language}"].lower() in shared else row[f"name_{language}"] for row in rows)


@cache
def reference_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a list under data/reference."""
    with (REFERENCE_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))
