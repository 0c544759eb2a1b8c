"""Texts out of files: encodings, pages, Word, PDF; and what is refused."""

import io
import zipfile

import docx
import pytest
from reportlab.pdfgen import canvas

from fairboard.briefing.reconciliation import find, read_text
from fairboard.errors import InputFileError

ZH = "本次招聘会共有480家用人单位参会，提供岗位1.2万个。"
EN = "Some 350 employers offered 12,000 jobs."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_chinese_text_is_read_in_every_encoding(encoding):
    assert read_text(ZH.encode(encoding), "a.txt") == ZH


def test_a_traditional_text_is_read_in_big5():
    text = "現場四百家企業參會，提供崗位一千個，吸引畢業生進場。"
    assert read_text(text.encode("big5"), "a.txt") == text


def test_a_page_is_read_without_its_scripts_and_styles():
    page = f"<html><head><title>8 月</title><style>p {{ margin: 12px }}</style></head><body><script>var a = 300;</script><p>{ZH}</p><div>A&amp;B</div></body></html>"
    assert read_text(page.encode("gbk"), "a.html") == f"{ZH}\nA&B"


def test_a_word_document_is_read_with_its_tables():
    document = docx.Document()
    document.add_paragraph(ZH)
    document.add_table(1, 2).rows[0].cells[1].text = "简历300份"
    out = io.BytesIO()
    document.save(out)
    assert [figure.value for figure in find(read_text(out.getvalue(), "a.docx"))] == [480, 12_000, 300]


def test_a_pdf_is_read_and_its_lines_are_joined():
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 720, "Some 350 employers offered,")
    page.drawString(72, 700, "in all, 12,000 jobs.")
    page.save()
    text = read_text(out.getvalue(), "a.pdf")
    assert "\n" not in text
    assert [figure.reading.kind for figure in find(text)] == ["employers", "openings"]


def test_a_zipped_bomb_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "0" * 70_000_000)
    with pytest.raises(InputFileError, match="unpacked"):
        read_text(out.getvalue(), "a.docx")


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "no text"), (b"   \n", "no text"), (b"PK\x03\x04broken", "damaged Word"), (b"%PDF-1.7 broken", "damaged PDF"), (b"\x00\x01\x02abc", "binary"),
    (b"\xff\xfe\x00", "cannot be read"),
    (bytes(range(128, 255)) * 3, "cannot be read"), (b"a" * 10_000_001, "larger than"), (("一" * 200_001).encode(), "200,000"),
    (b"<html><body><script>1</script></body></html>", "no text"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_to_do(data, reason):
    with pytest.raises(InputFileError, match=reason):
        read_text(data, "a")


def test_a_workbook_is_no_text():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(InputFileError, match="no Word document"):
        read_text(out.getvalue(), "a.xlsx")
