"""Take a picture of every page into build/screenshots: Chinese and English, light and dark, in three sizes.

    python scripts/screenshots.py                    all of them (some minutes)
    python scripts/screenshots.py overview wages     only these pages
    python scripts/screenshots.py zh light phone     only these languages, schemes and sizes (words may be mixed)
    python scripts/screenshots.py --readme           only docs/overview.png, the picture of the README

The dashboard is started on a free port with the data that are there, and ended afterwards.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.request import urlopen

from browser import ADVICE, find_browser
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from fairboard.ui.registry import PAGES  # noqa: E402

TARGET = PROJECT / "build" / "screenshots"
README_PICTURE = PROJECT / "docs" / "overview.png"
LANGUAGES = ("zh", "en")
SCHEMES = ("light", "dark")
README_SIZE = (1366, 900)
SIZES = {"laptop": (1366, 768), "wall": (1920, 1080), "phone": (390, 844)}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CONTENT = ", ".join(
    [".fb-board[data-state=painted]", '[data-testid="stDataFrame"]', '[data-testid="stTabs"]', '[data-testid="stFileUploader"]', '[data-testid="stMain"] h4',
     ".st-key-sql_text", ".st-key-views_list"]
)
"""What a page has instead of its title alone: a board, a table, sections, a place for a file, an editor, a list, or what would stand there."""
LONGEST_WAIT_MS = 60_000
SETTLING_MS = 800


def main(words: list[str]) -> int:
    """Take the pictures; gives 1 where there is no browser."""
    program = find_browser()
    if program is None:
        print(ADVICE, file=sys.stderr)
        return 1
    kinds = [[page.name for page in PAGES], LANGUAGES, SCHEMES, tuple(SIZES)]
    if unknown := set(words) - {"--readme"} - {word for kind in kinds for word in kind}:
        print(f"Unknown: {', '.join(sorted(unknown))}. Known: {', '.join(word for kind in kinds for word in kind)}.", file=sys.stderr)
        return 1
    with running_dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        if "--readme" in words:
            take(browser, address, "overview", "zh", "light", README_SIZE, README_PICTURE, is_whole=False)
            return 0
        for name, language, scheme, size in product(*(chosen(kind, words) for kind in kinds)):
            target = TARGET / f"{name}-{language}-{scheme}-{size}.png"
            take(browser, address, name, language, scheme, SIZES[size], target)
            print(target.relative_to(PROJECT), flush=True)
    return 0


def chosen(kind: Sequence[str], words: list[str]) -> list[str]:
    """Those of ``kind`` that the words name, or all of them where the words name none."""
    return [item for item in kind if item in words] or list(kind)


def take(
    browser: Browser, address: str, name: str, language: str, scheme: str, size: tuple[int, int], target: Path, *, is_whole: bool = True
) -> None:
    """One picture of a whole page, or of what is seen of it at first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    path = "" if name == PAGES[0].name else name
    page.goto(f"{address}/{path}?lang={language}")
    wait_until_painted(page)
    if is_whole:
        page.set_viewport_size({"width": width, "height": max(height, content_height(page))})
        page.wait_for_timeout(SETTLING_MS)
    page.screenshot(path=target)
    context.close()


def wait_until_painted(page: Page) -> None:
    """Wait for the title, for the board or what a page has in its place, for the script to end, and for every board to be painted."""
    page.wait_for_selector("h1", timeout=LONGEST_WAIT_MS)
    page.wait_for_selector(CONTENT, timeout=LONGEST_WAIT_MS)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=LONGEST_WAIT_MS)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.fb-board')].every(board => board.dataset.state === 'painted')", timeout=LONGEST_WAIT_MS
    )
    page.wait_for_timeout(SETTLING_MS)


def content_height(page: Page) -> int:
    """How high the page is, without a scroll bar."""
    return page.evaluate("() => { const main = document.querySelector('[data-testid=\"stMain\"]'); return main ? main.scrollHeight + 8 : 0 }")


@contextmanager
def running_dashboard() -> Iterator[str]:
    """The address of a dashboard of our own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "fairboard", "serve", "--port", str(port), "--address", "127.0.0.1"], cwd=PROJECT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_open(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_until_open(address: str, server: subprocess.Popen) -> None:
    """Wait until the server answers; raises where it ends or takes over two minutes."""
    for _ in range(240):
        try:
            urlopen(address, timeout=2)
        except OSError:
            if server.poll() is not None:
                raise
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(address)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
