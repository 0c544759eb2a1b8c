"""The dashboard as a user opens it, without a browser."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from fairboard.analysis import options, runner
from fairboard.store import writing
from tests.conftest import data_in

PROJECT = Path(__file__).parents[2]


@dataclass
class Dashboard:
    """One user's session. ``open`` goes to a page by its name, with the values of the address."""

    app: AppTest

    def open(self, page: str, /, **address: str) -> "Dashboard":
        """Follow a link to ``page``."""
        for key, value in address.items():
            self.app.query_params[key] = value
        self.app.switch_page(f"pages/{page}.py")
        return self.run()

    def run(self) -> "Dashboard":
        """What happens on the next interaction."""
        self.app.run(timeout=30)
        return self

    @property
    def board(self) -> dict[str, Any]:
        """What the board was given to draw; empty where the page has none."""
        for element in self.app.get("bidi_component"):
            if element.proto.component_name == "fairboard_board":
                return json.loads(element.proto.bytes)
        return {}

    @property
    def titles(self) -> list[str]:
        """The titles of the page."""
        return [element.value for element in self.app.title]

    @property
    def texts(self) -> str:
        """Captions, notices and errors, without the marks that make them plain text."""
        elements = [*self.app.caption, *self.app.info, *self.app.warning, *self.app.error]
        return " ".join(element.value for element in elements).replace("\\", "")

    def tile(self, metric: str) -> str:
        """The value on a tile of the board."""
        return next(tile["value"] for tile in self.board["tiles"] if tile["metric"] == metric)

    def assert_stands(self) -> "Dashboard":
        """Raise unless the page ran to its end without an error."""
        assert [element.value for element in self.app.exception] == []
        assert [element.value for element in self.app.error] == []
        return self


def new_session() -> Dashboard:
    """A user who has just come."""
    return Dashboard(AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=30))


@pytest.fixture
def dashboard(sample_version: Path) -> Dashboard:
    """A new session on the sample."""
    return new_session()


@pytest.fixture(scope="session")
def two_versions(small_sample: Callable[[], Path]) -> Path:
    """A data folder with two versions, of which the newer is current; to be copied, not to be changed."""
    with data_in(small_sample()) as folder, writing.new_version(origin="import"):
        pass
    return folder


@pytest.fixture
def own_folder(tmp_path: Path, two_versions: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own, with two versions of which the newer is current; nothing of others is remembered."""
    folder = tmp_path / "versions"
    shutil.copytree(two_versions, folder)
    monkeypatch.setenv("FAIRBOARD_DATA", str(folder))
    forget()
    yield folder
    forget()


def forget() -> None:
    """Drop what the process remembers of versions."""
    runner.forget()
    options.of_version.cache_clear()
