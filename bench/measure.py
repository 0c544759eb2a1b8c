"""What is measured, and in which order: what is compared is run in turns, so that a busy moment of the machine hits all alike."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from bench import servers
from bench.browser import Dashboard, Floor, Naive, first_load, fresh_page
from bench.servers import DASHBOARD, NAIVE, Server
from bench.visitor import Visitor, visiting

Times = dict[str, list[float]]
Tell = Callable[[str], None]

# One change after the other: single filters, then pairs, as they stand in the URL.
SELECTIONS: tuple[dict[str, str], ...] = (
    {"region": "210100"}, {"sector": "software"}, {"region": "210200", "sector": "mechanical"}, {"edu": "bachelor"}, {"wage": "10000"},
    {"kind": "campus"}, {"own": "private"}, {"region": "210200", "edu": "master"}, {"sector": "medical", "wage": "5000"},
    {"region": "210300.210400"}, {"kind": "on_site", "sector": "electrical"}, {"region": "210600", "own": "state"},
)  # fmt: skip
FIRST_SELECTION = {"region": "211300"}
LEAST_RUNS, MOST_RUNS = 1, len(SELECTIONS)
MOST_LOADS = 5


def page_times(data: Path, page: str, runs: int) -> Times:
    """Server times of ``page`` in milliseconds: ``cold`` for selections nobody asked for before, ``warm`` for the same ones again."""
    with servers.running(DASHBOARD, data) as server, visiting(server.address, page) as visitor:
        visitor.choose(**FIRST_SELECTION)
        return _turns(visitor, runs)


def _turns(visitor: Visitor, runs: int) -> Times:
    times: Times = {"cold": [], "warm": []}
    before = FIRST_SELECTION
    for selection in SELECTIONS[:runs]:
        times["cold"].append(visitor.choose(**selection))
        times["warm"].append(visitor.choose(**before))
        before = selection
    return times


def browser_times(browser: Browser, data: Path, runs: int, tell: Tell) -> Times:
    """Times in the browser in milliseconds by name, and processor time of the servers a change where the system tells it."""
    with ExitStack() as stack:
        ours = stack.enter_context(servers.running(DASHBOARD, data))
        naive = stack.enter_context(servers.running(NAIVE, data))
        tell("first loads")
        times = _load_times(browser, ours, naive, min(runs, MOST_LOADS))
        tell("clicks")
        return times | _click_times(browser, ours, naive, runs)


def _load_times(browser: Browser, ours: Server, naive: Server, runs: int) -> Times:
    times: Times = {"load": [], "naive load": []}
    first_load(browser, f"{ours.address}/?lang=zh", Dashboard.charts)
    for _ in range(runs):
        times["load"].append(first_load(browser, f"{ours.address}/?lang=zh", Dashboard.charts))
        times["naive load"].append(first_load(browser, naive.address, Naive.charts))
    return times


def _click_times(browser: Browser, ours: Server, naive: Server, runs: int) -> Times:
    """Rounds over four tabs; the first one warms up and is not counted."""
    times: Times = {}
    with ExitStack() as stack:
        tabs = [stack.enter_context(fresh_page(browser)) for _ in range(4)]
        overview, sectors = Dashboard(tabs[0], ours.address), Dashboard(tabs[1], ours.address, "sectors")
        yardstick, floor = Naive(tabs[2], naive.address), Floor(tabs[3])
        floor.draw(overview.arrays())
        for number in range(runs + 1):
            found = _overview_round(overview, ours, floor, number) | _naive_round(yardstick, naive, number) | _sectors_round(sectors, number)
            for name, value in found.items() if number else ():
                times.setdefault(name, []).append(value)
    return times


def _overview_round(overview: Dashboard, server: Server, floor: Floor, number: int) -> dict[str, float]:
    """Choose a region or a sector and clear it again; then the same charts from arrays alone."""
    panel = ("regions", "sectors")[number % 2]
    times = _with_processor(server, "click", lambda: overview.choose(panel, number, is_held=True))
    chosen = overview.arrays()
    times["cleared"] = overview.choose(panel, number, is_held=True)
    times["click, server"] = overview.choose(panel, number + 1, is_held=False)
    overview.choose(panel, number + 1, is_held=True)
    times["brush"] = overview.brush()
    times["floor"] = floor.draw(chosen)
    floor.draw(overview.arrays())
    return times


def _naive_round(naive: Naive, server: Server, number: int) -> dict[str, float]:
    """Choose a region on the naive page and clear it again."""
    times = _with_processor(server, "naive click", lambda: naive.choose(number + 1))
    naive.choose(0)
    return times


def _sectors_round(sectors: Dashboard, number: int) -> dict[str, float]:
    """Choose a level of education and clear it again; there are fewer levels than rounds, so that later rounds may be remembered."""
    times = {"sectors click": sectors.choose("education", number % 6)}
    sectors.choose("education", number % 6)
    return times


def _with_processor(server: Server, name: str, act: Callable[[], float]) -> dict[str, float]:
    """The time of ``act``, and what it cost the server."""
    before = server.processor_ms()
    times = {name: act()}
    after = server.processor_ms()
    return times if before is None or after is None else times | {f"{name}, processor": after - before}
