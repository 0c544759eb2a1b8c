"""The release in English, in the manner of a government press office. No number stands in these words: each is a mention."""

from datetime import date

from fairboard.briefing.communique import dates, rounding
from fairboard.briefing.communique.before import Before
from fairboard.briefing.communique.following import Following
from fairboard.briefing.communique.names import Named
from fairboard.briefing.communique.records import THRESHOLD_YUAN, Records
from fairboard.briefing.communique.scope import Scope
from fairboard.briefing.communique.writing import Pen, filled, joined, listed
from fairboard.briefing.model import Text
from fairboard.briefing.writing import within

LINE = f"{rounding.plain(THRESHOLD_YUAN, 'en')} yuan"
NOUNS = {"fairs": "the number of fairs", "employers": "the number of employers", "openings": "the number of openings", "on_site_people": "attendance on site"}
UNITS = "all cities of Liaoning and the Shenfu demonstration zone"


def title(records: Records, scope: Scope) -> str:
    """The headline."""
    fair = records.fair
    if scope.universities:
        return f"{scope.universities}: taking part in recruitment fairs"
    if fair:
        kind = fair["kind_label_en"]
        return f"{kind}{_at(fair['host_label_en'])}: {fair['label_en']}"
    if scope.regions:
        return f"{scope.regions}: recruitment fairs and demand for staff"
    return f"Recruitment fairs{', ' + dates.span(records.days, 'en') if records.days else ''}"


def dateline(records: Records, scope: Scope) -> str:
    """Place and day."""
    place = records.fair["host_label_en"] if records.fair else scope.regions
    return ", ".join(part for part in (place, dates.span(records.days, "en") if records.days else "") if part)


def lead(records: Records, scope: Scope, pen: Pen) -> Text:
    """What took place and how large it was."""
    return _sentences([_opening(records, scope, pen), _demand(records, scope, pen), _strong(records), _attendance(records, scope, pen)])


def details(records: Records, scope: Scope, pen: Pen) -> Text:
    """Sectors, places of work, wages, degrees, and the largest fair, each only where its base is large enough."""
    figures, parts = records.figures, []
    if records.sectors:
        parts.append(filled("By field of work, the largest numbers of openings were in {items}.", items=_items(records.sectors, pen, is_word=True)))
    if records.regions:
        parts.append(filled("Within the province, most of the jobs are located in {items}.", items=_items(records.regions, pen)) if _is_most(records) else
                     filled("Within the province, the places of work with most openings are {items}.", items=_items(records.regions, pen)))
    if "openings_with_wage" in figures:
        parts.append(filled("For the {stated} that state the lower end of their wage, the median of that lower end is {median} yuan a month.",
                            stated=pen.counted(figures["openings_with_wage"], "opening", "openings"), median=pen.number(figures["wage_median_yuan"])))
    elif "wage_median_yuan" in figures:
        parts.append(filled("All openings state the lower end of their wage; the median of that lower end is {median} yuan a month.",
                            median=pen.number(figures["wage_median_yuan"])))
    if records.degrees:
        parts.append(filled("By degree held or studied for, as far as it is stated, they are {items}.", items=_items(records.degrees, pen, is_word=True)))
    if records.largest:
        parts.append(filled("The fair with most openings was {name} on {day}, with {openings} of these.", day=dates.day(records.largest.day, "en"),
                            name=_quoted(records.largest.name["en"]), openings=pen.number(records.largest.fact)))
    return _sentences(parts)


def signing(records: Records, scope: Scope, pen: Pen) -> Text:
    """Agreements between regions and universities, and pacts between provinces."""
    figures, parts = records.figures, []
    when = "" if scope.universities else "At the fair, " if records.fair else "Over this period, "
    if "agreements" in figures:
        agreements = pen.counted(figures["agreements"], "school-site cooperation agreement", "school-site cooperation agreements")
        if scope.universities:
            parts.append(filled("{schools} signed {agreements} with {regions}.", schools=scope.universities, agreements=agreements,
                                regions=pen.counted(figures["signing_regions"], "region", "regions")))
        else:
            who = scope.regions or (UNITS if records.signing["is_every_unit"] else pen.counted(figures["signing_regions"], "region", "regions"))
            parts.append(filled("{when}{who} signed {agreements} with {schools}{where}.", when=when, who=who, agreements=agreements,
                                schools=pen.counted(figures["signing_universities"], "university", "universities"), where=_both_sides(records)))
    for pact in records.pacts:
        parties = listed([party["en"] for party in pact.parties], ", ", " and ")
        parts.append(joined(["" if parts else when, parties, f" signed the pact “{pact.name['en']}”."]))
    return _sentences(parts)


