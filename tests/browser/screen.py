"""What a person sees and does on a page, in the words of the tests."""

import re
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

from fairboard.locale import translate
from fairboard.ui.registry import PAGES

WITHOUT_BOARD = ("records", "methods", "import", "quality", "sql", "views", "briefing")
MOST_MOVES, LABEL_WAIT_MS = 30, 500
LABELS = {"region": ("地区", "Region"), "sector": ("岗位类别", "Sector"), "university": ("高校", "University")}


class Screen:
    """A page of the dashboard at ``address``."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "") -> None:
        """Go to a page by its path and query, and wait for its title and its board."""
        self.page.goto(f"{self.address}/{path}")
        expect(self.title).to_be_visible()
        if not path.startswith(WITHOUT_BOARD):
            expect(self.page.locator(".fb-board[data-state=painted]")).to_be_visible()
        self.at_rest()

    def at_rest(self) -> None:
        """Wait until the script has ended and every board is painted."""
        expect(self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
        expect(self.page.locator(".fb-board:not([data-state=painted])")).to_have_count(0)

    @property
    def title(self) -> Locator:
        """The question at the top of the page."""
        return self.page.locator("h1")

    @property
    def caption(self) -> Locator:
        """The line under the question: selection, kind of record where it is not the sample alone, version."""
        return self.page.get_by_test_id("stMain").get_by_test_id("stCaptionContainer").first

    @property
    def badge(self) -> Locator:
        """The mark before that line which says that the records are a synthetic sample."""
        return self.page.get_by_test_id("stMain").locator(".stMarkdownBadge")

    def tile(self, metric: str) -> Locator:
        """The value of a headline figure."""
        return self.page.locator(f".fb-tile[data-metric={metric}] .fb-tile-value")

    def number(self, metric: str) -> int:
        """The value of a headline figure that is written in full."""
        return int(re.sub(r"[^\d]", "", self.tile(metric).inner_text()))

    def panel(self, name: str) -> Locator:
        """A block of the board."""
        return self.page.locator(f".fb-panel[data-panel={name}]")

    def filter(self, name: str) -> Locator:
        """A list of the sidebar's filters, by its name in any language."""
        chinese, english = LABELS[name]
        return self.page.get_by_test_id("stMultiSelect").filter(has=self.page.get_by_role("combobox", name=re.compile(f"^({chinese}|{english})$")))

    def pills(self, name: str) -> Locator:
        """What is chosen in a filter."""
        return self.filter(name).locator("[data-tag]:visible")

    def choose(self, name: str, typed: str, offered: str) -> None:
        """Type into a filter and take the option that holds the text ``offered``, which has to be the first one."""
        box = self.filter(name).get_by_role("combobox")
        box.click()
        box.press_sequentially(typed)
        first = self.page.get_by_role("option").first
        expect(first).to_contain_text(offered)
        first.click()
        self.page.keyboard.press("Escape")
        expect(self.pills(name).filter(has_text=offered)).to_have_count(1)

    def follow(self, title: str) -> None:
        """Go to another page by the menu; one that stands in a section is found by opening that."""
        name = re.compile(f"^{title}$")
        (page,) = [page for page in PAGES if title in (translate(page.title, "zh"), page.title)]
        if not page.section:
            self.page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
            return
        section = re.compile(f"^({translate(page.section, 'zh')}|{page.section})$")
        self.page.get_by_test_id("stTopNavSection").filter(has_text=section).click()
        self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=name).click()

    def click_bar(self, panel: str, position: int) -> None:
        """Click with the mouse into the middle of a bar."""
        self.at_rest()
        bar = self.panel(panel).locator(".bars .point path").nth(position)
        self.point_at(bar, self.panel(panel).locator(".hoverlayer .hovertext"))
        self.page.mouse.down()
        self.page.mouse.up()

    def point_at(self, mark: Locator, label: Locator) -> None:
        """Move the mouse to a mark, wherever it is by now, until the chart has noticed, which it shows by a label; a click before that hits nothing."""
        for step in range(MOST_MOVES):
            mark.scroll_into_view_if_needed()
            box = mark.bounding_box()
            assert box, "the mark is not on the screen"
            self.page.mouse.move(box["x"] + box["width"] / 2 + step % 2, box["y"] + box["height"] / 2)
            with suppress(TimeoutError):
                label.first.wait_for(timeout=LABEL_WAIT_MS)
                return
        raise AssertionError("the chart does not notice the mouse")

    def download(self, link: Locator, folder: Path) -> Path:
        """Click ``link`` and give the file that arrives."""
        with self.page.expect_download() as waiting:
            link.click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path


def query(**values: str) -> re.Pattern[str]:
    """A URL that has all these parameters, in any order."""
    return re.compile(r"\?" + "".join(rf"(?=.*\b{key}={re.escape(value)}(&|$))" for key, value in values.items()))
