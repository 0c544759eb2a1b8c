"""A text → its figures."""

import re
from dataclasses import replace

from fairboard.briefing.reconciliation import cues, elsewhere, parts
from fairboard.briefing.reconciliation.bounds import Bounds, bounds_of
from fairboard.briefing.reconciliation.drafts import UP_FROM, Draft, drafts, word_of
from fairboard.briefing.reconciliation.figures import Figure, Part, Reading, asked, sure
from fairboard.briefing.reconciliation.normal import normalised
from fairboard.briefing.reconciliation.reading import read
from fairboard.briefing.reconciliation.remainders import COUNTED, SAID_OF_PAY, remainders, with_remainders
from fairboard.briefing.reconciliation.shares import read_share
from fairboard.errors import Message, RequestError, message

LARGEST_TEXT = 200_000
MOST_FIGURES = 2_000
INHERITED = frozenset({"resumes", "intentions", "cohort", "hires", "on_site_people", "on_site_visits", "interviews", "trained", "destinations"})
REACH = 24
"""Characters beside a number in which the words that belong to it are looked for."""
ANOTHER = re.compile(r"\b(?:another|a further)\s*$", re.IGNORECASE)
OF_WHICH = re.compile(r"\s*of (?:which|them|these|those|whom)\b", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:^|,|;|:|\b(?:and|while|but)\b)\s*(?-i:[A-Z]\w+(?:\s[A-Z]\w+)?)(?:\s(?:city|alone))?\s"
    r"(?:offer|provid|post|had|has|account|contribut|record)\w*[^,.;]{0,20}$", re.IGNORECASE)
"""A place that is the subject of an English clause: Shenyang offered 2,929 openings."""
THEIR_JOBS = re.compile(
    r"[^，。；,.;\d]{0,24}[，,]?\s*(?:共|累计|合计|总计|现场|可|一次性|which |that |who |have |has |are |were |together |in all )*"
    r"(?:提供|带来|推出|发布|带去|拿出|开出|释放|携|offer|provid|bring|brought|post|put|present)\w*[^，。；,.;\d]{0,16}", re.IGNORECASE)
"""What stands between employers and the jobs that they offer: 32家软件企业组团参会，提供岗位1240个."""
A_YEARS_PAY = 40_000
"""Yuan from which a wage is that of a year where the sentence speaks of years."""
LONG_REACH = 48
"""The same before an English number whose subject stands before it: openings in mechanical engineering numbered 861."""


def find(text: str) -> tuple[Figure, ...]:
    """The figures of ``text`` in their order; raises RequestError where it is too long, or a table."""
    if len(text) > LARGEST_TEXT:
        raise RequestError("The text has more than {limit} characters. Take the part that is about the fairs.", limit=f"{LARGEST_TEXT:,}")
    clean = normalised(text)
    found: list[Figure] = []
    starts: list[int] = []
    drafted = drafts(clean)
    if len(drafted) > MOST_FIGURES:
        raise RequestError("The text has more than {limit} numbers: a table goes to the page Import.", limit=f"{MOST_FIGURES:,}")
    for draft in drafted:
        same = [figure for figure, start in zip(found, starts, strict=True) if start == draft.sentence_start]
        found.append(figure_of(draft, clean, text, same, len(found) + 1))
        starts.append(draft.sentence_start)
    return tuple(with_remainders(with_bases(told_apart(with_lines(found, clean), clean), clean), clean))


