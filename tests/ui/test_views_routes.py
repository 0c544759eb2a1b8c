"""Short links to saved views."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from fairboard.store import views
from tests.ui.test_routes import get


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    return tmp_path


def test_a_short_link_leads_to_the_page_with_its_selection_and_version():
    view = views.save("x", "", "sql", {"region": "210200", "sql": "select '大连' & 1\n# x"}, "20260101T000000Z-abcd")
    status, headers, _ = get(f"/fairboard/view/{view.view_id}", query="lang=en")
    parts = urlsplit(headers["location"])
    assert (status, parts.path, headers["cache-control"]) == (302, "../../sql", "no-store")
    assert dict(parse_qsl(parts.query)) == view.parameters | {"v": "20260101T000000Z-abcd", "lang": "en"}
    assert "v=" not in get(f"/fairboard/view/{view.view_id}", query="latest=1&lang=xx")[1]["location"]


@pytest.mark.parametrize("view_id", ["22222222", "x", "%3Cscript%3E", "..", "2222222' or 1"])
def test_an_unknown_id_is_a_clear_page_in_both_languages(view_id):
    status, headers, body = get(f"/fairboard/view/{view_id}")
    text = body.decode()
    assert status == 404
    assert headers["content-type"].startswith("text/html")
    assert "没有对应的视图" in text
    assert "There is no saved view" in text
    assert "script" not in text


def test_a_page_that_this_program_does_not_have_is_not_led_to():
    view = views.save("x", "", "no_such_page", {}, None)
    assert get(f"/fairboard/view/{view.view_id}")[0] == 404


def test_a_damaged_file_is_said_to_be(folder):
    (folder / views.FILE).write_bytes(b"nonsense" * 200)
    status, _, body = get("/fairboard/view/22222222")
    assert (status, "is damaged" in body.decode()) == (503, True)
