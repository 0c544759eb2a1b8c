"""The page Briefing: a storyboard with its slides, the press text, figures of published texts against the records, and old files."""

from fairboard.ui import controls
from fairboard.ui.briefing import old_files_part, press_part, published_part, slides_part, state
from fairboard.ui.context import Context

PART_KEY = "part"
PARTS = {"slides": "Slides", "text": "Press text", "published": "Check a published text", "file": "Check an old file"}


def draw(context: Context) -> None:
    """The page: the part that is chosen."""
    board = state.take(context)
    part = controls.choice(context, PART_KEY, context.text("Part"), {code: context.text(label) for code, label in PARTS.items()}, default="slides")
    if part == "slides":
        slides_part.draw(context, board)
    elif part == "text":
        press_part.draw(context)
    elif part == "published":
        published_part.draw(context)
    else:
        old_files_part.draw(context)
