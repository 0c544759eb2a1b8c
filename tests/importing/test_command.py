"""The command line of the import."""

import pytest
from click.testing import CliRunner

from fairboard.__main__ import main
from fairboard.errors import FairboardError, InputFileError, NoVersionError, RequestError
from fairboard.store import versions

TABLE = "职位名称,单位名称,工作地点,招聘人数,薪资,发布日期\n焊工,大连船厂,大连,5,6-8千,2026-03-01\n会计,沈阳机床,沈阳,若干,1.2-1.5万,2026-03-09\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "岗位表.csv"
    path.write_text(TABLE, encoding="gbk")
    return path


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False, standalone_mode=True)
    return result.output


def test_a_dry_run_says_what_was_understood_and_stores_nothing(table, data_folder):
    output = run("--lang", "en", "import", table, "--dry-run")
    assert "2 rows read, 2 to load, 0 rejected" in output and "薪资 → Monthly wage" in output
    with pytest.raises(NoVersionError):
        versions.current_version()


def test_a_new_fair_starts_on_the_latest_date_in_the_file(table, data_folder):
    output = run("--lang", "zh", "import", table, "--new-fair", "春季招聘会", "--host", "大连")
    assert "已导入" in output and "2 行" in output
    con = versions.open_reader(versions.current_version())
    row = con.execute(
        "select name_zh, name_en, fair_kind, starts_on::varchar, host_region_code from fairs where record_kind = 'recorded'"
    ).fetchone()
    con.close()
    assert row == ("春季招聘会", "春季招聘会", "on_site", "2026-03-09", "210200")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--new-fair", "x", "--fair", "1"], RequestError),
        ([], RequestError),
        (["--new-fair", " "], RequestError),
        (["--new-fair", "x", "--host", "火星"], RequestError),
        (["--new-fair", "x", "--starts-on", "2026-03-02", "--ends-on", "2026-03-01"], RequestError),
        (["--fair", "99999"], RequestError),
    ],
)
def test_a_wrong_use_is_an_error_of_the_project(table, data_folder, arguments, error):
    with pytest.raises(error):
        run("import", table, *arguments)


def test_a_malformed_date_and_an_unknown_kind_are_refused(table, data_folder):
    assert "does not match the format" in run("import", table, "--new-fair", "x", "--starts-on", "2026-13-01")
    assert "is not one of" in run("import", table, "--new-fair", "x", "--kind", "party")


def test_a_folder_and_a_missing_file_are_refused(tmp_path, data_folder):
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(InputFileError) as caught:
            run("import", path, "--dry-run")
        assert caught.value.exit_code == 3 and isinstance(caught.value, FairboardError)
