"""Times in the browser, from the release of the mouse button to the last painted chart."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plotly
from playwright.sync_api import Browser, Locator, Page, TimeoutError, sync_playwright

from scripts.browser import ADVICE, find_browser

WATCHER = Path(__file__).parent / "watcher.js"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1366, "height": 768}
LONGEST_WAIT_MS = 60_000
QUIET_MS = 300
SETTLING_MS = 100
MARK = ":is(.barlayer .point path, .scatterlayer path.point)"
READ_CHARTS = """() => [...document.querySelectorAll('.js-plotly-plot:not(.fb-spare)')].map((chart) => JSON.stringify(
    { data: chart.data, layout: chart.layout, width: chart.offsetWidth, height: chart.offsetHeight }))"""
HOLDS_INDEX = "() => { const { board } = document.querySelector('.fb-board'); return board.index && board.root.dataset.index === board.wanted; }"
DROP_INDEX = "() => { document.querySelector('.fb-board').board.index = null; }"
BRUSH_STEPS = 40
# Moves over the wage bands as a hand does, one a frame; gives how many times a second the charts were repainted.
BRUSH = """async (steps) => {
  const { board } = document.querySelector(".fb-board");
  const chart = document.querySelector("[data-panel=wages] .js-plotly-plot");
  const box = chart.querySelector(".nsewdrag").getBoundingClientRect();
  const frame = () => new Promise(requestAnimationFrame);
  const send = (name, target, part) => target.dispatchEvent(new PointerEvent(name, {
    bubbles: true, isPrimary: true, button: 0, clientX: box.left + box.width * part, clientY: box.top + box.height / 2 }));
  send("pointerdown", chart, 0.05);
  send("pointermove", window, 0.1);
  await frame(); await frame();
  const started = performance.now();
  let painted = 0;
  for (let step = 1; step <= steps; step += 1) {
    const before = board.redraws;
    send("pointermove", window, 0.1 + (0.8 * step) / steps);
    await frame(); await frame();
    if (board.redraws > before) painted += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  send("pointercancel", window, 0.9);
  return painted / seconds;
}"""
FLOOR_PAGE = """<button>draw</button><script>
  document.querySelector("button").onclick = () => {
    const charts = document.querySelectorAll(".chart");
    window.arrays.forEach(({ data, layout }, number) => Plotly.react(charts[number], data, layout, { displayModeBar: false, responsive: true }));
  };
</script>"""
GIVE_ARRAYS = """(texts) => {
  window.arrays = texts.map((text) => JSON.parse(text));
  if (document.querySelector(".chart")) return;
  for (const { width, height } of window.arrays) {
    const chart = document.createElement("div");
    chart.className = "chart";
    chart.style = `width: ${width}px; height: ${height}px`;
    document.body.append(chart);
  }
}"""


@contextmanager
def running() -> Iterator[Browser]:
    """A browser without a window; raises RuntimeError where there is none on this machine."""
    program = find_browser()
    if program is None:
        raise RuntimeError(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """A tab with the watcher in it, with an empty cache."""
    context = browser.new_context(viewport=SIZE, locale="zh-CN")
    context.add_init_script(path=WATCHER)
    yield context.new_page()
    context.close()


def first_load(browser: Browser, address: str, charts: int) -> float:
    """Milliseconds from the start of navigation, with an empty cache, until ``charts`` charts are painted."""
    with fresh_page(browser) as page:
        page.goto(address)
        return wait_until_quiet(page, charts)


def wait_until_quiet(page: Page, charts: int) -> float:
    """Wait until ``charts`` charts have been painted and nothing moves; gives the milliseconds that the painting took.

    Raises RuntimeError with what the page says where they are not painted in time.
    """
    try:
        page.wait_for_function(f"() => window.bench.isQuiet({charts}, {QUIET_MS})", polling=50, timeout=LONGEST_WAIT_MS)
    except TimeoutError as error:
        raise RuntimeError(f"{page.url} was not painted in {LONGEST_WAIT_MS // 1000} s. It says:\n{page.inner_text('body')[:1000]}") from error
    return page.evaluate("() => window.bench.elapsed()")


def click(page: Page, target: Locator, charts: int) -> float:
    """Click the middle of ``target``; gives the milliseconds until ``charts`` charts have been painted for the last time."""
    point_at(page, target)
    page.wait_for_timeout(SETTLING_MS)
    page.evaluate("() => window.bench.arm()")
    page.mouse.down()
    page.mouse.up()
    return wait_until_quiet(page, charts)


def point_at(page: Page, target: Locator) -> None:
    """Move the mouse to the middle of ``target``, in two steps, so that it has moved even if it was there."""
    target.evaluate("node => node.scrollIntoView({ block: 'nearest' })")
    page.wait_for_timeout(SETTLING_MS)
    box = target.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x + 1, y + 1)
    page.mouse.move(x, y)


class Dashboard:
    """A page of the dashboard in a tab: its marks are clicked."""

    # The board says itself when all its charts are drawn.
    charts = 1

    def __init__(self, page: Page, address: str, path: str = ""):
        self._page = page
        page.goto(f"{address}/{path}?lang=zh")
        wait_until_quiet(page, self.charts)

    def choose(self, panel: str, number: int, *, is_held: bool | None = None) -> float:
        """Click mark ``number`` of ``panel``: the first click chooses it, the second clears it.

        With ``is_held`` only once the browser holds the index of the selection; where it is false, after the browser has lost it, so that
        the server must answer.
        """
        if is_held is not None:
            self.hold()
        if is_held is False:
            self._page.evaluate(DROP_INDEX)
        mark = self._page.locator(f"[data-panel={panel}] {MARK}").nth(number)
        point_at(self._page, mark)
        self._page.locator(f"[data-panel={panel}] .hoverlayer > *").first.wait_for()  # before that a click would not be taken
        return click(self._page, mark, self.charts)

    def hold(self) -> None:
        """Wait until the browser holds the index of the selection shown; it is fetched for a pointer in the board."""
        self._page.locator(".fb-tiles").hover(position={"x": 2, "y": 2})
        self._page.wait_for_function(HOLDS_INDEX, timeout=LONGEST_WAIT_MS)

    def brush(self) -> float:
        """Drag over the wage bands; gives how many times a second the charts were repainted."""
        self.hold()
        self._page.locator("[data-panel=wages] .nsewdrag").first.scroll_into_view_if_needed()
        found = self._page.evaluate(BRUSH, BRUSH_STEPS)
        self._page.locator(".fb-board").evaluate("board => board.scrollIntoView()")
        return found

    def arrays(self) -> list[str]:
        """What each chart shows now, as JSON."""
        return self._page.evaluate(READ_CHARTS)


class Naive:
    """The naive page in a tab: its one filter is set."""

    charts = 6

    def __init__(self, page: Page, address: str):
        self._page = page
        page.goto(address)
        wait_until_quiet(page, self.charts)

    def choose(self, number: int) -> float:
        """Choose option ``number`` of the filter; 0 is everything."""
        self._page.get_by_role("combobox").click()
        option = self._page.get_by_role("option").nth(number)
        option.wait_for()
        return click(self._page, option, self.charts)


class Floor:
    """The dashboard's charts in a page of their own, redrawn by plotly.js from arrays: no server, no framework."""

    def __init__(self, page: Page):
        self._page = page
        page.goto("about:blank")
        page.add_script_tag(path=PLOTLY)
        page.evaluate("(text) => document.body.append(document.createRange().createContextualFragment(text))", FLOOR_PAGE)

    def draw(self, arrays: list[str]) -> float:
        """Redraw all charts from ``arrays``."""
        self._page.evaluate(GIVE_ARRAYS, arrays)
        return click(self._page, self._page.locator("button"), len(arrays))
