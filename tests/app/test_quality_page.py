"""The page Data quality: before anything was imported, and on a season whose filings and faults are known."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fairboard.analysis import runner
from fairboard.analysis.filters import Filters
from fairboard.locale import LANGUAGES, translate
from fairboard.ui import quality_filings, quality_panels, quality_view
from tests.app import filed_season
from tests.app.conftest import new_session
from tests.app.test_pages import latin_words
from tests.conftest import data_in

TODAY = date(2026, 5, 10)
FAIRS = {"甲": "春季招聘会甲", "乙": "春季招聘会乙", "丙": "春季招聘会丙"}


@pytest.fixture(scope="module")
def season_path(small_sample: Callable[[], Path]) -> Path:
    """The version with the small sample and the filed season on top of it."""
    with data_in(small_sample()):
        return filed_season.write()


@pytest.fixture
def season(season_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That version, which is the current one of the folder in use, on a day of May."""
    monkeypatch.setenv("FAIRBOARD_DATA", str(season_path.parent))
    monkeypatch.setattr(quality_filings, "today", lambda: TODAY)
    monkeypatch.setattr(quality_panels, "today", lambda: TODAY)
    return season_path


def ask(season: Path, name: str, filters: Filters | None = None, **parameters) -> list[dict]:
    return runner.run(f"quality/{name}", filters or Filters(), season, **parameters).rows()


def filings(season: Path, **changes) -> dict[tuple[str, str], dict]:
    rows = ask(season, "filings", **{"today": TODAY, "table_kind": "postings", "most_fairs": 12} | changes)
    return {(row["fair_label_zh"][-1], row["office_label_zh"]): row for row in rows}


def test_the_board_has_all_15_offices_for_each_recorded_fair_and_no_fair_of_the_sample(season):
    found = filings(season)
    assert len(found) == 3 * 15
    assert {fair for fair, _ in found} == set(FAIRS)


def test_a_filing_is_in_time_until_the_day_that_was_set(season):
    found = filings(season)
    assert (found["甲", "沈阳"]["state_code"], found["甲", "沈阳"]["days_late"]) == ("in_time", None)
    assert (found["甲", "大连"]["state_code"], found["甲", "大连"]["days_late"]) == ("late", 2)
    assert found["甲", "本溪"]["state_code"] == "missing"


def test_where_no_day_is_set_it_is_seven_days_after_the_last_day_by_the_clock_of_beijing(season):
    found = filings(season)["乙", "沈阳"]
    assert (found["due_on"].date(), found["filed_on"].date(), found["state_code"]) == (date(2026, 4, 9), date(2026, 4, 9), "in_time")


def test_the_first_filing_counts_where_it_was_replaced_and_one_taken_back_does_not_count(season):
    found = filings(season)
    assert (found["甲", "鞍山"]["state_code"], found["甲", "鞍山"]["filed_on"].date(), found["甲", "鞍山"]["replaced_count"]) == (
        "in_time",
        date(2026, 3, 6),
        1,
    )
    assert (found["甲", "抚顺"]["state_code"], found["甲", "抚顺"]["batch_number"]) == ("missing", None)


def test_what_is_not_due_yet_is_awaited_and_not_missing(season):
    on_the_day, day_after = filings(season, today=date(2026, 5, 13)), filings(season, today=date(2026, 5, 14))
    assert {row["state_code"] for (fair, _), row in on_the_day.items() if fair == "丙"} == {"awaited"}
    assert {row["state_code"] for (fair, _), row in day_after.items() if fair == "丙"} == {"missing"}


def test_only_the_latest_fairs_and_the_chosen_kind_of_table_are_on_the_board(season):
    assert {fair for fair, _ in filings(season, most_fairs=1)} == {"丙"}
    assert not any(row["batch_number"] for row in filings(season, table_kind="attendance").values())
    assert Counter(row["state_code"] for row in filings(season, table_kind=None).values()) == Counter(
        row["state_code"] for row in filings(season).values()
    )


def test_the_history_of_a_file_says_what_took_its_place(season):
    states = {row["file_name"]: row["status_label_en"] for row in ask(season, "batches")}
    newer = next(row["batch_number"] for row in ask(season, "batches") if row["file_name"] == "鞍山新.xlsx")
    assert states["鞍山旧.xlsx"].startswith(f"replaced by no. {newer} on ")
    assert states["抚顺.xlsx"].startswith("undone on ")
    assert states["鞍山新.xlsx"] == "in use"
    assert all(row["rows_read"] == row["rows_loaded"] + row["rows_rejected"] + row["rows_repeated"] for row in ask(season, "batches"))


