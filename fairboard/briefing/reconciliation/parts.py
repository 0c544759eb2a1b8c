"""Which part of the whole a figure is about, and what else keeps it from being about the selection."""

import re
from itertools import pairwise

from fairboard.briefing.reconciliation import cues, names
from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.figures import Part

OF_JOBS = re.compile(r"(?:技术|工程)?(?:类|岗|专业)|\s*(?:\w+\s)?(?:jobs|positions|posts|openings|vacancies)", re.IGNORECASE)
"""Behind the name of a field, that it is one of jobs; 制造业 and 金融业 are of employers, which the records' sectors are not."""
JOBS_IN = re.compile(r"(?:jobs?|positions?|posts?|openings?|vacanc(?:y|ies))\s+(?:in|for)\s+(?:the\s+)?(?:fields?\s+of\s+)?$", re.IGNORECASE)
EMPLOYERS_OF = re.compile(r"\s*(?:\w+\s)?(?:compan|firms|enterprises|industr|businesses|banks)", re.IGNORECASE)
NO_PART_OF = frozenset({"universities", "universities_under_agreement", "regions_under_agreement", "provinces", "stations", "projects", "money", "area", "change", "wage_line"})
"""Kinds of which the universities that stand beside them are no part."""
OF_UNIVERSITIES = frozenset({"on_site_people", "on_site_visits", "attendance_share"})
"""Kinds that the records know for each university; of any other, such as openings, a university is a part in words."""
OWN_SUBJECT = re.compile(
    r"(?:其中|截至目前|目前|已)?(?:沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛|沈抚)|(?:目前)?已(?!报名)|现场已|截至目前")
"""A clause that begins with a place of its own, or says what has been, is no part of a plan told before it."""
PAST = re.compile(
    r"\b(?:offered|provided|posted|drew|attracted|attended|brought|came|turned (?:up|out)|showed up|arrived|took part|joined|"
    r"received|were (?:signed|offered|held|posted)|has|have)\b", re.IGNORECASE)
CARRIED = re.compile(r"将(?=[^，。；]{1,24}?(?:搬|带|送|引|办|开)(?:到|进|入|至|往))")
"""将 before what is carried somewhere, which is no plan: 将1万个岗位带进校园."""
WILL = re.compile(r"[^，。；]{0,6}(?:将(?![近达])|拟|计划)")
"""What a number's own clause says of it that is still to come: 110家企业将提供."""
LASTING = re.compile(r"将(?:会|继续|一直)?(?:持续|延续|进行|开放)[^，。；]*|\bwill (?:last|continue|run|remain|stay)\b[^,.;]*", re.IGNORECASE)
"""What goes on for a time has begun: its 将 is of its end."""
LISTED = re.compile(r"\s*(?:类|岗)?(?:[、和与及]|\band\b)\s*")
UNKNOWN_JOBS = re.compile(
    r"([^各多等种数几了供出布的有、，\s\d]{2,6}?)类(?:优质|就业|招聘)?(?:岗位|职位)|"
    r"(?=(工程师|教师|护士|医生|技术员|操作工|设计师|客服|普工|技工)(?:岗位|职位))")
"""Jobs of a class or a trade that is no sector of the records."""
WHOLE_AGAIN = re.compile(r"共|总|合计|全部|\btotal|\ball\b", re.IGNORECASE)
OWNERSHIPS = (
    ("state", r"国有|国企|央企|中央企业|中省直|央属|state[- ]owned|(?:central )?government[- ]owned|\bSOEs?\b|central(?:ly)?[- ](?:and|administered|enterprises?)|"
        r"central enterprises"),
    ("private", r"民营|民企|私营|private(?:ly)?\b(?! and (?:public|state))"),
    ("foreign", r"外资|外商|外企|港澳台|foreign[- ](?:invested|funded|owned|companies|enterprises|firms)"),
    ("institution", r"(?<!企)事业单位|public institutions?"),
    ("government", r"机关单位|党政机关|government (?:bodies|agencies|departments)"),
)
UNTOLD = re.compile(

        r"上市公司|上市企业|\d*\s*强企业|500\s*强|世界\s*\d+\s*强|龙头企业|专精特新|高新技术|独角兽|规上|规模以上|小巨人|listed compan|fortune \d+|top \d+|"
        r"high-tech (?:companies|enterprises|firms)|"
    r"leading companies|unicorn", re.IGNORECASE)
