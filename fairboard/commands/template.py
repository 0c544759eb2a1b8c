"""``python -m fairboard template``: workbooks that an office fills in."""

from pathlib import Path

import click

from fairboard.commands.language import language, say
from fairboard.errors import RequestError, StoreError
from fairboard.importing.kinds import KINDS
from fairboard.importing.templates import file_name, write_template
from fairboard.locale import LANGUAGES


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard template
      python -m fairboard template --kind postings --language en --out templates
    """
)
@click.option("--kind", "kinds", type=click.Choice(tuple(KINDS)), multiple=True, help="Kind of table; all of them unless given.")
@click.option(
    "--language",
    "file_language",
    type=click.Choice(LANGUAGES),
    help="Language of the headings and lists; that of the messages unless given.",
)
@click.option(
    "--out", "folder", type=click.Path(path_type=Path), default=Path(), help="Folder for the files, the current one unless given."
)
@click.option("--force", is_flag=True, help="Replace files that are there.")
def command(kinds: tuple[str, ...], file_language: str | None, folder: Path, force: bool) -> None:
    """Write a workbook for each kind of table, with drop-down lists and an explanation of every column, for an office to fill in."""
    chosen = file_language or language()
    for name in kinds or KINDS:
        target = folder / file_name(KINDS[name], chosen)
        if target.exists() and not force:
            raise RequestError("{file} is there already. Give another folder, or --force to replace it.", file=target)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_template(KINDS[name], chosen))
        except OSError as error:
            raise StoreError(
                "{file} could not be written: {reason}.", file=target, reason=error.strerror or type(error).__name__
            ) from error
        say("Written: {file}", file=target)
