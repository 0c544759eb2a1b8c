"""Percentages: of what they are a share, told by the words before and after; where the base is not said, a person is asked."""

import re

from fairboard.briefing.reconciliation import cues
from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.figures import Figure, Reading, asked, sure
from fairboard.briefing.reconciliation.nouns import nouns
from fairboard.briefing.reconciliation.people import SEEKERS_ALONE

BASES = {"jobs": "openings_share", "job_kinds": "openings_share", "employers": "employers_share", "people": "people_share"}
OF = re.compile(r"^\s*(?:of\s+(?:all\s+)?(?:the\s+|its\s+|these\s+|total\s+)*|的(?!是|为))", re.IGNORECASE)
OF_THEM = re.compile(r"\s*of (?:them|these|those|whom|which)\b", re.IGNORECASE)
OF_COUNTED = {"openings": "openings_share", "employers": "employers_share", "on_site_people": "attendance_share", "cohort": "people_share",
              "interviews": "people_share", "intentions": "people_share", "hires": "people_share", "trained": "people_share"}
FOR_WORK = re.compile(r"\s*(?:(?:were|are|was|is)\s+)?for\s", re.IGNORECASE)
FIELDS = re.compile(r"领域|专业|\b(?:areas?|fields?|majors?)\b", re.IGNORECASE)
ALL = re.compile(
    r"([\u4e00-\u9fff]{0,8}?(?:岗位|职位|企业|单位|毕业生|求职者|学生|人才|人员|人数))(?:总数|总量|总人数)?(?:当?中|里|之中)|占(?:全部|总|所有|"
    r"参会)?[^，。]{0,6}?(岗位|企业|单位|人数)(?:总数|总量|数)?的?约?$")
MORE_OF = re.compile(r"\s(?:more|fewer|less)\s(?!than\b)", re.IGNORECASE)
"""Behind a percentage, that it is a change: 14.5 percent more graduates."""
LESS_THAN = re.compile(r"\b(?:less|more|lower|higher|slower|faster|compared|up|down) (?:than|from|to|with) (?:the |a )?$", re.IGNORECASE)
NOTHING_MORE = re.compile(r"(?:\s|its|the|about|some|nearly|over|around|approximately|more than)*", re.IGNORECASE)
"""What stands between a percentage and the number of those of whom it is: 80 percent of its approximately 100 students."""
AMONG = re.compile(r"\s*(?:of|among) (?:all |the |those |these )*([^,;]{3,90}),\s*(?:about |some |around |nearly |over |more than )*$", re.IGNORECASE)
"""Those of whom an English share is, at the head of its sentence: Of students graduating in 2012, 96 percent …."""
RATIO_OF_JOBS = re.compile(r"(?:岗位|职位|需求|用工)(?:需求|数量?|总量)?(?:占比|比例|占|比重)")
RATIO_OF_EMPLOYERS = re.compile(r"(?:企业|单位)(?:数量?|总数)(?:占比|比例|占|比重)")


def read_share(draft: Draft, earlier: list[Figure]) -> Reading:
    """The share that a percentage states; ``earlier`` are the figures before it in the same sentence."""
    if cues.CHANGE.search(draft.before) or cues.CHANGE_AFTER.search(draft.after) or draft.token.form == "points":
        return sure("change")
    if cues.RATE.search(draft.before) and not re.search(r"占|account|made up|makes up", draft.before, re.IGNORECASE):
        return sure("rate")
    lead = draft.clause[:max(0, draft.token.start - draft.clause_start)]
    if re.search(r"\brate\b[^;]{0,60}(?:stood at|was|is|reached|hit|of)(?: about| over| nearly)?\s*$", lead, re.IGNORECASE):
        return sure("rate")
    if re.search(r"录用|hires|就业人数|签约", draft.clause):
        return asked("rate", "people_share")
    if MORE_OF.match(draft.after) or _is_another_change(draft, earlier):
        return sure("change")
    stated = _stated_base(draft)
    if stated:
        return sure(stated) if stated != "people_share" else _of_people(draft)
    if RATIO_OF_JOBS.search(draft.before) or (draft.is_chinese and re.search(r"^[^，。企单人]{0,6}岗位[^，。企单人]{0,20}的占", lead)):
        return sure("openings_share")
    if RATIO_OF_EMPLOYERS.search(draft.before):
        return sure("employers_share")
    return _suggested(draft, earlier)


