"""What the users of the load do: which page each looks at, and which selection each chooses next."""

import csv
import random
from collections.abc import Iterator

from bench.data import PROJECT
from bench.measure import SELECTIONS

POPULAR_SHARE = 0.3
"""Share of changes that go to one of the selections that many look at; they are soon remembered, and stand for links and usual questions."""
MOST_FILTERS = 3
PAGES = ("overview", "sectors", "overview", "wages", "overview", "cities")
"""The page of one user after the other: half of them look at Overview."""


def _codes(name: str, column: str) -> list[str]:
    with (PROJECT / "data" / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


CHOICES: dict[str, list[str]] = {
    "region": [f"21{city:02}00" for city in range(1, 15)],
    "sector": _codes("sectors", "sector_code"),
    "edu": ["associate", "bachelor", "master", "doctor"],
    "wage": [str(yuan) for yuan in range(3000, 20001, 500)],
    "own": ["state", "private", "foreign"],
    "kind": ["campus", "on_site", "special"],
}
WEIGHTS = {"region": 5, "sector": 5, "edu": 2, "wage": 2, "own": 1, "kind": 1}


def selections(chance: random.Random) -> Iterator[dict[str, str]]:
    """One selection after the other: mostly one filter is chosen, changed or cleared; now and then one of the usual selections is opened."""
    now: dict[str, str] = {}
    while True:
        now = dict(chance.choice(SELECTIONS)) if chance.random() < POPULAR_SHARE else _changed(now, chance)
        yield dict(now)


def _changed(now: dict[str, str], chance: random.Random) -> dict[str, str]:
    """``now`` with one filter different."""
    if now and (len(now) >= MOST_FILTERS or chance.random() < 0.25):
        cleared = chance.choice(sorted(now))
        return {name: value for name, value in now.items() if name != cleared}
    name = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    return now | {name: chance.choice([value for value in CHOICES[name] if value != now.get(name)])}
