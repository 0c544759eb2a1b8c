"""Which figures of two sides may be compared, and why others may not: like only with like."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fairboard.analysis import formatting, metrics
from fairboard.analysis.filters import Filters
from fairboard.analysis.formatting import is_missing
from fairboard.analysis.sides import SIDES, Sides, all_fairs, fairs_of
from fairboard.locale import Language, translate

LEAST_OPENINGS = 30
LEAST_PEOPLE = 30
LEAST_EMPLOYERS = 5
"""Below these a side is a small base: its figure is shown and marked."""
BASES = {"opening": ("openings", LEAST_OPENINGS), "wage": ("openings_with_wage", LEAST_OPENINGS), "employer identity": ("employer_identities", LEAST_EMPLOYERS),
         "participation": ("employer_identities", LEAST_EMPLOYERS), "on-site person": ("on_site_people", LEAST_PEOPLE), "university": ("on_site_people", LEAST_PEOPLE),
         "opening per on-site person": ("on_site_people", LEAST_PEOPLE)}
BASE_TEXTS = {"openings": "small base: fewer than {count} openings", "openings_with_wage": "small base: fewer than {count} openings",
              "employer_identities": "small base: fewer than {count} employers", "on_site_people": "small base: fewer than {count} people"}
POSTING_BASES = {"opening", "wage", "employer identity", "participation"}
LABELS = {"a": "A", "b": "B"}
# Filters that only postings obey, or only attendance: under these a ratio of the two says nothing.
ONE_SIDED = {"sector_codes", "education_levels", "wage_at_least_yuan", "wage_at_most_yuan", "ownerships", "university_codes", "region_codes"}


def refusal(sides: Sides, version: Path, record_kinds: Iterable[str], language: Language) -> str:
    """Why the two sides cannot be compared at all; empty where they can."""
    selected = set(record_kinds)
    kind_of = {int(row["fair_id"]): row["record_kind"] for row in all_fairs(version)}
    held = {name: {kind_of[fair_id] for fair_id in fairs_of(sides.side(name), version, selected) if fair_id in kind_of} for name in SIDES}
    for name in SIDES:
        if held[name] == {"published"}:
            return translate("{side}: only published totals are known", language,
                             side=translate(LABELS[name], language))
    with_rows = {name: kinds - {"published"} for name, kinds in held.items()}
    if all(with_rows.values()) and with_rows["a"] != with_rows["b"]:
        return translate("recorded fairs and the synthetic sample are never compared", language)
    for name in SIDES:
        if held[name] and not held[name] & selected:
            return translate("{side}: its kind of record is not selected in the filter “Record kind”", language,
                             side=translate(LABELS[name], language))
    return ""


def metric_refusal(metric_id: str, sides: Sides, selection: Filters, rows: dict[str, dict[str, Any]], language: Language) -> str:
    """Why one figure of the two sides cannot be compared; empty where it can. ``rows`` are the two sides of the headline."""
    basis = metrics.metric(metric_id).basis
    if sides.kind == "univ" and basis in POSTING_BASES | {"opening per on-site person"}:
        return translate("a posting has no university", language)
    if basis == "opening per on-site person" and (sides.kind == "region" or ONE_SIDED & set(selection.active())):
        return translate("openings and people obey different filters here", language)
    if basis in ("on-site person", "university", "opening per on-site person"):
        return _counting_refusal(rows, language)
    if basis == "live view" and sides.kind == "univ":
        return translate("a view has no university", language)
    return ""


def _counting_refusal(rows: dict[str, dict[str, Any]], language: Language) -> str:
    """People on one side and visits on the other are two units."""
    counts = {name: ("people" if not is_missing(row["on_site_people"]) else "visits" if not is_missing(row["on_site_visits"]) else "") for name, row in rows.items()}
    if set(counts.values()) == {"people", "visits"}:
        text = "A counts people, B counts visits" if counts["a"] == "people" else "A counts visits, B counts people"
        return translate(text, language)
    nobody = [translate(LABELS[name], language) for name in SIDES if counts[name] != "people"]
    if len(nobody) == 2:
        return translate("nobody counted on site", language)
    return translate("{side}: nobody counted on site", language, side=nobody[0]) if nobody else ""


def partly_visits(rows: dict[str, dict[str, Any]], language: Language) -> str:
    """That a side has visits beside its people, which are not in the figure; empty where none has."""
    mixed = [name for name in SIDES if not is_missing(rows[name]["on_site_people"]) and not is_missing(rows[name]["on_site_visits"])]
    return "; ".join(translate("{side}: {count} visits at other fairs are not in it", language, side=translate(LABELS[name], language),
                               count=formatting.exact(rows[name]["on_site_visits"])) for name in mixed)


def small_base(metric_id: str, rows: dict[str, dict[str, Any]], language: Language) -> str:
    """A mark where the figure of a side rests on too few; empty where both are large enough."""
    base = BASES.get(metrics.metric(metric_id).basis)
    if base is None:
        return ""
    name, least = base
    few = [side for side in SIDES if not is_missing(rows[side].get(name)) and rows[side][name] < least]
    if not few:
        return ""
    text = translate(BASE_TEXTS[name], language, count=least)
    if len(few) == 2:
        return text
    return translate("{side}: {remark}", language, side=translate(LABELS[few[0]], language), remark=text)


def difference_text(a: Any, b: Any, metric_id: str, language: Language) -> str:
    """B less A with its sign, as the metric is written."""
    if is_missing(a) or is_missing(b):
        return ""
    difference = b - a
    text = formatting.value_text(abs(difference), metric_id, language, is_short=False)
    return f"±{text}" if difference == 0 else f"{'+' if difference > 0 else '−'}{text}"


def ratio_text(a: Any, b: Any) -> str:
    """B by A, as ×1.94; empty where A is nothing."""
    return "" if is_missing(a) or is_missing(b) or a == 0 else f"×{formatting.rounded(b / a, 2):,}"
