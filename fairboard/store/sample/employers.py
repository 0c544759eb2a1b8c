"""The employers of the sample: three thousand invented names, each with a seat, an ownership, an industry and what it hires for."""

import random
from dataclasses import dataclass

from fairboard.store.sample.drawing import choose, lots
from fairboard.store.sample.places import COMMON_SECTORS, LIAONING_WEIGHTS, LOCAL_SECTORS, OUTSIDE_WEIGHTS, SHORT_NAMES

EMPLOYER_COUNT = 3_000

FIRST_CHARACTERS = "沐煦朗屿澄珩翊霁砚岚骁曜衡溯臻垚熠峤泓琮晗昱祺骞"
SECOND_CHARACTERS = "拓屹驰昇铄瀚竑桁旻邺栎钧渤崧辽沣铭烨岱翎珺榆塬垣"

SECTOR_INDUSTRIES = {
    "engineering": {"C": 70, "M": 30}, "mechanical": {"C": 100}, "electrical": {"C": 85, "D": 15}, "electronics": {"C": 75, "I": 25},
    "software": {"I": 100}, "chemical": {"C": 92, "B": 8}, "energy": {"D": 65, "B": 35}, "construction": {"E": 85, "K": 15},
    "transport": {"G": 90, "F": 10}, "manufacturing": {"C": 100}, "agriculture": {"A": 80, "C": 20}, "medical": {"Q": 60, "C": 40},
    "education": {"P": 75, "M": 25}, "finance": {"J": 80, "L": 20}, "sales": {"F": 80, "L": 20}, "administration": {"S": 60, "L": 40},
    "law_public": {"S": 50, "N": 25, "L": 25}, "culture_service": {"H": 40, "R": 30, "O": 30},
}  # fmt: skip

SECOND_SECTORS = {
    "engineering": ("mechanical", "electrical"), "mechanical": ("engineering", "manufacturing", "electrical"), "electrical": ("engineering", "mechanical"),
    "electronics": ("software", "electrical"), "software": ("electronics", "sales"), "chemical": ("engineering", "manufacturing"),
    "energy": ("electrical", "engineering"), "construction": ("engineering", "administration"), "transport": ("sales", "mechanical"),
    "manufacturing": ("mechanical", "engineering"), "agriculture": ("sales", "manufacturing"), "medical": ("sales", "engineering"),
    "education": ("administration", "software"), "finance": ("sales", "software"), "sales": ("finance", "transport"),
    "administration": ("law_public", "finance"), "law_public": ("administration", "construction"), "culture_service": ("sales", "administration"),
}  # fmt: skip

TRADES = {
    "engineering": ("装备", "航空装备", "自动化", "工程技术"), "mechanical": ("重型机械", "数控机床", "液压", "机器人", "汽车零部件"),
    "electrical": ("电气", "变压器", "输变电", "电机"), "electronics": ("半导体", "电子", "通信", "光电"), "software": ("软件", "信息技术", "数据", "网络科技"),
    "chemical": ("石化", "新材料", "特钢", "精细化工", "镁制品"), "energy": ("新能源", "热电", "风电", "矿业"), "construction": ("建设", "市政工程", "置业"),
    "transport": ("港务", "物流", "船务", "供应链"), "manufacturing": ("服装", "食品", "家居", "轻工"), "agriculture": ("农业", "种业", "牧业", "水产"),
    "medical": ("制药", "医疗器械", "生物医药", "中药"), "education": ("教育", "教育科技"), "finance": ("融资担保", "小额贷款", "财务咨询"),
    "sales": ("商贸", "国际贸易", "连锁超市"), "administration": ("人力资源", "企业服务"), "law_public": ("环境治理", "规划咨询", "公共服务"),
    "culture_service": ("文旅", "酒店管理", "传媒", "物业服务"),
}  # fmt: skip

