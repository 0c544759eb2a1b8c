"""What an import understood, as lines a person can read, in Chinese or English."""

from collections.abc import Iterator
from functools import partial

from fairboard.importing.batch import Batch, Intake, SheetSummary
from fairboard.importing.coverage import Coverage
from fairboard.importing.kinds import KINDS, label_of
from fairboard.importing.mapping import SheetMapping, column_letter
from fairboard.locale import Language, explain, translate

SKIPPED_NAMES = {
    "above_header": "rows above the header", "blank": "blank rows", "totals": "totals rows", "note": "notes", "repeated_header": "repeated headers",
}  # fmt: skip
REASON_NOTES = {"values": " (by its values)", "part": " (by a part of its heading)", "saved": " (as saved)", "person": " (as you said)"}
COVERED_FIELDS = {
    "postings": ("title", "employer", "place", "wage", "headcount", "education", "major", "experience", "ownership", "size", "industry", "sector"),
    "attendance": ("university", "degree", "major", "arrived_at"),
    "employers": ("employer", "credit_code", "ownership", "industry", "size", "place"),
    "agreements": ("region", "university", "signed_on", "in_force_until"),
    "livestream": ("views",),
    "policies": ("policy_name", "issued_on", "applies_to", "source_title", "source_url"),
    "pacts": ("pact_name", "signed_on", "parties"),
}
"""The fields whose coverage is told for each kind of table."""
SHOWN_UNPARSED_COUNT = 5


def describe_intake(intake: Intake, language: Language) -> Iterator[str]:
    """The lines of the summary of a file."""
    for batch in intake.batches:
        yield from describe_batch(batch, language)
    for sheet in intake.left_out:
        yield ""
        yield from describe_left_out(sheet, language)


def describe_batch(batch: Batch, language: Language) -> Iterator[str]:
    """The lines about the sheets of one kind."""
    say = partial(translate, language=language)
    yield say("{name}, {kind}: {count:,} rows read, {loaded:,} to load, {rejected:,} rejected, {repeated:,} exact repeats.",
              name=batch.file_name, kind=say(KINDS[batch.kind].label), count=batch.row_count, loaded=batch.loaded_count,
              rejected=batch.rejected_count, repeated=batch.repeated_count)  # fmt: skip
    for sheet, mapping in zip(batch.sheets, batch.mappings, strict=True):
        yield ""
        yield from describe_sheet(sheet, mapping, language)
    yield ""
    yield say("Fields, as a share of the loaded rows, and of the stated ones the share that was understood:")
    for field in COVERED_FIELDS[batch.kind]:
        yield describe_coverage(batch, field, language)
    yield from describe_unparsed(batch, language)
    for reason, count in batch.rejected["reason"].value_counts().items():
        yield say("Rejected: {count:,} rows. {reason}", count=count, reason=say(reason))
    if batch.removed_count:
        yield say("Telephone numbers, mail addresses or identity numbers were removed from {count:,} cells.", count=batch.removed_count)


def describe_left_out(sheet: SheetSummary, language: Language) -> Iterator[str]:
    """One line about a sheet that was left out."""
    reason = explain(sheet.problem, language) if sheet.problem else ""
    yield translate("Sheet {sheet} left out: {reason}", language, sheet=one_line(sheet.sheet), reason=reason)


def describe_sheet(sheet: SheetSummary, mapping: SheetMapping, language: Language) -> Iterator[str]:
    """One sheet: its header row, what its columns are, what was left out."""
    say = partial(translate, language=language)
    comma = "、" if language == "zh" else ", "
    if mapping.header_height:
        yield say("Sheet {sheet}: header in row {row}, {count:,} rows.", sheet=one_line(sheet.sheet), row=sheet.header_row, count=sheet.row_count)
    else:
        yield say("Sheet {sheet}: no header, {count:,} rows.", sheet=one_line(sheet.sheet), count=sheet.row_count)
    for column in mapping.columns:
        names = comma.join(say(label_of(name, mapping.kind)) for name in (column.parts if column.field == "packed" else (column.field,)) if name)
        if names:
            heading = one_line(column.heading) or column_letter(column.column)
            yield f"  {heading} → {names}{say(REASON_NOTES[column.reason]) if column.reason in REASON_NOTES else ''}"
    unused = [one_line(column.heading) for column in mapping.columns if not column.field and column.reason != "personal" and column.heading]
    if unused:
        yield say("  Not used: {headings}", headings=comma.join(unused))
    if personal := mapping.dropped_personal():
        yield say("  Dropped, because they hold personal data: {headings}", headings=comma.join(map(one_line, personal)))
    filled = [f"{say(label_of(name, mapping.kind))} ({count:,})" for name, count in (sheet.filled_down or {}).items()]
    if filled:
        yield say("  Taken from the cell above where empty: {fields}", fields=comma.join(filled))
    if mapping.constants:
        values = comma.join(f"{say(label_of(name, mapping.kind))}: {one_line(value)}" for name, value in mapping.constants.items())
        yield say("  The same in every row: {values}", values=values)
    skipped = [f"{say(SKIPPED_NAMES[reason])} {count:,}" for reason, count in (sheet.skipped or {}).items() if count]
    if skipped:
        yield say("  Rows that are no records: {counts}", counts=("，" if language == "zh" else ", ").join(skipped))


def describe_coverage(batch: Batch, field: str, language: Language) -> str:
    """One line: the field, the share of rows that state it, the share of those that was understood."""
    name = translate(label_of(field, batch.kind), language)
    counts = batch.coverage.get(field, Coverage())
    if not counts.filled:
        return f"  {name}: {translate('not stated', language)}"
    shares = translate(
        "stated {filled:.1%}, understood {parsed:.1%}", language, filled=counts.filled / batch.loaded_count, parsed=counts.parsed / counts.filled
    )
    return f"  {name}: {shares}"


def describe_unparsed(batch: Batch, language: Language) -> Iterator[str]:
    """The commonest texts that were not understood, by field."""
    for field, counts in batch.coverage.items():
        if counts.unparsed:
            texts = ("、" if language == "zh" else ", ").join(
                f"{one_line(text)} ({count:,})" for text, count in counts.unparsed.most_common(SHOWN_UNPARSED_COUNT)
            )
            template = (
                "Unclassified titles: {count:,} ({share:.1%}), above all {texts}"
                if field == "sector"
                else "Not understood, {field}: {count:,}, above all {texts}"
            )
            total = counts.unparsed.total()
            name = translate(label_of(field, batch.kind), language)
            yield translate(template, language, field=name, count=total, share=total / batch.loaded_count, texts=texts)


def one_line(text: str) -> str:
    """A text from a file as it can be printed: no control characters, not endless."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return printable if len(printable) <= 40 else printable[:39] + "…"
