"""Two plans → what differs between them."""

import re
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from statusnote.changes import text_diff
from statusnote.changes.model import (
    Change,
    Changes,
    Edits,
    Extra,
    InitiativeChange,
    Mark,
    MilestoneChange,
    Ministry,
    ParagraphChange,
    Placed,
    Term,
    YearBudget,
)
from statusnote.danish import NO_BREAK
from statusnote.note import head_lines
from statusnote.plan.model import Grant, Initiative, Milestone, Part, Plan
from statusnote.plan.scalars import Amount, Total, in_order
from statusnote.plan.statuses import Status, StatusKind

T = TypeVar("T")


def compare(old: Plan, new: Plan) -> Changes:
    """What differs between *old* and *new* in meaning.

    Not the order of sections, initiatives, ministries, statuses, grants and milestones, nor how an
    amount or a list is written, nor which paragraphs a grant stands between, nor whether a space
    may break.
    Sections of one title are one.
    """
    old, new = _with_plain_spaces(old), _with_plain_spaces(new)
    initiatives = paired_initiatives(initiatives_of(old), initiatives_of(new))
    sections = _with_retitled(pair_up(_titles(old), _titles(new), _normal), initiatives.pairs)
    return Changes(
        title=_change(old.title, new.title),
        stamp=_change(old.stamp, new.stamp),
        as_of=_change(old.as_of, new.as_of),
        period=_change(old.period, new.period),
        print_numbers=_change(old.print_numbers, new.print_numbers),
        print_milestones=_change(old.print_milestones, new.print_milestones),
        print_overview=_change(old.print_overview, new.print_overview),
        print_legend=_change(old.print_legend, new.print_legend),
        publish_source=_change(old.publish_source, new.publish_source),
        approvals=_change(old.approvals, new.approvals),
        introduction=text_diff.paragraphs(old.introduction, new.introduction),
        head=_edits(pair_up(head_lines(old), head_lines(new), lambda line: line.key)),
        terms=_edits(pair_up(_terms(old), _terms(new), lambda term: term.key)),
        ministries=_edits(pair_up(_declared(old), _declared(new), lambda ministry: ministry.code)),
        marks=_edits(pair_up(_marks(old), _marks(new), lambda mark: mark.sign)),
        statuses=_edits(pair_up(_statuses(old), _statuses(new), lambda kind: kind.phrase)),
        sections=_edits(sections),
        initiatives=Edits(
            added=_in_order(initiatives.added),
            removed=_in_order(initiatives.removed),
            changed=_changed(initiatives.pairs, dict(sections.pairs)),
        ),
        total=_change(total_of_grants(old), total_of_grants(new)),
        budget=_change(_budget(old), _budget(new)),
        more=_edits(pair_up(_extras(old), _extras(new), lambda extra: extra.key)),
        called=new.terms,
    )


def _with_plain_spaces(value: Any) -> Any:
    """The same *value*, without the no-break spaces that nobody could see the difference of.

    What has none is given back itself, which takes less time than a copy.
    """
    if isinstance(value, BaseModel):
        changed = _unlike(vars(value))
        return value.model_copy(update=changed) if changed else value
    if type(value) is dict:
        changed = _unlike(value)
        return value | changed if changed else value
    if type(value) in (list, tuple):  # a status and an amount have none
        changed = _unlike(dict(enumerate(value)))
        return type(value)(map(changed.get, range(len(value)), value)) if changed else value
    if type(value) is str and (NO_BREAK in value or NARROW in value):
        return re.sub(SPACES, " ", value)
    return value


def _unlike(parts: Mapping[Any, Any]) -> dict[Any, Any]:
    """Those of *parts* that are others without their no-break spaces, as they are then."""
    plain = ((key, part, _with_plain_spaces(part)) for key, part in parts.items())
    return {key: after for key, before, after in plain if after is not before}


NARROW = "\u202f"
SPACES = f"[ {NO_BREAK}{NARROW}]+"


@dataclass(frozen=True)
class Pairing(Generic[T]):
    """Which of the old is which of the new, what is new, and what is gone."""

    pairs: list[tuple[T, T]]
    added: list[T]
    removed: list[T]


def pair_up(old: Iterable[T], new: Iterable[T], *keys: Callable[[T], Hashable]) -> Pairing[T]:
    """What shares the first of *keys* belongs together; of the rest, what shares the next …"""
    pairs, removed, added = [], [*old], [*new]
    for key in keys:
        waiting: dict[Hashable, deque[T]] = {}
        for item in removed:
            waiting.setdefault(key(item), deque()).append(item)
        fresh, added = added, []
        for item in fresh:
            if same := waiting.get(key(item)):
                pairs.append((same.popleft(), item))
            else:
                added.append(item)
        removed = [*chain.from_iterable(waiting.values())]
    return Pairing(pairs, added, removed)


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()


