"""Days as a release writes them."""

from datetime import date

from fairboard.locale import Language

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day(value: date, language: Language) -> str:
    """18 March 2023, or 2023年3月18日."""
    return f"{value.year}年{value.month}月{value.day}日" if language == "zh" else f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day_of_year(value: date) -> str:
    """3月18日: the year stands in the line of place and day."""
    return f"{value.month}月{value.day}日"


def span(days: tuple[date, date], language: Language, *, has_year: bool = True) -> str:
    """One day, or from one to another, without repeating what both share; ``has_year`` is for Chinese, where the year may stand before."""
    first, last = days
    if language == "en":
        return _english(first, last)
    start = day(first, "zh") if has_year else day_of_year(first)
    if first == last:
        return start
    if first.year != last.year:
        return f"{day(first, 'zh')}至{day(last, 'zh')}"
    return f"{start}至{last.day}日" if first.month == last.month else f"{start}至{day_of_year(last)}"


def half_year(start: date, language: Language) -> str:
    """2023年上半年, the first half of 2023."""
    is_first = start.month == 1
    return f"{start.year}年{'上' if is_first else '下'}半年" if language == "zh" else f"the {'first' if is_first else 'second'} half of {start.year}"


def _english(first: date, last: date) -> str:
    if first == last:
        return day(first, "en")
    if first.year != last.year:
        return f"{day(first, 'en')} to {day(last, 'en')}"
    start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {day(last, 'en')}"
