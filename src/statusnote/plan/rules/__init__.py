"""Rules on what a plan says. Each yields what breaks it.

They look at the values as they were read, so that they find what breaks them in a file of which
another part has the wrong shape, too. What has the wrong shape itself, they pass over.
"""

from collections.abc import Iterator

from statusnote.plan.rules import fields, language
from statusnote.plan.rules.finding import Finding
from statusnote.reading.nodes import MappingNode

# What an error elsewhere may be the cause of.
OF_THE_WHOLE = ("W401", "W402")


def check(plan: MappingNode) -> Iterator[Finding]:
    """All that is wrong with what *plan* says."""
    yield from fields.check(plan)
    yield from language.check(plan)
