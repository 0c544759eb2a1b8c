"""What a number counts, told by the measure word and the noun beside it."""

import re
from dataclasses import dataclass

from fairboard.briefing.reconciliation.tokens import Token

NOUNS_ZH: tuple[tuple[str, str], ...] = (
    ("fairs",
        r"招聘会|双选会|招聘活动|(?:供需)?见面会|(?:供需)?洽谈会|推介会|对接会|招聘专场|专场招聘|专场(?:活动)?|交流大?会|招聘大会|招聘大集|大集|"
        r"直播带岗(?:活动)?|带岗直播|引才活动|校园招聘|校招|就业服务活动|对接活动"),
    ("talks", r"宣讲会|宣讲|讲座|政策解读|指导课|培训班|沙龙|比赛|演出|论坛|座谈会|会议"),
    ("job_kinds", r"(?:岗位|职位|用工|招聘|用人)(?:需求)?信息|岗位种类|职位种类|工种|职业种类|岗位类别"),
    ("jobs",
        r"岗位需求数?|用[人工]需求|人才需求|招聘需求|需求岗位|(?:就业|招聘|工作|用工)岗位|岗位|职位|职缺|空缺|(?:就业|工作|就职)机会|用工缺口|缺口|需求(?:人数|总数|总量|"
        r"数)?|招聘(?:总?人数|总数|计划|名额)|计划招聘|拟招聘?|招收|招录|(?<![返上下在转待离到定顶稳])岗(?![前后亭])"),
    ("intentions", r"意向书?"),
    ("documents", r"简历|资料|宣传单|宣传册|手册|问卷|传单"),
    ("agreements", r"协议书?|合同|备忘录|合作项目"),
    ("universities", r"高校|院校|大学(?!生|毕业)|学院(?!派)|高等学校|名校|学校|高师院校"),
    ("employers", r"用人单位|招聘单位|参会单位|单位|企业(?!联系人|负责人|家|高管|主(?=[，。；、]))|公司|国企|央企|民企|外企|厂商|厂家|雇主|机构|商家|院所"),
    ("booths", r"展位|摊位|展台|展区|分会场|会场|行业|专业(?!人员)|学科|领域"),
    ("people",
        r"毕业生|大学生|研究生|本科生|专科生|应届生|高校生|留学生|学生|学子|退役军人|退役士兵|士兵|残疾人|妇女|村民|市民|劳动力|求职者|求职人员|应聘者|人才(?!基金|公寓|政策|资金|市场|专项|服务|工作|办|补贴|计划|集团|网|库|中心|驿站)|青年|群众|劳动者|农民工|务工人员|人员|博士|硕士|本科|"
        r"大专|专科|高职|中职|人数|大军|人流|客流|代表|招聘官|志愿者|工作人员|联系人|负责人|企业家|教师|老师|辅导员|专业人员|观众|网友"),
    ("places", r"省区市|省份|省市|省(?!内|外|级|人|教)|城市|地市|地级市|市州|县区|区县|个市|设区市|国家"),
    ("views", r"观看量|浏览量|点击量|访问量|播放量|观看|浏览|点击|点赞"),
    ("stations", r"工作站|联络站|基地|平台|服务站|园区|创新中心"),
    ("projects", r"项目|课题|成果|技术"),
)  # fmt: skip
NOUNS_EN: tuple[tuple[str, str], ...] = (
    ("interviews", r"(?:job |on-?site |on-the-spot |mock )?interviews"),
    ("job_kinds",
        r"(?:pieces?|items?) of (?:[a-z]+ )?(?:job|recruitment|employment|vacancy|hiring)[a-z]* information|"
        r"(?:kinds?|types?|categories|sorts|varieties) of (?:[a-z]+ )?(?:jobs?|positions?|posts?|vacanc(?:y|ies)|work|occupations?)|(?:job|position) (?:types?|"
        r"titles?|categories|listings?|postings?|ads|advertisements?)|listings|postings|occupations"),
    ("people",
        r"(?:job ?|job-)?(?:seekers?|hunters?|hopefuls)|jobseekers?|graduates?|students?|people|persons?|applicants?|candidates?|attendees?|participants?|"
        r"veterans|retirees|soldiers|hopefuls|villagers|registrants?|respondents?|representatives?|volunteers?|delegates?|"
        r"visitors?|talents?|workers?|professionals?|youths?|undergraduates?|postgraduates?|residents|individuals|employees|teachers|counsel+ors|engineers|"
        r"holders|viewers?|netizens|crowd|attendance|audience|turnout|bachelors|masters|doctors|PhDs"),
    ("fairs",
        r"(?:job|career|recruitment|hiring|talent|employment)[- ]fairs?|(?:recruitment|recruiting|hiring|job) (?:events?|activit(?:y|ies)|sessions?|meetings?|"
        r"expos?|campaigns?|drives?|markets?|conferences?)|fairs?|recruitments|expos?|sessions?|events?|activities|livestreams?|broadcasts?|ones"),
    ("talks", r"(?:lectures?|seminars?|talks?|workshops?|courses?|presentations?)"),
    ("jobs",
        r"job (?:opportunit(?:y|ies)|openings?|vacanc(?:y|ies)|positions?)|(?:employment|work|career) opportunit(?:y|ies)|jobs?|positions?|vacanc(?:y|"
        r"ies)|openings?|posts?|(?:new )?hires|recruits|roles?|opportunities|headcounts?|posting slots|internships?|traineeships?|slots|places"),
    ("intentions", r"(?:employment |cooperation |hiring |preliminary )*(?:intentions?|intents)|letters of intent"),
    ("documents", r"r[eé]sum[eé]s?|CVs?|applications?|curricula vitae|leaflets?|brochures?|copies|questionnaires?"),
    ("agreements", r"agreements?|contracts?|memorand(?:a|ums?)|deals?|pacts?"),
    ("universities", r"universit(?:y|ies)|colleges?|schools?|institutions of higher (?:education|learning)|campuses|academies"),
    ("employers",
        r"employers?|compan(?:y|ies)|enterprises?|firms?|units?|recruiters?|exhibitors?|entit(?:y|ies)|organi[sz]ations?|institutions?|businesses|corporations?|SOEs?|agencies|"
        r"institutes"),
    ("booths", r"booths?|stands|stalls"), ("offers", r"(?:job )?offers?"),
    ("places", r"provinces?|cities|city|regions?|districts?|count(?:ies|ry|ries|y)|municipalities|prefectures"),
    ("visits", r"visits?|person-times|entries|trips|admissions"),
    ("views", r"views?|hits|clicks|page views|impressions|plays|likes"),
    ("stations", r"stations?|bases?|platforms?|centers?|centres?|parks?"),
    ("projects", r"projects?|programmes?|programs?|technologies"),
    ("area", r"square (?:met(?:er|re)s|kilomet(?:er|re)s|feet)|hectares?|acres?"),
)  # fmt: skip
MEASURES = (
    ("places", r"个?(?:省区市|省份|省市|省|市州|州市|城市|地市|市|县区|区县|县)(?![场民内外级委直长府人教])"),
    ("visits", r"人\s?[/／]?\s?次"), ("participations", r"家次|户次"), ("fair_times", r"场次"), ("documents", r"份次|份|封"), ("area",
        r"平方米|平米|㎡|亩|公顷|平方公里"), ("money", r"亿元|万亿元|美元"),
    ("yuan", r"万元|元|块钱|块"), ("people",
        r"人(?![力才社大工民口事文均员气心物])|名(?!校(?!友|长)|企(?!业)|单)|位(?!于)"), ("employers", r"家|户|间(?=[\u4e00-\u9fff]{0,6}(?:机构|企业|公司|雇主|单位))"), ("fairs", r"场"),
    ("universities", r"所"), ("listing", r"条|则"), ("classes", r"大类|大门类|门类"),
    ("kinds", r"种|类|个?工种|个?类别|个种类"), ("items", r"项|笔|宗|对"), ("piece", r"个|款"), ("times", r"次|倍|回"), ("other",
        r"座|间|支|批|只|篇|辆|套|台|件|吨|斤|株|部|本|期|轮|分|间|元钱|度|千瓦|兆|艘|架|米"),
)  # fmt: skip
_MEASURE = re.compile(r"\s?(?P<wan>[万亿](?=元|美元))?(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in MEASURES) + r")(?P<after>[余多](?![于元家样]))?")
_ZH = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS_ZH))
_EN = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS_EN) + r")(?![a-zéè])", re.IGNORECASE)
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
RATIO_BEFORE = re.compile(r"(?:求人倍率|比率|供[需求]比|倍率)[^，。；]{0,4}$")
BETWEEN = re.compile(
    r"(?:[\s:：的]|总数|总量|数量|人数|共计?|总共|约|大约|达到?|为|是|有|合计|总计|累计|一共|仅|只|就|高|已|多|超过?|逾|近|不少于|不低于|至少|各|等|计划|招聘|需求|拟|提供|"
    r"(?:were|was|is|are|had|has|have|of|to|at|a|the|total|totall?ed|number(?:ed|ing|s)?|reach(?:ed|ing)?|stood|hit|came|amount(?:ed|ing)|with|about|some|nearly|over|more|than|up|only)(?![a-z]))*",
    re.IGNORECASE)
