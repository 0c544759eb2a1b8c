"""Texts of the program that are stored in English stand in a file in its own language."""

import pyarrow as pa

from fairboard.exports.rows import in_words
from fairboard.importing.postings import NO_TITLE
from fairboard.locale import translate


def test_reasons_are_written_in_the_language_of_the_file_and_nothing_else_is_touched():
    batch = pa.record_batch({"value": [NO_TITLE, None], "reason": [NO_TITLE, None]})
    assert in_words(batch, "zh").to_pydict() == {"value": [NO_TITLE, None], "reason": [translate(NO_TITLE, "zh"), None]}
    assert in_words(batch, "en").equals(batch)
    assert translate(NO_TITLE, "zh") != NO_TITLE
