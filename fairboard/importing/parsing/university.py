"""University texts to five-digit school codes: ``东北大学``, ``大工``, ``大连理工大学（盘锦校区）``, ``4121010145``, ``Dalian University of Technology``.

A name counts only where it is the whole text, or is followed by what belongs to the school: a campus, a college of it, an office for
its students. 大连大学 is not 大连理工大学, and 东北大学出版社 is a company. The longest name first, so that an independent college
(沈阳大学科技工程学院) or a branch (东北大学秦皇岛分校) is itself and never its parent. An abbreviation that several schools use is unparsed.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long, normalise
from fairboard.importing.parsing.place import REFERENCE, load_gazetteer, longest

CODE = re.compile(r"(?:[34]\d(\d\d)\d)?(\d{5})(?:\.0+)?")
"""A five-digit school code, or the ten digits of the Ministry's list: two for the kind, two for the province, one, school code."""
NAMED_CODE = re.compile(r"\(?(\d{10}|\d{5})\)?[-:、,.]?(\D+)|(\D+?)[-:、,(]?(\d{10}|\d{5})\)?")

CAMPUS = r"[\u4e00-\u9fff]{1,8}?(?:校区|校园|校本部)|[\u4e00-\u9fff]{0,4}本部|[a-z' ]+campus"
COLLEGE = r"(?:(?!附属|职业|出版|中学|小学|医院|公司|分校)[\u4e00-\u9fff0-9、()\-·–]){1,24}?(?:学院|学部|书院|系|研究生院|学科|专业)"
OFFICE = (
    r"(?:学生|本科生|研究生|毕业生|招生|招聘|党委|人事|校|就业|创业|与|和|及|指导|服务|工作){0,6}"
    r"(?:就业(?:指导|服务)?(?:中心|处|办公室?|网|信息网)|毕业生|学生处|人事处|校友会)"
    r"|[\u4e00-\u9fff]{0,6}(?:研究生院|高等研究院)"
)
STUDY = r"非全日制|全日制|第二学位|学硕|专硕|本科|本科生|研究生|硕士|博士|双一流|985|211"
TAIL = re.compile(rf"(?:[\-—–·,、/:]?\(?(?:{CAMPUS}|{COLLEGE}|{OFFICE}|{STUDY})\)?){{0,3}}[.,;。]?")
LONGEST_TAIL = 40
RUN_FROM = {"10080": "13", "10695": "54", "12802": "11"}
"""Schools that stand, or once stood, outside the province that runs them: its digits are in their ten-digit code."""
SHORT_TAIL = re.compile(rf"[\-—–·,]?\(?(?:{CAMPUS})\)?")
LATIN_TAIL = re.compile(r"(?:[,(\-]?[a-z']+campus\)?)?")
PLACE_IN_BRACKETS = re.compile(r"([\u4e00-\u9fff]+)\(([\u4e00-\u9fff]{2,4})\)")
LEAD = re.compile(r"^(?:毕业)?(?:院校|学校|高校|毕业学校|就读学校|校名|单位名称):")
PLACE_AND_BLANK = re.compile(r"^(\s*[\u4e00-\u9fff]{2,4})\s+(?=[\u4e00-\u9fff]{4})")
EDGES = "\"'“”‘’《》[]【】·,;。.、:"


@dataclass(frozen=True)
class University:
    """The school's five-digit code in the Ministry of Education's list, None when unknown."""

    university_code: str | None = None
    status: Status = "absent"


UNPARSED = University(status="unparsed")
ABSENT_WORDS = frozenset({"不限", "未知", "其他", "其它", "校外", "社会人员", "other", "unknown"})


@dataclass(frozen=True)
class Schools:
    """Names, as ``key`` writes them, to codes; a code is empty where a name is known to be no school of the list, or several."""

    full: dict[str, str]
    """Official, former and English names: a campus or a college may follow."""
    short: dict[str, str]
    """Abbreviations: only a campus may follow."""
    province: dict[str, str]
    """First two digits of the province of each code."""


def key(name: str) -> str:
    """``name`` in narrow lower case, without blanks, and for a name in Latin letters without points and the article."""
    text = compact(name)
    if re.search(r"[\u4e00-\u9fff]", text):
        return text.replace(" ", "")
    text = re.sub(r"^the\b|\bthe\b", " ", normalise(name))
    return re.sub(r"[^a-z0-9()]", "", text.replace("&", "and"))


