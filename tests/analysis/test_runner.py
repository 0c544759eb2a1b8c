"""Questions that are put side by side, twice at once, or ahead of time."""

import threading
from pathlib import Path

import pytest

from fairboard.analysis import observed, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Ask
from fairboard.errors import QueryError

BY_SECTOR, BY_REGION, FAILS = Ask("overview/by_sector", Filters()), Ask("overview/by_region", Filters()), Ask("overview/nowhere", Filters())
LONGEST_WAIT_SECONDS = 20


@pytest.fixture
def answered(sample_version: Path, monkeypatch: pytest.MonkeyPatch):
    """Every question answered from here on, and whether DuckDB had to compute it."""
    runner.forget_answers()
    runner.run("filters/selected_fairs", Filters(), sample_version)
    found: list[tuple[str, bool]] = []
    monkeypatch.setattr(observed, "answered", lambda name, seconds: found.append((name, seconds is not None)))
    yield found
    runner.forget_answers()


def test_questions_put_together_are_answered_in_their_order_and_computed_once(sample_version: Path, answered):
    asks = [BY_SECTOR, BY_REGION]
    first = runner.run_together(asks, sample_version)
    assert [answer.query.name for answer in first] == [ask.name for ask in asks]
    assert [answer.rows() for answer in first] == [runner.run(ask.name, ask.filters, sample_version).rows() for ask in asks]
    assert sorted(answered[:2]) == [("overview/by_region", True), ("overview/by_sector", True)]
    assert not any(is_computed for _, is_computed in answered[2:])
    again = runner.run_together([BY_REGION, BY_SECTOR], sample_version)
    assert [answer.table for answer in again] == [first[1].table, first[0].table]


def test_a_question_that_is_being_answered_is_not_computed_a_second_time(sample_version: Path, answered, monkeypatch: pytest.MonkeyPatch):
    is_asked, may_go_on = threading.Event(), threading.Event()
    fetch, computed = runner._fetch, []

    def slow(query, values, version):
        computed.append(query.name)
        is_asked.set()
        assert may_go_on.wait(LONGEST_WAIT_SECONDS)
        return fetch(query, values, version)

    monkeypatch.setattr(runner, "_fetch", slow)
    rows: list = []
    users = [threading.Thread(target=lambda: rows.append(runner.run("overview/by_sector", Filters(), sample_version).rows())) for _ in range(3)]
    users[0].start()
    assert is_asked.wait(LONGEST_WAIT_SECONDS)
    for user in users[1:]:
        user.start()
    may_go_on.set()
    for user in users:
        user.join(LONGEST_WAIT_SECONDS)
    assert len(rows) == 3
    assert rows[0] == rows[1] == rows[2] != []
    assert computed == ["overview/by_sector"]


def test_what_fails_fails_for_all_who_asked_and_is_tried_again(sample_version: Path, answered, monkeypatch: pytest.MonkeyPatch):
    fetch = runner._fetch

    def broken(query, values, version):
        raise QueryError("The question {name} failed: {reason}", name=query.name, reason="planted")

    monkeypatch.setattr(runner, "_fetch", broken)
    with pytest.raises(QueryError, match="planted"):
        runner.run_together([BY_SECTOR, BY_REGION], sample_version)
    monkeypatch.setattr(runner, "_fetch", fetch)
    assert runner.run("overview/by_sector", Filters(), sample_version).rows()
    with pytest.raises(QueryError, match="no query"):
        runner.run_together([BY_SECTOR, FAILS], sample_version)


def test_what_was_begun_is_there_when_it_is_asked(sample_version: Path, answered):
    runner.begin([BY_SECTOR], sample_version)
    rows = runner.run("overview/by_sector", Filters(), sample_version).rows()
    assert rows
    runner.begin([BY_SECTOR], sample_version)
    assert [name for name, is_computed in answered if is_computed] == ["overview/by_sector"]