DEGREES = (("doctor", r"博士|doctor|ph\.?d"), ("master", r"硕士|研究生|master|postgraduate"), ("bachelor", r"本科|bachelor|undergraduate"), ("associate",
    r"大专|专科|高职|junior college|associate"))
RANKED = ("associate", "bachelor", "master", "doctor")
ABOVE = re.compile(r"及以上|以上学历|or (?:above|higher)|and (?:above|higher)", re.IGNORECASE)
UNITS = (
    ("210100", "沈阳", "Shenyang"), ("210200", "大连", "Dalian"), ("210300", "鞍山", "Anshan"), ("210400", "抚顺", "Fushun"), ("210500", "本溪", "Benxi"),
    ("210600", "丹东", "Dandong"),
    ("210700", "锦州", "Jinzhou"), ("210800", "营口", "Yingkou"), ("210900", "阜新", "Fuxin"), ("211000", "辽阳", "Liaoyang"), ("211100", "盘锦", "Panjin"),
    ("211200", "铁岭", "Tieling"),
    ("211300", "朝阳", "Chaoyang"), ("211400", "葫芦岛", "Huludao"), ("21SF00", "沈抚", "Shenfu"),
)  # fmt: skip
ELSEWHERE = re.compile(

        r"北京|天津|上海|重庆|河北|山西|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|"
        r"新疆|香港|澳门|台湾|北上广|长三角|珠三角|京津冀|"
    r"西安|苏州|南京|杭州|青岛|济南|瑞安|宁海|哈尔滨|长春|武汉|深圳|广州|成都|省外|外省|外地|东部地区|中部地区|西部地区|东北地区|"

        r"\b(?:Beijing|Tianjin|Shanghai|Chongqing|Hebei|Shanxi|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|"
        r"Hainan|Sichuan|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|"

        r"Inner Mongolia|Guangxi|Tibet|Ningxia|Xinjiang|Hong Kong|Macao|Taiwan|Xi ?'?an|Suzhou|Nanjing|Hangzhou|Qingdao|Jinan|Harbin|Changchun|Wuhan|Shenzhen|"
        r"Guangzhou|Chengdu|Europe|abroad|overseas)\b", re.IGNORECASE)  # fmt: skip
ORIGIN = re.compile(r"来自[^，。；]{0,12}$|赴[^，。；]{0,6}$|\bfrom\s+(?:\w+\s+)?$|outside\s+$|外\s*$", re.IGNORECASE)
ONLINE_FAIR = re.compile(r"线上|网络|网上|云端|云招聘|\bonline\b|virtual|cloud", re.IGNORECASE)
OFFLINE_FAIR = re.compile(r"线下|现场|\boffline\b|on-?site|in-person", re.IGNORECASE)
LIVE_FAIR = re.compile(r"直播|live-?stream|broadcast|跨区域|cross-?region", re.IGNORECASE)
_OURS = "|".join(name for _, zh, en in UNITS for name in (zh, en))
EXAMPLES = re.compile(rf"(?:(?:{_OURS})市?[、和及,]?\s?(?:and )?)+(?:等|(?:among )?other )", re.IGNORECASE)
"""Places that are named as examples of several: 沈阳市、大连市等14个市."""
SESSION = re.compile(rf"(?:^|[,;.]\s)(?:At|In|During) (?:the |its )?(?P<place>{_OURS})(?:'s)? (?:session|fair|leg|stop|event|venue)\b", re.IGNORECASE)
FROM_ALL = re.compile(r"来自[^，。；]{0,10}|\bfrom (?:across|all over|around|throughout|all parts of|every part of)\b[^,.;]{0,20}", re.IGNORECASE)
OFFLINE_KINDS = ("launch", "on_site", "campus", "special", "enterprise")


