"""What a briefing is about, the kinds of slides there are, and which of them stand in the standard storyboard of a subject, in which order."""

from fairboard.briefing.model import SubjectKind

SUBJECT_NAMES: dict[SubjectKind, str] = {"fair": "One fair", "season": "A season", "region": "One region", "university": "One university"}
SUBJECTS: tuple[SubjectKind, ...] = tuple(SUBJECT_NAMES)

KIND_NAMES = {
    "title": "Title",
    "headline": "Headline figures",
    "presence": "The university in figures",
    "sectors": "Demand by sector",
    "wages": "What the openings pay",
    "regions": "Demand by region",
    "universities": "People by university",
    "comparison": "Compared with the last one",
    "outlook": "What comes next",
    "course": "The season, fair by fair",
    "attended": "Fairs attended",
    "education": "Education asked for",
    "ownership": "Employers by ownership",
    "employers": "Employers that seek most people",
    "disciplines": "Disciplines of the people on site",
    "degrees": "Degrees of the people on site",
    "provinces": "Where people came from",
    "hosts": "People by host region",
    "supply": "Openings and applicants by sector",
    "agreements": "School-site agreements",
    "arrivals": "When people came",
    "broadcast": "When the broadcast was watched",
}
"""Kind of slide → its name, which is its title unless the storyboard has another."""

ON: dict[SubjectKind, tuple[str, ...]] = {
    "fair": ("title", "headline", "sectors", "wages", "regions", "universities", "comparison", "outlook"),
    "season": ("title", "headline", "sectors", "wages", "regions", "universities", "comparison", "outlook"),
    "region": ("title", "headline", "sectors", "wages", "regions", "universities", "agreements", "comparison", "outlook"),
    "university": ("title", "presence", "attended", "disciplines", "degrees", "hosts", "agreements", "comparison", "outlook"),
}
OFF: dict[SubjectKind, tuple[str, ...]] = {
    "fair": ("education", "employers", "ownership", "disciplines", "degrees", "provinces", "supply", "agreements", "arrivals", "broadcast"),
    "season": ("course", "education", "employers", "ownership", "disciplines", "degrees", "provinces", "hosts", "supply", "agreements", "arrivals", "broadcast"),
    "region": ("course", "education", "employers", "ownership", "disciplines", "degrees", "provinces", "supply", "arrivals"),
    "university": ("universities", "arrivals"),
}
"""Slides that are there and not shown until they are switched on."""


def kinds_of(subject: SubjectKind) -> tuple[str, ...]:
    """Every kind of slide that makes sense for ``subject``, in the standard order, those that are off last."""
    return ON[subject] + OFF[subject]
