"""The table of a slide on a page: as many rows as there is room for, and how many more there are."""

from collections.abc import Sequence

from fairboard.briefing.model import Table
from fairboard.briefing.pdf import lines
from fairboard.briefing.pdf.fonts import width
from fairboard.briefing.pdf.sheet import Box, Sheet
from fairboard.locale import Language, translate

HIGHEST, LOWEST = 17.0, 11.6
GAP = 10.0
SIGNS = ("+", "−")
NARROWEST = 0.12
MOST_SPARE = 48.0
MOST_HEAD_LINES = 3


def draw(sheet: Sheet, box: Box, table: Table, language: Language) -> None:
    """``table`` from the upper edge of ``box`` down, without columns that are empty."""
    texts = table.texts(language)
    kept = [place for place in range(len(table.columns)) if not texts or any(row[place].strip() for row in texts)]
    rows = [[lines.clean(row[place]) for place in kept] for row in texts]
    heads = [lines.clean(table.columns[place].label) for place in kept]
    are_numbers = [bool(table.columns[place].metric) or are_changes([row[place] for row in texts]) for place in kept]
    size = 9.0
    widths = column_widths(heads, rows, are_numbers, box.width, size)
    box = Box(box.x, box.y, sum(widths) + GAP * len(widths), box.height)
    high_head = max(len(lines.shortened(head, size, wide, MOST_HEAD_LINES)) for head, wide in zip(heads, widths, strict=True)) * size * 1.3 + 6
    room = box.height - high_head
    high = min(max(room / max(len(rows), 1), LOWEST), HIGHEST)
    size = min(size, high * 0.68)
    shown = rows if high * len(rows) <= room + 0.1 else rows[: max(int(room / high) - 1, 1)]
    _head(sheet, box, heads, widths, are_numbers, high_head)
    y = box.y + high_head
    for number, row in enumerate(shown):
        if number % 2:
            sheet.box(Box(box.x, y, box.width, high), "surface")
        _row(sheet, box.x, y + high * 0.5 + size * 0.36, row, widths, are_numbers, size)
        y += high
    if len(shown) < len(rows):
        text = translate("and {count} more rows: see the workbook", language, count=len(rows) - len(shown))
        sheet.text(box.x + GAP / 2, y + high * 0.5 + size * 0.36, text, size, "ink_muted")


def are_changes(cells: Sequence[str]) -> bool:
    """True where words in a column are mostly changes with a sign: they stand under one another like numbers."""
    return sum(cell[:1] in SIGNS for cell in cells if cell) * 2 > len(cells)


def column_widths(heads: Sequence[str], rows: Sequence[Sequence[str]], are_numbers: Sequence[bool], room: float, size: float) -> list[float]:
    """The width of each column without its gap: numbers as they need, words share the rest by what they need."""
    needs = [max([width(row[place], size) for row in rows] + [_head_width(head, size)]) for place, head in enumerate(heads)]
    free = room - GAP * len(heads)
    if sum(needs) <= free:
        spare = free - sum(needs)
        return [need + min(spare / len(needs), MOST_SPARE) for need in needs]
    least = [max(min(need, free * NARROWEST), need if is_number else 0) for need, is_number in zip(needs, are_numbers, strict=True)]
    if sum(least) >= free:
        return [free * need / sum(needs) for need in needs]
    asked = [need - low for need, low in zip(needs, least, strict=True)]
    return [low + (free - sum(least)) * more / sum(asked) for low, more in zip(least, asked, strict=True)]


def _head_width(head: str, size: float) -> float:
    """What a heading needs in as many lines as it may have."""
    fits = (room for room in range(20, 400, 4) if len(lines.wrapped(head, size, room)) <= MOST_HEAD_LINES and all(width(word, size) <= room for word in head.split()))
    return next(fits, 400)


def _head(sheet: Sheet, box: Box, heads: Sequence[str], widths: Sequence[float], are_numbers: Sequence[bool], high: float) -> None:
    x = box.x
    for head, wide, is_number in zip(heads, widths, are_numbers, strict=True):
        found = lines.shortened(head, 9.0, wide, MOST_HEAD_LINES)
        for number, line in enumerate(found):
            y = box.y + high - 6 - 9.0 * 1.3 * (len(found) - 1 - number)
            sheet.text(x + GAP / 2 + (wide if is_number else 0), y, line, 9.0, "ink", "right" if is_number else "left", is_strong=True)
        x += wide + GAP
    sheet.line((box.x, box.y + high), (box.right, box.y + high), "ink_muted", 0.8)


def _row(sheet: Sheet, x: float, y: float, row: Sequence[str], widths: Sequence[float], are_numbers: Sequence[bool], size: float) -> None:
    for cell, wide, is_number in zip(row, widths, are_numbers, strict=True):
        sheet.text(x + GAP / 2 + (wide if is_number else 0), y, lines.cut(cell, size, wide), size, "ink", "right" if is_number else "left")
        x += wide + GAP
