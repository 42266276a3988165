"""Note → the state of the plan at a glance, for the terminal, as Markdown and as JSON."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypedDict

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.diagnostics.suggestions import closest
from statusnote.note import MarkCount, Note, Row, StatusCount, Totals
from statusnote.plan.scalars import Count, InKroner, IsoDay, Number, Total, fixed
from statusnote.plan.statuses import Meaning, Status, Statuses
from statusnote.render import gfm

if TYPE_CHECKING:
    from statusnote.changes.formats import OnTerminal


class UnknownValue(ValueError):  # noqa: N818 - the caller names it in a usage error
    """Raised for a value that is not *known*. Says what was meant, and the list.

    *option* is what it was given to on the command line, and *known* has each that there is, and
    what it is called.
    """

    def __init__(self, option: str, value: str, known: Mapping[str, str]) -> None:
        super().__init__(option, value, dict(known))  # of which pickle makes it anew
        self.option, self.value, self.known = self.args

    def __str__(self) -> str:
        """What is unknown, what was meant, and a line for each that there is."""
        guess = closest(self.value, [*self.known, *self.known.values()])
        meant = f" Did you mean {guess!r}?" if guess else ""
        choices = "".join(
            f"\n  {key} ({name})" if name != key else f"\n  {key}"
            for key, name in self.known.items()
        )
        return f"{self.value!r} is unknown.{meant} There are:{choices}"


@dataclass(frozen=True)
class Filter:
    """What is shown: the rows that have one of the values in each list that is not empty.

    The phrases of *statuses* are in small letters.
    """

    ministries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()

    def shows(self, row: Row, section: int) -> bool:
        """Whether *row*, of the section with this number from 1, is shown."""
        phrases = {row.status.kind.phrase.casefold(), row.status.phrase.casefold()}
        return (
            _meets(self.ministries, row.parties)
            and _meets(self.statuses, phrases)
            and _meets(self.sections, {section})
        )


def _meets(wanted: Collection[object], present: Collection[object]) -> bool:
    return not wanted or any(value in wanted for value in present)


def choose(
    note: Note, ministries: Iterable[str], statuses: Iterable[str], sections: Iterable[int]
) -> Filter:
    """The filter for ministries (by code or name), statuses (by phrase) and sections (from 1).

    Upper and lower case are alike. Raises UnknownValue.
    """
    return Filter(
        tuple(code_of(note.ministries, name, "--ministry") for name in ministries),
        tuple(_status(note.statuses, phrase) for phrase in statuses),
        tuple(_section(note, number) for number in sections),
    )


def code_of(known: Mapping[str, str], wanted: str, option: str) -> str:
    """The code of whom an *option* names, by it or by the full name, of those that are *known*.

    These are names by their codes. Raises UnknownValue.
    """
    for code, name in known.items():
        if wanted.casefold() in (code.casefold(), name.casefold()):
            return code
    raise UnknownValue(option, wanted, known)


def _status(known: Statuses, wanted: str) -> str:
    """The phrase that is *wanted*, in small letters."""
    phrase = fixed(wanted).casefold()
    in_small_letters = Statuses(
        tuple(kind._replace(phrase=kind.phrase.casefold()) for kind in known.kinds)
    )
    if phrase in in_small_letters.by_phrase:
        return phrase
    try:
        return in_small_letters.read(phrase).phrase
    except ValueError as error:
        phrases = {phrase: phrase for phrase in known.by_phrase}
        raise UnknownValue("--status", wanted, phrases) from error


def _section(note: Note, wanted: int) -> int:
    if not 1 <= wanted <= len(note.sections):
        known = {str(number): s.title for number, s in enumerate(note.sections, start=1)}
        raise UnknownValue("--section", str(wanted), known)
    return wanted


class Shown(NamedTuple):
    """A row that is shown, and the number of its section, from 1."""

    section: int
    row: Row


@dataclass(frozen=True)
class Summary:
    """The rows of a *note* that are *shown*, and their *totals*."""

    note: Note
    shown: tuple[Shown, ...]
    totals: Totals


def summarize(note: Note, chosen: Filter) -> Summary:
    """The figures of what *chosen* lets through."""
    shown = tuple(
        Shown(number, row)
        for number, section in enumerate(note.sections, start=1)
        for row in section.rows
        if chosen.shows(row, number)
    )
    return Summary(note, shown, note.totals([row for _, row in shown]))


def as_markdown(summary: Summary) -> str:
    """The summary in GitHub Flavored Markdown, in Danish; what the data say is no markup in it."""
    totals = summary.totals
    statuses = [(_sign_and_phrase(status), str(n)) for status, n in totals.statuses.items()]
    blocks = [
        "### Overblik",
        f"**{gfm.escape(summary.note.title)}**",
        _counted(summary),
        gfm.table(("---", "---:"), [("Status", "Antal"), *statuses]),
        initiatives_in_markdown(summary),
        "\n".join(f"- {gfm.escape(line)}" for line in _sums(summary)),
    ]
    return "\n\n".join(blocks) + "\n"


def initiatives_in_markdown(summary: Summary) -> str:
    """The initiatives that are shown, as a table in Markdown."""
    initiative, *_ = summary.note.terms.columns
    rows = [cells for _, row in summary.shown for cells in _cells(row)]
    head = ("Nr.", initiative, "Ansvar", "Status")
    return gfm.table(("---:", "---", "---", "---"), [head, *rows])


def _cells(row: Row) -> Iterator[tuple[str, str, str, str]]:
    """The cells of an initiative, and of its parts and its indicators."""
    number = " ".join((str(row.number), *row.signs))
    yield number, row.title, row.ministry_codes, _sign_and_phrase(row.status)
    for part in row.parts:
        yield str(part.number or ""), part.title, "", _sign_and_phrase(part.status)
    for indicator in row.indicators:
        yield "", danish.plain(indicator.sentence), "", ""


def _counted(summary: Summary) -> str:
    note, terms = summary.note, summary.note.terms
    counts = summary.totals.initiatives, len(note.rows)
    count = danish.counted(*counts, terms.initiative, terms.initiatives)
    return danish.plain(f"Pr. {danish.day(note.as_of)} · {count}")


def _sums(summary: Summary) -> tuple[str, ...]:
    """The sums; budgets and marks are told where the plan has any."""
    totals = summary.totals
    signs = summary.note.signs
    marks = (f"{signs[sign]} ({sign}): {count}" for sign, count in totals.signs.items())
    has_budget = any(row.budget for row in summary.note.rows)
    budget = (danish.plain(f"Budget i alt: {totals.budget.printed}"),) if has_budget else ()
    return (
        danish.plain(f"Tilskud i alt: {totals.grants.printed}"),
        *budget,
        *marks,
        f"Overskredne milepæle: {totals.overdue}",
    )


class PartJson(TypedDict):
    """A part of an initiative that has a status of its own."""

    number: Annotated[Number | None, "its number, a text where that is no whole number; or null"]
    title: Annotated[str, "its title"]
    status: Annotated[str, "its status, as it is written"]


class IndicatorJson(TypedDict):
    """What is measured, to see whether an initiative has its effect."""

    name: Annotated[str, "what is measured"]
    stand: Annotated[str, "how it stands, in Danish: what was measured last, and what is aimed at"]


class InitiativeJson(TypedDict):
    """An initiative that is shown."""

    number: Annotated[Number, "its number, a text where that is no whole number"]
    title: Annotated[str, "its title"]
    section: Annotated[int, ("minimum", 1), "the number of its section in the note, from 1"]
    ministries: Annotated[list[str], "the codes of those who are responsible"]
    status: Annotated[str, "its status as it is written: `afsluttes i 2025`"]
    means: Annotated[Meaning, "what the status means, in whichever words"]
    participants: Annotated[list[str], "the codes of those who take part, but are not responsible"]
    reserve_financed: Annotated[bool, "whether it is financed of the reserve"]
    marks: Annotated[list[str], "its marks, `*` among them where it is financed of the reserve"]
    grants: Annotated[Count, "the sum of its grants, in whole kroner"]
    budget: Annotated[Count, "the sum of its budget, in whole kroner"]
    parts: Annotated[list[PartJson], "its parts"]
    indicators: Annotated[list[IndicatorJson], "what is measured of it"]
    more: Annotated[dict[str, str], "what the plan has of its own about it, as it stands there"]


class SummaryJson(TypedDict):
    """The state of the plan at a glance: what `summary --format json` prints."""

    title: Annotated[str, "the note's title"]
    as_of: Annotated[IsoDay, "the day that the note speaks for"]
    shown: Annotated[Count, "how many initiatives are shown"]
    total: Annotated[Count, "how many initiatives the plan has"]
    statuses: Annotated[list[StatusCount], "how many of those shown have which status"]
    initiatives: Annotated[list[InitiativeJson], "those that are shown, in the note's order"]
    grants: Annotated[InKroner, "the sum of the grants of what is shown"]
    budget: Annotated[InKroner, "the sum of the budgets of what is shown"]
    reserve_financed: Annotated[Count, "how many of those shown are financed of the reserve"]
    marks: Annotated[list[MarkCount], "how many of those shown have which mark"]
    overdue: Annotated[
        Count, "how many of their milestones were overdue on the day that the note speaks for"
    ]


def as_json(summary: Summary) -> str:
    """The summary as one JSON object."""
    return json.dumps(as_dict(summary), ensure_ascii=False, indent=2) + "\n"


def as_dict(summary: Summary) -> SummaryJson:
    """What JSON has for the summary."""
    note, totals = summary.note, summary.totals
    return {
        "title": note.title,
        "as_of": note.as_of.isoformat(),
        "shown": totals.initiatives,
        "total": len(note.rows),
        "statuses": totals.status_counts,
        "initiatives": [_initiative(*shown) for shown in summary.shown],
        "grants": totals.grants.in_kroner,
        "budget": totals.budget.in_kroner,
        "reserve_financed": totals.reserve_financed,
        "marks": note.mark_counts(totals),
        "overdue": totals.overdue,
    }


def _initiative(section: int, row: Row) -> InitiativeJson:
    return {
        "number": row.number,
        "title": row.title,
        "section": section,
        "ministries": [*row.ministries],
        "status": row.status.phrase,
        "means": row.status.kind.meaning,
        "participants": [*row.participants],
        "reserve_financed": row.reserve_financed,
        "marks": [*row.signs],
        "grants": Total.of(row.grants).kroner,
        "budget": Total.of(row.budget.values()).kroner,
        "parts": [
            {"number": part.number, "title": part.title, "status": part.status.phrase}
            for part in row.parts
        ],
        "indicators": [
            {"name": each.name, "stand": danish.plain(each.stand)} for each in row.indicators
        ],
        "more": row.more,
    }


BAR_WIDTH = 24
WIDE = 80


def rendered(summary: Summary, width: int) -> RenderableType:
    """The summary for the eye, in Danish, on *width* columns."""
    totals = summary.totals
    return Group(
        Text(summary.note.title, style="bold"),
        Text(_counted(summary)),
        Text(),
        _bars(totals.statuses),
        Text(),
        initiatives(summary, width),
        Text(),
        *map(Text, _sums(summary)),
    )


def _bars(counts: Mapping[Status, int]) -> Table:
    """A line for each status: its sign, its count, and a bar as long as the count is large."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    most = max(counts.values(), default=1)
    for status, count in counts.items():
        bar = "━" * max(1, round(BAR_WIDTH * count / most))
        table.add_row(_signed(status), str(count), Text(bar, style=status.kind.colour))
    return table


