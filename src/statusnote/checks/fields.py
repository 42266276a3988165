"""Rules across fields: numbers, ministries, titles, grants, dates, and the count of initiatives."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import TypeVar

from statusnote import danish
from statusnote.checks.finding import Finding
from statusnote.checks.walking import grants, initiatives, labels, milestones, paragraphs, texts
from statusnote.model import (
    WITH_YEAR,
    Period,
    Status,
    StatusKind,
    read_day,
    read_due,
    read_number,
    read_period,
    read_status,
)
from statusnote.source import Mapping, Part, Text
from statusnote.suggestions import LONGEST_WORD, closest

T = TypeVar("T")
COUNT = "{antal}"
MOST_LISTED = 30


def check(plan: Mapping) -> Iterator[Finding]:
    """All that is wrong across the fields of *plan*."""
    for rule in RULES:
        yield from rule(plan)


def numbers_are_unique(plan: Mapping) -> Iterator[Finding]:
    """A number is the key of one initiative."""
    first: dict[str, Text] = {}
    for number in _numbers(plan):
        written = number.strip()
        if written in first:
            yield Finding("E401", number, {"number": written}, first[written])
        first.setdefault(written, number)


def numbers_have_no_gaps(plan: Mapping) -> Iterator[Finding]:
    """Where a number is left out, an initiative may have been lost."""
    found = {value: text for text in _numbers(plan) if (value := _read(read_number, text))}
    for before, after in pairwise(sorted(found)):
        if after - before > 1:
            details = {"before": before, "number": after}
            yield Finding("W401", found[after], details, found[before])


def ministries_are_declared(plan: Mapping) -> Iterator[Finding]:
    """A ministry is named by a code that the plan declares."""
    if not (declared := _declared(plan)):
        return
    known = {code.strip(): None for code in declared}
    listed = [code for code in known if len(code) <= LONGEST_WORD][:MOST_LISTED]
    for initiative in initiatives(plan):
        for code in texts(initiative, "ministries"):
            if (name := code.strip()) not in known:
                details = {"guess": closest(name, listed), "known": ", ".join(listed)}
                yield Finding("E402", code, {"code": name, **details})


def ministries_are_used(plan: Mapping) -> Iterator[Finding]:
    """A ministry that is declared answers for something, once anything is answered for."""
    named = {code.strip() for each in initiatives(plan) for code in texts(each, "ministries")}
    for code in _declared(plan):
        if named and code.strip() not in named:
            yield Finding("W402", code, {"code": code.strip()})


def ministries_are_named_once(plan: Mapping) -> Iterator[Finding]:
    """An initiative names a ministry once."""
    for initiative in initiatives(plan):
        first: dict[str, Text] = {}
        for code in texts(initiative, "ministries"):
            if (name := code.strip()) in first:
                yield Finding("E405", code, {"code": name}, first[name])
            first.setdefault(name, code)


def titles_are_unique(plan: Mapping) -> Iterator[Finding]:
    """Two initiatives of one title are probably one, and a copy of it."""
    first: dict[str, Text] = {}
    for initiative in initiatives(plan):
        for title in texts(initiative, "title"):
            words = _words(title)
            if words in first:
                yield Finding("W403", title, {}, first[words])
            first.setdefault(words, title)


def recipients_are_named_once(plan: Mapping) -> Iterator[Finding]:
    """A grant that is listed twice counts twice in the sum."""
    for initiative in initiatives(plan):
        first: dict[str, Text] = {}
        for recipient, _ in grants(initiative):
            name = _words(recipient)
            if name in first:
                details = {"recipient": recipient.strip()}
                yield Finding("W404", recipient, details, first[name])
            first.setdefault(name, recipient)


def completed_initiatives_promise_nothing_overdue(plan: Mapping) -> Iterator[Finding]:
    """What is completed has met what it promised for a day before the note's own."""
    as_of = _one(read_day, plan, "as_of")
    for initiative in initiatives(plan):
        status = _one(read_status, initiative, "status")
        if as_of and status and status.kind == StatusKind.COMPLETED:
            yield from _overdue(initiative, as_of)


