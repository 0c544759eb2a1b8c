"""A small sample, built once by the real build, and an empty data folder for tests that change things."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from fairboard.store import build, versions

SMALL = 3_000


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a sample with 3,000 postings."""
    folder = tmp_path_factory.mktemp("sample data")
    before = os.environ.get("FAIRBOARD_DATA")
    os.environ["FAIRBOARD_DATA"] = str(folder)
    try:
        return build.build_sample(SMALL)
    finally:
        if before is None:
            del os.environ["FAIRBOARD_DATA"]
        else:
            os.environ["FAIRBOARD_DATA"] = before


@pytest.fixture
def sample(sample_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A reader of the small sample."""
    con = versions.open_reader(sample_path)
    yield con
    con.close()


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, which is the one in use; its name has a space and a Chinese character."""
    folder = tmp_path / "data 数"
    monkeypatch.setenv("FAIRBOARD_DATA", str(folder))
    return folder


@pytest.fixture
def folder(empty_folder: Path, sample_path: Path) -> Path:
    """A data folder of its own with a copy of the small sample as the current version."""
    empty_folder.mkdir()
    shutil.copy(sample_path, empty_folder)
    versions.use_version(sample_path.stem)
    return empty_folder
