"""``python -m fairboard crosswalk``: where the graduates of a discipline look for work, shown or replaced."""

from pathlib import Path

import click

from fairboard.commands.language import language, say
from fairboard.errors import InputFileError
from fairboard.locale import translate
from fairboard.store import crosswalk, crosswalk_file, versions
from fairboard.store.opening import open_reader


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard crosswalk > crosswalk.csv
      python -m fairboard crosswalk crosswalk.csv --note "More software since 2025"
    """
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--note", help="What changed and why, in a few words.")
def command(file: Path | None, note: str | None) -> None:
    """Show the crosswalk from disciplines to sectors as CSV, or put FILE in its place, in a new data version.

    FILE has the columns discipline_code, sector_code, weight and rationale; the weights of a discipline add up to 1. It is checked as a
    whole, and a fault changes nothing. The page Supply and demand counts by the new weights and says which edition it shows.
    """
    if file is None:
        show()
        return
    try:
        with file.open("rb") as opened:
            content = opened.read(crosswalk_file.LARGEST_BYTES + 1)
    except OSError as error:
        raise InputFileError("{name} cannot be read: {reason}", name=file.name, reason=error.strerror) from error
    adopted = crosswalk_file.adopt(content, file.name, note)
    if adopted.is_new:
        say("Crosswalk {edition}, {count} weights, holds from now on.", edition=adopted.edition, count=adopted.row_count)
    else:
        say("Crosswalk {edition} holds already; nothing was changed.", edition=adopted.edition)


def show() -> None:
    """The edition goes to the error stream, so that the table alone goes into a file."""
    con = open_reader(versions.current_version())
    try:
        click.echo(crosswalk_file.as_csv(crosswalk.rows(con)), nl=False)
        edition = crosswalk.edition(con)
    finally:
        con.close()
    click.echo(translate("Crosswalk {edition}", language(), edition=edition), err=True)
