"""``python -m fairboard reclassify``: the rules for sectors, applied again."""

import click

from fairboard.commands.language import say
from fairboard.importing.reclassify import reclassify


@click.command(
    epilog="""
    \b
    After a line was added to data/reference/sector_rules.csv:
      python -m fairboard reclassify
    """
)
def command() -> None:
    """Give every imported posting the sector of the rules as they stand now, in a new data version.

    The rules are in data/reference/sector_rules.csv; the titles that none of them knows stand on the page Data quality.
    """
    result = reclassify()
    say(
        "{changed:,} of {count:,} imported postings have another sector now; {after:,} have none, before {before:,}.",
        changed=result.changed_count,
        count=result.posting_count,
        after=result.unclassified_after,
        before=result.unclassified_before,
    )
