"""The note as PDF. Only this package knows WeasyPrint, and one module its private parts."""

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from statusnote.diagnostics.problem import ProblemsFound, problem

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* as a tagged PDF, which carries its *sources*.

    Loads WeasyPrint, which takes 0.4 s and says on standard output what it misses, only now.
    Raises ProblemsFound where a template is wrong, or a library of the system is missing.
    """
    try:
        with redirect_stdout(sys.stderr):
            from statusnote.render.pdf import document
    except OSError as error:
        raise ProblemsFound([problem("E602", "statusnote.pdf", detail=str(error))]) from error
    return document.render(note, templates, sources)
