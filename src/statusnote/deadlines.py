"""Note → which promises have run out, and which will, for the terminal, as Markdown and JSON."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypedDict

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.note import Note, Row
from statusnote.plan.model import Initiative, Milestone, Terms
from statusnote.plan.scalars import Count, IsoDay, Number, in_order, iso
from statusnote.render import gfm
from statusnote.summary import Filter

if TYPE_CHECKING:
    from statusnote.changes.formats import OnTerminal
    from statusnote.icalendar import Entry


class State(StrEnum):
    """How a milestone stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    MET = "met"


class Deadline(NamedTuple):
    """A *milestone*, how it stands, and the *row* that it belongs to.

    *days* are those from the day it is asked about to the last one that it can mean, or to the day
    before that on which it was met; below 0 where that came too late, and none where it has no
    last day.
    """

    state: State
    days: int | None
    milestone: Milestone
    row: Row


@dataclass(frozen=True)
class Deadlines:
    """The milestones of a note as of a day: overdue, due *within* so many days, later, and met."""

    title: str
    as_of: date
    within: int
    counts: dict[State, int]
    terms: Terms
    milestones: tuple[Deadline, ...]


def on(note: Note, chosen: Filter, as_of: date, within: int) -> Deadlines:
    """How the milestones of what *chosen* lets through stand on the day *as_of*."""
    deadlines = [
        _deadline(milestone, row, as_of, within)
        for number, section in enumerate(note.sections, start=1)
        for row in section.rows
        if chosen.shows(row, number)
        for milestone in row.milestones
    ]
    states = list(State)
    deadlines.sort(
        key=lambda deadline: (
            states.index(deadline.state),
            deadline.milestone.last_day or date.max,
            in_order(deadline.row.number),
        )
    )
    counts = Counter(deadline.state for deadline in deadlines)
    ordered = {state: counts[state] for state in State}
    return Deadlines(note.title, as_of, within, ordered, note.terms, tuple(deadlines))


def _deadline(milestone: Milestone, row: Row, as_of: date, within: int) -> Deadline:
    met = milestone.met if milestone.is_met(as_of) else None
    last = milestone.last_day
    days = (last - (met or as_of)).days if last else None
    return Deadline(_state(days, within, met=met is not None), days, milestone, row)


def _state(days: int | None, within: int, *, met: bool) -> State:
    if met:
        return State.MET
    if days is None or days > within:
        return State.LATER
    return State.DUE if days >= 0 else State.OVERDUE


def as_markdown(deadlines: Deadlines) -> str:
    """The milestones in GitHub Flavored Markdown, in Danish; what the data say is no markup."""
    blocks = [
        "### Milepæle",
        f"**{gfm.escape(deadlines.title)}**",
        danish.plain(f"Milepæle pr. {danish.day(deadlines.as_of)}"),
        table_in_markdown(deadlines, [*State]) if deadlines.milestones else NO_MILESTONES,
    ]
    return "\n\n".join(blocks) + "\n"


def table_in_markdown(deadlines: Deadlines, states: Collection[State]) -> str:
    """The milestones that stand in one of *states*, as a table in Markdown."""
    initiative, *_ = deadlines.terms.columns
    head = ("Tilstand", "Tidspunkt", "Nr.", "Milepæl", initiative, "Ansvar")
    aligns = ("---", "---", "---:", "---", "---", "---")
    rows = [_cells(each, deadlines.within) for each in deadlines.milestones if each.state in states]
    return gfm.table(aligns, [head, *rows])


def _cells(deadline: Deadline, within: int) -> tuple[str, ...]:
    milestone, row = deadline.milestone, deadline.row
    when = filter(None, (danish.due(milestone.due), _distance(deadline)))
    what = filter(None, (milestone.what, milestone.moved))
    return (
        signed(deadline.state, within),
        danish.plain(", ".join(when)),
        str(row.number),
        danish.plain("; ".join(what)),
        row.title,
        row.ministry_codes,
    )


