"""The browser redraws charts by itself from sums by two dimensions: what it draws is what the server sends afterwards, and it draws at once."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from fairboard.analysis import options
from fairboard.analysis.filters import Filters
from fairboard.charts.theme import Figure
from fairboard.ui import cities_panels, cube_routes, panels
from fairboard.ui.board import assets
from fairboard.ui.context import Context
from tests.browser.conftest import Server
from tests.browser.screen import Screen

SCRIPTS = "\n".join((assets.FOLDER / name).read_text(encoding="utf-8") for name in assets.SCRIPTS[:3])
READ = "() => Object.fromEntries([...document.querySelector('.fb-board').board.views].map(([id, view]) => [id, view.shown?.figure]))"
LISTS = ("sector_codes", "region_codes", "education_levels", "ownerships", "fair_ids", "fair_kinds")
WAGES = (None, 3_000, 5_000, 8_001, 10_000, 20_001, 30_001)
SEED = 6


def figures(context: Context) -> dict[str, Figure]:
    """The charts that the browser can redraw, as pages make them."""
    sectors = context.run("overview/by_sector", without="sector_codes")
    made = (
        panels.ranked(context, sectors, "sectors", "", "", value="openings", code="sector_code", pick="sector_codes", cube="sector"),
        panels.tiled(context, context.run("overview/by_region", without="region_codes"), "regions", "", "", value="openings", cube="region"),
        panels.wage_bands(context, context.run("overview/wage_bands", without=("wage_at_least_yuan", "wage_at_most_yuan"), wage_basis="floor"), "wages", "", "",
                          line_yuan=10_000, is_brushed=True),
        panels.by_fair(context, context.run("overview/by_fair", without="fair_ids"), "course", "", "", cube="fair"),
        panels.ranked(context, context.run("sectors/education", without="education_levels"), "education", "", "",
                      value="openings", code="education_level", pick="education_levels", cube="education"),
        panels.ranked(context, context.run("overview/by_ownership", without="ownerships"), "ownership", "", "",
                      value="openings", code="ownership", pick="ownerships", cube="ownership"),
        replace(cities_panels.ranking_panel(context, cities_panels.regions(context), "openings"), panel_id="cities"),
    )
    return {panel.panel_id: {"cube": panel.cube, "figure": panel.figure, "empty": panel.answer.is_empty} for panel in made}


def changed(selection: Filters, version: Path, draw: random.Random) -> Filters:
    """``selection`` with one of its dimensions set to something else."""
    name = draw.choice((*LISTS, "wage", "period"))
    if name == "wage":
        least, most = draw.choice(WAGES), draw.choice((None, 5_999, 8_000, 12_000, 30_000))
        return replace(selection, wage_at_least_yuan=least, wage_at_most_yuan=most if least is None or most is None or most > least else None)
    if name == "period":
        return replace(selection, start_on=draw.choice((None, date(2023, 9, 1))), end_on=draw.choice((None, date(2024, 6, 30))))
    codes = [option.code for option in options.of_version(version)[name]]
    return replace(selection, **{name: tuple(draw.sample(codes, draw.randint(0, 3)))})


def plain(value: Any) -> Any:
    """As JSON gives it: tuples are lists, whole floats are numbers like any other."""
    return json.loads(json.dumps(value))


@pytest.fixture
def drawing(page: Page) -> Iterator[Callable[..., dict[str, Any]]]:
    """Runs the board's own script: the figures of ``held`` under another selection."""
    page.goto("about:blank")
    page.add_script_tag(content=SCRIPTS)
    yield lambda held, index, selection: page.evaluate(
        "([held, index, selection]) => Object.fromEntries(Object.entries(held).map(([name, panel]) => [name, figureOf(panel, index, selection)]))",
        [plain(held), plain(index), selection.to_url()],
    )


