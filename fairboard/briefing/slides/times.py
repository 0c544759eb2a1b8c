"""When did people come, and when was the broadcast watched?"""

from fairboard.briefing import rankings
from fairboard.briefing.model import Slide
from fairboard.briefing.rankings import Plan, Words
from fairboard.briefing.setting import Row, Setting

ARRIVALS = Words("Most people came at {name}: {count}, {share} of those with a stated time", "{names} are level with most people, {count} each", "{sentence}",
                 has_followers=False)
BROADCAST = Words("The broadcast was watched most at {name}: {count} views in ten minutes", "{names} are level with most views, {count} each", "{sentence}",
                  has_followers=False)


def arrivals(setting: Setting) -> Slide:
    """People on site by the hour in which they came."""
    answer = setting.ask("universities/arrivals")
    plan = Plan("arrivals", setting.translate("When people came"), setting.translate("Time of the day"), "on_site_people", ARRIVALS, "people_share", meaning="supply",
                is_ordered=True, remark=setting.translate("people without a stated time are left out"))
    return rankings.slide(setting, plan, answer, rankings.entries(setting, answer, "arrivals", "on_site_people", "hour", share="people_share", label=_hour))


def broadcast(setting: Setting) -> Slide:
    """Views of the live broadcast by slots of ten minutes."""
    answer = setting.ask("universities/broadcast")
    plan = Plan("broadcast", setting.translate("When the broadcast was watched"), setting.translate("Time of the day"), "live_views", BROADCAST, ignored=("university_codes",),
                meaning="supply", is_ordered=True, remark=setting.translate("slots of ten minutes; views without a stated time are left out"))
    found = rankings.entries(setting, answer, "broadcast", "live_views", "slot_minute", label=lambda row: row["slot_start"])
    return rankings.slide(setting, plan, answer, found)


def _hour(row: Row) -> str:
    return f"{row['hour']:02d}:00–{row['hour'] + 1:02d}:00"
