"""A presentation as the tests see it: the window of the audience, and that of the speaker."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

SHOWN = ".slide.is-shown"
PAINTS = """() => {
  window.paints = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.name === "keydown") window.paints.push(entry.duration); })
    .observe({ type: "event", durationThreshold: 16, buffered: false });
}"""
BEYOND = """(margin) => [...document.querySelectorAll(".slide")].flatMap((slide) => {
  const outer = slide.getBoundingClientRect();
  const boxes = [...slide.querySelectorAll("header > *, .content > *, .tile > *, .points > li, .remarks > *, footer > *, .chart .main-svg:first-child, .chart text")];
  return boxes.filter((box) => {
    const a = box.getBoundingClientRect();
    return a.width && (a.left < outer.left - margin || a.right > outer.right + margin || a.top < outer.top - margin || a.bottom > outer.bottom + margin);
  }).map((box) => `${slide.getAttribute("aria-label")}: ${box.outerHTML.slice(0, 120)}`);
})"""
COVERED = """() => [...document.querySelectorAll(".slide")].flatMap((slide) => {
  const parts = ["header", ".content", ".remarks", "footer"].map((name) => slide.querySelector(name)).filter((part) => part.offsetHeight);
  return parts.slice(1).flatMap((part, place) => (part.getBoundingClientRect().top < parts[place].getBoundingClientRect().bottom - 1 ? [slide.ariaLabel] : []));
})"""
OVER_TILE = """() => [...document.querySelectorAll(".tile *")].filter((part) => {
  const a = part.getBoundingClientRect(), b = part.closest(".tile").getBoundingClientRect();
  return a.width && (a.right > b.right || a.bottom > b.bottom + 1 || a.top < b.top - 1);
}).map((part) => part.outerHTML)"""
TYPE_PX = """(query) => [...document.querySelectorAll(query)].filter((node) => node.textContent).map((node) => parseFloat(getComputedStyle(node).fontSize))"""


class Talk:
    """The window of the audience."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, query: str = "lang=en") -> None:
        """Go to the presentation and wait for its first slide."""
        self.page.goto(f"{self.address}/fairboard/present?{query}")
        expect(self.page.locator("#live")).not_to_be_empty()

    def at_rest(self) -> None:
        """Wait until every slide is fitted, with its chart."""
        size = self.page.viewport_size or {}
        expect(self.page.locator(f"body[data-state=ready][data-size='{size['width']}x{size['height']}']")).to_be_attached()

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def slide(self) -> Locator:
        """The slide in sight."""
        return self.page.locator(SHOWN)

    @property
    def place(self) -> Locator:
        """Its number and the count of slides."""
        return self.slide.locator(".place")

    @property
    def count(self) -> int:
        """How many slides there are."""
        return self.page.locator(".slide").count()

    @property
    def overlay(self) -> Locator:
        """What lies over the slide."""
        return self.page.locator("dialog[open]")

    def texts(self) -> list[str]:
        """Everything that stands on all slides, charts included."""
        return self.page.evaluate("() => [...document.querySelectorAll('.slide')].map((slide) => slide.textContent)")

    def of_kind(self, kind: str) -> None:
        """Go to the first slide that has a ``chart``, ``tiles`` or ``points``."""
        number = self.page.evaluate("(kind) => [...document.querySelectorAll('.slide')].findIndex((slide) => slide.classList.contains(kind))", f"has-{kind}")
        self.press(*str(number + 1), "Enter")
        expect(self.slide.locator(f".{kind}")).to_be_visible()

    def speaker(self, key: str = "n") -> Page:
        """The speaker's window, opened by the key."""
        with self.page.expect_popup() as opening:
            self.press(key)
        notes = opening.value
        expect(notes.locator("#current .slide")).to_be_visible()
        return notes

    def measure_paints(self) -> None:
        """From now on, keep how long it takes from each key until what it changes is painted; see :meth:`paints_ms`."""
        self.page.evaluate(PAINTS)

    def paints_ms(self) -> list[float]:
        """Milliseconds from each key press to the next paint, in steps of 8; those below 16 are not reported by the browser."""
        return self.page.evaluate("() => new Promise((resolve) => setTimeout(() => resolve(window.paints), 300))")


def faults_of_layout(page: Page) -> list[Any]:
    """What sticks out of its slide or its tile, or lies on another part of the slide."""
    return page.evaluate(BEYOND, 1.5) + page.evaluate(COVERED) + page.evaluate(OVER_TILE)


def type_px(page: Page, query: str) -> list[float]:
    """The sizes of type, in points of the stage, of what has text."""
    return page.evaluate(TYPE_PX, query)
