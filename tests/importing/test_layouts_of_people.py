"""Attendance lists, lists of employers, agreements and series of live broadcasts in the layouts that offices use."""

from datetime import date

from tests.importing.tables import (
    Case,
    asked_of,
    plan_of,
    plan_of_case,
    rows_of,
    values_of,
    write_delimited,
)

NEU, DUT, LNU = "10145", "10141", "10140"
"""School codes of 东北大学, 大连理工大学 and 辽宁大学."""

CASES = (
    Case(
        "one row per person, one of whom signed twice", "attendance",
        rows_of("""
            招聘会现场签到表
            序号|姓名|身份证号|学校|专业|学历|签到时间
            1|王小明|210102200301011234|东北大学|机械工程|本科|09:05
            2|李丽|210203200202022345|大连理工大学|软件工程|硕士|09:40
            3|王小明|210102200301011234|东北大学|机械工程|本科|10:20
            4|赵强|21010320020303345X|东北大学|机械工程|本科|09:55
        """),
        {"university": "学校", "major": "专业", "degree": "学历", "arrived_at": "签到时间"},
        {"university_code": [NEU, DUT], "degree_level": ["bachelor", "master"], "slot_minute": [540, 540], "attendance_count": [2, 1],
         "unit": ["people", "people"]},
    ),
    Case(
        "counted by university and degree, with subtotals", "attendance",
        rows_of("""
            2026年春季招聘会参会毕业生统计表
            学校名称|学历|人数
            东北大学|本科|120
            东北大学|硕士|85
            东北大学|小计|205
            辽宁大学|本科|64
            辽宁大学小计||64
            合计||269
        """),
        {"university": "学校名称", "degree": "学历", "attendance_count": "人数"},
        {"university_code": [NEU, NEU, LNU], "degree_level": ["bachelor", "master", "bachelor"], "attendance_count": [120, 85, 64]},
    ),
    Case(
        "universities down, degrees across, with a total", "attendance",
        rows_of("""
            参会学生来源统计
            学校|专科|本科|硕士|博士|合计
            东北大学|0|120|85|6|211
            大连理工大学||90|40|2|132
            合计|0|210|125|8|343
        """),
        {"university": "学校", "attendance_count": ("专科", "本科", "硕士", "博士")},
        {"university_code": [NEU, DUT, NEU, DUT, NEU, DUT], "degree_level": ["bachelor", "bachelor", "master", "master", "doctor", "doctor"],
         "attendance_count": [120, 90, 85, 40, 6, 2]},
    ),
    Case(
        "degrees across under a merged heading", "attendance",
        rows_of("""
            高校名称|到场人数（人）||
            |本科生|硕士研究生|博士研究生
            东北大学|120|85|6
            辽宁大学|64|20|
        """),
        {"university": "高校名称", "attendance_count": ("到场人数（人） 本科生", "到场人数（人） 硕士研究生", "到场人数（人） 博士研究生")},
        {"university_code": [NEU, LNU, NEU, LNU, NEU], "degree_level": ["bachelor", "bachelor", "master", "master", "doctor"],
         "attendance_count": [120, 64, 85, 20, 6]},
        merged=("A1:A2", "B1:D1"),
    ),
    Case(
        "university only beside its first row", "attendance",
        rows_of("""
            毕业院校|学历层次|参会人数
            东北大学|本科|120
            |硕士|85
            |博士|6
            辽宁大学|本科|64
        """),
        {"university": "毕业院校", "degree": "学历层次", "attendance_count": "参会人数"},
        {"university_code": [NEU, NEU, NEU, LNU], "attendance_count": [120, 85, 6, 64]},
    ),
    Case(
        "headings in English, school codes, visits instead of people", "attendance",
        rows_of("""
            School Code|Degree Level|Visits (人次)|Check-in Time
            10145|Bachelor|300|09:00
            10145|Master|120|10:00
        """),
        {"university": "School Code", "degree": "Degree Level", "attendance_count": "Visits (人次)", "arrived_at": "Check-in Time"},
        {"university_code": [NEU, NEU], "attendance_count": [300, 120], "unit": ["visits", "visits"], "slot_minute": [540, 600]},
    ),
    Case(
        "the university in the name of the sheet", "attendance",
        rows_of("""
            签到时间|专业|学历
            09:05|机械工程|本科
            09:40|软件工程|硕士
        """),
        {"arrived_at": "签到时间", "major": "专业", "degree": "学历"}, asked=frozenset({"university"}), sheet="东北大学",
    ),
    Case(
        "degrees across whose sum is not the total", "attendance",
        rows_of("""
            参会高校|本科|硕士|合计
            东北大学|120|85|305
            辽宁大学|64|20|100
        """),
        {"university": "参会高校"}, asked=frozenset({"attendance_count"}),
    ),
    Case(
        "graduates of a year, not said to have come", "attendance",
        rows_of("""
            学校|学历|人数
            东北大学|本科|4200
            辽宁大学|本科|5100
        """),
        {"university": "学校", "degree": "学历", "attendance_count": "人数"}, is_kind_sure=False,
    ),
    Case(
        "schools that are no universities", "attendance",
        rows_of("""
            学校|人数|入场时间
            沈阳市第二中学|30|09:00
            大连市第八中学|25|09:30
        """),
        {"attendance_count": "人数", "arrived_at": "入场时间"}, asked=frozenset({"university"}),
    ),
    Case(
        "employers with credit codes", "employers",
        rows_of("""
            参会企业名单
            序号|企业名称|统一社会信用代码|企业性质|所属行业|企业规模|注册地|注册资本|联系人|联系电话
            1|沈阳机床股份有限公司|91210100243381258Q|国企|制造业|1000人以上|沈阳市铁西区|16.8亿元|刘洋|024-25190000
            2|东软集团股份有限公司|91210100604608172K|民营|软件和信息技术服务业|10000人以上|沈阳市浑南区|12.4亿元|陈晨|024-83660000
        """),
        {"employer": "企业名称", "credit_code": "统一社会信用代码", "ownership": "企业性质", "industry": "所属行业", "size": "企业规模", "place": "注册地"},
        {"employer": ["沈阳机床股份有限公司", "东软集团股份有限公司"], "credit_code": ["91210100243381258Q", "91210100604608172K"],
         "ownership": ["state", "private"], "industry_section": ["C", "I"], "region_code": ["210100", "210100"]},
    ),
    Case(
        "employers in English", "employers",
        rows_of("""
            Company|Company Type|Industry|Headquarters City|Company Size
            Neusoft Corporation|Private|Information technology|Shenyang|10000+ 人
            BMW Brilliance Automotive Ltd.|State-owned|Manufacturing|Shenyang|10000人以上
        """),
        {"employer": "Company", "ownership": "Company Type", "industry": "Industry", "place": "Headquarters City", "size": "Company Size"},
        {"ownership": ["private", "state"], "region_code": ["210100", "210100"]},
    ),
    Case(
        "parties, day of signing and a term in years", "agreements",
        rows_of("""
            校地合作协议签约情况一览表
            序号|协议名称|甲方|乙方|签订时间|有效期
            1|战略合作协议|沈阳市人力资源和社会保障局|东北大学|2026年3月18日|3年
            2|人才合作协议|大连市人民政府|大连理工大学|2026/3/20|五年
            3|引才协议|鞍山市|辽宁大学|2026.4.1|长期
        """),
        {"region": "甲方", "university": "乙方", "signed_on": "签订时间", "in_force_until": "有效期"},
        {"region_code": ["210100", "210200", "210300"], "university_code": [NEU, DUT, LNU],
         "signed_on": [date(2026, 3, 18), date(2026, 3, 20), date(2026, 4, 1)], "in_force_until": [date(2029, 3, 17), date(2031, 3, 19), None]},
    ),
    Case(
        "a term from day to day", "agreements",
        rows_of("""
            城市|合作高校|签约日期|合作期限
            沈阳|东北大学|2026-03-18|2026年3月18日至2029年3月17日
            沈抚示范区|辽宁大学|2026-03-18|2026.3.18-2028.12.31
        """),
        {"region": "城市", "university": "合作高校", "signed_on": "签约日期", "in_force_until": "合作期限"},
        {"region_code": ["210100", "21SF00"], "in_force_until": [date(2029, 3, 17), date(2028, 12, 31)]},
    ),
    Case(
        "parties the other way round", "agreements",
        rows_of("""
            甲方|乙方|签订日期
            东北大学|沈阳市人力资源和社会保障局|2026-03-18
            辽宁大学|营口市人力资源和社会保障局|2026-03-19
        """),
        {"signed_on": "签订日期"}, asked=frozenset({"region", "university"}),
    ),
    Case(
        "the city of all agreements in the title", "agreements",
        rows_of("""
            营口市校地合作协议台账
            合作高校|签约日期|有效期至
            东北大学|2026-03-18|2029-03-17
            辽宁大学|2026-03-19|2029-03-18
        """),
        {"university": "合作高校", "signed_on": "签约日期", "in_force_until": "有效期至"}, asked=frozenset({"region"}),
    ),
    Case(
        "views in each ten minutes", "livestream",
        rows_of("""
            直播带岗观看数据
            时间|观看人次|点赞数|同时在线人数
            09:00|1,250|300|800
            09:10|1.2万|410|2600
            09:20|900|120|700
        """),
        {"slot_at": "时间", "views": "观看人次"},
        {"slot_minute": [540, 550, 560], "attendance_count": [1250, 12000, 900]},
    ),
    Case(
        "a running total", "livestream",
        rows_of("""
            统计时间|累计观看人次
            2026-03-25 09:00|1000
            2026-03-25 09:10|3500
            2026-03-25 09:20|4100
        """),
        {"slot_at": "统计时间", "views_total": "累计观看人次"},
        {"slot_minute": [540, 550, 560], "attendance_count": [1000, 2500, 600]},
    ),
    Case(
        "platforms across", "livestream",
        rows_of("""
            时段|抖音|快手|视频号
            09:00-09:10|500|300|200
            09:10-09:20|700|100|
        """),
        {"slot_at": "时段", "views": ("抖音", "快手", "视频号")},
        {"slot_minute": [540, 550], "attendance_count": [1000, 800]},
    ),
    Case(
        "platforms across with their total", "livestream",
        rows_of("""
            时间点|抖音观看人次|快手观看人次|抖音点赞|合计
            09:00|500|300|90|800
            09:10|700|100|80|800
            09:20|600|250|70|850
        """),
        {"slot_at": "时间点", "views": "合计"},
        {"attendance_count": [800, 800, 850]},
    ),
    Case(
        "people watching at a moment, which add up to nothing", "livestream",
        rows_of("""
            时间|在线人数
            09:00|800
            09:10|2600
        """),
        {"slot_at": "时间"}, asked=frozenset({"views"}), is_kind_sure=False,
    ),
    Case(
        "numbers that never fall and do not say that they are a total", "livestream",
        rows_of("""
            时间|观看人次
            09:00|1000
            09:10|3500
            09:20|4100
            09:30|5200
            09:40|6900
            09:50|7000
            10:00|7600
        """),
        {"slot_at": "时间"}, asked=frozenset({"views"}),
    ),
)  # fmt: skip


