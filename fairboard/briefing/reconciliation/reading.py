"""What a number seems to state: from its unit and the words around it, the nearest first; where they leave a doubt, a person is asked."""

import re

from fairboard.briefing.reconciliation import cues
from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.figures import Reading, asked, sure
from fairboard.briefing.reconciliation.kinds import RECORDED
from fairboard.briefing.reconciliation.people import read_people, read_visits, taken_on
from fairboard.briefing.reconciliation.units import is_beside

LEAST_MONEY = 5_000_000
"""Yuan from which a sum is no wage, not even one of a year."""
THIS_YEAR = re.compile(r"this year|last year|今年|去年|全年|年度", re.IGNORECASE)
WHOLE = ("people", "jobs", "employers", "universities", "fairs", "visits")
"""What comes in whole numbers: 3.6 people are a mean."""
TRADES = re.compile(r"工种|职业种类|岗位类别|occupations?", re.IGNORECASE)
OF_GUIDANCE = re.compile(r"(?:指导|服务|培训|讲座|宣讲|座谈|沙龙|走访|调研|比赛|辅导|咨询)(?:活动|会|课|班)?(?:共|约|达|近)?\s*$")
NUMBERED = re.compile(
    r"\b(?:number(?:ed|ing)?|totall?(?:ed|ing)|reach(?:ed|ing)|amount(?:ed|ing) to|came to|stood at)\s+(?:about |some |nearly |over |more than )*$", re.IGNORECASE)
"""Verbs that say of a subject how many it is, however long it is: Openings in mechanical engineering numbered 861."""
OTHER_PAPER = re.compile(r"资料|材料|宣传|手册|册|问卷|传单|海报|明白纸|一封信|leaflets?|brochures?|copies|questionnaires?|pamphlets?|flyers?", re.IGNORECASE)


def read(draft: Draft) -> Reading:
    """What the number of ``draft`` seems to state, by its own clause."""
    if (draft.token.is_bare and draft.token.word == "exact") or draft.token.is_dotted:
        found = RULES.get(draft.unit.code, read_other)(draft)
        return asked(found.kind, *found.others) if draft.unit.code != "yuan" else found
    if cues.CHANGE.search(draft.before) or (cues.CHANGE_AFTER.search(draft.after) and (draft.token.form != "count" or "than" in draft.after[:14])) or draft.token.form == "points":
        return sure("change")
    if not draft.is_chinese and cues.SET_AGAINST.match(draft.sentence[max(0, draft.token.end - draft.sentence_start):]):
        return sure("change")
    found = RULES.get(draft.unit.code, read_other)(draft)
    if found.is_sure and is_loose(draft) and found.kind in RECORDED:
        return asked(found.kind, *found.others)
    is_broken = draft.token.form == "count" and draft.unit.code in WHOLE and (draft.token.value or 0) % 1
    return asked(found.kind, *found.others) if is_broken else found


def is_loose(draft: Draft) -> bool:
    """True where the noun that tells what is counted stands before the number and not beside it."""
    unit = draft.unit
    if unit.is_after or not unit.noun or unit.measure in ("of_which", "shared") or NUMBERED.search(draft.before):
        return False
    return (not unit.measure or unit.measure == "piece" or (unit.measure == "employers" and unit.code == "universities")) and not is_beside(draft.before)


