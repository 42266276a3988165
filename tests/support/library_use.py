"""A program that builds on the library, whose types mypy looks at as it would at a user's."""

from datetime import date
from pathlib import Path
from typing import assert_type

import statusnote


def told(plan: Path, older: bytes) -> list[str]:
    """What a program says of a *plan* in a file, and of an *older* version of it."""
    loaded = statusnote.load(plan)
    assert_type(loaded.plan, statusnote.Plan)
    assert_type(loaded.warnings, list[statusnote.Problem])
    sections: tuple[statusnote.Section, ...] = loaded.plan.all_sections
    initiatives: list[statusnote.Initiative] = [*sections[0].initiatives]
    status: statusnote.Status = initiatives[0].status
    milestones: tuple[statusnote.Milestone, ...] = initiatives[0].milestones

    summary = statusnote.summarize(plan, ministries=["SBM"], statuses=[status.phrase], sections=[1])
    assert_type(summary, statusnote.Summary)
    assert_type(statusnote.as_dict(summary), statusnote.SummaryJson)

    deadlines = statusnote.due(plan, date(2025, 4, 10), within=30)
    overdue = [each for each in deadlines.milestones if each.state is statusnote.State.OVERDUE]
    assert_type(overdue, list[statusnote.Deadline])
    assert_type(statusnote.as_dict(deadlines), statusnote.DueJson)

    changes = statusnote.compare(older, plan)
    assert_type(changes.initiatives.changed, tuple[statusnote.InitiativeChange, ...])
    assert_type(statusnote.as_dict(changes), dict[str, object])

    note = statusnote.render(plan, "html", since=older, attach=True)
    assert_type(note, bytes)
    verdict = statusnote.verify(note, plan)
    results: tuple[statusnote.CheckResult, ...] = verdict.results
    outcomes: list[statusnote.Outcome] = [result.outcome for result in results]
    return [
        *(f"{milestone.what}: {milestone.due}" for milestone in milestones),
        *(str(each.number) for each in changes.initiatives.changed if each.is_completed),
        *(outcome.name for outcome in outcomes),
        *refused(),
    ]


def refused() -> list[str]:
    """What a program says of what it is refused."""
    try:
        statusnote.render(b"title: Status\n", "md")
    except statusnote.ProblemsFound as found:
        problem = found.problems[0]
        place: statusnote.Place = problem.place
        told_as: statusnote.ProblemJson = statusnote.as_dict(problem, statusnote.Language.ENGLISH)
        return [f"{place} {problem.severity is statusnote.Severity.ERROR} {told_as['code']}"]
    except statusnote.UnknownValue as unknown:
        return [*unknown.known]
    return []
