"""Rules across fields: what breaks them, and where."""

import pytest

from statusnote import source
from statusnote.checks import Finding, check


def found(sections: str, introduction: str = "Planen har {antal} initiativer.") -> list[Finding]:
    text = f"""\
title: Status for en lille plan
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Et afsnit uden tal.
  - "{introduction}"
ministries: {{JM: Justitsministeriet, SBM: Social- og Boligministeriet}}
sections:
{sections}
"""
    return list(check(source.parse(text, "plan.yaml")[0]))


def section(*initiatives: str) -> str:
    rows = "".join(f"    - {{title: T, status: gennemført, {each}}}\n" for each in initiatives)
    return f"  - title: En del\n    initiatives:\n{rows}"


FINE = section("number: 1, ministries: [SBM, JM]", "number: 2, ministries: JM")


def test_what_has_the_wrong_shape_is_passed_over() -> None:
    text = """\
introduction: [[26 initiativer], "", {26 initiativer: 26 initiativer}]
ministries: {JM: [Justitsministeriet]}
sections:
  - 26 initiativer
  - initiatives: 26 initiativer
  - initiatives: [number, [number], {number: [1], ministries: {SBM: SBM}}]
  - initiatives: [{number: "", ministries: [" ", [SBM], JM]}]
"""
    assert list(check(source.parse(text, "plan.yaml")[0])) == []


def test_ministries_wait_for_the_ones_that_are_declared() -> None:
    text = "ministries: [JM]\nsections: [{initiatives: [{ministries: SBM}]}]"
    assert list(check(source.parse(text, "plan.yaml")[0])) == []


def test_nothing_is_found_in_a_plan_that_breaks_no_rule() -> None:
    assert found(FINE) == []


def test_each_further_use_of_a_number_is_found_in_all_sections() -> None:
    first = section("number: 1, ministries: JM", "number: 2, ministries: JM")
    second = section("number: 2, ministries: JM", "number: 1, ministries: JM")
    third = section("number: 1, ministries: JM")
    assert found(first + second + third) == [
        Finding(
            ("sections", 1, "initiatives", 0, "number"),
            "E401",
            {"number": "2"},
            ("sections", 0, "initiatives", 1, "number"),
        ),
        Finding(
            ("sections", 1, "initiatives", 1, "number"),
            "E401",
            {"number": "1"},
            ("sections", 0, "initiatives", 0, "number"),
        ),
        Finding(
            ("sections", 2, "initiatives", 0, "number"),
            "E401",
            {"number": "1"},
            ("sections", 0, "initiatives", 0, "number"),
        ),
    ]


def test_each_ministry_that_is_not_declared_is_found() -> None:
    assert found(section("number: 1, ministries: [SMB, JM, Finansministeriet]")) == [
        Finding(
            ("sections", 0, "initiatives", 0, "ministries", 0),
            "E402",
            {"code": "SMB", "suggestion": "Mente du »SBM«? ", "known": "JM, SBM"},
        ),
        Finding(
            ("sections", 0, "initiatives", 0, "ministries", 2),
            "E402",
            {"code": "Finansministeriet", "suggestion": "", "known": "JM, SBM"},
        ),
    ]


def test_a_ministry_that_an_initiative_names_twice_is_found() -> None:
    assert found(section("number: 1, ministries: [SBM, JM, SBM]")) == [
        Finding(("sections", 0, "initiatives", 0, "ministries", 2), "E405", {"code": "SBM"})
    ]


@pytest.mark.parametrize(
    ("introduction", "written"),
    [
        ("Planen har {Antal} initiativer.", ["{Antal}"]),
        ("Planen har { antal } initiativer.", ["{ antal }"]),
        ("Planen har {} og {antal} og {antallet}.", ["{}", "{antallet}"]),
        ("Planen har {{antal}} initiativer.", ["{", "}"]),
        ("Planen har {antal initiativer.", ["{antal"]),
        ("Planen har antal} initiativer.", ["antal}"]),
    ],
)
def test_what_is_no_placeholder_is_found(introduction: str, written: list[str]) -> None:
    assert found(FINE, introduction) == [
        Finding(("introduction", 1), "E403", {"placeholder": each}) for each in written
    ]


@pytest.mark.parametrize(
    ("introduction", "written"),
    [
        ("Planen har 26 initiativer.", ["26 initiativer"]),
        ("Planen har 26\u00a0initiativer.", ["26\u00a0initiativer"]),
        ("Planen har 2.500 initiativer.", ["2.500 initiativer"]),
        ("De 2 initiativer og de 3 initiativer.", ["2 initiativer", "3 initiativer"]),
    ],
)
def test_a_number_of_initiatives_that_is_written_by_hand_is_found(
    introduction: str, written: list[str]
) -> None:
    assert found(FINE, introduction) == [
        Finding(("introduction", 1), "E404", {"written": each}) for each in written
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "Planen har {antal} initiativer.",
        "{antal} af {antal} initiativer er med.",
        "Planen for 2023-2026 har mange initiativer.",
        "Initiativerne fra 2023 hører under 2 ministerier.",
    ],
)
def test_other_numbers_are_left_alone(introduction: str) -> None:
    assert found(FINE, introduction) == []
