"""Answers, the data that they were asked of and those of today → what is to be done to today's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from statusnote.answers import account_merging, accounts
from statusnote.answers.account_merging import Accounts
from statusnote.answers.counterparts import Counterpart, counterparts
from statusnote.answers.edits import Answer, Cell, Of
from statusnote.answers.initiative_patches import Wanted, wanted
from statusnote.answers.wishes import (
    ANEW,
    GONE,
    Wish,
    held,
    most_exact,
    name_of,
    normal,
    says,
    wishes,
)
from statusnote.changes.compare import initiatives_of
from statusnote.plan.loading import Whole
from statusnote.plan.model import Initiative, Plan
from statusnote.plan.operations import Operation
from statusnote.plan.scalars import Number
from statusnote.reading.nodes import SequenceNode


@dataclass(frozen=True)
class Said:
    """What an answer says: the *text*, in which of its cells, and of whom it is."""

    text: str
    party: str
    cell: Cell


@dataclass(frozen=True)
class Conflict:
    """What was changed in two ways since the answers were asked for, or answered in two ways.

    It is about the initiative of this *number* and *title*, as they are now, and *of* it about the
    status, the account, or that which has this *name*: what is promised, the heading of a part,
    the recipient, what is measured. *key* is the one that it has in the data: `met`, `amount`;
    `dropped` where it was said to be no more, and `new` where it is.

    *base* is what the data said that were asked of, and *now* what they say, empty where nothing;
    None where what the answer is about is gone.
    """

    number: Number
    title: str
    of: Of
    name: str
    key: str
    base: str
    now: str | None
    answers: tuple[Said, ...]


@dataclass(frozen=True)
class Merged:
    """What is to be done to the present data, what is not, and what they say already."""

    changes: tuple[Wanted, ...]
    conflicts: tuple[Conflict, ...]
    already: tuple[Wish, ...]

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What `plan.patching.patched` is to do to the text of the present data."""
        return tuple(change.operation for change in self.changes)


def merged(base: Plan, now: Whole, answers: Sequence[Answer]) -> Merged:
    """What *answers* to questions about *base* change in the data of *now*.

    What is there already is left; what was changed otherwise in the meantime, or is answered in two
    ways, is a conflict, and left as well. The order of the answers decides nothing.
    """
    asked = {each.initiative.number: each.initiative for each in initiatives_of(base)}
    present = counterparts(base, now)
    changes: list[Wanted] = []
    conflicts: list[Conflict] = []
    already: list[Wish] = []
    found = wishes(answers, asked, now.plan.known_statuses)
    for number, group in groupby(found, key=lambda wish: wish.edit.number):
        those = [*group]
        if counterpart := present.get(number):
            merging = _Merging(counterpart, those)
            changes += merging.changes
            conflicts += merging.conflicts
            already += merging.already
        else:
            conflicts += _gone(number, asked.get(number), those)
    return Merged(tuple(changes), tuple(conflicts), tuple(already))


def _gone(number: Number, asked: Initiative | None, found: list[Wish]) -> Iterator[Conflict]:
    """What is wished of an initiative that is no longer there."""
    title = asked.title if asked else ""
    for item, group in groupby(found, key=lambda wish: (*wish.item, wish.key)):
        those = [*group]
        yield Conflict(number, title, item[1], item[3], item[4], "", None, _said(those))


def _said(found: Sequence[Wish]) -> tuple[Said, ...]:
    return tuple(Said(wish.text, wish.party, wish.cell) for wish in found)