def comparison(found: Before, pen: Pen) -> Text:
    """Then and now."""
    if found.kind == "fair":
        start = f"Compared with the previous fair of its kind ({_quoted(found.name['en'])}; {dates.span(found.days, 'en')}), "
    elif found.kind == "period":
        start = f"Compared with the period of the same length before ({dates.span(found.days, 'en')}), "
    else:
        start = f"{_over(found.now_days)}, compared with the same part of the year before ({dates.span(found.days, 'en')}), "
    clauses = []
    for name, pair in found.pairs.items():
        before, now = pen.pair(*pair)
        if pair[0].value == pair[1].value:
            clauses.append(filled("{noun} was again {now}", noun=NOUNS[name], now=now))
        else:
            verb = "rose" if pair[1].value > pair[0].value else "fell"
            clauses.append(filled("{noun} {verb} from {before} to {now}", noun=NOUNS[name], verb=verb, before=before, now=now))
    return joined([start, listed(clauses, ", ", " and "), "."])


def outlook(records: Records, scope: Scope, found: Following | None, pen: Pen) -> Text:
    """Policies issued on the day, and the fairs that follow."""
    parts: list[Text | str] = []
    if records.policies:
        when = "The same day" if records.fair["starts_on"] == records.fair["ends_on"] else "The days of the fair"
        parts.append(joined([f"{when} saw the issue of ", listed([f"“{name['en']}”" for name in records.policies], ", ", " and "), "."]))
    if found:
        parts.append(filled("Next, {fairs} scheduled{where} for {half} ({kinds}). The next is {name} {when}{place}.",
                            fairs=pen.counted(found.fact, "more fair is", "more fairs are"), where=f" in {scope.regions}" if scope.regions else "",
                            half=dates.half_year(found.half_starts_on, "en"), kinds=listed([within(kind["en"], "en") for kind in found.kinds], ", "),
                            name=_quoted(found.name["en"]),
                            when=within(_over(found.days), "en"), place=_at(found.place["en"])))
    return _sentences(parts)


def synthetic_note(is_all: bool) -> str:
    """What stands above a release that holds records of the sample."""
    what = "The figures in this text come from" if is_all else "The figures in this text include"
    return f"[SYNTHETIC SAMPLE] {what} a synthetic sample made by a program. They are not real statistics and must not be quoted as such."


def basis(records: Records, pen: Pen) -> list[str]:
    """How the numbers are counted."""
    figures, found = records.figures, []
    if records.is_published:
        found.append(f"The figures are those of a public text ({_source(records)}), not of records; what the text states only approximately is left out.")
    elif "recorded" in records.kinds:
        found.append("The figures come from imported records.")
    if "openings" in figures and not records.is_published:
        found.append("Openings are the people wanted; a posting that says “several” or states no number counts as one.")
    if "openings_over_threshold" in figures and not records.is_published:
        found.append(f"“Starting above {LINE}” means that the lower end of the monthly wage, before tax, is more than {LINE}; exactly {LINE} does not count.")
    if "on_site_people" in figures and not records.fair:
        found.append("People on site are counted once at each fair that they attend.")
    if "live_views" in figures:
        found.append("Views are not people and are not added to attendance.")
    if pen.is_rounded:
        found.append("“More than” stands before a number that is exceeded, “nearly” before one that is almost reached; the notes give the exact numbers.")
    return found


def _opening(records: Records, scope: Scope, pen: Pen) -> Text:
    fair, figures = records.fair, records.figures
    if scope.universities:
        return ()
    if fair:
        campaign = fair["campaign_label_en"] or ""
        part = f" as part of the campaign “{campaign}”" if campaign and campaign not in fair["label_en"] else ""
        how = "online" if fair["fair_kind_code"] == "online" else ""
        venue = f" The {'platform' if how else 'venue'} was “{fair['venue_label_en']}”." if fair["venue_label_en"] else ""
        host = f" by {fair['host_label_en']}" if how and fair["host_label_en"] else _at(fair["host_label_en"])
        verb = "was hosted online" if how else "was held"
        return (f"{_set_off(fair['label_en'])} {verb}{host} {within(_over(records.days), 'en')}{part}.{venue}",)
    if "fairs" not in figures:
        return ()
    fairs = pen.counted(figures["fairs"], "recruitment fair was", "recruitment fairs were")
    return filled("{span}, {kinds}{fairs} held{where}.", span=_over(records.days), kinds=f"counting only “{scope.kinds}”, " if scope.kinds else "",
                  fairs=fairs, where=f" in {scope.regions}" if scope.regions else "")


def _demand(records: Records, scope: Scope, pen: Pen) -> Text:
    figures = records.figures
    if "openings" not in figures:
        return ()
    start = f"Counting only “{scope.narrowing}”, " if scope.narrowing else ""
    if scope.regions and not records.fair:
        start += f"{'at' if start else 'At'} all fairs, those held elsewhere among them, "
    where = f" with a place of work in {scope.regions}" if scope.regions else ""
    openings = pen.counted(figures["openings"], "opening", "openings")
    if "employers" in figures:
        text = filled("{employers} offered {openings}{where}", employers=pen.counted(figures["employers"], "employer", "employers"), openings=openings, where=where)
    else:
        text = filled("{openings} on offer{where}", openings=openings, where=where)
    parts: list[Text | str] = [start or "In all, ", text]
    if "openings_over_threshold" in figures:
        basis = "above" if records.is_published else "starting above"
        parts.append(filled(", {over} of them with a monthly wage {basis} {line}", over=pen.number(figures["openings_over_threshold"]), basis=basis, line=LINE))
    return joined([*parts, "."])


