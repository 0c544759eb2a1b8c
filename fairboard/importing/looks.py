"""What the values of a column look like, whatever its heading says.

A look is a test of one value, with the share of values above which the column is surely the field, and the share above which a
person is asked. The tests are strict: a column that could be two things is neither.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fairboard.importing.parsing.cleaning import compact, is_absent
from fairboard.importing.parsing.count import parse_count
from fairboard.importing.parsing.date import parse_date
from fairboard.importing.parsing.degree import parse_degree
from fairboard.importing.parsing.education import parse_education
from fairboard.importing.parsing.headcount import parse_headcount
from fairboard.importing.parsing.industry import parse_industry
from fairboard.importing.parsing.major import parse_major
from fairboard.importing.parsing.ownership import parse_ownership
from fairboard.importing.parsing.packed import name_token, split_packed
from fairboard.importing.parsing.place import parse_place
from fairboard.importing.parsing.university import parse_university
from fairboard.importing.parsing.wage import parse_wage
from fairboard.importing.sectors import UNCLASSIFIED, classify
from fairboard.importing.slots import parse_slot

EXAMINED_ROW_COUNT = 20_000
EXAMINED_VALUE_COUNT = 300

PERSONAL_HEADING = re.compile(r"身份证|手机|电话|邮箱|邮件|联系人|联系方式|姓名|微信|qq|e-?mail|phone|mobile|wechat")
PERSONAL_VALUE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?![\dXx])|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)")
PERSONAL_SHARE = 0.2
PERSON_NAME_SHARE = 0.9
SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱"
    "江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
PERSON_NAME = re.compile(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}")

LINK = re.compile(r"https?://\S+")
NUMBER = re.compile(r"[\d.,\-/: ]+")
COMPANY = re.compile(
    r"公司|集团|厂$|厂[（(]|酒店|医院|学校|大学|学院|幼儿园|研究院|研究所|设计院|委员会|中心$|银行|事务所|门诊|诊所|药房|商行|经营部|工作室|合作社|协会|基金会"
    r"|局$|厅$|院$|部$|法院|检察院|人民政府|机关|有限|\bltd\b|\binc\b|\bco\.|company|corporation|group$|university",
    re.IGNORECASE,
)
JOB = re.compile(
    r"工程师|经理|主管|专员|助理|教师|老师|讲师|会计|出纳|文员|客服|销售|司机|技术员|技师|设计师|顾问|总监|操作工|普工|焊工|钳工|电工|护士|医生|医师|药师|厨师|员$|师$"
    r"|岗$|生$|工$|长$|engineer|manager|assistant|teacher|analyst|developer|clerk|designer|director|nurse|operator",
    re.IGNORECASE,
)
COMPANY_SIZE = re.compile(r"(?:少于|不足)?\d+(?:-|~|—|至)?\d*人?(?:及?以上|及?以下|以内)?")
CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}", re.IGNORECASE)
WAGE_UNIT = re.compile(r"\d\s*(?:千|万|k|元)|面议|\d{4,6}\s*[-~—至]\s*\d{4,6}", re.IGNORECASE)
EXPERIENCE = re.compile(r"(?:工作)?(?:经验|年限)?:?(?:不限|无|无需|应届|在读|\d{1,2}(?:[-~—至]\d{1,2})?年).{0,8}|.{0,6}(?:经验|应届).{0,6}")


@dataclass(frozen=True)
class Look:
    """A test of one value; at ``sure`` and more of the values it leaves no doubt, at ``ask`` and more it is worth a question.

    A weak look is never sure under a heading that says something else: 去向类别 holding 升学 is no column of job titles.
    """

    test: Callable[[str], bool]
    sure: float = 0.8
    ask: float = 0.5
    is_weak: bool = False


def is_title(value: str) -> bool:
    """True for what a job is called."""
    return (
        len(value) <= 60
        and not COMPANY.search(value)
        and not NUMBER.fullmatch(value)
        and (bool(JOB.search(value)) or classify(value) not in (None, UNCLASSIFIED))
    )


def is_place(value: str) -> bool:
    """True for a place that is no employer's name."""
    return len(value) <= 30 and not COMPANY.search(value) and parse_place(value).status == "stated"


def is_packed(value: str) -> bool:
    """True for a cell that holds at least two fields."""
    tokens = split_packed(value)
    return len(tokens) >= 2 and len({name for token in tokens if (name := name_token(token))}) >= 2


def is_size(value: str) -> bool:
    """True for a band of staff numbers: 少于50人, 50-150人, 10000人以上."""
    text = compact(value)
    return "人" in text and bool(COMPANY_SIZE.fullmatch(text)) and not text.rstrip("人").isdigit()


