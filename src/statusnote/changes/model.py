"""What may differ between two plans."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from statusnote.note import HeadLine
from statusnote.plan.model import Grant, Indicator, Initiative, Milestone, Part, Terms
from statusnote.plan.scalars import Amount, Number, Period, Total
from statusnote.plan.statuses import Meaning, Status, StatusKind

T = TypeVar("T")
C = TypeVar("C")


@dataclass(frozen=True)
class Change(Generic[T]):
    """What was something else before."""

    old: T
    new: T


@dataclass(frozen=True)
class Edits(Generic[T, C]):
    """What a list gained and lost, and what changed of that which stayed in it."""

    added: tuple[T, ...] = ()
    removed: tuple[T, ...] = ()
    changed: tuple[C, ...] = ()


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Words:
    """Words that stand side by side and share a fate."""

    fate: Fate
    text: str


@dataclass(frozen=True)
class ParagraphChange:
    """A paragraph that was added, removed, moved or reworded.

    *old* and *new* are its places from 1, among the paragraphs of the old and the new text.
    """

    old: int | None
    new: int | None
    words: tuple[Words, ...]


@dataclass(frozen=True)
class MilestoneChange(Change[Milestone]):
    """A milestone that changed. Its last day moved by *days*, below 0 where it is earlier now.

    There are none where it had no last day before, or has none now.
    """

    days: int | None


@dataclass(frozen=True)
class YearBudget:
    """What is set aside for a year."""

    year: int
    amount: Amount


@dataclass(frozen=True)
class Extra:
    """What a plan has of its own under `more`: a key, and the text behind it."""

    key: str
    text: str


@dataclass(frozen=True)
class InitiativeChange:
    """What changed in an initiative; *number* and *title* are those it has now."""

    number: Number
    title: str
    renumbered: Change[Number] | None = None
    retitled: Change[str] | None = None
    section: Change[str] | None = None
    ministries: Change[tuple[str, ...]] | None = None
    participants: Change[tuple[str, ...]] | None = None
    reserve_financed: Change[bool] | None = None
    marks: Change[tuple[str, ...]] | None = None
    status: Change[Status] | None = None
    account: tuple[ParagraphChange, ...] = ()
    grants: Edits[Grant, Change[Grant]] = Edits()
    total: Change[Total] | None = None
    parts: Edits[Part, Change[Part]] = Edits()
    budget: Edits[YearBudget, Change[YearBudget]] = Edits()
    indicators: Edits[Indicator, Change[Indicator]] = Edits()
    milestones: Edits[Milestone, MilestoneChange] = Edits()
    more: Edits[Extra, Change[Extra]] = Edits()

    @property
    def is_completed(self) -> bool:
        """Whether it is completed now and was not before."""
        if self.status is None or self.status.old.kind.meaning is Meaning.DONE:
            return False
        return self.status.new.kind.meaning is Meaning.DONE

    @property
    def is_delayed(self) -> bool:
        """Whether it is late now and was not, or a milestone or the time of its status moved."""
        moved = any((moved.days or 0) > 0 for moved in self.milestones.changed)
        return moved or self._ends_later or self._is_late_now

    @property
    def _is_late_now(self) -> bool:
        if self.status is None or self.status.old.kind.meaning is Meaning.LATE:
            return False
        return self.status.new.kind.meaning is Meaning.LATE

    @property
    def _ends_later(self) -> bool:
        if self.status is None or self.status.new.kind.meaning is Meaning.DONE:
            return False
        old, new = self.status.old, self.status.new
        if old.kind.phrase != new.kind.phrase or not (old.last_day and new.last_day):
            return False
        return new.last_day > old.last_day


@dataclass(frozen=True)
class Placed:
    """An initiative, and the title of the section that it stands in."""

    section: str
    initiative: Initiative

    @property
    def grants(self) -> list[Grant]:
        """All its grants, of all lists in its account."""
        return [grant for block in self.initiative.account for grant in block.grants]

    @property
    def total(self) -> Total:
        """The sum of its grants."""
        return Total.of(grant.amount for grant in self.grants)


@dataclass(frozen=True)
class Ministry:
    """A ministry that a plan declares."""

    code: str
    name: str


@dataclass(frozen=True)
class Mark:
    """A mark that a plan declares, and what it means."""

    sign: str
    meaning: str


@dataclass(frozen=True)
class Term:
    """A word of the plan's own: what it is for, as in the data, and the word."""

    key: str
    word: str


@dataclass(frozen=True)
class Counts:
    """How many initiatives something happened to.

    Each counts once: one that was completed isn't *delayed*, whatever became of its milestones, and
    *changed* are those that were neither.
    """

    completed: int
    delayed: int
    new: int
    gone: int
    changed: int


@dataclass(frozen=True)
class Changes:
    """What differs between two plans in meaning. Falsy where nothing does.

    *called* is no difference, but what the new plan calls things.
    """

    title: Change[str] | None = None
    stamp: Change[str | None] | None = None
    as_of: Change[date] | None = None
    period: Change[Period] | None = None
    print_numbers: Change[bool] | None = None
    print_milestones: Change[bool] | None = None
    print_overview: Change[bool] | None = None
    print_legend: Change[bool] | None = None
    publish_source: Change[bool] | None = None
    introduction: tuple[ParagraphChange, ...] = ()
    head: Edits[HeadLine, Change[HeadLine]] = Edits()
    terms: Edits[Term, Change[Term]] = Edits()
    ministries: Edits[Ministry, Change[Ministry]] = Edits()
    marks: Edits[Mark, Change[Mark]] = Edits()
    statuses: Edits[StatusKind, Change[StatusKind]] = Edits()
    sections: Edits[str, Change[str]] = Edits()
    initiatives: Edits[Placed, InitiativeChange] = Edits()
    total: Change[Total] | None = None
    budget: Change[Total] | None = None
    more: Edits[Extra, Change[Extra]] = Edits()
    called: Terms = field(default_factory=Terms, compare=False)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return self != Changes()

    @property
    def counts(self) -> Counts:
        """How many initiatives were completed, delayed, added, dropped, or changed otherwise."""
        changed = self.initiatives.changed
        return Counts(
            completed=sum(change.is_completed for change in changed),
            delayed=sum(change.is_delayed and not change.is_completed for change in changed),
            new=len(self.initiatives.added),
            gone=len(self.initiatives.removed),
            changed=sum(not (one.is_completed or one.is_delayed) for one in changed),
        )
