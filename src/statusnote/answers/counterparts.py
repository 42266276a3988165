"""What the data asked of are in the data of today: each initiative, and each thing in it."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from statusnote.answers.edits import Of
from statusnote.answers.wishes import Item, held, name_of, normal
from statusnote.changes.compare import initiatives_of, paired_initiatives
from statusnote.plan.loading import Whole
from statusnote.plan.model import Initiative, Part, Plan
from statusnote.plan.operations import Path, at
from statusnote.plan.scalars import Number
from statusnote.reading.nodes import MappingNode

SEVERAL = (Of.PART, Of.MILESTONE, Of.GRANT, Of.INDICATOR)


@dataclass(frozen=True)
class Counterpart:
    """An initiative as it was asked of, as it is *now*, and the *path* to its *node* in the file.

    *places* say where each of its things stands now, by their kind and the place that they had.
    """

    asked: Initiative
    now: Initiative
    path: Path
    node: MappingNode
    places: Mapping[Of, Mapping[int, int]]

    def both(self, of: Of, index: int | None) -> tuple[Item, Item | None]:
        """What was asked of, and what it is now, if it is still there."""
        if index is None:
            return self.asked, self.now
        place = self.places[of].get(index)
        return things(self.asked, of)[index], None if place is None else things(self.now, of)[place]

    def fresh(self, of: Of) -> list[Item]:
        """What is there now that was not asked of."""
        known = {*self.places[of].values()}
        return [each for place, each in enumerate(things(self.now, of)) if place not in known]


def things(initiative: Initiative, of: Of) -> Sequence[Item]:
    """Those of an *initiative* of which there are several, in their order."""
    if of is Of.GRANT:
        return [grant for block in initiative.account for grant in block.grants]
    return cast("Sequence[Item]", getattr(initiative, of))


def counterparts(base: Plan, now: Whole) -> dict[Number, Counterpart]:
    """The initiatives of *base* that are still there *now*, by the numbers that they had."""
    places = {id(initiative): path for path, initiative in _placed(now.plan)}
    pairs = paired_initiatives(initiatives_of(base), initiatives_of(now.plan)).pairs
    found = {}
    for old, new in pairs:
        asked, present = old.initiative, new.initiative
        path = places[id(present)]
        node = cast("MappingNode", at(now.values, path))
        same = {of: _same(things(asked, of), things(present, of)) for of in SEVERAL}
        found[asked.number] = Counterpart(asked, present, path, node, same)
    return found


def _placed(plan: Plan) -> Iterator[tuple[Path, Initiative]]:
    for number, section in enumerate(plan.all_sections):
        holder: Path = () if plan.initiatives else ("sections", number)
        for index, initiative in enumerate(section.initiatives):
            yield (*holder, "initiatives", index), initiative


def _same(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Where each of the *old* things stands among the *new*: by all that it says, or its name."""
    keys: tuple[Callable[[Item], Hashable], ...] = (
        _whole,
        lambda item: normal(name_of(item)),
        lambda item: normal(getattr(item, "title", name_of(item))),  # of a part without its number
    )
    found: dict[int, int] = {}
    for key in keys:
        waiting: dict[Hashable, deque[int]] = {}
        for place, item in enumerate(new):
            if place not in found.values():
                waiting.setdefault(key(item), deque()).append(place)
        for index, item in enumerate(old):
            if index not in found and (places := waiting.get(key(item))):
                found[index] = places.popleft()
    return found


def _whole(item: Item) -> Hashable:
    if isinstance(item, Part):
        return normal(name_of(item)), item.status.phrase
    return name_of(item), held(item, "")
