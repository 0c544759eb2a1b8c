"""The columns of an answer for people: heading with unit, and how a value is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fairboard.analysis import formatting, metrics
from fairboard.analysis.catalogue import Item, Query
from fairboard.locale import Language, translate

NUMBER_TYPES = ("integer", "bigint", "double", "smallint", "tinyint")
CODE_ENDINGS = ("_code", "_id")
CODES = ("fair_kind", "education_level", "ownership")
LABELS = {
    "label": "Name",
    "fair_label": "Fair",
    "region_label": "Region",
    "sector_label": "Sector",
    "university_label": "University",
    "openings_share": "Share of openings",
    "postings_share": "Share of postings",
    "band_start_yuan": "Over (yuan a month)",
    "starts_on": "First day",
    "place": "Place",
    # Cities, Universities
    "openings_rank": "Rank by openings",
    "wage_median_rank": "Rank by median wage",
    "ownership_label": "Ownership",
    "kind_label": "Kind of fair",
    "province_label": "Province",
    "position": "Rank",
    "signed_on": "Signed on",
    "in_force_until": "In force until",
    "regions": "Regions",
    "people_share": "Share of people",
    "hour": "Hour from",
    "slot_start": "Slot from",
    "slot_minute": "Slot from (minute of the day)",
    "universities_in_province": "Universities in Liaoning",
    "people_in_province": "People from inside the province",
    "people_elsewhere": "People from outside the province",
    "people_unstated": "People without a known university",
    "in_province_share": "Share from inside the province",
    "elsewhere_share": "Share from outside the province",
    "is_in_liaoning": "In Liaoning",
    # Methods
    "batch_id": "Imported file no.",
    "cell_count": "Cells",
    "cells_filled": "Cells filled",
    "cells_parsed": "Cells understood",
    "cells_unparsed": "Cells not understood",
    "column_name": "Column",
    "field": "Field",
    "figure_id": "No.",
    "figure_name": "Figure",
    "figure_unit": "Unit",
    "figure_value": "Value stated",
    "file_name": "File",
    "imported_at": "Imported on (UTC)",
    "is_approximate": "Approximate",
    "licence": "Licence",
    "note": "Remark",
    "office": "Sent by",
    "parsed_share": "Share understood",
    "producer": "Published by",
    "published_on": "Published on",
    "reason": "Reason",
    "row_count": "Rows",
    "rows_loaded": "Rows loaded",
    "rows_read": "Rows read",
    "rows_rejected": "Rows rejected",
    "rows_repeated": "Rows repeated",
    "sha256": "SHA-256",
    "sheet_count": "Sheets",
    "source_id": "Source no.",
    "source_title": "Source",
    "text": "Text",
    "url": "Address",
    "title": "Job title",
    "employer": "Employer",
    "half_starts_on": "Half-year from",
    "sector_openings": "Openings of the sector in all",
    "base_note": "Base",
    "breakdown": "Breakdown",
    "postings_without_wage_share": "Share of postings without a wage",
    "fair": "Fair",
    "region": "Region",
    "sector": "Sector",
    "university": "University",
    "posting": "Posting",
    "batch": "Batch",
    "industry_label": "Industry",
    "education_label": "Education",
    "host_label": "Host",
    "hosted_fairs": "Fairs hosted",
    "record_label": "Record kind",
    "employer_name": "Employer",
    "place_text": "Place as written",
    "wage_min_yuan": "Wage from",
    "wage_max_yuan": "Wage to",
    "wage_months": "Months paid a year",
    "wage_text": "Wage as written",
    "headcount_label": "Number of people",
    "major_text": "Field of study",
    "experience_text": "Experience",
    "source_row": "Row in the file",
    "days": "Days",
    "ends_on": "Last day",
    "figure_label": "Figure",
    "published_label": "Published",
    "published_value": "Published value",
    "recorded_value": "In the records",
    "difference": "Difference",
    "verdict_label": "Result",
    "source_url": "Link",
    "source_kind": "Kind of source",
    "detail": "Detail",
    "wage_highest_yuan": "Highest wage",
    "time_label": "Time",
    "fair_name": "Fair",
    # Data quality
    "batch_number": "File no.",
    "table_label": "Kind of table",
    "imported_local": "Imported (Beijing time)",
    "dropped_columns": "Personal columns",
    "removed_cells": "Cells cleared",
    "status_label": "State",
    "files": "Files in use",
    "files_ended": "Files replaced or undone",
    "file_count": "Files",
    "counted_rows": "Postings or people",
    "wage_share": "Wage known",
    "place_share": "Place known",
    "headcount_share": "Headcount stated",
    "education_share": "Education stated",
    "sector_share": "Sector known",
    "major_share": "Major understood",
    "university_share": "University known",
    "degree_share": "Degree known",
    "sheet": "Sheet",
    "value": "What stands there",
    "due_on": "Due by",
    "office_label": "Office",
    "state_label": "Filing",
    "filed_on": "Filed on",
    "days_late": "Days late",
    "replaced_count": "Filings replaced",
    "replaced_number": "Replaces file no.",
    "added_count": "Added",
    "removed_count": "Removed",
    "changed_count": "Changed",
    "change_label": "Change",
    "before_text": "Before",
    "after_text": "After",
    "rule_label": "Rule",
    "definition": "What it says",
    "flag_count": "Values",
    "subject": "What",
    "found_value": "Value",
    "written_text": "As written",
    "bound_value": "Bound or published figure",
    # Explain this number
    "degree_label": "Degree",
    "attendance_count": "Count",
    "unit_label": "What is counted",
    # Communiqué
    "campaign_label": "Campaign",
    "venue_label": "Venue",
    "is_every_unit": "All 15 units signed",
    # Agreements
    "last_on": "Last day of the records",
    "agreements_without_end": "In force without an end stated",
    "agreements_renewed": "Lapsed and followed by another",
    "universities_inside": "Universities in Liaoning under agreement",
    "people_under_agreement": "People under agreement",
    "people_without_agreement": "People without agreement",
    "leader_label": "University that sends most",
    "leader_people": "People it sent",
    "leader_share": "Its share",
    "leader_status_label": "Its agreement",
    "is_leader": "Sends most",
    "region_people": "People of the region in all",
    "coverage_gain_share": "Would add to coverage",
    "fairs_before": "Fairs, 365 days before",
    "people_before": "People, 365 days before",
    "openings_before": "Openings, 365 days before",
    "is_before_whole": "Records reach back 365 days",
    "fairs_after": "Fairs, 365 days after",
    "people_after": "People, 365 days after",
    "openings_after": "Openings, 365 days after",
    "is_after_whole": "Records reach on 365 days",
    "pact_label": "Regional pact",
    "policy_number": "No.",
    "issued_on": "Issued on",
    # Supply and demand
    "attended_fairs": "Fairs that counted people",
    "discipline_fairs": "Fairs that counted people by discipline",
    "people_covered_share": "Share of people covered",
    "postings_covered_share": "Share of postings covered",
    "openings_covered_share": "Share of openings covered",
    "any_major_openings": "Openings for any major",
    "any_major_share": "Share of openings for any major",
    "crosswalk_openings": "Openings in sectors of the crosswalk",
    "applicants_share": "Share of applicants",
    "openings_weighted": "Openings within reach",
    "discipline_label": "Discipline",
    "weight": "Weight",
    "weighted_count": "People times weight",
    "weighted_openings": "Openings times weight",
    "rationale": "Why",
    "method_version": "Edition",
    "adopted_at": "In the data since (UTC)",
    # Compare
    "side": "Side",
    "side_label": "Side",
    "is_first_time": "At no earlier fair",
    "is_matched": "On the other side too",
    "all_participations": "Participations in all",
    "openings_a": "Openings of A",
    "openings_b": "Openings of B",
    "matched_openings_a": "Openings of A, employers on both sides",
    "matched_openings_b": "Openings of B, employers on both sides",
    "openings_share_a": "Share of the openings of A",
    "openings_share_b": "Share of the openings of B",
    "openings_with_wage_a": "Openings of A with a wage",
    "openings_with_wage_b": "Openings of B with a wage",
    "wage_a_yuan": "Wage on side A",
    "wage_b_yuan": "Wage on side B",
    "wage_difference_yuan": "Difference of the wages",
    "names_a": "Name on side A",
    "names_b": "Name on side B",
    "matched_label": "Matched by",
    "credit_codes_a": "Credit code on side A",
    "credit_codes_b": "Credit code on side B",
    "people_a": "People on site, A",
    "people_b": "People on site, B",
    "people_change": "Change in people",
    "record_kind": "Record kind",
}


@dataclass(frozen=True)
class Column:
    """A column as it is shown."""

    name: str
    label: str
    unit: str
    is_number: bool
    is_date: bool
    is_share: bool
    decimals: int
    language: Language

    def write(self, value: Any) -> str:
        """``value`` as text; a dash where there is none."""
        if formatting.is_missing(value):
            return formatting.NOTHING
        if self.is_share:
            return formatting.share(value)
        if self.is_number:
            return formatting.exact(value, self.decimals)
        if isinstance(value, datetime):
            value = value.date()
        return value.isoformat() if isinstance(value, date) else str(value)

    def write_all(self, values: Iterable[Any]) -> list[str]:
        """``values`` as texts, each as :meth:`write` gives it: whole numbers and texts, which most of them are, without a call for each."""
        if self.is_number and not self.is_share and not self.decimals:
            return [f"{value:,}" if type(value) is int else self.write(value) for value in values]
        return [value if type(value) is str and not self.is_number else self.write(value) for value in values]


def shown(query: Query, language: Language, hidden: tuple[str, ...] = ()) -> list[Column]:
    """The columns to show: names in the user's language, without codes, layout positions and the other language."""
    other = "en" if language == "zh" else "zh"
    return [
        column(item, language)
        for item in query.columns
        if not item.name.endswith((*CODE_ENDINGS, f"_{other}")) and item.name not in CODES and not item.name.startswith("tile_") and item.name not in hidden
    ]


def column(item: Item, language: Language) -> Column:
    """How one column of a query is shown."""
    is_number = item.type in NUMBER_TYPES
    is_share = item.unit == "share"
    return Column(
        name=item.name,
        label=label(item.name, language),
        unit=item.unit,
        is_number=is_number,
        is_date=item.type == "date",
        is_share=is_share,
        decimals=2 if item.type == "double" and not is_share else 0,
        language=language,
    )


def label(name: str, language: Language) -> str:
    """The heading of a column: the metric's label where it is one, else a name from the list above, else the name itself in words."""
    bare = name.removesuffix("_zh").removesuffix("_en")
    if bare in metrics.REGISTRY:
        return translate(metrics.REGISTRY[bare].label, language)
    return translate(LABELS.get(bare, bare.replace("_", " ").capitalize()), language)


def has_label(name: str) -> bool:
    """True where a column has a heading for people: the name of a metric, or one from the list above."""
    bare = name.removesuffix("_zh").removesuffix("_en")
    return bare in metrics.REGISTRY or bare in LABELS
