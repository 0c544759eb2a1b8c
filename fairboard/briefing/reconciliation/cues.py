"""The words that say what a number is about: patterns in both languages, tried in their order, the nearest words first."""

import re


def cue(pattern: str) -> re.Pattern:
    """A pattern that does not mind case."""
    return re.compile(pattern, re.IGNORECASE)


CHANGE = cue(
    r"(?:同比|环比|比去年|较去年|比上年|较上年|比上届|较上届|与去年同期|比上|较上)[^，。；]{0,10}$|(?:增加|增长|减少|下降|降低|提高|提升|上升|上涨|下跌|下滑|回落|缩减|增幅|降幅|"
    r"增至?了|多了|翻了?)(?:了|约|近|幅度)?(?:达|为)?\s*$|比[^，。；]{1,24}(?:高|低|多|少)(?:了|出|约)?\s*$|"
    r"(?:^|[,;:(]|\b(?:is|are|was|were|been|be|went|participation|attendance|turnout|numbers?|figures?|total))\s*\bup\s+(?:by |of |about |some |nearly |over |more than )*$|"
    r"\b(?:rose|risen|rise of|grew|grown|growing|"
    r"growth of|increas(?:ed?|ing)(?: of)?|increase of|declin(?:ed?|ing)|fell|down|dropp(?:ed|ing)|decrease[d]?)\s+(?:by |of |about |some |nearly |over |"
    r"more than )*$"
)
SET_AGAINST = cue(
    r"^\s(?:more|fewer|less)\s(?:[a-z'-]+\s){0,6}?than (?!about|some|nearly|\d)|^\s(?:[a-z'-]+\s){1,3}(?:more|fewer|less) than (?:in |at )?(?:last|the previous|a year)\b")
"""What follows a number that is a difference: 10,000 more graduates than last year."""
CHANGE_AFTER = cue(
    r"^\s?(?:year[- ]on[- ]year|from (?:a|the previous|last) year|(?:more|less|fewer|higher|lower) than (?:in |at )?(?:last|the (?:previous|last)|(?:19|"
    r"20)\d\d|a year)|higher|lower|increase|decrease|growth|rise|drop)"
)
INTENTIONS = cue(r"意向(?!书模板)|初步达成|intention|intent\b|letters of intent|(?:preliminar(?:y|ily)|initial|tentative|provisional) (?:deals?|contracts?|agree|employment|reach)")
HIRES = cue(
    r"录用|签订(?:了)?(?:就业|三方|劳动|用工|务工|聘用)|就业协议|三方协议|签约(?!仪式)|入职|上岗(?!位)|被聘|聘用|定岗|成功就业|实现就业|达成就业(?!意向)|就业人数|"
    r"\bhired\b|were recruited|signed (?:up |employment |labou?r |job |work )?contracts|employment contracts|landed (?:a |their )?jobs?|found (?:a |"
    r"their )?(?:jobs?|work)|(?:got|get|getting|received|receiving) (?:\w+ )?(?:job )?offers|were employed|secured (?:\w+ )?(?:jobs?|positions?|"
    r"employment|work|offers?)|hired[- ]on[- ]the[- ]spot|"
    r"bagged (?:\w+ )?(?:jobs?|offers?)|(?:were|was|are|been|being) (?:already |been )*(?:given|offered) (?:(?:full-time |permanent )?jobs?|"
    r"placements?|employment|positions|offers?|offer letters?)|were placed|picked up|landed"
)
SELECTED = cue(r"初选|入围|初筛|筛选|候选|储备|short-?listed|selected|screened|second round|called back|waiting list|for consideration")
NOT_YET = cue(
    r"(?:尚未|还未|仍未|没有|还没|暂未|未能|未)(?:能|实现|达成|完成|找到)?(?:签约|就业|录用|落实|找到|入职)|待(?:就业|签约)|(?:yet to|not yet|"
    r"still to|without|hav(?:e|en't) not) (?:been )?\w+|un(?:employed|placed)")
