"""The speaker's window: in step with the slides, and the only place where newer data are told."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from fairboard.briefing import storyboard
from tests.browser.conftest import Server, Watch
from tests.browser.talk import Talk
from tests.browser.test_new_version import JOBS


@pytest.fixture
def speaker() -> Iterator[Callable[[Talk], Page]]:
    """Opens the speaker's window of a talk, which is watched as every page is."""
    watch = Watch()

    def opened(talk: Talk) -> Page:
        notes = talk.speaker()
        watch.attach(notes)
        return notes

    yield opened
    assert not watch.faults, "\n".join(watch.faults)


def test_both_windows_stay_in_step_whichever_has_the_keys(page: Page, server: Server, speaker: Callable[[Talk], Page]) -> None:
    talk = Talk(page, server.address)
    board = storyboard.standard("season")
    kinds = [slide.kind for slide in board.on]
    board = board.noted(kinds[1], "en", "Thank the universities.\nThen pause.")
    talk.open("lang=en&" + urlencode(board.to_url()))
    notes = speaker(talk)
    expect(notes.locator("#place")).to_have_text(f"1 / {talk.count}")
    expect(notes.locator("#note")).to_have_text("No note for this slide.")
    notes.keyboard.press("ArrowRight")
    expect(talk.place).to_have_text(f"2 / {talk.count}")
    expect(notes.locator("#note")).to_have_text("Thank the universities.\nThen pause.")
    expect(notes.locator("#current .title")).to_have_text(talk.slide.locator(".title").inner_text())
    talk.press("PageDown")
    expect(notes.locator("#place")).to_have_text(f"3 / {talk.count}")
    next_title = notes.locator("#next .title").inner_text()
    notes.locator("#go-next").click()
    expect(talk.slide.locator(".title")).to_have_text(next_title)
    notes.keyboard.press("b")
    expect(page.locator("#blank")).to_be_visible()
    expect(notes.locator("#blank")).to_have_attribute("aria-pressed", "true")
    notes.keyboard.press("Escape")
    expect(page.locator("#blank")).to_be_hidden()
    notes.keyboard.press("t")
    expect(talk.overlay).to_be_visible()
    expect(notes.locator("#table")).to_have_attribute("aria-pressed", "true")
    notes.keyboard.press("Escape")
    expect(talk.overlay).to_have_count(0)
    notes.keyboard.press("End")
    expect(notes.locator("#next")).to_have_text("This is the last slide.")
    page.goto(f"{server.address}/fairboard/health")
    expect(notes.locator("#closed")).to_be_visible()


def test_the_clock_runs_from_the_first_step_on_and_can_be_stopped_and_put_back(page: Page, server: Server, speaker: Callable[[Talk], Page]) -> None:
    talk = Talk(page, server.address)
    talk.open()
    notes = speaker(talk)
    elapsed = notes.locator("#elapsed")
    expect(elapsed).to_have_text("00:00")
    expect(notes.locator("#now")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    talk.press("ArrowRight")
    expect(elapsed).to_have_text(re.compile("00:0[1-9]"))
    notes.get_by_role("button", name="Pause").click()
    expect(notes.get_by_role("button", name="Start")).to_be_visible()
    held = elapsed.inner_text()
    notes.close()
    again = talk.speaker()
    expect(again.locator("#elapsed")).to_have_text(held)
    again.get_by_role("button", name="Reset").click()
    expect(again.locator("#elapsed")).to_have_text("00:00")


def test_two_presentations_in_one_browser_do_not_mix_and_a_copy_of_a_tab_is_one_of_its_own(page: Page, server: Server) -> None:
    first = Talk(page, server.address)
    first.open()
    copied = page.url
    copy = page.context.new_page()
    copy.goto(copied)
    second = Talk(copy, server.address)
    expect(copy).not_to_have_url(copied)
    second.press("End")
    expect(second.place).to_have_text(f"{second.count} / {second.count}")
    expect(first.place).to_have_text(f"1 / {first.count}")
    notes = first.speaker()
    second.press("Home", "ArrowRight")
    first.press("3", "Enter")
    expect(notes.locator("#place")).to_have_text(f"3 / {first.count}")
    expect(second.place).to_have_text(f"2 / {first.count}")


def test_newer_data_are_told_to_the_speaker_only_and_no_number_moves(fresh_server: Server, page: Page, speaker: Callable[[Talk], Page], tmp_path: Path) -> None:
    talk = Talk(page, fresh_server.address)
    talk.open("lang=en&mode=dark")
    talk.at_rest()
    shown = re.search(r"v=([\w-]+)", page.url)[1]
    notes = speaker(talk)
    before = talk.texts()
    table = tmp_path / "jobs.csv"
    table.write_text(JOBS, encoding="utf-8")
    fresh_server.run("import", str(table), "--new-fair", "测试招聘会", "--host", "沈阳", "--starts-on", "2026-03-25")
    for _ in range(talk.count - 1):
        talk.press("ArrowRight")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")  # else it asks every ten seconds
    expect(notes.locator("#newer")).to_be_visible()
    expect(notes.locator("#newer-text")).to_contain_text(f"The slides stay on {shown}.")
    assert talk.texts() == before
    newer = re.search(r"Newer data: ([\w-]+)\.", notes.locator("#newer-text").inner_text())[1]
    assert newer not in page.content()
    talk.press("Home", "3", "Enter")
    notes.locator("#renew").click()
    expect(page).to_have_url(re.compile(f"v={newer}#"))
    expect(talk.place).to_have_text(re.compile("^3 /"))
    expect(talk.slide.locator(".stamp")).to_contain_text(newer)
    expect(notes.locator("#newer")).to_be_hidden()
    expect(notes.locator("#closed")).to_be_hidden()
    expect(notes.locator("#current .stamp")).to_contain_text(newer)
    expect(talk.slide.locator(".synthetic")).to_have_count(0)
