"""Figures in a text: numbers in every way of writing, what they can stand for, what is no figure, and what they are about."""

import pytest

from fairboard.briefing.reconciliation import ASSIGNABLE, KINDS, assign, find, names, pieces
from fairboard.briefing.reconciliation.bounds import bounds_of
from fairboard.briefing.reconciliation.numerals import chinese, english
from fairboard.errors import RequestError
from fairboard.locale import catalogue


def only(text):
    (figure,) = find(text)
    return figure


@pytest.mark.parametrize(("written", "value"), [
    ("一千二百", 1200), ("1万2千", 12_000), ("两万", 20_000), ("三万五", 35_000), ("二十五", 25), ("百", 100), ("一亿二千万", 120_000_000), ("三百零五", 305), ("2.1万", 21_000),
    ("四万五千", 45_000), ("万千百万万", None),
])  # fmt: skip
def test_chinese_numerals(written, value):
    assert chinese(written) == value


@pytest.mark.parametrize(("written", "value"), [
    ("four", 4), ("a dozen", 12), ("two dozen", 24), ("twenty-six hundred", 2600), ("half a million", 500_000), ("one thousand two hundred", 1200), ("ten apples", None),
])  # fmt: skip
def test_english_numerals(written, value):
    assert english(written) == value


@pytest.mark.parametrize(("text", "value", "high", "word"), [
    ("提供岗位５．４６万个", 54_600, None, "exact"), ("提供岗位2.1万余个", 21_000, None, "over"), ("吸引3千多名毕业生参加", 3000, None, "over"),
    ("一千二百家企业参会", 1200, None, "exact"),
    ("百余家企业参会", 100, None, "over"), ("十几家企业参会", 11, 19, "several"), ("数百家企业参会", 200, 999, "several"), ("举办三场招聘会", 3, None, "exact"),
    ("举办招聘会50-60场", 50, 60, "range"),
    ("提供岗位12，600个", 12_600, None, "exact"), ("提供岗位12 600个", 12_600, None, "exact"), ("5-6万名毕业生入场", 50_000, 60_000, "range"),
    ("300人左右到场应聘", 300, None, "about"),
    ("不少于300家企业参会", 300, None, "at_least"), ("不足300家企业参会", 300, None, "under"), ("近5200余家企业参会", 5200, None, "about"),
    ("dozens of companies joined the fair", 24, 99, "several"), ("nearly 49k people attended the fair", 49_000, None, "near"), ("Over 1.2m jobs were offered",
    1_200_000, None, "over"),
    ("fewer than 300 companies attended", 300, None, "under"), ("between 300 and 400 companies attended", 300, 400, "range"), ("500+ companies attended", 500, None, "over"),
    ("as many as 600 companies attended", 600, None, "exact"),
])  # fmt: skip
def test_a_number_is_read_in_every_way_of_writing_it(text, value, high, word):
    figure = only(text)
    assert (figure.value, figure.high, figure.word) == (value, high, word)


@pytest.mark.parametrize(("text", "percent"), [("三成岗位提供住宿", 30), ("岗位占比33.5%", 33.5), ("百分之八十的岗位提供住宿", 80), ("八成半的岗位提供住宿",
    85), ("三分之一的岗位提供住宿", 33.3),
                                               ("two-thirds of the jobs offer housing", 66.7), ("half of the jobs offer housing", 50),
                                               ("one in five jobs offers housing", 20)])  # fmt: skip
def test_shares_are_read_in_words_and_in_figures(text, percent):
    figure = only(text)
    assert (figure.value, figure.unit, figure.reading.kind) == (percent, "percent", "openings_share")


@pytest.mark.parametrize("text", [
    "2023年3月18日上午9:30在3号馆举行", "第十届招聘会面向2025届毕业生", "咨询电话024-86680000，手机13900001234", "世界500强与985、211高校",
    "二十大以来，“十四五”期间", "四川高校与三亚学院", "辽人社〔2024〕15号",
    "创新路195号，邮编110819", "90后毕业生为期3天", "2015—2020年", "07-31 2026 公示", "On 18 March 2023 at 9 a.m. in Room 412",
    "the 12th fair for the class of 2024", "Fortune 500 and Project 211",
    "https://example.cn/2023/0318/12345.html", "for two days and three hours", "一个好消息，一系列活动", "会议号：123 456 789",
])  # fmt: skip
def test_dates_times_ordinals_names_and_addresses_are_no_figures(text):
    assert find(text) == ()


