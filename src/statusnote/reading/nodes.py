"""What a YAML file holds, as nodes that know where they stand, and the keys that it may have."""

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
