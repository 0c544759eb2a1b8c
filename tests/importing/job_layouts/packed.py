"""Cells of job tables that hold several facts, and facts that are spread over several cells."""

from tests.importing.tables import Case, rows_of

CASES = (
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
)  # fmt: skip
