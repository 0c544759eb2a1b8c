"""Figures of a text set against a dozen postings: the numbers are worked out by hand from the tables in tests/analysis/conftest.py."""

from datetime import date

import pytest

from fairboard.analysis.filters import Filters
from fairboard.briefing.reconciliation import assign, find, reconcile, rows_of

ALL = Filters()


def judged(version, text, filters=ALL, language="en", **more):
    """The last figure of ``text`` beside the records."""
    return reconcile(find(text), filters, version, language, **more)[-1]


def reasons(item):
    return [str(found.reason) for found in item.explanations]


@pytest.mark.parametrize(("text", "recorded"), [
    # 37 openings in 12 postings of 4 employers at 3 fairs; 24 people, 500 visits, 180 views, 3 universities; 11 openings over 10,000 yuan.
    ("三场招聘会", 3), ("共有4家用人单位参会", 4), ("参会单位达6家次", 6), ("提供岗位37个", 37), ("发布岗位信息12条", 12), ("月薪超过1万元的岗位11个", 11),
    ("24名毕业生到场应聘", 24), ("到场求职者500人次", 500),
    ("直播观看180人次", 180), ("3所高校的学生参加", 3), ("companies offered 37 jobs", 37), ("24 job seekers attended", 24),
])  # fmt: skip
def test_a_figure_of_the_records_is_equal(tiny, text, recorded):
    item = judged(tiny, text)
    assert (item.verdict, item.recorded, item.difference) == ("equal", recorded, 0)
    assert item.fact.origin.value == recorded


@pytest.mark.parametrize("text", ["共有4家用人单位参会", "提供岗位37个", "月薪超过1万元的岗位11个", "参会单位达6家次"])
def test_where_the_selection_holds_no_posting_nothing_is_said_to_differ_from_zero(tiny, text):
    item = judged(tiny, text, Filters(start_on=date(2030, 1, 1)))
    assert (item.verdict, item.recorded) == ("not_found", None)


@pytest.mark.parametrize(("text", "verdict"), [("提供岗位30余个", "equal_rounded"), ("提供岗位近40个", "equal_rounded"), ("提供岗位约40个", "equal_rounded"),
    ("提供岗位50余个", "differs"), ("提供岗位近37个", "differs"),
                                               ("提供岗位30-40个", "equal_rounded"), ("提供岗位数十个", "equal_rounded"), ("提供岗位不少于30个", "equal_rounded")])  # fmt: skip
def test_words_of_approximation_are_held_to_what_they_say(tiny, text, verdict):
    assert judged(tiny, text).verdict == verdict


def test_a_number_that_the_text_calls_more_than_it_is_remarked(tiny):
    item = judged(tiny, "提供岗位37余个")
    assert (item.verdict, item.difference) == ("differs", 0)
    assert item.sentence == "The records have exactly this number, which the text calls more or less than it."


@pytest.mark.parametrize(("text", "filters", "reason"), [
    ("提供岗位12个", ALL, "It is the number of Postings."),
    ("共有6家用人单位参会", ALL, "It is the number of Participations."),
    ("500名毕业生到场应聘", ALL, "It is the number of Visits on site."),
    ("月薪超过1万元的岗位13个", ALL, "It counts wages of exactly the line too."),  # posting 1, two openings at exactly 10,000
    ("提供岗位33个", ALL, "It leaves out the Shenfu demonstration zone."),  # 37 less the 4 of posting 4
    ("提供岗位27个", ALL, "It is of the 14 cities alone."),  # Shenyang 10, Dalian 11, Huludao 6
    ("提供岗位25个", ALL, "It counts up to an earlier day, 2023-10-20."),  # 11 of fair A and 14 of fair B
    ("提供岗位37个", Filters(end_on=date(2023, 12, 31)), "It is of all fairs of the records."),
    ("提供岗位25个", Filters(end_on=date(2023, 6, 30)), "It counts up to a later day, 2023-10-20."),
    ("提供岗位37个", Filters(region_codes=("210200",)), "It is without the filter “Region”."),
    ("提供岗位14个", Filters(region_codes=("210100",)), "It counts the Shenfu demonstration zone too."),  # 10 and 4
    ("国有企业提供岗位37个", ALL, "It is of all, not only of “国有”."),
])  # fmt: skip
def test_a_difference_is_explained_by_what_gives_the_number(tiny, text, filters, reason):
    item = judged(tiny, text, filters)
    assert item.verdict == "differs"
    assert reason in reasons(item)
    assert all(item.figure.bounds.hold(found.value) for found in item.explanations)


