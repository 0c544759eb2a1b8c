"""Parts that no name tells: the others, those online only, those of whom something is said, those whose share follows, the items of a list."""

import re
from dataclasses import replace
from itertools import pairwise

from fairboard.briefing.reconciliation.cues import BOTH, cue
from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.figures import Figure, Part

COUNTED = frozenset({"employers", "participations", "openings", "postings", "on_site_people", "on_site_visits", "fairs", "universities", "live_views"})
"""Kinds of which a text tells a remainder."""
IN_A_ROOM = frozenset({"employers", "participations", "openings", "postings"})
OTHERS_BEFORE = cue(r"(?:另有|另外|其余|其他|其它|还有|剩余)[^，。；、]{0,6}$|\b(?:another|a further|an additional|the (?:other|remaining))\s+(?:\w+\s)?$")
INCLUDED = cue(r"\b(?:including|(?:which|that) includ(?:es|ed)|among them)\s+(?:about |some |nearly |over |more than |around )*$")
OTHERS_AFTER = cue(r"^\s?(?:other|more|additional|further)\b(?! than)")
ONE_EMPLOYER = cue(
    r"(?:我们(?!学校|省|市|县|区)|我司|该公司|本公司|此次公司|该企业|该集团|有限公司|(?<!大)集团|股份)(?:(?!单位|企业|等|家)[^，。；]){0,14}$|"
    r"\b[wW]e (?:\w+ ){0,8}$|\b(?:the|our|one|this|his|her) (?:\w+ )?(?:company|firm|group|giant|bank|hospital|factory|startup)(?: alone)?(?!s|'s| of\b)\b[^,.;]{0,30}$")
"""One employer that speaks of its own jobs."""
SOME_OF = cue(r"^\s?of (?:the|these|those|them|its|our|all)\b")
ONLINE_ONLY = cue(r"线上|网络|网上|云端|\bonline\b|\bvirtual(?:ly)?\b")
ON_SITE_TOO = cue(r"线下|现场|到场|offline|on-?site|in[- ]person")
SAID_OF_EMPLOYERS = cue(
    r"^[\u4e00-\u9fff]{0,8}?(?:明确|要求|表示|承诺|愿意|属于|设立|达成|收到|成功)|"
    r"^\s(?:\w+ )?(?:requir(?:e|ed|es)|said|agreed|reported|held|planned to|(?:are|were|is|was) (?:from|based|newly|small|large|among))\b")
SAID_OF_PAY = re.compile(r"of (?:which|them|these|those)$|.*\b(?:includ(?:ing|es|ed)|among them)\b|(?:carr|offer|pay|paid)", re.IGNORECASE)
"""Words of a part that only say which jobs are paid so: with a wage that they exceed they are no part of these."""
SAID_OF_JOBS = cue(
    r"^\s(?:carr(?:y|ied|ying)|requir(?:e|ed|ing)|call(?:ed|ing)? for|(?:offer(?:ed|ing|s)?|pay|paid|paying) (?:between|from|salar\w*|annual|monthly|wages)|"
    r"(?:are|were|is|was) (?:in|for|from|reserved|generated|related|aimed|targeted|set aside|earmarked))\b")
SAID_OF_PEOPLE = cue(r"^\s(?:are|were) (?:freshmen|sophomores|juniors|seniors|women|men|male|female|veterans|graduates|undergraduates|from|aged|under|over)\b")
OF_A_YEAR = cue(r"\b(?:senior|junior|freshman|sophomore|first|second|third|final|last)[- ]year\b|\b(?:fe)?male\b|\bfreshm[ae]n\b|\bsophomores?\b")
"""Students of one year, or people of one sex."""
SHARE_OF_ALL = re.compile(r"\s*[-,，(（]*\s*(?:约|共)?占(?:比|总|全部|所有|参会|岗位|企业|单位|比例|总数)*(?:约|为|达|近|超过?|的)*\s*")
SHARE_OF_TOTAL = re.compile(r"\s*(?:-+|[,(])\s*(?:or |accounting for |making up |representing )?(?:about |some |around )?", re.IGNORECASE)
OF_TOTAL = re.compile(r"\s*of (?:the|its) total\b", re.IGNORECASE)
ITEM = re.compile(r"\s*[，,、;；。]\s*(?:和|及|从[^，。；\d]{1,8}看[，,])?(?P<label>[^，。；\d]{2,24}?)")
PAIR = re.compile(r"(?:\s[a-z-]+){0,2}(?:,|\s?,?\sand)\s*", re.IGNORECASE)
DEED = re.compile(r"参|到场|到会|进场|入场|提供|带|携|推出|发布|吸引|达成|共|总|收|较|比|增|减|开出|拿出|招聘|需求|接待|邀请|组织|累计|签|涉及")
VIEWED_BY = re.compile(r"(?:从|按)[^，。；\d]{1,10}(?:来?看|分|划分|统计)[，,]?[^，。；\d]{0,12}$")
LEAST_LISTED = 2


