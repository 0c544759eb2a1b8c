"""Rows and frame of an answer are those that DuckDB itself gives."""

import datetime

import duckdb
import pandas as pd
import pytest

from fairboard.analysis import catalogue, runner
from fairboard.analysis.filters import Filters
from fairboard.analysis.table import Table
from tests.analysis.asking import own

FILLED = """
    select 1::tinyint as a, 2::bigint as b, 2.5::double as c, date '2024-02-29' as d, timestamp '2024-02-29 10:11:12' as e, true as f, '沈阳' as g,
           1.25::decimal(9, 2) as h, 170141183460469231731687303715884105727::hugeint as j, 5::integer as i
"""
STATEMENTS = {
    "filled": FILLED,
    "with gaps": f"{FILLED} union all select null, null, null, null, null, null, null, null, null, null",
    "only gaps": "select null::bigint as a, null::date as b, null::varchar as c, null::boolean as d, null::double as e",
    "empty": f"select * from ({FILLED}) where a > 1",
}  # fmt: skip


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_frame_is_the_one_that_duckdb_gives(name: str):
    con = duckdb.connect()
    table = Table.fetched(con.execute(STATEMENTS[name]))
    pd.testing.assert_frame_equal(table.frame, con.execute(STATEMENTS[name]).df())


def test_rows_have_none_for_gaps_and_whole_numbers_beside_them():
    table = Table.fetched(duckdb.connect().execute(f"{STATEMENTS['with gaps']} order by a nulls last"))
    assert set(table.rows[1].values()) == {None}
    assert [table.rows[0][name] for name in "abcdefg"] == [1, 2, 2.5, pd.Timestamp("2024-02-29"), pd.Timestamp("2024-02-29 10:11:12"), True, "沈阳"]
    assert [type(table.rows[0][name]) for name in "bch"] == [int, float, float]
    assert isinstance(table.rows[0]["d"], datetime.datetime)


@pytest.mark.parametrize("name", catalogue.names())
def test_the_frame_of_every_question_is_the_one_that_duckdb_gives(name: str, sample_version):
    query = catalogue.load(name)
    values = runner.bound(query, Filters(), sample_version, own(name))
    expected = runner.cursor(sample_version).execute(*runner.asked(query, values, sample_version)).df()
    found = Table.fetched(runner.cursor(sample_version).execute(*runner.asked(query, values, sample_version))).frame
    assert (list(found.columns), list(found.dtypes), len(found)) == (list(expected.columns), list(expected.dtypes), len(expected))
