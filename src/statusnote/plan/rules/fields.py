"""Rules across fields: numbers, ministries, titles, grants, dates, and the count of initiatives."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import pairwise
from typing import TypeVar

from statusnote import danish
from statusnote.diagnostics.suggestions import LONGEST_WORD, closest
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.walking import grants, initiatives, labels, milestones, paragraphs, texts
from statusnote.plan.scalars import (
    Meaning,
    read_day,
    read_due,
    read_number,
    read_period,
    read_status,
)
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode

T = TypeVar("T")
COUNT = "{antal}"
MOST_LISTED = 30


def check(plan: MappingNode) -> Iterator[Finding]:
    """All that is wrong across the fields of *plan*."""
    for rule in RULES:
        yield from rule(plan)


def numbers_are_unique(plan: MappingNode) -> Iterator[Finding]:
    """A number is the key of one initiative."""
    first: dict[str, ScalarNode] = {}
    for number in _numbers(plan):
        written = number.strip()
        if written in first:
            yield Finding("E401", number, {"number": written}, first[written])
        first.setdefault(written, number)


def numbers_have_no_gaps(plan: MappingNode) -> Iterator[Finding]:
    """Where a number is left out, an initiative may have been lost."""
    found = {value: text for text in _numbers(plan) if (value := _read(read_number, text))}
    for before, after in pairwise(sorted(found)):
        if after - before > 1:
            details = {"before": before, "number": after}
            yield Finding("W401", found[after], details, found[before])


def ministries_are_declared(plan: MappingNode) -> Iterator[Finding]:
    """A ministry is named by a code that the plan declares."""
    if not (declared := _declared(plan)):
        return
    known = {code.strip(): None for code in declared}
    listed = [code for code in known if len(code) <= LONGEST_WORD][:MOST_LISTED]
    names = {_words(name): code for code, name in declared.items() if isinstance(name, ScalarNode)}
    renamed = _renamed(plan, known)
    for initiative in initiatives(plan):
        for code, where, guess in _undeclared(initiative, known):
            guess = guess or _meant(code, names, listed) or renamed.get(code, "")
            details = {"code": code, "guess": guess, "known": ", ".join(listed)}
            yield Finding("E402", where, details)


def _undeclared(initiative: MappingNode, known: Collection[str]) -> Iterator[tuple[str, Node, str]]:
    """The codes that are not *known*, where they stand, and, of several in one, the whole list."""
    written = list(texts(initiative, "ministries"))
    codes = [each.strip(" []") for code in written for each in re.split(BETWEEN_CODES, code)]
    several = len(codes) > len(written) and all(code in known for code in codes)
    for code in written:
        if (name := code.strip()) in known:
            continue
        if several:
            yield name, initiative[ScalarNode("ministries")], f"[{', '.join(dict.fromkeys(codes))}]"
            return
        yield name, code, ""


BETWEEN_CODES = r"[,;/+&]|\bog\b"


def _meant(code: str, names: dict[str, ScalarNode], listed: list[str]) -> str:
    """The one of *listed* that *code* surely means: a wrong ministry is worse than none.

    It is its name, or has the same letters.
    """
    if name := names.get(code.casefold()):
        return name.strip()
    letters = sorted(code.casefold())
    same = [each for each in listed if sorted(each.casefold()) == letters]
    return next((each for each in same if each.casefold() == code.casefold() or len(same) == 1), "")


def _renamed(plan: MappingNode, known: Collection[str]) -> dict[str, str]:
    """The one code that only the initiatives name, and the one that only the top of the file has.

    Where there are more of them, nobody knows which is which.
    """
    named = {code.strip() for each in initiatives(plan) for code in texts(each, "ministries")}
    before, after = named - set(known), set(known) - named
    if not len(before) == len(after) == 1:
        return {}
    return {code: closest(code, after) for code in before}


def ministries_are_used(plan: MappingNode) -> Iterator[Finding]:
    """A ministry that is declared answers for something, once anything is answered for."""
    named = {code.strip() for each in initiatives(plan) for code in texts(each, "ministries")}
    for code in _declared(plan):
        if named and code.strip() not in named:
            yield Finding("W402", code, {"code": code.strip()})


def ministries_are_named_once(plan: MappingNode) -> Iterator[Finding]:
    """An initiative names a ministry once."""
    for initiative in initiatives(plan):
        first: dict[str, ScalarNode] = {}
        for code in texts(initiative, "ministries"):
            if (name := code.strip()) in first:
                yield Finding("E405", code, {"code": name}, first[name])
            first.setdefault(name, code)


def titles_are_unique(plan: MappingNode) -> Iterator[Finding]:
    """Two initiatives of one title are probably one, and a copy of it."""
    first: dict[str, ScalarNode] = {}
    for initiative in initiatives(plan):
        for title in texts(initiative, "title"):
            words = _words(title)
            if words in first:
                yield Finding("W403", title, {}, first[words])
            first.setdefault(words, title)


def recipients_are_named_once(plan: MappingNode) -> Iterator[Finding]:
    """A grant that is listed twice counts twice in the sum."""
    for initiative in initiatives(plan):
        first: dict[str, ScalarNode] = {}
        for recipient, _ in grants(initiative):
            name = _words(recipient)
            if name in first:
                details = {"recipient": recipient.strip()}
                yield Finding("W404", recipient, details, first[name])
            first.setdefault(name, recipient)


def promises_are_kept_or_moved(plan: MappingNode) -> Iterator[Finding]:
    """What was promised for a day before the note's own was met, or is promised for a later one."""
    if not (as_of := _one(read_day, plan, "as_of")):
        return
    for initiative in initiatives(plan):
        for status in texts(initiative, "status"):
            yield from _overdue(initiative, status, as_of)


