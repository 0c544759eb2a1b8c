"""Many users at once: sessions over real websockets in Streamlit's own protocol, each of which changes a filter every two seconds.

    python -m bench.load                 30 users on one process, 100 users on two processes behind nginx
"""

import asyncio
import itertools
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import click
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench import building, data, proxy, report, sections
from bench.load_users import MOST_FILTERS, PAGES, POPULAR_SHARE, selections
from bench.servers import Server
from fairboard.commands.deploy import Plan
from fairboard.ui.registry import PAGES as REGISTRY

LONGEST_ANSWER_SECONDS = 60
AT_ONCE = 4
"""Sessions that are opened at once: people do not come in the same second."""
SEED = 20261124
DEFAULT_POSTINGS = 1_000_000


@dataclass(frozen=True)
class Case:
    """So many users on so many processes, and the longest time within which 95 of 100 answers have to be there."""

    users: int
    processes: int
    budget_ms: int


CASES = (Case(30, 1, 300), Case(100, 2, 800))


@dataclass
class Results:
    """What the users met with. Times are milliseconds from the sending of a change to the last byte of its answer."""

    changes: list[float] = field(default_factory=list)
    by_page: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    skipped: int = 0
    """Changes that were due while the answer before them was still awaited: a person waits, too."""
    repeated: int = 0
    seconds: float = 0
    wanted: int = 0
    known: set[tuple] = field(default_factory=set, repr=False)


