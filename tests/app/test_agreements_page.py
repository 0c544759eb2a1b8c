"""The page of the agreements and the policies on other pages, without a browser."""

from datetime import date

import pytest

from fairboard.locale import LANGUAGES
from fairboard.ui.agreements_controls import read_day

NEXT_DAY = "2026-12-06"


def panel(dashboard, name: str) -> dict:
    return next(panel for panel in dashboard.board["panels"] if panel["id"] == name)


def test_the_day_is_the_last_of_the_records_and_another_can_be_asked_for(dashboard):
    dashboard.open("agreements", lang="en").assert_stands()
    assert dashboard.board["tiles_note"] == "Status as of 6 Dec 2025, the last day of the records"
    in_force = int(dashboard.tile("agreements_in_force"))
    assert "on" not in dashboard.app.query_params
    dashboard.app.date_input(key="agreements_day_2025-12-06").set_value(date.fromisoformat(NEXT_DAY))
    dashboard.run().assert_stands()
    assert dashboard.board["tiles_note"] == "Status as of 6 Dec 2026"
    assert int(dashboard.tile("agreements_in_force")) < in_force
    assert dict(dashboard.app.query_params)["on"] in (NEXT_DAY, [NEXT_DAY])
    assert f"p_as_of_on={NEXT_DAY}" in panel(dashboard, "matrix")["links"]["CSV"]
    dashboard.app.button(key="agreements_last").click()
    dashboard.run().assert_stands()
    assert int(dashboard.tile("agreements_in_force")) == in_force
    assert "on" not in dashboard.app.query_params


def test_a_link_holds_the_day_and_the_place_of_the_universities(dashboard):
    dashboard.open("agreements", lang="en", on=NEXT_DAY, unis="outside").assert_stands()
    assert dashboard.board["tiles_note"] == "Status as of 6 Dec 2026"
    assert all(row[2] in ("false", "False") for row in panel(dashboard, "matrix")["table"]["rows"])


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30", "2026-2-3", "9999-12-31", "2026-12-06T00:00", "x" * 5_000])
def test_a_day_that_means_nothing_is_the_last_of_the_records(text):
    assert read_day(text, date(2025, 12, 6)) == date(2025, 12, 6)


def test_a_chosen_region_stands_out_and_the_others_stay(dashboard):
    dashboard.open("agreements", lang="en", region="210200").assert_stands()
    matrix = panel(dashboard, "matrix")
    assert len(matrix["figure"]["data"][0]["z"]) == 15
    assert "What is chosen stands out" in matrix["ignored"]
    assert {row[0] for row in panel(dashboard, "white_spots")["table"]["rows"]} == {"Dalian"}
    assert dashboard.tile("regions_under_agreement") == "1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_agreement_every_panel_says_why_or_shows_no_number(dashboard, language):
    dashboard.open("agreements", lang=language, record="published").assert_stands()
    assert dashboard.tile("agreements_in_force") == "0"
    assert dashboard.tile("attendance_under_agreement_share") == "–"
    assert panel(dashboard, "white_spots")["empty"]
    assert panel(dashboard, "pacts")["table"]["rows"], "the public texts tell of the pact of the four provinces"


@pytest.mark.parametrize("page", ["overview", "sectors", "fairs"])
def test_policies_are_laid_over_the_course_and_listed_by_number(dashboard, page):
    dashboard.open(page, lang="en").assert_stands()
    course = "calendar" if page == "fairs" else "course"
    bare = len(panel(dashboard, course)["figure"]["layout"].get("shapes", []))
    dashboard.app.toggle(key=f"policies_{page}").set_value(True)
    dashboard.run().assert_stands()
    assert dict(dashboard.app.query_params)["policies"] in ("1", ["1"])
    laid = panel(dashboard, course)
    assert len(laid["figure"]["layout"]["shapes"]) > bare
    assert "1. Measures supporting graduates" in laid["alt"]
    assert len(panel(dashboard, "policies")["table"]["rows"]) == 12
    dashboard.app.toggle(key=f"policies_{page}").set_value(False)
    dashboard.run().assert_stands()
    assert "policies" not in dashboard.app.query_params
    assert "policies" not in [found["id"] for found in dashboard.board["panels"]]


def test_policies_obey_the_region_and_a_value_that_means_nothing_shows_none(dashboard):
    dashboard.open("overview", lang="en", policies="1", region="210200").assert_stands()
    places = {row[3] for row in panel(dashboard, "policies")["table"]["rows"]}
    assert places == {"Whole province", "Dalian"}
    dashboard.open("overview", lang="en", policies="<script>").assert_stands()
    assert "policies" not in [found["id"] for found in dashboard.board["panels"]]
