"""The list of postings: sorting, paging and searching, held to the same done by hand in Python."""

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters

SORTS = {"wage_min": "wage_min_yuan", "wage_max": "wage_max_yuan", "openings": "openings", "starts_on": "starts_on"}


def page(version, filters=None, **changes):
    chosen = {"search": None, "sort_column": "stored", "is_descending": False, "row_limit": 100, "row_offset": 0} | changes
    return runner.run("records/page", filters or Filters(), version, **chosen).rows()


def everything(version):
    return page(version, row_limit=5_000)


@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("sort", SORTS)
def test_rows_are_sorted_with_what_has_no_value_last(sample_version, sort, is_descending):
    name = SORTS[sort]
    values = [row[name] for row in page(sample_version, sort_column=sort, is_descending=is_descending, row_limit=5_000)]
    held = sorted((row[name] for row in everything(sample_version) if row[name] is not None), reverse=is_descending)
    assert values == held + [None] * (len(values) - len(held))


@pytest.mark.parametrize("sort", ["stored", "employer", "starts_on", "region", "sector", "education", "wage_min", "wage_max", "openings"])
def test_pages_join_without_a_gap_or_a_repeat(sample_version, sort):
    numbers = [row["posting_id"] for start in range(0, 3_000, 700) for row in page(sample_version, sort_column=sort, is_descending=sort != "stored",
                                                                                  row_limit=700, row_offset=start)]
    assert len(numbers) == len(set(numbers)) == 3_000


@pytest.mark.parametrize("search", ["工程师", "C++", "c++", "%", "_", "'", '"', "\\", "' or 1=1 --", "（急", "有限公司", ";drop table postings"])
def test_a_search_finds_the_text_as_it_stands_in_any_case(sample_version, search):
    expected = {
        row["posting_id"] for row in everything(sample_version)
        if search.lower() in row["title"].lower() or search.lower() in row["employer_name"].lower()
    }  # fmt: skip
    assert {row["posting_id"] for row in page(sample_version, search=search, row_limit=5_000)} == expected
    assert runner.run("records/count", Filters(), sample_version, search=search).rows()[0]["postings"] == len(expected)


@pytest.mark.parametrize("filters", [Filters(), Filters(region_codes=("210100",)), Filters(sector_codes=("mechanical",), wage_at_least_yuan=8000)])
def test_the_total_from_the_rollups_is_the_count_of_the_rows(sample_version, filters):
    total = runner.run("records/total", filters, sample_version).rows()[0]
    counted = runner.run("records/count", filters, sample_version, search=None).rows()[0]
    assert total == {name: counted[name] for name in total}
    assert total["postings"] == len(page(sample_version, filters, row_limit=5_000))
