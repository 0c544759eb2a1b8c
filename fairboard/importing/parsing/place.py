"""Place texts to a prefecture code: ``辽宁省大连高新园区``, ``深圳深圳宝安区``, ``长春·朝阳·硅谷``, ``朝阳``, ``远程办公``.

A name counts only where a text, or a part of it, begins: 马鞍山 is not 鞍山, and the 朝阳 of 北京·朝阳 comes after its city.
Official names come first, the longest first, province before prefecture before county; then the short ones, which must not be
followed by what would make them part of another name (大连路, 朝阳区). A name that several places share is unknown without its province.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long, normalise

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
MUNICIPALITIES = ("110000", "120000", "310000", "500000")
LIAONING = "21"
SHENFU = "21SF00"
SHENFU_NEIGHBOURS = ("210000", "210100", "210400")

SCOPES = (
    ("nationwide", re.compile(r"全国(?:各地|各省市?|范围内?)?(?:\(.*\))?|国内|不限(?:地区|地点|城市)?|(?:地区|地点|城市)不限|nationwide|anywhere")),
    ("remote", re.compile(r"(?:可)?远程(?:办公|工作)?|居家(?:办公)?|线上(?:办公)?|在家办公|remote|work from home")),
    ("abroad", re.compile(
        r"(?:海外|国外|境外|外派|overseas|abroad|日本|韩国|新加坡|马来西亚|泰国|老挝|缅甸|柬埔寨|越南|印度尼西亚|印尼|印度|菲律宾|美国|加拿大|墨西哥"
        r"|巴西|阿根廷|智利|秘鲁|埃及|尼日利亚|肯尼亚|埃塞俄比亚|南非|土耳其|波兰|匈牙利|荷兰|瑞典|瑞士|挪威|丹麦|芬兰|爱尔兰|葡萄牙|希腊|乌克兰|白俄罗斯"
        r"|哈萨克斯坦|乌兹别克斯坦|蒙古国?|朝鲜|孟加拉国?|巴基斯坦|斯里兰卡|尼泊尔|以色列|伊朗|伊拉克|卡塔尔|科威特|阿曼|英国|法国|德国|意大利|西班牙|俄罗斯|澳大利亚|新西兰|阿联酋|沙特|非洲|欧洲|东南亚|中东)(?:特别行政区|地区|国家)?(?:[·\-—、,/(].*|[\u4e00-\u9fff]{1,3}[州市府京]|东京|首尔|大阪)?"
    )),
)  # fmt: skip
SEPARATORS = " ·•・-—–_>→/,、:。.()[]【】「」"
LABEL = re.compile(
    r"^(?:工作)?(?:地点|地址|地区|城市|区域|所在地|地):|^中国(?!.{0,2}[^\W\d]*(?:公司|银行|电信|移动|联通|科学|石油|石化|铁))"
)
PARTS = re.compile(r"[、,;/|]|(?<=\))\(")
ENGLISH_KIND = re.compile(r"\b(?:city|province|prefecture|municipality|autonomous region|p\.?\s?r\.?\s?china|china)\b")
PARTY_PREFIX = re.compile(
    r"^(?:政协|中共|中国共产党|共青团|中国共产主义青年团|中国人民政治协商会议|中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会"
    r"|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟|中国国际贸易促进委员会)"
)
PUBLIC_BODY = re.compile(
    r"(?!.*(?:公司|银行|大学|学院|学校|医院|集团|厂|超市|酒店)).*(?:管理委员会|管委会|法院|检察院|监狱|戒毒所|公安局|司法局|(?:示范区|开发区|新区|园区)[\u4e00-\u9fff]{0,40}(?:局|委员会|中心|馆|办公室|室))"
)
"""Offices whose names begin with the short name of their place: 大连高新技术产业园区管委会. A company's short name is a brand."""
OTHER_NAME = re.compile(r"[东西南北中前后]?[一二三四五六]?(?:路|街|大街|大道|巷|胡同)|[县区旗岛]|(?:镇|乡|村|桥|屯|道)(?![\u4e00-\u9fff])")
"""What makes a short name a part of another one: 大连路, 南京东路, 朝阳区; but not 宁波镇海区, 石家庄桥西区."""
PEOPLES = (
    "各族|满族|蒙古族|蒙古|回族|维吾尔族|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|藏族|羌族|彝族|苗族|侗族|壮族|瑶族|布依族|土家族|黎族|白族|傣族|傈僳族"
    "|哈尼族|佤族|拉祜族|纳西族|景颇族|布朗族|普米族|怒族|独龙族|朝鲜族|达斡尔族|鄂温克族|鄂伦春|畲族|仡佬族|水族|仫佬族|毛南族|土族|撒拉族|东乡族|保安族|裕固族|锡伯族|塔吉克|锡伯"
)
COUNTY_SUFFIX = re.compile(rf"(?:(?:{PEOPLES})+自治[县旗]|[市县区旗])$")
GENERIC_COUNTIES = frozenset({"城区", "郊区", "矿区", "东区", "西区"})


