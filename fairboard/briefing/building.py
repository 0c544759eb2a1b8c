"""Filling a storyboard with the records of one version: every slide that is switched on, made at once."""

from dataclasses import replace
from pathlib import Path

from fairboard.analysis import sentence
from fairboard.analysis.filters import Filters
from fairboard.briefing.model import Briefing, Slide
from fairboard.briefing.setting import Setting
from fairboard.briefing.slides import MAKERS
from fairboard.briefing.slides.title import kinds_text, subject_title
from fairboard.briefing.storyboard import SlideChoice, Storyboard
from fairboard.briefing.subjects import KIND_NAMES
from fairboard.locale import Language

__all__ = ["KIND_NAMES", "build"]


def build(storyboard: Storyboard, filters: Filters, version: Path, language: Language) -> Briefing:
    """The briefing of a selection. Its numbers are those of ``version`` and never change after that.

    Raises QueryError or StoreError where the version cannot be asked, RequestError where the storyboard's texts are too long for a link.
    """
    setting = Setting(filters, version, language, storyboard.subject)
    slides = tuple(_slide(choice, setting) for choice in storyboard.on)
    title = next((slide.title for slide in slides if slide.kind == "title"), subject_title(setting))
    return Briefing(
        title=title, language=language, subject=storyboard.subject, version=version, filters=filters, address=filters.to_url() | storyboard.to_url(),
        sentence=sentence.filter_sentence(filters, version, language), record_kinds=kinds_text(setting), has_synthetic="synthetic" in setting.record_kinds, slides=slides,
    )


def _slide(choice: SlideChoice, setting: Setting) -> Slide:
    """One slide under the storyboard's own title, where it has one, with its note."""
    made = MAKERS[choice.kind](setting)
    return replace(made, title=choice.titles.get(setting.language, made.title), note=choice.notes.get(setting.language, ""))
