"""What YAML reads otherwise than it was meant, and what a plan has no use for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NoReturn, cast

import yaml

from statusnote.danish import NO_BREAK, composed
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound
from statusnote.reading.guards import INVISIBLE, LONGEST
from statusnote.reading.nodes import Frame, SequenceNode, Vocabulary
from statusnote.reading.source import Source, end_of_line, span

MERGE = "<<"
SYMBOLS = "•‣◦⁃∙▪▫■●○◆◇►▶➢➤❖"  # that are bullets wherever they stand
BULLETS = f"–—‐‑−·*{SYMBOLS}"  # what Word makes of a hyphen
OPENING = "[{"  # what a list or keys in brackets begin with
# A comment right behind a plain text: on its line, where YAML wants a space before it; or on a line
# of its own below, with its indentation as the group, and nothing but empty lines between.
COMMENT = re.compile(r"[ \t]+#|\s*\n( *)#")
# What a line ends with, seen from its start, if its text is a comment: `title: #1`, `- - #metoo`.
# A `#` before that makes a comment of the whole line, and a hyphen within a word is none.
COMMENT_FOR_TEXT = r"(?:[^#]*:| *(?:- +)*-)[ \t]+(#)"
# A line of a text, but its first one, that begins like an item of a list: a hyphen and a space.
SWALLOWED_ITEM = re.compile(r"\n *(-) ")
# A line that begins with a no-break space, which is no indentation to YAML.
NO_BREAK_INDENT = re.compile(r" *(\xa0+)")
# The hyphen of an item without its space: `-text`, but no dash of several hyphens.
HYPHEN_WITHOUT_SPACE = r"-[^\s-]"


class Misreadings:
    """The *problems* with the values of a file, found event by event while it is read.

    Where one of them makes a value other than it was meant, the file is *refused*, but read on, so
    that all of them are told.
    """

    def __init__(self, source: Source, vocabulary: Vocabulary) -> None:
        self.source = source
        self.keys = vocabulary.keys
        self.problems: list[Problem] = []
        self.refused = False
        self._refused_to = 0  # the line, from 1

    def look_at(self, event: yaml.Event, frames: Sequence[Frame]) -> None:
        """Find what is wrong with the value that *event* begins, in what is open around it.

        Raises ProblemsFound where there are MOST_PROBLEMS, or a text that is too long.
        """
        if isinstance(event, yaml.ScalarEvent):
            self._look_at_scalar(event, frames)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_anchor_and_tag(event)
        elif isinstance(event, yaml.AliasEvent) and not (frames and frames[-1].key == MERGE):
            self._refuse("E203", event, name=event.anchor)

    def stop(self, problem: Problem) -> NoReturn:
        """Raise ProblemsFound with all problems found before, and with this one.

        Close behind what was refused, this one follows from it.
        """
        follows = self.refused and problem.place.line <= self._refused_to + 1
        others = [other for other in self.problems if other.place.line != problem.place.line]
        raise ProblemsFound(self.problems if follows else [*others, problem])

    def _look_at_scalar(self, event: yaml.ScalarEvent, frames: Sequence[Frame]) -> None:
        value, is_key = event.value, bool(frames) and frames[-1].wants_key
        self._refuse_anchor_and_tag(event)
        if len(value) > LONGEST:
            self.stop(self.source.problem_at("E321", *span(event), limit=LONGEST))
        if not event.style:
            if frames and not is_key:
                self._refuse_comment_for_text(event, frames[-1])
            if value:
                self._refuse_comment_behind(event, frames)
                self._refuse_swallowed_item(event)
        if match := INVISIBLE.search(value):  # written as an escape
            self._refuse("E107", event, number=f"{ord(match[0]):04X}")
        if is_key:
            self._look_at_key(event, frames)

    def _refuse_anchor_and_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse `&name …` and `!name …`."""
        if event.anchor is not None:
            self._refuse("E203", event, name=event.anchor)
        if event.tag is not None:
            self._refuse("E204", event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse_comment_for_text(self, event: yaml.ScalarEvent, frame: Frame) -> None:
        """Refuse a value of which the first line, or all, is read as a comment: `- #metoo`."""
        text, mark = self.source.text, cast(Any, event.start_mark)
        start, first = mark.index, mark.index - mark.column
        if text[frame.node.start] in OPENING or (event.value and text[first:start].strip()):
            return  # in brackets, a comment is one; and this begins behind its key or hyphen
        line, written = self.source.line(first - 1 if event.value and first else first)
        if comment := re.match(COMMENT_FOR_TEXT, written):
            sign = line + comment.start(1)
            problem = self.source.problem_at("E212", sign, character="#")
            self._refuse_up_to(sign, problem)

    def _refuse_comment_behind(self, event: yaml.ScalarEvent, frames: Sequence[Frame]) -> None:
        """Refuse a comment that cuts off a plain text: on its line, or as far in as the text."""
        text = self.source.text
        comment = COMMENT.match(text, span(event)[1])
        if not comment:
            return
        column = self.source.place(frames[-1].node.start).column if frames else 1
        if comment[1] is None or len(comment[1]) >= column:
            sign, end = comment.end() - 1, end_of_line(text, comment.end())
            problem = self.source.problem_at("E209", sign, end, value=event.value)
            self._refuse_up_to(comment.end(), problem)

    def _refuse_swallowed_item(self, event: yaml.ScalarEvent) -> None:
        """Refuse an item of a list that a plain text runs on over."""
        start, end = span(event)
        if item := SWALLOWED_ITEM.search(self.source.text, start, end):
            self._refuse_up_to(end, self._swallowing(start, item.start(1)))

    def _swallowing(self, start: int, item: int) -> Problem:
        """Why the text that begins at *start* runs on over the *item* below."""
        place = self.source.place(start, end_of_line(self.source.text, start))
        words, above = place.written[place.column - 1 :].strip(), place.written[: place.column - 1]
        if words in self.keys:
            return Problem("E222", place, {"key": words})
        if re.match(HYPHEN_WITHOUT_SPACE, words):
            return self.source.problem_at("E221", start)
        if (sign := self.source.text[start]) in BULLETS:
            return self.source.problem_at("E231", start, character=sign)
        if not above.strip() and len(above) >= self.source.place(item).column - 1:
            return Problem("E223", place)
        return self.source.problem_at("E210", item)

    def _look_at_key(self, event: yaml.ScalarEvent, frames: Sequence[Frame]) -> None:
        """Refuse a key that merges, and report one that stands in its mapping for the second time.

        Several of these in one item of a list are another item, and one problem. One that is
        indented by what is no space ends the reading: it is a key of all of the file.
        """
        if event.value.startswith(NO_BREAK):
            self._stop_at_no_break_indent(event)
        if event.value == MERGE:
            self._refuse("E229", event)
        frame, name = frames[-1], composed(event.value.strip())
        if not name or name not in frame.keys:
            return
        if frame.doubled is not None and _is_item(frames):
            first = self.problems[frame.doubled]
            self.problems[frame.doubled] = replace(first, code="E234")
        else:
            frame.doubled = len(self.problems)
            other = self.source.of(frame.keys[name])
            self._report(Problem("E202", self.source.place(*span(event)), {"key": name}, other))

    def _stop_at_no_break_indent(self, event: yaml.ScalarEvent) -> None:
        first, written = self.source.line(span(event)[0])
        if spaces := NO_BREAK_INDENT.match(written):
            start, end = spaces.span(1)
            self.stop(self.source.problem_at("E232", first + start, first + end))

    def _refuse(self, code: str, event: yaml.NodeEvent, **details: object) -> None:
        """Refuse all of the value that *event* begins."""
        start, end = span(event)
        self._refuse_up_to(end, self.source.problem_at(code, start, end, **details))

    def _refuse_up_to(self, end: int, problem: Problem) -> None:
        """Report what makes the values up to *end* other than they were meant."""
        self.refused = True
        self._refused_to = self.source.place(end).line
        self._report(problem)

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) == MOST_PROBLEMS:
            raise ProblemsFound(self.problems)


def _is_item(frames: Sequence[Frame]) -> bool:
    """Whether the innermost of *frames* is an item of a list."""
    return len(frames) > 1 and isinstance(frames[-2].node, SequenceNode)
