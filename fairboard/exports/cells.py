"""Text that a spreadsheet would run as a formula, made harmless.

Excel and its kin take a cell for a formula when it begins with = + - @, a tab or a line break, or, in Chinese and Japanese
editions, with the wide forms of the signs. Titles and names come from files of others, so each such text is marked as text.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

STARTS = "=+-@\t\r\n＝＋－＠"
MARK = "'"
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold, and so no workbook."""
_PATTERN = r"^[=+\-@\t\r\n＝＋－＠]"


def is_formula_like(text: str) -> bool:
    """True when a spreadsheet might run ``text``."""
    return text[:1] in STARTS if text else False


def printable(text: str) -> str:
    """``text`` without the characters that a workbook cannot hold."""
    return NOT_IN_XML.sub("", text)


def neutral(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet might run it."""
    return MARK + text if is_formula_like(text) else text


def neutral_array(values: pa.Array) -> pa.Array:
    """The same for a column; anything but text is given back as it is."""
    if not pa.types.is_string(values.type):
        return values
    marked = pc.binary_join_element_wise(MARK, values, "")
    return pc.if_else(pc.match_substring_regex(values, _PATTERN), marked, values)
