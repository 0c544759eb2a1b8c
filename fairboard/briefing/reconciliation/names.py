"""The names of sectors and universities in the reference lists, as they stand in texts."""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from fairboard.store.schema import REFERENCE_FOLDER

FORMS: dict[str, str] = {
    "engineering": r"工程(?=类|岗|专业)|engineering", "mechanical": r"机械|装备|machiner|mechanical", "electrical": r"电气|electrical",
    "electronics": r"电子|通信|electronic|telecom",
    "software": r"软件|信息技术|信息传输|互联网|计算机|information technology|(?-i:\bIT\b)|software|internet", "chemical": r"化工|石化|材料|chemical|materials",
    "energy": r"能源|电力|energy", "construction": r"建筑|土木|construction|civil engineering", "transport": r"交通|物流|运输|logistic|transport",
    "manufacturing": r"制造|manufactur",
    "agriculture": r"农业|林业|agricultur", "medical": r"医药|医疗|卫生|medic|health", "education": r"教育|科研|教学|educat",
    "finance": r"金融|财会|会计|银行|financ|bank|accounting", "sales": r"销售|营销|\bsales\b|marketing",
    "administration": r"行政(?=管理|类|岗|人事|专业|、)|人事(?=管理|类|岗|行政|专业|、)|人力资源(?=管理|类|岗)|文秘|administrati(?:on|ve)\b|human resources|(?-i:\bHR\b)",
    "law_public": r"法律|公共服务(?=类|岗)|\blegal\b|\blaw\b", "culture_service": r"文化旅游|文旅|旅游|生活服务|餐饮|tourism|hospitality",
}  # fmt: skip
"""Short forms of the sectors beside their names; words that are common in other senses only before a word of jobs."""
ANY = r"[^各多所个些等的名在是有由对来自从赴到及和与、，。；：！？\s\d“”\"'（）()A-Za-z]{2,12}"
KINDS_OF_SCHOOL = re.compile(
    r"(?:重点|一流|名牌|知名|省内|省外|国内|国外|全国|全省|高等|职业|民办|本科|综合性|医学|海外|外地|当地|本地|其他|其它|在校|参会|参加|我省|驻辽|在辽|在沈|优秀|理工类|师范类|"
    r"年级|二级|应用型|地方|专科|双一流|部属|省属|市属|[各这该本我]校|组织)$")
ANY_SCHOOL = re.compile(rf"(?P<stem>{ANY}?)(?:大学|学院)(?!生|毕业|城|路|科技园|派)")
ANY_SCHOOL_EN = re.compile(r"\b(?:[A-Z][a-z]+ ){1,4}(?:University|College)\b(?: of(?: (?:[A-Z][a-z]+|and))+)?|\bUniversity of(?: (?:[A-Z][a-z]+|and))+")
OF_THOSE = r"的?(?:学生|学子|毕业生|应届|本科|研究生|硕士|博士|师生|参会|到场|入场|进场|应聘|提供|组织|有|共|约|近|达|人数|[\s、和与]|\d)"
OTHER_SENSES = frozenset({"协和", "中南", "河海", "南开", "同济", "人大", "国美", "北化", "南航"})
LEAST_SHORT = 2
GAP = re.compile(r"[\s、，,和与及以]*(?:\band\b|\bthe\b|[\s,])*")
EXAMPLES = re.compile(r"\s*(?:等|在内|,?\s*and (?:[\w,]+ )?(?:others?|more)\b|,?\s*among others)")
NAMED = re.compile(r"(?:包括|例如|比如|譬如|including|such as|like)\s*(?:the\s+)?$", re.IGNORECASE)
PLACE_BEFORE = re.compile(
    r"(?:(?<!现)在|于|走进|进入|来到|走访|奔赴|赴|到|由|设在|\b(?:at|in|inside|visited|hosted by|held by|organi[sz]ed by|on the campus of))\s*(?:the\s+)?$", re.IGNORECASE)
