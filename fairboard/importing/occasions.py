"""What the lines above the tables of a file say of the fair it belongs to, and of who sent it; all of it is proposed, never assumed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fairboard.importing.offices import find_sender
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.surroundings import texts_above
from fairboard.importing.understanding import SheetPlan

NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·—（）()]{2,40}?(?:(?:专场)?(?:招聘会|双选会|洽谈会|对接会|招聘活动|招聘周)|专场)")
DAY = re.compile(r"20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}")
LEAD = re.compile(r"^(?:附件\d*[:：]?|关于)+")


@dataclass(frozen=True)
class Occasion:
    """A fair's name and first day, and the region code of the sender; None where nothing names them."""

    fair_name: str | None = None
    starts_on: date | None = None
    office: str | None = None


def find_occasion(plans: Sequence[SheetPlan]) -> Occasion:
    """What the lines above the tables name first."""
    texts = [cell for plan in plans if plan.table for cells in texts_above(plan.grid, plan.table) for cell in cells]
    names = (LEAD.sub("", found.group()) for text in texts if (found := NAME.search(text)))
    days = (day for text in texts if (found := DAY.search(text)) and (day := parse_date(re.sub(r"\s", "", found.group()))))
    return Occasion(next(names, None), next(days, None), find_sender(texts))
