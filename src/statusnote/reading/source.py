"""The text of a file, and the places in it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import Any

from statusnote.diagnostics.problem import Place, Problem
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode

LINE_END = re.compile("\r\n?|\n")  # what the parser counts as one, once the invisible are refused
INK = re.compile(r"\S[\u0300-\u036f]*")  # with the accents that are written behind a letter


class Source:
    """The text of a file, and the places in it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file

    def problem(
        self, code: str, value: Node, other: Node | None = None, /, **details: object
    ) -> Problem:
        """The problem *code* with a value, or with a value and an *other* one."""
        return Problem(code, self.of(value), details, self.of(other) if other is not None else None)

    def problem_at(self, code: str, start: int, end: int = 0, /, **details: object) -> Problem:
        """The problem *code* with the characters from *start* to before *end*; see `place`."""
        return Problem(code, self.place(start, end), details)

    def of(self, value: Node | Fragment) -> Place:
        """The place of a value: of all of a text, and of what a mapping or a list begins with."""
        if isinstance(value, Fragment):
            return self._part(value)
        if isinstance(value, ScalarNode) or self.text[value.start] in "[{":
            return self.place(value.start, value.end)
        if isinstance(value, MappingNode):
            return self.of(next(iter(value)))
        return self.place(value.start)

    def _part(self, part: Fragment) -> Place:
        """The place of a part, found by counting the characters before it that are no spaces.

        A text may be composed (NFC) that is written in letters and accents. Where it is written
        otherwise than it is read (`''`), it is the place of the text.
        """
        text, wanted = part.text, part.text[part.start : part.end]
        opening = self._opening(text)
        if self.text.startswith(text, opening):
            return self.place(opening + part.start, opening + part.end)
        inked = INK.finditer(self.text, opening, text.end)
        before, length = len(INK.findall(text, 0, part.start)), len(INK.findall(wanted))
        characters = list(islice(inked, before, before + (length or 1)))
        written = unicodedata.normalize("NFC", "".join(found[0] for found in characters))
        meant = unicodedata.normalize("NFC", "".join(wanted.split()))
        if not characters or (length and written != meant):
            return self.place(text.start, text.end)
        start, end = characters[0].start(), characters[-1].end()
        return self.place(start, end) if length else self.place(start - len(wanted), start)

    def _opening(self, text: ScalarNode) -> int:
        """Where what *text* says begins, behind a quotation mark or the line of a `|` or `>`."""
        if self.text[text.start] in "|>":
            return end_of_line(self.text, text.start)
        return text.start + (self.text[text.start] in "\"'")

    def place(self, start: int, end: int = 0) -> Place:
        """The place of the characters from *start* to before *end*: those on its first line."""
        first, written = self.line(start)
        stop = end if end <= first + len(written) else first + len(written.rstrip())
        line, column = bisect_right(self._line_starts, start), start - first + 1
        return Place(self.file, line, column, column + max(stop - start, 1), written)

    def line(self, at: int) -> tuple[int, str]:
        """Where the line begins that *at* stands on, and what stands there."""
        first = self._line_starts[bisect_right(self._line_starts, at) - 1]
        return first, self.text[first : end_of_line(self.text, first)]

    def start_of(self, line: int) -> int:
        """Where the line of this number begins, or the text ends, if it has none."""
        starts = self._line_starts
        return starts[line - 1] if line <= len(starts) else len(self.text)

    def long_lines(self, limit: int) -> Iterator[int]:
        """Where the lines begin that have more than *limit* characters, their ends among them."""
        for start, following in pairwise([*self._line_starts, len(self.text)]):
            if following - start > limit:
                yield start

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]


def end_of_line(text: str, start: int) -> int:
    """Where the line ends that *start* stands on."""
    line_end = LINE_END.search(text, start)
    return line_end.start() if line_end else len(text)


def span(event: Any) -> tuple[int, int]:
    """Where an event of the parser's begins and ends, in characters from the start of the text."""
    return event.start_mark.index, event.end_mark.index
