"""The table that all forms for people show: the initiatives down, and the versions across."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from statusnote import danish
from statusnote.diagnostics.reporters import visible
from statusnote.history.model import Column, History, InitiativeHistory, MilestoneHistory, Said

T = TypeVar("T")


class Cell(NamedTuple):
    """What a version says: a text, with the *sign* and the *colour* of a status, if it is one.

    It is *changed* where the version before that says anything says something else.
    """

    text: str
    sign: str = ""
    colour: str = ""
    changed: bool = False

    @property
    def marked(self) -> str:
        """All of it in one line: `≠ ✓ gennemført`."""
        return " ".join(filter(None, (CHANGED * self.changed, self.sign, self.text)))


class Line(NamedTuple):
    """A row of the table: an initiative, or one of its milestones, which has a number of *moves*.

    A milestone has the number of its initiative, and that one's title as its *owner*.
    """

    number: str
    title: str
    cells: tuple[Cell, ...]
    owner: str = ""
    moves: int | None = None

    @property
    def moved(self) -> str:
        """`flyttet 2 gange`, or nothing."""
        if not self.moves:
            return ""
        return f"flyttet {danish.number(self.moves)} {'gang' if self.moves == 1 else 'gange'}"


CHANGED = "≠"
ABSENT = Cell("–")
UNREAD = Cell("?")
CANNOT_BE_READ = "kan ikke læses"
GRANTS = "Tilskud i alt"
MOVED = "Flyttet"


def heading(column: Column) -> tuple[str, ...]:
    """The lines that head a *column*: its day, and its name where that alone doesn't tell."""
    if column.as_of is None:
        return visible(column.name), CANNOT_BE_READ
    day = danish.plain(danish.day(column.as_of))
    return (day, visible(column.name)) if column.shows_name else (day,)


def lines(history: History) -> Iterator[Line]:
    """The rows of the table, each initiative before its milestones, without the sums."""
    for initiative in history.initiatives:
        number = str(initiative.number)
        statuses = _cells(history, initiative.said, _status, lambda said: said.status.phrase)
        yield Line(number, danish.plain(initiative.title), statuses)
        for milestone in initiative.milestones:
            yield _milestone(history, initiative, milestone)


def _milestone(
    history: History, initiative: InitiativeHistory, milestone: MilestoneHistory
) -> Line:
    promised = [
        (said.due, said.is_met(column.as_of)) if said and column.as_of else None
        for said, column in zip(milestone.said, history.columns, strict=True)
    ]
    return Line(
        number=str(initiative.number),
        title=danish.plain(milestone.what),
        cells=_cells(history, promised, _promise, lambda promise: promise[0]),
        owner=danish.plain(initiative.title),
        moves=milestone.moves,
    )


def _promise(promise: tuple[str, bool]) -> Cell:
    due, is_met = promise
    return Cell(danish.plain(danish.due(due)) + " (indfriet)" * is_met)


def grants(history: History) -> Line:
    """The row of the sums of all grants."""
    sums = [column.grants for column in history.columns]
    cells = _cells(
        history, sums, lambda total: Cell(danish.plain(total.printed)), lambda sum_: sum_
    )
    return Line("", GRANTS, cells)


def _status(said: Said) -> Cell:
    kind = said.status.kind
    return Cell(said.status.phrase, kind.sign, kind.colour)


def _cells(
    history: History,
    values: Sequence[T | None],
    shown: Callable[[T], Cell],
    meaning: Callable[[T], Hashable],
) -> tuple[Cell, ...]:
    """A cell for what each version says, or doesn't; changed where the *meaning* is another."""
    cells = []
    before: T | None = None
    for column, value in zip(history.columns, values, strict=True):
        if value is None:
            cells.append(UNREAD if column.as_of is None else ABSENT)
            continue
        changed = before is not None and meaning(before) != meaning(value)
        cells.append(shown(value)._replace(changed=changed))
        before = value
    return tuple(cells)


def sentence(history: History) -> str:
    """`Udviklingen i 5 udgaver, fra 10. april 2025 til 1. maj 2026.`"""
    count = len(history.columns)
    days = sorted({column.as_of for column in history.columns if column.as_of})
    first, last = (danish.plain(danish.day(day)) for day in (days[0], days[-1]))
    time = f"pr. {first}" if first == last else f"fra {first} til {last}"
    return f"Udviklingen i {danish.number(count)} {'udgave' if count == 1 else 'udgaver'}, {time}."


def legend(history: History, changed: str = CHANGED) -> str:
    """What the signs in the cells mean, of which *changed* is one."""
    unread = any(column.as_of is None for column in history.columns)
    signs = {
        changed: "andet end i udgaven før",
        ABSENT.text: "ikke med i udgaven",
        **({UNREAD.text: "udgaven kan ikke læses"} if unread else {}),
    }
    return "; ".join(f"{sign} {meaning}" for sign, meaning in signs.items()) + "."
