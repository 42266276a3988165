"""How WeasyPrint is loaded, without what takes long and a note doesn't need.

By private parts of WeasyPrint 70.0: where it isn't made so any more, nothing here takes hold, and
all is loaded as WeasyPrint has it.
"""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from inspect import currentframe
from io import StringIO
from typing import Any

import _cffi_backend
import cffi

from statusnote import cache
from statusnote.later import waiting

# What WeasyPrint loads, and why a note can do without.
UNUSED = {
    "fontTools.subset": "subsets fonts where HarfBuzz can't",
    "fontTools.ttLib.woff2": "unpacks fonts that are packed, as ours aren't",
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
        asks = frame and frame.f_back and frame.f_back.f_globals.get("__name__")
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
        of = (cffi.__version__, declarations)
        generated = cache.made("interface", of, partial(_generated, declarations))
        interface = _cffi_backend.FFI(MODULE, **_arguments(generated))
        for name in dir(interface):
            if not name.startswith("__"):
                setattr(self, name, getattr(interface, name))


MODULE = "statusnote_interface"  # a name, which cffi wants


def _generated(declarations: str) -> bytes:
    """What cffi generates of the *declarations*: a call, in Python."""
    from cffi import recompiler  # takes long to load, and most starts can do without

    interface = cffi.FFI()
    interface.cdef(declarations)
    interface.set_source(MODULE, None)
    recompiler.make_py_source(interface, MODULE, generated := StringIO())
    return generated.getvalue().encode()


def _arguments(generated: bytes) -> dict[str, Any]:
    """The arguments of the call that was *generated*, of which nothing is run."""
    call = next(node for node in ast.walk(ast.parse(generated)) if isinstance(node, ast.Call))
    return {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
