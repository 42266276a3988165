"""Rules across fields. Each yields what breaks it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statusnote.model import Initiative, Plan
from statusnote.suggestions import suggestion

Path = tuple[int | str, ...]


class Finding(NamedTuple):
    """What breaks a rule: the path to it in the file, and to what came *first*, if that is part."""

    path: Path
    code: str
    details: dict[str, object]
    first: Path | None = None


def check(plan: Plan) -> Iterator[Finding]:
    """All that is wrong across the fields of *plan*."""
    for rule in (numbers_are_unique, ministries_are_declared, introduction_counts):
        yield from rule(plan)


def numbers_are_unique(plan: Plan) -> Iterator[Finding]:
    """A number is the key of one initiative."""
    first: dict[int, Path] = {}
    for path, initiative in _initiatives(plan):
        here = (*path, "number")
        if initiative.number in first:
            details: dict[str, object] = {"number": initiative.number}
            yield Finding(here, "E401", details, first[initiative.number])
        first.setdefault(initiative.number, here)


def ministries_are_declared(plan: Plan) -> Iterator[Finding]:
    """A ministry is named by a code that the plan declares."""
    for path, initiative in _initiatives(plan):
        for index, code in enumerate(initiative.ministries):
            if code not in plan.ministries:
                details: dict[str, object] = {
                    "code": code,
                    "suggestion": suggestion(code, plan.ministries),
                    "known": ", ".join(plan.ministries),
                }
                yield Finding((*path, "ministries", index), "E402", details)


def introduction_counts(plan: Plan) -> Iterator[Finding]:
    """The number of initiatives is counted and never written."""
    for index, paragraph in enumerate(plan.introduction):
        path = ("introduction", index)
        for match in re.finditer(r"\{[^}]*\}", paragraph):
            if match[0] != COUNT:
                yield Finding(path, "E403", {"placeholder": match[0]})
        for match in re.finditer(r"\b\d+ initiativer\b", paragraph):
            yield Finding(path, "E404", {"written": match[0]})


COUNT = "{antal}"


def _initiatives(plan: Plan) -> Iterator[tuple[Path, Initiative]]:
    for s, section in enumerate(plan.sections):
        for i, initiative in enumerate(section.initiatives):
            yield ("sections", s, "initiatives", i), initiative
