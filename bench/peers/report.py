"""The comparison as a table, on screen and in docs/performance.md."""

import json
from collections.abc import Mapping
from pathlib import Path

from bench.peers.measure import OURS, OVERVIEW, Times
from bench.report import machine
from bench.sections import table

FOLDER = Path(__file__).parent
SHOWN = ("dash", "panel", "bokeh", "duckdb-server")


def comparison(times: Mapping[str, Times]) -> str:
    """A row for each page: milliseconds, how many times Fairboard's, processor time of the server."""
    ours = times[OURS].ms if OURS in times else None
    rows = [[name, _ms(found.ms), _ratio(found.ms, ours), _ms(found.processor_ms)] for name, found in times.items()]
    return table(["", "click → last paint, ms", "÷ Fairboard", "server's processor a change, ms"], rows)


def failures(times: Mapping[str, Times]) -> str:
    """What could not be measured, and why, and who asked another machine for something; empty where all is well."""
    left_out = [f"- {name} was left out: {found.failure}\n" for name, found in times.items() if found.failure]
    asked = [f"- {name} asked for something from {', '.join(sorted(found.outside))}\n" for name, found in times.items() if found.outside]
    return "".join(left_out + asked)


def slower_than_ours(times: Mapping[str, Times]) -> dict[str, float]:
    """The ratio of each peer to Fairboard's same six charts; above 1 the peer is slower."""
    ours = times[OURS].ms
    return {name: found.ms / ours for name, found in times.items() if name not in (OURS, OVERVIEW) and found.ms and ours}


def section(results: Mapping[int, Mapping[str, Times]], runs: int, browser_version: str) -> str:
    """The section of the document."""
    parts = [f"At {postings:,} postings:\n\n{comparison(times)}\n\n{failures(times)}" for postings, times in results.items()]
    return TEXT.format(runs=runs, machine=machine(browser_version), packages=packages(), tables="\n".join(parts))


def packages() -> str:
    """The names and versions of the other tools, as they are pinned."""
    lines = (FOLDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    pinned |= json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return ", ".join(f"{name} {pinned[name]}" for name in (*SHOWN, "@uwdata/vgplot", "@duckdb/duckdb-wasm"))


def _ms(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _ratio(value: float | None, ours: float | None) -> str:
    return "–" if value is None or not ours else f"{value / ours:.2f}"


TEXT = """## Beside other tools

Written by `make bench-peers WRITE=--write`. Six charts of the same six questions (`bench/peers/questions.py`) over the postings of the same version in
each tool, written as somebody who knows it would; medians of {runs} clicks on regions that nobody had asked for before, in turns, on
{machine};
{packages}.

{tables}
A click on a region narrows five charts and marks a bar in the sixth. The time runs from letting go of the mouse button to two frames
after the last change in any of the six charts, by the same watcher on every page (`bench/watcher.js`; Bokeh's canvases are watched by
the calls that draw on them). The first row is a page with these six charts on Fairboard's own board within the whole dashboard
(`bench/peers/fairboard_page.py`): menu, filters, tables and links for export of each chart are there and answer too. The browser
paints all six, and the four of Overview with its seven tiles, from its index; a page waits until that has been fetched for the mouse
before it is clicked, as Mosaic has its small tables made when the mouse enters a chart. On every page the mouse rests on the mark for
a tenth of a second before it presses; Fairboard draws ahead meanwhile, and a click without that rest costs what plotly.js takes.
Where DuckDB runs in the browser no server works for a change.
"""
