"""Every page in both languages: as it is opened, filtered, and with nothing to show."""

import re

import plotly.graph_objects as go
import pytest

from fairboard.locale import LANGUAGES, translate
from fairboard.ui.registry import PAGES

FILTERED = {"region": "210200", "sector": "mechanical"}
EMPTY = {"region": "21SF00", "sector": "law_public", "wage": "900000", "from": "2023-03-18", "to": "2023-03-18"}
NOWHERE = {"sector": "law_public", "wage": "900000"}
WITHOUT_BOARD = {"briefing", "records", "methods", "quality", "import", "sql", "views"}
# What may stand in Latin letters in a Chinese text: codes of standards, forms of files.
LATIN_ALLOWED = {"GB", "T", "CSV", "XLSX", "SQL", "URL", "SHA", "A"}
every_page = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_page
@every_language
@pytest.mark.parametrize("address", [{}, FILTERED], ids=["default", "filtered"])
def test_a_page_answers_in_the_language(dashboard, page, language, address):
    dashboard.open(page.name, lang=language, **address).assert_stands()
    assert dashboard.titles == [translate(page.question, language)]
    assert [element.value for element in dashboard.app.warning] == []
    if page.name in WITHOUT_BOARD:
        return
    panels = dashboard.board["panels"]
    assert len(panels) >= 2
    for panel in panels:
        assert panel["title"] and panel["alt"] and panel["sql"], panel["id"]
        assert panel["figure"] or panel["table"], panel["id"]
        if panel["figure"]:
            go.Figure(panel["figure"])
    if language == "zh":
        assert latin_words([text for panel in panels for text in (panel["title"], panel["subtitle"])]) == set()
        assert latin_words([tile["label"] for tile in dashboard.board["tiles"]]) == set()


def latin_words(texts: list[str]) -> set[str]:
    """Words in Latin letters that should not stand in Chinese texts."""
    return {word for text in texts for word in re.findall(r"[A-Za-z]+", text) if word not in LATIN_ALLOWED}


@every_page
@every_language
@pytest.mark.parametrize("address", [EMPTY, NOWHERE], ids=["in a region", "in no region"])
def test_a_page_with_nothing_to_show_says_which_filter_does_it(dashboard, page, language, address):
    dashboard.open(page.name, lang=language, **address).assert_stands()
    assert dashboard.titles == [translate(page.question, language)]
    if page.name in ("methods", "import", "sql", "views"):
        return
    reasons = [panel["empty"] for panel in dashboard.board["panels"] if panel["empty"]] if dashboard.board else [element.value for element in dashboard.app.info]
    labels = [translate(name, language) for name in ("Region", "Sector", "Wage", "From", "To")]
    clear = translate("Nothing matches these filters. Clear them to see all records.", language)
    for reason in reasons:
        assert reason == clear or any(label in reason for label in labels), reason
    if page.name in ("overview", "sectors", "wages", "records"):
        assert reasons


@every_language
def test_the_language_of_a_link_and_of_the_control(dashboard, language):
    other = "en" if language == "zh" else "zh"
    dashboard.open("overview", lang=language)
    dashboard.app.segmented_control(key="language_control").set_value(other)
    dashboard.run().assert_stands()
    assert dashboard.titles == [translate(PAGES[0].question, other)]
    assert dict(dashboard.app.query_params)["lang"] in (other, [other])
    assert dashboard.board["tiles"][0]["label"] == translate("Fairs", other)


def test_a_language_that_is_not_spoken_is_chinese(dashboard):
    dashboard.open("overview", lang="fr' --").assert_stands()
    assert dashboard.titles == [translate(PAGES[0].question, "zh")]


def test_the_launch_fair_of_the_sample_shows_the_published_figures(dashboard):
    dashboard.open("overview", lang="en", fair="1").assert_stands()
    assert [dashboard.tile(name) for name in ("employers", "openings", "openings_over_threshold", "on_site_people", "live_views")] == [
        "202", "5,459", "949", "7,580", "49,000",
    ]  # fmt: skip