def _strong(records: Records) -> Text:
    if not records.sectors or "openings" not in records.figures:
        return ()
    return joined(["The fields in strongest demand were ", _enumerated([within(item.name["en"], "en") for item in records.sectors]), "."])


def _attendance(records: Records, scope: Scope, pen: Pen) -> Text:
    figures, clauses = records.figures, []
    if "on_site_people" in figures:
        clauses.append(_people(records, scope, pen))
    if "on_site_visits" in figures:
        visits = pen.counted(figures["on_site_visits"], "visit was", "visits were")
        clauses.append(filled("{visits} counted on site{where}", visits=visits, where=" where only visits are counted" if clauses else ""))
    if "live_views" in figures:
        clauses.append(filled("live broadcasts drew {views}", views=pen.counted(figures["live_views"], "view", "views")))
    if not clauses:
        return ()
    is_one_day = records.fair and records.fair["starts_on"] == records.fair["ends_on"]
    start = "On the day, " if is_one_day else "During the fair, " if records.fair else f"At the fairs held in {scope.regions}, " if scope.regions else "Over this period, "
    if scope.universities:
        start = f"At {_quoted(records.fair['label_en'])} ({dates.span(records.days, 'en')}), " if records.fair else f"{_over(records.days)}, "
    limit = "this selection" if "openings" in figures else f"“{scope.narrowing}”"
    end = f" (attendance is that of whole fairs and does not follow {limit})" if records.is_narrowed and records.has_demand else ""
    return joined([start, listed(clauses, ", ", ", and " if len(clauses) > 2 else " and "), end, "."])


def _people(records: Records, scope: Scope, pen: Pen) -> Text:
    people = pen.counted(records.figures["on_site_people"], "person", "people")
    if scope.universities:
        fairs = records.figures.get("attended_fairs")
        where = filled(" at {fairs}", fairs=pen.counted(fairs, "fair", "fairs")) if fairs and not records.fair else ""
        return filled("{people} from {schools} attended on site{where}", people=people, schools=scope.universities, where=where)
    if "universities" not in records.figures:
        return filled("{people} attended on site", people=people)
    schools = pen.counted(records.figures["universities"], "university", "universities")
    if records.knows_all_universities:
        where = " inside and outside the province" if records.from_everywhere else ""
        return filled("{people} from {schools}{where} attended on site", people=people, schools=schools, where=where)
    template = "{people} attended on site, with {schools} present" if records.is_published else "{people} attended on site (those whose university is known came from {schools})"
    return filled(template, people=people, schools=schools)


def _items(items: tuple[Named, ...], pen: Pen, *, is_word: bool = False) -> Text:
    return _enumerated([joined([within(item.name["en"], "en") if is_word else item.name["en"], " (", pen.number(item.fact), ")"]) for item in items])


def _enumerated(texts: list[str | Text]) -> Text:
    """A list with commas, or with semicolons where an item has a comma or an "and" of its own."""
    words = ["".join(part for part in joined([text]) if isinstance(part, str)) for text in texts]
    is_nested = any("," in word or " and " in word for word in words)
    return listed(texts, "; ", "; and ") if is_nested and len(texts) > 1 else listed(texts, ", ", " and ")


def _is_most(records: Records) -> bool:
    """True where the places named have more than half of the openings within the province."""
    everywhere = sum(row["openings"] for row in records.regions[0].fact.origin.answer.rows())
    return sum(item.fact.value for item in records.regions) * 2 > everywhere


def _sentences(parts: list[Text | str]) -> Text:
    return listed([part for part in parts if part], " ")


def _over(days: tuple[date, date]) -> str:
    """On a day, or from one to another."""
    return f"{'On' if days[0] == days[1] else 'From'} {dates.span(days, 'en')}"


def _set_off(name: str) -> str:
    """A name with a comma in it gets one after it, too."""
    return f"{name}," if "," in name else name


def _quoted(name: str) -> str:
    """A name as a name; one that has quotation marks of its own stays as it is."""
    return name if "“" in name else f"“{name}”"


def _at(place: str | None) -> str:
    return f" in {place}" if place else ""


def _both_sides(records: Records) -> str:
    inside, schools = records.signing["universities_inside"], records.signing["signing_universities"]
    return " inside and outside the province" if 0 < inside < schools else ""


def _source(records: Records) -> str:
    day = records.fair["published_on"]
    return ", ".join(part for part in (records.fair["producer"] or "", dates.day(day, "en") if day is not None else "") if part) or "see the list of sources"
