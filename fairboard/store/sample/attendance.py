"""Who came to the fairs of the sample: graduates by university, degree, discipline and hour, and views of the broadcast."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from fairboard.store.sample.drawing import choose, lots, share_out
from fairboard.store.sample.fairs import Fair

LAUNCH_PEOPLE = 7_580
LAUNCH_VIEWS = 49_000

KEY_UNIVERSITIES = {
    "10145": 16, "10141": 10, "10140": 12, "10142": 11, "10143": 8, "10144": 8, "10151": 5, "10147": 6, "10150": 5, "10159": 4,
    "10183": 5, "10213": 4, "10217": 3, "10200": 2, "10126": 3,
}  # fmt: skip
"""The fifteen at the launch, ten of them in Liaoning: Northeastern, Dalian University of Technology, Liaoning and so on."""

PEOPLE_AT = {"launch": 6400, "on_site": 2600, "campus": 2300, "special": 950, "enterprise": 1500}
UNIVERSITIES_AT = {"launch": 15, "on_site": 9, "campus": 5, "special": 7, "enterprise": 8}
VIEWS_AT = {"launch": 42_000, "online": 64_000, "on_site": 11_000, "campus": 15_000, "special": 9_000, "enterprise": 8_000}

ARRIVALS = {480: 11, 540: 24, 600: 21, 660: 12, 720: 6, 780: 11, 840: 10, 900: 5}
"""Arrivals by the hour, from 8:00 to 16:00, in a hundred: the wave of the morning, the dip at noon, a smaller one after it."""

DISCIPLINES = {
    "医": {"10": 82, "07": 8, "12": 10}, "师范": {"05": 26, "04": 22, "07": 24, "13": 12, "08": 8, "03": 8},
    "财经": {"02": 42, "12": 40, "03": 8, "05": 10}, "农": {"09": 46, "08": 26, "07": 10, "12": 18}, "海": {"08": 58, "12": 18, "09": 10, "03": 6, "02": 8},
    "石油": {"08": 72, "07": 14, "12": 14}, "工": {"08": 68, "07": 10, "12": 13, "13": 4, "02": 5}, "理": {"08": 60, "07": 16, "12": 14, "05": 5, "13": 5},
    "交通": {"08": 68, "12": 18, "07": 8, "05": 6}, "航": {"08": 72, "07": 10, "12": 12, "05": 6}, "音乐": {"13": 90, "05": 10}, "美术": {"13": 92, "12": 8},
}  # fmt: skip
COMMON_DISCIPLINES = {"08": 34, "12": 17, "05": 11, "07": 10, "02": 9, "03": 7, "13": 6, "04": 3, "10": 2, "06": 1}


@dataclass(frozen=True)
class University:
    """What the sample needs to know of a university."""

    university_code: str
    name_zh: str
    region_code: str | None
    province_code: str
    level: str


def count_attendance(fairs: list[Fair], universities: list[University]) -> Iterator[dict[str, object]]:
    """The rows of ``attendance``: people on site and views of the broadcast for every fair that has them."""
    for fair in fairs:
        chance = lots(f"attendance {fair.fair_id}")
        if fair.fair_kind != "online":
            people = LAUNCH_PEOPLE if fair.fair_id == 1 else round(PEOPLE_AT[fair.fair_kind] * (0.7 + 0.6 * chance.random()))
            yield from people_on_site(fair, people, choose_universities(fair, universities, chance))
        if fair.fair_kind in ("launch", "online") or chance.random() < 0.4:
            views = LAUNCH_VIEWS if fair.fair_id == 1 else round(VIEWS_AT[fair.fair_kind] * (0.6 + 0.8 * chance.random()))
            yield from live_views(fair, views, chance)


def choose_universities(fair: Fair, universities: list[University], chance: random.Random) -> dict[University, float]:
    """The universities at a fair with their weights: the key ones at the launch, elsewhere those of the place and its province."""
    if fair.fair_id == 1:
        return {
            university: KEY_UNIVERSITIES[university.university_code]
            for university in universities
            if university.university_code in KEY_UNIVERSITIES
        }
    weights = {university: nearness(fair, university) for university in universities}
    weights = {university: weight for university, weight in weights.items() if weight}
    chosen: dict[University, float] = {}
    for _ in range(round(UNIVERSITIES_AT[fair.fair_kind] * (0.8 + 0.5 * chance.random()))):
        if weights:
            university = choose(chance, weights)
            del weights[university]
            chosen[university] = (0.5 + chance.random()) * (2 if university.university_code in KEY_UNIVERSITIES else 1)
    host = next((university for university in universities if university.university_code == fair.university_code), None)
    return chosen | ({host: 2.5 * len(chosen)} if host else {})


def nearness(fair: Fair, university: University) -> float:
    """How likely graduates of the university come: from the host's region most, then from its province, then from Liaoning."""
    if university.region_code == fair.host_region_code:
        return 8.0
    if university.province_code == fair.host_region_code[:2] + "0000":
        return 1.0
    return 0.6 if university.university_code in KEY_UNIVERSITIES else 0.0


