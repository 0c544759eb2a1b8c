"""What all tests share."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.store import build

REAL_FILES = Path(__file__).resolve().parents[2] / "shared" / "real"


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real job tables; a test that needs them is skipped, with the reason, on a machine without them."""
    if not REAL_FILES.is_dir():
        pytest.skip(f"the real job tables are not on this machine ({REAL_FILES} is absent)")
    return REAL_FILES


@pytest.fixture(scope="session")
def sample_version(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The file of a version with a small sample (3,000 postings) made by the real build; it is the current one in the data folder."""
    patch = pytest.MonkeyPatch()
    patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("data versions")))
    yield build.build_sample(3_000)
    runner.forget()
    patch.undo()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser tests last: they take longest, and while Playwright runs no other test can start an event loop."""
    items.sort(key=lambda item: "browser" in item.path.relative_to(Path(__file__).parent).parts)


def pytest_unconfigure() -> None:
    """Close what is open and let the collector have everything: DuckDB reports at length what is left when the program ends."""
    runner.forget()
    gc.unfreeze()
    gc.collect()
