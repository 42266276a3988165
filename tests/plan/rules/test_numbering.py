"""Numbers that stand twice, and numbers that are left out."""

import pytest
from support.plan_fields import found, found_in, plan, section


def test_each_further_use_of_a_number_is_found_in_all_sections() -> None:
    sections = (section("", ""), section("number: 2", "number: ' 1 '"), section(""))
    assert [each for each in found_in(plan(*sections)) if each[0] != "W403"] == [
        ("E401", "3: 2", {"number": "2"}, "2: 2"),
        ("E401", "4: ' 1 '", {"number": "1"}, "1: 1"),
        ("E401", "5: 1", {"number": "1"}, "1: 1"),
    ]


def test_each_gap_in_the_numbers_is_found_in_whatever_order_they_stand() -> None:
    assert found("number: 9", "number: 1", "number: 4", "number: 3") == [
        ("W401", "4: 3", {"before": 1, "number": 3}, "2: 1"),
        ("W401", "1: 9", {"before": 4, "number": 9}, "3: 4"),
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        *(["1"], ["5", "6"], ["2", "1", "3"], ["1", "0", "2"], ["1", "tre"], ["1", "03"]),
        *(["1", "''", "2"], ["1", "3.0"], ["1", "1000000"]),
    ],
)
def test_numbers_without_a_gap_and_those_that_cannot_be_read_are_left_alone(
    numbers: list[str],
) -> None:
    assert found(*(f"number: {number}" for number in numbers)) == []
