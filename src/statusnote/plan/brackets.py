"""What is written in brackets, `[a, b]` or `{a: b}`, and what is put in there or taken out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Numbered,
    Operation,
    Path,
    RemoveItem,
    RemoveKey,
)
from statusnote.plan.writing import Writer
from statusnote.reading.misreadings import COMMENT, OPENING
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from statusnote.reading.source import LINE_END

Numbers = tuple[int, ...]


class TextEdit(NamedTuple):
    """Another *text* from *start* to before *end*, of which the value is *inside*.

    At one place, what stands deeper in the file comes first, and then what has a lower *place*.
    *numbers* are the operations that it is for. Whole *lines* begin on a line of their own.
    """

    start: int
    end: int
    height: int
    place: int
    text: str
    inside: tuple[int, int]
    numbers: Numbers
    lines: bool = False


def end_of(text: str, node: Node) -> int:
    """Where in *text* that ends which *node* says, without comments and empty lines behind it."""
    if isinstance(node, ScalarNode):
        written = text[node.start : node.end]
        return node.start + len(written.rstrip(" \t\r\n") if written[:1] in "|>" else written)
    if text[node.start] in OPENING:
        return node.end
    return end_of(text, [*node.values()][-1] if isinstance(node, MappingNode) else node[-1])


class Brackets:
    """The items or keys of a *node* that is written in brackets, and the *group* of its edits."""

    def __init__(
        self, text: str, node: Node, path: Path, group: Sequence[Numbered], writer: Writer
    ) -> None:
        self.text = text
        self.path = path
        self.group = group
        self.writer = writer
        self.keys: list[str | int] = (
            [*node] if isinstance(node, MappingNode) else [*range(len(node))]
        )
        self.spans = [*_spans(text, node)]
        self.separator = self._separator(node.start + 1)
        removed = {_name(each) for each, _ in group if isinstance(each, RemoveItem | RemoveKey)}
        self.kept = [place for place, name in enumerate(self.keys) if name not in removed]

    def edits(self) -> Iterator[TextEdit]:
        """What is to be done to the text."""
        is_first = not self.kept
        for operation, numbers in self.group:
            if isinstance(operation, RemoveItem | RemoveKey):
                place = self.keys.index(_name(operation))
                yield TextEdit(*self._gone(place), -len(self.path) - 1, 0, "", (0, 0), numbers)
            else:
                yield self._put(cast("InsertItem | InsertKey", operation), numbers, is_first)
                is_first = False

    def _gone(self, place: int) -> tuple[int, int]:
        """What goes with the one at this *place*: the comma before it, or else the one behind."""
        start, end = self.spans[place]
        if self.kept and self.kept[0] < place:
            return self.spans[place - 1][1], end
        return start, self.spans[place + 1][0] if place + 1 < len(self.spans) else end

    def _put(self, operation: InsertItem | InsertKey, numbers: Numbers, is_first: bool) -> TextEdit:
        index = self._index(operation)
        before, behind = self.separator, ""
        if not self.kept:
            start, before = self.spans[-1][1], "" if is_first else before
        elif self.kept[0] < index:
            start = self.spans[index - 1][1]
        else:
            start, before, behind = self.spans[self.kept[0]][0], "", before
        quoted = bool(COMMENT.match(self.text, start))
        text = self.writer.flow(operation.value, quoted=quoted)
        if isinstance(operation, InsertKey):
            text = f"{self.writer.key(operation.key, flow=True)}: {text}"
        inside = (len(before), len(before) + len(text))
        height, text = -len(self.path) - 1, f"{before}{text}{behind}"
        return TextEdit(start, start, height, index, text, inside, numbers)

    def _index(self, operation: InsertItem | InsertKey) -> int:
        if isinstance(operation, InsertItem):
            return operation.index
        places = [place for place, key in enumerate(self.keys) if key in operation.after]
        return (places[-1] if places else len(self.keys) - 1) + 1

    def _separator(self, opened: int) -> str:
        """What stands between two of them, such as the others have."""
        (first, end), *others = self.spans[-2:]
        text = self.text
        between = text[end : others[0][0]] if others else f",{text[opened:first]}"
        is_usual = between.strip() == "," and (others or LINE_END.search(between))
        return between if is_usual else ", "


def _spans(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """From where to where each item stands, or each key with its value."""
    if isinstance(node, MappingNode):
        for key, held in node.items():
            yield key.start, max(key.end, end_of(text, held))
    else:
        for held in cast("SequenceNode", node):
            yield held.start, end_of(text, held)


def _name(operation: Operation) -> str | int:
    return (
        operation.index if isinstance(operation, RemoveItem) else cast("RemoveKey", operation).key
    )
