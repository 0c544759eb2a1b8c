"""The page Compare: what it opens with, what a link shows, what it refuses and why."""

import re

import pytest

from fairboard.locale import LANGUAGES

QUESTION = {"a_fair": "1", "b_fair": "55.56.58"}


def tile(dashboard, metric: str) -> dict[str, str]:
    return next(tile for tile in dashboard.board["tiles"] if tile["metric"] == metric)


def panel(dashboard, name: str) -> dict:
    return next(panel for panel in dashboard.board["panels"] if panel["id"] == name)


def numbers(text: str) -> list[int]:
    return [int(part.replace(",", "")) for part in re.findall(r"[\d,]+", text)]


def test_it_opens_with_the_latest_fair_against_the_one_of_its_kind_before_and_a_bare_address(dashboard):
    dashboard.open("compare", lang="en").assert_stands()
    assert [panel["id"] for panel in dashboard.board["panels"]][:4] == ["change", "counts", "sector", "region"]
    assert not {"by", "a_fair", "b_fair"} & set(dict(dashboard.app.query_params))


def test_a_tile_shows_both_sides_their_difference_and_ratio(dashboard):
    dashboard.open("compare", lang="en", **QUESTION).assert_stands()
    a, b = numbers(tile(dashboard, "openings")["value"])
    assert a == 5_459
    assert numbers(tile(dashboard, "openings")["change"]) == [abs(b - a)]
    assert float(tile(dashboard, "openings")["comparison"].removeprefix("×")) == pytest.approx(b / a, abs=0.006)
    assert tile(dashboard, "on_site_people")["value"].startswith("7,580 | ")


def test_the_chart_of_the_change_starts_at_a_and_ends_at_b(dashboard):
    dashboard.open("compare", lang="en", **QUESTION)
    a, b = numbers(tile(dashboard, "openings")["value"])
    bars = panel(dashboard, "change")["figure"]["data"][0]
    assert (bars["x"][0], bars["x"][-1], sum(bars["x"][:-1])) == (a, b, b)


def test_a_swap_turns_the_sides_and_stands_in_the_address(dashboard):
    dashboard.open("compare", lang="en", **QUESTION)
    a, b = numbers(tile(dashboard, "openings")["value"])
    dashboard.app.button(key="compare_swap").click()
    dashboard.run().assert_stands()
    assert numbers(tile(dashboard, "openings")["value"]) == [b, a]
    assert [dict(dashboard.app.query_params)[key] for key in ("a_fair", "b_fair")] in ([["55.56.58"], ["1"]], ["55.56.58", "1"])


def test_after_back_the_address_leads_though_a_list_still_reports_what_it_held(dashboard):
    dashboard.open("compare", lang="en", a_fair="1", b_fair="2")
    a, b = numbers(tile(dashboard, "openings")["value"])
    dashboard.app.multiselect(key="compare_a_fair_ids").set_value([2])
    dashboard.app.multiselect(key="compare_b_fair_ids").set_value([1])
    dashboard.app.session_state["url_leads"] = True
    dashboard.run().assert_stands()
    assert numbers(tile(dashboard, "openings")["value"]) == [a, b]
    assert [dict(dashboard.app.query_params)[key] for key in ("a_fair", "b_fair")] in ([["1"], ["2"]], ["1", "2"])


def test_a_group_of_fairs_and_only_employers_on_both_sides_are_chosen_by_hand(dashboard):
    dashboard.open("compare", lang="en", a_fair="1", b_fair="2")
    dashboard.app.selectbox(key="compare_b_group").set_value("campus.2025.2")
    dashboard.run().assert_stands()
    everybody = panel(dashboard, "sector")["alt"]
    assert "Campus fair, second half of 2025" in " ".join(element.value for element in dashboard.app.markdown)
    dashboard.app.segmented_control(key="who_en").set_value("matched")
    dashboard.run().assert_stands()
    assert panel(dashboard, "sector")["alt"] != everybody
    assert "only employers on both sides" in panel(dashboard, "sector")["subtitle"]
    dashboard.app.segmented_control(key="unit_en").set_value("share")
    dashboard.run().assert_stands()
    assert "%" in panel(dashboard, "sector")["alt"] or "Share" in panel(dashboard, "sector")["subtitle"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["period", "region", "univ"])
def test_every_kind_of_side_shows_something_at_once(dashboard, language, kind):
    dashboard.open("compare", lang=language)
    dashboard.app.segmented_control(key=f"compare_kind_{language}").set_value(kind)
    dashboard.run().assert_stands()
    assert len(dashboard.board["panels"]) >= 2
    assert dict(dashboard.app.query_params)["by"] in (kind, [kind])
    if kind == "univ":
        assert tile(dashboard, "openings")["value"] == "–" and tile(dashboard, "openings")["note"]
    else:
        assert " | " in tile(dashboard, "openings")["value"]


def test_a_link_whose_sides_differ_in_kind_is_refused_on_the_page_and_stays_as_it_is(dashboard):
    dashboard.open("compare", lang="en", a_fair="1", b_region="210200").assert_stands()
    assert "must be of one kind" in dashboard.texts and "b_region" in dashboard.texts
    assert dashboard.board["panels"] == []
    assert dict(dashboard.app.query_params)["b_region"] in ("210200", ["210200"])
    dashboard.app.segmented_control(key="compare_kind_en").set_value("region")
    dashboard.run().assert_stands()
    assert "must be of one kind" not in dashboard.texts
    assert dashboard.board["panels"]


def test_a_fair_of_which_only_totals_are_published_is_refused_in_every_tile(dashboard):
    dashboard.open("compare", lang="en", a_fair="1", b_fair="9001").assert_stands()
    assert dashboard.board["panels"] == []
    assert {(tile["value"], tile["note"]) for tile in dashboard.board["tiles"]} == {("–", "not compared: B: only published totals are known")}


def test_one_side_alone_asks_for_the_other(dashboard):
    dashboard.open("compare", lang="en", a_fair="1").assert_stands()
    assert "Choose both sides" in dashboard.texts
    assert dashboard.board["panels"] == [] and dashboard.board["tiles"] == []


def test_values_of_a_side_that_mean_nothing_are_dropped_with_a_notice(dashboard):
    dashboard.open("compare", lang="en", a_fair="1.<b>", b_fair="2", a_from="2024-02-30").assert_stands()
    assert "These values in the link mean nothing here" in dashboard.texts
    assert " | " in tile(dashboard, "openings")["value"]


def test_the_filters_of_the_sidebar_narrow_both_sides(dashboard):
    dashboard.open("compare", lang="en", **QUESTION)
    whole = numbers(tile(dashboard, "openings")["value"])
    dashboard.open("compare", lang="en", sector="mechanical", **QUESTION).assert_stands()
    part = numbers(tile(dashboard, "openings")["value"])
    assert all(0 < narrow < wide for narrow, wide in zip(part, whole, strict=True))
    assert len(panel(dashboard, "sector")["table"]["rows"]) == 1


def test_the_comparison_is_still_there_after_another_page(dashboard):
    dashboard.open("compare", lang="en", **QUESTION)
    value = tile(dashboard, "openings")["value"]
    for key in ("by", *QUESTION):
        del dashboard.app.query_params[key]
    dashboard.open("overview")
    dashboard.open("compare").assert_stands()
    assert tile(dashboard, "openings")["value"] == value