LOOKS: dict[str, Look] = {
    "credit_code": Look(lambda value: bool(CREDIT_CODE.fullmatch(compact(value)))),
    "signed_on": Look(lambda value: parse_date(value) is not None and not value.isdigit(), is_weak=True),
    "posted_on": Look(lambda value: parse_date(value) is not None and not value.isdigit(), is_weak=True),
    "wage": Look(lambda value: bool(WAGE_UNIT.search(value)) and parse_wage(value).status != "unparsed"),
    "education": Look(lambda value: len(value) <= 10 and parse_education(value).status == "stated" and parse_university(value).status != "stated"
                      and not is_packed(value)),
    "degree": Look(lambda value: len(value) <= 10 and parse_degree(value).status == "stated"),
    "headcount": Look(lambda value: not value.isdigit() and parse_headcount(value).status == "stated" and bool(re.search("[人名招若]", value))),
    "experience": Look(lambda value: len(value) <= 20 and bool(EXPERIENCE.fullmatch(compact(value))) and not is_packed(value)),
    "ownership": Look(lambda value: len(value) <= 8 and parse_ownership(value).status == "stated" and not COMPANY.search(value)),
    "packed": Look(is_packed, sure=0.7),
    "university": Look(lambda value: parse_university(value).status == "stated", is_weak=True),
    "region": Look(is_place, is_weak=True),
    "place": Look(is_place, is_weak=True),
    "employer": Look(lambda value: bool(COMPANY.search(value)) and len(value) <= 60, sure=0.6, ask=0.4, is_weak=True),
    "title": Look(is_title, sure=0.65, ask=0.4, is_weak=True),
    "major": Look(lambda value: len(value) <= 40 and "\n" not in value and parse_major(value).status == "stated", sure=0.7, is_weak=True),
    "industry": Look(lambda value: len(value) <= 20 and not NUMBER.fullmatch(value) and not COMPANY.search(value) and parse_industry(value).status == "stated", is_weak=True),
    "arrived_at": Look(lambda value: ":" in value.replace("：", ":") and parse_slot(value) is not None),
    "slot_at": Look(lambda value: ":" in value.replace("：", ":") and parse_slot(value) is not None),
}
"""In the order in which they are tried: the first of two that fit equally well is taken."""


def states_number(value: str) -> bool:
    """True for a wage or a bare number (6, 8.5), as columns of low and high ends hold them."""
    return bool(re.fullmatch(r"\d+(?:\.\d+)?", compact(value))) or parse_wage(value).status != "unparsed"


def is_text(value: str) -> bool:
    """True for anything that is more than a number."""
    return not NUMBER.fullmatch(value)


HEADED: dict[str, Callable[[str], bool]] = {
    "title": is_text,
    "employer": is_text,
    "university": lambda value: parse_university(value).status == "stated" or is_text(value),
    "place": is_text,
    "region": lambda value: parse_place(value).status == "stated",
    "wage": states_number,
    "wage_min": states_number,
    "wage_max": states_number,
    "headcount": lambda value: parse_headcount(value).status == "stated",
    "attendance_count": lambda value: parse_count(value).value is not None,
    "education": lambda value: parse_education(value).status == "stated",
    "degree": lambda value: parse_degree(value).status == "stated",
    "posted_on": lambda value: parse_date(value) is not None,
    "signed_on": lambda value: parse_date(value) is not None,
    "issued_on": lambda value: parse_date(value) is not None,
    "policy_name": is_text,
    "pact_name": is_text,
    "parties": is_text,
    "in_force_until": lambda value: parse_date(value) is not None or is_text(value),
    "arrived_at": lambda value: parse_slot(value) is not None,
    "slot_at": lambda value: parse_slot(value) is not None,
    "views": lambda value: parse_count(value).value is not None,
    "views_total": lambda value: parse_count(value).value is not None,
    "credit_code": lambda value: bool(re.fullmatch(r"[0-9A-Za-z]{18}", compact(value))),
    "packed": is_packed,
}
"""What the values must look like under a heading that is known: less than a look, since the heading already says it."""


def examined_values(column: Iterable[str]) -> list[str]:
    """Some different values of a column that state something; ``column`` is a pandas Series of texts."""
    different = column.head(EXAMINED_ROW_COUNT).unique()
    return [value for value in different.tolist()[: 2 * EXAMINED_VALUE_COUNT] if not is_absent(compact(value[:400]))][:EXAMINED_VALUE_COUNT]


def share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    """Share of the values that pass a test, 0 where there are none."""
    return sum(map(test, values)) / len(values) if values else 0.0


def looks_of(values: Sequence[str], fields: Iterable[str], *, least: float = 0.0) -> dict[str, float]:
    """The fields that the values look like, with the share of them that do; the likeliest first."""
    wanted = set(fields)
    if not values or share(values, lambda value: bool(LINK.match(value))) > LEAST_LINKS:
        return {}
    found = {name: value_share for name, look in LOOKS.items() if name in wanted and (value_share := share(values, look.test)) >= max(least, look.ask)}
    if looks_like_company_size(values) and "size" in wanted:
        found["size"] = 1.0
    return dict(sorted(found.items(), key=lambda item: -round(item[1], 1)))


LEAST_LINKS = 0.5


def looks_like_company_size(values: Sequence[str]) -> bool:
    """True for a column of bands of people."""
    bands = [value for value in values if is_size(value)]
    largest = max((int(number) for value in bands for number in re.findall(r"\d{1,9}", value)), default=0)
    return bool(values) and len(values) <= 20 and len(bands) >= 0.5 * len(values) and largest >= 100


def is_personal(label_key: str, values: Sequence[str], *, is_known: bool) -> bool:
    """True for a column of names, telephones, mails or identity numbers of persons, by its heading or, where nobody knows that, its values."""
    if PERSONAL_HEADING.search(label_key):
        return True
    if is_known:
        return False
    numbers = share(values, lambda value: bool(PERSONAL_VALUE.search(LINK.sub("", value))))
    return numbers >= PERSONAL_SHARE or (len(values) >= 5 and share(values, lambda value: bool(PERSON_NAME.fullmatch(value))) >= PERSON_NAME_SHARE)
