"""Rows of a list of employers → employers."""

import pandas as pd

from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.place import parse_place, parse_place_in_name
from fairboard.importing.records import column_or_empty, credit_codes, parse_column, plain_text, reject_absent, remove_personal, without

NO_EMPLOYER = "The row has no employer."


def read_employers(texts: pd.DataFrame, mapping: SheetMapping, coverage: dict[str, Coverage]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The employers of a list and its rejected rows."""
    rejected = reject_absent(texts, mapping, {"employer": NO_EMPLOYER})
    texts = remove_personal(without(texts, rejected), coverage)
    is_stated, counts = "place" in texts, Coverage()
    seats = parse_column(
        texts["place" if is_stated else "employer"], parse_place if is_stated else parse_place_in_name, counts, {"region_code": "region_code"}
    )
    coverage["place"] = counts if is_stated else counts.without_unparsed()
    frame = pd.concat([
        plain_text(texts, "employer", "employer", coverage.setdefault("employer", Coverage())),
        credit_codes(texts, coverage),
        plain_text(texts, "size", "size_text", coverage.setdefault("size", Coverage())),
        parse_column(column_or_empty(texts, "ownership"), parse_ownership, coverage.setdefault("ownership", Coverage()), {"ownership": "code"}),
        parse_column(column_or_empty(texts, "industry"), parse_industry, coverage.setdefault("industry", Coverage()),
                     {"industry_section": "section"}),
        seats,
    ], axis="columns")  # fmt: skip
    return frame.assign(source_row=frame.index + 1), rejected
