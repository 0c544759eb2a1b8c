"""People wanted in job tables: with words, split into several columns, or under a heading that means something else."""

from tests.importing.tables import Case, rows_of

CASES = (
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
)  # fmt: skip
