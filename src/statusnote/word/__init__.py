"""The note as a document of Word. Only this package knows python-docx."""

from typing import TYPE_CHECKING

from statusnote.extras import office

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* for clearing; with older *sources*, with tracked changes since these.

    Raises ProblemsFound where python-docx is not installed, or the user's own document is wrong.
    """
    office("docx")
    from statusnote.word import document

    return document.render(note, templates, sources)
