"""The command line of the benchmark."""

import sys
import time
from pathlib import Path

import click

from bench import browser as browsers
from bench import building, data, importing, measure, report, sections
from bench.report import Result
from fairboard.store.sample.season import DEFAULT_POSTINGS
from fairboard.ui.registry import PAGES

SIZES = (DEFAULT_POSTINGS, 1_000_000, 10_000_000)
PARTS = ("browser", "server", "import")
DEFAULT_RUNS = 7
MOST_IMPORTS = 3


@click.command()
@click.option("--postings", "sizes", type=int, multiple=True, default=SIZES, show_default=True, help="Sizes of the sample to measure; may be repeated.")
@click.option("--data", "chosen", type=click.Path(exists=True, file_okay=False, path_type=Path), multiple=True,
              help="Measure the current version of this data folder instead; may be repeated.")
@click.option("--runs", type=click.IntRange(measure.LEAST_RUNS, measure.MOST_RUNS), default=DEFAULT_RUNS, show_default=True, help="Runs behind each median.")
@click.option("--only", type=click.Choice(PARTS), help="Measure one part only.")
@click.option("--page", "pages", multiple=True, type=click.Choice([page.name for page in PAGES]), help="Server times of these pages only.")
@click.option("--write", is_flag=True, help="Write what was measured into its section of docs/performance.md.")
def command(sizes: tuple[int, ...], chosen: tuple[Path, ...], runs: int, only: str | None, pages: tuple[str, ...], write: bool) -> None:
    """Measure how fast the dashboard is, beside a naive page and beside plotly.js alone, and an import of a million rows beside DuckDB's bare reading.

    The samples are built into build/bench the first time (some minutes), then used again.
    """
    started = time.monotonic()
    imports = importing.import_times(min(runs, MOST_IMPORTS), lambda part: click.echo(f"import: {part} ...", err=True)) if only in (None, "import") else {}
    if only == "import":
        click.echo(f"\n{report.machine()}; {time.monotonic() - started:.0f} s in all\n")
        click.echo(report.import_section(imports))
        if write:
            write_sections({"import": report.import_section(imports)})
        return
    folders = {data.count_postings(path): path for path in chosen} or {postings: building.folder_of(postings) for postings in sizes}
    names = pages or tuple(page.name for page in PAGES)
    with browsers.running() as browser:
        browser_version = browser.version
        results = [result(browser, postings, path, runs, only, names) for postings, path in folders.items()]
    click.echo(f"\n{report.machine(browser_version)}; medians of {runs} runs; {time.monotonic() - started:.0f} s in all\n")
    click.echo(report.tables(results))
    if imports:
        click.echo(report.import_section(imports))
    if write:
        written = {"pages": report.pages_section(results, runs, browser_version)}
        write_sections(written | ({"import": report.import_section(imports)} if imports else {}))


def write_sections(texts: dict[str, str]) -> None:
    """Put each section in its place and say so."""
    for name, text in texts.items():
        sections.write(name, text)
    click.echo(f"Written: {', '.join(texts)} in {sections.DOCUMENT.relative_to(data.PROJECT)}")


def result(browser: browsers.Browser, postings: int, folder: Path, runs: int, only: str | None, pages: tuple[str, ...]) -> Result:
    """Measure one size."""

    def tell(part: str) -> None:
        click.echo(f"{postings:,} postings: {part} ...", err=True)

    browser_times = measure.browser_times(browser, folder, runs, tell) if only != "server" else {}
    page_times = {}
    if only != "browser":
        for page in pages:
            tell(f"server, {page}")
            page_times[page] = measure.page_times(folder, page, runs)
    return Result(postings, browser_times, page_times)


if __name__ == "__main__":
    sys.exit(command(prog_name="python -m bench"))
