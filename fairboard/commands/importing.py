"""``python -m fairboard import``: the job table of a fair into a new data version."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from fairboard.commands.language import language, say
from fairboard.errors import RequestError
from fairboard.importing.batch import Batch, NewFair, check_name, read_batch, store_batch
from fairboard.importing.parsing.place import find_region
from fairboard.importing.summary import describe_batch
from fairboard.locale import translate

FAIR_KINDS = ("launch", "on_site", "campus", "special", "enterprise", "online")
DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard import jobs.xlsx --dry-run
      python -m fairboard import jobs.xlsx --new-fair "2026年春季招聘会" --host 沈阳 --starts-on 2026-03-25
      python -m fairboard import more.csv --fair 61
    """
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--new-fair", metavar="NAME", help="Add a fair of this name and put the postings into it.")
@click.option("--fair", "fair_id", type=int, metavar="NUMBER", help="Put the postings into this fair.")
@click.option("--name-en", metavar="NAME", help="English name of the new fair; the same as --new-fair unless given.")
@click.option("--kind", type=click.Choice(FAIR_KINDS), default="on_site", show_default=True, help="Kind of the new fair.")
@click.option(
    "--starts-on", type=DAY, metavar="YYYY-MM-DD", help="First day of the new fair; the latest date in the file, else today, unless given."
)
@click.option("--ends-on", type=DAY, metavar="YYYY-MM-DD", help="Last day of the new fair; the first day unless given.")
@click.option("--host", metavar="PLACE", help="Where the new fair is: a region code or a name.")
@click.option("--venue", metavar="NAME", help="Venue of the new fair.")
@click.option("--dry-run", is_flag=True, help="Only say what was understood; store nothing.")
@click.option("--again", is_flag=True, help="Load a file that is in the fair already once more.")
def command(
    file: Path, new_fair: str | None, fair_id: int | None, name_en: str | None, kind: str, starts_on: datetime | None, ends_on: datetime | None,
    host: str | None, venue: str | None, dry_run: bool, again: bool,
) -> None:  # fmt: skip
    """Import the job table of a fair from an XLSX, XLS, CSV or TSV file.

    The header row is found, the columns are recognised by data/reference/headings.csv and by their values, and the cells are
    parsed. Columns with names, telephone numbers or identity numbers are dropped. The result is a new data version; on any error
    the current one stays as it is.
    """
    if not dry_run and (new_fair is None) == (fair_id is None):
        raise RequestError("Say which fair the file belongs to: either --new-fair NAME or --fair NUMBER.")
    for name in (new_fair, name_en):
        if name is not None:
            check_name(name)
    host_code = None if host is None else find_host(host)
    with percent_bar("Reading") as move_on:
        batch = read_batch(file, move_on)
    fair = fair_id if new_fair is None else describe_fair(batch, new_fair, name_en, kind, starts_on, ends_on, host_code, venue)
    for line in describe_batch(batch, language()):
        click.echo(line)
    if dry_run:
        say("Nothing was stored, because of --dry-run.")
        return
    with percent_bar("Storing") as move_on:
        filing = store_batch(batch, fair, is_repeat_allowed=again, progress=move_on)
    say(
        "Stored as batch {batch_id} of fair {fair_id}: {count:,} postings.",
        batch_id=filing.batch_id,
        fair_id=filing.fair_id,
        count=len(batch.postings),
    )


@contextmanager
def percent_bar(label: str) -> Iterator[Callable[[int], None]]:
    """A bar of 100 points on the error stream; what is yielded moves it on."""
    with click.progressbar(length=100, label=translate(label, language()), file=sys.stderr) as bar:
        yield bar.update


def find_host(text: str) -> str:
    """The region code that --host means."""
    code = find_region(text)
    if code is None:
        raise RequestError("{text} is not a place that is known. Give a name such as 沈阳 or a code such as 210100.", text=text[:60])
    return code


def describe_fair(
    batch: Batch,
    name: str,
    name_en: str | None,
    kind: str,
    starts_on: datetime | None,
    ends_on: datetime | None,
    host: str | None,
    venue: str | None,
) -> NewFair:
    """The new fair; its first day is what was given, else the latest date in the file, else today."""
    first = starts_on.date() if starts_on else batch.latest_on or date.today()
    last = ends_on.date() if ends_on else first
    return NewFair(name.strip(), (name_en or name).strip(), kind, first, last, host, venue)
