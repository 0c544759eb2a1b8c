"""The files themselves, opened again and compared with the records."""

import csv
import io
import json
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.errors import RequestError
from fairboard.exports import about, cells, files, request, rows

pytestmark = pytest.mark.usefixtures("sample_version")


def written(target, tmp_path, **url):
    export = request.from_url(target, url)
    path = tmp_path / export.file_name
    return export, path, files.write(export, path)


def table(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_a_csv_begins_with_the_mark_that_excel_needs_and_holds_nothing_but_rows(tmp_path, sample_version):
    _, path, row_count = written("overview/by_region.csv", tmp_path, lang="en")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    head, *body = table(path)
    assert head == ["Region (code)", "Name", "Openings", "Postings", "Share of openings (0–1)", "Record kind", "Version"]
    assert len(body) == row_count == 15
    assert {tuple(row[-2:]) for row in body} == {("Synthetic sample", sample_version.stem)}


def test_numbers_in_the_file_are_those_on_the_screen(tmp_path, sample_version):
    _, path, _ = written("overview/by_region.csv", tmp_path, lang="en")
    answer = runner.run("overview/by_region", Filters(), sample_version)
    assert [int(row[2]) for row in table(path)[1:]] == [int(row["openings"]) for row in answer.rows()]


def workbook(path):
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


@pytest.mark.parametrize(("language", "heading"), [("zh", "岗位名称"), ("en", "Job title")])
def test_headings_are_in_the_language_asked_for(tmp_path, language, heading):
    _, path, _ = written("records.csv", tmp_path, lang=language)
    assert heading in table(path)[0]


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_all_postings_are_in_the_file_once_and_in_order(tmp_path, ending):
    _, path, row_count = written(f"records.{ending}", tmp_path)
    assert row_count == 3_000
    if ending == "csv":
        numbers = [int(row[0]) for row in table(path)[1:]]
    elif ending == "parquet":
        numbers = pq.read_table(path).column("posting_id").to_pylist()
    else:
        sheet = workbook(path).worksheets[0]
        numbers = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 3_000


def test_ranges_join_without_a_gap(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "RANGE_ROWS", 7)
    export, path, row_count = written("records.parquet", tmp_path, fair="1", p_search="工程师")
    held = pq.read_table(path)
    assert row_count == held.num_rows == rows.count(export)["postings"]
    assert all("工程师" in title or "工程师" in employer for title, employer in zip(held["title"].to_pylist(), held["employer_name"].to_pylist(), strict=True))


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_a_selection_that_matches_nothing_gives_a_file_with_headings(tmp_path, ending):
    _, path, row_count = written(f"records.{ending}", tmp_path, p_search="no such title %")
    assert row_count == 0
    assert path.stat().st_size > 0


def test_a_workbook_explains_itself(tmp_path, sample_version):
    export, path, _ = written("records.xlsx", tmp_path, region="210100", lang="zh")
    book = workbook(path)
    data, told = book.worksheets
    assert [data.title, told.title] == ["数据", "说明"]
    assert data.freeze_panes == "A2"
    assert data.auto_filter.ref
    text = "\n".join(str(cell) for row in told.iter_rows(values_only=True) for cell in row if cell)
    for part in (sample_version.stem, "地区：沈阳", "模拟样本", "招聘人数", export.query.sql.splitlines()[0]):
        assert part in text


def test_numbers_in_a_workbook_are_numbers_and_days_are_days(tmp_path):
    _, path, _ = written("records.xlsx", tmp_path, lang="en")
    head, first = list(workbook(path).worksheets[0].iter_rows(max_row=2, values_only=True))
    row = dict(zip(head, first, strict=True))
    assert isinstance(row["Openings"], int)
    assert row["First day"].year == 2023


def test_a_parquet_file_carries_definitions_and_version(tmp_path, sample_version):
    _, path, _ = written("records.parquet", tmp_path)
    schema = pq.read_schema(path)
    assert schema.metadata[b"fairboard.version"].decode() == sample_version.stem
    assert schema.metadata[b"fairboard.record_kinds"] == b"synthetic"
    assert json.loads(schema.metadata[b"fairboard.definitions"])["wage_min_yuan"]["unit"] == "yuan a month"
    assert schema.field("openings").metadata[b"meaning"]


def test_the_zip_holds_the_table_and_what_it_means(tmp_path, sample_version):
    _, path, _ = written("records.csv", tmp_path, **{"with": "definitions", "lang": "en"})
    with zipfile.ZipFile(path) as archive:
        assert sorted(name.rpartition(".")[2] for name in archive.namelist()) == ["csv", "txt"]
        told = archive.read("definitions.txt").decode("utf-8-sig")
    assert sample_version.stem in told
    assert "Contains synthetic records" in told
    assert [path.name for path in tmp_path.iterdir()] == [path.name]


def test_more_rows_than_a_sheet_holds_are_refused_before_any_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "MOST_SHEET_ROWS", 2_999)
    with pytest.raises(RequestError, match="CSV or Parquet"):
        written("records.xlsx", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@sum(a1)", "'@sum(a1)"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝1", "'＝1"),
    ("工程师", "工程师"), ("1=1", "1=1"), ("", ""), ("'=1", "'=1"),
])  # fmt: skip
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(text, expected):
    assert cells.neutral(text) == expected
    assert cells.neutral_array(pa.array([text, None])).to_pylist() == [expected, None]


def test_numbers_are_left_alone():
    assert cells.neutral_array(pa.array([-1, 2])).to_pylist() == [-1, 2]


def test_a_formula_in_a_workbook_stays_a_text(tmp_path, monkeypatch):
    export = request.from_url("records.xlsx", {})
    batch = next(rows.batches(export)).slice(0, 1)
    evil = batch.set_column(batch.schema.get_field_index("title"), "title", pa.array(['=cmd|" /c calc"!a1']))
    monkeypatch.setattr(rows, "batches", lambda _: iter([evil]))
    path = tmp_path / "evil.xlsx"
    files.write(export, path)
    found = [cell for cell in workbook(path).worksheets[0][2] if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert [(cell.data_type, cell.quotePrefix) for cell in found] == [("s", True)]


def test_every_label_of_the_description_has_its_chinese():
    export = request.from_url("records.csv", {"region": "210100", "p_search": "x"})
    labels = [label for label, _ in about.facts(export, 1)] + list(about.definitions(export)[0]) + [section.title for section in about.sections(export, 1)]
    assert [label for label in labels if label.isascii() and label != "SQL"] == []
