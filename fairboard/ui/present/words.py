"""The words of the two windows, in one language."""

from typing import Any

from fairboard.locale import Language, translate


def of_slides(language: Language) -> dict[str, Any]:
    """What slides and overlays say beside their own texts."""
    return {
        "slide": translate("slide", language),
        "slide_of": translate("Slide {number} of {count}", language),
        "synthetic": translate("Synthetic sample: no real records", language),
        "more_rows": translate("{count} more rows: press T", language),
        "close": translate("Close", language),
        "no_definition": translate("This slide has no figures to define.", language),
        "no_table": translate("This slide has no table.", language),
        "keys": translate("Keys", language),
        "key_list": key_list(language),
        "blank": translate("The screen is blank.", language),
        "hint": translate("→ next · F full screen · N speaker's window · ? all keys", language),
        "hint_left": translate("F full screen again · Esc back to the briefing", language),
        "no_fullscreen": translate("The browser does not allow full screen here; F11 does the same.", language),
        "notes_blocked": translate("The browser blocked the speaker's window. Allow windows of this site, and press N again.", language),
    }


def of_notes(language: Language) -> dict[str, Any]:
    """What the speaker's window says."""
    return of_slides(language) | {
        "locale": "zh-CN" if language == "zh" else "en-GB",
        "notes_title": translate("Speaker's window", language),
        "no_note": translate("No note for this slide.", language),
        "end": translate("This is the last slide.", language),
        "newer": translate("Newer data: {version}. The slides stay on {shown}.", language),
        "start": translate("Start", language),
        "pause": translate("Pause", language),
    }


def in_notes(language: Language) -> dict[str, str]:
    """What stands in the document of the speaker's window, by the place where it stands."""
    return {
        "title": translate("Speaker's window", language),
        "elapsed": translate("Time since the start", language),
        "start": translate("Start", language),
        "reset": translate("Reset", language),
        "time": translate("Time of day", language),
        "renew": translate("Open the slides anew on the newest data", language),
        "current": translate("On the screen", language),
        "next_slide": translate("Next slide", language),
        "notes": translate("Speaker's notes", language),
        "back": translate("Back", language),
        "next": translate("Next", language),
        "blank": translate("Blank screen", language),
        "definition": translate("Definitions and SQL", language),
        "table": translate("Table", language),
        "closed": translate("No presentation is open. Open one on the Briefing page and press N there.", language),
        "hint": translate("The keys work here too; Esc closes what is open on the screen.", language),
    }


def key_list(language: Language) -> list[tuple[list[str], str]]:
    """Keys and what they do, in the order of the help."""
    return [
        (["→", "PageDown", translate("Space", language)], translate("next slide (also by a click on the right edge, or a swipe)", language)),
        (["←", "PageUp"], translate("slide before", language)),
        (["Home", "End"], translate("first slide, last slide", language)),
        (["1 … 9", "Enter"], translate("to the slide of this number", language)),
        (["F"], translate("full screen, and back", language)),
        (["B", "."], translate("blank screen, and back", language)),
        (["D"], translate("definitions and SQL", language)),
        (["T"], translate("table", language)),
        (["N"], translate("speaker's window: notes, next slide, clock", language)),
        (["Esc"], translate("close what is open, then leave", language)),
        (["?"], translate("these keys", language)),
    ]
