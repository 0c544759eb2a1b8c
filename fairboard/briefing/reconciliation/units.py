"""What a number counts, told by the measure word and the noun beside it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from fairboard.briefing.reconciliation.nouns import EN, NOUNS_EN, is_chinese, nouns
from fairboard.briefing.reconciliation.tokens import Token

MEASURES = (
    ("places", r"个?(?:省区市|省份|省市|省|市州|州市|城市|地市|市|县区|区县|县)(?![场民内外级委直长府人教])"),
    ("visits", r"人\s?[/／]?\s?次"), ("participations", r"家次|户次"), ("fair_times", r"场次"), ("documents", r"份次|份|封"), ("area",
        r"平方米|平米|㎡|亩|公顷|平方公里"), ("money", r"亿元|万亿元|美元"),
    ("yuan", r"万元|元|块钱|块"), ("people",
        r"人(?![力才社大工民口事文均员气心物])|名(?!校(?!友|长)|企(?!业)|单)|位(?!于)"), ("employers", r"家|户|间(?=[\u4e00-\u9fff]{0,6}(?:机构|企业|"
            r"公司|雇主|单位))"), ("fairs", r"场"),
    ("universities", r"所"), ("listing", r"条|则"), ("classes", r"大类|大门类|门类"),
    ("kinds", r"种|类|个?工种|个?类别|个种类"), ("items", r"项|笔|宗|对"), ("piece", r"个|款"), ("times", r"次|倍|回"), ("other",
        r"座|间|支|批|只|篇|辆|套|台|件|吨|斤|株|部|本|期|轮|分|间|元钱|度|千瓦|兆|艘|架|米"),
)  # fmt: skip
_MEASURE = re.compile(r"\s?(?P<wan>[万亿](?=元|美元))?(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in MEASURES) + r")(?P<after>[余多](?![于元家样]))?")
_STOP = re.compile(
    r"[,.;:!?()，。；：！？、（）\n]|\b(?:with|from|to|at|in|on|for|by|of|and|or|who|that|which|were|was|are|is|will|have|has|had|during|through|than|as|about|over|"
    r"between|after|before|via|including|among|per|a|an|the)\b(?!-)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:[a-z]{2,}ed|took|takes?|taking|sent|brought|came|drew|gave|held|set|offers?|offering|joins?|attend(?:s|ing)?|participat(?:e|es|ing)|provid(?:e|"
    r"es|ing)|recruiting|seeking|looking|require|each|turned|showed)\b", re.IGNORECASE)
_YUAN = re.compile(r"\s?(?:yuan|RMB|CNY|renminbi)\b(?P<period>\s*(?:\(\$[^)]*\)\s*)?(?:/|per |a |each |every )?\s?(?:month|year|annum|hour|day))?", re.IGNORECASE)
_YUAN_BEFORE = re.compile(r"(?:¥|￥|RMB|CNY)\s?$", re.IGNORECASE)
_DOLLARS = re.compile(r"[$€£]\s?$|US\$")
_PAY = re.compile(r"[月年时日]薪|薪[资酬水金]|工资|待遇|起薪|收入|底薪|salar|wage|\bpay\b|\bpaying\b|earn|income|stipend|补贴|补助|津贴|奖励", re.IGNORECASE)
CAN_FOLLOW_WAN = re.compile(r"\s?元")


DOING = re.compile(
    r"\s(?!(?:recruit|hir|train|match|engineer|nurs|teach|manufactur|min|bank|market|account|cater|test|process|print|learn|network|interview|consult|broadcast|fair|even|sharing|meet)"
    r"ing\b|ing\b)[a-z]{2,}ing\b(?! (?:fairs?|events?|companies|enterprises|firms|students|graduates)\b)", re.IGNORECASE)
"""What people, employers or fairs do, behind their noun: 4,900 people getting offers, 150 fairs serving workers."""
ATTRIBUTE = re.compile(r"[\u4e00-\u9fff]{0,8}\s?\d[\d.,]*万?(?:元|人|岁|平方米)?(?:以上|左右|及以上)?的[^，。；、\d]{0,8}?(?=岗位|职位|工作机会)")
"""What stands between a number of jobs and their noun, a number itself: 200个年薪超10万元的岗位."""
NO_DEED = re.compile(r"[^，。；提供应聘竞争报名对接争抢求职]{0,6}")
EACH_JOB = re.compile(r"每一?个?(?:岗位|职位)[^，。；]{0,8}$")
NAME_ENDS = frozenset({"University", "College", "School", "Institute", "Academy"})
"""What ends a name in English and counts nothing."""
NUMBER_OF = re.compile(r"\bnumber of (?P<words>[^,;]{3,110})$", re.IGNORECASE)
"""What an English sentence says that it counts, up to the number."""
RATIO_BEFORE = re.compile(r"(?:求人倍率|比率|供[需求]比|倍率)[^，。；]{0,4}$")
BETWEEN = re.compile(
    r"(?:[\s:：的]|总数|总量|数量|人数|数|共计?|总共|约|大约|达到?|为|是|有|合计|总计|累计|一共|仅|只|就|高|已|多|超过?|逾|近|不少于|不低于|至少|各|等|计划|招聘|需求|拟|提供|"
    r"(?:were|was|is|are|had|has|have|of|to|at|a|the|total|totall?ed|number(?:ed|ing|s)?|reach(?:ed|ing)?|stood|hit|came|amount(?:ed|ing)|with|about|some|nearly|over|more|than|up|only)(?![a-z]))*",
    re.IGNORECASE)
"""What can stand between a noun and its number without a doubt that they belong together."""
OF_BOOTHS = re.compile(r"\b(?:booth|table|stand|stall|seat|class|course|exhibit)\s$", re.IGNORECASE)
"""What openings are of that are no jobs."""
LARGEST_RATIO = 100
LONGEST_PAIR = 2
"""Words before “and” that can be the first of two adjectives: 78 private and public companies."""
SHARED_NOUN = re.compile(
    r"\s(?:[a-z-]+\s){1,2}and\s(?:about |some |nearly |over |around )?\d[\d,]*\s(?:[a-z-]+\s){0,2}?"
    rf"(?P<noun>{'|'.join(f'(?:{pattern})' for _, pattern in NOUNS_EN)})(?![a-z])", re.IGNORECASE)
"""The noun that two numbers share: 20 foreign and 24 local companies."""
UNKNOWN_NOUN = re.compile(
    r"\s(?!(?:with|from|to|at|in|on|for|by|of|and|or|who|that|which|were|was|are|is|will|have|has|had|during|through|than|as|this|last|after|before|via|so|"
    r"while|when|more|fewer|others?|new|years?)\b)(?:[a-z-]+\s){0,2}[a-z]{4,}s\b", re.IGNORECASE)
"""A noun in the plural that is none of recruitment: 50,000 placements."""
DRAWING = re.compile(r"吸引|招募|服务|帮助|用于|面向|留[给住]|奖励|邀请|欢迎")
"""Verbs behind 个 and its own noun, whose object is not what is counted: 20个事业编制吸引专业人才."""
MODIFIED = re.compile(r"\s(?:[a-z-]+\s)?(?:employer|booth|job|student|company|exhibitor|exhibit|table)\s[a-z]{3,}s\b", re.IGNORECASE)
CLAUSE_BEGIN = re.compile(r"\b(?:where|when|if|because|that|meaning|says?|said)\s+(?:about |some |nearly |over |around |more than )*$", re.IGNORECASE)
"""What begins a clause, so that the noun before it is not what the number counts."""
COMING = re.compile(
    r"\s(?:turned (?:up|out)|showed up|had shown up|wait(?:ed|ing)? in line|lined up|queued|(?:having been|have been|had been|were|are|"
    r"being) (?:interviewed|hired|shortlisted|employed|placed|recruited|selected)|(?:are|were|is|was) expected to (?:attend|come|turn|visit))\b", re.IGNORECASE)
"""What only people do, behind a number without a noun: more than 4,000 turned up."""
HEADS = ("projects", "jobs", "stations", "intentions", "agreements")
"""What ends a noun phrase behind 的, whatever stands before it: 适合大学生的创业项目."""


@dataclass(frozen=True)
class Unit:
    """What is counted (``code``), where number and unit end, the noun that told it, and whether that noun stands after the number."""

    code: str
    end: int
    noun: str = ""
    is_after: bool = True
    factor: float = 1.0
    measure: str = ""


def unit_of(token: Token, text: str, before: str, after: str) -> Unit:
    """What ``token`` counts: ``before`` and ``after`` are the words of its clause on either side, up to the next number."""
    if token.form != "count":
        return Unit(token.form, token.end)
    if RATIO_BEFORE.search(before) and (token.value or 0) < LARGEST_RATIO:
        return Unit("ratio", token.end, "比率", False)
    yuan = _YUAN.match(text, token.end)
    if yuan:
        return Unit("yuan", yuan.end(), yuan[0])
    if _YUAN_BEFORE.search(before):
        return Unit("yuan", token.end)
    if _DOLLARS.search(before):
        return Unit("money", token.end)
    measure = _MEASURE.match(text, token.end) if is_chinese(before + after) else None
    if measure:
        unit = _measured(token, measure, before, after)
        attribute = ATTRIBUTE.match(text, measure.end()) if measure["piece"] else None
        return Unit("jobs", unit.end, "岗位", True, measure="piece") if attribute and unit.code == "number" else unit
    if _PAY.search(before[-12:]) and (token.has_size or token.value and token.value >= 1000) and not EN.match(after.lstrip()) and is_chinese(before):
        return Unit("yuan", token.end)
    return _named(token, text, before, after)


def _measured(token: Token, measure: re.Match, before: str, after: str) -> Unit:
    name, end = measure.lastgroup if measure.lastgroup != "after" else _first_group(measure), measure.end()
    rest = after[end - token.end:]
    if name == "yuan":
        factor = 10**4 if "万" in measure[0] else 1
        return Unit("yuan" if token.value is not None and token.value * factor < 10**7 else "money", end, measure[0], factor=factor, measure=name)
    if name in ("visits", "participations", "area", "money", "places"):
        return Unit(name, end, measure[0], measure=name)
    if name == "piece" and re.match(r"人(?![次才力事员])", rest):
        name = "people"
    noun = _noun_after(rest, is_piece=name == "piece") or ("", "", 99)
    last = _noun_before(before)
    code = noun[0] if noun[0] and (noun[2] < 12 or not last) else last[0] if last else ""
    if name == "piece" and last and code == last[0] and not noun[0] and not is_beside(before):
        return Unit("number", end, "", True, measure=name)
    word, is_after = (noun[1], True) if code == noun[0] and noun[0] else (last[1] if last else "", False)
    return Unit(_by_measure(name, code, noun[0] if noun[2] < 12 else "", last[0] if last else "", rest, before), end, word, is_after, measure=name)


def _first_group(measure: re.Match) -> str:
    return next(name for name, _ in MEASURES if measure[name])


def _by_measure(name: str, code: str, noun: str, last: str, rest: str, before: str) -> str:
    """The unit by the measure word ``name``, with the nearest noun where the word alone does not say."""
    if name == "people":
        return "jobs" if last == "jobs" and noun in ("", "people") and not EACH_JOB.search(before) and is_beside(before) else "people"
    if name == "employers":
        if noun == "universities" or (not noun and last == "universities"):
            return "universities"
        if re.search(r"(?:平台|空间|孵化器|实验室|基地|园区|网点|门店|驿站)[^，。；、]{0,3}$", before) and not noun:
            return "stations"
        return "other" if re.match(r"[\u4e00-\u9fff]{0,8}(?:媒体|网点|开发区|园区|展区|平台|基地|景区|社区|学会)", rest) else "employers"
    if name == "fair_times":
        return "talks" if code == "talks" else "fairs"
    if name == "fairs":
        return "talks" if code == "talks" else "fairs"
    if name == "universities":
        return "stations" if noun == "stations" or re.match(r'["“”「]', rest) else "universities"
    if name == "documents":
        return code if code in ("documents", "agreements", "intentions", "jobs") else "documents"
    if name == "listing":
        return "job_kinds" if code in ("job_kinds", "jobs") else "other"
    if name in ("kinds", "classes"):
        return ("job_kinds" if name == "kinds" else "job_classes") if code in ("jobs", "job_kinds", "") else "other"
    if name == "items":
        return code if code in ("agreements", "intentions", "projects") else "items"
    if name == "times":
        return "views" if code == "views" else "fairs" if code == "fairs" else "times"
    if name == "piece" and code == "people" and _are_jobs(rest):
        return "jobs"
    return (code or "number") if name == "piece" else "other"


def is_beside(before: str) -> bool:
    """True where the last noun of ``before`` stands next to the number, with no more than 共, 约 or 达 between."""
    last = _noun_before(before)
    return bool(last) and (not last[2] or bool(BETWEEN.fullmatch(before[-last[2]:])))


def _are_jobs(rest: str) -> bool:
    """True where the people behind 个 only say for whom the jobs are: 329个博士优质岗位."""
    found = nouns(re.split(r"[，。；：！？、\n,;]|\d", rest)[0][:16])
    jobs = next((item for item in found if item[0] == "jobs"), None)
    people = [item for item in found if item[0] == "people"]
    return bool(jobs and people) and all(item[2] < jobs[2] for item in people) and bool(NO_DEED.fullmatch(rest[people[-1][3]:jobs[2]]))


def _noun_after(rest: str, *, is_piece: bool = False) -> tuple[str, str, int] | None:
    """The noun that ends the first noun phrase after the measure: 家[参加现场招聘的]企业, 个[优质]岗位."""
    window = re.split(r"[，。；：！？、\n,;]|\d", rest)[0][:22]
    found = nouns(window)
    if not found or (is_piece and DRAWING.search(window[:found[0][2]])):
        return None
    first = found[0]
    for item in found[1:]:
        between = window[first[3]:item[2]]
        is_same = between == "" or (between == "的" and not is_piece) or (between == "招聘" and item[0] == "employers")
        if is_same or (item[0] in HEADS and re.fullmatch(r"[\u4e00-\u9fff]{0,4}的[\u4e00-\u9fff]{0,4}", between)):
            first = (item[0], item[1], first[2], item[3])
        elif is_piece and window[:item[2]].endswith("的") and len(between) > 1 and item[0] != first[0]:
            return item[0], item[1], first[2]
        elif window[:item[2]].endswith("的") and item[2] < 14 and first[0] in ("fairs", "jobs") and re.match(r"参加|参与|携|来", window):
            return item[0], item[1], item[2]
        else:
            break
    return first[0], first[1], first[2]


def _noun_before(before: str) -> tuple[str, str, int] | None:
    found = nouns(before[-30:])
    return (found[-1][0], found[-1][1], len(before[-30:]) - found[-1][3]) if found else None


def _named(token: Token, text: str, before: str, after: str) -> Unit:
    """The unit of a number without measure word: the noun phrase after it, else the subject before it."""
    if is_chinese(after[:12]) and not EN.match(after.lstrip()):
        found = _noun_after(after[:10])
        if found and found[2] <= (0 if token.is_in_words else 4):
            return Unit(found[0], token.end, found[1], True)
    elif after.strip():
        unit = _noun_phrase(token, after)
        if unit:
            return unit
    if COMING.match(after):
        return Unit("people", token.end, "people")
    shared = SHARED_NOUN.match(text, token.end) if not is_chinese(after) else None
    if shared:
        return Unit(EN.fullmatch(shared["noun"]).lastgroup, token.end, shared["noun"], False, measure="shared")
    last = None if UNKNOWN_NOUN.match(after) or MODIFIED.match(after) or CLAUSE_BEGIN.search(before) else _subject(before)
    return Unit(last[0], token.end, last[1], False) if last else Unit("number", token.end)


def _noun_phrase(token: Token, after: str) -> Unit | None:
    kinds = re.match(r"\s*(?:\w+ ){0,2}(?:kinds?|types?|categories|sorts) of (?:\w+ )?(?:jobs?|positions?|posts?|vacanc\w+|occupations?)", after, re.IGNORECASE)
    if kinds:
        return Unit("job_kinds", token.end + kinds.end(), kinds[0].strip())
    offers = re.match(r"\s*(?:[a-z-]+ ){0,2}job offers\b", after, re.IGNORECASE)
    if offers:
        return Unit("offers", token.end + offers.end(), "job offers")
    of = re.match(r"\s*(?:of\s+(?:the\s+)?|more\s+|other\s+)", after, re.IGNORECASE)
    skipped = of.end() if of else 0
    stop = _STOP.search(after, skipped)
    window = after[skipped:stop.start() if stop else len(after)]
    doing = DOING.search(window)
    window = window[:doing.start()] if doing and is_plural(window[:doing.start()]) else window
    found = nouns(window)
    if not found and not doing and stop and stop[0].lower() in ("and", "or") and 0 < len(window.split()) <= LONGEST_PAIR:
        stop = _STOP.search(after, stop.end())
        window = after[skipped:stop.start() if stop else len(after)]
        found = nouns(window)
    if not found:
        times = re.match(r"\s*times\b", window)
        return Unit("times", token.end + times.end(), "times") if times else None
    verbs = [verb.start() for verb in _VERB.finditer(window) if verb.start() >= found[0][3]]
    held = [item for item in found if not verbs or item[2] < verbs[0]]
    last = held[-1] if held else found[0]
    if len(window[:last[2]].split()) > 6 or is_modifier(last, window, token):
        return None
    return Unit(last[0], token.end + skipped + last[3], last[1])


def is_modifier(noun: tuple[str, str, int, int], window: str, token: Token) -> bool:
    """True where the noun only says of what kind the counted things are: 70 employer tables, 88 booth openings."""
    if OF_BOOTHS.search(window[:noun[2]]):
        return True
    is_one = not re.search(r"(?:s|people|staff|talent|personnel|audience|crowd|men|women)$", noun[1], re.IGNORECASE)
    return is_one and (token.value or 0) > 1 and bool(re.match(r"[\s-][a-z-]{3,}s\b", window[noun[3]:], re.IGNORECASE))


def is_plural(words: str) -> bool:
    """True where ``words`` end with what can do something: several of a kind, or people."""
    return bool(re.search(r"(?:[a-z]{2,}s|people)$", words.rstrip(), re.IGNORECASE))


def _subject(before: str) -> tuple[str, str] | None:
    """The head of the subject: visits in “visits to the platform”, participants in “the number of participants”."""
    window = before[-80:]
    head: tuple[str, str, int, int] | None = None
    counted = NUMBER_OF.search(before)
    told = nouns(counted["words"]) if counted else []
    if told:
        last = next((item for item, following in pairwise(told) if counted["words"][item[3]:following[2]].strip()), told[-1])
        return last[0], last[1]
    for item in nouns(window):
        if item[1] in NAME_ENDS:
            continue
        if head is None or not re.fullmatch(r"\s+(?:to|at|in|on|by|from|for)\s+(?:\w+\s+){0,2}", window[head[3]:item[2]]):
            head = item
    return (head[0], head[1]) if head else None
