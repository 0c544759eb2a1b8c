"""Native tables: a header row that is flagged as one, thin rules, numbers at the right."""

from collections.abc import Sequence

from pptx.slide import Slide

from fairboard.briefing.model import Table
from fairboard.briefing.pptx import measuring, shapes
from fairboard.briefing.pptx.grid import EMU, Box
from fairboard.briefing.pptx.shapes import NAMESPACES
from fairboard.briefing.pptx.words import cleaned, fill, paragraph, run
from fairboard.locale import Language

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
LARGEST_PT, LEAST_PT = 14.0, 9.0
SIDE = 0.09
PADDING = 0.05


def fitting_size(table: Table, language: Language, room: tuple[float, float]) -> float | None:
    """The type size in points at which ``table`` is inside a frame of that width and height; None where it would be too small to read."""
    rows = _rows(table, language)
    size = LARGEST_PT
    while size >= LEAST_PT:
        if sum(_widths(rows, size)) <= room[0] and len(rows) * row_height(size) <= room[1]:
            return size
        size -= 0.5
    return None


def row_height(size_pt: float) -> float:
    """The height of a row in inches."""
    return size_pt * measuring.LINE_HEIGHT / measuring.POINTS + PADDING


def add_table(slide: Slide, table: Table, place: Box, size_pt: float, language: Language, *, name: str, alt: str) -> None:
    """``table`` at the top left of ``place``, as wide as that."""
    rows = _rows(table, language)
    needed = _widths(rows, size_pt)
    spare = max(place.width - sum(needed), 0) / len(needed)
    widths = [round((width + spare) * EMU) for width in needed]
    height = round(min(row_height(size_pt) * 1.25, place.height / len(rows)) * EMU)
    x, y, _, _ = place.emu
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    body = "".join(_row(row, table, size_pt, height, language, is_header=number == 0) for number, row in enumerate(rows))
    shapes.put(slide, (
        f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>{shapes.named(shapes.next_id(slide), name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>"
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{sum(widths)}" cy="{height * len(rows)}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    ))  # fmt: skip


def _rows(table: Table, language: Language) -> list[list[str]]:
    return [[cleaned(column.label) for column in table.columns], *([cleaned(text) for text in row] for row in table.texts(language))]


def _widths(rows: Sequence[Sequence[str]], size_pt: float) -> list[float]:
    return [max(measuring.width_in(row[place], size_pt, is_bold=number == 0) for number, row in enumerate(rows)) + 2 * SIDE + 0.04 for place in range(len(rows[0]))]


def _row(row: Sequence[str], table: Table, size_pt: float, height: int, language: Language, *, is_header: bool) -> str:
    cells = "".join(_cell(text, bool(column.metric), size_pt, language, is_header=is_header) for text, column in zip(row, table.columns, strict=True))
    return f'<a:tr h="{height}">{cells}</a:tr>'


def _cell(text: str, is_number: bool, size_pt: float, language: Language, *, is_header: bool) -> str:
    content = paragraph(run(text, language, size_pt=size_pt, colour="ink", is_bold=is_header), language, align="r" if is_number else "l", size_pt=size_pt)
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    rule = f'<a:lnB w="{12_700 if is_header else 6_350}">{fill("ink_muted" if is_header else "grid")}</a:lnB>'
    ground = fill("surface") if is_header else "<a:noFill/>"
    side = round(SIDE * EMU)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{round(PADDING / 2 * EMU)}" marB="0" anchor="ctr">{none}{rule}{ground}</a:tcPr></a:tc>'
    )