@pytest.mark.parametrize(("language", "mode"), [("zh", "light"), ("en", "dark")])
def test_what_the_browser_draws_is_what_the_server_sends(drawing, sample_version, language, mode):
    draw, compared, selection = random.Random(SEED), 0, Filters()
    for _ in range(6):
        following = changed(selection, sample_version, draw)
        before, after = (figures(Context("overview", language, mode, sample_version, False, filters)) for filters in (selection, following))
        drawn = drawing(before, cube_routes.index(selection, sample_version, language, mode), following)
        for name, figure in drawn.items():
            if figure is None:
                assert after[name]["empty"] or before[name]["empty"], (name, selection, following)
                continue
            assert figure == plain(after[name]["figure"]), (name, selection, following)
            compared += 1
        selection = following if all(not panel["empty"] for panel in after.values()) else Filters()
    assert compared > 25


def test_a_second_change_of_the_same_dimension_is_held_and_of_another_one_is_not(drawing, sample_version):
    index = cube_routes.index(Filters(region_codes=("210100",)), sample_version, "en", "light")
    held = figures(Context("overview", "en", "light", sample_version, False, Filters()))
    same = drawing(held, index, Filters(region_codes=("210200", "210300")))
    assert None not in same.values()
    other = drawing(held, index, Filters(region_codes=("210200",), education_levels=("bachelor",)))
    assert other["wages"] is None
    assert other["regions"] is not None


def test_a_wage_within_a_piece_is_left_to_the_server(drawing, sample_version):
    index = cube_routes.index(Filters(), sample_version, "en", "light")
    held = figures(Context("overview", "en", "light", sample_version, False, Filters()))
    assert drawing(held, index, Filters(wage_at_least_yuan=4_500))["sectors"] is None
    assert drawing(held, index, Filters(wage_at_least_yuan=4_000))["sectors"] is not None


def ready(screen: Screen, path: str = "?lang=en") -> Page:
    """The page at ``path`` with its index at hand."""
    screen.open(path)
    expect(screen.page.locator(".fb-board[data-index]")).to_be_visible()
    return screen.page


def hold(page: Page) -> None:
    """Wait until the browser holds the index of the selection shown, which it fetches for a pointer in the board."""
    page.locator(".fb-tiles").hover(position={"x": 2, "y": 2})
    page.wait_for_function("() => { const { board } = document.querySelector('.fb-board'); return board.index && board.root.dataset.index === board.wanted; }")


def followed(page: Page, screen: Screen, key: str, value: str | None) -> None:
    """Wait until the server has followed; no chart was painted again for it."""
    expect(page.locator(".fb-board.fb-behind")).to_have_count(0)
    screen.at_rest()
    found = page.evaluate("key => new URL(window.location.href).searchParams.get(key)", key)
    assert found == value
    assert page.locator(".fb-board").get_attribute("data-painted") == "cube"
    assert page.evaluate("() => [...document.querySelector('.fb-board').board.views.values()].every((view) => JSON.stringify(view.panel.figure.data[0].customdata)"
                         " === JSON.stringify(view.shown.figure.data[0].customdata))")


def test_a_click_paints_the_other_charts_before_the_server_hears_of_it_and_back_repaints_too(page: Page, server: Server):
    screen = Screen(page, server.address)
    ready(screen)
    before = page.evaluate(READ)
    page.evaluate("""() => { const { board } = document.querySelector('.fb-board'); const { tell } = board;
        board.tell = (...words) => { window.seen = board.redraws; tell(...words); }; window.before = board.redraws; }""")
    screen.click_bar("sectors", 1)
    expect(page.locator(".fb-board[data-painted=cube]")).to_be_visible()
    assert page.evaluate("() => window.seen - window.before") == 4
    code = before["sectors"]["data"][0]["customdata"][1]
    followed(page, screen, "sector", code)
    assert page.evaluate(READ)["regions"] != before["regions"]
    hold(page)
    page.go_back()
    followed(page, screen, "sector", None)
    assert page.evaluate(READ) == before


