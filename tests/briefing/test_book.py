"""The workbook of a briefing: the numbers of its facts as numbers, a native chart on each slide that has one, and no formula."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from fairboard.briefing import model
from fairboard.briefing.book import number_format, shown, write_book
from fairboard.briefing.identity import manifest_for
from fairboard.briefing.model import Briefing, Column, Fact, Slide, Table, Tile
from fairboard.exports.manifest import read_manifest
from fairboard.locale import LANGUAGES, Language, translate

HOSTILE = "=cmd|' /C calc'!A0 [x]:*?/\\ & \x07"


@pytest.fixture(scope="module")
def books(launch: dict[Language, Briefing]) -> dict[Language, Workbook]:
    return {language: opened(write_book([launch[language]])) for language in LANGUAGES}


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def numbers(sheet: Any) -> list[float]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_sheet_with_its_finding_and_the_numbers_of_its_facts(launch, books, language: Language):
    book, slides = books[language], shown(launch[language])
    assert book.sheetnames[0] == translate("About", language)
    assert book.sheetnames[-1] == "SQL"
    assert len(book.sheetnames) == len(slides) + 2
    for sheet, slide in zip(list(book)[1:-1], slides, strict=True):
        assert sheet["A1"].value == slide.title
        assert (sheet["A2"].value or "") == (model.plain(slide.finding) or slide.empty_reason)
        held = numbers(sheet)
        facts = [tile.fact for tile in slide.tiles] + [cell for row in (slide.table.rows if slide.table else ()) for cell in row if isinstance(cell, Fact)]
        for fact in facts:
            assert not fact.is_known or any(value == pytest.approx(fact.value) for value in held), fact.fact_id


def test_the_published_totals_stand_as_numbers(launch, books):
    place = [slide.kind for slide in shown(launch["zh"])].index("headline") + 1
    assert {202, 5459, 949, 7580, 49_000} <= set(numbers(list(books["zh"])[place]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_refers_to_cells_that_hold_the_numbers_of_its_facts(launch, books, language: Language):
    drawn = 0
    for sheet, slide in zip(list(books[language])[1:-1], shown(launch[language]), strict=True):
        assert len(sheet._charts) == (1 if slide.chart else 0), slide.kind
        if not slide.chart:
            continue
        series = sheet._charts[0].series
        assert len(series) == len(slide.chart.series)
        for found, wanted in zip(series, slide.chart.series, strict=True):
            name, _, cells = found.val.numRef.f.rpartition("!")
            assert name.strip("'") == sheet.title
            values = [cell.value for (cell,) in sheet[cells.replace("$", "")]]
            expected = sorted((value for value in wanted.values if value is not None), reverse=True) if slide.chart.kind == "tile_grid" else list(wanted.values)
            assert values == pytest.approx(expected)
            drawn += 1
    assert drawn > 5


def test_the_workbook_says_what_it_is_and_carries_its_numbers(launch):
    data = write_book([launch["en"]])
    book = opened(data)
    manifest = read_manifest(data)
    about = " ".join(str(cell.value) for row in book["About"].iter_rows() for cell in row if cell.value)
    for text in (launch["en"].sentence, launch["en"].version_id, manifest.manifest_id, "Contains synthetic records"):
        assert text in about
    assert manifest == manifest_for([launch["en"]])
    assert book.properties.keywords == manifest.manifest_id
    assert any("select" in str(cell.value) for (cell,) in book["SQL"].iter_rows(max_col=1))


def test_two_languages_are_in_one_workbook_one_after_the_other(launch):
    book = opened(write_book([launch["zh"], launch["en"]]))
    assert [name for name in book.sheetnames if name in ("关于", "说明", "About")][-1] == "About"
    assert len(book.sheetnames) == 2 * len(shown(launch["zh"])) + 3
    assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)


def test_what_a_person_wrote_is_text_and_never_a_formula(launch):
    fact = next(fact for fact in launch["en"].facts if fact.value == 5459)
    chart = next(slide.chart for slide in launch["en"].slides if slide.chart)
    slide = Slide("sectors", HOSTILE, (HOSTILE,), HOSTILE, (Tile(fact, HOSTILE, "5,459", HOSTILE, HOSTILE),),
                  replace(chart, categories=(HOSTILE,) * len(chart.categories), series=(replace(chart.series[0], name=HOSTILE),)),
                  Table((Column(HOSTILE), Column(HOSTILE, "openings")), ((HOSTILE, fact),)), ((HOSTILE,),), HOSTILE, HOSTILE)
    book = opened(write_book([replace(launch["en"], title=HOSTILE, sentence=HOSTILE, slides=(slide, slide))]))
    assert len(book.sheetnames) == 4
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
        for found in sheet._charts:
            assert found.title.tx.strRef.f.endswith("!$A$1")


@pytest.mark.parametrize(("metric", "form"), [("openings", "#,##0"), ("openings_over_threshold_share", "0.0%"), ("openings_per_attendee", "#,##0.00")])
def test_numbers_are_written_as_their_metric_is(metric: str, form: str):
    assert number_format(metric) == form
