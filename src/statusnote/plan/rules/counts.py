"""The number of initiatives, which is counted and never written: E403, W412, E406."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress

from statusnote.plan.model import COUNT
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.plan.scalars import fixed
from statusnote.plan.statuses import Statuses
from statusnote.reading.nodes import Fragment, ScalarNode


def braces_hold_the_count(plan: RawPlan) -> Iterator[Finding]:
    """What stands in braces in the introduction is a count, as there is no other placeholder.

    Takes: {Antal}, a brace that is not closed, and {antal SMB} where the plan has no such ministry.
    Leaves: {antal}, {antal gennemført}, {antal afsluttes i 2025}, {antal SBM}, {antal *}, and of
    any other mark.
    """
    codes = {fixed(key) for key in (*plan.ministries, *plan.marks) if isinstance(key, ScalarNode)}
    for paragraph in plan.introduction:
        for match in re.finditer(BRACES, paragraph):
            count = re.fullmatch(COUNT, match[0])
            if not count or not _is_counted(count["of"], codes, plan.known_statuses):
                yield Finding("E403", Fragment(paragraph, *match.span()), {"placeholder": match[0]})


def _is_counted(of: str | None, codes: Collection[str], statuses: Statuses) -> bool:
    if of is None or fixed(of) in ("*", *codes, *statuses.by_phrase):
        return True
    if statuses.leaves_open(fixed(of)):
        return True
    with suppress(ValueError):
        statuses.read(fixed(of))
        return True
    return False


BRACES = r"\{[^{}]*\}|\{\w*|(?<!\w)\w*\}"


def nobody_counts_by_hand(plan: RawPlan) -> Iterator[Finding]:
    """The number of all initiatives is not written, or it would be wrong one day.

    A number can mean all of them where it is their count, or where the plan or the note is said to
    have so many. Where each of several has them (`12 initiativer hver`), it never does.

    Takes: `Planen har 26 initiativer.`, `De 26 initiativer i handlingsplanen`, and of a plan that
    has 26, also `Der er 26 initiativer.`, or whatever the plan calls them.
    Leaves: `De 5 regioner har 12 initiativer hver.`, and `3 initiativer` in an introduction that
    has the count, too.
    """
    if any(re.search(COUNT, paragraph) for paragraph in plan.introduction):
        return
    counted = COUNTED.format("|".join(map(re.escape, plan.words_for_initiatives)))
    for paragraph in plan.introduction:
        for match in re.finditer(counted, paragraph):
            if _can_mean_all(match, len(plan.initiatives)):
                yield Finding("W412", Fragment(paragraph, *match.span()), {"written": match[0]})


def _can_mean_all(counted: re.Match[str], count: int) -> bool:
    before = counted.string[max(counted.start() - NEAR, 0) : counted.start()]
    behind = counted.string[counted.end() : counted.end() + NEAR]
    if re.match(OF_EACH, behind):
        return False
    is_count = re.sub(r"\D", "", counted[0]) == str(count)
    return is_count or bool(re.search(OF_PLAN, before) or re.match(IN_PLAN, behind))


COUNTED = r"(?<![\d.-])\d[\d.]*\s+(?:{})\b"
NEAR = 80  # characters, in which the words that say whose initiatives they are find room
OF_EACH = r"\s+(?:til\s+)?hvert?\b"
WHOLE = r"(?i:(?:plan|strategi|notat)(?:en|et)?s?)\b"  # planen, handlingsplanens, statusnotatet
# What may stand between: words of one clause, and not those of which the number is a part, as in
# `af planens initiativer er 12 initiativer nye`.
CLAUSE = r"(?:(?![Ii]nitiativ|\.\s+[A-ZÆØÅ])[^,;:!?])*"
OF_PLAN = rf"{WHOLE}{CLAUSE}\Z"
IN_PLAN = rf"\s+(?:i|af|fra|under)\s{CLAUSE}{WHOLE}"


def only_the_introduction_counts(plan: RawPlan) -> Iterator[Finding]:
    """The number of initiatives is filled in nowhere else.

    Takes: {antal} in a title, an account, a recipient, a milestone.
    Leaves: {antal} in the introduction.
    """
    for text in (*plan.labels, *plan.accounts, *plan.items):
        if count := re.search(COUNT, text):
            yield Finding("E406", Fragment(text, *count.span()), {})
