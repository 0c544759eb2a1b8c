"""Three real processes behind a real nginx with the configuration that the command writes, and a real browser before them."""

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import duckdb
import pytest
from playwright.sync_api import Page, WebSocket, expect

from bench import proxy
from bench.load import visits
from bench.servers import Server
from fairboard.commands.deploy import Plan
from tests.browser.conftest import browser, built_folder, new_page, page  # noqa: F401  fixtures
from tests.browser.screen import Screen

PROCESSES = 3
MOST_LOOKS = 300
COOKIE = "fairboard_process"
SELECTION = "region=210100&sector=software"


class Site:
    """nginx and its processes by port; a process can be ended hard and started again."""

    def __init__(self, folder: Path, data: Path, base: str = "/") -> None:
        first = proxy.free_ports(PROCESSES + 2)
        self.plan = Plan(PROCESSES, first_port=first + 2, listen=f"127.0.0.1:{first}", base=base, cache=str(folder / "cache"), office=("203.0.113.0/24",))
        self._folder, self._data, self._stack = folder, data, ExitStack()
        self.processes: dict[int, Server] = {}

    def __enter__(self) -> "Site":
        for port in self.plan.ports:
            self.start(port)
        self._nginx = self._stack.enter_context(proxy.nginx(self._folder, self.plan))
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    @property
    def address(self) -> str:
        return f"{self._nginx.address}{self.plan.base}".rstrip("/")

    def start(self, port: int) -> None:
        self.processes[port] = self._stack.enter_context(proxy.process(self._data, port, self._folder / f"{port}.log"))

    def kill(self, port: int) -> None:
        os.kill(self.processes.pop(port).process_id, signal.SIGKILL)

    def told(self, port: int, name: str) -> int:
        """A figure that a process gives to the monitoring, 0 where it gives none."""
        with urlopen(f"{self.address}/fairboard/metrics/{port}", timeout=10) as answer:
            found = re.search(rf"^{re.escape(name)} (\S+)$", answer.read().decode(), re.MULTILINE)
        return int(float(found[1])) if found else 0

    def sessions(self) -> dict[int, int]:
        """Open sessions of each process that runs."""
        return {port: self.told(port, "fairboard_sessions") for port in self.processes}

    def runs(self) -> int:
        """How often the processes that run have run Overview."""
        return sum(self.told(port, 'fairboard_run_seconds_count{page="overview"}') for port in self.processes)