def read_jobs(draft: Draft) -> Reading:
    """Jobs: people wanted, unless the words are about trainees, public programmes, or rows of a list."""
    near, noun = draft.near, draft.unit.noun
    if re.search(
        r"for (?:every|each) (?:job ?-?seeker|graduate|applicant|attendee|person|candidate|student)|per (?:job ?-?seeker|graduate|applicant|attendee|person|"
        r"candidate|student)", draft.clause, re.IGNORECASE) or re.search(
        r"每[名位个]?(?:毕业生|求职者|学生|应聘者|人|参会者|学子)", draft.before):  # fmt: skip
        return sure("openings_per_attendee")
    phrase = draft.sentence[draft.token.end - draft.sentence_start:max(0, draft.unit.end - draft.sentence_start)] if draft.unit.is_after else ""
    if re.search(r"\bappl(?:y|ied|ying) for\b[^,.;]{0,12}$", draft.before, re.IGNORECASE):
        return asked("resumes", "other", "openings")
    if cues.TRAINEE.search(f"{near} {phrase} {noun}"):
        return sure("trainee_posts", "openings")
    if cues.PROGRAMME.search(draft.before.strip()) and draft.is_chinese:
        return asked("openings", "trainee_posts")
    if re.search(r"^(?:hires|recruits)$", noun) and not re.search(r"new|need|require|seek|plan|want", f"{draft.before} {draft.sentence}", re.IGNORECASE):
        return asked("hires", "openings")
    if re.search(r"发布", draft.before) and re.search("职位$", f"{draft.before.rstrip('共计约达了 ')}{'' if not draft.unit.is_after else noun}"):
        return asked("postings", "openings")
    if cues.HIRES.search(near) and not cues.SUPPLIED.search(near):
        return asked("hires", "openings")
    if cues.LOST.search(draft.before):
        return asked("openings", "trainee_posts", "other")
    if re.search(r"招录|招收|招聘$", noun) and draft.unit.measure == "people" and not re.search(r"计划|拟|将|预计|需求|缺口", draft.before):
        return taken_on(draft)
    if re.search(r"^(?:places|slots|posts)$", noun, re.IGNORECASE) and not cues.SUPPLIED.search(near):
        return asked("openings")
    return sure("openings", "postings")


def read_employers(draft: Draft) -> Reading:
    """Employers that took part, unless the number is of all that there are, or of those met elsewhere."""
    near = draft.near
    if cues.FIRST_TIME.search(near):
        return sure("first_time_employers", "employers")
    if not re.search(r"来自[^，。；]*$", draft.before) and cues.STOCK.search(draft.before[-14:] if draft.is_chinese else draft.before) and not re.search(
        r"参会|参加|到场|进校|参展|attend|took part|participat|at the fair|吸引", near, re.IGNORECASE):
        return asked("other", "employers")
    if (cues.SIGN.search(re.sub(r"\bsign(?:ed|ing)? (?:on|"
        r"up)\b", "", draft.before)) or (re.search(r"[与和同]", draft.before[-4:]) and cues.SIGN.search(draft.clause))) and not re.search(r"参会|参加", near):
        return asked("agreements", "employers")
    return sure("employers", "participations") if is_at_fair(draft) else asked("employers", "other", "participations")


def is_at_fair(draft: Draft) -> bool:
    """True where the words tell of employers that they were at a fair, and not that there are so many of them."""
    if re.search(r"(?:系统|会员|全国|全市|全省|辖区|境内)(?:共?有|拥有)|蓄水池|\bhome to\b|\bbase here\b|database|directory|\blist of\b|人才库|企业库|"
        r"名录", draft.sentence, re.IGNORECASE) and not re.search(
            r"参会|参加|进场|入场|参与|招聘会", draft.clause):  # fmt: skip
        return False
    if draft.unit.measure == "piece" and re.search(r"^(?:机关|部门|科室|乡镇|街道|社区)", draft.after):
        return False
    return bool(cues.TOOK_PART.search(draft.sentence) or cues.NAMED_BESIDE.search(draft.clause))


def read_universities(draft: Draft) -> Reading:
    """Universities whose students came, unless agreements were signed with them."""
    if cues.SIGN.search(draft.clause):
        return asked("agreements", "universities_under_agreement", "universities")
    if cues.VISITED.search(draft.before) and not cues.SENT.search(draft.after):
        return asked("universities", "other")
    if cues.ORGANISED.search(draft.clause) or cues.STOCK.search(draft.before) or cues.ONLINE.search(draft.clause) or re.search("面向|推送|宣传|aimed at", draft.before):
        return asked("universities", "other")
    return sure("universities", "universities_under_agreement") if is_there(draft) else asked("universities", "other")


def is_there(draft: Draft) -> bool:
    """True where the words beside universities tell that they took part, and not that they exist or that somebody studies there."""
    return bool(cues.CAME_FROM.search(draft.clause)) and not re.search(r"enrolled|studying|home to|在校|在读|坐落|拥有|现有", draft.clause, re.IGNORECASE)


