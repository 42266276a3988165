"""The note as PDF. Only this package knows WeasyPrint, and two modules its private parts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from statusnote.diagnostics.messages.reasons import Cure
from statusnote.diagnostics.problem import ProblemsFound, problem

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.pdf.weasyprint_internals import Libraries
    from statusnote.render.templates import Templates


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* as a tagged PDF, which carries its *sources*.

    Loads WeasyPrint, which takes 0.4 s, only now.
    Raises ProblemsFound where a template is wrong, or a library of the system is missing.
    """
    with _missing_as_problem():
        from statusnote.render.pdf import document
    return document.render(note, templates, sources)


def libraries() -> "Libraries":
    """What the PDF is made with. Raises ProblemsFound where a library of the system is missing."""
    with _missing_as_problem():
        from statusnote.render.pdf import weasyprint_internals
    return weasyprint_internals.libraries()


@contextmanager
def _missing_as_problem() -> Iterator[None]:
    """While WeasyPrint is loaded, which says on standard output what it misses."""
    from statusnote.render.pdf import weasyprint_start

    try:
        with redirect_stdout(sys.stderr), weasyprint_start.swift():
            yield
    except OSError as error:
        details = {"detail": str(error), "cure": _cure()}
        raise ProblemsFound([problem("E602", "statusnote.pdf", **details)]) from error


def _cure() -> Cure:
    """How to install what is missing, on this system, and from the folder that we are in."""
    if Path("Makefile").is_file() and Path.cwd().samefile(CHECKOUT):
        return Cure.PANGO_BY_MAKE
    return PANGO.get(sys.platform, Cure.PANGO_ON_LINUX)


CHECKOUT = Path(__file__).parents[4]  # where we lie in one
PANGO = {"darwin": Cure.PANGO_ON_MACOS, "win32": Cure.PANGO_ON_WINDOWS}
