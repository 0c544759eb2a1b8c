"""The Methods page: every section in both languages, the search, and the SQL of a metric."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from fairboard.locale import LANGUAGES, Language, translate

PROJECT = Path(__file__).parents[2]
SECTIONS = ("Metrics", "Questions and SQL", "Filters", "Sources", "Published figures", "Data dictionary", "Imported files")


def opened(language: Language, section: str = "Metrics", search: str = "") -> AppTest:
    """The page with one section open."""
    page = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=30)
    page.query_params["lang"] = language
    if search:
        page.query_params["q"] = search
    page.switch_page("pages/methods.py")
    page.session_state["methods_section"] = translate(section, language)
    return page.run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_drawn(sample_version: Path, section: str, language: Language):
    page = opened(language, section)
    assert not page.exception
    assert not page.error
    assert len(page.tabs) == len(SECTIONS)


def test_a_metric_shows_its_definition_its_value_and_its_sql(sample_version: Path):
    page = opened("en")
    page.session_state["metric_participations"] = True
    page.run()
    assert not page.exception
    facts = page.table[0].value
    assert "In this selection" in facts.index
    assert "select" in page.code[0].value


@pytest.mark.parametrize(("search", "found"), [("median wage", 1), ("中位数", 1), ("nothing is called like that", 0)])
def test_the_search_finds_a_metric_in_either_language(sample_version: Path, search: str, found: int):
    page = opened("en", search=search)
    assert not page.exception
    assert len(page.expander) == found


def test_the_data_dictionary_can_be_searched(sample_version: Path):
    page = opened("en", "Data dictionary", search="postings wage_min")
    assert page.table[0].value["Column"].tolist() == ["wage\\_min"]
