"""With what a headline figure is compared, by name: never "before" without saying before what."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from fairboard.analysis import formatting, options, runner
from fairboard.analysis.filters import Filters
from fairboard.locale import Language, translate

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True)
class Comparison:
    """``now`` against ``before``; ``name`` says in full what both are, ``short_name`` in two or three words, ``side_names`` each of them for a legend, ``before`` first."""

    now: Filters
    before: Filters
    name: str
    short_name: str
    side_names: tuple[str, str]


def named_comparison(filters: Filters, version: Path, language: Language) -> Comparison | None:
    """One fair: the previous fair of its kind. A period: the period of the same length before it. Else: the latest calendar year
    of the selection against the year before, each up to the same day. ``None`` where there is nothing earlier.
    """
    if len(filters.fair_ids) == 1:
        return _previous_fair(filters, version, language)
    if filters.start_on and filters.end_on:
        return _previous_period(filters, language)
    return _years(filters, version, language)


def nothing_before(filters: Filters, language: Language) -> str:
    """Why a selection without a comparison has none: for one fair the records may well hold earlier ones, of other kinds."""
    if len(filters.fair_ids) == 1:
        return translate("There is no earlier fair of this kind to compare with.", language)
    return translate("There are no earlier records to compare with.", language)


def _previous_fair(filters: Filters, version: Path, language: Language) -> Comparison | None:
    rows = runner.run("overview/previous_fair", filters, version).rows()
    if not rows:
        return None
    fair_id = int(rows[0]["fair_id"])
    name = options.name_of(version, "fair_ids", fair_id, language)
    return Comparison(filters, replace(filters, fair_ids=(fair_id,), start_on=None, end_on=None), translate("with the previous fair of this kind: {fair}", language, fair=name),
                      translate("on the previous fair", language), (translate("Previous fair", language), translate("This fair", language)))


def _previous_period(filters: Filters, language: Language) -> Comparison:
    length = filters.end_on - filters.start_on + timedelta(days=1)
    before = replace(filters, start_on=filters.start_on - length, end_on=filters.start_on - timedelta(days=1))
    name = translate("with the period of the same length before, {start} to {end}", language, start=formatting.day(before.start_on, language),
                     end=formatting.day(before.end_on, language))
    return Comparison(filters, before, name, translate("on the period before", language), (translate("Period before", language), translate("This period", language)))


def _years(filters: Filters, version: Path, language: Language) -> Comparison | None:
    row = runner.run("overview/span", filters, version).rows()[0]
    if row["last_on"] is None:
        return None
    last = row["last_on"].date()
    first = last.replace(month=1, day=1)
    same_day = last.replace(year=last.year - 1, day=28 if (last.month, last.day) == (2, 29) else last.day)
    before = replace(filters, start_on=first.replace(year=last.year - 1), end_on=same_day)
    if row["first_on"].date() > same_day:
        return None
    name = translate("of the records of {year} with those of {before}, each up to the same day ({day})", language, year=last.year, before=last.year - 1,
                     day=_day_of_year(last, language))
    short_name = translate("{year} on {before}", language, year=last.year, before=last.year - 1)
    return Comparison(replace(filters, start_on=first, end_on=last), before, name, short_name, (str(last.year - 1), str(last.year)))


def _day_of_year(value: date, language: Language) -> str:
    """6 December, or 12月6日."""
    return f"{value.month}月{value.day}日" if language == "zh" else f"{value.day} {MONTHS[value.month - 1]}"
