"""The fairs of the sample: three years from the launch in Shenyang on 18 March 2023, every kind, every region a host."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairboard.store.sample.drawing import lots, share_out
from fairboard.store.sample.places import SHORT_NAMES

CAMPAIGN_ZH = "筑梦辽宁·才助振兴"
CAMPAIGN_EN = "Dream Building Liaoning · Talents Help Revitalize"
LAUNCH_POSTINGS = 1_452
LAUNCH_EMPLOYERS = 202

# kind, first day, host, days, theme; the theme is a university (campus) or a number in THEMES
CALENDAR = (
    "launch 2023-03-18 210100 1 0", "campus 2023-03-25 210100 1 10145", "campus 2023-04-02 210200 1 10141", "online 2023-04-10 210100 12 1",
    "on_site 2023-04-15 210300 1 0", "campus 2023-04-22 610100 1 10698", "special 2023-05-06 210200 1 2", "enterprise 2023-05-13 210800 1 3",
    "on_site 2023-05-20 210400 1 0", "campus 2023-06-03 211400 1 0", "campus 2023-09-16 210700 1 10154", "on_site 2023-09-23 211100 1 0",
    "enterprise 2023-10-14 210500 1 4", "campus 2023-10-21 230100 1 10213", "special 2023-10-28 21SF00 1 5", "campus 2023-11-04 210100 1 10142",
    "on_site 2023-11-11 210600 1 0", "online 2023-11-20 210200 10 6", "campus 2023-11-25 210900 1 10147", "enterprise 2023-12-09 210100 1 4",
    "launch 2024-03-16 210100 1 0", "campus 2024-03-23 210200 1 10151", "campus 2024-03-30 210100 1 10140", "special 2024-04-06 211100 1 7",
    "on_site 2024-04-13 210700 1 0", "online 2024-04-22 210100 12 1", "campus 2024-04-27 220100 1 10183", "enterprise 2024-05-11 210300 1 3",
    "on_site 2024-05-18 211200 1 0", "campus 2024-05-25 210300 1 10146", "on_site 2024-06-01 211300 1 0", "special 2024-06-15 210600 1 8",
    "campus 2024-09-21 210100 1 10144", "on_site 2024-09-28 210200 1 0", "enterprise 2024-10-12 211000 1 3", "campus 2024-10-19 420100 1 10486",
    "campus 2024-10-26 210400 1 10148", "special 2024-11-02 210100 1 2", "campus 2024-11-09 210200 1 10173", "online 2024-11-18 210300 10 6",
    "on_site 2024-11-23 210800 1 0", "enterprise 2024-12-07 210200 1 4",
    "launch 2025-03-15 210100 1 0", "campus 2025-03-22 210100 1 10143", "campus 2025-03-29 210200 1 10150", "special 2025-04-05 210900 1 7",
    "on_site 2025-04-12 211000 1 0", "online 2025-04-21 210100 12 1", "campus 2025-04-26 110100 1 10007", "enterprise 2025-05-10 211400 1 3",
    "on_site 2025-05-17 210500 1 0", "campus 2025-05-24 210700 1 10167", "special 2025-06-07 211300 1 8", "on_site 2025-09-20 21SF00 1 0",
    "campus 2025-09-27 210100 1 10145", "campus 2025-10-11 210200 1 10141", "enterprise 2025-10-18 211100 1 4", "campus 2025-10-25 220100 1 10183",
    "special 2025-11-01 210100 1 5", "on_site 2025-11-08 211200 1 0", "online 2025-11-17 210200 10 6", "enterprise 2025-12-06 210100 1 4",
)  # fmt: skip

THEMES = {
    0: ("综合", "General"), 1: ("百日千万网络", "Hundred days online"), 2: ("数字经济人才", "Digital economy talents"),
    3: ("民营企业", "Private enterprises"), 4: ("国有企业", "State-owned enterprises"), 5: ("先进装备制造人才", "Advanced equipment talents"),
    6: ("秋季网络", "Autumn online"), 7: ("新能源与石化人才", "New energy and petrochemical talents"), 8: ("文旅与现代农业人才", "Tourism and modern agriculture talents"),
}  # fmt: skip

THEME_SECTORS = {
    2: ("software", "electronics"), 5: ("engineering", "mechanical", "electrical"), 7: ("energy", "chemical"), 8: ("agriculture", "culture_service"),
}  # fmt: skip
THEME_OWNERSHIP = {3: "private", 4: "state"}
EMPLOYERS_AT = {"launch": 210, "on_site": 110, "campus": 150, "special": 80, "enterprise": 95, "online": 320}
POSTINGS_WEIGHT = {"launch": 1.5, "on_site": 0.9, "campus": 1.1, "special": 0.6, "enterprise": 0.8, "online": 2.2}


@dataclass(frozen=True)
class Fair:
    """A fair of the sample; sizes and theme shape its rows and are not stored."""

    fair_id: int
    fair_kind: str
    starts_on: date
    ends_on: date
    host_region_code: str
    name_zh: str
    name_en: str
    venue_zh: str
    venue_en: str
    university_code: str | None
    theme: int
    posting_count: int
    employer_count: int


def plan_fairs(posting_count: int, university_names: dict[str, tuple[str, str]]) -> list[Fair]:
    """The season with ``posting_count`` postings in all; the launch keeps its size whatever the total.

    ``university_names`` gives the Chinese and English name by school code.
    """
    chance = lots("fairs")
    entries = [line.split() for line in CALENDAR]
    weights = [POSTINGS_WEIGHT[entry[0]] * (0.8 + 0.4 * chance.random()) for entry in entries]
    counts = [LAUNCH_POSTINGS, *share_out(posting_count - LAUNCH_POSTINGS, weights[1:])]
    sizes = [0.85 + 0.3 * chance.random() for _ in entries]
    return [
        plan_fair(fair_id, entry, count, size, university_names)
        for fair_id, (entry, count, size) in enumerate(zip(entries, counts, sizes, strict=True), start=1)
    ]


def plan_fair(fair_id: int, entry: list[str], posting_count: int, size: float, university_names: dict[str, tuple[str, str]]) -> Fair:
    """One line of the calendar, with its names and its size."""
    kind, first_day, host, days, theme = entry
    starts_on = date.fromisoformat(first_day)
    university = theme if theme in university_names else None
    name_zh, name_en = name_fair(kind, starts_on, host, university_names[university] if university else THEMES.get(int(theme), THEMES[0]))
    venue_zh, venue_en = name_venue(kind, host, university_names.get(university))
    employers = LAUNCH_EMPLOYERS if fair_id == 1 else min(round(EMPLOYERS_AT[kind] * size), max(1, posting_count // 2))
    return Fair(
        fair_id=fair_id,
        fair_kind=kind,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=int(days) - 1),
        host_region_code=host,
        name_zh=name_zh,
        name_en=name_en,
        venue_zh=venue_zh,
        venue_en=venue_en,
        university_code=university,
        theme=0 if university else int(theme),
        posting_count=posting_count,
        employer_count=employers,
    )


def name_fair(kind: str, starts_on: date, host: str, theme: tuple[str, str]) -> tuple[str, str]:
    """The name in Chinese and in English."""
    place_zh, place_en = SHORT_NAMES[host]
    year, (theme_zh, theme_en) = starts_on.year, theme
    season_zh, season_en = ("春季", "spring") if starts_on.month < 7 else ("秋季", "autumn")
    return {
        "launch": (
            f"“{CAMPAIGN_ZH}”{year}年毕业生春季招聘会启动活动",
            f"“{CAMPAIGN_EN}” {year} graduates' spring fair, launch",
        ),
        "campus": (
            f"{year}年{season_zh}“百校千企”校园招聘会（{theme_zh}站）",
            f"Hundreds of schools, thousands of enterprises {year}, {season_en}: {theme_en}",
        ),
        "on_site": (f"{place_zh}市{year}年{season_zh}综合招聘会".replace("沈抚市", "沈抚示范区"), f"{place_en} {season_en} fair {year}"),
        "special": (f"{year}年{place_zh}{theme_zh}专场招聘会", f"{theme_en}, {place_en} {year}"),
        "enterprise": (f"{year}年{place_zh}{theme_zh}专场招聘会", f"{theme_en}, {place_en} {year}"),
        "online": (f"{year}年{theme_zh}招聘会（{place_zh}主会场）", f"{theme_en} fair {year}, hosted by {place_en}"),
    }[kind]


def name_venue(kind: str, host: str, university: tuple[str, str] | None) -> tuple[str, str]:
    """Where it takes place, in Chinese and in English."""
    place_zh, place_en = SHORT_NAMES[host]
    if kind == "online":
        return "网络平台（样例）", "Online platform (sample)"
    if university:
        return f"{university[0]}体育馆", f"Gymnasium, {university[1]}"
    return f"{place_zh}人才市场展厅（样例）", f"{place_en} talent market hall (sample)"
