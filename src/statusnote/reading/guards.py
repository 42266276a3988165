"""What a text is refused for before it is parsed: it would take too long, or be misunderstood."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound
from statusnote.reading.source import Source

LONGEST = 20_000  # characters of a line, which each problem with it carries, or of a text
MAX_LINKS = 2_000  # in a large file, one for so many characters
CHARACTERS_OF_LINK = 250
# What YAML 1.2 (5.1) lets no file hold, and what a reader doesn't see: other ends of lines, a byte
# order mark inside the file, what has no width, and what turns the direction of the text. Tabs and
# the ends of lines that the parser knows are left, and so are no-break spaces and soft hyphens.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff\U0001d173-\U0001d17a]"
)
# What git leaves in a file where two people's changes met. First, the whole of it: from a line that
# begins with exactly seven `<` to the next one with seven `>`, with no other such line between.
# Then a part that was forgotten: seven `<`, `>` or `|` and a space, or a line of seven `=`.
# All of them at the start of a line only: git never writes them further in.
CONFLICT = re.compile(
    r"^<{7}(?!<)[^\n]*(?:\n(?!<{7}|>{7})[^\n]*)*\n(?P<end>>{7}(?!>))"
    r"|^(?:<{7}|>{7}|\|{7}) |^={7}\r?$",
    re.MULTILINE,
)


def refuse(source: Source) -> None:
    """Raise ProblemsFound with all that *source* is refused for by the first guard that does."""
    for guard in GUARDS:
        if problems := list(islice(guard(source), MOST_PROBLEMS)):
            raise ProblemsFound(problems)


def no_line_is_too_long(source: Source) -> Iterator[Problem]:
    """A line is quoted whole in each problem with it, and so can't be longer than LONGEST."""
    for start in source.long_lines(LONGEST):
        place = source.place(start)
        cut = replace(place, written=place.written[:LONGEST])
        yield Problem("E321", cut, {"limit": LONGEST})


def links_are_not_too_many(source: Source) -> Iterator[Problem]:
    """What marks a link is counted before it is read as one, which takes longer than the rest."""
    links = source.text.count("](")
    if links > MAX_LINKS and links > (most := most_of(source.text, MAX_LINKS, CHARACTERS_OF_LINK)):
        link = next(islice(re.finditer(r"\]\(", source.text), most, None))
        yield source.problem_at("E323", *link.span(), limit=most)


def all_characters_are_seen(source: Source) -> Iterator[Problem]:
    """The parser says less of those that aren't, and counts some as the end of a line."""
    for match in INVISIBLE.finditer(source.text):
        yield source.problem_at("E107", match.start(), number=f"{ord(match[0]):04X}")


def no_conflict_is_left(source: Source) -> Iterator[Problem]:
    """Two versions of a text in one file, one of which may hide the other."""
    for match in CONFLICT.finditer(source.text):
        end = source.place(*match.span("end")) if match["end"] else None
        yield Problem("E110", source.place(match.start(), match.start() + 7), {}, end)


def most_of(text: str, least: int, characters: int) -> int:
    """How often something may stand in *text*: once for so many *characters* that say something.

    Comments, indents and empty lines don't, and so they can't raise a limit.
    """
    if len(text) < least * characters:
        return least
    said = sum(len(line.strip()) for line in COMMENT.sub("", text).splitlines())
    return max(least, said // characters)


# Behind a space, or at the start of a line; that a text may hold one, too, only lowers the limit.
# The pattern begins with the `#` and looks back from there, since that is quickly found.
COMMENT = re.compile(r"#(?<![^ \t\r\n]#).*")


# In this order: a line that is too long would be quoted by the other guards.
GUARDS = (
    no_line_is_too_long,
    links_are_not_too_many,
    all_characters_are_seen,
    no_conflict_is_left,
)
