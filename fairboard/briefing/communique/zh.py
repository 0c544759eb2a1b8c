"""The release in Chinese, in the manner of a provincial human resources department. No number stands in these words: each is a mention."""

from fairboard.briefing.communique import dates, rounding
from fairboard.briefing.communique.before import Before
from fairboard.briefing.communique.following import Following
from fairboard.briefing.communique.names import Named
from fairboard.briefing.communique.records import THRESHOLD_YUAN, Records
from fairboard.briefing.communique.scope import Scope
from fairboard.briefing.communique.writing import Pen, filled, joined, listed
from fairboard.briefing.model import Text

LINE = f"{rounding.plain(THRESHOLD_YUAN, 'zh')}元"
NOUNS = {"fairs": ("招聘会", "场"), "employers": ("用人单位", "家"), "openings": ("岗位", "个"), "on_site_people": ("到场人数", "人")}


def title(records: Records, scope: Scope) -> str:
    """The headline."""
    fair = records.fair
    if scope.universities:
        return f"{scope.universities}参加招聘会情况"
    if fair:
        return f"{fair['label_zh']}{_at(fair['host_label_zh'])}举办"
    if scope.regions:
        return f"{scope.regions}招聘会与岗位需求情况"
    return f"{dates.span(records.days, 'zh') if records.days else ''}招聘会综述"


def dateline(records: Records, scope: Scope) -> str:
    """Place and day."""
    place = records.fair["host_label_zh"] if records.fair else scope.regions
    return "，".join(part for part in (place, dates.span(records.days, "zh") if records.days else "") if part)


def lead(records: Records, scope: Scope, pen: Pen) -> Text:
    """What took place and how large it was."""
    return joined([_opening(records, scope, pen), _demand(records, scope, pen), _attendance(records, scope, pen)])


def details(records: Records, scope: Scope, pen: Pen) -> Text:
    """Sectors, places of work, wages, degrees, and the largest fair, each only where its base is large enough."""
    figures, parts = records.figures, []
    if records.sectors:
        parts.append(filled("从岗位类别看，{items}，居各类岗位前列。", items=_items(records.sectors, pen, "个")))
    if records.regions:
        parts.append(filled("从工作地点看，{items}，居省内各地前列。", items=_items(records.regions, pen, "个")))
    if "openings_with_wage" in figures:
        parts.append(filled("标明月薪下限的岗位{stated}个，按下限计算，月薪中位数为{median}元。", stated=pen.number(figures["openings_with_wage"]),
                            median=pen.number(figures["wage_median_yuan"])))
    elif "wage_median_yuan" in figures:
        parts.append(filled("全部岗位均标明月薪下限，按下限计算，月薪中位数为{median}元。", median=pen.number(figures["wage_median_yuan"])))
    if records.degrees:
        parts.append(filled("已登记学历（含在读）的到场人员中，{items}。", items=_items(records.degrees, pen, "人")))
    if records.largest:
        parts.append(filled("岗位最多的一场是{day}的{name}，为{openings}个。", day=dates.day(records.largest.day, "zh"), name=records.largest.name["zh"],
                            openings=pen.number(records.largest.fact)))
    return joined(parts)


def signing(records: Records, scope: Scope, pen: Pen) -> Text:
    """Agreements between regions and universities, and pacts between provinces."""
    figures, parts = records.figures, []
    when = "" if scope.universities else "活动现场，" if records.fair else "期间，"
    if "agreements" in figures:
        agreements = pen.number(figures["agreements"])
        if scope.universities:
            parts.append(filled("{schools}与{regions}个地区签署校地合作协议{agreements}项。", schools=scope.universities,
                                regions=pen.number(figures["signing_regions"]), agreements=agreements))
        else:
            who = scope.regions or ("全省各市和沈抚示范区" if records.signing["is_every_unit"] else (pen.number(figures["signing_regions"]), "个地区"))
            parts.append(filled("{when}{who}与{where}{schools}所高校签署校地合作协议{agreements}项。", when=when, who=who, where=_both_sides(records),
                                schools=pen.number(figures["signing_universities"]), agreements=agreements))
    for pact in records.pacts:
        parts.append(f"{'' if parts else when}{'、'.join(party['zh'] for party in pact.parties)}签署《{pact.name['zh']}》。")
    return joined(parts)


