"""The texts of the sample mean what its numbers say, by the same parsers that read the files of the offices."""

import duckdb

from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.place import parse_place
from fairboard.importing.parsing.wage import parse_wage


def test_every_wage_text_states_its_wage(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute("select distinct coalesce(wage_text, ''), wage_min, wage_max, wage_period, wage_months from postings").fetchall()
    read = {text: parse_wage(text) for text, *_ in rows}
    assert [row for row in rows if (wage := read[row[0]]) and (wage.minimum, wage.maximum, wage.period, wage.months) != row[1:]] == []


def test_every_education_text_states_its_level(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute("select distinct coalesce(education_text, ''), education_level from postings").fetchall()
    assert [row for row in rows if parse_education(row[0]).level != row[1]] == []


def test_every_place_text_names_its_region(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute("select distinct place_text, region_code from postings where region_code is not null").fetchall()
    assert [row for row in rows if parse_place(row[0]).region_code != row[1]] == []
