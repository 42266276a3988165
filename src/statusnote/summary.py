"""Note → the state of the plan at a glance, for the terminal and as JSON."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.diagnostics.suggestions import closest
from statusnote.note import Note, Row
from statusnote.plan.model import Amount, StatusKind, read_status


class UnknownValue(ValueError):  # noqa: N818 - the caller names it in a usage error
    """Raised for a filter's value that the plan doesn't know. Says what was meant, and the list."""

    def __init__(self, option: str, value: str, known: Mapping[str, str]) -> None:
        guess = closest(value, [*known, *known.values()])
        meant = f" Did you mean {guess!r}?" if guess else ""
        choices = "".join(
            f"\n  {key} ({name})" if name != key else f"\n  {key}" for key, name in known.items()
        )
        super().__init__(f"{value!r} is unknown.{meant} There are:{choices}")
        self.option = option


@dataclass(frozen=True)
class Filter:
    """What is shown: the rows that have one of the values in each list that is not empty."""

    ministries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()

    def shows(self, row: Row, section: int) -> bool:
        """Whether *row*, of the section with this number from 1, is shown."""
        phrases = {str(row.status.kind), row.status.phrase}
        return (
            _meets(self.ministries, row.ministries)
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
        tuple(_ministry(note.ministries, name) for name in ministries),
        tuple(map(_status, statuses)),
        tuple(_section(note, number) for number in sections),
    )


def _ministry(known: Mapping[str, str], wanted: str) -> str:
    for code, name in known.items():
        if wanted.casefold() in (code.casefold(), name.casefold()):
            return code
    raise UnknownValue("--ministry", wanted, known)


def _status(wanted: str) -> str:
    phrase = wanted.casefold()
    if phrase in list(StatusKind):
        return phrase
    try:
        return read_status(phrase).phrase
    except ValueError as error:
        known = {str(kind): str(kind) for kind in StatusKind}
        raise UnknownValue("--status", wanted, known) from error


def _section(note: Note, wanted: int) -> int:
    if not 1 <= wanted <= len(note.sections):
        known = {str(number): s.title for number, s in enumerate(note.sections, start=1)}
        raise UnknownValue("--section", str(wanted), known)
    return wanted


@dataclass(frozen=True)
class StatusCount:
    """How many of the initiatives shown have a status."""

    status: str
    count: int


@dataclass(frozen=True)
class GrantTotal:
    """The sum of the grants shown, in kroner. It is *rounded* where one of them is."""

    kroner: int
    rounded: bool


@dataclass(frozen=True)
class Entry:
    """One initiative. *section* counts from 1; *grants* is the sum of its grants in kroner."""

    number: int
    title: str
    section: int
    ministries: tuple[str, ...]
    status: str
    reserve_financed: bool
    grants: int


@dataclass(frozen=True)
class Summary:
    """All figures are those of what is shown, but for *total*, the initiatives of the plan."""

    title: str
    as_of: date
    shown: int
    total: int
    statuses: tuple[StatusCount, ...]
    initiatives: tuple[Entry, ...]
    grants: GrantTotal
    reserve_financed: int
    overdue: int


def summarize(note: Note, chosen: Filter) -> Summary:
    """The figures of what *chosen* lets through."""
    rows = [(number, row) for number, row in _numbered(note) if chosen.shows(row, number)]
    amounts = [amount for _, row in rows for amount in row.grants]
    return Summary(
        title=note.title,
        as_of=note.as_of,
        shown=len(rows),
        total=len(note.rows),
        statuses=_counts(row for _, row in rows),
        initiatives=tuple(_entry(number, row) for number, row in rows),
        grants=_sum(amounts),
        reserve_financed=sum(row.reserve_financed for _, row in rows),
        overdue=sum(
            milestone.is_overdue(note.as_of) for _, row in rows for milestone in row.milestones
        ),
    )


def _numbered(note: Note) -> Iterator[tuple[int, Row]]:
    for number, section in enumerate(note.sections, start=1):
        for row in section.rows:
            yield number, row


def _counts(rows: Iterable[Row]) -> tuple[StatusCount, ...]:
    kinds = list(StatusKind)
    counts = Counter(row.status for row in rows)
    ordered = sorted(counts, key=lambda status: (kinds.index(status.kind), status.year or 0))
    return tuple(StatusCount(status.phrase, counts[status]) for status in ordered)


def _entry(section: int, row: Row) -> Entry:
    return Entry(
        number=row.number,
        title=row.title,
        section=section,
        ministries=row.ministries,
        status=row.status.phrase,
        reserve_financed=row.reserve_financed,
        grants=_sum(row.grants).kroner,
    )


def _sum(amounts: Iterable[Amount]) -> GrantTotal:
    amounts = list(amounts)
    return GrantTotal(
        sum(amount.kroner for amount in amounts), any(amount.rounded for amount in amounts)
    )


def as_json(summary: Summary) -> str:
    """The summary as one JSON object, its keys those of Summary; *as_of* as `2025-04-10`."""
    return json.dumps(asdict(summary), ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


# A sign and a colour for each kind of status, so that neither has to carry the meaning alone.
SIGNS = {
    StatusKind.COMPLETED: ("✓", "green"),
    StatusKind.PARTLY_COMPLETED: ("◐", "yellow"),
    StatusKind.IN_PROGRESS: ("▸", "cyan"),
    StatusKind.ON_TRACK: ("→", "blue"),
    StatusKind.ENDS: ("◕", "magenta"),
    StatusKind.NOT_CARRIED_OUT: ("✗", "red"),
}
BAR_WIDTH = 24
WIDE = 80


def rendered(summary: Summary, width: int) -> RenderableType:
    """The summary for the eye, in Danish, on *width* columns."""
    count = danish.counted(summary.shown, summary.total)
    total = danish.total(summary.grants.kroner, summary.grants.rounded)
    return Group(
        Text(summary.title, style="bold"),
        Text(danish.plain(f"Pr. {danish.day(summary.as_of)} · {count}")),
        Text(),
        _bar(summary.statuses),
        Text(),
        _table(summary.initiatives, 24 if width >= WIDE else 18),
        Text(),
        Text(danish.plain(f"Tilskud i alt: {total}")),
        Text(f"Finansieret af reserven (*): {summary.reserve_financed}"),
        Text(f"Overskredne milepæle: {summary.overdue}"),
    )


def _bar(counts: tuple[StatusCount, ...]) -> Table:
    """A line for each status: its sign, its count, and a bar as long as the count is large."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    most = max((each.count for each in counts), default=1)
    for each in counts:
        length = max(1, round(BAR_WIDTH * each.count / most))
        _, colour = _sign(each.status)
        table.add_row(_signed(each.status), str(each.count), Text("━" * length, style=colour))
    return table


def _table(entries: tuple[Entry, ...], status_width: int) -> RenderableType:
    if not entries:
        return Text("Ingen initiativer.")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Nr.", justify="right")
    table.add_column("", width=1)
    table.add_column("Initiativ", overflow="fold", ratio=1)
    table.add_column("Ansvar", overflow="fold")
    table.add_column("Status", overflow="fold", max_width=status_width)
    for entry in entries:
        table.add_row(
            str(entry.number),
            "*" if entry.reserve_financed else "",
            Text(entry.title),
            Text("/".join(entry.ministries)),
            _signed(entry.status),
        )
    return table


def _sign(phrase: str) -> tuple[str, str]:
    return SIGNS[read_status(phrase).kind]


def _signed(phrase: str) -> Text:
    sign, colour = _sign(phrase)
    return Text(f"{sign} {phrase}", style=colour)
