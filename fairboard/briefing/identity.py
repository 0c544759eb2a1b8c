"""What the files made of a briefing say about themselves."""

from collections.abc import Sequence

from fairboard.briefing.communique.content import Communique
from fairboard.briefing.model import Briefing
from fairboard.exports.manifest import Manifest, manifest_of


def manifest_for(parts: Sequence[Briefing | Communique], kind: str = "briefing") -> Manifest:
    """The manifest of a file that shows ``parts``: one briefing or press text, or the same in two languages, whose numbers are the same."""
    first = parts[0]
    return manifest_of(first.title, first.address, first.language, first.version, [fact for part in parts for fact in part.facts], kind)
