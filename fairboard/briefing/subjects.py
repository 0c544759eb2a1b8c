"""What a briefing is about, the kinds of slides there are, and which of them stand in the standard storyboard of a subject, in which order."""

from fairboard.briefing.model import SubjectKind

SUBJECT_NAMES: dict[SubjectKind, str] = {"fair": "One fair", "season": "A season", "region": "One region", "university": "One university"}
SUBJECTS: tuple[SubjectKind, ...] = tuple(SUBJECT_NAMES)

KIND_NAMES = {
    "title": "Title",
    "headline": "Headline figures",
    "sectors": "Demand by sector",
    "wages": "What the openings pay",
    "regions": "Demand by region",
}
"""Kind of slide → its name, which is its title unless the storyboard has another."""

ON: dict[SubjectKind, tuple[str, ...]] = {
    "fair": ("title", "headline", "sectors", "wages", "regions"),
    "season": ("title", "headline", "sectors", "wages", "regions"),
    "region": ("title", "headline", "sectors", "wages", "regions"),
    "university": ("title", "headline"),
}
OFF: dict[SubjectKind, tuple[str, ...]] = {"fair": (), "season": (), "region": (), "university": ()}
"""Slides that are there and not shown until they are switched on."""


def kinds_of(subject: SubjectKind) -> tuple[str, ...]:
    """Every kind of slide that makes sense for ``subject``, in the standard order, those that are off last."""
    return ON[subject] + OFF[subject]
