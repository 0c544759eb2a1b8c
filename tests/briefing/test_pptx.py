"""The PowerPoint file: native charts that hold the facts, real text in the right faces, one master, alternative texts, notes."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pptx.presentation import Presentation as Deck

from fairboard.briefing.model import Briefing, plain
from fairboard.briefing.pptx import write_pptx
from fairboard.charts import theme
from fairboard.locale import Language
from tests.briefing.pptx_reading import A, C, all_shapes, cells_of, charts_of, frames, opened, overlaps, roots, tables_of, words_of

SIDES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
FIFTEEN_DIGITS = 1e-15
"""A spreadsheet keeps so many of a fraction."""
NATIVE = ("bars", "columns", "stems", "pairs")


@pytest.fixture(scope="session")
def decks(season: dict[Language, Briefing]) -> dict[str, Deck]:
    """The whole season in Chinese, in English, and in both; each with a note of the speaker's own."""
    noted = {language: replace(briefing, slides=tuple(replace(slide, note=f"say {number}") for number, slide in enumerate(briefing.slides, 1)))
             for language, briefing in season.items()}  # fmt: skip
    return {side: opened([noted[language] for language in languages]) for side, languages in SIDES.items()}


@pytest.fixture(params=SIDES)
def side(request: pytest.FixtureRequest) -> str:
    """One of the three files."""
    return request.param


def test_every_chart_carries_a_workbook_whose_cells_are_the_facts(decks: dict[str, Deck], season: dict[Language, Briefing], side: str):
    briefing = season[SIDES[side][0]]
    seen = []
    for slide, told in zip(decks[side].slides, briefing.slides, strict=False):
        charts = charts_of(slide)
        assert len(charts) == (told.chart is not None and told.chart.kind in NATIVE), told.kind
        for chart in charts:
            heads, *rows = cells_of(chart)
            columns = list(zip(*rows, strict=True))
            for place, series in enumerate(told.chart.series, 1):
                assert list(columns[place]) == [value if value is None else pytest.approx(value, rel=FIFTEEN_DIGITS) for value in series.values], told.kind
            assert [list(plot.values) for plot in chart.plots[0].series] == [list(series.values) for series in told.chart.series], told.kind
            if side != "both":
                names = columns[2] if told.chart.kind == "stems" else columns[0]
                assert list(names) == list(told.chart.categories)
                assert heads[1 : len(told.chart.series) + 1] == [series.name for series in told.chart.series] or told.chart.kind == "stems"
            seen.append(told.chart.kind)
    assert set(seen) == set(NATIVE)


def test_days_of_fairs_are_dates_in_the_workbook(decks: dict[str, Deck], season: dict[Language, Briefing]):
    number, told = next((number, slide) for number, slide in enumerate(season["en"].slides) if slide.chart and slide.chart.kind == "stems")
    chart = charts_of(decks["en"].slides[number])[0]
    assert [row[0].date() for row in cells_of(chart)[1:]] == list(told.chart.days)


def test_every_text_has_its_latin_east_asian_and_complex_face_and_a_language(decks: dict[str, Deck], side: str):
    count = 0
    for where, root in roots(decks[side]):
        runs = [*root.iter(f"{A}r"), *root.iter(f"{A}fld")]
        assert all(run.find(f"{A}rPr") is not None for run in runs), where
        for properties in [node for name in ("rPr", "defRPr", "endParaRPr") for node in root.iter(f"{A}{name}")]:
            faces = [properties.find(f"{A}{name}").get("typeface") for name in ("latin", "ea", "cs")]
            assert faces == ["Arial", "Microsoft YaHei", "Arial"], where
            assert properties.get("lang") in ("zh-CN", "en-US"), where
            count += 1
    assert count > 1_000


def test_every_text_of_a_chart_has_type_of_its_own(decks: dict[str, Deck], side: str):
    for slide in decks[side].slides:
        for chart in charts_of(slide):
            space = chart._chartSpace
            parts = [space, *space.iter(f"{C}catAx", f"{C}valAx", f"{C}dateAx"), *space.iter(f"{C}legend"), *space.iter(f"{C}dLbls", f"{C}dLbl")]
            assert all(part.find(f"{C}txPr") is not None or part.find(f"{C}delete[@val='1']") is not None for part in parts if part.tag != f"{C}dLbls"), chart
            assert len(list(space.iter(f"{A}ea"))) >= 3


def test_chinese_is_marked_as_chinese_and_english_as_english(decks: dict[str, Deck]):
    for side, expected in (("zh", {"zh-CN"}), ("en", {"en-US"}), ("both", {"zh-CN", "en-US"})):
        for slide in decks[side].slides:
            found = {run.find(f"{A}rPr").get("lang") for run in slide.element.iter(f"{A}r")}
            assert found == expected, side