def _overdue(initiative: MappingNode, status: ScalarNode, as_of: date) -> Iterator[Finding]:
    found = _read(read_status, status)
    code = "W405" if found and found.kind.meaning is Meaning.DONE else "W408"
    for what, due, milestone in milestones(initiative):
        written = _read(read_due, due)
        if written and ScalarNode("met") not in milestone and danish.last_day(written) < as_of:
            details = {"what": what.strip(), "last": danish.last_day(written).isoformat()}
            yield Finding(code, due, details, status if code == "W405" else None)


def past_promises_have_a_milestone(plan: MappingNode) -> Iterator[Finding]:
    """A text that still expects something in a year that is over is an old text, or a slip.

    Where a milestone names that year, it says itself what became of the promise.
    """
    if not (as_of := _one(read_day, plan, "as_of")):
        return
    for initiative in initiatives(plan):
        dates = [str(due) for _, due, _ in milestones(initiative)]
        dates += [
            text for _, _, each in milestones(initiative) for text in texts(each, "moved_from")
        ]
        for paragraph in texts(initiative, "account"):
            for year, part in _expected_years(paragraph):
                if year < as_of.year and not any(str(year) in each for each in dates):
                    yield Finding("W409", part, {"year": year})


def _expected_years(paragraph: ScalarNode) -> Iterator[tuple[int, Fragment]]:
    """The years in the sentences of a paragraph that expect something."""
    if not re.search(EXPECTS, paragraph):
        return
    for sentence in re.finditer(SENTENCE, paragraph):
        if re.search(EXPECTS, sentence[0]):
            for year in re.finditer(YEAR_ALONE, sentence[0]):
                start = sentence.start() + year.start()
                yield int(year[0]), Fragment(paragraph, start, start + len(year[0]))


EXPECTS = r"(?i)\b(?:forvent(?:er|es)|ventes|planlægge[rs]|efter planen)\b"
SENTENCE = r"\S.*?(?:[.!?](?=\s+[A-ZÆØÅ])|\Z)"
YEAR_ALONE = r"(?<![\w.,§/-])(?<!§ )(?<!\bfra )(?<!\bsiden )(?:19|20)\d\d(?![\w/-]|[.,]\d)"


def years_lie_in_the_period(plan: MappingNode) -> Iterator[Finding]:
    """The year of a status is one of the plan's."""
    if not (period := _one(read_period, plan, "period")):
        return
    for initiative in initiatives(plan):
        for text in texts(initiative, "status"):
            status = _read(read_status, text)
            if status and status.year and not period.first <= status.year <= period.last:
                details = {"year": status.year, "first": period.first, "last": period.last}
                yield Finding("W406", text, details, next(texts(plan, "period")))


