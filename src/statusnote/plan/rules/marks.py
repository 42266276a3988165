"""The marks that are declared, and those that the initiatives have: E409, W414."""

from collections.abc import Iterator

from statusnote.plan.model import RESERVE
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, texts, value_of
from statusnote.plan.scalars import fixed
from statusnote.plan.statuses import read_sign


def marks_are_declared(plan: RawPlan) -> Iterator[Finding]:
    """A mark has a meaning, which the plan declares.

    Takes: ‡ where only † is declared.
    Leaves: *, which means that the reserve pays, and what is no mark, of which E331 tells.
    """
    known = {RESERVE, *map(fixed, plan.marks)}
    for initiative in plan.initiatives:
        for mark in texts(initiative, "marks"):
            if value_of(mark, read_sign) and fixed(mark) not in known:
                yield Finding("E409", mark, {"mark": fixed(mark)})


def marks_are_used(plan: RawPlan) -> Iterator[Finding]:
    """A mark that is declared is one that an initiative has.

    Takes: † at the top of the file, where no initiative has it.
    Leaves: * where an initiative is financed of the reserve.
    """
    used = {fixed(mark) for initiative in plan.initiatives for mark in texts(initiative, "marks")}
    if any(texts(initiative, "reserve_financed") for initiative in plan.initiatives):
        used.add(RESERVE)
    for mark in plan.marks:
        if plan.initiatives and fixed(mark) not in used:
            yield Finding("W414", mark, {"mark": fixed(mark)})