@cache
def load_schools() -> Schools:
    """The names of data/reference/universities.csv and university_aliases.csv."""
    with (REFERENCE / "universities.csv").open(encoding="utf-8-sig", newline="") as file:
        schools = list(csv.DictReader(file))
    with (REFERENCE / "university_aliases.csv").open(encoding="utf-8-sig", newline="") as file:
        others = list(csv.DictReader(file))
    english = defaultdict(set)
    for row in schools:
        english[key(row["name_en"])].add(row["university_code"])
    full = {name: codes.pop() if len(codes) == 1 else "" for name, codes in english.items() if name}
    short = {key(row["short_zh"]): row["university_code"] for row in schools if row["short_zh"] != row["name_zh"]}
    for row in others:
        (short if row["kind"] in ("short", "ambiguous") else full)[key(row["name"])] = row["university_code"]
    full |= {key(alias): row["university_code"] for row in schools for alias in row["aliases"].split("|") if alias}
    full |= {key(row["name_zh"]): row["university_code"] for row in schools}
    return Schools(full, short, {row["university_code"]: row["province_code"][:2] for row in schools})


def parse_university(text: str) -> University:
    """The school that ``text`` names."""
    if is_too_long(text):
        return UNPARSED
    body = LEAD.sub("", key(PLACE_AND_BLANK.sub(r"\1·", text)).strip(EDGES))
    if is_absent(body) or body in ABSENT_WORDS:
        return University()
    if BROKEN_CHARACTER in text:
        return UNPARSED
    schools = load_schools()
    if found := CODE.fullmatch(compact(text)):
        return answer(find_code(found.group(), schools))
    if found := NAMED_CODE.fullmatch(body):
        code, name = (found.group(1), found.group(2)) if found.group(1) else (found.group(4), found.group(3))
        by_code, by_name = find_code(code, schools), find_name(name.strip(EDGES), schools)
        return answer(by_code if by_code == by_name else None)
    return answer(find_name(body, schools))


def answer(code: str | None) -> University:
    """``code`` as a result."""
    return University(code, "stated") if code else UNPARSED


def find_code(text: str, schools: Schools) -> str | None:
    """The school with the code ``text``; of ten digits, the province in it has to be that of the school."""
    found = CODE.fullmatch(text)
    province, code = found.groups() if found else (None, None)
    return code if code in schools.province and province in (None, schools.province[code], RUN_FROM.get(code)) else None


def find_name(text: str, schools: Schools) -> str | None:
    """The school that ``text`` names, or that it names after the place where the school is."""
    for names in (schools.full, schools.short):
        if text in names:
            return names[text] or None
    if code := match_start(text, schools):
        return code
    if (campus := PLACE_IN_BRACKETS.fullmatch(text)) and campus.group(2) in load_gazetteer().short:
        return schools.full.get(campus.group(1)) or None
    rest = without_place(text)
    return match_start(rest, schools) if rest else None


def match_start(text: str, schools: Schools) -> str | None:
    """The school with whose name ``text`` begins, when a campus, a college or an office of it follows; the longest name decides."""
    for length in range(min(len(text), 90), 2, -1):
        code, rest = schools.full.get(text[:length]), text[length:]
        if code is not None:
            tail = LATIN_TAIL if text[0].isascii() else TAIL
            return code if code and len(rest) <= LONGEST_TAIL and tail.fullmatch(rest) else None
    for length in range(min(len(text), 6), 1, -1):
        if (code := schools.short.get(text[:length])) and SHORT_TAIL.fullmatch(text[length:]):
            return code
    return None


def without_place(text: str) -> str:
    """What follows the official names of places at the beginning of ``text``; empty where there are none."""
    gazetteer = load_gazetteer()
    rest = text.removeprefix("中国").lstrip("·-,/ ") if text.startswith(("中国·", "中国-", "中国辽宁省")) else text
    for names in (gazetteer.provinces_official, gazetteer.official, gazetteer.county):
        if found := longest(names, rest):
            rest = rest[len(found[0]) :].lstrip("·-,、/: ")
    if rest == text and (found := re.match(r"([\u4e00-\u9fff]{2,4})[·\-/]", text)) and found.group(1) in gazetteer.short:
        rest = text[found.end() :]
    return "" if rest == text else rest