def remainders(draft: Draft, kind: str, own: str) -> list[Part]:
    """The parts that the words beside the number tell without a name."""
    if kind not in COUNTED:
        return []
    said = SAID_OF_EMPLOYERS if kind == "employers" else SAID_OF_JOBS if kind in ("openings", "postings") else SAID_OF_PEOPLE if kind.startswith("on_site") else None
    noun = draft.clause[max(0, draft.token.end - draft.clause_start):]
    matches = [OTHERS_BEFORE.search(draft.before), OTHERS_AFTER.search(noun), SOME_OF.search(noun), INCLUDED.search(draft.before), said.search(draft.after) if said else None]
    if draft.unit.measure == "shared" or (draft.unit.measure == "of_which" and re.match(r"\s(?:are|were|is|was)\b", draft.after)):
        matches.append(re.match(r"\s?(?:\S+\s?){1,3}", draft.after))
    if kind.startswith("on_site"):
        matches.append(OF_A_YEAR.search(noun[:max(0, draft.unit.end - draft.token.end)]))
    if kind in ("openings", "postings"):
        matches.append(ONE_EMPLOYER.search(draft.before))
    if kind in IN_A_ROOM and not BOTH.search(own) and not ON_SITE_TOO.search(own):
        matches.append(ONLINE_ONLY.search(own))
    return [Part(words=found[0].strip()) for found in matches if found][:1]


def with_remainders(found: list[Figure], text: str) -> list[Figure]:
    """The figures, those whose share follows and those of a list as parts: 民营企业1609家，占比81%; 省内65家，西南23家."""
    made = list(found)
    for place, (figure, following) in enumerate(pairwise(found)):
        if figure.reading.kind in COUNTED and not figure.parts and is_share_of(following, text[figure.end:following.start], text):
            made[place] = replace(figure, parts=(Part(words=following.text),))
    for place, (figure, following) in enumerate(pairwise(found)):
        if is_pair(figure, following, text[figure.end:following.start]):
            made[place], made[place + 1] = (item if item.parts else replace(item, parts=(Part(words=item.text),)) for item in (made[place], made[place + 1]))
    for place in listed(made, text):
        made[place] = replace(made[place], parts=(Part(words=label_of(made[place], text)),))
    return made


def is_share_of(share: Figure, between: str, text: str) -> bool:
    """True where ``share`` is that of the number before it in a whole."""
    if share.unit != "percent":
        return False
    return bool(SHARE_OF_ALL.fullmatch(between) or (SHARE_OF_TOTAL.fullmatch(between) and OF_TOTAL.match(text, share.end)))


def is_pair(figure: Figure, following: Figure, between: str) -> bool:
    """True for two English counts of the same, side by side: 20 foreign and 24 local companies."""
    is_same = figure.reading.kind == following.reading.kind and figure.reading.kind in COUNTED and figure.unit == following.unit
    return is_same and bool(PAIR.fullmatch(between))


def listed(found: list[Figure], text: str) -> list[int]:
    """The places of the figures that stand in a list of what a whole consists of, each behind its label."""
    places = []
    for place, (figure, following) in enumerate(pairwise(found)):
        item = ITEM.fullmatch(text, figure.end, following.start)
        if item and following.unit == figure.unit and is_bare_count(figure, text) and is_bare_count(following, text) and not DEED.search(item["label"]):
            places += [place + 1] if not VIEWED_BY.search(text[:figure.start]) else [place, place + 1]
    kept = [place for place in dict.fromkeys(places) if not found[place].parts]
    return kept if len(set(places)) >= LEAST_LISTED else []


def is_bare_count(figure: Figure, text: str) -> bool:
    """True for employers in 家 with the end of the clause behind it: the noun stands in the label."""
    return figure.reading.kind in ("employers", "participations") and bool(re.match(r"\s*(?:[，,、;；。]|$)", text[figure.end:figure.end + 2]))


def label_of(figure: Figure, text: str) -> str:
    """The words before a number, back to the end of the clause before."""
    return re.split(r"[，。；、;,\d]", text[max(0, figure.start - 24):figure.start])[-1].strip() or figure.text
