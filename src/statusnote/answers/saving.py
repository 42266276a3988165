"""A workbook's bytes, which are the same wherever and whenever it is written."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from statusnote.extras import dated


def written(workbook: Workbook, day: date) -> bytes:
    """*workbook* as a file that was made, and last changed, on *day*.

    The writer of openpyxl is used by itself, as saving with it takes the time of the clock.
    """
    midnight = datetime(day.year, day.month, day.day)
    workbook.properties.created = workbook.properties.modified = midnight
    content = BytesIO()
    ExcelWriter(workbook, ZipFile(content, "w", ZIP_STORED)).save()
    return dated(content, day, _unmarked)


def _unmarked(part: bytes) -> bytes:
    """A part, in which a sheet has no marks that its figures are texts: they are meant to be.

    They are switched off where the schema has it (CT_Worksheet, ECMA-376-1, 18.3.1.99), which
    openpyxl doesn't write.
    """
    behind = b"<tableParts" if b"<tableParts" in part else b"</worksheet>"
    return part.replace(behind, UNMARKED + behind, 1)


UNMARKED = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" '
    b'twoDigitTextYear="1" /></ignoredErrors>'
)
