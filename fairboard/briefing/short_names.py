"""Long English names made to fit beside a mark by usual abbreviations, before anything is cut off."""

from collections.abc import Callable

STEPS = ((" and ", " & "), ("University", "Univ."), ("Vocational", "Voc."), ("Technical", "Tech."), ("Technology", "Tech."), ("College", "Coll."), ("International", "Int'l"))
"""In this order, and no more of them than is needed."""


def fitting(name: str, fits: Callable[[str], bool]) -> str:
    """``name``, abbreviated as far as it takes to make ``fits`` true; with all abbreviations where it never is, for the caller to cut."""
    for long, short in STEPS:
        if fits(name):
            break
        name = name.replace(long, short)
    return name
