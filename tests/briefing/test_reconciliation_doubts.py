"""Where the words leave a doubt a person is asked, and what is a part, another time or no count at all is told from the whole."""

import pytest

from fairboard.briefing.reconciliation import find


def readings(text):
    return [(figure.reading.kind, figure.reading.is_sure) for figure in find(text)]


def last(text):
    return find(text)[-1]


@pytest.mark.parametrize("text", [
    "“24365”平台上线", "大学世界排名前200名", "one of the universities ranked 120", "a two-day job fair", "a three-year plan",
])  # fmt: skip
def test_names_ranks_and_lengths_of_time_are_no_figures(text):
    assert find(text) == ()


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("Over 40 organisations will join the fair", 40, "employers"), ("at the 2,300-odd vacancies of the fair", 2300, "jobs"),
    ("64 private and public companies joined", 64,
    "employers"),
    ("320 people getting preliminary job offers", 320, "people"), ("1,500 job fairs serving migrant workers were held", 1500, "fairs"),
    ("80 job offers were made", 80, "offers"),
    ("more than 2,600 turned up", 2600, "people"), ("45 on-site interviews were held", 45, "interviews"), ("面试近百人", 100, "people"), ("计划招聘20个人", 20, "jobs"),
    ("提供120个博士优质岗位", 120, "jobs"), ("拿出150个年薪超20万元的技术岗位", 150, "jobs"), ("共有40间机构参会", 40, "employers"),
    ("求职人数累计3200人/次", 3200, "visits"),
    ("提供超千万就业岗位", 10_000_000, "jobs"), ("求人倍率约为1.5", 1.5, "ratio"), ("the number of students who came rose to 640", 640, "people"),
])  # fmt: skip
def test_what_a_number_counts_is_told_by_its_own_noun(text, value, unit):
    assert [figure.unit for figure in find(text) if figure.value == value] == [unit]


@pytest.mark.parametrize("text", [
    "70 employer tables were set up", "Of the 88 booth openings, 50 were claimed", "The fair had 20,000 jobs and 5,000 educational placements",
    "设置了岗位咨询、政策宣讲3个功能区", "拿出20个事业编制吸引专业人才", "发动企业和人才团队等工作专班12个",
])  # fmt: skip
def test_a_number_of_something_unknown_is_not_read_as_what_stands_near_it(text):
    decided = [figure for figure in find(text) if figure.reading.is_sure and figure.reading.metric]
    assert [figure.value for figure in decided] in ([], [20_000])


@pytest.mark.parametrize(("text", "kind"), [
    ("该市现有科技型企业1.1万家", "other"), ("The city has 8,000 technology firms", "other"), ("平台上有科技型企业1.1万家", "employers"),
    ("The city is home to 45 universities", "universities"),
    ("全市企业去年招录高校毕业生3200人", "hires"), ("公司招聘了应届毕业生60名", "openings"), ("450 graduates were shortlisted", "interviews"),
    ("初选入围260人", "interviews"),
    ("120名企业代表到场", "other"), ("1.2 million graduates registering on the site", "other"), ("返岗专列送走务工人员620名", "other"),
    ("1,400 job seekers", "on_site_people"),
    ("11.2 million fresh graduates", "cohort"), ("收到表格400份", "other"), ("就业指导服务11场次", "fairs"), ("涵盖200多个工种", "postings"),
    ("She had applied for 60 jobs", "resumes"),
    ("The firm cut 300 jobs", "openings"), ("校企签订协议20份", "agreements"), ("attracting 84,000 views", "live_views"), ("近百个机关单位行动起来", "employers"),
])  # fmt: skip
def test_what_exists_is_taken_on_selected_or_moves_is_asked_about(text, kind):
    assert (last(text).reading.kind, last(text).reading.is_sure) == (kind, False)


