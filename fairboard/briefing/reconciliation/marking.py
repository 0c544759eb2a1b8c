"""A text cut into pieces, some of which are figures, for marking on screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from fairboard.briefing.reconciliation.figures import Figure


@dataclass(frozen=True)
class Piece:
    """Words of the text; ``figure_id`` is empty between the figures. The text is from outside: escape it."""

    text: str
    figure_id: str = ""


def pieces(text: str, figures: Iterable[Figure]) -> tuple[Piece, ...]:
    """The pieces of ``text`` in their order; put together they are the text."""
    found, place = [], 0
    for figure in sorted(figures, key=lambda item: item.start):
        if figure.start < place:
            continue
        found += [Piece(text[place:figure.start])] if figure.start > place else []
        found.append(Piece(text[figure.start:figure.end], figure.figure_id))
        place = figure.end
    return (*found, Piece(text[place:])) if place < len(text) else tuple(found)
