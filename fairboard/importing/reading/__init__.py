"""A file from outside → grids of text: one per sheet, every cell a text, nothing interpreted yet.

    source.py        the file: whether it can be read at all, its kind, its digest
    kinds.py         told by its bytes: workbook, delimited text, JSON, HTML table, XML spreadsheet
    limits.py        how large a file may be, and what is said beyond that
    archive.py       what a zipped workbook holds, looked through before it is opened
    workbook.py      sheets of a workbook → grids
    apart.py         old and rare workbooks, opened in a process of their own
    encodings.py     the encoding of a text
    delimited.py     CSV and TSV
    json_stream.py   JSON, one value after the other; json_records.py: its records
    html_table.py    a page that calls itself a workbook; xml_sheet.py: the XML of Excel 2003
    frames.py        rows of any width → columns; mojibake.py: texts that were decoded wrongly

The kind of file is told by what it holds, not by its name. A file that cannot be a table is refused with what is wrong and
what to do; nothing in it is ever executed or resolved.
"""

from fairboard.importing.reading.grids import Grid, SourceFile
from fairboard.importing.reading.source import read_file

__all__ = ["Grid", "SourceFile", "read_file"]
