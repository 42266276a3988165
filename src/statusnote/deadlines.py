"""Note → which promises have run out, and which will, for the terminal and as JSON."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.note import Note, Promise, Row
from statusnote.summary import Filter


class State(StrEnum):
    """How a milestone stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    MET = "met"


@dataclass(frozen=True)
class Deadline:
    """A milestone, how it stands, and whose it is. *due* and *moved_from* are as they are written.

    *days* are those from the day it is asked about to the last one that *due* can mean, or to the
    day before that on which it was met; below 0 where that came too late.
    """

    state: State
    due: str
    last_day: date
    days: int
    what: str
    met: date | None
    moved_from: tuple[str, ...]
    number: int
    title: str
    ministries: tuple[str, ...]


@dataclass(frozen=True)
class Deadlines:
    """The milestones of a note as of a day: overdue, due *within* so many days, later, and met."""

    title: str
    as_of: date
    within: int
    counts: dict[State, int]
    milestones: tuple[Deadline, ...]


def on(note: Note, chosen: Filter, as_of: date, within: int) -> Deadlines:
    """How the milestones of what *chosen* lets through stand on the day *as_of*."""
    found = [
        _deadline(row, promise, as_of, within)
        for number, section in enumerate(note.sections, start=1)
        for row in section.rows
        if chosen.shows(row, number)
        for promise in row.milestones
    ]
    states = list(State)
    found.sort(key=lambda each: (states.index(each.state), each.last_day, each.number))
    counts = Counter(each.state for each in found)
    return Deadlines(
        note.title, as_of, within, {state: counts[state] for state in State}, tuple(found)
    )


def _deadline(row: Row, promise: Promise, as_of: date, within: int) -> Deadline:
    state = _state(promise, as_of, within)
    counted_from = promise.met if state is State.MET and promise.met else as_of
    return Deadline(
        state=state,
        due=promise.due,
        last_day=promise.last_day,
        days=(promise.last_day - counted_from).days,
        what=promise.what,
        met=promise.met,
        moved_from=promise.moved_from,
        number=row.number,
        title=row.title,
        ministries=row.ministries,
    )


def _state(promise: Promise, as_of: date, within: int) -> State:
    if promise.is_met(as_of):
        return State.MET
    if promise.is_overdue(as_of):
        return State.OVERDUE
    return State.DUE if (promise.last_day - as_of).days <= within else State.LATER


def as_json(deadlines: Deadlines) -> str:
    """The milestones as one JSON object, its keys those of Deadlines; days as `2025-04-10`."""
    text = json.dumps(asdict(deadlines), ensure_ascii=False, indent=2, default=date.isoformat)
    return f"{text}\n"


# A sign, a colour and a heading for each state, so that none has to carry the meaning alone.
LOOKS = {
    State.OVERDUE: ("✗", "red", "Overskredet"),
    State.DUE: ("▸", "yellow", "Frist inden for {}"),
    State.LATER: ("→", "blue", "Senere"),
    State.MET: ("✓", "green", "Indfriet"),
}
WIDTH_OF_DUE = 20


def rendered(deadlines: Deadlines) -> RenderableType:
    """The milestones for the eye, in Danish."""
    parts: list[RenderableType] = [
        Text(deadlines.title, style="bold"),
        Text(danish.plain(f"Milepæle pr. {danish.day(deadlines.as_of)}")),
    ]
    for state, count in deadlines.counts.items():
        if count:
            parts += [Text(), _heading(state, count, deadlines.within), _table(deadlines, state)]
    if not deadlines.milestones:
        parts += [Text(), Text("Ingen milepæle.")]
    return Group(*parts)


def _heading(state: State, count: int, within: int) -> Text:
    sign, colour, words = LOOKS[state]
    heading = f"{sign} {words.format(danish.days(within))} ({danish.number(count)})"
    return Text(danish.plain(heading), style=f"bold {colour}")


def _table(deadlines: Deadlines, state: State) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=WIDTH_OF_DUE, overflow="fold")
    table.add_column(justify="right", width=3)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(overflow="fold")
    for each in deadlines.milestones:
        if each.state is state:
            table.add_row(
                _when(each), str(each.number), _what(each), Text("/".join(each.ministries))
            )
    return table


def _when(each: Deadline) -> Text:
    _, colour, _ = LOOKS[each.state]
    text = Text(danish.plain(danish.due(each.due)))
    if words := _distance(each):
        text.append(danish.plain(f"\n{words}"), style=colour)
    return text


def _distance(each: Deadline) -> str:
    late = danish.days(-each.days)
    if each.state is State.MET and each.met:
        too_late = f", {late} for sent" if each.days < 0 else ""
        return f"indfriet {danish.day(each.met)}{too_late}"
    if each.state is State.OVERDUE:
        return f"{late} over tiden"
    if each.state is State.DUE:
        return f"om {danish.days(each.days)}" if each.days else "i dag"
    return ""


def _what(each: Deadline) -> Text:
    text = Text(each.what)
    if each.moved_from:
        text.append(danish.plain(f"\n{danish.moved(each.moved_from, each.due)}"), style="yellow")
    return text.append(f"\n{each.title}", style="dim")
