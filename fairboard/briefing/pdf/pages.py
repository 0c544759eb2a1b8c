"""A slide on a page: title, finding, what it shows, on what basis, and at the foot what the whole is about."""

from dataclasses import dataclass

from fairboard.briefing.model import Briefing, Definition, Slide, Tile, plain
from fairboard.briefing.pdf import charts, lines, tables
from fairboard.briefing.pdf.fonts import width
from fairboard.briefing.pdf.sheet import HEIGHT, LEADING, MARGIN, WIDTH, Box, Sheet
from fairboard.locale import translate

ROOM = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 36
WIDE_TABLE = 5
"""A table of that many columns stands under its chart, not beside it."""
CHART_PART = 0.6
MOST_ACROSS = 4
DEFINITIONS_TOP = 78.0


@dataclass(frozen=True)
class Frame:
    """What stands at the foot of each page."""

    briefing: Briefing
    mark: str
    page: int
    page_count: int

    def say(self, text: str, **params: object) -> str:
        """``text`` in the language of the page."""
        return translate(text, self.briefing.language, **params)


def slide_page(sheet: Sheet, slide: Slide, frame: Frame) -> None:
    """The page of ``slide``."""
    bottom = _below(sheet, slide, frame)
    if slide.kind == "title":
        _title_page(sheet, slide, frame, bottom)
    else:
        y = sheet.paragraph(Box(MARGIN, 34, ROOM, 0), slide.title, 22, most=2, is_strong=True) + 4
        if slide.finding:
            y = sheet.mentions(Box(MARGIN, y, ROOM, 0), slide.finding, 13.5)
        y += 12
        _content(sheet, Box(MARGIN, y, ROOM, bottom - y - 8), slide, frame)
    foot(sheet, frame)


def definitions_page(sheet: Sheet, definitions: list[Definition], frame: Frame) -> None:
    """A page of definitions, in two columns."""
    sheet.paragraph(Box(MARGIN, 34, ROOM, 0), frame.say("Definitions"), 22, is_strong=True)
    for definition, box in zip(definitions, _places(definitions), strict=True):
        _definition(sheet, box, definition)
    foot(sheet, frame)


def fitting(definitions: list[Definition]) -> list[Definition]:
    """As many of the first definitions as a page has room for, one at least."""
    return definitions[: max(len(_places(definitions)), 1)]


def _places(definitions: list[Definition]) -> list[Box]:
    """Where each definition stands, for as many as there is room for."""
    wide = (ROOM - 28) / 2
    found: list[Box] = []
    column, y = 0, DEFINITIONS_TOP
    for definition in definitions:
        high = _height(definition, wide)
        if y > DEFINITIONS_TOP and y + high > FOOT - 14:
            column, y = column + 1, DEFINITIONS_TOP
        if column > 1:
            break
        found.append(Box(MARGIN + column * (wide + 28), y, wide, high))
        y += high + 5
    return found


def foot(sheet: Sheet, frame: Frame) -> None:
    """Selection, kind of record, version, the file's id and the page."""
    briefing = frame.briefing
    sheet.line((MARGIN, FOOT), (WIDTH - MARGIN, FOOT), "rest")
    right = f"{frame.mark} · {frame.say('page {page} of {count}', page=frame.page, count=frame.page_count)}"
    room = ROOM - width(right, 8) - 20
    version = frame.say("Version {version}", version=briefing.version_id)
    kinds = lines.clean(briefing.record_kinds)
    warning = frame.say("synthetic records: made up, not real") if briefing.has_synthetic else ""
    tail = " · ".join(text for text in (kinds if not warning else "", version) if text)
    x = MARGIN
    if warning:
        x += sheet.text(x, FOOT + 14, warning, 8, "over_line", is_strong=True) + 6
    tail_room = width(f" · {tail}", 8)
    x += sheet.text(x, FOOT + 14, lines.cut(lines.clean(briefing.sentence), 8, room - (x - MARGIN) - tail_room), 8, "ink_muted")
    sheet.text(x, FOOT + 14, f" · {tail}", 8, "ink_muted")
    sheet.text(WIDTH - MARGIN, FOOT + 14, right, 8, "ink_muted", "right")


def _below(sheet: Sheet, slide: Slide, frame: Frame) -> float:
    """Basis, caveat and the speaker's note, from the foot upwards; gives the place over them."""
    y = FOOT - 8
    if slide.note:
        found = lines.shortened(lines.clean(slide.note), 9.5, ROOM - 24, 5)
        high = (len(found) + 1) * 9.5 * LEADING + 10
        sheet.box(Box(MARGIN, y - high, ROOM, high), "surface", radius=4)
        sheet.text(MARGIN + 12, y - high + 17, frame.say("Speaker's note"), 8.5, "ink_muted", is_strong=True)
        for number, line in enumerate(found):
            sheet.text(MARGIN + 12, y - high + 17 + (number + 1) * 9.5 * LEADING, line, 9.5)
        y -= high + 6
    for text, colour in ((slide.caveat, "over_line"), (slide.basis, "ink_muted")):
        found = lines.shortened(lines.clean(text), 8.5, ROOM, 3) if text else []
        y -= len(found) * 8.5 * LEADING
        for number, line in enumerate(found):
            sheet.text(MARGIN, y + (number + 0.85) * 8.5 * LEADING, line, 8.5, colour)
    return y


