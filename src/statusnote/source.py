"""YAML text → values that know where they stand.

Every scalar is read as the string that stands there; what it means, the model decides. The parser's
events are walked one by one, so that nothing large or deep is built before it has been counted.
"""

from typing import Any, NoReturn

import yaml
from yaml.reader import Reader

from statusnote.problems import Problem, ProblemsFound, problem

MAX_DEPTH = 20
MAX_VALUES = 4_000_000
KEYS = "nøgler med hver sin værdi (»nøgle: værdi«)"


class Text(str):
    """A scalar, exactly as it is written, with the line and column (from 1) where it starts."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Mapping(dict[Text, "Value"]):
    """Keys and values. Its keys are Text, and so have a place of their own."""

    __slots__ = ("column", "line")
    line: int
    column: int

    def key(self, name: str) -> Text:
        """The key *name* as it stands in the file. Raises StopIteration where there is none."""
        return next(key for key in self if key == name)


class Sequence(list["Value"]):
    """The items of a list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Value = Text | Mapping | Sequence


def parse(text: str, file: str) -> tuple[Mapping, list[Problem]]:
    """The keys and values that *text* states, and the keys that stand twice in it.

    Raises ProblemsFound where the text is no YAML, uses what a plan has no use for (anchors,
    aliases, tags, several documents), is empty, too deep or too large, or states no keys.
    """
    _refuse_control_characters(text, file)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.stop("E201", error.problem_mark, detail=error.problem)
    if builder.refused:
        raise ProblemsFound(builder.problems)
    if not builder.root:
        builder.stop("E105", None)
    if not isinstance(builder.root, Mapping):
        builder.stop("E303", None, expected=KEYS)
    return builder.root, builder.problems


def _refuse_control_characters(text: str, file: str) -> None:
    """YAML 1.2, 5.1: the characters that a YAML file may hold. Nothing else reaches the parser."""
    if found := Reader.NON_PRINTABLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ProblemsFound([problem("E107", file, line, column, number=ord(found[0]))])


class _Builder:
    """Puts values together from the parser's events. What it refuses, it collects and reads on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.refused = False
        self.root: Value | None = None
        self.open: list[Mapping | Sequence] = []
        self.keys: list[Text | None] = []
        self.count = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_anchor_and_tag(event)
            text = Text(event.value)
            text.line, text.column = _place(event.start_mark)
            self._add(text, event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(Mapping(), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(Sequence(), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse("E203", event, name=event.anchor)
            self._add(Text(), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop("E205", event.start_mark)

    def stop(self, code: str, mark: Any, **details: object) -> NoReturn:
        """Raise ProblemsFound with this problem and all that were found before it."""
        place = _place(mark) if mark else (1, 1)
        raise ProblemsFound([*self.problems, problem(code, self.file, *place, **details)])

    def _start(self, value: Mapping | Sequence, event: yaml.CollectionStartEvent) -> None:
        self._refuse_anchor_and_tag(event)
        value.line, value.column = _place(event.start_mark)
        self._add(value, event)
        if len(self.open) == MAX_DEPTH:
            self.stop("E206", event.start_mark, limit=MAX_DEPTH)
        self.open.append(value)
        self.keys.append(None)

    def _add(self, value: Value, event: yaml.Event) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            self.stop("E207", event.start_mark, limit=MAX_VALUES)
        if not self.open:
            self.root = value
        elif isinstance(top := self.open[-1], Sequence):
            top.append(value)
        elif (key := self.keys[-1]) is not None:
            top[key] = value
            self.keys[-1] = None
        elif isinstance(value, Text):
            self.keys[-1] = self._fresh(top, value)
        else:
            self.stop("E208", event.start_mark)

    def _fresh(self, mapping: Mapping, key: Text) -> Text:
        """The key, once it is known that it stands in *mapping* for the first time."""
        if key in mapping:
            first = mapping.key(key).line
            place = (key.line, key.column)
            self.problems.append(problem("E202", self.file, *place, key=key, first=first))
        return key

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse("E203", event, name=event.anchor)
        if (tag := getattr(event, "tag", None)) is not None:
            self._refuse("E204", event, tag=tag)

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self.refused = True
        place = _place(event.start_mark)
        self.problems.append(problem(code, self.file, *place, **details))


def _place(mark: Any) -> tuple[int, int]:
    """The line and the column, from 1, of one of the parser's marks, which count from 0."""
    return mark.line + 1, mark.column + 1
