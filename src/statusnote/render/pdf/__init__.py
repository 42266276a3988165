"""The note as PDF. Only this package knows WeasyPrint, and three modules its private parts."""

import sys
import warnings
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any, TextIO

from statusnote.diagnostics.messages.reasons import Cure
from statusnote.diagnostics.problem import ProblemsFound, problem

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.pdf.weasyprint_internals import Libraries
    from statusnote.render.templates import Templates

# WeasyPrint is told which fonts there are by a variable of the environment, says what is wrong to
# one logger, and asks pyphen's one table where words are divided. All three are the process's.
_one_at_a_time = Lock()


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* as a tagged PDF, which carries its *sources*.

    Loads WeasyPrint, which takes long, only now. Where another thread is at it, waits for that.
    Raises ProblemsFound where a template is wrong, or a library of the system is missing.
    """
    with _one_at_a_time:
        _load("document")
        from statusnote.render.pdf import document

        return document.render(note, templates, sources)


def libraries() -> "Libraries":
    """What the PDF is made with. Raises ProblemsFound where a library of the system is missing."""
    with _one_at_a_time:
        _load("weasyprint_internals")
        from statusnote.render.pdf import weasyprint_internals

        return weasyprint_internals.libraries()


def _load(name: str) -> None:
    """Load the module of that *name* here, and with it WeasyPrint.

    It says on standard output what it misses, and warns where the system has no fonts, of which it
    is given none. Raises ProblemsFound where a library of the system is missing.
    """
    if (module := f"{__name__}.{name}") in sys.modules:
        return
    from statusnote.render.pdf import weasyprint_start

    silenced: Any = sys.stdout and _ForOthers(sys.stdout)
    try:
        with redirect_stdout(silenced), warnings.catch_warnings():
            warnings.filterwarnings("ignore", f"({'|'.join(OF_NO_FONTS)})")
            with weasyprint_start.swift():
                import_module(module)
    except OSError as error:
        details = {"detail": str(error), "cure": _cure()}
        raise ProblemsFound([problem("E602", "statusnote.pdf", **details)]) from error


OF_NO_FONTS = ("No fonts configured in FontConfig", "FontConfig cannot load default config file")


class _ForOthers:
    """A stream, on which this thread writes nothing, and all others what they write."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._thread = stream, get_ident()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        return len(text) if get_ident() == self._thread else self._stream.write(text)


def _cure() -> Cure:
    """How to install what is missing, on this system, and from the folder that we are in."""
    if Path("Makefile").is_file() and Path.cwd().samefile(CHECKOUT):
        return Cure.PANGO_BY_MAKE
    return PANGO.get(sys.platform, Cure.PANGO_ON_LINUX)


CHECKOUT = Path(__file__).parents[4]  # where we lie in one
PANGO = {"darwin": Cure.PANGO_ON_MACOS, "win32": Cure.PANGO_ON_WINDOWS}