def _title_page(sheet: Sheet, slide: Slide, frame: Frame, bottom: float) -> None:
    sheet.box(Box(0, 0, 14, HEIGHT), "demand")
    y = sheet.paragraph(Box(MARGIN + 20, 150, ROOM - 60, 0), slide.title, 32, most=3, is_strong=True) + 10
    if slide.finding:
        y = sheet.mentions(Box(MARGIN + 20, y, ROOM - 60, 0), slide.finding, 15) + 10
    sheet.line((MARGIN + 20, y + 4), (MARGIN + 120, y + 4), "demand", 2)
    y += 20
    for point in slide.points:
        if y > bottom - 24:
            break
        y = sheet.mentions(Box(MARGIN + 20, y, ROOM - 60, 0), point, 13, "ink_muted") + 4


def _content(sheet: Sheet, box: Box, slide: Slide, frame: Frame) -> None:
    language = frame.briefing.language
    if slide.empty_reason:
        sheet.paragraph(Box(box.x, box.y + 40, box.width, 0), slide.empty_reason, 13, "ink_muted")
        return
    if slide.tiles:
        has_more = slide.chart or slide.table or slide.points
        y = _tiles(sheet, Box(box.x, box.y, box.width, box.height * 0.42 if has_more else min(box.height, 330)), slide.tiles)
        box = Box(box.x, y + 12, box.width, box.bottom - y - 12)
    if slide.points:
        y = _points(sheet, box, slide)
        box = Box(box.x, y + 8, box.width, box.bottom - y - 8)
    chart, table = slide.chart, slide.table
    if chart and table and len(table.columns) >= WIDE_TABLE:
        high = max(box.height * 0.45, box.height - 17 * (len(table.rows) + 2) - 16)
        charts.draw(sheet, Box(box.x, box.y, box.width, high), chart, language)
        tables.draw(sheet, Box(box.x, box.y + high + 16, box.width, box.height - high - 16), table, language)
    elif chart and table:
        left, right = box.split(CHART_PART if len(table.columns) < WIDE_TABLE - 1 else 0.54)
        charts.draw(sheet, left, chart, language)
        tables.draw(sheet, right, table, language)
    elif chart:
        charts.draw(sheet, box, chart, language)
    elif table:
        tables.draw(sheet, box, table, language)


def _points(sheet: Sheet, box: Box, slide: Slide) -> float:
    """Sentences one under the other, as many as there is room for; larger where nothing else is on the page."""
    size = 12.0 if slide.chart or slide.table else 14.0
    y = box.y
    for point in slide.points:
        room = len(lines.spans(plain(point), size, box.width - 16)) * size * LEADING
        if y + room > box.bottom:
            break
        sheet.dot(box.x + 3, y + size * 0.85, 2.2, "demand")
        y = sheet.mentions(Box(box.x + 16, y, box.width - 16, 0), point, size) + size * 0.5
    return y


def _tiles(sheet: Sheet, box: Box, tiles: tuple[Tile, ...]) -> float:
    """Headline figures in up to two lines; gives the place under them."""
    down = 1 if len(tiles) <= MOST_ACROSS else 2
    across = -(-len(tiles) // down)
    gap = 12.0
    wide, high = (box.width - gap * (across - 1)) / across, (box.height - gap * (down - 1)) / down
    high = min(high, 152.0)
    for number, tile in enumerate(tiles):
        place = Box(box.x + (wide + gap) * (number % across), box.y + (high + gap) * (number // across), wide, high)
        _tile(sheet, place, tile)
    return box.y + high * down + gap * (down - 1)


def _tile(sheet: Sheet, box: Box, tile: Tile) -> None:
    sheet.box(box, "surface", radius=5)
    inner = Box(box.x + 12, box.y + 6, box.width - 24, box.height)
    y = sheet.paragraph(inner, tile.label, 10, "ink_muted", 2)
    size = 34.0
    text = lines.clean(tile.text)
    unit = "" if text.endswith(tile.unit) else lines.clean(tile.unit)
    while size > 14 and width(text, size) + width(unit, 10) + 6 > inner.width:
        size -= 1
    base = min(y + size * 1.15, box.bottom - 10)
    wide = sheet.text(inner.x, base, text, size, is_strong=True)
    sheet.text(inner.x + wide + 6, base, unit, 10, "ink_muted")
    room = int((box.bottom - base - 9) / (8.5 * LEADING))
    if tile.remark and room > 0:
        sheet.paragraph(Box(inner.x, base + 9, inner.width, 0), tile.remark, 8.5, "ink_muted", room)


def _definition_lines(definition: Definition, room: float) -> list[str]:
    return lines.wrapped(lines.clean(definition.text), 8.6, room)


def _unit_lines(definition: Definition, room: float) -> list[str]:
    """Unit and counting basis in lines of their own, where there is no room for them beside the name; else none."""
    unit = lines.clean(definition.unit)
    return [] if width(lines.clean(definition.label), 11) + 12 + width(unit, 9) <= room else lines.wrapped(unit, 9, room)


def _height(definition: Definition, room: float) -> float:
    return 11 * LEADING + (len(_definition_lines(definition, room)) + len(_unit_lines(definition, room))) * 8.6 * LEADING


def _definition(sheet: Sheet, box: Box, definition: Definition) -> float:
    y = box.y + 11 * LEADING
    below = _unit_lines(definition, box.width)
    wide = sheet.text(box.x, y - 4, lines.cut(lines.clean(definition.label), 11, box.width), 11, is_strong=True)
    if not below:
        sheet.text(box.x + wide + 8, y - 4, lines.clean(definition.unit), 9, "ink_muted")
    for line in below:
        y += 8.6 * LEADING
        sheet.text(box.x, y - 8.6 * (LEADING - 1), line, 9, "ink_muted")
    for line in _definition_lines(definition, box.width):
        y += 8.6 * LEADING
        sheet.text(box.x, y - 8.6 * (LEADING - 1), line, 8.6)
    return y
