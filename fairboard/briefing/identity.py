"""What the files made of a briefing say about themselves."""

from collections.abc import Sequence

from fairboard.briefing.model import Briefing
from fairboard.exports.manifest import Manifest, manifest_of


def manifest_for(briefings: Sequence[Briefing]) -> Manifest:
    """The manifest of a file that shows ``briefings``: one, or the same storyboard in two languages, whose numbers are the same."""
    first = briefings[0]
    return manifest_of(first.title, first.address, first.language, first.version, [fact for briefing in briefings for fact in briefing.facts])
