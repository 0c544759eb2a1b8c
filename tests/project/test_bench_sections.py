"""docs/performance.md is written piece by piece: each command its own section, and nothing else of it."""

import pytest

from bench import sections

BY_HAND = "# How fast it is\n\nBy hand.\n"


def test_a_section_takes_the_place_of_its_old_self_and_leaves_the_rest():
    document = sections.replaced(BY_HAND, "pages", "## Pages\n\nold") + "\nBy hand, too.\n"
    again = sections.replaced(document, "pages", "## Pages\n\nnew")
    assert again == BY_HAND + "\n<!-- pages -->\n## Pages\n\nnew\n<!-- /pages -->\n\nBy hand, too.\n"


def test_sections_stand_in_their_order_whichever_was_written_first():
    document = BY_HAND
    for name in ("import", "scale", "pages", "peers"):
        document = sections.replaced(document, name, f"## {name}")
    places = [document.index(f"<!-- {name} -->") for name in ("pages", "peers", "scale", "import")]
    assert places == sorted(places) and document.startswith(BY_HAND) and document.endswith("<!-- /import -->\n")


def test_an_unknown_section_is_refused():
    with pytest.raises(ValueError):
        sections.replaced(BY_HAND, "speed", "## Speed")


def test_every_section_of_the_document_is_one_that_a_command_writes():
    text = sections.DOCUMENT.read_text(encoding="utf-8")
    begun = [line[5:-4] for line in text.splitlines() if line.startswith("<!-- ") and not line.startswith("<!-- /")]
    assert begun == [name for name in sections.ORDER if name in begun] and "pages" in begun
    assert [line[6:-4] for line in text.splitlines() if line.startswith("<!-- /")] == begun
