"""The sheet of one panel: its words, a native chart, the answer's table, and the numbers that the chart is drawn from."""

from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from fairboard.analysis import columns
from fairboard.analysis.catalogue import Item
from fairboard.exports import page_charts, rows
from fairboard.exports.cells import printable
from fairboard.exports.page_charts import Chart, Names, Series
from fairboard.exports.rows import FileColumn
from fairboard.exports.workbook import WIDEST, number_format, set_widths, text_width, write_cell
from fairboard.locale import Language, translate

CHART_LINE, CHART_LINES = 4, 22
CHART_SIZE = {"width": 860, "height": 430}
MOST_POINT_COLOURS = 60
SCALE = {"type": "3_color_scale", "min_color": "#ffffff", "mid_color": "#b9d3ee", "max_color": "#4487c5"}


def write_panel(book: Workbook, name: str, page: Any, panel: Any) -> None:
    """Add the sheet of ``panel``: chart on top, below it the table, and to the right of the table the numbers of the chart."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, panel.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, panel.subtitle, book.add_format({"font_color": "#5a6778"}))
    sheet.write_string(2, 0, " ".join(text for text in (panel.ignored, page.sentence) if text), book.add_format({"font_color": "#c2570c" if panel.ignored else "#5a6778"}))
    chart = page_charts.chart_of(panel.figure, names_of(page, panel)) if panel.figure and not panel.answer.is_empty else None
    first = CHART_LINE + CHART_LINES if chart else CHART_LINE
    width = _table(book, sheet, first, page, panel)
    if chart:
        draw_chart(book, sheet, name, (first, width + 1), panel.title, chart, _value_format(page, panel, chart), page.language)


def names_of(page: Any, panel: Any) -> Names:
    """How the marks of the panel are called: by the names in the answer's rows, and by the column whose numbers they show."""
    found = panel.answer.rows()
    label = next((item.name for item in panel.answer.query.columns if item.name.endswith(f"label_{page.language}")), None)
    by_code = {row[panel.code_column]: row[label] for row in found if row.get(panel.code_column)} if label and panel.code_column else {}
    numbers = [item for item in panel.answer.query.columns if item.type in columns.NUMBER_TYPES and not item.name.endswith(columns.CODE_ENDINGS)]

    def of_values(values: list[float | None]) -> str | None:
        if len(values) < 2:
            return columns.label(panel.value, page.language) if panel.value else None
        held = [value for value in values if value is not None]
        for item in sorted(numbers, key=lambda item: item.name != panel.value):
            if held and sorted(held) == sorted(row[item.name] for row in found if row[item.name] is not None)[-len(held):]:
                return columns.label(item.name, page.language)
        return None

    places = [(row[label], row.get(panel.value), row.get("tile_row"), row.get("tile_column")) for row in found] if label and panel.value else []
    return Names(by_code.get, of_values, places, columns.label(panel.value, page.language) if panel.value else page.say("Value"))


def _table(book: Workbook, sheet: Worksheet, first: int, page: Any, panel: Any) -> int:
    """The answer's rows from the line ``first`` on; gives the number of columns."""
    shown = [
        FileColumn(item, _heading(item, page.language), columns.column(item, page.language))
        for item in panel.answer.query.columns
        if item.name in {column.name for column in columns.shown(panel.answer.query, page.language, panel.hidden)}
    ]
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = [book.add_format({"num_format": number_format(column)}) for column in shown]
    quoted = book.add_format({"quote_prefix": True})
    held = panel.answer.rows()
    sheet.set_row(first, 32)
    for position, column in enumerate(shown):
        sheet.write_string(first, position, column.heading, head)
    set_widths(sheet, shown, [[row[column.item.name] for row in held] for column in shown])
    for line, row in enumerate(held, first + 1):
        for position, column in enumerate(shown):
            write_cell(sheet, line, position, _plain(row[column.item.name]), formats[position], quoted)
    sheet.autofilter(first, 0, first + max(len(held), 1), max(len(shown) - 1, 0))
    return len(shown)


def _heading(item: Item, language: Language) -> str:
    """The heading of a column; a share is written as a percentage and needs no unit."""
    return columns.label(item.name, language) if item.unit == "share" else rows.heading(item, language)


def _plain(value: Any) -> Any:
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value


