"""The route that the board links to, asked as a browser asks it."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette

from fairboard.exports import files
from fairboard.ui import export_routes

pytestmark = pytest.mark.usefixtures("sample_version")
APP = Starlette(routes=export_routes.ROUTES)


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(address: str) -> Reply:
    """Ask the app for ``/fairboard/export/<address>``."""
    path, _, query = address.partition("?")
    scope = {"type": "http", "method": "GET", "path": f"/fairboard/export/{path}", "query_string": query.encode(), "headers": [], "http_version": "1.1"}
    sent: list[dict] = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict:
        return next(asked, None) or await asyncio.sleep(3600)

    async def send(message: dict) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Reply(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))


def leftovers():
    return list(Path(tempfile.gettempdir()).glob("fairboard-export-*"))


def test_a_file_comes_with_a_name_and_leaves_nothing_behind():
    before = leftovers()
    answer = get("overview/by_sector.csv?lang=en")
    assert answer.status == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="fairboard-overview-by_sector-synthetic-')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert leftovers() == before


@pytest.mark.parametrize(("address", "status"), [
    ("nope.csv", 404), ("steps/selected_fairs.csv", 404), ("overview/by_sector.exe", 404), ("overview/by_sector.csv?v=20200101T000000Z-0000", 404),
    ("overview/by_sector.csv?v=x", 400), ("overview/by_sector.csv?region=zz", 400), ("overview/wage_bands.csv?p_wage_basis=x", 400), ("records.csv?p_search=%00", 400),
])  # fmt: skip
def test_a_bad_address_is_answered_in_plain_text_in_the_language(address, status):
    for language in ("zh", "en"):
        answer = get(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer.status == status
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.body.isascii() == (language == "en")


def test_a_full_disk_is_told_and_cleaned_up(monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    before = leftovers()
    monkeypatch.setattr(files, "write", fail)
    answer = get("overview/by_sector.csv?lang=en")
    assert answer.status == 507
    assert b"No space left" in answer.body
    assert leftovers() == before
