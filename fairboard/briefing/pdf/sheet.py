"""A page to draw on: texts, boxes and lines in the colours of the light palette, measured from the upper left corner in points."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from fairboard.briefing.model import Mention, Text, plain
from fairboard.briefing.pdf import lines
from fairboard.briefing.pdf.fonts import face, width
from fairboard.charts import theme

WIDTH, HEIGHT = 841.89, 595.28
MARGIN = 42.0
LEADING = 1.42
STRONG = 0.028
"""How much thicker the strokes of a strong text are, as a part of its size: the face has one weight."""


@dataclass(frozen=True)
class Box:
    """A rectangle; ``y`` is its upper edge, counted downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def split(self, part: float, gap: float = 24) -> tuple["Box", "Box"]:
        """Its left ``part`` and the rest, with ``gap`` between."""
        left = (self.width - gap) * part
        return Box(self.x, self.y, left, self.height), Box(self.x + left + gap, self.y, self.width - gap - left, self.height)


class Sheet:
    """The canvas, with ``y`` counted downwards."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, text: str, size: float, colour: str = "ink", align: str = "left", *, is_strong: bool = False) -> float:
        """One line whose letters stand on ``y``; gives its width. ``align`` says where of the text ``x`` is."""
        wide = width(text, size)
        left = x - {"left": 0, "middle": wide / 2, "right": wide}[align]
        canvas, hue = self.canvas, hex_of(colour)
        canvas.saveState()
        canvas.setFillColor(hue)
        canvas.setFont(face(), size)
        if is_strong:
            canvas.setStrokeColor(hue)
            canvas.setLineWidth(size * STRONG)
        canvas.drawString(left, HEIGHT - y, text, mode=2 if is_strong else None)
        canvas.restoreState()
        return wide

    def paragraph(self, box: Box, text: str, size: float, colour: str = "ink", most: int = 99, *, is_strong: bool = False) -> float:
        """Lines from the upper edge of ``box`` down, at most ``most``; gives the place under the last."""
        y = box.y
        for line in lines.shortened(lines.clean(text), size, box.width, most):
            y += size * LEADING
            self.text(box.x, y - size * (LEADING - 1), line, size, colour, is_strong=is_strong)
        return y

    def mentions(self, box: Box, text: Text, size: float, colour: str = "ink") -> float:
        """The same for a text whose numbers stand out."""
        numbers: set[int] = set()
        words = ""
        for part in text:
            piece = lines.clean(f"|{plain((part,))}|")[1:-1]
            if isinstance(part, Mention):
                numbers |= set(range(len(words), len(words) + len(piece)))
            words += piece
        y = box.y
        for start, end in lines.spans(words, size, box.width):
            y += size * LEADING
            self._run(box.x, y - size * (LEADING - 1), words, range(start, end), numbers, size, colour)
        return y

    def _run(self, x: float, y: float, words: str, places: Sequence[int], numbers: set[int], size: float, colour: str) -> None:
        start = places[0]
        for place in [*places[1:], None]:
            if place is None or (place in numbers) != (start in numbers):
                piece = words[start : places[-1] + 1 if place is None else place]
                is_number = start in numbers
                x += self.text(x, y, piece, size, "demand" if is_number else colour, is_strong=is_number)
                start = place or 0

    def box(self, box: Box, colour: str, border: str = "", radius: float = 0) -> None:
        """A filled box, with a border where one is named."""
        canvas = self.canvas
        canvas.setFillColor(hex_of(colour))
        if border:
            canvas.setStrokeColor(hex_of(border))
            canvas.setLineWidth(1.6 if border == "ink" else 0.7)
        x, y = box.x, HEIGHT - box.bottom
        if radius:
            canvas.roundRect(x, y, box.width, box.height, radius, stroke=bool(border), fill=1)
        else:
            canvas.rect(x, y, box.width, box.height, stroke=bool(border), fill=1)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str = "grid", thick: float = 0.6, dash: Sequence[float] = ()) -> None:
        """A straight line."""
        canvas = self.canvas
        canvas.saveState()
        canvas.setStrokeColor(hex_of(colour))
        canvas.setLineWidth(thick)
        if dash:
            canvas.setDash(list(dash))
        canvas.line(start[0], HEIGHT - start[1], end[0], HEIGHT - end[1])
        canvas.restoreState()

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        self.canvas.setFillColor(hex_of(colour))
        self.canvas.circle(x, HEIGHT - y, radius, stroke=0, fill=1)


def hex_of(colour: str) -> HexColor:
    """A colour of the palette by its meaning, or one in hexadecimal."""
    return HexColor(colour if colour.startswith("#") else theme.colour(colour, "light"))