"""What has not come to be: graduates who have not signed are not hired."""
ELSEWHERE_JOINED = cue(
    r"(?:参加|参与)(?:工作|培训|考试|统考|高考|社保|社会保险|调查|考研|实习|军训|比赛|竞赛)|(?:join|enter)(?:s|ed|ing)? the (?:job|labou?r|work)[- ]?(?:market|force)|workforce|"
    r"part(?:icipat\w+| in) in (?:the )?(?:survey|training|poll|study)")
"""What people join that is no fair."""
TAKEN_ON = cue(
    r"(?:招录|招收|招聘(?!会)|录用|聘用|吸纳|引进|接收|招引|引才)(?:了|到|各类|应届|优秀|高校|大学|大专|硕士|博士|本科|全日制|急需|紧缺|高层次|高学历|青年|专业|技能)*"
    r"(?:研究生|毕业生|本科生|大学生|人才|人员|博士后|员工)(?:共|共计|约|近|达|达到|累计)?\s*$")
"""Those whom employers took on, or want to: 招录高校毕业生76万人."""
LOST = cue(r"\b(?:cut|los[et]|shed|axe[ds]?|slash\w*|creat\w+|generat\w+|sav(?:e|ed|ing))\b|裁|流失|创造|新增就业")
"""Verbs with which jobs are not those of a fair."""
MOVED = cue(r"返乡|返岗|外出务工|务工的|劳动力|专列|专车|包车|输送|转移就业|新增就业|chartered|transfer|bringing \S+ workers")
"""Workers who travel or are counted at home, and did not come to a fair."""
CAME_FROM = cue(
    r"来自|参会|参加|参与|到场|到会|进场|组织|联合|共同|学生|毕业生|学子|设点|摆摊|齐聚|代表|带队|携|\bfrom\b|attend|participa|took part|taking part|join|represent|sent\b|jointly|"
    r"universit(?:y|ies)'? (?:students|graduates)|students (?:of|from)")
"""What shows of universities that their students, or they themselves, were there."""
HELD = cue(
    r"举办|举行|举\s*办|开展|组织|推出|召开|启动|开启|共|计划|安排|累计|场次|参加|联合|主办|承办|策划|召集|落地|"
    r"\bh[eo]ld|host|organi[sz]|launch|will be|schedul|took place|taking place|there (?:were|are|will)|includ|part of|series|campaign|total of|see\b|"
    r"saw|stag(?:e|ing)|conduct|kick|feature|arrang|plan|run\b|spread among|have been")
