"""What is said to have happened by a day that is still to come."""

from datetime import date

import pytest
from support.plan_fields import Found, found, milestones

AS_OF = date(2025, 4, 10)


def to_come(where: str, written: str) -> Found:
    """What is found of that which is *written* there."""
    return [("W416", f"{where}: {written}", {"written": written, "day": AS_OF}, "2025-04-10")]


@pytest.mark.parametrize("met", ["2025-04-11", "12. juni 2025", "1/5-2025"])
def test_what_was_met_after_the_day_of_the_note_is_found(met: str) -> None:
    promise = milestones(f"{{what: Loven er vedtaget, due: 2026, met: {met}}}")
    assert found(promise) == to_come("1", met)


@pytest.mark.parametrize(
    "measured", ["2025-04-11", "maj 2025", "2. halvår 2025", "ultimo 2025", "2026"]
)
def test_so_is_what_was_measured_then(measured: str) -> None:
    assert found(indicator(measured)) == to_come("1", measured)


def indicator(measured: str) -> str:
    """An indicator that was *measured* then."""
    return f"indicators: [{{name: Anmeldelser, latest: 42, measured: {measured}}}]"


@pytest.mark.parametrize(
    "initiative",
    [
        milestones("{what: Loven er vedtaget, due: 2026, met: 2025-04-10}"),
        milestones("{what: Loven er vedtaget, due: 2026, met: snart}"),
        milestones("{what: Loven er vedtaget, due: 2026, moved_from: [2025]}"),
        *map(indicator, ("april 2025", "2025", "primo 2025", "vinter 2025", "løbende", "snart")),
        "indicators: [Anmeldelser]",
    ],
)
def test_what_can_have_happened_is_left_alone(initiative: str) -> None:
    assert found(initiative) == []


STATUSES = "{Afsluttet: {means: done, takes_date: true}, Ventes: {means: late, takes_date: true}}"


def test_a_status_that_means_done_has_happened_by_its_date() -> None:
    parts = "parts: [En del: Afsluttet juli 2025]"
    assert found(
        f"status: Afsluttet marts 2025, {parts}", "status: Ventes 2026", statuses=STATUSES
    ) == to_come("1", "Afsluttet juli 2025")


def test_without_a_day_of_the_note_nothing_is_known() -> None:
    assert found(indicator("2026"), as_of="snart") == []
