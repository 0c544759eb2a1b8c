"""The press release: what was published of the launch fair, hand-worked numbers of a small version, and nothing said where nothing is known."""

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.analysis import sentence
from fairboard.analysis.explain import explain
from fairboard.analysis.filters import Filters
from fairboard.briefing import communique
from fairboard.briefing.communique import Communique, content, to_screen, zh
from fairboard.briefing.model import Mention, plain
from fairboard.locale import LANGUAGES
from fairboard.store import opening
from tests.analysis.asking import selections

LAUNCH = Filters(fair_ids=(1,))
PUBLISHED = {"headline/employers": 202, "headline/openings": 5_459, "headline/openings_over_threshold": 949, "headline/on_site_people": 7_580, "headline/live_views": 49_000}
WRITTEN = {"zh": ("202家用人单位", "5459个岗位", "月薪下限超过1万元的岗位949个", "7580人到场", "4.9万人次"),
           "en": ("202 employers", "5,459 openings", "949 of them with a monthly wage starting above 10,000 yuan", "7,580 people", "49,000 views")}


def words(release: Communique) -> str:
    """The text of a release, one paragraph a line."""
    return "\n".join(plain(paragraph) for paragraph in release.paragraphs)


def values(release: Communique) -> dict[str, float]:
    """The numbers of a release by id."""
    return {fact.fact_id: fact.value for fact in release.facts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_launch_fair_says_what_was_published(sample_version: Path, language: str):
    release = communique.build(LAUNCH, sample_version, language)
    assert {name: values(release)[name] for name in PUBLISHED} == PUBLISHED
    assert [text for text in WRITTEN[language] if text not in words(release)] == []


@pytest.mark.parametrize(("language", "sectors", "signed"), [
    ("zh", "工程技术、机械、电气类人才需求旺盛", "全省各市和沈抚示范区与省内外15所高校签署校地合作协议15项。辽宁、吉林、黑龙江、内蒙古签署《"),
    ("en", "The fields in strongest demand were engineering, mechanical and electrical.",
     "all cities of Liaoning and the Shenfu demonstration zone signed 15 school-site cooperation agreements with 15 universities inside and outside the province. "
     "Liaoning, Jilin, Heilongjiang and Inner Mongolia signed the pact"),
])
def test_the_launch_fair_names_strong_sectors_and_what_was_signed(sample_version: Path, language: str, sectors: str, signed: str):
    text = words(communique.build(LAUNCH, sample_version, language))
    assert sectors in text
    assert signed in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_fair_says_the_same_as_published(sample_version: Path, language: str):
    release = communique.build(Filters(fair_ids=(9001,), record_kinds=("published",)), sample_version, language)
    assert sorted(values(release).values()) == [15, 202, 949, 5_459, 7_580, 49_000]
    assert not release.has_synthetic
    assert "辽宁" in release.basis[0] or "Liaoning" in release.basis[0]


@pytest.mark.parametrize(("producer", "named"), [("People's Daily Online", "“People's Daily Online”"), ("辽宁日报", "辽宁日报"), (None, "出处见数据来源")])
def test_a_source_with_a_foreign_name_is_quoted_in_the_chinese_text(producer: str | None, named: str):
    records = SimpleNamespace(fair={"producer": producer, "published_on": None}, is_published=True, figures={}, kinds=("published",))
    assert zh.basis(records, SimpleNamespace(is_rounded=False)) == [f"数据来自公开文本（{named}），并非实际记录；原文为约数的未列入。"]


def test_a_published_number_that_is_only_approximate_is_left_out(sample_version: Path):
    release = communique.build(Filters(fair_ids=(9004,), record_kinds=("published",)), sample_version, "zh")
    assert 4_500 not in values(release).values()  # 4500余个岗位 in the source


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_mention_the_same_facts_in_their_own_words(sample_version: Path, language: str):
    first, second = (values(communique.build(LAUNCH, sample_version, name)) for name in (language, "en"))
    assert first == second


def test_a_fair_worked_out_by_hand(tiny: Path, fair_ids: dict[str, int]):
    release = communique.build(Filters(fair_ids=(fair_ids["A"],)), tiny, "zh")
    # Employers 甲 and 乙; openings 2 + 3 + 1 + 4 + 1; over 10,000 only posting 2; people 5 + 3 + 4 + 2; views 100 + 50 + 30.
    assert words(release).splitlines() == [
        "3月18日，招聘会A在沈阳市举办。2家用人单位携11个岗位进场招聘，其中月薪下限超过1万元的岗位3个。"
        "当日，14人到场求职（其中来源高校已知的，来自2所高校），网络直播观看180人次。",
        "下一步，2023年下半年还安排有招聘会1场，类型为专场招聘会；最近的一场是10月20日至21日的招聘会B（大连市）。",
    ]
    assert words(communique.build(Filters(fair_ids=(fair_ids["A"],)), tiny, "en")).splitlines() == [
        "A was held in Shenyang on 18 March 2023. In all, 2 employers offered 11 openings, 3 of them with a monthly wage starting above 10,000 yuan. "
        "On the day, 14 people attended on site (those whose university is known came from 2 universities) and live broadcasts drew 180 views.",
        "Next, 1 more fair is scheduled for the second half of 2023 (special fair). The next is “B” from 20 to 21 October 2023 in Dalian.",
    ]


def test_a_season_worked_out_by_hand(tiny: Path):
    release = communique.build(Filters(), tiny, "en")
    # The floors of 32 openings in order: the 16th is at 9,000. Of 37 openings 15 are engineering and 10 mechanical; the mean of the five known sectors is 7.2.
    assert values(release) == {
        "headline/fairs": 3, "headline/employers": 4, "headline/openings": 37, "headline/openings_over_threshold": 11, "headline/on_site_people": 24,
        "universities/universities": 3, "universities/on_site_visits": 500, "headline/live_views": 180, "sectors/engineering/openings": 15, "sectors/mechanical/openings": 10,
        "regions/210200/openings": 11, "regions/210100/openings": 10, "wages/openings_with_wage": 32, "wages/wage_median_yuan": 9_000,
    }  # fmt: skip
    assert "The fields in strongest demand were engineering and mechanical." in words(release)


def test_a_university_has_people_and_no_openings(tiny: Path):
    release = communique.build(Filters(university_codes=("10145",)), tiny, "zh")
    assert values(release) == {"presence/on_site_people": 12, "presence/fairs_attended": 2, "degrees/bachelor/on_site_people": 9, "degrees/master/on_site_people": 3}
    assert "岗位" not in words(release)


def test_a_region_is_the_place_of_work_of_openings_and_the_host_of_fairs(tiny: Path):
    release = communique.build(Filters(region_codes=("210200",)), tiny, "zh")
    assert values(release) == {"headline/fairs": 1, "headline/employers": 2, "headline/openings": 11, "universities/on_site_visits": 500}
    assert "工作地点在大连的岗位11个" in words(release)


@pytest.mark.parametrize(("language", "unsaid"), [
    ("zh", ("直播", "需求旺盛", "中位数", "签署", "相比", "所高校")),
    ("en", ("views", "demand", "median", "signed", "Compared", "universities")),
])
def test_what_is_not_known_or_rests_on_too_few_is_left_out(tiny: Path, fair_ids: dict[str, int], language: str, unsaid: tuple[str, ...]):
    text = words(communique.build(Filters(fair_ids=(fair_ids["B"],)), tiny, language))
    assert [word for word in unsaid if word in text] == []
    assert "500" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_selection_without_records_says_so_and_has_no_figure(tiny: Path, language: str):
    release = communique.build(Filters(fair_ids=(1_999_999,)), tiny, language)
    assert len(release.paragraphs) == 1
    assert (release.mentions, release.basis, release.synthetic_note) == ((), (), "")


@pytest.mark.parametrize(("language", "said"), [
    ("zh", "按“岗位类别：机械；月薪：月薪8,000元及以上”统计"),
    ("en", "Counting only “Sector: Mechanical; Wage: 8,000 yuan a month or more”"),
])
def test_filters_are_named_in_the_text_and_attendance_says_that_it_does_not_follow(sample_version: Path, language: str, said: str):
    text = words(communique.build(replace(LAUNCH, sector_codes=("mechanical",), wage_at_least_yuan=8_000), sample_version, language))
    assert said in text
    assert ("全场数据" if language == "zh" else "attendance is that of whole fairs") in text


def test_a_part_that_is_all_openings_is_left_out(sample_version: Path):
    zh, en = (communique.build(Filters(wage_at_least_yuan=15_000), sample_version, language) for language in ("zh", "en"))
    assert not {"headline/openings_over_threshold", "wages/openings_with_wage"} & (values(zh).keys() | values(en).keys())
    assert "其中月薪" not in words(zh)
    assert "全部岗位均标明月薪下限，按下限计算，月薪中位数为" in words(zh)
    assert "All openings state the lower end of their wage; the median of that lower end is " in words(en)
    assert not any("超过1万元" in line for line in zh.basis)


@pytest.mark.parametrize("language", LANGUAGES)
def test_synthetic_records_are_marked_and_recorded_ones_are_not(sample_version: Path, tiny: Path, language: str):
    mark = "模拟样本" if language == "zh" else "SYNTHETIC SAMPLE"
    assert mark in communique.build(LAUNCH, sample_version, language).remarks[0]
    recorded = communique.build(Filters(), tiny, language)
    assert not any(mark in remark for remark in recorded.remarks)
    assert ("实际记录" if language == "zh" else "imported records") in recorded.basis[0]


def test_a_fair_is_compared_with_the_one_of_its_kind_before(sample_version: Path):
    release = communique.build(Filters(fair_ids=(21,)), sample_version, "en")
    found = values(release)
    assert found["comparison/before/openings"] == 5_459
    assert found["comparison/before/on_site_people"] == 7_580
    verb = "rose" if found["headline/openings"] > 5_459 else "fell"
    assert f"the number of openings {verb} from 5,459 to {found['headline/openings']:,}" in words(release)


def test_numbers_that_rounding_would_make_the_same_are_compared_in_full(tiny: Path):
    fact = communique.build(Filters(), tiny, "en").facts[0]
    pen = content.Pen("en", is_rounded=True)
    before, now = pen.pair(replace(fact, value=15_126), replace(fact, value=15_060))
    assert (before.text, now.text) == ("15,126", "15,060")


@pytest.mark.parametrize(("language", "said"), [
    ("zh", ("200余家用人单位携5400余个岗位", "岗位近950个", "近7600人", "观看4.9万人次")),
    ("en", ("more than 200 employers offered more than 5,400 openings, nearly 950 of them", "nearly 7,600 people", "49,000 views")),
])
def test_rounding_words_stand_at_the_same_facts(sample_version: Path, language: str, said: tuple[str, ...]):
    release = communique.build(LAUNCH, sample_version, language, is_rounded=True)
    assert [text for text in said if text not in words(release)] == []
    assert values(release) == values(communique.build(LAUNCH, sample_version, language))
    assert release.address == {"fair": "1", "rounded": "1"}


@pytest.mark.parametrize("filters", [Filters(), Filters(region_codes=("210200",)), Filters(university_codes=("10145",))], ids=["season", "region", "university"])
def test_every_figure_has_its_origin_and_its_records(tiny: Path, filters: Filters):
    for fact in communique.build(filters, tiny, "en").facts:
        assert fact.origin.value == fact.value, fact.fact_id
        assert explain(fact.origin).behind, fact.fact_id


def test_what_was_signed_and_what_it_is_compared_with_have_their_records_too(sample_version: Path):
    facts = [fact for fact in communique.build(Filters(fair_ids=(21,)), sample_version, "en").facts if fact.fact_id.startswith(("signing/", "comparison/", "following/"))]
    assert len(facts) == 7
    assert [fact.fact_id for fact in facts if not explain(fact.origin).behind] == []


def test_a_release_and_the_slides_give_one_number_under_one_name(sample_version: Path, launch: dict, season: dict):
    for filters, briefing in ((LAUNCH, launch["en"]), (Filters(), season["en"])):
        shown = {fact.fact_id: fact.value for fact in briefing.facts}
        told = values(communique.build(filters, sample_version, "en"))
        shared = told.keys() & shown.keys()
        assert {"headline/openings", "wages/wage_median_yuan", "sectors/mechanical/openings"} <= shared
        assert {name: told[name] for name in shared} == {name: shown[name] for name in shared}


def test_the_page_gets_plain_parts_with_the_id_of_each_figure(sample_version: Path):
    release = communique.build(LAUNCH, sample_version, "zh")
    parts = [part for paragraph in to_screen(release) for part in paragraph]
    assert {"text": "5459", "fact_id": "headline/openings"} in parts
    assert "".join(part["text"] for part in parts) == "".join(plain(paragraph) for paragraph in release.paragraphs)
    assert [part["fact_id"] for part in parts if part["fact_id"]] == [mention.fact.fact_id for mention in release.mentions]


def recorded_words(version: Path) -> list[str]:
    """Names of the records, the longest first."""
    con = opening.open_reader(version)
    rows = con.execute("""
        select unnest([name_zh, name_en, venue_zh, venue_en, campaign_zh, campaign_en]) from fairs
        union select unnest([name_zh, name_en]) from pacts union select unnest([name_zh, name_en]) from policies
    """).fetchall()
    con.close()
    return sorted({name for (name,) in rows if name}, key=len, reverse=True)


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = re.compile(rf"(\d{{4}}年)?(\d{{1,2}}月)?(\d{{1,2}}日)|\d{{4}}年[上下]半年|half of \d{{4}}"
                  rf"|(\d{{1,2}}( to \d{{1,2}})? )?\b({MONTHS})\b( \d{{4}})?|\d{{1,2}}(?= to \d{{1,2}} (?:{MONTHS}))")
LINE = re.compile(r"超过1万元|above 10,000 yuan")


def digits_of_no_one(release: Communique, names: list[str]) -> list[str]:
    """Digits in the words of a release that are no mention, no name, no day, no filter, and not the declared line of 10,000 yuan."""
    text = "\n".join(part for paragraph in release.paragraphs for part in paragraph if isinstance(part, str))
    for name in [*names, *sentence.filter_sentence(release.filters, release.version, release.language).split("；" if release.language == "zh" else "; ")]:
        text = text.replace(name, "")
    return re.findall(r"\d+", DAYS.sub("", LINE.sub("", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digit_is_a_mention_or_part_of_a_name_or_a_day(sample_version: Path, language: str):
    names = recorded_words(sample_version)

    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(filters=selections(sample_version), is_rounded=st.booleans())
    def scan(filters: Filters, is_rounded: bool) -> None:
        release = communique.build(filters, sample_version, language, is_rounded=is_rounded)
        assert digits_of_no_one(release, names) == []
        assert not re.search(r"(?<![\d.,])0(?![\d.,])|–|(?<![A-Za-z])(None|nan)(?![A-Za-z])|\{", words(release))

    scan()
    for filters in (LAUNCH, Filters(), Filters(start_on=date(2024, 1, 1), end_on=date(2024, 6, 30))):
        assert digits_of_no_one(communique.build(filters, sample_version, language), names) == []


def test_a_planted_digit_is_found(sample_version: Path):
    release = communique.build(LAUNCH, sample_version, "en")
    planted = replace(release, paragraphs=((*release.paragraphs[0], " All 14 cities came."),))
    assert digits_of_no_one(planted, recorded_words(sample_version)) == ["14"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_stands_in_the_words_of_the_program(language: str):
    tree = ast.parse(Path(content.WORDS[language].__file__).read_text(encoding="utf-8"))
    assert [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\d", node.value)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mention_is_written_as_the_number_it_has(sample_version: Path, language: str):
    for part in (part for paragraph in communique.build(Filters(), sample_version, language).paragraphs for part in paragraph):
        if isinstance(part, Mention):
            number = float(part.text.removesuffix("万").replace(",", "")) * (10_000 if part.text.endswith("万") else 1)
            assert round(number, 4) == part.fact.value
