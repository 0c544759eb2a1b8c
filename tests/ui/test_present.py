"""The document of a presentation: what is in it, what is not, and what an address may ask for."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

from fairboard.briefing import storyboard
from fairboard.ui import present
from fairboard.ui.present import document
from tests.ui.test_routes import get

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028'\"&amp;"


class Document(HTMLParser):
    """The elements of a document, and the texts of its scripts by id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script" and data.strip():
            self.scripts[self.tags[-1][1].get("id") or ""] = data

    def data(self, name: str) -> dict:
        return json.loads(self.scripts[name])


def asked(version: Path, path: str = "present", **query: str) -> tuple[int, dict[str, str], Document]:
    """Status, headers and document of what the server answers on ``version``."""
    text = "&".join(f"{key}={quote(value)}" for key, value in ({"v": version.stem} | query).items())
    status, headers, body = get(f"/fairboard/{path}", query=text)
    return status, headers, Document(body.decode())


@pytest.fixture(scope="module")
def version(sample_version: Path) -> Path:
    return sample_version


def test_the_document_holds_every_slide_of_the_storyboard_in_its_order(version):
    status, headers, found = asked(version, lang="en", fair="1")
    deck = found.data("deck")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert [slide["kind"] for slide in deck["slides"]] == [slide.kind for slide in storyboard.standard("fair").on]
    assert (deck["language"], deck["version_id"], deck["has_synthetic"]) == ("en", version.stem, True)
    headline = next(slide for slide in deck["slides"] if slide["kind"] == "headline")
    assert {"5,459", "202", "7,580"} <= {tile["text"] for tile in headline["tiles"]}


def test_an_address_without_a_version_leads_to_the_current_one_so_that_a_reload_stays_on_it(version):
    status, headers, _ = get("/fairboard/present", query="lang=en&mode=dark&region=210200")
    parts = urlsplit(headers["location"])
    assert (status, parts.path) == (307, "present")
    assert dict(parse_qsl(parts.query)) == {"lang": "en", "mode": "dark", "region": "210200", "v": version.stem}


def test_what_means_nothing_is_dropped(version):
    plain = asked(version, lang="en")[2].data("deck")
    odd = asked(version, lang="en", region="999999", fair="1' or 1", subject="nothing", wage="-1", other=HOSTILE)[2].data("deck")
    assert odd == plain
    assert asked(version, lang="xx", mode="pink")[2].data("deck")["language"] == "zh"


def test_texts_of_a_storyboard_stay_texts(version):
    board = storyboard.standard("season")
    kind = board.on[-1].kind
    board = board.retitled(kind, "en", HOSTILE).noted(kind, "en", HOSTILE)
    status, _, found = asked(version, lang="en", **board.to_url())
    slide = found.data("deck")["slides"][-1]
    assert status == 200
    assert "</script><img src=x onerror=alert(1)>" in slide["title"]
    assert "</script><img src=x onerror=alert(1)>" in slide["note"]
    assert "img" not in {tag for tag, _ in found.tags}
    assert not {name for _, attributes in found.tags for name in attributes if name.startswith("on")}


def test_nothing_that_ends_a_script_stands_in_the_data():
    text = document.in_document({"a": HOSTILE + "\u2029<!--"})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"a": HOSTILE + "\u2029<!--"}


def test_only_the_servers_own_scripts_run_and_only_its_own_pages_may_frame_it(version):
    _, headers, found = asked(version)
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["script-src"], policy["connect-src"], policy["frame-ancestors"]) == ("'none'", "'self'", "'self'", "'self'")
    assert headers["x-frame-options"] == "SAMEORIGIN"
    scripts = [attributes for tag, attributes in found.tags if tag == "script"]
    assert all("src" in attributes or attributes["type"] == "application/json" for attributes in scripts)
    addresses = [attributes[name] or "" for _, attributes in found.tags for name in ("src", "href") if name in attributes]
    assert addresses
    assert not [address for address in addresses if urlsplit(address).netloc or address.startswith("/")]


