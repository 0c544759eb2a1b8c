"""What all tests share."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from fairboard.analysis import runner
from fairboard.store import build, versions

# The same examples every time: a check that fails now and then says little. How long one takes says how busy the machine is, not whether it is right.
settings.register_profile("fairboard", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fairboard")

TESTS = Path(__file__).parent
REAL_FILES = TESTS.parents[1] / "shared" / "real"
SMALL = 3_000
"""Postings of the small sample."""


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real job tables; a test that needs them is skipped, with the reason, on a machine without them."""
    if not REAL_FILES.is_dir():
        pytest.skip(f"the real job tables are not on this machine ({REAL_FILES} is absent)")
    return REAL_FILES


@contextmanager
def data_in(folder: Path) -> Iterator[Path]:
    """``folder`` is the data folder in use, until the block ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(folder))
        yield folder


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], object]], Path]:
    """Gives a data folder of the caller's own with what ``make`` writes into the data folder in use: ``made_once(name, make)``.

    It is made once for all processes that share the tests of a run, by the one that needs it first; each gets a copy.
    """
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent

    def copy_of(name: str, make: Callable[[], object]) -> Path:
        pattern = common / f"pattern {name}"
        with FileLock(common / f"pattern {name}.lock"):
            if not pattern.is_dir():
                with data_in(tmp_path_factory.mktemp(f"draft {name}")) as draft:
                    make()
                draft.rename(pattern)
        return Path(shutil.copytree(pattern, tmp_path_factory.mktemp("data") / name))

    return copy_of


@pytest.fixture(scope="session")
def small_sample(made_once: Callable[..., Path]) -> Callable[[], Path]:
    """Gives a new data folder with the small sample, made by the real build."""
    return lambda: made_once("small sample", lambda: build.build_sample(SMALL))


@pytest.fixture(scope="session")
def sample_version(small_sample: Callable[[], Path]) -> Iterator[Path]:
    """The file of a version with the small sample; it is the current one in the data folder in use."""
    with data_in(small_sample()):
        yield versions.current_version()
        runner.forget()


def pytest_configure(config: pytest.Config) -> None:
    """Each process that shares the tests has a place of its own for temporary files: some tests look whether anything was left there."""
    if hasattr(config, "workerinput"):
        tempfile.tempdir = os.environ["TMPDIR"] = tempfile.mkdtemp(prefix="fairboard-tests-")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what needs Java and a cluster, unless it is asked for: `make test-spark`."""
    is_asked_for = any("spark" in Path(argument).parts for argument in config.args)
    return True if collection_path == TESTS / "spark" and not is_asked_for else None


def is_of_browser(item: pytest.Item) -> bool:
    """True for a test in a real browser."""
    return "browser" in item.path.relative_to(TESTS).parts


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the browser tests last, as they take longest; where several processes share the tests, first, for the same reason."""
    items.sort(key=is_of_browser, reverse=hasattr(config, "workerinput"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """With ``-n``, one process takes all browser tests, which wait more than they compute, and the others the other files one by one.

    So there is one server and one browser at a time, and what a file has built for itself is built once.
    """
    from xdist.scheduler import LoadFileScheduling

    class BrowserApart(LoadFileScheduling):
        """All browser tests are one unit of work, as each other file is."""

        def _split_scope(self, nodeid: str) -> str:
            path = super()._split_scope(nodeid)
            return "tests/browser" if path.startswith("tests/browser/") else path

    config.option.loadscopereorder = False
    return BrowserApart(config, log) if config.getoption("dist") in ("load", "loadfile") else None


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close what is open and let the collector have everything: DuckDB reports at length what is left when the program ends."""
    runner.forget()
    gc.unfreeze()
    gc.collect()
    if hasattr(config, "workerinput"):
        shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)
