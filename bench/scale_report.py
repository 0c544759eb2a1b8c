"""Cost against rows: the table, the plot, and from their slopes what a billion postings would take."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from bench.building import Cost
from bench.data import PROJECT
from bench.report import machine
from bench.sections import table

PICTURE = PROJECT / "docs" / "scale.svg"
BILLION = 1_000_000_000
SATURATED = 0.15
"""A table whose rows grow with a power of the postings below this is taken for full: ten times the postings, less than half as many rows again."""


@dataclass
class PageCost:
    """What a page costs the server: milliseconds of new selections that aggregates cover and that they do not, and its memory at the peak."""

    covered: list[float] = field(default_factory=list)
    missed: list[float] = field(default_factory=list)
    peak_mb: float | None = None


@dataclass(frozen=True)
class Size:
    """Everything that is known of one size; ``rollups`` are rows by table, ``build`` is empty where nobody noted what the build cost."""

    postings: int
    attendance: int
    file_bytes: int
    build: Cost
    rollups: dict[str, int]
    pages: dict[str, PageCost]

    @property
    def build_seconds(self) -> float | None:
        """All of the build, None where nobody noted it."""
        stages = [self.build.get(stage) for stage in ("records", "crowd", "derived", "checks")]
        return sum(stages) if None not in stages else None

    @property
    def rollup_rows(self) -> int:
        """Rows of all aggregates together."""
        return sum(self.rollups.values())

    def peak_mb(self) -> float | None:
        """The most memory that a server took, over all pages."""
        return max((page.peak_mb for page in self.pages.values() if page.peak_mb), default=None)


Value = Callable[[Size], float | None]
BUILD_ROWS: tuple[tuple[str, str, Value], ...] = (
    ("rows of attendance", "{:,.0f}", lambda size: size.attendance),
    ("building: postings and all other records", "{:,.1f} s", lambda size: size.build.get("records")),
    ("… rows of attendance, one a person (`bench/crowd.py`)", "{:,.1f} s", lambda size: size.build.get("crowd")),
    ("… identities and aggregates", "{:,.1f} s", lambda size: size.build.get("derived")),
    ("… checks, and making it the current version", "{:,.1f} s", lambda size: size.build.get("checks")),
    ("**all of the build**", "{:,.1f} s", lambda size: size.build_seconds),
    ("DuckDB's bare `create table as` of the same rows", "{:,.1f} s", lambda size: size.build.get("bare")),
    ("**all ÷ bare**", "{:.1f}", lambda size: _ratio(size.build_seconds, size.build.get("bare"))),
    ("aggregates ÷ bare", "{:.1f}", lambda size: _ratio(size.build.get("derived"), size.build.get("bare"))),
    ("peak memory of the build (aim: under 8,590 MB)", "{:,.0f} MB", lambda size: size.build.get("peak_mb")),
    ("file", "{:,.0f} MB", lambda size: size.file_bytes / 1e6),
    ("… of which postings and attendance", "{:,.0f} MB", lambda size: _ratio(size.build.get("bare_bytes"), 1e6)),
    ("rows of all aggregates", "{:,.0f}", lambda size: size.rollup_rows),
    ("peak memory of a server, the hungriest page", "{:,.0f} MB", Size.peak_mb),
)


def section(sizes: list[Size]) -> str:
    """The section about growth, in Markdown."""
    heads = [f"{size.postings:,}" for size in sizes]
    rows = [[what, *(_shown(form, value(size)) for size in sizes)] for what, form, value in BUILD_ROWS]
    pages = [[page.capitalize(), *(_page(size.pages[page]) for size in sizes)] for page in sizes[0].pages]
    return SECTION.format(machine=machine(), costs=table(["at … postings", *heads], rows), pages=table(["milliseconds, at … postings", *heads], pages))


def draw(sizes: list[Size]) -> None:
    """Draw cost against rows into ``PICTURE``, both axes in powers of ten."""
    import matplotlib as mpl  # only here: it takes half a second to load
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "fairboard"
    figure = Figure(figsize=(12, 4), layout="constrained")
    for axes, (unit, wanted) in zip(figure.subplots(1, 3), DRAWN.items(), strict=True):
        for (label, value), marker in zip(wanted, "os^", strict=False):
            points = [(size.postings, found) for size in sizes if (found := value(size))]
            axes.plot(*zip(*points, strict=True), marker=marker, label=label) if points else None
        axes.set(xscale="log", yscale="log", xlabel="postings", ylabel=unit)
        axes.grid(visible=True, alpha=0.3)
        axes.legend(frameon=False)
    figure.savefig(PICTURE, metadata={"Date": None})


def billion(sizes: list[Size]) -> str:
    """The section about a billion postings; without two sizes that were built here, only what can be told."""
    if len(sizes) < 2:
        return "## What a billion would take\n\nTwo sizes have to be measured for this."
    before, last = sizes[-2:]
    rows = [_extrapolated(what, form, value, before, last) for what, form, value in EXTRAPOLATED]
    rollups = [_rollup_row(name, before, last) for name in sorted(last.rollups, key=last.rollups.get, reverse=True)[:12]]
    at_billion = {what: _straight(value, before, last) for what, _, value in EXTRAPOLATED}
    miss, build, base = at_billion["Overview not covered, slowest"], at_billion["build, without the crowd"], at_billion["postings and attendance in the file"]
    return BILLION_TEXT.format(
        before=f"{before.postings:,}", last=f"{last.postings:,}",
        costs=table(["", f"at {last.postings:,}", "power of the rows", "at a billion, straight line", "at a billion, by the power"], [row for row in rows if row]),
        rollups=table(["aggregate", f"rows at {before.postings:,}", f"at {last.postings:,}", "power", "at a billion"], rollups),
        hours=_shown("{:.1f}", build and build / 3600), base=_shown("{:,.0f}", base and base / 1000), miss=_shown("{:,.0f}", miss and miss / 1000),
        cores=_shown("{:,.0f}", miss and math.ceil(miss / 3000) * 2), share=_shown("{:,.0f}", base and base / 1000 / 16),
        read=_shown("{:,.0f}", base and base / 16 / 200 / 60), one=_shown("{:,.0f}", base and base / 200 / 60),
    )  # fmt: skip


DRAWN: dict[str, tuple[tuple[str, Value], ...]] = {
    "seconds": (
        ("build", lambda size: size.build_seconds),
        ("of which aggregates", lambda size: size.build.get("derived")),
        ("bare create table as", lambda size: size.build.get("bare")),
    ),
    "megabytes": (("file", lambda size: size.file_bytes / 1e6), ("memory of the build", lambda size: size.build.get("peak_mb")), ("memory of a server", Size.peak_mb)),
    "milliseconds": (("Overview, covered", lambda size: _middle(size, "covered")), ("Overview, not covered, slowest", lambda size: _slowest(size))),
}
EXTRAPOLATED: tuple[tuple[str, str, Value], ...] = (
    ("build, without the crowd", "{:,.0f} s", lambda size: size.build_seconds and size.build_seconds - size.build["crowd"]),
    ("… of which aggregates", "{:,.0f} s", lambda size: size.build.get("derived")),
    ("bare `create table as`", "{:,.0f} s", lambda size: size.build.get("bare")),
    ("peak memory of the build", "{:,.0f} MB", lambda size: size.build.get("peak_mb")),
    ("file", "{:,.0f} MB", lambda size: size.file_bytes / 1e6),
    ("postings and attendance in the file", "{:,.0f} MB", lambda size: _ratio(size.build.get("bare_bytes"), 1e6)),
    ("rows of all aggregates", "{:,.0f}", lambda size: size.rollup_rows),
    ("peak memory of a server", "{:,.0f} MB", Size.peak_mb),
    ("Overview covered, median", "{:,.0f} ms", lambda size: _middle(size, "covered")),
    ("Overview not covered, slowest", "{:,.0f} ms", lambda size: _slowest(size)),
)


def _extrapolated(what: str, form: str, value: Value, before: Size, last: Size) -> list[str] | None:
    old, new = value(before), value(last)
    if not old or not new:
        return None
    power = _power(old, new, before, last)
    return [what, form.format(new), f"{power:.2f}", form.format(_straight(value, before, last)), form.format(new * (BILLION / last.postings) ** power)]


def _rollup_row(name: str, before: Size, last: Size) -> list[str]:
    old, new = before.rollups.get(name, 0), last.rollups[name]
    power = _power(old, new, before, last) if old and new else 0.0
    guess = "full" if power < SATURATED else f"{new * (BILLION / last.postings) ** power:,.0f}"
    return [f"`{name}`", f"{old:,}", f"{new:,}", f"{power:.2f}", guess]


def _power(old: float, new: float, before: Size, last: Size) -> float:
    return math.log(new / old) / math.log(last.postings / before.postings)


def _straight(value: Value, before: Size, last: Size) -> float | None:
    old, new = value(before), value(last)
    if not old or not new:
        return None
    return new + (new - old) / (last.postings - before.postings) * (BILLION - last.postings)


def _middle(size: Size, kind: str, page: str = "overview") -> float | None:
    times = getattr(size.pages.get(page, PageCost()), kind)
    return median(times) if times else None


def _slowest(size: Size, page: str = "overview") -> float | None:
    return max(size.pages.get(page, PageCost()).missed, default=None)


def _ratio(value: float | None, by: float | None) -> float | None:
    return value / by if value is not None and by else None


def _shown(form: str, value: float | None) -> str:
    return "–" if value is None else form.format(value)


def _page(cost: PageCost) -> str:
    """Medians, with the slowest in brackets: covered / not covered."""
    return " / ".join(f"{median(times):,.0f} ({max(times):,.0f})" if times else "–" for times in (cost.covered, cost.missed))


SECTION = """## Cost against rows