def figure_of(draft: Draft, text: str, original: str, earlier: list[Figure], number: int) -> Figure:
    """The figure of ``draft``; ``earlier`` are those before it in the same sentence."""
    token, unit = draft.token, draft.unit
    end = max(token.end, unit.end) if unit.is_after or unit.measure else token.end
    value, high = (None if token.value is None else token.value * unit.factor), (token.high * unit.factor if token.high is not None else None)
    word = word_of(draft, text)
    reading = Reading("", False) if value is None else inherited(draft, read_share(draft, earlier) if token.form in ("percent", "points") else read(draft), earlier)
    own = own_words(draft)
    is_given = value is None or word == "several"
    bounds = Bounds(value, high) if is_given else bounds_of(value, word, token.unit * unit.factor, high, is_share=token.form == "percent")
    return Figure(
        f"f{number}", token.start, end, original[token.start:end], phrase_of(draft, original, end), value, unit_of_all(draft, reading.kind, earlier), word, bounds, reading, high,
        with_whole(draft, reading.kind, parts.parts_of(draft, reading.kind, own) or tuple(remainders(draft, reading.kind, own)), earlier, text),
        (*parts.scopes_of(draft), *elsewhere.set_apart(draft, reading.kind)), None, remarks_of(draft),
    )  # fmt: skip


def with_whole(draft: Draft, kind: str, own: tuple[Part, ...], earlier: list[Figure], text: str) -> tuple[Part, ...]:
    """The parts of a figure with those of the figure before, where it is among that one: 沈阳市提供岗位2929个，其中机械类300个."""
    last = counted_before(draft, earlier) or (earlier[-1] if earlier else None)
    if last and kind in ("openings", "postings") and last.reading.kind == "employers" and THEIR_JOBS.fullmatch(text[last.end:draft.token.start]):
        return (*own, *(part for part in last.parts if part not in own))
    whole = next((figure for figure in reversed(earlier) if figure.reading.kind == kind), None)
    if not own and whole and kind in COUNTED and is_among(draft):
        own = (Part(words=draft.before.strip()[-REACH:] or draft.unit.noun),)
    if last is None or last.reading.kind != kind or not cues.IN_IT.search(draft.before):
        return own
    names = {part.filter_name for part in own if part.filter_name}
    return (*own, *(part for part in last.parts if part.filter_name not in names))


def is_among(draft: Draft) -> bool:
    """True where the words before a number say that it is among what was told before; a wage that is exceeded says it better."""
    return bool(cues.IN_IT.search(draft.before)) and not cues.PAY.search(f"{draft.clause} {draft.after}") and "分别" not in draft.before


def own_words(draft: Draft) -> str:
    """The words that belong to the number: those just before it, its noun, and those up to the end of its noun phrase."""
    before = draft.before[-(LONG_REACH if not draft.is_chinese else REACH):]
    if draft.is_chinese:
        return f"{before}{draft.unit.noun if not draft.unit.measure else ''}{draft.after[:14]}"
    cut = re.split(r"\b(?:and|which|that|who|,)\b", draft.after)[0]
    if draft.token.form != "count":
        return f"{before[-REACH:]} {draft.unit.noun} {cut[:LONG_REACH]} {draft.clause}"
    subject = SUBJECT.search(before)
    before = before if not draft.unit.is_after else subject[0] if subject else before[-16:]
    return f"{before} {draft.unit.noun} {cut[:LONG_REACH]} {noun_phrase(draft)}"


def noun_phrase(draft: Draft) -> str:
    """The words between an English number and the end of its noun."""
    start = draft.token.end - draft.clause_start
    return draft.clause[max(0, start):max(0, draft.unit.end - draft.clause_start)] if draft.unit.is_after else ""


def phrase_of(draft: Draft, original: str, end: int) -> str:
    """The clause around the number, as it is written."""
    start, finish = draft.clause_start, draft.clause_start + len(draft.clause)
    return original[max(start, draft.token.start - 60):max(end, min(finish, end + 60))].strip()


def unit_code(draft: Draft, kind: str) -> str:
    """The unit as a code; yuan with the time for which they are paid, and times by what happened so often."""
    code = draft.unit.code
    if kind == "live_views" and code in ("times", "visits"):
        return "views"
    if code == "times" and kind == "fairs":
        return "fairs"
    if code == "yuan":
        if kind == "money" and not re.search(r"每?月|month|monthly", f"{draft.before[-12:]} {draft.unit.noun} {draft.after[:12]}"):
            return "yuan"
        lead = draft.before[-20:] if cues.PAY.search(draft.near) else draft.clause
        words = f"{lead} {draft.unit.noun} {draft.after[:12]}"
        if cues.YEARLY.search(words) or ((draft.token.value or 0) * draft.unit.factor >= A_YEARS_PAY and cues.YEARLY.search(draft.sentence)):
            return "yuan_year"
        return "yuan_month" if cues.PAY.search(draft.clause) or cues.PAY.search(draft.sentence) or re.search(r"month|月", words) else "yuan"
    return "percent" if code == "points" else code


