"""Cells that hold several values: ``2年经验 | 大专 | 招1人``, ``3-5年本科``, ``[['五险一金'], ['沈阳-皇姑区', '招5人']]``, ``Java|国企|500-999人|IT服务``.

``split_packed`` cuts such a cell into tokens; ``name_token`` says of one token which value it can only be, ``name_tokens`` of all tokens of a
cell, where the order tells more: the last one after a kind of ownership or a size is the industry.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, compact, is_absent
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.place import load_gazetteer, parse_place
from fairboard.importing.parsing.wage import parse_wage

TOKEN_FIELDS = ("experience", "education", "headcount", "size", "ownership", "place", "date", "wage", "industry")
LONGEST_PACKED = 4_000
QUOTED = re.compile(r"'((?:[^'\\]|\\.){0,400})'|\"((?:[^\"\\]|\\.){0,400})\"")
ESCAPED = re.compile(r"\\(.)")
STRONG = (re.compile(r"\s*[|｜¦\n\r\t]+\s*"), re.compile(r"\s*[;；]\s*"), re.compile(r"\s*[,，、]\s*"))
WEAK = (re.compile(r"\s*/\s*"), re.compile(r"\s{2,}"), re.compile(r"\s+"), re.compile(r"\s*[·•]\s*"))
"""Separators that also stand inside one value (安装/调试, 沈阳·铁西, IT 服务): they cut only where two of the parts are known values."""

YEARS = r"\d{1,2}(?:\s?[-~至到—]\s?\d{1,2})?\s?年"
EXPERIENCE = (
    rf"(?:(?:工作)?(?:经验|年限):?)?{YEARS}(?:及?以上|及?以下|以内)?(?:的?(?:相关)?(?:工作)?(?:经验|经历))?|(?:工作)?(?:经验|经历|年限)(?:不限|不要求|无要求)"
    r"|(?:无需?|不限|不需|没有)(?:要求)?(?:工作)?(?:经验|经历)|在校生?/应届(?:毕业)?生|在读学生|(?:20\d\d届)?应届(?:毕业)?生|在校生|一年以(?:上|下|内)"
)
LEVEL = r"博士后?|硕士|研究生|本科|学士|大专|专科|高职|高中|中专|中技|中职|职高|技校|初中|mba|emba"
EDUCATION = (
    rf"(?:学历:?)?(?:全日制|统招|普通|国家统招)?(?:{LEVEL})(?:研究生|学位)?(?:[/或](?:{LEVEL})(?:研究生)?)?(?:及|或)?(?:以上|以下)?(?:学历|学位|毕业)?"
    r"|(?:学历|文凭)(?:不限|无要求)|不限(?:学历|文凭)|无学历要求"
)
HEADCOUNT = (
    r"(?:招聘?|招收|招募|需求?|拟招)(?:人数)?:?\d{1,4}(?:[-~至]\d{1,4})?(?:人|名|位|个)?(?:以上)?|(?:招聘?|招收|需)(?:若干|多|数)(?:人|名|位)|若干(?:人|名|位)?"
    r"|\d{1,4}(?:[-~至]\d{1,4})?名|(?:招聘)?人数:?(?:\d{1,4}|若干)(?:人|名)?"
)
SIZE = r"\d{1,6}[-~—至]\d{1,6}人|(?:少于|不足|不到|超过|多于)\d{1,6}人|\d{1,6}人(?:及?以上|及?以下|以内)|(?:公司|企业)?规模:?\d.*人.*"
OWNERSHIP = (
    r"国企|国有企业|国有(?:控股|独资)?|国营|央企|中央企业|民企|民营(?:企业|公司)?|私企|私营(?:企业|公司)?|外企|外资(?:企业)?(?:\((?:非?欧美)\))?|外商(?:独资|投资)(?:企业)?"
    r"|(?:中外)?合资(?:企业)?(?:\((?:非?欧美)\))?|港澳台(?:公司|企业|资)?|台资(?:企业)?|港资(?:企业)?|外企代表处|外国代表处|代表处|股份制(?:企业|公司)?|上市公司|已上市|创业公司"
    r"|事业单位|政府机关(?:/非盈?营?利机构)?|国家机关|机关|非营利(?:组织|机构)|社会团体|律师事务所|集体企业|学校/下级学院"
)
DATE = (
    r"\d{1,2}[-月]\d{1,2}日?(?:发布|更新)|(?:今天|昨天|前天|\d{1,2}(?:天|小时|分钟)前)(?:发布|更新)?|(?:发布|更新)(?:日期|时间|于):?.{5,20}"
)
WHOLE = {
    name: re.compile(pattern)
    for name, pattern in (
        ("experience", EXPERIENCE), ("education", EDUCATION), ("headcount", HEADCOUNT), ("ownership", OWNERSHIP), ("size", SIZE), ("date", DATE),
    )
}  # fmt: skip
RUN_TOGETHER = re.compile(
    rf"({EXPERIENCE})[,，]?({EDUCATION})(?:[,，]?({HEADCOUNT}))?|({EDUCATION})[,，]?({EXPERIENCE})(?:[,，]?({HEADCOUNT}))?", re.IGNORECASE
)
LARGEST_UNCLEAR_SIZE = 14
"""A range of people up to here (3-5人) may be a headcount as well as a size."""
UNCLEAR_PLACES = ("不限", "线上", "线上办公", "国内", "阿里")
SCHOOLS = ("高中", "初中", "小学", "中职")
"""Among mere catchwords these are the schools where a teacher is wanted."""
OTHER = ("其它", "其他")
STATES_WAGE = re.compile(
    r"\d.*(?:元|/月|/年|/天|/日|/小?时|薪|千|万)|(?:薪资|薪酬|工资|月薪|年薪|待遇):?.*\d|\d ?k? ?[-~—] ?\d+(?:\.\d)? ?[kw]", re.IGNORECASE
)
NEGOTIABLE = re.compile(r"(?:薪资|薪酬|工资|待遇)?面议")
PLACE_REST = re.compile(r"(?:[-·•/\s][\u4e00-\u9fff·•\-\s]{1,20}|[\u4e00-\u9fff]{1,8}[区县市镇旗])?")


def split_packed(text: str) -> tuple[str, ...]:
    """The values that ``text`` holds, in their order, without the empty ones; a cell with one value gives that value."""
    if len(text) > LONGEST_PACKED:
        return ()
    body = text.strip()
    if body.startswith(("[", "(", "{")) and (quoted := QUOTED.findall(body)):
        return tidy(ESCAPED.sub(r"\1", single or double) for single, double in quoted)
    for separator in STRONG:
        if len(parts := tidy(separator.split(body))) > 1:
            return tuple(token for part in parts for token in split_weakly(part))
    return split_weakly(body)


def split_weakly(text: str) -> tuple[str, ...]:
    """The parts of ``text`` at a separator that also stands inside values, where two of them are known values."""
    if name_token(text):
        return (text,)
    for separator in WEAK:
        parts = tidy(separator.split(text))
        if len(parts) > 1 and sum(name_token(part) is not None for part in parts) > 1:
            return tuple(token for part in parts for token in split_run(part))
    return split_run(text)


def split_run(text: str) -> tuple[str, ...]:
    """The values that follow each other without anything between: 3-5年本科."""
    found = RUN_TOGETHER.fullmatch(text.strip())
    return tidy(part for part in found.groups() if part) if found else tidy([text])


def tidy(parts: Iterable[str]) -> tuple[str, ...]:
    """Each part without blanks and brackets at its ends, the empty ones left out."""
    return tuple(part for part in (part.strip(" \t\r\n\u3000\xa0\"'") for part in parts) if part)


@lru_cache(maxsize=100_000)
def name_token(token: str) -> str | None:
    """The one field of ``TOKEN_FIELDS`` whose value ``token`` can only be, None where it may be several or none."""
    if len(token) > 40 or BROKEN_CHARACTER in token:
        return None
    body = compact(token)
    if is_absent(body):
        return None
    for field, pattern in WHOLE.items():
        if pattern.fullmatch(body):
            return None if field == "size" and is_unclear_size(body) else field
    if re.match(r"(?:19|20)\d\d ?[-/.年]", body) and parse_date(token):
        return "date"
    if NEGOTIABLE.fullmatch(body) or (STATES_WAGE.search(body) and parse_wage(token).status == "stated"):
        return "wage"
    return "place" if is_place(body) else None


def is_unclear_size(body: str) -> bool:
    """True for a range of so few people that it may be a headcount."""
    numbers = [int(number) for number in re.findall(r"\d+", body)]
    return len(numbers) == 2 and max(numbers) <= LARGEST_UNCLEAR_SIZE


def is_place(body: str) -> bool:
    """True for the name of a province, a prefecture or a county with its suffix, also with a part of it behind."""
    gazetteer = load_gazetteer()
    place = parse_place(body)
    if place.region_code in (None, "abroad") or body in UNCLEAR_PLACES:
        return False
    if not place.region_code[0].isdigit():
        return True
    if body in gazetteer.english:
        return len(body) > 4  # ABA is a method before it is a prefecture
    for length in range(min(len(body), 16), 1, -1):
        name = body[:length]
        if name in gazetteer.official or name in gazetteer.short or name in gazetteer.provinces or name in gazetteer.county:
            return bool(PLACE_REST.fullmatch(body, length))
    return False


def name_tokens(tokens: tuple[str, ...]) -> tuple[str | None, ...]:
    """``name_token`` of each token of one cell. The last one directly after an ownership or a size is the industry; 其它 before a size is an ownership."""
    fields = [name_token(token) for token in tokens]
    for position in range(len(tokens) - 1):
        if fields[position] is None and fields[position + 1] == "size" and tokens[position] in OTHER:
            fields[position] = "ownership"
    if len(tokens) > 1 and fields[-1] is None and fields[-2] in ("ownership", "size") and parse_industry(tokens[-1]).status == "stated":
        fields[-1] = "industry"
    if not {"experience", "headcount", "size", "date", "wage"} & set(fields):
        fields = [None if token in SCHOOLS else field for token, field in zip(tokens, fields, strict=True)]
    return tuple(fields)
