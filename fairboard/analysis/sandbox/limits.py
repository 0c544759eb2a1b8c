"""What a statement of a person may take, each with its unit in its name.

Every limit can be set by an environment variable: ``FAIRBOARD_`` and the name, for example ``FAIRBOARD_SQL_LONGEST_S=60``. A value
that is no whole number, or out of bounds, is left aside.
"""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """A limit: its usual value, the smallest and the largest that can be set, and what it bounds."""

    usual: int
    least: int
    most: int
    meaning: str


LIMITS = {
    "SQL_MEMORY_LIMIT_MB": Limit(512, 64, 64_000, "memory of one statement, in megabytes"),
    "SQL_LONGEST_S": Limit(20, 1, 3_600, "longest time of one statement, in seconds"),
    "SQL_MOST_ROWS": Limit(20_000, 1, 1_000_000, "rows of one result"),
    "SQL_MOST_RESULT_MB": Limit(32, 1, 2_000, "size of one result, in megabytes"),
    "SQL_MOST_AT_ONCE": Limit(2, 1, 64, "statements that run at once, over all users"),
    "SQL_LONGEST_WAIT_S": Limit(20, 0, 3_600, "longest wait for a turn, in seconds"),
    "SQL_MOST_LETTERS": Limit(50_000, 100, 1_000_000, "letters of one statement"),
}


def limit(name: str) -> int:
    """The value of a limit: what the environment says, else the usual one."""
    known = LIMITS[name]
    text = os.environ.get(f"FAIRBOARD_{name}", "")
    if text.isascii() and text.isdigit() and len(text) < 10 and known.least <= int(text) <= known.most:
        return int(text)
    return known.usual
