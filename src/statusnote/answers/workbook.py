"""A party's workbook: a first sheet that says what to do, and one for each kind of question."""

import re
from itertools import accumulate, takewhile
from typing import cast

from openpyxl import Workbook
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
from statusnote.answers.pages import Page
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
Record = list[tuple[str, str]]


def made(request: Request) -> bytes:
    """The workbook for *request*, as a file (Office Open XML, ECMA-376), the same for the same.

    All that is no answer is locked, without a password, and RECORD holds what it was made of.
    """
    workbook = Workbook()
    styles = looks.add_styles(workbook)
    workbook.properties.title = f"{request.plan.title}: {request.name}"
    workbook.properties.creator = RECORD
    workbook.properties.language = "da-DK"
    workbook.security = WorkbookProtection(lockStructure=True)
    _instruct(Page(cast(Worksheet, workbook.active), styles), request)
    record = _record(request)
    for sheet in request.sheets:
        _ask(Page(workbook.create_sheet(sheet.name), styles), sheet, request, record)
    _keep(Page(workbook.create_sheet(RECORD), styles), record)
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


def _keep(page: Page, record: Record) -> None:
    for key, value in record:
        page.add([(key, looks.TEXT), (value, looks.TEXT)], looks.height([]))
    _lock(page.worksheet)
    page.worksheet.sheet_state = "veryHidden"  # which no menu of Excel shows


def _instruct(page: Page, request: Request) -> None:
    """The first sheet."""
    worksheet = page.worksheet
    worksheet.title = INSTRUCTIONS
    worksheet.sheet_view.showGridLines = False
    worksheet.column_dimensions["A"].width = LABEL_WIDTH
    worksheet.column_dimensions["B"].width = TEXT_WIDTH
    for line in instructions.lines(request):
        if line.kind is Kind.POINT:
            _add_point(page, line)
        else:
            style = looks.TITLE if line.kind is Kind.TITLE else looks.HEADING
            height = looks.heading_height(line.label, LABEL_WIDTH + TEXT_WIDTH)
            page.add([(line.label, style)], height)
            worksheet.merge_cells(None, page.rows, 1, page.rows, 2)
    _lock(worksheet)
    _lay_out(worksheet)


def _add_point(page: Page, line: Line) -> None:
    height = looks.height([(line.label, LABEL_WIDTH), (line.text, TEXT_WIDTH)])
    style = looks.LINK if line.leads_to else looks.LABEL
    label, _ = page.add([(line.label, style), (line.text, looks.TEXT)], height)
    if line.leads_to:
        place = f"'{line.leads_to}'!B{FIRST_ROW}"
        label.hyperlink = Hyperlink(label.coordinate, location=place)


def _ask(page: Page, sheet: Sheet, request: Request, record: Record) -> None:
    """A sheet of questions: what it is about, what each column is for, the headings, the rows."""
    worksheet, columns = page.worksheet, (ID, *sheet.columns)
    for number, column in enumerate(columns, start=1):
        dimension = worksheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column is ID
    _add_head(page, sheet, columns)
    rows = request.rows[sheet.name]
    for row in rows:
        _add_row(page, columns, row)
    existing = range(FIRST_ROW, FIRST_ROW + len(rows))
    new = range(existing.stop, existing.stop + NEW_ROWS * sheet.takes_new)
    for _ in new:
        styles = (looks.OPEN if column.wanted else looks.LOCKED for column in columns)
        page.add((("", style) for style in styles), looks.height([]))
    _validate(worksheet, columns, existing, new, request, record)
    _make_table(worksheet, sheet, len(columns), len(rows) + len(new))
    _freeze(worksheet, columns)
    _lock(worksheet)
    _lay_out(worksheet)
    worksheet.print_title_rows = f"{ABOVE_ROW}:{HEADING_ROW}"


def _add_head(page: Page, sheet: Sheet, columns: tuple[Column, ...]) -> None:
    """The three rows above those of the table; the caption is as wide as a window shows."""
    widths = accumulate(column.width for column in sheet.columns)
    *_, (last, width) = takewhile(lambda each: each[1] <= CAPTION_WIDTH, enumerate(widths, 2))
    caption = [("", looks.CAPTION), (sheet.caption, looks.CAPTION)]
    page.add(caption, looks.height([(sheet.caption, width)]))
    page.worksheet.merge_cells(None, CAPTION_ROW, 2, CAPTION_ROW, last)
    above = [(sheet.above(column), column) for column in columns]
    height = looks.height((text, column.width) for text, column in above)
    page.add(((text, looks.ABOVE[column.ask]) for text, column in above), height)
    page.add(((each.heading, looks.HEADS[each.ask]) for each in columns), looks.height([]))


def _add_row(page: Page, columns: tuple[Column, ...], row: Row) -> None:
    texts = {ID.key: row.id, **row.texts}
    cells = [(texts.get(column.key, ""), column) for column in columns]
    at_least = ROOM if ACCOUNT in columns else 1
    height = looks.height(((text, column.width) for text, column in cells), at_least)
    page.add(((text, _style(text, column, row)) for text, column in cells), height)


def _style(text: str, column: Column, row: Row) -> str:
    if row.overdue and column.key == "question":
        return looks.OVERDUE
    return looks.LOCKED if column.ask is Ask.READ or text == TOO_LONG else looks.OPEN


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
