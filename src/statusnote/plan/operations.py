"""What can be done to the values of a file, each found by the keys and places that lead to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from statusnote.plan.writing import Value
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode

# The keys and the places in lists, from 0, that lead from the whole of a file to a value in it.
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class SetValue:
    """Another *value* where one stands."""

    path: Path
    value: Value


@dataclass(frozen=True)
class InsertItem:
    """A new item of the list at *path*, before the one at *index*, or behind the last one."""

    path: Path
    index: int
    value: Value


@dataclass(frozen=True)
class RemoveItem:
    """No longer an item of the list at *path*. One without items goes itself, with its key."""

    path: Path
    index: int


@dataclass(frozen=True)
class InsertKey:
    """A new *key* under *path*, behind all of those that are named in *after*, or behind all."""

    path: Path
    key: str
    value: Value
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class RemoveKey:
    """No longer a *key* under *path*, nor what it holds. What is left without keys goes, too."""

    path: Path
    key: str


Operation: TypeAlias = SetValue | InsertItem | RemoveItem | InsertKey | RemoveKey
Structural: TypeAlias = InsertItem | RemoveItem | InsertKey | RemoveKey
Numbered: TypeAlias = tuple[Operation, tuple[int, ...]]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def at(node: Node, path: Path) -> Node:
    """The node that *path* leads to from *node*. Raises KeyError or IndexError where none is."""
    for step in path:
        if isinstance(node, SequenceNode):
            node = node[cast("int", step)]
        else:
            node = cast("MappingNode", node)[cast("ScalarNode", step)]
    return node


def tidied(operations: Sequence[Operation], values: MappingNode) -> list[Numbered]:
    """*operations* that leave nothing empty, each with the places of those that it does.

    A list without items, and keys without any left, are errors in the data. What is put into an
    empty one is written anew with it, since that has no place for it yet.
    """
    numbered: list[Numbered] = [(each, (number,)) for number, each in enumerate(operations)]
    while (fewer := [*_removed_whole(numbered, values)]) != numbered:
        numbered = fewer
    return [*_set_anew(numbered, values)]


def by_path(numbered: Iterable[Numbered]) -> dict[Path, list[Numbered]]:
    """The *numbered* operations by their paths, those at one in their order."""
    found: dict[Path, list[Numbered]] = {}
    for each in numbered:
        found.setdefault(each[0].path, []).append(each)
    return found


def _removed_whole(numbered: Iterable[Numbered], values: MappingNode) -> Iterator[Numbered]:
    """What is left nothing of is itself removed."""
    for path, group in by_path(numbered).items():
        removals = [each for each, _ in group if isinstance(each, RemoveItem | RemoveKey)]
        if path and len(removals) == len(group) == len(at(values, path)):
            *above, last = path
            where = tuple(above)
            removal = RemoveItem(where, last) if isinstance(last, int) else RemoveKey(where, last)
            yield removal, tuple(number for _, those in group for number in those)
        else:
            yield from group


def _set_anew(numbered: Iterable[Numbered], values: MappingNode) -> Iterator[Numbered]:
    """What is empty, or has none of its keys left, is set to what is inserted."""
    for path, group in by_path(numbered).items():
        node, is_set = at(values, path), isinstance(group[0][0], SetValue)
        removed = sum(isinstance(each, RemoveKey) for each, _ in group)
        if is_set or (node and not 0 < removed == len(node)):
            yield from group
            continue
        keys = {each.key: each.value for each, _ in group if isinstance(each, InsertKey)}
        items = [each.value for each, _ in group if isinstance(each, InsertItem)]
        yield SetValue(path, keys or items), tuple(number for _, those in group for number in those)


def applied(values: MappingNode, operations: Iterable[Operation]) -> Plain:
    """What *values* hold after all *operations*, as plain values."""
    found: dict[Path, list[Operation]] = {}
    for each in operations:
        found.setdefault(each.path, []).append(each)
    return _applied(values, (), found)


def _applied(node: Node, path: Path, operations: Mapping[Path, Sequence[Operation]]) -> Plain:
    own = operations.get(path, ())
    for each in own:
        if isinstance(each, SetValue):
            return plain(each.value)
    if isinstance(node, ScalarNode):
        return plain(node)
    if isinstance(node, MappingNode):
        removed = {each.key for each in own if isinstance(each, RemoveKey)}
        kept = {
            key.strip(): _applied(held, (*path, str(key)), operations)
            for key, held in node.items()
            if key not in removed
        }
        return kept | {
            each.key.strip(): plain(each.value) for each in own if isinstance(each, InsertKey)
        }
    gone = {each.index for each in own if isinstance(each, RemoveItem)}
    items: list[Plain] = []
    for index in range(len(node) + 1):
        items += [
            plain(each.value)
            for each in own
            if isinstance(each, InsertItem) and each.index == index
        ]
        if index < len(node) and index not in gone:
            items.append(_applied(node[index], (*path, index), operations))
    return items


def plain(value: Value) -> Plain:
    """A *value* as texts, lists and dictionaries; each text without the space around it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {key.strip(): plain(held) for key, held in value.items()}
    return [plain(held) for held in value]
