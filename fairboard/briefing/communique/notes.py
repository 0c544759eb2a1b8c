"""What the note at a figure says: metric, exact value, selection and version."""

from fairboard.analysis import formatting, metrics, sentence
from fairboard.briefing.communique.content import Communique
from fairboard.briefing.communique.records import WAGES
from fairboard.briefing.model import Fact
from fairboard.locale import Language, translate


def note(fact: Fact, release: Communique) -> str:
    """The note in one line: Openings: 5,459 (openings). Fair: 2023-03-18 …. Data version …."""
    language = release.language
    metric = metrics.metric(fact.metric)
    unit = translate(metric.unit, language)
    value = fact.text(language)
    return translate("{metric}: {value}. {selection}. Data version {version}.", language, metric=_label(fact, language),
                     value=value if metric.unit == "%" else translate("{value} ({unit})", language, value=value, unit=unit),
                     selection=selection(fact, language), version=release.version_id)


def selection(fact: Fact, language: Language) -> str:
    """The filters that the number obeys, in words."""
    answer = fact.origin.answer
    return sentence.filter_sentence(answer.filters.without(*answer.ignored_filters), answer.version, language)


def _label(fact: Fact, language: Language) -> str:
    """The metric, of what the row stands for where it is one of several, and the line for wages."""
    label = translate(metrics.metric(fact.metric).label, language)
    row = (fact.origin.rows or ({},))[0]
    name = row.get(f"label_{language}") or ""
    if name:
        label = translate("{metric}, {name}", language, metric=label, name=name)
    if fact.metric == "openings_over_threshold" and "threshold_yuan" in fact.origin.answer.parameters:
        amount = formatting.exact(WAGES["threshold_yuan"])
        return translate("{metric} (line: {amount} yuan a month, lower end of the range)", language, metric=label, amount=amount)
    return label


def footer(release: Communique) -> str:
    """Selection, kinds of record and version, for the foot of a file."""
    parts = [translate("Selection: {selection}", release.language, selection=release.sentence), translate("Records: {kinds}", release.language, kinds=release.record_kinds),
             translate("Data version: {version}", release.language, version=release.version_id)]
    return " · ".join(parts)
