"""What each filter can be set to in one version, with names in both languages and the text that a search finds."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.locale import Language


@dataclass(frozen=True)
class Option:
    """One value of a filter. ``code`` is what goes into the URL and the SQL."""

    code: int | str
    name_zh: str
    name_en: str

    def name(self, language: Language) -> str:
        """The name in ``language``."""
        return self.name_zh if language == "zh" else self.name_en

    @cache  # noqa: B019  options are few, immutable, and live as long as their version
    def search_text(self, language: Language) -> str:
        """The name, then the other name, pinyin and initials: a search box finds the option by any of them."""
        syllables = lazy_pinyin(self.name_zh, errors="ignore")
        initials = "".join(lazy_pinyin(self.name_zh, style=Style.FIRST_LETTER, errors="ignore"))
        other = self.name_en if language == "zh" else self.name_zh
        pinyin = "".join(syllables)
        parts = [self.name(language), other if other != self.name(language) else "", pinyin if pinyin != other.lower().replace(" ", "") else "", initials]
        return " ".join(part for part in parts if part)


@lru_cache(maxsize=8)
def of_version(version: Path) -> dict[str, tuple[Option, ...]]:
    """The options of every list filter by filter name, in the order in which they are offered."""
    rows = runner.run("filters/options", Filters(), version).rows()
    options: dict[str, list[Option]] = {}
    for row in rows:
        code = int(row["code"]) if row["filter_name"] == "fair_ids" else row["code"]
        options.setdefault(row["filter_name"], []).append(Option(code, row["label_zh"], row["label_en"]))
    return {name: tuple(found) for name, found in options.items()}


@lru_cache(maxsize=256)
def search_texts(version: Path, filter_name: str, language: Language) -> dict[int | str, str]:
    """The text of each option of a filter that a search finds, by code, in the order in which they are offered; not to be changed."""
    return {option.code: option.search_text(language) for option in of_version(version).get(filter_name, ())}


def name_of(version: Path, filter_name: str, code: int | str, language: Language) -> str:
    """The name of ``code``, or the code itself where the version does not know it."""
    return next((option.name(language) for option in of_version(version).get(filter_name, ()) if option.code == code), str(code))