class _Merging:
    """The *changes* of an initiative that its wishes ask for, the conflicts, and what is there."""

    def __init__(self, counterpart: Counterpart, found: Sequence[Wish]) -> None:
        self.counterpart = counterpart
        self.conflicts: list[Conflict] = []
        self.already: list[Wish] = []
        self.wishes: list[Wish] = []
        self.account: list[Operation] = []
        for _, group in groupby(found, key=lambda wish: wish.item):
            self._take_item([*group])
        self.changes = [*wanted(counterpart, self.wishes, self.account)]

    def _take_item(self, found: list[Wish]) -> None:
        """Take what is wished of one thing: that it goes, or else what it is to say."""
        keys = {wish.key for wish in found}
        if GONE in keys and len(keys) > 1:
            self._report(found, GONE)
            return
        for key in dict.fromkeys(wish.key for wish in found):
            those = [wish for wish in found if wish.key == key]
            if len({wish.meaning for wish in most_exact(those)}) > 1:
                if self._is_decided(those, key):
                    self.already += those
                else:
                    self._report(those, key)
            elif those[0].edit.of is Of.ACCOUNT:
                self._take_account(those)
            elif key == ANEW:
                self._take_new(those)
            else:
                self._take(those, key)

    def _is_decided(self, found: list[Wish], key: str) -> bool:
        """Whether one of several answers has been put into the data since."""
        edit = found[0].edit
        if edit.of is Of.ACCOUNT or key in (ANEW, GONE):
            return False
        asked, now = self.counterpart.both(edit.of, edit.index)
        if now is None or held(now, key)[0] == held(asked, key)[0]:
            return False
        return any(says(held(now, key)[0], wish.meaning) for wish in found)

    def _take(self, found: list[Wish], key: str) -> None:
        """Take what is wished under *key*. What the data said when they were asked is no wish."""
        wish = most_exact(found)[0]
        edit, meaning = wish.edit, wish.meaning
        asked, now = self.counterpart.both(edit.of, edit.index)
        if now is None:
            if key == GONE:
                self.already += found
            else:
                self._report(found, key)
        elif any(says(held(each, key)[0], meaning) for each in (now, asked)):
            self.already += found
        elif held(now, key)[0] == held(asked, key)[0] or says(meaning, held(now, key)[0]):
            self.wishes.append(wish)
        else:
            self._report(found, key)

    def _take_new(self, found: list[Wish]) -> None:
        """Take something new, unless somebody has put it in since."""
        wish = most_exact(found)[0]
        edit = wish.edit
        fresh = [
            each for each in self.counterpart.fresh(edit.of) if normal(name_of(each)) == wish.name
        ]
        key = "due" if edit.of is Of.MILESTONE else "amount"
        meanings = [(held(each, key)[0], wish.meaning) for each in fresh]
        if any(says(*pair) or says(*pair[::-1]) for pair in meanings):
            self.already += found
        elif fresh:
            self._report(found, ANEW, held(fresh[0], GONE)[1])
        else:
            self.wishes.append(wish)

    def _take_account(self, found: list[Wish]) -> None:
        asked, now = self.counterpart.asked.account, self.counterpart.now.account
        nodes = self.counterpart.node.value("account")
        touched = [
            place
            for place, block in enumerate(now)
            for grant in block.grants
            if any(grant is each for each in self._grants_wished())
        ]
        listed = nodes if isinstance(nodes, SequenceNode) else SequenceNode()
        path = (*self.counterpart.path, "account")
        done = account_merging.operations(
            path, Accounts(asked, now, listed, touched), found[0].edit.account
        )
        if done is None:
            self._report(found, "account")
        elif done:
            self.account = done
            self.wishes.append(found[0])
        else:
            self.already += found

    def _grants_wished(self) -> Iterator[object]:
        """The present grants of which something else is wished."""
        for wish in self.wishes:
            if wish.edit.of is Of.GRANT and wish.edit.index is not None:
                yield self.counterpart.both(Of.GRANT, wish.edit.index)[1]

    def _report(self, found: list[Wish], key: str, present: str = "") -> None:
        """Report that what is wished of one thing can't be done to it."""
        edit, now = found[0].edit, self.counterpart.now
        base: str | None = ""
        is_now: str | None = present
        name = found[0].title if key == ANEW else ""
        if edit.of is Of.ACCOUNT:
            base, is_now = (
                accounts.written(self.counterpart.asked.account),
                accounts.written(now.account),
            )
        elif key != ANEW:
            asked, present_item = self.counterpart.both(edit.of, edit.index)
            name, base = name_of(asked) if edit.index is not None else "", held(asked, key)[1]
            is_now = held(present_item, key)[1] if present_item else None
        self.conflicts.append(
            Conflict(now.number, now.title, edit.of, name, key, base or "", is_now, _said(found))
        )
