"""Versions of a plan → what each of them says of each initiative and each milestone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from statusnote.changes.compare import (
    initiatives_of,
    paired_initiatives,
    paired_milestones,
    total_of_grants,
)
from statusnote.changes.model import Placed
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.history.model import (
    Column,
    History,
    InitiativeHistory,
    LeftOut,
    MilestoneHistory,
    Said,
    Version,
)
from statusnote.plan.model import Milestone, Plan
from statusnote.plan.scalars import in_order

NOTHING = LeftOut()


def history_of(versions: Sequence[Version], left_out: LeftOut = NOTHING) -> History:
    """What *versions*, in their order, say of each initiative; *left_out* is passed on.

    An initiative is known again as `diff` knows it: by its number and title, its title, or its
    number; where a version in between hasn't got it, by its title alone. Raises ProblemsFound, with
    the first problem of each, where none of them can be read.
    """
    plans = [version.plan for version in versions]
    read = [plan for plan in plans if plan]
    if not read:
        raise ProblemsFound(version.problem for version in versions if version.problem)
    known: list[_Initiative] = []
    present: list[_Initiative] = []
    for place, plan in enumerate(plans):
        if plan:
            present = _followed(known, present, plan, place)
    known.sort(key=lambda one: (in_order(one.last.initiative.number), max(one.said)))
    return History(
        title=read[-1].title,
        terms=read[-1].terms,
        columns=tuple(map(_column, _told_apart(versions))),
        initiatives=tuple(initiative.told(len(plans)) for initiative in known),
        left_out=left_out,
    )


def last_of_each_day(versions: Sequence[Version]) -> list[Version]:
    """Of the *versions* that speak for one day the last; and all that can't be read."""
    last = {each.plan.as_of: place for place, each in enumerate(versions) if each.plan}
    return [
        each
        for place, each in enumerate(versions)
        if each.plan is None or last[each.plan.as_of] == place
    ]


def published(history: History, *, with_milestones: bool) -> History:
    """What of a *history* a note may carry.

    That is the versions that can be read, by the day that each speaks for alone: what they are
    called is nobody else's business, and neither are milestones that the note doesn't print.
    """
    kept = [place for place, column in enumerate(history.columns) if column.as_of]
    columns = [history.columns[place] for place in kept]
    return replace(
        history,
        columns=tuple(column._replace(name=str(column.as_of), recorded=None) for column in columns),
        initiatives=tuple(
            replace(
                each,
                said=tuple(each.said[place] for place in kept),
                milestones=tuple(
                    replace(milestone, said=tuple(milestone.said[place] for place in kept))
                    for milestone in each.milestones
                    if with_milestones
                ),
            )
            for each in history.initiatives
        ),
        left_out=NOTHING,
    )


def _told_apart(versions: Sequence[Version]) -> list[Version]:
    """The *versions*, of which those that speak for one day show their names, too."""
    days = Counter(version.plan.as_of for version in versions if version.plan)
    return [
        replace(version, shows_name=True)
        if version.plan is None or days[version.plan.as_of] > 1
        else version
        for version in versions
    ]


def _column(version: Version) -> Column:
    plan = version.plan
    return Column(
        name=version.name,
        recorded=version.recorded,
        as_of=plan.as_of if plan else None,
        grants=total_of_grants(plan) if plan else None,
        problem=version.problem,
        shows_name=version.shows_name,
    )


@dataclass(eq=False)
class _Milestone:
    """A milestone that is followed: its *last* form, what was *said* by place, and its dates."""

    last: Milestone
    dates: tuple[str, ...] = ()
    said: dict[int, Milestone] = field(default_factory=dict)

    def follow(self, milestone: Milestone, place: int) -> None:
        """Take up what the version at a *place* says."""
        listed = (*milestone.moved_from, milestone.due)
        seen = self.dates if milestone.due in self.dates[-1:] else (*self.dates, milestone.due)
        self.dates = listed if len(listed) > len(seen) else seen
        self.said[place] = self.last = milestone

    def told(self, count: int) -> MilestoneHistory:
        said = tuple(map(self.said.get, range(count)))
        return MilestoneHistory(self.last.what, said, self.dates)


@dataclass(eq=False)
class _Initiative:
    """An initiative that is followed: its *last* form, what was *said* by place, its milestones."""

    last: Placed
    said: dict[int, Said] = field(default_factory=dict)
    milestones: list[_Milestone] = field(default_factory=list)

    def follow(self, placed: Placed, place: int) -> None:
        """Take up what the version at a *place* says."""
        initiative = placed.initiative
        self.last = placed
        self.said[place] = Said(
            initiative.number, initiative.title, initiative.status, placed.total
        )
        known = {id(each.last): each for each in self.milestones}
        paired = paired_milestones([each.last for each in self.milestones], initiative.milestones)
        followed = {id(new): known[id(old)] for old, new in paired.pairs}
        for milestone in initiative.milestones:
            if id(milestone) not in followed:
                followed[id(milestone)] = _Milestone(milestone)
                self.milestones.append(followed[id(milestone)])
            followed[id(milestone)].follow(milestone, place)

    def told(self, count: int) -> InitiativeHistory:
        initiative = self.last.initiative
        return InitiativeHistory(
            initiative.number,
            initiative.title,
            tuple(map(self.said.get, range(count))),
            tuple(milestone.told(count) for milestone in self.milestones),
        )


def _followed(
    known: list[_Initiative], present: list[_Initiative], plan: Plan, place: int
) -> list[_Initiative]:
    """The initiatives of the *plan* at a *place*, each with what is known of it.

    *present* are those of the version before it. What is new is added to all that are *known*.
    """
    before = {id(one.last): one for one in known}
    here = paired_initiatives([one.last for one in present], initiatives_of(plan))
    gone = [one.last for one in known if one not in present]
    back = paired_initiatives(gone, here.added, by_title=True)
    followed = [(before[id(old)], new) for old, new in (*here.pairs, *back.pairs)]
    fresh = [(_Initiative(new), new) for new in back.added]
    for initiative, placed in (*followed, *fresh):
        initiative.follow(placed, place)
    known += (initiative for initiative, _ in fresh)
    return [initiative for initiative, _ in (*followed, *fresh)]
