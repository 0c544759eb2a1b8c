"""Industry texts to a section of GB/T 4754-2017: the section's own name first, then the words that job sites use."""

import re
from dataclasses import dataclass

from fairboard.importing.parsing.cleaning import BROKEN_CHARACTER, Status, compact, is_absent

SECTION_NAMES = {
    "农、林、牧、渔业": "A", "采矿业": "B", "制造业": "C", "电力、热力、燃气及水生产和供应业": "D", "建筑业": "E", "批发和零售业": "F",
    "交通运输、仓储和邮政业": "G", "住宿和餐饮业": "H", "信息传输、软件和信息技术服务业": "I", "金融业": "J", "房地产业": "K",
    "租赁和商务服务业": "L", "科学研究和技术服务业": "M", "水利、环境和公共设施管理业": "N", "居民服务、修理和其他服务业": "O", "教育": "P",
    "卫生和社会工作": "Q", "文化、体育和娱乐业": "R", "公共管理、社会保障和社会组织": "S", "国际组织": "T",
}  # fmt: skip

WORDS = (
    ("T", r"国际组织"),
    ("S", r"政府|公共事业|公共管理|社会保障|社会组织|机关|非营利"),
    ("Q", r"医疗/?护理|护理/?卫生|医院|卫生|养老|社会工作|医疗服务|健康服务"),
    ("P", r"教育|培训|院校|学校|幼儿园"),
    ("M", r"学术|科研|科学研究|检测|认证|检验|工程设计|勘察|技术服务|研究院|新能源技术研发|生物技术研究"),
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


def parse_industry(text: str) -> Industry:
    """The section that ``text`` names."""
    body = compact(text)
    if is_absent(body) or body in ("不限", "未知", "其他", "其他行业", "other", "unknown"):
        return Industry()
    if BROKEN_CHARACTER in body:
        return Industry(status="unparsed")
    if section := SECTION_NAMES.get(body.replace(",", "、")):
        return Industry(section, "stated")
    if len(body) == 1 and "a" <= body <= "t":
        return Industry(body.upper(), "stated")
    for section, pattern in PATTERNS:
        if pattern.search(body):
            return Industry(section, "stated")
    return Industry(status="unparsed")
