"""Years outside the plan's own, or behind the day of the note."""

from datetime import date

import pytest
from support.plan_fields import found


@pytest.mark.parametrize(
    ("phrase", "year"), [("afsluttes", 2027), ("ikke gennemført", 2022), ("ikke gennemført", 2027)]
)
def test_a_year_outside_the_period_is_found(phrase: str, year: int) -> None:
    details = {"year": year, "first": 2023, "last": 2026}
    assert found(f"status: {phrase} i {year}") == [
        ("W406", f"1: {phrase} i {year}", details, "2023-2026")
    ]


@pytest.mark.parametrize(
    "status", ["afsluttes i 2026", "ikke gennemført i 2023", "gennemført i 2022", "afsluttes"]
)
def test_a_year_in_the_period_and_what_is_no_status_are_left_alone(status: str) -> None:
    assert found(f"status: {status}") == []


def test_so_is_that_of_a_budget_and_of_a_part() -> None:
    details = {"year": 2027, "first": 2023, "last": 2026}
    assert found("budget: {2026: 5 mio., 2027: intet, I alt: 5 mio.}") == [
        ("W406", "1: 2027", details, "2023-2026")
    ]
    assert found("parts: [En del: afsluttes i 2027, To: gennemført, {title: A}, B, []]") == [
        ("W406", "1: afsluttes i 2027", details, "2023-2026")
    ]


@pytest.mark.parametrize("period", ["2026-2023", "2023", "''"])
def test_years_wait_for_a_period(period: str) -> None:
    assert found("status: afsluttes i 2029", period=period) == []


@pytest.mark.parametrize(("year", "is_found"), [(2023, True), (2024, True), (2025, False)])
def test_what_was_to_end_in_a_past_year_is_found(year: int, is_found: bool) -> None:
    expected = [("W411", f"1: afsluttes i {year}", {"year": year}, "2025-04-10")]
    assert found(f"status: afsluttes i {year}") == (expected if is_found else [])


def test_what_a_part_was_to_end_in_is_found_too() -> None:
    expected = [("W411", "1: afsluttes i 2024", {"year": 2024}, "2025-04-10")]
    assert found("parts: [{title: En del, status: afsluttes i 2024}]") == expected


DATED = "{Klar: {means: under way, takes_date: true}, Var: {means: done, takes_date: true}}"


@pytest.mark.parametrize(
    ("status", "last"),
    [
        *(("Klar 2024", "2024-12-31"), ("Klar marts 2025", "2025-03-31"), ("Klar april 2025", "")),
        *(("Klar løbende", ""), ("Klar 9/4-2025", "2025-04-09"), ("Var marts 2025", "")),
    ],
)
def test_a_date_that_is_past_is_found_where_something_is_still_to_come(
    status: str, last: str
) -> None:
    expected = [
        ("W413", f"1: {status}", {"last": date.fromisoformat(day)}, "2025-04-10")
        for day in filter(None, [last])
    ]
    assert found(f"status: {status}", statuses=DATED) == expected


def test_the_year_of_a_date_lies_in_the_period_too() -> None:
    details = {"year": 2027, "first": 2023, "last": 2026}
    expected = [("W406", "1: Klar primo 2027", details, "2023-2026")]
    assert found("status: Klar primo 2027", statuses=DATED) == expected
    assert found("status: Klar vinter 2026", statuses=DATED) == []


@pytest.mark.parametrize("as_of", ["2023-01-01", "2026-12-31", "2027-12-31"])
def test_the_day_of_a_note_lies_in_the_period_or_the_year_after_it(as_of: str) -> None:
    assert found("status: gennemført", as_of=as_of) == []


@pytest.mark.parametrize("as_of", ["2022-12-31", "2028-01-01"])
def test_another_day_is_found(as_of: str) -> None:
    details = {"day": date.fromisoformat(as_of), "first": 2023, "last": 2026}
    assert found("status: gennemført", as_of=as_of) == [("W410", as_of, details, "2023-2026")]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("{date: 2025-04-09}", date(2025, 4, 9)),
        ("{date: 1. marts 2025}", date(2025, 3, 1)),
        ("{date: 2025-04-10}", None),
        ("{date: 2025-05-01}", None),
        ("{date: snart}", None),
        ("{sender: Justitsministeriet}", None),
        ("snart", None),
    ],
)
def test_a_note_that_speaks_for_a_day_after_its_date_is_found(head: str, day: date | None) -> None:
    details = {"day": date(2025, 4, 10), "date": day}
    written = head.removeprefix("{date: ").rstrip("}")
    expected = [("W415", "2025-04-10", details, written)] if day else []
    assert found("status: gennemført", head=head) == expected


def test_a_day_that_can_not_be_read_is_after_no_date() -> None:
    assert found("status: gennemført", head="{date: 2025-04-09}", as_of="snart") == []
