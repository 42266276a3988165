"""What differs in a party's part of two plans, told as `diff` tells it of the whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from statusnote.approvals.part import (
    codes_of,
    initiatives_of_party,
    meant,
    prints_milestones,
    signs_of,
)
from statusnote.changes.compare import compare
from statusnote.changes.model import Change, Changes, InitiativeChange, Placed
from statusnote.changes.model import Edits as Of
from statusnote.plan.model import Plan
from statusnote.plan.scalars import Number
from statusnote.plan.statuses import StatusKind

T = TypeVar("T")


@dataclass(frozen=True)
class Edits:
    """What `diff` tells of a party's part; and the initiatives in which only the order is another.

    The order that `diff` passes over, but an approval doesn't, is that of those responsible, and
    where in an account its lists begin and end.
    """

    changes: Changes
    rearranged: tuple[Number, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes or self.rearranged)


def between(old: Plan, new: Plan, party: str) -> Edits:
    """What differs in the part of *party* between *old* and *new*: where the hash is another."""
    before, now = initiatives_of_party(old, party), initiatives_of_party(new, party)
    changes = _restricted(compare(old, new), old, new, (before, now))
    return Edits(changes, tuple(_rearranged(before, now, changes)))


def _restricted(
    changes: Changes, old: Plan, new: Plan, part: tuple[list[Placed], list[Placed]]
) -> Changes:
    """Those *changes* that are seen in the rows of a *part*, as it was and as it is now."""
    before, now = part
    both = (*before, *now)
    codes = {code for each in both for code in codes_of(each)}
    signs = {sign for each in both for sign in signs_of(each)}
    phrases = set(_phrases(both))
    sections = {each.section for each in before}
    printed = prints_milestones(old, before) != prints_milestones(new, now)
    statuses = _used(changes.statuses, lambda kind: kind.phrase in phrases)
    return Changes(
        as_of=changes.as_of,
        print_numbers=changes.print_numbers,
        print_milestones=changes.print_milestones if printed else None,
        terms=changes.terms,
        ministries=_used(changes.ministries, lambda ministry: ministry.code in codes),
        marks=_used(changes.marks, lambda mark: mark.sign in signs),
        statuses=replace(statuses, changed=tuple(filter(_is_seen, statuses.changed))),
        sections=_used(Of(changed=changes.sections.changed), lambda title: title in sections),
        initiatives=_of_initiatives(changes, before, now),
        called=changes.called,
    )


def _used(edits: Of[T, Change[T]], is_used: Callable[[T], bool]) -> Of[T, Change[T]]:
    return Of(
        added=tuple(filter(is_used, edits.added)),
        removed=tuple(filter(is_used, edits.removed)),
        changed=tuple(change for change in edits.changed if is_used(change.old)),
    )


def _phrases(part: Iterable[Placed]) -> Iterator[str]:
    for each in part:
        yield each.initiative.status.kind.phrase
        yield from (one.status.kind.phrase for one in each.initiative.parts)


def _is_seen(change: Change[StatusKind]) -> bool:
    """Whether a status changed in more than its sign, which only a terminal shows."""
    return change.old._replace(sign="") != change.new._replace(sign="")


def _of_initiatives(
    changes: Changes, before: list[Placed], now: list[Placed]
) -> Of[Placed, InitiativeChange]:
    was, is_now = _numbers(before), _numbers(now)
    told = changes.initiatives
    return replace(
        told,
        added=tuple(each for each in told.added if each.initiative.number in is_now),
        removed=tuple(each for each in told.removed if each.initiative.number in was),
        changed=tuple(
            each for each in told.changed if each.number in is_now or _old_number(each) in was
        ),
    )


def _numbers(part: Iterable[Placed]) -> set[Number]:
    return {each.initiative.number for each in part}


def _old_number(change: InitiativeChange) -> Number:
    return change.renumbered.old if change.renumbered else change.number


def _rearranged(before: list[Placed], now: list[Placed], changes: Changes) -> Iterator[Number]:
    told = {each.number for each in changes.initiatives.changed if _tells_order(each)}
    told |= _numbers(changes.initiatives.added)
    orders = {each.initiative.number: _order(each) for each in before}
    for each in now:
        number = each.initiative.number
        if number not in told and orders.get(number, _order(each)) != _order(each):
            yield number


def _tells_order(change: InitiativeChange) -> bool:
    lists = (change.grants.added, change.grants.removed, change.grants.changed)
    return bool(change.renumbered or change.ministries or change.account or any(lists))


def _order(placed: Placed) -> object:
    return placed.initiative.ministries, meant(placed.initiative.account)
