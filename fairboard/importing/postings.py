"""Rows of a job table → postings: cells parsed, sectors given, and what could not be used set aside with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.cleaning import Status
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.major import parse_major
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.records import (
    column_or_empty,
    credit_codes,
    parse_column,
    plain_text,
    present,
    reject_absent,
    remove_personal,
    without,
)
from fairboard.importing.sectors import UNCLASSIFIED, classify_postings
from fairboard.importing.wages import parse_wages

NO_TITLE = "The row has no job title."
NO_EMPLOYER = "The row has no employer."


def read_postings(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The postings of a sheet and its rejected rows, from one column of text a field (title and employer among them)."""
    rejected = reject_absent(texts, mapping, {"title": NO_TITLE, "employer": NO_EMPLOYER})
    return parse_fields(remove_personal(without(texts, rejected), coverage), mapping, coverage), rejected


def parse_fields(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """The columns of postings, and those of employers that postings do not have (employer, size_text, credit_code)."""

    def parsed(name: str, parse: Callable[[str], Any], **attributes: str) -> pd.DataFrame:
        return parse_column(column_or_empty(texts, name), parse, coverage.setdefault(name, Coverage()), attributes)

    frames = [
        place_columns(texts, coverage),
        parse_wages(texts, mapping, coverage.setdefault("wage", Coverage())),
        parsed("headcount", parse_headcount, headcount="value", headcount_status="headcount_status"),
        parsed("education", parse_education, education_level="level"),
        parsed("major", read_major, major_class_codes="class_codes"),
        parsed("ownership", parse_ownership, ownership="code"),
        parsed("industry", parse_industry, industry_section="section"),
    ]
    plain = {"title": "title", "employer": "employer", "education_text": "education", "experience_text": "experience",
             "size_text": "size"}  # fmt: skip
    for target, name in plain.items():
        counts = Coverage() if name == "education" else coverage.setdefault(name, Coverage())
        frames.append(plain_text(texts, name, target, counts))
    frames.append(credit_codes(texts, coverage))
    frames.append(pd.DataFrame({"major_text": present(column_or_empty(texts, "major"))}))
    postings = pd.concat(frames, axis="columns")
    postings["sector_code"] = classify_postings(postings["title"], postings["major_text"].fillna(""), postings["employer"])
    postings["headcount"] = postings["headcount"].astype("Int64")
    postings["openings"] = postings["headcount"].fillna(1)
    postings["source_row"] = postings.index + 1
    sectors = coverage["sector"] = Coverage(filled=len(postings), parsed=int((postings["sector_code"] != UNCLASSIFIED).sum()))
    sectors.unparsed.update(postings["title"][postings["sector_code"] == UNCLASSIFIED].value_counts().to_dict())
    return postings


@dataclass(frozen=True)
class MajorClasses:
    """The classes that a text names: none where any major is accepted, None where it states or means nothing."""

    class_codes: tuple[str, ...] | None
    status: Status


def read_major(text: str) -> MajorClasses:
    """The classes of majors that a posting accepts."""
    found = parse_major(text)
    return MajorClasses(found.class_codes if found.status == "stated" else None, found.status)


def place_columns(texts: pd.DataFrame, coverage: dict[str, Coverage]) -> pd.DataFrame:
    """Region and text of the place of work; where no column states it, the place with which the employer's name begins."""
    if "place" in texts:
        places = parse_column(texts["place"], parse_place, coverage.setdefault("place", Coverage()), {"region_code": "region_code"})
        return places.assign(place_text=present(texts["place"]))
    counts = Coverage()
    places = parse_column(texts["employer"], parse_place_in_name, counts, {"region_code": "region_code"})
    coverage["place"] = counts.without_unparsed()
    return places.assign(place_text=None)