def test_the_same_selection_has_the_same_openings_on_every_page(dashboard):
    dashboard.open("overview", lang="en", **FILTERED)
    openings = dashboard.tile("openings")
    assert openings not in ("0", "–")
    dashboard.open("cities")
    assert openings in [tile["value"] for tile in dashboard.board["tiles"]]
    dashboard.open("records")
    assert any(f"{openings} openings" in element.value for element in dashboard.app.markdown)


def test_the_selection_goes_along_to_the_next_page_and_into_the_address(dashboard):
    dashboard.open("overview", lang="en", **FILTERED)
    dashboard.open("sectors").assert_stands()
    assert "Region: Dalian" in dashboard.texts
    assert dashboard.app.session_state["filters"].region_codes == ("210200",)


def test_a_filter_set_by_hand_is_obeyed_and_one_click_clears_all(dashboard):
    dashboard.open("overview", lang="en")
    whole = dashboard.tile("openings")
    dashboard.app.multiselect(key="filter_sector_codes").set_value(["mechanical"])
    dashboard.run().assert_stands()
    part = dashboard.tile("openings")
    assert as_number(part) < as_number(whole)
    assert dict(dashboard.app.query_params)["sector"] in ("mechanical", ["mechanical"])
    dashboard.app.button(key="clear_filters").click()
    dashboard.run().assert_stands()
    assert dashboard.tile("openings") == whole
    assert "sector" not in dashboard.app.query_params


def as_number(text: str) -> int:
    return int(text.replace(",", ""))


def test_a_block_says_which_filters_it_does_not_obey(dashboard):
    dashboard.open("universities", lang="en", sector="mechanical")
    assert all("Sector" in panel["ignored"] for panel in dashboard.board["panels"])


@every_page
def test_values_in_the_address_that_mean_nothing_are_dropped_with_a_notice(dashboard, page):
    address = {"region": "zz.<script>alert(1)</script>", "fair": "9" * 5_000, "from": "2024-02-30", "wage": "-5", "sector": "mechanical'; drop table postings",
               "basis": "x", "line": "abc", "map": "{0}", "measure": "%", "page": "-1", "size": "0", "sort": "';", "cols": "..", "q": "\x00"}  # fmt: skip
    dashboard.open(page.name, lang="en", **address).assert_stands()
    assert "These values in the link mean nothing here" in dashboard.texts
    assert dashboard.app.session_state["filters"].active() == ()


@every_language
@pytest.mark.parametrize("version_id", ["20200101T000000Z-0000", "../../etc/passwd", "{x}", "x" * 5_000])
def test_a_version_in_the_link_that_is_gone_gives_the_current_one_and_a_warning(dashboard, language, version_id):
    dashboard.open("overview", lang=language, v=version_id).assert_stands()
    assert len(dashboard.app.warning) == 1
    assert dashboard.board["panels"]


def test_what_a_link_says_is_never_read_as_markup(dashboard):
    dashboard.open("overview", lang="en", v="![](//a.example/x.png)", region="![](//a.example/x.png)").assert_stands()
    assert len(dashboard.app.warning) == 2
    assert all("![" not in element.value for element in dashboard.app.warning)


@pytest.mark.parametrize(("page", "widget", "held", "name", "asked"), [("wages", "line_yuan", 12_000, "line", "8000"), ("wages", "basis_en", "ceiling", "basis", "midpoint")])
def test_after_back_the_address_leads_though_a_control_still_reports_what_it_held(dashboard, page, widget, held, name, asked):
    dashboard.open(page, lang="en", **{name: asked})
    alone = dashboard.board
    dashboard.app.session_state[widget] = held
    dashboard.app.session_state["url_leads"] = True
    dashboard.run().assert_stands()
    assert dashboard.board == alone
    assert dict(dashboard.app.query_params)[name] in (asked, [asked])
