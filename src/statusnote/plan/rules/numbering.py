"""The numbers of the initiatives: E401, W401."""

from collections.abc import Iterator
from itertools import pairwise

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, repeated, texts, value_of
from statusnote.plan.scalars import fixed, read_number
from statusnote.reading.nodes import ScalarNode


def numbers_are_unique(plan: RawPlan) -> Iterator[Finding]:
    """A number is the key of one initiative.

    Takes: a number that an earlier initiative has, in whichever section.
    Leaves: numbers in any order.
    """
    for number, first in repeated(_numbers(plan), fixed):
        yield Finding("E401", number, {"number": fixed(number)}, first)


def numbers_have_no_gaps(plan: RawPlan) -> Iterator[Finding]:
    """Where a number is left out, an initiative may have been lost.

    Takes: 4 where there are 1 and 2, in whatever order they stand.
    Leaves: what the first number is, and what is no number.
    """
    numbers = {value: text for text in _numbers(plan) if (value := value_of(text, read_number))}
    for before, after in pairwise(sorted(numbers)):
        if after - before > 1:
            details = {"before": before, "number": after}
            yield Finding("W401", numbers[after], details, numbers[before])


def _numbers(plan: RawPlan) -> Iterator[ScalarNode]:
    for initiative in plan.initiatives:
        yield from texts(initiative, "number")
