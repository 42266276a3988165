"""A party's workbook: a first sheet that says what to do, and one for each kind of question."""

import re
from itertools import accumulate, takewhile
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from statusnote.answers import instructions, looks, questions, saving, validations
from statusnote.answers.accounts import TOO_LONG
from statusnote.answers.instructions import Kind, Line
from statusnote.answers.questions import (
    ID,
    INSTRUCTIONS,
    NEW_ROWS,
    RECORD,
    Ask,
    Column,
    Recorded,
    Row,
    Sheet,
)
from statusnote.answers.request import Request

CAPTION_ROW, ABOVE_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4
LABEL_WIDTH, TEXT_WIDTH = 20, 100  # characters of the two columns of the first sheet
CAPTION_WIDTH = 110  # characters, which most windows show without being moved
ACCOUNT = questions.STATUS.column("account")
ROOM = 5  # lines, in which an account that is empty or short can be written
A4 = 9  # the paper's number (ECMA-376-1, 18.3.1.63)
FORMULA_SIGNS = ("=", "+", "-", "@")  # which begin what Excel takes for a formula
Record = list[tuple[str, str]]


def made(request: Request) -> bytes:
    """The workbook for *request*, as a file (Office Open XML, ECMA-376), the same for the same.

    All that is no answer is locked, without a password, and RECORD holds what it was made of.
    """
    workbook = Workbook()
    looks.add_styles(workbook)
    workbook.properties.title = f"{request.plan.title}: {request.name}"
    workbook.properties.creator = RECORD
    workbook.properties.language = "da-DK"
    workbook.security = WorkbookProtection(lockStructure=True)
    _instruct(cast(Worksheet, workbook.active), request)
    record = _record(request)
    for sheet in request.sheets:
        _ask(workbook.create_sheet(sheet.name), sheet, request, record)
    _keep(workbook.create_sheet(RECORD), record)
    return saving.written(workbook, request.plan.as_of)


def _record(request: Request) -> Record:
    """What RECORD holds of *request*, row by row."""
    plan = request.plan
    numbers = [str(row.number) for row in request.rows[questions.STATUS.name]]
    statuses = questions.choices(plan.known_statuses, questions.years(plan))
    return [
        (Recorded.FORMAT, questions.FORMAT),
        (Recorded.DATA, request.data),
        (Recorded.PARTY, request.party),
        (Recorded.TITLE, plan.title),
        (Recorded.AS_OF, plan.as_of.isoformat()),
        *((Recorded.DEADLINE, day.isoformat()) for day in filter(None, [request.deadline])),
        *((Recorded.STATUS, status) for status in statuses),
        *((Recorded.NUMBER, number) for number in numbers),
    ]


def _keep(worksheet: Worksheet, record: Record) -> None:
    for number, texts in enumerate(record, start=1):
        for column, text in enumerate(texts, start=1):
            _put(worksheet, number, column, text, looks.TEXT)
    _lock(worksheet)
    worksheet.sheet_state = "veryHidden"  # which no menu of Excel shows


def _instruct(worksheet: Worksheet, request: Request) -> None:
    """The first sheet."""
    worksheet.title = INSTRUCTIONS
    worksheet.sheet_view.showGridLines = False
    worksheet.column_dimensions["A"].width = LABEL_WIDTH
    worksheet.column_dimensions["B"].width = TEXT_WIDTH
    for number, line in enumerate(instructions.lines(request), start=1):
        _instruct_in(worksheet, number, line)
    _lock(worksheet)
    _lay_out(worksheet)


def _instruct_in(worksheet: Worksheet, number: int, line: Line) -> None:
    style = {Kind.TITLE: looks.TITLE, Kind.HEADING: looks.HEADING, Kind.POINT: looks.LABEL}
    label = _put(worksheet, number, 1, line.label, style[line.kind])
    height = looks.height([(line.label, LABEL_WIDTH), (line.text, TEXT_WIDTH)])
    if line.kind is not Kind.POINT:
        worksheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
        height = looks.heading_height(line.label, LABEL_WIDTH + TEXT_WIDTH)
    else:
        _put(worksheet, number, 2, line.text, looks.TEXT)
    if line.leads_to:
        place = f"'{line.leads_to}'!B{FIRST_ROW}"
        label.hyperlink = Hyperlink(label.coordinate, location=place)
        label.style = looks.LINK
    worksheet.row_dimensions[number].height = height


def _ask(worksheet: Worksheet, sheet: Sheet, request: Request, record: Record) -> None:
    """A sheet of questions: what it is about, what each column is for, the headings, the rows."""
    columns = (ID, *sheet.columns)
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        worksheet.column_dimensions[letter].width = column.width
        worksheet.column_dimensions[letter].hidden = column is ID
        _put(worksheet, ABOVE_ROW, number, sheet.above(column), looks.ABOVE[column.ask])
        _put(worksheet, HEADING_ROW, number, column.heading, looks.HEADS[column.ask])
    _caption(worksheet, sheet)
    rows = request.rows[sheet.name]
    for number, row in enumerate(rows, start=FIRST_ROW):
        _write_row(worksheet, number, columns, row)
    new = range(FIRST_ROW + len(rows), FIRST_ROW + len(rows) + NEW_ROWS * sheet.takes_new)
    for number in new:
        _write_new_row(worksheet, number, columns)
    existing = range(FIRST_ROW, FIRST_ROW + len(rows))
    _validate(worksheet, columns, existing, new, request, record)
    _make_table(worksheet, sheet, len(columns), len(rows) + len(new))
    _freeze(worksheet, columns)
    _lock(worksheet)
    _lay_out(worksheet)
    worksheet.print_title_rows = f"{ABOVE_ROW}:{HEADING_ROW}"


