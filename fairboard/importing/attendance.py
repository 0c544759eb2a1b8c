"""Rows of an attendance list, or of a live broadcast's series → counts by university, degree, major and time of day.

A list with a row per person is counted at once: what names or numbers a person never leaves this module.
"""

from dataclasses import dataclass

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.cleaning import Status, compact, is_absent
from fairboard.importing.parsing.count import Count, parse_count
from fairboard.importing.parsing.degree import DEGREES, parse_degree
from fairboard.importing.parsing.major import parse_major
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.records import (
    SPLIT_PREFIX,
    column_or_empty,
    joined,
    parse_column,
    parse_distinct,
    reject,
    remove_personal,
    without,
)
from fairboard.importing.slots import parse_slot

ON_SITE_SLOT_MINUTES = 60
LIVESTREAM_SLOT_MINUTES = 10
GROUPS = ["university_code", "degree_level", "discipline_code", "major_class_code", "slot_minute"]

NO_COUNT = "The number of people is not a number."
NO_TIME = "The time of day is not known."
NO_VIEWS = "The number of views is not a number."
FALLING = "The running total is smaller than the one before it."


@dataclass(frozen=True)
class OneMajor:
    """The class and the discipline of a person's major; None where the text means several, or is not understood."""

    class_code: str | None
    discipline_code: str | None
    status: Status


@dataclass(frozen=True)
class Moment:
    """The minute of the day that a text states."""

    minute: int | None
    status: Status


def read_attendance(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Counts of people on site, and the rejected rows; without a column of numbers each row is one person.

    A number that is split by degree (columns 本科, 硕士, 博士) gives a count for each of them.
    """
    names = [name for name in texts if name == "attendance_count" or name.startswith(SPLIT_PREFIX)]
    counts = {name: parse_distinct(texts[name], parse_count) for name in names} or {"": pd.Series(Count(1, status="stated"), index=texts.index)}
    is_wrong = wrong_counts(counts)
    rejected = reject(texts, mapping, "attendance_count", is_wrong, NO_COUNT)
    texts = remove_personal(without(texts, rejected), coverage)
    frame = pd.concat([
        parse_column(column_or_empty(texts, "university"), parse_university, coverage.setdefault("university", Coverage()),
                     {"university_code": "university_code"}),
        parse_column(column_or_empty(texts, "degree"), parse_degree, coverage.setdefault("degree", Coverage()), {"degree_level": "degree"}),
        parse_column(column_or_empty(texts, "major"), read_major, coverage.setdefault("major", Coverage()),
                     {"discipline_code": "discipline_code", "major_class_code": "class_code"}),
        parse_column(column_or_empty(texts, "arrived_at"), read_moment, coverage.setdefault("arrived_at", Coverage()), {"slot_minute": "minute"}),
    ], axis="columns")  # fmt: skip
    frame["slot_minute"] = frame["slot_minute"].astype("Int64") // ON_SITE_SLOT_MINUTES * ON_SITE_SLOT_MINUTES
    unit = "visits" if any("人次" in column.heading for column in mapping.columns_of("attendance_count")) else "people"
    parts = []
    for name, found in counts.items():
        values = found[~is_wrong].map(lambda count: count.value)
        part = frame[values.notna()].assign(attendance_count=values[values.notna()].astype("int64"))
        degree = name.removeprefix(SPLIT_PREFIX) if name.startswith(SPLIT_PREFIX) else None
        parts.append(part if degree is None else part[part["attendance_count"] > 0].assign(degree_level=degree if degree in DEGREES else None))
    return aggregate(pd.concat(parts).assign(channel="on_site", unit=unit)), rejected


def wrong_counts(counts: dict[str, pd.Series]) -> pd.Series:
    """True for the rows with a count that is no number, or with none at all."""
    is_unparsed = [found.map(lambda count: count.status == "unparsed").astype(bool) for found in counts.values()]
    is_absent_in = [found.map(lambda count: count.status == "absent").astype(bool) for found in counts.values()]
    return pd.concat(is_unparsed, axis="columns").any(axis="columns") | pd.concat(is_absent_in, axis="columns").all(axis="columns")


def read_livestream(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Views by time of day, and the rejected rows; a running total is turned into the views of each slot."""
    is_total = "views" not in texts
    name = "views_total" if is_total else "views"
    minutes, views = parse_distinct(texts["slot_at"], parse_slot), parse_distinct(texts[name], parse_count)
    is_timeless = minutes.isna()
    is_wrong = ~is_timeless & views.map(lambda count: count.value is None).astype(bool)
    rejected = [reject(texts, mapping, "slot_at", is_timeless, NO_TIME), reject(texts, mapping, name, is_wrong, NO_VIEWS)]
    is_kept = ~(is_timeless | is_wrong)
    texts = remove_personal(texts[is_kept], coverage)
    coverage["views"] = Coverage(filled=int(is_kept.sum()), parsed=int(is_kept.sum()))
    counts = views[is_kept].map(lambda count: count.value).astype("int64")
    slots = minutes[is_kept].astype("Int64")
    if is_total:
        counts = counts.diff().fillna(counts).astype("int64")
        is_falling = counts < 0
        rejected.append(reject(texts, mapping, name, is_falling, FALLING))
        counts, slots = counts[~is_falling], slots[~is_falling]
    frame = pd.DataFrame({"slot_minute": slots // LIVESTREAM_SLOT_MINUTES * LIVESTREAM_SLOT_MINUTES, "attendance_count": counts})
    for column in GROUPS[:-1]:
        frame[column] = None
    return aggregate(frame.assign(channel="livestream", unit="views")), joined(rejected)


def aggregate(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each group, with the counts added up."""
    return frame.groupby([*GROUPS, "channel", "unit"], dropna=False, sort=False, as_index=False)["attendance_count"].sum()


def read_major(text: str) -> OneMajor:
    """The class and the discipline of one person's major."""
    found = parse_major(text)
    classes, disciplines = found.class_codes, found.discipline_codes
    return OneMajor(classes[0] if len(classes) == 1 else None, disciplines[0] if len(disciplines) == 1 else None, found.status)


def read_moment(text: str) -> Moment:
    """The minute of the day that a text states."""
    minute = parse_slot(text)
    return Moment(minute, "stated" if minute is not None else "absent" if is_absent(compact(text[:400])) else "unparsed")
