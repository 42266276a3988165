"""Packages that not everyone has who has statusnote."""

from importlib import import_module
from types import ModuleType

from statusnote.diagnostics.problem import ProblemsFound, problem


def office(package: str) -> ModuleType:
    """The *package* of the extra `office`: `openpyxl`, or `docx`.

    Raises ProblemsFound (E901) where it is not installed, with what to type.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise ProblemsFound([problem("E901", package)]) from error