@pytest.mark.parametrize("text", ["more than 65,438+10,000 college graduates", "提供岗位12,34,5个", "5,4590 jobs"])
def test_a_damaged_number_is_flagged_and_not_read(text):
    figure = only(text)
    assert figure.is_garbled
    assert figure.reading.kind == ""
    assert "damaged" in str(figure.remarks[0])


@pytest.mark.parametrize(("value", "word", "unit", "inside", "outside"), [
    (50_000, "near", 10_000, (45_000, 49_999), (44_999, 50_000)), (5200, "over", 1, (5201, 5299), (5200, 5300)), (49_000, "exact", 1000, (48_500, 49_499), (48_499, 49_500)),
    (5459, "exact", 1, (5459,), (5458, 5460)), (50, "about", 1, (45, 55), (44, 56)), (300, "at_least", 1, (300, 399), (299, 400)), (300, "under", 1, (200, 299), (300, 199)),
    (300, "at_most", 1, (300, 1), (301,)), (30_000, "exact", 10_000, (28_500, 31_499), (28_499, 31_500)),
])  # fmt: skip
def test_what_a_number_can_stand_for(value, word, unit, inside, outside):
    bounds = bounds_of(value, word, unit)
    assert all(bounds.hold(item) for item in inside)
    assert not any(bounds.hold(item) for item in outside)


def test_a_whole_percentage_is_rounded():
    bounds = only("80%的岗位要求本科").bounds
    assert bounds.hold(80.4) and not bounds.hold(80.6)


def test_places_agree_with_the_text_whatever_its_script_and_width():
    text = "現場４８０家企業，提供崗位１．２萬個。"
    figures = find(text)
    assert [text[figure.start:figure.end] for figure in figures] == [figure.text for figure in figures] == ["４８０家", "１．２萬個"]
    cut = pieces(text, figures)
    assert "".join(piece.text for piece in cut) == text
    assert [piece.figure_id for piece in cut if piece.figure_id] == ["f1", "f2"]


@pytest.mark.parametrize(("text", "part"), [
    ("国有企业74家参会", ("ownerships", ("state",))), ("举办线上招聘会30场", ("fair_kinds", ("online",))), ("提供硕士及以上岗位300个", ("education_levels",
    ("master", "doctor"))),
    ("上市公司79家参会", ("", ())), ("来自北京的企业67家参会", ("", ())), ("在大连提供岗位800个", ("region_codes", ("210200",))), ("提供机械类岗位200个",
    ("sector_codes", ("mechanical",))),
    ("制造业岗位占比33.5%", ("", ())), ("more than 200 state-owned companies attended", ("ownerships", ("state",))), ("68 Fortune 500 companies attended", ("", ())),
])  # fmt: skip
def test_a_part_of_the_whole_is_told_by_a_filter_or_by_its_words(text, part):
    (found,) = only(text).parts
    assert (found.filter_name, found.values) == part
    assert found.words


@pytest.mark.parametrize(("text", "scope"), [
    ("计划举办80余场招聘会", "plan"), ("全国高校毕业生1158万人", "nation"), ("场均提供岗位3000个", "per_item"), ("累计举办招聘会120场", "total"), ("全市举办招聘会12场", "city"),
    ("The city will hold 60 recruitment fairs", "plan"), ("companies offered 3,000 jobs per fair", "per_item"),
])  # fmt: skip
def test_plans_and_other_scopes_are_noted(text, scope):
    assert scope in only(text).scopes


def test_employers_from_all_over_the_country_are_not_those_of_the_country():
    assert only("来自全国各地的500家企业参会").scopes == ()


def test_a_part_takes_the_kind_of_the_figure_before_it():
    kinds = [figure.reading.kind for figure in find("现场共收到简历165份，其中博士6人，硕士17人。")]
    assert kinds == ["resumes", "resumes", "resumes"]