def _is_another_change(draft: Draft, earlier: list[Figure]) -> bool:
    """True for a percentage that goes on with a change: up 12.4 percent since last fall, and 20 percent from 2011; 分别增长12%和8%."""
    if not earlier or earlier[-1].reading.kind != "change" or earlier[-1].unit != "percent":
        return False
    if LESS_THAN.search(draft.sentence[:draft.token.own_start - draft.sentence_start]):
        return True
    goes_on = re.fullmatch(r"[^.;。；]{0,25}?[,，、]?\s*(?:and|or|和|与|及|、)\s*", draft.before, re.IGNORECASE)
    return bool(goes_on) and (draft.is_chinese or bool(re.match(r"\s*(?:from|since|over|on|compared|more|less|,|\.|$)", draft.after, re.IGNORECASE)))


def _stated_base(draft: Draft) -> str | None:
    """The base that is named: 42% of the openings, 三成岗位, 参会企业中…."""
    named = ALL.search(draft.lead)
    if named:
        words = named[1] or named[2]
        return "openings_share" if re.search("岗位|职位", words) else "employers_share" if re.search("企业|单位", words) else "people_share"
    among = None if draft.is_chinese else AMONG.match(draft.lead)
    subject = [item for item in nouns(among[1]) if item[0] in BASES] if among else []
    if subject:
        return BASES[subject[0][0]]
    if draft.is_chinese and re.search(r"占[^，。；]{0,10}?(?:人|生|者)(?:总数|总量)?的?约?$", draft.lead):
        return "people_share"
    whom = re.match(r"(?:以上|左右|多|的)*[^，。；、]{0,6}?(?:求职者|求职人员|毕业生|学生|学子|[受被]访者|调查者|大学生|应聘者|人员)", draft.after)
    if whom and draft.is_chinese:
        return "people_share"
    of = OF.match(draft.after)
    rest = draft.after[of.end():] if of else draft.after
    if of and not draft.is_chinese and NOTHING_MORE.fullmatch(rest):
        rest = draft.sentence[draft.token.end - draft.sentence_start + of.end():][:60]
    found = nouns(re.split(r"[，。；,.;]|\b(?:are|is|were|was|for|from|require)\b", rest)[0][:40])
    if of or draft.token.is_in_words:
        if not found:
            return None
        if not draft.is_chinese and len(found) > 1 and re.fullmatch(r"[\s-]+", rest[found[0][3]:found[1][2]]) and found[1][0] in BASES:
            return BASES[found[1][0]]
        last = found[0] if draft.is_chinese else next((item for item in found if item[0] != "fairs"), found[0])
        if re.search(r"participants|attendees", last[1], re.IGNORECASE) and re.search(r"job fair", rest, re.IGNORECASE):
            return None
        if re.search(r"participant|participating", rest[:last[3]], re.IGNORECASE) and last[0] == "people":
            return None
        return BASES.get(last[0])
    return None


def _of_people(draft: Draft) -> Reading:
    is_here = cues.ATTEND_STRONG.search(SEEKERS_ALONE.sub("", draft.clause)) and not re.search(r"访者|调查|survey|respondents|polled", draft.clause)
    return asked("attendance_share", "people_share") if is_here else asked("people_share", "attendance_share")


def _suggested(draft: Draft, earlier: list[Figure]) -> Reading:
    """What the subject and the shares before it make likely; a person has to confirm it."""
    of_them = OF_THEM.match(draft.after)
    count = next((figure.reading.kind for figure in reversed(earlier) if figure.reading.kind in OF_COUNTED), "") if of_them else ""
    if count:
        return asked(OF_COUNTED[count], "people_share", "rate")
    subject = [item for item in nouns(draft.before) if not re.fullmatch(r"本科|硕士|博士|大专|专科|高职", item[1])]
    if FOR_WORK.match(draft.after) or FIELDS.search(draft.before):
        return asked("openings_share", "employers_share", "people_share")
    base = next((BASES[item[0]] for item in reversed(subject) if item[0] in BASES), None)
    before = next((figure.reading for figure in reversed(earlier) if figure.unit == "percent"), None)
    if before and before.kind in (*BASES.values(), "attendance_share") and (base in (None, before.kind)):
        return Reading(before.kind, before.is_sure, before.others)
    if base is None:
        counted = next((figure.reading.kind for figure in reversed(earlier) if figure.reading.kind in ("employers", "openings")), None)
        base = f"{counted}_share" if counted else "openings_share" if cues.DEGREE.search(draft.before) else "employers_share" if subject or draft.before.strip() else ""
    others = tuple(kind for kind in ("openings_share", "employers_share", "people_share") if kind != base)
    return asked(base, *others) if base else asked("", *others, "rate")
