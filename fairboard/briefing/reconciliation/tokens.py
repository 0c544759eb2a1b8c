"""Numbers in a normalised text: digits with separators and multipliers, numerals in words, percentages, fractions, ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fairboard.briefing.reconciliation import noise, numerals
from fairboard.briefing.reconciliation.approximations import word_of
from fairboard.briefing.reconciliation.bounds import Word, step_of

DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?![,，]\d)(?:\.\d+)?|\d{1,3}(?:[ ]\d{3})+(?![\d.])|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?"
CHINESE_SIZE = r"千万|百万|十万|亿|万|千|百"
ENGLISH_SIZE = r"(?:million|billion|thousand|hundred|dozen|bn|mn|k|m)(?![a-z])"
WORDS = "|".join(sorted(numerals.WORDS, key=len, reverse=True))
SIZES = "|".join(numerals.WORD_SIZES)
NUMBER = re.compile(
    rf"""
    (?P<garbled>(?<![\d.])\d[\d,，.]{{0,15}}\s?\+\s?\d[\d,，.]{{0,15}}\d)
    |(?P<digits>(?<![\d.])(?:{DIGITS}))(?:(?P<inner>\s?[余多几来]\s?)?\s?(?P<size>{CHINESE_SIZE})(?P<rest>\d(?:千|百)(?!\d))?|\s?(?P<english_size>{ENGLISH_SIZE}))?
    |(?P<vague>(?:数|几|好几)[十百千万亿]+|成千上万|[一二三四五六七八九]?十几[万亿]?|上[百千万亿]|数以[百千万]计)
    |(?P<chinese>[一二两三四五六七八九十百千万][零〇一二两三四五六七八九十百千万亿]*(?:点[一二三四五六七八九零]+)?[万亿]?)
    |\b(?P<english>(?:half\s+a\s+(?:{SIZES})|(?:a\s+)?(?:{SIZES})|(?:{WORDS})(?:[\s-](?:and\s+)?(?:{WORDS}|{SIZES}))*))\b(?!\w)
    |\b(?P<several>(?:(?:several|a\s+few|few|tens\s+of|hundreds\s+of)\s+)?(?:dozens?|scores|hundreds?|thousands?|millions?)(?=\s+of\b|\s+\w)|\b(?:several|a\s+few)\s+(?:{SIZES}))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
DAMAGED = re.compile(
    r"(?<![A-Za-z0-9.])(?:(?=[\dOolI]*\d)(?=[\dOolI]*[OolI])[\dOolI]{2,12}(?:,[\dOolI]{3})*(?=\s?(?:余|多)?(?:[个名家人场所份条位元万]|"
    r"(?:jobs?|openings?|positions?|vacancies|people|students|graduates|compan|employers|enterprises|fairs|visitors|yuan))))"
    r"|(?<![A-Za-z0-9.])[SBZ]\d{2,6}(?=\s?(?:余|多)?(?:[个名家人场份条位]|所))"
    r"|(?<![\d.])\d{1,9}[〇零一二三四五六七八九]{1,6}\d{1,9}(?!\d)(?=\s?(?:余|多)?[个名家人场所份条位元万])")
"""Digits among letters that look like digits (86l), or among Chinese numerals (8六1), before what they count."""
FRACTION = re.compile(
    r"(?P<top>[\d一二两三四五六七八九]{1,3})\s?/\s?(?P<bottom>\d{1,4})(?!\d|/)(?=\s*(?:的|以上|左右|of\b))"
    r"|(?P<bottom_zh>[一二三四五六七八九十\d]{1,4})分之(?P<top_zh>[\d一二两三四五六七八九]{1,4}(?:\.\d{1,3})?)|百分之(?P<hundredths>[\d.一二两三四五六七八九十百零]{1,8})"
    r"|(?P<tenths>[\d一二两三四五六七八九](?:\.\d)?)成(?P<half_tenth>半)?(?![立功为果员绩都交品长才本份])"
    r"|(?P<half>过半|超半数|近半数?|一半|半数)(?=[^，。]{0,6}(?:的|以上|为|是|岗位|企业|单位|来自|$))"
    r"|\b(?P<in_top>one|two|three)\s+(?:in|out of)\s+(?:every\s+)?(?P<in_bottom>three|four|five|six|ten)\b"
    r"|\b(?P<words>(?:a|one|two|three)[\s-](?:third|quarter|fifth|tenth|half)s?)\b|\b(?P<half_en>half)(?=\s+(?:of\b|the\b))",
    re.IGNORECASE,
)
PERCENT = re.compile(r"\s?(?:%|‰|个?百分点|percentage\s+points?|per\s?cent\b|pct\b)", re.IGNORECASE)
RATIO = re.compile(r"(?<![\d:：.])(\d+(?:\.\d+)?)\s?[:：]\s?(\d+(?:\.\d+)?)(?![\d:：])")
LINK = re.compile(
    r"\s?(?P<unit>万?元|家|个|名|人次|人|场|所|份|%|yuan|percent|RMB)?(?:/月|/年|a month|per month)?\s?(?P<link>-|~|至|到|to\b|and\b|or\b)\s?(?:about |超)?", re.IGNORECASE)
