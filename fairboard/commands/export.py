"""``python -m fairboard export``: postings, or the rows of any question, to a file."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import click

from fairboard.analysis.filters import URL_KEYS
from fairboard.commands.language import language, say
from fairboard.commands.progress import progress_bar
from fairboard.errors import RequestError, StoreError
from fairboard.exports import files, request, rows
from fairboard.locale import translate

HELP = {
    "fair_ids": "Number of a fair.", "fair_kinds": "launch, on_site, campus, special, enterprise or online.", "start_on": "First day, YYYY-MM-DD.",
    "end_on": "Last day, YYYY-MM-DD.", "region_codes": "Code of a region, such as 210100.", "sector_codes": "Code of a sector, such as mechanical.",
    "education_levels": "Level of education, such as bachelor.", "wage_at_least_yuan": "Lower end of the wage at least, yuan a month.",
    "wage_at_most_yuan": "Lower end of the wage at most, yuan a month.",
    "ownerships": "state, private, foreign, institution, government, other or unknown.", "university_codes": "Five-digit code of a university.",
    "record_kinds": "recorded, published or synthetic; recorded if there are any, unless given.",
}


def filter_options(function: Callable) -> Callable:
    """An option for each filter, under its name in the URL; several values are joined by a full stop or given one by one."""
    for name, key in reversed(URL_KEYS.items()):
        function = click.option(f"--{key}", f"filter_{key}", multiple=True, metavar="VALUE", help=HELP[name])(function)
    return function


@click.command(
    epilog="""
    \b
    Examples:
      python -m fairboard export records --format parquet --out postings.parquet
      python -m fairboard export records --format xlsx --out shenyang.xlsx --region 210100 --sector mechanical
      python -m fairboard export records --out postings.zip --search 工程师
      python -m fairboard export overview/by_sector --format csv --out sectors.csv --url-filters "region=210100.210200&wage=10000"
      python -m fairboard export overview/wage_bands --format xlsx --out wages.xlsx --param wage_basis=floor
    """
)
@click.argument("question", metavar="QUERY|records")
@click.option("--format", "ending", type=click.Choice(request.ENDINGS), help="Format of the file; by the ending of --out unless given.")
@click.option("--out", "out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.option("--url-filters", metavar="TEXT", default="", help="Filters as they stand in the address of a page.")
@click.option("--search", metavar="TEXT", help="Part of a title or an employer; for records.")
@click.option("--param", "own", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@click.option("--version", "version_id", metavar="ID", help="Data version; the current one unless given.")
@filter_options
def command(question: str, ending: str | None, out: Path, force: bool, url_filters: str, search: str | None, own: tuple[str, ...],
            version_id: str | None, **filters: tuple[str, ...]) -> None:
    """Write all postings that match (QUERY is "records") or the rows of a question under queries/ to a CSV, XLSX or Parquet file.

    XLSX and Parquet carry definitions, selection and version inside. A CSV carries kind of record and version in its last columns; with
    an --out that ends in .zip it comes with a text of definitions.
    """
    check_target(out, force)
    url = address(url_filters, filters, search, own) | {"lang": language()} | ({"v": version_id} if version_id else {})
    suffix = out.suffix[1:].lower()
    wants_zip = suffix == "zip" and ending in (None, "csv")
    export = request.from_url(f"{question}.{ending or ('csv' if wants_zip else suffix)}", url | ({"with": "definitions"} if wants_zip else {}))
    row_count = write(export, out)
    say("{count:,} rows in {file}, version {version_id}.", count=row_count, file=out, version_id=export.version.stem)


def check_target(out: Path, force: bool) -> None:
    """Raise where the file cannot or should not be written."""
    if out.is_dir():
        raise RequestError("{file} is a folder. Give the name of a file.", file=out)
    if out.exists() and not force:
        raise RequestError("{file} is there already. Give another name, or --force to replace it.", file=out)
    if not out.parent.is_dir():
        raise RequestError("There is no folder {folder}.", folder=out.parent)


def address(url_filters: str, filters: dict[str, tuple[str, ...]], search: str | None, own: tuple[str, ...]) -> dict[str, str]:
    """What the options say, as the parameters of an address."""
    try:
        url = dict(parse_qsl(url_filters.lstrip("?"), strict_parsing=True)) if url_filters else {}
    except ValueError:
        raise RequestError("{text} are not filters; an example: region=210100&sector=mechanical", text=url_filters[:60]) from None
    if unknown := sorted(url.keys() - set(URL_KEYS.values()) - {"lang", "v", "q"}):
        raise RequestError("There is no filter {name}; there are {names}.", name=unknown[0][:40], names=", ".join(URL_KEYS.values()))
    found = {key: value for key, value in url.items() if key in URL_KEYS.values()}
    found |= {key.removeprefix("filter_"): ".".join(values) for key, values in filters.items() if values}
    if search or url.get("q"):
        found["p_search"] = search or url["q"]
    for text in own:
        name, is_pair, value = text.partition("=")
        if not is_pair:
            raise RequestError("{text} is not of the form NAME=VALUE.", text=text[:60])
        found[f"p_{name}"] = value
    return found


def write(export: request.Export, out: Path) -> int:
    """Write beside the file and put it in place when it is whole; an error leaves what was there."""
    expected = rows.expected_rows(export)
    try:
        with tempfile.TemporaryDirectory(prefix=".fairboard-", dir=out.parent) as folder:
            draft = Path(folder) / f"export.{export.file_name.rpartition('.')[2]}"
            row_count = _with_bar(export, draft, expected) if expected else files.write(export, draft)
            os.replace(draft, out)
    except OSError as error:
        raise StoreError("{file} could not be written: {reason}.", file=out, reason=error.strerror or type(error).__name__) from error
    return row_count


def _with_bar(export: request.Export, draft: Path, expected: int) -> Any:
    with progress_bar(translate("Writing", language()), expected) as move_on:
        return files.write(export, draft, move_on)
