"""The names of cells: `D7` is row 7 of column 4."""

import re
from typing import NamedTuple

LETTERS = 26


class Range(NamedTuple):
    """The cells from a first to a last row, and from a first to a last column."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is one of them."""
        within = self.first_row <= row <= self.last_row
        return within and self.first_column <= column <= self.last_column


def column_of(ref: str) -> int:
    """The column of the cell *ref*, from 1. Raises ValueError."""
    return _row_and_column(ref)[1]


def range_of(ref: str) -> Range:
    """The cells of `B2:D7`. Raises ValueError."""
    first, _, last = ref.partition(":")
    return Range(*_row_and_column(first), *_row_and_column(last or first))


def reference(row: int, column: int) -> str:
    """`D7`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, LETTERS)
        letters = f"{chr(ord('A') + letter)}{letters}"
    return f"{letters}{row}"


def _row_and_column(ref: str) -> tuple[int, int]:
    found = re.fullmatch(REFERENCE, ref)
    if not found:
        raise ValueError(ref)
    column = 0
    for letter in found[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column


REFERENCE = r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})"
