"""How alike two notes as web pages are: in all, or in what they say."""

from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser

from statusnote.diagnostics.messages.verification import Outcome
from statusnote.diagnostics.problem import LONGEST_QUOTE
from statusnote.verify.page_attachments import POLICY, decoded, elements
from statusnote.verify.verdict import CheckResult, names_in

UNSEEN = ("head", "script", "style", "template")  # of which a browser shows nothing
# What decides how a page looks and what it does.
PARTS: dict[str, Callable[[str], list[str]]] = {
    "Content-Security-Policy": POLICY.findall,
    "style": partial(elements, name="style"),
    "script": partial(elements, name="script"),
}


def compared(theirs: bytes, ours: bytes, *, by_other_version: bool) -> CheckResult:
    """How *theirs* differs from *ours*, which was made anew.

    What was made by another version may have another look. Raises ValueError where *theirs* is no
    UTF-8.
    """
    if theirs == ours:
        return CheckResult(Outcome.SAME_BYTES)
    text, again = decoded(theirs), decoded(ours)
    if text == again:
        return CheckResult(Outcome.SAME_OBJECTS)
    words, words_again = _Words(text).all, _Words(again).all
    if words != words_again:
        return _other_words(words, words_again)
    other = [name for name, part in PARTS.items() if part(text) != part(again)]
    if other and not by_other_version:
        return CheckResult(Outcome.OTHER_PARTS, {"parts": names_in(other)})
    return CheckResult(Outcome.SAME_WORDS)


def _other_words(theirs: list[str], ours: list[str]) -> CheckResult:
    """The first words that differ, with what stands behind them."""
    place = next(
        (n for n, (one, other) in enumerate(zip(theirs, ours, strict=False)) if one != other),
        min(len(theirs), len(ours)),
    )
    quoted = (" ".join(words[place : place + QUOTED]) for words in (theirs, ours))
    shown, meant = (names_in([words]) if words else "…" for words in quoted)
    return CheckResult(Outcome.OTHER_WORDS, {"theirs": shown, "ours": meant})


QUOTED = LONGEST_QUOTE // 8  # words


class _Words(HTMLParser):
    """All words that a browser shows of a page, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._unseen = ""
        self._texts: list[str] = []
        self.feed(text)
        self.close()

    @property
    def all(self) -> list[str]:
        """The words, without the spaces between them."""
        return "".join(self._texts).split()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin what is not seen, or a new line."""
        self._texts.append(" ")
        if tag in UNSEEN and not self._unseen:
            self._unseen = tag

    def handle_endtag(self, tag: str) -> None:
        """End it again."""
        self._texts.append(" ")
        if tag == self._unseen:
            self._unseen = ""

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._unseen:
            self._texts.append(data)