def test_the_day_of_the_text_is_a_cut_off(tiny):
    assert "It is of all fairs up to the day of the text." in reasons(judged(tiny, "提供岗位25个", published_on=date(2023, 11, 1)))


def test_online_fairs_and_the_sample_are_tried(sample_version):
    from fairboard.analysis import runner

    kinds = ("launch", "on_site", "campus", "special", "enterprise")
    row = runner.run("overview/headline", Filters(fair_kinds=kinds), sample_version, wage_basis="floor", threshold_yuan=10_000).rows()[0]
    assert "It leaves out online fairs." in reasons(judged(sample_version, f"提供岗位{row['openings']}个"))
    whole = runner.run("overview/headline", ALL, sample_version, wage_basis="floor", threshold_yuan=10_000).rows()[0]
    assert "It counts online fairs too." in reasons(judged(sample_version, f"提供岗位{whole['openings']}个", Filters(fair_kinds=kinds)))


def test_a_difference_that_nothing_gives_is_not_explained(tiny):
    item = judged(tiny, "提供岗位5000个")
    assert (item.verdict, item.difference, item.explanations) == ("differs", -4963, ())
    assert item.sentence == "The records have 4,963 fewer than the text. No reason that was tried gives the number of the text."
    assert judged(tiny, "提供岗位5000个", language="zh").sentence == "记录比文中少 4,963。已试各种口径，均得不出文中的数字。"


def test_a_part_is_compared_with_the_part(tiny):
    item = judged(tiny, "国有企业提供岗位11个")  # employer 甲: 6 at fair A, 5 at fair C
    assert (item.verdict, item.filters.ownerships) == ("equal", ("state",))
    share = judged(tiny, "国有企业岗位占比29.7%")  # 11 of 37
    assert (share.verdict, share.recorded_text, len(share.facts)) == ("equal_rounded", "29.7%", 2)
    wrong = judged(tiny, "国有企业岗位占比40%")
    assert (wrong.verdict, wrong.sentence.split(".")[0]) == ("differs", "The records are 10")


@pytest.mark.parametrize("text", ["计划提供岗位37个", "全国提供岗位37个", "场均提供岗位37个", "上市公司提供岗位37个", "来自北京的4家企业参会",
    "全市提供岗位37个", "制造业岗位占比37%"])
def test_what_is_about_something_else_is_not_compared(tiny, text):
    item = judged(tiny, text)
    assert item.verdict == "not_compared"
    assert item.remarks
    assert item.recorded is None


def test_a_person_who_assigns_a_figure_has_it_compared(tiny):
    (figure,) = find("计划提供岗位37个")
    (item,) = reconcile([assign(figure, "openings")], ALL, tiny, "en")
    assert item.verdict == "equal"


def test_what_is_not_sure_is_asked_with_the_kinds_that_would_agree(tiny):
    item = judged(tiny, "24名毕业生")
    assert (item.verdict, item.suggestions, item.recorded) == ("asked", ("on_site_people",), None)


@pytest.mark.parametrize("text", ["收到简历37份", "全国高校毕业生37万人", "达成意向24人"])
def test_what_the_records_hold_nothing_of_is_not_found(tiny, text):
    item = judged(tiny, text)
    assert item.verdict == "not_found"
    assert str(item.remarks[-1]) == "The records hold nothing of this kind."


def test_a_count_that_the_selection_lacks_is_not_found(tiny):
    item = judged(tiny, "到场求职者500人次", Filters(end_on=date(2023, 3, 31)))
    assert item.verdict == "not_found"
    assert "no such number" in str(item.remarks[-1])


def test_a_damaged_number_has_no_verdict_of_equality(tiny):
    assert judged(tiny, "more than 65,438+10,000 graduates attended").verdict == "garbled"


def test_another_line_of_the_wage_is_counted_by_that_line(tiny):
    assert judged(tiny, "月薪超过9999元的岗位13个").recorded == 13
    assert judged(tiny, "月薪超过3万元的岗位1个").recorded == 1  # posting 9


def test_a_median_is_that_of_the_records(tiny):
    # Floors by openings: 1,000 (6), 1,001, 5,000, 8,000, 9,000 (10) … of 32: the 16th is 9,000.
    assert judged(tiny, "岗位月薪中位数为9000元").verdict == "equal"


def test_nothing_selected_is_no_error(tiny):
    texts = "三场招聘会，4家用人单位参会，提供岗位37个，24名毕业生到场应聘，3所高校的学生参加，国有企业岗位占比29.7%，岗位月薪中位数为9000元。"
    found = reconcile(find(texts), Filters(sector_codes=("medical",)), tiny, "zh")
    assert len(found) == 7
    assert all(item.sentence for item in found)


