"""docs/import-report.md says what the import makes of the real tables, and nothing of the machine it was written on."""

import re
import runpy
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
REPORT = PROJECT / "docs" / "import-report.md"


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(PROJECT / "scripts" / "import_report.py"))


def test_the_report_names_no_folder_of_a_machine():
    text = REPORT.read_text(encoding="utf-8")
    assert not re.search(r"(?:^|[\s(`])/(?:home|work|tmp|root|Users|mnt)/|[A-Z]:\\\\", text)


def test_the_rows_of_the_report_add_up():
    rows = re.findall(r"^\| \S+ \| [\w ]+ \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", REPORT.read_text(encoding="utf-8"), re.MULTILINE)
    counts = [[int(number.replace(",", "")) for number in row] for row in rows]
    assert len(counts) >= 9
    assert all(read == loaded + rejected + repeated for read, loaded, rejected, repeated in counts)


def test_the_report_shows_no_text_longer_than_it_says(script):
    longest = script["LONGEST_SHOWN_TEXT"]
    cells = [line.split(" | ")[-1] for line in REPORT.read_text(encoding="utf-8").splitlines() if re.match(r"\| .* \| [\d.]+ % \| ", line)]
    texts = [text for cell in cells for text in re.findall(r"(?:: |, )([^,]*?) \([\d,]+\)", cell)]
    assert cells and texts and max(map(len, texts)) <= longest


def test_a_folder_of_tables_gives_a_report(script, tmp_path):
    rows = ["岗位名称,单位名称,招聘人数,月薪", "焊工,大连船厂,5,6000", *["钳工,沈阳机床,很多很多人,高薪"] * 2, ",沈阳机床,1,5000"]
    (tmp_path / "岗位.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "价格.csv").write_text("商品,单价\n车床,85000\n铣床,95000\n", encoding="utf-8")
    text = script["document"](tmp_path)
    assert "| 岗位.csv | Job table | 4 | 2 | 1 | 1 |" in text
    assert "| Monthly wage | 月薪 | 2 | 50.00 % | 1: 高薪 (1) |" in text
    assert "| 价格.csv |" in text and "## Asked about" in text


def test_without_the_folder_the_script_says_so_and_changes_nothing(script, tmp_path, monkeypatch, capsys):
    before = REPORT.read_bytes()
    monkeypatch.setattr("sys.argv", ["import_report.py", str(tmp_path / "nowhere")])
    assert script["main"]() == 0
    assert "not on this machine" in capsys.readouterr().out
    assert REPORT.read_bytes() == before
