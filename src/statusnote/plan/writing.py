"""A value → the YAML that a caseworker would write for it, in the manner of the file around it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from statusnote.reading.source import LINE_END, Source

# A text, a list of values, or values by their keys. A text of the file itself, which is a
# ScalarNode, is written as it stands there, where that says the same at its new place.
Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
WIDTH = 100  # characters of a line, behind which a text goes on on the next
LONGEST_KEY = 1_000  # characters; the parser takes no longer one without a `?` (YAML 1.2, 7.4.2)
# What YAML takes for something else than a text, in one of its versions.
WORDS = ("", "~", "null", "true", "false", "yes", "no", "on", "off")
BREAKS = re.compile(r"(?<=\S) (?=\S)")  # the spaces of a text at which it may go on on a new line
AT_MARGIN = re.compile(r"-{3}|\.{3}|[<>|=]{7}")  # what would mean something there
NEVER_FIRST = re.compile(r"#|[-?:]$")  # what would be a comment, an item or a key there
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class InBrackets(list[str]):
    """A list of a few short texts, which is written on one line: `[2024, primo 2025]`."""


@dataclass(frozen=True)
class Manner:
    """How a file is written: what its lines end with, and how far in things stand.

    These are the hyphens of a list below its key, the keys below a key, and what stands behind a
    hyphen, each in columns.
    """

    line_end: str = "\n"
    to_list: int = 2
    to_keys: int = 2
    to_item: int = 2


def manner_of(source: Source, values: MappingNode) -> Manner:
    """The manner in which most of *source*, which states *values*, is written."""
    line_end = LINE_END.search(source.text)
    seen: dict[str, Counter[int]] = {"list": Counter(), "keys": Counter(), "item": Counter()}
    for kind, columns in _indentations(source, values):
        seen[kind][columns] += 1
    usual = {kind: counted.most_common(1)[0][0] for kind, counted in seen.items() if counted}
    return Manner(
        line_end[0] if line_end else "\n",
        usual.get("list", Manner.to_list),
        usual.get("keys", Manner.to_keys),
        usual.get("item", Manner.to_item),
    )


def _indentations(source: Source, node: Node) -> Iterator[tuple[str, int]]:
    """How far in each thing in *node* stands from what holds it, and what kind of thing it is."""
    if isinstance(node, ScalarNode) or source.text[node.start] in "[{":
        return
    inside = [*node.values()] if isinstance(node, MappingNode) else node
    for held in inside:
        deeper = column(source, held.start) - column(source, node.start)
        below = source.line(held.start)[0] > source.line(node.start)[0]
        is_block = not isinstance(held, ScalarNode) and source.text[held.start] not in "[{"
        if isinstance(node, SequenceNode):
            if held is node[0] and not below:
                yield "item", deeper
        elif is_block:
            yield "list" if isinstance(held, SequenceNode) else "keys", deeper
        yield from _indentations(source, held)


def column(source: Source, at: int) -> int:
    """How many characters stand before *at* on its line."""
    return at - source.line(at)[0]


@dataclass(frozen=True)
class Writer:
    """Writes values into *source*, in its *manner*; as JSON does in brackets, if *as_json*."""

    source: Source
    manner: Manner
    as_json: bool = False

    def block(self, value: Value, start: int, *, quoted: bool = False) -> list[str]:
        """The lines of a *value* that begins in the column *start*, the first not indented.

        Where it is *quoted*, its last text is written with quotation marks, since a comment follows
        it, and would cut it off without them.
        """
        if line := self._on_one_line(value, start, start, quoted=quoted):
            return line
        last = len(value) - 1
        if isinstance(value, Mapping):
            parts = [
                self.pair(key, held, start, quoted=quoted and number == last)
                for number, (key, held) in enumerate(value.items())
            ]
        else:
            parts = [
                self.item(held, start, quoted=quoted and number == last)
                for number, held in enumerate(value)
            ]
        below = (line for part in parts[1:] for line in (f"{' ' * start}{part[0]}", *part[1:]))
        return [*parts[0], *below]

    def item(self, value: Value, start: int, deeper: int = 0, *, quoted: bool = False) -> list[str]:
        """The lines of an item of a list whose hyphen stands in the column *start*.

        What it holds stands *deeper* by that, or by what is usual.
        """
        deeper = deeper or self.manner.to_item
        first, *rest = self.block(value, start + deeper, quoted=quoted)
        return [f"{'-'.ljust(deeper)}{first}", *rest]

    def pair(self, key: str, value: Value, start: int, *, quoted: bool = False) -> list[str]:
        """The lines of a *value* and its *key*, which stands in the column *start*."""
        name = self.key(key)
        is_short = len(name) <= LONGEST_KEY
        head = f"{name}:" if is_short else ":"
        if line := self._on_one_line(value, start + len(head) + 1, start + 2, quoted=quoted):
            lines = [f"{head} {line[0]}", *line[1:]]
        else:
            manner = self.manner
            inside = start + (manner.to_keys if isinstance(value, Mapping) else manner.to_list)
            first, *rest = self.block(value, inside, quoted=quoted)
            lines = [head, f"{' ' * inside}{first}", *rest]
        return lines if is_short else [f"? {name}", f"{' ' * start}{lines[0]}", *lines[1:]]

    def _on_one_line(
        self, value: Value, start: int, below: int, *, quoted: bool
    ) -> list[str] | None:
        """The lines of what begins on the line of its key: a text, or something in brackets."""
        if isinstance(value, str):
            return self.scalar(value, start, below, quoted=quoted)
        return [self.flow(value)] if not value or isinstance(value, InBrackets) else None

    def flow(self, value: Value, *, quoted: bool = False) -> str:
        """A *value* in brackets, or a text in such, on one line."""
        if isinstance(value, str):
            (line,) = self.scalar(value, 0, None, quoted=quoted)
            return line
        if isinstance(value, Mapping):
            pairs = (f"{self.key(key, flow=True)}: {self.flow(value[key])}" for key in value)
            return f"{{{', '.join(pairs)}}}"
        return f"[{', '.join(map(self.flow, value))}]"

    def key(self, text: str, *, flow: bool = False) -> str:
        """A key, on one line; of a mapping in brackets, where it is in a *flow*."""
        form = "k: {\0: x}" if flow else "k:\n  \0: x"
        if len(text) > LONGEST_KEY:
            return _double(text)
        for written in (*self._as_it_stands(text), *self._on_a_line(text, quoted=False)):
            held = _read(form.replace("\0", written))
            if isinstance(held, MappingNode) and [*held] == [text]:
                return written
        return _double(text)

    def scalar(
        self, text: str, start: int, below: int | None, *, quoted: bool = False
    ) -> list[str]:
        """The lines of a *text* that begins in the column *start*, and goes on in that *below*.

        Where there is no such column, it stands in brackets, and on one line.
        """
        form = "k: \0" if below is not None else "k: [\0]"
        for written in self._ways(text, start, below, quoted=quoted):
            held = _read(form.replace("\0", "\n".join(written)))
            if held == text or (below is None and held == [text]):
                return written
        return [_double(text)]  # which says it, but may hold what no file may

    def _ways(
        self, text: str, start: int, below: int | None, *, quoted: bool
    ) -> Iterator[list[str]]:
        """The ways in which a *text* may be written, the best one first."""
        for written in self._as_it_stands(text):
            if not quoted or written[0] in "'\"":
                yield [written]
        if below is None:
            yield from ([written] for written in self._on_a_line(text, quoted=quoted))
            return
        if not quoted and text.casefold() not in WORDS:
            yield _folded(text, "", start, below)
        yield _folded(text.replace("'", "''"), "'", start, below)

    def _as_it_stands(self, text: str) -> Iterator[str]:
        if isinstance(text, ScalarNode):
            written = self.source.text[text.start : text.end]
            if written and written[0] not in "|>" and not LINE_END.search(written):
                yield written

    def _on_a_line(self, text: str, *, quoted: bool) -> Iterator[str]:
        if not self.as_json:
            if not quoted and text.casefold() not in WORDS and not AT_MARGIN.match(text):
                yield text
            yield "'{}'".format(text.replace("'", "''"))


def _folded(text: str, quote: str, start: int, below: int) -> list[str]:
    """*text* between two *quote* signs, folded behind WIDTH, where it can be."""
    first, *rest = BREAKS.split(text)
    lines = [f"{quote}{first}"]
    for word in rest:
        filled = (start if len(lines) == 1 else 0) + len(lines[-1]) + 1 + len(word)
        if filled + len(quote) > WIDTH and not NEVER_FIRST.match(word):
            lines.append(" " * below + word)
        else:
            lines[-1] += f" {word}"
    lines[-1] += quote
    return lines


def _double(text: str) -> str:
    return f'"{text.translate(ESCAPES)}"'


def _read(written: str) -> Node | None:
    """What stands under the only key in a text, if our reader takes it."""
    try:
        values, problems = parser.parse(Source(written, ""))
    except ProblemsFound:
        return None
    return values.value("k") if not problems and len(values) == 1 else None
