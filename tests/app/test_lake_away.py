"""A version of a lake that is away: pages that rollups answer stand, the records say what is missing."""

import shutil
from pathlib import Path

import pytest

from fairboard.store.lake import address, building, exporting, reading
from tests.app.conftest import forget, new_session


@pytest.fixture
def away(sample_version: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the lake of the current version was."""
    lake = address.parse(str(tmp_path / "lake"))
    exporting.export(sample_version, lake)
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path / "versions"))
    building.build(lake, building.with_duckdb)
    shutil.rmtree(lake.path)
    forget()
    reading.forget()
    yield Path(lake.path)
    forget()


def test_pages_that_aggregates_answer_stand_while_the_lake_is_away(away: Path):
    for page in ("overview", "supply"):
        assert new_session().open(page, region="210100").assert_stands().board["tiles"]


def test_the_records_say_which_lake_is_away(away: Path):
    found = new_session().open("records", lang="en")
    assert f"The lake {away} cannot be read" in found.texts
    assert "the others are shown as usual" in found.texts
