"""``python -m fairboard export``."""

import pytest
from click.testing import CliRunner

from fairboard.commands.export import command
from fairboard.errors import FairboardError

pytestmark = pytest.mark.usefixtures("sample_version")


def run(*words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_records_and_questions_go_to_files(tmp_path):
    for question, name, more in (("records", "a.parquet", ()), ("records", "a.zip", ()), ("overview/wage_bands", "w.xlsx", ("--param", "wage_basis=floor"))):
        assert run(question, "--out", tmp_path / name, *more).exception is None
        assert (tmp_path / name).stat().st_size > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.parquet", "a.zip", "w.xlsx"]


def test_filters_narrow_whichever_way_they_are_given(tmp_path):
    counts = []
    for words in ((), ("--region", "210100", "--region", "210200"), ("--url-filters", "region=210100.210200"), ("--region", "210100.210200", "--search", "工程师")):
        path = tmp_path / f"{len(counts)}.csv"
        assert run("records", "--out", path, *words).exception is None
        counts.append(path.read_bytes().count(b"\n") - 1)
    assert counts[0] > counts[1] == counts[2] > counts[3] > 0


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("mine")
    assert isinstance(run("records", "--out", path).exception, FairboardError)
    assert path.read_text() == "mine"
    assert run("records", "--out", path, "--force").exception is None
    assert path.read_text() != "mine"


@pytest.mark.parametrize("words", [
    ("nope", "--out", "x.csv"), ("records", "--out", "x.doc"), ("records", "--out", "no/folder/x.csv"), ("records", "--out", "."),
    ("records", "--out", "x.csv", "--region", "999999"), ("records", "--out", "x.csv", "--url-filters", "zzz"), ("records", "--out", "x.csv", "--url-filters", "zz=1"),
    ("records", "--out", "x.csv", "--param", "search"), ("records", "--out", "x.csv", "--version", "../x"), ("overview/wage_bands", "--out", "x.csv"),
])  # fmt: skip
def test_a_mistake_ends_in_one_line_and_leaves_no_file(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    error = run(*words).exception
    assert isinstance(error, FairboardError)
    assert "\n" not in str(error)
    assert list(tmp_path.iterdir()) == []
