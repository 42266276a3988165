"""A file without the initiatives that the parser could not read, so that it reads the others."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from statusnote.catalogue import CATALOGUE
from statusnote.model import Initiative
from statusnote.problems import Problem
from statusnote.source import Source

FIRST_LINE = re.compile(rf"^( *)- +(?:{'|'.join(Initiative.model_fields)})\b", re.MULTILINE)
# The problems with YAML that concern one initiative, if they stand in one.
LOCAL = {code for code in CATALOGUE if code.startswith("E2")} - {"E205", "E206", "E207"}


@dataclass(frozen=True)
class Rest:
    """What is left of a file: a source with the same lines, some of which are empty now.

    *bereft* are the lines of the keys that may have nothing left under them.
    """

    source: Source
    bereft: frozenset[int]

    def shown(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those *problems* that the file has itself, and not for what was left out."""
        return [each for each in problems if each.place.line not in self.bereft]


def without(source: Source, problems: Iterable[Problem]) -> Rest | None:
    """*source* without the initiatives that *problems* stand in.

    Gives None where one of them stands in no initiative, or where there are none.
    """
    text, bereft = source.text, set[int]()
    beginnings = list(FIRST_LINE.finditer(text))
    for problem in problems:
        found = _initiative(source, beginnings, problem) if problem.code in LOCAL else None
        if found is None:
            return None
        start, end = found
        text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
        key = len(text[:start].rstrip())
        bereft |= {source.place(key).line} if text[:key].endswith(":") else set()
    return Rest(Source(text, source.file), frozenset(bereft)) if text != source.text else None


def _initiative(
    source: Source, beginnings: list[re.Match[str]], problem: Problem
) -> tuple[int, int] | None:
    """Where the initiative begins and ends that *problem* stands in."""
    at, indented = source.start_of(problem.place.line + 1), _indented(problem)
    above = (each for each in reversed(beginnings) if each.end() <= at)
    beginning = next((each for each in above if len(each[1]) < indented), None)
    if beginning is None:
        return None
    indent = len(beginning[1])
    behind = re.compile(rf"^ {{0,{indent}}}(?:- |[a-z_]+:)", re.MULTILINE)
    following = behind.search(source.text, at)
    return beginning.start(), following.start() if following else len(source.text)


def _indented(problem: Problem) -> int:
    """How far the line of *problem* is indented, if it is a key or an item; if not, far enough."""
    line = re.match(r"( *)(?:- |[a-z_]+:)", problem.place.written)
    return len(line[1]) if line else sys.maxsize
