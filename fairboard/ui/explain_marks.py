"""Which rows of an answer a mark of a chart stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fairboard.charts.theme import Figure


@dataclass(frozen=True)
class Marks:
    """How the marks of a chart are found again in the rows of its answer.

    ``code`` is the column whose value a mark carries as its ``customdata`` (or, where it carries none, as its x); ``ROW`` where that is
    the number of the row, as in ``points`` too. ``series`` and ``points`` name a column and its values by the number of the trace, and by the place of the
    mark along the x axis: the columns of a heat map, the periods of a line. A value that is a list stands for any of its members.

    Which number of the row a mark shows, where it is not one for the whole panel: ``columns`` by the number of the trace,
    ``point_columns`` by the place along the x axis, or ``is_column`` where the code is the name of the column. With none of these and no
    code the marks belong to the only row of the answer.
    """

    code: str | None = None
    series: tuple[str, Sequence[Any]] | None = None
    points: tuple[str, Sequence[Any]] | None = None
    columns: Sequence[str | None] = ()
    point_columns: Sequence[str | None] = ()
    is_column: bool = False


ROW = "#"


def rows_of(marks: Marks, figure: Figure, rows: list[dict[str, Any]], trace: Any, point: Any) -> list[dict[str, Any]]:
    """The rows that the mark ``point`` (a number, or row and column of a heat map) of ``trace`` stands for; empty where it stands for none.

    Both come from a browser and are trusted in nothing.
    """
    try:
        return _rows_of(marks, figure, rows, int(trace), [int(item) for item in point] if isinstance(point, list) else int(point))
    except (IndexError, KeyError, TypeError, ValueError):
        return []


def column_of(marks: Marks, figure: Figure, trace: Any, point: Any) -> str | None:
    """The column whose number the mark shows, where its chart shows several; else None."""
    try:
        if marks.is_column:
            return str(_code(figure["data"][int(trace)], int(point)))
        if marks.columns:
            return marks.columns[int(trace)]
        return marks.point_columns[int(point)] if marks.point_columns else None
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _rows_of(marks: Marks, figure: Figure, rows: list[dict[str, Any]], trace: int, point: int | list[int]) -> list[dict[str, Any]]:
    place = point[1] if isinstance(point, list) else point
    if trace < 0 or (min(point) if isinstance(point, list) else point) < 0:
        return []
    wanted: list[tuple[str, Any]] = []
    if marks.code and not marks.is_column:
        code = _code(figure["data"][trace], point)
        if marks.code == ROW:
            return [rows[int(code)]]
        wanted.append((marks.code, code))
    if marks.series:
        wanted.append((marks.series[0], marks.series[1][trace]))
    if marks.points:
        if marks.points[0] == ROW:
            return [rows[marks.points[1][place]]]
        wanted.append((marks.points[0], marks.points[1][place]))
    return [row for row in rows if all(_is(row[column], value) for column, value in wanted)] if wanted else rows[:1] if len(rows) == 1 else []


def _code(trace: dict[str, Any], point: int | list[int]) -> Any:
    held = trace.get("customdata", trace["x"])
    if not isinstance(held, list | tuple):
        return held
    return held[point[0]][point[1]] if isinstance(point, list) else held[point]


def _is(held: Any, value: Any) -> bool:
    """Equal, whether a number came as text or not; nothing known is written as an empty code."""
    if isinstance(value, list | tuple | set):
        return any(_is(held, item) for item in value)
    return held == value or str("" if held is None else held) == str("" if value is None else value)
