"""What earlier versions of the data said of each initiative → what a page shows of it.

It is read from JSON as `statusnote history` prints it, which the page carries, being made of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter

from statusnote import danish
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.note import LabelledList, Note, Row
from statusnote.plan.scalars import Number, Total, read_due

MOST_KRONER = 10**15
ABSENT = "ikke med"
MOVES = "Frister flyttet"


@dataclass(frozen=True)
class Version:
    """A version: the day that it speaks for."""

    as_of: date


@dataclass(frozen=True)
class Sum:
    """A sum in kroner. It is *rounded* where an amount in it is."""

    kroner: Annotated[int, Field(ge=0, le=MOST_KRONER)]
    rounded: bool


@dataclass(frozen=True)
class Said:
    """What a version says of an initiative."""

    status: str
    grants: Sum


@dataclass(frozen=True)
class Promise:
    """A milestone, and the *dates* that it was promised for, one after another."""

    what: str
    dates: Annotated[tuple[Annotated[str, AfterValidator(read_due)], ...], Field(min_length=1)]

    @property
    def moves(self) -> int:
        """How many times it was moved."""
        return len(self.dates) - 1

    @property
    def sentence(self) -> str:
        """`Rapporten foreligger: juni 2026 (flyttet fra 2025)`."""
        *earlier, last = self.dates
        return f"{self.what}: {danish.due(last)} ({danish.moved(earlier)})"


@dataclass(frozen=True)
class Initiative:
    """An initiative, and what each of the *versions* says of it, if it has it."""

    number: Number
    title: str
    versions: tuple[Said | None, ...]
    milestones: tuple[Promise, ...]


@dataclass(frozen=True)
class History:
    """What the *versions* said of the *initiatives*; the last version is the note's own."""

    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    initiatives: tuple[Initiative, ...]

    @property
    def sums(self) -> tuple[Total, ...]:
        """The sum of all grants in each version."""
        each = zip(*(initiative.versions for initiative in self.initiatives), strict=True)
        return tuple(
            Total(sum(sum_.kroner for sum_ in sums), any(sum_.rounded for sum_ in sums))
            for sums in ([said.grants for said in column if said] for column in each)
        )

    def present(self) -> dict[Number, Initiative]:
        """The initiatives that the note itself has, by their numbers."""
        return {each.number: each for each in self.initiatives if each.versions[-1]}


FILE = TypeAdapter(History)


def read(content: bytes, file: str) -> History:
    """The history in a file. Raises ProblemsFound, reported under *file*, where it is none."""
    try:
        history = FILE.validate_json(content)
    except ValueError as error:
        raise ProblemsFound([problem("E803", file)]) from error
    count = len(history.versions)
    if any(len(each.versions) != count for each in history.initiatives):
        raise ProblemsFound([problem("E803", file)])
    return history


def agrees(history: History, note: Note) -> bool:
    """Whether the last version says what the *note* says."""
    present = {
        number: (last.status, last.grants.kroner)
        for number, each in history.present().items()
        if (last := each.versions[-1])
    }
    day = history.versions[-1].as_of
    return day == note.as_of and present == {
        row.number: (row.status.phrase, Total.of(row.grants).kroner) for row in note.rows
    }


@dataclass(frozen=True)
class Part:
    """A text; it is *changed* where the version before that says anything says something else."""

    text: str
    changed: bool = False

    @property
    def fresh(self) -> tuple[str, ...]:
        """The text, where it is changed."""
        return (self.text,) if self.changed else ()

    @property
    def same(self) -> tuple[str, ...]:
        """The text, where it is not."""
        return () if self.changed else (self.text,)


@dataclass(frozen=True)
class SaidLine:
    """What was said of an initiative on a *day*: its status, and what was granted."""

    day: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class SaidOf:
    """What was said of an initiative each time, and which of its milestones were moved."""

    lines: tuple[SaidLine, ...]
    moved: tuple[LabelledList, ...]


@dataclass(frozen=True)
class HistoryRow:
    """An initiative: its status in each version, and how many times its milestones were moved.

    *places* holds the number of its row in the note, if it has one.
    """

    heading: str
    places: tuple[Number, ...]
    cells: tuple[Part, ...]
    moves: str

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Its heading, where it has no row."""
        return () if self.places else (self.heading,)


@dataclass(frozen=True)
class HistoryTable:
    """The whole of it: initiatives down, and *days* across, at last the *sums* of all grants.

    *moves* is the heading of the column for the moves of milestones, where the note prints any.
    """

    sentence: str
    days: tuple[str, ...]
    rows: tuple[HistoryRow, ...]
    sums: tuple[tuple[Part, ...], ...]
    moves: tuple[str, ...]


def table(history: History, note: Note) -> HistoryTable:
    """The table of a *history* that is shown with the *note*."""
    rows = {row.number: row for row in note.rows}
    present = history.present()
    shown = (
        _row(each, rows.get(each.number) if present.get(each.number) is each else None)
        for each in history.initiatives
    )
    sums = history.sums
    printed = tuple(_parts(sums, [total.printed for total in sums]))
    return HistoryTable(
        sentence=_sentence(history),
        days=tuple(danish.day(version.as_of) for version in history.versions),
        rows=tuple(shown),
        sums=(printed,) if any(total.kroner for total in sums) else (),
        moves=(MOVES,) if any(each.milestones for each in history.initiatives) else (),
    )


def _sentence(history: History) -> str:
    """`Status i 5 udgaver, fra 10. april 2025 til 1. maj 2026.`"""
    count = len(history.versions)
    days = [version.as_of for version in history.versions]
    first, last = danish.day(min(days)), danish.day(max(days))
    time = f"pr. {first}" if first == last else f"fra {first} til {last}"
    return f"Status i {danish.number(count)} {'udgave' if count == 1 else 'udgaver'}, {time}."


def _row(initiative: Initiative, row: Row | None) -> HistoryRow:
    phrases = [said and said.status for said in initiative.versions]
    moves = sum(milestone.moves for milestone in initiative.milestones)
    return HistoryRow(
        heading=row.heading if row else initiative.title,
        places=(row.number,) if row else (),
        cells=tuple(_parts(phrases, [phrase or ABSENT for phrase in phrases])),
        moves=danish.number(moves) if initiative.milestones else "",
    )


def _parts(values: Sequence[object], texts: Sequence[str]) -> Iterator[Part]:
    """Each of the *texts*, changed where its value is another than the one before it, if any is."""
    before: object = None
    for value, text in zip(values, texts, strict=True):
        yield Part(text, changed=None not in (before, value) and before != value)
        before = before if value is None else value


def said_of(initiative: Initiative, history: History) -> SaidOf:
    """What was said of an *initiative* each time, in the versions of its *history*."""
    phrases = [said and said.status for said in initiative.versions]
    sums = [
        Total(said.grants.kroner, said.grants.rounded) if said else None
        for said in initiative.versions
    ]
    days = [danish.day(version.as_of) for version in history.versions]
    statuses = _parts(phrases, [phrase or ABSENT for phrase in phrases])
    grants = _parts(sums, [f"bevilget {total.printed}" if total else "" for total in sums])
    lines = tuple(
        SaidLine(day, (status, granted) if total and total.kroner else (status,))
        for day, total, status, granted in zip(days, sums, statuses, grants, strict=True)
    )
    moved = tuple(each.sentence for each in initiative.milestones if each.moves)
    label = "Flyttet milepæl" if len(moved) == 1 else "Flyttede milepæle"
    return SaidOf(lines, (LabelledList(label, moved),) if moved else ())
