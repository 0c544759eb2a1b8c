"""The encoding of a text: UTF-8, UTF-16 with its mark, GBK or GB 18030."""

import codecs
from pathlib import Path

from fairboard.errors import InputFileError
from fairboard.importing.reading.limits import CHUNK_BYTES

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LEAST_COMMON_SHARE = 0.8
"""Share of the non-ASCII characters that must be in GB 2312: GB 18030 can decode almost any bytes, to rare characters."""
JUDGED_BYTES = 200_000


def read_head(path: Path) -> bytes:
    """The first bytes of the file."""
    with path.open("rb") as file:
        return file.read(CHUNK_BYTES)


def find_encoding(path: Path, name: str, head: bytes) -> str:
    """The encoding in which the whole file can be read. Raises when there is none, or when the file is not text."""
    if head.startswith(UTF16_MARKS):
        if decodes(path, name, "utf-16"):
            return "utf-16"
    elif b"\x00" in head:
        raise binary(name)
    elif decodes(path, name, "utf-8"):
        return "utf-8-sig"
    elif decodes(path, name, "gb18030") and looks_chinese(head):
        return "gb18030"
    raise InputFileError(
        "The characters of {name} cannot be read: it is neither UTF-8 nor GBK or GB 18030. Save it as XLSX or as CSV in UTF-8.",
        name=name,
    )


def binary(name: str) -> InputFileError:
    """What to say about a file that is neither a workbook nor text."""
    return InputFileError("{name} is not a table: it holds binary data. Send an XLSX, XLS, CSV or TSV file.", name=name)


def decodes(path: Path, name: str, encoding: str) -> bool:
    """True when every byte of the file can be read in ``encoding``. Raises where it holds binary data or breaks off within a character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK_BYTES):
                if "\x00" in decoder.decode(chunk):
                    raise binary(name)
        except UnicodeError:
            return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        if encoding == "gb18030":
            return False
        raise InputFileError(
            "{name} breaks off in the middle of a character: it is not whole. Ask for the file again.", name=name
        ) from error
    return True


def looks_chinese(head: bytes) -> bool:
    """True when the bytes read as GB 18030 are texts that people write: common characters, no control codes."""
    text = head[:JUDGED_BYTES].decode("gb18030", errors="ignore")
    wide = [character for character in text if character > "\x7f"]
    common = sum(1 for character in wide if is_in_gb2312(character))
    controls = sum(1 for character in text if character < " " and character not in "\t\r\n\f\x0b")
    return common >= LEAST_COMMON_SHARE * len(wide) and controls <= len(text) / 1000


def is_in_gb2312(character: str) -> bool:
    """True for the characters of everyday Chinese and its punctuation."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in "·—…￥€"
    return True
