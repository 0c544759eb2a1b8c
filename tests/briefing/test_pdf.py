"""The handout: a page a slide with real text in an embedded face, in both languages."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from fairboard.briefing import model
from fairboard.briefing.identity import manifest_for
from fairboard.briefing.model import Briefing, Column, Slide, Table
from fairboard.briefing.pdf import charts, lines, write_pdf
from fairboard.briefing.pdf.fonts import width
from fairboard.exports.manifest import read_manifest
from fairboard.locale import LANGUAGES, Language, translate

A4_LANDSCAPE = (841.89, 595.28)


@pytest.fixture(scope="module")
def handouts(launch: dict[Language, Briefing]) -> dict[Language, PdfReader]:
    return {language: PdfReader(io.BytesIO(write_pdf([launch[language]]))) for language in LANGUAGES}


def text_of(reader: PdfReader, page: int) -> str:
    """The letters of a page without spaces and line breaks."""
    return "".join(reader.pages[page].extract_text().split())


def solid(text: str) -> str:
    return "".join(lines.clean(text).split())


def fonts_of(reader: PdfReader) -> list[DictionaryObject]:
    return [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].get_object().values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_page_with_its_title_finding_and_table(launch, handouts, language: Language):
    reader, briefing = handouts[language], launch[language]
    assert len(reader.pages) > len(briefing.slides)
    for page, slide in enumerate(briefing.slides):
        found = text_of(reader, page)
        assert solid(slide.title) in found
        assert solid(model.plain(slide.finding)) in found
        if slide.table:
            for cell in slide.table.texts(language)[0]:
                assert solid(cell)[:4] in found
    assert solid(translate("Definitions", language)) in text_of(reader, len(reader.pages) - 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_is_written_out_with_its_unit_and_counting_basis(launch, handouts, language: Language):
    definitions = {definition for slide in launch[language].slides for definition in slide.definitions}
    found = "".join(text_of(handouts[language], page) for page in range(len(launch[language].slides), len(handouts[language].pages)))
    assert len(definitions) > 10
    assert [definition.unit for definition in definitions if solid(definition.unit) not in found or solid(definition.text) not in found] == []


def test_the_published_totals_are_read_back_in_both_languages(launch, handouts):
    number = [slide.kind for slide in launch["zh"].slides].index("headline")
    for total in ("202", "5,459", "949", "7,580"):
        assert total in text_of(handouts["zh"], number)
        assert total in text_of(handouts["en"], number)
    assert "4.9万" in text_of(handouts["zh"], number)
    assert "49,000" in text_of(handouts["en"], number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded_and_its_letters_can_be_read(handouts, language: Language):
    fonts = fonts_of(handouts[language])
    assert fonts
    for font in fonts:
        assert "NotoSansSC" in font["/BaseFont"]
        assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) > 1000
        assert "/ToUnicode" in font


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_a4_and_says_selection_version_kind_id_and_its_number(launch, handouts, language: Language):
    reader, briefing = handouts[language], launch[language]
    mark = manifest_for([briefing]).manifest_id
    for number, page in enumerate(reader.pages):
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(A4_LANDSCAPE, abs=0.1)
        found = text_of(reader, number)
        for text in (briefing.version_id, mark, solid(briefing.sentence)[:20], solid(translate("synthetic records: made up, not real", language))):
            assert text in found
        assert solid(translate("page {page} of {count}", language, page=number + 1, count=len(reader.pages))) in found


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_file_has_a_title_a_language_and_a_bookmark_for_each_slide(launch, handouts, language: Language, tag: str):
    reader, briefing = handouts[language], launch[language]
    assert reader.metadata.title == lines.clean(briefing.title)
    assert reader.trailer["/Root"]["/Lang"] == tag
    assert [entry.title for entry in reader.outline] == [*(lines.clean(slide.title) for slide in briefing.slides), translate("Definitions", language)]


def test_two_languages_follow_one_another_in_one_file(launch):
    reader = PdfReader(io.BytesIO(write_pdf([launch["zh"], launch["en"]])))
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["中文", "English"]
    assert solid(launch["zh"].title) in text_of(reader, 0)
    assert any(solid(launch["en"].slides[1].title) in text_of(reader, page) for page in range(len(launch["zh"].slides), len(reader.pages)))


def test_the_same_briefing_gives_the_same_bytes_and_carries_its_numbers(launch):
    data = write_pdf([launch["zh"]])
    assert data == write_pdf([launch["zh"]])
    held = {fact.fact_id: fact.value for fact in read_manifest(data).stated}
    assert held == {fact.fact_id: fact.value for fact in launch["zh"].facts}
    assert 5459 in held.values()


def test_a_long_table_is_cut_with_how_many_rows_are_left_out(launch):
    rows = tuple((f"row {number}", "x") for number in range(200))
    slide = Slide("sectors", "Long", (), table=Table((Column("Name"), Column("Value")), rows))
    found = text_of(PdfReader(io.BytesIO(write_pdf([replace(launch["en"], slides=(slide,))]))), 0)
    shown = sum(f"row{number}x" in found for number in range(200))
    assert 20 < shown < 60
    assert f"and{200 - shown}morerows:seetheworkbook" in found


def test_what_a_person_wrote_is_text_and_nothing_else(launch):
    hostile = "<b>&amp;</b> <img src='file:///etc/passwd'/> \x07\u202e" + "长" * 400
    slide = Slide("sectors", hostile, (hostile,), note=hostile, basis=hostile, caveat=hostile, empty_reason=hostile)
    (page, *_) = PdfReader(io.BytesIO(write_pdf([replace(launch["zh"], title=hostile, sentence=hostile, slides=(slide,))]))).pages
    found = page.extract_text()
    assert "<img src='file:///etc/passwd'/>" in " ".join(found.split())
    assert "\x07" not in found
    assert "\u202e" not in found


def test_a_briefing_without_slides_or_numbers_has_a_page(launch):
    assert len(PdfReader(io.BytesIO(write_pdf([replace(launch["en"], slides=(Slide("headline", "Nothing", (), empty_reason="No fair."),))]))).pages) == 1


@pytest.mark.parametrize("text", [
    "共有202家用人单位参会，提供岗位5,459个，其中月薪超过1万元的949个（按下限），现场参会7,580人；“校地合作”签约15份。",
    "Openings fell by 8.2% (2025 on 2024), from 72,525 to 66,611; \"Junior college\" and Dalian University of Technology follow.",
])
@pytest.mark.parametrize("room", [60, 90, 133, 250])
def test_lines_break_where_they_may(text: str, room: int):
    found = lines.wrapped(text, 10, room)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    for line in found:
        assert width(line, 10) <= room
        assert line[0] not in "，。；：）”、,.;:)%"
        assert line[-1] not in "（“("
    if room >= 90:
        assert set(" ".join(found).split()) >= {word for word in text.split() if width(word, 10) < 60}


def test_a_word_longer_than_a_line_is_broken_and_a_long_text_shortened():
    assert lines.wrapped("x" * 100, 10, 60)[0] != "x" * 100
    assert "".join(lines.wrapped("x" * 100, 10, 60)) == "x" * 100
    found = lines.shortened("word " * 100, 10, 60, 2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert all(width(line, 10) <= 60 for line in found)


@pytest.mark.parametrize(("most", "ticks"), [
    (0, [0, 1]), (1, [0, 0.2, 0.4, 0.6, 0.8, 1]), (863, [0, 200, 400, 600, 800, 1000]), (15, [0, 2.5, 5, 7.5, 10, 12.5, 15]), (0.6, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
])
def test_an_axis_has_round_numbers_up_to_the_largest(most: float, ticks: list[float]):
    assert charts.nice_ticks(most) == pytest.approx(ticks)