class CountsJson(TypedDict):
    """How many milestones stand how."""

    overdue: Annotated[Count, "how many are open, and the last day that they can mean is past"]
    due: Annotated[Count, "how many are due within the days of the window"]
    later: Annotated[Count, "how many are due later, or have no time of their own"]
    met: Annotated[Count, "how many are met"]


class MilestoneJson(TypedDict):
    """A milestone, how it stands, and the initiative that it belongs to."""

    state: Annotated[State, "how it stands on the day"]
    due: Annotated[str, "when it is promised, as vague as it was written: `ultimo 2026`, `2026-07`"]
    last_day: Annotated[IsoDay | None, "the last day that it can mean; null for `løbende`"]
    days: Annotated[
        int | None,
        "the days from the day, or from the one on which it was met, to its last day: below 0 "
        "where that is past, and null where there is none",
    ]
    what: Annotated[str, "what is promised"]
    met: Annotated[IsoDay | None, "the day on which it was met; null where that is not known"]
    moved_from: Annotated[list[str], "when it was promised before, if it was moved"]
    number: Annotated[Number, "its initiative's number, a text where that is no whole number"]
    title: Annotated[str, "its initiative's title"]
    ministries: Annotated[list[str], "the codes of those who are responsible for its initiative"]


class DueJson(TypedDict):
    """The milestones by how they stand on a day: what `due --format json` prints."""

    title: Annotated[str, "the note's title"]
    as_of: Annotated[IsoDay, "the day to look from"]
    within: Annotated[Count, "the days of the window in which a milestone is due, and not later"]
    counts: Annotated[CountsJson, "how many stand how"]
    milestones: Annotated[list[MilestoneJson], "each of them, by how it stands, and by its date"]


def as_json(deadlines: Deadlines) -> str:
    """The milestones as one JSON object."""
    return json.dumps(as_dict(deadlines), ensure_ascii=False, indent=2) + "\n"


def as_dict(deadlines: Deadlines) -> DueJson:
    """What JSON has for the milestones."""
    return {
        "title": deadlines.title,
        "as_of": deadlines.as_of.isoformat(),
        "within": deadlines.within,
        "counts": counts_in_json(deadlines.counts),
        "milestones": list(map(_milestone, deadlines.milestones)),
    }


def counts_in_json(counts: Mapping[State, int]) -> CountsJson:
    """What JSON has for the *counts* of milestones."""
    return {
        "overdue": counts[State.OVERDUE],
        "due": counts[State.DUE],
        "later": counts[State.LATER],
        "met": counts[State.MET],
    }


def _milestone(deadline: Deadline) -> MilestoneJson:
    milestone, row = deadline.milestone, deadline.row
    return {
        "state": deadline.state,
        "due": milestone.due,
        "last_day": iso(milestone.last_day),
        "days": deadline.days,
        "what": milestone.what,
        "met": iso(milestone.met),
        "moved_from": [*milestone.moved_from],
        "number": row.number,
        "title": row.title,
        "ministries": [*row.ministries],
    }


def as_calendar(deadlines: Deadlines) -> str:
    """What is not met, and has a last day, as a calendar."""
    from statusnote import icalendar  # which the other formats can do without

    return icalendar.written(deadlines.title, deadlines.as_of, entries(deadlines))


def entries(deadlines: Deadlines) -> list["Entry"]:
    """What a calendar has of what is not met, and has a last day."""
    return [
        entry(deadlines.title, deadlines.terms, row, milestone, milestone.last_day)
        for state, _, milestone, row in deadlines.milestones
        if state is not State.MET and milestone.last_day
    ]


