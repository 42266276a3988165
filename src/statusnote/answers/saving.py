"""A workbook's bytes, which are the same wherever and whenever it is written."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

EARLIEST, LATEST = date(1980, 1, 1), date(2107, 12, 31)  # that a zip file can name (APPNOTE 4.4.6)


def written(workbook: Workbook, day: date) -> bytes:
    """*workbook* as a file that was made, and last changed, on *day*.

    The writer of openpyxl is used by itself, as saving with it takes the time of the clock.
    """
    midnight = datetime(day.year, day.month, day.day)
    workbook.properties.created = workbook.properties.modified = midnight
    content = BytesIO()
    ExcelWriter(workbook, ZipFile(content, "w", ZIP_STORED)).save()
    return _dated(content, min(max(day, EARLIEST), LATEST))


def _dated(content: BytesIO, day: date) -> bytes:
    """A zip file with the members of another, in their order, of which each is of *day*."""
    dated = BytesIO()
    with ZipFile(content) as members, ZipFile(dated, "w", ZIP_DEFLATED) as file:
        for member in members.infolist():
            info = ZipInfo(member.filename, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same on each system, which it names otherwise
            file.writestr(info, _unmarked(members.read(member)))
    return dated.getvalue()


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