Written by `.venv/bin/python -m bench.scale --write`; `make bench-scale` prints the same for your machine. Measured on
{machine}.

![Build time, size and answers against postings, both axes in powers of ten](scale.svg)

### Building, file and memory

{costs}

- A build runs in a process of its own. Its peak of memory is what the system saw of it, DuckDB's buffers included. It may take a third
  of the machine's memory, 1,500 to 6,000 MB, and spills the rest beside the version.
- **Bare** is what DuckDB alone needs, with the same threads and memory, right after the build, to copy `postings` and `attendance` of
  the version into a new file: `create table postings as from version.postings`, the same for attendance, and a checkpoint. It only
  moves columns; a build also computes every posting from its number, sums them up and checks them.
- The peak of a server is that of one process with one visitor, after all selections below.

### Answers of the server: covered by aggregates / not covered

Milliseconds from a change of the filter to the last byte of the answer, for selections that nobody asked that server for before;
medians, the slowest in brackets. **Covered** means that all statements of the page read aggregates and small lists only, **not
covered** that one of them reads the postings or the rows of attendance; which it is was told from the plans of the statements, selection
by selection (`bench/coverage.py`). "–": none of the selections tried is of that kind. Records lists postings, so it always reads them.

{pages}"""

BILLION_TEXT = """## What a billion would take