def entry(
    title: str, terms: Terms, of: Row | Initiative, milestone: Milestone, last: date
) -> "Entry":
    """What a calendar has of a *milestone* of an initiative, on the *last* day that it can mean.

    *title* is that of the plan, and *terms* are its words.
    """
    from statusnote.icalendar import Entry

    initiative, *_ = terms.columns
    moved = f" ({milestone.moved})" if milestone.moved else ""
    lines = (
        f"Lovet til {danish.due(milestone.due)}{moved}",
        f"{initiative} {of.number}: {of.title} ({'/'.join(of.ministries)})",
        title,
    )
    known_by = (title, str(of.number), milestone.what)
    return Entry(known_by, last, f"Frist: {milestone.what}", danish.plain("\n".join(lines)))


# A sign, a colour and a heading for each state, so that none has to carry the meaning alone.
LOOKS = {
    State.OVERDUE: ("✗", "red", "Overskredet"),
    State.DUE: ("▸", "yellow", "Frist inden for {}"),
    State.LATER: ("→", "blue", "Senere"),
    State.MET: ("✓", "green", "Indfriet"),
}
NO_MILESTONES = "Ingen milepæle."
WIDTH_OF_DUE = 20


def rendered(deadlines: Deadlines) -> RenderableType:
    """The milestones for the eye, in Danish."""
    head = (
        Text(deadlines.title, style="bold"),
        Text(danish.plain(f"Milepæle pr. {danish.day(deadlines.as_of)}")),
    )
    none = () if deadlines.milestones else (Text(), Text(NO_MILESTONES))
    return Group(*head, *lists(deadlines, State), *none)


def lists(deadlines: Deadlines, states: Iterable[State]) -> Iterator[RenderableType]:
    """For each of *states* in which any stands: an empty line, a heading, and the milestones."""
    for state in states:
        if count := deadlines.counts[state]:
            yield Text()
            yield _heading(state, count, deadlines.within)
            yield _table(deadlines, state)


def _heading(state: State, count: int, within: int) -> Text:
    _, colour, _ = LOOKS[state]
    return Text(f"{signed(state, within)} ({danish.number(count)})", style=f"bold {colour}")


def signed(state: State, within: int) -> str:
    """`✗ Overskredet`: the sign of a *state*, and its words."""
    sign, _, words = LOOKS[state]
    return danish.plain(f"{sign} {words.format(danish.days(within))}")


def _table(deadlines: Deadlines, state: State) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=WIDTH_OF_DUE, overflow="fold")
    numbers = (str(deadline.row.number) for deadline in deadlines.milestones)
    table.add_column(justify="right", width=max(3, *map(len, numbers)))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(overflow="fold")
    for deadline in deadlines.milestones:
        if deadline.state is state:
            row = deadline.row
            table.add_row(
                _when(deadline), str(row.number), _what(deadline), Text(row.ministry_codes)
            )
    return table


def _when(deadline: Deadline) -> Text:
    _, colour, _ = LOOKS[deadline.state]
    text = Text(danish.plain(danish.due(deadline.milestone.due)))
    if words := _distance(deadline):
        text.append(danish.plain(f"\n{words}"), style=colour)
    return text


def _distance(deadline: Deadline) -> str:
    days, met = deadline.days or 0, deadline.milestone.met
    late = danish.days(-days)
    if deadline.state is State.MET and met:
        return f"indfriet {danish.day(met)}" + (f", {late} for sent" if days < 0 else "")
    if deadline.state is State.OVERDUE:
        return f"{late} over tiden"
    if deadline.state is State.DUE:
        return f"om {danish.days(days)}" if days else "i dag"
    return ""


def _what(deadline: Deadline) -> Text:
    text = Text(deadline.milestone.what)
    if moved := deadline.milestone.moved:
        text.append(danish.plain(f"\n{moved}"), style="yellow")
    return text.append(f"\n{deadline.row.title}", style="dim")


FORMATTERS: dict[str, Callable[[Deadlines, "OnTerminal"], str]] = {
    "text": lambda deadlines, on_terminal: on_terminal(lambda _: rendered(deadlines)),
    "md": lambda deadlines, _: as_markdown(deadlines),
    "json": lambda deadlines, _: as_json(deadlines),
    "ics": lambda deadlines, _: as_calendar(deadlines),
}
