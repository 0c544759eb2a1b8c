"""The sentences on the slides: what is said of ties, small bases, what is missing or nothing; and that nothing false is said, whatever is selected."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import runner
from fairboard.analysis.explain import Origin
from fairboard.analysis.filters import Filters
from fairboard.briefing import building, findings, rankings, storyboard
from fairboard.briefing.findings import Entry
from fairboard.briefing.model import Briefing, Fact, Mention, Slide, facts_of, plain
from fairboard.briefing.rankings import Words
from fairboard.briefing.setting import Setting
from fairboard.briefing.slides import sectors
from fairboard.locale import LANGUAGES, Language
from tests.analysis.asking import selections
from tests.briefing.conftest import briefing_of, with_all

UNNAMED = {"unclassified", "unknown", "not_stated"}
RANKED = {"sectors": 30, "education": 30, "employers": 30, "course": 30, "universities": 30, "disciplines": 30, "degrees": 30, "provinces": 30, "attended": 30, "hosts": 30,
          "arrivals": 30, "broadcast": 30, "ownership": 5, "regions": 30}
"""Slides that name who is first → the least base, as it is stated in the decision on briefings."""
PLACED = {"regions": "region_codes", "universities": "university_codes"}
"""Slides that tell the place of the only one chosen instead."""


def entries(*values: float | None, unnamed: float = 0) -> list[Entry]:
    """A to Z with the numbers given, and what has no name."""
    origin = Origin(None, "openings")
    found = [Entry(chr(97 + place), chr(65 + place), Fact(f"test/{place}", "openings", value, origin), Fact(f"test/{place}/share", "openings_share", 0.5, origin))
             for place, value in enumerate(values)]
    return [*found, *([Entry("unclassified", "Unclassified", Fact("test/u", "openings", unnamed, origin), None, is_named=False)] if unnamed else [])]


def said(found: list[Entry], language: Language = "en", words: Words = sectors.WORDS) -> str:
    """The sentence on a ranking of openings."""
    return plain(rankings.finding(Setting(Filters(), Path("none"), language), rankings.ranking(found, "openings"), words))


@pytest.mark.parametrize(("values", "unnamed", "en", "zh"), [
    ((50, 30, 20), 0, "A has most openings: 50, 50.0% of all; B and C follow.", "A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B、C。"),
    ((20, 50, 30, 10), 0, "B has most openings: 50, 50.0% of all; C and A follow.", "B类岗位需求最大，共50个，占全部岗位的50.0%；其次为C、A。"),
    ((50, 50, 20), 0, "A and B are level with most openings, 50 each; C follows.", "A和B岗位需求并列最大，各50个；其次为C。"),
    ((50, 50, 50), 0, "A, B and C are level with most openings, 50 each.", "A、B和C岗位需求并列最大，各50个。"),
    ((50, 50, 50, 50), 0, "", ""),  # nobody stands out
    ((50, 30, 30, 10), 0, "A has most openings: 50, 50.0% of all; B and C follow.", "A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B、C。"),
    ((50, 30, 20, 20), 0, "A has most openings: 50, 50.0% of all; B follows.", "A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B。"),  # C would be told and D not
    ((50, 30, 30, 30), 0, "A has most openings: 50, 50.0% of all.", "A类岗位需求最大，共50个，占全部岗位的50.0%。"),
    ((10, 10, 9), 0, "", ""),  # 29 openings in all
    ((10, 11, 9), 0, "B has most openings: 11, 50.0% of all; A and C follow.", "B类岗位需求最大，共11个，占全部岗位的50.0%；其次为A、C。"),
    ((500, 400), 0, "", ""),  # two names are no ranking
    ((500,), 0, "", ""),
    ((500, 400, 0, 0), 0, "", ""),  # nothing is no place in a ranking
    ((500, 400, None), 0, "", ""),
    ((), 0, "", ""),
    ((0, 0, 0), 0, "", ""),
    ((50, 30, 20), 19, "A has most openings: 50, 50.0% of all; B and C follow.", "A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B、C。"),  # 30 + 19 < 50
    ((50, 30, 20), 20, "Of the openings with a known sector: A has most openings: 50, 50.0% of all; B and C follow.",
     "在已分类的岗位中，A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B、C。"),  # B might have 50 too
    ((50, 30, 20), 900, "Of the openings with a known sector: A has most openings: 50, 50.0% of all; B and C follow.",
     "在已分类的岗位中，A类岗位需求最大，共50个，占全部岗位的50.0%；其次为B、C。"),
    ((50, 50, 20), 1, "Of the openings with a known sector: A and B are level with most openings, 50 each; C follows.",
     "在已分类的岗位中，A和B岗位需求并列最大，各50个；其次为C。"),
])
def test_what_is_said_of_a_ranking(values: tuple[float | None, ...], unnamed: float, en: str, zh: str):
    assert said(entries(*values, unnamed=unnamed)) == en
    assert said(entries(*values, unnamed=unnamed), "zh") == zh


@pytest.mark.parametrize(("values", "code", "place"), [
    ((50, 30, 20), "b", (2, 1)), ((50, 50, 20), "b", (1, 2)), ((50, 30, 30), "c", (2, 2)), ((50, 0, 20), "b", None), ((50, None, 20), "b", None), ((50, 30), "unclassified", None),
])
def test_the_place_of_one_among_the_others(values: tuple[float | None, ...], code: str, place: tuple[int, int] | None):
    assert findings.place_of(entries(*values, unnamed=99), code) == place


@given(st.lists(st.one_of(st.none(), st.integers(0, 40)), max_size=9), st.integers(0, 60))
def test_a_ranking_never_names_as_first_who_is_not(values: list[int | None], unnamed: int):
    found = findings.ranked(entries(*values, unnamed=unnamed), least=30, least_rows=3)
    known = [value for value in values if value]
    if not found.has_leader:
        assert sum(known) + unnamed < 30 or len(known) < 3 or known.count(max(known)) > 3
        return
    assert [entry.code for entry in found.leaders] == [chr(97 + place) for place, value in enumerate(values) if value == max(known)]
    others = sorted(known, reverse=True)[len(found.leaders) :]
    assert [entry.value for entry in found.followers] == others[: len(found.followers)]
    assert others[len(found.followers) : len(found.followers) + 1] != others[len(found.followers) - 1 : len(found.followers)] or not found.followers
    if found.is_sure and unnamed:
        assert len(found.leaders) == 1
        assert max(known) > (others[0] if others else 0) + unnamed


def test_nothing_is_said_of_a_dozen_postings_where_the_base_is_too_small(tiny: Path, fair_ids: dict[str, int]):
    briefing = briefing_of(tiny, Filters(fair_ids=(fair_ids["A"],)), has_all=True)  # 11 openings, 14 people
    by_kind = {slide.kind: slide for slide in briefing.slides}
    for kind in ("headline", "sectors", "wages", "regions", "education", "employers", "universities", "disciplines"):
        assert by_kind[kind].finding == ()
        assert by_kind[kind].caveat.startswith("Small base")
        assert by_kind[kind].chart or by_kind[kind].tiles, "the numbers are shown all the same"


def test_the_sentences_on_the_dozen_postings_in_both_languages(tiny: Path):
    en, zh = ({slide.kind: plain(slide.finding) for slide in briefing_of(tiny, Filters(), language).slides} for language in LANGUAGES[::-1])
    # 37 openings: engineering 15, mechanical 10, agriculture 7, software 3, electrical 1, unclassified 1; regions 10, 11, 6, 4 of 31; 11 of 32 over the line.
    assert en["headline"] == "At 3 fairs, 4 employers offered 37 openings; 24 people came on site."
    assert en["sectors"] == "Engineering has most openings: 15, 40.5% of all; mechanical and agriculture follow."
    assert zh["sectors"] == "工程技术类岗位需求最大，共15个，占全部岗位的40.5%；其次为机械、农林牧渔。"
    assert en["wages"] == "34.4% of the openings with a wage pay over 10,000 yuan a month (11); the median is 9,000 yuan."
    assert zh["wages"] == "标明薪资的岗位中，月薪超过1万元的占34.4%，共11个；月薪中位数为9,000元。"
    assert en["regions"] == "Dalian offers most openings: 11, 35.5% of those in the 15 units; Shenyang and Huludao follow."
    assert en["universities"] == ""  # 24 people


def test_where_everybody_came_from_one_province_the_share_is_told_instead_of_a_ranking(sample_version: Path):
    filters = Filters(university_codes=("10145", "10141"))
    board = with_all(storyboard.from_url({"subject": "season"}, filters)[0])
    slide = next(slide for slide in building.build(board, filters, sample_version, "en").slides if slide.kind == "provinces")
    people = "select sum(attendance_count) from attendance where unit = 'people' and university_code in ('10145', '10141')"
    (count,) = runner.cursor(sample_version).execute(people).fetchone()
    assert plain(slide.finding) == f"{count:,} people, 100.0% of those with a known university, came from universities in Liaoning."


def fair_of(version: Path, name: str) -> Filters:
    """The selection of one fair by its English name."""
    return Filters(fair_ids=(runner.cursor(version).execute("select fair_id from fairs where name_en = ?", [name]).fetchone()[0],))


def test_people_are_not_compared_with_visits_but_openings_are_with_openings(spring: Path):
    slide = next(slide for slide in briefing_of(spring, fair_of(spring, "Later")).slides if slide.kind == "comparison")
    assert plain(slide.finding) == "Openings rose by 20.0% (on the previous fair), from 100 to 120."
    rows = {row[0]: row[1:] for row in slide.table.texts("en")}
    assert rows["Openings"] == ["100", "120", "+20.0%", ""]
    assert rows["People on site"] == ["–", "400", "", "not compared: people were counted on one side, visits on the other"]
    chinese = next(slide for slide in briefing_of(spring, fair_of(spring, "Later"), "zh").slides if slide.kind == "comparison")
    assert plain(chinese.finding) == "较上一场，岗位由100个增至120个，增长20.0%。"


def test_two_sectors_that_are_level_are_told_as_level_in_both_languages(spring: Path):
    en, zh = (next(slide for slide in briefing_of(spring, fair_of(spring, "Later"), language).slides if slide.kind == "sectors") for language in ("en", "zh"))
    assert plain(en.finding) == "Mechanical and electrical are level with most openings, 50 each; software and IT follows."
    assert plain(zh.finding) == "机械和电气岗位需求并列最大，各50个；其次为软件与信息技术。"
    assert [en.chart.codes[place] for place in en.chart.emphasised] == ["mechanical", "electrical"]


def test_the_first_fair_of_its_kind_has_nothing_to_be_compared_with(spring: Path):
    by_kind = {slide.kind: slide for slide in briefing_of(spring, fair_of(spring, "Earlier")).slides}
    assert by_kind["comparison"].empty_reason == "There is no earlier fair of this kind to compare with."
    assert by_kind["headline"].basis.startswith("There is no earlier fair of this kind to compare with.")
    assert by_kind["universities"].empty_reason == "The selected fairs counted visits on site, not people."
    assert [tile.text for tile in by_kind["headline"].tiles if tile.fact.metric == "on_site_people"] == ["–"]
    assert plain(by_kind["headline"].finding) == "1 employer offered 100 openings."  # no wage is stated, which is not the same as none over the line
    assert [tile.remark for tile in by_kind["headline"].tiles if tile.fact.metric == "openings_over_threshold"] == ["no wage stated"]
    assert by_kind["wages"].empty_reason == "No posting of the selection states a monthly wage."


def test_a_fair_known_from_public_texts_only_states_no_openings(sample_version: Path):
    headline = next(slide for slide in briefing_of(sample_version, Filters(record_kinds=("published",))).slides if slide.kind == "headline")
    assert (headline.finding, headline.caveat) == ((), "No posting of the selection is recorded.")


@pytest.mark.parametrize("kinds", [("recorded",), ("synthetic",)])
def test_a_selection_that_matches_nothing_says_why_and_states_nothing(tiny: Path, kinds: tuple[str, ...]):
    briefing = briefing_of(tiny, Filters(sector_codes=("medical",), ownerships=("foreign",), record_kinds=kinds, fair_kinds=("online",)), has_all=True)
    for slide in briefing.slides:
        assert slide.kind in ("title", "outlook", "agreements") or (slide.empty_reason and not slide.finding), slide.kind


def check(slide: Slide, filters: Filters, language: Language) -> None:
    """That nothing on a slide is false as far as its own numbers tell."""
    for text in (slide.finding, *slide.points):
        assert all(part.text == part.fact.text(language) for part in text if isinstance(part, Mention))
        assert "{" not in plain(text)
    if slide.empty_reason:
        assert not (slide.finding or slide.chart or slide.table or slide.tiles)
    if slide.kind in RANKED and slide.finding and not (slide.kind in PLACED and len(getattr(filters, PLACED[slide.kind])) == 1):
        _check_ranking(slide)
    if slide.kind == "wages" and slide.finding:
        assert sum(fact.value for fact in slide.chart.series[0].facts) >= 30
    if slide.kind == "comparison" and slide.finding:
        _check_change(slide)


def _check_ranking(slide: Slide) -> None:
    (series,) = slide.chart.series
    if slide.kind == "provinces" and "provinces/in_province_share" in {fact.fact_id for fact in slide.facts}:
        return
    known = {code: fact.value for code, fact in zip(slide.chart.codes, series.facts, strict=True) if fact.value and code not in UNNAMED}
    first = next(part.fact for part in slide.finding if isinstance(part, Mention))
    assert first.value == max(known.values())
    origin = series.facts[0].origin  # the base is all rows that are ranked; the chart may draw only the largest
    assert sum(row[origin.column] or 0 for row in origin.answer.rows()) >= RANKED[slide.kind]
    assert len(known) >= 3
    leaders = [code for code, value in known.items() if value == first.value]
    assert len(leaders) <= 3
    names = [name for code, name in zip(slide.chart.codes, slide.chart.categories, strict=True) if code in leaders]
    assert all(name.lower() in plain(slide.finding).lower() for name in names)
    assert len(slide.chart.emphasised) == len(leaders)


def _check_change(slide: Slide) -> None:
    for sentence in re.split(r"(?<=[.。])\s*(?=\D)", plain(slide.finding)):
        numbers = [int(number.replace(",", "")) for number in re.findall(r"(?<![\d.,])\d[\d,]*(?![\d.,]*%)(?!年)(?! on )", sentence) if number.strip(",")]
        if "rose" in sentence:
            assert numbers[-2] < numbers[-1]
        if "fell" in sentence:
            assert numbers[-2] > numbers[-1]


def check_whole(briefings: list[Briefing], filters: Filters) -> None:
    """Every slide in both languages, and that both say the same."""
    for briefing in briefings:
        seen: dict[str, float | None] = {}
        for slide in briefing.slides:
            check(slide, filters, briefing.language)
            for fact in slide.facts:
                assert seen.setdefault(fact.fact_id, fact.value) == fact.value, fact.fact_id
                assert fact.origin.value == fact.value or (fact.value is None and fact.origin.value != fact.origin.value), fact.fact_id
    for one, other in zip(briefings[0].slides, briefings[1].slides, strict=True):
        assert {fact.fact_id for fact in facts_of(one.finding)} == {fact.fact_id for fact in facts_of(other.finding)}, one.kind
        assert {fact.fact_id for fact in one.facts} == {fact.fact_id for fact in other.facts}, one.kind


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_selected_of_the_dozen_there_is_no_error_and_nothing_false(tiny: Path, data: st.DataObject):
    filters = data.draw(selections(tiny))
    check_whole([briefing_of(tiny, filters, language, has_all=True) for language in LANGUAGES], filters)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_selected_of_the_sample_there_is_no_error_and_nothing_false(sample_version: Path, data: st.DataObject):
    filters = data.draw(selections(sample_version))
    check_whole([briefing_of(sample_version, filters, language, has_all=True) for language in LANGUAGES], filters)
