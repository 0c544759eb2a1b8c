"""Texts of the real job tables, each labelled by reading it before any parser did.

tests/importing/labelled/ holds wages (every shape that occurs in them), places, education, headcounts, schools and majors; the last
four also usual ways of writing that these tables happen not to have. Names of schools and majors are single facts.
"""

import csv
from pathlib import Path

import pytest

from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.major import parse_major
from fairboard.importing.parsing.place import parse_place
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.parsing.wage import parse_wage

LABELLED = Path(__file__).with_name("labelled")


def read_wage(text):
    wage = parse_wage(text)
    return {
        "wage_min": wage.minimum,
        "wage_max": wage.maximum,
        "wage_period": wage.period,
        "wage_months": wage.months,
        "status": wage.status,
    }


def read_headcount(text):
    found = parse_headcount(text)
    return {"headcount": "several" if found.headcount_status == "several" else found.value}


READERS = {
    "wages": (read_wage, 320),
    "places": (lambda text: {"region_code": parse_place(text).region_code}, 220),
    "education": (lambda text: {"education_level": parse_education(text).level}, 120),
    "headcounts": (read_headcount, 60),
    "universities": (lambda text: {"university_code": parse_university(text).university_code}, 60),
    "majors": (lambda text: {"class_codes": " ".join(parse_major(text).class_codes)}, 60),
}


@pytest.mark.parametrize("name", READERS)
def test_every_labelled_text_is_read_as_a_person_read_it(name):
    read, least = READERS[name]
    with (LABELLED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["text"] for row in rows}) == len(rows) >= least
    differences = []
    for row in rows:
        text = row.pop("text")
        found = {column: "" if value is None else str(value) for column, value in read(text).items()}
        if found != row:
            differences.append(f"{text}: read {found}, labelled {row}")
    assert not differences, "\n".join(differences)
