"""Job tables in some forty layouts: each is understood without a question and rightly, or it is asked about."""

import pytest

from tests.importing.tables import (
    Case,
    asked_of,
    fields_of,
    plan_of,
    plan_of_case,
    rows_of,
    values_of,
    write_delimited,
    write_json,
    write_workbook,
)

PLAIN = rows_of("""
    单位名称|岗位名称|招聘人数|学历要求|专业要求|月薪(元)|工作地点
    沈阳机床股份有限公司|机械工程师|5|本科及以上|机械设计制造及其自动化|6000-8000|沈阳市铁西区
    沈阳机床股份有限公司|装配钳工|20|中专|不限|4500-6000|沈阳市铁西区
    大连船舶重工集团有限公司|焊工|30|高中|不限|7000-9000|大连市西岗区
    东软集团股份有限公司|软件工程师|12|本科|计算机科学与技术|8000-15000|沈阳市浑南区
""")
PLAIN_FIELDS = {"employer": "单位名称", "title": "岗位名称", "headcount": "招聘人数", "education": "学历要求", "major": "专业要求",
                "wage": "月薪(元)", "place": "工作地点"}  # fmt: skip
PLAIN_VALUES = {
    "title": ["机械工程师", "装配钳工", "焊工", "软件工程师"],
    "headcount": [5, 20, 30, 12],
    "wage_min": [6000, 4500, 7000, 8000],
    "wage_max": [8000, 6000, 9000, 15000],
    "education_level": ["bachelor", "secondary_vocational", "senior_secondary", "bachelor"],
    "region_code": ["210100", "210100", "210200", "210100"],
}

