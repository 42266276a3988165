"""A sheet of a workbook that is filled from above, row by row, with texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@")  # which begin what Excel takes for a formula


@dataclass
class Page:
    """A sheet, the *styles* by their names, and how many *rows* it has so far."""

    worksheet: Worksheet
    styles: Mapping[str, StyleArray]
    rows: int = 0

    def add(self, cells: Iterable[tuple[str, str]], height: float) -> list[Cell]:
        """Add a row of this *height*, in points: the text of each cell, and the name of its style.

        A text is one, whatever it begins with.
        """
        self.rows += 1
        self.worksheet.row_dimensions[self.rows].height = height
        row = [self._cell(text, self.styles[style]) for text, style in cells]
        self.worksheet.append(row)
        return row

    def _cell(self, text: str, style: StyleArray) -> Cell:
        cell = Cell(self.worksheet, self.rows, 1, style_array=style)
        if text:
            cell.value = _escaped(text)
            cell.data_type = "s"
            cell.quotePrefix = int(text.startswith(FORMULA_SIGNS))
        return cell


def _escaped(text: str) -> str:
    """*text*, in which `_x0041_` doesn't become a letter (ST_Xstring, ECMA-376-1, 22.9.2.19)."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) if "_x" in text else text
