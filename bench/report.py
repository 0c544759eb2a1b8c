"""The numbers as tables, on screen and in their sections of docs/performance.md."""

import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from bench.measure import Times
from bench.sections import table

MOST_OF_NAIVE, MOST_SERVER_MS = 0.75, 150
# Name of a time → what it is, in the order of the table.
ROWS = {
    "click": "Overview: click → last chart painted, where the browser holds the index of the selection",
    "cleared": "… the same click again, which clears the selection",
    "click, server": "… where the server must answer: the browser has lost its index",
    "brush": "**repaints a second while dragging over the wage bands** (aim: at least 10)",
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
        lines += ["### In the browser", "", table(["milliseconds, at … postings", *sizes], rows), ""]
    pages = list(results[0].pages)
    if pages:
        rows = [[page.capitalize(), *(_page_text(result.pages[page]) for result in results)] for page in pages]
        lines += ["### On the server: new selection (slowest of them) / known selection", "",
                  table(["milliseconds, at … postings", *sizes], rows), ""]  # fmt: skip
    return "\n".join(lines)


def pages_section(results: list[Result], runs: int, browser_version: str) -> str:
    """The section about the pages, in the browser and on the server."""
    return PAGES_TEXT.format(machine=machine(browser_version), runs=runs, tables=tables(results))


def import_section(imports: Times) -> str:
    """The section about the import of a large table."""
    rows = [[what, _amount(name, median(imports[name]))] for name, what in IMPORT_ROWS.items() if name in imports]
    return IMPORT_TEXT.format(machine=machine(), runs=len(imports["all"]), table=table(["", "median"], rows))


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


PAGES_TEXT = """## The pages

Written by `.venv/bin/python -m bench --write`; `make bench` prints the same tables for your machine. Medians of {runs} runs on
{machine}.

Each sample has as many rows of attendance as postings: a row for each person on site (`bench/crowd.py`).

{tables}"""

IMPORT_TEXT = """## How long an import takes

Written by `.venv/bin/python -m bench --only import --write`. A CSV file of 1,000,000 job rows in 12 columns (some 200,000 job names,
60,000 employers, 3,000 places, 5,000 texts of majors, 2,000 wages; 1,000 rows are repeats) from file to published version, each
time in a fresh process; medians of {runs} runs on
{machine}.

DuckDB reads the same file bare in the same minutes: from machine to machine compare the ratio rather than the seconds.

{table}

Each different text of a column is parsed once, so that a million rows cost what their different texts cost. The kind of table is
decided by the first 20,000 rows.
"""
