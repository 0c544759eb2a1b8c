"""Words in the sentence before a number that set it apart: another year or fair, a fair in another province, a part of the day."""

import re

from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.parts import ELSEWHERE, UNITS

OURS = "|".join(["辽宁", "我省", "全省", "Liaoning", *(name for _, zh, en in UNITS for name in (zh, en))])
THIS_TIME = re.compile(r"今年|增(?:加|长)?[至到]|(?:提高|上升|扩大)到|本年|本届|此次|本次|这次|今次|当前|目前|this (?:year|time|spring|autumn|fall|"
    r"one|fair|event)|now\b|currently|has (?:since )?grown", re.IGNORECASE)
EARLIER = re.compile(
    r"(?<![较比与同和跟于])(?:去年|上年|前年|上届|上一届|往届|往年|以往)(?!以来)(?![^，。；]{0,8}(?:相比|比(?!例)))|"
    r"(?<!than )(?<!with )(?<!from )(?<!over )(?<!on )(?<!to )(?:in )?\b(?:last year|the previous (?:year|edition|fair)|a year (?:earlier|ago)|last (?:spring|autumn|fall))\b|"
    r"\b(?:originally|initially|at first|in its (?:first|inaugural) (?:year|edition)|used to|when it (?:began|started))\b|"
    r"\b(?:break|beat|top|surpass|exceed|eclips|best)\w*\s(?:the|a|its)\s(?:[\w-]+\s){0,3}(?:record|mark|high|figure|total)\s(?:of|at)\b|"
    r"\bwhen [^,.]{2,30} set (?:a|the) (?:\w+ )?record\b|"
    r"\b(?:past|previous|prior|earlier|former) (?:\w+ )?(?:events?|fairs?|editions?|years?|records?|expos?)\b|"
    r"\b(?:up|down|compared (?:with|to)|against|as against|versus)\s+(?:from\s+)?(?:about |some |nearly |around |just |only |over |more than )?$",
    re.IGNORECASE)
"""Another time that a clause is about; 较去年, than last year set this one against it."""
BACK_HERE = re.compile(rf"(?:^|[，；;,]|-)\s*(?:而|and |while |but )?(?:{OURS}|本次|此次|本届|本场|the (?:local|home))", re.IGNORECASE)
_PLACE = ELSEWHERE.pattern.replace(r"\b", "")
OTHER_PLACE = re.compile(
    rf"(?:(?:^|[，；：])\s*(?:而|同期|同日|近日|当天|此外)?|(?:赴|前往|走进|在)\s*)(?:{_PLACE})(?![^，。；]{{0,6}}(?:大学|学院|籍|企业|公司|单位|学子|学生))|"
    rf"(?:(?:^|[.,;])\s*(?:and |while |but )?(?:neighbou?ring )?|\b(?:in|at) (?:neighbou?ring )?)(?:{_PLACE})\b"
    r"(?!,? (?:Universit|College|Institute|(?:\w+ ){1,3}Universit|compan|firms|employers|graduates|students|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Daily|News))", re.IGNORECASE)
"""A place outside the province as the subject of a clause, or as where something was held; no origin and no name of a university."""
SET_THEN = re.compile(r"\s(?:\w+\s)?(?:set|recorded|seen|reported|posted) (?:in (?:19|20)\d\d|last|at the previous)", re.IGNORECASE)
OUTSIDE = re.compile(r"\b(?:events?|fairs?|recruitment|held|hosted)\b[^.;]{0,30}\boutside (?:of )?the province|(?:赴|在|到|走进)(?:省外|外省)", re.IGNORECASE)
DATELINE = re.compile(r"^\s*[A-Z][A-Z' ]+,[^-]{0,40}-+")
PART_OF_DAY = re.compile(
    r"(?:截至|截止|到|不到)?(?:当[日天])?\s*(?:一?上午|中午|午前)(?![^，。；]*(?:举行|举办|开幕|启动|召开|在))|(?:首日|第一天|开场后?|前两小时|半天)(?![^，。；]*(?:举行|举办|开幕|启动))|"
    r"\bby (?:noon|midday|mid-morning)|\bin the morning|\b(?:on the )?(?:first|opening) day|\bbefore noon|\bwithin (?:the first |just )?\w+ hours?", re.IGNORECASE)
OPENING = re.compile(r"^\s*(?:on (?:the )?(?:first|opening) day(?: alone)?|by (?:noon|midday|mid-morning)|in the morning)\s*,", re.IGNORECASE)
"""A part of the day at the head of an English sentence."""
UP_TO = re.compile(r"(?:截至|截止)[^，。；]{0,10}(?:上午|中午|\d时|\d点)[^，。；]{0,8}，[^，。；]{0,20}$")
OF_THE_DAY = frozenset({"on_site_people", "on_site_visits", "live_views", "employers"})


def set_apart(draft: Draft, kind: str) -> tuple[str, ...]:
    """The scopes ``earlier``, ``elsewhere`` and ``hours``, as the sentence up to the number and the rest of its clause say."""
    found = []
    if _is_earlier(draft):
        found.append("earlier")
    if _is_elsewhere(draft):
        found.append("elsewhere")
    if kind in OF_THE_DAY and (PART_OF_DAY.search(draft.clause) or OPENING.search(draft.lead) or UP_TO.search(draft.lead)):
        found.append("hours")
    return tuple(found)


def _is_earlier(draft: Draft) -> bool:
    resets = [match.end() for match in THIS_TIME.finditer(draft.lead)]
    since = draft.lead[resets[-1]:] if resets else draft.lead
    own = draft.clause[max(0, draft.token.end - draft.clause_start):]
    if SET_THEN.match(own):
        return True
    if THIS_TIME.search(own):
        return False
    return bool(EARLIER.search(since if draft.is_chinese else since[-120:]) or (not draft.is_chinese and EARLIER.search(f"0{own}")))


def _is_elsewhere(draft: Draft) -> bool:
    lead = DATELINE.sub("", draft.lead)
    places = list(OTHER_PLACE.finditer(lead))
    if OUTSIDE.search(lead):
        return True
    return bool(places) and not BACK_HERE.search(lead, places[-1].end())
