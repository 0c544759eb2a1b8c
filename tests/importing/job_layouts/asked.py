"""Job tables that no reader can be sure about: something has to be asked."""

from tests.importing.tables import Case, rows_of

CASES = (
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
