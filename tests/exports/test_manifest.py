"""A manifest goes into each kind of file and comes out again; what is no manifest is refused with a reason."""

import contextlib
import io
import json
import re
import zipfile
from dataclasses import replace
from random import Random
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from lxml import etree
from pypdf import PdfReader, PdfWriter

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.briefing import stale
from fairboard.exports import carried, files, manifest_check, request
from fairboard.exports.manifest import as_json, from_json, read_manifest, with_manifest
from fairboard.exports.manifest_check import ManifestError
from tests.exports.manifests import EMPTY, FACT, MANIFEST, empty_docx, empty_html, empty_pdf, empty_pptx, empty_xlsx

OFFICE = ("pptx", "docx", "xlsx")
DAMAGED = "damaged"


@pytest.mark.parametrize("ending", EMPTY)
def test_a_manifest_comes_out_of_a_file_as_it_went_in(ending: str):
    assert read_manifest(with_manifest(EMPTY[ending](), ending, MANIFEST)) == MANIFEST


def test_the_programs_that_read_these_files_find_in_them_what_was_there_before():
    deck = pptx.Presentation(io.BytesIO(with_manifest(empty_pptx(), "pptx", MANIFEST)))
    assert deck.slides[0].shapes.title.text == "slide"
    text = docx.Document(io.BytesIO(with_manifest(empty_docx(), "docx", MANIFEST)))
    assert text.paragraphs[0].text == "paragraph"
    book = openpyxl.load_workbook(io.BytesIO(with_manifest(empty_xlsx(), "xlsx", MANIFEST)))
    assert book.active["A1"].value == "cell"
    page = PdfReader(io.BytesIO(with_manifest(empty_pdf(), "pdf", MANIFEST)))
    assert page.pages[0].extract_text().strip() == "page"
    assert page.metadata.title == "pdf title"
    assert "<p>段落</p>" in with_manifest(empty_html(), "html", MANIFEST).decode()


def test_the_id_stands_among_the_properties_of_a_file():
    mark = MANIFEST.manifest_id
    assert re.fullmatch("FB-[0-9a-f]{10}", mark)
    for properties in (
        pptx.Presentation(io.BytesIO(with_manifest(empty_pptx(), "pptx", MANIFEST))).core_properties,
        docx.Document(io.BytesIO(with_manifest(empty_docx(), "docx", MANIFEST))).core_properties,
        openpyxl.load_workbook(io.BytesIO(with_manifest(empty_xlsx(), "xlsx", MANIFEST))).properties,
    ):
        assert (properties.identifier, properties.keywords) == (mark, mark)
    assert PdfReader(io.BytesIO(with_manifest(empty_pdf(), "pdf", MANIFEST))).metadata["/Keywords"] == mark


def test_another_number_gives_another_id_and_the_same_numbers_the_same():
    assert replace(MANIFEST, stated=(replace(FACT, value=5460),)).manifest_id != replace(MANIFEST, stated=(FACT,)).manifest_id
    assert from_json(as_json(MANIFEST)).manifest_id == MANIFEST.manifest_id


@pytest.mark.parametrize("ending", OFFICE)
def test_an_office_file_refers_to_the_part_once_and_declares_its_type(ending: str):
    empty = EMPTY[ending]()
    with zipfile.ZipFile(io.BytesIO(with_manifest(empty, ending, MANIFEST))) as package, zipfile.ZipFile(io.BytesIO(empty)) as original:
        names = package.namelist()
        assert len(names) == len(set(names))
        assert names[: len(original.namelist())] == original.namelist()
        (item,) = [name for name in names if name.startswith("customXml/item") and b"urn:fairboard" in package.read(name) and "Props" not in name]
        relations = next(name for name in names if re.fullmatch(r"(ppt/_rels/presentation|word/_rels/document|xl/_rels/workbook)\.xml\.rels", name))
        root = etree.fromstring(package.read(relations))
        assert [element.get("Target") for element in root].count(f"../{item}") == 1
        assert len({element.get("Id") for element in root}) == len(root)
        types = {element.get("PartName"): element.get("ContentType") for element in etree.fromstring(package.read("[Content_Types].xml"))}
        properties = item.replace("item", "itemProps")
        assert types[f"/{properties}"].endswith("customXmlProperties+xml")
        assert properties.split("/")[1].encode() in package.read(item.replace("customXml/", "customXml/_rels/") + ".rels")


