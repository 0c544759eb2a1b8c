"""Employers of job tables that stand once for several postings, and rows that sum up instead of naming one."""

from tests.importing.tables import Case, rows_of

CASES = (
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
)  # fmt: skip
