"""Panels that several pages show in the same way: an answer, its chart and its words, put together."""

from collections.abc import Sequence

from fairboard.analysis import formatting
from fairboard.analysis.filters import Filters
from fairboard.analysis.runner import Answer
from fairboard.charts import course, histogram, ranking, tile_grid
from fairboard.charts.events import Event, over_days
from fairboard.charts.labels import beside_mark, wrapped
from fairboard.ui.board import HEIGHT, Marks, Panel, alt_of
from fairboard.ui.context import Context

OPEN_BAND_YUAN = 30_000


def ranked(context: Context, answer: Answer, panel_id: str, title: str, subtitle: str, *, value: str, code: str, pick: str | None = None,
           most: int = 20, width: str = "half", height: int = HEIGHT, meaning: str = "demand", metric: str | None = None, cube: str | None = None) -> Panel:
    """A ranking of the rows of ``answer`` by the column ``value``; ``code`` is the column that a click filters by."""
    rows = answer.rows()[:most]
    labels = [context.label(row) for row in rows]
    texts = [formatting.value_text(row[value], metric or value, context.language) for row in rows]
    chosen = getattr(context.filters, pick) if pick else ()
    figure = ranking.ranking_chart(labels, [row[value] for row in rows], texts, [row[code] for row in rows], mode=context.mode, meaning=meaning, chosen=chosen)
    return Panel(panel_id, title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))),
                 pick=pick, code_column=code, width=width, height=height, value=value, cube=cube)


def tiled(context: Context, answer: Answer, panel_id: str, title: str, subtitle: str, *, value: str, metric: str | None = None,
          width: str = "half", height: int = HEIGHT, cube: str | None = None) -> Panel:
    """The 15 regions on the tile grid, by the column ``value``."""
    rows = answer.rows()
    labels = [context.label(row) for row in rows]
    texts = [formatting.value_text(row[value], metric or value, context.language) for row in rows]
    figure = tile_grid.tile_grid_chart(
        [row["tile_row"] for row in rows], [row["tile_column"] for row in rows], labels, [row[value] for row in rows], texts,
        [row["region_code"] for row in rows], mode=context.mode, chosen=context.filters.region_codes,
    )
    return Panel(panel_id, title, subtitle, answer, figure, alt_of(context, title, list(zip(labels, texts, strict=True))),
                 pick="region_codes", code_column="region_code", width=width, height=height, value=value, cube=cube)


def wage_bands(context: Context, answer: Answer, panel_id: str, title: str, subtitle: str, *, line_yuan: int, width: str = "half", height: int = HEIGHT,
               is_brushed: bool = False) -> Panel:
    """Openings by wage band of 1,000 yuan with a line at ``line_yuan``.

    ``is_brushed`` where ``answer`` leaves out the range of wages: that is then chosen on the bands, and those outside step back.
    """
    rows = answer.rows()
    starts = [row["band_start_yuan"] for row in rows]
    texts = [
        context.text("{start}–{end} yuan: {count} openings" if start < OPEN_BAND_YUAN else "over {start} yuan: {count} openings",
                     start=f"{start:,}", end=f"{start + 1000:,}", count=formatting.exact(row["openings"]))
        for start, row in zip(starts, rows, strict=True)
    ]
    ticks = {yuan: formatting.short(yuan, context.language) for yuan in range(5000, 30_001, 5000)}
    figure = histogram.histogram_chart(
        starts, [row["openings"] for row in rows], texts, width=1000, line=line_yuan,
        line_text=context.text("over {amount} yuan →", amount=formatting.short(line_yuan, context.language)), tick_texts=ticks, mode=context.mode, language=context.language,
        stands_out=_stand_out(context.filters, starts) if is_brushed else (),
    )
    alt = alt_of(context, title, [(text, "") for text in texts])
    brushed = {"pick": "wage_at_least_yuan", "code_column": "band_start_yuan", "cube": "wage"} if is_brushed else {}
    return Panel(panel_id, title, subtitle, answer, figure, alt, width=width, height=height, marks=Marks("band_start_yuan"), **brushed)


def _stand_out(filters: Filters, starts: Sequence[int]) -> tuple[bool, ...]:
    """For each band, which holds the wages above its start up to its end, whether the range of wages touches it; empty where there is no range."""
    least, most = filters.wage_at_least_yuan, filters.wage_at_most_yuan
    if least is None and most is None:
        return ()
    return tuple((least is None or start >= OPEN_BAND_YUAN or start + 1000 >= least) and (most is None or start < most) for start in starts)


def by_fair(context: Context, answer: Answer, panel_id: str, title: str, subtitle: str, *, width: str = "full", height: int = 280,
            events: Sequence[Event] = (), cube: str | None = None) -> Panel:
    """The season's course: a stem for each fair on its day; the largest, or what is chosen, carries its name. ``events`` are laid over it."""
    rows = answer.rows()
    chosen = context.filters.fair_ids
    named = [row for row in rows if row["fair_id"] in chosen][:2] or sorted(rows, key=lambda row: row["openings"], reverse=True)[:1]
    texts = [f"{context.label(row)}<br>{row['starts_on']:%Y-%m-%d}: {formatting.exact(row['openings'])}" for row in rows]
    figure = course.lollipop_chart(
        [row["starts_on"].date() for row in rows], [row["openings"] for row in rows], texts, [int(row["fair_id"]) for row in rows], mode=context.mode, language=context.language,
        emphasised=chosen, notes={int(row["fair_id"]): beside_mark(context.label(row)) for row in named},
    )
    figure = over_days(figure, events, mode=context.mode)
    return Panel(panel_id, title, subtitle, answer, figure,
                 alt_of(context, title, [(context.label(row), formatting.exact(row["openings"])) for row in named]),
                 pick="fair_ids", code_column="fair_id", width=width, height=height, cube=None if events else cube)


def over_column(context: Context, name: str) -> str:
    """A region's name over a narrow column: a long Chinese one in two lines, of an English one the first word."""
    return wrapped(name, 8) if context.language == "zh" else name.split(" ")[0]


def strongest(context: Context, answer: Answer, value: str, finding: str, otherwise: str) -> str:
    """A title that says which row is largest by ``value`` (``finding`` names it as {name}), or asks where there is none."""
    rows = [row for row in answer.rows() if row[value] and row.get("sector_code") != "unclassified"]
    return context.text(finding, name=context.label(max(rows, key=lambda row: row[value]))) if rows else context.text(otherwise)
