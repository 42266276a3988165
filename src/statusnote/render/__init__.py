"""The forms of the note. Each module takes a Note and templates, and returns bytes."""

import sys
from contextlib import redirect_stdout
from enum import StrEnum
from typing import TYPE_CHECKING

from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.note import Note

if TYPE_CHECKING:
    from statusnote.render.pdf.record import Sources
    from statusnote.render.templates import Templates

TEMPLATE_NAMES = ("note.html.j2", "note.css", "note.md.j2")


class Form(StrEnum):
    """A form of the note, by the ending of its files."""

    PDF = "pdf"
    MARKDOWN = "md"


def render(
    note: Note, form: Form, templates: "Templates", sources: "Sources | None" = None
) -> bytes:
    """The whole *note* in one *form*. A PDF carries the *sources* that the note was made of.

    Raises ProblemsFound where a template is wrong.
    """
    if form is Form.MARKDOWN:
        from statusnote.render.markdown import markdown

        return markdown(note, templates).encode()
    return _pdf(note, templates, sources)


def _pdf(note: Note, templates: "Templates", sources: "Sources | None") -> bytes:
    """Loads WeasyPrint, which takes 0.4 s and says on stdout what it misses, only when needed."""
    try:
        with redirect_stdout(sys.stderr):
            from statusnote.render.pdf.document import pdf
    except OSError as error:
        raise ProblemsFound([problem("E602", "statusnote.pdf", detail=str(error))]) from error
    return pdf(note, templates, sources)
