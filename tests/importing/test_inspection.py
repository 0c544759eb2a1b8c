"""What is told to the sender: the right cell, row and reason, whatever the layout; rows and columns are counted by hand."""

import pytest

from fairboard.importing import inspection
from fairboard.importing.batch import read_intake
from fairboard.importing.inspection import find_findings, preview, summary_of

TITLE = "2026年招聘会岗位表,,,,,,\n"
HEAD = "单位名称,岗位名称,工作地点,最低薪资,最高薪资,招聘人数,联系电话\n"
ROWS = [
    "大连船厂,焊工,大连,5000,6000,5,13812345678",
    "大连船厂,钳工,火星,6000,5000,2,13812345678",
    "大连船厂,,大连,5000,6000,1,",
    "大连船厂,焊工,大连,5000,6000,5,13812345678",
    "沈阳机床,会计,沈阳,5000,,999,",
    "沈阳机床,文员,沈阳,4000,5000,很多人,",
]


@pytest.fixture
def intake(tmp_path):
    path = tmp_path / "岗位.csv"
    path.write_text(TITLE + HEAD + "\n".join(ROWS) + "\n", encoding="utf-8")
    return read_intake(path)


def test_each_finding_stands_at_its_cell(intake):
    found = {(finding.row, finding.column, finding.severity, finding.reason) for finding in find_findings(intake)}
    assert found == {
        (4, 2, "unparsed", inspection.NOT_UNDERSTOOD["place"]),
        (4, 3, "unparsed", inspection.NOT_UNDERSTOOD["wage"]),
        (5, 1, "rejected", "The row has no job title."),
        (6, None, "repeated", inspection.REPEATED),
        (7, 5, "flagged", inspection.MANY_PEOPLE),
        (8, 5, "unparsed", inspection.NOT_UNDERSTOOD["headcount"]),
    }


def test_the_summary_counts_rows_and_names_what_was_dropped(intake):
    assert summary_of(intake) == [
        ("Rows read", "6"), ("Rows taken over", "4"), ("Rows left out", "1"), ("Exact repeats", "1"),
        ("Columns with personal data, not stored", "联系电话"),
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "place", "sector"), [("zh", "大连市", "生产制造"), ("en", "Dalian", "Manufacturing")])
def test_the_first_rows_are_shown_as_they_will_be(intake, language, place, sector):
    headings, rows = preview(intake.plans[0], 3, language)
    assert len(rows) == 3 and rows[0][1:5] == ["大连船厂", place, "5,000", "6,000"]
    assert sector in rows[0] and "13812345678" not in str(rows)
    assert len(headings) == len(rows[0])
