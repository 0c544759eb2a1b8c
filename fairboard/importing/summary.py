"""What an import understood, as lines a person can read, in Chinese or English."""

from collections.abc import Iterator
from functools import partial

from fairboard.importing.batch import Batch, SheetSummary
from fairboard.importing.coverage import Coverage
from fairboard.importing.mapping import SheetMapping
from fairboard.locale import Language, explain, translate

FIELD_NAMES = {
    "title": "job title", "employer": "employer", "place": "place", "wage": "wage", "wage_min": "lowest wage", "wage_max": "highest wage",
    "wage_months": "months paid a year", "headcount": "headcount", "education": "education", "major": "major", "experience": "experience",
    "ownership": "ownership", "size": "size of the employer", "industry": "industry", "posted_on": "date", "credit_code": "credit code", "sector": "sector",
}  # fmt: skip
COVERED_FIELDS = (
    "title",
    "employer",
    "place",
    "wage",
    "headcount",
    "education",
    "major",
    "experience",
    "ownership",
    "size",
    "industry",
    "sector",
)
SKIPPED_NAMES = {
    "above_header": "rows above the header", "blank": "blank rows", "totals": "totals rows", "note": "notes", "repeated_header": "repeated headers",
}  # fmt: skip
SHOWN_UNPARSED_COUNT = 5


def describe_batch(batch: Batch, language: Language) -> Iterator[str]:
    """The lines of the summary."""
    say = partial(translate, language=language)
    yield say("{name}: {count:,} rows read, {loaded:,} to load, {rejected:,} rejected, {repeated:,} exact repeats.",
              name=batch.file_name, count=batch.row_count, loaded=len(batch.postings),
              rejected=batch.row_count - len(batch.postings) - batch.repeated_count, repeated=batch.repeated_count)  # fmt: skip
    mappings = {mapping.sheet: mapping for mapping in batch.mappings}
    for sheet in batch.sheets:
        yield ""
        yield from describe_sheet(sheet, mappings.get(sheet.sheet), language)
    yield ""
    yield say("Fields, as a share of the loaded rows, and of the stated ones the share that was understood:")
    for field in COVERED_FIELDS:
        yield describe_coverage(field, batch.coverage.get(field, Coverage()), len(batch.postings), language)
    yield from describe_unparsed(batch, language)
    for reason, count in batch.rejected["reason"].value_counts().items():
        yield say("Rejected: {count:,} rows. {reason}", count=count, reason=say(reason))
    removed = sum(counts.removed for counts in batch.coverage.values())
    if removed:
        yield say("Telephone numbers, mail addresses or identity numbers were removed from {count:,} cells.", count=removed)


def describe_sheet(sheet: SheetSummary, mapping: SheetMapping | None, language: Language) -> Iterator[str]:
    """One sheet: its header row, what its columns are, what was left out."""
    say = partial(translate, language=language)
    if sheet.problem or mapping is None:
        yield say("Sheet {sheet} left out: {reason}", sheet=sheet.sheet, reason=explain(sheet.problem, language) if sheet.problem else "")
        return
    yield say("Sheet {sheet}: header in row {row}, {count:,} rows.", sheet=sheet.sheet, row=sheet.header_row, count=sheet.row_count)
    for column in mapping.columns:
        if column.field:
            note = say(" (by its values)") if column.reason == "values" else ""
            yield f"  {one_line(column.heading)} → {say(FIELD_NAMES[column.field])}{note}"
    unused = [one_line(column.heading) for column in mapping.columns if not column.field and column.reason != "personal" and column.heading]
    if unused:
        yield say("  Not used: {headings}", headings=("、" if language == "zh" else ", ").join(unused))
    if personal := mapping.dropped_personal():
        yield say(
            "  Dropped, because they hold personal data: {headings}",
            headings=("、" if language == "zh" else ", ").join(map(one_line, personal)),
        )
    skipped = [f"{say(SKIPPED_NAMES[reason])} {count:,}" for reason, count in (sheet.skipped or {}).items() if count]
    if skipped:
        yield say("  Rows that are no records: {counts}", counts=("，" if language == "zh" else ", ").join(skipped))


def describe_coverage(field: str, counts: Coverage, row_count: int, language: Language) -> str:
    """One line: the field, the share of rows that state it, the share of those that was understood."""
    name = translate(FIELD_NAMES[field], language)
    if not counts.filled:
        return f"  {name}: {translate('not stated', language)}"
    shares = translate(
        "stated {filled:.1%}, understood {parsed:.1%}", language, filled=counts.filled / row_count, parsed=counts.parsed / counts.filled
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
            yield translate(
                template,
                language,
                field=translate(FIELD_NAMES[field], language),
                count=total,
                share=total / len(batch.postings),
                texts=texts,
            )


def one_line(text: str) -> str:
    """A text from a file as it can be printed: no control characters, not endless."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return printable if len(printable) <= 40 else printable[:39] + "…"
