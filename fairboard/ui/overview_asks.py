"""What Overview asks: the questions of its four charts and of its tiles."""

from fairboard.analysis.runner import Ask
from fairboard.ui import headline
from fairboard.ui.context import Context


def asks(context: Context) -> list[Ask]:
    """All of them; those of the charts come first, in the order sectors, regions, wages, fairs."""
    return [
        context.ask("overview/by_sector", without="sector_codes"),
        context.ask("overview/by_region", without="region_codes"),
        context.ask("overview/wage_bands", without=("wage_at_least_yuan", "wage_at_most_yuan"), wage_basis="floor"),
        context.ask("overview/by_fair", without="fair_ids"),
        *headline.asks(context),
    ]
