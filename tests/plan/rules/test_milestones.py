"""Promises that are overdue, or promised for two dates, or that no milestone stands behind."""

from datetime import date

import pytest
from support.plan_fields import account, found, milestones


@pytest.mark.parametrize(
    ("due", "last"),
    [
        *(("2025-04-09", "2025-04-09"), ("2025-03", "2025-03-31"), ("2024", "2024-12-31")),
        *(("1. kvartal 2025", "2025-03-31"), ("ultimo 2024", "2024-12-31")),
        *(("vinteren 2024", "2025-02-28"), ("inden sommerferien 2024", "2024-06-28")),
    ],
)
def test_what_is_overdue_is_found_in_an_initiative_that_is_completed(due: str, last: str) -> None:
    assert found(f"status: gennemført, {milestones(f'{{ Loven er vedtaget : {due}}}')}") == [
        (
            "W405",
            f"1: {due}",
            {"what": "Loven er vedtaget", "last": date.fromisoformat(last)},
            "1: gennemført",
        )
    ]


@pytest.mark.parametrize(
    "due",
    [
        *("2025-04-10", "2025-04-11", "2025-04", "2025", "primo 2025", "forår 2025"),
        *("2. kvartal 2025", "inden sommerferien 2025", "snart", "2024-13", "''"),
    ],
)
def test_what_is_due_on_the_day_of_the_note_or_later_is_left_alone(due: str) -> None:
    assert found(f"status: gennemført, {milestones(f'{{Loven er vedtaget: {due}}}')}") == []


@pytest.mark.parametrize(
    ("as_of", "is_found"),
    [
        ("2025-04-30", False),
        ("2025-05-01", True),
        ("1. maj 2025", True),
        ("maj 2025", False),
        ("''", False),
    ],
)
def test_a_vague_date_is_overdue_behind_its_last_day(as_of: str, is_found: bool) -> None:
    completed = f"status: gennemført, {milestones('{Loven er vedtaget: primo 2025}')}"
    details = {"what": "Loven er vedtaget", "last": date(2025, 4, 30)}
    expected = [("W405", "1: primo 2025", details, "1: gennemført")]
    assert found(completed, as_of=as_of) == (expected if is_found else [])


def test_what_was_met_is_left_alone_and_the_long_form_is_read_too() -> None:
    met = "{what: Loven er vedtaget, due: 2024, met: 2024-05-01}"
    open_ = "{what: Rapporten foreligger, due: 2023, moved_from: [2022]}"
    assert found(f"status: gennemført, {milestones(met, open_)}") == [
        (
            "W405",
            "1: 2023",
            {"what": "Rapporten foreligger", "last": date(2023, 12, 31)},
            "1: gennemført",
        )
    ]


@pytest.mark.parametrize(
    "status", ["igangværende", "delvist gennemført", "ikke gennemført i 2024", "Gennemført"]
)
def test_what_is_overdue_is_found_in_other_initiatives(status: str) -> None:
    promises = milestones("{Loven er vedtaget: 2024}", "{Guiden er udgivet: 2025}")
    assert found(f"status: {status}, {promises}") == [
        ("W408", "1: 2024", {"what": "Loven er vedtaget", "last": date(2024, 12, 31)}, None)
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Rapporten forventes offentliggjort i 2024.", [2024]),
        ("I 2023 ventes loven. Efter planen kommer guiden i 2024.", [2023, 2024]),
        ("Regeringen forventer i 2022 en lov, og i 2024 en til.", [2022, 2024]),
        ("Det sker i 2023. Det planlægges holdt den 2. maj 2024 i Odense.", [2024]),
    ],
)
def test_a_promise_of_a_past_year_is_found(text: str, years: list[int]) -> None:
    assert found(account(f"'{text}'")) == [
        ("W409", f"1: {year}", {"year": year}, None) for year in years
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten forventes offentliggjort i 2025.",
        "Rapporten udkom i 2024. Den næste forventes snart.",
        "Ordningen fra 2023 ventes videreført, og planen 2023-2026 forventes fulgt.",
        "Der forventes 2024.500 deltagere efter § 2024 og sag 12/2024.",
    ],
)
def test_other_years_are_left_alone(text: str) -> None:
    assert found(account(f"'{text}'")) == []


@pytest.mark.parametrize(
    ("milestone", "is_found"),
    [
        ("{what: Rapporten foreligger, due: ultimo 2024, met: 2024-12-01}", False),
        ("{what: Rapporten foreligger, due: 2026, moved_from: [2024-06]}", False),
        ("{what: Rapporten foreligger, due: 2026, moved_from: [2023]}", True),
    ],
)
def test_a_milestone_of_that_year_stands_behind_the_promise(milestone: str, is_found: bool) -> None:
    text = account("Rapporten forventes i 2024.") + f", {milestones(milestone)}"
    expected = [("W409", "1: 2024", {"year": 2024}, None)]
    assert found(text) == (expected if is_found else [])


def test_what_is_promised_for_several_dates_is_found_each_time() -> None:
    promised = milestones(
        *("{Loven: 2026}", "{loven : primo 2027}", "{what: LOVEN, due: 2028}", "{Loven: ' 2026'}")
    )
    assert found(promised) == [
        (
            "W407",
            "1: primo 2027",
            {"what": "loven", "first": "2026", "due": "primo 2027"},
            "1: 2026",
        ),
        ("W407", "1: 2028", {"what": "LOVEN", "first": "2026", "due": "2028"}, "1: 2026"),
    ]


def test_what_is_promised_for_one_date_or_by_several_initiatives_is_left_alone() -> None:
    twice = milestones("{Loven: 2026}", "{Loven: 2026}", "{Loven: snart}", "{Reglerne: 2027}")
    moved = milestones("{what: Loven, due: 2027, moved_from: [2026]}")
    assert found(twice, moved) == []
