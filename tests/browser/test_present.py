"""A talk in a real browser: keys, overlays, sizes, charts, and the way in and out."""

import re
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from fairboard.briefing import storyboard
from fairboard.ui.present import LAUNCHER
from tests.browser.conftest import Server
from tests.browser.talk import Talk, faults_of_layout, type_px

LAUNCH = """async ([script, url]) => {
  const { openPresentation } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const button = document.body.appendChild(document.createElement("button"));
  button.textContent = "Present";
  button.onclick = () => openPresentation(url, { title: "Talk", onClosed: (said) => { window.closed_with = said; } });
}"""
SWIPE = """([from, to]) => {
  const touch = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
  document.body.dispatchEvent(new TouchEvent("touchstart", { touches: [touch(from)], bubbles: true }));
  document.body.dispatchEvent(new TouchEvent("touchend", { changedTouches: [touch(to)], bubbles: true }));
}"""
LONG = "全省重点产业集群“百校千企”人才对接活动与春季系列招聘会岗位需求总体情况及各市、沈抚示范区分项说明（含线上直播）"
SIZES = ((1920, 1080), (1366, 768), (1400, 1050))


@pytest.fixture
def talk(page: Page, server: Server) -> Talk:
    return Talk(page, server.address)


def test_keys_lead_through_the_slides_and_a_key_shows_a_slide_that_is_drawn_already(talk: Talk) -> None:
    talk.open("lang=en&fair=1")
    talk.at_rest()
    last = talk.count
    expect(talk.place).to_have_text(f"1 / {last}")
    for key, number in [
        ("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("PageUp", 2), ("End", last), ("ArrowRight", last), ("Home", 1), ("ArrowLeft", 1), ("Enter", 2),
    ]:  # fmt: skip
        talk.press(key)
        expect(talk.place).to_have_text(f"{number} / {last}")
        expect(talk.page.locator(".slide.is-shown")).to_have_count(1)
    talk.press("4", "Enter")
    expect(talk.place).to_have_text(f"4 / {last}")
    talk.press("9", "9", "Enter")
    expect(talk.place).to_have_text(f"{last} / {last}")
    expect(talk.page.locator("#live")).to_have_text(re.compile(rf"^Slide {last} of {last}: \w"))
    in_the_same_turn = """() => {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "3" }));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
      const slide = document.querySelector(".slide.is-shown"), chart = slide.querySelector(".chart");
      return [slide.querySelector(".place").textContent, chart ? chart.querySelectorAll(".point, .scatterlayer path").length > 0 : true];
    }"""
    assert talk.page.evaluate(in_the_same_turn) == [f"3 / {last}", True]


def test_the_edges_and_a_swipe_lead_too_and_keep_the_keys(new_page: Callable[..., Page], server: Server) -> None:
    talk = Talk(new_page(has_touch=True), server.address)
    talk.open()
    talk.page.locator("#edge-next").click()
    talk.page.locator("#edge-next").click()
    talk.page.locator("#edge-back").click()
    expect(talk.place).to_have_text(re.compile("^2 /"))
    talk.press(" ")
    expect(talk.place).to_have_text(re.compile("^3 /"))
    for start, end, number in ((800, 400, 4), (800, 400, 5), (800, 780, 5), (400, 800, 4)):
        talk.page.evaluate(SWIPE, [start, end])
        expect(talk.place).to_have_text(re.compile(f"^{number} /"))


def test_b_blanks_the_screen_also_under_an_input_method_and_the_next_key_shows_a_slide_again(talk: Talk) -> None:
    talk.open()
    for key in ("b", "."):
        talk.press("b")
        expect(talk.page.locator("#blank")).to_be_visible()
        talk.press(key)
        expect(talk.page.locator("#blank")).to_be_hidden()
    talk.page.evaluate("() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code: 'KeyB' }))")
    expect(talk.page.locator("#blank")).to_be_visible()
    talk.press("ArrowRight")
    expect(talk.page.locator("#blank")).to_be_hidden()
    expect(talk.place).to_have_text(re.compile("^2 /"))


def test_overlays_show_definition_sql_table_and_keys_and_give_the_focus_back(talk: Talk) -> None:
    talk.open("lang=en&fair=1")
    talk.of_kind("chart")
    place = talk.place.inner_text()
    talk.press("d")
    expect(talk.overlay).to_contain_text("People wanted")
    expect(talk.overlay.locator("pre").first).to_contain_text("select")
    assert talk.page.evaluate("() => document.querySelector('dialog').contains(document.activeElement)")
    talk.press("t")
    rows = talk.overlay.locator("tbody tr")
    assert rows.count() > 3
    talk.press("Escape")
    expect(talk.overlay).to_have_count(0)
    talk.press("?")
    expect(talk.overlay.locator("kbd").filter(has_text="PageDown")).to_be_visible()
    talk.press("Tab", "Enter")  # from the text to the button that closes
    expect(talk.overlay).to_have_count(0)
    assert talk.place.inner_text() == place
    talk.press("t", "ArrowRight")
    expect(talk.overlay).to_have_count(0)
    assert talk.place.inner_text() != place


def test_the_pointer_hides_when_it_rests_and_comes_back_when_it_moves(talk: Talk) -> None:
    talk.open()
    talk.page.mouse.move(300, 300)
    expect(talk.page.locator("body")).not_to_have_class(re.compile("is-at-rest"))
    expect(talk.page.locator("body")).to_have_class(re.compile("is-at-rest"))
    assert talk.page.evaluate("() => getComputedStyle(document.querySelector('.slide.is-shown')).cursor") == "none"
    talk.page.mouse.move(340, 300)
    expect(talk.page.locator("body")).not_to_have_class(re.compile("is-at-rest"))


def test_a_mark_that_is_clicked_stands_out_and_no_number_changes(talk: Talk) -> None:
    talk.open("lang=en&fair=1")
    talk.at_rest()
    talk.of_kind("chart")
    marks = talk.slide.locator(".bars .point path")
    before, opacities = talk.texts(), lambda: marks.evaluate_all("(paths) => paths.map((path) => Number(getComputedStyle(path).opacity))")

    def click(number: int) -> None:
        box = marks.nth(number).bounding_box()
        assert box
        talk.page.mouse.move(box["x"] + 6, box["y"] + box["height"] / 2)
        expect(talk.slide.locator(".hoverlayer .hovertext")).to_be_visible()
        talk.page.mouse.down()
        talk.page.mouse.up()

    click(1)
    expect(marks.nth(0)).to_have_css("opacity", "0.3")
    assert opacities()[1] == 1
    click(1)
    expect(marks.nth(0)).to_have_css("opacity", "1")
    click(2)
    expect(marks.nth(0)).to_have_css("opacity", "0.3")
    talk.press("Escape")
    expect(marks.nth(0)).to_have_css("opacity", "1")
    talk.page.mouse.move(5, 5)
    expect(talk.slide.locator(".hoverlayer .hovertext")).to_have_count(0)
    assert talk.texts() == before


def test_nothing_is_cut_off_and_type_is_large_on_every_screen(new_page: Callable[..., Page], server: Server) -> None:
    talk = Talk(new_page(viewport={"width": 1024, "height": 768}), server.address)
    long = storyboard.standard("fair")
    for slide in long.on:
        long = long.retitled(slide.kind, "zh", LONG)
    for query in ("lang=en", "lang=zh&mode=dark&fair=1&" + urlencode(long.to_url())):
        talk.open(query)
        for width, height in SIZES:
            talk.page.set_viewport_size({"width": width, "height": height})
            talk.at_rest()
            assert faults_of_layout(talk.page) == [], (width, height)
            assert talk.page.evaluate("() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth")
            assert min(type_px(talk.page, ".slide .finding")) >= 48
            assert min(type_px(talk.page, ".tile .amount")) >= 74
            assert query != "lang=en" or min(type_px(talk.page, ".tile .label, .tile .remark, .remarks p")) >= 30
            assert min(type_px(talk.page, ".chart text")) >= 24
        expect(talk.slide.locator("footer .stamp")).to_contain_text(re.compile(r"\d{8}T\d{6}Z"))
        expect(talk.slide.locator("footer .synthetic")).to_be_visible()


def test_leaving_leads_back_to_the_briefing_with_the_same_selection(talk: Talk) -> None:
    talk.page.route("**/briefing?*", lambda route: route.fulfill(body="<title>briefing</title>", content_type="text/html"))
    talk.open("lang=en&fair=1&mode=dark")
    talk.press("t", "Escape")
    expect(talk.place).to_be_visible()
    talk.press("Escape")
    expect(talk.page).to_have_url(re.compile(r"/briefing\?fair=1&lang=en&mode=dark$"))


def test_a_reload_stays_on_the_slide_and_the_version(talk: Talk) -> None:
    talk.open()
    talk.press("3", "Enter")
    expect(talk.page).to_have_url(re.compile(r"[?&]v=\w+-\w+#s=\w+&n=3$"))
    talk.page.reload()
    expect(talk.place).to_have_text(re.compile("^3 /"))


def test_a_page_of_this_server_opens_it_over_itself_and_gets_its_focus_back(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/fairboard/health")
    page.evaluate(LAUNCH, [LAUNCHER.read_text(encoding="utf-8"), f"{server.address}/fairboard/present?lang=en#2"])
    page.get_by_role("button", name="Present").click()
    frame = page.frame_locator("iframe.fairboard-presentation")
    expect(frame.locator(".slide.is-shown .place")).to_have_text(re.compile("^2 /"))
    assert page.evaluate("() => document.fullscreenElement?.className") == "fairboard-presentation"
    page.keyboard.press("ArrowRight")
    expect(frame.locator(".slide.is-shown .place")).to_have_text(re.compile("^3 /"))
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_have_count(0)
    assert page.evaluate("() => window.closed_with") == {"newer": None}
    expect(page.get_by_role("button", name="Present")).to_be_focused()


def test_in_a_frame_of_another_kind_it_is_a_preview_that_follows_the_address(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/fairboard/health")
    page.evaluate("(url) => { const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame); }", f"{server.address}/fairboard/present?lang=en#2")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".slide.is-shown .place")).to_have_text(re.compile("^2 /"))
    page.evaluate("() => { const { location } = document.querySelector('iframe').contentWindow; location.hash = '#4'; }")
    expect(frame.locator(".slide.is-shown .place")).to_have_text(re.compile("^4 /"))
    assert page.evaluate("() => document.activeElement === document.body")
    expect(frame.locator("#toast.is-shown")).to_have_count(0)


def test_texts_of_a_storyboard_are_shown_as_they_are(talk: Talk) -> None:
    board = storyboard.standard("season")
    title = "</script><img src=x onerror=alert(1)><b>x</b>"
    for slide in board.on:
        board = board.retitled(slide.kind, "en", title)
    talk.open("lang=en&" + urlencode(board.to_url()))
    for _ in range(talk.count):
        expect(talk.slide.locator(".title")).to_have_text(title)
        talk.press("ArrowRight")
    assert talk.page.locator("img").count() == 0


def test_a_presentation_that_is_not_there_says_so_and_still_goes_away_in_a_frame(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/fairboard/health")
    page.route("**/fairboard/present?*", lambda route: route.fulfill(response=route.fetch(), status=200))  # an error status is a fault to the watch
    page.evaluate(LAUNCH, [LAUNCHER.read_text(encoding="utf-8"), f"{server.address}/fairboard/present?lang=en&v=20200101T000000Z-0000"])
    page.get_by_role("button", name="Present").click()
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("There is nothing to present")
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_have_count(0)
