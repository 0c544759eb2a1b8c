"""The nouns of recruitment in both languages, by what they count."""

import re

NOUNS_ZH: tuple[tuple[str, str], ...] = (
    ("fairs",
        r"招聘会|双选会|招聘活动|(?:供需)?见面会|(?:供需)?洽谈会|推介会|对接会|招聘专场|专场招聘|专场(?:活动)?|交流大?会|招聘大会|招聘大集|大集|"
        r"直播带岗(?:活动)?|带岗直播|引才活动|校园招聘|校招|就业服务活动|对接活动"),
    ("talks", r"宣讲会|宣讲|讲座|政策解读|指导课|培训班|沙龙|比赛|演出|论坛|座谈会|会议"),
    ("job_kinds", r"(?:岗位|职位|用工|招聘|用人)(?:需求)?信息|岗位种类|职位种类|工种|职业种类|岗位类别"),
    ("jobs",
        r"岗位需求数?|用[人工]需求|人才需求|招聘需求|需求岗位|(?:就业|招聘|工作|用工)岗位|岗位|职位|职缺|空缺|(?:就业|工作|就职)机会|用工缺口|缺口|需求(?:人数|总数|总量|"
        r"数)?|招聘(?:总?人数|总数|计划|名额)|计划招聘|拟招聘?|招收|招录|(?<![返上下在转待离到定顶稳])岗(?![前后亭])"),
    ("intentions", r"意向书?"),
    ("documents", r"简历|资料|宣传单|宣传册|手册|问卷|传单"),
    ("agreements", r"协议书?|合同|备忘录|合作项目"),
    ("universities", r"高校|院校|大学(?!生|毕业)|学院(?!派)|高等学校|名校|学校|高师院校"),
    ("employers", r"用人单位|招聘单位|参会单位|单位|企业(?!联系人|负责人|家|高管|主(?=[，。；、]))|公司|国企|央企|民企|外企|厂商|厂家|雇主|机构|商家|院所"),
    ("booths", r"展位|摊位|展台|展区|分会场|会场|行业|专业(?!人员)|学科|领域"),
    ("people",
        r"毕业生|大学生|研究生|本科生|专科生|应届生|高校生|留学生|学生|学子|退役军人|退役士兵|士兵|残疾人|妇女|村民|市民|劳动力|求职者|求职人员|应聘者|人才(?!基金|公寓|政策|资金|市场|专项|服务|工作|办|补贴|计划|集团|网|库|中心|驿站)|青年|群众|劳动者|农民工|务工人员|人员|博士|硕士|本科|"
        r"大专|专科|高职|中职|人数|大军|人流|客流|代表|招聘官|志愿者|工作人员|联系人|负责人|企业家|教师|老师|辅导员|专业人员|观众|网友"),
    ("places", r"省区市|省份|省市|省(?!内|外|级|人|教)|城市|地市|地级市|市州|县区|区县|个市|设区市|国家"),
    ("views", r"观看量|浏览量|点击量|访问量|播放量|观看|浏览|点击|点赞"),
    ("stations", r"工作站|联络站|基地|平台|服务站|园区|创新中心"),
    ("projects", r"项目|课题|成果|技术"),
)  # fmt: skip
NOUNS_EN: tuple[tuple[str, str], ...] = (
    ("interviews", r"(?:job |on-?site |on-the-spot |mock )?interviews"),
    ("job_kinds",
        r"(?:pieces?|items?) of (?:[a-z]+ )?(?:job|recruitment|employment|vacancy|hiring)[a-z]* information|"
        r"(?:kinds?|types?|categories|sorts|varieties) of (?:[a-z]+ )?(?:jobs?|positions?|posts?|vacanc(?:y|ies)|work|occupations?)|(?:job|position) (?:types?|"
        r"titles?|categories|listings?|postings?|ads|advertisements?)|listings|postings|occupations"),
    ("people",
        r"(?:job ?|job-)?(?:seekers?|hunters?|hopefuls)|jobseekers?|graduates?|students?|people|persons?|applicants?|candidates?|attendees?|participants?|"
        r"veterans|retirees|soldiers|hopefuls|villagers|registrants?|respondents?|representatives?|volunteers?|delegates?|experts?|scholars?|instructors?|"
        r"visitors?|talents?|workers?|professionals?|youths?|undergraduates?|postgraduates?|residents|individuals|employees|teachers|counsel+ors|engineers|"
        r"holders|viewers?|netizens|crowd|attendance|audience|turnout|bachelors|masters|doctors|PhDs"),
    ("fairs",
        r"(?:job|career|recruitment|hiring|talent|employment)[- ]fairs?|(?:recruitment|recruiting|hiring|job) (?:events?|activit(?:y|ies)|sessions?|meetings?|"
        r"expos?|campaigns?|drives?|markets?|conferences?)|fairs?|recruitments|expos?|sessions?|events?|activities|livestreams?|broadcasts?|ones"),
    ("talks", r"(?:lectures?|seminars?|talks?|workshops?|courses?|presentations?)"),
    ("jobs",
        r"job (?:opportunit(?:y|ies)|openings?|vacanc(?:y|ies)|positions?|profiles?|roles?|offerings?|spots|choices)|(?:employment|work|"
        r"career) opportunit(?:y|ies)|jobs?|positions?|vacanc(?:y|"
        r"ies)|openings?|posts?|(?:new )?hires|recruits|roles?|opportunities|headcounts?|posting slots|internships?|traineeships?|slots|places"),
    ("intentions", r"(?:employment |cooperation |hiring |preliminary )*(?:intentions?|intents)|letters of intent"),
    ("documents", r"r[eé]sum[eé] (?:uploads|submissions)|r[eé]sum[eé]s?|CVs?|applications?|curricula vitae|leaflets?|brochures?|copies|questionnaires?"),
    ("agreements", r"agreements?|contracts?|memorand(?:a|ums?)|deals?|pacts?"),
    ("universities", r"universit(?:y|ies)|colleges?|schools?|institutions of higher (?:education|learning)|campuses|academies"),
    ("employers",
        r"employers?|compan(?:y|ies)|enterprises?|firms?|units?|recruiters?|exhibitors?|entit(?:y|ies)|organi[sz]ations?|institutions?|businesses|corporations?|MNCs?|multinationals?|SOEs?|agencies|"
        r"institutes"),
    ("booths", r"booths?|stands|stalls"), ("offers", r"(?:job )?offers?"),
    ("places", r"provinces?|cities|city|regions?|districts?|count(?:ies|ry|ries|y)|municipalities|prefectures"),
    ("visits", r"visits?|person-times|entries|trips|admissions"),
    ("views", r"views?|hits|clicks|page views|impressions|plays|likes"),
    ("stations", r"stations?|bases?|platforms?|centers?|centres?|parks?"),
    ("projects", r"projects?|programmes?|programs?|technologies"),
    ("area", r"square (?:met(?:er|re)s|kilomet(?:er|re)s|feet)|hectares?|acres?"),
)  # fmt: skip
ZH = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS_ZH))
EN = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in NOUNS_EN) + r")(?![a-zéè])", re.IGNORECASE)


def is_chinese(text: str) -> bool:
    """True where ``text`` has Chinese characters."""
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def nouns(text: str) -> list[tuple[str, str, int, int]]:
    """The nouns of recruitment in ``text``: what they are, the word, start and end."""
    found = [*ZH.finditer(text), *EN.finditer(text)] if is_chinese(text) else list(EN.finditer(text))
    return sorted(((item.lastgroup, item[0], item.start(), item.end()) for item in found), key=lambda item: item[2])
