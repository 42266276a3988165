"""What a text that is no YAML was probably meant to be.

The parser says what it expected and where it gave up. A beginner's mistake stands there or a little
before; each rule below knows one such mistake by how the text looks at that place.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import yaml

from statusnote.diagnostics.problem import Problem
from statusnote.reading.misreadings import BULLETS, HYPHEN_WITHOUT_SPACE
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, Vocabulary
from statusnote.reading.source import LINE_END, Source, end_of_line

CLOSING = {"[": "]", "{": "}"}
# No-break spaces where they stop YAML from seeing what a line is: before all else on it, perhaps
# behind other spaces; or behind the colon of a key or the hyphen of an item that it begins with.
# Those further on in a text are left.
NO_BREAK_SPACE = re.compile(r"[ \xa0]*?(\xa0+)|(?:[ -]*\w[\w-]*:| *(?:- +)*-) *(\xa0+)")
MINISTRY = r"[A-ZÆØÅ]{2,}"  # whose code is a key, too
HYPHENS = r"(?:- +)*"  # of the items that a line begins
COLON = r":(?: |$)"  # that YAML takes for that of a key
NO_COLON = " *[=;：]| "  # what is written for the colon of a key
AMOUNT_OR_YEAR = re.compile(
    r"\d(?: mi[oa]\.)?(?:(?: | t\.)kr\.)?$"
)  # that a grant or a milestone ends with


class Failure(NamedTuple):
    """Where the parser gave up: *what* it says, where (*at*), and where that began (*since*).

    *last* is the last value that was read whole, *inside* are the lists and keys that had begun and
    not ended, the outermost first, and *vocabulary* says which keys there may be.
    """

    source: Source
    what: str
    at: int
    since: int
    last: Node | None
    inside: Sequence[Node]
    vocabulary: Vocabulary

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def keys(self) -> Collection[str]:
        """The keys that the file may have."""
        return self.vocabulary.keys

    def column(self, at: int) -> int:
        """The column of a character, from 1."""
        return self.source.place(at).column

    def line(self, at: int) -> tuple[int, str]:
        """Where the line begins that *at* stands on, behind its indentation, and what it says."""
        start, written = self.source.line(at)
        words = written.strip(" \t")
        return start + written.find(words), words

    def line_above(self, start: int) -> tuple[int, str]:
        """The nearest line above *start* that says something; *start* and nothing without one."""
        first, words = self.source.line(start)[0], ""
        while first and not words:
            first = self.source.line(first - 1)[0]
            start, words = self.line(first)
        return start, words

    def lines_above(self, start: int) -> Iterator[tuple[int, str]]:
        """The lines above *start* that say something, upwards, without comments."""
        start, words = self.line_above(start)
        while words:
            if not words.startswith("#"):
                yield start, words
            start, words = self.line_above(start)

    def problem(self, code: str, start: int, end: int = 0, /, **details: object) -> Problem:
        """The problem *code* with the characters from *start* to before *end*."""
        return self.source.problem_at(code, start, end, **details)


def explained(
    error: yaml.MarkedYAMLError,
    source: Source,
    last: Node | None,
    inside: Sequence[Node],
    vocabulary: Vocabulary,
) -> Problem:
    """What is wrong where the parser stopped with *error*, with what a Failure knows besides."""
    at = error.problem_mark.index if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    failure = Failure(source, error.problem or "", at, since, last, inside, vocabulary)
    for rule in RULES:
        if problem := rule(failure):
            return problem
    return failure.problem("E201", min(at, len(source.text)), detail=failure.what)


def tab(failure: Failure) -> Problem | None:
    """`⇥title: …`: YAML 1.2 (6.1) has no tabs in indentation."""
    if not failure.what.startswith(("found a tab", "found character that cannot start")):
        return None
    tabs = re.compile(r"[ ]*(\t+)").match(failure.text, failure.at)
    return failure.problem("E211", *tabs.span(1)) if tabs else None


def no_break_space(failure: Failure) -> Problem | None:
    """A space as Word makes them, where only a real one counts: before a line, or behind a sign."""
    above, _ = failure.line_above(failure.line(failure.at)[0])
    for at in (failure.at, failure.line(failure.since)[0], above):
        first, written = failure.source.line(at)
        if spaces := NO_BREAK_SPACE.match(written):
            start, end = spaces.span(spaces.lastindex or 0)
            return failure.problem("E232", first + start, first + end)
    return None


def special_beginning(failure: Failure) -> Problem | None:
    """`title: @…`, `- **…**`, `title: | …`: signs that mean something at the start of a text."""
    if failure.what.startswith(SAID_THERE) and _open_at_end(failure) is None:
        at = failure.at
    elif failure.what.startswith(SAID_BEHIND):
        at = failure.since
    else:
        return None
    if re.fullmatch(r"(?:- +)?reserve_financed: +\*", failure.line(at)[1]):
        return failure.problem("E237", at)
    return failure.problem("E212", at, at + 1, character=failure.text[at : at + 1])


SAID_THERE = ("found character that cannot start", "did not find expected node content")
SAID_BEHIND = (
    "did not find expected alphabetic",
    "did not find expected comment or line break",
    "found unknown directive",
)


def _open_at_end(failure: Failure) -> int | None:
    """The innermost bracket that is open where a file or a document ends (YAML 1.2, 9.1.2)."""
    if failure.at < len(failure.text) and not MARKER.match(failure.text, failure.at):
        return None
    starts = (node.start for node in reversed(failure.inside))
    return next((start for start in starts if failure.text[start] in CLOSING), None)


MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)


def list_behind_key(failure: Failure) -> Problem | None:
    """`account: - …`."""
    if failure.what.startswith("block sequence entries are not allowed"):
        return failure.problem("E213", failure.at)
    return None


def behind_quote(failure: Failure) -> Problem | None:
    """`title: "…" …`, `"title":…`, and `title: "…` up to the next quotation mark in the file."""
    if not (quoted := _quoted_before(failure)):
        return None
    if LINE_END.search(failure.text, quoted.start, quoted.end):
        return failure.problem("E214", quoted.start)
    before = failure.text[failure.line(quoted.start)[0] : quoted.start]
    if not before.strip("- ") and re.match(r":\S", failure.text[failure.at : failure.at + 2]):
        return failure.problem("E220", failure.at, key=str(quoted))
    return failure.problem("E219", failure.at, end_of_line(failure.text, failure.at))


def _quoted_before(failure: Failure) -> ScalarNode | None:
    """The quoted text that ends on the line of the failure, with nothing but spaces between."""
    last = failure.last
    if not isinstance(last, ScalarNode) or not failure.text.startswith(("'", '"'), last.start):
        return None
    return last if _is_right_behind(failure, last) else None


def _is_right_behind(failure: Failure, last: Node) -> bool:
    between = failure.text[last.end : failure.at]
    return last.end <= failure.at < len(failure.text) and not between.strip(" \t")


def unclosed_bracket(failure: Failure) -> Problem | None:
    """`ministries: [SUM, UIM`, and `ministries: [` or `[SUM,` up to the end."""
    start: int | None = None
    if failure.what.startswith("did not find expected ',' or"):
        start = failure.since
    elif failure.what.startswith(SAID_THERE):
        start = _open_at_end(failure)
    if start is None:
        return None
    opened = failure.text[start]
    return failure.problem("E216", start, opened=opened, closing=CLOSING[opened])


def behind_bracket(failure: Failure) -> Problem | None:
    """`- [indsæt] …`, `title: {antal} …`, and `ministries: [SUM]]`."""
    last = failure.last
    if not isinstance(last, MappingNode | SequenceNode) or not _is_right_behind(failure, last):
        return None
    if (opened := failure.text[last.start]) not in CLOSING:
        return None
    if failure.text[failure.at] in "]}":
        return failure.problem("E218", failure.at)
    return failure.problem("E217", last.start, last.end, opened=opened)


def unclosed_quote(failure: Failure) -> Problem | None:
    """`title: "…`, up to the end of the file."""
    if failure.what in ("found unexpected end of stream", "found unexpected document indicator"):
        return failure.problem("E214", failure.since)
    return None


def backslash(failure: Failure) -> Problem | None:
    r"""`title: "C:\mappe"`."""
    if failure.what.startswith(("found unknown escape", "did not find expected hexdec")):
        at = failure.text.rfind("\\", 0, failure.at + 1)
        return failure.problem("E215", at, at + 2)
    return None


def no_key(failure: Failure) -> Problem | None:
    """A line without a colon among keys: `title:…`, `-…`, `title …`, or a line of a text."""
    if failure.what != "could not find expected ':'":
        return None
    start, words = failure.line(failure.since)
    start_above, above = failure.line_above(start)
    if hyphens := re.match("-( +)-( |$)", above):
        return failure.problem("E228", start_above + hyphens.end(1))
    return (
        _almost_a_key(failure, start, words)
        or _colon_above(failure, start)
        or failure.problem("E223", start, start + len(words))
    )


def _colon_above(failure: Failure, start: int) -> Problem | None:
    """The colon in the first line of a paragraph, of which the line at *start* is the next one."""
    column = failure.column(start)
    for above, words in failure.lines_above(start):
        if item := re.match(r"- +(?=\S)", words):
            colon, is_pair = re.search(COLON, words), AMOUNT_OR_YEAR.search(words)
            if colon and not is_pair and failure.column(above + item.end()) == column:
                word = words.rfind(" ", 0, colon.start()) + 1
                return failure.problem("E225", above + word, above + colon.start() + 1)
        if failure.column(above) != column:
            return None
    return None


def unwanted_colon(failure: Failure) -> Problem | None:
    """`title: …: …`, or a key that the line above it has swallowed."""
    if not failure.what.startswith("mapping values are not allowed"):
        return None
    start, _ = failure.line(failure.at)
    before = re.sub(f"^{HYPHENS}", "", failure.text[start : failure.at]).strip()
    if before in failure.keys or re.fullmatch(MINISTRY, before):
        return (
            _swallowing(failure, start)
            or _text_before_keys(failure, start, before)
            or _wrongly_indented(failure, start)
        )
    return _colon_in_text(failure, start, before.split()[-1] if before else "")


def _swallowing(failure: Failure, start: int) -> Problem | None:
    """The line above the key at *start*, if that is the one that is wrong."""
    above, words = failure.line_above(start)
    if almost := _almost_a_key(failure, above, words):
        return almost
    holder = failure.line_above(above)[1] or ":"
    is_text = holder.endswith(":") and not re.search(f"^- |{COLON}", words)
    if is_text and failure.column(above) == failure.column(start):
        return failure.problem("E223", above, above + len(words))
    return None


def _text_before_keys(failure: Failure, start: int, key: str) -> Problem | None:
    """The first line of an item of keys, if it has none itself: `- Rapporten foreligger`."""
    column = failure.column(start)
    further_left = (line for line in failure.lines_above(start) if failure.column(line[0]) < column)
    above, words = next(further_left, (start, ""))
    item = re.match(r"- +(?=\S)", words)
    known = failure.vocabulary.of_part.get(_holder(failure, above), ())
    if not item or key not in known or re.search(COLON, words):
        return None
    text = above + item.end()
    if failure.column(text) != column:
        return None
    name = "number" if words[item.end() :].isdecimal() else "title" if "title" in known else "what"
    return failure.problem("E236", text, above + len(words), key=name)


def _colon_in_text(failure: Failure, start: int, word: str) -> Problem:
    """The colon behind the *word* in the line at *start*."""
    begun = failure.text.rindex(word, start, failure.at)
    if word in failure.keys:
        return failure.problem("E233", begun, failure.at + 1, key=word)
    if name := _name_of_pair(failure, start):
        return failure.problem("E235", begun, failure.at + 1, key=name)
    return failure.problem("E225", begun, failure.at + 1, key=word)


def _name_of_pair(failure: Failure, start: int) -> str:
    """What stands before the value of the grant or the milestone at *start*, if it is one."""
    _, words = failure.line(start)
    if words.endswith(":") or _holder(failure, start) not in ("grants", "milestones"):
        return ""
    # Up to the last colon and space; what holds a quotation mark is left.
    name = re.match(r"- +(?![\"'])([^\"]+): ", words)
    return name[1].rstrip() if name and name[1].partition(":")[0] not in failure.keys else ""


def document_end(failure: Failure) -> Problem | None:
    """`...`: YAML 1.2 (9.1.2), or a file that begins with a text, or too far to the right."""
    if failure.what != "did not find expected <document start>":
        return None
    dots, last = failure.text.rfind("\n...", 0, failure.at), failure.last
    if dots >= 0:
        return failure.problem("E230", dots + 1, dots + 4)
    if isinstance(last, ScalarNode):
        return failure.problem("E223", last.start, last.end)
    if isinstance(last, MappingNode) and failure.text[last.start] not in CLOSING:
        return _wrongly_indented(failure, last.start)
    return None


def wrong_indentation(failure: Failure) -> Problem | None:
    """A line that stands under none of those above it, or under the wrong ones."""
    if failure.what not in ("did not find expected key", "did not find expected '-' indicator"):
        return None
    start, words = failure.line(failure.at)
    if start != failure.at:
        return None
    if almost := _almost_a_key(failure, start, words):
        return almost
    if words.startswith("- "):
        return (
            _almost_a_key(failure, *failure.line_above(start))
            or _moved_out(failure, start)
            or failure.problem("E226", start)
        )
    level = failure.column(start) == failure.column(failure.since)
    if failure.what.endswith("key") or not level:
        return _wrongly_indented(failure, start)
    key = words.partition(":")[0].strip()
    if key in failure.keys:
        return failure.problem("E227", start, start + len(key), key=key)
    return _ministry_alone(failure, start) or failure.problem("E223", start, start + len(words))


# The first rule that knows the text has the word. Where their order matters, a comment says so, and
# the tests hold a text for each two that know the same one. All others exclude each other: they go
# by what the parser says, each by other words.
RULES: tuple[Callable[[Failure], Problem | None], ...] = (
    # A tab is where the parser stopped, which a no-break space need not be; and it is one of the
    # characters that cannot start a text: before `no_break_space` and `special_beginning`.
    tab,
    # The parser took the line for something else, and so would the others: before all of them.
    no_break_space,
    # The sign that stopped the parser says more than what ends before it, be that a text in
    # quotation marks or something in brackets: before `behind_quote` and `behind_bracket`.
    special_beginning,
    list_behind_key,
    # What stands behind a quotation mark is why a bracket isn't closed, and a colon there is none
    # in a text: before `unclosed_bracket`, `unwanted_colon` and `document_end`.
    behind_quote,
    # In `[[a] b`, it is the outer one that isn't closed: before `behind_bracket`.
    unclosed_bracket,
    # In `b: [a]: c`, all of `[a]: c` was meant as a text: before `unwanted_colon`.
    behind_bracket,
    # In any order:
    unclosed_quote,
    backslash,
    no_key,
    unwanted_colon,
    document_end,
    wrong_indentation,
)


def _almost_a_key(failure: Failure, start: int, words: str) -> Problem | None:
    """A key or an item of a list on a line of its own, in which one sign is missing."""
    item = re.match(HYPHENS, words)
    inside = start + (item.end() if item else 0)
    behind = words[inside - start :]
    names = "|".join(failure.keys)
    if key := re.match(rf"({names}|{MINISTRY}):(?=\S)", behind):
        return failure.problem("E220", inside, inside + key.end(), key=key[1])
    if key := re.match(f"({names})(?:{NO_COLON}|$)", behind):
        return failure.problem("E222", inside, inside + key.end(1), key=key[1])
    code = re.match(f"({MINISTRY})(?:{NO_COLON})", words)
    if code and _holder(failure, start) == "ministries":
        return failure.problem("E222", start, start + code.end(1), key=code[1])
    return _almost_an_item(failure, inside, behind)


def _almost_an_item(failure: Failure, start: int, words: str) -> Problem | None:
    if words.startswith("--") and words.strip("-"):
        return failure.problem("E228", start + 1)
    if re.match(HYPHEN_WITHOUT_SPACE, words):
        return failure.problem("E221", start)
    if words[0] in BULLETS and words[1:2].isspace():
        return failure.problem("E231", start, character=words[0])
    return None


def _holder(failure: Failure, start: int) -> str:
    """The key that the line at *start* stands under, or nothing."""
    column, is_item = failure.column(start), failure.text.startswith("- ", start)
    for above, words in failure.lines_above(start):
        left = column - failure.column(above)
        if left > 0 or (left == 0 and is_item and not words.startswith("- ")):
            return re.sub(f"^{HYPHENS}", "", words).removesuffix(":") if words[-1] == ":" else ""
    return ""


def _wrongly_indented(failure: Failure, start: int) -> Problem:
    """The line at *start*, unless one above it has moved out, so that this one lost its place."""
    if moved := _ministry_alone(failure, start) or _moved_out(failure, start):
        return moved
    _, words = failure.line(start)
    return failure.problem("E224", start, start + len(words))


def _ministry_alone(failure: Failure, start: int) -> Problem | None:
    """The first ministry, where the line `ministries:` above it is missing."""
    code = re.match(f"({MINISTRY}):", failure.line(start)[1])
    if code and not re.search("^ministries *:", failure.text, re.MULTILINE):
        return failure.problem("E302", start, start + code.end(1), key="ministries")
    return None


def _moved_out(failure: Failure, start: int) -> Problem | None:
    """The key too far to the left, between the line at *start* and another one level with it.

    What stands under that key stands further in than one slip of the fingers would put it.
    """
    column = failure.column(start)
    lines = failure.lines_above(start)
    inside = takewhile(lambda line: failure.column(line[0]) > column, lines)
    first = [start, *(at for at, _ in inside)][-1]
    lines = failure.lines_above(first)
    key, words = next(lines, (start, ""))
    outer = failure.column(key)
    slipped = 0 < failure.column(first) - column < 4
    if slipped or outer == column or words.partition(":")[0] not in failure.keys:
        return None
    has_level = _has_level(failure, lines, column, outer)
    return failure.problem("E224", key, key + len(words)) if has_level else None


def _has_level(failure: Failure, lines: Iterator[tuple[int, str]], column: int, outer: int) -> bool:
    """Whether a key or an item begins in *column* before the *lines* come to what is around it."""
    for above, words in lines:
        if failure.column(above) <= outer:
            return False
        if failure.column(above) == column and re.match("- |[a-z_]+:", words):
            return True
    return False
