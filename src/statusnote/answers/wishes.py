"""What answers say, thing by thing: the least of an initiative that two can say differently."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from statusnote import danish
from statusnote.answers import account_merging
from statusnote.answers.edits import Answer, Cell, Edit, Of
from statusnote.answers.questions import DROPPED
from statusnote.plan.model import Grant, Indicator, Initiative, Milestone, Part
from statusnote.plan.scalars import (
    Amount,
    Number,
    fixed,
    in_order,
    read_amount,
    read_day,
    read_due,
    read_figure,
)
from statusnote.plan.statuses import Statuses

Item = Initiative | Part | Milestone | Grant | Indicator
ANEW, GONE = "new", "dropped"  # what is answered of something, where that is no key of the data
NAMES = {Of.MILESTONE: "what", Of.GRANT: "recipient"}  # of what can be new
# What belongs together: the values under the first key and those that are nothing without it.
TOGETHER = {"latest": ("latest", "measured"), "measured": ("latest", "measured")}
ORDER = (Of.STATUS, Of.PART, Of.MILESTONE, Of.GRANT, Of.INDICATOR, Of.ACCOUNT)


@dataclass(frozen=True)
class Wish:
    """One thing that an *edit* of a *party* in a *file* says, its *row*th, and what that means.

    *key* is what it is about: a key of the data, ANEW or GONE; *name* is that of something new.
    """

    edit: Edit
    key: str
    name: str
    meaning: Hashable
    text: str
    party: str
    file: str
    row: int

    @property
    def item(self) -> tuple[Number, Of, int | None, str]:
        """Of which initiative, and which thing in it."""
        return self.edit.number, self.edit.of, self.edit.index, self.name

    @property
    def title(self) -> str:
        """The name of something new, as it was written."""
        return self.edit.values[NAMES[self.edit.of]]

    @property
    def values(self) -> dict[str, str]:
        """What it says, by the keys of the data."""
        keys = TOGETHER.get(self.key, (self.key,))
        return {key: text for key, text in self.edit.values.items() if key in keys}

    @property
    def cell(self) -> Cell:
        """Where it was read."""
        cells = self.edit.cells
        return cells.get(self.key) or next(iter(cells.values()))


def wishes(
    answers: Iterable[Answer], asked: Mapping[Number, Initiative], statuses: Statuses
) -> list[Wish]:
    """All that *answers* say of the initiatives that were *asked*, in an order of its own.

    That is the same whichever answer comes first.
    """
    found = [
        Wish(edit, *said, answer.party, answer.file, row)
        for answer in answers
        for row, edit in enumerate(answer.edits)
        for said in _said(edit, asked.get(edit.number), statuses)
    ]
    return sorted(found, key=_order)


def _order(wish: Wish) -> tuple[object, ...]:
    edit = wish.edit
    place = -1 if edit.index is None else edit.index
    return (
        *(in_order(edit.number), ORDER.index(edit.of), bool(wish.name), place, wish.name, wish.key),
        *(wish.party, wish.file, wish.row),
    )


def _said(
    edit: Edit, asked: Initiative | None, statuses: Statuses
) -> Iterator[tuple[str, str, Hashable, str]]:
    """The key, the name, the meaning and the text of each thing that *edit* says."""
    if edit.of is Of.ACCOUNT:
        base = asked.account if asked else ()
        meaning: Hashable = tuple(account_merging.tokens(base, edit.account))
        yield "account", "", meaning, account_merging.written(base, edit.account)
    elif edit.dropped:
        yield GONE, "", GONE, DROPPED
    elif edit.index is None and edit.of in NAMES:
        name = edit.values[NAMES[edit.of]]
        rest = {key: text for key, text in edit.values.items() if key != NAMES[edit.of]}
        meaning = tuple(_meant(key, text, statuses) for key, text in rest.items())
        yield ANEW, normal(name), meaning, ": ".join((name, *rest.values()))
    else:
        for keys in dict.fromkeys(TOGETHER.get(key, (key,)) for key in edit.values):
            texts = {key: edit.values[key] for key in keys if key in edit.values}
            meaning = tuple(_meant(key, text, statuses) for key, text in texts.items())
            yield keys[0], "", meaning, " – ".join(texts.values())


def normal(text: str) -> str:
    """*text* as two of them are compared, whichever spaces and capital letters they have."""
    return " ".join(text.split()).casefold()


def _meant(key: str, text: str, statuses: Statuses) -> Hashable:
    """What *text* means under *key*; what means nothing there is left as it is."""
    readers: dict[str, Callable[[str], Hashable]] = {
        "status": lambda value: statuses.read(value).phrase,
        "met": read_day,
        "due": read_due,
        "amount": lambda value: _unwritten(read_amount(value)),
        "latest": lambda value: read_figure(value).value,
        "measured": read_due,
    }
    try:
        return readers.get(key, fixed)(fixed(text))
    except ValueError:
        return fixed(text)


def _unwritten(amount: Amount) -> Amount:
    """An *amount* whichever way it is written: 2830850 is 2.830.850."""
    return amount._replace(written="")


def says(one: Hashable, other: Hashable) -> bool:
    """Whether what *one* of two things means says all that the *other* does.

    Two amounts may be one that the other leaves kroner out of.
    """
    match one, other:
        case (Amount() as exact,), (Amount() as rough,):
            return exact.says(rough)
    return one == other


def most_exact(found: Sequence[Wish]) -> list[Wish]:
    """What is *found* of one thing, without what others of it say, and more exactly."""
    meanings = {wish.meaning for wish in found}
    return [
        wish
        for wish in found
        if not any(says(each, wish.meaning) for each in meanings - {wish.meaning})
    ]


def held(item: Item, key: str) -> tuple[Hashable, str]:
    """What *item* of a plan has under *key*: its meaning, and how it is said."""
    if isinstance(item, Initiative | Part):
        return (item.status.phrase,), item.status.phrase
    if isinstance(item, Milestone):
        if key == "met":
            return (item.met,), danish.plain(danish.day(item.met)) if item.met else ""
        if key == "due":
            return (item.due,), danish.plain(danish.due(item.due))
        return (item,), danish.plain(item.sentence)
    if isinstance(item, Grant):
        written = danish.plain(item.amount.written)
        if key == "amount":
            return (_unwritten(item.amount),), written
        if key == "recipient":
            return (item.recipient,), item.recipient
        return (item.recipient, _unwritten(item.amount)), f"{item.recipient}: {written}"
    texts = (
        item.latest.written if item.latest else "",
        danish.plain(danish.due(item.measured or "")),
    )
    value = item.latest.value if item.latest else None
    return (value, item.measured), " – ".join(filter(None, texts))


def name_of(item: Item) -> str:
    """What *item* is called, if it is one of several."""
    names = {Milestone: "what", Grant: "recipient", Part: "heading", Indicator: "name"}
    return str(getattr(item, names.get(type(item), ""), ""))
