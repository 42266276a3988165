"""The note as Markdown, for GitHub, GitLab and pandoc."""

import re

from statusnote.note import Note
from statusnote.reading.inline import Span
from statusnote.render.forms import Sources
from statusnote.render.gfm import escape
from statusnote.render.templates import Templates


def render(note: Note, templates: Templates, sources: Sources | None = None) -> bytes:
    """The whole *note* in GitHub Flavored Markdown, which carries nothing. Raises ProblemsFound."""
    text = templates.fill("note.md.j2", note, escape_html=False, shown=_shown)
    return re.sub(BREAKS_FIRST, r"\1", text).encode()


# In a cell, before an account that no sentence opens; in a text of the data, they are escaped.
BREAKS_FIRST = r"((?<!\\)\| )(?:<br>)+"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return _escape_start("".join(map(_span, value)))
    return _escape_start(escape(str(value)))


def _span(span: Span) -> str:
    if span.kind == "link_open":
        return "["
    if span.kind == "link_close":
        return f"](<{span.href}>)"
    return escape(span.text) if span.kind == "text" else span.markup


def _escape_start(text: str) -> str:
    """No list, heading or rule where a paragraph happens to begin like one (GFM 4.1, 4.3, 5.2)."""
    # The number of an item is escaped behind its digits, and another sign before it.
    return re.sub(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=:])", r"\1\\", text)
