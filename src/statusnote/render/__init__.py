"""The forms of the note. Each module takes a Note and templates, and returns bytes."""

from enum import StrEnum

from statusnote.note import Note
from statusnote.render.templates import Templates


class Form(StrEnum):
    """A form of the note, by the ending of its files."""

    PDF = "pdf"
    MARKDOWN = "md"


def render(note: Note, form: Form, templates: Templates) -> bytes:
    """The whole *note* in one *form*. Raises ProblemsFound where a template is wrong."""
    if form is Form.MARKDOWN:
        from statusnote.render.markdown import markdown

        return markdown(note, templates).encode()
    from statusnote.render.pdf import pdf  # takes 0.4 s: only when a PDF is made

    return pdf(note, templates)