def test_the_wage_that_openings_exceed_is_their_line():
    jobs, line = find("949 jobs with wages exceeding 12,000 yuan were offered")
    assert (jobs.reading.kind, jobs.line_yuan, line.reading.kind) == ("openings_over_threshold", 12_000, "wage_line")
    line, jobs = find("月薪不低于1万元的岗位860个")
    assert (jobs.reading.kind, jobs.line_yuan) == ("openings_over_threshold", 10_000)
    assert "at least" in str(jobs.remarks[0])


@pytest.mark.parametrize("text", [
    "202 employers brought 5,459 jobs, 949 of them paying over 10,000 yuan a month", "5,459 openings, 949 of them with a monthly wage starting above 10,000 yuan",
    "5,459 jobs were offered, including 949 with a salary of more than 10,000 yuan", "5,459 jobs, with 949 offering salaries over 10,000 yuan",
    "5,459 jobs, 949 of which offered monthly salaries over RMB 10,000", "5,459 jobs; 949 jobs with salaries over ¥10,000 a month",
])  # fmt: skip
def test_jobs_told_by_their_pay_alone_are_those_over_the_line_and_the_others_stay_whole(text):
    jobs, paid = (figure for figure in find(text) if figure.unit == "jobs")
    assert (jobs.value, jobs.reading.kind, jobs.parts) == (5459, "openings", ())
    assert (paid.value, paid.reading.kind, paid.reading.is_sure, paid.line_yuan, paid.parts) == (949, "openings_over_threshold", True, 10_000, ())


@pytest.mark.parametrize("text", ["5,459 jobs, 120 of them with housing", "5,459 jobs, including 300 in Dalian paying over 10,000 yuan"])
def test_jobs_told_by_something_else_are_not_taken_for_all_that_pay_so(text):
    assert [figure.reading.kind for figure in find(text) if figure.value in (120, 300) and figure.reading.is_sure and not figure.parts] == []


def test_where_jobs_are_given_twice_the_smaller_number_is_of_postings():
    assert [figure.reading.kind for figure in find("提供招聘岗位2100个，需求人数1.08万人")] == ["postings", "openings"]


@pytest.mark.parametrize("text", ["2000余名毕业生", "民营企业占59.3%", "共组织了8000余个岗位", "供需比为1:2.3", "百家企业", "与5所高校签订协议"])
def test_what_the_words_leave_open_is_asked(text):
    assert find(text)[-1].needs_answer


@pytest.mark.parametrize(("text", "kind"), [("收到简历300份", "resumes"), ("达成就业意向300人", "intentions"), ("达成校企合作意向30项",
    "cooperation_intentions"), ("培训大学生300人", "trained"),
                                            ("最高在线300人", "peak_viewers"), ("同比增长12.5%", "change"), ("岗位平均月薪6000元", "wage_average")])  # fmt: skip
def test_what_the_records_hold_nothing_of_is_named_and_never_forced_onto_a_metric(text, kind):
    reading = only(text).reading
    assert (reading.kind, reading.metric) == (kind, "")


def test_a_person_can_say_what_a_figure_states():
    figure = assign(only("2000余名毕业生"), "on_site_people")
    assert (figure.reading.metric, figure.needs_answer, figure.reading.is_assigned) == ("on_site_people", False, True)
    with pytest.raises(RequestError):
        assign(figure, "unheard_of")


def test_every_kind_has_its_chinese_and_a_metric_that_exists():
    from fairboard.analysis.metrics import REGISTRY
    from fairboard.briefing.reconciliation import VERDICTS
    from fairboard.briefing.reconciliation.comparing import FEWER, MORE, SCOPES

    texts = [KINDS[kind].label for kind in ASSIGNABLE] + [*VERDICTS.values(), *SCOPES.values(), *MORE, *FEWER]
    assert [text for text in texts if text not in catalogue()] == []
    assert {kind.metric for kind in KINDS.values()} - REGISTRY.keys() == {""}


def test_a_text_beyond_the_limits_is_refused():
    with pytest.raises(RequestError, match="200,000"):
        find("一" * 200_001)
    with pytest.raises(RequestError, match="2,000"):
        find("300家企业。" * 2001)


