"""PowerPoint files of what is unusual: hostile and very long texts, numbers that are not known, nothing to show, one language missing."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from fairboard.briefing.model import Briefing, Chart, Fact, Slide
from fairboard.briefing.pptx import chart_look, measuring, stems, write_pptx
from fairboard.locale import Language
from tests.briefing.pptx_reading import A, cells_of, charts_of, opened, overlaps, words_of

HOSTILE = "=HYPERLINK(\"x\")<b>&\x00\x0b\ud800\u202e\ufffe\t'二\r\n三"
SHOWN = "=HYPERLINK(\"x\")<b>& '二 三"
TITLE_WIDTH_PT, TITLE_HEIGHT_PT = 12.033 * 72, 0.74 * 72


@pytest.fixture(scope="session")
def sectors(launch: dict[Language, Briefing]) -> Slide:
    """A slide with bars and a table."""
    return next(slide for slide in launch["en"].slides if slide.kind == "sectors")


def briefing_with(launch: dict[Language, Briefing], *slides: Slide, **changes: object) -> Briefing:
    """A briefing of these slides."""
    return replace(launch["en"], slides=slides, **changes)


def with_chart(slide: Slide, **changes: object) -> Slide:
    """``slide`` with another chart and no table."""
    return replace(slide, chart=replace(slide.chart, **changes), table=None)


def test_texts_from_elsewhere_stay_text_and_hold_nothing_that_breaks_the_file(launch: dict[Language, Briefing], sectors: Slide):
    named = with_chart(sectors, categories=tuple(HOSTILE for _ in sectors.chart.categories), alt=HOSTILE,
                       series=(replace(sectors.chart.series[0], name=HOSTILE),))  # fmt: skip
    table = replace(sectors.table, rows=((HOSTILE, *sectors.table.rows[0][1:]),))
    slides = (replace(named, title=HOSTILE, note=HOSTILE, basis=HOSTILE, finding=(HOSTILE,)), Slide("x", HOSTILE, (), table=table, points=((HOSTILE,),)))
    deck = opened([briefing_with(launch, *slides, title=HOSTILE, sentence=HOSTILE)])
    first, second = deck.slides
    assert first.shapes.title.text_frame.text == SHOWN
    assert SHOWN in words_of(first) and SHOWN in words_of(second)
    assert first.notes_slide.notes_text_frame.text.startswith("=HYPERLINK(\"x\")<b>& '二\n三")
    chart = charts_of(first)[0]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [book.worksheets[0][cell].data_type for cell in ("A2", "B1")] == ["s", "s"]
    assert not list(first.element.iter(f"{A}hlinkClick"))


@pytest.mark.parametrize("title", ["辽宁省高校毕业生春季招聘会启动活动情况" * 12, "A very long title about the demand for people in the province " * 8, "W" * 300])
def test_a_long_title_shrinks_until_it_is_inside_its_frame(launch: dict[Language, Briefing], sectors: Slide, title: str):
    deck = opened([briefing_with(launch, replace(sectors, title=title))])
    runs = list(deck.slides[0].shapes.title._element.iter(f"{A}r"))
    assert "".join(run.findtext(f"{A}t") for run in runs) == title.strip()
    size = int(runs[0].find(f"{A}rPr").get("sz")) / 100
    width_pt = size * sum(1.0 if letter >= "\u2e80" else 0.944 if letter == "W" else 0.5 for letter in title)
    assert width_pt / TITLE_WIDTH_PT * size * 1.2 <= TITLE_HEIGHT_PT
    assert size >= 6


def test_words_that_must_not_be_broken_have_room_in_a_wider_face_too(launch: dict[Language, Briefing]):
    """The widths are those of DejaVu Sans Bold, which stands in for Arial where LibreOffice has neither Arial nor Liberation Sans."""
    deck = opened([launch["en"]])
    regions = deck.slides[[slide.kind for slide in launch["en"].slides].index("regions")]
    badge = next(shape for shape in regions.shapes if shape.name == "Synthetic")
    assert badge.text_frame.text == "Synthetic sample: no real records"
    assert badge.width / 12_700 - 0.2 * 72 >= 19.05 * 10
    group = next(shape for shape in regions.shapes if shape.shape_type == 6)
    tile = next(shape for shape in group.shapes if shape.text_frame.text.startswith("Shenyang"))
    assert tile.text_frame.paragraphs[0].runs[0].font.size.pt * 5.58 <= tile.width / 12_700 - 0.1 * 72
    hosts = next(shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table and shape.table.cell(0, 3 if len(shape.table.columns) > 3 else 0).text == "Host")
    size = hosts.cell(1, 3).text_frame.paragraphs[0].runs[0].font.size.pt
    assert size * 4.9 <= hosts.columns[3].width / 12_700 - 0.2 * 72  # Shenyang in the regular cut


def test_a_usual_title_has_the_size_of_the_layout(launch: dict[Language, Briefing], sectors: Slide):
    deck = opened([briefing_with(launch, replace(sectors, title="各类岗位需求"))])
    assert [run.find(f"{A}rPr").get("sz") for run in deck.slides[0].shapes.title._element.iter(f"{A}r")] == [None]


def test_a_number_that_is_not_known_leaves_a_gap_and_an_empty_cell(launch: dict[Language, Briefing], sectors: Slide):
    series = sectors.chart.series[0]
    facts = (series.facts[0], replace(series.facts[1], value=None), *series.facts[2:])
    deck = opened([briefing_with(launch, with_chart(sectors, series=(replace(series, facts=facts),)))])
    chart = charts_of(deck.slides[0])[0]
    assert cells_of(chart)[2][1] is None and chart.plots[0].series[0].values[1] is None
    assert cells_of(chart)[1][1] == facts[0].value


def test_an_unknown_day_is_left_out_of_the_stems(launch: dict[Language, Briefing], sectors: Slide):
    source = sectors.chart.series[0]
    facts = tuple(replace(source.facts[0], fact_id=str(number), value=value) for number, value in enumerate((5, None, 7)))
    days = (date(2023, 3, 18), date(2023, 4, 1), date(2023, 5, 1))
    chart = Chart("stems", "openings", ("a", "b", "c"), ("a", "b", "c"), (replace(source, facts=facts),), emphasised=(2,), days=days, alt="days")
    deck = opened([briefing_with(launch, replace(sectors, chart=chart, table=None))])
    assert [row[1:] for row in cells_of(charts_of(deck.slides[0])[0])[1:]] == [[5, "a"], [7, "c"]]
    assert stems.serial(days[0]) == 45_003


def test_a_slide_with_nothing_to_show_says_why(launch: dict[Language, Briefing]):
    deck = opened([briefing_with(launch, Slide("sectors", "Demand", (), empty_reason="Nothing matches these filters."))])
    assert "Nothing matches these filters." in words_of(deck.slides[0])


def test_statements_figures_and_a_table_stand_side_by_side(launch: dict[Language, Briefing], sectors: Slide):
    tiles = next(slide.tiles for slide in launch["en"].slides if slide.tiles)[:3]
    points = tuple((f"Statement {number} about the fair",) for number in range(4))
    kinds = [replace(sectors, tiles=tiles, points=points), replace(sectors, chart=None, tiles=tiles, points=points), replace(sectors, points=points), replace(sectors, chart=None)]
    deck = opened([briefing_with(launch, *kinds)])
    for slide in list(deck.slides)[:4]:
        assert not overlaps(slide)


def test_a_table_of_any_length_is_spread_over_slides_with_every_row_once(launch: dict[Language, Briefing], sectors: Slide):
    rows = tuple((f"行 {number} of a table with a name that is rather long for one line", sectors.table.rows[0][1], sectors.table.rows[0][2]) for number in range(120))
    deck = opened([briefing_with(launch, replace(sectors, table=replace(sectors.table, rows=rows)))])
    found = [row.cells[0].text for slide in deck.slides for shape in slide.shapes if shape.has_table for row in list(shape.table.rows)[1:]]
    assert found == [row[0] for row in rows]
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= deck.slide_height


def test_a_real_record_is_not_marked_as_synthetic(launch: dict[Language, Briefing], sectors: Slide):
    deck = opened([briefing_with(launch, sectors, has_synthetic=False)])
    assert "Synthetic" not in [shape.name for shape in deck.slides[0].shapes]
    assert "no real records" not in deck.slides[0].notes_slide.notes_text_frame.text


def test_two_briefings_need_the_same_slides_in_two_languages(launch: dict[Language, Briefing]):
    with pytest.raises(ValueError, match="same slides"):
        write_pptx([launch["zh"], replace(launch["en"], slides=launch["en"].slides[:2])])
    with pytest.raises(ValueError, match="same slides"):
        write_pptx([launch["en"], launch["en"]])
    with pytest.raises(ValueError, match="needs a briefing"):
        write_pptx([])


def test_names_are_matched_by_code_where_the_languages_order_them_differently(launch: dict[Language, Briefing]):
    zh, en = (next(slide for slide in launch[language].slides if slide.kind == "sectors") for language in ("zh", "en"))
    turned = replace(en.chart, categories=en.chart.categories[::-1], codes=en.chart.codes[::-1], series=(replace(en.chart.series[0], facts=en.chart.series[0].facts[::-1]),))
    names = [deck_names([replace(launch["zh"], slides=(zh,)), replace(launch["en"], slides=(replace(en, chart=chart),))]) for chart in (en.chart, turned)]
    assert names[0] == names[1]


def deck_names(briefings: list[Briefing]) -> list[str]:
    """The names of the first chart."""
    return list(charts_of(Presentation(io.BytesIO(write_pptx(briefings))).slides[0])[0].plots[0].categories)


@pytest.mark.parametrize(
    ("metric", "expected"), [("openings", "#,##0"), ("openings_over_threshold_share", "0.0%"), ("openings_per_attendee", "#,##0.00"), ("wage_median_yuan", "#,##0")]
)
def test_numbers_are_written_as_their_metric_says(metric: str, expected: str):
    assert chart_look.number_format(metric) == expected


def test_a_chinese_character_takes_the_room_of_two_half_width_letters():
    assert measuring.width_em("中") == 1.0
    assert measuring.width_em("12") == pytest.approx(2 * 0.56)
    assert [measuring.line_count("中" * count, 10, 100 / 72) for count in (10, 11)] == [1, 2]
    assert measuring.line_count("word word", 10, 30 / 72) == 2
    assert measuring.line_count("W" * 20, 10, 20 / 72) == 10


def test_a_fact_of_any_kind_of_number_is_a_plain_number_in_the_chart(sectors: Slide):
    fact: Fact = sectors.chart.series[0].facts[0]
    assert [chart_look.number(replace(fact, value=value)) for value in (3, 2.5, None, float("nan"))] == [3, 2.5, None, None]
