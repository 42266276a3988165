"""Comments in the file that silence a warning: `# statusnote: ignore W701`."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem
from statusnote.reading.nodes import Fragment, MappingNode, scalars
from statusnote.reading.source import Source, end_of_line

# A line of its own that begins as a comment to this program, understood or not; and what it says.
COMMENT = re.compile(r"^[ \t]*#[ \t]*(statusnote:[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
IGNORE = re.compile(r"statusnote: *ignore +(W\d{3}(?:(?:, *| +)W\d{3})*)\s*")
CODE = re.compile(r"W\d{3}")
# Such a comment where it has become part of a text: wherever in it, as a beginner may have put it.
COMMENT_IN_TEXT = r"# *statusnote:.*"
# Empty lines and comments, up to the first sign of the next line that is neither.
NO_CONTENT = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ \t]*")


class ValueProblem(NamedTuple):
    """A *problem* with a value, and where in the file that value begins."""

    problem: Problem
    start: int


class Suppression(NamedTuple):
    """A *code*, from where to where it stands in its comment, and the *lines* that it is about.

    These are the lines where a value may begin of which a problem with that code is silenced.
    """

    code: str
    start: int
    end: int
    lines: tuple[int, ...]


def apply(source: Source, values: MappingNode, problems: Iterable[ValueProblem]) -> list[Problem]:
    """The *problems* that no comment silences, and what is wrong with the comments."""
    comments = _comments(source, values)
    suppressions = list(_suppressions(source, comments))
    by_line = {
        (suppression.code, line): suppression
        for suppression in suppressions
        for line in suppression.lines
    }
    left, used = [], set()
    for problem, start in problems:
        suppression = by_line.get((problem.code, source.place(start).line))
        if suppression and problem.traits.can_be_silenced:
            used.add(suppression)
        else:
            left.append(problem)
    unused = (suppression for suppression in suppressions if suppression not in used)
    left += (source.problem_at("W801", at, to, code=code) for code, at, to, _ in unused)
    return [*left, *_not_understood(source, comments), *_inside_texts(source, values)]


def _comments(source: Source, values: MappingNode) -> list[re.Match[str]]:
    """The comments to this program, except for what only looks like one in a longer text."""
    comments = list(islice(COMMENT.finditer(source.text), MOST_PROBLEMS))
    if not comments:
        return []
    inside = set[int]()
    for text in scalars(values):
        if source.text[text.start] in "|>\"'":
            first, last = (
                bisect_left(comments, at, key=re.Match.start) for at in (text.start, text.end)
            )
            inside.update(range(first, last))
    return [comment for number, comment in enumerate(comments) if number not in inside]


def _suppressions(source: Source, comments: list[re.Match[str]]) -> Iterator[Suppression]:
    for comment, lines in zip(comments, _lines_below(source, comments), strict=True):
        if IGNORE.fullmatch(comment[1]):
            for code in CODE.finditer(source.text, *comment.span(1)):
                if _is_known(code[0]):
                    yield Suppression(code[0], *code.span(), lines)


def _lines_below(source: Source, comments: list[re.Match[str]]) -> list[tuple[int, ...]]:
    """The lines each comment is about: those of the next one, where nothing stands between them."""
    below: list[tuple[int, ...]] = []
    following = len(source.text)
    for comment in reversed(comments):
        between = NO_CONTENT.fullmatch(source.text, comment.end(), following)
        below.append(below[-1] if below and between else _next_lines(source, comment.end()))
        following = comment.start()
    return below[::-1]


def _next_lines(source: Source, end: int) -> tuple[int, ...]:
    """The next line behind *end* that says something, and the one below a key that stands alone."""
    first = _next_content(source, end)
    line, below = source.place(first).line, _next_content(source, end_of_line(source.text, first))
    is_key_alone = source.line(first)[1].rstrip().endswith(":")
    if is_key_alone and not source.text.startswith("- ", below):
        return line, source.place(below).line
    return (line,)


def _next_content(source: Source, end: int) -> int:
    content = NO_CONTENT.match(source.text, end)
    return content.end() if content else end


def _not_understood(source: Source, comments: Iterable[re.Match[str]]) -> Iterator[Problem]:
    for comment in comments:
        codes = CODE.findall(comment[1])
        if not IGNORE.fullmatch(comment[1]) or not all(map(_is_known, codes)):
            yield source.problem_at("W802", *comment.span(1))


def _is_known(code: str) -> bool:
    from statusnote.diagnostics.messages.catalogue import MESSAGES  # only where there is a comment

    return code in MESSAGES


def _inside_texts(source: Source, values: MappingNode) -> Iterator[Problem]:
    """The comments that have become part of a text, and so would be printed."""
    if "statusnote:" in source.text:
        for text in scalars(values):
            if comment := re.search(COMMENT_IN_TEXT, text):
                yield Problem("W802", source.of(Fragment(text, *comment.span())))