@pytest.mark.parametrize("text", ["", " ", "，。",
    "1" * 5000, "1," * 3000, "一" * 5000, "万" * 3000, "9/" * 2000, "a" * 20_000, "(" * 5000, "+-%" * 3000, "第" * 3000, "1 000 " * 2000, "百分之" * 2000, "\x00\ufffe１％"])
def test_odd_texts_raise_nothing_but_what_is_for_a_person(text):
    try:
        find(text)
    except RequestError as error:
        assert "numbers" in str(error)


@pytest.mark.parametrize(("text", "code"), [
    ("电气类岗位3个", "electrical"), ("行政岗位3个", "administration"), ("人事类岗位3个", "administration"), ("行政人事类岗位3个", "administration"),
    ("软件与信息技术类岗位3个", "software"),
    ("IT jobs: 300", "software"), ("法律类岗位30个", "law_public"), ("旅游类岗位30个", "culture_service"), ("能源动力类岗位30个", "energy"), ("交通与物流类岗位30个", "transport"),
    ("300 engineering jobs were offered", "engineering"), ("Openings in logistics: 300", "transport"), ("生产制造类岗位30个", "manufacturing"),
])  # fmt: skip
def test_every_sector_is_known_by_its_name_and_its_short_form(text, code):
    assert [(part.filter_name, part.values) for part in find(text)[-1].parts] == [("sector_codes", (code,))]


def test_every_sector_of_the_list_has_a_pattern():
    assert len(names.sectors()) == 19
    assert {code for code, _ in names.sectors()} - names.FORMS.keys() == {"unclassified"}


@pytest.mark.parametrize("text", [
    "东北大学等75所高校的4900名毕业生到场", "东北大学、辽宁大学等75所高校参加", "招聘会在东北大学举行，到场毕业生4900人", "在东北大学体育馆举行的招聘会到场4900人",
    "东北大学专场招聘会到场毕业生4900人",
    "各大学4900名学生到场", "4,900 students from Northeastern University, Liaoning University and other universities attended",
    "4,900 students attended the fair at Northeastern University",
    "全省大学4900名毕业生到场", "4900名大学生到场", "由东北大学承办的招聘会到场毕业生4900人",
])  # fmt: skip
def test_a_university_that_is_a_place_a_host_or_an_example_is_no_part(text):
    assert find(text)[-1].parts == ()


def test_what_is_among_a_part_is_of_that_part_too():
    first, second = find("沈阳市提供岗位2929个，其中机械类岗位300个")
    assert {part.filter_name for part in second.parts} == {"region_codes", "sector_codes"}


@pytest.mark.parametrize("text", ["机械类岗位8六1个", "机械类岗位86l个", "提供岗位1O00个", "86l openings were offered", "3O0 companies attended"])
def test_digits_among_other_signs_are_damaged_and_not_read(text):
    (figure,) = find(text)
    assert figure.is_garbled


@pytest.mark.parametrize(("text", "kind"), [("A total of 1,500 interviews were held", "interviews"), ("15 cooperation agreements were signed", "agreements")])
def test_interviews_and_agreements_are_read(text, kind):
    assert find(text)[0].reading.kind == kind


@pytest.mark.parametrize("text", ["招聘会将于3月25日举行，提供岗位2929个", "沈阳市将提供岗位2929个"])
def test_a_plan_told_before_is_one_still(text):
    assert "plan" in find(text)[-1].scopes


@pytest.mark.parametrize(("text", "parts"), [
    ("软件和信息技术岗位255个", [("sector_codes", ("software",))]), ("机械、电气类岗位1688个", [("sector_codes", ("mechanical", "electrical"))]),
    ("纺织类岗位300个", [("", ())]), ("工程师岗位100个", [("", ())]), ("提供各类岗位300个", []), ("省内大学生4900人到场", []), ("其中大学生4900人到场", []),
    ("东北大学、辽宁大学分别有1189名、892名学生参加", [("university_codes", ("10140",))]), ("企业与东北大学签署协议15项", [("", ())]),
])  # fmt: skip
def test_lists_of_parts_and_parts_that_are_no_filter(text, parts):
    assert [(part.filter_name, part.values) for part in find(text)[-1].parts] == parts
