"""What is said to have happened: W416."""

from collections.abc import Iterator

from statusnote import danish
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, indicators, milestones, texts, value_of
from statusnote.plan.scalars import fixed, read_day, read_due
from statusnote.plan.statuses import Meaning
from statusnote.reading.nodes import ScalarNode


def what_has_happened_is_not_to_come(plan: RawPlan) -> Iterator[Finding]:
    """What a note says has happened had happened on the day that it speaks for.

    That is a milestone that was met, an indicator that was measured, and a status of the plan's own
    that means done, with its date.

    Takes: `met: 2025-06-12` and `measured: juni 2025` in a note of April 2025.
    Leaves: a vague date that can mean a day before that, as 2025 can.
    """
    if not (as_of := plan.as_of):
        return
    for written, when in _facts(plan):
        first = danish.first_day(when)
        if first and first > as_of:
            details = {"written": fixed(written), "day": as_of}
            yield Finding("W416", written, details, texts(plan.nodes, "as_of")[0])


def _facts(plan: RawPlan) -> Iterator[tuple[ScalarNode, str]]:
    """What has happened, as it is written, and when."""
    for initiative in plan.initiatives:
        for _, _, milestone in milestones(initiative):
            for met in texts(milestone, "met"):
                if day := value_of(met, read_day):
                    yield met, day.isoformat()
        for indicator in indicators(initiative):
            for measured in texts(indicator, "measured"):
                if when := value_of(measured, read_due):
                    yield measured, when
    for text, status in plan.every_status:
        if status and status.when and status.kind.meaning is Meaning.DONE:
            yield text, status.when
