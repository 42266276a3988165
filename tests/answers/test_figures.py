"""What a cell that holds a number shows, by its format."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote.answers.figures import form, shown
from statusnote.plan.scalars import read_figure


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("9", "9"),
        ("9.0", "9"),
        ("-3", "-3"),
        ("0", "0"),
        ("100", "100"),
        ("47.5", "47,5"),
        ("0.30000000000000004", "0,3"),
        ("1250000", "1250000"),
        ("1250000.5", "1250000,5"),
        ("1.25E6", "1250000"),
        ("4.5E-3", "0,0045"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_a_number_is_written_as_in_the_data(written: str, expected: str) -> None:
    assert shown(written, "", from_1904=False) == expected


@pytest.mark.parametrize(
    ("written", "kind", "expected"),
    [
        ("46185", "dmy", "2026-06-12"),
        ("46185.75", "dmy", "2026-06-12"),
        ("46174", "my", "2026-06"),
        ("46023", "y", "2026"),
        ("0.475", "%", "47,5 %"),
        ("1", "%", "100 %"),
        ("60", "dmy", "60"),
        ("61", "dmy", "1900-03-01"),
        ("2958465", "dmy", "9999-12-31"),
        ("2958466", "dmy", "2958466"),
        ("-1", "dmy", "-1"),
    ],
)
def test_a_date_is_as_precise_as_it_is_shown(written: str, kind: str, expected: str) -> None:
    assert shown(written, kind, from_1904=False) == expected


def test_days_may_count_from_1904() -> None:
    assert shown("44723", "dmy", from_1904=True) == "2026-06-12"


@pytest.mark.parametrize("written", ["nan", "inf", "-inf", "1e999", "x", ""])
def test_what_is_no_number_is_told(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{written}|could not convert"):
        shown(written, "", from_1904=False)


@pytest.mark.parametrize(
    ("number", "code", "expected"),
    [
        (0, None, ""),
        (4, None, ""),
        (9, None, "%"),
        (10, None, "%"),
        (14, None, "dmy"),
        (17, None, "my"),
        (20, None, ""),
        (22, None, "dmy"),
        (49, None, ""),
        (57, None, "dmy"),
        (164, "General", ""),
        (164, "#,##0.00", ""),
        (164, '#,##0.00 "kr."', ""),
        (164, '_ * #,##0.00_ "kr. "', ""),
        (164, "[Red]0.0", ""),
        (164, "0.0%", "%"),
        (164, "dd-mm-yyyy", "dmy"),
        (164, "DD/MM/YYYY HH:MM", "dmy"),
        (164, '[$-406]d". "mmmm yyyy;@', "dmy"),
        (164, "mmm-yy", "my"),
        (164, "[$-406]mmmm yyyy", "my"),
        (164, "mmmm", "my"),
        (164, "yyyy", "y"),
        (164, "hh:mm", ""),
        (164, "mm:ss", ""),
        (164, '0 "dage"', ""),
        (164, "0\\d", ""),
        (164, "@", ""),
    ],
)
def test_a_format_says_what_is_shown(number: int, code: str | None, expected: str) -> None:
    assert form(number, code) == expected


@given(st.decimals(-(10**9), 10**9, places=4))
def test_no_figure_of_a_number_is_lost(value: object) -> None:
    written = shown(repr(float(str(value))), "", from_1904=False)
    assert math.isclose(read_figure(written).value, float(str(value)), abs_tol=1e-9)
