"""A briefing as the browser shows it: plain data for JSON, with every text and number as it will be read."""

from typing import Any

from fairboard.briefing.model import KINDS_JOINED_BY, Briefing, Slide, Table, Text
from fairboard.briefing.screen_figures import figure_of
from fairboard.charts.theme import Mode
from fairboard.locale import Language


def to_screen(briefing: Briefing, mode: Mode) -> dict[str, Any]:
    """All slides of ``briefing``; a text with numbers is a list of pairs (words, whether they are a number).

    ``record_kinds`` is empty where every record is synthetic: the mark beside it says so already.
    """
    is_all_synthetic = briefing.has_synthetic and KINDS_JOINED_BY not in briefing.record_kinds
    return {
        "title": briefing.title,
        "language": briefing.language,
        "mode": mode,
        "version_id": briefing.version_id,
        "sentence": briefing.sentence,
        "record_kinds": "" if is_all_synthetic else briefing.record_kinds,
        "has_synthetic": briefing.has_synthetic,
        "slides": [_slide(slide, mode, briefing.language) for slide in briefing.slides],
    }


def _slide(slide: Slide, mode: Mode, language: Language) -> dict[str, Any]:
    return {
        "kind": slide.kind,
        "title": slide.title,
        "finding": _words(slide.finding),
        "basis": slide.basis,
        "tiles": [{"label": tile.label, "text": tile.text, "unit": "" if tile.text.endswith(tile.unit) else tile.unit, "remark": tile.remark} for tile in slide.tiles],
        "figure": figure_of(slide.chart, mode, language, is_beside=bool(slide.tiles or slide.points)) if slide.chart and slide.chart.categories else None,
        "alt": slide.chart.alt if slide.chart else "",
        "table": _table(slide.table, language) if slide.table else None,
        "points": [_words(point) for point in slide.points],
        "caveat": slide.caveat,
        "note": slide.note,
        "definitions": [{"label": item.label, "text": item.text, "unit": item.unit} for item in slide.definitions],
        "sql": [{"question": question, "statement": statement} for question, statement in slide.sql],
        "empty_reason": slide.empty_reason,
    }


def _words(text: Text) -> list[tuple[str, bool]]:
    return [(part, False) if isinstance(part, str) else (part.text, True) for part in text]


def _table(table: Table, language: Language) -> dict[str, Any]:
    return {"columns": [{"label": column.label, "is_number": bool(column.metric)} for column in table.columns], "rows": table.texts(language)}
