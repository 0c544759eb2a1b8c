"""What a briefing is made of: facts, texts that mention them, slides with a chart and a table.

A number is worked out once, as a :class:`Fact`; screen, PowerPoint, PDF, workbook and press text write the same facts. Everything here is
plain data in one language: a briefing in two languages is two of them over the same storyboard.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from fairboard.analysis import formatting, metrics, row_key
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.locale import Language, translate

ChartKind = Literal["bars", "columns", "stems", "pairs", "tile_grid"]
SubjectKind = Literal["fair", "season", "region", "university"]


KINDS_JOINED_BY = "+"
"""What stands between kinds of record in words."""


@dataclass(frozen=True)
class Fact:
    """One number: its metric, its value (None where it is not known), and the answer, column and row in which it stands.

    ``fact_id`` is stable from version to version and unique in a briefing: ``headline/openings``, ``sectors/mechanical/openings``.
    """

    fact_id: str
    metric: str
    value: float | int | None
    origin: Origin

    @property
    def is_known(self) -> bool:
        """True where there is a number."""
        return not formatting.is_missing(self.value)

    def text(self, language: Language, *, is_short: bool = False) -> str:
        """The number as its metric writes it, without unit: 49,000, or 4.9万 where ``is_short``."""
        return formatting.value_text(self.value, self.metric, language, is_short=is_short)


@dataclass(frozen=True)
class Mention:
    """A fact in a sentence, and how it is written there ("more than 5,400")."""

    fact: Fact
    text: str


Text = tuple[str | Mention, ...]
"""A sentence or a paragraph: words, and numbers that know where they come from."""


def plain(text: Text) -> str:
    """The words of ``text``."""
    return "".join(part if isinstance(part, str) else part.text for part in text)


def facts_of(text: Text) -> tuple[Fact, ...]:
    """The facts that ``text`` mentions, each once, in their order."""
    return tuple({part.fact.fact_id: part.fact for part in text if isinstance(part, Mention)}.values())


@dataclass(frozen=True)
class Tile:
    """A headline figure: its label, the number as it is written large (``text``), its unit and a remark such as the change on a named comparison."""

    fact: Fact
    label: str
    text: str
    unit: str
    remark: str = ""


@dataclass(frozen=True)
class Series:
    """One fact for each category; ``meaning`` is a colour of ``charts.theme`` (demand, supply, over_line, rest)."""

    name: str
    facts: tuple[Fact, ...]
    meaning: str

    @property
    def values(self) -> tuple[float | int | None, ...]:
        """The numbers, None where one is not known."""
        return tuple(fact.value if fact.is_known else None for fact in self.facts)


@dataclass(frozen=True)
class Chart:
    """A chart as plain data, from which the screen, PowerPoint, PDF and the workbook each draw their own.

    ``kind``: ``bars`` horizontal, one series, largest on top; ``columns`` upright, one series (bands of wage, hours); ``stems`` one mark
    for each day in ``days``; ``pairs`` two series side by side for each category (A and B, before and after, openings and applicants);
    ``tile_grid`` the 15 regions at ``places`` (row, column). ``codes`` are the codes of the categories; ``emphasised`` the places of the
    categories that the finding names; ``over_from`` the place of the first column beyond a stated line. ``metric`` says how values are
    written and what unit the axis has.
    """

    kind: ChartKind
    metric: str
    categories: tuple[str, ...]
    codes: tuple[str, ...]
    series: tuple[Series, ...]
    emphasised: tuple[int, ...] = ()
    over_from: int | None = None
    line_text: str = ""
    places: tuple[tuple[int, int], ...] = ()
    days: tuple[date, ...] = ()
    alt: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading with unit; ``metric`` where it holds facts, empty where it holds words."""

    label: str
    metric: str = ""


@dataclass(frozen=True)
class Table:
    """The numbers of a slide as rows: words, or facts in the columns that have a metric."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Fact, ...], ...]

    def texts(self, language: Language) -> list[list[str]]:
        """The cells as they are written, numbers in full."""
        return [[cell if isinstance(cell, str) else cell.text(language) for cell in row] for row in self.rows]


@dataclass(frozen=True)
class Definition:
    """What a metric on the slide means: label, definition with caveat, unit and counting basis."""

    label: str
    text: str
    unit: str


@dataclass(frozen=True)
class Slide:
    """One slide. ``finding`` is empty where the base is too small for a statement; ``basis`` names unit, basis and filters not obeyed.

    ``title`` is the storyboard's own or the standard one, ``note`` what the speaker wrote; ``sql`` are pairs of question and statement
    with parameters filled in. ``empty_reason`` is set where there is nothing to show.
    """

    kind: str
    title: str
    finding: Text
    basis: str = ""
    tiles: tuple[Tile, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    points: tuple[Text, ...] = ()
    caveat: str = ""
    note: str = ""
    definitions: tuple[Definition, ...] = ()
    sql: tuple[tuple[str, str], ...] = ()
    empty_reason: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every number of the slide, each once."""
        held: list[Fact] = [*facts_of(self.finding), *(fact for point in self.points for fact in facts_of(point)), *(tile.fact for tile in self.tiles)]
        held += [fact for series in (self.chart.series if self.chart else ()) for fact in series.facts]
        held += [cell for row in (self.table.rows if self.table else ()) for cell in row if isinstance(cell, Fact)]
        return unique(held)


@dataclass(frozen=True)
class Briefing:
    """A storyboard filled with the records of one version, in one language; only the slides that are switched on.

    ``address`` holds the parameters of the page's URL that give the same briefing again, without language and version. ``sentence`` is
    the selection in words, ``record_kinds`` the kinds of record in words, ``stamp`` both with the version in one line.
    """

    title: str
    language: Language
    subject: SubjectKind
    version: Path
    filters: Filters
    address: dict[str, str]
    sentence: str
    record_kinds: str
    has_synthetic: bool
    slides: tuple[Slide, ...] = field(default=())

    @property
    def version_id(self) -> str:
        """The version that all numbers come from."""
        return self.version.stem

    @property
    def stamp(self) -> str:
        """Selection, kinds of record and version in one line."""
        return " · ".join((self.sentence, self.record_kinds, f"{translate('Version', self.language)} {self.version_id}"))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every number of the briefing, each once."""
        return unique(fact for slide in self.slides for fact in slide.facts)


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """``facts`` without repeats, in their order."""
    return tuple({fact.fact_id: fact for fact in facts}.values())


def unit_of(metric_id: str) -> str:
    """The unit of a metric, an English text to be translated."""
    return metrics.metric(metric_id).unit


def key_of(origin: Origin) -> dict[str, Any]:
    """What tells the row of ``origin`` from the other rows of its answer; empty for an answer of one row."""
    return row_key.key_of(origin.answer, origin.rows[0]) if origin.rows else {}