def parts_of(draft: Draft, kind: str, own: str) -> tuple[Part, ...]:
    """The parts that ``own``, the words that belong to the number, say it is about."""
    found: list[Part] = []
    if kind == "fairs":
        found += _fair_kind(draft, own)
    if kind in ("employers", "employers_share", "participations", "first_time_employers", "openings", "openings_share", "openings_over_threshold"):
        found += _ownership(own)
    if kind in ("openings", "openings_share", "postings", "attendance_share", "people_share", "employers_share") or (kind and cues.DEGREE.search(own)):
        found += _degrees(own, is_filter=kind in ("openings", "openings_share", "postings"))
    if kind.endswith("_share") or kind in ("openings", "postings"):
        found += _sector(own)
    return (*found, *_schools(draft, kind), *(_places(own) or _session(draft, kind)))


def _session(draft: Draft, kind: str) -> list[Part]:
    """The place of the session that the sentence begins with: At the Yingkou session alone, 88 companies …."""
    found = SESSION.search(draft.lead) if kind and not draft.is_chinese else None
    return _places(found["place"]) if found else []


def _fair_kind(draft: Draft, own: str) -> list[Part]:
    both = cues.BOTH.search(own)
    if LIVE_FAIR.search(own):
        return [Part(words=LIVE_FAIR.search(own)[0])]
    if ONLINE_FAIR.search(own) and not both:
        return [Part("fair_kinds", ("online",), ONLINE_FAIR.search(own)[0])]
    if OFFLINE_FAIR.search(own) and not both:
        return [Part("fair_kinds", OFFLINE_KINDS, OFFLINE_FAIR.search(own)[0])]
    if re.search(r"校园|campus", own, re.IGNORECASE):
        return [Part("fair_kinds", ("campus",), "校园" if draft.is_chinese else "campus")]
    return []


def _ownership(own: str) -> list[Part]:
    untold = UNTOLD.search(own)
    if untold:
        return [Part(words=untold[0].strip())]
    found = [(code, match[0]) for code, pattern in OWNERSHIPS if (match := re.search(pattern, own, re.IGNORECASE))]
    return [Part("ownerships", tuple(code for code, _ in found), found[0][1])] if found else []


def _degrees(own: str, *, is_filter: bool) -> list[Part]:
    found = [(code, match[0]) for code, pattern in DEGREES if (match := re.search(pattern, own, re.IGNORECASE))]
    if not found:
        return []
    codes = {code for code, _ in found} | ({"doctor"} if re.search("研究生|postgraduate", own, re.IGNORECASE) else set())
    if ABOVE.search(own):
        codes |= set(RANKED[min(RANKED.index(code) for code in codes):])
    return [Part("education_levels" if is_filter else "", tuple(code for code in RANKED if code in codes) if is_filter else (), found[0][1])]


def _sector(own: str) -> list[Part]:
    found = [(code, match) for code, pattern in names.sectors() if (match := re.search(pattern, own, re.IGNORECASE))]
    if len(found) > 1:
        found = [item for item in found if item[0] != "engineering"]
    if len(found) == 1 and is_of_jobs(own, found[0][1]):
        return [Part("sector_codes", (found[0][0],), found[0][1][0])]
    found.sort(key=lambda item: item[1].start())
    is_list = all(LISTED.fullmatch(own, left[1].end(), right[1].start()) for left, right in pairwise(found))
    if len(found) > 1 and is_list and is_of_jobs(own, found[-1][1]):
        return [Part("sector_codes", tuple(code for code, _ in found), own[found[0][1].start():found[-1][1].end()])]
    untold = found[0][1][0] if found else next((match[1] or match[2] for match in UNKNOWN_JOBS.finditer(own)), "")
    return [Part(words=untold)] if untold else []


def is_of_jobs(own: str, match: re.Match) -> bool:
    """True where the name of a field is that of jobs: 机械类, mechanical openings, openings in mechanical engineering."""
    return bool(OF_JOBS.match(own, match.end()) or (JOBS_IN.search(own[:match.start()]) and not EMPLOYERS_OF.match(own, match.end())))


