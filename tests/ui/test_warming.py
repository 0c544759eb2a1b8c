"""The questions put before anybody asks."""

from pathlib import Path

import pytest

from fairboard.analysis import observed, runner
from fairboard.analysis.filters import Filters
from fairboard.ui import warming
from fairboard.ui.context import Context
from fairboard.ui.overview_asks import asks


def test_after_warming_the_first_page_needs_no_answer_from_duckdb(sample_version: Path, monkeypatch: pytest.MonkeyPatch):
    runner.forget_answers()
    warming.warm(sample_version)
    computed: list[str] = []
    monkeypatch.setattr(observed, "answered", lambda name, seconds: computed.append(name) if seconds is not None else None)
    runner.run_together(asks(Context("overview", "en", "dark", sample_version, False, Filters())), sample_version)
    assert computed == []
    runner.forget_answers()


def test_each_filter_stands_alone_and_with_each_other(sample_version: Path):
    found = {selection.active() for selection in warming.selections(sample_version)}
    assert () in found
    assert ("sector_codes",) in found
    assert ("region_codes", "sector_codes") in found
    assert len(found) == len(list(warming.selections(sample_version))) == 1 + 6 + 15


def test_a_server_without_a_version_starts_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    warming._warm_current()