@pytest.mark.parametrize(("text", "kind"), [
    ("118 candidates were offered jobs", "hires"), ("129 applicants were hired on the spot", "hires"), ("现场签订用工协议的有86人", "hires"),
    ("本月新增毕业生比去年多2000人", "change"),
    ("we have 9,000 more graduates than last year", "change"), ("就业岗位数较2019年同期降低34%", "change"),
    ("employers expect to hire 14 percent more graduates", "change"),
    ("平均月收入比上届高1300元", "change"),
])  # fmt: skip
def test_people_hired_and_changes_are_named_in_other_words_too(text, kind):
    assert (last(text).reading.kind, last(text).reading.is_sure) == (kind, True)


def test_a_percentage_goes_on_with_the_change_before_it():
    assert readings("Participation was up 12 percent since last fall, and 20 percent from 2011") == [("change", True)] * 2
    assert readings("Demand grew by 4 percent, far less than the 19 percent of last year") == [("change", True)] * 2


@pytest.mark.parametrize("text", ["全省36万名应届毕业生尚未签约", "8,000 graduates have not been hired", "3,000 students who are about to join the job market"])
def test_what_has_not_come_to_be_or_is_no_fair_is_neither_hired_nor_come(text):
    reading = last(text).reading
    assert not (reading.is_sure and reading.kind in ("hires", "on_site_people"))


@pytest.mark.parametrize("text", [
    "参会企业300家，另有60家企业通过线上面试", "线上参会企业300家", "40家用人单位明确要求硕士学历", "其中本校学生2057名到场，毕业生3800名到场，其中外校学生900名到场",
    "12 other companies joined the fair", "46 of the companies at the fair were new", "The fair drew 20 foreign and 24 local companies",
    "The fair drew 73 employers, including 22 agencies",
    "About 130 attendees were freshmen", "The fair had 4,000 positions, and 1,200 were for engineers of the fair", "我们公司拿出岗位15个",
    "The company offered 22 positions at the fair",
    "1,200 positions - nearly 40% of the total - were offered", "民营企业133家，占比64.9%，参会企业205家，占比100%",
])  # fmt: skip
def test_others_remainders_and_one_employers_jobs_are_parts(text):
    counted = [figure for figure in find(text) if figure.unit != "percent"]
    assert counted[-1].parts or not counted[-1].reading.is_sure


def test_the_items_of_a_list_are_parts_of_what_it_consists_of():
    assert [bool(figure.parts) for figure in find("参会企业中，从区域分布看，省内65家，华东23家，华南32家。")] == [True, True, True]
    assert [bool(figure.parts) for figure in find("共有120家企业参会，提供岗位3200个。")] == [False, False]


@pytest.mark.parametrize(("text", "scope"), [
    ("Past fairs each drew about 80 companies", "earlier"), ("companies came, down from 93 last year", "earlier"),
    ("This tops a previous record of 1,059 students who came", "earlier"),
    ("It originally attracted 60 companies", "earlier"), ("On the opening day alone, 5,200 people came", "hours"), ("Our goal was 800 visitors at the fair", "plan"),
    ("She hopes to draw 1,000 students in the future", "plan"), ("110家企业将提供岗位", "plan"), ("Generally, the fair attracts 200 companies", "per_item"),
    ("每日有30家企业参会", "per_item"),
    ("Teams held events outside the province, posting 96,400 jobs", "elsewhere"),
])  # fmt: skip
def test_other_times_goals_and_habits_stand_apart(text, scope):
    assert scope in last(text).scopes


@pytest.mark.parametrize("text", ["将1万个岗位带进校园", "本届招聘会增加到210家企业参会，去年为150家"])
def test_what_is_carried_somewhere_and_what_a_number_rose_to_are_of_now(text):
    assert not {"plan", "earlier"} & set(find(text)[0].scopes)


def test_a_wage_of_hundreds_of_thousands_is_that_of_a_year_where_the_sentence_speaks_of_years():
    assert last("Half of the posts have annual salaries; 600 roles exceeded 1 million yuan").unit == "yuan_year"


def test_enterprises_and_institutions_are_no_institutions_alone():
    assert find("43家企事业单位参会")[0].parts == ()
    assert find("64 private and public companies joined the fair")[0].parts == ()
