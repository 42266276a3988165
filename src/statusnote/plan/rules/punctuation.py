"""Stops, spaces, quotation marks and asterisks: W704, W705, W706, W707, W713."""

import re
from collections.abc import Iterator

from statusnote.plan.field_types import LONGEST_PARAGRAPH
from statusnote.plan.model import COUNT
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.prose import GAP, is_blank
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading import inline
from statusnote.reading.nodes import Fragment


def stops_stand_once_and_close(plan: RawPlan) -> Iterator[Finding]:
    """A full stop or a comma stands once, and close behind its word. A house rule.

    Takes: Det er sket.. Nu er det slut.
    Leaves: Læger, sygeplejersker og andre ...
    """
    for sign, stray in STRAY_STOPS:
        if sign in plan.prose.whole:
            for written, part in plan.prose.matches(stray):
                yield Finding("W704", part, {"written": written})


# Each with the signs that it begins with.
STRAY_STOPS = (
    ("..", r"\.\.(?<!\.\.\.)(?!\.)"),  # two, but not three or more, which mean that more is to come
    (",,", r",,+"),
    (" .", r" \.(?![\w.])"),  # not in: en adresse på .dk
    (" ,", r" ,(?![\d,])"),  # not in: ,5 procent
)


def paragraphs_end(plan: RawPlan) -> Iterator[Finding]:
    """A paragraph ends with a full stop, or with what may stand instead of it. A house rule.

    Takes: Det er sket (se bilag)
    Leaves: Der er givet tilskud til følgende projekter:
    """
    for paragraph in plan.introduction + plan.accounts:
        if paragraph.endswith(ENDS) or is_blank(paragraph):
            continue
        words = _without_closing_marks(paragraph)
        ending = "".join(words.split()[-1:]).lstrip(MARKS)
        if ending and not ending.endswith(ENDS):
            part = Fragment(paragraph, len(words) - len(ending), len(words))
            yield Finding("W705", part, {"ending": ending})


def _without_closing_marks(paragraph: str) -> str:
    """*paragraph* up to its last word, which may be that of a link."""
    words = paragraph.rstrip(MARKS)
    shown, link, target = words.rpartition("](")
    if link and re.fullmatch(LINK_TARGET, target):
        words = shown.rstrip(MARKS)
    return words.rstrip()


ENDS = (".", "?", "!", ":", "…")
# Spaces, emphasis, escapes, brackets and quotation marks.
MARKS = " \t\n\xa0" r"*_\()[]" "»«›‹\"'’‘‚”“„"
LINK_TARGET = r"[^\s)]+"


def spaces_are_single(plan: RawPlan) -> Iterator[Finding]:
    """One space stands between two words on a line. A house rule.

    Takes: Det er  sket.
    Leaves: Det er sket.
    """
    whole = plan.prose.whole
    for first, spaces in MORE_SPACES.items():
        if f"{first} " in whole or f"{first}\xa0" in whole:
            for _, part in plan.prose.matches(spaces):
                yield Finding("W706", part, {})


# For each space that a row can begin with, for speed; not at the beginning of a line or a text, and
# not at the end of one.
MORE_SPACES = {
    first: rf"{first}[ \xa0](?<=[^\s{GAP}]{first}.)[ \xa0]*+(?![\n{GAP}]|\Z)" for first in " \xa0"
}


def quotes_are_of_one_kind(plan: RawPlan) -> Iterator[Finding]:
    """Quotation marks are of one kind in all of a text. Source: Retskrivningsordbogen, § 58.

    That apostrophes go with them is a house rule.

    Takes: PLO's læger kalder det »vold«.
    Leaves: PLO’s læger kalder det »vold«.
    """
    prose = plan.prose
    if not any(quote in prose.whole for quote in "\"'"):
        return
    if typographic := re.search("[’‘‚”“„»«›‹]", prose.whole):
        other = prose.part(*typographic.span())
        for written, part in prose.matches("[\"']"):
            yield Finding("W707", part, {"written": written}, other)


def emphasis_is_closed(plan: RawPlan) -> Iterator[Finding]:
    """Emphasis that is opened is closed, or its asterisk is printed.

    Takes: Se *Lov om social service.
    Leaves: Se *Lov om social service* og 2*3 (*).
    """
    for paragraph in plan.prose.paragraphs:
        if "*" not in paragraph or len(paragraph) > LONGEST_PARAGRAPH:
            continue
        counted = re.sub(COUNT, _figures, paragraph)  # as where it is printed
        for start in inline.unclosed_emphasis(counted):
            yield Finding("W713", Fragment(paragraph, start, start + 1), {})


def _figures(count: re.Match[str]) -> str:
    return "1" * len(count[0])