CASES = (
    Case(
        "title, sender and date above the header, total and note below", "postings",
        rows_of("""
            2026年大连市春季大型人才招聘会岗位需求汇总表
            填报单位：大连市人力资源和社会保障局||||填报日期：2026年3月5日
            ||||
            序号|用人单位|岗位名称|需求人数|学历要求|所需专业|薪资待遇（元/月）|工作地点|联系人及电话
            1|大连机车车辆有限公司|电气工程师|3|本科及以上|电气工程及其自动化|7000-10000|大连市旅顺口区|王女士 0411-84601234
            2|大连冰山集团有限公司|制冷工艺员|2|大专|制冷与空调技术|5000-7000|大连经济技术开发区|李先生 0411-87654321
            3|大连冰山集团有限公司|数控车工|若干|中专及以上|不限|面议|大连|李先生 0411-87654321
            合计|||5
            备注：以上岗位均缴纳五险一金
        """),
        {"employer": "用人单位", "title": "岗位名称", "headcount": "需求人数", "education": "学历要求", "major": "所需专业", "wage": "薪资待遇（元/月）",
         "place": "工作地点"},
        {"headcount": [3, 2, None], "headcount_status": ["stated", "stated", "several"], "wage_min": [7000, 5000, None], "wage_max": [10000, 7000, None],
         "region_code": ["210200", "210200", "210200"], "education_level": ["bachelor", "associate", "secondary_vocational"]},
    ),
    Case(
        "two rows of headings, groups merged", "postings",
        rows_of("""
            序号|单位名称|招聘岗位|招聘人数|招聘条件|||薪资（元/月）||工作地点
            ||||学历|专业|年龄|最低|最高|
            1|鞍钢集团有限公司|冶金工程师|6|硕士|冶金工程|35岁以下|9000|13000|鞍山市
            2|鞍钢集团有限公司|设备点检员|10|大专|机械类|40岁以下|5000|7000|鞍山市
            3|营口港务集团有限公司|调度员|2|本科|物流管理|不限|6000|8000|营口市鲅鱼圈区
        """),
        {"employer": "单位名称", "title": "招聘岗位", "headcount": "招聘人数", "education": "学历", "major": "专业",
         "wage_min": "薪资（元/月）最低", "wage_max": "薪资（元/月）最高", "place": "工作地点"},
        {"wage_min": [9000, 5000, 6000], "wage_max": [13000, 7000, 8000], "wage_period": ["month"] * 3, "headcount": [6, 10, 2],
         "education_level": ["master", "associate", "bachelor"], "region_code": ["210300", "210300", "210800"]},
        merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:I1", "J1:J2"),
    ),
    Case(
        "three rows of headings under a title of three rows", "postings",
        rows_of("""
            附件2
            锦州市重点企业用工需求表
            （2026年第一季度）
            用人单位|岗位信息|||||薪酬待遇|
            |岗位名称|人数|任职条件|||年薪（万元）|
            |||学历|专业|经验|最低|最高
            中国石油锦州石化公司|化工工艺工程师|4|本科|化学工程与工艺|3年以上|12|18
            中国石油锦州石化公司|安全员|2|大专|安全工程|不限|8|10
            锦州万得汽车集团有限公司|模具设计师|3|本科|机械设计|5年以上|15|24
        """),
        {"employer": "用人单位", "title": "岗位名称", "headcount": "人数", "education": "学历", "major": "专业", "experience": "经验",
         "wage_min": "年薪（万元）最低", "wage_max": "年薪（万元）最高"},
        {"wage_min": [10000, 6667, 12500], "wage_max": [15000, 8333, 20000], "wage_period": ["year"] * 3, "headcount": [4, 2, 3]},
        merged=("A1:H1", "A2:H2", "A3:H3", "A4:A6", "B4:F4", "G4:H4", "B5:B6", "C5:C6", "D5:F5", "G5:H5"),
    ),
    Case(
        "employer merged over its postings", "postings",
        rows_of("""
            企业名称|岗位|人数|薪资
            本溪钢铁集团有限公司|炼钢工|10|5000-7000元
            |轧钢工|10|5000-7000元
            |行车工|5|4500元
            辽宁药联制药有限公司|炼钢工|10|5000-7000元
            |质检员|2|4000-5000元
        """),
        {"employer": "企业名称", "title": "岗位", "headcount": "人数", "wage": "薪资"},
        {"employer": ["本溪钢铁集团有限公司"] * 3 + ["辽宁药联制药有限公司"] * 2, "headcount": [10, 10, 5, 10, 2]},
        merged=("A2:A4", "A5:A6"),
    ),
    Case(
        "employer only in the first of its rows, not merged", "postings",
        rows_of("""
            企业名称|企业性质|招聘岗位|招聘人数|月薪
            丹东东方测控技术股份有限公司|民营|嵌入式工程师|3|8000-12000
            ||普工|5|4000
            ||销售代表|4|5000-8000
            丹东黄海汽车有限责任公司|国企|车身设计师|2|7000-9000
            ||普工|5|4000
        """),
        {"employer": "企业名称", "ownership": "企业性质", "title": "招聘岗位", "headcount": "招聘人数", "wage": "月薪"},
        {"employer": ["丹东东方测控技术股份有限公司"] * 3 + ["丹东黄海汽车有限责任公司"] * 2, "ownership": ["private"] * 3 + ["state"] * 2,
         "title": ["嵌入式工程师", "普工", "销售代表", "车身设计师", "普工"]},
    ),
    Case(
        "subtotals under each employer and a total", "postings",
        rows_of("""
            用人单位|需求岗位|需求数量|学历|薪酬
            抚顺石化公司|操作工|20|大专|5500-7500
            抚顺石化公司|仪表工|5|大专|6000-8000
            小计||25||
            抚顺新钢铁有限公司|电工|8|中专|5000-6500
            抚顺新钢铁有限公司|会计|1|本科|4500-5500
            抚顺新钢铁小计||9||
            总计（人）||34||
        """),
        {"employer": "用人单位", "title": "需求岗位", "headcount": "需求数量", "education": "学历", "wage": "薪酬"},
        {"headcount": [20, 5, 8, 1], "wage_min": [5500, 6000, 5000, 4500]},
    ),
    Case(
        "subtotals named in the column of jobs", "postings",
        rows_of("""
            单位|岗位|人数
            阜新德尔汽车部件股份有限公司|装配工|15
            阜新德尔汽车部件股份有限公司|检验员|5
            阜新德尔汽车部件股份有限公司|合计|20
            阜新大金重工股份有限公司|电焊工|12
            阜新大金重工股份有限公司|合计|12
        """),
        {"employer": "单位", "title": "岗位", "headcount": "人数"},
        {"title": ["装配工", "检验员", "电焊工"], "headcount": [15, 5, 12]},
    ),
    Case(
        "headings that are bare numbers", "postings",
        rows_of("""
            1|2|3|4|5
            盘锦北方沥青股份有限公司|工艺工程师|8000-12000元/月|本科|盘锦市双台子区
            盘锦辽河油田大力集团有限公司|钻井技术员|6000-9000元/月|大专|盘锦市兴隆台区
            辽宁宝来生物能源有限公司|化验员|4500-6000元/月|大专|盘锦市辽东湾新区
            盘锦光合蟹业有限公司|水产养殖技术员|5000-7000元/月|本科|盘锦市大洼区
        """),
        {"employer": "1", "title": "2", "wage": "3", "education": "4", "place": "5"},
        {"wage_min": [8000, 6000, 4500, 5000], "region_code": ["211100"] * 4},
    ),
    Case(
        "headings in English", "postings",
        rows_of("""
            No.|Company Name|Job Title|Number of Vacancies|Monthly Salary (RMB)|Work Location|Degree Requirement|Work Experience
            1|BMW Brilliance Automotive Ltd.|Process Engineer|8|10000-16000|Shenyang|Bachelor|3-5 years
            2|Intel Semiconductor (Dalian) Ltd.|Equipment Technician|15|7000-9000|Dalian|Associate|1-3 years
            3|Michelin Shenyang Tire Co., Ltd.|Logistics Planner|2|8000-11000|Shenyang|Bachelor|1-3 years
        """),
        {"employer": "Company Name", "title": "Job Title", "headcount": "Number of Vacancies", "wage": "Monthly Salary (RMB)", "place": "Work Location",
         "education": "Degree Requirement", "experience": "Work Experience"},
        {"headcount": [8, 15, 2], "wage_min": [10000, 7000, 8000], "region_code": ["210100", "210200", "210100"],
         "education_level": ["bachelor", "associate", "bachelor"]},
    ),
    Case(
        "wages in thousands, as the heading says", "postings",
        rows_of("""
            单位名称|岗位名称|月薪（千元）|人数
            辽阳石化公司|聚酯工艺员|6-8|3
            辽阳石化公司|机修钳工|5.5-7|6
            奥克控股集团股份公司|研发工程师|10-15|2
        """),
        {"employer": "单位名称", "title": "岗位名称", "wage": "月薪（千元）", "headcount": "人数"},
        {"wage_min": [6000, 5500, 10000], "wage_max": [8000, 7000, 15000], "wage_period": ["month"] * 3},
    ),
    Case(
        "wages in ten thousands a year, as the heading says", "postings",
        rows_of("""
            单位名称|岗位名称|年薪（万元）|人数
            中国科学院沈阳自动化研究所|副研究员|20-30|3
            中国科学院沈阳自动化研究所|博士后|30|2
            沈阳鼓风机集团股份有限公司|气动设计师|15-24|4
        """),
        {"employer": "单位名称", "title": "岗位名称", "wage": "年薪（万元）", "headcount": "人数"},
        {"wage_min": [16667, 25000, 12500], "wage_max": [25000, 25000, 20000], "wage_period": ["year"] * 3},
    ),
    Case(
        "wages in two columns of yuan", "postings",
        rows_of("""
            公司|职位|最低月薪|最高月薪|学历
            铁岭鹰击长空科技有限公司|无人机飞手|6000|9000|大专
            铁岭鹰击长空科技有限公司|客服专员|3500|4500|不限
            辽宁华电铁岭发电有限公司|集控运行值班员|7000|10000|本科
        """),
        {"employer": "公司", "title": "职位", "wage_min": "最低月薪", "wage_max": "最高月薪", "education": "学历"},
        {"wage_min": [6000, 3500, 7000], "wage_max": [9000, 4500, 10000]},
    ),
    Case(
        "wages in two columns with a column of units", "postings",
        rows_of("""
            公司|职位|薪资下限|薪资上限|薪资单位
            朝阳金达钛业股份有限公司|熔炼工|6000|9000|元/月
            朝阳金达钛业股份有限公司|研发总监|30|50|万元/年
            凌源钢铁集团有限责任公司|装卸工|200|260|元/天
        """),
        {"employer": "公司", "title": "职位", "wage_min": "薪资下限", "wage_max": "薪资上限", "wage_unit": "薪资单位"},
        {"wage_min": [6000, 25000, 4350], "wage_max": [9000, 41667, 5655], "wage_period": ["month", "year", "day"]},
    ),
    Case(
        "headcounts with words", "postings",
        rows_of("""
            单位名称|岗位名称|拟招人数|学历
            葫芦岛锌业股份有限公司|电解工|20人|高中
            葫芦岛锌业股份有限公司|化验员|两名|大专
            渤海造船厂集团有限公司|船舶设计师|若干|本科
            渤海造船厂集团有限公司|涂装工|30-50人|初中
        """),
        {"employer": "单位名称", "title": "岗位名称", "headcount": "拟招人数", "education": "学历"},
        {"headcount": [20, 2, None, 30], "headcount_status": ["stated", "stated", "several", "stated"]},
    ),
    Case(
        "需求 that is the size of the company", "postings",
        rows_of("""
            职位|公司|需求|薪资
            会计|沈阳某某商贸有限公司|少于50人|4-6千
            出纳|沈阳浑南建设集团有限公司|150-500人|5-7千
            审计经理|大连万达商业管理有限公司|10000人以上|1.5-2万
            成本会计|大连重工起重集团有限公司|5000-10000人|8千-1.2万
        """),
        {"title": "职位", "employer": "公司", "size": "需求", "wage": "薪资"},
        {"headcount": [None] * 4, "headcount_status": ["missing"] * 4, "wage_min": [4000, 5000, 15000, 8000]},
    ),
    Case(
        "cells that hold experience, education and headcount, with bars", "postings",
        [["岗位名称", "公司名称", "岗位要求", "薪资"],
         ["测试工程师", "东软集团股份有限公司", "2年经验 | 大专 | 招1人", "6-8千/月"],
         ["产品经理", "东软集团股份有限公司", "5年经验 | 本科 | 招2人", "1.2-1.8万/月"],
         ["实施顾问", "沈阳用友软件有限公司", "无工作经验 | 本科 | 招5人", "5-8千/月"]],
        {"title": "岗位名称", "employer": "公司名称", "experience": "岗位要求", "education": "岗位要求", "headcount": "岗位要求", "wage": "薪资"},
        {"headcount": [1, 2, 5], "education_level": ["associate", "bachelor", "bachelor"], "experience_text": ["2年经验", "5年经验", "无工作经验"]},
    ),
    Case(
        "cells that hold experience, education and headcount, with strokes", "postings",
        rows_of("""
            岗位名称|公司名称|要求|薪资
            测试工程师|东软集团股份有限公司|经验不限/本科/招若干人|6-8千/月
            产品经理|东软集团股份有限公司|3-5年/本科/招2人|1.2-1.8万/月
            实施顾问|沈阳用友软件有限公司|1-3年/大专/招5人|5-8千/月
        """),
        {"title": "岗位名称", "employer": "公司名称", "experience": "要求", "education": "要求", "headcount": "要求", "wage": "薪资"},
        {"headcount": [None, 2, 5], "headcount_status": ["several", "stated", "stated"], "education_level": ["bachelor", "bachelor", "associate"]},
    ),
    Case(
        "cells that hold experience and education with nothing between", "postings",
        rows_of("""
            岗位名称|公司名称|标签|薪资
            测试工程师|东软集团股份有限公司|3-5年本科|6-8千/月
            产品经理|东软集团股份有限公司|5-10年硕士|1.2-1.8万/月
            实施顾问|沈阳用友软件有限公司|1-3年大专|5-8千/月
        """),
        {"title": "岗位名称", "employer": "公司名称", "experience": "标签", "education": "标签", "wage": "薪资"},
        {"education_level": ["bachelor", "master", "associate"], "experience_text": ["3-5年", "5-10年", "1-3年"]},
    ),
    Case(
        "province, city and county in three columns", "postings",
        rows_of("""
            岗位名称|单位名称|省|市|区县|招聘人数
            店长|辽宁成大方圆医药连锁有限公司|辽宁省|沈阳市|和平区|2
            药师|辽宁成大方圆医药连锁有限公司|辽宁省|朝阳市|双塔区|1
            配送员|北京京东世纪贸易有限公司|北京市|北京市|朝阳区|6
            导购|国药控股吉林有限公司|吉林省|长春市|朝阳区|3
        """),
        {"title": "岗位名称", "employer": "单位名称", "place": ("省", "市", "区县"), "headcount": "招聘人数"},
        {"region_code": ["210100", "211300", "110100", "220100"], "headcount": [2, 1, 6, 3]},
    ),
    Case(
        "blank columns between, and line feeds and blanks inside headings", "postings",
        [["序 号", "", "单 位 名 称", "", "岗位\n名称", "招聘\n人数\n（人）", "", "学 历\n要 求", "工资\n待遇"],
         ["1", "", "沈阳华晨金杯汽车有限公司", "", "总装操作工", "50", "", "高中", "5000-7000"],
         ["2", "", "沈阳飞机工业（集团）有限公司", "", "数控铣工", "20", "", "大专", "6000-9000"],
         ["3", "", "沈阳飞机工业（集团）有限公司", "", "结构设计师", "6", "", "硕士", "9000-14000"]],
        {"employer": "单 位 名 称", "title": "岗位 名称", "headcount": "招聘 人数 （人）", "education": "学 历 要 求", "wage": "工资 待遇"},
        {"headcount": [50, 20, 6], "wage_min": [5000, 6000, 9000]},
    ),
    Case(
        "people wanted split by education, with their total", "postings",
        rows_of("""
            单位名称|需求岗位|需求人数|其中||||专业
            |||博士|硕士|本科|大专|
            沈阳药科大学|专任教师|8|6|2|0|0|药学
            沈阳三生制药有限责任公司|研发员|5|1|2|2|0|生物工程
            东北制药集团股份有限公司|车间技术员|12|0|0|4|8|制药工程
        """),
        {"employer": "单位名称", "title": "需求岗位", "headcount": "需求人数", "major": "专业"},
        {"headcount": [8, 5, 12], "education_level": ["unknown"] * 3},
        merged=("A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2"),
    ),
    Case(
        "a name and a telephone number of the recruiter beside each posting", "postings",
        rows_of("""
            招聘单位|招聘职位|数量|联系人|手机|邮箱
            盘锦红海滩旅游公司|导游|10|赵敏|13940012345|hr@example.com
            盘锦红海滩旅游公司|讲解员|4|赵敏|13940012345|hr@example.com
            盘锦国际酒店|前台|3|孙强|13840054321|job@example.com
        """),
        {"employer": "招聘单位", "title": "招聘职位", "headcount": "数量"},
        {"headcount": [10, 4, 3]},
    ),
    Case(
        "registered capital, deadline and home town, which are no wage, day of posting or place of work", "postings",
        rows_of("""
            公司名称|注册资本|招聘岗位|招聘人数|报名截止时间|户籍要求|面试地点
            大连华锐重工集团股份有限公司|19.3亿元|液压工程师|3|2026-04-01|不限|沈阳市
            大连瓦房店轴承集团有限公司|5000万元|热处理工|8|2026-04-02|大连市|沈阳市
            大连橡胶塑料机械有限公司|8000万元|电气装配工|6|2026-04-03|大连市|沈阳市
        """),
        {"employer": "公司名称", "title": "招聘岗位", "headcount": "招聘人数"},
        {"wage_min": [None] * 3, "headcount": [3, 8, 6]},
    ),
    Case(
        "two columns of job names, of which one is the category", "postings",
        rows_of("""
            岗位类别|岗位名称|用人单位|人数
            专业技术|电气工程师|特变电工沈阳变压器集团有限公司|4
            专业技术|绝缘工艺师|特变电工沈阳变压器集团有限公司|2
            生产操作|线圈绕制工|特变电工沈阳变压器集团有限公司|15
            经营管理|区域经理|特变电工沈阳变压器集团有限公司|3
        """),
        {"title": "岗位名称", "employer": "用人单位", "headcount": "人数"},
        {"title": ["电气工程师", "绝缘工艺师", "线圈绕制工", "区域经理"]},
    ),
    Case(
        "a few cells of the employer empty: left out, not filled", "postings",
        rows_of("""
            单位名称|岗位名称|招聘人数
            沈阳机床股份有限公司|钳工|5
            沈阳机床股份有限公司|车工|5
            沈阳机床股份有限公司|铣工|5
            |磨工|5
            大连船舶重工集团有限公司|焊工|30
            大连船舶重工集团有限公司|起重工|3
        """),
        {"employer": "单位名称", "title": "岗位名称", "headcount": "招聘人数"},
        {"title": ["钳工", "车工", "铣工", "焊工", "起重工"]},
    ),
    Case(
        "people wanted split by education, without a total", "postings",
        rows_of("""
            单位名称|岗位名称|博士|硕士|本科
            沈阳药科大学|专任教师|6|2|
            沈阳三生制药有限责任公司|研发员|1|2|2
            东北制药集团股份有限公司|车间技术员|||8
        """),
        {"employer": "单位名称", "title": "岗位名称", "headcount": ("博士", "硕士", "本科")},
        {"headcount": [8, 5, 8], "education_level": ["unknown"] * 3},
    ),
    Case(
        "people wanted split by sex", "postings",
        rows_of("""
            单位名称|岗位名称|男|女|月薪
            沈阳机床股份有限公司|钳工|5|0|5000
            大连冰山集团有限公司|包装工|0|10|4000
        """),
        {"employer": "单位名称", "title": "岗位名称", "headcount": ("男", "女"), "wage": "月薪"},
        {"headcount": [5, 10], "wage_min": [5000, 4000]},
    ),
    # What has to be asked.
    Case(
        "small wages in two columns without a unit", "postings",
        rows_of("""
            单位名称|岗位名称|最低年薪|最高年薪
            沈阳机床股份有限公司|总工程师|30|40
            大连冰山集团有限公司|研发总监|25|35
        """),
        {"employer": "单位名称", "title": "岗位名称"}, asked=frozenset({"wage_min", "wage_max"}),
    ),
    Case(
        "people wanted last year and this year", "postings",
        rows_of("""
            单位名称|岗位名称|去年招聘人数|今年计划人数
            沈阳机床股份有限公司|钳工|5|6
            大连冰山集团有限公司|包装工|10|12
        """),
        {"employer": "单位名称", "title": "岗位名称"}, asked=frozenset({"headcount"}),
    ),
    Case(
        "jobs and employers under each other's headings", "postings",
        rows_of("""
            岗位名称|单位名称|招聘人数
            沈阳机床股份有限公司|机械工程师|5
            沈阳机床股份有限公司|数控车工|20
            大连船舶重工集团有限公司|焊工|30
            东软集团股份有限公司|软件工程师|12
        """),
        {"headcount": "招聘人数"}, asked=frozenset({"title", "employer"}),
    ),
    Case(
        "people wanted and wages under each other's headings", "postings",
        rows_of("""
            单位名称|岗位名称|招聘人数|月薪
            沈阳机床股份有限公司|机械工程师|6000-8000|5
            沈阳机床股份有限公司|数控车工|5000-6000|20
            大连船舶重工集团有限公司|焊工|7000-9000|30
        """),
        {"employer": "单位名称", "title": "岗位名称"}, asked=frozenset({"headcount", "wage"}),
    ),
    Case(
        "small wages without a unit", "postings",
        rows_of("""
            单位名称|岗位名称|薪资
            沈阳机床股份有限公司|机械工程师|6-8
            沈阳机床股份有限公司|数控车工|5-7
            大连船舶重工集团有限公司|焊工|8-10
        """),
        {"employer": "单位名称", "title": "岗位名称"}, asked=frozenset({"wage"}),
    ),
    Case(
        "all jobs of an employer in one cell", "postings",
        rows_of("""
            单位名称|招聘岗位|总人数
            沈阳机床股份有限公司|机械工程师5人、装配钳工20人|25
            大连船舶重工集团有限公司|焊工30人；起重工3人；会计1人|34
            东软集团股份有限公司|软件工程师12人，测试工程师6人|18
        """),
        {"employer": "单位名称", "headcount": "总人数"}, asked=frozenset({"title"}),
    ),
    Case(
        "the same heading twice over different wages", "postings",
        rows_of("""
            单位名称|岗位名称|薪资|薪资
            沈阳机床股份有限公司|机械工程师|6000|8000
            沈阳机床股份有限公司|数控车工|5000|7000
            大连船舶重工集团有限公司|焊工|7000|9000
        """),
        {"employer": "单位名称", "title": "岗位名称"}, asked=frozenset({"wage"}),
    ),
    Case(
        "no column of employers, the employer in the title", "postings",
        rows_of("""
            沈阳鼓风机集团股份有限公司2026年校园招聘岗位一览表
            岗位名称|招聘人数|学历|专业
            气动设计师|4|硕士|流体机械
            焊接工艺员|2|本科|焊接技术与工程
            市场专员|3|本科|市场营销
        """),
        {"title": "岗位名称", "headcount": "招聘人数", "education": "学历", "major": "专业"}, asked=frozenset({"employer"}),
    ),
)  # fmt: skip


