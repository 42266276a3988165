"""Rows without an id: something new, where a sheet takes it, or a row that nobody asked for."""

from collections.abc import Iterator

from statusnote.answers.answered_cells import wrong_at
from statusnote.answers.edits import Edit, Of
from statusnote.answers.edits_of import Context
from statusnote.answers.questions import GRANTS, MILESTONES, Column
from statusnote.answers.tables import Table
from statusnote.diagnostics.problem import Place, Problem
from statusnote.plan.scalars import fixed

# What a new row of a sheet is, and which of its columns is which value.
NEW = {
    MILESTONES: (Of.MILESTONE, {"what": "what", "due": "due"}),
    GRANTS: (Of.GRANT, {"recipient": "recipient", "amount": "amount"}),
}


def read_row(table: Table, line: int, context: Context) -> Iterator[Edit | Problem]:
    """What the *line* of a *table* says that has no id; nothing, where it is empty."""
    written = [column for column in table.sheet.columns if table.content(line, column.key)]
    if not written:
        return
    if table.sheet not in NEW:
        yield Problem("E933", Place(table.cell(line, written[0].key).place))
        return
    wanted = [column for column in table.sheet.columns if column.wanted]
    problems = list(_wrong(table, line, wanted, context))
    yield from problems
    for column in written:
        if not column.wanted and not _is_title(table, line, column, context):
            place = Place(table.cell(line, column.key).place)
            yield Problem("W912", place, {"heading": column.heading})
    if not problems:
        of, keys = NEW[table.sheet]
        yield Edit(
            context.by_text[_number(table, line)].number,
            of,
            None,
            {key: fixed(table.text(line, column)) for key, column in keys.items()},
            {key: table.cell(line, column) for key, column in keys.items()},
        )


def _wrong(table: Table, line: int, wanted: list[Column], context: Context) -> Iterator[Problem]:
    for column in wanted:
        place = Place(table.cell(line, column.key).place)
        if wrong := wrong_at(table, line, column):
            yield wrong
        elif not table.text(line, column.key):
            yield Problem("E934", place, {"heading": column.heading})
        elif column.key == "number" and _number(table, line) not in context.by_text:
            numbers = ", ".join(context.by_text)
            yield Problem("E935", place, {"number": _number(table, line), "known": numbers})


def _is_title(table: Table, line: int, column: Column, context: Context) -> bool:
    """Whether a cell only says the title of the initiative that the row is about."""
    initiative = context.by_text.get(_number(table, line))
    return column.key == "title" and bool(
        initiative and fixed(initiative.title) == fixed(table.text(line, column.key))
    )


def _number(table: Table, line: int) -> str:
    return fixed(table.text(line, "number")).removesuffix(".")
