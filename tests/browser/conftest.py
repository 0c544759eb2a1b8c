"""A real server with a small sample, a real browser, and a page that fails its test on any request outside and any error.

The server is ``streamlit run dashboard.py`` on a free port, with the data folder in a temporary place whose name has a space in it.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

from fairboard.commands.serve import streamlit_command

PROJECT = Path(__file__).resolve().parents[2]
POSTINGS = 8_000
WAIT_MS = 30_000
LONGEST_START_SECONDS = 60
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
KNOWN_RACE = re.compile(
    r"^\S+ \S+ Uncaught app execution\nTraceback \(most recent call last\):\n"
    r"(?:  File \"[^\"\n]*site-packages/streamlit/[^\n]*\n(?:    [^\n]*\n)*?)+"
    r"RuntimeError: dictionary changed size during iteration\n", re.MULTILINE
)  # fmt: skip
LAPTOP = {"width": 1366, "height": 768}


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address and its data folder."""

    address: str
    data_folder: Path

    def run(self, *words: str) -> str:
        """What ``python -m fairboard <words>`` on the same data folder prints; raises where it fails."""
        return run_fairboard(self.data_folder, *words)


def run_fairboard(data_folder: Path, *words: str) -> str:
    """What a command of the project prints."""
    done = subprocess.run(
        [sys.executable, "-m", "fairboard", *words], cwd=PROJECT, env=environment(data_folder), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{words}: {done.stdout}\n{done.stderr}"
    return done.stdout


def environment(data_folder: Path) -> dict[str, str]:
    """The variables of a process that works on ``data_folder``."""
    return os.environ | {"FAIRBOARD_DATA": str(data_folder), "PYTHONIOENCODING": "utf-8"}


@contextmanager
def serving(data_folder: Path, log: Path, folder: str = "") -> Iterator[Server]:
    """A server on a free port; its output goes to ``log``. With ``folder`` it lies below that path."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [*streamlit_command(port, "127.0.0.1"), "--server.baseUrlPath", folder], cwd=PROJECT, env=environment(data_folder), stdout=output, stderr=subprocess.STDOUT
        )
    address = f"http://127.0.0.1:{port}/{folder}".rstrip("/")
    try:
        wait_until_open(f"{address}/_stcore/health", process, log)
        yield Server(address, data_folder)
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert_no_traceback(log)


def assert_no_traceback(log: Path) -> None:
    """Raise where a server reported an error, with all that it said."""
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in without_known_race(said), said


def without_known_race(said: str) -> str:
    """What a server said, without the one fault of Streamlit's own that is known: two runs of a session that meet before any page of ours is
    run, where one goes through the keys of the session while the other adds one. Seen once, under load; every frame of it is Streamlit's.
    """
    return KNOWN_RACE.sub("", said)


def wait_until_open(address: str, process: subprocess.Popen, log: Path) -> None:
    """Wait until the server answers."""
    for _ in range(LONGEST_START_SECONDS * 10):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small sample, made by the project's own command."""
    folder = tmp_path_factory.mktemp("browser data") / "data versions"
    run_fairboard(folder, "build", "--postings", str(POSTINGS))
    return folder


@pytest.fixture(scope="session")
def lasting_server(built_folder: Path) -> Iterator[Server]:
    """The server of all tests that change nothing."""
    with serving(built_folder, built_folder.parent / "server.log") as running:
        yield running


@pytest.fixture(scope="module")
def server(lasting_server: Server, built_folder: Path) -> Iterator[Server]:
    """That server; after each file it is looked whether it reported an error, so that the error is told with the file that caused it."""
    yield lasting_server
    assert_no_traceback(built_folder.parent / "server.log")


@pytest.fixture
def fresh_server(built_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has visited, with a data folder that the test may change."""
    folder = tmp_path / "data versions"
    shutil.copytree(built_folder, folder)
    with serving(folder, tmp_path / "server.log") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, Chrome or Edge, found as ``make test`` finds it.

    Closed after each file: while Playwright is open the thread has a running event loop, and tests that start one of their own fail.
    """
    found = subprocess.run(
        [sys.executable, "-c", "import browser; print(browser.find_browser() or '')"], cwd=PROJECT / "scripts", capture_output=True, text=True, check=True
    ).stdout.strip()
    assert found, "There is no browser; `python scripts/browser.py` says what to do."
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield running
        running.close()


class Watch:
    """Collects what a page must not do."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def attach(self, page: Page) -> None:
        """Listen to everything that ``page`` asks for and says. The first navigation tells which host is its server's."""
        page.on("request", lambda request: self.check_host(page, request.url))
        page.on("websocket", lambda socket: self.check_host(page, socket.url))
        page.on("response", self.check_response)
        page.on("requestfailed", self.check_failure)
        page.on("console", self.check_message)
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))

    def check_host(self, page: Page, url: str) -> None:
        """Only 127.0.0.1 may be asked; data and blob are made in the browser itself."""
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.faults.append(f"request outside: {url} (on {page.url})")

    def check_response(self, response: Response) -> None:
        """Nothing may be asked for that the server refuses or has not."""
        if response.status >= 400:
            self.faults.append(f"status {response.status}: {response.url}")

    def check_failure(self, request: Request) -> None:
        """No request may fail, but for those that the browser gives up itself: it left the page, or saves the answer as a file."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url} ({request.failure})")

    def check_message(self, message: ConsoleMessage) -> None:
        """No error, and no library asked for early that the page does not use."""
        if message.type == "error" or "preload" in message.text:
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes a page in a browser context of its own (nothing shared with other pages); the options are those of a context."""
    watch, contexts = Watch(), []

    def make(**options: object) -> Page:
        context = browser.new_context(**({"viewport": LAPTOP, "locale": "zh-CN", "color_scheme": "light"} | options))
        contexts.append(context)
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        watch.attach(page)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of a Chinese browser on a laptop."""
    return new_page()