def the_note_speaks_for_a_day_of_the_plan(plan: MappingNode) -> Iterator[Finding]:
    """The day of a note lies in the plan's years, or in the one after them."""
    as_of, period = _one(read_day, plan, "as_of"), _one(read_period, plan, "period")
    if as_of and period and not period.first <= as_of.year <= period.last + 1:
        details = {"day": as_of.isoformat(), "first": period.first, "last": period.last}
        day, years = next(texts(plan, "as_of")), next(texts(plan, "period"))
        yield Finding("W410", day, details, years)


def what_ends_has_not_ended(plan: MappingNode) -> Iterator[Finding]:
    """What is said to end in a year that is over has ended, or was put off."""
    if not (as_of := _one(read_day, plan, "as_of")):
        return
    for initiative in initiatives(plan):
        for text in texts(initiative, "status"):
            status = _read(read_status, text)
            ends = status.year if status and status.kind.meaning is Meaning.UNDER_WAY else None
            if ends and ends < as_of.year:
                yield Finding("W411", text, {"year": ends}, next(texts(plan, "as_of")))


def milestones_have_one_date(plan: MappingNode) -> Iterator[Finding]:
    """What is promised for two dates was put off, and the older date is still there."""
    for initiative in initiatives(plan):
        first: dict[str, ScalarNode] = {}
        for what, due, _ in milestones(initiative):
            earlier = first.setdefault(_words(what), due)
            if earlier.strip() != due.strip() and _read(read_due, due) is not None:
                details = {"first": earlier.strip(), "due": due.strip()}
                yield Finding("W407", due, {"what": what.strip(), **details}, earlier)


def introduction_counts(plan: MappingNode) -> Iterator[Finding]:
    """The number of initiatives is counted and never written."""
    introduction = list(texts(plan, "introduction"))
    for paragraph in introduction:
        for match in re.finditer(r"\{[^{}]*\}|\{\w*|(?<!\w)\w*\}", paragraph):
            if match[0] != COUNT:
                yield Finding("E403", Fragment(paragraph, *match.span()), {"placeholder": match[0]})
    if not any(COUNT in paragraph for paragraph in introduction):
        yield from _counted_by_hand(introduction)


def _counted_by_hand(introduction: list[ScalarNode]) -> Iterator[Finding]:
    for paragraph in introduction:
        for match in re.finditer(r"(?<![\d.-])[\d.]+\s+initiativer\b", paragraph):
            yield Finding("E404", Fragment(paragraph, *match.span()), {"written": match[0]})


def only_the_introduction_counts(plan: MappingNode) -> Iterator[Finding]:
    """The number of initiatives is filled in nowhere else."""
    introduction = set(map(id, texts(plan, "introduction")))
    for text in (*labels(plan), *paragraphs(plan)):
        if COUNT in text and id(text) not in introduction:
            at = text.index(COUNT)
            yield Finding("E406", Fragment(text, at, at + len(COUNT)), {})


RULES: tuple[Callable[[MappingNode], Iterator[Finding]], ...] = (
    numbers_are_unique,
    numbers_have_no_gaps,
    ministries_are_declared,
    ministries_are_used,
    ministries_are_named_once,
    titles_are_unique,
    recipients_are_named_once,
    promises_are_kept_or_moved,
    past_promises_have_a_milestone,
    years_lie_in_the_period,
    the_note_speaks_for_a_day_of_the_plan,
    what_ends_has_not_ended,
    milestones_have_one_date,
    introduction_counts,
    only_the_introduction_counts,
)


def _numbers(plan: MappingNode) -> Iterator[ScalarNode]:
    for initiative in initiatives(plan):
        yield from texts(initiative, "number")


def _declared(plan: MappingNode) -> MappingNode:
    declared = plan.get(ScalarNode("ministries"))
    return declared if isinstance(declared, MappingNode) else MappingNode()


def _one(read: Callable[[str], T], holder: MappingNode, key: str) -> T | None:
    """What *read* makes of the text under *key*, if it can."""
    return next((_read(read, text) for text in texts(holder, key)), None)


def _read(read: Callable[[str], T], text: ScalarNode) -> T | None:
    try:
        return read(text.strip())
    except ValueError:
        return None


def _words(text: ScalarNode) -> str:
    return " ".join(text.casefold().split())
