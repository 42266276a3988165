"""The state of several plans at a glance, for the terminal, as Markdown and as JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from statusnote import danish, summary
from statusnote.diagnostics.reporters import visible
from statusnote.note import Totals
from statusnote.plan.scalars import Amount, Count, InKroner, Total
from statusnote.plan.statuses import LOOKS, Meaning
from statusnote.portfolio.model import (
    MeaningCount,
    Member,
    Portfolio,
    SharedJson,
    by_meaning,
    counted,
    left_out,
    shared,
    titled,
    with_lines,
)
from statusnote.render import gfm
from statusnote.render.csv_tables import MEANT
from statusnote.summary import Summary, SummaryJson

if TYPE_CHECKING:
    from statusnote.changes.formats import OnTerminal

Summaries = Portfolio[Summary]


def rendered(summaries: Summaries, width: int) -> RenderableType:
    """The summaries for the eye, in Danish, on *width* columns.

    First come the plans; and where something was chosen, the initiatives of each.
    """
    parts: list[RenderableType] = [Text(_counted(summaries))]
    if summaries.members:
        parts += [Text(), _table(summaries)]
    for title, member in _titled(summaries) if summaries.chosen else ():
        heading = Text(title, style="bold")
        parts += [Text(), heading, summary.initiatives(member.shown, width)]
    for line in left_out(summaries):
        parts += [Text(), Text(line)]
    return Group(*parts)


def _titled(summaries: Summaries) -> list[tuple[str, Member[Summary]]]:
    """The plans that are shown, and before each what it is called."""
    titles = titled((each.file, each.shown.note.title) for each in summaries.members)
    return [*zip(titles, summaries.members, strict=True)]


def _counted(summaries: Summaries) -> str:
    """`2 af 3 planer · 12 af 61 initiativer`."""
    terms = summaries.terms
    shown = sum(member.shown.totals.initiatives for member in summaries.members)
    total = sum(len(note.rows) for note in summaries.notes)
    initiatives = danish.counted(shown, total, terms.initiative, terms.initiatives)
    return f"{counted(summaries)} · {initiatives}"


def _table(summaries: Summaries) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("Plan", ratio=1, overflow="fold")
    table.add_column("Antal", justify="right", no_wrap=True)
    table.add_column(OVERDUE, justify="right", no_wrap=True)
    for member in summaries.members:
        title, about = member.shown.note.title, _about(member)
        table.add_row(*_cells(title, about, [member.shown.totals]))
    if len(summaries.members) > 1:
        table.add_row()
        table.add_row(*_cells(ALL, "", _totals(summaries)))
    return table


OVERDUE, ALL = "Overskredet", "I alt"


def _cells(title: str, about: str, totals: Sequence[Totals]) -> tuple[RenderableType, str, str]:
    """What is said of a plan, or of all: its *title*, what is known of it, and the numbers."""
    statuses = [
        Text(f"{LOOKS[meaning][0]} {danish.number(count)} {MEANT[meaning]}", LOOKS[meaning][1])
        for meaning, count in by_meaning(each.statuses for each in totals).items()
    ]
    below = " · ".join(filter(None, (about, f"tilskud {_grants(totals)}")))
    return (
        with_lines(title, Text(", ").join(statuses), Text(below)),
        _number(totals),
        _overdue(totals),
    )


def _about(member: Member[Summary]) -> str:
    return f"{visible(member.file)}, pr. {danish.plain(danish.day(member.shown.note.as_of))}"


def _totals(summaries: Summaries) -> list[Totals]:
    return [member.shown.totals for member in summaries.members]


def _number(totals: Iterable[Totals]) -> str:
    return danish.number(sum(each.initiatives for each in totals))


def _overdue(totals: Iterable[Totals]) -> str:
    return danish.number(sum(each.overdue for each in totals))


def _sum(sums: Iterable[Total]) -> Total:
    return Total.of(Amount(each.kroner, "", each.rounded) for each in sums)


def _grants(totals: Iterable[Totals]) -> str:
    return danish.plain(_sum(each.grants for each in totals).printed)


def as_markdown(summaries: Summaries) -> str:
    """The summaries in GitHub Flavored Markdown, in Danish; what the data say is no markup."""
    totals = _totals(summaries)
    meanings = tuple(by_meaning(each.statuses for each in totals))
    heads = (f"{LOOKS[each][0]} {MEANT[each]}" for each in meanings)
    head = ("Plan", "Pr.", "Antal", *heads, OVERDUE, "Tilskud")
    rows = [
        _row(title, danish.day(each.shown.note.as_of), [each.shown.totals], meanings)
        for title, each in _titled(summaries)
    ]
    if len(rows) > 1:
        rows.append(_row(ALL, "", totals, meanings))
    aligns = ("---", "---", *("---:" for _ in head[2:]))
    blocks = ["### Overblik", _counted(summaries)]
    if rows:
        blocks.append(gfm.table(aligns, [head, *rows]))
    for title, member in _titled(summaries) if summaries.chosen else ():
        heading = f"**{gfm.escape(title)}**"
        blocks += [heading, summary.initiatives_in_markdown(member.shown)]
    return "\n\n".join((*blocks, *map(gfm.escape, left_out(summaries)))) + "\n"


def _row(
    title: str, day: str, totals: Sequence[Totals], meanings: Iterable[Meaning]
) -> tuple[str, ...]:
    """The cells of a plan, or of all."""
    counts = by_meaning(each.statuses for each in totals)
    numbers = (danish.number(counts.get(meaning, 0)) for meaning in meanings)
    return (
        title,
        danish.plain(day),
        _number(totals),
        *numbers,
        _overdue(totals),
        _grants(totals),
    )


class PlanSummaryJson(SummaryJson):
    """The state of one of several plans at a glance."""

    file: Annotated[str, "its file, by the path that was given or found"]


class SummariesJson(SharedJson):
    """The state of several plans at a glance: what `summary --format json` prints of them."""

    plans: Annotated[
        list[PlanSummaryJson], "those that have anything of what was chosen, in their order"
    ]
    shown: Annotated[Count, "how many of their initiatives are shown"]
    total: Annotated[Count, "how many initiatives all plans have that could be read"]
    means: Annotated[list[MeaningCount], "how many of those shown have a status of which meaning"]
    grants: Annotated[InKroner, "the sum of the grants of what is shown"]
    budget: Annotated[InKroner, "the sum of the budgets of what is shown"]
    overdue: Annotated[
        Count, "how many of their milestones were overdue, each on the day that its note speaks for"
    ]


def as_json(summaries: Summaries) -> str:
    """The summaries as one JSON object."""
    return json.dumps(_figures(summaries), ensure_ascii=False, indent=2) + "\n"


def _figures(summaries: Summaries) -> SummariesJson:
    totals = _totals(summaries)
    return {
        "plans": [{"file": file, **summary.as_dict(shown)} for file, shown in summaries.members],
        "shown": sum(each.initiatives for each in totals),
        "total": sum(len(note.rows) for note in summaries.notes),
        "means": [
            {"means": meaning, "count": count}
            for meaning, count in by_meaning(each.statuses for each in totals).items()
        ],
        "grants": _sum(each.grants for each in totals).in_kroner,
        "budget": _sum(each.budget for each in totals).in_kroner,
        "overdue": sum(each.overdue for each in totals),
        **shared(summaries),
    }


FORMATTERS: dict[str, Callable[[Summaries, "OnTerminal"], str]] = {
    "text": lambda summaries, on_terminal: on_terminal(lambda width: rendered(summaries, width)),
    "md": lambda summaries, _: as_markdown(summaries),
    "json": lambda summaries, _: as_json(summaries),
}
