"""Saved views: the list, its search, deletion and what is wrong."""

import pytest

from fairboard.errors import RequestError
from fairboard.store import versions, views
from fairboard.ui import views_opening, views_saving
from fairboard.ui.views_saving import READ_ONLY
from tests.app.conftest import new_session

HOSTILE = "<script>alert(1)</script> **bold** :red[x] [x](http://evil.example)"


@pytest.fixture
def page(own_folder):
    """A session on a data folder of its own."""
    return new_session()


def labels(dashboard) -> list[str]:
    return [item.label for item in dashboard.app.button]


def markdown(dashboard) -> str:
    return "\n".join(item.value for item in dashboard.app.markdown)


def test_without_views_the_page_says_how_to_save_one(page):
    page.open("views", lang="en").assert_stands()
    assert "No view is saved yet" in markdown(page)


def test_views_are_listed_searched_deleted_and_taken_back(page):
    views.save("Dalian", "for Monday", "sectors", {"region": "210200"}, None)
    other = views.save("Wages", "", "wages", {}, versions.current_version().stem)
    page.open("views", lang="en").assert_stands()
    assert "Dalian" in markdown(page)
    assert "Wages" in markdown(page)
    assert "Latest version" in page.texts
    page.app.text_input(key="q").set_value("monday")
    page.run()
    assert "Wages" not in markdown(page)
    page.app.text_input(key="q").set_value("薪资")
    page.run()
    assert "Dalian" not in markdown(page)
    page.app.button(key=f"delete_{other.view_id}").click()
    page.run().assert_stands()
    assert views.find(other.view_id) is None
    page.app.button(key="undo_delete").click()
    page.run().assert_stands()
    assert views.find(other.view_id) == other


def test_a_view_whose_version_is_gone_says_so(page):
    view = views.save("Old", "", "sectors", {"region": "210200"}, "20200101T000000Z-abcd")
    page.open("views", lang="en").assert_stands()
    assert "20200101T000000Z-abcd is not here any more" in page.texts
    assert views_opening.target(view) == "../../sectors?region=210200&v=20200101T000000Z-abcd"
    assert views_opening.target(view, is_latest=True, language="zh") == "../../sectors?region=210200&lang=zh"


def test_names_of_others_are_plain_text(page):
    views.save(HOSTILE, HOSTILE, "sectors", {"region": HOSTILE}, None)
    page.open("views", lang="en").assert_stands()
    shown = markdown(page)
    assert "<script>" not in shown.replace("\\<", "")
    assert ":red[" not in shown
    assert "](http" not in shown


def test_a_server_that_saves_nothing_says_so(page, monkeypatch):
    view = views.save("Dalian", "", "sectors", {}, None)
    monkeypatch.setenv(READ_ONLY, "1")
    page.open("views", lang="en").assert_stands()
    assert READ_ONLY in page.app.info[0].value.replace("\\", "")
    assert page.app.button(key=f"delete_{view.view_id}").disabled
    with pytest.raises(RequestError, match="switched off"):
        views_saving.check_on()
    page.open("sectors")
    assert page.app.button(key="save_view").disabled


def test_a_damaged_file_is_said_and_other_pages_stand(page, own_folder):
    (own_folder / views.FILE).write_bytes(b"nonsense" * 200)
    page.open("views", lang="en")
    assert "is damaged" in page.texts
    page.open("sectors").assert_stands()


def test_the_first_page_is_reached_by_the_root(page):
    assert views_opening.target(views.save("x", "", "overview", {"region": "210200"}, None)) == "../../?region=210200"
