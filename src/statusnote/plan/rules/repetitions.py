"""What is said twice, and is probably a copy: W403, W404."""

from collections.abc import Iterator

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan, folded, grants, repeated, texts


def titles_are_unique(plan: RawPlan) -> Iterator[Finding]:
    """Two initiatives of one title are probably one, and a copy of it.

    Takes: a title that an earlier initiative has, but for capitals and spaces.
    Leaves: titles of sections.
    """
    titles = (title for initiative in plan.initiatives for title in texts(initiative, "title"))
    for title, first in repeated(titles, folded):
        yield Finding("W403", title, {}, first)


def recipients_are_named_once(plan: RawPlan) -> Iterator[Finding]:
    """A grant that is listed twice counts twice in the sum.

    Takes: a recipient that stands in a list of the same initiative before.
    Leaves: a recipient of grants of several initiatives.
    """
    for initiative in plan.initiatives:
        recipients = (recipient for recipient, _ in grants(initiative))
        for recipient, first in repeated(recipients, folded):
            yield Finding("W404", recipient, {"recipient": recipient.strip()}, first)
