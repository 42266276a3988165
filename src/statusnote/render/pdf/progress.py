"""How far a PDF is: which page is laid out, and then painted, for whoever wants to be told.

WeasyPrint says so in its log, which isn't listened to where nobody does.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Done(NamedTuple):
    """The *page* that is worked on, from 1, how many there are, and whether it is *painted*.

    Before, while it is laid out, how many there will be is only estimated.
    """

    page: int
    pages: int
    painted: bool


Tell = Callable[[Done | None], None]
_TELL: ContextVar[Tell | None] = ContextVar("tell", default=None)
LOGGER = "weasyprint.progress"
PER_PAGE = 2_850  # characters of HTML, as our own template fills it


@contextmanager
def told(tell: Tell) -> Iterator[None]:
    """While a PDF is made, *tell* is called with how far it is, and with None where it is made."""
    before = _TELL.set(tell)
    try:
        yield
    finally:
        _TELL.reset(before)


@contextmanager
def followed(html: str) -> Iterator[None]:
    """While a PDF is made of the page *html*: say which page WeasyPrint lays out, and its end."""
    tell = _TELL.get()
    if tell is None:
        yield
        return
    logger, handler = logging.getLogger(LOGGER), _Pages(tell, round(len(html) / PER_PAGE))
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        tell(None)


class _Pages(logging.Handler):
    """Reads in the log which page is laid out."""

    def __init__(self, tell: Tell, estimated: int) -> None:
        super().__init__(logging.INFO)
        self.tell, self.estimated = tell, estimated

    def emit(self, record: logging.LogRecord) -> None:
        if found := re.search(r" - Page (\d+)", record.getMessage()):
            page = int(found[1])
            self.tell(Done(page, max(page, self.estimated), painted=False))


def painted(page: int, pages: int) -> None:
    """Say that a *page* is painted, of so many *pages*."""
    if tell := _TELL.get():
        tell(Done(page, pages, painted=True))
