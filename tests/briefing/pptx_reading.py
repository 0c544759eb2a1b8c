"""What the tests read in a PowerPoint file: its text, charts with their workbooks, and where things stand."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import openpyxl
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from fairboard.briefing.model import Briefing
from fairboard.briefing.pptx import write_pptx

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def opened(briefings: Sequence[Briefing]) -> Deck:
    """The file of ``briefings``, opened by python-pptx."""
    return Presentation(io.BytesIO(write_pptx(briefings)))


def charts_of(slide: Slide) -> list[Any]:
    """The native charts of a slide."""
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def cells_of(chart: Any) -> list[list[Any]]:
    """The rows of the workbook inside a chart."""
    workbook = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in workbook.worksheets[0].iter_rows(values_only=True)]


def tables_of(slide: Slide) -> list[list[list[str]]]:
    """The native tables of a slide as texts."""
    return [[[cell.text for cell in row.cells] for row in shape.table.rows] for shape in slide.shapes if shape.has_table]


def all_shapes(shapes: Any) -> Iterator[Any]:
    """Every shape, those within groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from all_shapes(shape.shapes)


def frames(shapes: Iterable[Any]) -> list[tuple[str, int, int, int, int]]:
    """Name, left, top, right and bottom of shapes; a placeholder stands where its layout has it."""
    found = []
    for shape in shapes:
        left, top = shape.left, shape.top
        found.append((shape.name, left, top, left + shape.width, top + shape.height))
    return found


def overlaps(slide: Slide) -> list[tuple[str, str]]:
    """The names of shapes that lie on each other by more than a hundredth of an inch."""
    return [
        (one[0], other[0])
        for one, other in combinations(frames(slide.shapes), 2)
        if min(one[3], other[3]) - max(one[1], other[1]) > 9_144 and min(one[4], other[4]) - max(one[2], other[2]) > 9_144
    ]


def roots(deck: Deck) -> Iterator[tuple[str, Any]]:
    """Every part of the file that holds text: slides, notes, charts, layouts and masters."""
    for number, slide in enumerate(deck.slides, 1):
        yield f"slide {number}", slide.element
        yield f"notes {number}", slide.notes_slide.element
        for chart in charts_of(slide):
            yield f"chart on slide {number}", chart._chartSpace
    yield "master", deck.slide_master.element
    yield "notes master", deck.notes_master.element
    for layout in deck.slide_layouts:
        yield f"layout {layout.name}", layout.element


def words_of(slide: Slide) -> str:
    """All text of a slide."""
    return "\n".join("".join(node.itertext()) for node in slide.element.iter(f"{A}p"))
