"""Major texts to the classes of the Ministry of Education's catalogue: ``计算机类、电子信息类``, ``机械设计制造及其自动化等相关专业``, ``不限专业``.

A posting may name several majors, one by one, by class (计算机类), by discipline (工学), or for each level apart, as offices do:
``本科：金融学类（0203）；研究生：应用经济学（0202，仅限金融学）``. A code in brackets counts only for undergraduates, and only where the
name is unknown: 0812 is surveying among undergraduates and computing among graduates. Names are looked up in
data/reference/majors.csv (single majors, the disciplines of graduates, the classes of vocational schools); for others the first rule of
data/reference/major_rules.csv decides.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent
from fairboard.importing.parsing.place import REFERENCE

LONGEST_MAJORS = 4_000
"""Characters: offices list hundreds of majors in one cell, but not more than this."""
ANY = re.compile(
    r"(?:所学|对)?(?:专业|学科|所学专业)?(?:要求)?:?(?:不限|无(?:要求|限制)|无专业(?:要求|限制)|均可|皆可)(?:专业|学科|要求)?(?:要求|限制)?"
    r"|(?:不限|各类?|所有|任何|全部|任意)(?:专业|学科)?(?:均可|皆可|不限)?|any(?: major)?|no (?:requirement|limit)"
)
LEVELS = (
    ("graduate", re.compile(r"研究生|硕士|博士|学硕|专硕")),
    ("undergraduate", re.compile(r"本科|学士")),
    ("vocational", re.compile(r"大专|专科|高职|高专|中专|中职|技校")),
)
SEGMENT = re.compile(
    r"((?:[\u4e00-\u9fff/、()及]{0,12})(?:研究生|硕士|博士|本科|学士|大专|专科|高职|高专|中专|中职)[\u4e00-\u9fff()/、]{0,6}):"
)
NESTED = re.compile(r"(\([^()]*)\([^()]*\)")
KEPT, CODED, NARROWED = "\ue000", "\ue001", "\ue002"
"""Signs that no cell holds: a comma inside a name, a code behind it, the names to which it is narrowed."""
SEPARATOR = re.compile(r"[、,]")
BRACKET = re.compile(r"\(([^()]*)\)")
SPLIT = re.compile(r"[,;/|\n。+&]|、|\s+|或者?|以及|和(?=[\u4e00-\u9fff]{2,}(?:类|专业|工程|学)(?![\u4e00-\u9fff]))")
BEFORE = re.compile(
    r"^(?:\d{1,2}[.、)](?!\d))?(?:所学专业|专业|要求|具有|具备|须|需|仅限|只限|限|主修|方向|全日制|国家统招|国家承认|统招|:)+"
    r"|^\d{1,2}[.、)](?!\d)"
)
BEHIND = re.compile(
    r"(?:等|与之|与岗位|的|紧密|相关类?|相近类?|类似|对口|有关|专业|学科|方向|领域|背景|学历|优先|考虑|者|均可|毕业|及以上)+生?$"
)
"""What stands around the name of a major. Each word once and none inside another: a run of them is read in one way only."""
LONGEST_NAME = 60
EXCLUDED = re.compile(r"除外|^除|^非(?!织造|金属|物质)|不含")
CODE = re.compile(r"\d{2}(?:\d{2}(?:\d{2}(?:\d{2})?)?)?[tk]{0,2}")


@dataclass(frozen=True)
class Majors:
    """Class codes (0809) and discipline codes (08) in the order of the catalogue; ``is_any`` where a text takes any major."""

    class_codes: tuple[str, ...] = ()
    discipline_codes: tuple[str, ...] = ()
    is_any: bool = False
    status: Status = "absent"


UNPARSED = Majors(status="unparsed")


@dataclass(frozen=True)
class Catalogue:
    """Names, as ``compact`` writes them, to codes; rules for the names that are not in it."""

    classes: dict[str, str]
    disciplines: dict[str, str]
    majors: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]]
    joined: re.Pattern[str]
    """Names that hold a comma of their own: 土木、水利与海洋工程."""
    rules: tuple[tuple[str, re.Pattern[str]], ...]


def read(name: str) -> list[dict[str, str]]:
    """Rows of one reference list."""
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def load_catalogue() -> Catalogue:
    """The catalogue of the reference lists."""
    classes = {compact(row["name_zh"]): row["class_code"] for row in read("major_classes.csv")}
    classes |= {name.removesuffix("类"): code for name, code in classes.items()}
    disciplines = {row["name_zh"]: row["discipline_code"] for row in read("disciplines.csv")}
    majors: dict[str, dict] = {level: {} for level in ("undergraduate", "graduate", "vocational", "discipline")}
    for row in read("majors.csv"):
        codes = tuple(tuple(filter(None, row[key].split("|"))) for key in ("class_codes", "discipline_codes"))
        majors[row["level"]][compact(row["name"])] = codes
    joined = sorted((name for names in majors.values() for name in names if "、" in name or "," in name), key=len, reverse=True)
    rules = sorted(read("major_rules.csv"), key=lambda row: int(row["priority"]))
    return Catalogue(
        classes,
        disciplines,
        majors,
        re.compile("|".join(map(re.escape, joined))),
        tuple((r["class_code"], re.compile(r["pattern"])) for r in rules),
    )


def parse_major(text: str) -> Majors:
    """The classes and disciplines that ``text`` names; those of a class are named with it."""
    body = compact(text)
    if is_absent(body):
        return Majors()
    if BROKEN_CHARACTER in body or len(text) > LONGEST_MAJORS:
        return UNPARSED
    catalogue, classes, disciplines, is_any = load_catalogue(), set(), set(), False
    for level, name, code in read_names(body, catalogue):
        if ANY.fullmatch(name):
            is_any = True
            continue
        found = look_up(name, code, level, catalogue)
        classes.update(found[0])
        disciplines.update(found[1])
    disciplines.update(code[:2] for code in classes)
    if not (classes or disciplines or is_any):
        return UNPARSED
    return Majors(tuple(sorted(classes)), tuple(sorted(disciplines)), is_any, "stated")


def read_names(body: str, catalogue: Catalogue) -> Iterator[tuple[str | None, str, str | None]]:
    """Level, name and code of each major in ``body``, the level and the code None where not given. 应用经济学（仅限金融学） is 金融学."""
    parts = SEGMENT.split(body)
    for heading, segment in [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]:
        levels = [level for level, pattern in LEVELS if pattern.search(heading)]
        level = levels[0] if len(levels) == 1 else None
        segment = catalogue.joined.sub(lambda found: SEPARATOR.sub(KEPT, found.group()), segment)
        while (opened := NESTED.sub(r"\1", segment)) != segment:
            segment = opened
        for token in SPLIT.split(BRACKET.sub(keep_bracket, segment).replace("(", " ").replace(")", " ")):
            outer, _, narrower = token.partition(NARROWED)
            name, _, code = outer.replace(KEPT, "、").partition(CODED)
            name = bare(name)
            inner = [bare(part) for part in narrower.split(KEPT) if part]
            if inner and all(any(look_up(part, None, level, catalogue)) for part in inner):
                yield from ((level, part, None) for part in inner)
            elif name and not EXCLUDED.search(token):
                yield level, name, code or None


def bare(name: str) -> str:
    """``name`` without the words around it; empty where it is too long for any."""
    return BEHIND.sub("", BEFORE.sub("", name.strip(" :.\"'“”"))) if len(name) <= LONGEST_NAME else ""


def keep_bracket(bracket: re.Match[str]) -> str:
    """What of a bracket is needed behind the name: its code, the names to which 仅限 narrows it, or other names beside it."""
    first, _, rest = bracket.group(1).partition(",")
    code = CODED + first.strip() if CODE.fullmatch(first.strip()) else ""
    words = rest if code else bracket.group(1)
    if narrowed := re.match(r"[仅只]限(?:于)?", words):
        return code + NARROWED + SEPARATOR.sub(KEPT, words[narrowed.end() :])
    if code or re.match(r"限|含|不含|除|原|专业代码|学硕|专硕|\d", words) or "方向" in words:
        return code
    return "," + words


def name_majors(text: str) -> tuple[str, ...]:
    """The single names in ``text``, without codes and levels; empty where any major will do or there is none."""
    if len(text) > LONGEST_MAJORS:
        return ()
    names = tuple(name for _, name, _ in read_names(compact(text), load_catalogue()))
    return () if any(ANY.fullmatch(name) for name in names) else names


def look_up(name: str, code: str | None, level: str | None, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Class codes and discipline codes of one name: by its code for a discipline, by its exact name, by its code, by a rule."""
    if code and len(code) == 2 and catalogue.disciplines.get(name) == code:
        return (), (code,)
    order = {"graduate": ("graduate", "undergraduate", "vocational"), "vocational": ("vocational", "undergraduate", "graduate")}
    for kind in (*order.get(level, ("undergraduate", "graduate", "vocational")), "discipline"):
        if kind == "undergraduate" and (found := catalogue.classes.get(name)):
            return (found,), ()
        for form in (name, name.removesuffix("类"), name + "学", name.removesuffix("学"), name.removesuffix("技术")):
            if found := catalogue.majors[kind].get(form):
                return found
            if kind == "vocational" and (found := catalogue.majors[kind].get(form + "类")):
                return found
    if found := catalogue.disciplines.get(name.removesuffix("类").removesuffix("门类")):
        return (), (found,)
    if code and level in (None, "undergraduate") and code[:4] in catalogue.classes.values():
        return (code[:4],), ()
    return next((((rule,), ()) for rule, pattern in catalogue.rules if pattern.search(name)), ((), ()))