def _schools(draft: Draft, kind: str) -> list[Part]:
    """The universities named beside the number, else before it in its clause; those that the lists do not know in words."""
    if not kind or kind in NO_PART_OF:
        return []
    start = draft.token.start - draft.sentence_start
    named = names.schools(draft.sentence)
    clause = draft.clause_start - draft.sentence_start
    first, last = start - len(draft.before), draft.token.end - draft.sentence_start + max(0, draft.unit.end - draft.token.end) + len(draft.after)
    found = [school for school in named if max(first, clause) <= school.start and school.end <= last + 1]
    if not found and not WHOLE_AGAIN.search(draft.before):
        found = [school for school in named if clause <= school.start < start][-1:]
    if not found:
        return []
    words = ", ".join(school.words for school in found)
    codes = tuple(school.code for school in found)
    return [Part("university_codes", codes, words)] if all(codes) and not (len(codes) > 1 and "分别" in draft.clause) and kind in OF_UNIVERSITIES else [Part(words=words)]


def _places(own: str) -> list[Part]:
    own = EXAMPLES.sub("", own)
    other = ELSEWHERE.search(own)
    if other:
        return [Part(words=other[0])]
    for code, zh, en in UNITS:
        place = re.search(
            f"{zh}(?!工业|理工|大学|药科|航空|农业|化工|医科|建筑|音乐|师范|体育|海事|交通|外国语|民族|海洋|财经)|\\b{en}\\b(?! (?:University|Universities|of)\\b)", own)
        if place:
            is_origin = bool(ORIGIN.search(own[:place.start()]))
            return [Part(words=place[0])] if is_origin else [Part("region_codes", (code,), place[0])]
    return []


def scopes_of(draft: Draft) -> tuple[str, ...]:
    """What keeps the figure from being about the selection: plan, nation, province, city, total or per_item."""
    lead = FROM_ALL.sub("", draft.lead)[-40:]
    whole = f"{draft.before} {draft.after}"
    found = [name for name, pattern, where in (
        ("plan", cues.PLAN, planned_in(draft, lead)),
        ("total", cues.TOTAL, lead if draft.is_chinese else f"{draft.clause} {_adverbial(draft)}"),
        ("per_item", cues.PER_ITEM, whole if draft.is_chinese else f"{draft.clause} {_head(draft)}"),
    ) if pattern.search(where)]  # fmt: skip
    return (*found, *_level(draft, lead))


def _head(draft: Draft) -> str:
    """The first word of an English sentence before its comma: Generally, …."""
    found = re.match(r"\s*[A-Za-z]+(?: average)?,", draft.lead)
    return found[0] if found else ""


def _adverbial(draft: Draft) -> str:
    """The words before the first comma of an English sentence that begins with a time: Since January, ….."""
    found = re.match(r"\s*(?:since|so far|to date|this year|as of|over the|by the end of)\b[^,]{0,40},", draft.lead, re.IGNORECASE)
    return found[0] if found else ""


def planned_in(draft: Draft, lead: str) -> str:
    """The words in which a plan is looked for: those of another clause only where that tells what will be, and the number's own nothing else."""
    begin = draft.clause_start - draft.sentence_start
    own = f"{draft.sentence[begin:draft.token.start - draft.sentence_start]} {draft.after}"
    has_own = OWN_SUBJECT.match(own.strip()) if draft.is_chinese else PAST.search(own)
    if has_own:
        return own if not draft.is_chinese else own[:-len(draft.after) or None]
    if draft.is_chinese:
        lead = CARRIED.sub("", f"{lead}#{draft.after}").rpartition("#")[0]
    if draft.is_chinese and WILL.match(draft.after):
        return f"{lead} {draft.after}"
    return LASTING.sub("", lead if draft.is_chinese else f"{draft.lead} {draft.after}")


def _level(draft: Draft, lead: str) -> tuple[str, ...]:
    """Nation, province or city, as the clause says, else the sentence before the number."""
    own = FROM_ALL.sub("", draft.clause[:max(0, draft.token.start - draft.clause_start)] if draft.is_chinese else draft.clause)
    for words in (own, lead if draft.is_chinese else ""):
        for name, pattern in (("nation", cues.NATION), ("province", cues.PROVINCE), ("city", cues.CITY)):
            if pattern.search(words):
                return (name,)
    return ()
