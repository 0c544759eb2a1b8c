"""The pages' own questions as statements to start from: the selection and usual values written in, the question above."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fairboard.analysis import catalogue, filled_sql, runner, sentence
from fairboard.analysis.catalogue import Query
from fairboard.analysis.filters import Filters
from fairboard.locale import Language, translate

USUAL: dict[str, Any] = {
    "wage_basis": "floor", "threshold_yuan": 10_000, "most_fairs": 12, "most_universities": 10, "sort_column": "stored", "is_descending": False,
    "row_limit": 100, "row_offset": 0, "least_openings": 20, "least_people": 20, "of_unit": "people", "of_channel": "on_site",
}  # fmt: skip
DAYS_OF_TODAY = ("today", "as_of_on")


def questions(pages: tuple[str, ...]) -> dict[str, list[Query]]:
    """The queries of each of ``pages`` that has any."""
    found: dict[str, list[Query]] = {page: [] for page in pages}
    for name in catalogue.names():
        if (page := name.partition("/")[0]) in found:
            found[page].append(catalogue.load(name))
    return {page: queries for page, queries in found.items() if queries}


def statement(query: Query, filters: Filters, version: Path, language: Language) -> str:
    """The query for ``filters`` with nothing left to fill in, under lines that say what it answers and for what."""
    own = {item.name: usual(item.name) for item in query.parameters}
    values = runner.bound(query, filters, version, own)
    heading = [translate(query.question, language), f"{query.name} · {sentence.filter_sentence(filters, version, language)}"]
    if own:
        said = ", ".join(f"{name} = {filled_sql.literal(value)}" for name, value in own.items())
        heading.append(translate("Usual values of its own parameters, to be changed below: {values}", language, values=said))
    return "\n".join([*(f"-- {' '.join(line.split())}" for line in heading), filled_sql.filled(query.sql, values)])


def usual(parameter: str) -> Any:
    """The value that a parameter of a query's own has where nothing else is said; NULL, which means all, for most."""
    return datetime.now(UTC).date() if parameter in DAYS_OF_TODAY else USUAL.get(parameter)
