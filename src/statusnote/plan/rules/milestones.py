"""What was promised, and became of it: W405, W407, W408, W409."""

import re
from collections.abc import Iterator
from datetime import date

from statusnote import danish
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, folded, milestones, texts, value_of
from statusnote.plan.scalars import fixed, read_due
from statusnote.plan.statuses import Meaning
from statusnote.reading.nodes import Fragment, MappingNode, ScalarNode


def promises_are_kept_or_moved(plan: RawPlan) -> Iterator[Finding]:
    """What was promised for a day before the note's own was met, or is promised for a later one.

    It is W405 in an initiative that is completed, and W408 in any other.

    Takes: `Loven er vedtaget: ultimo 2024`, not met, in a note of April 2025.
    Leaves: a vague date that can still mean a day to come, as 2025 can.
    """
    if not (as_of := plan.as_of):
        return
    for initiative, text, status in plan.statuses:
        completed = text if status and status.kind.meaning is Meaning.DONE else None
        for what, due, last in _overdue(initiative, as_of):
            details = {"what": what.strip(), "last": last}
            yield Finding("W405" if completed else "W408", due, details, completed)


def _overdue(initiative: MappingNode, as_of: date) -> Iterator[tuple[ScalarNode, ScalarNode, date]]:
    """What is promised and not met, for when, and the last day that it can mean."""
    for what, due, milestone in milestones(initiative):
        written = value_of(due, read_due)
        if written and milestone.value("met") is None:
            last = danish.last_day(written)
            if last and last < as_of:
                yield what, due, last


def past_promises_have_a_milestone(plan: RawPlan) -> Iterator[Finding]:
    """A text that still expects something in a year that is over is an old text, or a slip.

    Where a milestone names that year, it says itself what became of the promise.

    Takes: `Rapporten forventes i 2024.` in a note of 2025.
    Leaves: `Rapporten udkom i 2024. Den næste forventes snart.`
    """
    if not (as_of := plan.as_of):
        return
    for initiative in plan.initiatives:
        dates = [
            date
            for _, due, milestone in milestones(initiative)
            for date in (due, *texts(milestone, "moved_from"))
        ]
        for paragraph in texts(initiative, "account"):
            for year, part in _expected_years(paragraph):
                if year < as_of.year and not any(str(year) in date for date in dates):
                    yield Finding("W409", part, {"year": year})


def _expected_years(paragraph: ScalarNode) -> Iterator[tuple[int, Fragment]]:
    """The years in the sentences of a paragraph that expect something."""
    if not re.search(EXPECTS, paragraph):
        return
    for sentence in re.finditer(SENTENCE, paragraph):
        if re.search(EXPECTS, sentence[0]):
            for year in re.finditer(YEAR_ALONE, sentence[0]):
                start = sentence.start() + year.start()
                yield int(year[0]), Fragment(paragraph, start, start + len(year[0]))


EXPECTS = (
    r"[EFPVefpv](?<=\b.)"  # the first letter of a word, which is found sooner than the whole of it
    r"(?i:(?<=f)orvent(?:er|es)|(?<=v)entes|(?<=p)lanlægge[rs]|(?<=e)fter planen)\b"
)
SENTENCE = r"\S.*?(?:[.!?](?=\s+[A-ZÆØÅ])|\Z)"
YEAR_ALONE = (
    r"(?<![\w.,§/-])(?<!§ )"  # no part of a number, a range or a date, and no section of an act
    r"(?<!\bfra )(?<!\bsiden )"  # nor when what is spoken of began
    r"(?:19|20)\d\d"
    r"(?![\w/-]|[.,]\d)"
)


def milestones_have_one_date(plan: RawPlan) -> Iterator[Finding]:
    """What is promised for two dates was put off, and the older date is still there.

    Takes: `Loven er vedtaget: 2026` and, in the same initiative, `Loven er vedtaget: 2027`.
    Leaves: the older date where it is said to be one (`moved_from`).
    """
    for initiative in plan.initiatives:
        first: dict[str, ScalarNode] = {}
        for what, due, _ in milestones(initiative):
            earlier = first.setdefault(folded(what), due)
            dates = value_of(earlier, read_due), value_of(due, read_due)
            if dates[1] is not None and dates[0] != dates[1]:
                details = {"first": fixed(earlier), "due": fixed(due)}
                yield Finding("W407", due, {"what": what.strip(), **details}, earlier)
