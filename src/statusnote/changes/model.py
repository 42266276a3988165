"""What may differ between two plans; what stands beside a type is said of it in the schema."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Generic, TypeVar

from statusnote.note import HeadLine
from statusnote.plan.model import Grant, Indicator, Initiative, Milestone, Part, Terms
from statusnote.plan.scalars import Amount, Count, Number, Period, Total
from statusnote.plan.statuses import Meaning, Status, StatusKind

T = TypeVar("T")
C = TypeVar("C")
Place = Annotated[int, ("minimum", 1)]  # a pair is a keyword of JSON Schema, and what it says there


@dataclass(frozen=True)
class Change(Generic[T]):
    """What was something else before."""

    old: Annotated[T, "what it was"]
    new: Annotated[T, "what it is now"]


@dataclass(frozen=True)
class Edits(Generic[T, C]):
    """What a list gained and lost, and what changed of that which stayed in it."""

    added: Annotated[tuple[T, ...], "what is new"] = ()
    removed: Annotated[tuple[T, ...], "what is gone"] = ()
    changed: Annotated[tuple[C, ...], "what stayed, and changed"] = ()


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Words:
    """Words that stand side by side and share a fate."""

    fate: Annotated[Fate, "what became of them"]
    text: Annotated[str, "the words"]


@dataclass(frozen=True)
class ParagraphChange:
    """A paragraph that was added, removed, moved or reworded."""

    old: Annotated[Place | None, "its place in the old text, from 1; null where it is not in it"]
    new: Annotated[Place | None, "its place in the new text, from 1; null where it is not in it"]
    words: Annotated[tuple[Words, ...], "its words, old and new, stretch by stretch"]
    # Those of an item of a numbered list in the old and in the new text, which its sign stands for.
    number_before: int | None = field(default=None, compare=False)
    number: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class MilestoneChange(Change[Milestone]):
    """A milestone that changed."""

    days: Annotated[
        int | None,
        "by how many days its last day moved, below 0 where it is earlier now; null where it had "
        "none before, or has none now",
    ]


@dataclass(frozen=True)
class YearBudget:
    """What is set aside for a year."""

    year: Annotated[int, "the year"]
    amount: Annotated[Amount, "how much"]


@dataclass(frozen=True)
class Extra:
    """What a plan has of its own under `more`: a key, and the text behind it."""

    key: Annotated[str, "the key that the plan has given it"]
    text: Annotated[str, "what stands behind it"]


@dataclass(frozen=True)
class InitiativeChange:
    """What changed in an initiative."""

    number: Annotated[Number, "the number that it has now, a text where that is no whole number"]
    title: Annotated[str, "the title that it has now"]
    renumbered: Annotated[Change[Number] | None, "its number; null where unchanged"] = None
    retitled: Annotated[Change[str] | None, "its title; null where unchanged"] = None
    section: Annotated[Change[str] | None, "the title of its section; null where unchanged"] = None
    ministries: Annotated[
        Change[tuple[str, ...]] | None,
        "the codes of those responsible; null where unchanged",
    ] = None
    participants: Annotated[
        Change[tuple[str, ...]] | None, "the codes of those who take part; null where unchanged"
    ] = None
    reserve_financed: Annotated[
        Change[bool] | None, "whether it is financed of the reserve; null where unchanged"
    ] = None
    marks: Annotated[Change[tuple[str, ...]] | None, "its marks; null where unchanged"] = None
    status: Annotated[
        Change[Status] | None, "its status, as it is written; null where unchanged"
    ] = None
    account: Annotated[
        tuple[ParagraphChange, ...], "the paragraphs and the items of its account that changed"
    ] = ()
    grants: Annotated[Edits[Grant, Change[Grant]], "its grants, of all lists"] = Edits()
    total: Annotated[Change[Total] | None, "the sum of its grants; null where unchanged"] = None
    parts: Annotated[Edits[Part, Change[Part]], "its parts"] = Edits()
    budget: Annotated[
        Edits[YearBudget, Change[YearBudget]], "what is set aside for it, year by year"
    ] = Edits()
    indicators: Annotated[Edits[Indicator, Change[Indicator]], "what is measured of it"] = Edits()
    milestones: Annotated[Edits[Milestone, MilestoneChange], "what is promised"] = Edits()
    more: Annotated[Edits[Extra, Change[Extra]], "what the plan has of its own about it"] = Edits()

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

    section: Annotated[str, "the title of the section that it stands in; empty where it has none"]
    initiative: Annotated[Initiative, "the whole of it, as the data have it"]

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

    code: Annotated[str, "its code: `SBM`"]
    name: Annotated[str, "its name"]


@dataclass(frozen=True)
class Mark:
    """A mark that a plan declares, and what it means."""

    sign: Annotated[str, "the mark"]
    meaning: Annotated[str, "what the plan says that it means"]


@dataclass(frozen=True)
class Term:
    """A word of the plan's own: what it is for, as in the data, and the word."""

    key: Annotated[str, ("enum", [*Terms.model_fields]), "what it is for, as in the data"]
    word: Annotated[str, "the word"]


