"""Marks that nothing explains, and those that no initiative has."""

from support.plan_fields import found


def test_a_mark_that_is_not_declared_is_found() -> None:
    assert found("marks: [†, ‡, '*', to]", marks="{†: Ny}") == [
        ("E409", "1: ‡", {"mark": "‡"}, None)
    ]


def test_a_mark_that_nothing_has_is_found_once_there_is_an_initiative() -> None:
    declared = "{†: Ny, ‡: Ændret, '*': Fra puljen}"
    unused = [("W414", "‡", {"mark": "‡"}, None), ("W414", "'*'", {"mark": "*"}, None)]
    assert found("marks: †", marks=declared) == unused
    assert found("marks: †", "reserve_financed: true", marks=declared) == unused[:1]
    assert found(marks=declared) == []