PUBLIC_BODIES = {
    "medical": ("医院", "疾病研究所"),
    "education": ("学院", "实验学校", "研究院"),
    "law_public": ("公共事务中心", "监测中心"),
    "agriculture": ("农业研究所",),
}

OWNERSHIP_WEIGHTS = {"private": 62, "state": 20, "foreign": 13, "other": 5}
ENDINGS = {
    "state": ("集团有限公司", "有限责任公司"),
    "private": ("有限公司", "有限公司", "股份有限公司"),
    "foreign": ("（中国）有限公司", "国际有限公司"),
    "other": ("（有限合伙）", "有限公司"),
}
SIZES = {"少于50人": 16, "50-150人": 24, "150-500人": 25, "500-1000人": 13, "1000-5000人": 15, "5000-10000人": 4, "10000人以上": 3}
OWNERSHIP_WAGE_FACTORS = {"state": 1.06, "private": 0.97, "foreign": 1.1, "institution": 1.0, "government": 0.92, "other": 0.92}


@dataclass(frozen=True)
class Employer:
    """An invented employer; ``wage_factor`` and the two sectors shape its postings and are not stored."""

    employer_id: int
    name: str
    ownership: str
    industry_section: str
    region_code: str
    size_text: str
    main_sector: str
    second_sector: str
    wage_factor: float


def invent_employers() -> list[Employer]:
    """All the employers, in the order of their ids."""
    chance = lots("employers")
    names: set[str] = set()
    return [invent_employer(chance, employer_id, names) for employer_id in range(1, EMPLOYER_COUNT + 1)]


def invent_employer(chance: random.Random, employer_id: int, names: set[str]) -> Employer:
    """One employer with a name that is not in ``names`` yet."""
    region = choose(chance, LIAONING_WEIGHTS | OUTSIDE_WEIGHTS)
    local = LOCAL_SECTORS.get(region, {})
    sector = choose(chance, {code: weight + 1.7 * local.get(code, 0) for code, weight in COMMON_SECTORS.items()})
    ownership = draw_ownership(chance, region, sector)
    name = invent_name(chance, region, sector, ownership)
    while name in names:
        name = invent_name(chance, region, sector, ownership)
    names.add(name)
    return Employer(
        employer_id=employer_id,
        name=name,
        ownership=ownership,
        industry_section=choose(chance, SECTOR_INDUSTRIES[sector]),
        region_code=region,
        size_text=choose(chance, SIZES),
        main_sector=sector,
        second_sector=SECOND_SECTORS[sector][int(chance.random() * len(SECOND_SECTORS[sector]))],
        wage_factor=round(OWNERSHIP_WAGE_FACTORS[ownership] * (0.9 + 0.2 * chance.random()), 4),
    )


def draw_ownership(chance: random.Random, region: str, sector: str) -> str:
    """Schools, hospitals and public services are mostly institutions; Dalian has more foreign firms, energy more state ones."""
    if sector in PUBLIC_BODIES and chance.random() < 0.5:
        return "government" if sector == "law_public" and chance.random() < 0.4 else "institution"
    weights = dict(OWNERSHIP_WEIGHTS)
    if region == "210200":
        weights["foreign"] += 16
    if sector in ("energy", "construction", "engineering", "electrical"):
        weights["state"] += 16
    return choose(chance, weights)


def invent_name(chance: random.Random, region: str, sector: str, ownership: str) -> str:
    """Place + two characters that hardly occur together + trade + legal form."""

    def pick(parts: str | tuple[str, ...]) -> str:
        return parts[int(chance.random() * len(parts))]

    place, stem = SHORT_NAMES[region][0], pick(FIRST_CHARACTERS) + pick(SECOND_CHARACTERS)
    if ownership in ("institution", "government"):
        return f"{place}{stem}{pick(PUBLIC_BODIES[sector])}"
    return f"{place}{stem}{pick(TRADES[sector])}{pick(ENDINGS[ownership])}"
