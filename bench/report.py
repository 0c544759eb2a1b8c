"""The numbers as tables, on screen and in docs/performance.md."""

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from bench.data import PROJECT
from bench.measure import Times

DOCUMENT = PROJECT / "docs" / "performance.md"
MOST_OF_NAIVE, MOST_SERVER_MS = 0.75, 150
# Name of a time → what it is, in the order of the table.
ROWS = {
    "click": "Overview: click → last chart painted, a selection nobody asked for before",
    "cleared": "… the same click again, which clears the selection: answers are remembered",
    "naive click": "naive page: click → last chart painted",
    "ratio": "**Overview ÷ naive page** (aim: at most 0.75 at 10 million)",
    "floor": "floor: Overview's charts redrawn by plotly.js alone, from arrays",
    "sectors click": "Sectors, seven larger charts: click → last chart painted",
    "load": "Overview: first load, empty cache",
    "naive load": "naive page: first load, empty cache",
    "click, processor": "Overview: processor time of the server for a click",
    "naive click, processor": "naive page: processor time of the server for a click",
}


IMPORT_ROWS = {
    "bare": "DuckDB's bare `read_csv` into a table of texts",
    "read": "reading the file: encoding, delimiter, broken texts",
    "understand": "understanding it: kind of table, header, columns",
    "records": "records: wages, places, headcounts, education, majors, sectors; repeats and rejected rows",
    "store": "storing them: employers, postings, aggregates, checks, a new version",
    "all": "**all of the import**",
    "ratio": "**all ÷ bare reading**",
    "peak": "peak memory of the process",
}


@dataclass(frozen=True)
class Result:
    """All times of one size: those of the browser by name, those of the server by page."""

    postings: int
    browser: Times
    pages: Mapping[str, Times]

    def text(self, name: str) -> str:
        """One cell of the table of the browser: a median in milliseconds, or the ratio."""
        if name == "ratio":
            return f"**{self.ratio:.2f}**" if self.ratio else "–"
        return _ms(self.browser.get(name))

    @property
    def ratio(self) -> float | None:
        """The click on the overview by the one on the naive page."""
        ours, naive = self.browser.get("click"), self.browser.get("naive click")
        return median(ours) / median(naive) if ours and naive else None


def tables(results: list[Result]) -> str:
    """Both tables in Markdown."""
    sizes = [f"{result.postings:,}" for result in results]
    lines: list[str] = []
    if any(result.browser for result in results):
        rows = [[what, *(result.text(name) for result in results)] for name, what in ROWS.items()]
        lines += ["### In the browser", "", *_table(["milliseconds, at … postings", *sizes], rows), ""]
    pages = list(results[0].pages)
    if pages:
        rows = [[page.capitalize(), *(_page_text(result.pages[page]) for result in results)] for page in pages]
        lines += ["### On the server: new selection (slowest of them) / known selection", "",
                  *_table(["milliseconds, at … postings", *sizes], rows), ""]  # fmt: skip
    return "\n".join(lines)


def document(results: list[Result], runs: int, browser_version: str, imports: Times | None = None) -> str:
    """The whole of docs/performance.md; without ``imports`` the section about them stays as it stands."""
    section = import_section(imports) if imports else read_import_section()
    return TEXT.format(machine=machine(browser_version), runs=runs, tables=tables(results)) + (f"\n{section}" if section else "")


def import_section(imports: Times) -> str:
    """The section about the import of a large table."""
    rows = [[what, _amount(name, median(imports[name]))] for name, what in IMPORT_ROWS.items() if name in imports]
    return IMPORT_TEXT.format(machine=machine(), runs=len(imports["all"]), table="\n".join(_table(["", "median"], rows)))


def read_import_section() -> str:
    """The section about imports as the document has it, "" where it has none."""
    text = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.is_file() else ""
    return text[text.index(IMPORT_HEADING) :] if IMPORT_HEADING in text else ""


def write_import_section(imports: Times) -> None:
    """Put the section about imports in the place of the old one, at the end of the document."""
    rest = DOCUMENT.read_text(encoding="utf-8").removesuffix(read_import_section()).rstrip("\n")
    DOCUMENT.write_text(f"{rest}\n\n{import_section(imports)}", encoding="utf-8")


