"""Versions that are missing, broken or new while somebody is looking."""

import duckdb
import pytest

from fairboard.locale import LANGUAGES, translate
from fairboard.store import versions, writing
from tests.app.conftest import forget, new_session

FAILED = "Fairboard cannot show the records"
every_language = pytest.mark.parametrize("language", LANGUAGES)


def broken(path, how: str) -> None:
    """Break the file of a version."""
    if how == "missing":
        path.unlink()
    elif how == "truncated":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "text":
        path.write_text("not a database", encoding="utf-8")
    elif how == "foreign":
        path.unlink()
        duckdb.connect(path).close()
    elif how == "newer":
        con = duckdb.connect(path)
        con.execute("update version_info set value = '999' where key = 'schema_version'")
        con.close()


def publish_another():
    """What an import does, with nothing in it."""
    with writing.new_version(origin="import"):
        pass
    return versions.current_version()


HOWS = ["missing", "truncated", "empty", "text", "foreign", "newer"]


@every_language
@pytest.mark.parametrize("how", HOWS)
def test_the_only_version_broken_is_told_in_the_language(own_folder, language, how):
    current = versions.current_version()
    for path in own_folder.glob("*.duckdb"):
        if path != current:
            path.unlink()
    broken(current, how)
    dashboard = new_session().open("overview", lang=language)
    assert [element.value for element in dashboard.app.exception] == []
    assert dashboard.titles == [translate(FAILED, language)]
    assert len(dashboard.app.error) == 1
    assert dashboard.app.error[0].value.isascii() == (language == "en")


@pytest.mark.parametrize("how", HOWS)
def test_another_version_is_shown_where_the_current_one_is_broken(own_folder, how):
    broken(versions.current_version(), how)
    dashboard = new_session().open("overview", lang="en")
    dashboard.assert_stands()
    assert "is shown instead" in dashboard.texts
    assert dashboard.board["panels"]


@every_language
@pytest.mark.parametrize("text", ["", "{", "[]", '{"version_id": 5}', '{"version_id": "../x"}', "\x00"])
def test_a_damaged_pointer_gives_no_traceback(own_folder, language, text):
    (own_folder / "current.json").write_text(text, encoding="utf-8")
    dashboard = new_session().open("overview", lang=language)
    dashboard.assert_stands()
    assert dashboard.app.warning[0].value.isascii() == (language == "en")
    assert dashboard.board["panels"]


@every_language
def test_an_empty_data_folder_says_how_to_fill_it(tmp_path, monkeypatch, language):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path / "nothing here"))
    forget()
    dashboard = new_session().open("overview", lang=language)
    assert [element.value for element in dashboard.app.exception] == []
    assert dashboard.titles == [translate(FAILED, language)]
    assert "fairboard build" in dashboard.texts


def test_a_new_version_is_shown_on_the_next_interaction(own_folder):
    dashboard = new_session().open("overview", lang="en").assert_stands()
    first = versions.current_version()
    assert first.stem in dashboard.texts
    second = publish_another()
    dashboard.run().assert_stands()
    assert second.stem in dashboard.texts
    assert first.stem not in dashboard.texts


def test_a_version_in_the_link_stays_when_a_new_one_comes(own_folder):
    held = versions.current_version()
    dashboard = new_session().open("overview", lang="en", v=held.stem).assert_stands()
    publish_another()
    dashboard.run().assert_stands()
    assert held.stem in dashboard.texts


def test_a_version_that_vanishes_while_it_is_shown_does_not_end_the_session(own_folder):
    dashboard = new_session().open("overview", lang="en").assert_stands()
    held = versions.current_version()
    (own_folder / "current.json").write_text('{"version_id": "20200101T000000Z-0000"}', encoding="utf-8")
    dashboard.run().assert_stands()
    assert f"The version {held.stem} is shown instead" in dashboard.texts


def test_two_users_do_not_share_a_selection(sample_version):
    one, other = new_session().open("overview", lang="en", sector="mechanical"), new_session().open("overview", lang="zh")
    assert one.app.session_state["filters"].active() == ("sector_codes",)
    assert other.app.session_state["filters"].active() == ()
