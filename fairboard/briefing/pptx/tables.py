"""Native tables: a header row that is flagged as one, thin rules, numbers at the right; long words are broken, never cut off."""

from collections.abc import Sequence
from dataclasses import replace

from pptx.slide import Slide

from fairboard.briefing.model import Table
from fairboard.briefing.pptx import measuring, shapes
from fairboard.briefing.pptx.grid import EMU, Box
from fairboard.briefing.pptx.shapes import NAMESPACES
from fairboard.briefing.pptx.words import cleaned, fill, paragraph, run
from fairboard.locale import Language

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
LARGEST_PT, LEAST_PT, LEAST_BLOCK_PT = 13.0, 9.0, 10.0
SIDE, PADDING, GAP = 0.1, 0.05, 0.6
LINE_HEIGHT = 1.5
"""A line in a cell, of its type size: LibreOffice makes those of Chinese faces this high."""
SLACK = 0.98
SPREAD = 1.7
"""A table is spread over at most this much more than it needs."""
LEAST_WORDS = 1.1
"""A column of words is never narrower than this, in inches."""
Rows = list[list[str]]


def fitting_size(table: Table, language: Language, room: tuple[float, float]) -> float | None:
    """The type size in points at which ``table`` is inside a frame of that width and height; None where it would be too small to read."""
    rows = _rows(told(table), language)
    size = LARGEST_PT
    while size >= LEAST_PT:
        if sum(_needed(rows, size)) <= room[0] and sum(_heights(rows, _needed(rows, size), size)) <= room[1]:
            return size
        size -= 0.5
    return None