def people_on_site(fair: Fair, people: int, universities: dict[University, float]) -> Iterator[dict[str, object]]:
    """``people`` shared out over universities, degrees, disciplines and hours; cells of nobody are left out."""
    cells = [
        (university, degree, discipline, minute, weight * degree_share * discipline_share * hour_share)
        for university, weight in universities.items()
        for degree, degree_share in degrees_of(university).items()
        for discipline, discipline_share in disciplines_of(university).items()
        for minute, hour_share in ARRIVALS.items()
    ]
    for (university, degree, discipline, minute, _), count in zip(cells, share_out(people, [cell[-1] for cell in cells]), strict=True):
        if count:
            yield attendance_row(fair, "on_site", "people", count, minute, university.university_code, degree, discipline)


def degrees_of(university: University) -> dict[str, float]:
    """The degrees its graduates hold, in shares."""
    if university.level == "vocational":
        return {"associate": 1.0}
    if university.university_code in KEY_UNIVERSITIES:
        return {"bachelor": 0.62, "master": 0.33, "doctor": 0.05}
    return {"bachelor": 0.88, "master": 0.12}


def disciplines_of(university: University) -> dict[str, float]:
    """The disciplines of its graduates, in hundredths, told from the name."""
    return next((shares for word, shares in DISCIPLINES.items() if word in university.name_zh), COMMON_DISCIPLINES)


def live_views(fair: Fair, views: int, chance: random.Random) -> Iterator[dict[str, object]]:
    """``views`` shared out over slots of ten minutes from 8:30 to 16:30: a fast rise, a peak at the opening, a second after lunch."""
    slots = range(510, 990, 10)
    weights = [broadcast_interest(minute) * (0.9 + 0.2 * chance.random()) for minute in slots]
    for minute, count in zip(slots, share_out(views, weights), strict=True):
        yield attendance_row(fair, "livestream", "views", count, minute)


def broadcast_interest(minute: int) -> float:
    """How many watch at a minute of the day, on no particular scale."""
    opening = math.exp(-(((minute - 575) / 45) ** 2))
    afternoon = 0.55 * math.exp(-(((minute - 860) / 55) ** 2))
    return 0.12 + opening + afternoon


def attendance_row(
    fair: Fair,
    channel: str,
    unit: str,
    count: int,
    minute: int,
    university: str | None = None,
    degree: str | None = None,
    discipline: str | None = None,
) -> dict[str, object]:
    """One row of ``attendance``."""
    return {
        "fair_id": fair.fair_id,
        "channel": channel,
        "unit": unit,
        "university_code": university,
        "degree_level": degree,
        "discipline_code": discipline,
        "slot_minute": minute,
        "attendance_count": count,
    }
