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


def test_each_part_of_an_initiative_has_a_number_of_its_own() -> None:
    parts = "parts: [{number: 1.1, title: A}, {number: 1.2, title: B}, {number: 1.1, title: C}]"
    assert found(parts, "parts: [{number: 1.1, title: D}]") == [
        ("E401", "1: 1.1", {"number": "1.1"}, "1: 1.1")
    ]


def test_each_gap_in_the_numbers_is_found_in_whatever_order_they_stand() -> None:
    assert found("number: 9", "number: 1", "number: 4", "number: 3") == [
        ("W401", "4: 3", {"before": "1", "number": "3"}, "2: 1"),
        ("W401", "1: 9", {"before": "4", "number": "9"}, "3: 4"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("1.1", "1.3"), ("A.9", "A.11"), ("A1", "A4"), ("1b", "1d"), ("1.1a", "1.1c"), ("2-1", "2-3")],
)
def test_so_is_one_in_numbers_of_several_parts(before: str, after: str) -> None:
    details = {"before": before, "number": after}
    assert found("number: 1", f"number: {before}", f"number: {after}") == [
        ("W401", f"3: {after}", details, f"2: {before}")
    ]


def test_another_section_may_begin_with_another_number_but_not_with_the_next_but_one() -> None:
    def codes(*numbers: str) -> list[str]:
        sections = (section(f"number: {number}") for number in numbers)
        return [code for code, *_ in found_in(plan(*sections)) if code == "W401"]

    assert codes("9", "21") == []
    assert codes("9", "11") == ["W401"]
    assert codes("1.9", "2.1", "A.1", "3.4") == []


@pytest.mark.parametrize(
    "numbers",
    [
        *(["1"], ["5", "6"], ["2", "1", "3"], ["1", "0", "2"], ["1", "tre"], ["1", "03"]),
        *(["1", "''", "2"], ["1", "3.0"], ["1", "1000000"]),
        *(["1.1", "1.2", "2.1"], ["1", "1a", "1b", "2"], ["A.1", "B.3", "1.1.1"]),
    ],
)
def test_numbers_without_a_gap_and_those_that_cannot_be_read_are_left_alone(
    numbers: list[str],
) -> None:
    assert found(*(f"number: {number}" for number in numbers)) == []