PLACE_AFTER = re.compile(
    r"[^，。；、]{0,10}?(?:举行|举办|召开|开幕|启动|主办|承办|协办|联合|体育馆|体育场|校园内|招聘会|双选会|供需见面会|洽谈会|专场|(?<!车)站(?!点)|校区|礼堂|馆)|"
    r"\s*(?:campus|hosted|held|organi[sz]ed|gym|stadium|(?:\w+ ){0,2}(?:fairs?|session))\b", re.IGNORECASE)


@dataclass(frozen=True)
class School:
    """A university named in a text, from ``start`` to ``end``; ``code`` is empty where the lists do not know the name, or several by it."""

    start: int
    end: int
    words: str
    code: str = ""


@cache
def sectors() -> tuple[tuple[str, str], ...]:
    """Each sector with a pattern of its names and short forms."""
    return tuple((row["sector_code"], "|".join(filter(None, (re.escape(row["name_zh"]).replace("与", "[与和及、]"), re.escape(row["name_en"]), FORMS.get(row["sector_code"])))))
                 for row in _rows("sectors.csv"))  # fmt: skip


@cache
def _schools() -> tuple[dict[str, str], re.Pattern, re.Pattern]:
    """Names to codes; the pattern of the full names, and that of the abbreviations with what has to follow them."""
    full, short = {}, {}
    english: dict[str, set[str]] = {}
    for row in _rows("universities.csv"):
        code = row["university_code"]
        full |= {name: code for name in (row["name_zh"], *row["aliases"].split("|")) if name}
        english.setdefault(row["name_en"].lower(), set()).add(code)
        if row["short_zh"] != row["name_zh"] and len(row["short_zh"]) >= LEAST_SHORT:
            short[row["short_zh"]] = code
    full |= {name: codes.pop() if len(codes) == 1 else "" for name, codes in english.items() if name}
    for row in _rows("university_aliases.csv"):
        (short if row["kind"] in ("short", "ambiguous") else full).setdefault(row["name"].lower(), row["university_code"])
        if row["kind"] == "ambiguous":
            short[row["name"]] = ""
    short = {name: code for name, code in short.items() if name and name not in OTHER_SENSES}
    return {**short, **full}, _any_of(full, ""), _any_of(short, f"(?={OF_THOSE})")


def _any_of(names: dict[str, str], then: str) -> re.Pattern:
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(f"(?<![a-zA-Z])(?:{listed})(?![a-zA-Z])(?!生|毕业生(?<=大毕业生)){then}", re.IGNORECASE)


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE_FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=256)
def schools(text: str) -> tuple[School, ...]:
    """The universities that ``text`` names as a part: no place or host of a fair, and no examples (X and Y among 75)."""
    found = _named(text)
    kept = []
    for place, school in enumerate(found):
        last = place
        while last + 1 < len(found) and GAP.fullmatch(text, found[last].end, found[last + 1].start):
            last += 1
        first = place
        while first and GAP.fullmatch(text, found[first - 1].end, found[first].start):
            first -= 1
        before, after = text[:found[first].start], text[found[last].end:]
        if not (EXAMPLES.match(after) or NAMED.search(before) or PLACE_BEFORE.search(before) or PLACE_AFTER.match(after)):
            kept.append(school)
    return tuple(kept)


def _named(text: str) -> list[School]:
    codes, full, short = _schools()
    found: list[School] = []
    for pattern in (full, short, ANY_SCHOOL, ANY_SCHOOL_EN):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < held.end and end > held.start for held in found):
                continue
            if pattern is ANY_SCHOOL and KINDS_OF_SCHOOL.search(match["stem"]):
                continue
            if pattern is short and text[end - 1:end + 2] == "大学生" and re.search(r"[\u4e00-\u9fff]$(?<![自有的为是与和及由])", text[:start]):
                continue
            found.append(School(start, end, match[0], codes.get(match[0], codes.get(match[0].lower(), ""))))
    return sorted(found, key=lambda school: school.start)
