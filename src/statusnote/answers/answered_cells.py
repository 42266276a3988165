"""The cells of a row that was asked about: what is new in them, and what is wrong with them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from statusnote.answers import accounts
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import Cell
from statusnote.answers.questions import STATUS, Ask, Column, Row
from statusnote.answers.sheets import Kind
from statusnote.answers.tables import Table
from statusnote.diagnostics.problem import Place, Problem
from statusnote.plan.scalars import fixed, read_due, read_figure

ACCOUNT = STATUS.column("account")
NO_ANSWER = {Kind.FORMULA: "E926", Kind.ERROR: "E927", Kind.TRUTH: "E927"}


@dataclass(frozen=True)
class Answered:
    """What is new in the cells of a *row*, by their columns' keys, and where each stands.

    An account is as it stands in the cell, and the others are one line. Nothing is known of the
    *unclear*, whose problems were reported.
    """

    row: Row
    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)


def answered(table: Table, line: int, row: Row) -> tuple[Answered, list[Problem]]:
    """What is new in the *line* of a *table* that *row* was asked about, and what is wrong."""
    found = Answered(row)
    problems = list(_locked(table, line, row))
    for column in table.sheet.columns:
        if column.ask is Ask.READ or column.key not in table.columns:
            continue
        found.cells[column.key] = table.cell(line, column.key)
        asked = row.texts.get(column.key, "") if column.ask is Ask.FILLED else ""
        if wrong := wrong_at(table, line, column) or _emptied(table, line, column, asked):
            found.unclear.add(column.key)
            problems.append(wrong)
        elif not says(table, line, column, asked):
            found.texts[column.key] = _text(table, line, column)
    return found, problems


def wrong_at(table: Table, line: int, column: Column) -> Problem | None:
    """Why what stands in a cell can't be an answer, whatever it says."""
    if merged := table.merged_at(line, column.key):
        return Problem("E928", Place(merged.place))
    content = table.content(line, column.key)
    if content is None or content.kind not in NO_ANSWER:
        return None
    written = TRUTHS.get(content.text, content.text) if content.kind is Kind.TRUTH else content.text
    place = Place(table.cell(line, column.key).place)
    return Problem(NO_ANSWER[content.kind], place, {"written": written})


TRUTHS = {"1": "SAND", "0": "FALSK"}  # as Excel shows them in Danish


def says(table: Table, line: int, column: Column, asked: str) -> bool:
    """Whether a cell still says what was *asked*, or what stands for it."""
    text = table.text(line, column.key)
    if text == normal(asked) or (column is not ACCOUNT and fixed(text) == fixed(normal(asked))):
        return True
    content = table.content(line, column.key)
    if content and content.kind is Kind.NUMBER and _value(text) == _value(asked):
        return True
    return text == accounts.TOO_LONG and accounts.is_too_long(asked)


def _value(text: str) -> object:
    """What *text* says as a date or a figure, which a program may have made of it."""
    for read in (read_due, read_figure):
        with suppress(ValueError):
            return read(text)
    return text


def _text(table: Table, line: int, column: Column) -> str:
    content = table.content(line, column.key)
    if column is ACCOUNT and content:
        return content.text
    return fixed(table.text(line, column.key))


def _emptied(table: Table, line: int, column: Column, asked: str) -> Problem | None:
    if not asked or table.text(line, column.key):
        return None
    place = Place(table.cell(line, column.key).place)
    return Problem("E929", place, {"heading": column.heading})


def _locked(table: Table, line: int, row: Row) -> Iterator[Problem]:
    """What was changed in the cells of a row that only say what it is about."""
    for column in table.sheet.columns:
        if column.ask is not Ask.READ or column.key not in table.columns:
            continue
        if column.key == "number" and table.text(line, column.key):
            continue  # another one makes another row of it
        if not says(table, line, column, row.texts.get(column.key, "")):
            place = Place(table.cell(line, column.key).place)
            yield Problem("W910", place, {"heading": column.heading})
