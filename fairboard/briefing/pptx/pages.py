"""The slides of one briefing, or of the same storyboard in two languages put together: what is said stays apart, numbers and names are joined."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fairboard.briefing.model import Briefing, Chart, Column, Fact, Slide, Table, Text, Tile, plain
from fairboard.briefing.pptx.words import Line, one_line
from fairboard.charts.labels import width_of
from fairboard.locale import Language, translate

Thing = TypeVar("Thing")
MOST_TWO_LINES = 9
"""So many bars have room for their names in two languages one under the other."""
MOST_TALL_ROWS, MOST_IN_LINE = 8, 56
"""A short table, or one with words longer than that in half-width letters, has its two languages one under the other."""
NUMBERS = "numbers"
"""The kind of the slides that a file has more than the storyboard: tables for which there is no room beside their charts."""


@dataclass(frozen=True)
class Page:
    """One slide of the file. ``tiles`` and ``points`` have each thing once in each language."""

    slides: tuple[tuple[Language, Slide], ...]
    chart: Chart | None
    table: Table | None

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the file, the first one on top."""
        return tuple(language for language, _ in self.slides)

    @property
    def is_cover(self) -> bool:
        """True for the title of the whole."""
        return self.slides[0][1].kind == "title"

    @property
    def is_numbers(self) -> bool:
        """True for a table of its own at the end of the file."""
        return self.slides[0][1].kind == NUMBERS

    @property
    def is_text(self) -> bool:
        """True where there are only statements."""
        return bool(self.points) and not (self.chart or self.table or self.tiles)

    @property
    def titles(self) -> tuple[tuple[Language, str], ...]:
        """The title, each wording once."""
        return tuple(_once((language, one_line(slide.title)) for language, slide in self.slides))

    @property
    def findings(self) -> tuple[Line, ...]:
        """What the slide finds, or why it is empty; nothing where neither is said."""
        found = [(language, slide.finding or ((slide.empty_reason,) if slide.empty_reason else ())) for language, slide in self.slides]
        return tuple((language, text) for language, text in found if text)

    @property
    def bases(self) -> tuple[tuple[Language, str], ...]:
        """Unit, counting basis and caveat."""
        found = [(language, " · ".join(one_line(part) for part in (slide.basis, slide.caveat) if part)) for language, slide in self.slides]
        return tuple((language, text) for language, text in found if text)

    @property
    def tiles(self) -> tuple[tuple[tuple[Language, Tile], ...], ...]:
        """The headline figures."""
        return self._side_by_side(lambda slide: slide.tiles)

    @property
    def points(self) -> tuple[tuple[Line, ...], ...]:
        """The statements of a slide of text."""
        return self._side_by_side(lambda slide: slide.points)

    def _side_by_side(self, things_of: Callable[[Slide], Sequence[Thing]]) -> tuple[tuple[tuple[Language, Thing], ...], ...]:
        columns = [[(language, thing) for thing in things_of(slide)] for language, slide in self.slides]
        longest = max(map(len, columns))
        return tuple(tuple(column[number] for column in columns if number < len(column)) for number in range(longest))


def pages_of(briefings: Sequence[Briefing]) -> list[Page]:
    """A page for each slide; ValueError where two briefings do not have the same slides."""
    kinds = {tuple(slide.kind for slide in briefing.slides) for briefing in briefings}
    if len(kinds) > 1 or len({briefing.language for briefing in briefings}) < len(briefings):
        raise ValueError("briefings side by side need the same slides, each in a language of its own")
    return [_page(tuple(zip((briefing.language for briefing in briefings), slides, strict=True))) for slides in zip(*(briefing.slides for briefing in briefings), strict=True)]


def numbers_pages(page: Page, parts: Sequence[Table]) -> list[Page]:
    """Pages for the parts of the table of ``page``."""
    found = []
    for place, part in enumerate(parts, 1):
        counted = f" ({place}/{len(parts)})" if len(parts) > 1 else ""
        slides = tuple(
            (language, Slide(NUMBERS, translate("{title}: numbers", language, title=slide.title) + counted, (), basis=slide.basis, caveat=slide.caveat,
                             definitions=slide.definitions))
            for language, slide in page.slides
        )  # fmt: skip
        found.append(Page(slides, None, part))
    return found


def _page(slides: tuple[tuple[Language, Slide], ...]) -> Page:
    charts = [slide.chart for _, slide in slides if slide.chart and slide.chart.categories]
    tables = [slide.table for _, slide in slides if slide.table and slide.table.rows]
    return Page(slides, _chart(charts) if charts else None, _table(tables) if tables else None)


def _chart(charts: Sequence[Chart]) -> Chart:
    """One chart with the names of all; the numbers are those of the first, which are the same in each."""
    first = charts[0]
    named = [dict(zip(chart.codes, chart.categories, strict=True)) for chart in charts]
    is_roomy = first.kind in ("tile_grid", "columns") or (first.kind == "bars" and len(first.categories) <= MOST_TWO_LINES)
    between = "\n" if is_roomy else " "
    categories = tuple(both((names.get(code, "") for names in named), between) for code in first.codes)
    series = tuple(replace(item, name=both(chart.series[place].name for chart in charts)) for place, item in enumerate(first.series))
    return replace(first, categories=categories, series=series, line_text=both(chart.line_text for chart in charts), alt=both((chart.alt for chart in charts), "\n"))


def _table(tables: Sequence[Table]) -> Table:
    """One table with the words of all; rows belong together by the number that they begin with, else by their place."""
    first = tables[0]
    if len(tables) == 1:
        return first
    columns = tuple(Column(both((table.columns[place].label for table in tables), "\n"), column.metric) for place, column in enumerate(first.columns))
    found = [{_key(row, place): row for place, row in enumerate(table.rows)} for table in tables]
    together = [[rows_of.get(_key(row, place), row) for rows_of in found] for place, row in enumerate(first.rows)]
    longest = max((sum(width_of(str(row[number])) for row in rows) for rows in together for number, cell in enumerate(rows[0]) if not isinstance(cell, Fact)), default=0)
    between = "\n" if len(together) <= MOST_TALL_ROWS or longest > MOST_IN_LINE else " "
    return Table(columns, tuple(
        tuple(cell if isinstance(cell, Fact) else both((str(row[number]) for row in rows), between) for number, cell in enumerate(rows[0])) for rows in together
    ))  # fmt: skip


def _key(row: Sequence[str | Fact], place: int) -> str | int:
    return next((cell.fact_id for cell in row if isinstance(cell, Fact)), place)


def both(texts: Iterable[str], between: str = " ") -> str:
    """Different texts one after the other, each once."""
    return between.join(dict.fromkeys(one_line(text) for text in texts if text))


def _once(texts: Iterable[tuple[Language, str]]) -> list[tuple[Language, str]]:
    return [(language, text) for text, language in {text: language for language, text in reversed(list(texts))}.items()][::-1]


def stamp(briefing: Briefing, *, has_sentence: bool = True) -> str:
    """What the numbers are of, in one line: selection, kinds of record, version."""
    version = translate("Version {version}", briefing.language, version=briefing.version_id)
    return " · ".join(one_line(part) for part in (briefing.sentence if has_sentence else "", briefing.record_kinds, version) if part)


def spoken(text: Text) -> str:
    """A text in one line."""
    return one_line(plain(text))
