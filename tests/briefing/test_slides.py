"""What stands on the slides: hand-worked numbers of the tiny version, the sample's published ones, the numbers of the pages, and those of plain SQL."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fairboard.analysis import explain, formatting, runner
from fairboard.analysis.filters import Filters
from fairboard.briefing import building, screen, storyboard
from fairboard.briefing.model import Briefing, Fact, Slide, plain
from fairboard.locale import LANGUAGES, Language
from fairboard.ui import headline as page_headline
from fairboard.ui.context import Context
from tests.briefing.conftest import LAUNCH, briefing_of

SELECTIONS = [
    Filters(), LAUNCH, Filters(region_codes=("210200",)), Filters(start_on=date(2024, 1, 1), end_on=date(2024, 12, 31)), Filters(sector_codes=("mechanical", "software")),
    Filters(fair_kinds=("campus",), education_levels=("bachelor",)), Filters(wage_at_least_yuan=8_000, university_codes=("10145",)),
]  # fmt: skip


def slide_of(briefing: Briefing, kind: str) -> Slide:
    """The slide of a kind."""
    return next(slide for slide in briefing.slides if slide.kind == kind)


def values(slide: Slide, metric: str) -> dict[str, Any]:
    """The numbers of a metric on the chart by code."""
    return {code: fact.value for series in slide.chart.series for code, fact in zip(slide.chart.codes, series.facts, strict=True) if fact.metric == metric}


def select(version: Path, sql: str) -> Any:
    """The only value of a statement on the tables themselves."""
    return runner.cursor(version).execute(sql).fetchone()[0]


def test_the_launch_fair_says_what_was_published(launch: dict[Language, Briefing]):
    headline = slide_of(launch["en"], "headline")
    assert {tile.fact.metric: tile.fact.value for tile in headline.tiles if tile.fact.metric != "openings_per_attendee"} == {
        "fairs": 1, "employers": 202, "openings": 5_459, "openings_over_threshold": 949, "on_site_people": 7_580, "live_views": 49_000,
    }  # fmt: skip
    assert plain(headline.finding) == "202 employers offered 5,459 openings, 949 of them over 10,000 yuan a month; 7,580 people came on site."
    assert plain(slide_of(launch["zh"], "headline").finding) == "共有用人单位202家参会，提供5,459个岗位，其中月薪超过1万元的949个，现场参会7,580人。"
    assert plain(slide_of(launch["en"], "universities").finding).endswith("In all, people came from 15 universities.")
    assert [tile.text for tile in slide_of(launch["zh"], "headline").tiles if tile.fact.metric == "live_views"] == ["4.9万"]


def test_the_dozen_postings_as_they_were_worked_out_by_hand(tiny: Path, fair_ids: dict[str, int]):
    briefing = briefing_of(tiny, Filters(), has_all=True)
    assert values(slide_of(briefing, "sectors"), "openings") == {"engineering": 15, "mechanical": 10, "agriculture": 7, "software": 3, "electrical": 1, "unclassified": 1}
    found = values(slide_of(briefing, "regions"), "openings")
    assert len(found) == 15
    assert {code: openings for code, openings in found.items() if openings} == {"210100": 10, "210200": 11, "21SF00": 4, "211400": 6}
    assert values(slide_of(briefing, "course"), "openings") == {str(fair_ids["A"]): 11, str(fair_ids["B"]): 14, str(fair_ids["C"]): 12}
    assert values(slide_of(briefing, "universities"), "on_site_people") == {"10145": 12, "10001": 6, "10141": 4, "not_stated": 2}
    assert values(slide_of(briefing, "degrees"), "on_site_people") == {"bachelor": 13, "master": 3, "doctor": 6, "not_stated": 2}
    assert values(slide_of(briefing, "disciplines"), "on_site_people") == {"08": 18, "07": 4, "not_stated": 2}
    assert values(slide_of(briefing, "arrivals"), "on_site_people") == {"9": 4, "10": 14, "11": 4}
    assert values(slide_of(briefing, "broadcast"), "live_views") == {"600": 150, "610": 30}
    # Employers 甲 state; 乙, 丁 private; 丙 not stated. Fairs A and C are hosted by Shenyang; B counted visits.
    assert values(slide_of(briefing, "ownership"), "employers") == {"private": 2, "state": 1, "unknown": 1}
    assert {code: people for code, people in values(slide_of(briefing, "hosts"), "on_site_people").items() if people is not None} == {"210100": 24}


def test_the_bands_of_wage_go_on_where_no_opening_is_and_the_line_is_between_two_of_them(tiny: Path):
    chart = slide_of(briefing_of(tiny, Filters()), "wages").chart
    found = dict(zip(chart.codes, chart.series[0].values, strict=True))
    assert list(found) == [str(start) for start in range(0, 31_000, 1_000)]
    assert {code: openings for code, openings in found.items() if openings} == {
        "0": 6, "1000": 1, "4000": 1, "7000": 1, "8000": 10, "9000": 2, "10000": 3, "11000": 5, "29000": 2, "30000": 1,
    }  # fmt: skip
    assert sum(chart.series[0].values[chart.over_from :]) == 11


def test_a_university_is_told_by_its_people_its_fairs_and_its_hosts(tiny: Path):
    briefing = briefing_of(tiny, Filters(university_codes=("10145",)), has_all=True)
    assert briefing.subject == "university"
    assert {tile.fact.metric: tile.fact.value for tile in slide_of(briefing, "presence").tiles} | {"agreements_in_force": 0, "agreements_expiring": 0} == {
        "on_site_people": 12, "fairs_attended": 2, "host_regions": 1, "agreements_in_force": 0, "agreements_expiring": 0,
    }  # fmt: skip
    assert sorted(values(slide_of(briefing, "attended"), "on_site_people").values()) == [4, 8]
    assert slide_of(briefing, "presence").finding == ()


def test_what_comes_next_is_what_the_records_hold(tiny: Path, fair_ids: dict[str, int]):
    after_a = slide_of(briefing_of(tiny, Filters(fair_ids=(fair_ids["A"],))), "outlook")
    assert plain(after_a.finding) == "After 18 Mar 2023, the records hold 2 more fairs; the next is B, 20 Oct 2023."
    assert after_a.table.texts("en") == [["20 Oct 2023", "B", "Special fair", "Dalian"], ["20 Mar 2024", "C", "Campus fair", "Shenyang"]]
    after_c = slide_of(briefing_of(tiny, Filters(fair_ids=(fair_ids["C"],)), "zh"), "outlook")
    assert plain(after_c.finding) == "记录中没有2024年3月20日之后的招聘会。"
    assert after_a.basis == "From the records only, seen from 18 Mar 2023"
    among_mechanical = slide_of(briefing_of(tiny, Filters(fair_ids=(fair_ids["A"],), sector_codes=("mechanical",)), has_all=True), "outlook")
    assert among_mechanical.basis.endswith(" · The coming fairs are not narrowed by: Sector")


def test_a_table_of_coming_fairs_that_is_cut_says_of_how_many_it_holds_the_next(sample_version: Path):
    first = select(sample_version, "select min(starts_on) from fairs where record_kind = 'synthetic'")
    count = select(sample_version, f"select count(*) from fairs where record_kind = 'synthetic' and starts_on > date '{first}'")
    slide = slide_of(briefing_of(sample_version, Filters(end_on=first), "zh", has_all=True), "outlook")
    assert count > 8
    assert len(slide.table.rows) == 8
    assert slide.basis.endswith(f" · 表中为后续 {count} 场招聘会中最近的 8 场")


def test_one_fair_is_set_against_the_one_of_its_kind_before(tiny: Path, fair_ids: dict[str, int]):
    slide = slide_of(briefing_of(tiny, Filters(fair_ids=(fair_ids["C"],))), "comparison")
    rows = {row[0]: row[1:] for row in slide.table.texts("en")}
    assert rows["Openings"] == ["11", "12", "+9.1%", "small base: fewer than 30 openings"]
    assert rows["People on site"] == ["14", "10", "−28.6%", "small base: fewer than 30 people"]
    assert slide.finding == ()
    assert "A" in slide.basis
    assert [series.name for series in slide.chart.series] == [column.label for column in slide.table.columns[1:3]] == ["Previous fair", "This fair"]
    before, now = (series.values for series in slide.chart.series)
    assert (slide.chart.codes, before, now) == (("mechanical",), (5,), (5,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", SELECTIONS)
def test_the_tiles_are_those_of_the_pages(sample_version: Path, filters: Filters, language: Language):
    board = storyboard.from_url({"subject": "season"}, filters)[0]
    slide = slide_of(building.build(board, filters, sample_version, language), "headline")
    tiles, _ = page_headline.tiles(Context("overview", language, "light", sample_version, False, filters))
    shown = {tile.metric: tile for tile in tiles}
    for tile in slide.tiles:
        page = shown[tile.fact.metric]
        assert (tile.label, tile.text) == (page.label, page.value)
        assert page.change in tile.remark or not tile.remark or formatting.is_missing(tile.fact.value)
    if filters in SELECTIONS[:1]:
        assert all(tile.remark for tile in slide.tiles)


@pytest.mark.parametrize("filters", SELECTIONS)
def test_the_numbers_are_those_of_the_questions_of_the_pages(sample_version: Path, filters: Filters):
    board = storyboard.from_url({"subject": "season"}, filters)[0]
    for slide in board.slides:
        board = board if slide.is_on else board.switched(slide.kind)
    briefing = building.build(board, filters, sample_version, "en")
    pages = {
        "sectors": (("sector_codes",), "sectors/ranking", "sector_code", "openings", {"wage_basis": "floor"}),
        "regions": (("region_codes",), "cities/regions", "region_code", "openings", {"wage_basis": "floor", "threshold_yuan": 10_000}),
        "wages": ((), "overview/wage_bands", "band_start_yuan", "openings", {"wage_basis": "floor"}),
        "course": (("fair_ids",), "overview/by_fair", "fair_id", "openings", {}),
        "provinces": ((), "universities/provinces", "province_code", "on_site_people", {}),
    }
    for kind, (without, name, code, metric, own) in pages.items():
        rows = runner.run(name, filters.without(*without), sample_version, **own).rows()
        wanted = {"not_stated" if row[code] is None else str(row[code]): row[metric] for row in rows}
        slide = slide_of(briefing, kind)
        for key, value in (values(slide, metric) if slide.chart else {}).items():
            assert wanted.get(key, 0) == value, (kind, key)


def test_the_numbers_are_those_of_plain_sql(sample_version: Path, season: dict[Language, Briefing]):
    briefing = season["en"]
    headline = {tile.fact.metric: tile.fact.value for tile in slide_of(briefing, "headline").tiles}
    assert headline["openings"] == select(sample_version, "select sum(openings) from postings join fairs using (fair_id) where record_kind = 'synthetic'")
    assert headline["on_site_people"] == select(sample_version, "select sum(attendance_count) from attendance where channel = 'on_site' and unit = 'people'")
    by_sector = values(slide_of(briefing, "sectors"), "openings")
    code = next(iter(by_sector))
    assert by_sector[code] == select(sample_version, f"select sum(openings) from postings where sector_code = '{code}'")
    own = values(slide_of(briefing, "ownership"), "employers")
    assert own["private"] == select(sample_version, "select count(distinct employer_id) from postings where ownership = 'private'")
    hosts = values(slide_of(briefing, "hosts"), "on_site_people")
    of_dalian = "select sum(attendance_count) from attendance join fairs using (fair_id) where unit = 'people' and host_region_code = '210200'"
    assert hosts["210200"] == select(sample_version, of_dalian)
    (coming,) = (fact for fact in slide_of(briefing_of(sample_version, LAUNCH), "outlook").facts if fact.fact_id == "outlook/fairs")
    assert coming.value == select(sample_version, "select count(*) from fairs where record_kind = 'synthetic' and starts_on > date '2023-03-18'")


def test_each_slide_says_which_filters_it_does_not_obey(sample_version: Path):
    filters = Filters(sector_codes=("mechanical",), university_codes=("10145",), region_codes=("210100",))
    board = storyboard.from_url({"subject": "season"}, filters)[0]
    bases = {slide.kind: slide.basis for slide in building.build(board, filters, sample_version, "en").slides}
    assert "Does not obey: Sector, University" in bases["sectors"]
    assert "Does not obey: University" in bases["wages"]
    assert "Does not obey: Region, University" in bases["regions"]
    assert "Does not obey: Sector, University" in bases["universities"]
    assert "People and views do not obey: Sector" in bases["headline"]
    assert "Employers and openings do not obey: University" in bases["headline"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_its_basis_its_definitions_its_sql_and_a_text_for_its_chart(season: dict[Language, Briefing], language: Language):
    for slide in season[language].slides[1:]:
        assert slide.basis
        assert slide.sql
        assert all("$" not in statement.replace("'$'", "") for _, statement in slide.sql)
        assert slide.chart is None or slide.title in slide.chart.alt
        assert slide.kind == "outlook" or slide.definitions


def test_a_statement_on_a_slide_gives_the_number_on_it(sample_version: Path, season: dict[Language, Briefing]):
    slide = slide_of(season["zh"], "sectors")
    (statement,) = (statement for _, statement in slide.sql)
    rows = runner.cursor(sample_version).execute(statement).fetchall()
    assert {row[0]: row[3] for row in rows}.items() >= values(slide, "openings").items()


def test_the_chinese_slides_hold_no_english(season: dict[Language, Briefing], launch: dict[Language, Briefing]):
    for slide in (*season["zh"].slides, *launch["zh"].slides):
        texts = [slide.title, plain(slide.finding), slide.caveat, slide.empty_reason, *(plain(point) for point in slide.points)]
        texts += [slide.basis, *(tile.label + tile.remark + tile.unit for tile in slide.tiles), *(column.label for column in (slide.table.columns if slide.table else ()))]
        texts += [definition.label + definition.text + definition.unit for definition in slide.definitions] + [question for question, _ in slide.sql]
        words = [word for text in texts for word in text.split() if word.isascii() and word.isalpha() and len(word) > 3]
        assert words == [], slide.kind


@pytest.mark.parametrize(("language", "days"), [("en", "Fair from {first:%-d %b %Y} to {last:%-d %b %Y}"), ("zh", "招聘会日期：{first:%Y年%-m月%-d日}至{last:%Y年%-m月%-d日}")])
def test_a_fair_of_several_days_that_counted_nobody_tells_its_days_and_why(sample_version: Path, language: Language, days: str):
    online = "select fair_id, starts_on, ends_on from fairs where fair_kind = 'online' and ends_on > starts_on order by starts_on limit 1"
    fair_id, first, last = runner.cursor(sample_version).execute(online).fetchone()
    briefing = briefing_of(sample_version, Filters(fair_ids=(fair_id,)), language)
    assert days.format(first=first, last=last) in [plain(point) for point in slide_of(briefing, "title").points]
    reason = {"en": "Nobody was counted on site at the selected fairs.", "zh": "所选招聘会没有现场参会人数记录。"}[language]
    assert slide_of(briefing, "universities").empty_reason == reason


def test_the_foot_of_a_slide_does_not_say_twice_that_all_is_synthetic(launch: dict[Language, Briefing]):
    assert screen.to_screen(launch["en"], "light")["record_kinds"] == ""
    mixed = replace(launch["en"], record_kinds="Recorded+Synthetic sample")
    assert screen.to_screen(mixed, "light")["record_kinds"] == "Recorded+Synthetic sample"


def test_a_number_on_a_slide_leads_to_its_records(launch: dict[Language, Briefing]):
    facts: list[Fact] = []
    for kind, least in (("headline", 6), ("sectors", 12), ("wages", 12), ("regions", 12), ("ownership", 3), ("disciplines", 5), ("universities", 5)):
        facts += slide_of(launch["en"], kind).facts[:least]
    unexplained = [fact.fact_id for fact in facts if fact.value and not explain.explain(fact.origin).behind]
    assert unexplained == []


def test_a_briefing_stays_as_it_is_named_by_its_address(sample_version: Path):
    board = storyboard.standard("fair").switched("wages").retitled("sectors", "zh", "哪类岗位最缺人").noted("sectors", "en", "Slowly.")
    briefing = building.build(board, LAUNCH, sample_version, "zh")
    again, dropped = storyboard.from_url(briefing.address, LAUNCH)
    assert dropped == ()
    assert building.build(again, LAUNCH, sample_version, "zh").slides == briefing.slides
    assert slide_of(briefing, "sectors").title == "哪类岗位最缺人"
    assert slide_of(building.build(board, LAUNCH, sample_version, "en"), "sectors").note == "Slowly."
    assert "wages" not in {slide.kind for slide in briefing.slides}
    assert (briefing.has_synthetic, briefing.record_kinds, briefing.version_id) == (True, "模拟样本", sample_version.stem)
