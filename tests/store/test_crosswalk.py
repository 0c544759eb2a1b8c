"""The crosswalk as an edited file: every kind of fault is told and changes nothing, and a good file is a new edition."""

import csv
import hashlib
import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from fairboard import __main__ as program
from fairboard.analysis import runner
from fairboard.errors import InputFileError
from fairboard.store import crosswalk, crosswalk_file, schema, versions

SHIPPED = (schema.REFERENCE_FOLDER / "discipline_sectors.csv").read_bytes()
HEAD = "discipline_code,sector_code,weight,rationale\n"
GOOD = HEAD + "01,education,0.6,Teaching\n01,software,0.4,\"Some, more than before\"\n08,mechanical,1,All of them\n"


def stands() -> tuple[str, list[tuple], list[tuple]]:
    """The edition of the current version, its rows, and the editions noted in it, the latest first."""
    con = versions.open_reader(versions.current_version())
    noted = con.execute("select method_version, row_count, note from method_versions order by adopted_at desc").fetchall()
    found = crosswalk.edition(con), crosswalk.rows(con), noted
    con.close()
    return found


def test_the_shipped_crosswalk_is_right_and_noted_when_a_version_is_built(folder: Path):
    edition, rows, noted = stands()
    assert noted == [(edition, len(rows), None)]
    by_hand = "\n".join(f"{discipline},{sector},{weight:.9f},{rationale}" for discipline, sector, weight, rationale in sorted(rows))
    assert edition == hashlib.sha256(by_hand.encode()).hexdigest()[:8]
    for _, group in itertools.groupby(rows, key=lambda row: row[0]):
        assert sum(row[2] for row in group) == pytest.approx(1, abs=1e-9)
    adopted = crosswalk_file.adopt(SHIPPED, "shipped.csv")
    assert (adopted.edition, adopted.is_new) == (edition, False)


def test_an_edited_file_is_a_new_version_with_its_edition_and_note(folder: Path):
    before, (old, _, _) = versions.current_version(), stands()
    adopted = crosswalk_file.adopt(GOOD.encode("utf-8-sig"), "edited.csv", " more software ")
    edition, rows, noted = stands()
    assert versions.current_version() != before
    assert (adopted.edition, adopted.row_count, adopted.is_new) == (edition, 3, True)
    assert rows == [("01", "education", 0.6, "Teaching"), ("01", "software", 0.4, "Some, more than before"), ("08", "mechanical", 1.0, "All of them")]
    assert noted == [(edition, 3, "more software"), (old, 60, None)]
    assert versions.facts_of(versions.current_version())["origin"] == "crosswalk"
    crosswalk_file.adopt(SHIPPED, "back.csv")
    assert [line[0] for line in stands()[2]] == [old, edition, old]


def test_what_is_shown_can_be_read_again(folder: Path):
    _, rows, _ = stands()
    assert crosswalk_file.adopt(crosswalk_file.as_csv(rows).encode("gb18030"), "same.csv").is_new is False


def test_codes_that_excel_took_for_numbers_are_read(folder: Path):
    crosswalk_file.adopt(GOOD.replace("\n01,", "\n1,").replace("\n08,", "\n8,").encode(), "excel.csv")
    assert {row[0] for row in stands()[1]} == {"01", "08"}


@pytest.mark.parametrize(("content", "said"), [
    ("", "the first row has to be discipline_code,sector_code,weight,rationale, and is –"),
    ("discipline,sector,weight,why\n", "the first row has to be discipline_code,sector_code,weight,rationale, and is discipline,sector,weight,why"),
    (HEAD, "There is no row under the headings"),
    (GOOD + "08,mechanical,1\n", "Row 5: there are 3 columns where there should be 4"),
    (GOOD + "08,software,1,because, so\n", "Row 5: there are 5 columns where there should be 4"),
    (GOOD.replace("01,education", "99,education"), "Row 2, discipline_code: “99” is no discipline; take one of 01, 02"),
    (GOOD.replace("08,mechanical", "08,machines"), "Row 4, sector_code: “machines” is no sector; take one of administration, agriculture"),
    (GOOD.replace("08,mechanical", "08,unclassified"), "Row 4, sector_code: “unclassified” is no sector"),
    *[(GOOD.replace("0.6", weight), "Row 2, weight:") for weight in ("0", "-0.6", "1.1", "nan", "inf", "1e-1", "60%", "\"0,6\"", "")],
    (GOOD.replace("Teaching", " "), "Row 2, rationale: say in one line of up to 500 characters"),
    (GOOD.replace("Teaching", "x" * 501), "Row 2, rationale:"),
    (GOOD.replace("Teaching", "\"two\nlines\""), "Row 2, rationale:"),
    (GOOD.replace("0.6", "0.599998"), "The weights of discipline 01 add up to 0.999998; change them so that they add up to 1"),
    (GOOD.replace("01,software", "01,education"), "01 and education stand in several rows; leave one"),
    (HEAD + "".join(f"9{number},x,2,\n" for number in range(10)), "and 30 more"),
    (HEAD + '01,education,1,"open', "cannot be read as CSV"),
    ("x" * 1_000_001, "is larger than 1 MB"),
    (b"\xff\xfe\x00\x81\xff", "cannot be read as CSV"),
])  # fmt: skip
def test_a_fault_says_row_column_and_what_to_do_and_changes_nothing(folder: Path, content: str | bytes, said: str):
    before, found = versions.current_version(), stands()
    with pytest.raises(InputFileError) as caught:
        crosswalk_file.adopt(content if isinstance(content, bytes) else content.encode(), "bad.csv")
    assert said in str(caught.value)
    assert str(caught.value).startswith("bad.csv") and "Nothing was changed" in str(caught.value)
    assert (versions.current_version(), stands()) == (before, found)


def test_a_sum_within_a_millionth_of_one_is_one(folder: Path):
    assert crosswalk_file.adopt(GOOD.replace("0.6", "0.6000009").encode(), "close.csv").is_new


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs ``python -m fairboard --lang en crosswalk …`` and gives its exit code and what it said."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["fairboard", "--lang", "en", "crosswalk", *words])
        code = program.run()
        said = capsys.readouterr()
        runner.forget()
        return code, said.out, said.err

    return run


def test_the_command_shows_the_crosswalk_and_takes_one_in(folder: Path, command: Callable, tmp_path: Path):
    code, shown, edition = command()
    assert (code, edition.strip()) == (0, f"Crosswalk {stands()[0]}")
    assert len(list(csv.DictReader(io.StringIO(shown)))) == 60
    path = tmp_path / "edited.csv"
    path.write_text(GOOD, encoding="utf-8")
    code, said, _ = command(str(path), "--note", "for a test")
    assert (code, said.strip()) == (0, f"Crosswalk {stands()[0]}, 3 weights, holds from now on.")
    assert stands()[2][0][2] == "for a test"
    assert "holds already; nothing was changed" in command(str(path))[1]


def test_the_command_ends_with_three_for_a_file_with_a_fault_or_none(folder: Path, command: Callable, tmp_path: Path):
    path = tmp_path / "bad.csv"
    path.write_text(GOOD.replace("0.6", "0.5"), encoding="utf-8")
    code, _, said = command(str(path))
    assert (code, "The weights of discipline 01 add up to 0.900000" in said) == (3, True)
    code, _, said = command(str(tmp_path / "none.csv"))
    assert (code, said.startswith("none.csv cannot be read")) == (3, True)
