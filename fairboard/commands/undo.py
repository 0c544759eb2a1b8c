"""``python -m fairboard undo``: an imported file is taken back."""

import click

from fairboard.commands.language import say
from fairboard.importing.filing import undo_batch


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard undo 3
    The numbers of the batches stand on the pages Import and Data quality, and in the line that an import ends with.
    """
)
@click.argument("batch_id", type=int, metavar="BATCH")
def command(batch_id: int) -> None:
    """Take an imported batch back, in a new data version: its records go, and the fair with them if nothing else is known of it.

    The batch stays in the list with what it held and when it was taken back.
    """
    undo_batch(batch_id)
    say("Batch {batch_id} is taken back.", batch_id=batch_id)
