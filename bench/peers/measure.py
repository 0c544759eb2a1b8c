"""What is measured, in turns: every page is clicked once before any is clicked again, so that a busy moment of the machine hits all alike."""

from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench import data, servers
from bench.browser import fresh_page
from bench.peers import mosaic, serving
from bench.peers.pages import FairboardTab, MosaicTab, OverviewTab, PanelTab, PlotlyTab, StreamlitTab, Tab
from bench.servers import Server

# From 1 to 12 by the official order, after a first one that warms up; the regions are 15.
MOST_RUNS = 12
OURS, OVERVIEW = "Fairboard", "Fairboard, Overview"


@dataclass
class Times:
    """Of one page: milliseconds from the click to the last paint, and processor time of its server a change (empty where the system does not tell)."""

    painted: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    failure: str = ""
    outside: set[str] = field(default_factory=set)
    """Hosts beyond this machine that the page asked for something."""

    @property
    def ms(self) -> float | None:
        """The median from the click to the last paint, None where nothing was measured."""
        return median(self.painted) if self.painted and not self.failure else None

    @property
    def processor_ms(self) -> float | None:
        """The median of the server's processor time."""
        return median(self.processor) if self.processor and not self.failure else None


@dataclass(frozen=True)
class Peer:
    """A page to be measured: how its server is started over a data folder, and how it is clicked."""

    name: str
    start: Callable[[Path], object]
    tab: type[Tab]


def _started(name: str, words: Callable[[], list[str]], path: str = "/") -> Callable[[Path], object]:
    return lambda folder: serving.running(name, words(), data.current_version(folder), path)


@contextmanager
def _dashboard(script: str, folder: Path):
    with servers.running(script, folder) as server:
        yield Server(f"{server.address}/?lang=zh", server.process_id)


PEERS = (
    Peer(OURS, lambda folder: _dashboard("bench/peers/fairboard_app.py", folder), FairboardTab),
    Peer(OVERVIEW, lambda folder: _dashboard(servers.DASHBOARD, folder), OverviewTab),
    Peer("Streamlit, plain page", _started("streamlit", serving.streamlit_words), StreamlitTab),
    Peer("Dash", _started("dash", serving.dash_words), PlotlyTab),
    Peer("Panel with Bokeh", _started("panel", serving.panel_words, "/panel_page"), PanelTab),
    Peer("Mosaic, DuckDB server", lambda folder: mosaic.serving_rest(data.current_version(folder)), MosaicTab),
    Peer("Mosaic, DuckDB in the browser", lambda folder: mosaic.serving_wasm(data.current_version(folder)), MosaicTab),
)


def click_times(browser: Browser, folder: Path, runs: int, names: tuple[str, ...], tell: Callable[[str], None]) -> dict[str, Times]:
    """The times of the pages called ``names`` over the current version in ``folder``; what cannot be run says why and is left out."""
    times = {peer.name: Times() for peer in PEERS if peer.name in names}
    with ExitStack() as stack:
        opened = {}
        for peer in PEERS:
            if peer.name in times:
                tell(f"opening {peer.name}")
                opened |= _opened(stack, browser, folder, peer, times[peer.name])
        for number in range(runs + 1):
            tell(f"round {number} of {runs}")
            for name, (tab, server) in opened.items():
                _round(tab, server, number, times[name])
    return times


def _opened(stack: ExitStack, browser: Browser, folder: Path, peer: Peer, times: Times) -> dict[str, tuple[Tab, Server]]:
    try:
        server = stack.enter_context(peer.start(folder))
        page = stack.enter_context(fresh_page(browser))
        page.on("request", lambda request: times.outside.update(hosts_outside(request.url)))
        return {peer.name: (peer.tab(page, server.address), server)}
    except (RuntimeError, OSError) as error:
        times.failure = str(error).splitlines()[0]
        return {}


def hosts_outside(address: str) -> set[str]:
    """The host that ``address`` names if it is another one than this machine."""
    parts = urlsplit(address)
    return {parts.hostname} if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost") else set()


def _round(tab: Tab, server: Server, number: int, times: Times) -> None:
    """Choose a region that nobody has asked that server for, and take the choice back; round 0 warms up and is not counted."""
    if times.failure:
        return
    before = server.processor_ms()
    try:
        taken = tab.choose(number)
        after = server.processor_ms()
        tab.clear(number)
    except Exception as error:  # whatever a browser or a page says: the others are measured all the same
        times.failure = f"round {number}: {str(error).splitlines()[0]}"
        return
    if number:
        times.painted.append(taken)
        times.processor += [after - before] if before is not None and after is not None else []
