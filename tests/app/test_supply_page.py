"""Supply and demand: what it says it is not, its ratios and why there are none, and a crosswalk handed in on the page."""

import pytest

from fairboard.analysis import runner
from fairboard.store import crosswalk_file, versions
from fairboard.ui.intake.view import READ_ONLY
from tests.app.conftest import Dashboard, new_session

GOOD = crosswalk_file.as_csv([("08", "mechanical", 0.5, "Half"), ("08", "software", 0.5, "The other half")])
UPLOADED = "text/csv"


def panel(dashboard: Dashboard, name: str) -> dict:
    return next(panel for panel in dashboard.board["panels"] if panel["id"] == name)


def test_the_page_says_what_it_is_not_and_how_it_counts(dashboard):
    dashboard.open("supply", lang="en").assert_stands()
    assert "headcount at a fair is not all demand, and attendance is not all supply" in dashboard.texts
    assert "The region is the host of the fair" in dashboard.board["tiles_note"]
    assert "No ratio below 30 people or 30 openings" in dashboard.board["tiles_note"]
    assert panel(dashboard, "sectors")["title"].startswith("More openings than applicants in ")
    assert [panel["id"] for panel in dashboard.board["panels"]] == ["sectors", "matrix", "regions", "disciplines", "flows", "universities", "degrees"]
    assert any("60 weights, since" in element.value.replace("\\", "") for element in dashboard.app.markdown)


def test_any_major_stands_last_and_without_a_ratio(dashboard):
    dashboard.open("supply", lang="en")
    bars = panel(dashboard, "sectors")["figure"]["data"][1]
    assert bars["customdata"][-1] == "any_major" and bars["x"][-1] > 0
    assert panel(dashboard, "sectors")["figure"]["data"][0]["x"][-1] is None


@pytest.mark.parametrize(("key", "value", "name"), [("edu", "bachelor", "Education"), ("wage", "5000", "Wage"), ("own", "state", "Ownership"), ("univ", "10145", "University")])
def test_a_filter_that_narrows_one_side_leaves_no_ratio_and_is_named(dashboard, key, value, name):
    dashboard.open("supply", lang="en", **{key: value}).assert_stands()
    assert f"No ratio is shown while a filter narrows only openings or only people: {name}." in dashboard.texts
    assert (dashboard.tile("openings_per_applicant"), dashboard.tile("openings_per_attendee")) == ("–", "–")


def test_a_sector_gives_each_region_its_ratio_of_that_sector(dashboard):
    dashboard.open("supply", lang="en", sector="mechanical").assert_stands()
    assert panel(dashboard, "regions")["subtitle"].startswith("Mechanical: openings and applicants")
    assert dashboard.tile("openings_per_attendee") == "–" != dashboard.tile("openings_per_applicant")


def test_all_fifteen_regions_stand_where_nobody_was_counted(dashboard):
    dashboard.open("supply", lang="en", region="21SF00", **{"from": "2023-03-18", "to": "2023-03-18"}).assert_stands()
    regions = panel(dashboard, "regions")["table"]["rows"]
    assert len(regions) >= 15


def hand_in(dashboard: Dashboard, text: str) -> Dashboard:
    dashboard.app.file_uploader[0].set_value(("edited.csv", text.encode(), UPLOADED))
    dashboard.run().assert_stands()
    dashboard.app.text_input(key="supply_crosswalk_note").set_value("tried <b>out</b>")
    dashboard.app.button(key="supply_crosswalk_adopt").click()
    return dashboard.run()


def test_a_crosswalk_handed_in_changes_the_page_and_is_named(own_folder):
    dashboard = new_session().open("supply", lang="en").assert_stands()
    before, version = dashboard.tile("people_covered_share"), versions.current_version()
    hand_in(dashboard, GOOD).assert_stands()
    assert versions.current_version() != version
    assert any("2 weights, holds from now on" in element.value.replace("\\", "") for element in dashboard.app.success)
    assert dashboard.tile("people_covered_share") != before
    shown = " ".join(element.value for element in dashboard.app.markdown)
    assert "2 weights, since" in shown and "<b>" not in shown.replace("\\<b\\>", "")
    by_code = {row["row_code"]: row["applicants"] for row in runner.run("supply/by_sector", dashboard.app.session_state["filters"], versions.current_version(),
                                                                         least_people=30, least_openings=30).rows()}
    assert by_code["mechanical"] == by_code["software"] > 0 and by_code["medical"] is None


def test_a_crosswalk_with_a_fault_is_told_and_changes_nothing(own_folder):
    dashboard = new_session().open("supply", lang="en").assert_stands()
    version = versions.current_version()
    hand_in(dashboard, GOOD.replace("0.5,Half", "0.4,Half"))
    assert "The weights of discipline 08 add up to 0.900000" in dashboard.texts
    assert versions.current_version() == version


def test_a_server_that_only_shows_takes_no_crosswalk(dashboard, monkeypatch):
    monkeypatch.setenv(READ_ONLY, "1")
    dashboard.open("supply", lang="en").assert_stands()
    assert len(dashboard.app.file_uploader) == 0
    assert READ_ONLY in dashboard.texts