"""What can stand between a noun and its number without a doubt that they belong together."""
LARGEST_RATIO = 100
LONGEST_PAIR = 2
"""Words before “and” that can be the first of two adjectives: 78 private and public companies."""
SHARED_NOUN = re.compile(
    rf"\s(?:[a-z-]+\s){{1,2}}and\s(?:about |some |nearly |over |around )?\d[\d,]*\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{'|'.join(f'(?:{pattern})' for _, pattern in NOUNS_EN)})(?![a-z])", re.IGNORECASE)
"""The noun that two numbers share: 20 foreign and 24 local companies."""
UNKNOWN_NOUN = re.compile(
    r"\s(?!(?:with|from|to|at|in|on|for|by|of|and|or|who|that|which|were|was|are|is|will|have|has|had|during|through|than|as|this|last|after|before|via|so|"
    r"while|when|more|fewer|others?|new|years?)\b)(?:[a-z-]+\s){0,2}[a-z]{4,}s\b", re.IGNORECASE)
"""A noun in the plural that is none of recruitment: 50,000 placements."""
DRAWING = re.compile(r"吸引|招募|服务|帮助|用于|面向|留[给住]|奖励|邀请|欢迎")
"""Verbs behind 个 and its own noun, whose object is not what is counted: 20个事业编制吸引专业人才."""
CLAUSE_BEGIN = re.compile(r"\b(?:where|when|if|because|that|meaning|says?|said)\s+(?:about |some |nearly |over |around |more than )*$", re.IGNORECASE)
"""What begins a clause, so that the noun before it is not what the number counts."""
COMING = re.compile(
    r"\s(?:turned (?:up|out)|showed up|had shown up|wait(?:ed|ing)? in line|lined up|queued|(?:having been|have been|had been|were|are|being) (?:interviewed|hired|shortlisted|employed|placed|recruited|selected)|(?:are|were|is|was) expected to (?:attend|come|turn|visit))\b", re.IGNORECASE)
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


