"""The command line teaches, answers in one line, and ends with an exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fairboard.commands.language import machine_language


def run(*arguments: str, lang: str = "C.UTF-8", encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fairboard", *arguments]
    environment = os.environ | {"LC_ALL": lang, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, capture_output=True, encoding=encoding, cwd=Path(__file__).parents[2], timeout=60, env=environment)


@pytest.mark.parametrize("arguments", [(), ("build",), ("versions",), ("versions", "use"), ("check",)])
def test_help_is_there_for_every_command(folder: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "--help")
    assert done.returncode == 0
    assert "Usage: python -m fairboard" in done.stdout


def test_help_shows_examples_and_exit_codes(folder: Path) -> None:
    text = run("--help").stdout
    assert "python -m fairboard import --help" in text
    assert "Exit codes" in text


def test_list_check_undo_and_use(folder: Path, sample_path: Path) -> None:
    assert f"* {sample_path.stem}" in run("versions", "list").stdout
    assert "is consistent" in run("check").stdout
    undone = run("versions", "undo")
    assert (undone.returncode, undone.stdout) == (4, "")
    assert undone.stderr == f"{sample_path.stem} is the first version: there is nothing to go back to.\n"
    assert run("versions", "use", sample_path.stem).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "exit_code", "english", "chinese"),
    [
        (("build", "--postings", "12"), 2, "2,500 to 100,000,000", "岗位条目数应在"),
        (("versions", "use", "../x"), 2, "is not a version id", "不是数据版本编号"),
        (("check", "20990101T000000Z-0000"), 4, "is missing from", "中没有数据版本"),
    ],
)
def test_a_mistake_is_one_line_in_the_language_of_the_machine(
    folder: Path, arguments: tuple[str, ...], exit_code: int, english: str, chinese: str
) -> None:
    for done, expected in (
        (run(*arguments), english),
        (run(*arguments, lang="zh_CN.UTF-8"), chinese),
        (run("--lang", "zh", *arguments), chinese),
    ):
        assert done.returncode == exit_code
        assert expected in done.stderr
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr


def test_letters_that_the_output_cannot_hold_do_not_end_a_command(folder: Path, sample_path: Path) -> None:
    done = run("--lang", "zh", "versions", "list", encoding="cp1252")
    assert (done.returncode, done.stderr) == (0, "")
    assert sample_path.stem in done.stdout


@pytest.mark.parametrize(("named", "expected"), [("Chinese (Simplified)_China", "zh"), ("zh_CN", "zh"), ("English_United States", "en"), (None, "en")])
def test_windows_names_its_language_in_a_way_of_its_own(monkeypatch: pytest.MonkeyPatch, named: str | None, expected: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: (named, "936"))
    assert machine_language() == expected


def test_an_unknown_command_is_wrong_use(folder: Path) -> None:
    assert run("nonsense").returncode == 2


def test_leftovers_of_a_killed_run_are_cleaned_at_the_next_command(folder: Path) -> None:
    (folder / "20200101T000000Z-0000.partial").write_bytes(b"half")
    (folder / "20200101T000000Z-0000.partial.wal").write_bytes(b"half")
    run("versions", "list")
    assert not list(folder.glob("*.partial*"))
