"""Figures of a public text, confirmed by a person: they become rows of ``sources`` and ``published_figures`` in a new version.

The sources that the project ships (``data/published``) are never touched: what is confirmed gets ids of its own (R01, R02 …). A text
is known again by its address, or without one by title and day; confirming it again puts the new figures in the place of its old ones.
The version before stays as it was, so ``versions.undo`` takes a confirmation back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from fairboard.errors import RequestError, message
from fairboard.store import versions, writing

ORIGIN = "confirm"
PREFIX = "R"
MOST_FIGURES = 500
LONGEST = {"title": 300, "producer": 200, "url": 1000, "licence": 200, "note": 500}
NAMES = {"title": "The title", "producer": "The producer", "url": "The address", "licence": "The licence", "note": "The note"}
EARLIEST = date(1990, 1, 1)
FIGURES_ONLY = "figures only; text not reproduced"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Source:
    """The text in which figures stand; only ``title`` and ``language`` have to be known."""

    title: str
    language: str
    producer: str = ""
    published_on: date | None = None
    url: str = ""
    licence: str = FIGURES_ONLY
    note: str = ""


@dataclass(frozen=True)
class PublishedFigure:
    """One number of a text: the metric it is comparable with, or its own name; ``value`` is None where the text is garbled."""

    metric: str
    figure_name: str
    value: float | None
    unit: str
    is_approximate: bool


@dataclass(frozen=True)
class Confirmed:
    """What became of a text: its id, how many figures it has now, and how many it had before."""

    source_id: str
    figure_count: int
    replaced_count: int
    version: Path


def confirm(source: Source, figures: Sequence[PublishedFigure], fair_id: int | None) -> Confirmed:
    """Make a new version with ``figures`` of ``source``, about the fair ``fair_id`` or about none.

    Raises RequestError where something is missing or too long; then nothing is changed.
    """
    clean = checked(source)
    if not figures:
        raise RequestError("There is no figure to keep. Say first what at least one of them states.")
    if len(figures) > MOST_FIGURES:
        raise RequestError("{count} figures are too many for one text; the limit is {limit}.", count=len(figures), limit=MOST_FIGURES)
    with writing.new_version(origin=ORIGIN) as con:
        check_fair(con, fair_id)
        source_id, replaced_count = put_source(con, clean)
        add_figures(con, source_id, figures, fair_id)
    return Confirmed(source_id, len(figures), replaced_count, versions.current_version())


def checked(source: Source) -> Source:
    """``source`` without control characters, each text within its limit."""
    texts = {name: " ".join(_CONTROL.sub(" ", getattr(source, name)).split()) for name in LONGEST}
    if not texts["title"]:
        raise RequestError("The text needs a title, under which its figures are kept.")
    for name, limit in LONGEST.items():
        if len(texts[name]) > limit:
            raise RequestError("{name} is longer than {limit} characters; shorten it.", name=message(NAMES[name]), limit=limit)
    if texts["url"] and not re.fullmatch(r"https?://[^\s<>\"']+", texts["url"]):
        raise RequestError("The address has to begin with http:// or https:// and have no spaces; leave it empty where there is none.")
    if source.language not in ("zh", "en"):
        raise RequestError("The language of the text has to be zh or en.")
    if source.published_on and not EARLIEST <= source.published_on <= date(2100, 1, 1):
        raise RequestError("The day of publication, {day}, cannot be right.", day=source.published_on.isoformat())
    return Source(language=source.language, published_on=source.published_on, **texts)


def check_fair(con: duckdb.DuckDBPyConnection, fair_id: int | None) -> None:
    """Raise unless the fair is in the version."""
    if fair_id is not None and not con.execute("select count(*) from fairs where fair_id = $fair_id", {"fair_id": fair_id}).fetchone()[0]:
        raise RequestError("There is no fair {fair_id} in the records.", fair_id=fair_id)


def put_source(con: duckdb.DuckDBPyConnection, source: Source) -> tuple[str, int]:
    """The id of the text, new or known from before, and how many figures it had, which are taken out."""
    values = {name: getattr(source, name) or None for name in ("title", "producer", "published_on", "url", "licence", "language", "note")}
    source_id = known_id(con, source)
    if source_id is None:
        taken = [int(code[1:]) for (code,) in con.execute("select source_id from sources").fetchall() if re.fullmatch(rf"{PREFIX}\d{{1,9}}", code)]
        source_id = f"{PREFIX}{max(taken, default=0) + 1:02d}"
        con.execute(f"insert into sources (source_id, {', '.join(values)}) values ($source_id, {', '.join(f'${name}' for name in values)})", {"source_id": source_id} | values)
        return source_id, 0
    con.execute(f"update sources set {', '.join(f'{name} = ${name}' for name in values)} where source_id = $source_id", {"source_id": source_id} | values)
    count = con.execute("select count(*) from published_figures where source_id = $source_id", {"source_id": source_id}).fetchone()[0]
    con.execute("delete from published_figures where source_id = $source_id", {"source_id": source_id})
    return source_id, count


def known_id(con: duckdb.DuckDBPyConnection, source: Source) -> str | None:
    """The id under which the text was confirmed before."""
    own = {"pattern": f"{PREFIX}\\d+"}
    rows = con.execute("select source_id, url, title, published_on from sources where regexp_full_match(source_id, $pattern) order by source_id", own).fetchall()
    for source_id, url, title, published_on in rows:
        if (source.url and url == source.url) or (not source.url and not url and title == source.title and published_on == source.published_on):
            return source_id
    return None


def add_figures(con: duckdb.DuckDBPyConnection, source_id: str, figures: Sequence[PublishedFigure], fair_id: int | None) -> None:
    """Append the figures, under ids that no figure of the version has had."""
    first = con.execute("select coalesce(max(figure_id), 0) + 1 from published_figures").fetchone()[0]
    con.executemany(
        "insert into published_figures (figure_id, source_id, fair_id, metric, figure_name, value, unit, is_approximate) values (?, ?, ?, ?, ?, ?, ?, ?)",
        [(first + place, source_id, fair_id, item.metric, item.figure_name, item.value, item.unit, item.is_approximate) for place, item in enumerate(figures)],
    )
