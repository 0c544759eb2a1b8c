"""What a click would show is drawn while the pointer rests on a mark: the click brings it forward, and it is as if it had been drawn then."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.screen import Screen, query
from tests.browser.test_cube import READ, followed, hold, ready

HELD = 4
IS_DRAWN_AHEAD = f"""() => [...document.querySelector('.fb-board').board.views.values()]
    .filter((view) => view.spare?.isConnected && view.scroll.lastChild === view.spare && view.spare.shown).length === {HELD}"""
# From here on it is counted how often Plotly draws, and which chart of a panel is seen.
COUNT = """(isTold) => {
  const { board } = document.querySelector('.fb-board');
  const { react } = Plotly;
  const { tell } = board;
  const seen = () => [...board.views.values()].map((view) => view.chart);
  window.counted = { drawn: 0, redraws: board.redraws, spares: [...board.views.values()].map((view) => view.spare) };
  Plotly.react = (...given) => { window.counted.drawn += 1; return react(...given); };
  board.tell = (...words) => {
    const { spares, drawn, redraws } = window.counted;
    window.found = { isForward: seen().every((chart, number) => chart === spares[number]), drawn, redraws: board.redraws - redraws };
    Plotly.react = react;
    board.tell = tell;
    if (isTold) tell(...words);
  };
}"""
# Each chart that came forward, and the other of its panel after Plotly was given the same figure: data, layout and drawing, without names of their own.
TWICE = """async () => {
  const found = [];
  for (const view of document.querySelector('.fb-board').board.views.values()) {
    view.scroll.append(view.spare);
    const { data, layout } = structuredClone(view.shown.figure);
    await Plotly.react(view.spare, data, fittedTo(layout, view), { displayModeBar: false, responsive: true });
    found.push([view.chart, view.spare].map((chart) => [JSON.stringify([chart.data, chart.layout]), drawing(chart)]));
    view.spare.remove();
  }
  return found;
  function fittedTo(layout, { scroll }) {
    const { narrow } = layout.meta ?? {};
    if (!narrow || scroll.clientWidth >= narrow.below_px) return layout;
    const changed = Object.entries(narrow.layout).map(([name, change]) => [name, Array.isArray(change) ? change : { ...layout[name], ...change }]);
    return { ...layout, ...Object.fromEntries(changed) };
  }
  function drawing(chart) {
    const names = [chart._fullLayout._uid, ...chart._fullData.map((trace) => trace.uid)];
    const parts = ['.bglayer', '.layer-below', '.cartesianlayer', '.infolayer', '.layer-above'].flatMap((layer) => [...chart.querySelectorAll(layer)]);
    return names.reduce((text, name) => text.replaceAll(name, 'name'), parts.map((part) => part.outerHTML).join('\\n'));
  }
}"""
CHARTS = "() => [...document.querySelectorAll('.fb-panel')].map((panel) => panel.querySelectorAll('.fb-chart').length)"
SPARES = "() => [...document.querySelector('.fb-board').board.views.values()].map((view) => Boolean(view.spare))"


@pytest.fixture
def screen(server: Server, page: Page) -> Screen:
    found = Screen(page, server.address)
    ready(found)
    return found


def point(screen: Screen, panel: str, number: int) -> None:
    """Rest the pointer on a mark until what a click would show is drawn."""
    mark = screen.panel(panel).locator(".bars .point path").nth(number)
    screen.point_at(mark, screen.panel(panel).locator(".fb-chart:not(.fb-spare) .hoverlayer .hovertext"))
    screen.page.wait_for_function(IS_DRAWN_AHEAD)


def press(screen: Screen, *, is_told: bool = True) -> dict[str, object]:
    """Press where the pointer is; gives what had happened by the time the server was told, or would have been."""
    screen.page.evaluate(COUNT, is_told)
    screen.page.mouse.down()
    screen.page.mouse.up()
    return screen.page.wait_for_function("() => window.found").json_value()


def leave(screen: Screen) -> None:
    """Take the pointer off the charts; each panel has its one chart then."""
    screen.page.locator("h1").hover()
    screen.page.wait_for_function(f"({CHARTS})().every((count) => count === 1)")


def test_a_click_brings_forward_what_was_drawn_and_the_drawing_is_plotlys(screen: Screen):
    page = screen.page
    before = page.evaluate(READ)
    point(screen, "sectors", 1)
    expect(page.locator(".fb-panel .fb-spare[aria-hidden=true]")).to_have_count(HELD)
    assert page.locator(".fb-panel .fb-spare").first.evaluate("chart => getComputedStyle(chart).opacity") == "0"
    assert press(screen, is_told=False) == {"isForward": True, "drawn": 0, "redraws": HELD}
    assert page.evaluate(READ)["regions"] != before["regions"]
    for forward, drawn in page.evaluate(TWICE):
        assert forward == drawn
    described = page.evaluate("() => [...document.querySelector('.fb-board').board.views.values()].map(({ chart, panel }) =>"
                              " [chart.getAttribute('aria-label') === panel.alt, chart.getAttribute('role'), chart.getAttribute('aria-hidden')])")
    assert described == [[True, "img", None]] * HELD


def test_the_same_mark_again_brings_the_first_charts_back(screen: Screen):
    page = screen.page
    before = page.evaluate(READ)
    first = page.evaluate_handle("() => [...document.querySelector('.fb-board').board.views.values()].map((view) => view.chart)")
    point(screen, "sectors", 0)
    press(screen)
    followed(page, screen, "sector", before["sectors"]["data"][0]["customdata"][0])
    leave(screen)
    hold(page)
    page.evaluate("() => { delete window.found; }")
    point(screen, "sectors", 0)
    assert press(screen)["isForward"] is True
    followed(page, screen, "sector", None)
    assert page.evaluate(READ) == before
    assert page.evaluate("(first) => [...document.querySelector('.fb-board').board.views.values()].every((view, number) => view.chart === first[number])", first)


def test_the_chart_that_came_forward_does_all_that_a_chart_does(screen: Screen, tmp_path: Path):
    page = screen.page
    code = page.evaluate(READ)["sectors"]["data"][0]["customdata"][2]
    point(screen, "sectors", 2)
    press(screen)
    followed(page, screen, "sector", code)
    leave(screen)
    picture = screen.download(screen.panel("sectors").get_by_role("button", name="PNG"), tmp_path)
    assert picture.stat().st_size > 0
    screen.panel("sectors").get_by_role("button", name="Table", exact=True).click()
    expect(screen.panel("sectors").locator("table")).to_be_visible()
    screen.panel("sectors").locator(".fb-tools").get_by_role("button", name="Explain", exact=True).click()
    screen.click_bar("sectors", 0)
    expect(page.get_by_role("dialog")).to_contain_text("The records behind the number")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    screen.at_rest()
    hold(page)
    bars = screen.panel("wages").locator(".bars .point path")
    bars.first.scroll_into_view_if_needed()
    boxes = [bars.nth(number).bounding_box() for number in (2, 4)]
    starts = [page.evaluate(READ)["wages"]["data"][0]["customdata"][number] for number in (2, 4)]
    area = screen.panel("wages").locator(".nsewdrag").bounding_box()
    height = area["y"] + area["height"] / 2
    page.mouse.move(boxes[0]["x"] + boxes[0]["width"] / 2, height)
    page.mouse.down()
    page.mouse.move(boxes[1]["x"] + boxes[1]["width"] / 2, height, steps=5)
    page.mouse.up()
    expect(page).to_have_url(query(wage=str(starts[0] + 1), wage_to=str(starts[1] + 1000), sector=code))


def test_another_mark_is_drawn_anew_and_who_leaves_leaves_nothing(screen: Screen):
    page = screen.page
    figures = "() => JSON.stringify([...document.querySelector('.fb-board').board.views.values()].map((view) => view.spare.shown.figure))"
    assert page.evaluate(CHARTS) == [1] * HELD
    point(screen, "sectors", 0)
    first = page.evaluate(figures)
    point(screen, "sectors", 3)
    page.wait_for_function(f"(first) => ({figures})() !== first", arg=first)
    leave(screen)
    page.get_by_role("radio", name="中文").or_(page.get_by_role("button", name="中文")).first.click()
    expect(screen.title).to_have_text("招聘规模有多大，需求集中在哪里？")
    screen.at_rest()
    assert page.evaluate(SPARES) == [False] * HELD
    screen.follow("薪资")
    expect(screen.title).to_have_text("岗位薪资水平如何？")
    screen.at_rest()
    expect(page.locator(".fb-spare")).to_have_count(0)


def test_a_drawing_of_another_size_is_not_brought_forward(screen: Screen):
    page = screen.page
    point(screen, "sectors", 1)
    leave(screen)
    page.set_viewport_size({"width": 1200, "height": 768})
    page.wait_for_function("() => [...document.querySelector('.fb-board').board.views.values()].every(({ chart, scroll }) => chart._fullLayout.width === scroll.clientWidth)")
    screen.panel("sectors").get_by_role("button", name="Table", exact=True).click()
    page.evaluate(COUNT, True)
    screen.panel("sectors").locator(".fb-row-pick").nth(1).evaluate("row => row.click()")
    assert page.wait_for_function("() => window.found").json_value() == {"isForward": False, "drawn": HELD, "redraws": HELD}
    page.wait_for_url("**sector=*")
    screen.at_rest()
    hold(page)
    page.evaluate("() => { delete window.found; }")
    point(screen, "sectors", 1)
    assert press(screen)["isForward"] is True


def test_a_finger_draws_nothing_ahead(server: Server, new_page: Callable[..., Page]):
    screen = Screen(new_page(has_touch=True), server.address)
    ready(screen)
    bar = screen.panel("sectors").locator(".bars .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    code = screen.page.evaluate(READ)["sectors"]["data"][0]["customdata"][0]
    screen.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    screen.page.wait_for_timeout(500)
    screen.at_rest()
    assert screen.page.evaluate(SPARES) == [False] * HELD
    assert code
