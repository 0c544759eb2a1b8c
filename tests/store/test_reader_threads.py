"""How many processors a question may take is what the environment says, within bounds."""

from pathlib import Path

import pytest

from fairboard.store import opening, versions


@pytest.mark.parametrize(("text", "threads"), [("1", 1), ("8", 8), ("64", 64), ("", 2), ("0", 2), ("65", 2), ("-1", 2), ("two", 2), ("1.5", 2), ("٣", 2), ("9999", 2)])
def test_only_a_number_within_bounds_is_taken(monkeypatch: pytest.MonkeyPatch, text: str, threads: int):
    monkeypatch.setenv(opening.READER_THREADS, text)
    assert opening.reader_threads() == threads


def test_a_version_is_opened_with_that_many(monkeypatch: pytest.MonkeyPatch, folder: Path):
    monkeypatch.setenv(opening.READER_THREADS, "1")
    con = opening.open_reader(versions.current_version())
    assert con.execute("select current_setting('threads')").fetchone() == (1,)
    con.close()