@pytest.mark.parametrize("path", ["present", "present/notes"])
def test_every_file_of_the_windows_is_there_and_kept_while_it_is_the_same(version, path):
    _, _, found = asked(version, path)
    base = f"/fairboard/{path}".rpartition("/")[0]
    addresses = [attributes.get("src") or attributes["href"] for tag, attributes in found.tags if "src" in attributes or attributes.get("rel") == "stylesheet"]
    assert len(addresses) >= 4
    for address in addresses:
        whole = re.sub(r"/[^/]+/\.\./", "/", f"{base}/{address}")
        status, headers, body = get(whole)
        assert (status, bool(body)) == (200, True), whole
        assert "immutable" in headers["cache-control"] or whole.endswith("plotly.min.js")


def test_a_script_imports_only_files_that_are_given():
    for name, path in document.ASSETS.items():
        for wanted in re.findall(r'from "([^"]+)"', path.read_text(encoding="utf-8")):
            assert wanted.removeprefix("./") in document.ASSETS, f"{name}: {wanted}"


@pytest.mark.parametrize("name", ["nothing.js", "..%2froutes.py", "launcher.js", "present.html"])
def test_no_other_file_is_given(name):
    assert get(f"/fairboard/present-assets/{document.stamp()}/{name}")[0] == 404


def test_a_file_of_another_state_is_not_kept():
    assert get("/fairboard/present-assets/000000000000/present.js")[1]["cache-control"] == "no-store"


@pytest.mark.parametrize(("language", "words"), [("zh", "已不存在"), ("en", "is not here any more")])
@pytest.mark.parametrize("asked_for", ["20200101T000000Z-0000", "../../etc/passwd", "<script>alert(1)</script>", "x" * 5000])
def test_a_version_that_is_not_there_is_a_clear_page_in_the_language(version, language, words, asked_for):
    status, headers, body = get("/fairboard/present", query=f"lang={language}&v={quote(asked_for)}&region=210200")
    text = body.decode()
    assert status == 404
    assert headers["content-type"].startswith("text/html")
    assert words in text
    assert "<script>alert" not in text
    assert "present?region=210200&amp;lang=" in text


def test_without_any_data_the_page_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("FAIRBOARD_DATA", str(tmp_path))
    status, _, body = get("/fairboard/present", query="lang=en")
    assert status == 404
    assert "There is no data yet" in body.decode()
    assert json.loads(get("/fairboard/current-version")[2]) == {"version_id": None}


def test_the_current_version_is_told_and_never_kept(version):
    status, headers, body = get("/fairboard/current-version")
    assert (status, headers["cache-control"], json.loads(body)) == (200, "no-store", {"version_id": version.stem})


def test_leaving_leads_back_to_the_page_with_the_same_parameters_and_without_the_current_version(version):
    links = asked(version, lang="en", region="210200", subject="region")[2].data("links")
    parts = urlsplit(links["back"])
    assert parts.path == "../briefing"
    assert dict(parse_qsl(parts.query)) == {"region": "210200", "subject": "region", "lang": "en", "mode": "light"}
    assert "v=" not in links["without_version"]


def test_the_speakers_window_has_no_numbers_of_its_own(version):
    status, headers, found = asked(version, "present/notes", lang="zh")
    assert (status, set(found.scripts)) == (200, {"words"})
    assert headers["content-security-policy"] == document.HEADERS["Content-Security-Policy"]


def test_the_address_for_a_page_is_one_that_the_server_reads_the_same(version):
    address = present.address({"region": "210200", "deck": "a&b=<>"}, "en", version.stem, "dark")
    parts = urlsplit(address)
    assert parts.path == "./fairboard/present"
    assert dict(parse_qsl(parts.query)) == {"region": "210200", "deck": "a&b=<>", "lang": "en", "v": version.stem, "mode": "dark"}
    assert present.LAUNCHER.is_file()