def unit_of_all(draft: Draft, kind: str, earlier: list[Figure]) -> str:
    """The unit as a code; that of the figure before for nearly 1,000 of which."""
    whole = counted_before(draft, earlier)
    if whole:
        return whole.unit
    is_short = draft.unit.code == "number" and (OF_WHICH.match(draft.after) or ANOTHER.search(draft.before) or UP_FROM.search(draft.before))
    return earlier[-1].unit if is_short and earlier and earlier[-1].reading.kind == kind else unit_code(draft, kind)


def inherited(draft: Draft, reading: Reading, earlier: list[Figure]) -> Reading:
    """The reading of the figure before, where this one is a part of it: 简历165份，其中博士6人; 14 offline ones."""
    if not earlier:
        return reading
    last = earlier[-1].reading
    if draft.unit.noun.lower() == "ones" and last.kind:
        return Reading(last.kind, last.is_sure, last.others)
    if draft.unit.measure == "of_which" and earlier[-1].unit == draft.unit.code and last.kind:
        return Reading(last.kind, last.is_sure, last.others)
    if draft.unit.code == "number" and OF_WHICH.match(draft.after) and last.kind:
        return Reading(last.kind, last.is_sure, last.others)
    if draft.unit.code == "number" and (ANOTHER.search(draft.before) or UP_FROM.search(draft.before)) and last.kind:
        return asked(last.kind, *last.others)
    whole = counted_before(draft, earlier)
    if whole:
        if draft.unit.code != "number":
            return asked("openings", *(kind for kind in (reading.kind, *reading.others) if kind))
        is_among = cues.IN_IT.search(draft.clause[:max(0, draft.token.start - draft.clause_start)])
        return Reading(whole.reading.kind, bool(is_among) and whole.reading.is_sure, whole.reading.others)
    degree = cues.DEGREE.search(draft.near) or cues.DEGREE.search(draft.unit.noun)
    if not reading.is_sure and draft.unit.code in ("people", "number", "documents") and last.kind in INHERITED and (cues.IN_IT.search(draft.before) or degree):
        return Reading(last.kind, last.is_sure, reading.others)
    return reading


def counted_before(draft: Draft, earlier: list[Figure]) -> Figure | None:
    """The jobs of which a number in 个 is some: 岗位5459个，其中月薪超过1万元的949个，国有企业1200个; wages in between do not count.

    Employers and people that are counted so, and named before the number, are rather the jobs of them.
    """
    if draft.unit.measure != "piece" or draft.unit.is_after or draft.unit.code not in ("number", "employers", "people"):
        return None
    last = next((figure for figure in reversed(earlier) if not figure.unit.startswith("yuan")), None)
    return last if last and last.reading.kind in ("openings", "postings") else None


def with_lines(found: list[Figure], text: str) -> list[Figure]:
    """A wage that openings exceed is the line of those openings, not a figure of its own: 949 jobs with wages over 10,000 yuan."""
    made = list(found)
    for place, line in enumerate(made):
        if not is_line(line, text):
            continue
        around = [other for other in (place - 1, place + 1) if 0 <= other < len(made)]
        beside = [other for other in around if made[other].reading.kind in ("openings", "postings") and is_one_statement(made[other], line, text)]
        if not beside:
            continue
        target = made[beside[0]]
        monthly = line.value / 12 if line.unit == "yuan_year" else line.value
        kind = sure if line.unit != "yuan_year" and target.reading.is_sure else asked
        remark = (message("The text says at least; the records count what is strictly more."),) if line.word == "at_least" or "不低于" in line.text else ()
        own = tuple(part for part in target.parts if part.filter_name or not SAID_OF_PAY.match(part.words))
        made[beside[0]] = replace(target, reading=kind("openings_over_threshold", "openings"), line_yuan=round(monthly), remarks=(*target.remarks, *remark), parts=own)
        made[place] = replace(line, reading=sure("wage_line", "wage_offered"))
    return made


