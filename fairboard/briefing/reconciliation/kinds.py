"""What a figure of a text can state: a metric of the records, or something that the records hold nothing of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One thing that a text can count. ``metric`` is empty where the records hold nothing of this kind."""

    kind: str
    label: str
    metric: str = ""


KINDS: dict[str, Kind] = {item.kind: item for item in (
    Kind("fairs", "Fairs", "fairs"),
    Kind("employers", "Employers", "employers"),
    Kind("participations", "Participations", "participations"),
    Kind("openings", "Openings", "openings"),
    Kind("postings", "Postings", "postings"),
    Kind("openings_over_threshold", "Openings over the line", "openings_over_threshold"),
    Kind("on_site_people", "People on site", "on_site_people"),
    Kind("on_site_visits", "Visits on site", "on_site_visits"),
    Kind("live_views", "Live views", "live_views"),
    Kind("universities", "Universities", "universities"),
    Kind("agreements", "School-site agreements", "agreements"),
    Kind("universities_under_agreement", "Universities under agreement", "universities_under_agreement"),
    Kind("regions_under_agreement", "Regions with an agreement", "regions_under_agreement"),
    Kind("wage_median_yuan", "Median wage", "wage_median_yuan"),
    Kind("openings_per_attendee", "Openings per attendee", "openings_per_attendee"),
    Kind("first_time_employers", "First-time employers", "first_time_employers"),
    Kind("openings_share", "Share of the openings", "openings"),
    Kind("employers_share", "Share of the employers", "employers"),
    Kind("attendance_share", "Share of the people on site", "on_site_people"),
    Kind("resumes", "Applications received"),
    Kind("intentions", "Intentions to hire"),
    Kind("cooperation_intentions", "Intentions to cooperate"),
    Kind("hires", "People hired"),
    Kind("interviews", "Interviews"),
    Kind("cohort", "Graduates of a year"),
    Kind("destinations", "Where graduates went"),
    Kind("trained", "People trained or served"),
    Kind("trainee_posts", "Posts for trainees, or made by public programmes"),
    Kind("foreign_students", "Foreign students"),
    Kind("peak_viewers", "Most viewers at one moment"),
    Kind("job_classes", "Classes of jobs"),
    Kind("talks", "Talks, courses and meetings that are no fairs"),
    Kind("provinces", "Provinces, cities or countries"),
    Kind("stations", "Stations, bases and platforms"),
    Kind("projects", "Projects"),
    Kind("wage_offered", "A wage offered"),
    Kind("wage_average", "Average wage"),
    Kind("wage_line", "The line of a wage that another figure names"),
    Kind("change", "A change against another time"),
    Kind("rate", "A rate that is no share of the records"),
    Kind("people_share", "Share of people whose count is not said"),
    Kind("money", "Money that is no wage"),
    Kind("area", "An area"),
    Kind("other", "Something else"),
)}  # fmt: skip
RECORDED = frozenset(kind.kind for kind in KINDS.values() if kind.metric)
SHARES = frozenset({"openings_share", "employers_share", "attendance_share"})
ASSIGNABLE = tuple(KINDS)
"""What a person can assign to a figure."""