@pytest.fixture(scope="module")
def lasting(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:  # noqa: F811
    """A site that the tests leave as it is."""
    with Site(tmp_path_factory.mktemp("site"), built_folder) as site:
        yield site


@pytest.fixture
def own(built_folder: Path, tmp_path: Path) -> Iterator[Site]:  # noqa: F811
    """A site whose processes the test may end."""
    with Site(tmp_path, built_folder) as site:
        yield site


def ask(site: Site, path: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    request = Request(f"{site.address}/{path}", headers={"Cookie": cookie} if cookie else {})
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        return error.code, dict(error.headers), error.read()


def process_of(headers: dict[str, str]) -> int:
    return int(re.match(rf"{COOKIE}=(\d+); Path=/; HttpOnly; SameSite=Lax$", headers["Set-Cookie"])[1])


def expected_openings(data: Path, sector: str = "software") -> int:
    """The openings in Shenyang in a sector, counted from the postings themselves."""
    (version,) = data.glob("*.duckdb")
    with duckdb.connect(version, read_only=True) as con:
        return con.execute(
            """
            select sum(openings) from postings join fairs using (fair_id)
            where fairs.record_kind = 'synthetic' and postings.region_code = '210100' and postings.sector_code = ?
            """,
            [sector],
        ).fetchone()[0]


def test_the_configuration_is_one_that_nginx_takes_in_every_form(tmp_path: Path):
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "chain.pem"), "-subj", "/CN=fairs", "-days", "2"]
    subprocess.run(["openssl", *words], check=True, capture_output=True)
    plain = Plan(1, listen=f"127.0.0.1:{proxy.free_ports(1)}", cache=str(tmp_path / "cache"))
    secure = replace(plain, certificate=str(tmp_path / "chain.pem"), key=str(tmp_path / "key.pem"), name="fairs.example.cn")
    for plan in (plain, replace(plain, processes=64), replace(plain, base="/a/b/", office=("10.0.0.0/8",), monitoring=("10.9.0.0/16",)), secure):
        (tmp_path / "fairboard.conf").write_text(proxy.rendered(plan)["fairboard.conf"], encoding="utf-8")
        (tmp_path / "nginx.conf").write_text(proxy.main_text(tmp_path), encoding="utf-8")
        words = [proxy.find_nginx(), "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path), "-e", str(tmp_path / "error.log")]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_browsers_of_one_address_are_spread_over_the_processes_and_each_stays_with_its_own(lasting: Site):
    first = [process_of(ask(lasting, "")[1]) for _ in range(2 * PROCESSES)]
    assert sorted(first) == sorted([*lasting.plan.ports, *lasting.plan.ports])
    for port in lasting.plan.ports:
        assert all("Set-Cookie" not in ask(lasting, path, f"{COOKIE}={port}")[1] for path in ("", "wages", "_stcore/health", "fairboard/health"))


@pytest.mark.parametrize("cookie", ["1", "8501; x=1", "../etc", "99999999999999999999", "%0d%0aX: y", "127.0.0.1:22"])
def test_a_cookie_that_names_no_process_is_replaced(lasting: Site, cookie: str):
    status, headers, _ = ask(lasting, "", f"{COOKIE}={cookie}")
    assert status == 200
    assert process_of(headers) in lasting.plan.ports


@pytest.mark.parametrize("path", [
    "fairboard/metrics", "_stcore/metrics", "fairboard/ready", "fairboard//metrics", "%66airboard/metrics", "fairboard/metrics/", "static/../fairboard/metrics",
    "fairboard/./metrics", "_stcore%2fmetrics", "fairboard/metrics/1", "fairboard/metrics?x", "%2566airboard/metrics", "office/fairboard/metrics", "office/..%2ffairboard/metrics",
])  # fmt: skip
def test_what_a_process_tells_about_itself_is_not_public(lasting: Site, path: str):
    status, _, body = ask(lasting, path)
    assert (status in (301, 302, 307, 400, 403, 404, 502, 503)) or b"<!doctype html>" in body.lower()
    assert b"fairboard_sessions" not in body
    assert b"active_sessions" not in body
    assert not body.startswith(b"ready")


def test_the_monitoring_reads_each_process_for_itself_and_sets_no_cookie(lasting: Site):
    for port in lasting.plan.ports:
        status, headers, body = ask(lasting, f"fairboard/metrics/{port}")
        assert (status, b"fairboard_sessions" in body, "Set-Cookie" in headers) == (200, True, False)
        assert ask(lasting, f"fairboard/ready/{port}")[2].startswith(b"ready 2")


def test_files_that_are_the_same_for_all_come_small_and_a_process_is_asked_once(lasting: Site):
    def asked() -> int:
        texts = [ask(lasting, f"fairboard/metrics/{port}")[2].decode() for port in lasting.plan.ports]
        return sum(int(float(found[1])) for text in texts for found in re.finditer(r'route="/fairboard/assets/\{name\}",status="200"\} (\S+)', text))

    path = f"{lasting.address}/fairboard/assets/plotly.min.js?once"
    sizes = []
    for _ in range(4):
        with urlopen(Request(path, headers={"Accept-Encoding": "gzip"}), timeout=20) as answer:
            sizes.append(len(answer.read()))
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "public, max-age=86400"
    counted = asked()
    assert max(sizes) < 2_500_000
    urlopen(Request(path, headers={"Accept-Encoding": "gzip"}), timeout=20).close()
    assert asked() == counted >= 1


def test_a_file_that_is_too_large_is_refused_before_a_process_gets_it(lasting: Site):
    host, port = lasting.plan.listen.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: fairs\r\nContent-Length: 60000000\r\n\r\n")
        assert line.recv(200).startswith(b"HTTP/1.1 413")


def test_the_offices_process_is_closed_to_others(built_folder: Path, tmp_path: Path):  # noqa: F811
    with Site(tmp_path, built_folder) as site:
        assert ask(site, "office/import")[0] == 503  # this machine may, and no such process runs here
    text = proxy.rendered(site.plan)["fairboard.conf"]
    assert "allow 203.0.113.0/24;\n        deny all;\n        client_max_body_size 1000m;" in text


def test_visitors_with_websockets_get_the_right_answers_through_nginx(lasting: Site):
    results = asyncio.run(visits(lasting.address, users=6, seconds=6, between=1.0, pages=("overview", "wages")))
    assert results.errors == []
    assert len(results.changes) >= 6 * 4


def test_a_page_works_through_nginx_under_a_path_and_breaks_no_rule_of_its_headers(built_folder: Path, tmp_path: Path, page: Page):  # noqa: F811
    with Site(tmp_path, built_folder, base="/fairs/2026/") as site:
        screen = Screen(page, site.address)
        for path in (f"?lang=en&{SELECTION}", "wages?lang=en", "briefing?lang=en", "sql?lang=en", "methods?lang=en"):
            screen.open(path)
        screen.open(f"?lang=en&{SELECTION}")
        assert screen.number("openings") == expected_openings(built_folder)
        cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
        assert (cookies[COOKIE]["path"], cookies[COOKIE]["httpOnly"]) == ("/fairs/2026/", True)
        page.close()  # before its server goes, which it would notice


def test_when_a_process_is_killed_its_user_goes_on_at_another_with_the_same_filters_and_numbers(own: Site, built_folder: Path, browser: object, tmp_path: Path):  # noqa: F811
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB")
    page = context.new_page()  # noqa: F811
    opened: list[WebSocket] = []
    page.on("websocket", lambda socket: opened.append(socket))
    screen = Screen(page, own.address)
    screen.open("?lang=en&region=210100")
    expected = screen.number("openings")
    screen.click_bar("sectors", 1)
    expect(page).to_have_url(re.compile("sector="))
    screen.at_rest()
    page.evaluate("window.isSameDocument = true")
    chosen, shown = page.url, screen.number("openings")
    assert shown == expected_openings(built_folder, re.search(r"sector=(\w+)", chosen)[1]) < expected
    serving = int(next(cookie["value"] for cookie in context.cookies() if cookie["name"] == COOKIE))
    assert own.sessions()[serving] == 1

    own.kill(serving)
    expect(page.locator(".fb-tile").first).to_be_visible()  # what was shown stays on the screen
    page.screenshot(path=str(tmp_path / "between.png"))
    for _ in range(MOST_LOOKS):  # the page is run once in its new session, without a click
        if own.runs():
            break
        page.wait_for_timeout(100)
    assert (own.runs(), len(opened)) == (1, 2)
    now = {cookie["name"]: cookie["value"] for cookie in context.cookies()}[COOKIE]
    assert own.sessions()[int(now)] == 1
    screen.at_rest()
    assert (page.url, screen.number("openings"), page.evaluate("window.isSameDocument")) == (chosen, shown, True)

    screen.click_bar("sectors", 1)  # and the page still answers: the click takes the filter back
    expect(page).not_to_have_url(re.compile("sector="))
    screen.at_rest()
    assert screen.number("openings") == expected

    own.start(serving)  # the first process is back, and nobody is torn from the second
    assert own.sessions()[int(now)] == 1
    screen.open("wages?lang=en")
    assert {cookie["name"]: cookie["value"] for cookie in context.cookies()}[COOKIE] == now
    context.close()
    if keep := os.environ.get("FAIRBOARD_KEEP_PICTURES"):
        shutil.copy(tmp_path / "between.png", keep)


def test_when_all_are_gone_a_page_says_so_in_both_languages_and_tries_again(own: Site):
    for port in own.plan.ports:
        own.kill(port)
    status, headers, body = ask(own, "wages")
    assert (status, headers["Retry-After"]) == (503, "5")
    assert "自动重试" in body.decode()
    assert "away for a moment" in body.decode()
    own.start(own.plan.ports[0])
    assert any(ask(own, "wages")[0] == 200 for _ in range(200))