def is_chinese(text: str) -> bool:
    """True where ``text`` has Chinese characters."""
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def nouns(text: str) -> list[tuple[str, str, int, int]]:
    """The nouns of recruitment in ``text``: what they are, the word, start and end."""
    found = [*_ZH.finditer(text), *_EN.finditer(text)] if is_chinese(text) else list(_EN.finditer(text))
    return sorted(((item.lastgroup, item[0], item.start(), item.end()) for item in found), key=lambda item: item[2])


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
    if _PAY.search(before[-12:]) and (token.has_size or token.value and token.value >= 1000) and not _EN.match(after.lstrip()) and is_chinese(before):
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
        is_same = between in ("", "的") or (between == "招聘" and item[0] == "employers")
        if is_same or (item[0] in HEADS and re.fullmatch(r"[\u4e00-\u9fff]{0,4}的[\u4e00-\u9fff]{0,4}", between)):
            first = (item[0], item[1], first[2], item[3])
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
    if is_chinese(after[:12]) and not _EN.match(after.lstrip()):
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
        return Unit(_EN.fullmatch(shared["noun"]).lastgroup, token.end, shared["noun"], False, measure="shared")
    last = None if UNKNOWN_NOUN.match(after) or CLAUSE_BEGIN.search(before) else _subject(before)
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
    found = nouns(window)
    if not found and stop and stop[0].lower() in ("and", "or") and 0 < len(window.split()) <= LONGEST_PAIR:
        stop = _STOP.search(after, stop.end())
        window = after[skipped:stop.start() if stop else len(after)]
        found = nouns(window)
    if not found:
        times = re.match(r"\s*times\b", window)
        return Unit("times", token.end + times.end(), "times") if times else None
    verbs = [verb.start() for verb in _VERB.finditer(window) if verb.start() >= found[0][3]]
    verbs += [doing.start() for doing in DOING.finditer(window) if is_plural(window[:doing.start()])]
    verbs.sort()
    held = [item for item in found if not verbs or item[2] < verbs[0]]
    last = held[-1] if held else found[0]
    if len(window[:last[2]].split()) > 6:
        return None
    return Unit(last[0], token.end + skipped + last[3], last[1])


def is_plural(words: str) -> bool:
    """True where ``words`` end with what can do something: several of a kind, or people."""
    return bool(re.search(r"(?:[a-z]{2,}s|people)$", words.rstrip(), re.IGNORECASE))


def _subject(before: str) -> tuple[str, str] | None:
    """The head of the subject: visits in “visits to the platform”, participants in “the number of participants”."""
    window = before[-80:]
    head: tuple[str, str, int, int] | None = None
    for item in nouns(window):
        if item[1] in NAME_ENDS:
            continue
        if head is None or not re.fullmatch(r"\s+(?:to|at|in|on|by|from|for)\s+(?:\w+\s+){0,2}", window[head[3]:item[2]]):
            head = item
    return (head[0], head[1]) if head else None