@pytest.mark.parametrize("ending", ["pptx", "docx"])
def test_a_manifest_outlives_saving_by_a_library_that_keeps_parts(ending: str):
    opened = {"pptx": pptx.Presentation, "docx": docx.Document}[ending](io.BytesIO(with_manifest(EMPTY[ending](), ending, MANIFEST)))
    target = io.BytesIO()
    opened.save(target)
    assert read_manifest(target.getvalue()) == MANIFEST


def test_a_file_that_another_program_saved_without_the_manifest_is_told_apart_from_a_foreign_one():
    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(with_manifest(empty_xlsx(), "xlsx", MANIFEST))).save(target)
    writer = PdfWriter()
    reader = PdfReader(io.BytesIO(with_manifest(empty_pdf(), "pdf", MANIFEST)))
    writer.add_page(reader.pages[0])
    writer.add_metadata(reader.metadata)
    printed = io.BytesIO()
    writer.write(printed)
    page = re.sub(rb"<script.*?</script>", b"", with_manifest(empty_html(), "html", MANIFEST), flags=re.DOTALL)
    for data in (target.getvalue(), printed.getvalue(), page):
        assert_refused(data, "another program has removed")


@pytest.mark.parametrize("data", [b"", b"PK", b"fair,openings\n1,2\n", b"\x89PNG\r\n", "纯文字".encode(), *(make() for make in EMPTY.values())])
def test_a_foreign_file_is_refused(data: bytes):
    assert_refused(data, "no file of Fairboard" if data != b"PK" else DAMAGED)


@pytest.mark.parametrize("ending", EMPTY)
def test_a_file_that_is_cut_off_is_refused(ending: str):
    data = with_manifest(EMPTY[ending](), ending, MANIFEST)
    for size in (len(data) // 3, len(data) // 2, len(data) - 200):
        assert_refused(data[:size], "")


@pytest.mark.parametrize("ending", EMPTY)
def test_a_file_with_bytes_changed_gives_the_same_manifest_or_is_refused(ending: str):
    chance = Random(5)
    data = with_manifest(EMPTY[ending](), ending, MANIFEST)
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 20))):
            place = chance.randrange(len(changed))
            changed[place : place + chance.choice((1, 1, 40))] = bytes(chance.randrange(256) for _ in range(chance.choice((0, 1, 1, 30))))
        with contextlib.suppress(ManifestError):
            assert read_manifest(bytes(changed)) == MANIFEST


def test_an_old_or_locked_office_file_is_refused_with_what_to_do():
    assert_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "without a password")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(with_manifest(empty_pdf(), "pdf", MANIFEST))))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    assert_refused(target.getvalue(), "locked with a password")


def test_a_part_that_unpacks_to_more_than_the_bound_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(carried, "LARGEST_PART", 5000)
    bomb = zipped({"xl/workbook.xml": b"<x/>", "customXml/item1.xml": b"<manifest xmlns='urn:fairboard:manifest'>" + b" " * 10_000_000 + b"</manifest>"})
    assert_refused(bomb, "too large")
    lying = bomb.replace((10_000_053).to_bytes(4, "little"), (53).to_bytes(4, "little"))
    assert_refused(lying, "")
    assert_refused(with_manifest(empty_pdf(), "pdf", replace(MANIFEST, stated=tuple(replace(FACT, fact_id=str(n)) for n in range(100)))), "too large")
    assert_refused(with_manifest(empty_html(), "html", replace(MANIFEST, stated=tuple(replace(FACT, fact_id=str(n)) for n in range(100)))), "too large")


def test_a_file_beyond_the_bound_is_not_looked_into(monkeypatch):
    monkeypatch.setattr(carried, "LARGEST_FILE", 1_000_000)
    assert_refused(empty_pptx() + bytes(1_000_000), "larger than 1 MB")


def test_entities_are_not_resolved():
    entity = b"<!DOCTYPE m [<!ENTITY a 'aaaa'>]><manifest xmlns='urn:fairboard:manifest'>&a;</manifest>"
    assert_refused(zipped({"ppt/presentation.xml": b"<x/>", "customXml/item1.xml": entity}), DAMAGED)


def test_a_number_changed_in_the_file_is_noticed():
    assert_refused(with_text(as_json(MANIFEST).replace("5459", "5460")), DAMAGED)


