"""The times of statuses and the day of the note, and the plan's years: W406, W410, W411, W413,
W415.
"""

from collections.abc import Iterator

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, texts, value_of
from statusnote.plan.scalars import read_day, read_year
from statusnote.plan.statuses import OPEN, Takes


def years_lie_in_the_period(plan: RawPlan) -> Iterator[Finding]:
    """The year of a status or of a budget is one of the plan's.

    Takes: `afsluttes i 2027`, and a budget for 2027, in a plan of 2023-2026.
    Leaves: years in texts, and all of them where the plan's own can't be read.
    """
    if not (period := plan.period):
        return
    for text, status in plan.every_status:
        if status and status.year and not period.first <= status.year <= period.last:
            details = {"year": status.year, "first": period.first, "last": period.last}
            yield Finding("W406", text, details, texts(plan.nodes, "period")[0])
    for written in plan.budget_years:
        year = value_of(written, read_year)
        if year and not period.first <= year <= period.last:
            details = {"year": year, "first": period.first, "last": period.last}
            yield Finding("W406", written, details, texts(plan.nodes, "period")[0])


def the_note_speaks_for_a_day_of_the_plan(plan: RawPlan) -> Iterator[Finding]:
    """The day of a note lies in the plan's years, or in the one after them.

    Takes: a day of 2028 in a plan of 2023-2026.
    Leaves: a day of 2027, when the last year is reported.
    """
    as_of, period = plan.as_of, plan.period
    if as_of and period and not period.first <= as_of.year <= period.last + 1:
        details = {"day": as_of, "first": period.first, "last": period.last}
        day, years = texts(plan.nodes, "as_of")[0], texts(plan.nodes, "period")[0]
        yield Finding("W410", day, details, years)


def the_note_speaks_for_no_day_to_come(plan: RawPlan) -> Iterator[Finding]:
    """A note speaks for the day of the date above its title, or for one before it.

    Takes: `date: 2025-04-01` in the head of a note that speaks for 2025-04-10.
    Leaves: a note of 2025-05-01 that speaks for 2025-04-10.
    """
    for written in texts(plan.head, "date"):
        date = value_of(written, read_day)
        if date and plan.as_of and plan.as_of > date:
            day = texts(plan.nodes, "as_of")[0]
            yield Finding("W415", day, {"day": plan.as_of, "date": date}, written)


def what_ends_has_not_ended(plan: RawPlan) -> Iterator[Finding]:
    """What is said to end in a year that is over has ended, or was put off.

    It is W411 of a year, and W413 of the date of a status that the plan declares.

    Takes: `afsluttes i 2024` in a note of 2025.
    Leaves: `ikke gennemført i 2024`, which was said of that year.
    """
    if not (as_of := plan.as_of):
        return
    for text, status in plan.every_status:
        last = status.last_day if status and status.kind.meaning in OPEN else None
        if status and last and last < as_of:
            is_year = status.kind.takes is Takes.YEAR
            details = {"year": status.year} if is_year else {"last": last}
            day = texts(plan.nodes, "as_of")[0]
            yield Finding("W411" if is_year else "W413", text, details, day)
