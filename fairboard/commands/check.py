"""``python -m fairboard check``: whether a data version is consistent."""

import click

from fairboard.commands.language import say
from fairboard.errors import StoreError
from fairboard.store import checks, versions


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard check
      python -m fairboard check 20261124T064300Z-3f2a
    """
)
@click.argument("version_id", required=False)
def command(version_id: str | None) -> None:
    """Check keys, references, counts and the totals of the launch fair in VERSION_ID, or in the current version.

    Every build and every import is checked the same way before it is published.
    """
    path = versions.version_path(version_id) if version_id else versions.current_version()
    con = versions.open_reader(path)
    try:
        faults = checks.find_faults(con)
    finally:
        con.close()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise StoreError("Version {version_id} has {count} faults.", version_id=path.stem, count=len(faults))
    say("Version {version_id} is consistent.", version_id=path.stem)
