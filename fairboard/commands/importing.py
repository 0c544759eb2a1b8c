"""``python -m fairboard import``: a file, or a folder of files, into a new data version."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace as replace_fields
from datetime import date, datetime
from pathlib import Path

import click

from fairboard.commands.language import language, say
from fairboard.errors import FairboardError, RequestError
from fairboard.importing.batch import read_intake
from fairboard.importing.filing import NewFair, check_name, store_intake
from fairboard.importing.folder import Choices, Outcome, exit_code, find_files, read_folder, store_folder
from fairboard.importing.inspection import find_findings, summary_of
from fairboard.importing.kinds import KINDS
from fairboard.importing.parsing.place import find_region
from fairboard.importing.report import failure_report, intake_report
from fairboard.importing.return_file import write_return_file
from fairboard.importing.summary import describe_intake
from fairboard.locale import explain, translate

FAIR_KINDS = ("launch", "on_site", "campus", "special", "enterprise", "online")
DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard import jobs.xlsx --dry-run
      python -m fairboard import jobs.xlsx --new-fair "2026年春季招聘会" --host 沈阳 --starts-on 2026-03-25
      python -m fairboard import folder --fair 61 --replace --report report.json
      python -m fairboard import agreements.xlsx --no-fair
    """
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--new-fair", metavar="NAME", help="Add a fair of this name and put the records into it.")
@click.option("--fair", "fair_id", type=int, metavar="NUMBER", help="Put the records into this fair.")
@click.option("--no-fair", is_flag=True, help="The file belongs to no fair: a list of agreements or employers.")
@click.option("--name-en", metavar="NAME", help="English name of the new fair; the same as --new-fair unless given.")
@click.option("--kind", type=click.Choice(FAIR_KINDS), default="on_site", show_default=True, help="Kind of the new fair.")
@click.option(
    "--starts-on", type=DAY, metavar="YYYY-MM-DD", help="First day of the new fair; the latest date in the file, else today, unless given."
)
@click.option("--ends-on", type=DAY, metavar="YYYY-MM-DD", help="Last day of the new fair; the first day unless given.")
@click.option("--host", metavar="PLACE", help="Where the new fair is: a region code or a name.")
@click.option("--venue", metavar="NAME", help="Venue of the new fair.")
@click.option("--filings-due-on", type=DAY, metavar="YYYY-MM-DD", help="Last day on which offices file in time; seven days after the new fair unless given.")
@click.option("--office", metavar="PLACE", help="Office that sent the file: a region. That of the file's or folder's name unless given.")
@click.option("--table", "table_kind", type=click.Choice(list(KINDS)), help="What the file holds; found out unless given.")
@click.option("--replace", is_flag=True, help="The office's earlier filing for the same fair gives way.")
@click.option("--accept-proposals", is_flag=True, help="Take what is proposed for columns that are not sure, instead of asking.")
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="A value for every row where no column gives the field: university=东北大学.")
@click.option("--dry-run", is_flag=True, help="Only say what was understood; store nothing.")
@click.option("--again", is_flag=True, help="Load a file that is in the fair already once more.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write what happened as JSON.")
@click.option("--return-files", "return_folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="Write for each file a workbook for its sender: the file with marks and comments where something is wrong.")
def command(
    path: Path, new_fair: str | None, fair_id: int | None, no_fair: bool, name_en: str | None, kind: str, starts_on: datetime | None,
    ends_on: datetime | None, host: str | None, venue: str | None, filings_due_on: datetime | None, office: str | None,
    table_kind: str | None, replace: bool,
    accept_proposals: bool, given: tuple[str, ...], dry_run: bool, again: bool, report: Path | None, return_folder: Path | None,
) -> None:  # fmt: skip
    """Import a file, or every file of a folder: XLSX, XLS, CSV, TSV, JSON or JSON lines.

    Job tables, attendance, employers, agreements and live broadcasts are told apart; the header is found, the columns are recognised
    by mappings saved on the page Import, by data/reference/headings.csv and by their values. Columns with names, telephone numbers
    or identity numbers are dropped. The result is one new data version; on any error the current one stays as it is.

    The command ends with 0 when every file went in, 2 for a wrong use, 3 when a file was refused, 4 for trouble with the data folder,
    and 6 when a file only waits for an answer.
    """
    if not dry_run and [new_fair is not None, fair_id is not None, no_fair].count(True) != 1:
        raise RequestError("Say which fair the file belongs to: either --new-fair NAME or --fair NUMBER.")
    for name in (new_fair, name_en):
        if name is not None:
            check_name(name)
    host_code, office_code = (None if text is None else find_place(text) for text in (host, office))
    fair: NewFair | int | None = fair_id
    if new_fair is not None:
        fair = describe_fair(new_fair, name_en, kind, starts_on, ends_on, host_code, venue, filings_due_on)
    choices = Choices(fair, table_kind, office_code, accept_proposals, replace, again, read_constants(given))
    outcomes = list(import_folder(path, choices, is_dry_run=dry_run)) if path.is_dir() else []
    outcomes = outcomes or [import_file(path, choices, is_dry_run=dry_run, is_day_given=starts_on is not None)]
    if report is not None:
        write_report(report, outcomes)
    if return_folder is not None:
        write_return_files(return_folder, outcomes)
    if code := exit_code(outcomes):
        error = outcomes[0].error
        if len(outcomes) == 1 and error is not None:
            raise error
        sys.exit(code)


def import_file(path: Path, choices: Choices, *, is_dry_run: bool, is_day_given: bool) -> Outcome:
    """One file; what it could not be read for is in the outcome."""
    office = choices.office_of(path)
    try:
        with percent_bar("Reading") as move_on:
            intake = read_intake(path, kind=choices.kind, is_answered=choices.is_answered, constants=choices.constants, progress=move_on)
        office = choices.office_of(path, intake)
        for line in describe_intake(intake, language()):
            click.echo(line)
        if is_dry_run:
            say("Nothing was stored, because of --dry-run.")
            return Outcome(path, office, intake)
        fair = choices.fair
        if isinstance(fair, NewFair) and not is_day_given and intake.first_day:
            fair = move_fair(fair, intake.first_day)
        with percent_bar("Storing") as move_on:
            filing = store_intake(intake, fair, office=office, is_replacing=choices.is_replacing and office is not None,
                                  is_repeat_allowed=choices.is_repeat_allowed, progress=move_on)  # fmt: skip
    except FairboardError as error:
        return Outcome(path, office, error=error)
    tell_stored(Outcome(path, office, intake, filing))
    return Outcome(path, office, intake, filing)


def import_folder(path: Path, choices: Choices, *, is_dry_run: bool) -> list[Outcome]:
    """Every file of a folder; one line each."""
    outcomes = []
    paths = find_files(path)
    for outcome in read_folder(paths, choices) if is_dry_run else store_folder(paths, choices):
        outcomes.append(outcome)
        if outcome.error:
            click.echo(f"✗ {outcome.path.relative_to(path)}: {explain(outcome.error, language())}")
        elif outcome.filing:
            click.echo(f"✓ {outcome.path.relative_to(path)}")
            tell_stored(outcome)
        else:
            click.echo(f"✓ {outcome.path.relative_to(path)}")
            for line in describe_intake(outcome.intake, language()):
                click.echo(f"    {line}" if line else "")
    good = sum(1 for outcome in outcomes if not outcome.error)
    say("{good:,} of {count:,} files went in." if not is_dry_run else "{good:,} of {count:,} files could go in; nothing was stored, because of --dry-run.",
        good=good, count=len(outcomes))  # fmt: skip
    return outcomes


def tell_stored(outcome: Outcome) -> None:
    """One line for each batch that was stored."""
    for batch_id, batch in zip(outcome.filing.batch_ids, outcome.intake.batches, strict=True):
        if outcome.filing.fair_id is None:
            say("Stored as batch {batch_id}: {count:,} rows, {kind}.", batch_id=batch_id, count=batch.loaded_count,
                kind=translate(KINDS[batch.kind].label, language()))  # fmt: skip
        else:
            say("Stored as batch {batch_id} of fair {fair_id}: {count:,} rows, {kind}.", batch_id=batch_id, fair_id=outcome.filing.fair_id,
                count=batch.loaded_count, kind=translate(KINDS[batch.kind].label, language()))  # fmt: skip
    if outcome.filing.replaced_ids:
        say("It takes the place of batch {batch_ids}.", batch_ids=", ".join(map(str, outcome.filing.replaced_ids)))


def write_report(target: Path, outcomes: list[Outcome]) -> None:
    """What happened, as JSON."""
    files = [
        failure_report(outcome.path.name, outcome.error)
        if outcome.error
        else intake_report(outcome.intake, office=outcome.office, filing=outcome.filing)
        for outcome in outcomes
    ]
    try:
        target.write_text(json.dumps({"files": files}, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        raise RequestError("The report {path} cannot be written: {reason}.", path=target, reason=error.strerror or error) from error


def write_return_files(folder: Path, outcomes: list[Outcome]) -> None:
    """A workbook for the sender of each file that was read and has something to be said about."""
    for number, outcome in enumerate(outcomes, start=1):
        findings = find_findings(outcome.intake) if outcome.intake else []
        if findings:
            target = folder / f"{number:03d}-{outcome.path.stem}.xlsx"
            try:
                folder.mkdir(parents=True, exist_ok=True)
                target.write_bytes(write_return_file(outcome.path, findings, summary_of(outcome.intake), language()))
            except OSError as error:
                raise RequestError("The return file {path} cannot be written: {reason}.", path=target, reason=error.strerror or error) from error
            say("Written: {file}", file=target)


def read_constants(given: tuple[str, ...]) -> dict[str, str]:
    """The values of --set by field."""
    known = {field.name for kind in KINDS.values() for field in kind.fields}
    constants = dict(text.partition("=")[::2] for text in given)
    for name, value in constants.items():
        if name not in known or not value.strip():
            raise RequestError("--set {name} is not understood. Give FIELD=VALUE with one of the fields {fields}.", name=name[:60], fields=", ".join(sorted(known)))
    return constants


@contextmanager
def percent_bar(label: str) -> Iterator[Callable[[int], None]]:
    """A bar of 100 points on the error stream; what is yielded moves it on."""
    with click.progressbar(length=100, label=translate(label, language()), file=sys.stderr) as bar:
        yield bar.update


def find_place(text: str) -> str:
    """The region code that --host or --office means."""
    code = find_region(text)
    if code is None:
        raise RequestError("{text} is not a place that is known. Give a name such as 沈阳 or a code such as 210100.", text=text[:60])
    return code


def describe_fair(
    name: str, name_en: str | None, kind: str, starts_on: datetime | None, ends_on: datetime | None, host: str | None, venue: str | None,
    filings_due_on: datetime | None,
) -> NewFair:
    """The new fair; its first day is what was given, else today until the file names one."""
    first = starts_on.date() if starts_on else ends_on.date() if ends_on else date.today()
    last = ends_on.date() if ends_on else first
    return NewFair(name.strip(), (name_en or name).strip(), kind, first, last, host, venue, filings_due_on.date() if filings_due_on else None)


def move_fair(fair: NewFair, first: date) -> NewFair:
    """The fair on the latest day that the file names; a last day that was given stays unless it would come before."""
    last = fair.ends_on if fair.ends_on != fair.starts_on and fair.ends_on >= first else first
    return replace_fields(fair, starts_on=first, ends_on=last)