@dataclass(frozen=True)
class Counts:
    """How many initiatives something happened to.

    Each counts once: one that was completed isn't *delayed*, whatever became of its milestones, and
    *changed* are those that were neither.
    """

    completed: Annotated[Count, "how many are completed now, and were not"]
    delayed: Annotated[Count, "how many others are late now, or have had their time moved"]
    new: Annotated[Count, "how many are new"]
    gone: Annotated[Count, "how many are gone"]
    changed: Annotated[Count, "how many changed in other ways"]


@dataclass(frozen=True)
class Changes:
    """What differs between two plans in meaning. Falsy where nothing does.

    *called* is no difference, but what the new plan calls things.
    """

    title: Annotated[Change[str] | None, "the note's title; null where unchanged"] = None
    stamp: Annotated[
        Change[str | None] | None, "its stamp, null where it had none; null where unchanged"
    ] = None
    as_of: Annotated[Change[date] | None, "the day that it speaks for; null where unchanged"] = None
    period: Annotated[
        Change[Period] | None, "the years of the plan, `2023-2026`; null where unchanged"
    ] = None
    print_numbers: Annotated[
        Change[bool] | None, "whether the numbers are printed; null where unchanged"
    ] = None
    print_milestones: Annotated[
        Change[bool] | None, "whether the milestones are printed; null where unchanged"
    ] = None
    print_overview: Annotated[
        Change[bool] | None, "whether a table of what there is is printed; null where unchanged"
    ] = None
    print_legend: Annotated[
        Change[bool] | None, "whether codes and marks are explained; null where unchanged"
    ] = None
    publish_source: Annotated[
        Change[bool] | None, "whether the PDF carries the data; null where unchanged"
    ] = None
    approvals: Annotated[
        Change[str | None] | None,
        "whether all who are responsible must approve, `required` or null; null where unchanged",
    ] = None
    introduction: Annotated[tuple[ParagraphChange, ...], "its paragraphs that changed"] = ()
    head: Annotated[Edits[HeadLine, Change[HeadLine]], "the lines that stand above the title"] = (
        Edits()
    )
    terms: Annotated[Edits[Term, Change[Term]], "the words of the plan's own"] = Edits()
    ministries: Annotated[
        Edits[Ministry, Change[Ministry]], "those who can be responsible, or take part"
    ] = Edits()
    marks: Annotated[Edits[Mark, Change[Mark]], "the marks that an initiative can have"] = Edits()
    statuses: Annotated[
        Edits[StatusKind, Change[StatusKind]], "the statuses that an initiative can have"
    ] = Edits()
    sections: Annotated[Edits[str, Change[str]], "the sections, by their titles"] = Edits()
    initiatives: Annotated[Edits[Placed, InitiativeChange], "the initiatives"] = Edits()
    total: Annotated[Change[Total] | None, "the sum of all grants; null where unchanged"] = None
    budget: Annotated[Change[Total] | None, "the sum of all budgets; null where unchanged"] = None
    more: Annotated[Edits[Extra, Change[Extra]], "what the plan has of its own"] = Edits()
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
