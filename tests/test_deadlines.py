"""How milestones stand on a day: overdue, due soon, later, met."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.gfm import PARSERS, Shown
from support.project import REAL, SMALL_PLAN
from support.result import Result

from statusnote import deadlines, note, summary
from statusnote.deadlines import Deadlines, State
from statusnote.plan import loading

Run = Callable[..., Result]
PROMISES = f"""\
{SMALL_PLAN}        milestones:
          - what: Guiden er udgivet
            due: 2025-04-10
            moved_from: [2024]
          - what: Rapporten foreligger
            due: ultimo 2025
            met: 2025-05-01
            moved_from: [2024-06, inden sommerferien 2025]
          - what: Kampagnen er slut
            due: 2025-01
            met: 2025-02-02
          - Evalueringen begynder: 2025-08
"""


def found(text: str, as_of: str, within: int = 30) -> Deadlines:
    derived = note.derive(loading.read(text, "plan.yaml").plan)
    return deadlines.on(derived, summary.Filter(), date.fromisoformat(as_of), within)


def states(text: str, as_of: str, within: int = 30) -> list[tuple[State, str, int | None]]:
    return [
        (deadline.state, deadline.milestone.what, deadline.days)
        for deadline in found(text, as_of, within).milestones
    ]


@pytest.mark.parametrize(
    ("as_of", "within", "state", "days"),
    [
        ("2025-04-11", 30, State.OVERDUE, -1),
        ("2025-04-10", 30, State.DUE, 0),
        ("2025-04-10", 0, State.DUE, 0),
        ("2025-03-11", 30, State.DUE, 30),
        ("2025-03-10", 30, State.LATER, 31),
    ],
)
def test_a_milestone_is_overdue_when_its_last_day_has_passed(
    as_of: str, within: int, state: State, days: int
) -> None:
    text = f"{SMALL_PLAN}        milestones:\n          - Guiden er udgivet: 2025-04-10\n"
    assert states(text, as_of, within) == [(state, "Guiden er udgivet", days)]


@pytest.mark.parametrize(
    "due",
    [
        *("2025", "2025-07", "primo 2025", "medio 2025", "ultimo 2025", "1. kvartal 2026"),
        *("forår 2025", "sommeren 2025", "efteråret 2025", "vinter 2025", "slutningen af 2025"),
        "inden sommerferien 2025",
    ],
)
def test_a_vague_date_is_not_overdue_while_it_may_still_mean_a_day_to_come(due: str) -> None:
    text = f"{SMALL_PLAN}        milestones:\n          - Guiden er udgivet: {due}\n"
    last = found(text, "2020-01-01").milestones[0].milestone.last_day
    assert last
    (on_it,) = states(text, last.isoformat())
    (behind_it,) = states(text, (last + timedelta(1)).isoformat())
    assert (on_it[0], behind_it[0]) == (State.DUE, State.OVERDUE)


def test_what_is_promised_for_always_is_never_overdue_and_comes_last() -> None:
    text = (
        f"{SMALL_PLAN}        milestones:\n          - Kurser holdes: løbende\n"
        "          - Guiden er udgivet: 2199\n"
    )
    assert [state[:2] for state in states(text, "2198-01-01")] == [
        (State.LATER, "Guiden er udgivet"),
        (State.LATER, "Kurser holdes"),
    ]
    assert states(text, "2210-01-01")[1] == (State.LATER, "Kurser holdes", None)


def test_what_is_met_later_was_open_until_then() -> None:
    assert states(PROMISES, "2025-04-11") == [
        (State.OVERDUE, "Guiden er udgivet", -1),
        (State.LATER, "Evalueringen begynder", 142),
        (State.LATER, "Rapporten foreligger", 264),
        (State.MET, "Kampagnen er slut", -2),
    ]
    assert states(PROMISES, "2025-08-15") == [
        (State.OVERDUE, "Guiden er udgivet", -127),
        (State.DUE, "Evalueringen begynder", 16),
        (State.MET, "Kampagnen er slut", -2),
        (State.MET, "Rapporten foreligger", 244),
    ]


def test_the_real_plan_has_five_initiatives_that_are_overdue() -> None:
    milestones = found(REAL.read_text("utf-8"), "2026-11-23", 90).milestones
    by_state = {
        state: sorted({each.row.number for each in milestones if each.state is state})
        for state in State
    }
    assert by_state == {
        State.OVERDUE: [2, 3, 18, 22, 23],
        State.DUE: [7, 9, 11, 13, 19],
        State.LATER: [],
        State.MET: [],
    }


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_the_terminal_shows(
    run: Run, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = run("due", REAL, "--as-of", "2026-11-23")
    golden(f"due-{width}.txt", result.out)
    assert (result.code, result.err) == (0, "")


def test_what_was_moved_and_met_is_said(
    run: Run, write: Callable[..., Path], golden: Callable[[str, str], None]
) -> None:
    result = run("due", write(PROMISES), "--as-of", "2025-08-15", "--within", "16")
    golden("due-moved-and-met.txt", result.out)


def test_a_plan_without_milestones_says_so(run: Run, write: Callable[..., Path]) -> None:
    result = run("due", write(), "--as-of", "2025-08-31")
    assert result.out == (
        "Status for en lille plan\nMilepæle pr. 31. august 2025\n\nIngen milepæle.\n"
    )


def test_the_last_day_is_today(run: Run, write: Callable[..., Path]) -> None:
    out = run("due", write(PROMISES), "--as-of", "2025-08-31").out
    assert "august 2025             1  Evalueringen begynder" in out
    assert "\ni dag  " in out


@pytest.mark.parametrize("parse", PARSERS)
def test_markdown_says_the_same(
    run: Run,
    write: Callable[..., Path],
    golden: Callable[[str, str], None],
    parse: Callable[[str], str],
) -> None:
    result = run("due", write(PROMISES), "--as-of", "2025-08-15", "--within", "16", "--format=md")
    golden("due.md", result.out)
    cells = Shown(parse(result.out)).texts("td")
    assert cells[:5] == [
        "✗ Overskredet",
        "10. april 2025, 127 dage over tiden",
        "1",
        "Guiden er udgivet; flyttet fra 2024",
        "Et initiativ",
    ]


def test_markdown_without_milestones_says_so(run: Run, write: Callable[..., Path]) -> None:
    assert run("due", write(), "--as-of", "2025-08-31", "--format", "md").out == (
        "### Milepæle\n\n**Status for en lille plan**\n\n"
        "Milepæle pr. 31. august 2025\n\nIngen milepæle.\n"
    )


def test_json_says_the_same(run: Run, write: Callable[..., Path]) -> None:
    result = run("due", write(PROMISES), "--as-of", "2025-04-11", "--json")
    said = json.loads(result.out)
    first, *_ = said.pop("milestones")
    assert said == {
        "title": "Status for en lille plan",
        "as_of": "2025-04-11",
        "within": 90,
        "counts": {"overdue": 1, "due": 0, "later": 2, "met": 1},
    }
    assert first == {
        "state": "overdue",
        "due": "2025-04-10",
        "last_day": "2025-04-10",
        "days": -1,
        "what": "Guiden er udgivet",
        "met": None,
        "moved_from": ["2024"],
        "number": 1,
        "title": "Et initiativ",
        "ministries": ["SBM"],
    }


@pytest.mark.parametrize(
    ("as_of", "options", "code"),
    [
        ("2026-11-23", ("--fail-overdue",), 4),
        ("2026-11-23", ("--fail-overdue", "--json"), 4),
        ("2026-11-23", (), 0),
        ("2025-06-27", ("--fail-overdue",), 0),
        ("2026-11-23", ("--fail-overdue", "--ministry", "BUVM"), 0),
    ],
)
def test_what_is_overdue_fails_where_that_is_asked_for(
    run: Run, as_of: str, options: tuple[str, ...], code: int
) -> None:
    assert run("due", REAL, "--as-of", as_of, *options).code == code


def test_without_a_day_it_is_today(run: Run, write: Callable[..., Path]) -> None:
    before = date.today().isoformat()
    said = json.loads(run("due", write(), "--json").out)["as_of"]
    assert before <= said <= date.today().isoformat()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as-of", "2025-02-30"), "'2025-02-30' is no day; write 2026-11-23"),
        (("--as-of", "i dag"), "'i dag' is no day; write 2026-11-23"),
        (("--within", "-1"), "Input should be greater than or equal to 0"),
        (("--ministry", "SMB"), "'SMB' is unknown. Did you mean 'SBM'?"),
    ],
)
def test_wrong_usage_is_said(run: Run, options: tuple[str, ...], said: str) -> None:
    result = run("due", REAL, *options)
    assert (result.code, result.out) == (2, "")
    assert said in " ".join(result.err.replace("│", "").split())


def test_a_number_of_several_parts_has_room(run: Run, write: Callable[..., Path]) -> None:
    data = write(PROMISES.replace("number: 1", "number: SST-1.10.2"))
    assert "SST-1.10.2  Guiden er udgivet" in run("due", data, "--as-of", "2025-04-11").out


def test_the_calendar_has_what_is_open_on_its_last_day(
    run: Run, write: Callable[..., Path], golden: Callable[[str, str], None]
) -> None:
    always = "          - Kurser holdes: løbende\n"
    result = run("due", write(PROMISES + always), "--as-of", "2025-04-11", "--format", "ics")
    lines = result.out.split("\r\n")
    assert not any("\n" in line for line in lines)
    golden("due.ics", "\n".join(lines))


def test_a_calendar_of_nothing_has_no_entries(run: Run, write: Callable[..., Path]) -> None:
    out = run("due", write(), "--as-of", "2025-08-31", "--format", "ics").out
    assert out.startswith("BEGIN:VCALENDAR\r\n")
    assert "VEVENT" not in out
