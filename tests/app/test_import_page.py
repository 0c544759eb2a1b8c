"""The page Import step by step: what is asked, what can be corrected, what is stored, and what is not."""

from pathlib import Path

import pytest

from fairboard.store import versions
from fairboard.ui.intake import view
from tests.app.conftest import new_session

JOBS = "单位名称,岗位名称,工作地点,月薪,招聘人数,联系电话\n沈阳机床股份有限公司,机械工程师,沈阳,6000-8000,3,13812345678\n大连船舶重工集团,焊工,火星,面议,若干,13912345678\n"
CSV = "text/csv"


def drop(dashboard, name, text, language="zh"):
    """A file put into the box."""
    dashboard.open("import", lang=language).assert_stands()
    dashboard.app.file_uploader[0].set_value((name, text.encode() if isinstance(text, str) else text, CSV))
    return dashboard.run()


def by_key(elements, part):
    """The widget whose key ends so."""
    return next(element for element in elements if element.key and element.key.endswith(part))


def press(dashboard, part):
    """A button pressed."""
    by_key(dashboard.app.button, part).click()
    return dashboard.run()


def texts(dashboard):
    """Everything that the page says, in one text."""
    kinds = (dashboard.app.markdown, dashboard.app.caption, dashboard.app.warning, dashboard.app.info, dashboard.app.success, dashboard.app.error)
    return "\n".join(element.value for elements in kinds for element in elements)


def count(query):
    """One number from the current version."""
    con = versions.open_reader(versions.current_version())
    value = con.execute(query).fetchone()[0]
    con.close()
    return value


@pytest.fixture
def changing(own_folder):
    """A dashboard on a data folder that the test may change."""
    return new_session()


def test_a_table_goes_through_every_step_into_a_new_fair(changing):
    drop(changing, "沈阳市_岗位表.csv", JOBS)
    press(changing, "import_check")
    assert "已去除列：联系电话" in texts(changing).replace("\\", "")
    assert [metric.value for metric in changing.app.metric] == ["2", "2", "0", "0"]
    office = by_key(changing.app.selectbox, "import_office_1")
    assert office.value == "210100"
    changing.app.text_input[0].set_value("春季招聘会")
    changing.run()
    press(changing, "import_commit")
    changing.assert_stands()
    assert "已导入 2 行" in texts(changing)
    assert count("select count(*) from postings inner join fairs using (fair_id) where fairs.name_zh = '春季招聘会'") == 2
    assert count("select office from batches") == "210100"
    press(changing, "import_undo")
    assert "已撤销" in texts(changing)
    assert count("select count(*) from fairs where record_kind = 'recorded'") == 0


def test_nothing_is_stored_without_a_name_for_the_fair(changing):
    before = versions.current_version()
    drop(changing, "岗位表.csv", JOBS)
    press(changing, "import_check")
    press(changing, "import_commit")
    assert "招聘会名称应为" in changing.app.error[0].value.replace("\\", "")
    assert versions.current_version() == before


def test_what_is_not_sure_is_asked_and_the_check_waits_for_the_answer(changing):
    drop(changing, "t.csv", "单位名称,做什么的,薪\n沈阳机床股份有限公司,机械工程师,6-8千\n大连船舶重工集团,焊工,面议\n鞍山钢铁集团有限公司,会计,5-6千\n", "en")
    assert not [button for button in changing.app.button if button.key == "import_check"]
    press(changing, "yes_0_1")
    assert [button for button in changing.app.button if button.key == "import_check"]


def test_another_choice_of_kind_and_header_is_obeyed(changing):
    drop(changing, "t.csv", JOBS)
    by_key(changing.app.selectbox, "kind_0").set_value("employers")
    changing.run()
    press(changing, "import_check")
    assert [metric.value for metric in changing.app.metric][:2] == ["2", "2"]


def test_one_value_for_the_whole_sheet_answers_for_a_column_that_is_missing(changing):
    drop(changing, "签到.csv", "姓名,身份证号,专业,学历\n张三,210102200001011234,机械工程,本科\n李四,210102200101011235,会计学,硕士\n")
    by_key(changing.app.selectbox, "kind_0").set_value("attendance")
    changing.run()
    by_key(changing.app.text_input, "constant_0_university").set_value("东北大学")
    changing.run()
    press(changing, "import_check")
    assert [metric.value for metric in changing.app.metric] == ["2", "2", "0", "0"]
    by_key(changing.app.text_input, "import_name_1").set_value("校园招聘会")
    changing.run()
    press(changing, "import_commit")
    assert count("select sum(attendance_count)::int from attendance where university_code = '10145' and batch_id is not null") == 2
    dump = Path(versions.current_version()).read_bytes()
    assert "张三".encode() not in dump and b"210102200001011234" not in dump


def test_text_from_a_file_is_never_markup(changing):
    drop(changing, "![x](http://evil.example/x.png).csv", "单位名称,岗位名称,<script>alert(1)</script>\n**公司**,[焊工](http://evil.example),:red[x]\n")
    page = texts(changing)
    assert "焊工" in page and "公司" in page
    for markup in ("](http", "**公司**", "<script>", " :red[", "![x]"):
        assert markup not in page, markup
    changing.assert_stands()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_server_that_is_read_only_says_so(dashboard, monkeypatch, language):
    monkeypatch.setenv(view.READ_ONLY, "1")
    dashboard.open("import", lang=language).assert_stands()
    assert len(dashboard.app.file_uploader) == 0
    assert view.READ_ONLY in dashboard.app.info[0].value.replace("\\", "")
