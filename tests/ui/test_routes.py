"""The server's own routes for the browser: the files it needs, and health. Exports are in tests/exports/test_routes.py."""

import asyncio
import hashlib
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette

from fairboard.ui import links, progress, server
from fairboard.ui.board import assets
from fairboard.ui.registry import PAGES

APP = Starlette(routes=server.ROUTES)


def get(path: str, method: str = "GET", query: str = "") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what the server answers."""
    sent: list[dict] = []

    asked: list[bool] = []

    async def receive() -> dict:
        if asked:
            await asyncio.Event().wait()  # the browser stays on the line
        asked.append(True)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": [], "http_version": "1.1"}
    asyncio.run(APP(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


def test_the_server_says_that_it_is_alive():
    status, _, body = get(f"/{links.ROOT}/health")
    assert (status, body) == (200, b"ok")


def test_the_charting_library_comes_from_the_server_itself_and_is_kept_for_a_day():
    status, headers, body = get(f"/{links.ROOT}/assets/plotly.min.js")
    assert status == 200
    assert "javascript" in headers["content-type"]
    assert headers["cache-control"] == "public, max-age=86400"
    assert int(headers["content-length"]) == len(body) > 1_000_000


@pytest.mark.parametrize(("found", "kind"), [(assets.SCRIPT, "javascript"), (assets.STYLE, "css")])
def test_the_board_comes_under_a_name_that_changes_with_it_and_is_kept_for_good(found, kind):
    status, headers, body = get(f"/{links.ROOT}/assets/{found.name}")
    assert (status, body.decode()) == (200, found.text)
    assert kind in headers["content-type"]
    assert "immutable" in headers["cache-control"]
    assert hashlib.sha256(body).hexdigest()[:12] in found.name


@pytest.mark.parametrize("name", ["nothing.js", "server.py", "..%2f..%2fpyproject.toml", "plotly.min.js%00", "PLOTLY.MIN.JS", "board.js", "board-000000000000.js"])
def test_no_other_file_is_given(name):
    assert get(f"/{links.ROOT}/assets/{name}")[0] == 404


def test_the_routes_are_only_read():
    assert get(f"/{links.ROOT}/health", "POST")[0] == 405


def test_the_first_page_answers_to_its_name_too_and_keeps_the_selection():
    status, headers, _ = get("/overview", query="region=210200&lang=en")
    assert (status, headers["location"]) == (307, "./?region=210200&lang=en")


@pytest.mark.parametrize("page", ["", *(page.name for page in PAGES[1:])])
def test_a_page_starts_from_streamlits_document_with_the_apps_address_and_twice_the_same(page):
    first, again = get(f"/{page}"), get(f"/{page}")
    status, headers, body = first
    assert first == again
    assert (status, headers["cache-control"]) == (200, "no-cache")
    assert int(headers["content-length"]) == len(body)
    text = body.decode()
    own = text
    for added in (server.APP_ADDRESS, server.CONNECTED_AGAIN, server.CHARTS_EARLY, progress.snippet()):
        own = own.replace(added, "", 1)
    assert own == (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    assert text.index(server.APP_ADDRESS) < text.index("</head>")
    assert (server.CHARTS_EARLY in text) == (page not in server.WITHOUT_CHARTS)


def test_only_pages_that_exist_are_said_to_have_no_charts():
    assert {page.name for page in PAGES[1:]} > server.WITHOUT_CHARTS


@pytest.mark.parametrize(("folder", "path"), [("", "/wages"), ("fairs", "/fairs/wages"), ("/fairs/2026/", "/fairs/2026/wages")])
def test_routes_lie_in_the_folder_that_the_server_is_told(monkeypatch, folder, path):
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": folder}.get)
    assert links.route("wages") == path