# A number and a title that both stayed; a title that has another number; a number that has another
# title. Numbers that were exchanged, or were given to what is new, don't deceive it.
INITIATIVE_KEYS: tuple[Callable[[Placed], Hashable], ...] = (
    lambda placed: (placed.initiative.number, _normal(placed.initiative.title)),
    lambda placed: _normal(placed.initiative.title),
    lambda placed: placed.initiative.number,
)


def _change(old: T, new: T) -> Change[T] | None:
    return None if old == new else Change(old, new)


def _edits(pairing: Pairing[T]) -> Edits[T, Change[T]]:
    changed = tuple(Change(old, new) for old, new in pairing.pairs if old != new)
    return Edits(tuple(pairing.added), tuple(pairing.removed), changed)


def paired_initiatives(
    old: Iterable[Placed], new: Iterable[Placed], *, by_title: bool = False
) -> Pairing[Placed]:
    """Which of the *new* initiatives is which of the *old*; by their titles only, where that is so.

    A number alone says nothing of what was gone in the meantime, and may have been given away.
    """
    return pair_up(old, new, *(INITIATIVE_KEYS[:2] if by_title else INITIATIVE_KEYS))


def paired_milestones(old: Iterable[Milestone], new: Iterable[Milestone]) -> Pairing[Milestone]:
    """Which of the *new* milestones of an initiative is which of the *old*, by what it says."""
    return pair_up(old, new, lambda one: one, lambda one: _normal(one.what))


def initiatives_of(plan: Plan) -> Iterator[Placed]:
    """The initiatives of a *plan*, each with its section, in their order."""
    titles = {_normal(title): title for title in _titles(plan)}
    for section in plan.all_sections:
        for initiative in section.initiatives:
            yield Placed(titles[_normal(section.title)], initiative)


def total_of_grants(plan: Plan) -> Total:
    """The sum of all grants of a *plan*."""
    return Total.of(grant.amount for placed in initiatives_of(plan) for grant in placed.grants)


def _budget(plan: Plan) -> Total:
    amounts = (placed.initiative.budget.values() for placed in initiatives_of(plan))
    return Total.of(chain.from_iterable(amounts))


def _in_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(placed, key=lambda one: in_order(one.initiative.number)))


def _declared(plan: Plan) -> Iterator[Ministry]:
    return (Ministry(code, name) for code, name in plan.ministries.items())


def _marks(plan: Plan) -> Iterator[Mark]:
    return (Mark(sign, meaning) for sign, meaning in plan.marks.items())


def _terms(plan: Plan) -> Iterator[Term]:
    return (Term(key, word) for key, word in plan.terms)


def _statuses(plan: Plan) -> Iterator[StatusKind]:
    """The statuses of *plan*, without their colours, which no plan declares."""
    return (kind._replace(colour="") for kind in plan.known_statuses.kinds)


def _titles(plan: Plan) -> list[str]:
    """The titles of the sections, the first of those that are one."""
    titles: dict[str, str] = {}
    for section in plan.all_sections:
        titles.setdefault(_normal(section.title), section.title)
    return [*titles.values()]


def _with_retitled(sections: Pairing[str], pairs: list[tuple[Placed, Placed]]) -> Pairing[str]:
    """A section went on under a new title where most of its initiatives stand under that now."""
    left, moves = Counter[str](), Counter[tuple[str, str]]()
    removed, added = dict.fromkeys(sections.removed), dict.fromkeys(sections.added)
    for old, new in pairs:
        left[old.section] += 1
        moves[old.section, new.section] += 1
    retitled = []
    for (before, after), count in moves.most_common():
        if before in removed and after in added and 2 * count > left[before]:
            removed.pop(before)
            added.pop(after)
            retitled.append((before, after))
    return Pairing([*sections.pairs, *retitled], [*added], [*removed])


def _changed(
    pairs: Iterable[tuple[Placed, Placed]], sections: Mapping[str, str]
) -> tuple[InitiativeChange, ...]:
    changes = (
        _initiative(old, new, sections)
        for old, new in pairs
        if old.initiative != new.initiative or sections.get(old.section) != new.section
    )
    return tuple(
        sorted(
            (one for one in changes if one != InitiativeChange(one.number, one.title)),
            key=lambda change: in_order(change.number),
        )
    )


def _moved(old: Placed, new: Placed, sections: Mapping[str, str]) -> Change[str] | None:
    if sections.get(old.section) == new.section:
        return None
    return Change(old.section, new.section)


