"""The note as HTML, from which the PDF is made."""

from collections.abc import Callable
from functools import cache

from markupsafe import Markup, escape

from statusnote import danish
from statusnote.note import Note
from statusnote.reading.inline import Span
from statusnote.render.templates import Templates

TAGS = {
    "em_open": Markup("<em>"),
    "em_close": Markup("</em>"),
    "strong_open": Markup("<strong>"),
    "strong_close": Markup("</strong>"),
    "link_close": Markup("</a>"),
}


def html(note: Note, templates: Templates) -> str:
    """The note as one HTML page, without its style sheet. Raises ProblemsFound."""
    shown = showing(danish.keep_together)
    return templates.fill("note.html.j2", note, escape_html=True, shown=shown)


@cache
def showing(
    kept: Callable[[str], str], in_paragraphs: Callable[[str], str] | None = None
) -> Callable[[object], object]:
    """What makes HTML of a value, whose texts are *kept* together where no line must end.

    Those *in_paragraphs*, which never stand in an attribute, may be so in another way.
    """

    def shown(value: object) -> object:
        if isinstance(value, Markup):
            return value
        if isinstance(value, tuple):
            return Markup("").join(_span(span, in_paragraphs or kept) for span in value)
        return kept(value) if isinstance(value, str) else value

    return shown


def _span(span: Span, kept: Callable[[str], str]) -> Markup:
    if span.kind == "link_open":
        return Markup('<a href="{}" title="{}">').format(span.href, _leads_to(span.href))
    return TAGS.get(span.kind) or escape(kept(span.text))


def _leads_to(href: str) -> str:
    """Where a link leads, for those who don't see it (ISO 14289-1, 7.18.5)."""
    address = href.removeprefix("mailto:")
    return f"Link til {address}" if address == href else f"Mail til {address}"
