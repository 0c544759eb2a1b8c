"""The rules for sectors, edited by an official, applied again to every imported posting."""

from dataclasses import dataclass

import pandas as pd

from fairboard.importing.sectors import UNCLASSIFIED, classify_postings, refresh_rules
from fairboard.store import writing


@dataclass(frozen=True)
class Reclassified:
    """How many imported postings there are, how many got another sector, and how many have none before and after."""

    posting_count: int
    changed_count: int
    unclassified_before: int
    unclassified_after: int


def reclassify() -> Reclassified:
    """Give every imported posting the sector of the rules as they stand now, in a new version."""
    refresh_rules()
    with writing.new_version(origin="reclassify") as con:
        rows = writing.read_classified(con)
        texts = pd.DataFrame(rows, columns=["title", "major_text", "employer", "sector_code", "postings"])
        found = classify_postings(texts["title"], texts["major_text"].fillna(""), texts["employer"])
        changed = writing.write_sectors(con, texts.assign(new_code=found))
    counts = texts["postings"]
    return Reclassified(
        int(counts.sum()), changed, int(counts[texts["sector_code"] == UNCLASSIFIED].sum()), int(counts[(found == UNCLASSIFIED).to_numpy()].sum())
    )
