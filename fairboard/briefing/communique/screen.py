"""A release as plain data for a page that explains each figure on a click."""

from fairboard.briefing.communique.content import Communique


def to_screen(release: Communique) -> list[list[dict[str, str | None]]]:
    """The paragraphs, each a list of parts: ``text``, and ``fact_id`` where the part is a figure, else None."""
    return [[{"text": part, "fact_id": None} if isinstance(part, str) else {"text": part.text, "fact_id": part.fact.fact_id} for part in paragraph]
            for paragraph in release.paragraphs]
