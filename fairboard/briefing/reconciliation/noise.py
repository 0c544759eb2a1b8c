"""Digits that are no figures: dates, times, ordinals, telephone numbers, addresses, numbers of documents, names such as 500强 or Fortune 500."""

import re
from bisect import bisect_left

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
NUMERAL = r"[一二三四五六七八九十百]"
PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"(?:https?://|www\.)[^\s，。；、）)\"'<>\u4e00-\u9fff]+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}",
    r"(?<!\d)(?:19|20)\d\d\s*[-~至到/、和及]\s*(?:19|20)?\d\d\s*(?:年度|学年|年|届|级)",
    r"(?<!\d)(?:(?:19|20)?\d\d\s*(?:年(?!薪)|届|级)|(?:19|20)\d\d年(?=年薪))度?",
    r"(?<!\d)(?:19|20)\d\d\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)",
    r"(?<!\d)(?:19|20)\d\d[-/]\d{1,2}(?!\d)",
    r"(?<![\d.-])(?:0\d|1[0-2])-[0-3]\d(?![\d.])(?:\s+(?:19|20)\d\d(?!\d))?",
    r"(?<![\d,.])(?:19|20)\d\d(?=\s+[\u4e00-\u9fff])(?!\s+(?:余|多)?(?:家|个|名|场|所|份|位|人次|人\b))",
    r"(?<!\d)(?:19|20)\d\d-(?:19|20)?\d\d(?!\d)(?=\s*(?:academic|school|season|year))",
    r"(?<![\d.])\d{1,2}\s*(?:[-~至到、]\s*\d{1,2}\s*)?(?:月份?|日|号(?!召))(?!\s*薪)",
    rf"{NUMERAL}{{1,6}}月(?!薪){NUMERAL}*日?|{NUMERAL}{{1,6}}日(?=[，。\s上下])|[〇零一二三四五六七八九]{{4}}年",
    r"(?<!\d)\d{1,2}\s*[:：]\s*[0-5]\d(?:\s*[:：]\s*[0-5]\d)?(?!\d)(?:\s*[-~至到]\s*\d{1,2}\s*[:：]\s*[0-5]\d)?",
    r"(?<!\d)\d{1,2}\s*(?:点(?!\d)|时(?!\d)(?!间))(?:\d{1,2}分?|半|整|许)?",
    rf"\b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|to|and)\s*\d{{1,2}}(?:st|nd|rd|th)?)?(?:\s*,?\s*(?:19|20)\d\d)?(?!\d|,\d)",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s*(?:-\s*\d{{1,2}}\s*)?(?:of\s+)?{MONTH}\b\.?(?:\s*,?\s*(?:19|20)\d\d)?",
    rf"\b{MONTH}\s*,?\s*(?:19|20)\d\d\b",
    r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:a\.?m\b\.?|p\.?m\b\.?|o'clock)",
    r"\b\d+(?:st|nd|rd|th)\b",
    rf"第\s*(?:\d{{1,6}}|{NUMERAL}{{1,6}})\s*[届次期场批号个家名位条章节轮季回站名]?",
    r"(?:学号|工号|编号|邮编|邮政编码|电话|热线|传真|手机|微信|QQ群?|群号|座机|证号|备案号|代码|账号|密码|会议号|房间号?|电话号码)\s*[:：为是]?\s*[\d\s()-]{3,24}",
    r"(?:tel|phone|fax|call|hotline|qq|zip|postcode|id)\.?\s*[:：]?\s*\+?\d[\d\s()-]{4,20}",
    r"(?<![\d.])(?:\(?0\d{2,3}\)?[-\s]?)\d{7,8}(?!\d)|(?<!\d)0\d{2,3}-\d{4}\s\d{4}|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400-?\d{3}-?\d{4}(?!\d)",
    r"[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*(?:第\s*)?\d*\s*号?",
    r"(?:世界|中国|全球|民营企业?|民企|财富|百强)?\s*(?:\d{2,4}|百|五百)\s*强",

        r"\b(?:top|fortune|global|project|world'?s?\s+top|china'?s?\s+top|csi|class\s+of|no\.?|number|room|hall|gate|page|phase|step|article|chapter|section|"
        r"line|covid-?|version|route|bus|building|floor|item|figure|table|grade)\s*-?\s*\d{1,4}(?:\s*[-/]\s*\d{1,4})?\b",
    r"(?<=[路街道巷弄村])\s*\d+\s*(?:-\d+)?\s*号?",
    r"(?<!\d)(?:985|211)\s*(?:[、,/和及]\s*(?:985|211))?(?!\d)(?!\s*(?:家|个|人|名|场|所|份|[a-z]+s\b))|(?<!\d)(?:985|211)\s*(?:工程|高校|院校|大学|project|universit)",

        r"十[一二三四五]\s*五|[一二三四五]位一体|[二一]十大(?!类)|双一流|十大(?!类)|[一三两四五六]\s*(?:支一扶|省一区|站式|体化|带一路|个一|大类别)|"
        r"一[一-龥]一[一-龥]|三农|[三双两四多]方|五险一金|六险一金|[五六]险二金|四大班子|千方百计|一百年",
    r"(?<![\d几数近约.])(?:百校千企|千企百校|千校万企|百企千岗|万企千岗|百万就业|百日千万|万名|千名|百名)(?=[^，。]{0,8}(?:行动|计划|工程|专项|活动))|百日千万",
    r"(?<![\d.,])\d{1,4}\s*(?:路(?!演)|弄|栋|幢|座楼|层|楼|室|馆(?!\w)|厅|教室|号楼|号馆|单元|巷|车|页|版|线(?!上|下))",

        r"(?<![a-z0-9])(?!\d+-(?:odd|plus|strong|some|something)\b)(?!\d+(?:\.\d+)?(?:k|m|bn|"
        r"mn)(?![a-z0-9]))(?=[a-z0-9-]{0,60}[a-z])(?=[a-z0-9-]{0,60}\d)[a-z0-9]{1,60}(?:-[a-z0-9]{1,60}){0,8}(?![a-z0-9%])(?<!\dpercent)(?<!\dyuan)",

        r"\b(?:since|in|of|by|until|till|before|after|during|from|spring|summer|autumn|winter|fall|year|for|the)\s+(?:19|20)\d\d(?![\d,.%]|\s*(?:jobs|yuan|"
        r"people|companies))(?:\s*(?:-|to|and)\s*(?:19|20)\d\d(?![\d,]))?",
    r"\b(?:19|20)\d\d\s+(?=(?:spring|summer|autumn|fall|winter|annual|national|campus|job|recruitment|edition|season|academic|[A-Z][a-z]+\s+(?:Universit|Job|Recruit)))",
    r"\b(?:19|20)(?!00)\d\d\s+(?=(?:college\s+|university\s+)?(?:graduates?|students?|class)\b)",
    r"(?<![\d.,])\d{1,6}(?:\.\d{1,3})?\s*(?:个\s*)?(?:多)?(?:年(?!薪)|个月|天|周|星期|小时|分钟|秒|岁|届|学年|学期|个工作日|个小时|个学期|℃|度(?!电)|公里|千米|km\b)",
    rf"{NUMERAL}{{1,6}}(?:多|余)?(?:年(?!薪)|个月|天|周|小时|分钟|岁|届|个工作日|年级|学年)",

        r"\b(?:[\d.]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|dozen)[\s-]*(?:(?:business|working|consecutive)\s+)?(?:years?|months?|"
        r"weeks?|days?|hours?|minutes?|seconds?|km|kilomet(?:er|re)s?|°c)\b(?!\s*(?:job|recruit|fair))",
    r"(?<!\d)[0-9]0后|[〇零五六七八九]零后|\b(?:post-?)?(?:19|20)?\d0s\b",
    r"\b(?:19|20)\d\d\s+(?-i:(?=[A-Z]{2,}\b))",
    r"\b(?:aged?|under|over)\s+\d{2}(?=\s+(?:or|and|years)\b)|\baged?\s+\d{2}\b",
    r"[“「『]\s*\d+\s*[”」』]|(?<!\d)\"\d+\"(?!\d)",
    r"(?:排名|排行|位列|位居|名列|世界|全球|全国|榜单?)\s*前\s*\d+\s*(?:名|位)?|前\s*\d+\s*(?=的(?:高校|大学|院校|学校|企业))|\branked\s+\d+\b",
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:day|week|month|year|hour|minute|second|semester)\b",
    r"G\d{1,4}|(?<![\d.])[2-6]G\b|[A-Z]\d+|\b\d{1,3}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\b",
    r"(?<![\d.,])\d{6}(?=\s*(?:$|[，。；)）]))(?<=邮编\d{6})",
    r"(?:^|(?<=\n))\s*(?:\(?\d{1,2}[.、)]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)(?!\d)",
    r"(?<!\d)\d{12,}(?!\d)",
))  # fmt: skip


def spans(text: str) -> list[tuple[int, int]]:
    """The places in a normalised ``text`` whose digits are no figures."""
    return sorted(found.span() for pattern in PATTERNS for found in pattern.finditer(text) if found.end() > found.start())


class Places:
    """Places in a text, asked quickly whether something meets one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self.merged and start <= self.merged[-1][1]:
                self.merged[-1] = (self.merged[-1][0], max(end, self.merged[-1][1]))
            else:
                self.merged.append((start, end))
        self.starts = [start for start, _ in self.merged]

    def meet(self, start: int, end: int) -> bool:
        """True where start to end meets one of the places."""
        place = bisect_left(self.starts, end)
        return place > 0 and self.merged[place - 1][1] > start
