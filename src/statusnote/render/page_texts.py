"""Texts → what stands in the elements of a web page, and never in an attribute."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from statusnote.danish import keep_words_together

YEARS = re.compile(r"\b\d{4}[-–]\d{4}\b")
MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


def whole(text: str) -> Markup:
    """*text*, in which no line ends behind the hyphen of `2023-2026`, as a browser would end it.

    A word joiner would do it, too, and then the years were not found where they are searched for.
    """
    kept = str(escape(keep_words_together(text)))
    return Markup(YEARS.sub(r'<span class="whole">\g<0></span>', kept))  # noqa: S704 - escaped


def with_mail(text: str) -> Markup:
    """*text*, in which each mail address is a link to write to it."""
    return Markup("").join(_parts(text))


def _parts(text: str) -> Iterator[Markup]:
    for place, part in enumerate(MAIL.split(text)):
        if place % 2:
            yield Markup('<a href="mailto:{}">{}</a>').format(part, part)
        else:
            yield whole(part)
