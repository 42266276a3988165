"""The markup inside a paragraph: links and emphasis in Markdown, and nothing else."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
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
    """The spans of a paragraph (CommonMark 0.31: 2.4 backslash escapes, 6.2 emphasis, 6.3 links).

    Everything else, HTML included, stays the text that it is.
    """
    spans, href = [], ""
    for token in _tokens(text):
        href = str(token.attrs.get("href", href))
        markup = "" if token.type == "text" else token.markup
        spans.append(Span(token.type, token.content, markup, href))
        href = "" if token.type == "link_close" else href
    return tuple(span for span in spans if span.kind != "text" or span.text)


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
_MARKDOWN = MarkdownIt("zero").enable(["escape", "emphasis", "link"])
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign] # see foreign_links
