"""YAML text → values that know where they stand.

Every scalar is read as the string that stands there; what it means, the model decides. The parser's
events are walked one by one, so that nothing large or deep is built before it has been counted.
"""

import re
from typing import Any, NoReturn

import yaml

from statusnote.problems import Problem, ProblemsFound, problem

MAX_DEPTH = 20
MAX_VALUES = 4_000_000
# What YAML 1.2 (5.1) lets no file hold, and what a reader doesn't see: other ends of lines, a byte
# order mark inside the file, what has no width, and what turns the direction of the text.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
COMMENT = re.compile(r"[ \t]+#|\s*\n( *)#")
SWALLOWED_ITEM = re.compile(r"\n( *)- ")
KEYS = "nøgler med hver sin værdi (»nøgle: værdi«)"


class Text(str):
    """A scalar, exactly as it is written, with the line and column (from 1) where it starts."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Mapping(dict[Text, "Value"]):
    """Keys and values. Its keys are Text, and so have a place of their own."""

    __slots__ = ("_written", "column", "line")
    line: int
    column: int

    def key(self, name: str) -> Text:
        """The key *name* as it stands in the file. Raises KeyError where there is none."""
        if not hasattr(self, "_written"):
            self._written = {str(key): key for key in self}
        return self._written[name]


class Sequence(list["Value"]):
    """The items of a list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Value = Text | Mapping | Sequence

# What the parser says, as a caseworker would say it.
EXPLAINED = {
    "could not find expected ':'": "der mangler et kolon, eller et kolon i teksten er læst som en "
    "nøgle",
    "did not find expected '-' indicator": "linjen passer ikke med punkterne over den",
    "did not find expected ',' or ']'": "der mangler et komma eller en ]",
    "did not find expected ',' or '}'": "der mangler et komma eller en }",
    "did not find expected key": "linjen passer ikke med linjerne over den",
    "found character that cannot start any token": "her står en tabulator eller et tegn, som "
    "en tekst ikke kan begynde med",
    "found unexpected end of stream": "et anførselstegn, der begynder her, slutter aldrig",
    "mapping values are not allowed in this context": "her står et kolon, hvor der ikke kan "
    "være et",
}

# What the parser says at the end of what is wrong, and we say at its beginning.
SAID_LATE = ("could not find expected ':'", "found unexpected end of stream")


def parse(text: str, file: str) -> tuple[Mapping, list[Problem]]:
    """The keys and values that *text* states, and the keys that stand twice in it.

    Raises ProblemsFound where the text is no YAML, uses what a plan has no use for (anchors,
    aliases, tags, several documents), is empty, too deep or too large, or states no keys.
    """
    _refuse_control_characters(text, file)
    builder = _Builder(text, file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if error.problem in SAID_LATE else error.problem_mark
        builder.stop("E201", mark, detail=EXPLAINED.get(str(error.problem), error.problem))
    if builder.refused:
        raise ProblemsFound(builder.problems)
    root = builder.root
    if root is None or root == "":
        raise ProblemsFound([problem("E105", file, 1, 1)])
    if not isinstance(root, Mapping):
        raise ProblemsFound([problem("E303", file, root.line, root.column, expected=KEYS)])
    return root, builder.problems


def _refuse_control_characters(text: str, file: str) -> None:
    """Before the parser, which says less of them, and counts some as the end of a line."""
    if found := INVISIBLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ProblemsFound([problem("E107", file, line, column, number=ord(found[0]))])


class _Builder:
    """Puts values together from the parser's events. What it refuses, it collects and reads on."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.refused = False
        self.root: Value | None = None
        self.open: list[Mapping | Sequence] = []
        self.keys: list[Text | None] = []
        self.lines: list[dict[str, int]] = []
        self.count = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_anchor_and_tag(event)
            if event.value and not event.style:
                self._refuse_loss(event)
            if found := INVISIBLE.search(event.value):
                self._refuse("E107", event, number=ord(found[0]))
            self._add(_text(event.value, event), event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(Mapping(), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(Sequence(), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
            self.keys.pop()
            self.lines.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse("E203", event, name=event.anchor)
            self._add(_text("", event), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop("E205", event.start_mark)

    def stop(self, code: str, mark: Any, **details: object) -> NoReturn:
        """Raise ProblemsFound with all problems found before, and with this one.

        Close behind one, this one is what follows from it.
        """
        found = problem(code, self.file, *_place(mark), **details)
        follows = self.refused and found.line - self.problems[-1].line <= 1
        raise ProblemsFound(self.problems if follows else [*self.problems, found])

    def _start(self, value: Mapping | Sequence, event: yaml.CollectionStartEvent) -> None:
        self._refuse_anchor_and_tag(event)
        value.line, value.column = _place(event.start_mark)
        self._add(value, event)
        if len(self.open) == MAX_DEPTH:
            self.stop("E206", event.start_mark, limit=MAX_DEPTH)
        self.open.append(value)
        self.keys.append(None)
        self.lines.append({})

    def _add(self, value: Value, event: yaml.Event) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            self.stop("E207", event.start_mark, limit=MAX_VALUES)
        if not self.open:
            self.root = value
        elif isinstance(top := self.open[-1], Sequence):
            top.append(value)
        elif (key := self.keys[-1]) is not None:
            top.setdefault(key, value)
            self.keys[-1] = None
        elif isinstance(value, Text):
            self._refuse_second(value)
            self.keys[-1] = value
        else:
            self.stop("E208", event.start_mark)

    def _refuse_second(self, key: Text) -> None:
        """Report a key that stands in the same mapping for the second time."""
        lines, name = self.lines[-1], key.strip()
        if name and name in lines:
            place = (key.line, key.column)
            self.problems.append(problem("E202", self.file, *place, key=name, first=lines[name]))
        lines.setdefault(name, key.line)

    def _refuse_loss(self, event: yaml.ScalarEvent) -> None:
        """Report a comment that cuts plain text off, and a list item that runs into it."""
        start: Any = event.start_mark
        end: Any = event.end_mark
        comment = COMMENT.match(self.text, end.index)
        if comment and (comment[1] is None or len(comment[1]) >= self._indent()):
            self._refuse_at(end, comment, "E209", value=event.value)
        if item := SWALLOWED_ITEM.search(self.text, start.index, end.index):
            self._refuse_at(start, item, "E210")

    def _refuse_at(self, mark: Any, found: re.Match[str], code: str, **details: object) -> None:
        """Report the sign that *found*, which was searched for from *mark* on, leads up to."""
        line = mark.line + 1 + self.text.count("\n", mark.index, found.end())
        before = mark.column + len(found[0]) - 1 if found[1] is None else len(found[1])
        self.refused = True
        self.problems.append(problem(code, self.file, line, before + 1, **details))

    def _indent(self) -> int:
        """The column, from 1, of what the value stands in."""
        return self.open[-1].column if self.open else 1

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse("E203", event, name=event.anchor)
        if (tag := getattr(event, "tag", None)) is not None:
            self._refuse("E204", event, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self.refused = True
        place = _place(event.start_mark)
        self.problems.append(problem(code, self.file, *place, **details))


def _text(value: str, event: yaml.Event) -> Text:
    text = Text(value)
    text.line, text.column = _place(event.start_mark)
    return text


def _place(mark: Any) -> tuple[int, int]:
    """The line and the column, from 1, of one of the parser's marks, which count from 0."""
    return mark.line + 1, mark.column + 1
