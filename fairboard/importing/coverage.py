"""How the cells of a field fared: filled, parsed, absent, and which texts could not be understood."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass
class Coverage:
    """Counts of one field; ``filled`` is ``parsed`` plus the unparsed cells, ``removed`` those that lost personal data."""

    filled: int = 0
    parsed: int = 0
    absent: int = 0
    removed: int = 0
    unparsed: Counter = field(default_factory=Counter)

    def count(self, codes: np.ndarray, texts: Sequence[str], results: Sequence[Any]) -> None:
        """Count a column given as ``codes`` into its distinct ``texts``, each with a result that has a ``status``."""
        counts = np.bincount(codes, minlength=len(texts))
        for text, result, cell_count in zip(texts, results, counts.tolist(), strict=True):
            if result.status == "absent":
                self.absent += cell_count
                continue
            self.filled += cell_count
            if result.status == "stated":
                self.parsed += cell_count
            else:
                self.unparsed[text] += cell_count

    def add(self, other: "Coverage") -> None:
        """Add the counts of another sheet."""
        self.filled += other.filled
        self.parsed += other.parsed
        self.absent += other.absent
        self.removed += other.removed
        self.unparsed.update(other.unparsed)

    def report(self) -> dict[str, int]:
        """The counts as they are stored with a batch."""
        return {
            "filled": self.filled, "parsed": self.parsed, "unparsed": self.filled - self.parsed, "absent": self.absent, "removed": self.removed,
        }  # fmt: skip

    def without_unparsed(self) -> "Coverage":
        """The counts of a field that no column states and that was taken from another text: what that text does not say is absent."""
        return Coverage(filled=self.parsed, parsed=self.parsed, absent=self.absent + self.filled - self.parsed, removed=self.removed)
