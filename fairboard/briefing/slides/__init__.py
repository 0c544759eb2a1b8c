"""How each kind of slide is made out of the records: one function a kind, which gives the slide under its standard title."""

from collections.abc import Callable

from fairboard.briefing.model import Slide
from fairboard.briefing.setting import Setting
from fairboard.briefing.slides import (
    agreements,
    comparison,
    course,
    headline,
    hiring,
    hosts,
    outlook,
    people,
    regions,
    sectors,
    supply,
    times,
    title,
    university,
    wages,
)

MAKERS: dict[str, Callable[[Setting], Slide]] = {
    "title": title.make,
    "headline": headline.make,
    "sectors": sectors.make,
    "wages": wages.make,
    "regions": regions.make,
    "universities": people.universities,
    "comparison": comparison.make,
    "outlook": outlook.make,
    "course": course.openings,
    "attended": course.people,
    "education": hiring.education,
    "ownership": hiring.ownership,
    "employers": hiring.employers,
    "disciplines": people.disciplines,
    "degrees": people.degrees,
    "provinces": people.provinces,
    "hosts": hosts.make,
    "supply": supply.make,
    "agreements": agreements.make,
    "arrivals": times.arrivals,
    "broadcast": times.broadcast,
    "presence": university.make,
}
"""Kind of slide → what makes it. ``presence`` are the headline figures of a university."""