DENOMINATORS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "half": 2}
LONGEST_GROUP = 5
"""Digits between two commas beyond which they are codes in a list, not a damaged number."""
BARE = {"百", "千", "万", "十", "百万", "千万"}
VAGUE = {"dozen": (24, 100), "score": (40, 100), "hundred": (200, 1000), "thousand": (2000, 10_000), "million": (2 * 10**6, 10**7)}


@dataclass(frozen=True)
class Token:
    """A number in the text: where it stands with its words, its value, and what kind of writing it is."""

    start: int
    end: int
    value: float | None
    unit: float = 1.0
    word: Word = "exact"
    high: float | None = None
    form: str = "count"
    """count, percent, points, ratio or garbled"""
    is_in_words: bool = False
    is_bare: bool = False
    has_size: bool = False
    is_dotted: bool = False
    own_start: int = -1


def tokens(text: str) -> list[Token]:
    """The numbers of a normalised ``text`` that may be figures, in their order."""
    damaged = [Token(*found.span(), None, form="garbled", own_start=found.start()) for found in DAMAGED.finditer(text)]
    hidden = noise.Places([(token.start, token.end) for token in damaged])
    held = [span for span in noise.spans(text) if not hidden.meet(*span)]
    places = noise.Places(held)
    ratios = [Token(found.start(), found.end(), _ratio(found), 0.01, form="ratio", own_start=found.start()) for found in RATIO.finditer(text)
              if not places.meet(*found.span())]  # fmt: skip
    fractions = [_fraction(found) for found in FRACTION.finditer(text) if not places.meet(*found.span())]
    first = [*damaged, *(token for token in (*fractions, *ratios) if token.value is not None)]
    held += [(token.start, token.end) for token in first]
    places = noise.Places(held)
    plain = list(_plain(text, places))
    found: list[Token] = []
    for token in sorted((token for token in (*first, *plain) if token), key=lambda token: token.start):
        if not found or token.start >= found[-1].end:
            found.append(token)
    return _joined([_with_words(token, text) for token in found], text)


def _plain(text: str, places: noise.Places) -> Iterator[Token]:
    """The numbers that are neither fractions nor ratios; each search begins where the number before ends."""
    start = 0
    while found := NUMBER.search(text, start):
        start = found.end()
        token = None if places.meet(*found.span()) else _token(found, text)
        if token:
            start = max(start, token.end)
            yield token


def _token(found: re.Match, text: str) -> Token | None:
    start, end = found.span()
    if found["garbled"]:
        return Token(start, end, None, form="garbled", own_start=start)
    if found["digits"]:
        return _digits(found, text)
    if found["vague"] or found["several"]:
        low, high = _vague(found["vague"]) if found["vague"] else _several(found["several"])
        return Token(start, end, low, 1, "several", high, is_in_words=True, own_start=start)
    body = found["chinese"] or found["english"]
    value = _spoken(body) if found["chinese"] else numerals.english(body)
    is_bare = body in BARE or body.lower() in ("hundred", "thousand", "million", "dozen")
    if value is None or body == "一" or body.lower() in ("one", "zero"):
        return None
    unit = step_of(value) if found["chinese"] and body[-1] in "万亿" else 1
    token = Token(start, end, value, unit, is_in_words=True, is_bare=is_bare, own_start=start)
    percent = PERCENT.match(text, end)
    return replace(token, end=percent.end(), form="points" if "point" in percent[0] or "点" in percent[0] else "percent") if percent else token


def _digits(found: re.Match, text: str) -> Token | None:
    start, end = found.span()
    body = found["digits"]
    separated = body.replace("，", ",").replace(" ", "")
    is_dotted = bool(re.fullmatch(r"\d{1,3}(?:\.\d{3})+", separated)) and not (found["size"] or found["english_size"])
    percent = PERCENT.match(text, end)
    if is_dotted and not percent and not separated.startswith("0."):
        separated = separated.replace(".", "")
    elif separated.count(".") > 1:
        return Token(start, end, None, form="garbled", own_start=start)
    else:
        is_dotted = False
    if re.match(r",\d", text[end:end + 2]) and not found["size"]:
        tail = re.match(r"(?:,\d+)+", text[end:]).end()
        if max(map(len, text[start:end + tail].split(","))) > LONGEST_GROUP:
            return None
        return Token(start, end + tail, None, form="garbled", own_start=start)
    number = float(separated.replace(",", ""))
    decimals = len(separated.partition(".")[2])
    size = numerals.chinese(found["size"]) if found["size"] else (numerals.WORD_SIZES | numerals.LETTERS).get((found["english_size"] or "").lower(), 1)
    value, unit = round(number * size, 6), size / 10**decimals
    if found["rest"]:
        rest = numerals.chinese(found["rest"])
        value, unit = value + rest, step_of(rest)
    form = "count"
    if percent:
        end, form = percent.end(), "points" if "point" in percent[0] or "点" in percent[0] else "percent"
        value = value / 10 if "‰" in percent[0] else value
    word: Word = "over" if found["inner"] and found["inner"].strip() in "余多几" else "about" if found["inner"] else "exact"
    return Token(start, end, value, unit, word, form=form, has_size=size > 1, is_dotted=is_dotted, own_start=start)


