"""Which promises of several plans have run out, and which will soon: in each format of `due`."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from statusnote import danish, deadlines, icalendar
from statusnote.deadlines import LOOKS, CountsJson, Deadlines, DueJson, State
from statusnote.diagnostics.reporters import visible
from statusnote.plan.scalars import Count, IsoDay
from statusnote.portfolio.model import (
    Member,
    Portfolio,
    SharedJson,
    counted,
    left_out,
    shared,
    titled,
    with_lines,
)
from statusnote.render import gfm

if TYPE_CHECKING:
    from statusnote.changes.formats import OnTerminal

LISTED = (State.OVERDUE, State.DUE)  # milestones; of the others it is only said how many there are
OVERDUE, PLAN, ALL = "Overskredet", "Plan", "I alt"


@dataclass(frozen=True)
class Dues:
    """The milestones of several *plans* as of a day, as Deadlines has those of one."""

    as_of: date
    within: int
    plans: Portfolio[Deadlines]

    @property
    def counts(self) -> dict[State, int]:
        """How many of all plans stand how."""
        return _counts(self.plans.members)


def _counts(members: Sequence[Member[Deadlines]]) -> dict[State, int]:
    return {state: sum(each.shown.counts[state] for each in members) for state in State}


def rendered(dues: Dues) -> RenderableType:
    """The plans for the eye, in Danish, and what is overdue in each, or due soon."""
    parts: list[RenderableType] = [Text(_heading(dues))]
    if dues.plans.members:
        parts += [Text(), _table(dues)]
    for title, shown in _with_any_listed(dues):
        parts += [Text(), Text(title, style="bold"), *deadlines.lists(shown, LISTED)]
    for line in left_out(dues.plans):
        parts += [Text(), Text(line)]
    return Group(*parts)


def _heading(dues: Dues) -> str:
    """`Milepæle pr. 23. november 2026 · 3 planer`."""
    return danish.plain(f"Milepæle pr. {danish.day(dues.as_of)} · {counted(dues.plans)}")


def _titled(dues: Dues) -> list[tuple[str, Member[Deadlines]]]:
    """The plans that are shown, and before each what it is called."""
    titles = titled((each.file, each.shown.title) for each in dues.plans.members)
    return [*zip(titles, dues.plans.members, strict=True)]


def _with_any_listed(dues: Dues) -> list[tuple[str, Deadlines]]:
    found = ((title, member.shown) for title, member in _titled(dues))
    return [(title, shown) for title, shown in found if any(map(shown.counts.get, LISTED))]


def _table(dues: Dues) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(PLAN, ratio=1, overflow="fold")
    table.add_column(OVERDUE, justify="right", no_wrap=True)
    for member in dues.plans.members:
        table.add_row(*_cells(dues, member.shown.title, member.file, [member]))
    if len(dues.plans.members) > 1:
        table.add_row()
        table.add_row(*_cells(dues, ALL, "", dues.plans.members))
    return table


def _cells(
    dues: Dues, title: str, file: str, members: Sequence[Member[Deadlines]]
) -> tuple[RenderableType, str]:
    """What is said of a plan, or of all: its *title*, how many stand how, and its *file*."""
    counts = _counts(members)
    stand = [_counted(state, count, dues.within) for state, count in counts.items() if count]
    cell = with_lines(title, Text(", ").join(stand), Text(visible(file)))
    return cell, danish.number(counts[State.OVERDUE])


def _counted(state: State, count: int, within: int) -> Text:
    """`✗ 7 overskredet`, `▸ 2 inden for 90 dage`."""
    sign, colour, words = LOOKS[state]
    said = words.format(danish.days(within)).lower().removeprefix("frist ")
    return Text(danish.plain(f"{sign} {danish.number(count)} {said}"), colour)


def as_markdown(dues: Dues) -> str:
    """The same in GitHub Flavored Markdown; what the data say is no markup in it."""
    head = (PLAN, *(deadlines.signed(state, dues.within) for state in State))
    rows = [(title, *_numbers([each])) for title, each in _titled(dues)]
    if len(rows) > 1:
        rows.append((ALL, *_numbers(dues.plans.members)))
    aligns = ("---", *("---:" for _ in State))
    blocks = ["### Milepæle", _heading(dues)]
    if rows:
        blocks.append(gfm.table(aligns, [head, *rows]))
    for title, shown in _with_any_listed(dues):
        blocks += [f"**{gfm.escape(title)}**", deadlines.table_in_markdown(shown, LISTED)]
    return "\n\n".join((*blocks, *map(gfm.escape, left_out(dues.plans)))) + "\n"


def _numbers(members: Sequence[Member[Deadlines]]) -> tuple[str, ...]:
    return tuple(map(danish.number, _counts(members).values()))


class PlanDueJson(DueJson):
    """The milestones of one of several plans by how they stand on a day."""

    file: Annotated[str, "its file, by the path that was given or found"]


class DuesJson(SharedJson):
    """The milestones of several plans: what `due --format json` prints of them."""

    as_of: Annotated[IsoDay, "the day to look from"]
    within: Annotated[Count, "the days of the window in which a milestone is due, and not later"]
    counts: Annotated[CountsJson, "how many of all plans stand how"]
    plans: Annotated[
        list[PlanDueJson], "those that have anything of what was chosen, in their order"
    ]


def as_json(dues: Dues) -> str:
    """The milestones as one JSON object."""
    return json.dumps(_figures(dues), ensure_ascii=False, indent=2) + "\n"


def _figures(dues: Dues) -> DuesJson:
    return {
        "as_of": dues.as_of.isoformat(),
        "within": dues.within,
        "counts": deadlines.counts_in_json(dues.counts),
        "plans": [{"file": file, **deadlines.as_dict(shown)} for file, shown in dues.plans.members],
        **shared(dues.plans),
    }


def as_calendar(dues: Dues) -> str:
    """What is not met, and has a last day, of all plans as one calendar."""
    entries = [entry for each in dues.plans.members for entry in deadlines.entries(each.shown)]
    return icalendar.written(f"Milepæle i {counted(dues.plans)}", dues.as_of, entries)


FORMATTERS: dict[str, Callable[[Dues, "OnTerminal"], str]] = {
    "text": lambda dues, on_terminal: on_terminal(lambda _: rendered(dues)),
    "md": lambda dues, _: as_markdown(dues),
    "json": lambda dues, _: as_json(dues),
    "ics": lambda dues, _: as_calendar(dues),
}
