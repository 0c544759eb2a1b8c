"""Questions put once before anybody asks them, so that the first users do not wait longer than those after them.

The first question of each shape (``rollups.Shape``) is slower: its statement is written and parsed, and DuckDB reads the small tables that
answer it from the file.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from threading import Thread

from fairboard.analysis import options, runner
from fairboard.analysis.filters import Filters
from fairboard.errors import FairboardError
from fairboard.locale import LANGUAGES
from fairboard.store import versions
from fairboard.ui import overview_asks
from fairboard.ui.context import Context
from fairboard.ui.registry import PAGES

LISTS = ("region_codes", "sector_codes", "education_levels", "ownerships", "fair_kinds")
WAGE_YUAN = 10_000
MOST_FILTERS = 2


def begin() -> None:
    """Put the questions of the first page in the background; a server that has no version yet says so to its users."""
    Thread(target=_warm_current, name="warming", daemon=True).start()


def _warm_current() -> None:
    with suppress(FairboardError):
        warm(versions.current_version())


def warm(version: Path) -> None:
    """Put the questions of the first page for no filter, and for each filter alone and with one other; their answers are remembered like others."""
    for selection in selections(version):
        context = Context(PAGES[0].name, LANGUAGES[0], "light", version, False, selection)
        for ask in overview_asks.asks(context):
            runner.run(ask.name, ask.filters, version, **ask.parameters)


def selections(version: Path) -> Iterator[Filters]:
    """No filter, then one or two filters, each set to the last value that the version offers."""
    offered = options.of_version(version)
    values = {name: (offered[name][-1].code,) for name in LISTS if offered.get(name)} | {"wage_at_least_yuan": WAGE_YUAN}
    for size in range(MOST_FILTERS + 1):
        for names in combinations(values, size):
            yield Filters(**{name: values[name] for name in names})
