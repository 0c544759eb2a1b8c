"""``python -m fairboard undo``: an imported file is taken back."""

import click

from fairboard.commands.language import say
from fairboard.importing.filing import undo_batches


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

    A filing that it had replaced is in use again. The batch stays in the list with what it held and when it was taken back.
    """
    restored = undo_batches([batch_id])
    say("Batch {batch_id} is taken back.", batch_id=batch_id)
    if restored:
        say("In use again: batch {batch_ids}.", batch_ids=", ".join(map(str, restored)))