def comparison(found: Before, pen: Pen) -> Text:
    """Then and now."""
    if found.kind == "fair":
        start = f"与上一场同类活动（{dates.span(found.days, 'zh')}，{found.name['zh']}）相比，"
    elif found.kind == "period":
        start = f"与此前等长的时段（{dates.span(found.days, 'zh')}）相比，"
    else:
        start = f"{dates.span(found.now_days, 'zh')}与上年同期（{dates.span(found.days, 'zh')}）相比，"
    clauses = []
    for name, pair in found.pairs.items():
        noun, counter = NOUNS[name]
        before, now = pen.pair(*pair)
        if pair[0].value == pair[1].value:
            clauses.append(filled("{noun}同为{now}{counter}", noun=noun, now=now, counter=counter))
        else:
            verb = "增至" if pair[1].value > pair[0].value else "减至"
            clauses.append(filled("{noun}由{before}{counter}{verb}{now}{counter}", noun=noun, before=before, counter=counter, verb=verb, now=now))
    return joined([start, listed(clauses, "，"), "。"])


def outlook(records: Records, scope: Scope, found: Following | None, pen: Pen) -> Text:
    """Policies issued on the day, and the fairs that follow."""
    policies = "".join(f"《{name['zh']}》" for name in records.policies)
    is_one_day = records.fair and records.fair["starts_on"] == records.fair["ends_on"]
    parts: list[Text | str] = [f"{'当日' if is_one_day else '活动期间'}，{policies}印发。"] if policies else []
    if found:
        place = f"（{found.place['zh']}）" if found.place["zh"] else ""
        parts.append(filled("下一步，{half}{where}还安排有招聘会{fairs}场，类型为{kinds}；最近的一场是{day}的{name}{place}。", half=dates.half_year(found.half_starts_on, "zh"),
                            where=scope.regions, fairs=pen.number(found.fact), kinds="、".join(kind["zh"] for kind in found.kinds),
                            day=dates.span(found.days, "zh", has_year=False), name=found.name["zh"], place=place))
    return joined(parts)


def synthetic_note(is_all: bool) -> str:
    """What stands above a release that holds records of the sample."""
    return f"【模拟样本】本文{'数据由程序生成的模拟样本得出' if is_all else '数据含程序生成的模拟样本'}，并非真实统计，请勿作为公开数据引用。"


def basis(records: Records, pen: Pen) -> list[str]:
    """How the numbers are counted."""
    figures, found = records.figures, []
    if records.is_published:
        found.append(f"数据来自公开文本（{_source(records)}），并非实际记录；原文为约数的未列入。")
    elif "recorded" in records.kinds:
        found.append("数据来自导入的实际记录。")
    if "openings" in figures and not records.is_published:
        found.append("岗位数为招聘人数之和，写“若干”或未写人数的岗位条目按一人计。")
    if "openings_over_threshold" in figures and not records.is_published:
        found.append(f"“月薪下限超过{LINE}”指月薪区间的下限（税前）高于{LINE}，恰为{LINE}的不计。")
    if "on_site_people" in figures and not records.fair:
        found.append("到场人数按场累计，同一人参加多场的，每场计一次。")
    if "live_views" in figures:
        found.append("观看人次不是人数，不与到场人数相加。")
    if pen.is_rounded:
        found.append("“余”“超”表示比所写的数多，“近”表示比所写的数略少；注释中为准确数。")
    return found


def _opening(records: Records, scope: Scope, pen: Pen) -> Text:
    fair, figures = records.fair, records.figures
    if scope.universities:
        return ()
    if fair:
        campaign = fair["campaign_label_zh"] or ""
        part = f"作为“{campaign}”行动系列活动之一，" if campaign and campaign not in fair["label_zh"] else ""
        how = "以线上方式" if fair["fair_kind_code"] == "online" else ""
        venue = f"，{'平台' if how else '地点'}为{fair['venue_label_zh']}" if fair["venue_label_zh"] else ""
        return (f"{dates.span(records.days, 'zh', has_year=False)}，{part}{fair['label_zh']}{_at(fair['host_label_zh'])}{how}举办{venue}。",)
    if "fairs" not in figures:
        return ()
    return filled("{span}，{kinds}{where}共举办招聘会{fairs}场。", span=dates.span(records.days, "zh"), kinds=f"按“{scope.kinds}”统计，" if scope.kinds else "",
                  where=scope.regions, fairs=pen.number(figures["fairs"]))


