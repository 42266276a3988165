"""Rules across fields. Each yields what breaks it.

They look at the values as they were read, so that they find what breaks them in a file of which
another part has the wrong shape, too. What has the wrong shape itself, they pass over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from statusnote.source import Mapping, Sequence, Text, Value
from statusnote.suggestions import suggestion

Path = tuple[int | str, ...]
COUNT = "{antal}"
MOST_LISTED = 30


class Finding(NamedTuple):
    """What breaks a rule: the path to it in the file, and to what came *first*, if that is part."""

    path: Path
    code: str
    details: dict[str, object]
    first: Path | None = None


def check(plan: Mapping) -> Iterator[Finding]:
    """All that is wrong across the fields of *plan*."""
    for rule in RULES:
        yield from rule(plan)


def numbers_are_unique(plan: Mapping) -> Iterator[Finding]:
    """A number is the key of one initiative."""
    first: dict[str, Path] = {}
    for path, initiative in _initiatives(plan):
        for here, number in _texts(initiative, "number"):
            if number in first:
                yield Finding((*path, *here), "E401", {"number": number}, first[number])
            first.setdefault(number, (*path, *here))


def ministries_are_declared(plan: Mapping) -> Iterator[Finding]:
    """A ministry is named by a code that the plan declares."""
    declared = plan.get(Text("ministries"))
    if not isinstance(declared, Mapping):
        return
    known = {code.strip(): None for code in declared}
    listed = ", ".join([*known][:MOST_LISTED])
    for path, initiative in _initiatives(plan):
        for here, code in _texts(initiative, "ministries"):
            if code not in known:
                details = {"suggestion": suggestion(code, [*known][:MOST_LISTED]), "known": listed}
                yield Finding((*path, *here), "E402", {"code": code, **details})


def ministries_are_named_once(plan: Mapping) -> Iterator[Finding]:
    """An initiative names a ministry once."""
    for path, initiative in _initiatives(plan):
        codes = list(_texts(initiative, "ministries"))
        for index, (here, code) in enumerate(codes):
            if code in (earlier for _, earlier in codes[:index]):
                yield Finding((*path, *here), "E405", {"code": code})


def introduction_counts(plan: Mapping) -> Iterator[Finding]:
    """The number of initiatives is counted and never written."""
    for path, paragraph in _texts(plan, "introduction"):
        for match in re.finditer(r"\{[^{}]*\}|\{\w*|(?<!\w)\w*\}", paragraph):
            if match[0] != COUNT:
                yield Finding(path, "E403", {"placeholder": match[0]})
    if not any(COUNT in paragraph for _, paragraph in _texts(plan, "introduction")):
        yield from _counted_by_hand(plan)


def _counted_by_hand(plan: Mapping) -> Iterator[Finding]:
    for path, paragraph in _texts(plan, "introduction"):
        for match in re.finditer(r"(?<![\d.-])[\d.]+\s+initiativer\b", paragraph):
            yield Finding(path, "E404", {"written": match[0]})


def only_the_introduction_counts(plan: Mapping) -> Iterator[Finding]:
    """The number of initiatives is filled in nowhere else."""
    for path, initiative in _initiatives(plan):
        for here, text in (*_texts(initiative, "title"), *_texts(initiative, "account")):
            if COUNT in text:
                yield Finding((*path, *here), "E406", {})


RULES = (
    numbers_are_unique,
    ministries_are_declared,
    ministries_are_named_once,
    introduction_counts,
    only_the_introduction_counts,
)


def _initiatives(plan: Mapping) -> Iterator[tuple[Path, Mapping]]:
    for s, section in _items(plan, "sections"):
        for i, initiative in _items(section, "initiatives"):
            if isinstance(initiative, Mapping):
                yield ("sections", s, "initiatives", i), initiative


def _items(holder: Value, key: str) -> Iterator[tuple[int, Value]]:
    """The items of the list under *key*, if there is one."""
    value = holder.get(Text(key)) if isinstance(holder, Mapping) else None
    if isinstance(value, Sequence):
        yield from enumerate(value)


def _texts(holder: Mapping, key: str) -> Iterator[tuple[Path, str]]:
    """The text under *key*, or those in the list under it, each with its path."""
    value = holder.get(Text(key))
    if isinstance(value, Text) and value.strip():
        yield (key,), value.strip()
    for index, item in _items(holder, key):
        if isinstance(item, Text) and item.strip():
            yield (key, index), item.strip()