def write_xls(path, rows):
    xlwt = pytest.importorskip("xlwt", reason="xlwt, which writes XLS files, is not installed")
    book = xlwt.Workbook()
    sheet = book.add_sheet("岗位")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, int(cell) if cell.isdigit() else cell)
    book.save(str(path))
    return path


WRITERS = {
    "jobs.xlsx": lambda path: write_workbook(path, {"岗位": PLAIN}),
    "jobs.xls": lambda path: write_xls(path, PLAIN),
    "utf8.csv": lambda path: write_delimited(path, PLAIN, "utf-8-sig"),
    "gbk.csv": lambda path: write_delimited(path, PLAIN, "gbk"),
    "jobs.tsv": lambda path: write_delimited(path, PLAIN, delimiter="\t"),
    "semicolons.csv": lambda path: write_delimited(path, PLAIN, delimiter=";"),
    "jobs.json": lambda path: write_json(path, PLAIN),
    "jobs.jsonl": lambda path: write_json(path, PLAIN, is_lines=True),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_postings(name, tmp_path):
    plan = plan_of(WRITERS[name](tmp_path / name))
    assert plan.is_ready
    assert fields_of(plan) == PLAIN_FIELDS
    assert values_of(plan, PLAIN_VALUES) == PLAIN_VALUES


def test_a_csv_without_a_header_is_understood_by_its_values(tmp_path):
    plan = plan_of(write_delimited(tmp_path / "jobs.csv", PLAIN[1:]))
    assert plan.mapping.header_height == 0 and len(plan.table.rows) == 4
    assert {name: letter for letter, column in zip("ABCDEFG", plan.mapping.columns, strict=True) if (name := column.field)} == {
        "employer": "A", "title": "B", "education": "D", "major": "E", "wage": "F", "place": "G"
    }  # fmt: skip
    assert asked_of(plan) == {"headcount"}


def test_a_header_of_two_rows_is_read_from_a_csv_that_knows_no_merged_cells(tmp_path):
    case = next(case for case in CASES if case.name == "two rows of headings, groups merged")
    plan = plan_of(write_delimited(tmp_path / "jobs.csv", case.rows))
    assert plan.is_ready and fields_of(plan) == case.fields
    assert values_of(plan, case.values) == case.values


SURE = [case for case in CASES if case.is_sure and not case.merged]


@pytest.mark.parametrize("case", SURE, ids=lambda case: case.name)
def test_without_its_headings_a_column_is_what_it_was_or_is_asked_about(case, tmp_path):
    plan = plan_of_case(case, tmp_path)
    known = {column.column: {column.field, *column.parts} for column in plan.mapping.columns}
    header = plan.table.header
    names = [f"col{column}" for column in range(len(header.labels))]
    bare = [*case.rows[: header.row], names, *case.rows[header.row + 1 :]]
    found = plan_of(write_workbook(tmp_path / "bare.xlsx", {"Sheet1": bare}))
    assert not found.is_ready or all(column.field is None or column.field in known[column.column] for column in found.mapping.columns)


@pytest.mark.parametrize("case", SURE, ids=lambda case: case.name)
def test_a_table_that_lacks_the_jobs_or_the_employers_is_never_taken_over_unasked(case, tmp_path):
    plan = plan_of_case(case, tmp_path)
    for name in ("title", "employer"):
        column = plan.mapping.column_of(name).column
        rows = [[cell for place, cell in enumerate(row) if place != column] if len(row) > 1 else row for row in case.rows]
        assert not plan_of(write_workbook(tmp_path / "less.xlsx", {"Sheet1": rows})).is_ready, name
