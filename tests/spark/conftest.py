"""A sample, its lake, and a cluster: `make test-spark` runs these; they need Java and requirements-spark.txt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fairboard.store import build, versions
from fairboard.store.lake import address, exporting
from tests.spark import cluster

POSTINGS = 30_000


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("data")
        patch.setenv("FAIRBOARD_DATA", str(folder))
        yield folder


@pytest.fixture(scope="session")
def by_duckdb(data_folder: Path) -> Path:
    """The version that the usual build makes."""
    build.build_sample(POSTINGS)
    return versions.current_version()


@pytest.fixture(scope="session")
def lake(by_duckdb: Path, tmp_path_factory: pytest.TempPathFactory) -> address.Lake:
    found = address.parse(str(tmp_path_factory.mktemp("lake") / "fairs of the province"))
    exporting.export(by_duckdb, found)
    return found


@pytest.fixture
def running_cluster(tmp_path: Path) -> Iterator[cluster.Cluster]:
    with cluster.running(tmp_path) as found:
        yield found
