"""A plan and its approvals → who has approved, who has not, and which edit has undone it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from statusnote.answers.questions import parties
from statusnote.approvals import edits, file, part
from statusnote.approvals.edits import Edits
from statusnote.approvals.file import Approval
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.plan.model import Plan, Terms


class State(StrEnum):
    """How it stands with a party's approval."""

    APPROVED = "approved"
    UNDONE = "undone"
    MISSING = "missing"


class Recorded(NamedTuple):
    """A version of the data in git, by its *name*, and the *plan* that it states."""

    name: str
    plan: Plan


class Edited(NamedTuple):
    """What was edited since a party approved the *version* of that name."""

    version: str
    edits: Edits


@dataclass(frozen=True)
class PartyStanding:
    """How it stands with a party: its code and name, and how many initiatives it answers for.

    Where an edit has undone its approval, it is told what was *edited*, or why it can't be, which
    is *untold*.
    """

    code: str
    name: str
    initiatives: int
    state: State
    approval: Approval | None
    edited: Edited | None = None
    untold: Reason | None = None


@dataclass(frozen=True)
class Standing:
    """Who has approved the plan, in its order, and whether all must before its note is final."""

    title: str
    as_of: date
    terms: Terms
    required: bool
    parties: tuple[PartyStanding, ...]

    def of(self, state: State) -> tuple[PartyStanding, ...]:
        """The parties whose approvals stand like that."""
        return tuple(each for each in self.parties if each.state is state)

    @property
    def lacking(self) -> tuple[PartyStanding, ...]:
        """Those who have to approve, for the first time or again."""
        return tuple(each for each in self.parties if each.state is not State.APPROVED)

    @property
    def is_used(self) -> bool:
        """Whether the plan asks for approvals, or anybody has approved."""
        return self.required or any(each.approval for each in self.parties)


def named(plan: Plan) -> dict[str, str]:
    """Those who are responsible for something in *plan*: their names by their codes."""
    return {code: plan.ministries[code] for code in parties(plan)}


def standing_of(plan: Plan, approvals: Mapping[str, Approval | None]) -> Standing:
    """How it stands with the *approvals* of *plan*, without what was edited."""
    standings = (
        _party(plan, code, name, approvals.get(code)) for code, name in named(plan).items()
    )
    required = plan.approvals is not None
    return Standing(plan.title, plan.as_of, plan.terms, required, tuple(standings))


def beside(plan: Plan, data: str | None) -> Standing:
    """How it stands with the approvals beside the *plan*'s file *data*; beside no file is none.

    Raises ProblemsFound where something is wrong with the file of approvals.
    """
    approvals = file.read(file.beside(data), named(plan)).by_party if data else {}
    return standing_of(plan, approvals)


def _party(plan: Plan, code: str, name: str, approval: Approval | None) -> PartyStanding:
    count = len(part.initiatives_of_party(plan, code))
    state = State.MISSING
    if approval:
        holds = approval.hash == part.hash_of(plan, code)
        state = State.APPROVED if holds else State.UNDONE
    return PartyStanding(code, name, count, state, approval)


def with_edits(
    standing: Standing, plan: Plan, versions: Iterable[Recorded], otherwise: Reason
) -> Standing:
    """*standing* of *plan*, with what was edited since each approval that an edit has undone.

    That is found by the last of the *versions*, the newest first, in which the part of the party is
    the one that it approved; where none is, the edit can't be told, for the reason *otherwise*.
    """
    found = dict(_found(standing, plan, versions))
    parties = (
        each
        if each.state is not State.UNDONE
        else replace(each, edited=found[each.code])
        if each.code in found
        else replace(each, untold=otherwise)
        for each in standing.parties
    )
    return replace(standing, parties=tuple(parties))


def _found(
    standing: Standing, plan: Plan, versions: Iterable[Recorded]
) -> Iterator[tuple[str, Edited]]:
    wanted = {each.code: each.approval.hash for each in standing.of(State.UNDONE) if each.approval}
    for version in versions if wanted else ():
        for code in [*wanted]:
            if part.hash_of(version.plan, code) == wanted[code]:
                del wanted[code]
                yield code, Edited(version.name, edits.between(version.plan, plan, code))
        if not wanted:
            return
