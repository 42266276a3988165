"""The rows of a table → edits of what each was asked about, and new ones, or what is wrong."""

from collections.abc import Iterator

from statusnote.answers import edits_of, new_rows
from statusnote.answers.answered_cells import answered
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import Edit
from statusnote.answers.edits_of import Context
from statusnote.answers.questions import GRANTS, ID, INDICATORS, MILESTONES, PARTS, READING, Row
from statusnote.answers.tables import Table, place_of
from statusnote.diagnostics.problem import Place, Problem

# By which of its texts a row is known to who reads it, where an initiative has several.
KNOWN_BY = {PARTS: "part", MILESTONES: "what", GRANTS: "recipient", INDICATORS: "name"}


def read_rows(table: Table, asked: list[Row], context: Context) -> Iterator[Edit | Problem]:
    """What the rows of a *table* say otherwise than was *asked*, and what is wrong with them."""
    by_id = {row.id: row for row in asked}
    lines: dict[str, int] = {}
    for line in table.rows:
        name = table.text(line, ID.key)
        if not name:
            yield from new_rows.read_row(table, line, context)
        elif name not in by_id:
            yield Problem("E930", Place(table.cell(line, ID.key).place), {"id": name})
        elif name in lines:
            yield from _twice(table, lines[name], line)
        else:
            lines[name] = line
            yield from _of_another(table, line, by_id[name], asked) or _read_row(
                table, line, by_id[name], context
            )
    for row in asked:
        if row.id not in lines and table.sheet is not READING:
            place = place_of(table.file, table.found.name)
            what = row.texts[KNOWN_BY.get(table.sheet, "title")]
            yield Problem("W911", place, {"number": row.number, "what": what, "id": row.id})


def _read_row(table: Table, line: int, row: Row, context: Context) -> Iterator[Edit | Problem]:
    found, problems = answered(table, line, row)
    yield from problems
    yield from edits_of.EDITS_OF[table.sheet.name](found, context)


def _of_another(table: Table, line: int, row: Row, asked: list[Row]) -> list[Problem]:
    """The problem with a row that doesn't look like the one of its id, as where not all was sorted.

    Its number is another one, or it says of itself what another row of the initiative says.
    """
    number = table.text(line, "number").removesuffix(".")
    if number and number.replace(",", ".") != str(row.number):
        return [_unlike(table, line, "number", row)]
    key = KNOWN_BY.get(table.sheet, "")
    text = table.text(line, key)
    alike = [each for each in asked if key and each.number == row.number]
    others = {normal(each.texts[key]) for each in alike}
    if text in others and text != normal(row.texts[key]):
        return [_unlike(table, line, key, row)]
    return []


def _unlike(table: Table, line: int, key: str, row: Row) -> Problem:
    place = Place(table.cell(line, key).place)
    return Problem("E931", place, {"id": row.id, "written": table.text(line, key)})


def _twice(table: Table, first: int, second: int) -> Iterator[Problem]:
    """The problem with two rows of one id that don't say the same."""
    for column in table.sheet.columns:
        if table.text(first, column.key) != table.text(second, column.key):
            places = (Place(table.cell(line, column.key).place) for line in (second, first))
            here, other = places
            yield Problem("E932", here, {"id": table.text(second, ID.key)}, other)
            return