def with_bases(found: list[Figure], text: str) -> list[Figure]:
    """A share that follows a count of jobs and names no part is of what was counted: 月薪超过1万元的岗位949个，占岗位总数的17.4%."""
    made = list(found)
    for place, share in enumerate(made):
        if share.reading.kind != "openings_share" or share.parts or not place:
            continue
        last = made[place - 1]
        if not re.fullmatch(r"\s*[，,]?\s*(?:约|大约|共)?(?:占|accounting for|or|making up)[^，。；,.;]*", text[last.end:share.start], re.IGNORECASE):
            continue
        if last.reading.kind in ("openings", "openings_over_threshold") and last.reading.is_sure and (last.parts or last.line_yuan):
            made[place] = replace(share, reading=sure("openings_share", *share.reading.others), parts=last.parts, line_yuan=last.line_yuan)
        else:
            made[place] = replace(share, reading=asked("openings_share", "rate"))
    return made


def is_one_statement(jobs: Figure, line: Figure, text: str) -> bool:
    """True where no end of a clause stands between the two."""
    between = text[min(jobs.end, line.end):max(jobs.start, line.start)]
    return not re.search(r"[，。；;！？\n]|\.\s|,\s", between)


def is_line(line: Figure, text: str) -> bool:
    """True where a wage is said to be exceeded."""
    if not line.unit.startswith("yuan") or line.value is None or line.high is not None or line.reading.kind not in ("wage_offered", "money"):
        return False
    after = text[line.end:line.end + 3]
    return line.word in ("over", "at_least") or after.startswith(("以上", "及以上"))


def told_apart(found: list[Figure], text: str) -> list[Figure]:
    """Where a text gives jobs twice, once as people wanted, the smaller number of 岗位 or 职位 is of postings."""
    wanted = [figure for figure in found if figure.reading.kind == "openings" and figure.value and re.search(
        r"需求|招聘人数|用工|招聘总数|new hires|headcount", beside(figure, text)) and not figure.parts]
    if not wanted:
        return found
    most = max(figure.value for figure in wanted)
    held = {figure.figure_id for figure in wanted}
    return [replace(figure, reading=sure("postings", "openings")) if figure.figure_id not in held and is_smaller(figure, most) else figure for figure in found]


def beside(figure: Figure, text: str) -> str:
    """The words that stand with a number alone: up to the next sign or number on either side."""
    before = re.split(r"[，。；、,;]|\d", text[max(0, figure.start - REACH):figure.start])[-1]
    return f"{before} {re.split(r'[，。；、,;]|[0-9]', text[figure.end:figure.end + REACH])[0]}"


def is_smaller(figure: Figure, most: float) -> bool:
    """True for 岗位 and 职位 in a smaller number than ``most``, where nothing says that they are a part."""
    is_jobs = figure.unit == "jobs" and figure.reading.kind in ("openings", "postings") and not figure.line_yuan and not figure.parts
    return is_jobs and 0 < (figure.value or 0) < most and bool(re.search("岗位|职位", figure.phrase))


def remarks_of(draft: Draft) -> tuple[Message, ...]:
    """What a reader should know about how the number was read."""
    token = draft.token
    found = []
    if token.value is None:
        found.append(message("The number is damaged in the text, so it is not read."))
    if token.is_bare and token.word == "exact" and draft.unit.code != "yuan":
        found.append(message("This may be part of a name and no count."))
    if token.is_dotted:
        found.append(message("The full stop in the number is read as a separator of thousands."))
    return tuple(found)


__all__ = ["Part", "find"]
