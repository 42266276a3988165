"""Ministries that are not declared, not used, or named twice."""

import pytest
from support.plan_fields import found


def test_each_ministry_that_is_not_declared_is_found() -> None:
    assert found("ministries: [SMB, JM, ' Finansministeriet ', SBM]") == [
        ("E402", "1: SMB", {"code": "SMB", "guess": "SBM", "known": "JM, SBM"}, None),
        (
            "E402",
            "1: ' Finansministeriet '",
            {"code": "Finansministeriet", "guess": "", "known": "JM, SBM"},
            None,
        ),
    ]


def test_a_ministry_is_found_where_it_stands_alone_too() -> None:
    assert found("ministries: JM og SBM", "") == [
        (
            "E402",
            "1: JM og SBM",
            {"code": "JM og SBM", "guess": "[JM, SBM]", "known": "JM, SBM"},
            None,
        )
    ]


SIX = "{BUVM: Børn, JM: Justitsministeriet, LIGE: Lige, SBM: Social, SUM: Sundhed, UIM: Udlændinge}"


@pytest.mark.parametrize(
    ("written", "marked", "guess"),
    [
        ("SMB", "SMB", "SBM"),
        ("[sbm]", "sbm", "SBM"),
        ("[SUM, JM, MSB]", "MSB", "SBM"),
        ("[ justitsministeriet ]", "justitsministeriet", "JM"),
        ("'SUM, UIM'", "'SUM, UIM'", "[SUM, UIM]"),
        ("'SUM, UIM]'", "'SUM, UIM]'", "[SUM, UIM]"),
        ("'SUM, UIM og JM'", "'SUM, UIM og JM'", "[SUM, UIM, JM]"),
        ("[LIGE; SBM]", "[LIGE; SBM]", "[LIGE, SBM]"),
        ("[SUM/UIM, JM]", "[SUM/UIM, JM]", "[SUM, UIM, JM]"),
        ("[SUM/UIN]", "SUM/UIN", ""),
        ("SOM", "SOM", ""),
        ("UM", "UM", ""),
        ("LIG", "LIG", ""),
    ],
)
def test_a_ministry_is_guessed_only_where_it_is_surely_meant(
    written: str, marked: str, guess: str
) -> None:
    all_of_them = "ministries: [BUVM, JM, LIGE, SBM, SUM, UIM]"
    [(code, where, details, _)] = found(all_of_them, f"ministries: {written}", ministries=SIX)
    assert (code, where, details["guess"]) == ("E402", f"2: {marked}", guess)


@pytest.mark.parametrize(
    ("named", "guesses"),
    [
        (["SBM, JM", "SBM", "SUM"], ["SOM", "SOM"]),
        (["SBM, JM", "SEM", "SUM"], ["", ""]),
        (["SBM", "SUM"], [""]),
        (["XY, JM", "SUM"], [""]),
    ],
)
def test_a_code_that_was_renamed_at_the_top_only_is_guessed(
    named: list[str], guesses: list[str]
) -> None:
    declared = "{JM: Justitsministeriet, SOM: Social, SUM: Sundhed}"
    initiatives = (f"ministries: [{codes}]" for codes in named)
    undeclared = [each for each in found(*initiatives, ministries=declared) if each[0] == "E402"]
    assert [each[2]["guess"] for each in undeclared] == guesses


def test_no_more_ministries_are_listed_than_can_be_read() -> None:
    codes = [f"M{number}" for number in range(1, 41)]
    declared = ", ".join(f"{code}: Et ministerium" for code in codes)
    named = ", ".join([*codes, "X"])
    assert found(f"ministries: [{named}]", ministries=f"{{{declared}}}") == [
        ("E402", "1: X", {"code": "X", "guess": "", "known": ", ".join(codes[:30])}, None)
    ]


@pytest.mark.parametrize("declared", ["[JM]", "JM", "{}", "''"])
def test_ministries_wait_for_the_ones_that_are_declared(declared: str) -> None:
    assert found("ministries: SBM", ministries=declared) == []


def test_each_ministry_that_answers_for_nothing_is_found() -> None:
    declared = "{JM: J, ' BUVM ': B, SBM: S, UIM: U}"
    assert found("ministries: SBM", "ministries: [' JM ']", ministries=declared) == [
        ("W402", "' BUVM '", {"code": "BUVM"}, None),
        ("W402", "UIM", {"code": "UIM"}, None),
    ]


@pytest.mark.parametrize("named", ["''", "[]", "{JM: J}"])
def test_ministries_answer_for_nothing_until_one_is_named(named: str) -> None:
    assert found(f"ministries: {named}") == []


def test_a_ministry_that_an_initiative_names_twice_is_found_each_time() -> None:
    assert found("ministries: [SBM, JM, ' SBM ', SBM]", "ministries: SBM") == [
        ("E405", "1: ' SBM '", {"code": "SBM"}, "1: SBM"),
        ("E405", "1: SBM", {"code": "SBM"}, "1: SBM"),
    ]
