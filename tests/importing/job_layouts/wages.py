"""Wages in job tables: units in the heading or in a column of their own, one column or two."""

from tests.importing.tables import Case, rows_of

CASES = (
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
)  # fmt: skip
