"""Two texts → the paragraphs that differ, and the words in them that do."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, product
from typing import NamedTuple

from statusnote.changes.model import Fate, ParagraphChange, Words

ALIKE = 0.5  # the share of common words from which a paragraph is the other one, reworded
MOST_PAIRS = 2_500  # of paragraphs that are tried where a stretch of them was rewritten
MOST_MEETINGS = 30_000  # of equal words; a text that repeats itself takes time with their square


class Pair(NamedTuple):
    """The places of a paragraph in the old and in the new text, from 0; None where it is not in."""

    old: int | None
    new: int | None


class Stretch(NamedTuple):
    """The places of paragraphs that were *removed*, side by side, and of those *added* there."""

    removed: list[int]
    added: list[int]


def paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[ParagraphChange, ...]:
    """What changed between the paragraphs *old* and *new*, in their order."""
    return tuple(_change(pair, old, new) for pair in _differing(old, new))


def words(old: str, new: str) -> tuple[Words, ...]:
    """The words of *old* and *new*, each with its fate, side by side in stretches."""
    if old == new:
        return (Words(Fate.KEPT, old),)
    before, after = _split(old), _split(new)
    if repeats_too_much(before, after):
        return Words(Fate.REMOVED, old), Words(Fate.ADDED, new)
    return tuple(_fates(before, after))


def repeats_too_much(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether so many of these words meet an equal one that to compare them would take too long."""
    counts = Counter(before)
    return sum(counts[word] for word in after) > MOST_MEETINGS


def _split(text: str) -> list[str]:
    return text.split(" ") if text else []


def _fates(before: list[str], after: list[str]) -> Iterator[Words]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for change, i, i_end, j, j_end in matcher.get_opcodes():
        if change == "equal":
            yield Words(Fate.KEPT, " ".join(before[i:i_end]))
            continue
        if i < i_end:
            yield Words(Fate.REMOVED, " ".join(before[i:i_end]))
        if j < j_end:
            yield Words(Fate.ADDED, " ".join(after[j:j_end]))


def _change(pair: Pair, old: Sequence[str], new: Sequence[str]) -> ParagraphChange:
    before = "" if pair.old is None else old[pair.old]
    after = "" if pair.new is None else new[pair.new]
    return ParagraphChange(_from_1(pair.old), _from_1(pair.new), words(before, after))


def _from_1(place: int | None) -> int | None:
    return None if place is None else place + 1


def _differing(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """All pairs but those of a paragraph that stayed in its place as it was."""
    stretches = _rewritten(old, new)
    moved = _moved(stretches, old, new)
    stretches = _without(moved, stretches)
    reworded = [pair for stretch in stretches for pair in most_alike(stretch, old, new)]
    alone = _without(reworded, stretches)
    removed = [Pair(i, None) for stretch in alone for i in stretch.removed]
    added = [Pair(None, j) for stretch in alone for j in stretch.added]
    return sorted(
        [*removed, *added, *moved, *reworded],
        key=lambda pair: (pair.old or 0) if pair.new is None else pair.new,
    )


def _rewritten(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Stretch([*range(i, i_end)], [*range(j, j_end)])
        for change, i, i_end, j, j_end in matcher.get_opcodes()
        if change != "equal"
    ]


def _without(pairs: list[Pair], stretches: list[Stretch]) -> list[Stretch]:
    old, new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return [
        Stretch([i for i in removed if i not in old], [j for j in added if j not in new])
        for removed, added in stretches
    ]


def _moved(stretches: list[Stretch], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The paragraphs that stand elsewhere now, word for word."""
    places: dict[str, deque[int]] = {}
    for i in chain.from_iterable(stretch.removed for stretch in stretches):
        places.setdefault(old[i], deque()).append(i)
    added = chain.from_iterable(stretch.added for stretch in stretches)
    return [Pair(places[new[j]].popleft(), j) for j in added if places.get(new[j])]


def most_alike(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The paragraphs that are most alike, and cross no others."""
    if len(stretch.removed) * len(stretch.added) > MOST_PAIRS:
        return []
    before = {i: Counter(_split(old[i])) for i in stretch.removed}
    after = {j: Counter(_split(new[j])) for j in stretch.added}
    alike = {(i, j): _similarity(before[i], after[j]) for i, j in product(before, after)}
    chosen: list[tuple[int, int]] = []
    for i, j in sorted(alike, key=lambda pair: -alike[pair]):
        if alike[i, j] >= ALIKE and all((i - a) * (j - b) > 0 for a, b in chosen):
            chosen.append((i, j))
    return [Pair(i, j) for i, j in chosen]


def _similarity(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)
