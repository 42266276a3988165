"""What a YAML file holds, as nodes that know where they stand, and the keys that it may have."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import NamedTuple, cast


class ScalarNode(str):
    """A scalar, exactly as it is written, and where it stands: from *start* to before *end*."""

    __slots__ = ("end", "start")
    start: int
    end: int


class MappingNode(dict[ScalarNode, "Node"]):
    """Keys and values. Its keys are ScalarNode, and so have a place of their own."""

    __slots__ = ("_written", "end", "start")
    start: int
    end: int

    def key(self, name: str) -> ScalarNode:
        """The key *name* as it stands in the file. Raises KeyError where there is none."""
        if not hasattr(self, "_written"):
            self._written = {str(key): key for key in self}
        return self._written[name]

    def rename(self, name: str, new: str) -> None:
        """Call the key *name* by its *new* name, at the place where it stands."""
        for key, value in [*self.items()]:
            del self[key]
            renamed = ScalarNode(new) if key == name else key
            renamed.start, renamed.end = key.start, key.end
            self[renamed] = value
        self._written = {str(key): key for key in self}

    def value(self, name: str) -> "Node | None":
        """What stands under the key *name*, if there is one."""
        return self.get(cast("ScalarNode", name))


class SequenceNode(list["Node"]):
    """The items of a list."""

    __slots__ = ("end", "start")
    start: int
    end: int


Node = ScalarNode | MappingNode | SequenceNode


def scalars(node: Node) -> Iterator[ScalarNode]:
    """All the scalars in *node*, itself and keys among them, as they follow each other."""
    if isinstance(node, ScalarNode):
        yield node
        return
    inside = chain.from_iterable(node.items()) if isinstance(node, MappingNode) else node
    for held in inside:
        yield from scalars(held)


def composed(mapping: MappingNode) -> MappingNode:
    """*mapping*, each letter in it and its accent being one character (NFC), at the same places."""
    made = MappingNode((_composed_text(key), _composed(mapping[key])) for key in mapping)
    made.start, made.end = mapping.start, mapping.end
    return made


def _composed(node: Node) -> Node:
    if isinstance(node, MappingNode):
        return composed(node)
    if isinstance(node, ScalarNode):
        return _composed_text(node)
    made = SequenceNode(map(_composed, node))
    made.start, made.end = node.start, node.end
    return made


def _composed_text(text: ScalarNode) -> ScalarNode:
    made = ScalarNode(unicodedata.normalize("NFC", text))
    made.start, made.end = text.start, text.end
    return made


class Frame:
    """A mapping or a list that is not whole yet: its *node*, and for a mapping what its keys need.

    *key* is the one that waits for its value, *keys* are those so far by their words, and *doubled*
    is the number of the first problem with one of them that stands twice.
    """

    __slots__ = ("doubled", "key", "keys", "node")

    def __init__(self, node: MappingNode | SequenceNode) -> None:
        self.node = node
        self.key: ScalarNode | None = None
        self.keys: dict[str, ScalarNode] = {}
        self.doubled: int | None = None

    @property
    def wants_key(self) -> bool:
        """Whether the next scalar is a key."""
        return self.key is None and isinstance(self.node, MappingNode)


class Fragment(NamedTuple):
    """The part of a text that is meant, from its character *start* to before *end*."""

    text: ScalarNode
    start: int
    end: int


class Vocabulary(NamedTuple):
    """The *keys* that a file may have, and those of each part of it, by the key that holds it."""

    keys: Collection[str] = ()
    of_part: Mapping[str, Collection[str]] = {}


NO_VOCABULARY = Vocabulary()
