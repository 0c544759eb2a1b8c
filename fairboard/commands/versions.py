"""``python -m fairboard versions``: list the data versions, choose one, go back, keep one for good."""

import click

from fairboard.commands.language import language, say
from fairboard.locale import explain, translate
from fairboard.store import upgrade, versions


@click.group(
    epilog="""
    \b
    Examples:
      python -m fairboard versions list
      python -m fairboard versions use 20261124T064300Z-3f2a
      python -m fairboard versions undo
    """
)
def command() -> None:
    """List the data versions, choose the current one, go back to the one before.

    A build or an import makes a new version and never changes an old one. A running dashboard shows the chosen version on its next
    interaction.
    """


@command.command("list")
def list_command() -> None:
    """Show every version, the newest first; * marks the current one."""
    found = versions.list_versions()
    for version in found:
        click.echo(describe(version))
    if not found:
        say("There is no data version yet in {folder}. `python -m fairboard build` makes one.", folder=versions.data_folder())


def describe(version: versions.Version) -> str:
    """One line about a version."""
    line = f"{'*' if version.is_current else ' '} {version.version_id}  {version.size_bytes / 1e6:9,.1f} MB"
    if version.problem:
        return f"{line}  {explain(version.problem, language())}"
    parts = [translate(version.origin or "unknown origin", language())]
    if version.parent_version_id:
        parts.append(translate("made from {version_id}", language(), version_id=version.parent_version_id))
    if version.is_pinned:
        parts.append(translate("pinned", language()))
    return f"{line}  {', '.join(parts)}"


@command.command("use")
@click.argument("version_id")
def use_command(version_id: str) -> None:
    """Make VERSION_ID the current version."""
    path = versions.use_version(version_id)
    say("The current version is now {version_id}.", version_id=path.stem)


@command.command("undo")
def undo_command() -> None:
    """Go back to the version from which the current one was made; nothing is deleted."""
    path = versions.undo()
    say("The current version is now {version_id}.", version_id=path.stem)


@command.command("upgrade")
def upgrade_command() -> None:
    """Bring the current version up to the schema of this program, as a new version; the older file stays."""
    path = upgrade.upgrade()
    if path is None:
        say("The current version is up to date.")
    else:
        say("The current version is now {version_id}.", version_id=path.stem)


@command.command("pin")
@click.argument("version_id")
@click.option("--off", is_flag=True, help="Stop keeping it.")
def pin_command(version_id: str, off: bool) -> None:
    """Keep VERSION_ID for good, for example for a briefing; others make room after ten newer ones."""
    versions.pin_version(version_id, is_pinned=not off)
    if off:
        say("Version {version_id} makes room again when newer ones come.", version_id=version_id)
    else:
        say("Version {version_id} is kept for good.", version_id=version_id)
