"""The workbook inside a chart: its cells are the facts; what looks like a formula stays text; further columns tell more, outside of what is drawn."""

import io
from collections.abc import Sequence
from contextlib import contextmanager
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from pptx.util import lazyproperty
from xlsxwriter import Workbook

PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Plain:
    """Opens the workbook so that no text of ours is run."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Any:
        workbook = Workbook(xlsx_file, PLAIN)
        worksheet = workbook.add_worksheet()
        worksheet.set_column(0, 0, 28)
        yield workbook, worksheet
        workbook.close()


class _CategoryWriter(_Plain, CategoryWorkbookWriter):
    def _write_cat_column(self, worksheet: Any, col: int, level: Any, num_format: Any) -> None:
        for place, name in level:
            worksheet.write(place + 1, col, name, num_format)


class _DayWriter(_Plain, XyWorkbookWriter):
    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)
        worksheet.write_column(1, 2, self._chart_data.names)


class Categories(CategoryChartData):
    """Names with one or more series."""

    @lazyproperty
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _CategoryWriter(self)


class Days(XyChartData):
    """Days with a number each; ``names`` stand beside them in the workbook."""

    def __init__(self, names: Sequence[str], number_format: str) -> None:
        super().__init__(number_format=number_format)
        self.names = names

    @lazyproperty
    def _workbook_writer(self) -> XyWorkbookWriter:
        return _DayWriter(self)
