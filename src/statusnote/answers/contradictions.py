"""What answers to different states of the data say differently of one thing: it is not done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statusnote.answers import accounts, merging
from statusnote.answers.counterparts import Counterpart, counterparts
from statusnote.answers.edits import Answer, Edit, Of
from statusnote.answers.merging import Conflict, Said
from statusnote.answers.wishes import ANEW, GONE, TOGETHER, Wish, held, most_exact, name_of
from statusnote.plan.loading import Whole
from statusnote.plan.model import Plan


@dataclass(frozen=True)
class Asked:
    """Answers to questions about one state of the data, and the *plan* that it was."""

    plan: Plan
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class _Said:
    """A *wish* of those asked in one of the states, by its *number*, and what it is about now."""

    number: int
    wish: Wish
    counterpart: Counterpart

    @property
    def thing(self) -> tuple[object, ...]:
        """Which thing in today's data it is about."""
        edit, now = self.wish.edit, self.counterpart.now
        item = now if self.wish.key == ANEW else self.counterpart.both(edit.of, edit.index)[1]
        return now.number, edit.of, id(item), self.wish.name


def without(now: Whole, asked: Sequence[Asked]) -> tuple[list[Asked], list[Conflict]]:
    """What was *asked*, without the edits that contradict one of another state; and these.

    Those of one state that contradict each other are left for the merging to find.
    """
    if len(asked) == 1:
        return [*asked], []
    things: dict[tuple[object, ...], list[_Said]] = defaultdict(list)
    for said in _all_said(now, asked):
        things[said.thing].append(said)
    conflicts = []
    taken: dict[int, set[str]] = defaultdict(set)  # the keys that are taken out of each edit
    for found in things.values():
        for key, those in _contradicting(found):
            conflicts.append(_conflict(those, key))
            for each in those:
                taken[id(each.wish.edit)] |= {*TOGETHER.get(each.wish.key, (each.wish.key,))}
    return [_left(each, taken) for each in asked], conflicts


def _all_said(now: Whole, asked: Sequence[Asked]) -> Iterator[_Said]:
    """All that would be done, if the others hadn't answered."""
    for number, each in enumerate(asked):
        present = counterparts(each.plan, now)
        for change in merging.merged(each.plan, now, each.answers).changes:
            for wish in change.wishes:
                yield _Said(number, wish, present[wish.edit.number])


def _contradicting(found: Sequence[_Said]) -> Iterator[tuple[str, list[_Said]]]:
    """What of the same thing is said differently in different states, by its key."""
    keys = {each.wish.key for each in found}
    if GONE in keys and len(keys) > 1:  # which those of one state would have been a conflict about
        yield GONE, [*found]
        return
    for key in sorted(keys):
        those = [each for each in found if each.wish.key == key]
        meanings = {wish.meaning for wish in most_exact([each.wish for each in those])}
        if len({each.number for each in those}) > 1 and len(meanings) > 1:
            yield key, those


def _conflict(those: Sequence[_Said], key: str) -> Conflict:
    """The conflict of all that is said; what was asked of is what was asked of last."""
    wish, counterpart = those[-1].wish, those[-1].counterpart
    edit, now = wish.edit, counterpart.now
    answers = tuple(Said(each.wish.text, each.wish.party, each.wish.cell) for each in those)
    if edit.of is Of.ACCOUNT:
        base, present = map(accounts.written, (counterpart.asked.account, now.account))
        return Conflict(now.number, now.title, edit.of, "", key, base, present, answers)
    if key == ANEW:
        return Conflict(now.number, now.title, edit.of, wish.title, key, "", "", answers)
    asked, item = counterpart.both(edit.of, edit.index)
    name = name_of(asked) if edit.index is not None else ""
    is_now = held(item, key)[1] if item else None
    return Conflict(now.number, now.title, edit.of, name, key, held(asked, key)[1], is_now, answers)


def _left(asked: Asked, taken: dict[int, set[str]]) -> Asked:
    answers = (
        replace(answer, edits=tuple(_edits_left(answer.edits, taken))) for answer in asked.answers
    )
    return replace(asked, answers=tuple(answers))


def _edits_left(edits: Sequence[Edit], taken: dict[int, set[str]]) -> Iterator[Edit]:
    for edit in edits:
        gone = taken.get(id(edit), set())
        left = {key: text for key, text in edit.values.items() if key not in gone}
        if not gone:
            yield edit
        elif left and ANEW not in gone and GONE not in gone:
            yield replace(edit, values=left)
