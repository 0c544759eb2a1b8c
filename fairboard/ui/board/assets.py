"""The board's script and style as the browser loads them: once, under names that change with what they hold."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fairboard.ui import links

FOLDER = Path(__file__).parent
# One module to the browser, without a bundler.
SCRIPTS = ("numbers.js", "cube.js", "binders.js", "range.js", "spares.js", "following.js", "board.js")


@dataclass(frozen=True)
class Asset:
    """A text for the browser, with its name and its media type."""

    name: str
    text: str
    media_type: str

    @property
    def address(self) -> str:
        """Where a page finds it."""
        return links.asset(self.name)


def _asset(ending: str, media_type: str, *files: str) -> Asset:
    text = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in files)
    return Asset(f"board-{sha256(text.encode()).hexdigest()[:12]}.{ending}", text, media_type)


SCRIPT = _asset("js", "text/javascript", *SCRIPTS)
STYLE = _asset("css", "text/css", "board.css")
STUB = (FOLDER / "stub.js").read_text(encoding="utf-8")
EARLY = f'<link rel="stylesheet" href="{STYLE.address}"><link rel="modulepreload" href="{SCRIPT.address}">'
"""What a document says so that both are there before the first answer."""
