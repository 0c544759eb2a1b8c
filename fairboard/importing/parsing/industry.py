"""Industry texts to a section of GB/T 4754-2017: ``制造业``, ``C35``, ``3511``, ``专用设备制造业``, ``机械/设备/重工``, ``互联网``.

The standard's own names of sections and divisions (data/reference/industry_divisions.csv) and its codes come first, then the words that
job sites use. Of several industries in one cell the first that is known counts.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent, is_too_long
from fairboard.importing.parsing.place import REFERENCE

SECTION_NAMES = {
    "农、林、牧、渔业": "A", "采矿业": "B", "制造业": "C", "电力、热力、燃气及水生产和供应业": "D", "建筑业": "E", "批发和零售业": "F",
    "交通运输、仓储和邮政业": "G", "住宿和餐饮业": "H", "信息传输、软件和信息技术服务业": "I", "金融业": "J", "房地产业": "K",
    "租赁和商务服务业": "L", "科学研究和技术服务业": "M", "水利、环境和公共设施管理业": "N", "居民服务、修理和其他服务业": "O", "教育": "P",
    "卫生和社会工作": "Q", "文化、体育和娱乐业": "R", "公共管理、社会保障和社会组织": "S", "国际组织": "T",
}  # fmt: skip

CODE = re.compile(r"\(?([a-t])?-?(\d{2})\d{0,2}(?:\.0)?\)?")
CODE_AND_NAME = re.compile(r"[(\[]?([a-t])?(\d{2,4})?[)\]]?[-:、.]?([\u4e00-\u9fff].*?)(?:\(([a-t])?(\d{2,4})?\))?")
SEVERAL = re.compile(r"[,;|](?![^()]*\))")
FUNDING = re.compile(
    r"未融资|不需要融资|(?:天使|种子|pre-?)?[a-h]?\+?轮(?:及以上)?|(?:战略|天使)(?:投资|融资)|已?上市(?:公司)?|全部行业|行业|服务|\d.*人.*"
)
"""What stands in the industry's column of some job sites when their columns are shifted."""

WORDS = (
    ("J", r"(?:互联网|汽车|消费|科技|供应链)金融|金融科技|小额贷款|借贷|支付(?!宝)"),
    ("F", r"4s店|经销商|医药(?:批发|销售|零售|流通)"),
    ("E", r"建筑设备安装|工程安装|建筑安装"),
    ("L", r"财税服务|商业代理|知识产权|专利|商标|会议/展览|数字营销|企业管理服务"),
    ("G", r"客运|共享出行|出行服务|网约车|货运"),
    ("O", r"搬家|生活配送"),
    ("R", r"文娱|在线音乐|音乐/视频|动漫"),
    ("Q", r"在线医疗|互联网医疗|医美"),
    ("S", r"政务|国家机构|人民政协|民主党派|群众团体|社区居委|村委|基层群众|党政|公检法"),
    ("C", r"(?:耐用)?消费品|快消|ivd|光电子|机器人|制品|卷烟|锂电|光伏(?:设备|组件)|泵阀|轴承|军工|兵器|模具|整车|零部件|铸造|锻造"),
    ("M", r"工程技术与设计|科学技术推广|科技推广|试验发展|药物研发|研究和试验|新药研发|测绘|气象|地质勘查|质检"),
    ("N", r"土地管理|生态保护|环境治理|公共设施|垃圾处理|环卫"),
    ("D", r"水的生产|自来水|污水处理厂"),
    ("B", r"矿采选|开采"),
    ("I", r"运营商|增值服务|系统集成|电商|开发者服务|云服务|数据安全|小程序|信息安全|信息系统|行业解决方案|saas|app"),
    ("T", r"国际组织"),
    ("S", r"政府|公共事业|公共管理|社会保障|社会组织|机关|非营利"),
    ("Q", r"医疗/?护理|护理/?卫生|医院|卫生|养老|社会工作|医疗服务|健康服务"),
    ("P", r"教育|培训|院校|学校|幼儿园"),
    ("M", r"学术|科研|科学研究|检测|认证|检验|工程设计|勘察|(?<!信息)(?<!联网)技术服务|研究院|新能源技术研发|生物技术研究"),
    ("C", r"制造|制药|生物工程|医疗设备|医疗器械|器械|机械|设备|重工|半导体|集成电路|芯片|电子技术|电子/|仪器|仪表|自动化|汽车(?!服务|销售|后市场|维修)"
          r"|零配件|石油/化工|化工|化学|服装|纺织|皮革|家具|家电|玩具|礼品|食品|饮料|快速消费品|原材料|加工|印刷|包装|造纸|计算机硬件|硬件|航天|航空/航天"
          r"|航空航天|奢侈品|工艺品|珠宝|办公用品|化妆品|日化|钢铁|冶金|建材(?!/工程)|材料|新能源|船舶|烟草|通信设备|消费电子"),
    ("I", r"计算机|互联网|软件|信息技术|it服务|通信|电信|网络|游戏|人工智能|大数据|云计算|电子商务|数据服务|运营、增值|区块链|物联网|^it$"),
    ("J", r"金融|银行|保险|证券|基金|投资|期货|信托|融资"),
    ("K", r"房地产|房产|物业|地产"),
    ("E", r"建筑|装潢|装修|土木|市政|工程施工"),
    ("D", r"电气/电力|电力|热力|燃气|水务|供水|能源"),
    ("B", r"采矿|矿产|采掘|煤炭|石油|天然气"),
    ("G", r"交通|运输|物流|仓储|邮政|快递|航空|港口|铁路|航运"),
    ("H", r"酒店|餐饮|住宿|民宿"),
    ("N", r"环保|环境|水利|公共设施|景区|园林"),
    ("A", r"农业|农/林|农林|林业|畜牧|渔业|养殖|种植|农"),
    ("R", r"影视|媒体|文化|出版|娱乐|体育|休闲|艺术|传媒|广播|新闻"),
    ("L", r"专业服务|咨询|人力资源|会计|审计|法律|律师|广告|公关|市场推广|会展|租赁|中介|外包|商务服务|旅游|旅行社|安保|财会|企业服务"),
    ("F", r"批发|零售|贸易|进出口|商业中心|百货|商超|汽车销售"),
    ("O", r"美容|保健|居民服务|家政|修理|维修|生活服务|汽车服务|汽车后市场"),
)  # fmt: skip
PATTERNS = tuple((section, re.compile(words)) for section, words in WORDS)