def machine(browser_version: str = "") -> str:
    """The machine in general terms."""
    packages = ", ".join(f"{name} {version(name)}" for name in (("streamlit", "duckdb", "plotly") if browser_version else ("duckdb", "pandas", "pyarrow")))
    browser = f", Chromium {browser_version} without a window" if browser_version else ""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {packages}{browser}"


def _amount(name: str, value: float) -> str:
    return f"{value:,.0f} MB" if name == "peak" else f"{value:.1f}" if name == "ratio" else f"{value:.1f} s"


def _page_text(times: Times) -> str:
    return f"{_ms(times['cold'])} ({max(times['cold']):.0f}) / {_ms(times['warm'])}"


def _ms(values: list[float] | None) -> str:
    return f"{median(values):.0f}" if values else "–"


def _table(heads: list[str], rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}", *(f"| {' | '.join(row)} |" for row in rows)]


TEXT = """# How fast it is

Written by `.venv/bin/python -m bench --write`; `make bench` prints the same tables for your machine. Medians of {runs} runs on
{machine}.

Each sample has as many rows of attendance as postings: a row for each person on site (`bench/crowd.py`).

What is compared was run in turns, in the same minutes, so that a busy moment hits all alike; from machine to machine compare the
ratio rather than the milliseconds.

{tables}
## What the words mean

- **Click → last chart painted**: from the moment the mouse button is let go until two frames after the last change inside any chart
  of the page. `bench/watcher.js` takes it in the same way on all pages. On Overview a tile of the map or a bar of the sectors is
  clicked (four charts and seven tiles answer), on the naive page an option of its filter (six charts and three numbers), on Sectors
  a bar of the education asked for.
- **New selection, known selection**: answers are remembered for all users, by version, query and the parameters that the query
  uses. A new selection is one that nobody has asked that server for since it started; a known one has been asked for before.
- **On the server**: one session speaks Streamlit's protocol to a server started for that page, as a browser would. The time is that
  from the change of a filter to the last byte of the answer: callbacks, queries, figures, tables, sending, all of the frame around
  the page. Changes are single filters and pairs of them (`bench/measure.py`); the slowest stands in brackets.
- **First load**: from the start of navigation, with an empty cache, to the last painted chart; the server has been asked before.
- **Floor**: a page without server or framework hands the arrays that Overview has just shown to `Plotly.react`. No page that draws
  these charts with plotly.js can be faster.
- **Naive page** (`bench/naive.py`): what one would write in an afternoon. Six `st.plotly_chart`, seven queries on the table of
  postings of the same version, one filter.
- **Processor time** is that of the server's process alone. Streamlit works for all users of a server on one core at a time, so this,
  not the milliseconds above, says how many people can change filters at once.

## Where the time goes, and what was done about it

- Questions are answered from small aggregates that are built with each version (`fairboard/store/rollups.py`), not from the postings; that is
  why 10 million postings cost little more than 60,000.
- All charts of a page are one component that keeps them alive (`fairboard/ui/board`): a change sends arrays, and plotly.js redraws
  what is there. See [decision 2](decisions/0002-one-board.md).
- Streamlit collects all garbage after each run. What lives as long as the server is kept out of the collector's way with `gc.freeze`
  (`fairboard/ui/frame.py`).
"""

IMPORT_HEADING = "## How long an import takes"
IMPORT_TEXT = (
    IMPORT_HEADING
    + """

Written by `.venv/bin/python -m bench --only import --write`. A CSV file of 1,000,000 job rows in 12 columns (some 200,000 job names,
60,000 employers, 3,000 places, 5,000 texts of majors, 2,000 wages; 1,000 rows are repeats) from file to published version, each
time in a fresh process; medians of {runs} runs on
{machine}.

DuckDB reads the same file bare in the same minutes: from machine to machine compare the ratio rather than the seconds.

{table}

Each different text of a column is parsed once, so that a million rows cost what their different texts cost. The kind of table is
decided by the first 20,000 rows.
"""
)
