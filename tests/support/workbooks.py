"""Workbooks as they are sent out, and what is made of them before they come back."""

import io
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from statusnote.answers import accounts, questions
from statusnote.plan import loading
from statusnote.plan.model import Plan

FILE = "SBM.xlsx"
HEADINGS = 3  # the row of the headings, below what the sheet says of itself
FIRST = HEADINGS + 1
TEXT = """\
title: Status for en plan med alt
as_of: 2026-05-01
period: 2025-2028
introduction: [Kort.]
ministries: {SBM: Socialministeriet, JM: Justitsministeriet}
sections:
  - title: Den eneste del
    initiatives:
      - number: 1
        title: Pulje til kommunerne
        ministries: [SBM]
        status: igangværende
        account:
          - Puljen er udmøntet.
          - grants:
              - Bakkeby Kommune: 1.250.000
              - Engsø Kommune: 2,4 mio.
          - list: [Rådgivning., Kurser.]
          - Projekterne løber til 2027.
        parts:
          - Første del: igangværende
          - Anden del: gennemført
        indicators:
          - {name: Borgere i gang, unit: pct., target: 95, latest: 84, measured: maj 2026}
          - {name: Kurser, target: 20}
        milestones:
          - Puljen er evalueret: 2026-12-31
          - {what: Puljen er udmøntet, due: april 2026, met: 2026-03-15}
          - Kommunerne er spurgt: marts 2026
      - number: "1.10"
        title: Et initiativ uden redegørelse
        ministries: [SBM, JM]
        status: afsluttes i 2026
      - number: 4
        title: Et initiativ med to afsnit
        ministries: [SBM]
        status: gennemført
        account: [Det er gjort., Det er godt.]
      - number: 3
        title: Et fælles initiativ
        ministries: [JM, SBM]
        status: gennemført
        account: [Det er gjort.]
"""
PLAN = loading.read(TEXT, "plan.yaml").plan
Edits = Mapping[str, object]  # what is written into cells, by `Status!F4`


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def sent_out(plan: Plan = PLAN, party: str = "SBM", data: str = hash_of(TEXT)) -> Workbook:
    """The workbook in which *party* is asked about the *plan*."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in questions.SHEETS:
        _fill(book.create_sheet(sheet.name), sheet, questions.asked(plan, party)[sheet.name])
    record = book.create_sheet("statusnote")
    record.sheet_state = "hidden"
    facts = {"format": "1", "data": data, "party": party, "title": plan.title}
    for row in (facts | {"as_of": str(plan.as_of), "deadline": "2026-06-01"}).items():
        record.append(row)
    return book


def _fill(made: Worksheet, sheet: questions.Sheet, rows: list[questions.Row]) -> None:
    made["B1"] = sheet.caption
    columns = (questions.ID, *sheet.columns)
    for place, column in enumerate(columns, start=1):
        made.cell(HEADINGS, place, column.heading)
        for line, row in enumerate(rows, start=FIRST):
            text = row.id if column is questions.ID else row.texts.get(column.key, "")
            cell = made.cell(line, place)
            cell.number_format = "@"
            if text:
                cell.value = accounts.TOO_LONG if accounts.is_too_long(text) else text
                cell.data_type = "s"
    made.column_dimensions["A"].hidden = True


def ref(sheet: questions.Sheet, key: str, line: int) -> str:
    """`Status!F4`: the cell of a column in the row that is *line* rows below the headings."""
    columns = (questions.ID, *sheet.columns)
    place = next(n for n, column in enumerate(columns) if column.key == key)
    return f"{sheet.name}!{'ABCDEFGHIJKL'[place]}{HEADINGS + line}"


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def answered(cells: Edits, plan: Plan = PLAN, party: str = "SBM") -> bytes:
    """A workbook that came back with something else in these *cells*."""
    book = sent_out(plan, party)
    write(book, cells)
    return saved(book)


def write(book: Workbook, cells: Edits) -> None:
    for name, value in cells.items():
        sheet, _, at = name.partition("!")
        cell = book[sheet][at]
        cell.value = value
        if isinstance(value, str) and not value.startswith(("=", "#")):
            cell.data_type = "s"
        elif isinstance(value, int | float) and cell.number_format == "@":
            cell.number_format = "General"


def changed(edit: Callable[[Workbook], object]) -> bytes:
    """A workbook that came back after an *edit*."""
    book = sent_out()
    edit(book)
    return saved(book)


def members(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of *parts*."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED
            )
    return content.getvalue()


def repacked(edit: Callable[[dict[str, bytes]], object], content: bytes | None = None) -> bytes:
    """A workbook whose parts were edited."""
    parts = members(content or answered({}))
    edit(parts)
    return packed(parts)


def swapped(part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with *new* instead of *old* in one of its parts."""

    def swap(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return repacked(swap)
