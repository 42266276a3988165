"""A workbook that came back → what it says otherwise than the data, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from statusnote.answers import questions, sheets
from statusnote.answers.answered_rows import read_rows
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import Answer, Cell, Edit
from statusnote.answers.edits_of import Context
from statusnote.answers.questions import ANSWERED, Row, Sheet
from statusnote.answers.tables import place_of, table_of
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, by_place, problem
from statusnote.plan.model import Plan
from statusnote.plan.scalars import read_day

FORMATS = (questions.FORMAT,)  # of a workbook, that can be read
SHA_256 = 64  # figures of a hash in hex


@dataclass(frozen=True)
class Record:
    """What a workbook knows of itself: whom it asks, the SHA-256 of the data that it was made of.

    The rest is as it was written there, and may be empty.
    """

    party: str
    data: str
    title: str
    as_of: str
    deadline: str

    @property
    def day(self) -> date | str:
        """The day that the data spoke for; what is written there, where that is none."""
        try:
            return read_day(self.as_of)
        except ValueError:
            return self.as_of


def read(book: sheets.Workbook, plan: Plan) -> tuple[Answer, list[Problem]]:
    """What a workbook says otherwise than the *plan* that it was made of, and all problems.

    What is wrong is not among the edits. Raises ProblemsFound where it is no workbook of ours, or
    asks a party that is not in the plan.
    """
    record = record_of(book)
    if record.party not in questions.parties(plan):
        raise ProblemsFound([problem("E922", book.file, party=record.party)])
    edits: list[Edit] = []
    problems: dict[tuple[object, ...], Problem] = {}  # cells that are merged have one in common
    with sheets.within_limits(book.file):
        for found in _found(book, plan, record.party):
            if isinstance(found, Edit):
                edits.append(found)
            else:
                problems[found.code, found.place, *found.details.values()] = found
    return Answer(book.file, record.party, record.data, tuple(edits)), by_place(problems.values())


def record_of(book: sheets.Workbook) -> Record:
    """What a workbook knows of itself. Raises ProblemsFound where it is none of ours."""
    held = next((sheet for sheet in book.sheets if _folded(sheet.name) == questions.RECORD), None)
    if held is None:
        raise ProblemsFound([problem("E920", book.file)])
    rows = [held.rows[row] for row in sorted(held.rows)]
    texts = {normal(row[1].text): normal(row[2].text) for row in rows if {1, 2} <= row.keys()}
    if texts.get("format", FORMATS[0]) not in FORMATS:
        raise ProblemsFound([problem("E921", book.file)])
    data, party = texts.get("data", "").lower(), texts.get("party", "")
    if not party or len(data) != SHA_256 or set(data) - set("0123456789abcdef"):
        raise ProblemsFound([problem("E920", book.file)])
    rest = (texts.get(key, "") for key in ("title", "as_of", "deadline"))
    return Record(party, data, *rest)


def _found(book: sheets.Workbook, plan: Plan, party: str) -> Iterator[Edit | Problem]:
    """All that is found in the sheets of a workbook."""
    by_name = {_folded(sheet.name): sheet for sheet in reversed(book.sheets)}
    asked = questions.asked(plan, party)
    context = Context.of(plan, [row.number for row in asked[questions.STATUS.name]])
    for sheet in questions.SHEETS:
        yield from _in_sheet(sheet, by_name.get(_folded(sheet.name)), asked, context, book.file)
    yield from _beside(book, by_name)


def _in_sheet(
    sheet: Sheet,
    found: sheets.Sheet | None,
    asked: dict[str, list[Row]],
    context: Context,
    file: str,
) -> Iterator[Edit | Problem]:
    """What is found in one *sheet*; one that asked nothing may be missing, and so may READING."""
    if found is None:
        if asked[sheet.name] and sheet in ANSWERED:
            yield problem("E923", file, sheet=sheet.name)
        return
    if not found.rows and not asked[sheet.name]:
        return
    table, problems = table_of(sheet, found, file)
    if sheet in ANSWERED:
        yield from problems
    if table:
        yield from table.unread()
        yield from read_rows(table, asked[sheet.name], context)


def _beside(book: sheets.Workbook, by_name: dict[str, sheets.Sheet]) -> Iterator[Problem]:
    """Sheets that were added, remarks and drawings: none is read, and none is passed in silence."""
    names = (questions.RECORD, questions.INSTRUCTIONS, *(each.name for each in questions.SHEETS))
    ours = [by_name.get(_folded(name)) for name in names]
    for sheet in book.sheets:
        if not sheet.hidden and sheet.rows and not any(sheet is each for each in ours):
            yield Problem("W913", place_of(book.file, sheet.name), {"sheet": sheet.name})
        for ref in sheet.remarks:
            yield Problem("W914", Place(Cell(book.file, sheet.name, ref).place))
        if sheet.drawn:
            yield Problem("W915", place_of(book.file, sheet.name))


def _folded(name: str) -> str:
    return normal(name).casefold()