def in_parts(table: Table, language: Language, place: Box) -> list[Table]:
    """``table`` in parts of about the same length that each fit a slide of numbers."""
    table = told(table)
    count = 1
    while True:
        length = -(-len(table.rows) // count)
        parts = [replace(table, rows=table.rows[first : first + length]) for first in range(0, len(table.rows), length)]
        if length == 1 or all(_blocks(part, language, place) for part in parts):
            return parts
        count += 1


def add_in_blocks(slide: Slide, table: Table, place: Box, language: Language, *, name: str) -> None:
    """A table over a whole slide: in two blocks side by side where it is long and narrow."""
    blocks, size = _blocks(table, language, place) or ([table], LEAST_PT)
    width = (place.width - GAP * (len(blocks) - 1)) / len(blocks)
    for number, block in enumerate(blocks):
        side = replace(place, x=place.x + number * (width + GAP), width=width)
        add_table(slide, block, side, size, language, name=name if len(blocks) == 1 else f"{name} ({number + 1}/{len(blocks)})")


def _blocks(table: Table, language: Language, place: Box) -> tuple[list[Table], float] | None:
    """The table in one block or two, whichever can be written larger, with the type size; None where it does not fit."""
    half = -(-len(table.rows) // 2)
    found = []
    for blocks in ([table], [replace(table, rows=table.rows[:half]), replace(table, rows=table.rows[half:])]):
        width = (place.width - GAP * (len(blocks) - 1)) / len(blocks)
        sizes = [_broken_size(block, language, (width, place.height), is_broken=len(blocks) == 1) for block in blocks if block.rows]
        if all(sizes) and len(sizes) == len(blocks):
            found.append((blocks, min(sizes)))
    return max(found, key=lambda pair: pair[1], default=None)


def _broken_size(table: Table, language: Language, room: tuple[float, float], *, is_broken: bool) -> float:
    """The type size at which the table fits, with long words broken where that ``is_broken``; 0 where none does."""
    rows = _rows(table, language)
    size = LARGEST_PT
    while size >= LEAST_BLOCK_PT:
        widths = _widths(rows, table, room[0], size)
        if (is_broken or sum(_needed(rows, size)) <= room[0]) and sum(_heights(rows, widths, size)) <= room[1]:
            return size
        size -= 0.5
    return 0


def add_table(slide: Slide, table: Table, place: Box, size_pt: float, language: Language, *, name: str) -> None:
    """``table`` at the top left of ``place``."""
    table = told(table)
    rows = _rows(table, language)
    widths = [round(width * EMU) for width in _widths(rows, table, place.width, size_pt)]
    heights = _heights(rows, [width / EMU for width in widths], size_pt)
    spread = min(max(place.height / sum(heights), 1), 1.3)
    heights = [round(height * spread * EMU) for height in heights]
    x, y, _, _ = place.emu
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    body = "".join(_row(row, table, size_pt, height, language, is_header=number == 0) for number, (row, height) in enumerate(zip(rows, heights, strict=True)))
    shapes.put(slide, (
        f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>{shapes.named(shapes.next_id(slide), name, name)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{sum(widths)}" cy="{sum(heights)}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    ))  # fmt: skip


def told(table: Table) -> Table:
    """``table`` without the columns that say nothing in any row."""
    kept = [place for place, column in enumerate(table.columns) if column.metric or any(row[place] for row in table.rows)] or [0]
    return Table(tuple(table.columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in table.rows))


def _is_at_right(table: Table, place: int) -> bool:
    """True for a column of numbers, or of changes such as +4.2%, among which one may be told in words: unchanged."""
    texts = [row[place] for row in table.rows if isinstance(row[place], str) and row[place]]
    return bool(table.columns[place].metric) or any(text[0] in "+−" for text in texts) or all(text[0] in "-–" for text in texts)


def _rows(table: Table, language: Language) -> Rows:
    return [[cleaned(column.label) for column in table.columns], *([cleaned(text) for text in row] for row in table.texts(language))]


def _needed(rows: Rows, size_pt: float) -> list[float]:
    """The width of each column in which nothing has to be broken."""
    return [
        max(measuring.roomy_in(line, size_pt, is_bold=number == 0) for number, row in enumerate(rows) for line in row[place].split("\n")) / SLACK + 2 * SIDE + 0.02
        for place in range(len(rows[0]))
    ]


def _widths(rows: Rows, table: Table, room: float, size_pt: float) -> list[float]:
    """Columns over the width there is: spread a little where there is more than needed, those of words narrower where there is less."""
    needed = _needed(rows, size_pt)
    spare = room - sum(needed)
    if spare >= 0:
        more = min(spare, sum(needed) * (SPREAD - 1)) / len(needed)
        return [width + more for width in needed]
    least = [max(LEAST_WORDS, _longest_word(rows, place, size_pt)) for place in range(len(needed))]
    words = [max(width - word, 0) if not column.metric else 0 for width, word, column in zip(needed, least, table.columns, strict=True)]
    part = min(-spare / sum(words), 1) if sum(words) else 0
    narrower = [width - part * word for width, word in zip(needed, words, strict=True)]
    return [width * min(room / sum(narrower), 1) for width in narrower]


def _longest_word(rows: Rows, place: int, size_pt: float) -> float:
    """The width of a column in which words are not broken."""
    return max(measuring.widest_piece_in(row[place], size_pt, is_bold=number == 0) for number, row in enumerate(rows)) / SLACK + 2 * SIDE + 0.02


def _heights(rows: Rows, widths: Sequence[float], size_pt: float) -> list[float]:
    """The height of each row in inches, by its cell with most lines."""
    return [
        max(measuring.line_count(text, size_pt, (width - 2 * SIDE) * SLACK, is_bold=number == 0) for text, width in zip(row, widths, strict=True))
        * size_pt * LINE_HEIGHT / measuring.POINTS + PADDING
        for number, row in enumerate(rows)
    ]  # fmt: skip


def _row(row: Sequence[str], table: Table, size_pt: float, height: int, language: Language, *, is_header: bool) -> str:
    cells = "".join(_cell(text, _is_at_right(table, place), size_pt, language, is_header=is_header) for place, text in enumerate(row))
    return f'<a:tr h="{height}">{cells}</a:tr>'


def _cell(text: str, is_number: bool, size_pt: float, language: Language, *, is_header: bool) -> str:
    align = "r" if is_number else "l"
    lines = [run(line, language, size_pt=size_pt, colour="ink", is_bold=is_header) for line in text.split("\n")]
    content = "".join(paragraph(line, language, align=align, size_pt=size_pt) for line in lines)
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    rule = f'<a:lnB w="{12_700 if is_header else 6_350}">{fill("ink_muted" if is_header else "grid")}</a:lnB>'
    ground = fill("surface") if is_header else "<a:noFill/>"
    side = round(SIDE * EMU)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{round(PADDING / 2 * EMU)}" marB="0" anchor="ctr">{none}{rule}{ground}</a:tcPr></a:tc>'
    )
