"""What people and visits state: who came, who was wanted, hired or taught, who watched, and who graduates in a year."""

import re

from fairboard.briefing.reconciliation import cues
from fairboard.briefing.reconciliation.drafts import Draft
from fairboard.briefing.reconciliation.figures import Reading, asked, sure

PEOPLE_KINDS = ("on_site_people", "cohort", "hires", "intentions", "resumes")
STRONG_PEOPLE = (
    ("intentions", cues.INTENTIONS), ("trained", cues.TRAINED), ("hires", cues.HIRES), ("foreign_students", cues.FOREIGN), ("destinations", cues.STAYED), ("cohort", cues.COHORT),
    ("peak_viewers", cues.PEAK), ("live_views", cues.WATCHED),
)  # fmt: skip
STRONG_VISITS = (
    ("intentions", cues.INTENTIONS), ("live_views", cues.WATCHED), ("resumes", cues.APPLIED), ("trained", cues.TRAINED), ("hires", cues.HIRES), ("interviews", cues.INTERVIEWS),
)  # fmt: skip
A_YEARS_GRADUATES = 30_000
"""Graduates of whom nothing more is said are rather those of a year than those at a fair from here on."""
EACH_JOB = re.compile(r"每一?个?(?:岗位|职位)[^，。；]{0,8}$")
SEEKERS_ALONE = re.compile(r"求职者|求职人员|求职人群|应聘者|应聘人员|job ?-?(?:seekers?|hunters?|hopefuls)", re.IGNORECASE)
"""People who look for work, which does not say that they came."""
DOUBTFUL_FROM_AFAR = frozenset({"hires", "trained", "destinations", "intentions"})
"""Kinds of people that words elsewhere in the clause only suggest."""
SOUGHT = re.compile(r"(?:招聘|招收|引进|招)(?:了|应届|优秀|高校|各类|硕士|博士|本科|全日制)*(?:研究生|毕业生|本科生|博士后)(?:共|约|近)?\s*$")
SOUGHT_AFTER = re.compile(r"^\s(?:\w+ )?(?:are|were|is) (?:being )?(?:sought|wanted|needed)\b", re.IGNORECASE)
CALLED_ON = re.compile(r"参加|参会|到场|入场|进场|应聘|求职|前来|吸引|attend|drew|attract", re.IGNORECASE)
CAME_GRADUATES = re.compile(r"(?:参会|到场|入场|进场|应聘|参加|参与)[^，。]{0,4}(?:毕业生|学生|学子)")


def read_people(draft: Draft) -> Reading:
    """People: those who came, unless other words say that they were wanted, hired, taught, counted as a year's graduates, or watching."""
    return wanted(draft) or of_no_fair(draft) or told(draft) or suggested(draft)


def wanted(draft: Draft) -> Reading | None:
    """Those whom employers want or took on."""
    if cues.TAKEN_ON.search(draft.before):
        return taken_on(draft)
    if is_wanted(draft):
        is_told = re.search(r"人数|总量|需求|岗位|用[人工](?!协议|合同|企业|单位)|计划|拟|将|缺口|in total", draft.before)
        return sure("openings") if is_told and not named_role(draft) else asked("openings", "on_site_people", "hires")
    if cues.WANTED.search(draft.before) or SOUGHT.search(draft.before):
        return asked("openings", "on_site_people", "hires")
    return asked("rate", "other", "openings_per_attendee") if EACH_JOB.search(draft.before) else None


def of_no_fair(draft: Draft) -> Reading | None:
    """Those who are no seekers at a fair: viewers at one moment, staff, who registered somewhere, who travel, who were selected."""
    near = near_words(draft)
    if cues.PEAK.search(cues.NOT_YET.sub("", draft.clause)):
        return sure("peak_viewers", "live_views")
    if cues.STAFF.fullmatch(draft.unit.noun):
        return asked("other", "on_site_people")
    if cues.REGISTERED.search(near):
        return asked("other", "cohort", "on_site_people")
    if cues.MOVED.search(f"{near} {draft.unit.noun}") and not CALLED_ON.search(near):
        return asked("other", "on_site_people", "hires")
    if SOUGHT_AFTER.search(draft.after):
        return asked("openings", "on_site_people")
    return asked("interviews", "intentions", "hires", "other") if cues.SELECTED.search(near) else None


def told(draft: Draft) -> Reading | None:
    """What the words beside the number say in so many words, or else those of its clause."""
    near, clause = near_words(draft), cues.NOT_YET.sub("", draft.clause)
    words = f"{near} {draft.unit.noun}"
    comes = bool(cues.ATTEND_STRONG.search(SEEKERS_ALONE.sub("", words)))
    beside = [kind for kind, pattern in STRONG_PEOPLE if pattern.search(words) or pattern.search(draft.before)]
    further = [] if beside or comes else [kind for kind, pattern in STRONG_PEOPLE if pattern.search(clause)]
    if further and further[0] in DOUBTFUL_FROM_AFAR:
        return asked(further[0], *(kind for kind in PEOPLE_KINDS if kind != further[0]))
    if beside or further:
        return of_kind(draft, (beside or further)[0], comes=comes)
    if comes or cues.ATTEND.search(near):
        is_interview = cues.INTERVIEWS.search(near) and not cues.ATTEND_STRONG.search(near)
        return sure("interviews", "on_site_people") if is_interview else came(draft, "on_site_people")
    return None