def _spoken(body: str) -> float | None:
    whole, _, rest = body.partition("点")
    if not rest:
        return numerals.chinese(body)
    size = numerals.SIZES.get(rest[-1], 1) if rest[-1] in "万亿" else 1
    digits = "".join(str(numerals.DIGITS[character]) for character in rest if character in numerals.DIGITS)
    value = numerals.chinese(whole)
    return None if value is None else (value + float(f"0.{digits}")) * size


def _vague(body: str) -> tuple[float, float]:
    if "十几" in body:
        size = numerals.SIZES.get(body[-1], 1) if body[-1] in "万亿" else 1
        tens = numerals.chinese(body.split("几")[0]) or 10
        return (tens + 1) * size, (tens + 9) * size
    if body == "成千上万":
        return 2000, 100_000
    size = numerals.chinese(re.sub("[数几好上以计]", "", body)) or 1
    return (size, 2 * size) if body.startswith("上") else (2 * size, 10 * size - 1)


def _several(body: str) -> tuple[float, float]:
    words = body.lower().split()
    low, high = next((pair for word in reversed(words) for name, pair in VAGUE.items() if word.startswith(name)), (2, 10))
    size = 10 if words[0] == "tens" else 100 if words[0] == "hundreds" and len(words) > 1 else 1
    return low * size, high * size - 1


def _ratio(found: re.Match) -> float | None:
    top, bottom = float(found[1]), float(found[2])
    return None if not top or not bottom else round(max(top, bottom) / min(top, bottom), 2)


def _fraction(found: re.Match) -> Token:
    start, end, word = found.start(), found.end(), "exact"
    whole = numerals.chinese
    if found["hundredths"]:
        value = whole(found["hundredths"])
    elif found["bottom_zh"]:
        value = 100 * (whole(found["top_zh"]) or 0) / (whole(found["bottom_zh"]) or 1)
    elif found["top"]:
        value = 100 * (whole(found["top"]) or 0) / (whole(found["bottom"]) or 1)
    elif found["tenths"]:
        value = 10 * (whole(found["tenths"]) or 0) + (5 if found["half_tenth"] else 0)
    elif found["in_top"]:
        value = 100 * numerals.WORDS[found["in_top"].lower()] / numerals.WORDS[found["in_bottom"].lower()]
    elif found["words"]:
        top, _, bottom = found["words"].lower().replace("-", " ").partition(" ")
        value = 100 * {"a": 1, "one": 1, "two": 2, "three": 3}[top] / DENOMINATORS[bottom.strip().removesuffix("s") if bottom.strip() != "halves" else "half"]
    else:
        value = 50.0
        word = {"过": "over", "超": "over", "近": "near"}.get((found["half"] or " ")[0], "exact")
    unit = 10 if found["tenths"] else 1
    return Token(start, end, round(value, 1) if value is not None else None, unit, word, form="percent", is_in_words=True, own_start=start)


def _with_words(token: Token, text: str) -> Token:
    word, start, end = word_of(text, token.start, token.end)
    if token.word in ("several",) or token.form == "garbled":
        return replace(token, start=start, end=end)
    if token.word != "exact" and word == "near":
        word = "about"
    return replace(token, start=start, end=end, word=word if word != "exact" else token.word)


def _joined(found: list[Token], text: str) -> list[Token]:
    """Two numbers with 至, -, to or between … and … become one token with both ends."""
    joined: list[Token] = []
    for token in found:
        before = joined[-1] if joined else None
        link = LINK.fullmatch(text, before.end, token.start) if before else None
        if link and _is_range(before, token, link["link"].lower(), text):
            low, unit = before.value, before.unit
            if token.has_size and not before.has_size and not link["unit"] and before.value < 100 and before.value < token.value / (step_of(token.value) or 1):
                size = token.unit if token.unit >= 1000 else 10**4 if token.value >= 10**4 else 1000
                low, unit = before.value * size, before.unit * size
            if low <= token.value:
                joined[-1] = replace(token, start=before.start, value=low, unit=unit, high=token.value, word="range", own_start=before.own_start)
                continue
        joined.append(token)
    return joined


def _is_range(low: Token, high: Token, link: str, text: str) -> bool:
    if low.value is None or high.value is None or low.high or high.high or low.form not in ("count", high.form) or high.form not in ("count", "percent"):
        return False
    if re.search(r"\bby\s+(?:\w+\s+)?$", text[:low.own_start][-20:], re.IGNORECASE):
        return False
    if link == "or":
        return high.value == low.value + 1
    return link != "and" or bool(re.search(r"between\s*(?:about\s*)?$", text[:low.own_start], re.IGNORECASE))
