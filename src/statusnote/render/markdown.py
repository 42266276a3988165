"""The note as Markdown, for GitHub, GitLab and pandoc."""

import re

from statusnote.inline import Span
from statusnote.note import Note
from statusnote.render.templates import Templates


def markdown(note: Note, templates: Templates) -> str:
    """The note in GitHub Flavored Markdown. Raises ProblemsFound."""
    return templates.fill("note.md.j2", note, escape_html=False, shown=_shown)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return _escape_start("".join(map(_span, value)))
    return _escape_start(_escape(str(value)))


def _span(span: Span) -> str:
    if span.kind == "link_open":
        return "["
    if span.kind == "link_close":
        return f"](<{span.href}>)"
    return _escape(span.text) if span.kind == "text" else span.markup


def _escape(text: str) -> str:
    """*text*, so that GFM 0.29 shows it as it stands (2.4 escapes, 4.10 tables, 6.5 strikethrough).

    A bare web address is kept from becoming a link, in which escapes would count (6.9). The dollar
    sign is mathematics to GitHub, GitLab and pandoc, and braces are changes to GitLab.
    """
    text = re.sub(r"[\\`*_\[\]<>&|~#${}^!]", r"\\\g<0>", text)
    return re.sub(r"(?i)(https?|ftp)(?=://)|(\bwww)(?=\.)", r"\g<0>\\", text)


def _escape_start(text: str) -> str:
    """No list, heading or rule where a paragraph happens to begin like one (GFM 4.1, 4.3, 5.2)."""
    return re.sub(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=:])", r"\1\\", text)
