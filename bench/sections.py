"""docs/performance.md piece by piece: a command replaces the section that it measures between two marks and leaves all else as it stands.

    <!-- scale -->
    … what the command wrote …
    <!-- /scale -->

What stands outside of marks is written by hand.
"""

import re

from bench.data import PROJECT

DOCUMENT = PROJECT / "docs" / "performance.md"
TITLE = "# How fast it is\n"
# Every section, in the order in which they stand.
ORDER = ("pages", "load", "peers", "scale", "billion", "import")


def write(name: str, text: str) -> None:
    """Put ``text``, Markdown that begins with its heading, in the place of the section ``name``; a new one goes where ``ORDER`` says.

    Raises ValueError for a section that ``ORDER`` does not know.
    """
    document = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.is_file() else TITLE
    DOCUMENT.write_text(replaced(document, name, text), encoding="utf-8")


def replaced(document: str, name: str, text: str) -> str:
    """``document`` with the section ``name`` put in, or put in the place of the old one."""
    place = ORDER.index(name)
    section = f"<!-- {name} -->\n{text.strip()}\n<!-- /{name} -->\n"
    found = _pattern(name).search(document)
    if found:
        return document[: found.start()] + section + document[found.end() :]
    following = [match.start() for later in ORDER[place + 1 :] if (match := _pattern(later).search(document))]
    end = min(following, default=len(document))
    return f"{document[:end].rstrip()}\n\n{section}" + (f"\n{document[end:]}" if following else "")


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->\n", re.DOTALL)


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown; all columns but the first are numbers."""
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)
