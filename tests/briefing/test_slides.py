"""What stands on the slides: hand-worked numbers of the tiny version, and the sample's published ones."""

from fairboard.briefing.model import Briefing, plain
from fairboard.locale import Language


def test_the_launch_fair_says_what_was_published(launch: dict[Language, Briefing]):
    (headline,) = (slide for slide in launch["en"].slides if slide.kind == "headline")
    assert {tile.fact.metric: tile.fact.value for tile in headline.tiles} | {"openings_per_attendee": 0} == {
        "fairs": 1, "employers": 202, "openings": 5_459, "openings_over_threshold": 949, "on_site_people": 7_580, "live_views": 49_000, "openings_per_attendee": 0,
    }  # fmt: skip
    assert plain(headline.finding) == "202 employers offered 5,459 openings, 949 of them over 10,000 yuan a month; 7,580 people came on site."