def test_a_range_of_wages_is_dragged_over_the_bars_or_set_from_the_keyboard(page: Page, server: Server):
    screen = Screen(page, server.address)
    ready(screen)
    bars = screen.panel("wages").locator(".bars .point path")
    bars.first.scroll_into_view_if_needed()
    boxes = [bars.nth(number).bounding_box() for number in (3, 6)]
    starts = [page.evaluate(READ)["wages"]["data"][0]["customdata"][number] for number in (3, 6)]
    y = screen.panel("wages").locator(".nsewdrag").bounding_box()
    height = y["y"] + y["height"] / 2
    page.mouse.move(boxes[0]["x"] + boxes[0]["width"] / 2, height)
    page.mouse.down()
    page.mouse.move(boxes[1]["x"] + boxes[1]["width"] / 2, height, steps=5)
    expect(page.locator(".fb-board[data-painted=cube]")).to_be_visible()
    assert "wage=" not in page.url
    page.mouse.up()
    followed(page, screen, "wage", str(starts[0] + 1))
    followed(page, screen, "wage_to", str(starts[1] + 1000))
    expect(screen.panel("wages").locator(".fb-range-said")).to_have_text(f"over {starts[0]:,} yuan, up to {starts[1] + 1000:,} yuan")
    hold(page)
    slider = screen.panel("wages").get_by_role("slider", name="Wages from")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", f"over {starts[0] - 1000:,} yuan")
    followed(page, screen, "wage", str(starts[0] - 999))
    expect(slider).to_be_focused()


def test_where_some_charts_are_held_they_are_painted_at_once_and_the_others_stand_back(page: Page, server: Server):
    screen = Screen(page, server.address)
    ready(screen, "cities?lang=en")
    page.evaluate("""() => { const { board } = document.querySelector('.fb-board'); const { tell } = board; const faint = (name) =>
        board.views.get(name).scroll.matches('.fb-apart .fb-unheld .fb-scroll'); board.tell = (...words) => {
        window.seen = [board.root.dataset.painted, faint('ranking'), faint('map')]; tell(...words); }; }""")
    code = page.evaluate(READ)["ranking"]["data"][0]["customdata"][1]
    screen.click_bar("ranking", 1)
    page.wait_for_url(f"**region={code}*")
    expect(page.locator(".fb-board.fb-behind")).to_have_count(0)
    screen.at_rest()
    assert page.evaluate("() => window.seen") == ["cube", False, True]
    expect(page.locator(".fb-apart")).to_have_count(0)
    shown = page.evaluate("() => { const { panel, shown } = document.querySelector('.fb-board').board.views.get('ranking'); return [panel.figure, shown.figure]; }")
    assert shown[0] == shown[1]


def test_without_an_index_the_server_answers(page: Page, server: Server):
    screen = Screen(page, server.address)
    page.route("**/fairboard/cube?*", lambda route: route.fulfill(status=204))
    screen.open("?lang=en")
    before = page.evaluate(READ)
    screen.click_bar("sectors", 1)
    page.wait_for_url("**sector=*")
    screen.at_rest()
    expect(page.locator(".fb-board[data-painted=server]")).to_be_visible()
    assert page.evaluate(READ)["regions"] != before["regions"]


def test_two_clicks_in_one_breath_both_count(page: Page, server: Server):
    screen = Screen(page, server.address)
    ready(screen)
    codes = [page.evaluate(READ)[name]["data"][0]["customdata"][0] for name in ("sectors", "regions")]
    for name in ("sectors", "regions"):
        screen.panel(name).get_by_role("button", name="Table", exact=True).click()
    page.evaluate("() => { for (const name of ['sectors', 'regions']) document.querySelector(`[data-panel=${name}] .fb-row-pick`).click(); }")
    page.wait_for_url(lambda url: f"sector={codes[0]}" in url and f"region={codes[1]}" in url)
    expect(page.locator(".fb-board.fb-behind")).to_have_count(0)
    screen.at_rest()
    shown = page.evaluate("() => [...document.querySelector('.fb-board').board.views.values()].map((view) => [view.panel.figure.data, view.shown.figure.data])")
    assert all(sent == drawn for sent, drawn in shown)