def _caption(worksheet: Worksheet, sheet: Sheet) -> None:
    """The caption, across as many columns as a window shows."""
    _put(worksheet, CAPTION_ROW, 2, sheet.caption, looks.CAPTION)
    widths = accumulate(column.width for column in sheet.columns)
    *_, (columns, width) = takewhile(lambda each: each[1] <= CAPTION_WIDTH, enumerate(widths, 1))
    worksheet.merge_cells(start_row=1, end_row=1, start_column=2, end_column=1 + columns)
    worksheet.row_dimensions[CAPTION_ROW].height = looks.height([(sheet.caption, width)])
    above = [(sheet.above(column), column.width) for column in sheet.columns]
    worksheet.row_dimensions[ABOVE_ROW].height = looks.height(above)
    worksheet.row_dimensions[HEADING_ROW].height = looks.height([])


def _write_row(worksheet: Worksheet, number: int, columns: tuple[Column, ...], row: Row) -> None:
    texts = {ID.key: row.id, **row.texts}
    for place, column in enumerate(columns, start=1):
        text = texts.get(column.key, "")
        open_ = column.ask is not Ask.READ and text != TOO_LONG
        style = looks.OPEN if open_ else looks.LOCKED
        if row.overdue and column.key == "question":
            style = looks.OVERDUE
        _put(worksheet, number, place, text, style)
    widths = {column.key: column.width for column in columns}
    shown = [(text, widths[key]) for key, text in texts.items() if key != ID.key]
    at_least = ROOM if ACCOUNT in columns else 1
    worksheet.row_dimensions[number].height = looks.height(shown, at_least)


def _write_new_row(worksheet: Worksheet, number: int, columns: tuple[Column, ...]) -> None:
    for place, column in enumerate(columns, start=1):
        _put(worksheet, number, place, "", looks.OPEN if column.wanted else looks.LOCKED)
    worksheet.row_dimensions[number].height = looks.height([])


def _validate(
    worksheet: Worksheet,
    columns: tuple[Column, ...],
    existing: range,
    new: range,
    request: Request,
    record: Record,
) -> None:
    """Say what each open cell takes, of the *existing* rows and of those for what is *new*."""
    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        open_ = (column.ask is not Ask.READ and existing, column.wanted and new)
        ranges = [f"{letter}{rows[0]}:{letter}{rows[-1]}" for rows in open_ if rows]
        if ranges:
            validation = validations.of(column.key, column.heading, request, record)
            for cells in ranges:
                validation.add(cells)
            worksheet.add_data_validation(validation)


def _make_table(worksheet: Worksheet, sheet: Sheet, columns: int, rows: int) -> None:
    """Make a table of the headings and the rows: one that has a name, and can be filtered.

    It has no stripes, which could be taken for the grey of what is locked.
    """
    last = f"{get_column_letter(columns)}{HEADING_ROW + rows}"
    table = Table(displayName=re.sub(r"\W", "_", sheet.name), ref=f"A{HEADING_ROW}:{last}")
    table.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=False)
    worksheet.add_table(table)


def _freeze(worksheet: Worksheet, columns: tuple[Column, ...]) -> None:
    """Let the headings, and what each row is about, stay, and begin at the first answer."""
    worksheet.freeze_panes = f"D{FIRST_ROW}"
    places = [n for n, column in enumerate(columns, start=1) if column.ask is not Ask.READ]
    first = f"{get_column_letter(places[0] if places else 4)}{FIRST_ROW}"
    selection = worksheet.sheet_view.selection[-1]  # of the pane that moves
    selection.activeCell = selection.sqref = first


def _lock(worksheet: Worksheet) -> None:
    """Lock the sheet, but for what is open; it may be sorted, filtered, and given more room."""
    protection = worksheet.protection
    protection.sheet = True
    protection.sort = protection.autoFilter = False  # false is what may be done
    protection.formatColumns = protection.formatRows = False


def _lay_out(worksheet: Worksheet) -> None:
    """Lay the sheet out for paper: across, as wide as a page, with the pages counted."""
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = A4
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    margins = worksheet.page_margins
    margins.left = margins.right = margins.top = 0.5  # inches
    margins.bottom, margins.footer = 0.75, 0.4
    footer = cast(HeaderFooterItem, worksheet.oddFooter)
    footer.left.text = "&F – &A"  # the names of the file and the sheet
    footer.right.text = "Side &P af &N"


def _put(worksheet: Worksheet, row: int, column: int, text: str, style: str) -> Cell:
    """Write *text* into a cell as a text, whatever it begins with."""
    cell = cast(Cell, worksheet.cell(row, column))
    cell.style = style
    if text:
        cell.value = _escaped(text)
        cell.data_type = "s"
        cell.quotePrefix = int(text.startswith(FORMULA_SIGNS))
    return cell


def _escaped(text: str) -> str:
    """*text*, in which `_x0041_` doesn't become a letter (ST_Xstring, ECMA-376-1, 22.9.2.19)."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) if "_x" in text else text