def of_kind(draft: Draft, kind: str, *, comes: bool) -> Reading:
    """The reading as ``kind`` of which the words speak; where people also come, or the words are weak, a person is asked."""
    near, clause = near_words(draft), cues.NOT_YET.sub("", draft.clause)
    if kind == "live_views" and not (cues.SEEN.search(clause) and cues.LIVE.search(draft.sentence)):
        return asked("live_views", "on_site_people", "other")
    if kind in ("foreign_students", "destinations"):
        return asked("on_site_people", kind) if comes else asked(kind, "on_site_people", "cohort")
    if kind == "cohort":
        if CAME_GRADUATES.search(draft.before):
            return came(draft, "on_site_people")
        if comes:
            return asked("on_site_people", "cohort")
        return sure("cohort", "on_site_people") if cues.A_YEARS.search(f"{clause} {draft.lead}") else asked("cohort", "on_site_people")
    if kind == "trained" and not re.search(r"培训|train", near):
        return asked("on_site_people", "trained") if comes and re.search(r"咨询|服务|serv|consult", near) else asked("trained", "on_site_people")
    return sure(kind, "on_site_people")


def suggested(draft: Draft) -> Reading:
    """What words further away, the noun or the size of the number make likely."""
    near, clause = near_words(draft), cues.NOT_YET.sub("", draft.clause)
    for kind, pattern in (("interviews", cues.INTERVIEWS), ("resumes", cues.APPLIED), ("hires", cues.HIRES)):
        if pattern.search(clause):
            return sure(kind, "on_site_people") if pattern.search(near) and kind != "resumes" else asked(kind, "on_site_people")
    if cues.ATTEND_STRONG.search(SEEKERS_ALONE.sub("", clause)) or re.search(r"attendance|turnout|attendees|participants", draft.unit.noun, re.IGNORECASE):
        return came(draft, "on_site_people")
    if re.search(r"毕业生\s*$", draft.before) and re.search("全国|全省|全市|我省|我市|今年|明年", draft.lead):
        return sure("cohort", "on_site_people")
    if named_job(draft) or (draft.is_chinese and re.search(r"需求人数|招聘需求|用[人工]需求|需求[^，。；]{0,4}(?:最多|最大|最旺)", draft.lead)):
        return asked("openings", "on_site_people", "hires")
    if (draft.token.value or 0) < A_YEARS_GRADUATES or SEEKERS_ALONE.search(f"{near} {draft.unit.noun}"):
        return asked(*PEOPLE_KINDS)
    return asked("cohort", "on_site_people", "hires", "destinations")


def near_words(draft: Draft) -> str:
    """The words beside the number without those that say what has not come to be, or that people joined something else."""
    return cues.ELSEWHERE_JOINED.sub("", cues.NOT_YET.sub("", draft.near))


def taken_on(draft: Draft) -> Reading:
    """Those whom employers took on, or want to; which of the two is asked, with the likelier one first."""
    words = f"{draft.before}{draft.after[:6]}{draft.lead[-30:]}"
    has_been = re.search(r"签约|已|[去前]年|录用|聘用|吸纳|接收|同比|全年|\d年|累计|截至", words) and not re.search(r"计划|拟|将|预计|需求", draft.before)
    return asked("hires", "openings", "cohort") if has_been else asked("openings", "hires", "on_site_people")


def came(draft: Draft, kind: str) -> Reading:
    """People who came; where they came online, or it is not said how, a person is asked."""
    if cues.BOTH.search(draft.clause):
        return asked(kind, "live_views")
    if cues.ONLINE.search(draft.clause):
        return asked("live_views", kind)
    if re.search(r"企业|单位|compan|employers|recruiters", draft.unit.noun):
        return asked("employers", kind)
    if re.search(r"visitors?$", draft.unit.noun, re.IGNORECASE):
        return asked("on_site_people", "on_site_visits")
    return sure(kind, "on_site_visits" if kind == "on_site_people" else "on_site_people")


def is_wanted(draft: Draft) -> bool:
    """True for people whom employers want: 招聘40名, 需求人数1.08万人."""
    return bool(cues.WANTED.search(draft.before)) and draft.is_chinese


def named_role(draft: Draft) -> bool:
    """True where the people wanted are of a named job, so that the number is one employer's."""
    return bool(re.match(r"[\u4e00-\u9fff]{2,8}", draft.after.strip())) or draft.unit.noun in ("教师", "老师", "辅导员", "专业人员")


def named_job(draft: Draft) -> bool:
    """True where the people are called by what they do at work, as in a list of jobs."""
    return bool(re.search(r"教师|老师|辅导员|工程师|专员|会计|护士|医生|teachers?|counsell?ors?|engineers?|nurses?", f"{draft.unit.noun} {draft.after[:8]}", re.IGNORECASE))


def read_visits(draft: Draft) -> Reading:
    """Visits: those on site, unless they were views, applications, courses or intentions."""
    near = draft.near
    if is_wanted(draft):
        return asked("openings", "on_site_visits")
    for kind, pattern in STRONG_VISITS:
        if pattern.search(near) and not (kind == "trained" and cues.ATTEND_STRONG.search(near)):
            return sure(kind, "on_site_visits")
    if cues.ATTEND.search(f"{near} {draft.unit.noun}") or cues.ATTEND_STRONG.search(draft.clause):
        return came(draft, "on_site_visits")
    if re.search(r"visits|entries|admissions", draft.unit.noun, re.IGNORECASE):
        return asked("live_views", "on_site_visits") if cues.ONLINE.search(draft.clause) else sure("on_site_visits", "on_site_people")
    return asked("on_site_visits", "live_views", "on_site_people")
