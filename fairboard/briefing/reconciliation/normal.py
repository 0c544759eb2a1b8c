"""A text made easy to read by rules, character by character, so that places in it stay those of the original."""

import unicodedata

TRADITIONAL = dict(zip(
    "場業個達萬億個單職崗需參會應屆畢學號與專園區縣歲餘約過總計數實現現開舉辦辦簽訂協議關於後來長級間線觀導醫藥貿濟軟設機電車東遼寧瀋陽連鞍錦營盤鐵嶺蘆葉黃經發布報歷簡歷雙選聯進場點擊瀏覽項為從對應聘從業從備緊缺國資傳輸術製造興產類種這類條當種獲標優質獎養訓練習實該給預預將較達增減倍隊創業務類製裝備僱傭佔",
    "场业个达万亿个单职岗需参会应届毕学号与专园区县岁余约过总计数实现现开举办办签订协议关于后来长级间线观导医药贸济软设机电车东辽宁沈阳连鞍锦营盘铁岭芦叶黄经发布报历简历双选联进场点击浏览项为从对应聘从业从备紧缺国资传输术制造兴产类种这类条当种获标优质奖养训练习实该给预预将较达增减倍队创业务类制装备雇佣占",
    strict=True,
))  # fmt: skip
"""Traditional characters that stand in numbers, units and words about recruitment, and what they are in simplified script."""
KEPT = "，。；：！？、（）"


def normalised(text: str) -> str:
    """``text`` with half-width digits and letters and simplified characters; as long as ``text``, so that places agree."""
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    if character in TRADITIONAL:
        return TRADITIONAL[character]
    if character < "\x7f" or character in KEPT:
        return character if character >= " " or character in "\n\t" else " "
    if character in "–—―−‐‑‒﹣":
        return "-"
    if character in "～〜﹏":
        return "~"
    if character in "‘’":
        return "'"
    if character in "\u200b\ufeff\u2060\u00ad":
        return " "
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) == 1:
        return TRADITIONAL.get(plain, plain)
    return character
