"""``python -m fairboard lake``: the records as Parquet files, for those that outgrow one machine."""

import click

from fairboard.commands.language import language, say
from fairboard.commands.progress import progress_bar
from fairboard.locale import translate
from fairboard.store import versions
from fairboard.store.lake import address, exporting, reading


@click.group(
    epilog="""
    \b
    Examples:
      python -m fairboard lake export --to /mnt/fairs
      python -m fairboard lake export --to hdfs://namenode:8020/fairs
      python -m fairboard build --engine spark --lake hdfs://namenode:8020/fairs --master yarn
    """
)
def command() -> None:
    """Records as Parquet files, parted by fair, in a folder, in HDFS or in S3; "build --engine spark" makes a data version of them.

    Who needs it and how it is laid out stands in docs/spark.md.
    """


@command.command("export")
@click.option("--to", "uri", required=True, metavar="URI", help="Empty or new folder: a path, hdfs://host:port/path or s3://bucket/path.")
@click.option("--version", "version_id", metavar="ID", help="Data version; the current one unless given.")
def export_command(uri: str, version_id: str | None) -> None:
    """Write every record of a data version into a lake, in bounded memory."""
    lake = address.parse(uri)
    path = versions.version_path(version_id) if version_id else versions.current_version()
    with progress_bar(translate("Writing", language()), exporting.posting_count(path)) as move_on:
        counts = exporting.export(path, lake, move_on)
    say("{postings:,} postings and {attendance:,} counts of attendance are in {uri}.", postings=counts["postings"], attendance=counts["attendance"], uri=lake.uri)


@command.command("check")
@click.option("--version", "version_id", metavar="ID", help="Data version; the current one unless given.")
def check_command(version_id: str | None) -> None:
    """Say whether the lake of a data version is there and is as it was when the version was built."""
    path = versions.version_path(version_id) if version_id else versions.current_version()
    lake = reading.inspect(path)
    if lake is None:
        say("Version {version_id} has its records in itself and reads from no lake.", version_id=path.stem)
    else:
        say("The lake {uri} is there and as it was when version {version_id} was built.", uri=lake.uri, version_id=path.stem)
