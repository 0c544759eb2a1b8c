"""Reconciliation: the figures of a published text, found, read, and set against the records.

    read_text(data, name) -> str                                  a file → its text (files.py)
    find(text) -> tuple[Figure, …]                                 the figures with place, unit, bounds and what they seem to state
    assign(figure, kind) -> Figure                                 a person says what a figure states (kinds.ASSIGNABLE)
    reconcile(figures, filters, version, language) -> tuple[Reconciled, …]
    pieces(text, figures) -> tuple[Piece, …]                       the text cut up for marking
    confirm(source, reconciled figures, fair_id) -> Path           keeps them in a new version (store/published.py)

Rules: normal.py (characters) → tokens.py (numbers; noise.py is what is none) → nouns.py, units.py (what is counted) → drafts.py (surroundings) →
reading.py, people.py, shares.py (what is stated) → parts.py, elsewhere.py, remainders.py (of what part) → finding.py; records.py, explanations.py,
comparing.py set it against the records.
"""

from fairboard.briefing.reconciliation.comparing import VERDICTS, Reconciled, reconcile
from fairboard.briefing.reconciliation.confirming import confirm, rows_of
from fairboard.briefing.reconciliation.figures import Figure, Part, Reading, assign
from fairboard.briefing.reconciliation.files import read_text
from fairboard.briefing.reconciliation.finding import find
from fairboard.briefing.reconciliation.kinds import ASSIGNABLE, KINDS
from fairboard.briefing.reconciliation.marking import Piece, pieces

__all__ = ["ASSIGNABLE", "KINDS", "VERDICTS", "Figure", "Part", "Piece", "Reading", "Reconciled", "assign", "confirm", "find", "pieces", "read_text", "reconcile", "rows_of"]