def test_the_rows_of_files_that_ended_are_not_counted(season):
    row = ask(season, "summary")[0]
    assert (row["files"], row["files_ended"]) == (4, 2)
    assert row["rows_loaded"] == 29 + 1 + 3 + 1
    assert row["cells_unparsed"] == 9


def test_coverage_is_the_share_of_postings_and_null_where_there_is_no_such_field(season):
    row = next(row for row in ask(season, "coverage") if row["file_name"] == "沈阳一.xlsx")
    assert (row["wage_share"], row["headcount_share"], row["sector_share"]) == pytest.approx((27 / 29, 2 / 29, 28 / 29))
    assert row["university_share"] is None
    assert row["counted_rows"] == 29


def test_a_new_filing_is_set_against_the_one_it_replaced(season):
    (row,) = ask(season, "filing_change_counts")
    assert (row["added_count"], row["removed_count"], row["changed_count"]) == (1, 1, 1)
    assert [row["change_label_en"] for row in ask(season, "filing_changes")] == ["removed", "changed", "added"]


def test_wages_beyond_three_ranges_and_huge_headcounts_are_flagged_with_their_rows(season):
    found = ask(season, "flags", today=TODAY)
    flags = [(row["rule_label_en"], row["source_row"], row["found_value"], row["bound_value"], row["file_name"]) for row in found]
    assert flags == [
        ("Wage far from its sector", 26, 300_000, 13_200, "沈阳一.xlsx"),
        ("Wage far from its sector", 28, 10_801, 10_800, "沈阳一.xlsx"),
        ("Very many people wanted", 30, 999, 500, "沈阳一.xlsx"),
    ]


def test_the_sample_raises_flags_only_where_it_is_asked_for(season):
    assert {row["record_label_en"] for row in ask(season, "flags", today=TODAY)} == {"Recorded"}
    both = ask(season, "flags", Filters(record_kinds=("recorded", "synthetic")), today=date(2020, 1, 1))
    assert {"Synthetic sample"} <= {row["record_label_en"] for row in both}


def test_every_rule_is_listed_also_where_it_catches_nothing_and_the_counts_are_those_of_the_list(season):
    counts = {row["rule_label_en"]: row["flag_count"] for row in ask(season, "flag_rules", today=TODAY)}
    assert len(counts) == 6
    assert {name: count for name, count in counts.items() if count} == dict(
        Counter(row["rule_label_en"] for row in ask(season, "flags", today=TODAY))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_import_the_page_says_what_would_stand_there_and_leads_to_the_import(dashboard, language):
    dashboard.open("quality", lang=language).assert_stands()
    assert not dashboard.board
    text = " ".join(element.value for element in dashboard.app.markdown)
    assert translate(quality_view.WOULD_STAND_HERE[2], language) in text.replace("\\", "")
    assert f"(./import?lang={language})" in text


def test_the_rules_can_be_tried_on_the_sample_by_choosing_it(dashboard):
    dashboard.open("quality", lang="en", record="synthetic").assert_stands()
    assert [panel["id"] for panel in dashboard.board["panels"]] == ["flag_rules", "flags"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", quality_view.SECTIONS)
def test_every_section_stands_on_a_season(season, language, section):
    dashboard = new_session().open("quality", lang=language, section=section).assert_stands()
    assert len(dashboard.board["tiles"]) == 4
    assert len(dashboard.board["panels"]) >= 2
    panels = dashboard.board["panels"]
    assert all(panel["empty"] is None for panel in panels)
    if language == "zh":
        shown = [text for panel in panels for text in (panel["title"], panel["subtitle"])]
        assert latin_words(
            [*shown, *(text for tile in dashboard.board["tiles"] for text in (tile["label"], tile["note"], tile["definition"]))]
        ) <= {"n"}
        assert latin_words([heading["label"] for panel in panels for heading in panel["table"]["columns"]]) == set()


def test_the_matrix_shows_signs_besides_colours(season):
    panel = new_session().open("quality", lang="en").board["panels"][0]
    signs = panel["figure"]["data"][0]["text"]
    assert signs[2][:4] == ["✓", "△2", "✓ ↻1", "✗"]
    assert panel["title"] == "26 of 30 filings are missing, 1 came late"
    assert len(panel["figure"]["layout"]["xaxis"]["ticktext"]) == 15


def test_a_filter_that_nothing_matches_says_so(season):
    dashboard = new_session().open("quality", lang="en", **{"from": "2031-01-01"}).assert_stands()
    assert "From" in dashboard.board["panels"][0]["empty"]
