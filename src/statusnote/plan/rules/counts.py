"""The number of initiatives, which is counted and never written: E403, E404, E406."""

import re
from collections.abc import Iterator

from statusnote.plan.model import COUNT
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment


def braces_hold_the_count(plan: RawPlan) -> Iterator[Finding]:
    """What stands in braces in the introduction is the count, as there is no other placeholder.

    Takes: {Antal}, and a brace that is not closed.
    Leaves: {antal}.
    """
    for paragraph in plan.introduction:
        for match in re.finditer(BRACES, paragraph):
            if match[0] != COUNT:
                yield Finding("E403", Fragment(paragraph, *match.span()), {"placeholder": match[0]})


BRACES = r"\{[^{}]*\}|\{\w*|(?<!\w)\w*\}"


def nobody_counts_by_hand(plan: RawPlan) -> Iterator[Finding]:
    """The number of initiatives is not written, or it would be wrong one day.

    Takes: `Planen har 26 initiativer.`
    Leaves: `3 initiativer` in an introduction that has the count, too.
    """
    if any(COUNT in paragraph for paragraph in plan.introduction):
        return
    for paragraph in plan.introduction:
        for match in re.finditer(COUNTED, paragraph):
            yield Finding("E404", Fragment(paragraph, *match.span()), {"written": match[0]})


COUNTED = r"(?<![\d.-])[\d.]+\s+initiativer\b"


def only_the_introduction_counts(plan: RawPlan) -> Iterator[Finding]:
    """The number of initiatives is filled in nowhere else.

    Takes: {antal} in a title, an account, a recipient, a milestone.
    Leaves: {antal} in the introduction.
    """
    for text in (*plan.labels, *plan.accounts):
        if COUNT in text:
            at = text.index(COUNT)
            yield Finding("E406", Fragment(text, at, at + len(COUNT)), {})