class Names(dict[str, str]):
    """Names to codes, with the two characters that each begins with: most texts begin with none of them."""

    def __init__(self, pairs: Iterable[tuple[str, str]] | dict[str, str] = ()):
        super().__init__(pairs)
        self.starts = frozenset(name[:2] for name in self)
        self.longest = max(map(len, self), default=0)


@dataclass(frozen=True)
class Place:
    """A code of ``regions``: a prefecture, a province or a scope; None when unknown."""

    region_code: str | None = None
    status: Status = "absent"


UNPARSED = Place(status="unparsed")


@dataclass(frozen=True)
class Gazetteer:
    """Names to codes, for all China and within each province; a name that several places share stands in neither."""

    provinces: Names
    provinces_official: Names
    official: Names
    short: Names
    county: Names
    county_short: Names
    """Counties without their suffix. For all China without the districts of other provinces: 中原, 古城, 江南 mean much else."""
    shenfu: tuple[str, ...]
    within: dict[str, "Gazetteer"]
    english: Names
    codes: Names
    """Six-digit codes of regions and of counties."""


def unique(pairs: Iterable[tuple[str, str]]) -> Names:
    """Names that mean one place only."""
    codes = defaultdict(set)
    for name, code in pairs:
        codes[name].add(code)
    return Names((name, found.pop()) for name, found in codes.items() if len(found) == 1)


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of a reference list."""
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the reference lists."""
    regions = read_rows("regions.csv")
    provinces = [row for row in regions if row["level"] == "province"]
    official = [(row["name_zh"], row["region_code"]) for row in regions if row["level"] == "prefecture"]
    short = [(row["short_zh"], row["region_code"]) for row in regions if row["level"] == "prefecture"]
    counties = [(row["name"], row["region_code"]) for row in read_rows("counties.csv") if row["name"] not in GENERIC_COUNTIES]
    known = {name for name, _ in official + short} | {row[key] for row in provinces for key in ("name_zh", "short_zh")}
    for row in read_rows("place_names.csv"):
        if row["name"] not in known:
            {"official": official, "short": short, "county": counties}[row["kind"]].append((row["name"], row["region_code"]))
    return build(provinces, official, short, counties, regions)


def build(provinces: list[dict[str, str]], official: list, short: list, counties: list, regions: list[dict[str, str]]) -> Gazetteer:
    """The gazetteer of all China with one of each province inside it."""
    stems = [(COUNTY_SUFFIX.sub("", name), code, name[-1]) for name, code in counties if len(COUNTY_SUFFIX.sub("", name)) > 1]
    cities = {stem for stem, _, suffix in stems if suffix == "市"}
    stems = [(stem, code) for stem, code, suffix in stems if suffix == "市" or stem not in cities]  # 开平 is the city, not a district
    codes = {row["region_code"].lower(): row["region_code"] for row in regions}
    codes |= {row["county_code"]: row["region_code"] for row in read_rows("counties.csv")} | codes
    shenfu = tuple(sorted((name for name, code in official + short if code == SHENFU), key=len, reverse=True))

    districts = {COUNTY_SUFFIX.sub("", name) for name, code in counties if name.endswith("区") and not code.startswith(LIAONING)} - cities

    def select(prefix: str, within: dict[str, Gazetteer]) -> Gazetteer:
        tables = [unique((name, code) for name, code in pairs if code.startswith(prefix)) for pairs in (official, short, counties, stems)]
        if not prefix:
            tables[-1] = Names((stem, code) for stem, code in tables[-1].items() if stem not in districts)
        own = {row[key]: row["region_code"] for row in provinces for key in ("name_zh", "short_zh")} if not prefix else {}
        own = [Names(own), Names((name, code) for name, code in own.items() if name[-1] in "省区市")]
        named = [row for row in regions if row["region_code"].startswith(prefix)]
        english = unique((row["name_en"].lower(), row["region_code"]) for row in named if row["level"] == "prefecture")
        english |= {row["name_en"].lower(): row["region_code"] for row in named if row["level"] != "prefecture"}
        return Gazetteer(*own, *tables, shenfu, within, english, codes if not prefix else {})

    return select("", {row["region_code"]: select(row["region_code"][:2], {}) for row in provinces})


def longest(names: Names, text: str, *, is_short: bool = False) -> tuple[str, str] | None:
    """The longest of ``names`` with which ``text`` begins, and its code."""
    if text[:2] not in names.starts:
        return None
    for length in range(min(len(text), names.longest), 1, -1):
        code = names.get(text[:length])
        if code and not (is_short and text[length - 1] not in "省市区" and OTHER_NAME.match(text, length)):
            return text[:length], code
    return None


