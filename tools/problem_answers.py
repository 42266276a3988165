"""An example of each problem that a workbook can have: what was done, and what comes of it."""

from collections.abc import Callable
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from support.odd_workbooks import drawn_on
from support.workbooks import FILE, PLAN, answered, changed, packed, repacked, write

from statusnote.answers import reading, sheets
from statusnote.diagnostics.problem import Problem, ProblemsFound

Edit = Callable[[Workbook], Any]
MARKER = "[Tilskud 1: se arket »Tilskud«]"


def problems() -> dict[str, tuple[Problem, str]]:
    """A problem of each code that a workbook can have, and what was done, in Danish."""
    written = {code: (answered(cells), _listed(cells)) for code, cells in CELLS.items()}
    edited = {code: (changed(edit), done) for code, (done, edit) in EDITS.items()}
    made = {code: (make(), done) for code, (done, make) in FILES.items()}
    return {
        code: (_first(code, content), done)
        for code, (content, done) in (written | edited | made).items()
    }


def _listed(cells: dict[str, object]) -> str:
    lines = (f"{cell}: {'(tomt)' if text is None else text}" for cell, text in cells.items())
    return "\n".join(("I felterne står nu:\n", "```text", *lines, "```"))


def _first(code: str, content: bytes) -> Problem:
    try:
        found = reading.read(sheets.opened(content, FILE), PLAN)[1]
    except ProblemsFound as error:
        found = error.problems
    return next(each for each in found if each.code == code)


# What is written into cells.
CELLS: dict[str, dict[str, object]] = {
    "E921": {"statusnote!B1": "9"},
    "E922": {"statusnote!B3": "SUM"},
    "E925": {"Status!I3": "Status"},
    "E926": {"Status!F4": '="gennem"&"ført"'},
    "E927": {"Status!F4": "#REF!"},
    "E929": {"Status!F4": None},
    "E930": {"Status!A4": "99"},
    "E931": {"Status!A4": "1", "Status!B4": "3"},
    "E933": {"Status!C9": "Se også bilaget"},
    "E934": {"Milepæle!B8": "1", "Milepæle!D8": "Kommunerne er spurgt igen"},
    "E935": {"Tilskud!B8": "3", "Tilskud!D8": "Bakkeby Kommune", "Tilskud!F8": "500000"},
    "E936": {"Status!G4": "Puljen er udmøntet."},
    "E937": {"Status!G4": f"{MARKER}\n\n{MARKER}"},
    "E938": {"Milepæle!H4": "udgår", "Milepæle!I4": "ultimo 2027"},
    "E939": {"Indikatorer!J4": "90"},
    "W910": {"Status!C4": "Pulje til kommuner og regioner"},
    "W912": {"Status!I3": "Bemærkninger", "Status!I4": "Tallet er foreløbigt"},
}


def _copied(book: Workbook) -> None:
    for cell in book["Milepæle"][4]:
        book["Milepæle"].cell(9, cell.column or 1).value = cell.value
    write(book, {"Milepæle!H9": "12. juni 2026"})


def _with_sheet(book: Workbook) -> None:
    book.create_sheet("Ark1")["A1"] = "Se også bilaget"


def _with_remark(book: Workbook) -> None:
    book["Status"]["F5"].comment = Comment("Tallet er foreløbigt", "Ida")


# What is done to sheets.
EDITS: dict[str, tuple[str, Edit]] = {
    "E920": ("Arket »statusnote« er slettet.", lambda book: book.remove(book["statusnote"])),
    "E923": ("Arket »Milepæle« er slettet.", lambda book: book.remove(book["Milepæle"])),
    "E924": ("Kolonnen »Redegørelse« er slettet.", lambda book: book["Status"].delete_cols(7)),
    "E928": ("Felterne H4 og H5 er flettet.", lambda book: book["Milepæle"].merge_cells("H4:H5")),
    "E932": ("Række 4 er kopieret til række 9, og H9 er udfyldt.", _copied),
    "W911": ("Række 5 er slettet.", lambda book: book["Milepæle"].delete_rows(5)),
    "W913": ("Arket »Ark1« er indsat.", _with_sheet),
    "W914": ("Feltet F5 har fået en kommentar.", _with_remark),
}


def _with(name: str, content: bytes = b"<x/>") -> Callable[[], bytes]:
    return lambda: repacked(lambda parts: parts.update({name: content}))


def _with_rows(count: int, text: bytes) -> Callable[[], bytes]:
    """A workbook with so many more rows, in each of which this *text* stands."""
    sheet, end = "xl/worksheets/sheet1.xml", b"</sheetData>"
    rows = b'<row><c t="str"><v>%s</v></c></row>' % text * count
    return lambda: repacked(
        lambda parts: parts.update({sheet: parts[sheet].replace(end, rows + end)})
    )


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

# What is another file, or has other parts.
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "E910": ("Filen er gemt i Word.", lambda: packed({"word/document.xml": b"<x/>"})),
    "E911": ("Projektmappen er gemt med en adgangskode.", lambda: ENCRYPTED),
    "E912": ("Kun det halve af filen er hentet.", lambda: answered({})[:5_000]),
    "E913": ("Et felt har en million tegn.", _with_rows(1, b"x" * 1_000_000)),
    "E914": ("Projektmappen har en makro.", _with("xl/vbaProject.bin")),
    "E915": ("En formel henter sit tal fra et andet regneark.", _with("xl/externalLinks/1.xml")),
    "W915": ("Der er sat et billede ind.", lambda: repacked(drawn_on)),
    "E916": (
        "Et felt i hver af arkets rækker er udfyldt.",
        _with_rows(sheets.MOST_CELLS + 1, b"x"),
    ),
}