def test_theme_has_our_faces_and_the_light_palette(decks: dict[str, Deck]):
    masters = (decks["zh"].slide_master, decks["zh"].notes_master)
    for blob in (relation.target_part.blob.decode() for master in masters for relation in master.part.rels.values() if relation.reltype.endswith("/theme")):
        assert blob.count('<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface="Arial"/>') == 2
        assert all(theme.colour(meaning, "light").lstrip("#") in blob for meaning in ("ink", "ground", "demand", "supply", "over_line", "rest"))
        assert "宋体" not in blob


def test_every_slide_has_its_title_and_finding_in_placeholders(decks: dict[str, Deck], season: dict[Language, Briefing], side: str):
    for slide, *told in zip(decks[side].slides, *(season[language].slides for language in SIDES[side]), strict=False):
        title = " ".join(slide.shapes.title.text_frame.text.split())
        assert title == " ".join(dict.fromkeys(each.title for each in told))
        said = words_of(slide)
        assert all(plain(each.finding) in said for each in told)
    assert all(slide.shapes.title.text_frame.text.strip() for slide in decks[side].slides)


def test_one_master_whose_layouts_are_all_used_and_no_placeholder_is_left_empty(decks: dict[str, Deck], side: str):
    deck = decks[side]
    assert len(deck.slide_masters) == 1
    assert {layout.name for layout in deck.slide_layouts} == {slide.slide_layout.name for slide in deck.slides}
    for number, slide in enumerate(deck.slides, 1):
        for shape in [*slide.placeholders, *slide.notes_slide.placeholders]:
            assert "SLIDE_IMAGE" in str(shape.placeholder_format.type) or "".join(shape._element.txBody.itertext()).strip(), (number, shape.name)
        fields = [field for field in slide.element.iter(f"{A}fld") if field.get("type") == "slidenum"]
        assert [field.findtext(f"{A}t") for field in fields] == [str(number)]
        held = {shape.placeholder_format.idx for shape in slide.placeholders}
        assert held <= {shape.placeholder_format.idx for shape in slide.slide_layout.placeholders}


def test_every_graphic_and_group_has_an_alternative_text_and_every_shape_a_name(decks: dict[str, Deck], side: str):
    count = 0
    for slide in decks[side].slides:
        for shape in all_shapes(slide.shapes):
            assert shape.name
            if shape.has_chart or shape.has_table or shape.shape_type == 6:
                assert shape._element.xpath("./*/p:cNvPr")[0].get("descr", "").strip(), shape.name
                count += 1
    assert count > 20


def test_nothing_is_outside_the_slide_and_nothing_lies_on_anything_else(decks: dict[str, Deck], side: str):
    deck = decks[side]
    for number, slide in enumerate(deck.slides, 1):
        for name, left, top, right, bottom in frames(all_shapes(slide.shapes)):
            assert 0 <= left < right <= deck.slide_width and 0 <= top < bottom <= deck.slide_height, (number, name)
        assert not overlaps(slide), number


def test_slides_are_read_from_title_and_finding_over_content_to_footer_and_number(decks: dict[str, Deck], side: str):
    for slide in decks[side].slides:
        names = [shape.name for shape in slide.shapes]
        assert names[0] == "Title" and names[-2:] == ["Footer", "Slide number"]
        findings = [name for name in names if name.startswith("Finding")]
        assert names[1 : 1 + len(findings)] == findings


def test_notes_begin_with_the_speakers_own_and_state_selection_definitions_version_and_kind(decks: dict[str, Deck], season: dict[Language, Briefing], side: str):
    first = season[SIDES[side][0]]
    for number, (slide, *told) in enumerate(zip(decks[side].slides, *(season[language].slides for language in SIDES[side]), strict=False), 1):
        notes = slide.notes_slide.notes_text_frame.text
        assert notes.splitlines()[0] == f"say {number}"
        for language, each in zip(SIDES[side], told, strict=True):
            briefing = season[language]
            wanted = [briefing.sentence, *(item.text for item in each.definitions), *([each.basis] if each.basis else []), briefing.version_id, briefing.record_kinds]
            places = [notes.find(part) for part in wanted]
            assert -1 not in places, (number, language)
        assert first.has_synthetic
    for slide in decks[side].slides:
        expected = {"zh": "模拟样本，非真实记录", "en": "Synthetic sample: no real records"}
        assert all(expected[language] in words_of(slide) and expected[language] in slide.notes_slide.notes_text_frame.text for language in SIDES[side])


