"""YAML text → nodes that know where they stand.

Every scalar is read as the string that stands there; what it means, the model decides. The parser's
events are walked one by one, so that nothing large or deep is built before it has been counted.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, NoReturn

import yaml

from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound
from statusnote.reading.nodes import (
    NO_VOCABULARY,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Vocabulary,
)
from statusnote.reading.source import Source, end_of_line

MAX_DEPTH = 20
MAX_VALUES = 40_000  # more than seventy times those of the plan that this was made for; in a
CHARACTERS = 20  # large file, one for so many characters, which is less than they take there
MAX_LINKS = 2_000  # likewise
CHARACTERS_OF_LINK = 250
LONGEST = 20_000  # characters of a line, which each problem with it carries, or of a text
# What YAML 1.2 (5.1) lets no file hold, and what a reader doesn't see: other ends of lines, a byte
# order mark inside the file, what has no width, and what turns the direction of the text.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff\U0001d173-\U0001d17a]"
)
NO_SPACE = re.compile(r"-[^\s-]")
MERGE = "<<"
COMMENT = re.compile(r"[ \t]+#|\s*\n( *)#")
SWALLOWED_ITEM = re.compile(r"\n *(-) ")
COMMENT_FIRST = re.compile(r"(?:[^#]*:| *(?:- +)*-)[ \t]+(#)")
BULLETS = "–—‐‑−•·*"  # what Word makes of a hyphen
# What git leaves in a file where two people's changes met: the whole of it, or a part that was
# forgotten.
CONFLICT = re.compile(
    r"^<{7}(?!<)[^\n]*(?:\n(?!<{7}|>{7})[^\n]*)*\n(?P<end>>{7}(?!>))"
    r"|^(?:<{7}|>{7}|\|{7}) |^={7}\r?$",
    re.MULTILINE,
)


def parse(
    source: Source, vocabulary: Vocabulary = NO_VOCABULARY
) -> tuple[MappingNode, list[Problem]]:
    """The keys and values that *source* states, and the keys that stand twice in it.

    *vocabulary* says which keys there may be; with it, what is no YAML is explained better.

    Raises ProblemsFound where the text is no YAML, uses what a plan has no use for (anchors,
    aliases, tags, several documents), is empty, too deep or too large, or states no keys.
    """
    _refuse(_too_long(source))
    _refuse(_too_many_links(source))
    _refuse(_invisible(source))
    _refuse(_conflicts(source))
    builder = _Builder(source, vocabulary)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        from statusnote.reading.syntax_errors import (
            explained,  # only where it is needed: it holds many patterns
        )

        builder.stop(explained(error, source, builder.last, vocabulary))
    if builder.refused:
        raise ProblemsFound(builder.problems)
    root = builder.root
    if root is None or root == "":
        raise ProblemsFound([Problem("E105", source.place(0))])
    if not isinstance(root, MappingNode):
        raise ProblemsFound([source.problem("E318", root)])
    return root, builder.problems


def _refuse(problems: Iterator[Problem]) -> None:
    if found := list(islice(problems, MOST_PROBLEMS)):
        raise ProblemsFound(found)


def _too_long(source: Source) -> Iterator[Problem]:
    for start in source.long_lines(LONGEST):
        place = source.place(start)
        cut = replace(place, written=place.written[:LONGEST])
        yield Problem("E321", cut, {"limit": LONGEST})


def _too_many_links(source: Source) -> Iterator[Problem]:
    """What marks a link is counted before it is read as one, which takes longer than the rest."""
    most = max(MAX_LINKS, len(source.text) // CHARACTERS_OF_LINK)
    if source.text.count("](") > most:
        at = next(islice(re.finditer(r"\]\(", source.text), most, None)).start()
        yield Problem("E323", source.place(at, at + 2), {"limit": most})


def _invisible(source: Source) -> Iterator[Problem]:
    """Before the parser, which says less of them, and counts some as the end of a line."""
    for found in INVISIBLE.finditer(source.text):
        yield Problem("E107", source.place(found.start()), {"number": f"{ord(found[0]):04X}"})


def _conflicts(source: Source) -> Iterator[Problem]:
    for found in CONFLICT.finditer(source.text):
        other = source.place(*found.span("end")) if found["end"] else None
        yield Problem("E110", source.place(found.start(), found.start() + 7), {}, other)


class _Builder:
    """Puts values together from the parser's events. What it refuses, it collects and reads on."""

    def __init__(self, source: Source, vocabulary: Vocabulary) -> None:
        self.source = source
        self.known = vocabulary.keys
        self.problems: list[Problem] = []
        self.refused = False
        self.refused_to = 0  # the line, from 1
        self.root: Node | None = None
        self.last: Node | None = None
        self.open: list[MappingNode | SequenceNode] = []
        self.keys: list[ScalarNode | None] = []
        self.seen: list[dict[str, ScalarNode]] = []
        self.twice: list[int | None] = []  # for each of them, the problem with the first key
        self.count = 0
        self.most = max(MAX_VALUES, len(source.text) // CHARACTERS)
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check(event)
            self._add(_text(event))
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(MappingNode(), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(SequenceNode(), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.last = self.open.pop()
            self.last.end = _index(event.end_mark)
            self.keys.pop()
            self.seen.pop()
            self.twice.pop()
        elif isinstance(event, yaml.AliasEvent):
            if not self.keys or self.keys[-1] != MERGE:
                found = self._problem("E203", event, name=event.anchor)
                self._refuse(found, _index(event.end_mark))
            self._add(_text(event))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop(self._problem("E205", event))

    def _check(self, event: yaml.ScalarEvent) -> None:
        self._refuse_anchor_and_tag(event)
        if len(event.value) > LONGEST:
            self.stop(self._problem("E321", event, limit=LONGEST))
        if not event.style:
            self._refuse_comment_first(event)
        if event.value and not event.style:
            self._refuse_loss(event)
        if found := INVISIBLE.search(event.value):
            number = f"{ord(found[0]):04X}"
            self._refuse(self._problem("E107", event, number=number), _index(event.end_mark))

    def stop(self, found: Problem) -> NoReturn:
        """Raise ProblemsFound with all problems found before, and with this one.

        Close behind what was refused, this one follows from it.
        """
        follows = self.refused and found.place.line <= self.refused_to + 1
        others = [each for each in self.problems if each.place.line != found.place.line]
        raise ProblemsFound(self.problems if follows else [*others, found])

    def _start(self, value: MappingNode | SequenceNode, event: yaml.CollectionStartEvent) -> None:
        self._refuse_anchor_and_tag(event)
        value.start, value.end = _index(event.start_mark), _index(event.end_mark)
        self._add(value)
        if len(self.open) == MAX_DEPTH:
            self.stop(self._problem("E206", event, limit=MAX_DEPTH))
        self.open.append(value)
        self.keys.append(None)
        self.seen.append({})
        self.twice.append(None)

    def _add(self, value: Node) -> None:
        self.count += 1
        self.last = value
        if self.count > self.most:
            place = self.source.place(value.start)
            self.stop(Problem("E207", place, {"limit": self.most}))
        if not self.open:
            self.root = value
        elif isinstance(top := self.open[-1], SequenceNode):
            top.append(value)
        elif (key := self.keys[-1]) is not None:
            top.setdefault(key, value)
            self.keys[-1] = None
        elif isinstance(value, ScalarNode):
            if value == MERGE:
                self._refuse(self.source.problem("E229", value), value.end)
            self._refuse_second(value)
            self.keys[-1] = value
        else:
            self.stop(Problem("E208", self.source.place(value.start, value.end)))

    def _refuse_second(self, key: ScalarNode) -> None:
        """Report a key that stands in the same mapping for the second time."""
        seen, name = self.seen[-1], key.strip()
        if name and name in seen:
            self._report_second(self.source.problem("E202", key, seen[name], key=name))
        seen.setdefault(name, key)

    def _report_second(self, found: Problem) -> None:
        """Report it; several in one item of a list are another item, and one problem."""
        first = self.twice[-1]
        if first is not None and isinstance(self.open[-2:][0], SequenceNode):
            self.problems[first] = replace(self.problems[first], code="E234")
        else:
            self.twice[-1] = len(self.problems)
            self._report(found)

    def _refuse_comment_first(self, event: yaml.ScalarEvent) -> None:
        """Report a text of which the first line is read as a comment: `- #metoo`."""
        if not self.open or (isinstance(self.open[-1], MappingNode) and self.keys[-1] is None):
            return
        text, start = self.source.text, _index(event.start_mark)
        if text[self.open[-1].start] in "[{":
            return
        first, written = self.source.line(start)
        if event.value and written[: start - first].strip():
            return  # it begins behind its key or hyphen
        if event.value:
            first, written = self.source.line(first - 1)
        if comment := COMMENT_FIRST.match(written):
            at = first + comment.start(1)
            self._refuse(Problem("E212", self.source.place(at), {"character": "#"}), at)

    def _refuse_loss(self, event: yaml.ScalarEvent) -> None:
        """Report a comment that cuts plain text off, and a list item that runs into it."""
        text, start, end = self.source.text, _index(event.start_mark), _index(event.end_mark)
        comment = COMMENT.match(text, end)
        if comment and (comment[1] is None or len(comment[1]) >= self._indent()):
            place = self.source.place(comment.end() - 1, end_of_line(text, comment.end()))
            self._refuse(Problem("E209", place, {"value": event.value}), comment.end())
        if item := SWALLOWED_ITEM.search(text, start, end):
            self._refuse(self._swallowing(start, item.start(1)), end)

    def _swallowing(self, start: int, item: int) -> Problem:
        """Why the text that begins at *start* runs on over the *item* below."""
        place = self.source.place(start, end_of_line(self.source.text, start))
        words = place.written[place.column - 1 :].strip()
        if words in self.known:
            return Problem("E222", place, {"key": words})
        if NO_SPACE.match(words):
            return Problem("E221", self.source.place(start))
        if (sign := self.source.text[start]) in BULLETS:
            return Problem("E231", self.source.place(start), {"character": sign})
        above = place.written[: place.column - 1]
        if not above.strip() and len(above) >= self.source.place(item).column - 1:
            return Problem("E223", place)
        return Problem("E210", self.source.place(item))

    def _indent(self) -> int:
        """The column, from 1, of what the value stands in."""
        return self.source.place(self.open[-1].start).column if self.open else 1

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent) -> None:
        end = _index(event.end_mark)
        if event.anchor is not None:
            self._refuse(self._problem("E203", event, name=event.anchor), end)
        if (tag := getattr(event, "tag", None)) is not None:
            name = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(self._problem("E204", event, tag=name), end)

    def _refuse(self, found: Problem, end: int) -> None:
        """Report what makes the values other than they were meant, up to *end*."""
        self.refused = True
        self.refused_to = self.source.place(end).line
        self._report(found)

    def _problem(self, code: str, event: yaml.Event, **details: object) -> Problem:
        start, end = _index(event.start_mark), _index(event.end_mark)
        return Problem(code, self.source.place(start, end), details)

    def _report(self, found: Problem) -> None:
        self.problems.append(found)
        if len(self.problems) == MOST_PROBLEMS:
            raise ProblemsFound(self.problems)


def _text(event: yaml.ScalarEvent | yaml.AliasEvent) -> ScalarNode:
    text = ScalarNode(getattr(event, "value", ""))
    text.start, text.end = _index(event.start_mark), _index(event.end_mark)
    return text


def _index(mark: Any) -> int:
    """Where one of the parser's marks stands, in characters from the start of the text."""
    return int(mark.index)
