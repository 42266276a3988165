"""Where in a file's text something is put, replaced or taken away, and what is written there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple, cast

from statusnote.plan.brackets import Brackets, Numbers, TextEdit, end_of
from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Numbered,
    Operation,
    Path,
    RemoveItem,
    RemoveKey,
    SetValue,
    at,
)
from statusnote.plan.writing import InBrackets, Value, Writer, column, manner_of
from statusnote.reading.misreadings import COMMENT, OPENING
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from statusnote.reading.source import LINE_END, Source, end_of_line

# A line that says nothing, or a comment, with its indentation.
NO_CONTENT = re.compile(r"([ \t]*)(#[^\r\n]*)?(?:\r\n?|\n|\Z)")
COLON = re.compile(r"[ \t]*:")
REMARK = re.compile(r"[|>][^\s#]*([ \t]+#[^\r\n]*)")  # a comment behind the `|` of a text


class Slot(NamedTuple):
    """Where a value begins in the text, with what before it, and in which columns it goes on."""

    start: int
    lead: str
    column: int
    below: int


class Layout:
    """The text of a *source*, which states *values*, and where they can be edited in it."""

    def __init__(self, source: Source, values: MappingNode) -> None:
        self.source = source
        self.text = source.text
        self.values = values
        self.manner = manner_of(source, values)

    def edits(self, path: Path, group: Sequence[Numbered]) -> Iterator[TextEdit]:
        """What is to be done to the text for the operations on what *path* leads to."""
        node = at(self.values, path)
        first, numbers = group[0]
        if isinstance(first, SetValue):
            for each, of in group:
                yield self._replaced(path, cast("SetValue", each).value, of)
        elif not self.is_in_brackets(path):
            for each, of in group:
                yield self._in_lines(node, each, of, group)
        elif isinstance(node, MappingNode) and self.text[node.start] not in OPENING:
            numbers = tuple(number for _, those in group for number in those)
            yield self._replaced(path, _changed(node, group), numbers)
        else:
            yield from Brackets(self.text, node, path, group, self.writer(node)).edits()

    def writer(self, node: Node) -> Writer:
        """What writes into *node*: as JSON, where that is written so."""
        first = next(iter(node), self.values) if not isinstance(node, ScalarNode) else node
        is_json = self.text.startswith('{"', self.values.start)
        is_quoted = (
            isinstance(first, ScalarNode) and self.text[first.start : first.start + 1] == '"'
        )
        return Writer(self.source, self.manner, as_json=is_json or is_quoted)

    def is_in_brackets(self, path: Path) -> bool:
        """Whether what *path* leads to stands in brackets, or is something in brackets itself."""
        node: Node = self.values
        for length in range(len(path) + 1):
            node = at(self.values, path[:length])
            if not isinstance(node, ScalarNode) and self.text[node.start] in OPENING:
                return True
        return False

    def has_comment_behind(self, end: int, holder: Node) -> bool:
        """Whether a comment follows at *end* that would cut off a text without quotation marks."""
        comment = COMMENT.match(self.text, end)
        if not comment:
            return False
        return comment[1] is None or len(comment[1]) > column(self.source, holder.start)

    def _has_comment_above(self, node: Node) -> bool:
        """Whether *node* stands below a comment, which might be taken for what it says."""
        start, _ = self.source.line(node.start)
        own_line = not self._before(node.start).strip()
        return bool(start) and own_line and "#" in self.source.line(start - 1)[1]

    # Values

    def _replaced(self, path: Path, value: Value, numbers: Numbers) -> TextEdit:
        """Another *value* at *path*. A comment behind the old one on its line is kept."""
        old, holder = at(self.values, path), at(self.values, path[:-1])
        end, writer = end_of(self.text, old), self.writer(holder)
        remark = REMARK.match(self.text, old.start, end)
        quoted = bool(remark) or self.has_comment_behind(end, holder)
        quoted = quoted or (isinstance(value, str) and self._has_comment_above(old))
        if self.is_in_brackets(path[:-1]):
            slot = Slot(old.start, "", 0, 0)
            lines = [writer.flow(value, quoted=quoted)]
        else:
            slot = self._slot(path, old, holder, value)
            lines = (
                writer.scalar(value, slot.column, slot.below, quoted=quoted)
                if isinstance(value, str)
                else writer.block(value, slot.column, quoted=quoted)
            )
        text = f"{slot.lead}{self.manner.line_end.join(lines)}"
        inside = (len(slot.lead), len(text))
        text += remark[1] if remark else ""
        return TextEdit(slot.start, end, -len(path), 0, text, inside, numbers)

    def _slot(self, path: Path, old: Node, holder: Node, value: Value) -> Slot:
        """Where *value* is written in the place of the *old* one.

        What stands on lines of its own stays there, and what stands on that of its key does, too,
        unless it is the other kind of value now.
        """
        here, indent = column(self.source, old.start), column(self.source, holder.start)
        on_lines = is_on_lines(value)
        behind_key = self._behind_key(holder, path[-1], old)
        inside = indent + (
            self.manner.to_keys if isinstance(value, Mapping) else self.manner.to_list
        )
        is_item = isinstance(holder, SequenceNode)
        own_line = not self._before(old.start).strip()
        if on_lines and behind_key is not None and not own_line:
            lead = f"{self.manner.line_end}{' ' * inside}"
            return Slot(behind_key, lead, inside, inside)
        if old.start == old.end:
            return Slot(old.start, " ", here + 1, here + 1 if is_item else indent + 2)
        if not on_lines and behind_key is not None and own_line and not isinstance(old, ScalarNode):
            at_key = behind_key + 1 - self.source.line(behind_key)[0]
            return Slot(behind_key, " ", at_key, indent + 2)
        if here <= indent and not (on_lines and not isinstance(value, Mapping)):
            return Slot(old.start, "  ", here + 2, here + 2)
        return Slot(old.start, "", here, here if is_item or own_line else indent + 2)

    def _behind_key(self, holder: Node, name: str | int, old: Node) -> int | None:
        """The place behind the colon of the key *name*, if only space is between it and *old*."""
        if not isinstance(holder, MappingNode):
            return None
        slot = COLON.match(self.text, holder.key(str(name)).end)
        if not slot or self.text[slot.end() : old.start].strip():
            return None
        return slot.end()

    def _before(self, start: int) -> str:
        """What stands before *start* on its line."""
        return self.text[self.source.line(start)[0] : start]

    # Lines

    def _in_lines(
        self, node: Node, operation: Operation, numbers: Numbers, group: Sequence[Numbered]
    ) -> TextEdit:
        """An item or a key of *node* put in or taken out, on lines of its own."""
        indent, writer = column(self.source, node.start), self.writer(node)
        height = -len(operation.path) - 1
        if isinstance(operation, InsertItem):
            items = cast("SequenceNode", node)
            start = self._place_of_item(items, operation.path, operation.index)
            lines = writer.item(operation.value, indent, self._to_item(items))
            return self._lines(start, indent, lines, height, operation.index, numbers)
        if isinstance(operation, InsertKey):
            keys = cast("MappingNode", node)
            index = self._place_of_key(keys, operation, group)
            start = self.below(end_of(self.text, [*keys.values()][index]), indent)
            lines = writer.pair(operation.key, operation.value, indent)
            return self._lines(start, indent, lines, height, index, numbers)
        if isinstance(operation, RemoveItem):
            span = self._lines_of_item(cast("SequenceNode", node), operation.index)
        else:
            key = cast("RemoveKey", operation).key
            span = self._lines_of_key(cast("MappingNode", node), key, group)
        return TextEdit(*span, height, 0, "", (0, 0), numbers)

    def _lines(
        self, start: int, indent: int, lines: list[str], height: int, index: int, numbers: Numbers
    ) -> TextEdit:
        text = f"{' ' * indent}{self.manner.line_end.join(lines)}"
        return TextEdit(start, start, height, index, text, (indent, len(text)), numbers, lines=True)

    def _place_of_item(self, items: SequenceNode, path: Path, index: int) -> int:
        """Where the line of a new item begins that is to stand at *index*.

        It is right behind the item above, and so above the comments of the one below. Those of the
        first one may stand too far in for that.
        """
        indent = column(self.source, items.start)
        if index:
            return self.below(end_of(self.text, items[index - 1]), indent)
        holder = cast("MappingNode", at(self.values, path[:-1]))
        start = self._next_line(holder.key(str(path[-1])).end)
        first = self.source.line(items.start)[0]
        comments = NO_CONTENT.finditer(self.text, start, first)
        return first if any(len(each[1]) > indent for each in comments if each[2]) else start

    def _place_of_key(
        self, keys: MappingNode, operation: InsertKey, group: Sequence[Numbered]
    ) -> int:
        """The place among the *keys* of the one that a new one stands behind."""
        places = [place for place, key in enumerate(keys) if key in operation.after]
        gone = len(_gone_first(keys, group)) if self._before(keys.start).strip() else 0
        return max(places[-1] if places else len(keys) - 1, gone)

    def _to_item(self, items: SequenceNode) -> int:
        """How far behind their hyphens the *items* stand."""
        deeper = column(self.source, items[0].start) - column(self.source, items.start)
        same_line = self.source.line(items[0].start)[0] == self.source.line(items.start)[0]
        return (
            deeper
            if same_line and end_of(self.text, items[0]) > items[0].start
            else self.manner.to_item
        )

    def _lines_of_item(self, items: SequenceNode, index: int) -> tuple[int, int]:
        """From where to where the lines of an item stand, with the comments inside it.

        Those above it, which may be about more than this one, are left.
        """
        indent = column(self.source, items.start)
        start = items.start - indent
        if index:
            hyphen = re.compile(rf"[\r\n] {{{indent}}}-(?=[ \t\r\n]|\Z)")
            found = hyphen.search(self.text, end_of(self.text, items[index - 1]))
            start = cast("re.Match[str]", found).start() + 1
        return start, self.below(end_of(self.text, items[index]), indent)

    def _lines_of_key(
        self, keys: MappingNode, name: str, group: Sequence[Numbered]
    ) -> tuple[int, int]:
        """From where to where the lines of a key and its value stand, with the comments inside.

        The first ones may stand behind a hyphen, which the next one that is left then does.
        """
        indent = column(self.source, keys.start)
        key, first = keys.key(name), self._before(keys.start).strip()
        start, end = key.start - indent, self.below(end_of(self.text, keys[key]), indent)
        gone = _gone_first(keys, group) if first else []
        if key not in gone:
            return start, end
        left = [*keys][len(gone)].start
        return (keys.start, left) if key is gone[0] else (keys.start, keys.start)

    def below(self, end: int, indent: int) -> int:
        """Where the next line begins behind *end*, and behind the comments that belong there.

        They stand further in than the column *indent*.
        """
        start = at_line = self._next_line(end)
        while at_line < len(self.text) and (line := NO_CONTENT.match(self.text, at_line)):
            at_line = line.end()
            if line[2] and len(line[1]) <= indent:
                break
            start = at_line if line[2] else start
        return start

    def _next_line(self, end: int) -> int:
        stop = end_of_line(self.text, end)
        line_end = LINE_END.match(self.text, stop)
        return line_end.end() if line_end else stop


def _gone_first(keys: MappingNode, group: Sequence[Numbered]) -> list[ScalarNode]:
    """The first of the *keys*, as far as they are removed."""
    removed = {each.key for each, _ in group if isinstance(each, RemoveKey)}
    return [*takewhile(removed.__contains__, keys)]


def _changed(node: MappingNode, group: Sequence[Numbered]) -> Value:
    """What *node* holds after the operations of the *group*, each text as it is written there."""
    removed = {each.key for each, _ in group if isinstance(each, RemoveKey)}
    kept: dict[str, Value] = {
        key: cast("Value", held) for key, held in node.items() if key not in removed
    }
    return kept | {each.key: each.value for each, _ in group if isinstance(each, InsertKey)}


def is_on_lines(value: Value) -> bool:
    """Whether a *value* is written on lines of its own, below its key."""
    return not isinstance(value, str | InBrackets) and bool(value)
