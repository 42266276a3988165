"""How WeasyPrint is loaded, without what takes long and a note doesn't need.

This and weasyprint_internals alone know how WeasyPrint 70.0 is made. Where it isn't made so any
more, nothing here takes hold, and all is loaded as WeasyPrint has it.
"""

import ast
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from inspect import currentframe
from io import StringIO
from pathlib import Path
from typing import Any

import _cffi_backend
import cffi

from statusnote import files
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.later import waiting

# What WeasyPrint loads, and why a note can do without.
UNUSED = {
    "fontTools.subset": "subsets fonts where HarfBuzz can't",
    "fontTools.varLib.instancer": "is for variable fonts, of which there are none",
}
CALLER = "weasyprint.text.ffi"  # the module that describes to cffi what it calls


@contextmanager
def swift() -> Iterator[None]:
    """While WeasyPrint is loaded: UNUSED modules wait, and the C libraries are known already."""
    with waiting(*UNUSED), _known_interface():
        yield


@contextmanager
def _known_interface() -> Iterator[None]:
    """While WeasyPrint is loaded: how its C libraries are called is read from the user's cache.

    Otherwise cffi's parser reads 500 declarations at each start, and more of them when a type
    is used for the first time, and ctypes' search runs a compiler for each name of a library.
    On another system than Linux libraries are searched for in other ways, so there it is left.
    """
    if sys.platform != "linux" or CALLER in sys.modules:
        yield
        return
    plain = cffi.FFI

    def chosen() -> Any:
        """The interface for WeasyPrint, and cffi's own for anybody else who asks meanwhile."""
        frame = currentframe()
        asks = frame and frame.f_back and frame.f_back.f_globals["__name__"]
        return Interface() if asks == CALLER else plain()

    cffi.FFI = chosen
    try:
        yield
    finally:
        cffi.FFI = plain


class Interface:
    """In place of cffi.FFI: the same, of what was described at an earlier start."""

    def cdef(self, declarations: str) -> None:
        """Take *declarations* in C, which are parsed where the cache doesn't have them."""
        place = _place(declarations)
        described = _kept(place) or _described(declarations, place)
        interface = _cffi_backend.FFI(MODULE, **described)
        for name in dir(interface):
            if not name.startswith("__"):
                setattr(self, name, getattr(interface, name))


MODULE = "statusnote_interface"  # a name, which cffi wants


def _place(declarations: str) -> Path | None:
    """Where the cache has what cffi made of the *declarations*, or would have it.

    Source: XDG Base Directory Specification, XDG_CACHE_HOME.
    """
    folder = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not folder.is_absolute():
        try:
            folder = Path.home() / ".cache"
        except RuntimeError:  # a user without a home
            return None
    key = sha256(f"{cffi.__version__}\n{declarations}".encode()).hexdigest()
    return folder / "statusnote" / f"interface-{key}"


def _kept(place: Path | None) -> dict[str, Any] | None:
    """What is described at a *place* in the cache; nothing where it isn't, or not by this user."""
    try:
        with (place or Path(os.devnull)).open("rb") as file:
            status = os.fstat(file.fileno())
            ours = status.st_uid == os.geteuid() and not status.st_mode & OTHERS_WRITE
            return _read(file.read()) if ours else None
    except (OSError, ValueError, SyntaxError):
        return None


OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def _read(kept: bytes) -> dict[str, Any] | None:
    """What was *kept*: a line with the hash of the rest, and what cffi has generated.

    That is a call, of which the arguments are read, and nothing is run.
    """
    seal, _, source = kept.partition(b"\n")
    if seal != _seal(source):
        return None
    call = next(node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}


def _seal(source: bytes) -> bytes:
    return sha256(source).hexdigest().encode()


def _described(declarations: str, place: Path | None) -> dict[str, Any]:
    """What cffi makes of the *declarations*, which is kept at a *place*, where that can be."""
    from cffi import recompiler  # takes long to load, and most starts can do without

    interface = cffi.FFI()
    interface.cdef(declarations)
    interface.set_source(MODULE, None)
    recompiler.make_py_source(interface, MODULE, generated := StringIO())
    source = generated.getvalue().encode()
    kept = _seal(source) + b"\n" + source
    if place:
        with suppress(ProblemsFound):
            files.write_all({str(place): kept})
    return _read(kept) or {}
