"""How the cost grows with the records: building, file, memory, and the pages' answers where aggregates cover them and where none does.

    python -m bench.scale --help
"""

import sys
import time
from pathlib import Path

import click

from bench import building, coverage, data, scale_report, sections, servers
from bench.coverage import HARD_SELECTIONS
from bench.measure import FIRST_SELECTION, SELECTIONS
from bench.scale_report import PageCost, Size
from bench.visitor import visiting
from fairboard.ui.registry import PAGES

SIZES = (1_000_000, 10_000_000, 100_000_000)
PAGE_NAMES = tuple(page.name for page in PAGES if page.has_filters)
DEFAULT_RUNS = 7


@click.command()
@click.option("--postings", "sizes", type=int, multiple=True, default=SIZES, show_default=True, help="Sizes to measure; may be repeated.")
@click.option("--data", "chosen", type=click.Path(exists=True, file_okay=False, path_type=Path), multiple=True,
              help="Measure the current version of this data folder instead, and build nothing; may be repeated.")
@click.option("--rebuild", is_flag=True, help="Build again what is there already.")
@click.option("--runs", type=click.IntRange(1, len(SELECTIONS)), default=DEFAULT_RUNS, show_default=True, help="Selections that aggregates may cover, for each page.")
@click.option("--page", "pages", multiple=True, type=click.Choice(PAGE_NAMES), help="These pages only.")
@click.option("--write", is_flag=True, help="Write table, plot and arithmetic into docs/performance.md.")
def command(sizes: tuple[int, ...], chosen: tuple[Path, ...], rebuild: bool, runs: int, pages: tuple[str, ...], write: bool) -> None:
    """Measure how the cost grows with the records: 1, 10 and 100 million postings, and as many rows of attendance.

    The samples are built into build/bench the first time and kept: a hundred million postings take ten to twenty minutes and up to 17 GB of disk
    while they are built. The pages take some four minutes a size. --postings 1000000 alone is done in five minutes.
    """
    started = time.monotonic()
    folders = [*chosen] or [building.folder_of(size, rebuild=rebuild) for size in sizes]
    asked = (*SELECTIONS[:runs], *HARD_SELECTIONS)
    found = [size_of(folder) for folder in folders]
    smallest = folders[found.index(min(found, key=lambda size: size.postings))]
    for page in pages or PAGE_NAMES:
        tell(f"{page}: which selections aggregates cover")
        is_covered = coverage.covered(smallest, page, asked)
        for folder, size in zip(folders, found, strict=True):
            tell(f"{page}: {size.postings:,} postings")
            size.pages[page] = page_cost(folder, page, is_covered, asked)
    found.sort(key=lambda size: size.postings)
    click.echo(f"\n{time.monotonic() - started:.0f} s in all\n\n{scale_report.section(found)}\n\n{scale_report.billion(found)}")
    if write:
        scale_report.draw(found)
        sections.write("scale", scale_report.section(found))
        sections.write("billion", scale_report.billion(found))
        click.echo(f"Written: scale, billion in {sections.DOCUMENT.relative_to(data.PROJECT)}, and {scale_report.PICTURE.relative_to(data.PROJECT)}")


def size_of(folder: Path) -> Size:
    """What a data folder holds; the pages are still to be measured."""
    path = data.current_version(folder)
    counts = data.row_counts(path)
    rollups = {table: count for table, count in counts.items() if table.startswith(("rollup_", "season_"))}
    return Size(counts["postings"], counts["attendance"], path.stat().st_size, building.cost(folder), rollups, {})


def page_cost(folder: Path, page: str, is_covered: list[bool], selections: tuple[coverage.Selection, ...]) -> PageCost:
    """Put ``selections`` one after the other to a fresh server and time each answer."""
    cost = PageCost()
    with servers.running(servers.DASHBOARD, folder) as server, visiting(server.address, page) as visitor:
        visitor.choose(**FIRST_SELECTION)
        for selection, hits in zip(selections, is_covered, strict=True):
            (cost.covered if hits else cost.missed).append(visitor.choose(**selection))
        cost.peak_mb = server.peak_mb()
    return cost


def tell(what: str) -> None:
    """Say on the error stream what is going on."""
    click.echo(f"{what} ...", err=True)


if __name__ == "__main__":
    sys.exit(command(prog_name="python -m bench.scale"))
