"""Saved views: kept as they were said, by several processes at once, and what is wrong is said."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairboard.errors import RequestError, StoreError
from fairboard.store import views

PROJECT = Path(__file__).parents[2]
WRITER = """
import sys
from fairboard.store import views
for number in range(12):
    views.save(f"view {sys.argv[1]}-{number}", "", "sectors", {"region": "210200"}, None)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path / "data 数据"))
    return tmp_path / "data 数据"


def saved(name: str = "Dalian", **parameters: str) -> views.View:
    return views.save(name, "", "sectors", parameters, None)


def test_nothing_is_there_and_nothing_is_made_before_the_first_view(folder):
    assert views.list_views() == ()
    assert views.find("22222222") is None
    assert not folder.exists()


def test_a_view_comes_back_as_it_was_saved():
    view = views.save("  大连  的 机械 ", "为什么\n看它 ", "sectors", {"region": "210200", "sector": "mechanical"}, "20260101T000000Z-abcd")
    assert views.find(view.view_id) == view
    assert (view.name, view.description) == ("大连 的 机械", "为什么\n看它")
    assert views.VIEW_ID.fullmatch(view.view_id)
    assert views.list_views() == (view,)


def test_the_view_changed_last_stands_first():
    first, second = saved("first"), saved("second")
    assert [view.name for view in views.list_views()] == ["second", "first"]
    views.describe(first.view_id, "first again", "why")
    found = views.list_views()
    assert [(view.name, view.description) for view in found] == [("first again", "why"), ("second", "")]
    assert (found[0].created_at, found[1]) == (first.created_at, second)


def test_a_deleted_view_can_be_put_back_under_its_id():
    view = saved()
    assert views.delete(view.view_id) == view
    assert views.list_views() == ()
    assert views.delete(view.view_id) is None
    views.restore(view)
    views.restore(view)
    assert views.list_views() == (view,)
    views.delete(view.view_id)
    with pytest.raises(RequestError, match="deleted"):
        views.describe(view.view_id, "x", "")


def test_several_processes_write_at_once_and_nothing_is_lost():
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(number)], env=environment) for number in range(4)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0, 0]
    assert {view.name for view in views.list_views()} == {f"view {writer}-{number}" for writer in range(4) for number in range(12)}


def test_a_writer_killed_in_the_middle_leaves_what_was_there():
    view = saved()
    halfway = "import os, sys\nfrom fairboard.store import views\nwith views._writing() as con:\n    con.execute('delete from views')\n    os._exit(9)"
    assert subprocess.run([sys.executable, "-c", halfway], env=os.environ | {"PYTHONPATH": str(PROJECT)}, check=False).returncode == 9
    assert views.list_views() == (view,)
    saved("after it")
    assert len(views.list_views()) == 2


@pytest.mark.parametrize(("name", "description"), [("", ""), (" \n\t", ""), ("\x00\x01", ""), ("x" * 121, ""), ("x", "y" * 2_001)])
def test_a_name_is_needed_and_texts_are_bounded(name, description):
    with pytest.raises(RequestError):
        views.save(name, description, "sectors", {}, None)
    assert views.list_views() == ()


@pytest.mark.parametrize(
    ("page", "parameters", "version_id"),
    [("../etc", {}, None), ("", {}, None), ("sectors", {"a b": "x"}, None), ("sectors", {"sql": "x" * 16_001}, None), ("sectors", {}, "../x")],
)
def test_what_is_no_page_of_the_dashboard_is_not_kept(page, parameters, version_id):
    with pytest.raises(RequestError):
        views.save("x", "", page, parameters, version_id)


@given(st.text(max_size=60), st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_and_parameters_come_back(name, parameters):
    view = views.save(f"a{name}", name, "sectors", parameters, None)
    assert views.find(view.view_id) == view
    assert view.parameters == parameters


def test_a_damaged_file_is_said_to_be_and_where(folder):
    saved()
    views.path().write_bytes(b"not a database at all" * 100)
    for attempt in (views.list_views, saved):
        with pytest.raises(StoreError, match="damaged") as raised:
            attempt()
        assert str(folder) in str(raised.value)


def test_a_file_of_another_program_and_of_a_newer_one_are_said_to_be():
    saved()
    con = sqlite3.connect(views.path())
    con.execute("update views set parameters = '[1'")
    con.commit()
    with pytest.raises(StoreError, match="damaged"):
        views.list_views()
    con.execute("pragma user_version = 99")
    con.close()
    with pytest.raises(StoreError, match="newer"):
        views.list_views()


def test_a_folder_that_cannot_be_written_is_said_to_be(folder, monkeypatch):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file in the place of the folder")
    with pytest.raises(StoreError, match="data"):
        saved()


def test_a_file_that_another_process_holds_is_waited_for_and_then_said_to_be(monkeypatch):
    saved()
    monkeypatch.setattr(views, "LONGEST_WAIT_S", 0.1)
    holder = sqlite3.connect(views.path(), isolation_level=None)
    holder.execute("begin exclusive")
    with pytest.raises(StoreError, match="in use by another process"):
        saved()
    holder.rollback()
    holder.close()
    assert saved()


def test_there_is_a_most_number_of_views(monkeypatch):
    monkeypatch.setattr(views, "MOST_VIEWS", 2)
    saved(), saved()
    with pytest.raises(RequestError, match="2 saved views"):
        saved()
