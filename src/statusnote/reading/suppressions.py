"""Remarks in the file that silence a warning: `# statusnote: ignore W701`."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem
from statusnote.reading.nodes import Fragment, MappingNode, ScalarNode, scalars
from statusnote.reading.source import Source, end_of_line

REMARK = re.compile(r"^[ \t]*#[ \t]*(statusnote:[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
IGNORE = re.compile(r"statusnote: *ignore +(W\d{3}(?:(?:, *| +)W\d{3})*)\s*")
INSIDE = re.compile(r"# *statusnote:.*")
CODE = re.compile(r"W\d{3}")
NO_CONTENT = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ \t]*")


class Anchored(NamedTuple):
    """A problem, and where the value begins that it is about."""

    problem: Problem
    anchor: int


class Remark(NamedTuple):
    """A code that a remark silences, from where to where it stands, and what the remark is about.

    That are the lines where a value may begin.
    """

    code: str
    start: int
    end: int
    about: tuple[int, ...]


def settled(source: Source, values: MappingNode, found: Iterable[Anchored]) -> list[Problem]:
    """The problems *found* that no remark silences, and what is wrong with the remarks."""
    written = _written(source, values)
    remarks = list(_remarks(source, written))
    by_line = {(each.code, line): each for each in remarks for line in each.about}
    problems, used = [], set()
    for problem, anchor in found:
        remark = by_line.get((problem.code, source.place(anchor).line))
        if remark and problem.traits.can_be_silenced:
            used.add(remark)
        else:
            problems.append(problem)
    problems += (_unused(source, remark) for remark in remarks if remark not in used)
    return [*problems, *_not_understood(source, written), *_inside_texts(source, values)]


def _inside_texts(source: Source, values: MappingNode) -> Iterator[Problem]:
    """The remarks that have become part of a text, and so would be printed."""
    if "statusnote:" in source.text:
        for text in scalars(values):
            if found := INSIDE.search(text):
                yield Problem("W802", source.of(Fragment(text, *found.span())))


def _written(source: Source, values: MappingNode) -> list[re.Match[str]]:
    """The remarks of *source*, except for what only looks like one in a text of several lines."""
    found = list(islice(REMARK.finditer(source.text), MOST_PROBLEMS))
    if not found:
        return []
    texts = [each for each in scalars(values) if source.text[each.start] in "|>\"'"]
    inside = {at for each in texts for at in _starts(found, each)}
    return [each for each in found if each.start() not in inside]


def _starts(found: list[re.Match[str]], text: ScalarNode) -> Iterator[int]:
    first, last = (bisect_left(found, at, key=re.Match.start) for at in (text.start, text.end))
    return (each.start() for each in found[first:last])


def _remarks(source: Source, written: list[re.Match[str]]) -> Iterator[Remark]:
    for each, about in zip(written, _abouts(source, written), strict=True):
        if IGNORE.fullmatch(each[1]):
            for code in CODE.finditer(source.text, *each.span(1)):
                if _is_known(code[0]):
                    yield Remark(code[0], *code.span(), about)


def _abouts(source: Source, written: list[re.Match[str]]) -> list[tuple[int, ...]]:
    """What each remark is about: the same as the next one, where nothing stands between them."""
    abouts: list[tuple[int, ...]] = []
    following = len(source.text)
    for each in reversed(written):
        between = NO_CONTENT.fullmatch(source.text, each.end(), following)
        abouts.append(abouts[-1] if abouts and between else _about(source, each.end()))
        following = each.start()
    return abouts[::-1]


def _about(source: Source, end: int) -> tuple[int, ...]:
    """The line below the remark that ends at *end*, and the one below a key that stands alone."""
    first = _next_content(source, end)
    line, below = source.place(first).line, _next_content(source, end_of_line(source.text, first))
    alone = source.line(first)[1].rstrip().endswith(":")
    if alone and not source.text.startswith("- ", below):
        return line, source.place(below).line
    return (line,)


def _next_content(source: Source, end: int) -> int:
    found = NO_CONTENT.match(source.text, end)
    return found.end() if found else end


def _unused(source: Source, remark: Remark) -> Problem:
    return Problem("W801", source.place(remark.start, remark.end), {"code": remark.code})


def _not_understood(source: Source, written: Iterable[re.Match[str]]) -> Iterator[Problem]:
    for each in written:
        codes = CODE.findall(each[1])
        if not IGNORE.fullmatch(each[1]) or not all(map(_is_known, codes)):
            yield Problem("W802", source.place(*each.span(1)))


def _is_known(code: str) -> bool:
    from statusnote.diagnostics.messages.catalogue import MESSAGES  # only where there is a remark

    return code in MESSAGES
