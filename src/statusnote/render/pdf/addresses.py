"""Lets no address on the web or of mail be divided with a hyphen, which would look like its own.

Nor does a line end behind its `https://`. A long one may also end a line behind its stops and its
`@`, without a sign.
"""

import re
from typing import Any
from xml.etree.ElementTree import SubElement

from statusnote.danish import WORD_JOINER, ZERO_WIDTH_SPACE

CLASS = "address"  # to the style sheet
LONGEST_WHOLE = 24  # characters, for which there is room on a line of the column of titles
WITHOUT_WORDS = ("head", "style", "script")


def set_apart(element: Any) -> None:
    """Put each address in the HTML *element* into a `span` of its own.

    What has a `://`, a `www.` or an `@` in it is taken for one, up to the next space.
    """
    inner = list(element)
    for each in inner:
        if _holds_words(each):
            set_apart(each)
    texts = [element.text, *(each.tail for each in inner)]
    if not any(text and _ADDRESS.search(text) for text in texts):
        return
    element.text, element[:] = None, []
    _add(element, texts[0])
    for each, tail in zip(inner, texts[1:], strict=True):
        each.tail = None
        element.append(each)
        _add(element, tail)


def _holds_words(element: Any) -> bool:
    """Whether *element* is one of HTML: no comment, and no drawing, whose names have a space."""
    name = element.tag
    return isinstance(name, str) and not name.startswith("{") and name not in WITHOUT_WORDS


def _add(element: Any, text: str | None) -> None:
    """Let *text* stand at the end of *element*."""
    for word in re.split(r"(\s+)", text or ""):
        if _ADDRESS.search(word):
            SubElement(element, "span", {"class": CLASS}).text = _breakable(word)
        elif len(element):
            element[-1].tail = f"{element[-1].tail or ''}{word}"
        else:
            element.text = f"{element.text or ''}{word}"


def _breakable(address: str) -> str:
    """*address* with what says where a line may end in it, and where it must not."""
    if len(address) > LONGEST_WHOLE:
        address = re.sub(r"(?<=\w)[/.@](?=\w)", rf"\g<0>{ZERO_WIDTH_SPACE}", address)
    return address.replace("://", f"://{WORD_JOINER}")


_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
