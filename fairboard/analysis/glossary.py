"""What can be looked up about the numbers: which queries give a metric, what each filter means, which entries match a search."""

from collections.abc import Iterable

from fairboard.analysis import catalogue
from fairboard.analysis.catalogue import Query

FILTER_MEANINGS = {
    "fair_ids": "Only these fairs, and what belongs to them.",
    "fair_kinds": "Only fairs of these kinds: launch, on-site, campus, special, enterprise, online.",
    "start_on": "Only fairs that begin on this day or later.",
    "end_on": "Only fairs that begin on this day or earlier.",
    "region_codes": "For postings the place of work; for fairs, attendance and agreements the host city or the region that signed.",
    "sector_codes": "Only postings of these sectors. Attendance has no sector.",
    "education_levels": "Only postings whose lowest accepted level of education is one of these.",
    "wage_at_least_yuan": "Only postings whose wage starts at this amount or more, in yuan a month; postings without a lower end are left out.",
    "ownerships": "Only postings of employers of these kinds of ownership.",
    "university_codes": "Only attendance and agreements of these universities. A posting has no university.",
    "record_kinds": "Recorded, published or synthetic records. Unless chosen: the recorded fairs if there are any, else the sample.",
}
"""Filter → its meaning, in English (the key of the Chinese)."""


def queries() -> list[Query]:
    """Every query, in alphabetical order."""
    return [catalogue.load(name) for name in catalogue.names()]


def queries_of_metric(metric_id: str) -> list[Query]:
    """The queries that give the metric as a column."""
    return [query for query in queries() if any(column.name == metric_id for column in query.columns)]


def queries_of_filter(name: str) -> list[Query]:
    """The queries that obey the filter."""
    return [query for query in queries() if name in query.filters]


def matches(search: str, texts: Iterable[str | None]) -> bool:
    """True where every word of ``search`` stands in one of the texts, whatever its case; an empty search matches all."""
    text = "\n".join(part for part in texts if part).casefold()
    return all(word in text for word in search.casefold().split())