"""What shows of fairs that they are told to have been held, or will be."""
STAFF = cue(r"代表|招聘官|志愿者|工作人员|representatives?|volunteers?|delegates?")
REGISTERED = cue(r"(?:网站|平台|系统|线上|网上)[^，。；]{0,6}注册|实名注册|注册用户|(?:sign(?:ed|ing)|register(?:ed|ing)?) (?:up )?(?:on|with) (?:the|its|a)\b")
TOOK_PART = cue(
    r"参会|参展|参加|参与|与会|到场|到会|进场|入场|进校|入校|揽才|纳才|引才|聚才|招才|选才|纳贤|招贤|招聘|招工|招录|组团|亮相|设[摊点展]|摆摊|携|带来|带着|带去|提供|推出|拿出|"
    r"吸引|邀请|汇聚|汇集|聚集|集结|齐聚|云集|面对面|洽谈|对接|接洽|attend|participa|took part|take part|taking part|join|recruit|hiring|hire|offer|"
    r"provid|brought|bring|drew|draw|attract|"
    r"booth|exhibit|at the (?:fair|event|venue|expo)|job fair|career fair|came|gather|invit|featur|looking for|seek|interview|show(?:ed|s)? up"
)
"""Words that tell of employers that they were at a fair, and not only that there are so many of them."""
NAMED_BESIDE = cue(r"组织|发布|现场|接待|入驻|上线|报名|共有|涉及|其中|前来|赴|走进|来自|签约|达成|来了|present|set up|post|host|involv|register|with|on hand|signed up")
"""Weaker words that tell it where they stand in the clause of the number."""
INTERVIEWS = cue(r"面试|复试|interview")
TRAINED = cue(
    r"培训|训练营|指导(?:服务)?|讲座|宣讲|服务(?:毕业生|求职者|群众|学生|劳动者|人员|企业)|惠及|咨询|帮扶|\btrain(?:ed|ing)\b|\bserved\b|consult|"
    r"benefit(?:ed|ing)?|guidance|counsel(?:ed|led|ling)"
)
TRAINEE = cue(r"见习|实习|公益性|三支一扶|科研助理|西部计划|基层服务|traineeship|internship|intern\b|public[- ]welfare")
WATCHED = cue(
    r"观看|收看|围观|直播间|在线人数|线上观众|浏览|点击|点赞|播放量|访问量|\bwatch|\bviewe(?:d|rs)|\bviews?\b|live[- ]?(?:stream|broadcast)|online audience|"
    r"tuned in|clicks?|broadcast"
)
PEAK = cue(r"最高(?:同时)?在线|同时在线|峰值|\bpeak|at (?:the same|one) time|simultaneous|concurrent")
APPLIED = cue(r"简历|投递|报名|申请|r[eé]sum[eé]s?|\bCVs?\b|applications?\b|applied|registered for")
FOREIGN = cue(r"留学生|外籍|外国|international students|foreign (?:students|graduates)|overseas students")
STAYED = cue(
    r"留[辽连沈吉黑宁校在]|选择(?:在)?(?:辽宁|大连|沈阳|本地|吉林|黑龙江)|去往|流向|赴[^，。]{1,6}就业|就业去向|落实去向|(?:choose|chose|chosen) to (?:stay|"
    r"work)|stay(?:ed|ing)? in|remain(?:ed)? in|went to work"
)
COHORT = cue(
    r"(?:毕业生|应届生|学生)(?:规模|数量|总数|总人数|人数|总量)|(?:高校|应届|届)毕业生(?:将|预计|总|约|规模|有|共|达|突破|超|近)|将(?:要)?毕业|"
    r"共有(?:应届)?毕业生|在校(?:学)?生|届毕业生(?:约|共|有|达|为|$)|(?:will|due to|expected to|set to|about to|to) graduate|new (?:college |"
    r"university )?graduates|fresh (?:college |university )?graduates|college graduates this year|graduating (?:class|this)|enter(?:ing)? the (?:job|"
    r"labou?r) market|number of (?:college |university |new )*graduates|graduates of (?:19|20)\d\d|enrolled|graduates? this (?:year|summer)"
)
A_YEARS = cue(
    r"(?<!往)[今明去本]年|\d\s*[届年]|应届|届毕业生|规模|总数|总量|总人数|毕业生(?:数量|将|预计)|将(?:要)?毕业|毕业人数|在校|共有|全国|全省|我省|全市|"
    r"我市|this (?:year|summer)|last year|next year|(?:will|due to|"
    r"expected to|set to|about to|to|have|has|who|students) graduate|graduates? of|graduated|graduating|class of|\b(?:19|20)\d\d\b|number of|enrolled|labou?r market|total"
)
"""Words that tell of graduates that they are those of a year."""
ATTEND = cue(
    r"参加|参会|参与|到场|到会|入场|进场|进馆|到馆|赴会|与会|应聘|求职|前来|赶来|来到|赶赴|涌入|走进现场|洽谈|吸引|迎来|接待|参观|咨询|入馆|人流|客流|到访|"
    r"现场人数|attend|participa|took part|take part|taking part|turned (?:up|out)|turnout|joined|join\b|showed up|drew|draw(?:s|ing)?\b|attract|visited|"
    r"flocked|gathered|came\b|came to|present\b|at the (?:scene|fair|event|venue)|seekers?\b|crowd|poured|packed|welcomed|visitors?\b|head(?:ed)? to|"
    r"enter(?:ed|ing)? the (?:hall|venue|gym|fair|stadium)"
)
ATTEND_STRONG = cue(
    r"参加|参会|到场|到会|入场|进场|进馆|应聘|求职|赶来|前来|涌入|与会|洽谈|参与|attend|participa|took part|take part|turned (?:up|out)|turnout|"
    r"job ?-?seekers?|joined|flocked|drew|attract|吸引|visitors?\b|gathered|poured|came\b|enter(?:ed|ing)? the (?:hall|venue|gym|fair|stadium)"
)
ONLINE = cue(r"线上|网络|网上|云端|在线|云招聘|网站|平台注册|\bonline\b|virtual|website|\bcloud\b")
BOTH = cue(r"线上线下|线下线上|线上(?:和|与|、|及)线下|both online and|online and (?:offline|on-?site|in person)")
WANTED = cue(
    r"(?:招聘(?!会|活动|大会|现场|单位|企业)|招收|招录|招募|引进|拟聘|(?<!应)招(?!聘))[^，。；、会]{0,10}(?:教师|老师|人员|人才|员工|专员|工程师|辅导员|"
    r"博士|硕士)(?:共|约|计)?\s*$|(?:需求|招聘|招收|招录|拟招|招募|招|引进|(?<!应)聘|计划招聘|岗位需求)(?:人数|总数|总人数|总量|计划|需求|数|数量)?(?:共计?|"
    r"合计|总计|约|为|达到|达|有|了|各类)?(?:人员|人才)?\s*$|需求(?:人数|总量|数)|用[人工]需求|招聘(?:人数|需求)|用工(?!协议|合同|企业|单位|市场|主体)|(?:recruit(?:ing|ed|s)?|hir(?:e|es|"
    r"ing)|seek(?:s|ing)?|look(?:s|ing)? for|needs?|want(?:s|ed)?|in need of|plans? to (?:hire|recruit)|demand for|sought|required?)\s+(?:about |some |"
    r"nearly |over |more than |around |a total of |for |to )*$"
)
SUPPLIED = cue(
    r"提供|推出|带来|携|发布|释放|供给|开出|拿出|推送|设|涵盖|涉及|招聘|征集|归集|汇集|汇聚|共|有|新增|posted|offer|provid|with\b|brought|bring|availab|"
    r"up for grabs|advertis|on offer|supply|released?|launch|featur|creat|open(?:ed)?\b|there (?:were|are)|list(?:ed)?|present|includ|need|require|hir|"
    r"recruit|number|total"
)
PROGRAMME = cue(
    r"(?:组织|开发|储备|募集|筹集|落实|挖掘|腾出|归集|创造|稳定|保障|稳岗|新增|拓展)(?:了|各类|就业|用工|优质|一批)*(?:岗位|职位|机会)?(?:共|约|近|达|"
    r"超过?)*\s*$|creat(?:e|ed|es|ing)|develop(?:ed)?|secured|jobs? (?:created|saved)|稳岗|城镇新增"
)
SEEN = cue(r"观看|收看|围观|观众|网友|点击|浏览|在线|直播间(?:共有?|吸引|涌入|人数|累计)|watch|\bview|audience|tuned in|followed")
LIVE = cue(r"直播|live|broadcast|stream")
FIRST_TIME = cue(r"首次(?:参会|参加|来)|第一次(?:参会|参加)|首度|新参会|first[- ]time|for the first time|newcomers?")
STOCK = cue(
    r"拥有|现有|共有(?:规上|规模)|走访|惠及|服务|落户|注册|培育|帮扶|覆盖|入驻|联系|调研|对接服务|签约|扶持|新增(?:企业|市场)|(?:visit|serv|help|register|"
    r"support|survey|contact|assist|home to|based in)(?:ed|s|ing)?\s+(?:about |some |over |more than |nearly )*$|has (?:more than |over |about )?$"
)
SIGN = cue(r"签订|签署|签约|签定|共建|缔结|协议|合作关系|sign|agreement|memorand|contract|pact|partner")
EMPLOYMENT_CONTRACT = cue(r"就业协议|三方协议|用工协议|务工协议|聘用协议|劳动合同|聘用合同|employment|labou?r|job (?:contract|offer)|work contract")
COOPERATE = cue(r"合作|校企|校地|校城|产学研|cooperat|collaborat|strategic")
VISITED = cue(r"走进|走访|赴|奔赴|深入|进入|对接|联系|前往|visited|visit\b|toured|went to|travel")
SENT = cue(
    r"学生|毕业生|学子|参加|到场|参会|来自|带队|组织|代表|就业(?:部门|负责人)|students|graduates|sent|took part|participa|attend|from|joined|represent|"
    r"departments? of"
)
ORGANISED = cue(r"主办|承办|联合(?:举办|主办)|共同举办|牵头|协办|organi[sz]ed by|co-?host|hosted by|held by|jointly")
MEDIAN = cue(r"中位数?|median")
AVERAGE = cue(r"平均|人均|均薪|均值|average|mean\b")
PAY = cue(r"薪|工资|待遇|年收入|月收入|底薪|salar|wage|\bpa(?:y|id|ying)\b|earn|income|remunerat")
YEARLY = cue(r"年薪|年收入|年工资|annual|a year|per year|yearly|per annum|/年|/year|each year|年度工资")
ALLOWANCE = cue(r"补贴|补助|津贴|奖励|资助|贷款|投资|经费|资金|产值|安家费|房补|门票|注册资本|subsid|bonus|allowance|grant|invest|fund|loan|revenue|capital")
LINE_ZH = cue(r"(?:月薪|薪[资酬]|月工资|工资|月收入|待遇)[^，。；、]{0,6}?(?:超过?|逾|过|高于|突破|破|不低于|达到?|在)?\s*$")
LINE_EN = cue(r"(?:pay|wage|salar|earn)\w*[^.;]{0,40}$|(?:more than|over|above|exceed\w*|at least)\s*$")
RATE = cue(r"率(?:达到?|为|约为?|超过?|近|高达|已达|在|不足|仅)?(?:\s|$)|率[^，。岗企]{0,6}$|转化|满意度|[a-z]* rate|satisf")
PER_ITEM = cue(
    r"场均|每场|每日|每天|每小时|每年|每届|通常|一般(?:有|会|都)|\b(?:generally|usually|typically|normally|routinely)\b|each attracting|\b(?:each|"
    r"every) (?:day|month|year)\b|\bper (?:day|year)\b|(?<!yuan )\bper month\b|平均每|每家|每个|每名|每位|每所|单场|户均|per (?:fair|company|employer|"
    r"person)|each (?:fair|company|employer)|on average|every (?:fair|"
    r"company)|average of|for (?:every|each)|apiece"
)
PLAN = cue(
    r"将(?!达|近|来)|拟(?!招)|计划(?!招聘)|预计|预期|即将|力争|目标|规划|再举办|准备|\bwill\b|plan(?:s|ned|ning)?\b|expect|to be held|is due|are due|aim|"
    r"target|scheduled|upcoming|is set to|are set to|going to|intend(?:s|ed)? to|"
    r"\bgoals?\b|\bhop(?:es?|ed|ing) (?:to|for|that)|in the future|next (?:year|spring|autumn|fall|edition|fair)|有望|希望|明年|下一步|接下来|后续|届时"
)
TOTAL = cue(
    r"累计|截至|截止|[今去前]年[^，。；]{0,6}以来|历年|先后|五年|三年|近[一二三四五六七八九十\d]年|全年|总共已|一季度|上半年|下半年|系列|so far|cumulat|since|to date|"
    r"over the (?:past|last)|this year|in (?:the past|recent)|year to date|annually"
)
NATION = cue(
    r"全国(?!重点|\d|各)|各地|我国|中国(?:将|今年)|nationwide|across (?:china|the country)|in china\b|china (?:expects|launch)|national(?! strategic| key)|"
    r"country's"
)
PROVINCE = cue(r"全省|我省|provinc(?:e-?wide|ial)\b|across the province|in the province")
CITY = cue(r"全市|我市|全县|全区|citywide|across the city")
DEGREE = cue(r"博士|硕士|本科|研究生|大专|专科|高职|doctor|ph\.?d|master|bachelor|undergraduate|postgraduate|associate")
IN_IT = cue(r"其中|包括|含|分别(?:是|为)|of (?:them|which|whom|these)|includ|among (?:them|which)|consist")
SHARE_OF_JOBS = cue(r"岗位|职位|需求|用工|jobs?\b|positions?|openings?|vacanc|posts?\b|demand")
SHARE_OF_EMPLOYERS = cue(
    r"参会(?:企业|单位)|用人单位|企业|单位|公司|招聘单位|employers?|compan|enterprises?|firms?|exhibitors?|recruiters?|units?\b|participants? units"
)
SHARE_OF_PEOPLE = cue(r"毕业生|求职者|学生|学子|人员|研究生|应届|人数|生源|graduates?|seekers?|students?|attendees?|applicants?|candidates?|participants")
