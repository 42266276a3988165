"""Where the initiatives of a plan stand: E410."""

from collections.abc import Iterator

from statusnote.plan.model import HOLDERS
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan


def initiatives_stand_in_sections_or_without(plan: RawPlan) -> Iterator[Finding]:
    """A plan has sections, in which its initiatives stand, or it has initiatives alone.

    Takes: `initiatives` at the margin of a plan that has `sections`, too.
    Leaves: a plan that has one of them, or none, of which E302 tells.
    """
    sections, initiatives = HOLDERS
    if {sections, initiatives} <= plan.nodes.keys():
        yield Finding("E410", plan.nodes.key(initiatives), {}, plan.nodes.key(sections))
