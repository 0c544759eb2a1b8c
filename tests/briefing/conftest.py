"""Versions and briefings for the tests: a dozen postings worked out by hand (``tiny``), and the small sample with its published fair."""

from pathlib import Path

import pytest

from fairboard.analysis.filters import Filters
from fairboard.briefing import building, storyboard
from fairboard.briefing.model import Briefing
from fairboard.locale import LANGUAGES, Language
from tests.analysis.conftest import fair_ids, tiny  # noqa: F401  fixtures

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
