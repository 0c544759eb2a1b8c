"""A file → its text: plain text, a page, a Word document or a PDF, told by what it holds; nothing in it is run, fetched or resolved."""

import io
import re
import zipfile
from html.parser import HTMLParser
from itertools import islice

import docx
import pypdf
from docx.table import Table
from pypdf.errors import PdfReadError

from fairboard.briefing.reconciliation.finding import LARGEST_TEXT
from fairboard.briefing.reconciliation.nouns import is_chinese
from fairboard.errors import InputFileError

LARGEST_BYTES = 10_000_000
LARGEST_UNPACKED_BYTES = 60_000_000
MOST_ENTRIES = 2_000
MOST_PAGES = 200
JUDGED_BYTES = 200_000
LEAST_COMMON_SHARE = 0.8
SKIPPED = {"script", "style", "template", "noscript", "svg", "head", "nav", "footer", "select", "button"}
BLOCKS = {"p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "table", "blockquote"}
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
CHARSETS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5", "utf-8": "utf-8", "utf8": "utf-8"}


def read_text(data: bytes, name: str) -> str:
    """The text of a file called ``name``; raises InputFileError for what holds no text, or too much of it."""
    if len(data) > LARGEST_BYTES:
        raise InputFileError("{name} is larger than {size} MB. Paste the text instead.", name=name, size=LARGEST_BYTES // 10**6)
    if data.startswith(b"PK\x03\x04"):
        text = _word(data, name)
    elif data[:1024].lstrip().startswith(b"%PDF"):
        text = _pdf(data, name)
    else:
        text = _decoded(data, name)
        if re.search(r"<(?:!doctype\s+html|html|head|body|div|p)\b", text[:5000], re.IGNORECASE):
            text = _page(text, name)
    text = re.sub(r"[^\S\n]+", " ", re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    if not text:
        raise InputFileError("{name} holds no text that can be read: a scanned page is a picture. Paste the text instead.", name=name)
    if len(text) > LARGEST_TEXT:
        raise InputFileError("{name} has more than {limit} characters. Take the part that is about the fairs.", name=name, limit=f"{LARGEST_TEXT:,}")
    return text


def _decoded(data: bytes, name: str) -> str:
    """Text of an encoding that its bytes, its mark or its own word tell: UTF-8, UTF-16 with its mark, GB 18030 or Big5."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16") or _refuse(name)
    if b"\x00" in data:
        raise InputFileError("{name} is no text: it holds binary data. Send TXT, DOCX, PDF or HTML.", name=name)
    plain = _tried(data, "utf-8-sig")
    if plain is not None:
        return plain
    said = CHARSET.search(data[:4096])
    if said and (encoding := CHARSETS.get(said[1].decode("ascii").lower())) and (text := _tried(data, encoding)) is not None:
        return text
    best = max(("gb18030", "big5"), key=lambda encoding: _common_share(data, encoding))
    text = _tried(data, best) if _common_share(data, best) >= LEAST_COMMON_SHARE else None
    return text if text is not None else _refuse(name)


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse(name: str) -> str:
    raise InputFileError("The characters of {name} cannot be read. Save it as text in UTF-8, or paste the text.", name=name)


def _common_share(data: bytes, encoding: str) -> float:
    """The part of the wide characters, read in ``encoding``, that people use every day; 0 where it cannot be read."""
    if _tried(data, encoding) is None:
        return 0.0
    wide = [character for character in data[:JUDGED_BYTES].decode(encoding, errors="ignore") if character > "\x7f"]
    return sum(_is_common(character, encoding) for character in wide) / len(wide) if wide else 0.0


def _is_common(character: str, encoding: str) -> bool:
    """True for GB 2312, and for the frequent half of Big5."""
    try:
        code = character.encode("gb2312" if encoding == "gb18030" else "big5")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] <= 0xA3 if encoding == "gb18030" else 0xA1 <= code[0] <= 0xC6)


class _Text(HTMLParser):
    """The words of a page, one line a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """A block begins a line; what is not shown is left out."""
        if tag in SKIPPED:
            self.hidden.append(tag)
        elif tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag):]
        elif tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Words, where they are shown."""
        if not self.hidden:
            self.words.append(re.sub(r"\s+", " ", data))


def _page(text: str, name: str) -> str:
    parser = _Text()
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, RecursionError) as error:
        raise InputFileError("{name} is a damaged page. Paste the text instead.", name=name) from error
    return re.sub(r"\s*\n\s*", "\n", "".join(parser.words))


def _word(data: bytes, name: str) -> str:
    """Paragraphs and cells of a Word document in their order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED_BYTES:
                raise InputFileError("{name} is too large once unpacked. Paste the text instead.", name=name)
            if "word/document.xml" not in {entry.filename for entry in entries}:
                raise InputFileError("{name} is no Word document. Send TXT, DOCX, PDF or HTML.", name=name)
        lines: list[str] = []
        for block in docx.Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                lines += ["\n".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except InputFileError:
        raise
    except Exception as error:  # a damaged document raises whatever the reader happens to meet
        raise InputFileError("{name} is a damaged Word document. Save it again, or paste the text.", name=name) from error
    return "\n".join(lines)


def _pdf(data: bytes, name: str) -> str:
    """The text of a PDF, with the lines of a paragraph joined."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputFileError("{name} is locked with a password. Unlock it, or paste the text.", name=name)
        if len(reader.pages) > MOST_PAGES:
            raise InputFileError("{name} has more than {limit} pages. Take the part that is about the fairs.", name=name, limit=MOST_PAGES)
        text = "\n".join(page.extract_text() for page in islice(reader.pages, MOST_PAGES))
    except InputFileError:
        raise
    except (PdfReadError, Exception) as error:  # as above
        raise InputFileError("{name} is a damaged PDF. Paste the text instead.", name=name) from error
    if is_chinese(text):
        return re.sub(r"(?<=[\u4e00-\u9fff\d，、“（])[ ]*\n[ ]*(?=[\u4e00-\u9fff\d，。、”）])", "", text)
    return re.sub(r"(?<=[a-z,\d])[ ]*\n[ ]*(?=[a-z\d])", " ", text)
