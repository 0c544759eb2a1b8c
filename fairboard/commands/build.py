"""``python -m fairboard build``: a data version with the sample season."""

import time

import click

from fairboard.commands.language import language, say
from fairboard.commands.progress import progress_bar
from fairboard.errors import StoreError
from fairboard.locale import explain, translate
from fairboard.store import build, upgrade, versions
from fairboard.store.sample.season import DEFAULT_POSTINGS, check_posting_count


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard build
      python -m fairboard build --postings 10000000
      python -m fairboard build --if-missing
    """
)
@click.option(
    "--postings", type=int, default=DEFAULT_POSTINGS, show_default=True, help="How many postings the sample has, up to 100,000,000."
)
@click.option("--if-missing", is_flag=True, help="Do nothing when there is a data version already.")
def command(postings: int, if_missing: bool) -> None:
    """Build a data version with the synthetic sample season and make it the current one.

    The launch fair has the published totals however large the sample is; the other fairs grow. Imported fairs are not carried over:
    they stay in the earlier versions, see "versions list" and "versions undo".
    """
    if if_missing and any(versions.list_versions()):
        upgrade_current()
        return
    check_posting_count(postings)
    started = time.monotonic()
    with progress_bar(translate("Building the sample", language()), postings) as move_on:
        path = build.build_sample(postings, move_on)
    say(
        "Version {version_id} is ready: {count:,} postings, {size_mb:.0f} MB, {seconds:.0f} s.",
        version_id=path.stem,
        count=postings,
        size_mb=path.stat().st_size / 1e6,
        seconds=time.monotonic() - started,
    )


def upgrade_current() -> None:
    """Bring an older current version up to date; one that cannot be read is left for the dashboard to explain."""
    try:
        path = upgrade.upgrade()
    except StoreError as error:
        click.echo(explain(error, language()), err=True)
        return
    if path is not None:
        say("The records were brought up to date: the current version is now {version_id}.", version_id=path.stem)
