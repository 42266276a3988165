"""What several versions of a plan say of each initiative."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from statusnote.diagnostics.problem import Problem
from statusnote.plan.model import Milestone, Plan, Terms
from statusnote.plan.scalars import Number, Total
from statusnote.plan.statuses import Status


@dataclass(frozen=True)
class Version:
    """A version of the data: its *plan*, or the first *problem* where it can't be read.

    Its *name* is what it is asked for by, and *recorded* the day of its commit, where it has one.
    Where the day that it speaks for isn't enough to know it by, *shows_name* is true.
    """

    name: str
    plan: Plan | None = None
    problem: Problem | None = None
    recorded: date | None = None
    shows_name: bool = False


class LeftOut(NamedTuple):
    """The versions that are not shown.

    So many speak for the *same_day* as a later one, and the *older* ones, told by the days on which
    they were recorded, are more than are read. If *shallow*, git itself may have older ones that
    aren't in this clone.
    """

    same_day: int = 0
    older: tuple[date, ...] = ()
    shallow: bool = False


class Column(NamedTuple):
    """A version: its name, the days as Version has them, and the sum of all its grants.

    What can't be read has a *problem*, and neither a day that it speaks for nor a sum.
    """

    name: str
    recorded: date | None
    as_of: date | None
    grants: Total | None
    problem: Problem | None
    shows_name: bool


class Said(NamedTuple):
    """What a version says of an initiative: what it is called there, and how it stands."""

    number: Number
    title: str
    status: Status
    grants: Total


@dataclass(frozen=True)
class MilestoneHistory:
    """A milestone, as the last version that has it words it, and what each version *said* of it.

    *dates* are those that were promised one after another, the present one last. A date that
    differs from the one before it counts, and so does a more precise one. To begin with, they are
    the `moved_from` and the `due` of the first version that has it. Each later one adds its `due`,
    where that is another; and where its own `moved_from` lists more dates than that makes, as where
    it was moved twice between two versions, its own dates count instead. So a move that was both
    seen and listed counts once.
    """

    what: str
    said: tuple[Milestone | None, ...]
    dates: tuple[str, ...]

    @property
    def moves(self) -> int:
        """How many times it was moved, before the first version or between any two."""
        return len(self.dates) - 1


@dataclass(frozen=True)
class InitiativeHistory:
    """An initiative, called as in the last version that has it, and what each version *said* of it.

    There is nothing where a version hasn't got it, or can't be read.
    """

    number: Number
    title: str
    said: tuple[Said | None, ...]
    milestones: tuple[MilestoneHistory, ...]


@dataclass(frozen=True)
class History:
    """What is said of the *initiatives*, in the order of their numbers, in each of the *columns*.

    The *title* and the *terms* are those of the last version that can be read.
    """

    title: str
    terms: Terms
    columns: tuple[Column, ...]
    initiatives: tuple[InitiativeHistory, ...]
    left_out: LeftOut
