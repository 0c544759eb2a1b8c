"""``python -m fairboard build``: a data version with the sample season, or of the records in a lake."""

import time

import click

from fairboard.commands.language import language, say
from fairboard.commands.progress import progress_bar
from fairboard.errors import RequestError, StoreError
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
      python -m fairboard build --engine spark --lake s3://bucket/fairs --master spark://head:7077
    """
)
@click.option(
    "--postings", type=int, default=DEFAULT_POSTINGS, show_default=True, help="How many postings the sample has, up to 100,000,000."
)
@click.option("--if-missing", is_flag=True, help="Do nothing when there is a data version already.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True, help="What makes the aggregates; Spark reads from a lake.")
@click.option("--lake", "lake_uri", metavar="URI", help="Build from the records in a lake: a folder, hdfs://… or s3://….")
@click.option("--master", metavar="URL", default="local[*]", show_default=True, help="Master of Spark: spark://host:7077, yarn, k8s://… or local[*].")
@click.option("--scratch", metavar="URI", help="Empty folder that this machine and Spark's can write to; one within the lake unless given.")
@click.option("--conf", "settings", multiple=True, metavar="NAME=VALUE", help="A setting of Spark, such as spark.executor.memory=4g.")
def command(postings: int, if_missing: bool, engine: str, lake_uri: str | None, master: str, scratch: str | None, settings: tuple[str, ...]) -> None:
    """Build a data version with the synthetic sample season, or from a lake, and make it the current one.

    The launch fair has the published totals however large the sample is; the other fairs grow. Imported fairs are not carried over:
    they stay in the earlier versions, see "versions list" and "versions undo".

    With a lake, the aggregates are made of its records, by Spark on as many machines as it has, and single postings are read from the lake
    when they are asked for; see docs/spark.md.
    """
    if engine == "spark" or lake_uri:
        build_from_lake(engine, lake_uri, master, scratch, settings)
        return
    if if_missing and any(versions.list_versions()):
        upgrade_current()
        return
    check_posting_count(postings)
    started = time.monotonic()
    with progress_bar(translate("Building the sample", language()), postings) as move_on:
        path = build.build_sample(postings, move_on, tell_stage)
    say(
        "Version {version_id} is ready: {count:,} postings, {size_mb:.0f} MB, {seconds:.0f} s.",
        version_id=path.stem,
        count=postings,
        size_mb=path.stat().st_size / 1e6,
        seconds=time.monotonic() - started,
    )


def tell_stage(stage: str) -> None:
    """Say on the error stream what comes after the records, which have the bar."""
    texts = {"derived": translate("Making the aggregates", language()), "checks": translate("Checking the version", language())}
    if stage in texts:
        click.echo(f"\n{texts[stage]} ...", err=True, nl=False)


def build_from_lake(engine: str, lake_uri: str | None, master: str, scratch: str | None, settings: tuple[str, ...]) -> None:
    """Build a version from a lake, with Spark or with DuckDB alone."""
    if not lake_uri:
        raise RequestError("Spark reads its records from a lake: give --lake URI. `python -m fairboard lake export` writes one.")
    from fairboard.store.lake import address, building
    from fairboard.store.spark.session import parse_settings

    lake = address.parse(lake_uri)
    maker = building.with_duckdb
    if engine == "spark":
        maker = building.SparkEngine(master, parse_settings(settings), address.parse(scratch) if scratch else None)
    started = time.monotonic()
    with progress_bar(translate("Making the aggregates", language()), building.rollup_count()) as move_on:
        path = building.build(lake, maker, move_on)
    say(
        "Version {version_id} is ready: aggregates of {uri}, {size_mb:.0f} MB, {seconds:.0f} s.",
        version_id=path.stem,
        uri=lake.uri,
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
