"""The pages in tabs of one browser: on each a bar of the chart of regions is clicked, with the mouse, where the bar stands by now."""

from playwright.sync_api import Page

from bench.browser import HOLDS_INDEX, LONGEST_WAIT_MS, MARK, SETTLING_MS, wait_until_quiet

CHARTS = 6
# The middle of a bar that Bokeh has drawn, in the window; its scales tell where a category stands.
BOKEH_BAR = """(number) => {
  const model = Bokeh.documents.map((doc) => doc.get_model_by_name("regions")).find((found) => found);
  const view = Bokeh.index.find_one_by_id(model.id);
  const factors = model.y_range.factors;
  const { left, top } = view.el.getBoundingClientRect();
  return { x: left + view.frame.x_scale.compute(0) + 8, y: top + view.frame.y_scale.compute(factors[factors.length - 1 - number]) };
}"""
MIDDLE = """(node) => {
  node.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}"""
MOSAIC_BAR = """(number) => {
  const bars = [...document.querySelectorAll("#regions svg [aria-label=bar] rect")].map((bar) => bar.getBoundingClientRect());
  const { left, top, width, height } = bars.sort((one, other) => one.top - other.top)[number];
  return { x: left + width / 2, y: top + height / 2 };
}"""


class Tab:
    """A page of six charts. What differs from page to page is where its bars stand, and how a choice is taken back."""

    charts = CHARTS

    def __init__(self, page: Page, address: str):
        self._page = page
        page.goto(address)
        wait_until_quiet(page, self.charts)

    def place(self, number: int) -> dict[str, float]:
        """The middle of the bar of region ``number``, in pixels of the window."""
        raise NotImplementedError

    def choose(self, number: int) -> float:
        """Click region ``number``, of which nothing is chosen yet; gives the milliseconds until all six charts have been painted for the last time."""
        self._point_at(number)
        self._page.wait_for_timeout(SETTLING_MS)
        self._page.evaluate("() => window.bench.arm()")
        self._page.mouse.down()
        self._page.mouse.up()
        return wait_until_quiet(self._page, self.charts)

    def clear(self, number: int) -> None:
        """Take the choice back: the same region once more."""
        self.choose(number)

    def _point_at(self, number: int) -> None:
        """Move there in two steps, so that the mouse has moved even if it was there, and the chart knows over which bar it is."""
        self.place(number)
        self._page.wait_for_timeout(SETTLING_MS)
        place = self.place(number)
        self._page.mouse.move(place["x"] + 1, place["y"] + 1)
        self._page.mouse.move(place["x"], place["y"])


class PlotlyTab(Tab):
    """Dash."""

    chart = "#regions"

    def place(self, number: int) -> dict[str, float]:
        """Bars in the order of their drawing, which is that of the regions."""
        return self._page.locator(f"{self.chart} .barlayer .point path").nth(number).evaluate(MIDDLE)

    def _point_at(self, number: int) -> None:
        super()._point_at(number)
        self._page.locator(f"{self.chart} .hoverlayer > *").first.wait_for()  # before that plotly.js would not take a click


class StreamlitTab(PlotlyTab):
    """A plain Streamlit page, whose chart of regions heads the second column."""

    chart = ":nth-match(.js-plotly-plot, 4)"

    def clear(self, number: int) -> None:
        """Not needed: the next bar that is clicked takes the place of this one, and all six charts are drawn anew either way."""


class PanelTab(Tab):
    """Panel with Bokeh."""

    def place(self, number: int) -> dict[str, float]:
        """By Bokeh's own scales: there is no element for a bar."""
        return self._page.evaluate(BOKEH_BAR, number)


class MosaicTab(Tab):
    """Mosaic."""

    def place(self, number: int) -> dict[str, float]:
        """Bars from top to bottom: they are drawn in the order of their names, and drawn anew by every change."""
        self._page.locator("#regions").scroll_into_view_if_needed()
        return self._page.evaluate(MOSAIC_BAR, number)


class FairboardTab(Tab):
    """Fairboard's six charts: the region's tile on its board. The board says itself when all its charts are drawn.

    The browser holds no index of education and ownership, so the server answers each click here.
    """

    panel = "[data-panel=regions]"

    def place(self, number: int) -> dict[str, float]:
        """Tiles in the order of the regions."""
        return self._page.locator(f"{self.panel} {MARK}").nth(number).evaluate(MIDDLE)

    def _point_at(self, number: int) -> None:
        super()._point_at(number)
        self._page.locator(f"{self.panel} .hoverlayer > *").first.wait_for()


class OverviewTab(FairboardTab):
    """Fairboard's Overview: four charts and seven tiles; the browser holds an index of all four, fetched for a hand that comes near, as Mosaic's is."""

    charts = 4

    def _point_at(self, number: int) -> None:
        super()._point_at(number)
        self._page.wait_for_function(HOLDS_INDEX, timeout=LONGEST_WAIT_MS)
