"""How each kind of slide is made out of the records: one function a kind, which gives the slide under its standard title."""

from collections.abc import Callable

from fairboard.briefing.model import Slide
from fairboard.briefing.setting import Setting
from fairboard.briefing.slides import headline, regions, sectors, title, wages

MAKERS: dict[str, Callable[[Setting], Slide]] = {
    "title": title.make,
    "headline": headline.make,
    "sectors": sectors.make,
    "wages": wages.make,
    "regions": regions.make,
}
