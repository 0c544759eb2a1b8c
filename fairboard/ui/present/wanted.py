"""What an address of a presentation asks for: read as the page reads it, what means nothing is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from fairboard.analysis import filters, options
from fairboard.analysis.filters import URL_KEYS, Filters
from fairboard.briefing import building, storyboard
from fairboard.briefing.model import Briefing
from fairboard.charts.theme import Mode
from fairboard.exports import request
from fairboard.locale import Language

KEYS = {*URL_KEYS.values(), *storyboard.KEYS}
"""The parameters that say what is shown."""


@dataclass(frozen=True)
class Wanted:
    """The parameters of an address; ``version_id`` is empty where the current version is asked for."""

    query: dict[str, str]
    language: Language
    mode: Mode
    version_id: str

    @property
    def version(self) -> Path:
        """The version, opened; raises StoreError or RequestError where there is none under this id."""
        return request.find_version(self.version_id or None)

    def address(self, path: str, version_id: str | None = None) -> str:
        """``path`` with the parameters again, on a version of one's own choice."""
        asked = self.version_id if version_id is None else version_id
        return f"{path}?{urlencode(self.query | {'lang': self.language, 'mode': self.mode} | ({'v': asked} if asked else {}))}"

    def selection(self, version: Path) -> Filters:
        """The filters, as far as their values are in ``version``."""
        allowed = {name: {option.code for option in found} for name, found in options.of_version(version).items()}
        return filters.from_url(self.query, allowed)[0]

    def briefing(self, version: Path, language: Language | None = None) -> Briefing:
        """Every slide, worked out on ``version``, in the language of the address or in another one."""
        selection = self.selection(version)
        board, _ = storyboard.from_url(self.query, selection)
        return building.build(board, selection, version, language or self.language)


def wanted(query: Mapping[str, str]) -> Wanted:
    """What ``query`` asks for; parameters of other things stay out."""
    return Wanted(
        query={key: value for key, value in query.items() if key in KEYS},
        language=request.language_of(query),
        mode="dark" if query.get("mode") == "dark" else "light",
        version_id=query.get("v", ""),
    )
