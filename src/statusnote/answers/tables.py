"""A sheet of a workbook as the table that it was sent out as: its headings, and its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from statusnote.answers import sheets
from statusnote.answers.cell_references import reference
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import Cell
from statusnote.answers.questions import ID, Ask, Column, Sheet
from statusnote.answers.sheets import Content
from statusnote.diagnostics.problem import Place, Problem

HEADINGS_WITHIN = 20  # rows; above them stands what the sheet says of itself


@dataclass(frozen=True)
class Table:
    """What came back of a *sheet*: its cells, the row of its headings, and where each column is."""

    sheet: Sheet
    file: str
    found: sheets.Sheet
    headings: int
    columns: dict[str, int]

    @property
    def rows(self) -> list[int]:
        """The rows below the headings in which something stands, in their order."""
        return sorted(row for row in self.found.rows if row > self.headings)

    def content(self, row: int, key: str) -> Content | None:
        """What stands in a cell, or nothing, as where the column is missing."""
        return self.found.rows.get(row, {}).get(self.columns.get(key, 0))

    def text(self, row: int, key: str) -> str:
        """The text of a cell; that of a formula is the formula."""
        content = self.content(row, key)
        return normal(content.text) if content else ""

    def cell(self, row: int, key: str) -> Cell:
        """The cell of a row in a column, or in the first one, where the column is missing."""
        return self._at(row, self.columns.get(key, 1))

    def merged_at(self, row: int, key: str) -> Cell | None:
        """The first of the cells that a cell is merged with, if it is."""
        column = self.columns.get(key, 0)
        merged = next((each for each in self.found.merged if each.holds(row, column)), None)
        return self._at(merged.first_row, merged.first_column) if merged else None

    def unread(self) -> Iterator[Problem]:
        """Texts in columns that nobody asked for: each column once, at its first cell."""
        ours = self.columns.values()
        others: dict[int, Cell] = {}
        for row in self.rows:
            for column in self.found.rows[row]:
                if column not in ours:
                    others.setdefault(column, self._at(row, column))
        for column, cell in others.items():
            heading = self.found.rows.get(self.headings, {}).get(column)
            written = normal(heading.text) if heading else ""
            yield Problem("W912", Place(cell.place), {"heading": written or _letters(column)})

    def _at(self, row: int, column: int) -> Cell:
        return Cell(self.file, self.found.name, reference(row, column))


def _letters(column: int) -> str:
    return reference(0, column).removesuffix("0")


def place_of(file: str, sheet: str) -> Place:
    """The place of a whole sheet: `SBM.xlsx, Status`."""
    return Place(f"{file}, {sheet}")


def table_of(sheet: Sheet, found: sheets.Sheet, file: str) -> tuple[Table | None, list[Problem]]:
    """The table that is *found* where a *sheet* was sent out, and what is wrong with its headings.

    There is none where nothing tells which row is which.
    """
    columns = (ID, *sheet.columns)
    by_heading = {_folded(column.heading): column for column in columns}
    row = _row_of_headings(found, set(by_heading))
    places: dict[str, int] = {}
    problems = []
    for place, content in sorted(found.rows.get(row, {}).items()):
        known = by_heading.get(_folded(content.text))
        if known and known.key in places:
            refs = (reference(row, each) for each in (place, places[known.key]))
            here, other = (Place(Cell(file, found.name, ref).place) for ref in refs)
            problems.append(Problem("E925", here, {"heading": known.heading}, other))
        elif known:
            places[known.key] = place
    for column in filter(_is_needed, columns):
        if column.key not in places:
            details = {"heading": column.heading}
            problems.append(Problem("E924", place_of(file, found.name), details))
    table = Table(sheet, file, found, row, places)
    return table if ID.key in places else None, problems


def _is_needed(column: Column) -> bool:
    """Whether something is lost without a *column*."""
    return column is ID or column.wanted or column.ask is not Ask.READ


def _row_of_headings(found: sheets.Sheet, headings: set[str]) -> int:
    """The row with the most of *headings*, the first of several; 1 where none has any."""
    rows = [row for row in sorted(found.rows) if row <= HEADINGS_WITHIN]
    return max(
        rows,
        default=1,
        key=lambda row: len(headings & {_folded(each.text) for each in found.rows[row].values()}),
    )


def _folded(heading: str) -> str:
    return " ".join(normal(heading).casefold().split()).rstrip(" :")
