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
    "wage_at_most_yuan": "Only postings whose wage starts at this amount or less, in yuan a month; postings without a lower end are left out.",
    "ownerships": "Only postings of employers of these kinds of ownership.",
    "university_codes": "Only attendance and agreements of these universities. A posting has no university.",
    "record_kinds": "Recorded, published or synthetic records. Unless chosen: the recorded fairs if there are any, else the sample.",
}
"""Filter → its meaning, in English (the key of the Chinese)."""


FIGURE_NAMES = {
    "cities_signing": "Regions that signed agreements",
    "fairs_in_xian": "Fairs held in Xi'an",
    "attendance_visits": "Visits on site",
    "graduates_cohort_2010": "Graduates of 2010",
    "graduates_increase": "More graduates than the year before",
    "trainee_posts": "Trainee posts",
    "trained_students": "Students trained",
    "intentions": "Letters of intent",
    "share_jobs_manufacturing": "Share of jobs in manufacturing",
    "share_jobs_it": "Share of jobs in information technology",
    "graduates_stayed_in_liaoning_5y": "Graduates who stayed in Liaoning in five years",
    "foreign_students": "Foreign students",
    "agreements_signed": "Agreements signed",
    "agreements_total": "Agreements in all",
    "resumes": "Applications received",
    "resumes_doctor": "Applications by doctors",
    "resumes_master": "Applications by masters",
    "resumes_bachelor": "Applications by bachelors",
    "share_demand_strategic_areas": "Share of the demand from strategic areas",
    "share_demand_central_enterprises": "Share of the demand from central enterprises",
    "share_demand_liaoning": "Share of the demand from Liaoning",
    "job_classes": "Classes of jobs",
    "share_hires_from_outside": "Share of those hired from outside the province",
}
"""Published figures that are no metric → what they are, in English (the key of the Chinese)."""


def queries() -> list[Query]:
    """Every query, in alphabetical order."""
    return [catalogue.load(name) for name in catalogue.names()]


def header_texts(query: Query) -> list[str]:
    """Every text in the header of a query that is shown in the user's language."""
    items = (*query.columns, *query.parameters)
    return [text for text in (query.question, query.grain, query.order, query.notes, *(item.meaning for item in items)) if text]


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