def draw_chart(book: Workbook, sheet: Worksheet, name: str, place: tuple[int, int], title: str, chart: Chart, form: str, language: Language) -> None:
    """The chart at the top of the sheet ``name`` and, from the line and column ``place`` on, the cells that it refers to; ``form`` writes its numbers."""
    line, left = place
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "font_color": "#5a6778"})
    number = book.add_format({"num_format": form})
    sheet.set_column(left, left, min(max([24, *(text_width(text) + 2 for text in chart.categories)]), WIDEST))
    sheet.set_column(left + 1, left + max(len(chart.series) * 2, len(chart.matrix_columns)), 13)
    if chart.matrix is not None:
        line = _matrix(book, sheet, line, left, language, chart, number)
    sheet.write_string(line, left, translate("Numbers of the chart", language), head)
    drawn = book.add_chart({"type": chart.kind} | ({"subtype": "stacked"} if chart.is_stacked else {}))
    lines = book.add_chart({"type": "line"}) if chart.kind == "column" and any(item.is_line for item in chart.series) else None
    for position, item in enumerate(chart.series):
        column = left + 1 + position * (2 if chart.kind == "scatter" else 1)
        sheet.write_string(line, column, printable(item.name), head)
        _column(sheet, line, column, item.values, number)
        places = [name, line + 1, left, line + len(chart.categories), left]
        if chart.kind == "scatter":
            sheet.write_string(line, column + 1, "x", head)
            _column(sheet, line, column + 1, item.xs, None)
            places = [name, line + 1, column + 1, line + len(item.xs), column + 1]
        values = [name, line + 1, column, line + len(item.values), column]
        (lines if item.is_line and lines else drawn).add_series(
            {"name": [name, line, column], "categories": places, "values": values} | _look(chart, item, form)
        )
    for number_, category in enumerate(chart.categories, line + 1):
        write_cell(sheet, number_, left, printable(category), None, book.add_format({"quote_prefix": True}))
    if lines:
        drawn.combine(lines)
    _finish(drawn, chart, [name, 0, 0], form)
    sheet.insert_chart(CHART_LINE - 1, 0, drawn, {"description": printable(title), "object_position": 3})


def _column(sheet: Worksheet, line: int, column: int, values: list[float | None], form: Any) -> None:
    for number, value in enumerate(values, line + 1):
        write_cell(sheet, number, column, value, form, None)


def _matrix(book: Workbook, sheet: Worksheet, line: int, left: int, language: Language, chart: Chart, number: Any) -> int:
    """A heat map as cells, darker for more; gives the line after it."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet.write_string(line, left, translate("By place" if not any(chart.matrix_rows) else "Heat map", language), head)
    for position, text in enumerate(chart.matrix_columns, left + 1):
        sheet.write_string(line, position, text, head)
    for row, (label, cells) in enumerate(zip(chart.matrix_rows, chart.matrix, strict=True), line + 1):
        write_cell(sheet, row, left, label, None, book.add_format({"quote_prefix": True}))
        for position, value in enumerate(cells, left + 1):
            write_cell(sheet, row, position, value, number, None)
    sheet.conditional_format(line + 1, left + 1, line + len(chart.matrix), left + len(chart.matrix_columns), SCALE)
    return line + len(chart.matrix) + 2


def _value_format(page: Any, panel: Any, chart: Chart) -> str:
    """How the numbers of the chart are written: as the column that they come from, shares as a percentage."""
    item = next((item for item in panel.answer.query.columns if item.name == panel.value), None)
    values = [value for series in chart.series for value in series.values if isinstance(value, int | float)]
    is_share = bool(values) and max(map(abs, values)) <= 1 and any(value != int(value) for value in values)
    if is_share:
        return "0.0%"
    if item is not None and item.unit != "share":
        return number_format(FileColumn(item, "", columns.column(item, page.language)))
    return "#,##0" if all(value == int(value) for value in values) else "#,##0.00"


def _look(chart: Chart, item: Series, form: str) -> dict[str, Any]:
    """Colours and labels of a series, as on the screen."""
    if item.is_hidden:
        return {"fill": {"none": True}, "border": {"none": True}}
    hue = item.colours[0] if item.colours else None
    if chart.kind in ("line", "scatter") or item.is_line:
        marker = {"type": "circle", "size": 7} | ({"fill": {"color": hue}, "border": {"color": hue}} if hue else {})
        line = {"none": True} if chart.kind == "scatter" or item.is_line else {"width": 2.25} | ({"color": hue} if hue else {})
        return {"marker": marker, "line": line}
    found: dict[str, Any] = {"gap": 45} | ({"fill": {"color": hue}} if hue else {})
    if len(set(item.colours)) > 1 and len(item.colours) <= MOST_POINT_COLOURS:
        found["points"] = [{"fill": {"color": colour}} for colour in item.colours]
    if chart.kind in ("bar", "column") and len(chart.series) == 1 and len(item.values) <= MOST_POINT_COLOURS // 2:
        found["data_labels"] = {"value": True, "num_format": form}
    if chart.is_stacked:
        found["overlap"] = 100
    return found


def _finish(drawn: Any, chart: Chart, title: list[Any], form: str) -> None:
    """Title, axes and key; ``title`` is the cell that holds it, as a text of its own might be taken for a formula."""
    grid = {"visible": True, "line": {"color": "#e3e8ef"}}
    amounts = {"num_format": form, "major_gridlines": grid, "line": {"none": True}}
    if chart.kind == "bar":
        drawn.set_y_axis({"reverse": True, "label_position": "low", "interval_unit": 1, "line": {"color": "#b4bfcd"}})
        drawn.set_x_axis(amounts | {"label_position": "high"} if any((value or 0) < 0 for item in chart.series for value in item.values) else amounts)
    else:
        drawn.set_x_axis({"label_position": "low", "line": {"color": "#b4bfcd"}})
        drawn.set_y_axis(amounts)
    drawn.set_title({"name": title, "name_font": {"size": 13, "bold": True}, "overlay": False})
    hidden = [number for number, item in enumerate(chart.series) if item.is_hidden]
    drawn.set_legend({"none": True} if len(chart.series) - len(hidden) < 2 else {"position": "bottom", "delete_series": hidden})
    drawn.show_blanks_as("gap")
    drawn.set_size(CHART_SIZE)
