"""The words before and after a number that make it approximate."""

import re

from fairboard.briefing.reconciliation.bounds import Word

BEFORE: tuple[tuple[Word, str], ...] = (
    ("at_most", r"不超过|不多于|不高于|至多|最多|最高可?达?|最高|up to|at most|no more than|not more than|a maximum of|as high as"),
    ("at_least", r"不少于|不低于|不下于?|至少|起码|最低|at least|no fewer than|no less than|not less than|a minimum of"),
    ("under", r"不足|不到|不满|少于|低于|未满|(?:仅|just )?under|less than|fewer than|below"),
    ("near", r"约近|接近|将近|逼近|几近|近|nearly|almost|close to|just under|approaching|just short of"),
    ("over",

            r"超过|超出|超|逾|突破|破|高于|不止|多于|大于|已过|过|more than|over|above|exceed(?:s|ed|ing)?|topp(?:ed|ing)|tops|surpass(?:es|ed|ing)?|upwards? of|"
            r"in excess of|north of|"
        r"well over|greater than"),
    ("about", r"大约|约计|约为|约有|约占|约达|约|大概|估计|预估|about|around|some|approximately|approx\.?|roughly|circa|an? estimated|estimated|in the region of"),
)  # fmt: skip
AFTER: tuple[tuple[Word, str], ...] = (
    ("over", r"有?余|多(?!数|元|位数|样|种形式)|之多|开外|-plus\b|plus\b|-odd\b|-some\b|\+(?!\d)|or more\b|and (?:above|more)\b|odd\b"),
    ("about", r"左右|上下|来(?=[家个人名场所位])|许\b|or so\b|or thereabouts|-strong\b"),
)
AFTER_UNIT: tuple[tuple[Word, str], ...] = (("about", r"左右|上下"), ("at_least", r"以上|及以上|or (?:more|above)\b"), ("at_most", r"以下|以内|or (?:less|fewer)\b"))
LINKING = r"(?:\s?(?:达到|达|至|为|有|了|共|共计|计|the|a|an|of|total|total of|of more)\s?)?\s?"
_BEFORE = tuple((word, re.compile(rf"(?:{pattern}){LINKING}$", re.IGNORECASE)) for word, pattern in BEFORE)
_AFTER = tuple((word, re.compile(rf"\s?(?:{pattern})", re.IGNORECASE)) for word, pattern in AFTER)
_AFTER_UNIT = tuple((word, re.compile(rf"\s?(?:的)?(?:{pattern})", re.IGNORECASE)) for word, pattern in AFTER_UNIT)
_CURRENCY = re.compile(r"(?:\b(?:RMB|CNY)\s?|[¥￥]\s?)$")
"""What may stand between the word and a sum of money, whose unit it is: over RMB 10,000."""
_LETTER_BEFORE = re.compile(r"[a-z]", re.IGNORECASE)
REACH = 30


def word_of(text: str, start: int, end: int) -> tuple[Word, int, int]:
    """The word of approximation for the number from ``start`` to ``end``, and where the number with its words starts and ends."""
    before = text[max(0, start - REACH):start]
    currency = _CURRENCY.search(before)
    if currency:
        before = before[:currency.start()]
    word: Word = "exact"
    for candidate, pattern in _BEFORE:
        found = pattern.search(before)
        if found and not (_LETTER_BEFORE.match(found[0]) and found.start() and _LETTER_BEFORE.match(before[found.start() - 1])) and not _is_part_of_word(before, found):
            word, start = candidate, start if currency else start - len(before) + found.start()
            break
    for candidate, pattern in _AFTER:
        found = pattern.match(text, end)
        if found:
            return ("about" if word == "near" else word if word != "exact" else candidate), start, found.end()
    return word, start, end


def word_after_unit(text: str, end: int) -> Word | None:
    """The word of approximation behind a number's unit: 5000元以上, 300人左右."""
    return next((word for word, pattern in _AFTER_UNIT if pattern.match(text, end)), None)


def _is_part_of_word(before: str, found: re.Match) -> bool:
    """True where 近, 过, 破, 约 end a longer word (附近, 通过, 预约, 签约)."""
    whole = before[max(0, found.start() - 1):found.end()]
    return bool(re.match(r"附近|最近|临近|通过|经过|超过(?<!超过)|不过|预约|签约|大约(?<!大约)|履约|邀约|节约|违约|相约|渡过|度过|见过|走近", whole))