def _demand(records: Records, scope: Scope, pen: Pen) -> Text:
    figures = records.figures
    if "openings" not in figures:
        return ()
    is_entering = bool(records.fair) and records.fair["fair_kind_code"] != "online" and not scope.regions and not scope.narrowing
    start = f"按“{scope.narrowing}”统计，" if scope.narrowing else ""
    start += "各场招聘会上（含在其他地区举办的），" if scope.regions and not records.fair else ""
    where = f"工作地点在{scope.regions}的" if scope.regions else ""
    template = "{employers}家用人单位携{openings}个岗位进场招聘" if is_entering else "{employers}家用人单位提供{where}岗位{openings}个"
    if "employers" not in figures:
        template = "{where}岗位共{openings}个"
    employers = pen.number(figures["employers"]) if "employers" in figures else ""
    parts: list[Text | str] = [start, filled(template, employers=employers, openings=pen.number(figures["openings"]), where=where)]
    if "openings_over_threshold" in figures:
        basis = "月薪" if records.is_published else "月薪下限"
        parts.append(filled("，其中{basis}超过{line}的岗位{over}个", basis=basis, line=LINE, over=pen.number(figures["openings_over_threshold"])))
    if records.sectors:
        parts.append(f"，{'、'.join(item.name['zh'] for item in records.sectors)}类人才需求旺盛")
    return joined([*parts, "。"])


def _attendance(records: Records, scope: Scope, pen: Pen) -> Text:
    figures, clauses = records.figures, []
    if "on_site_people" in figures:
        clauses.append(_people(records, scope, pen))
    if "on_site_visits" in figures:
        clauses.append(filled("只计人次的场次到场{visits}人次" if clauses else "到场{visits}人次", visits=pen.number(figures["on_site_visits"])))
    if "live_views" in figures:
        clauses.append(filled("网络直播观看{views}人次", views=pen.number(figures["live_views"])))
    if not clauses:
        return ()
    is_one_day = records.fair and records.fair["starts_on"] == records.fair["ends_on"]
    start = "当日，" if is_one_day else "活动期间，" if records.fair else f"在{scope.regions}举办的招聘会上，" if scope.regions else "期间，"
    if scope.universities:
        start = f"{dates.span(records.days, 'zh', has_year=not records.fair)}，{records.fair['label_zh'] + '上，' if records.fair else ''}"
    limit = "上述条件" if "openings" in figures else f"“{scope.narrowing}”"
    end = f"（到场和观看数据为全场数据，不按{limit}区分）" if records.is_narrowed and records.has_demand else ""
    return joined([start, listed(clauses, "，"), end, "。"])


def _people(records: Records, scope: Scope, pen: Pen) -> Text:
    people = pen.number(records.figures["on_site_people"])
    if scope.universities:
        fairs = records.figures.get("attended_fairs")
        where = filled("在{fairs}场招聘会", fairs=pen.number(fairs)) if fairs and not records.fair else ""
        return filled("来自{schools}的{people}人{where}到场求职", schools=scope.universities, people=people, where=where)
    how = "" if records.fair else "累计"
    if "universities" not in records.figures:
        return filled("{how}{people}人到场求职", how=how, people=people)
    schools = pen.number(records.figures["universities"])
    if records.knows_all_universities:
        where = "省内外" if records.from_everywhere else ""
        return filled("来自{where}{schools}所高校的{people}人{how}到场求职", where=where, schools=schools, people=people, how=how)
    template = "{how}{people}人到场求职，到场高校{schools}所" if records.is_published else "{how}{people}人到场求职（其中来源高校已知的，来自{schools}所高校）"
    return filled(template, how=how, people=people, schools=schools)


def _items(items: tuple[Named, ...], pen: Pen, counter: str) -> Text:
    return listed([(item.name["zh"], pen.number(item.fact), counter) for item in items], "、")


def _at(place: str | None) -> str:
    return f"在{place}" if place else ""


def _both_sides(records: Records) -> str:
    inside, schools = records.signing["universities_inside"], records.signing["signing_universities"]
    return "省内外" if 0 < inside < schools else ""


def _source(records: Records) -> str:
    day, producer = records.fair["published_on"], records.fair["producer"] or ""
    named = f"“{producer}”" if producer and not any("\u4e00" <= sign <= "\u9fff" for sign in producer) else producer  # a foreign name as it is stated
    return "，".join(part for part in (named, dates.day(day, "zh") if day is not None else "") if part) or "出处见数据来源"
