"""Modules that others import at their start, loaded only if something is asked of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def waiting(*names: str) -> Iterator[None]:
    """While something imports the modules of these *names*, it gets what loads them later.

    That serves who calls their functions and classes, and nobody who inherits from one of these.
    """
    waiting_ones = {name: _Waiting(name) for name in names if name not in sys.modules}
    sys.modules.update(waiting_ones)
    try:
        yield
    finally:
        for module in waiting_ones.values():
            module.give_way()


class _Waiting(ModuleType):
    """A module in whose place the real one is loaded when something of it is called."""

    def give_way(self) -> None:
        """From now on, who imports the module gets the real one."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:
        """What calls the function or class of that *name* in the real module."""
        if name.startswith("__"):  # of which the import system asks
            raise AttributeError(name)

        def call(*arguments: Any, **named: Any) -> Any:
            self.give_way()
            return getattr(import_module(self.__name__), name)(*arguments, **named)

        return call
