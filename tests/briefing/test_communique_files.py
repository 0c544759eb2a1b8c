"""The release as Word and HTML: faces, footnotes and links for each figure, and names of outsiders that stay names."""

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pyarrow as pa
import pytest
from docx.oxml.ns import qn
from lxml import etree

from fairboard.analysis.filters import Filters
from fairboard.briefing import communique
from fairboard.briefing.communique import Communique
from fairboard.briefing.model import plain
from fairboard.locale import LANGUAGES
from fairboard.store import versions, writing

LAUNCH = Filters(fair_ids=(1,))
HOSTILE = '<script>alert(1)</script> & "quoted" {employers} =1+1 \x0b\x1f]]> 〈b〉'
FACES = {"仿宋", "宋体", "黑体"}


@pytest.fixture(scope="module")
def releases(sample_version: Path) -> list[Communique]:
    return [communique.build(LAUNCH, sample_version, language) for language in LANGUAGES]


@pytest.fixture(scope="module")
def word(releases: list[Communique]) -> bytes:
    return communique.write_docx(releases)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version whose fair, campaign and venue have names that try to be markup."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAIRBOARD_DATA", str(tmp_path_factory.mktemp("hostile")))
        with writing.new_version(origin="import") as con:
            fair = {"name_zh": HOSTILE, "name_en": HOSTILE, "record_kind": "recorded", "fair_kind": "campus", "starts_on": "2024-03-20", "ends_on": "2024-03-20",
                    "campaign_zh": "行动" + HOSTILE, "campaign_en": "Campaign " + HOSTILE, "venue_zh": HOSTILE, "venue_en": HOSTILE, "host_region_code": "210100"}
            fair_id = writing.add_fair(con, fair)
            writing.add_attendance(con, pa.Table.from_pylist([{"channel": "on_site", "unit": "people", "attendance_count": 40}]), fair_id, None)
        return versions.current_version()


def part_of(file: bytes, name: str) -> etree._Element:
    """A part of a Word file, parsed."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(name))


def test_the_text_stands_in_the_document_with_real_styles(word: bytes, releases: list[Communique]):
    document = docx.Document(io.BytesIO(word))
    by_style = {name: [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == name] for name in ("Release Headline", "Release Text", "Release Note")}
    assert by_style["Release Headline"] == [release.title for release in releases]
    assert by_style["Release Text"] == [plain(paragraph) for release in releases for paragraph in release.paragraphs]
    assert by_style["Release Note"] == [release.synthetic_note for release in releases]


def test_every_run_has_both_faces_and_its_language(word: bytes):
    runs = [run for name in zipfile.ZipFile(io.BytesIO(word)).namelist() if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name)
            for run in part_of(word, name).iter(qn("w:r")) if run.find(qn("w:rPr")) is not None or run.find(qn("w:t")) is not None]
    assert len(runs) > 100
    for run in runs:
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert fonts.get(qn("w:eastAsia")) in FACES
        assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman"
        assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:eastAsia")) == "zh-CN"


def test_every_figure_has_a_footnote_with_metric_value_selection_and_version(word: bytes, releases: list[Communique]):
    mentions = [(release, mention) for release in releases for mention in release.mentions]
    references = [node.get(qn("w:id")) for node in part_of(word, "word/document.xml").iter(qn("w:footnoteReference"))]
    notes = {node.get(qn("w:id")): "".join(node.itertext(qn("w:t"))) for node in part_of(word, "word/footnotes.xml")}
    assert references == [str(number) for number in range(1, len(mentions) + 1)]
    assert len(notes) == len(mentions) + 2  # and the two lines between text and notes
    for number, (release, mention) in zip(references, mentions, strict=True):
        assert mention.fact.text(release.language) in notes[number]
        assert release.version_id in notes[number]
    assert "Openings: 5,459 (openings). Fair: 2023-03-18" in notes[str(len(releases[0].mentions) + 2)]
    assert "招聘人数（岗位数）：5,459（" in notes["2"]
    assert "line: 10,000 yuan a month, lower end of the range" in notes[str(len(releases[0].mentions) + 3)]


def test_the_settings_know_the_footnotes_before_what_has_to_follow(word: bytes):
    names = [etree.QName(child).localname for child in part_of(word, "word/settings.xml")]
    assert names.index("footnotePr") < names.index("compat")


def test_the_file_says_what_it_is(word: bytes, releases: list[Communique]):
    properties = docx.Document(io.BytesIO(word)).core_properties
    assert releases[0].title in properties.title
    assert releases[0].version_id in properties.keywords
    assert "SYNTHETIC" in properties.comments
    assert (properties.author, properties.language) == ("Fairboard", "zh-CN")


class Reader(HTMLParser):
    """What an HTML document holds: tags with attributes, and its text."""

    def __init__(self, file: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(file.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag and attributes.items() <= {k.rstrip("_"): v for k, v in found.items()}.items()]


def test_every_figure_in_html_is_a_link_to_its_note_and_back(releases: list[Communique]):
    page = Reader(communique.write_html(releases))
    figures, backs = page.of("a", **{"class": "figure"}), page.of("a", **{"class": "back"})
    notes = {found["id"] for found in page.of("li") if "id" in found}
    assert len(figures) == len(notes) == sum(len(release.mentions) for release in releases)
    assert {found["href"][1:] for found in figures} == notes
    assert [found["href"][1:] for found in backs] == [found["id"] for found in figures]


def test_the_html_stands_alone_and_names_its_languages(releases: list[Communique]):
    file = communique.write_html(releases)
    page = Reader(file)
    assert not page.of("script") and not page.of("link") and not page.of("img")
    assert not re.search(rb"https?://|url\(", file)
    assert [found["lang"] for found in page.of("article")] == ["zh-CN", "en-GB"]
    assert page.of("meta", charset="utf-8")
    assert "5,459 openings" in page.text and "5459个岗位" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_name_stays_a_name(hostile: Path, language: str):
    release = communique.build(Filters(), hostile, language)
    page = Reader(communique.write_html([release]))
    assert not page.of("script") and not page.of("b")
    assert '<script>alert(1)</script> & "quoted" {employers} =1+1 ]]> 〈b〉' in page.text
    document = docx.Document(io.BytesIO(communique.write_docx([release])))
    assert any('<script>alert(1)</script> & "quoted" {employers} =1+1 ]]> 〈b〉' in paragraph.text for paragraph in document.paragraphs)
    assert {fact.value for fact in release.facts} == {40}


@pytest.mark.parametrize("write", [communique.write_docx, communique.write_html])
def test_a_release_with_nothing_to_tell_is_a_file_too(tiny: Path, write):
    assert len(write([communique.build(Filters(fair_ids=(1_999_999,)), tiny, language) for language in LANGUAGES])) > 1_000