def _overdue(initiative: Mapping, as_of: date) -> Iterator[Finding]:
    for what, due, milestone in milestones(initiative):
        written = _read(read_due, due)
        if written and Text("met") not in milestone and danish.last_day(written) < as_of:
            details = {"what": what.strip(), "last": danish.last_day(written).isoformat()}
            yield Finding("W405", due, details, next(texts(initiative, "status")))


def years_lie_in_the_period(plan: Mapping) -> Iterator[Finding]:
    """The year of a status is one of the plan's."""
    if not (period := _one(read_period, plan, "period")):
        return
    for initiative in initiatives(plan):
        for text in texts(initiative, "status"):
            status = _read(read_status, text)
            if status and status.kind in WITH_YEAR and not _lies_in(period, status):
                details = {"year": status.year, "first": period.first, "last": period.last}
                yield Finding("W406", text, details, next(texts(plan, "period")))


def milestones_have_one_date(plan: Mapping) -> Iterator[Finding]:
    """What is promised for two dates was put off, and the older date is still there."""
    for initiative in initiatives(plan):
        first: dict[str, Text] = {}
        for what, due, _ in milestones(initiative):
            earlier = first.setdefault(_words(what), due)
            if earlier.strip() != due.strip() and _read(read_due, due) is not None:
                details = {"first": earlier.strip(), "due": due.strip()}
                yield Finding("W407", due, {"what": what.strip(), **details}, earlier)


def introduction_counts(plan: Mapping) -> Iterator[Finding]:
    """The number of initiatives is counted and never written."""
    introduction = list(texts(plan, "introduction"))
    for paragraph in introduction:
        for match in re.finditer(r"\{[^{}]*\}|\{\w*|(?<!\w)\w*\}", paragraph):
            if match[0] != COUNT:
                yield Finding("E403", Part(paragraph, *match.span()), {"placeholder": match[0]})
    if not any(COUNT in paragraph for paragraph in introduction):
        yield from _counted_by_hand(introduction)


def _counted_by_hand(introduction: list[Text]) -> Iterator[Finding]:
    for paragraph in introduction:
        for match in re.finditer(r"(?<![\d.-])[\d.]+\s+initiativer\b", paragraph):
            yield Finding("E404", Part(paragraph, *match.span()), {"written": match[0]})


def only_the_introduction_counts(plan: Mapping) -> Iterator[Finding]:
    """The number of initiatives is filled in nowhere else."""
    introduction = set(map(id, texts(plan, "introduction")))
    for text in (*labels(plan), *paragraphs(plan)):
        if COUNT in text and id(text) not in introduction:
            at = text.index(COUNT)
            yield Finding("E406", Part(text, at, at + len(COUNT)), {})


RULES: tuple[Callable[[Mapping], Iterator[Finding]], ...] = (
    numbers_are_unique,
    numbers_have_no_gaps,
    ministries_are_declared,
    ministries_are_used,
    ministries_are_named_once,
    titles_are_unique,
    recipients_are_named_once,
    completed_initiatives_promise_nothing_overdue,
    years_lie_in_the_period,
    milestones_have_one_date,
    introduction_counts,
    only_the_introduction_counts,
)


def _numbers(plan: Mapping) -> Iterator[Text]:
    for initiative in initiatives(plan):
        yield from texts(initiative, "number")


def _declared(plan: Mapping) -> Mapping:
    declared = plan.get(Text("ministries"))
    return declared if isinstance(declared, Mapping) else Mapping()


def _one(read: Callable[[str], T], holder: Mapping, key: str) -> T | None:
    """What *read* makes of the text under *key*, if it can."""
    return next((_read(read, text) for text in texts(holder, key)), None)


def _read(read: Callable[[str], T], text: Text) -> T | None:
    try:
        return read(text.strip())
    except ValueError:
        return None


def _words(text: Text) -> str:
    return " ".join(text.casefold().split())


def _lies_in(period: Period, status: Status) -> bool:
    return period.first <= (status.year or period.first) <= period.last
