"""``make bench-peers``, or ``python -m bench.peers``: the same six charts in other tools, side by side."""

import sys
import time
from pathlib import Path

import click

from bench import browser as browsers
from bench import building, data, sections
from bench.peers import install, report
from bench.peers.measure import MOST_RUNS, PEERS, click_times

DEFAULT_POSTINGS, DEFAULT_RUNS = 1_000_000, 9
NAMES = tuple(peer.name for peer in PEERS)


@click.command()
@click.option("--postings", "sizes", type=int, multiple=True, help=f"Sizes of the sample to measure; may be repeated.  [default: {DEFAULT_POSTINGS}]")
@click.option("--data", "chosen", type=click.Path(exists=True, file_okay=False, path_type=Path), multiple=True,
              help="Measure the current version of this data folder instead; may be repeated.")
@click.option("--runs", type=click.IntRange(1, MOST_RUNS), default=DEFAULT_RUNS, show_default=True, help="Clicks behind each median.")
@click.option("--only", "names", type=click.Choice(NAMES), multiple=True, help="Measure these pages only; may be repeated.")
@click.option("--write", is_flag=True, help="Write the section of docs/performance.md.")
def command(sizes: tuple[int, ...], chosen: tuple[Path, ...], runs: int, names: tuple[str, ...], write: bool) -> None:
    """Click a region on six charts in Dash, Panel, Mosaic, plain Streamlit and Fairboard, and say how long each takes to paint.

    The other tools are installed into build/peers the first time, and from then on nothing is fetched from outside this machine.
    """
    started = time.monotonic()
    install.everything(lambda what: click.echo(what, err=True))
    folders = {data.count_postings(path): path.resolve() for path in chosen}
    folders |= {postings: building.folder_of(postings) for postings in sizes or (() if chosen else (DEFAULT_POSTINGS,))}
    results = {}
    with browsers.running() as browser:
        version = browser.version
        for postings, folder in folders.items():
            results[postings] = click_times(browser, folder, runs, names or NAMES, lambda what: click.echo(what, err=True))
    for postings, times in results.items():
        click.echo(f"\n{postings:,} postings; medians of {runs} clicks; {time.monotonic() - started:.0f} s in all\n\n{report.comparison(times)}\n{report.failures(times)}")
    if write:
        sections.write("peers", report.section(results, runs, version))
        click.echo("Written: the section in docs/performance.md")


if __name__ == "__main__":
    sys.exit(command(prog_name="python -m bench.peers"))
