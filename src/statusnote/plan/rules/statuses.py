"""The statuses that a plan declares: E408."""

from collections.abc import Iterator

from statusnote import danish
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, folded, repeated
from statusnote.plan.scalars import fixed


def statuses_are_declared_once(plan: RawPlan) -> Iterator[Finding]:
    """A status is declared once, whatever its capitals and the spaces between its words.

    Takes: afsluttet beside Afsluttet.
    Leaves: a key that stands twice letter by letter, of which E202 tells.
    """
    for phrase, first in repeated(plan.declared_statuses, folded):
        if danish.composed(phrase.strip()) != danish.composed(first.strip()):
            yield Finding("E408", phrase, {"phrase": fixed(phrase), "first": fixed(first)}, first)
