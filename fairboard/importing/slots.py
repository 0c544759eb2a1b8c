"""The beginning of a slot of time: 09:00-09:10, 9:00～10:00, 9点至10点."""

import re

from fairboard.importing.parsing.moment import parse_moment

RANGE = re.compile(r"(.*?\d{1,2}\s*(?:[:：]\s*\d{1,2}(?:[:：]\d{1,2})?|[点时]半?(?:\d{1,2}分)?))\s*[-–—~～至到]+\s*(\d.*)")


def parse_slot(text: str) -> int | None:
    """The minute of the day at which a time, or a range of times, begins; None where the text is neither."""
    minute = parse_moment(text)
    if minute is None and (found := RANGE.fullmatch(text.strip()[:60])) and parse_moment(found.group(2)) is not None:
        return parse_moment(found.group(1))
    return minute