def test_the_published_text_about_the_launch_fair_agrees_with_the_sample(sample_version):
    text = ("招聘会吸引202家用人单位参会，提供岗位5459个，其中月薪超过1万元的岗位949个。7580名毕业生到场应聘，4.9万人次观看了直播，15所高校的学生参加。")
    found = reconcile(find(text), Filters(fair_ids=(1,)), sample_version, "zh")
    assert [item.verdict for item in found if item.figure.reading.kind != "wage_line"] == ["equal"] * 6


LAUNCH = Filters(fair_ids=(1,))
"""The published fair of the sample: 1,189 people of 东北大学, 892 of 辽宁大学; 987 openings in engineering, 861 mechanical, 2,929 in Shenyang."""


@pytest.mark.parametrize(("text", "name", "values", "recorded"), [
    ("东北大学1189名学生入场。", "university_codes", ("10145",), 1189), ("辽宁大学参会人数为892人", "university_codes", ("10140",), 892),
    ("1,189 students of Northeastern University attended", "university_codes", ("10145",), 1189),
    ("Attendance from Liaoning University was 892", "university_codes", ("10140",), 892),
    ("来自东北大学、辽宁大学的2081名学生到场", "university_codes", ("10145", "10140"), 2081),
    ("工程技术类岗位987个", "sector_codes", ("engineering",), 987), ("机械工程类岗位861个", "sector_codes", ("mechanical",), 861),
    ("Mechanical openings: 861.", "sector_codes", ("mechanical",), 861), ("Openings in mechanical engineering numbered 861", "sector_codes", ("mechanical",), 861),
    ("沈阳市提供岗位2929个", "region_codes", ("210100",), 2929),
])  # fmt: skip
def test_a_figure_of_one_university_sector_or_region_is_compared_with_that_part(sample_version, text, name, values, recorded):
    item = judged(sample_version, text, LAUNCH)
    assert [(part.filter_name, part.values) for part in item.figure.parts] == [(name, values)]
    assert (item.verdict, item.recorded) == ("equal", recorded)


@pytest.mark.parametrize("text", ["东大1189名学生入场", "本溪大学到场学生300人", "1,189 students of Huludao Riverside University attended", "辽大提供岗位300个", "制造业岗位300个"])
def test_a_part_that_nothing_resolves_is_not_compared_with_the_whole(sample_version, text):
    item = judged(sample_version, text, LAUNCH)
    assert item.verdict == "not_compared"
    assert "that the records do not tell apart" in str(item.remarks[0])


def test_more_than_a_number_that_the_records_have_exactly_differs(sample_version):
    figure = assign(find("线上观看人数超过4.9万")[0], "live_views")
    item = reconcile([figure], LAUNCH, sample_version, "en")[0]
    assert (item.verdict, item.recorded, item.difference) == ("differs", 49_000, 0)


def test_people_who_watched_are_told_from_views(sample_version):
    item = judged(sample_version, "49 thousand people watched the livestream", LAUNCH)
    assert item.verdict == "equal"
    assert "one person may watch more than once" in str(item.remarks[-1])
    assert rows_of([item.figure])[0].metric == "live_views_part"


@pytest.mark.parametrize("text", ["招聘会将持续到3月25日，沈阳市提供岗位2929个", "The fair will last until March 25, and Shenyang offered 2,929 openings"])
def test_the_end_of_a_fair_makes_no_plan_of_what_is_on_offer(sample_version, text):
    assert (judged(sample_version, text, LAUNCH).verdict, judged(sample_version, text, LAUNCH).recorded) == ("equal", 2929)


@pytest.mark.parametrize(("text", "verdict"), [("共提供岗位5449个，月薪超过1万元的岗位949个，占岗位总数的17.4%", "equal_rounded"),
                                               ("机械类岗位861个，占岗位总数的15.8%", "equal_rounded"),
                                               ("岗位949个，占岗位总数的17.4%", "asked")])  # fmt: skip
def test_a_share_is_of_what_the_clause_before_counts(sample_version, text, verdict):
    assert judged(sample_version, text, LAUNCH).verdict == verdict


def test_of_which_takes_up_what_was_counted_before(sample_version):
    figures = find("The fair offered 5,449 openings, nearly 1,000 of which pay more than 10,000 yuan per month")
    items = reconcile(figures, LAUNCH, sample_version, "en")
    assert [item.figure.reading.kind for item in items] == ["openings", "openings_over_threshold", "wage_line"]
    assert (items[1].verdict, items[1].recorded, items[1].figure.line_yuan) == ("equal_rounded", 949, 10_000)
