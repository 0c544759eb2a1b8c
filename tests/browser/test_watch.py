"""The watch over every page of these tests does notice what it is there for."""

from playwright.sync_api import Browser

from tests.browser.conftest import Server, Watch, without_known_race
from tests.browser.screen import Screen


def test_a_deep_link_is_silent_and_outside_requests_and_errors_are_noticed(server: Server, browser: Browser) -> None:
    watch, context = Watch(), browser.new_context()
    page = context.new_page()
    watch.attach(page)
    Screen(page, server.address).open("wages?fair=1&lang=zh")
    assert watch.faults == []
    page.evaluate("() => { console.error('planted'); setTimeout(() => { throw new Error('thrown') }); }")
    page.evaluate("() => fetch('http://outside.invalid/').catch(() => null)")
    page.evaluate("() => fetch('/fairboard/assets/missing.js').then(() => null)")
    page.evaluate("() => fetch('http://127.0.0.1:1/').catch(() => null)")
    page.wait_for_timeout(200)
    context.close()
    noticed = "\n".join(watch.faults)
    address = f"{server.address}/fairboard/assets/missing.js"
    for planted in ("planted", "thrown", "request outside: http://outside.invalid/", f"status 404: {address}", "request failed: http://127.0.0.1:1/"):
        assert planted in noticed, noticed


RACE = """2026-11-24 19:29:35.927 Uncaught app execution
Traceback (most recent call last):
  File "/x/site-packages/streamlit/runtime/scriptrunner/exec_code.py", line 136, in exec_func_with_error_handling
    result = func()
             ^^^^^^
  File "/x/site-packages/streamlit/runtime/state/session_state.py", line 743, in _keys
    new_session_state_keys = {
                             ^
RuntimeError: dictionary changed size during iteration
"""


def test_only_the_race_within_streamlit_is_left_out_of_what_a_server_said():
    assert without_known_race(f"before\n{RACE}after\n") == "before\nafter\n"
    ours = RACE.replace("/x/site-packages/streamlit/runtime/state/session_state.py", "/x/fairboard/ui/frame.py")
    another = RACE.replace("RuntimeError: dictionary changed size during iteration", "KeyError: 'page'")
    assert without_known_race(ours) == ours
    assert without_known_race(another) == another
    assert "KeyError" in without_known_race(RACE + another)