def parse_place(text: str) -> Place:
    """The place that ``text`` names; of several, the first that is known."""
    if is_too_long(text):
        return UNPARSED
    body = compact(text)
    if is_absent(body):
        return Place()
    for scope, pattern in SCOPES:
        if pattern.fullmatch(body):
            return Place(scope, "stated")
    gazetteer = load_gazetteer()
    code = gazetteer.codes.get(body) if body[:1].isdigit() else None
    if code or (body.isascii() and (code := find_english(normalise(text), gazetteer))):
        return Place(settle(code), "stated")
    found = None
    for part in PARTS.split(body):
        code = locate(LABEL.sub("", part.strip(SEPARATORS)).strip(SEPARATORS), gazetteer)
        if found is None and code and code not in gazetteer.within:
            return Place(code, "stated")
        if found and code and code[:2] == found[:2] and code not in gazetteer.within:
            return Place(code, "stated")  # 辽宁,沈阳
        if found:
            break
        found = code
    return Place(found, "stated") if found else UNPARSED


def find_english(text: str, gazetteer: Gazetteer) -> str | None:
    """The code of a place in English, by itself, before its province (Shenyang, Liaoning) or after it (Liaoning Shenyang)."""
    parts = [part for part in (ENGLISH_KIND.sub("", part).strip(" .-") for part in re.split(r"[,;/|()]", text)) if part]
    if not parts or len(parts) > 3:
        return None
    province = next((gazetteer.english[part] for part in parts[1:] if gazetteer.english.get(part) in gazetteer.within), None)
    names = gazetteer.within[province].english if province else gazetteer.english
    if (code := names.get(parts[0])) or province:
        return code
    first, _, rest = parts[0].partition(" ")
    province = gazetteer.english.get(first)
    return gazetteer.within[province].english.get(rest) if province in gazetteer.within else None


def parse_place_in_name(name: str) -> Place:
    """The place with which an employer's name begins, by official names only (中共郑州市…委员会), of a public body also by short ones."""
    if is_too_long(name):
        return UNPARSED
    body = PARTY_PREFIX.sub("", compact(name))
    code = locate(body, load_gazetteer(), is_short_allowed=False)
    if code is None and PUBLIC_BODY.match(body):
        code = locate(body, load_gazetteer())
    return Place(code, "stated") if code else Place() if is_absent(body) else UNPARSED


def locate(text: str, gazetteer: Gazetteer, *, is_short_allowed: bool = True) -> str | None:
    """The code of the place with which ``text`` begins."""
    if BROKEN_CHARACTER in text[:2]:
        return None
    official = longest(gazetteer.official, text)
    province = longest(gazetteer.provinces if is_short_allowed else gazetteer.provinces_official, text, is_short=True)
    if province and not (official and len(official[0]) > len(province[0])):
        return locate_within(text[len(province[0]) :], province[1], gazetteer, is_short_allowed=is_short_allowed)
    return find_settlement(text, gazetteer, is_short_allowed=is_short_allowed)


def locate_within(rest: str, province: str, gazetteer: Gazetteer, *, is_short_allowed: bool) -> str:
    """The prefecture that ``rest``, what follows a province's name, begins with; the province where it names none."""
    if province in MUNICIPALITIES:
        return settle(province)
    rest = rest.lstrip(SEPARATORS)
    doubled = next(
        (name for name, code in gazetteer.provinces.items() if code == province and name[-1] in "省区" and rest.startswith(name)), ""
    )
    rest = rest[len(doubled) :].lstrip(SEPARATORS)
    return find_settlement(rest, gazetteer.within[province], is_short_allowed=is_short_allowed) or province


def find_settlement(text: str, gazetteer: Gazetteer, *, is_short_allowed: bool) -> str | None:
    """The prefecture that ``text`` begins with, by its own name or that of one of its counties."""
    tables = [(gazetteer.official, False), (gazetteer.county, False)]
    if is_short_allowed:
        tables += [(gazetteer.short, True), (gazetteer.county_short, True)]
    for names, is_short in tables:
        if found := longest(names, text, is_short=is_short):
            rest = text[len(found[0]) :]
            if names is gazetteer.county_short and gazetteer.within and rest and rest[0] not in SEPARATORS and found[1][:2] != LIAONING:
                return None  # 沙河源 is not 沙河
            rest = rest.lstrip(SEPARATORS)
            return SHENFU if found[1] in SHENFU_NEIGHBOURS and rest.startswith(gazetteer.shenfu) else found[1]
    return None


def settle(code: str) -> str:
    """A municipality's prefecture-level code in place of its province code."""
    return code[:2] + "0100" if code in MUNICIPALITIES else code


def find_region(text: str) -> str | None:
    """The code of one region, given by its code or its name; None when there is no such region."""
    return load_gazetteer().codes.get(text.strip().lower()) or parse_place(text).region_code
