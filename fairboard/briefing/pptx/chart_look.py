"""What all native charts share: faces, colours of the theme, quiet axes, numbers with separators, room for names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart as NativeChart
from pptx.dml.color import ColorFormat
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from fairboard.analysis import metrics
from fairboard.briefing.model import Chart, Fact
from fairboard.briefing.pptx import faces
from fairboard.briefing.pptx.words import scheme_name
from fairboard.locale import Language

THEME = {
    "tx1": MSO_THEME_COLOR.TEXT_1, "tx2": MSO_THEME_COLOR.TEXT_2, "bg1": MSO_THEME_COLOR.BACKGROUND_1, "bg2": MSO_THEME_COLOR.BACKGROUND_2,
    **{f"accent{number}": getattr(MSO_THEME_COLOR, f"ACCENT_{number}") for number in range(1, 7)},
}  # fmt: skip
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def number_format(metric_id: str) -> str:
    """How Office writes the numbers of a metric: separators, and per cent where it is a share."""
    item = metrics.metric(metric_id)
    decimals = f".{'0' * item.decimals}" if item.decimals else ""
    return f"0{decimals}%" if item.kind == "share" else f"#,##0{decimals}"


def number(fact: Fact) -> int | float | None:
    """The value of a fact as a plain number, None where it is not known."""
    if not fact.is_known:
        return None
    value = fact.value.item() if hasattr(fact.value, "item") else fact.value
    return value if isinstance(value, int) else float(value)


def paint(colour: ColorFormat, meaning: str) -> None:
    """Give it the colour of a meaning, by its place in the theme."""
    colour.theme_color = THEME[scheme_name(meaning)]


def fill_with(format_: Any, meaning: str) -> None:
    """A solid fill of a bar, point or marker."""
    format_.fill.solid()
    paint(format_.fill.fore_color, meaning)


def write(font: Any, size_pt: float, meaning: str, *, is_bold: bool = False) -> None:
    """Size and colour of a text of the chart."""
    font.size = Pt(round(size_pt * 2) / 2)
    font.bold = is_bold
    paint(font.color, meaning)


def quiet_axes(native: NativeChart, size_pt: float, *, has_values: bool = False) -> None:
    """Names in ink without marks; the axis of values hidden where every bar has its number."""
    names, values = native.category_axis, native.value_axis
    names.has_major_gridlines = False
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    write(names.tick_labels.font, size_pt, "ink")
    paint(names.format.line.color, "rest")
    values.has_major_gridlines = has_values
    values.major_tick_mark = values.minor_tick_mark = XL_TICK_MARK.NONE
    write(values.tick_labels.font, size_pt, "ink_muted")
    values.format.line.fill.background()
    values.visible = has_values
    if has_values:
        paint(values.major_gridlines.format.line.color, "grid")


def label_values(plot_or_series: Any, metric_id: str, size_pt: float) -> None:
    """The number at the end of each bar."""
    labels = plot_or_series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number_format(metric_id), False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    write(labels.font, size_pt, "ink")


def hues(chart: Chart, meaning: str) -> list[str]:
    """The colour of each bar by meaning: those that the finding names stand out, those beyond the line have a colour of their own."""
    found = []
    for place in range(len(chart.categories)):
        is_back = bool(chart.emphasised) and place not in chart.emphasised
        is_over = chart.over_from is not None and place >= chart.over_from
        found.append("rest" if is_back else "over_line" if is_over else meaning)
    return found


def paint_points(series: Any, colours: Sequence[str]) -> None:
    """The commonest colour for the series, the others point by point, so that new rows of the workbook look as most do."""
    usual = max(dict.fromkeys(colours), key=list(colours).count)
    fill_with(series.format, usual)
    for place, colour in enumerate(colours):
        if colour != usual:
            fill_with(series.points[place].format, colour)


def place_plot(native: NativeChart, x: float, y: float, width: float, height: float) -> None:
    """Put the inner plot at these parts of the chart, so that names have the room that they need."""
    area = native._chartSpace.chart.plotArea
    for old in area.findall(f"{{{C}}}layout"):
        area.remove(old)
    parts = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", width), ("h", height)))
    area.insert(0, parse_xml(
        f'<c:layout xmlns:c="{C}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{parts}</c:manualLayout></c:layout>'
    ))  # fmt: skip


def finish(native: NativeChart, size_pt: float, language: Language) -> None:
    """Type for whatever has none of its own; then the faces and the language everywhere."""
    write(native.font, size_pt, "ink")
    native.has_title = False
    space = native._chartSpace
    faces.set_everywhere(space, language)
    corners = space.find(f"{{{C}}}roundedCorners")
    if corners is None:
        space.insert(1 if space.find(f"{{{C}}}date1904") is not None else 0, parse_xml(f'<c:roundedCorners xmlns:c="{C}" val="0"/>'))


@dataclass(frozen=True)
class Drawn:
    """A chart on its slide, and the size of its type."""

    frame: Any
    size_pt: float


def type_size(room_in: float, *, largest_pt: float = 14, least_pt: float = 8) -> float:
    """The type that looks right in a row of that height."""
    return min(max(room_in * 72 * 0.62, least_pt), largest_pt)
