"""The metric registry: what each number is, in words, with its unit and counting basis.

SQL headers, tiles, axes, exports and the Methods page read it. Texts are English and are the keys of their Chinese.
"""

from dataclasses import dataclass
from typing import Literal

from fairboard.errors import RequestError

Direction = Literal["more_is_better", "less_is_better", "neutral"]


@dataclass(frozen=True)
class Metric:
    """One metric. ``basis`` is what is counted: only metrics with the same basis may be added. ``kind`` says how to write it."""

    metric_id: str
    label: str
    definition: str
    unit: str
    basis: str
    kind: Literal["count", "share", "ratio", "yuan"]
    decimals: int = 0
    direction: Direction = "neutral"
    caveat: str = ""
    is_additive: bool = True


_ALL = (
    Metric("fairs", "Fairs", "Number of fairs in the selection. With a region chosen: fairs hosted there.", "fairs", "fair", "count"),
    Metric("employers", "Employers", "Distinct employers with at least one posting in the selection.", "employers", "employer", "count",
           direction="more_is_better", is_additive=False,
           caveat="An employer at two fairs counts once; the same employer under two names counts twice."),
    Metric("participations", "Participations", "Pairs of fair and employer: an employer at two fairs counts twice.", "participations", "participation", "count"),
    Metric("postings", "Postings", "Rows of the job tables.", "postings", "posting", "count"),
    Metric("openings", "Openings", "People wanted: the sum of the headcounts stated. A posting that says 'several' or nothing counts as one.", "openings",
           "opening", "count", direction="more_is_better", caveat="The share of postings without a stated number is shown beside the figure."),
    Metric("openings_share", "Share of openings", "Openings of a part, of all openings that the table counts.", "%", "opening", "share", 1, is_additive=False),
    Metric("openings_unstated_share", "Postings without a stated number", "Postings that say 'several' or nothing about headcount, as a share of all postings.",
           "%", "posting", "share", 1, "less_is_better", is_additive=False),
    Metric("openings_over_threshold", "Openings over the line", "Openings of postings whose monthly wage is strictly more than the line, on the stated basis.",
           "openings", "opening", "count", direction="more_is_better",
           caveat="Floor basis unless stated: the lower end of the wage range. Postings without that end are not counted."),
    Metric("openings_over_threshold_share", "Share over the line", "Openings over the line divided by the openings of postings that state a wage on that basis.",
           "%", "opening", "share", 1, "more_is_better", is_additive=False, caveat="Postings without a wage are left out of the base."),
    Metric("openings_with_wage", "Openings with a wage", "Openings of postings that state a wage on the basis chosen.", "openings", "opening", "count"),
    Metric("postings_without_wage", "Postings without a wage", "Postings that state no monthly wage on the basis chosen.", "postings", "posting", "count",
           direction="less_is_better"),
    Metric("wage_median_yuan", "Median wage", "The wage that half of the openings reach, weighted by openings, on the stated basis.", "yuan a month", "wage", "yuan",
           is_additive=False, caveat="Before tax, as advertised, not as paid."),
    Metric("wage_quartile_1_yuan", "Lower quartile of the wage", "A quarter of the openings pay this or less.", "yuan a month", "wage", "yuan", is_additive=False),
    Metric("wage_quartile_3_yuan", "Upper quartile of the wage", "A quarter of the openings pay this or more.", "yuan a month", "wage", "yuan", is_additive=False),
    Metric("on_site_people", "People on site", "People counted on site, each once at a fair.", "people", "on-site person", "count", direction="more_is_better",
           caveat="A person at two fairs counts twice. People, visits and views are never added to each other."),
    Metric("people_share", "Share of people", "People on site of a part, of all people that the table counts.", "%", "on-site person", "share", 1, is_additive=False),
    Metric("fairs_attended", "Fairs attended", "Selected fairs at which people were counted on site; with universities chosen, people from these.", "fairs", "fair", "count",
           is_additive=False),
    Metric("host_regions", "Host regions", "Of the 15 units those that hosted a fair at which people were counted on site; with universities chosen, people from these.",
           "regions", "region", "count", is_additive=False),
    Metric("on_site_visits", "Visits on site", "Visits counted on site, where the office counts visits and not people.", "visits", "on-site visit", "count",
           direction="more_is_better"),
    Metric("live_views", "Live views", "Views of the live broadcasts.", "views", "live view", "count", direction="more_is_better",
           caveat="A view is not a person."),
    Metric("openings_per_attendee", "Openings per attendee", "Openings divided by people on site, over the selected fairs that counted people on site.",
           "openings a person", "opening per on-site person", "ratio", 2, is_additive=False,
           caveat="Headcount at a fair is not all demand, attendance is not all supply. Not shown under filters that only postings or only attendance obey."),
    Metric("applicants", "Applicants by the crosswalk", "People on site times the weight with which their discipline looks for work in the sector.",
           "people", "person by the crosswalk", "count",
           caveat="An estimate by the published crosswalk, with fractions of people; people without a stated discipline are not among them."),
    Metric("openings_per_applicant", "Openings per applicant",
           "Openings of a sector, without those that accept any major, divided by the people whom the crosswalk sends there, over fairs that counted people by discipline.",
           "openings a person", "opening per applicant", "ratio", 2, is_additive=False,
           caveat="Headcount at a fair is not all demand, attendance is not all supply. The weights of the crosswalk are an assumption that can be edited."),
    Metric("universities", "Universities", "Distinct universities with at least one person counted on site.", "universities", "university", "count",
           direction="more_is_better", is_additive=False),
    Metric("agreements", "School-site agreements", "Agreements between a region and a university.", "agreements", "agreement", "count",
           direction="more_is_better"),
    Metric("employer_identities", "Distinct employers", "Different employers: rows of one unified social credit code, or of one normalised name, count "
           "once.", "employers", "employer identity", "count", direction="more_is_better", is_additive=False,
           caveat="Names that differ in their legal form are different employers; such pairs are listed for checking."),
    Metric("first_time_employers", "First-time employers", "Employers that had been at no earlier fair of the selected kinds of record, whatever else is filtered.",
           "employers", "employer identity", "count", is_additive=False,
           caveat="Fairs that are not in the records are not known: at the first fair of the records every employer is there for the first time."),
    Metric("returning_employers", "Returning employers", "Employers that had been at an earlier fair of the selected kinds of record.", "employers",
           "employer identity", "count", is_additive=False),
    Metric("matched_employers", "Employers on both sides", "Employers with a posting on either side of a comparison, matched by credit code or normalised name.",
           "employers", "employer identity", "count", is_additive=False),
    Metric("openings_change", "Change in openings", "Openings of side B less those of side A: volume, both mixes and new employers, less lost ones.", "openings",
           "opening", "count"),
    Metric("volume_change", "Volume", "Employers on both sides, in a sector and a region where they seek people on both: openings of B less A.", "openings",
           "opening", "count"),
    Metric("sector_mix_change", "Mix of sectors", "Employers on both sides, in a sector where they seek people on one side only: openings of B less A.", "openings",
           "opening", "count"),
    Metric("region_mix_change", "Mix of regions", "Employers on both sides, in a sector of both but a region of one side only: openings of B less A.", "openings",
           "opening", "count"),
    Metric("new_openings", "New employers", "Openings of employers that are on side B only.", "openings", "opening", "count"),
    Metric("lost_openings", "Lost employers", "Openings of employers that are on side A only.", "openings", "opening", "count"),
    Metric("signing_regions", "Regions that signed", "Distinct regions that signed a school-site agreement at the selected fairs or in the period chosen.", "regions",
           "region", "count", is_additive=False),
    Metric("signing_universities", "Universities that signed", "Distinct universities that signed a school-site agreement at the selected fairs or in the period "
           "chosen.", "universities", "university", "count", is_additive=False),
    Metric("agreements_in_force", "Agreements in force", "School-site agreements signed on the day or before that are not over: those expiring and those that state no end "
           "among them.", "agreements", "agreement", "count", direction="more_is_better"),
    Metric("agreements_expiring", "Expiring within 180 days", "Agreements in force whose last day is the day itself or one of the 180 days after it.", "agreements",
           "agreement", "count"),
    Metric("agreements_lapsed", "Lapsed agreements", "School-site agreements whose last day is before the day.", "agreements", "agreement", "count",
           direction="less_is_better", caveat="A lapsed agreement may have been followed by another between the same two."),
    Metric("regions_under_agreement", "Regions with an agreement", "Of the 15 units those with at least one agreement in force.", "regions", "region", "count",
           direction="more_is_better", is_additive=False),
    Metric("universities_under_agreement", "Universities under agreement", "Distinct universities with at least one agreement in force.", "universities", "university",
           "count", direction="more_is_better", is_additive=False),
    Metric("attendance_under_agreement_share", "Attendance under agreement", "People on site from universities that have an agreement in force with the region that "
           "hosts the fair, of all people counted on site at the fairs of the 15 units.", "%", "on-site person", "share", 1, "more_is_better", is_additive=False,
           caveat="People without a known university stay in the base. The agreements are those in force on the day stated, whenever the fair was."),
)
REGISTRY: dict[str, Metric] = {metric.metric_id: metric for metric in _ALL}


def metric(metric_id: str) -> Metric:
    """The metric called ``metric_id``; KeyError for an unknown one."""
    return REGISTRY[metric_id]


def total(parts: dict[str, float]) -> float:
    """The sum of values by metric id. Raises RequestError where the counting bases differ or a metric does not add up."""
    chosen = [REGISTRY[metric_id] for metric_id in parts]
    bases = sorted({item.basis for item in chosen})
    if len(bases) > 1:
        raise RequestError("Numbers counted on different bases cannot be added: {bases}", bases=", ".join(bases))
    fixed = sorted(item.metric_id for item in chosen if not item.is_additive)
    if fixed:
        raise RequestError("These metrics do not add up: {metrics}", metrics=", ".join(fixed))
    return sum(parts.values())
