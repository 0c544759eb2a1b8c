"""Who is told of every question that was answered: the server's metrics. A command or a test has no observer, and nothing is kept."""

from collections.abc import Callable

Observer = Callable[[str, float | None], None]
"""Takes the name of the query and the seconds that DuckDB took, None where the answer was remembered."""

_observers: list[Observer] = []


def observe(observer: Observer) -> None:
    """Tell ``observer`` from now on; one that is told already is not told twice."""
    if observer not in _observers:
        _observers.append(observer)


def answered(query_name: str, seconds: float | None) -> None:
    """Tell all observers that a query was answered, in whatever thread it was asked."""
    for observer in _observers:
        observer(query_name, seconds)
