"""The numbers of the initiatives: E401, W401."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, repeated, value_of
from statusnote.plan.scalars import Number, fixed, read_number
from statusnote.reading.nodes import ScalarNode


def numbers_are_unique(plan: RawPlan) -> Iterator[Finding]:
    """A number is the key of one initiative, and of one part of it.

    Takes: a number that an earlier initiative has, in whichever section; that of an earlier part.
    Leaves: numbers in any order, and those of the parts of another initiative.
    """
    for numbers in ([number for number, _ in plan.numbers], *plan.numbers_of_parts):
        for number, first in repeated(numbers, fixed):
            yield Finding("E401", number, {"number": fixed(number)}, first)


def numbers_have_no_gaps(plan: RawPlan) -> Iterator[Finding]:
    """Where a number is left out, an initiative may have been lost.

    Takes: 4 where there are 1 and 2, in whatever order they stand; 1.4 behind 1.2, and 1d behind
    1b.
    Leaves: what the first number is, and with what another section begins: 11 behind 5, but not 11
    behind 9.
    """
    series: dict[str, dict[int, tuple[ScalarNode, int]]] = defaultdict(dict)
    for text, section in plan.numbers:
        if number := value_of(text, read_number):
            common, place = _in_series(number)
            series[common][place] = text, section
    for numbers in series.values():
        for before, after in pairwise(sorted(numbers)):
            (other, section), (text, its_section) = numbers[before], numbers[after]
            missing = after - before - 1
            if missing == 1 or (missing > 1 and section == its_section):
                details = {"before": fixed(other), "number": fixed(text)}
                yield Finding("W401", text, details, other)


def _in_series(number: Number) -> tuple[str, int]:
    """What *number* has in common with its neighbours, and its place among them: `1.`, 2."""
    if isinstance(number, int):
        return "", number
    if number[-1] in LETTERS:
        return f"{number[:-1]} ", LETTERS.index(number[-1])
    last = re.split("[^0-9]", number)[-1]
    return number.removesuffix(last), int(last)


LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