def initiatives(summary: Summary, width: int) -> RenderableType:
    """The initiatives that are shown, as a table, on *width* columns."""
    shown, terms = summary.shown, summary.note.terms
    if not shown:
        return Text(f"Ingen {terms.initiatives}.")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Nr.", justify="right")
    table.add_column("", width=max((len(" ".join(row.signs)) for _, row in shown), default=1) or 1)
    table.add_column(terms.columns[0], overflow="fold", ratio=1)
    table.add_column("Ansvar", overflow="fold")
    table.add_column("Status", overflow="fold", max_width=24 if width >= WIDE else 18)
    for _, row in shown:
        table.add_row(
            str(row.number),
            " ".join(row.signs),
            Text(row.title),
            Text(row.ministry_codes),
            _signed(row.status),
        )
        for part in row.parts:
            title = _below(part.title)
            table.add_row(str(part.number or ""), "", title, "", _signed(part.status))
        for indicator in row.indicators:
            table.add_row("", "", _below(danish.plain(indicator.sentence)))
    return table


def _below(text: str) -> Padding:
    """What belongs to the initiative above it, indented."""
    return Padding(Text(text), (0, 0, 0, 2))


def _signed(status: Status) -> Text:
    return Text(_sign_and_phrase(status), style=status.kind.colour)


def _sign_and_phrase(status: Status) -> str:
    return f"{status.kind.sign} {status.phrase}"


FORMATTERS: dict[str, Callable[[Summary, "OnTerminal"], str]] = {
    "text": lambda summary, on_terminal: on_terminal(lambda width: rendered(summary, width)),
    "md": lambda summary, _: as_markdown(summary),
    "json": lambda summary, _: as_json(summary),
}
