"""Which few of many stand out: the rule behind "in strong demand" and "most openings"."""

from fairboard.analysis.explain import Origin
from fairboard.analysis.runner import Answer
from fairboard.briefing.communique.names import Named, of_row
from fairboard.briefing.model import Fact

MOST = 3


def of(answer: Answer, prefix: str, code: str, rest: str, least: int) -> tuple[Named, ...]:
    """Up to three rows with most openings, each above the mean, and clearly so: one that the next row equals is left out with it.

    Empty below ``least`` openings in all, and where more than half of them are ``rest`` (not classified).
    """
    rows = answer.rows()
    known = sorted((row for row in rows if row[code] != rest and row["openings"]), key=lambda row: -row["openings"])
    all_openings, openings = sum(row["openings"] for row in rows), sum(row["openings"] for row in known)
    if all_openings < least or openings * 2 < all_openings or len(known) < 2:
        return ()
    following = [*known[1:], {"openings": 0}]
    found = []
    for row, after in list(zip(known, following, strict=True))[:MOST]:
        if row["openings"] * len(known) <= openings:
            break
        found.append((row, after["openings"]))
    while found and found[-1][0]["openings"] == found[-1][1]:
        found.pop()
    return tuple(Named(of_row(row), Fact(f"{prefix}/{row[code]}/openings", "openings", row["openings"], Origin(answer, "openings", (row,)))) for row, _ in found)