def test_every_table_of_the_briefing_is_in_the_file_with_a_header_row(decks: dict[str, Deck], season: dict[Language, Briefing]):
    for language in ("zh", "en"):
        found: dict[str, list[list[str]]] = {}
        for slide in decks[language].slides:
            title = slide.shapes.title.text_frame.text.split("：数据表")[0].split(": numbers")[0]
            for table in tables_of(slide):
                found.setdefault(title, []).extend(table[1:])
            assert all(shape._element.find(f".//{A}tblPr").get("firstRow") == "1" for shape in slide.shapes if shape.has_table)
        for told in season[language].slides:
            if told.table and told.table.rows:
                kept = [place for place, column in enumerate(told.table.columns) if column.metric or any(row[place] for row in told.table.rows)]
                assert found[told.title] == [[row[place] for place in kept] for row in told.table.texts(language)], told.kind


def test_the_tile_grid_has_a_shape_for_each_region_with_name_and_number(decks: dict[str, Deck], season: dict[Language, Briefing]):
    number, told = next((number, slide) for number, slide in enumerate(season["zh"].slides) if slide.kind == "regions")
    group = next(shape for shape in decks["zh"].slides[number].shapes if shape.shape_type == 6)
    found = {tuple(shape.text_frame.text.split("\n")): shape for shape in group.shapes}
    assert list(found) == [(name, fact.text("zh")) for name, fact in zip(told.chart.categories, told.chart.series[0].facts, strict=True)]
    assert len(found) == 15
    values = dict(zip(found, told.chart.series[0].values, strict=True))
    darkness = {key: sum(found[key].fill.fore_color.rgb) for key in found}
    assert darkness[max(values, key=values.get)] < darkness[min(values, key=values.get)]


def test_what_the_finding_names_and_what_is_beyond_the_line_have_colours_of_their_own(decks: dict[str, Deck], season: dict[Language, Briefing]):
    slides = {slide.kind: (place, slide.chart) for place, slide in enumerate(season["en"].slides) if slide.chart}
    accents = {"demand": "accent1", "over_line": "accent3", "rest": "accent4"}
    for kind in ("sectors", "wages"):
        place, told = slides[kind]
        series = charts_of(decks["en"].slides[place])[0].plots[0].series[0]
        element = series._element
        usual = element.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val")
        own = {int(point.find(f"{C}idx").get("val")): point.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for point in element.findall(f"{C}dPt")}
        found = [own.get(number, usual) for number in range(len(told.categories))]
        wanted = ["demand" if number in told.emphasised else "rest" for number in range(len(found))] if told.emphasised else [
            "over_line" if number >= told.over_from else "demand" for number in range(len(found))]  # fmt: skip
        assert found == [accents[meaning] for meaning in wanted], kind
    assert slides["wages"][1].line_text in words_of(decks["en"].slides[slides["wages"][0]])


def test_both_languages_stand_on_each_slide_over_one_set_of_numbers(decks: dict[str, Deck], season: dict[Language, Briefing]):
    for number, (zh, en) in enumerate(zip(season["zh"].slides, season["en"].slides, strict=True)):
        slide = decks["both"].slides[number]
        for chart in charts_of(slide):
            if zh.chart.kind != "stems":
                heads = [" ".join(str(name).split()) for name in chart.plots[0].categories]
                names = zip(zh.chart.categories, [dict(zip(en.chart.codes, en.chart.categories, strict=True))[code] for code in zh.chart.codes], strict=True)
                assert heads == [one if one == other else f"{one} {other}" for one, other in names]
        assert slide.has_notes_slide
    headline = words_of(decks["both"].slides[1])
    assert all(tile.fact.text("en") in headline and tile.label in headline for tile in season["en"].slides[1].tiles)


def test_properties_say_what_the_file_is(decks: dict[str, Deck], season: dict[Language, Briefing]):
    properties = decks["zh"].core_properties
    assert (properties.title, properties.author, properties.language) == (season["zh"].title, "Fairboard", "zh-CN")
    assert season["zh"].sentence in properties.subject and season["zh"].version_id in properties.comments
    assert decks["en"].core_properties.language == "en-US"


def test_the_file_holds_nothing_of_the_presentation_that_it_was_made_from(season: dict[Language, Briefing]):
    names = openpyxl.reader.excel.ZipFile(io.BytesIO(write_pptx([season["en"]]))).namelist()
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]
    assert len([name for name in names if name.startswith("ppt/slideMasters/") and name.endswith(".xml")]) == 1
