"""A file without what the parser could not read in it, so that it reads the rest.

An initiative is left out whole. Elsewhere, only one key or item is, and a stand-in takes its place
where it can, so that what stands around it keeps its shape.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_origin

from statusnote.diagnostics.messages.message import ANY_KEY
from statusnote.diagnostics.problem import Problem
from statusnote.plan.model import HOLDERS, PARTIES, Initiative, Plan
from statusnote.reading.source import Source, end_of_line

# Where an initiative begins, where a section does, and the keys of the plan that are only its own.
FIRST_LINE = re.compile(rf"^( *)- +(?:{'|'.join(Initiative.model_fields)})\b", re.MULTILINE)
SECTION = re.compile(r"^ *- +(?:.*\n(?! *- ))*? *initiatives\b", re.MULTILINE)
PLAN_KEYS = sorted(Plan.model_fields.keys() - Initiative.model_fields.keys())
PLAN_KEY = re.compile(rf"^(?:{'|'.join(PLAN_KEYS)})\b", re.MULTILINE)
INITIATIVE_KEYS = Initiative.model_fields.keys() - Plan.model_fields.keys()
# How a line begins: its indentation, the hyphens of items, and a key, where there is one.
ENTRY = re.compile(r"([ \t]*)((?:- +)*)(?:(\w+) *:)?")
# Under these keys of the plan, a key is a code or a phrase, in which there are spaces.
NAMES = (
    *(key for key, field in Plan.model_fields.items() if get_origin(field.annotation) is dict),
    PARTIES,
)
NAMED = re.compile(r"([ \t]*)()(?:([^\s:#{\[][^:#\n]*?) *:(?=\s))?")

Span = tuple[int, int]


@dataclass(frozen=True)
class Rest:
    """What is left of a file: a source with the same lines, some of which are empty now.

    *bereft* are the lines where a problem may be about what was left out, and *lost* are the keys
    of the plan under which a part was: what seems to be missing there may be that.
    """

    source: Source
    bereft: frozenset[int] = frozenset()
    lost: frozenset[str] = frozenset()

    def shown(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those *problems* that the file has itself, and not for what was left out."""
        wanted = {ANY_KEY, *self.lost} if self.lost else set()
        own = (problem for problem in problems if not self._is_bereft(problem))
        return [problem for problem in own if wanted.isdisjoint(problem.traits.for_want_of)]

    def _is_bereft(self, problem: Problem) -> bool:
        return any(place.line in self.bereft for place in (problem.place, problem.other) if place)

    def without(self, problems: Iterable[Problem]) -> "Rest | None":
        """What is left without what *problems* stand in; None where that is all, or nothing."""
        source, text, bereft, lost = self.source, self.source.text, set[int](), set[str]()
        outline = _Outline(source)
        for problem in problems:
            if not problem.traits.is_read_around:
                return None
            if span := outline.initiative(problem):
                text = _emptied(text, *span)
            elif span := _entry(source, problem):
                bereft.add(source.place(span[0]).line)
                text = _with_stand_in(text, *span, problem)
                lost.add(_plan_key(source.text, span[0]))
            else:
                return None
            before = text[: span[0]].rstrip()
            if before.endswith(":"):  # a key that may hold nothing else
                bereft.add(source.place(len(before)).line)
        rest = Rest(Source(text, source.file), self.bereft | bereft, self.lost | lost)
        return rest if text != source.text else None


def _plan_key(text: str, start: int) -> str:
    """The word at the margin that stands on the line at *start* or, next, above it."""
    words = re.findall(r"^\w+", text[: end_of_line(text, start)], re.MULTILINE)
    return words[-1] if words else ""


def _beginning(text: str, start: int) -> re.Pattern[str]:
    """What finds how the line at *start* begins, and those that belong to the same key."""
    return NAMED if _plan_key(text, start) in NAMES else ENTRY


def _emptied(text: str, start: int, end: int) -> str:
    """*text* with spaces from *start* to before *end*, and the ends of its lines."""
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


class _Outline:
    """Where the initiatives of a file begin, and the sections and other keys of the plan."""

    def __init__(self, source: Source) -> None:
        self.source = source
        sections = {section.start() for section in SECTION.finditer(source.text)}
        lines = FIRST_LINE.finditer(source.text)
        self.initiatives = [line for line in lines if line.start() not in sections]
        self.others = [*sections, *(key.start() for key in PLAN_KEY.finditer(source.text))]

    def initiative(self, problem: Problem) -> Span | None:
        """Where the initiative begins and ends that *problem* stands in, if it stands in one."""
        at = self.source.start_of(problem.place.line + 1)
        other = max((start for start in self.others if start < at), default=0)
        above = [first for first in self.initiatives if other <= first.start() < at]
        if not above:
            return None
        indented = _indented(problem)
        outer = (first for first in reversed(above) if len(first[1]) < indented)
        first = next(outer, above[-1])
        # An item or a key that is indented no further, or whatever begins as an initiative does.
        behind = re.compile(
            rf"^(?: {{0,{len(first[1])}}}(?:- |[a-z_]+:)| *- +number\b)", re.MULTILINE
        )
        following = behind.search(self.source.text, at)
        return first.start(), following.start() if following else len(self.source.text)


def _indented(problem: Problem) -> int:
    """How far *problem* is indented, if its line is a key or an item; if not, far enough."""
    line = re.match(r" *(- |([a-z_]+):)", problem.place.written)
    if line and line[2] not in INITIATIVE_KEYS:
        return problem.place.column - 1
    return sys.maxsize


def _entry(source: Source, problem: Problem) -> Span | None:
    """Where the key or the item begins and ends, outside of all initiatives, that is wrong."""
    start = source.start_of(problem.place.line)
    beginning = _beginning(source.text, start)
    entry = beginning.match(source.text, start)
    while start and entry and not entry[0].strip() and not _begins(problem):
        start, _ = source.line(start - 1)
        entry = beginning.match(source.text, start)
    if not entry or entry[3] in HOLDERS:
        return None
    behind = re.compile(rf"^[ \t]{{0,{len(entry[1])}}}[^\s]", re.MULTILINE)
    following = behind.search(source.text, end_of_line(source.text, start))
    return start, following.start() if following else len(source.text)


def _begins(problem: Problem) -> bool:
    """Whether it is the whole line that is wrong."""
    written, column = problem.place.written, problem.place.column
    return not written[: column - 1].strip(" \t-")


def _with_stand_in(text: str, start: int, end: int, problem: Problem) -> str:
    """*text* with an `x` for what the entry says, where the entry itself is as it should be."""
    line = end_of_line(text, start) - start
    entry = _beginning(text, start).match(text, start)
    stand_in = ""
    if entry and (problem.traits.keeps_shape or _is_in_value(problem, entry)):
        key = entry[3] or problem.details.get("key")
        stand_in = f"{entry[1].strip(chr(9))}{entry[2]}" + (f"{key}: x" if key else "x")
    kept = stand_in.ljust(line) if len(stand_in) <= line else " " * line
    return text[:start] + kept + _emptied(text, start + line, end)[start + line :]


def _is_in_value(problem: Problem, entry: re.Match[str]) -> bool:
    """Whether *problem* stands behind the hyphen or the key of *entry*, or on a line below it."""
    behind_hyphen = bool(entry[2]) and problem.place.column > len(entry[1]) + 1
    return behind_hyphen or not _begins(problem)
