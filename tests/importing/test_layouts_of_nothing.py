"""Tables that are of no kind, or say something else than they seem to: never taken over in silence."""

import pytest

from fairboard.errors import InputFileError
from fairboard.importing.batch import read_intake
from tests.importing.tables import rows_of, write_delimited, write_workbook

TABLES = {
    "price list": """
        序号|商品名称|规格|单位|单价|数量|供应商
        1|数控车床|CK6140|台|85000|3|沈阳机床股份有限公司
        2|游标卡尺|0-150mm|把|120|50|哈尔滨量具刃具集团有限公司
        3|台式电钻|Z516|台|2300|6|大连机床集团有限公司""",
    "budget": """
        单位名称|项目|金额|备注
        沈阳市人力资源和社会保障局|招聘会场租费|50000|3月
        沈阳市人力资源和社会保障局|宣传费|20000|3月
        沈阳市就业服务中心|展位搭建|80000|3月""",
    "class timetable": """
        时间|星期一|星期二|星期三
        08:00|高等数学|大学英语|机械制图
        10:00|大学物理|高等数学|体育
        14:00|工程力学|思想政治|大学英语""",
    "staff": """
        序号|姓名|单位|职务|学历|专业|工资|入职时间
        1|王小明|沈阳机床股份有限公司|机械工程师|本科|机械工程|8000|2019-07-01
        2|李丽|沈阳机床股份有限公司|会计|大专|会计学|6000|2020-07-01
        3|赵强|大连船舶重工集团有限公司|焊工|中专|焊接|7000|2018-03-01""",
    "people to be hired": """
        报考单位|报考岗位|姓名|学历|毕业院校|总成绩
        沈阳市第一人民医院|护士|王小明|本科|中国医科大学|82.5
        沈阳市第一人民医院|医师|李丽|硕士|大连医科大学|85.1""",
    "people looking for work": """
        姓名|性别|学校|专业|学历|求职意向|期望薪资
        王小明|男|东北大学|机械工程|本科|机械工程师|6000
        李丽|女|辽宁大学|会计学|本科|会计|5000""",
    "guests of a meeting": """
        姓名|单位|职务|电话|签到时间
        王小明|沈阳市人力资源和社会保障局|科长|024-22510000|09:00
        李丽|大连市人力资源和社会保障局|主任|0411-84600000|09:05""",
    "contracts": """
        合同名称|甲方|乙方|签订日期|有效期|金额
        设备采购合同|沈阳机床股份有限公司|沈阳鼓风机集团股份有限公司|2026-03-01|1年|500000
        维修合同|大连船舶重工集团有限公司|大连机车车辆有限公司|2026-03-05|2年|120000""",
    "graduates by university": """
        学校|学历|专业|人数
        东北大学|本科|机械工程|120
        辽宁大学|本科|会计学|200
        大连理工大学|硕士|软件工程|150""",
    "announcements": """
        标题|发布单位|发布日期|链接
        关于举办2026年春季招聘会的通知|沈阳市人力资源和社会保障局|2026-03-01|https://example.com/1
        2026年事业单位公开招聘拟聘用人员公示|大连市人力资源和社会保障局|2026-03-02|https://example.com/2
        沈阳师范大学2026年招聘公告|沈阳师范大学|2026-03-03|https://example.com/3""",
    "posts and pay of one's own house": """
        岗位|部门|基本工资|岗位工资|绩效
        机械工程师|研发部|5000|2000|1500
        会计|财务部|4000|1000|800
        焊工|生产部|4500|1500|1200""",
    "marks": """
        学号|姓名|专业|高等数学|大学英语
        20230101|王小明|机械工程|85|78
        20230102|李丽|会计学|92|88""",
    "shares by industry": """
        行业|占比|同比
        制造业|32.5%|1.2%
        软件和信息技术服务业|18.1%|3.4%""",
    "sales by day": """
        日期|销售额|订单数
        2026-03-01|12000|35
        2026-03-02|15000|41""",
    "opening hours": """
        时间|人数
        09:00|120
        10:00|300""",
}  # fmt: skip

NO_TABLES_OF_OURS = (
    "graduate-supply-national/graduate_supply_panel.csv", "graduate-supply-national/legal_person_units_liaoning_industry_2024.csv",
    "graduate-supply-national/liepin_university_job_demand_structure.csv", "employment-report-2022-one-university/destinations.csv",
    "cqu-graduate-destinations/毕业生去向数据表_清洗后.xlsx", "liaoning-university-notices-2026/latest_jobs.csv", "published-figures.csv",
    "reference/china_prefectures.csv", "reference/industries_gbt4754_2017.csv", "reference/majors_undergraduate_moe.csv",
    "reference/liaoning_counties.csv", "reference/universities_moe.csv", "reference/education_levels.csv",
)  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_table_of_no_kind_is_refused_or_asked_about(tmp_path, name, suffix):
    rows = rows_of(TABLES[name])
    path = tmp_path / f"表格.{suffix}"
    write_delimited(path, rows) if suffix == "csv" else write_workbook(path, {"Sheet1": rows})
    with pytest.raises(InputFileError):
        read_intake(path)


@pytest.mark.parametrize("name", TABLES)
def test_a_title_above_makes_it_no_surer(tmp_path, name):
    rows = rows_of(TABLES[name])
    with pytest.raises(InputFileError):
        read_intake(write_workbook(tmp_path / "表格.xlsx", {"Sheet1": [["2026年统计表（一季度）"], ["制表：办公室"], *rows]}))


@pytest.mark.parametrize("name", NO_TABLES_OF_OURS)
def test_a_real_file_of_no_kind_is_refused_or_asked_about(real_files, name):
    with pytest.raises(InputFileError):
        read_intake(real_files / name)