def test_nothing_that_names_a_person_is_in_what_an_attendance_list_gives(tmp_path):
    plan = plan_of_case(CASES[0], tmp_path)
    assert plan.mapping.dropped_personal() == ("姓名", "身份证号")
    assert not any(column.examples for column in plan.mapping.columns if column.reason == "personal")


def test_the_university_that_the_sheet_is_named_after_is_proposed(tmp_path):
    case = next(case for case in CASES if case.name == "the university in the name of the sheet")
    plan = plan_of_case(case, tmp_path)
    assert plan.mapping.proposals == {"university": "东北大学"}
    answered = plan.with_mapping(plan.mapping.answered())
    assert answered.is_ready and values_of(answered, ["university_code", "attendance_count"]) == {"university_code": [NEU, NEU], "attendance_count": [1, 1]}


def test_an_attendance_list_may_say_what_it_is_by_the_name_of_its_file(tmp_path):
    case = next(case for case in CASES if case.name.startswith("graduates of a year"))
    assert not plan_of(write_delimited(tmp_path / "毕业生.csv", case.rows)).is_ready
    assert plan_of(write_delimited(tmp_path / "现场签到统计.csv", case.rows)).is_ready


def test_counts_under_a_heading_that_nobody_knows_are_asked_about(tmp_path):
    rows = rows_of("""
        学校|学历|有多少
        东北大学|本科|120
        辽宁大学|本科|64
    """)
    plan = plan_of(write_delimited(tmp_path / "签到.csv", rows))
    assert not plan.is_ready and asked_of(plan) == {"attendance_count"}
