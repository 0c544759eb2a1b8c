"""Versions and briefings for the tests: a dozen postings worked out by hand (``tiny``), and the small sample with its published fair."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from fairboard.analysis.filters import Filters
from fairboard.briefing import building, storyboard
from fairboard.briefing.model import Briefing
from fairboard.locale import LANGUAGES, Language
from fairboard.store import versions, writing
from tests.analysis.conftest import fair_ids, tiny  # noqa: F401  fixtures
from tests.conftest import data_in

LAUNCH = Filters(fair_ids=(1,))
"""The sample's fair of 18 March 2023, which reproduces published totals."""


def briefing_of(version: Path, filters: Filters, language: Language = "en", *, has_all: bool = False) -> Briefing:
    """The standard briefing of a selection, or one with every slide of its subject."""
    board = storyboard.from_url({}, filters)[0]
    if has_all:
        board = with_all(board)
    return building.build(board, filters, version, language)


def with_all(board: storyboard.Storyboard) -> storyboard.Storyboard:
    """The storyboard with every slide on."""
    for slide in board.slides:
        board = board if slide.is_on else board.switched(slide.kind)
    return board


@pytest.fixture(scope="session")
def launch(sample_version: Path) -> dict[Language, Briefing]:
    """The sample's launch fair in both languages, every slide."""
    return {language: briefing_of(sample_version, LAUNCH, language, has_all=True) for language in LANGUAGES}


@pytest.fixture(scope="session")
def season(sample_version: Path) -> dict[Language, Briefing]:
    """The sample's whole season in both languages, every slide."""
    return {language: briefing_of(sample_version, Filters(), language, has_all=True) for language in LANGUAGES}


SPRING = {"Earlier": (date(2024, 3, 16), {"mechanical": 60, "electrical": 30, "software": 10}, ("visits", 900)),
          "Later": (date(2025, 3, 15), {"mechanical": 50, "electrical": 50, "software": 20}, ("people", 400))}
"""Two fairs of one kind: 100 and 120 openings; the earlier one counted visits, the later one people."""


@pytest.fixture(scope="session")
def spring(made_once: Callable[..., Path]) -> Path:
    """The file of a version with the two fairs of SPRING."""
    with data_in(made_once("spring", add_spring)):
        return versions.current_version()


def add_spring() -> None:
    """Write a new version with the two fairs of SPRING, hosted by Dalian."""
    with writing.new_version(origin="import") as con:
        for name, (day, sectors, (unit, count)) in SPRING.items():
            fair = {"name_zh": name, "name_en": name, "record_kind": "recorded", "fair_kind": "campus", "starts_on": day, "ends_on": day, "host_region_code": "210200"}
            fair_id = writing.add_fair(con, fair)
            (employer_id,) = writing.add_employers(con, pa.table({"name": ["甲"], "ownership": ["state"]}))
            postings: list[dict[str, Any]] = [
                {"title": sector, "sector_code": sector, "region_code": "210200", "ownership": "state", "education_level": "bachelor", "wage_period": "month", "wage_min": None,
                 "wage_max": None, "headcount": openings, "headcount_status": "stated", "employer_id": employer_id} for sector, openings in sectors.items()
            ]  # fmt: skip
            writing.add_postings(con, pa.Table.from_pylist(postings), fair_id, None)
            counts = {"channel": "on_site", "unit": unit, "university_code": "10145", "degree_level": None, "discipline_code": None, "slot_minute": None, "attendance_count": count}
            writing.add_attendance(con, pa.Table.from_pylist([counts]), fair_id, None)
