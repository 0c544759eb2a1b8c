"""Every page with a board as a workbook: a sheet and a native chart for each panel, the values of the answers, and no formula."""

import io
from typing import Any

import openpyxl
import pytest

from fairboard.briefing import stale
from fairboard.exports.manifest import read_manifest
from fairboard.exports.page_book import write_page
from fairboard.exports.word_sheets import LONGEST_NAME, sheet_names
from fairboard.locale import LANGUAGES, translate
from fairboard.ui import page_export
from fairboard.ui.registry import PAGES

MOST_SECONDS = 2.0
HOSTILE = ("[a]:*?/\\b", "'quoted'", "History", "x" * 80, "x" * 80, "", "重" * 50, "=1+1")


@pytest.fixture
def boards(dashboard, monkeypatch):
    """Opens a page and gives, for each board on it, what its workbook is made of and the board's panels."""
    found: list[tuple[Any, list]] = []

    def keep(context: Any, tiles: list, panels: list, *rest: Any) -> None:
        found.append((page_export.book_of(context, tiles, panels, "http://127.0.0.1/x", *rest), panels))

    monkeypatch.setattr(page_export, "draw", keep)

    def open_page(page: str, language: str, **address: str) -> list[tuple[Any, list]]:
        found.clear()
        dashboard.open(page, lang=language, **address).assert_stands()
        return list(found)

    return open_page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_the_workbook_of_a_page_has_its_panels_with_charts_and_the_values_of_the_answers(boards, page, language):
    for page_book, panels in boards(page.name, language):
        book = openpyxl.load_workbook(io.BytesIO(write_page(page_book)))
        names = book.sheetnames
        fixed = [translate("About", language)] + ([translate("Tiles", language)] if page_book.tiles else [])
        assert names[: len(fixed)] == fixed
        assert names[-1] == "SQL"
        assert len(names) == len(fixed) + len(panels) + 1
        assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
        for sheet, panel in zip(list(book)[len(fixed) : -1], panels, strict=True):
            assert sheet["A1"].value == panel.title
            has_marks = panel.figure is not None and not panel.answer.is_empty
            assert len(sheet._charts) == (1 if has_marks else 0), f"{page.name}: {panel.panel_id}"
            assert_holds(sheet, panel)


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "briefing"], ids=lambda page: page.name)
def test_the_workbook_of_a_page_tells_which_numbers_it_shows_and_all_of_them_can_be_asked_again(boards, page):
    for page_book, panels in boards(page.name, "en"):
        manifest = read_manifest(write_page(page_book))
        assert manifest.kind == "page"
        assert manifest.stated or all(panel.answer.is_empty for panel in panels)
        found = stale.check(manifest, page_book.version)
        assert {change.state for change in found.changes} <= {"equal"}, [change for change in found.changes if change.state != "equal"][:3]


def assert_holds(sheet: Any, panel: Any) -> None:
    """Every number of the answer's shown number columns stands in the sheet's table."""
    rows = panel.answer.rows()
    numbers = [item.name for item in panel.answer.query.columns if item.type in ("bigint", "integer", "double") and item.name not in panel.hidden_columns
               and not item.name.endswith(("_code", "_id")) and not item.name.startswith("tile_")]
    held = [cell.value for row in sheet.iter_rows(min_row=5) for cell in row if isinstance(cell.value, int | float)]
    for name in numbers:
        values = [row[name] for row in rows if row[name] is not None]
        assert all(any(abs(value - other) < 1e-9 for other in held) for value in {values[0], values[-1]} if values) if values else True, (panel.panel_id, name)


def test_the_first_sheet_says_what_the_workbook_is_about(boards):
    ((page_book, _),) = boards("overview", "en", region="210200")
    sheet = openpyxl.load_workbook(io.BytesIO(write_page(page_book)))["About"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for wanted in ("How large is the season, and what is in demand?", "Region: Dalian", "Contains synthetic records: made up, not real.", page_book.version.stem,
                   "http://127.0.0.1/x", "openings_per_attendee", "Synthetic sample season"):
        assert wanted in texts, wanted


def test_tiles_are_numbers_where_they_are(boards):
    ((page_book, _),) = boards("overview", "en", fair="1")
    sheet = openpyxl.load_workbook(io.BytesIO(write_page(page_book)))["Tiles"]
    values = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2) if row[0].value}
    assert (values["Employers"], values["Openings"], values["People on site"]) == (202, 5459, 7580)


def test_names_of_sheets_are_valid_and_never_twice_the_same():
    names = list(sheet_names(list(HOSTILE)))
    assert len({name.lower() for name in names}) == len(HOSTILE)
    assert all(0 < len(name) <= LONGEST_NAME and not set(name) & set("[]:*?/\\") and name.lower() != "history" and name.strip("'") == name for name in names)


def test_a_page_in_dark_colours_gives_a_workbook_in_light_ones():
    figure = {"data": [{"type": "bar", "x": ["#6aa9ec"], "marker": {"color": ["#6aa9ec", "#123456"]}}], "layout": {}}
    assert page_export._light(figure)["data"][0]["marker"]["color"] == ["#1f5fa8", "#123456"]
