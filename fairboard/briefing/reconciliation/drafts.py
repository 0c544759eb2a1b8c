"""Numbers with their surroundings: the clause and the sentence in which each stands, and the words next to it on either side."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fairboard.briefing.reconciliation.approximations import word_after_unit
from fairboard.briefing.reconciliation.cues import CHANGE
from fairboard.briefing.reconciliation.nouns import is_chinese, nouns
from fairboard.briefing.reconciliation.tokens import Token, tokens
from fairboard.briefing.reconciliation.units import OF_BOOTHS, Unit, unit_of

CLAUSE_END = re.compile(r"[，。；！？;!?\n]|(?<!\d),|,(?!\d{3})|(?<!\d)[.](?=\s|$)|(?<=\d)\.(?=\s+[A-Z]|\s*$)|(?<=[\u4e00-\u9fff])[:：]|\s-\s|\bwhile\b|\bbut\b")
SENTENCE_END = re.compile(r"[。！？!?\n]|(?<!\d)(?<!\bMr)(?<!\bNo)[.](?=\s|$)|(?<=\d)\.(?=\s+[A-Z]|\s*$)")
TOTALS = re.compile(r"(?:总体|总计|合计|共计|总数|总量|人数|总共|计|达到?|为|约|共|有|：|:|of|total|totall?ed|reached|numbered|to|at|was|were|drew|attracted)\s*$", re.IGNORECASE)
UP_FROM = re.compile(r"\b(?:up|down) from\s*$", re.IGNORECASE)
ELLIPSIS = re.compile(r"\s(?:are|were|is|was|in|from|for|come|came|had|have|pays?|paid|offer(?:ed)?|need|requir\w+|went|called?)\b", re.IGNORECASE)
"""What follows a number whose noun was told before it."""
OF_ALL = re.compile(
    r"\b(?:of|among) (?:the|these|those|all|its)\s(?P<noun>[^,;.]{3,50}?)"
    r"(?=,|\s(?:are|were|is|was|had|have|requir\w+|need|offer\w*|pa(?:y|id)|call\w*|came|come)\b|$)", re.IGNORECASE)
PAID_ONES = re.compile(
    r"\s(?:of (?:which|them|these|those)\s)?(?:(?:that |which )?(?:pay(?:s|ing)?|paid)\b|"
    r"(?:with|(?:that |which )?(?:offer(?:s|ed|ing)?|carr(?:y|ies|ied|ying)))\b[^,;.]*(?:wage|salar|pay|monthly))", re.IGNORECASE)
"""What follows a number of the jobs told before it, told by their pay: 5,459 jobs, 949 of them paying over 10,000 yuan."""
MOST_PLACES = 10**9
LONGEST_CLAUSE, LONGEST_SENTENCE = 160, 400
"""Characters on either side of a number in which words are looked for."""
DROPPED = ("other",)
PERSONS = ("people", "employers", "visits")
"""Measure words that need no noun beside a number in words with a word of approximation: 面试近百人."""
IN_WORDS_NEED = ("number", "times", "projects", "stations", "items")


@dataclass(frozen=True)
class Draft:
    """A number, what it counts, and the words around it; ``before`` and ``after`` reach to the next number or the end of the clause."""

    token: Token
    unit: Unit
    before: str
    after: str
    clause: str
    clause_start: int
    sentence: str
    sentence_start: int

    @property
    def near(self) -> str:
        """The words on both sides, the number itself left out."""
        return f"{self.before} {self.after}"

    @property
    def lead(self) -> str:
        """The sentence up to the number."""
        return self.sentence[:self.token.start - self.sentence_start]

    @property
    def is_chinese(self) -> bool:
        """True where the sentence is Chinese."""
        return is_chinese(self.sentence)


def drafts(text: str) -> list[Draft]:
    """The numbers of a normalised ``text`` that are figures, in their order."""
    clauses, sentences = list(cut(text, CLAUSE_END)), list(cut(text, SENTENCE_END))
    found = tokens(text)
    made: list[Draft] = []
    for place, token in enumerate(found):
        clause = near(holder(clauses, token.start), token, LONGEST_CLAUSE)
        sentence = near(holder(sentences, token.start), token, LONGEST_SENTENCE)
        begin = max(clause[0], found[place - 1].end) if place and found[place - 1].end <= token.start else clause[0]
        finish = min(max(clause[1], token.end), found[place + 1].start) if place + 1 < len(found) else max(clause[1], token.end)
        before, after = text[begin:token.start], text[token.end:finish]
        unit = unit_of(token, text, before, after)
        if unit.code == "number" and made and made[-1].clause_start == clause[0] and (made[-1].unit.code == "yuan" or before.strip() in ("to", "至", "到")):
            before = text[clause[0]:made[-1].token.start] + before
            unit = unit_of(token, text, before, after)
        unit = unit if unit.measure or (unit.is_after and unit.code != "number") else among(unit, token, text[sentence[0]:token.start], after, made)
        rest = text[min(unit.end, finish):finish].split("、")[0]
        draft = Draft(token, unit, before, rest, text[clause[0]:clause[1]], clause[0],
                      text[sentence[0]:sentence[1]], sentence[0])
        if is_figure(draft, text):
            made.append(draft)
    return made


def among(unit: Unit, token: Token, lead: str, after: str, made: list[Draft]) -> Unit:
    """The unit of a number that tells some of what was named before: of which 949 pay more; of the openings, 1,120 are in …, and 860 in ….

    ``made`` are the numbers before it.
    """
    if made and made[-1].unit.code == "jobs" and made[-1].token.start >= token.start - len(lead) and PAID_ONES.match(after):
        return replace(made[-1].unit, end=token.end, is_after=False, factor=1.0, measure="of_which")
    if not ELLIPSIS.match(after):
        return unit
    of = list(OF_ALL.finditer(lead))
    if made and made[-1].unit.measure == "of_which" and re.search(r"\bof which\b[^.;]*[, ](?:and|while)\s*$", lead, re.IGNORECASE):
        return replace(made[-1].unit, end=token.end)
    if re.search(r"\b(?:of|among|including) (?:which|them|these|those|whom)\W+$", lead, re.IGNORECASE) and made:
        return replace(made[-1].unit, end=token.end, is_after=False, factor=1.0, measure="of_which")
    named = nouns(of[-1]["noun"]) if of else []
    if named and named[-1][0] not in ("people_share", "yuan") and not OF_BOOTHS.search(of[-1]["noun"][:named[-1][2]]):
        return Unit(named[-1][0], token.end, named[-1][1], False, measure="of_which")
    return unit


def is_figure(draft: Draft, text: str) -> bool:
    """False for numbers that nothing shows to count anything: 两个, 一些, a bare 12."""
    token, unit = draft.token, draft.unit
    if token.form != "count":
        return not (token.form == "ratio" and not re.search(r"比|ratio|岗位|供需|openings|per", draft.clause, re.IGNORECASE))
    if unit.code in DROPPED:
        return False
    if token.is_bare and not (unit.measure or unit.is_after and unit.noun):
        return False
    if token.is_in_words:
        if unit.code in IN_WORDS_NEED or not (unit.measure or unit.is_after):
            return False
        if token.word != "exact" and (unit.measure in PERSONS or (unit.code == "jobs" and unit.is_after)):
            return True
        return bool(unit.noun) and not (token.is_bare and not re.match(r"[余多\s]?(?:家|名|场|个|人|位|所|元|份|条)", text[token.end:token.end + 3]) and draft.is_chinese)
    if unit.code == "number" or (unit.code not in ("yuan", "money", "area") and not unit.is_after and not unit.measure):
        return is_stated_bare(draft, text)
    if unit.code == "times":
        return bool(unit.measure != "times" or re.search(r"倍", text[token.end:token.end + 2]))
    return True


def is_stated_bare(draft: Draft, text: str) -> bool:
    """True for a number without a unit that is said to be a total, a size, or the amount of something named just before."""
    token = draft.token
    if token.word != "exact" or token.has_size or token.is_dotted:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", text[token.own_start:token.end]):
        return False
    if draft.unit.measure == "piece":
        return True
    if any(pattern.search(draft.before) for pattern in (TOTALS, CHANGE, UP_FROM)):
        return True
    return (bool(draft.unit.noun) and draft.before.rstrip().endswith(draft.unit.noun)) or "," in text[token.own_start:token.end]


def word_of(draft: Draft, text: str) -> str:
    """The word of approximation, that behind the unit too."""
    if draft.token.high is not None or draft.token.word != "exact":
        return draft.token.word
    return word_after_unit(text, draft.unit.end) or draft.token.word


def cut(text: str, pattern: re.Pattern) -> Iterable[tuple[int, int]]:
    """The places between the matches of ``pattern``."""
    start = 0
    for found in pattern.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def near(span: tuple[int, int], token: Token, reach: int) -> tuple[int, int]:
    """The part of ``span`` that is no further from ``token`` than ``reach``."""
    return max(span[0], token.start - reach), min(span[1], token.end + reach)


def holder(spans: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """The span that holds ``place``."""
    found = bisect_right(spans, (place, MOST_PLACES)) - 1
    if found > 0 and spans[found][0] == place and spans[found - 1][1] == place:
        found -= 1
    return spans[max(found, 0)]
