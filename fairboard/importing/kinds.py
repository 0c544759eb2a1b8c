"""The kinds of table that an office can send, and the fields each has.

One list serves the recognition of columns, the page Import, the reports and the templates. A field's label is the key of its
Chinese name; every label, in either language, is also a heading that is recognised (data/reference/headings.csv).
"""

from dataclasses import dataclass, replace

PERSONAL = "personal"
"""Stands in the table of headings for columns with names, telephones, mails or identity numbers; no kind has such a field."""


@dataclass(frozen=True)
class Field:
    """One field: ``options`` names the reference table of its values, ``example_zh`` and ``example_en`` are what a template shows.

    ``is_constant`` tells that one value may be given for a whole file that has no such column; ``is_joined``, that several columns
    may hold it together, as 省, 市 and 区县 do a place.
    """

    name: str
    label: str
    example_zh: str
    example_en: str
    hint: str
    is_required: bool = False
    options: str | None = None
    is_constant: bool = False
    is_joined: bool = False
    is_in_template: bool = True


@dataclass(frozen=True)
class Kind:
    """One kind of table: ``name`` is stored with a batch."""

    name: str
    label: str
    description: str
    fields: tuple[Field, ...]
    is_of_fair: bool = True

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields without which a row is no record."""
        return tuple(field.name for field in self.fields if field.is_required)

    @property
    def field_names(self) -> tuple[str, ...]:
        """Names of all fields."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The field of this name."""
        return next(field for field in self.fields if field.name == name)


EMPLOYER = Field("employer", "Employer", "沈阳机床股份有限公司", "Shenyang Machine Tool Co., Ltd.", "Full name, as registered", is_required=True)
CREDIT_CODE = Field("credit_code", "Unified social credit code", "912101007157279461", "912101007157279461", "18 characters, where known")
OWNERSHIP = Field("ownership", "Ownership", "国有企业", "State-owned", "Kind of ownership, from the list", options="ownerships")
INDUSTRY = Field("industry", "Industry", "制造业", "Manufacturing", "Section of GB/T 4754, from the list", options="industries")
SIZE = Field("size", "Size of the employer", "150-500人", "150-500", "Band of staff numbers")
PLACE = Field("place", "Place of work", "沈阳市", "Shenyang", "City, or province and city; a district may follow", is_joined=True)
UNIVERSITY = Field(
    "university", "University", "东北大学", "Northeastern University", "Full name, or the five-digit school code", is_required=True, is_constant=True
)
MAJOR = Field("major", "Major", "机械工程", "Mechanical engineering", "One or several majors, or any")

POSTINGS = Kind(
    "postings", "Job table", "One row per posting: who looks for whom, where, and at which wage",
    (
        replace(EMPLOYER, is_constant=True),
        CREDIT_CODE,
        Field("title", "Job title", "机械工程师", "Mechanical engineer", "What the job is called", is_required=True),
        Field("headcount", "People wanted", "5", "5", "A whole number; several or empty where not fixed"),
        Field("wage", "Monthly wage", "6000-8000", "6000-8000", "Yuan a month before tax, as a range; a year or a day is named: 120000/年"),
        Field("wage_min", "Lowest wage", "6000", "6000", "Yuan a month, where the range stands in two columns", is_in_template=False),
        Field("wage_max", "Highest wage", "8000", "8000", "Yuan a month, where the range stands in two columns", is_in_template=False),
        Field("wage_months", "Months paid a year", "13", "13", "12 unless stated", is_in_template=False),
        Field("wage_unit", "Unit of the wage", "元/月", "yuan/month", "Unit and period, where a column states them", is_constant=True,
              is_in_template=False),
        PLACE,
        Field("education", "Education", "本科", "Bachelor", "Lowest level accepted, from the list", options="education_levels"),
        MAJOR,
        Field("experience", "Experience", "3-5年", "3-5 years", "Years of experience asked for"),
        OWNERSHIP,
        INDUSTRY,
        SIZE,
        Field("posted_on", "Date of posting", "2026-03-18", "2026-03-18", "Day of publication", is_in_template=False),
        Field("packed", "Several fields in one cell", "3-5年|本科|招2人", "3-5年|本科|招2人", "Cut at the bars", is_in_template=False),
    ),
)  # fmt: skip