def test_a_newer_format_is_named():
    assert_refused(with_text(as_json(MANIFEST).replace('"format":1', '"format":2')), "newer Fairboard")


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[" * 100_000, '{"format":1}', '{"format":true}', '{"format":1,"x":NaN}', as_json(MANIFEST)[:-1]])
def test_what_is_no_manifest_is_refused(text: str):
    assert_refused(with_text(text), DAMAGED)


@pytest.mark.parametrize(("place", "value"), [
    (("kind",), "virus"), (("language",), "fr"), (("title",), "x" * 1000), (("title",), 5), (("version",), "../../etc/passwd"), (("address",), {"a": 1}),
    (("left_out",), -1), (("questions",), {}), (("facts",), None), (("facts", 0, "value"), "5"), (("facts", 0, "value"), True), (("facts", 0, "value"), 2**70),
    (("facts", 0, "question"), 99), (("facts", 0, "question"), -1), (("facts", 0, "keys"), [[]]), (("facts", 0, "keys"), [{"a": {}}]),
    (("facts", 0, "keys"), [{"drop table": 1}]), (("facts", 0, "column"), "openings; drop"), (("facts", 0, "is_row_count"), 1), (("facts", 0, "label"), None),
    (("questions", 0, "query"), "../../../etc/passwd"), (("questions", 0, "query"), "records/rows"), (("questions", 0, "sql"), ""),
    (("questions", 0, "filters"), {"region": "' or 1=1"}), (("questions", 0, "filters"), {"lang": "zh"}), (("questions", 0, "filters"), {"fair": "x"}),
    (("questions", 1, "own"), {"wage_basis": "any", "threshold_yuan": "10000"}), (("questions", 1, "own"), {"wage_basis": "floor", "threshold_yuan": "1e9"}),
    (("questions", 1, "own"), {"wage_basis": "floor"}), (("questions", 1, "own"), {"wage_basis": 1}), (("questions", 0, "more"), 1),
    (("questions", 0), {"query": "explain/postings", "sql": "0" * 12, "filters": {}, "own": {"row_limit": "999999999", "wage_basis": "floor"}}),
])
def test_a_part_of_a_wrong_type_or_beyond_its_bounds_is_refused(place: tuple[str | int, ...], value: Any):
    content = json.loads(as_json(MANIFEST))
    part = content
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    with pytest.raises(ManifestError, match=DAMAGED):
        manifest_check.checked(json.dumps(content), 1)


def test_too_many_numbers_are_refused(monkeypatch):
    monkeypatch.setattr(manifest_check, "MOST_FACTS", 3)
    with pytest.raises(ManifestError, match=DAMAGED):
        from_json(as_json(MANIFEST))


def test_a_question_or_column_that_is_not_asked_any_more_is_read():
    older = replace(MANIFEST, stated=(replace(FACT, query="overview/former_question", column="former_column", own={"former": "x"}),))
    assert from_json(as_json(older)) == older


def test_the_workbook_of_an_answer_states_the_numbers_of_its_rows(tmp_path, sample_version):
    export = request.from_url("overview/by_region.xlsx", {"lang": "en", "fair": "1"})
    files.write(export, tmp_path / export.file_name)
    manifest = read_manifest((tmp_path / export.file_name).read_bytes())
    assert (manifest.kind, manifest.version_id, manifest.address) == ("answer", sample_version.stem, {"fair": "1"})
    rows = runner.run("overview/by_region", Filters(fair_ids=(1,)), sample_version).rows()
    assert {fact.keys[0]["region_code"]: fact.value for fact in manifest.stated if fact.column == "openings"} == {row["region_code"]: row["openings"] for row in rows}
    assert {change.state for change in stale.check(manifest, sample_version).changes} == {"equal"}


def test_the_workbook_of_postings_states_how_many_there_are(tmp_path, sample_version):
    export = request.from_url("records.xlsx", {})
    files.write(export, tmp_path / export.file_name)
    manifest = read_manifest((tmp_path / export.file_name).read_bytes())
    assert {fact.column: fact.value for fact in manifest.stated}["postings"] == 3_000
    assert {fact.query for fact in manifest.stated} == {"records/count"}


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def with_text(text: str) -> bytes:
    """A page that carries ``text`` as its manifest."""
    escaped = text.replace("<", "\\u003c")
    return f'<!doctype html><html><script type="application/json" id="fairboard-manifest">{escaped}</script></html>'.encode()


def assert_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read_manifest(data)
    assert reason in str(caught.value)