@dataclass(frozen=True)
class Industry:
    """The letter of the section, None when unknown."""

    section: str | None = None
    status: Status = "absent"


@cache
def load_names() -> tuple[dict[str, str], dict[str, str]]:
    """Names of sections and divisions, with and without 业 at their end, and the two digits of divisions, to sections."""
    with (REFERENCE / "industry_divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        divisions = list(csv.DictReader(file))
    with (REFERENCE / "industries.csv").open(encoding="utf-8-sig", newline="") as file:
        english = {row["name_en"]: row["industry_section"] for row in csv.DictReader(file)}
    full = SECTION_NAMES | english | {row["name_zh"]: row["industry_section"] for row in divisions}
    names = {name.removesuffix("业"): section for name, section in full.items() if len(name) > 2} | full
    return {unify(name): section for name, section in names.items()}, {row["division_code"]: row["industry_section"] for row in divisions}


def unify(name: str) -> str:
    """``name`` without its commas and conjunctions, which people write in many ways."""
    return re.sub(r"[,、/与及\s]", "", compact(name)).replace("和", "")


def parse_industry(text: str) -> Industry:
    """The section that ``text`` names."""
    if is_too_long(text):
        return Industry(status="unparsed")
    body = compact(text)
    if is_absent(body) or body in ("不限", "未知", "其他", "其它", "其他行业", "其它行业", "other", "unknown"):
        return Industry()
    section = find_section(body)
    return Industry(section, "stated") if section else Industry(status="unparsed")


def find_section(body: str) -> str | None:
    """The section by name, by code, or by the first words that are known."""
    names, divisions = load_names()
    if BROKEN_CHARACTER in body:
        return None
    if section := names.get(unify(body)):
        return section
    if len(body) == 1:
        return body.upper() if "a" <= body <= "t" else None
    if code := CODE.fullmatch(body):
        section = divisions.get(code.group(2))
        return section if code.group(1) in (None, (section or "").lower()) else None
    if (found := CODE_AND_NAME.fullmatch(body)) and (section := names.get(unify(found.group(3)))):
        letter, digits = found.group(1) or found.group(4), found.group(2) or found.group(5)
        is_same = letter in (None, section.lower()) and (not digits or divisions.get(digits[:2]) == section)
        return section if is_same else None
    for part in SEVERAL.split(body):
        if FUNDING.fullmatch(part):
            continue
        if section := names.get(unify(part)) or next((section for section, pattern in PATTERNS if pattern.search(part)), None):
            return section
    return None
