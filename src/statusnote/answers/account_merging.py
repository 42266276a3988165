"""Three accounts of an initiative, the asked one, the present one and an answer, made into one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, cast

from statusnote.answers import accounts
from statusnote.answers.edits import NewBlock
from statusnote.plan.model import Block
from statusnote.plan.operations import InsertItem, Operation, Path, RemoveItem, SetValue
from statusnote.plan.writing import Value
from statusnote.reading.nodes import MappingNode, Node, SequenceNode

Answered = tuple[int | NewBlock, ...]  # the parts of an account: places in the asked one, and new
GRANTS = "grants"
Token = tuple[object, ...]  # what a part says, for which spaces count alike


class Hunk(NamedTuple):
    """What became of the parts from *start* to before *end*, which are these tokens now.

    They are the parts from *new_start* to before *new_end* of the other account.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    new_start: int
    new_end: int

    @property
    def growth(self) -> int:
        """How many more parts there are."""
        return len(self.tokens) - (self.end - self.start)


class Accounts(NamedTuple):
    """What the parts of an account were when it was asked for, what they are now, and their nodes.

    *touched* are the lists of grants, by their places now, of which something else was answered.
    """

    base: Sequence[Block]
    now: Sequence[Block]
    nodes: SequenceNode
    touched: Collection[int]


def tokens(account: Sequence[Block], answered: Answered | None = None) -> list[Token]:
    """What each part of an *account* says, or of what is *answered* by its parts."""
    lists, found = 0, list[Token]()
    for block in account:
        lists += bool(block.grants)
        found.append((GRANTS, lists) if block.grants else _said(_as_new(block)))
    if answered is None:
        return found
    return [found[each] if isinstance(each, int) else _said(each) for each in answered]


def _as_new(block: Block) -> NewBlock:
    if block.paragraph is not None:
        return NewBlock("", (block.paragraph,))
    return (
        NewBlock("list", block.list)
        if block.list
        else NewBlock("numbered_list", block.numbered_list)
    )


def _said(block: NewBlock) -> Token:
    return (block.key, *(" ".join(text.split()) for text in block.texts))


def written(base: Sequence[Block], answered: Answered) -> str:
    """What is *answered*, as the text of a cell."""
    asked = accounts.chunks(base)
    return accounts.BETWEEN.join(
        asked[each] if isinstance(each, int) else accounts.written([_block(each)])
        for each in answered
    )


def _block(new: NewBlock) -> Block:
    held = {new.key: new.texts} if new.key else {"paragraph": new.texts[0]}
    return Block.model_construct(None, **held)


def operations(path: Path, found: Accounts, answered: Answered) -> list[Operation] | None:
    """What is to be done to the present account at *path*, so that it says what is *answered*, too.

    None where both changed the same, and not alike, or where a list of grants would go of which
    something else is said.
    """
    asked, everything = tokens(found.base), tokens(found.now)
    # A list of grants that is new since is none of what was answered, wherever it stands.
    places = [place for place, each in enumerate(everything) if each in asked or each[0] != GRANTS]
    present = [everything[place] for place in places]
    changes = [*_hunks(asked, present)]
    fresh = [
        hunk
        for hunk in _hunks(asked, tokens(found.base, answered))
        if not any(hunk[:3] == other[:3] for other in changes)
    ]
    if any(_clash(hunk, other) for hunk in fresh for other in changes):
        return None
    done: list[Operation] = []
    for hunk in fresh:
        moved = sum(each.growth for each in changes if each.end <= hunk.start)
        going = places[hunk.start + moved : hunk.end + moved]
        put = answered[hunk.new_start : hunk.new_end]
        lost = (isinstance(each, int) and asked[each] not in present for each in put)
        if any(lost) or any(_holds_other_grants(found, place) for place in going):
            return None
        values = [_value(found, asked, everything, each) for each in put]
        behind = places[hunk.start + moved - 1] + 1 if hunk.start + moved else 0
        done += _placed(path, found.nodes, going, behind, values)
    return done


def _hunks(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Hunk]:
    """What changed between two accounts, part by part, and what is left over at once."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(end - start, new_end - new_start)
        for place in range(both):
            at = new_start + place
            yield Hunk(start + place, start + place + 1, (new[at],), at, at + 1)
        for place in range(start + both, end):
            yield Hunk(place, place + 1, (), new_end, new_end)
        if new_start + both < new_end:
            yield Hunk(end, end, (*new[new_start + both : new_end],), new_start + both, new_end)


def _clash(one: Hunk, other: Hunk) -> bool:
    """Whether two hunks are about the same parts, or put something at the same place."""
    if max(one.start, other.start) < min(one.end, other.end):
        return True
    touch = one.start in (other.start, other.end) or other.start in (one.start, one.end)
    return touch and one.growth > 0 and other.growth > 0


def _holds_other_grants(found: Accounts, place: int) -> bool:
    """Whether the part at *place* now is a list of grants that has changed, or is to be."""
    grants = found.now[place].grants
    return bool(grants) and (
        place in found.touched or grants not in [block.grants for block in found.base]
    )


def _value(
    found: Accounts, asked: Sequence[Token], present: Sequence[Token], answered: int | NewBlock
) -> Value:
    """What is written for a part: as it stands now, if it is moved."""
    if isinstance(answered, NewBlock):
        return {answered.key: answered.texts} if answered.key else answered.texts[0]
    return cast("Value", found.nodes[present.index(asked[answered])])


def _placed(
    path: Path, nodes: SequenceNode, going: Sequence[int], behind: int, values: Sequence[Value]
) -> Iterator[Operation]:
    """The *values* for those items of the list at *path* that are *going*, and what is left over.

    That is put behind the last one that goes, or where none does, before the one *behind*.
    """
    for place, value in zip(going, values, strict=False):
        yield from _replaced((*path, place), nodes[place], value)
    for place in going[len(values) :]:
        yield RemoveItem(path, place)
    for value in values[len(going) :]:
        yield InsertItem(path, going[-1] + 1 if going else behind, value)


def _replaced(path: Path, node: Node, value: Value) -> Iterator[Operation]:
    """*value* in the place of *node*; of a list that stays one, only the items that changed."""
    listed = None
    if isinstance(node, MappingNode) and isinstance(value, Mapping) and {*node} == {*value}:
        listed = node.value(next(iter(value)))
    if not isinstance(listed, SequenceNode) or GRANTS in node:
        yield SetValue(path, value)
        return
    ((key, items),) = cast("Mapping[str, Sequence[str]]", value).items()
    old, new = [*map(_text, listed)], [*map(_text, items)]
    for kind, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _placed((*path, key), listed, range(start, end), start, items[at:to])


def _text(item: object) -> str:
    return " ".join(str(item).split())