def read_agreements(draft: Draft) -> Reading:
    """Agreements between a region and a university, told from contracts of employment and from intentions."""
    clause = draft.clause
    if re.search(r"\b(?:preliminary|initial|tentative|provisional)\b", clause, re.IGNORECASE):
        return asked("intentions", "cooperation_intentions", "hires", "agreements")
    if re.search("意向|intention|intent", clause, re.IGNORECASE):
        return sure("cooperation_intentions", "agreements")
    if cues.EMPLOYMENT_CONTRACT.search(clause):
        return sure("hires")
    if "校企" in clause:
        return asked("agreements", "cooperation_intentions", "hires")
    if re.search(r"校地|校城|校政|高校|大学|院校|universit|college|school-site", clause, re.IGNORECASE):
        return sure("agreements", "universities_under_agreement")
    return asked("agreements", "hires", "cooperation_intentions")


def read_intentions(draft: Draft) -> Reading:
    """Intentions: to hire, or to work together."""
    if draft.unit.measure == "items" or (cues.COOPERATE.search(draft.clause) and not re.search("就业|用工|录用|employ", draft.clause, re.IGNORECASE)):
        return sure("cooperation_intentions", "intentions")
    return sure("intentions", "cooperation_intentions")


def read_documents(draft: Draft) -> Reading:
    """Sheets of paper: applications received, or something else."""
    words = f"{draft.clause} {draft.unit.noun}"
    if cues.APPLIED.search(words):
        return sure("resumes")
    return sure("other") if OTHER_PAPER.search(words) else asked("other", "resumes")


def read_yuan(draft: Draft) -> Reading:
    """Yuan: a wage offered, its median or its mean; the line that openings exceed; or money that is no wage."""
    clause, near = draft.clause, THIS_YEAR.sub("", draft.near)
    is_pay = cues.PAY.search(draft.before) and not cues.ALLOWANCE.search(draft.before)
    if (draft.token.value or 0) * draft.unit.factor >= LEAST_MONEY:
        return sure("money")
    if not is_pay and (cues.ALLOWANCE.search(near) or not (cues.PAY.search(clause) or cues.PAY.search(draft.sentence))):
        if not cues.ALLOWANCE.search(near):
            return asked("wage_offered", "money")
        return sure("money") if not re.search(r"month|annum|year|月|年", near + draft.unit.noun) else asked("wage_offered", "money")
    if not cues.PAY.search(near + draft.unit.noun) and not cues.PAY.search(clause):
        return asked("wage_offered", "wage_average", "wage_median_yuan")
    if cues.MEDIAN.search(clause):
        return sure("wage_median_yuan")
    if cues.AVERAGE.search(clause):
        return sure("wage_average", "wage_median_yuan")
    return sure("wage_offered", "wage_median_yuan")


def read_ratio(draft: Draft) -> Reading:
    """A ratio such as 1:2.3, which may be of openings to people in either direction."""
    return asked("openings_per_attendee", "rate")


def read_views(draft: Draft) -> Reading:
    """Views of something shown online."""
    if re.search(r"点赞|likes", draft.clause, re.IGNORECASE):
        return sure("other")
    if cues.PEAK.search(draft.clause):
        return sure("peak_viewers", "live_views")
    is_live = re.search(r"直播|live|broadcast|stream|观看|watch", draft.sentence, re.IGNORECASE)
    return sure("live_views") if is_live else asked("live_views", "other")


def read_job_kinds(draft: Draft) -> Reading:
    """Rows of a list; trades and occupations are rather classes of them."""
    return asked("postings", "job_classes") if draft.unit.measure == "kinds" or TRADES.search(draft.unit.noun) else sure("postings", "job_classes")


def read_times(draft: Draft) -> Reading:
    """How often: fairs held, or a broadcast watched."""
    if cues.WATCHED.search(draft.before):
        return sure("live_views")
    if cues.INTERVIEWS.search(draft.before):
        return asked("interviews", "fairs")
    if re.search(r"(?:held|took place|organi[sz]ed|举办|举行)", draft.clause, re.IGNORECASE) and re.search(r"fairs?|events|招聘会", draft.clause, re.IGNORECASE):
        return sure("fairs")
    return asked("", "fairs", "live_views", "change")


