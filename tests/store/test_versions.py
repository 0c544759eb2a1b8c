"""Whatever happens to a build or an import, the current version stays whole and the message says what to do."""

import errno
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from fairboard.errors import NoVersionError, RequestError, StoreError
from fairboard.locale import explain
from fairboard.store import build, versions, writing
from fairboard.store import folder as store_folder


def start_build(postings: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "fairboard", "build", "--postings", str(postings)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2])


def wait_for(pattern: str, folder: Path) -> None:
    deadline = time.monotonic() + 30
    while not any(folder.glob(pattern)):
        assert time.monotonic() < deadline, f"{pattern} did not appear"
        time.sleep(0.02)


def add_a_policy(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into policies values (900, '新办法', 'New rule', date '2026-01-01', null, null, 'recorded', null)")


def test_an_empty_folder_says_how_to_begin(empty_folder: Path) -> None:
    with pytest.raises(NoVersionError, match="python -m fairboard build"):
        versions.current_version()
    assert versions.list_versions() == []


def test_the_current_version_is_what_the_pointer_says(folder: Path, sample_path: Path) -> None:
    assert versions.current_version() == folder / sample_path.name
    assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{4}", versions.current_version().stem)


def test_an_import_starts_from_the_current_version_and_becomes_it(folder: Path, sample_path: Path) -> None:
    with writing.new_version(origin="import") as con:
        add_a_policy(con)
    newest, before = versions.list_versions()
    assert (newest.is_current, newest.origin, newest.parent_version_id) == (True, "import", before.version_id)
    con = versions.open_reader(newest.path)
    assert con.execute("select count(*) from policies where record_kind = 'recorded'").fetchone() == (1,)
    con.close()


def test_an_import_into_nothing_starts_from_the_reference_lists(empty_folder: Path) -> None:
    with writing.new_version(origin="import") as con:
        add_a_policy(con)
    con = versions.open_reader(versions.current_version())
    assert con.execute("select count(*) from regions where is_liaoning_unit").fetchone() == (15,)
    assert con.execute("select count(*) from postings").fetchone() == (0,)
    con.close()


def test_undo_goes_back_and_stops_at_the_first(folder: Path, sample_path: Path) -> None:
    with writing.new_version(origin="import") as con:
        add_a_policy(con)
    assert versions.undo() == folder / sample_path.name
    with pytest.raises(StoreError, match="nothing to go back to"):
        versions.undo()
    assert versions.current_version() == folder / sample_path.name


def test_a_failed_import_leaves_everything_as_it_was(folder: Path, sample_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing.new_version(origin="import") as con:
        add_a_policy(con)
        _ = 1 / 0
    assert versions.current_version() == folder / sample_path.name
    assert [path.name for path in folder.glob("*.duckdb*")] == [sample_path.name]
    assert not list(folder.glob("*.partial*"))


def test_an_inconsistent_import_is_thrown_away(folder: Path, sample_path: Path) -> None:
    with pytest.raises(StoreError, match="not consistent"), writing.new_version(origin="import") as con:
        con.execute("update postings set sector_code = 'nonsense' where posting_id = 2000")
    assert versions.current_version() == folder / sample_path.name
    assert not list(folder.glob("*.partial*"))


def test_a_killed_build_leaves_the_current_version_and_is_cleaned_up(folder: Path, sample_path: Path) -> None:
    process = start_build(2_000_000)
    wait_for("*.partial", folder)
    time.sleep(1.0)
    process.kill()
    process.communicate()
    assert list(folder.glob("*.partial")), "the build was killed too late to leave anything"
    assert versions.current_version() == folder / sample_path.name
    versions.clean_leftovers()
    assert not list(folder.glob("*.partial*"))
    assert versions.current_version() == folder / sample_path.name


def test_a_second_writer_is_told_who_writes_and_cleans_nothing_away(folder: Path) -> None:
    with store_folder.only_writer():
        draft = folder / "20991231T000000Z-0000.partial"
        draft.touch()
        process = start_build(3_000)
        message = process.communicate(timeout=60)[1].decode()
        assert process.returncode == 4
        assert f"process {os.getpid()}" in message
        assert "Traceback" not in message
        assert draft.exists()


def test_a_broken_file_is_named_and_told_apart(folder: Path, sample_path: Path) -> None:
    path = folder / "20990101T000000Z-0000.duckdb"
    whole = sample_path.read_bytes()
    for content, expected in (
        (b"", "not a Fairboard"),
        (b"PK\x03\x04" * 100, "not a Fairboard"),
        (whole[: len(whole) // 2], "damaged"),
        (whole[:5000], "damaged"),
    ):
        path.write_bytes(content)
        with pytest.raises(StoreError, match=expected) as caught:
            versions.use_version(path.stem)
        assert path.name in str(caught.value)
    assert versions.current_version() == folder / sample_path.name
    assert [version.problem is None for version in versions.list_versions()] == [False, True]


def test_a_foreign_and_a_newer_database_are_refused(folder: Path, sample_path: Path) -> None:
    path = folder / "20990101T000000Z-0000.duckdb"
    with duckdb.connect(path) as con:
        con.execute("create table other (a integer)")
    with pytest.raises(StoreError, match="database of another program"):
        versions.use_version(path.stem)
    path.write_bytes(sample_path.read_bytes())
    with duckdb.connect(path) as con:
        con.execute("update version_info set value = '99' where key = 'schema_version'")
    with pytest.raises(StoreError, match="newer Fairboard"):
        versions.use_version(path.stem)


def test_a_folder_in_the_place_of_a_version_is_refused(folder: Path) -> None:
    (folder / "20990101T000000Z-0000.duckdb").mkdir()
    with pytest.raises(StoreError, match="missing"):
        versions.use_version("20990101T000000Z-0000")


def test_a_vanished_version_is_named_and_a_build_leads_out(folder: Path, sample_path: Path) -> None:
    (folder / sample_path.name).unlink()
    with pytest.raises(StoreError, match=sample_path.stem):
        versions.current_version()
    with pytest.raises(StoreError, match="is gone"), writing.new_version(origin="import"):
        pass
    build.build_sample(3_000)
    assert versions.current_version().is_file()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version_id": 7}', '{"version_id": "../../etc/passwd"}', "\x00\xff"])
def test_a_damaged_pointer_is_a_clear_error(folder: Path, text: str) -> None:
    (folder / "current.json").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        versions.current_version()


@pytest.mark.parametrize("version_id", ["", "..", "../secret", "20261124T064300Z-3f2a.duckdb", "20261124T064300Z-3F2A"])
def test_an_id_never_leads_out_of_the_folder(folder: Path, version_id: str) -> None:
    with pytest.raises(RequestError):
        versions.use_version(version_id)


def test_a_full_disk_changes_nothing_and_says_so(folder: Path, sample_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("fairboard.store.writing.draft.shutil.copyfile", refuse)
    with pytest.raises(StoreError, match="full; nothing changed") as caught, writing.new_version(origin="import"):
        pass
    assert "磁盘已满" in explain(caught.value, "zh")
    assert versions.current_version() == folder / sample_path.name


def test_a_disk_that_fills_while_duckdb_writes_is_told_the_same_way(empty_folder: Path) -> None:
    error = store_folder.failed_write(duckdb.IOException('IO Error: Could not write file "x": No space left on device'))
    assert "is full" in str(error)


def test_old_versions_make_room_but_not_the_pinned_or_the_current_one(folder: Path, sample_path: Path) -> None:
    content = (folder / sample_path.name).read_bytes()
    names = [f"2020010{day}T000000Z-000{day}" for day in range(1, 10)]
    for name in names:
        (folder / f"{name}.duckdb").write_bytes(content)
    versions.pin_version(names[0])
    with writing.new_version(origin="import") as con:
        add_a_policy(con)
    kept = {version.version_id for version in versions.list_versions()}
    assert len(kept) == versions.KEPT_VERSIONS + 1
    assert names[0] in kept
    assert names[1] in kept, "ten newest and the pinned one: eleven files, none to remove yet"
    with writing.new_version(origin="import") as con:
        con.execute("delete from policies where policy_id = 900")
    kept = {version.version_id for version in versions.list_versions()}
    assert names[0] in kept
    assert names[1] not in kept
    assert versions.current_version().stem in kept


def test_a_reader_reaches_no_other_file(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    con = versions.open_reader(versions.current_version())
    for statement in (
        f"from read_csv('{secret}')",
        f"copy (select 1) to '{tmp_path / 'out.csv'}'",
        "set threads = 1",
        "delete from postings",
    ):
        with pytest.raises(duckdb.Error):
            con.execute(statement)
    con.close()


def test_a_reader_keeps_its_version_while_a_new_one_appears(folder: Path) -> None:
    con = versions.open_reader(versions.current_version())
    before = con.execute("select count(*) from policies").fetchone()
    with writing.new_version(origin="import") as new:
        add_a_policy(new)
    assert con.execute("select count(*) from policies").fetchone() == before
    second = versions.open_reader(versions.current_version())
    assert second.execute("select count(*) from policies").fetchone() == (before[0] + 1,)
    con.close()
    second.close()


def test_the_pointer_is_replaced_whole(folder: Path, sample_path: Path) -> None:
    assert json.loads((folder / "current.json").read_text()) == {"version_id": sample_path.stem}
    assert not list(folder.glob("*.tmp"))


def test_windows_waits_for_a_program_that_has_the_file_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, target, replace, waits = tmp_path / "new", tmp_path / "target", os.replace, []
    new.write_text("new", encoding="utf-8")

    def refuse_twice(*paths: Path) -> None:
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(*paths)

    monkeypatch.setattr("fairboard.store.folder.os.replace", refuse_twice)
    with pytest.raises(PermissionError):
        store_folder.replace(new, target)
    monkeypatch.setattr("fairboard.store.folder.sys.platform", "win32")
    monkeypatch.setattr("fairboard.store.folder.time.sleep", waits.append)
    store_folder.replace(new, target)
    assert target.read_text(encoding="utf-8") == "new"
    assert len(waits) == 2


def test_a_second_import_in_the_same_process_is_refused(folder: Path) -> None:
    with store_folder.only_writer(), pytest.raises(StoreError, match="Another build or import"), writing.new_version(origin="import"):
        pass


def test_an_error_about_a_file_elsewhere_is_not_taken_for_one_of_the_store(folder: Path, sample_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing.new_version(origin="import"):
        Path("/nowhere/fair.csv").read_bytes()
    assert versions.current_version() == folder / sample_path.name
    with writing.new_version(origin="import") as con:
        add_a_policy(con)
