"""Random tables under known headings: whatever the cells hold, the counts add up or the project says in its own words what is wrong."""

import csv
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.errors import FairboardError
from fairboard.importing.batch import Intake, read_intake
from fairboard.importing.filing import NewFair, store_intake
from fairboard.importing.headings import load_headings
from fairboard.importing.inspection import find_findings, preview
from fairboard.importing.return_file import write_return_file
from fairboard.store import checks, versions

HEADINGS = sorted(load_headings())
WORDS = [
    "沈阳机床股份有限公司", "机械工程师", "6000-8000", "面议", "若干", "3", "999999999999", "大连市", "本科", "2026-03-18", "09:30", "东北大学",
    "辽宁省", "13812345678", "210102200001011234", "=1+1", "<b>x</b>", "'; drop table fairs; --", "\ufffd", "", " ", "无", "合计", "１２３", "-5", "1e9",
    "[['招1人']]", "2年经验 | 大专 | 招1人", "50-150人", "0", "国企", "制造业", "不限专业", "计算机类", "2029-01-01", "1.2万", "100%",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=30))
FAIR = NewFair("随机招聘会", "Random fair", "on_site", date(2026, 3, 1), date(2026, 3, 1))


@st.composite
def tables(draw):
    """Up to 12 columns under headings that may be known, twice the same, or anything; up to 25 rows, not all of one length."""
    labels = draw(st.lists(st.one_of(st.sampled_from(HEADINGS), st.text(max_size=12)), min_size=1, max_size=12))
    rows = draw(st.lists(st.lists(CELLS, min_size=0, max_size=len(labels)), max_size=25))
    return [labels, *rows]


def read(path, rows) -> Intake | None:
    """What is understood of a table, with every proposal taken; None where the project refuses it."""
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows(rows)
    try:
        return read_intake(path, is_answered=True)
    except FairboardError as error:
        assert str(error) and error.exit_code in (3, 6)
        return None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=tables())
def test_every_row_is_loaded_rejected_or_a_repeat(tmp_path, rows):
    intake = read(tmp_path / "t.csv", rows)
    for batch in intake.batches if intake else ():
        assert batch.row_count == batch.loaded_count + batch.rejected_count + batch.repeated_count
        assert all(counts.filled >= counts.parsed >= 0 and counts.removed >= 0 for counts in batch.coverage.values())
        records = batch.records.astype(str)
        assert not records.apply(lambda column: column.str.contains("13812345678|210102200001011234")).any().any()
    if intake:
        for plan in intake.plans:
            if plan.is_used and plan.mapping:
                preview(plan, 5, "zh")
        assert all(finding.row >= 1 for finding in find_findings(intake))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=tables())
@pytest.mark.parametrize("kind", ["postings"])
def test_whatever_is_read_can_be_stored_and_sent_back(tmp_path, data_folder, rows, kind):
    rows = [[*row, "沈阳机床股份有限公司", "焊工"][:14] if number else [*row, "单位名称", "岗位名称"] for number, row in enumerate(rows)]
    intake = read(tmp_path / "t.csv", rows)
    if intake is None or kind not in intake.kinds:
        return
    store_intake(intake, FAIR, is_repeat_allowed=True)
    con = versions.open_reader(versions.current_version())
    assert checks.find_faults(con) == []
    con.close()
    assert write_return_file(tmp_path / "t.csv", find_findings(intake), [], "zh").startswith(b"PK")