def _initiative(was: Placed, is_now: Placed, sections: Mapping[str, str]) -> InitiativeChange:
    old, new = was.initiative, is_now.initiative
    return InitiativeChange(
        number=new.number,
        title=new.title,
        renumbered=_change(old.number, new.number),
        retitled=_change(old.title, new.title),
        section=_moved(was, is_now, sections),
        ministries=_reassigned(old.ministries, new.ministries),
        participants=_reassigned(old.participants, new.participants),
        marks=_reassigned(old.marks, new.marks),
        reserve_financed=_change(old.reserve_financed, new.reserve_financed),
        status=_restated(old.status, new.status),
        account=_account(old, new),
        grants=_grant_edits(was.grants, is_now.grants),
        total=_change(was.total, is_now.total),
        parts=_part_edits(old.parts, new.parts),
        budget=_budget_edits(old, new),
        indicators=_edits(
            pair_up(old.indicators, new.indicators, lambda one: one, lambda one: _normal(one.name))
        ),
        milestones=_milestone_edits(old.milestones, new.milestones),
        more=_edits(pair_up(_extras(old), _extras(new), lambda extra: extra.key)),
    )


def _part_edits(old: Iterable[Part], new: Iterable[Part]) -> Edits[Part, Change[Part]]:
    """Which parts there are, and what each is called, whatever the plan says of its statuses."""
    keys: tuple[Callable[[Part], Hashable], ...] = (
        lambda part: (part.number, part.title, part.status.phrase),
        lambda part: (part.number, _normal(part.title)),
        lambda part: _normal(part.title),
    )
    paired = pair_up(old, new, *keys)
    pairs = [pair for pair in paired.pairs if keys[0](pair[0]) != keys[0](pair[1])]
    return _edits(Pairing(pairs, paired.added, paired.removed))


def _budget_edits(old: Initiative, new: Initiative) -> Edits[YearBudget, Change[YearBudget]]:
    """What is set aside for each year, however the amounts are written."""
    paired = pair_up(_years(old), _years(new), lambda each: each.year)
    pairs = [pair for pair in paired.pairs if _kroner(pair[0].amount) != _kroner(pair[1].amount)]
    return _edits(Pairing(pairs, paired.added, paired.removed))


def _years(initiative: Initiative) -> Iterator[YearBudget]:
    return (YearBudget(*each) for each in sorted(initiative.budget.items()))


def _kroner(amount: Amount) -> tuple[int, bool]:
    return amount.kroner, amount.rounded


def _extras(holder: Plan | Initiative) -> Iterator[Extra]:
    return (Extra(key, text) for key, text in holder.more.items())


def _restated(old: Status, new: Status) -> Change[Status] | None:
    """Which status it has now, where it is called another, whatever its plan says of it."""
    return None if old.phrase == new.phrase else Change(old, new)


def _reassigned(old: tuple[str, ...], new: tuple[str, ...]) -> Change[tuple[str, ...]] | None:
    """Who is responsible, takes part, or which marks there are now, in whichever order."""
    return None if {*old} == {*new} else Change(old, new)


def _account(old: Initiative, new: Initiative) -> tuple[ParagraphChange, ...]:
    """What changed in an account. What has another number alone has not."""
    before, after = _numbered(old), _numbered(new)
    texts = ([text for _, text in side] for side in (before, after))
    return tuple(
        replace(
            change,
            number_before=before[change.old - 1][0] if change.old else None,
            number=after[change.new - 1][0] if change.new else None,
        )
        for change in text_diff.paragraphs(*texts)
    )


def _numbered(initiative: Initiative) -> list[tuple[int | None, str]]:
    """The paragraphs and items of an account, and the numbers of those items that have one."""
    return [
        (number if block.numbered_list else None, text)
        for block in initiative.account
        for number, text in enumerate(block.texts, start=1)
    ]


def _grant_edits(old: list[Grant], new: list[Grant]) -> Edits[Grant, Change[Grant]]:
    """Of several grants to one recipient, those that stayed as they were are one another first."""
    paired = pair_up(old, new, _meaning, lambda grant: _normal(grant.recipient))
    pairs = [(one, other) for one, other in paired.pairs if _meaning(one) != _meaning(other)]
    return _edits(Pairing(pairs, paired.added, paired.removed))


def _meaning(grant: Grant) -> Hashable:
    return grant.recipient, *_kroner(grant.amount)


def _milestone_edits(
    old: Iterable[Milestone], new: Iterable[Milestone]
) -> Edits[Milestone, MilestoneChange]:
    edits = _edits(paired_milestones(old, new))
    changed = (
        MilestoneChange(old, new, _days(old.last_day, new.last_day))
        for old, new in ((change.old, change.new) for change in edits.changed)
    )
    return Edits(edits.added, edits.removed, tuple(changed))


def _days(old: date | None, new: date | None) -> int | None:
    return (new - old).days if old and new else None
