"""What the user has narrowed the records to: one frozen value that gives SQL parameters and the URL.

Nothing here trusts its input: :func:`from_url` keeps what is well formed and lists what it dropped.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

LARGEST_ID = 2**31 - 1
LARGEST_WAGE_YUAN = 1_000_000
MOST_VALUES = 200


@dataclass(frozen=True)
class Filters:
    """A selection of records. An empty tuple or ``None`` means no restriction.

    ``start_on`` and ``end_on`` are both inside the period. ``wage_at_least_yuan`` and ``wage_at_most_yuan`` are both inside the range, on the
    floor basis (``wage_min``).
    ``record_kinds`` empty means the version's default (recorded fairs if there are any, else the sample).
    """

    fair_ids: tuple[int, ...] = ()
    fair_kinds: tuple[str, ...] = ()
    start_on: date | None = None
    end_on: date | None = None
    region_codes: tuple[str, ...] = ()
    sector_codes: tuple[str, ...] = ()
    education_levels: tuple[str, ...] = ()
    wage_at_least_yuan: int | None = None
    wage_at_most_yuan: int | None = None
    ownerships: tuple[str, ...] = ()
    university_codes: tuple[str, ...] = ()
    record_kinds: tuple[str, ...] = ()

    def parameters(self) -> dict[str, Any]:
        """Values for the ``$name`` parameters of the SQL files; ``end_before`` is the day after ``end_on``."""
        values = {name: list(value) if value else None for name, value in self.chosen_lists().items()}
        return values | {
            "start_on": self.start_on,
            "end_before": self.end_on + timedelta(days=1) if self.end_on else None,
            "wage_at_least_yuan": self.wage_at_least_yuan,
            "wage_at_most_yuan": self.wage_at_most_yuan,
        }

    def chosen_lists(self) -> dict[str, tuple]:
        """The filters that hold several values, empty ones too."""
        return {field.name: getattr(self, field.name) for field in fields(self) if isinstance(getattr(self, field.name), tuple)}

    def active(self) -> tuple[str, ...]:
        """Names of the filters that restrict something, in the order of the panel."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) not in ((), None))

    def without(self, *names: str) -> "Filters":
        """The same selection with the filters called ``names`` cleared."""
        empty = Filters()
        return replace(self, **{name: getattr(empty, name) for name in names})

    def toggled(self, name: str, value: Any) -> "Filters":
        """The same selection with ``value`` added to the list filter ``name``, or taken away if it was there."""
        held = getattr(self, name)
        return replace(self, **{name: tuple(v for v in held if v != value) if value in held else (*held, value)})

    def to_url(self) -> dict[str, str]:
        """Short ASCII query parameters; filters that restrict nothing stay out."""
        return {URL_KEYS[name]: as_text(getattr(self, name)) for name in self.active()}


URL_KEYS = {
    "fair_ids": "fair",
    "fair_kinds": "kind",
    "start_on": "from",
    "end_on": "to",
    "region_codes": "region",
    "sector_codes": "sector",
    "education_levels": "edu",
    "wage_at_least_yuan": "wage",
    "wage_at_most_yuan": "wage_to",
    "ownerships": "own",
    "university_codes": "univ",
    "record_kinds": "record",
}
FILTER_NAMES = tuple(URL_KEYS)
# The SQL parameters that each filter feeds.
PARAMETER_FILTERS = {"end_before": "end_on"} | {name: name for name in FILTER_NAMES if name != "end_on"}
RECORD_KINDS = ("recorded", "published", "synthetic")
_CODE = re.compile(r"[A-Za-z0-9_]{1,24}")


def as_text(value: Any) -> str:
    """A value as it stands in a URL: the members of a list with a full stop between, a day as 2023-03-18."""
    if isinstance(value, tuple | list):
        return ".".join(str(item) for item in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def from_url(query: Mapping[str, str], allowed: Mapping[str, Iterable] | None = None) -> tuple[Filters, tuple[str, ...]]:
    """Filters from URL parameters, and the parameters (``key=value``) that were dropped.

    ``allowed`` gives for a list filter the codes that exist in the version shown; without it only the form is checked.
    """
    values: dict[str, Any] = {}
    dropped: list[str] = []
    for name, key in URL_KEYS.items():
        text = query.get(key)
        if text is None:
            continue
        values[name], bad = _read(name, text, set(allowed[name]) if allowed and name in allowed else None)
        dropped += [f"{key}={item}" for item in bad]
    start_on, end_on = values.get("start_on"), values.get("end_on")
    if start_on and end_on and start_on > end_on:
        dropped.append(f"from={start_on} to={end_on}")
        values["start_on"] = values["end_on"] = None
    least, most = values.get("wage_at_least_yuan"), values.get("wage_at_most_yuan")
    if least and most and least > most:
        dropped.append(f"wage={least} wage_to={most}")
        values["wage_at_least_yuan"] = values["wage_at_most_yuan"] = None
    return Filters(**values), tuple(dropped)


def _read(name: str, text: str, allowed: set | None) -> tuple[Any, list[str]]:
    if name in ("start_on", "end_on"):
        return _read_date(text)
    if name in ("wage_at_least_yuan", "wage_at_most_yuan"):
        is_good = text.isascii() and text.isdigit() and len(text) < 8 and 0 < int(text) <= LARGEST_WAGE_YUAN
        return (int(text), []) if is_good else (None, [text])
    good: list = []
    bad: list[str] = []
    for item in text.split(".")[:MOST_VALUES]:
        value = _read_code(name, item)
        if value is None or (allowed is not None and value not in allowed):
            bad.append(item)
        elif value not in good:
            good.append(value)
    return tuple(good), bad


def _read_code(name: str, item: str) -> int | str | None:
    if name == "fair_ids":
        return int(item) if item.isascii() and item.isdigit() and len(item) < 11 and int(item) <= LARGEST_ID else None
    if name == "record_kinds":
        return item if item in RECORD_KINDS else None
    return item if _CODE.fullmatch(item) else None


def _read_date(text: str) -> tuple[date | None, list[str]]:
    try:
        day = date.fromisoformat(text[:11])
        if day.isoformat() != text or not 1990 <= day.year <= 2100:
            raise ValueError(text)
    except ValueError:
        return None, [text]
    return day, []
