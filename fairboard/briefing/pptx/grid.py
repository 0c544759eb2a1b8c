"""Where things stand on a slide of 13.333 by 7.5 inches: one grid for every layout."""

from dataclasses import dataclass

EMU = 914_400
WIDTH, HEIGHT = 13.333, 7.5


@dataclass(frozen=True)
class Box:
    """A rectangle in inches."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """The same in the units of the file: x, y, width, height."""
        return round(self.x * EMU), round(self.y * EMU), round(self.width * EMU), round(self.height * EMU)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height

    def left(self, part: float, gap: float = 0.35) -> "Box":
        """The left ``part`` of it, without half of ``gap``."""
        return Box(self.x, self.y, self.width * part - gap / 2, self.height)

    def right(self, part: float, gap: float = 0.35) -> "Box":
        """The right ``part`` of it, without half of ``gap``."""
        return Box(self.x + self.width * (1 - part) + gap / 2, self.y, self.width * part - gap / 2, self.height)

    def top(self, height: float) -> "Box":
        """Its upper ``height`` inches."""
        return Box(self.x, self.y, self.width, height)

    def below(self, height: float) -> "Box":
        """What is under its upper ``height`` inches."""
        return Box(self.x, self.y + height, self.width, self.height - height)


MARGIN = 0.65
SPAN = WIDTH - 2 * MARGIN
TITLE = Box(MARGIN, 0.42, SPAN, 0.74)
FINDING = Box(MARGIN, 1.18, SPAN, 0.86)
FINDINGS = FINDING.left(0.5), FINDING.right(0.5)
CONTENT = Box(MARGIN, 2.12, SPAN, 4.24)
CONTENTS = CONTENT.left(0.5), CONTENT.right(0.5)
NUMBERS = Box(MARGIN, 1.3, SPAN, 5.06)
BASIS = Box(MARGIN, 6.43, SPAN, 0.44)
FOOTER = Box(MARGIN, 7.0, SPAN - 1.0, 0.34)
NUMBER = Box(WIDTH - MARGIN - 0.9, 7.0, 0.9, 0.34)
RULE_Y = 6.93
BADGE = Box(WIDTH - MARGIN - 3.4, 0.13, 3.4, 0.27)

COVER_TITLE = Box(1.0, 1.5, WIDTH - 2.0, 1.75)
COVER_LINES = Box(1.0, 3.75, WIDTH - 2.0, 2.5)
COVER_LINES_BOTH = COVER_LINES.left(0.5), COVER_LINES.right(0.5)
COVER_FOOTER = Box(1.0, 7.0, WIDTH - 3.0, 0.34)
