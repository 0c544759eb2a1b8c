"""The small sample, and an empty data folder for tests that change things."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from fairboard.store import versions
from tests.conftest import data_in


@pytest.fixture(scope="session")
def sample_path(small_sample: Callable[[], Path]) -> Path:
    """The file of the small sample."""
    with data_in(small_sample()):
        return versions.current_version()


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
