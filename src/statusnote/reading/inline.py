r"""The markup inside a paragraph: links and emphasis, and nothing else.

It is that of Markdown, but takes nothing for markup that a text may well hold otherwise: `2*500`,
`elev*er`, `(*)` and `__init__` stay what they are, and so does the path `\\fil01\sager`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token


class Span(NamedTuple):
    """A piece of a paragraph: text, or the start or end of emphasis, strong emphasis or a link.

    *kind* is markdown-it's name for it; *href* is the target of the link that it belongs to.
    """

    kind: str
    text: str = ""
    markup: str = ""
    href: str = ""


Paragraph = tuple[Span, ...]


def parse(text: str) -> Paragraph:
    """The spans of a paragraph: text, links (CommonMark 0.31, 6.3), and emphasis.

    Emphasis is one to three asterisks on either side: before a letter or a digit, at the start or
    behind a space, an opening bracket or an opening quotation mark; and the other way round.
    A backslash before an asterisk or a square bracket takes its meaning from it. An address on the
    web or of mail that is written as it is becomes a link to itself. Everything else, HTML
    included, stays the text that it is.
    """
    if not _MAY_BE_MARKUP.search(text):
        return (Span("text", text),) if text else ()
    spans: list[Span] = []
    href = ""
    for token in _tokens(text):
        href = str(token.attrs.get("href", href))
        markup = "" if token.type == "text" else token.markup
        if token.type == "text" and not href and _may_hold_address(token.content):
            spans += _with_links(token.content)
        else:
            spans.append(Span(token.type, token.content, markup, href))
        href = "" if token.type == "link_close" else href
    return tuple(span for span in spans if span.kind != "text" or span.text)


_MAY_BE_MARKUP = re.compile(r"[*\[\]@\0\r]|://|www\.", re.IGNORECASE)


def _may_hold_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text.lower()


def _with_links(text: str) -> Iterator[Span]:
    """The spans of a *text* in which addresses stand, which lead where links to them would."""
    end = 0
    for match in re.finditer(_ADDRESS, text):
        address = match[0]
        scheme = "" if match["whole"] else "https://" if match["web"] else "mailto:"
        href = _MARKDOWN.normalizeLink(scheme + address)
        yield Span("text", text[end : match.start()])
        yield from (Span("link_open", href=href), Span("text", address, href=href))
        yield Span("link_close", href=href)
        end = match.end()
    yield Span("text", text[end:])


# A domain ends with letters, so that the hyphen of `www.sst.dk-siden` is none of it.
_DOMAIN = r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?!\w)"
_OF_PATH = r"[^\s()\[\]<>»«“”\"–—…]"
# With the brackets that it opens itself, and without the stop that ends the sentence, and whatever
# closes what it stands in.
_PATH = rf"(?:[/?#](?:{_OF_PATH}|\({_OF_PATH}*\))*)?(?<![.,:;!?'’*_-])"
_ADDRESS = (
    r"(?<![\w@./:+-])(?:"
    rf"(?:(?P<whole>(?i:https?)://)|(?P<web>(?i:www)\.)){_DOMAIN}(?::\d+)?{_PATH}"
    rf"|\w[\w.+-]*@{_DOMAIN})"
)


@lru_cache(maxsize=1)  # each paragraph is asked about its links twice, one question on the other
def _tokens(text: str) -> list[Token]:
    return _MARKDOWN.parseInline(text)[0].children or []


def plain(paragraph: Paragraph) -> str:
    """The words of a paragraph, without its markup."""
    return "".join(span.text for span in paragraph)


def lost_in_links(text: str) -> list[str]:
    """What would be lost of the links in *text*, or shown as the characters that it is.

    A title (`[text](https://… "title")`), a link without text, or one that is written wrongly.
    """
    if not _MAY_HOLD_LINK.search(text):
        return []
    tokens = _tokens(text)
    titles = [str(token.attrs["title"]) for token in tokens if "title" in token.attrs]
    empty = [
        unquote(str(opened.attrs["href"]))
        for opened, closed in pairwise(tokens)
        if (opened.type, closed.type) == ("link_open", "link_close")
    ]
    texts = [token.content for token in tokens if token.type == "text"]
    return titles + empty + [piece for text in texts for piece in _BROKEN_LINK.findall(text)]


def foreign_links(text: str) -> list[str]:
    """The links in *text* that don't lead to a whole address on the web or to a mail address."""
    if not _MAY_HOLD_LINK.search(text):
        return []
    links = [str(each.attrs["href"]) for each in _tokens(text) if each.type == "link_open"]
    return [unquote(link) for link in links if not _WHOLE_ADDRESS.match(link)]