def read_other(draft: Draft) -> Reading:
    """What the noun leaves open: words of the clause may still tell."""
    clause = draft.clause
    if cues.COHORT.search(clause) and re.search(r"毕业生|graduates|students", clause, re.IGNORECASE):
        return sure("cohort", "on_site_people") if not cues.ATTEND_STRONG.search(clause) else asked("on_site_people", "cohort")
    if cues.PEAK.search(clause) and cues.WATCHED.search(draft.sentence):
        return sure("peak_viewers", "live_views")
    if re.match(r"\s*(?:场|次)?面试|\s*(?:\w+\s)?interviews\b", draft.after, re.IGNORECASE):
        return sure("interviews")
    if re.search(r"观看|直播|浏览|\bviews|watched", clause, re.IGNORECASE):
        return asked("live_views")
    return asked("")


def plain(kind: str, *others: str):
    """A rule that always gives ``kind``."""
    return lambda _: sure(kind, *others)


def read_fairs(draft: Draft) -> Reading:
    """Fairs; activities that are not said to be of recruitment are asked about."""
    if re.fullmatch(r"events?|activities|sessions?|conferences?", draft.unit.noun, re.IGNORECASE) and not re.search(r"recruit|job|career|hiring", draft.sentence, re.IGNORECASE):
        return asked("fairs", "talks")
    if re.match(r"[^，。；]{0,4}面试", draft.after):
        return asked("interviews", "talks")
    if draft.unit.measure in ("fairs", "fair_times") and not is_of_recruitment(draft):
        return asked("fairs", "talks")
    if re.search(r"livestreams?|broadcasts?", draft.unit.noun, re.IGNORECASE):
        return asked("fairs", "talks")
    if re.search(r"\b(?:attended|visited|been to|went to|gone to)\b[^,.;]{0,20}$", draft.before, re.IGNORECASE):
        return asked("other", "fairs")
    is_told = cues.HELD.search(draft.sentence) or re.search(r"fairs?$|招聘会|双选会|见面会|洽谈会|专场|带岗|招聘活动", draft.unit.noun, re.IGNORECASE)
    return sure("fairs") if is_told else asked("fairs")


def is_of_recruitment(draft: Draft) -> bool:
    """True where the words beside 场 are of recruitment: not of guidance or of nothing named."""
    if OF_GUIDANCE.search(draft.before) and not re.search("招聘|双选", draft.before[-8:] + draft.after[:10]):
        return False
    words = draft.clause if draft.unit.noun or draft.before.strip() else draft.sentence
    return bool(re.search(r"招聘|双选|见面|洽谈|专场|引才|直播|推介|对接|校招|带岗|人才交流|大集", words + draft.unit.noun))


RULES = {
    "people": read_people, "visits": read_visits, "jobs": read_jobs, "employers": read_employers, "universities": read_universities, "agreements": read_agreements,
    "intentions": read_intentions, "documents": read_documents, "yuan": read_yuan, "ratio": read_ratio, "views": read_views, "times": read_times, "fairs": read_fairs,
    "participations": plain("participations", "employers"), "job_kinds": read_job_kinds,
    "job_classes": plain("job_classes", "postings"), "talks": plain("talks"),
    "interviews": plain("interviews"),
    "places": lambda draft: asked("regions_under_agreement", "provinces") if cues.SIGN.search(draft.clause) else sure("provinces"),
    "stations": lambda draft: sure("stations") if draft.unit.measure and draft.is_chinese else asked("stations"),
    "projects": lambda draft: sure("projects") if draft.unit.is_after else asked("projects"),
    "money": plain("money"), "area": plain("area"), "booths": plain("other"), "offers": lambda _: asked("hires", "intentions"),
    "items": lambda draft: read_intentions(draft) if cues.INTENTIONS.search(draft.clause) else read_agreements(draft) if cues.SIGN.search(draft.clause) else asked(""),
}  # fmt: skip
