"""The names of cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from statusnote.answers.cell_references import Range, column_of, range_of, reference


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_a_cell_is_named_as_in_excel(column: int, row: int) -> None:
    name = reference(row, column)
    assert name == f"{get_column_letter(column)}{row}"
    assert column_of(name) == column


@pytest.mark.parametrize("name", ["", "D", "7", "d7", "ABCD1", "A0", "A-1", "R1C1", "A1:B2"])
def test_what_is_no_name_is_told(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}$"):
        column_of(name)


def test_a_range_holds_its_corners() -> None:
    cells = range_of("$B$2:D7")
    assert cells == Range(2, 2, 7, 4)
    assert cells.holds(2, 2)
    assert cells.holds(7, 4)
    assert not cells.holds(8, 4)
    assert not cells.holds(7, 5)
    assert range_of("B2") == Range(2, 2, 2, 2)
