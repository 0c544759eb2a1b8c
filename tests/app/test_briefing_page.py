"""The page Briefing without a browser: its parts, its storyboard in the address, and what it says of bad values."""

import random
from dataclasses import replace

import pytest

from fairboard.analysis.filters import Filters
from fairboard.briefing import communique
from fairboard.exports.manifest import manifest_of, with_manifest
from fairboard.store import versions, views
from tests.app.conftest import Dashboard, new_session
from tests.ui.test_routes import get

TEXT = "当日7580名高校毕业生到场求职。"


def buttons(dashboard: Dashboard) -> dict[str, str]:
    """The slides of the storyboard by kind, with their number where they are shown."""
    return {item.key.removeprefix("briefing_show_"): item.label.replace("\\", "") for item in dashboard.app.button if str(item.key).startswith("briefing_show_")}


def shown(dashboard: Dashboard) -> list[str]:
    """The kinds that are shown, in their order."""
    numbered = {kind: label for kind, label in buttons(dashboard).items() if label[0].isdigit()}
    return sorted(numbered, key=lambda kind: int(numbered[kind].split()[0]))


def address(dashboard: Dashboard, key: str) -> str:
    """A value of the address, empty where it is not there."""
    held = dashboard.app.query_params.get(key, "")
    return held if isinstance(held, str) else held[0]


def test_the_storyboard_follows_the_filters_until_somebody_changes_it(dashboard):
    dashboard.open("briefing", lang="en").assert_stands()
    season = shown(dashboard)
    assert season[:3] == ["title", "headline", "sectors"]
    assert "deck" not in dashboard.app.query_params
    dashboard.app.button(key="briefing_up_wages").click()
    dashboard.run().assert_stands()
    assert shown(dashboard)[:4] == ["title", "headline", "wages", "sectors"]
    assert address(dashboard, "deck").startswith("title.headline.wages.sectors")
    again = new_session().open("briefing", lang="zh", **{key: address(dashboard, key) for key in ("deck", "subject")}).assert_stands()
    assert shown(again) == shown(dashboard)
    dashboard.app.button(key="briefing_reset").click()
    dashboard.run().assert_stands()
    assert shown(dashboard) == season
    assert "deck" not in dashboard.app.query_params


def test_a_storyboard_is_opened_out_of_a_saved_view(own_folder):
    page = new_session().open("briefing", lang="en", fair="1").assert_stands()
    page.app.button(key="briefing_up_wages").click()
    page.run()
    page.app.checkbox(key="briefing_on_sectors_en_1").uncheck()
    page.run().assert_stands()
    saved = views.save("For Monday", "", "briefing", {key: address(page, key) for key in ("deck", "subject", "fair")}, None)
    again = new_session().open(saved.page, lang="en", **views.find(saved.view_id).parameters).assert_stands()
    assert shown(again) == shown(page)
    assert shown(again)[:3] == ["title", "headline", "wages"]
    assert "sectors" not in shown(again)


def test_a_move_passes_over_slides_that_are_off(dashboard):
    dashboard.open("briefing", lang="en", subject="season", deck="title.-headline.sectors.wages")
    dashboard.app.button(key="briefing_up_sectors").click()
    dashboard.run().assert_stands()
    assert shown(dashboard) == ["sectors", "title", "wages"]


def test_what_means_nothing_in_a_link_is_dropped_and_named(dashboard):
    dashboard.open("briefing", lang="en", subject="planet", deck="title.nothing.-headline", part="<b>").assert_stands()
    assert "planet" in dashboard.texts
    assert "nothing" in dashboard.texts
    assert shown(dashboard) == ["title"]


def test_texts_that_are_too_long_for_a_link_are_refused_and_the_rest_is_kept(dashboard):
    dashboard.open("briefing", lang="en")
    drawn = random.Random(5)
    for kind in ("headline", "sectors", "wages", "regions", "universities", "comparison", "outlook"):
        dashboard.app.button(key=f"briefing_show_{kind}").click()
        dashboard.run()
        area = dashboard.app.text_area[0]
        area.set_value("".join(chr(drawn.randrange(0x4E00, 0x9FA5)) for _ in range(1000)))
        dashboard.run()
    assert [error.value for error in dashboard.app.error]
    assert "too long" in dashboard.texts
    assert address(dashboard, "deck").startswith("~")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_press_text_marks_what_is_made_up(language, dashboard):
    dashboard.open("briefing", lang=language, part="text", fair="1").assert_stands()
    assert ("模拟样本" if language == "zh" else "synthetic") in dashboard.texts


def test_the_figures_of_a_text_are_found_assigned_and_kept(own_folder):
    page = new_session().open("briefing", lang="en", part="published", fair="1")
    page.app.text_area(key="briefing_published_text").set_value(TEXT)
    page.app.button(key="briefing_published_find").click()
    page.run().assert_stands()
    assert [item.value.replace("\\", "") for item in page.app.subheader if "figures" in item.value] == ["1 figures: Equal 1"]
    before = versions.current_version()
    (tick,) = [item for item in page.app.checkbox if item.label == "Confirmed"]
    assert tick.value
    tick.uncheck()
    page.run()
    assert not [item for item in page.app.text_input if item.key == "briefing_keep_title"]
    next(item for item in page.app.checkbox if item.label == "Confirmed").check()
    page.run()
    page.app.text_input(key="briefing_keep_title").set_value("A text")
    page.app.button(key="briefing_keep").click()
    page.run().assert_stands()
    assert versions.current_version() != before
    assert any("1 figures are kept" in item.value.replace("\\", "") for item in page.app.success)


def test_an_old_file_says_which_numbers_still_hold(dashboard, sample_version):
    _, _, data = get("/fairboard/briefing.pptx", query=f"fair=1&lang=en&v={sample_version.stem}")
    dashboard.open("briefing", lang="en", part="file").assert_stands()
    dashboard.app.file_uploader[0].upload("old.pptx", data, "application/octet-stream")
    dashboard.run().assert_stands()
    assert any("still hold" in item.value for item in dashboard.app.success)


def test_a_file_of_another_program_is_refused_with_a_reason(dashboard):
    dashboard.open("briefing", lang="en", part="file")
    dashboard.app.file_uploader[0].upload("old.pptx", b"PK\x03\x04 nothing", "application/octet-stream")
    dashboard.run()
    assert dashboard.app.error
    assert not dashboard.app.exception


def test_a_file_whose_number_is_another_one_says_by_how_much(dashboard, sample_version):
    text = communique.build(Filters(fair_ids=(1,)), sample_version, "en")
    held = manifest_of(text.title, text.address, "en", sample_version, text.facts, "communique")
    stated = tuple(replace(fact, value=5_450) if fact.fact_id == "headline/openings" else fact for fact in held.stated)
    dashboard.open("briefing", lang="en", part="file")
    dashboard.app.file_uploader[0].upload("old.html", with_manifest(communique.write_html([text]), "html", replace(held, stated=stated)), "text/html")
    dashboard.run().assert_stands()
    assert f"1 of the {len(stated)} numbers of the file are not the same any more." in dashboard.texts
    changed = dashboard.app.dataframe[0].value
    assert changed[["In the file", "Now", "Difference", "State"]].values.tolist() == [["5,450", "5,459", "+9", "changed"]]
