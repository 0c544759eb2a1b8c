"""The same selection of the same version says the same on the pages, on the slides, in every file and in the press text."""

import io
import re
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from pptx import Presentation
from pptx.chart.chart import Chart

from tests.app.conftest import new_session
from tests.ui.test_present import asked
from tests.ui.test_routes import get

METRICS = ("employers", "openings", "openings_over_threshold", "on_site_people", "live_views")
PUBLISHED = {"employers": "202", "openings": "5,459", "openings_over_threshold": "949", "on_site_people": "7,580", "live_views": "49,000"}


def file(version: Path, name: str) -> bytes:
    """A file of the launch fair's briefing or press text, as the server gives it."""
    status, headers, data = get(f"/fairboard/{name}", query=f"fair=1&lang=en&v={version.stem}")
    assert status == 200, data
    assert re.fullmatch(r'attachment; filename="[\w.-]+"', headers["content-disposition"])
    return data


@pytest.fixture(scope="module")
def on_pages(sample_version: Path) -> tuple[dict[str, str], dict[str, int]]:
    """The tiles of Overview, and openings by sector out of its table, for the launch fair."""
    dashboard = new_session().open("overview", fair="1", lang="en").assert_stands()
    panel = next(panel for panel in dashboard.board["panels"] if panel["id"] == "sectors")
    rows = panel["table"]["rows"]
    return {metric: dashboard.tile(metric) for metric in METRICS}, {row[0]: int(row[1].replace(",", "")) for row in rows}


def test_the_pages_say_what_was_published(on_pages):
    assert on_pages[0] == PUBLISHED


def test_the_slides_on_screen_say_the_same(on_pages, sample_version):
    tiles, sectors = on_pages
    _, _, document = asked(sample_version, fair="1", lang="en")
    slides = {slide["kind"]: slide for slide in document.data("deck")["slides"]}
    assert set(tiles.values()) <= {tile["text"] for tile in slides["headline"]["tiles"]}
    assert {row[0]: row[1].replace(",", "") for row in slides["sectors"]["table"]["rows"]}.items() >= {name: str(count) for name, count in list(sectors.items())[:5]}.items()


def test_the_powerpoint_file_says_the_same(on_pages, sample_version):
    tiles, sectors = on_pages
    slides = list(Presentation(io.BytesIO(file(sample_version, "briefing.pptx"))).slides)
    words = {run.text for slide in slides for shape in every_shape(slide.shapes) if shape.has_text_frame for line in shape.text_frame.paragraphs for run in line.runs}
    assert set(tiles.values()) <= words
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert any(shows(chart, sectors) for chart in charts)


def every_shape(shapes):
    """The shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from every_shape(shape.shapes)


def shows(chart: Chart, amounts: dict[str, int]) -> bool:
    """True where the chart has the largest of ``amounts``, and no other number under a name of theirs."""
    held = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    return len(held) >= 5 and all(amounts.get(name) == value for name, value in held.items())


def test_the_pdf_says_the_same(on_pages, sample_version):
    tiles, sectors = on_pages
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file(sample_version, "briefing.pdf"))).pages)
    assert [value for value in tiles.values() if value not in text] == []
    assert [name for name in list(sectors)[:5] if name not in text or f"{sectors[name]:,}" not in text] == []


def test_the_workbook_says_the_same(on_pages, sample_version):
    tiles, sectors = on_pages
    book = openpyxl.load_workbook(io.BytesIO(file(sample_version, "briefing.xlsx")), read_only=True)
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    numbers = {cell for row in rows for cell in row if isinstance(cell, int | float)}
    assert {int(value.replace(",", "")) for value in tiles.values()} <= numbers
    assert all(any(name in row and count in row for row in rows) for name, count in list(sectors.items())[:5])


@pytest.mark.parametrize("name", ["communique.docx", "communique.html"])
def test_the_press_text_says_the_same(name, on_pages, sample_version):
    data = file(sample_version, name)
    text = "\n".join(line.text for line in docx.Document(io.BytesIO(data)).paragraphs) if name.endswith("docx") else re.sub("<[^>]+>", "", data.decode())
    assert [value for value in on_pages[0].values() if value not in text] == []


@pytest.mark.parametrize(("name", "query", "status"), [
    ("briefing.exe", "", 404), ("communique.pptx", "", 404), ("briefing.pptx", "v=20200101T000000Z-abcd", 404), ("briefing.pdf", "v=../../etc", 400),
    ("briefing.pptx", "fair=x&deck=~%00&subject=<b>&lang=en", 200),
])  # fmt: skip
def test_a_bad_address_gives_no_file_and_says_why(name, query, status, sample_version):
    found, headers, data = get(f"/fairboard/{name}", query=query)
    assert found == status, data
    assert "Traceback" not in data.decode("latin-1")
    assert status == 200 or headers["content-type"].startswith("text/plain")