_WHOLE_ADDRESS = re.compile(r"https?://[^/?#]|mailto:[^@]+@[^@]+$", re.IGNORECASE)
_BROKEN_LINK = re.compile(
    r"(?:[\[(][^\[\]()]*)?(?:\]\(|\] \((?=https?:|mailto:|www\.)|\)\[(?=https?:|www\.))"
    r"[^\s\])]*[\])]?"
)
_MAY_HOLD_LINK = re.compile(r"[\])] ?[(\[]")


def unclosed_emphasis(text: str) -> list[int]:
    """Where in *text* an asterisk stands that opens emphasis which nothing closes.

    Where links may be, of which each has its own emphasis, MOST_ASTERISKS are looked at: more of
    them, which nobody writes, would take too long.
    """
    if not _MAY_HOLD_LINK.search(text):
        return _unclosed(text)
    opened: list[tuple[int, Delimiter]] = []
    if 0 < text.count("*") <= MOST_ASTERISKS:
        _MARKDOWN.parseInline(text, {_OPENED: opened})
    return [place for place, delimiter in opened if delimiter.end < 0]


MOST_ASTERISKS = 50
_OPENED = "opened"


def _unclosed(text: str) -> list[int]:
    """The same of a text without links: each asterisk that closes does so to the last one open."""
    opened: list[int] = []
    for run in _ESCAPED_OR_RUN.finditer(text):
        if run[0][0] == "*":
            opens, closes = _meaning(text, *run.span())
            if opens:
                opened += range(*run.span())
            elif closes:
                del opened[max(len(opened) - len(run[0]), 0) :]
    return opened


def _meaning(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run of asterisks from *start* to before *end* opens emphasis, or closes it."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    opens = behind.isalnum() and (before in _OPENS_BEHIND or before.isspace())
    closes = not behind.isalnum() and not (before in _NEVER_CLOSES_BEHIND or before.isspace())
    return opens, closes


_OPENS_BEHIND = frozenset(("", *"([{»›“„‘‚\"'"))
_NEVER_CLOSES_BEHIND = frozenset(("", *"([{»›„‚"))  # “ and straight quotation marks may close, too


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Take a run of asterisks for what may open or close emphasis, or for neither."""
    if silent or state.src[state.pos] != "*":
        return False
    run = _RUN.match(state.src, state.pos)
    length = run.end() - run.start() if run else 1
    opens, closes = _meaning(state.src, state.pos, state.pos + length)
    for place in range(state.pos, state.pos + length):
        token = state.push("text", "", 0)
        token.content = "*"
        delimiter = Delimiter(
            ord("*"), length, len(state.tokens) - 1, end=-1, open=opens, close=closes
        )
        state.delimiters.append(delimiter)
        if opens:
            state.env.setdefault(_OPENED, []).append((place, delimiter))
    state.pos += length
    return True


_RUN = re.compile(r"\*+")


def _escape(state: StateInline, silent: bool) -> bool:
    """Take a backslash before a sign of markup for an escape, and any other for itself."""
    if not _ESCAPED.match(state.src, state.pos):
        return False
    if not silent:
        state.push("text", "", 0).content = state.src[state.pos + 1]
    state.pos += 2
    return True


_ESCAPED = re.compile(r"\\[*\[\]]")
_ESCAPED_OR_RUN = re.compile(rf"{_ESCAPED.pattern}|\*+")

_MARKDOWN = MarkdownIt("zero").enable(["escape", "emphasis", "link"])
_MARKDOWN.inline.ruler.at("emphasis", _emphasis)
_MARKDOWN.inline.ruler.at("escape", _escape)
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign] # see foreign_links
