"""YAML text → nodes that know where they stand.

Every scalar is read as the string that stands there; what it means, the model decides. The parser's
events are walked one by one, so that nothing large or deep is built before it has been counted.
"""

from collections.abc import Callable
from typing import NoReturn

import yaml

from statusnote.danish import composed
from statusnote.diagnostics.problem import Problem, ProblemsFound
from statusnote.reading import guards
from statusnote.reading.misreadings import Misreadings
from statusnote.reading.nodes import (
    NO_VOCABULARY,
    Frame,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Vocabulary,
)
from statusnote.reading.source import Source, span

MAX_DEPTH = 20
MAX_VALUES = 34_000  # more than sixty times those of the plan that this was made for; in a
CHARACTERS = 20  # large file, one for so many characters, which is less than they take there


def parse(
    source: Source, vocabulary: Vocabulary = NO_VOCABULARY
) -> tuple[MappingNode, list[Problem]]:
    """The keys and values that *source* states, and the keys that stand twice in it.

    *vocabulary* says which keys there may be; with it, what is no YAML is explained better.

    Raises ProblemsFound where the text is no YAML, uses what a plan has no use for (anchors,
    aliases, tags, several documents), is empty, too deep or too large, or states no keys.
    """
    guards.refuse(source)
    misreadings = Misreadings(source, vocabulary)
    composer = _Composer(source, misreadings.stop)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            misreadings.look_at(event, composer.frames)
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        from statusnote.reading.syntax_errors import (
            explained,  # only where it is needed: it holds many patterns
        )

        inside = [frame.node for frame in composer.frames]
        misreadings.stop(explained(error, source, composer.last, inside, vocabulary))
    if misreadings.refused:
        raise ProblemsFound(misreadings.problems)
    root = composer.root
    if root is None or root == "":
        raise ProblemsFound([source.problem_at("E105", 0)])
    if not isinstance(root, MappingNode):
        raise ProblemsFound([source.problem("E318", root)])
    return root, misreadings.problems


class _Composer:
    """Puts nodes together: the *root* of all, the *last* one, and a frame for each that is open.

    *stop* is called, and ends the reading, where a file has more than a plan can.
    """

    def __init__(self, source: Source, stop: Callable[[Problem], NoReturn]) -> None:
        self.source = source
        self.stop = stop
        self.root: Node | None = None
        self.last: Node | None = None
        self.frames: list[Frame] = []
        self.count = 0
        self.most = guards.most_of(source.text, MAX_VALUES, CHARACTERS)

    def take(self, event: yaml.Event) -> None:
        """Put in what *event* says. An alias is refused elsewhere; its place is kept."""
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event, event.value))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.last = self.frames.pop().node
            _, self.last.end = span(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.AliasEvent):
            self._add(_scalar(event, ""))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.stop(self.source.problem_at("E205", *span(event)))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        node = MappingNode() if isinstance(event, yaml.MappingStartEvent) else SequenceNode()
        node.start, node.end = span(event)
        self._add(node)
        if len(self.frames) == MAX_DEPTH:
            self.stop(self.source.problem_at("E206", node.start, node.end, limit=MAX_DEPTH))
        self.frames.append(Frame(node))

    def _add(self, node: Node) -> None:
        self.count += 1
        self.last = node
        if self.count > self.most:
            self.stop(self.source.problem_at("E207", node.start, limit=self.most))
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        if isinstance(frame.node, SequenceNode):
            frame.node.append(node)
        elif frame.key is not None:
            frame.node.setdefault(frame.key, node)
            frame.key = None
        elif isinstance(node, ScalarNode):
            frame.key = node
            frame.keys.setdefault(composed(node.strip()), node)
        else:
            self.stop(self.source.problem_at("E208", node.start, node.end))


def _scalar(event: yaml.ScalarEvent | yaml.AliasEvent, value: str) -> ScalarNode:
    scalar = ScalarNode(value)
    scalar.start, scalar.end = span(event)
    return scalar