Reckoned by the same command from the two largest sizes, {before} and {last}: for each quantity *y* the straight line
*y(n) = y₂ + (y₂ − y₁) ÷ (n₂ − n₁) · (n − n₂)*, and the power law *y(n) = y₂ · (n ÷ n₂)^p* with *p = log(y₂ ÷ y₁) ÷ log(n₂ ÷ n₁)*.
Where both agree the figure is worth something; where they do not, they are its bounds. Nobody has built a billion here.

{costs}

Which aggregates fill up: below a power of 0.15 a table is taken for full, because its dimensions are (regions × sectors × …); titles,
employers and single wages go on growing, up to the number of different ones there are. The twelve largest:

{rollups}

**One machine.** Time and file grow with the rows: {hours} hours of building on these two cores, {base} GB of postings and attendance.
Memory is bounded by the writer's limit, and what is over spills to the disk: the largest sort spills about what its aggregate holds,
so twice the file should be free. Answers that aggregates cover read aggregates only and grow with *their* rows. Those that they do not cover
read the columns that the question names of every posting: {miss} s for the slowest on Overview, so at a billion about {cores} cores
would be needed to stay under 3 s (scans share out well: twice the cores, half the time, as long as the columns are in memory), or an
aggregate that covers the question.

**Spark and a lake** (`build --engine spark`, docs/spark.md) share out the building, not the serving. With 16 workers each reads
{share} GB; at 200 MB/s of disk or network each that is {read} minutes where one machine reads {one}. What crosses the network after
the first sums are aggregate rows, not postings. Summing on each worker first is what makes that so, and it holds for sums, not for the
aggregates that keep employers or titles apart: those shuffle nearly all they keep. What comes back is a version with aggregates of the size above, which one dashboard serves
as it does now. Drill-through to single postings reads the partitions of its fairs from the lake: 1 ÷ 62 of the rows for one fair of a
season like the sample's.

**What is uncertain.** The sample draws its titles and employers from fixed lists, so its aggregates fill up sooner than those of real
offices would, whose employers and titles go on being new: reckon with the power law there. Two sizes give no error bar. The rate of
200 MB/s and the count of workers are assumptions; only the slopes are measured.
"""
