"""All texts of a note in one string, in which the rules of language search.

Their patterns begin with a character that is rare or quickly found; what a pattern looks back at
stands behind it. None takes longer than the text is long. Patterns are strings, which `re` compiles
when they are first needed, and keeps; where a sign that they need is lacking, they never are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from statusnote.reading.nodes import Fragment, ScalarNode

# Two characters that no file may hold: what stands between two texts, and instead of an address.
GAP, HIDDEN = "\x00", "\x01"


class Prose:
    """The texts of a note, and the *whole* of them in one string, with the addresses hidden."""

    def __init__(self, paragraphs: list[ScalarNode], labels: list[ScalarNode]) -> None:
        self.paragraphs = paragraphs
        self.texts = paragraphs + labels
        self.whole = GAP.join(map(_without_addresses, self.texts))

    def matches(self, pattern: str) -> Iterator[tuple[str, Fragment]]:
        """What *pattern* matches in the whole: as it is written, an address included, and where."""
        for match in re.finditer(pattern, self.whole):
            part = self.part(*match.span())
            yield part.text[part.start : part.end], part

    def part(self, start: int, end: int) -> Fragment:
        """The part of a text that stands in the whole from *start* to before *end*."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        return Fragment(self.texts[number], start - first, end - first)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + len(GAP) for text in self.texts)]


def _without_addresses(text: str) -> str:
    small = text.lower()
    for sign, address in ADDRESSES:
        if sign in small:
            text = re.sub(address, hidden, text)
    return text


def hidden(match: re.Match[str]) -> str:
    """What stands instead of a match, and is as long."""
    return HIDDEN * len(match[0])


REST = r"[^\s()\[\]<>]*[^\s()\[\]<>.,:;!?]"  # not the stop that ends the sentence
# Each with a sign that it has.
ADDRESSES = (
    ("](", r"\((?<=\]\()[^\s)]+"),  # of a link: [Sundhedsstyrelsen](https://www.sst.dk)
    ("://", rf"(?i:https?)://{REST}"),
    ("www.", rf"(?i:www)\.{REST}"),
    ("@", r"(?<![\w.+-])[\w.+-]++@[\w.-]*\w"),  # of mail
    (".dk", rf"(?<![\w.-])[\w.-]*\.(?i:dk)\b(?:/{REST})?"),  # sst.dk, levudenvold.dk/om
)


def is_blank(text: str) -> bool:
    """Whether *text* only stands in for one that is still to be written."""
    return len(text) <= LONGEST_BLANK and text.strip() in BLANKS


BLANKS = frozenset("~ null - – — ? … ...".split())
LONGEST_BLANK = 8  # with a space or two
