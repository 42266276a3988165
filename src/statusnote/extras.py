"""What files for Word and Excel take: packages that not everyone has, and bytes that stay alike."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from io import BytesIO
from types import ModuleType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from statusnote.diagnostics.problem import ProblemsFound, problem


def office(package: str) -> ModuleType:
    """The *package* of the extra `office`: `openpyxl`, or `docx`.

    Raises ProblemsFound (E901) where it is not installed, with what to type.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        raise ProblemsFound([problem("E901", package)]) from error


EARLIEST, LATEST = date(1980, 1, 1), date(2107, 12, 31)  # that a zip file can name (APPNOTE 4.4.6)
FIRST = "[Content_Types].xml"  # of the parts, as Word has them


def dated(saved: BytesIO, day: date, edited: Callable[[bytes], bytes] = bytes) -> bytes:
    """The document that was *saved*, each part of it *edited*, as a file of which all is of *day*.

    The same document gives the same bytes, whenever it was saved and on which system.
    """
    made = BytesIO()
    stamp = min(max(day, EARLIEST), LATEST)
    with ZipFile(saved) as parts, ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name in sorted(parts.namelist(), key=lambda name: (name != FIRST, name)):
            entry = ZipInfo(name, (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            entry.compress_type, entry.create_system = (
                ZIP_DEFLATED,
                0,
            )  # which systems name otherwise
            file.writestr(entry, edited(parts.read(name)))
    return made.getvalue()
