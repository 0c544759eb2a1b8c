"""Headings of job tables: where they stand, how many rows of them there are, in which language and how they are spaced."""

from tests.importing.tables import Case, rows_of

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
        "blank columns between, and line feeds and blanks inside headings", "postings",
        [["序 号", "", "单 位 名 称", "", "岗位\n名称", "招聘\n人数\n（人）", "", "学 历\n要 求", "工资\n待遇"],
         ["1", "", "沈阳华晨金杯汽车有限公司", "", "总装操作工", "50", "", "高中", "5000-7000"],
         ["2", "", "沈阳飞机工业（集团）有限公司", "", "数控铣工", "20", "", "大专", "6000-9000"],
         ["3", "", "沈阳飞机工业（集团）有限公司", "", "结构设计师", "6", "", "硕士", "9000-14000"]],
        {"employer": "单 位 名 称", "title": "岗位 名称", "headcount": "招聘 人数 （人）", "education": "学 历 要 求", "wage": "工资 待遇"},
        {"headcount": [50, 20, 6], "wage_min": [5000, 6000, 9000]},
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
)  # fmt: skip
