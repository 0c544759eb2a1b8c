"""A folder of files from several offices: what can be read goes into one version, the rest is told of, and the exit code says so."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from fairboard.__main__ import main
from fairboard.errors import InputFileError, QuestionError
from fairboard.importing.batch import read_intake
from fairboard.importing.offices import find_office, find_sender
from fairboard.store import versions

JOBS = "单位名称,岗位名称,工作地点,月薪,招聘人数\n{employer},焊工,大连,6000-8000,5\n{employer},,大连,6000-8000,5\n"
PEOPLE = "学校,学历,参会人数\n大连理工大学,本科,12\n"


@pytest.fixture
def inbox(tmp_path):
    """Two good files, one that asks, one that is no table, and what Office leaves lying about."""
    folder = tmp_path / "收件 箱"
    (folder / "抚顺").mkdir(parents=True)
    (folder / "大连市人社局_岗位.csv").write_text(JOBS.format(employer="大连船厂"), encoding="gbk")
    (folder / "抚顺" / "签到.tsv").write_text(PEOPLE.replace(",", "\t"), encoding="utf-8-sig")
    (folder / "问题.csv").write_text("甲,乙\n1,2\n3,4\n", encoding="utf-8")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "~$大连.xlsx").write_bytes(b"x")
    (folder / "读我.md").write_text("no table", encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, ["--lang", "en", "import", *map(str, arguments)], catch_exceptions=False)


def ask(query):
    con = versions.open_reader(versions.current_version())
    rows = con.execute(query).fetchall()
    con.close()
    return rows


def test_good_files_go_into_one_version_and_the_report_tells_of_the_others(inbox, data_folder, tmp_path):
    report = tmp_path / "report.json"
    result = run(inbox, "--new-fair", "春季招聘会", "--report", report, "--return-files", tmp_path / "back")
    assert result.exit_code == 3
    assert "2 of 4 files went in." in result.output
    assert len(versions.list_versions()) == 1
    assert ask("select table_kind, office, rows_loaded::int from batches order by 1") == [("attendance", "210400", 1), ("postings", "210200", 1)]
    assert ask("select count(distinct fair_id) from batches") == [(1,)]
    files = {entry["file"]: entry for entry in json.loads(report.read_text(encoding="utf-8"))["files"]}
    assert {name: entry["status"] for name, entry in files.items()} == {
        "大连市人社局_岗位.csv": "stored", "签到.tsv": "stored", "问题.csv": "questions", "坏.xlsx": "refused"
    }  # fmt: skip
    batch = files["大连市人社局_岗位.csv"]["batches"][0]
    assert (batch["rows_read"], batch["rows_loaded"], batch["rows_rejected"], batch["rows_repeated"]) == (2, 1, 1, 0)
    assert batch["rejected_by_reason"] == {"The row has no job title.": 1}
    returned = list((tmp_path / "back").iterdir())
    assert len(returned) == 1 and "no job title" in str([cell.value for row in openpyxl.load_workbook(returned[0]).worksheets[0].iter_rows() for cell in row])


def test_a_dry_run_reads_every_file_and_stores_nothing(inbox, data_folder, tmp_path):
    report = tmp_path / "report.json"
    result = run(inbox, "--dry-run", "--report", report)
    assert "2 of 4 files could go in" in result.output
    assert sorted(entry["status"] for entry in json.loads(report.read_text(encoding="utf-8"))["files"]) == ["questions", "read", "read", "refused"]
    assert not any(versions.list_versions())


def test_a_folder_in_which_nothing_can_be_read_makes_no_version(inbox, data_folder):
    for name in ("大连市人社局_岗位.csv", "抚顺/签到.tsv", "坏.xlsx"):
        (inbox / name).unlink()
    with pytest.raises(QuestionError) as caught:
        run(inbox, "--new-fair", "春季招聘会")
    assert caught.value.exit_code == 6
    assert not any(versions.list_versions())


def test_an_empty_folder_is_refused(tmp_path, data_folder):
    (tmp_path / "leer").mkdir()
    with pytest.raises(InputFileError, match="no table in the folder"):
        run(tmp_path / "leer", "--dry-run")


def test_all_good_ends_with_nought_and_a_second_run_changes_nothing(inbox, data_folder):
    for name in ("问题.csv", "坏.xlsx"):
        (inbox / name).unlink()
    assert run(inbox, "--new-fair", "春季招聘会", "--starts-on", "2026-03-01").exit_code == 0
    before = versions.current_version()
    assert run(inbox, "--new-fair", "春季招聘会", "--starts-on", "2026-03-01").exit_code != 0
    assert versions.current_version() == before


@pytest.mark.parametrize(
    ("path", "office"),
    [
        ("沈阳市_岗位表.xlsx", "210100"), ("大连市人社局报送.csv", "210200"), ("抚顺/岗位.xlsx", "210400"), ("沈抚示范区-岗位.xls", "21SF00"),
        ("2026 鞍山 招聘.csv", "210300"), ("大连理工大学招聘会.xlsx", None), ("马鞍山.xlsx", None), ("沈阳_大连.csv", None), ("岗位表.xlsx", None),
        ("Dalian jobs.csv", "210200"), ("鞍山市岗位需求表.xlsx", "210300"), ("沈阳市2026年春季岗位一览表.xlsx", "210100"), ("大连市民营企业招聘会.xlsx", None),
    ],
)  # fmt: skip
def test_an_office_is_known_by_the_name_of_the_file_or_its_folder(tmp_path, path, office):
    assert find_office(tmp_path / path) == office


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("填报单位：鞍山市人力资源和社会保障局", "210300"), ("报送单位: 抚顺", "210400"), ("填报单位（盖章）：大连市人社局    日期", None),
        ("填报部门：沈抚改革创新示范区", "21SF00"), ("填报单位：鞍山市铁东区人力资源和社会保障局", "210300"), ("填报单位：沈阳机床股份有限公司", None),
        ("制表：张三", None), ("2026年大连招聘会", None),
    ],
)  # fmt: skip
def test_an_office_is_known_by_the_line_that_names_the_sender(line, office):
    assert find_sender([line]) == office


def test_the_lines_above_a_table_propose_the_fair(tmp_path):
    path = tmp_path / "表.csv"
    path.write_text("附件1：2026年鞍山市春季高校毕业生专场招聘会岗位表（2026年3月10日）,,\n填报单位：鞍山市人社局,,\n" + JOBS.format(employer="鞍钢"), encoding="utf-8")
    intake = read_intake(path)
    assert (intake.occasion.fair_name, str(intake.first_day), intake.occasion.office) == ("2026年鞍山市春季高校毕业生专场招聘会", "2026-03-10", "210300")