class User:
    """One browser tab."""

    def __init__(self, address: str, page: str, chance: random.Random) -> None:
        self._address, self.page, self.chance = address, page, chance
        self._path = "" if page == REGISTRY[0].name else page
        self._script_hash = ""
        self._socket: ClientConnection | None = None

    async def open(self) -> None:
        """Load the document, from which the cookie comes, and open the page in a session."""
        cookie = await asyncio.to_thread(self._document)
        url = f"{self._address.replace('http', 'ws', 1)}/_stcore/stream"
        headers = {"Cookie": cookie} if cookie else {}
        self._socket = await connect(url, subprotocols=["streamlit"], max_size=None, compression=None, additional_headers=headers, open_timeout=30)
        await self.choose({})

    def _document(self) -> str:
        with urlopen(Request(f"{self._address}/{self._path}?lang=zh"), timeout=30) as answer:
            answer.read()
            return (answer.headers.get("Set-Cookie") or "").partition(";")[0]

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()

    async def choose(self, selection: dict[str, str]) -> float:
        """Choose a selection; gives the milliseconds until the last byte of the answer was here. Raises where the page failed or did not answer."""
        request = BackMsg()
        request.rerun_script.query_string = urlencode({"lang": "zh"} | selection)
        request.rerun_script.page_name = "" if self._script_hash else self._path
        request.rerun_script.page_script_hash = self._script_hash
        started = time.perf_counter()
        await self._socket.send(request.SerializeToString())
        async with asyncio.timeout(LONGEST_ANSWER_SECONDS):
            while not self._is_last(ForwardMsg.FromString(await self._socket.recv())):
                pass
        return (time.perf_counter() - started) * 1000

    def _is_last(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._script_hash = message.navigation.page_script_hash
            shown = {page.page_script_hash: page.url_pathname for page in message.navigation.app_pages}[self._script_hash]
            if shown != self._path:
                raise RuntimeError(f"{self.page} was asked for, and {shown} was shown.")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{self.page} failed: {message.delta.new_element.exception.message}")
        return kind == "script_finished"


async def visits(
    addresses: str | Sequence[str], users: int, seconds: float, between: float = 2.0, pages: Sequence[str] = PAGES, when_open: Callable[[], None] = lambda: None
) -> Results:
    """``users`` users, dealt over the addresses in turn, who look at ``pages`` and change a filter every ``between`` seconds for ``seconds``.

    ``when_open`` is called when all have opened their page and before the first change.
    """
    results = Results()
    dealt = itertools.cycle([addresses] if isinstance(addresses, str) else addresses)
    everybody = [User(address, page, random.Random(SEED + number)) for number, address, page in zip(range(users), dealt, itertools.cycle(pages), strict=False)]
    turns = asyncio.Semaphore(AT_ONCE)

    async def come(user: User) -> None:
        async with turns:
            await user.open()

    try:
        await asyncio.gather(*(come(user) for user in everybody))
        when_open()
        started = time.perf_counter()
        await asyncio.gather(*(_look(user, started, seconds, between, results) for user in everybody))
        results.seconds = time.perf_counter() - started
    finally:
        await asyncio.gather(*(user.close() for user in everybody), return_exceptions=True)
    return results


async def _look(user: User, started: float, seconds: float, between: float, results: Results) -> None:
    """Change a filter at every turn of this user, or at the next one where the answer is still awaited."""
    due = started + user.chance.random() * between
    for selection in selections(user.chance):
        if due >= started + seconds:
            return
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        results.wanted += 1
        key = (user.page, *sorted(selection.items()))
        results.repeated += key in results.known
        results.known.add(key)
        try:
            taken = await user.choose(selection)
        except Exception as error:  # whatever it is, it is counted, and this user is gone
            results.errors.append(f"{type(error).__name__}: {error}"[:300])
            return
        results.changes.append(taken)
        results.by_page.setdefault(user.page, []).append(taken)
        due += between
        while due < time.perf_counter() and due < started + seconds:
            results.skipped += 1
            due += between


@dataclass
class Measured:
    """A case with what it gave; memory in megabytes, of all processes together."""

    case: Case
    results: Results
    way: str
    server_ms: float
    nginx_ms: float
    own_share: float
    memory_before: float = 0
    memory_open: float = 0
    memory_end: float = 0

    @property
    def p95(self) -> float:
        """The time within which 95 of 100 answers were there, in milliseconds."""
        return percentile(self.results.changes, 95)

    @property
    def is_within(self) -> bool:
        """True where the budget is kept, without any error."""
        return self.p95 <= self.case.budget_ms and not self.results.errors


def percentile(values: list[float], share: int) -> float:
    """The value that ``share`` of 100 values do not exceed; infinite where there are none."""
    if len(values) < 2:
        return values[0] if values else float("inf")
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def run(case: Case, folder: Path, seconds: float, pages: Sequence[str]) -> Measured:
    """Start the processes, let the users come, and end all again."""
    with TemporaryDirectory(prefix="fairboard-load-") as place, ExitStack() as stack:
        first = proxy.free_ports(case.processes + 2)
        ports = [first + 1 + number for number in range(case.processes)]
        servers = [stack.enter_context(proxy.process(folder, port, Path(place) / f"{port}.log")) for port in ports]
        front = None
        if case.processes > 1 and proxy.find_nginx():
            front = stack.enter_context(proxy.nginx(Path(place), Plan(case.processes, first_port=ports[0], listen=f"127.0.0.1:{first}", cache=f"{place}/cache")))
        addresses = [front.address] if front else [server.address for server in servers]
        for server in servers:  # the first visitor of a process loads what all need
            asyncio.run(visits(server.address, len(set(pages)), 0, pages=tuple(dict.fromkeys(pages))))
        measured = _measure(case, servers, front, addresses, seconds, pages)
        faults = "\n".join(log.read_text(encoding="utf-8") for log in Path(place).glob("*.log"))
        if "Traceback" in faults:
            measured.results.errors.append(faults[faults.index("Traceback") :][:500])
        return measured


def _measure(case: Case, servers: list[Server], front: Server | None, addresses: list[str], seconds: float, pages: Sequence[str]) -> Measured:
    marks: dict[str, float] = {"before": _memory(servers)}

    def when_open() -> None:
        marks.update(open=_memory(servers), server=_processor(servers), nginx=_processor([front] if front else []), own=time.process_time(), clock=time.perf_counter())

    results = asyncio.run(visits(addresses, case.users, seconds, pages=pages, when_open=when_open))
    done = max(1, len(results.changes))
    return Measured(
        case, results, "nginx" if front else "no proxy, users dealt in turn" if len(servers) > 1 else "no proxy",
        server_ms=(_processor(servers) - marks["server"]) / done, nginx_ms=(_processor([front] if front else []) - marks["nginx"]) / done,
        own_share=(time.process_time() - marks["own"]) / (time.perf_counter() - marks["clock"]),
        memory_before=marks["before"], memory_open=marks["open"], memory_end=_memory(servers),
    )  # fmt: skip


def _processor(servers: list[Server]) -> float:
    """Processor time of the servers and their children, in milliseconds; 0 where the system does not tell."""
    found = [Server("", number).processor_ms() for server in servers for number in [server.process_id, *_children(server.process_id)]]
    return sum(value or 0 for value in found)


def _children(process_id: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{process_id}/task/{process_id}/children").read_text(encoding="utf-8").split()]
    except OSError:
        return []


def _memory(servers: list[Server]) -> float:
    """Resident memory of the servers in megabytes; 0 where the system does not tell."""
    texts = [Path(f"/proc/{server.process_id}/status") for server in servers]
    return sum(int(re.search(r"VmRSS:\s+(\d+)", path.read_text(encoding="utf-8"))[1]) / 1024 for path in texts if path.is_file())


def text(measured: list[Measured], seconds: float, postings: int) -> str:
    """The section of docs/performance.md."""
    heads = ["", *(f"{one.case.users} users, {one.case.processes} process{'es' if one.case.processes > 1 else ''}" for one in measured)]
    rows = [[name, *(show(one) for one in measured)] for name, show in ROWS.items()]
    pages = sorted({page for one in measured for page in one.results.by_page})
    rows += [[f"{page.capitalize()}: median / 95 of 100, ms", *(_pair(one.results.by_page.get(page, [])) for one in measured)] for page in pages]
    repeated = " and ".join(f"{one.results.repeated / max(1, one.results.wanted):.0%}" for one in measured)
    return TEXT.format(machine=report.machine(), postings=f"{postings:,}", seconds=f"{seconds:.0f}", popular=f"{POPULAR_SHARE:.0%}", most=MOST_FILTERS,
                       repeated=repeated, table=sections.table(heads, rows), cores=os.cpu_count())  # fmt: skip


def _pair(values: list[float]) -> str:
    return f"{percentile(values, 50):,.0f} / {percentile(values, 95):,.0f}" if values else "–"


ROWS: dict[str, Callable[[Measured], str]] = {
    "between them": lambda one: one.way,
    "median, ms": lambda one: f"{percentile(one.results.changes, 50):,.0f}",
    "**95 of 100, ms**": lambda one: f"**{one.p95:,.0f}**",
    "99 of 100, ms": lambda one: f"{percentile(one.results.changes, 99):,.0f}",
    "slowest, ms": lambda one: f"{max(one.results.changes, default=float('inf')):,.0f}",
    "budget for 95 of 100, no error": lambda one: f"{one.case.budget_ms}: {'kept' if one.is_within else 'missed'}",
    "changes answered": lambda one: f"{len(one.results.changes):,}",
    "changes put off, as the answer before was still awaited": lambda one: f"{one.results.skipped:,}",
    "errors": lambda one: str(len(one.results.errors)),
    "**processor time of the servers a change, ms**": lambda one: f"**{one.server_ms:.1f}**",
    "processor time of nginx a change, ms": lambda one: f"{one.nginx_ms:.1f}",
    "processor taken by the users themselves, of one core": lambda one: f"{one.own_share:.0%}",
    "memory of the processes before the users came, MB": lambda one: f"{one.memory_before:,.0f}",
    "… with all sessions open; each more, MB": lambda one: f"{one.memory_open:,.0f}; {(one.memory_open - one.memory_before) / one.case.users:.1f}",
    "… at the end, MB": lambda one: f"{one.memory_end:,.0f}",
}

TEXT = """## Many viewers

Written by `.venv/bin/python -m bench.load --write`; `make bench-load` prints the same for your machine. {postings} postings,
{seconds} seconds each, {machine}.

{table}

Each user is a session over a websocket of its own, in Streamlit's protocol, who changes a filter every 2 seconds, from a random
moment on; the time is that to the last byte of the answer. Half of them look at Overview, the others at Sectors, Wages and Cities. A
change chooses, changes or clears one filter (at most {most} are on); {popular} of the changes open one of a dozen usual selections
instead. {repeated} of the changes had been asked by somebody before on that page. Who still waits when the next change is due
changes at the next turn after that. Users and servers share the {cores} cores: what the users take, the servers lack.
"""


@click.command()
@click.option("--data", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Data folder; a sample of a million postings unless given.")
@click.option("--seconds", type=click.FloatRange(1, 600), default=60, show_default=True, help="How long the users change filters, in each case.")
@click.option("--case", "cases", type=(int, int, int), multiple=True, metavar="USERS PROCESSES MS", help="Users, processes and budget instead of the usual two; may be repeated.")
@click.option("--page", "pages", multiple=True, type=click.Choice([page.name for page in REGISTRY]), help="Page of the users, in turn; the usual mix unless given.")
@click.option("--write", is_flag=True, help="Write the section of docs/performance.md.")
def command(folder: Path | None, seconds: float, cases: tuple[tuple[int, int, int], ...], pages: tuple[str, ...], write: bool) -> None:
    """Measure how long many users wait, and what a change costs the server."""
    folder = folder or building.folder_of(DEFAULT_POSTINGS)
    postings = data.count_postings(folder)
    found = []
    for case in [Case(*case) for case in cases] or CASES:
        click.echo(f"{case.users} users on {case.processes} process(es), {seconds:.0f} s ...", err=True)
        found.append(run(case, folder, seconds, pages or PAGES))
        for error in found[-1].results.errors[:3]:
            click.echo(f"error: {error}", err=True)
    section = text(found, seconds, postings)
    click.echo(section)
    if write:
        sections.write("load", section)
        click.echo(f"Written: {sections.DOCUMENT.relative_to(data.PROJECT)}")


if __name__ == "__main__":
    sys.exit(command(prog_name="python -m bench.load"))
