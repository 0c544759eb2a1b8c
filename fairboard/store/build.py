"""Building a version from nothing: tables, reference lists, published figures and the sample season."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from fairboard.store import derived, schema, versions
from fairboard.store.opening import open_writer
from fairboard.store.sample.season import DEFAULT_POSTINGS, Report, check_posting_count, fill_season

Stage = Callable[[str], None]
STAGES = ("records", "derived", "checks")
"""What a build does, in this order: the records themselves, what is made from them, and whether all of it is consistent."""


def build_sample(
    posting_count: int = DEFAULT_POSTINGS,
    report: Report = lambda _: None,
    begin: Stage = lambda _: None,
    add_records: Callable[[duckdb.DuckDBPyConnection], None] = lambda _: None,
) -> Path:
    """Build and publish a version with the sample; returns its file.

    ``report`` is told of each portion of postings, ``begin`` of each of ``STAGES``; ``add_records`` may add to the records of the
    sample before anything is made from them.

    Committed fair by fair rather than in one transaction, so that a hundred million postings need no more memory than a thousand;
    it is the draft as a whole that appears or does not.
    """
    check_posting_count(posting_count)
    with versions.writing(continues=False) as draft:
        con = open_writer(draft.path)
        try:
            begin("records")
            schema.create_tables(con)
            schema.load_reference_lists(con)
            fill_season(con, posting_count, report)
            schema.load_published_figures(con)
            add_records(con)
            begin("derived")
            derived.build(con)
            schema.write_info(con, origin="build", sample_postings=posting_count, **draft.facts())
            con.execute("checkpoint")
        finally:
            con.close()
        begin("checks")
    return versions.version_path(draft.version_id)
