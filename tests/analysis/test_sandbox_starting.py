"""Every question of the pages is a statement to start from, in both languages."""

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.sandbox import refusing, starting
from fairboard.ui.registry import PAGES

SELECTION = Filters(region_codes=("210200",), sector_codes=("mechanical",))
QUESTIONS = [(page, query) for page, queries in starting.questions(tuple(page.name for page in PAGES)).items() for query in queries]


@pytest.mark.parametrize(("page", "query"), QUESTIONS, ids=[query.name for _, query in QUESTIONS])
def test_a_question_runs_as_it_is_put_into_the_editor(sample_version, page, query):
    text = starting.statement(query, SELECTION, sample_version, "zh")
    assert refusing.checked(text)
    runner.cursor(sample_version).execute(text).fetchall()


def test_the_question_and_the_selection_stand_above_the_statement(sample_version):
    (query,) = [query for _, query in QUESTIONS if query.name == "overview/by_sector"]
    lines = starting.statement(query, SELECTION, sample_version, "en").splitlines()
    assert lines[0] == f"-- {query.question}"
    assert lines[1].startswith("-- overview/by_sector · ")
    assert "Dalian" in lines[1]
    assert "['210200']" in "".join(lines)