ATTENDANCE = Kind(
    "attendance", "Attendance", "People on site by university: counted, or one row per person (names and numbers are dropped)",
    (
        UNIVERSITY,
        Field("degree", "Degree", "本科", "Bachelor", "Degree that the person has or studies for", options="degree_levels", is_constant=True),
        MAJOR,
        Field("arrived_at", "Time of arrival", "09:30", "09:30", "Hour and minute, where known"),
        Field("attendance_count", "People counted", "126", "126", "People in this row; one where the list has a row per person"),
    ),
)  # fmt: skip

EMPLOYERS = Kind(
    "employers", "List of employers", "One row per employer at a fair, or known to the office",
    (EMPLOYER, CREDIT_CODE, OWNERSHIP, INDUSTRY, SIZE,
     Field("place", "Seat", "沈阳市", "Shenyang", "City of the seat", is_joined=True)),
)  # fmt: skip

AGREEMENTS = Kind(
    "agreements", "Agreements", "One row per school-site cooperation agreement",
    (
        Field("region", "Region", "沈阳市", "Shenyang", "City or zone that signed, from the list", is_required=True, options="liaoning_units",
              is_constant=True),
        Field("university", "University", "东北大学", "Northeastern University", "Full name, or the five-digit school code", is_required=True),
        Field("signed_on", "Signed on", "2026-03-18", "2026-03-18", "Day of signing", is_required=True),
        Field("in_force_until", "In force until", "2029-03-17", "2029-03-17", "Last day in force, or years from the signing; empty where open"),
    ),
    is_of_fair=False,
)  # fmt: skip

LIVESTREAM = Kind(
    "livestream", "Live broadcast", "Views of a live broadcast by time of day",
    (
        Field("slot_at", "Time", "09:30", "09:30", "Start of the time slot", is_required=True),
        Field("views", "Views", "1250", "1250", "Views in the slot; a running total is recognised by its heading", is_required=True),
        Field("views_total", "Views so far", "12500", "12500", "Running total since the broadcast began, instead of the views in the slot", is_in_template=False),
    ),
)  # fmt: skip

POLICIES = Kind(
    "policies", "Policies", "One row per employment or entrepreneurship policy",
    (
        Field("policy_name", "Policy name", "一次性创业补贴办法", "One-off start-up subsidy", "Title of the policy, as issued", is_required=True),
        Field("issued_on", "Day of issue", "2026-03-18", "2026-03-18", "Day on which it was issued", is_required=True),
        Field("applies_to", "Applies to", "沈阳市", "Shenyang", "City or zone, from the list; empty for the whole province", options="liaoning_units"),
        Field("source_title", "Source title", "关于支持高校毕业生创业的通知", "Notice on supporting graduates", "Text in which it stands, where known"),
        Field("source_url", "Source link", "https://www.example.gov.cn/1.html", "https://www.example.gov.cn/1.html", "Address of that text; it is kept and never opened"),
    ),
    is_of_fair=False,
)  # fmt: skip

PACTS = Kind(
    "pacts", "Regional pacts", "One row per cooperation pact between provinces, or one row per province",
    (
        Field("pact_name", "Pact name", "东北三省一区人才合作协议", "Northeast talent cooperation pact", "Name of the pact; the same in every row of it", is_required=True),
        Field("signed_on", "Signed on", "2026-03-18", "2026-03-18", "Day of signing", is_required=True),
        Field("parties", "Provinces that signed", "辽宁、吉林、黑龙江、内蒙古", "Liaoning, Jilin, Heilongjiang, Inner Mongolia",
              "All provinces in one cell, or one in each row", is_required=True),
    ),
    is_of_fair=False,
)  # fmt: skip

KINDS = {kind.name: kind for kind in (POSTINGS, ATTENDANCE, EMPLOYERS, AGREEMENTS, LIVESTREAM, POLICIES, PACTS)}
FIELD_LABELS = {field.name: field.label for kind in reversed(KINDS.values()) for field in kind.fields}
"""The English name of each field; where two kinds name it differently, that of job tables."""


def label_of(field: str, kind: str | None = None) -> str:
    """The English name of a field in a kind of table."""
    if kind and field in KINDS[kind].field_names:
        return KINDS[kind].field(field).label
    return FIELD_LABELS.get(field, {"sector": "Sector"}.get(field, field))
