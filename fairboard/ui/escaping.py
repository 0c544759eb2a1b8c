"""Texts from files and addresses as plain text where Streamlit reads Markdown."""

import re

JOINER = "\u2060"
"""A word joiner: invisible, and no part of any address or name of an icon."""
REVERSING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
LIVE = re.compile(r":(?=[a-z/])|(?<=www)\.|@(?=\w)")
"""Where Streamlit would find an icon (:material/home:), a colour, an address or a mail address in plain text."""


def escape(text: str) -> str:
    """``text`` with everything that Markdown would read as markup made plain, and without signs that turn the text after them round."""
    plain = LIVE.sub(lambda found: found.group() + JOINER, text.translate(REVERSING))
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|~<>$:&" else letter for letter in plain)
