"""The note's figures as CSV for Excel in Danish: one row an initiative, a grant, a milestone …"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from statusnote import danish
from statusnote.plan.statuses import Meaning

if TYPE_CHECKING:
    from statusnote.note import Note, Row
    from statusnote.plan.scalars import Amount, Figure
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates

# What a status means, for those who read the table.
MEANT = {
    Meaning.DONE: "gennemført",
    Meaning.UNDER_WAY: "i gang",
    Meaning.ON_TRACK: "følger planen",
    Meaning.LATE: "forsinket",
    Meaning.NOT_BEGUN: "ikke begyndt",
    Meaning.STOPPED: "stoppet",
}
Cell = str | int | Decimal | None


class Table(NamedTuple):
    """A table: what heads its columns behind the number and the title, and a row's lines in it."""

    columns: tuple[str, ...]
    lines: "Callable[[Note, str, Row], Iterable[tuple[Cell, ...]]]"


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The initiatives of the *note*, as render_table has them."""
    return render_table(note, next(iter(TABLES)))


def render_table(note: "Note", table: str) -> bytes:
    """One *table* of the *note* in UTF-8 with a mark, `;` between the cells, and CRLF.

    Amounts are whole kroner, figures have a decimal comma, and days are as `2025-04-10`. A text
    that Excel would take for a formula has an apostrophe before it, as Excel itself shows one.
    """
    columns, lines = TABLES[table]
    body = (
        (row.number, row.title, *cells)
        for section in note.sections
        for row in section.rows
        for cells in lines(note, section.title, row)
    )
    return written([("Nr.", note.terms.columns[0], *columns), *body])


def written(rows: Iterable[Iterable[Cell]]) -> bytes:
    """*rows* of cells, the first of them the head, as render_table writes them."""
    shown = io.StringIO()
    writer = csv.writer(shown, delimiter=";", lineterminator="\r\n")
    writer.writerows(map(_cell, row) for row in rows)
    return shown.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> str:
    """*value* as it stands in a cell, in which no text is a formula."""
    if not isinstance(value, str):
        return "" if value is None else str(value).replace(".", ",")
    text = danish.plain(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def _initiatives(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    yield (
        section,
        "/".join(row.ministries),
        "/".join(row.participants),
        " ".join(row.signs),
        row.status.phrase,
        MEANT[row.status.kind.meaning],
        "\n".join(text for part in row.account for text in part.texts),
        *(totals.kroner for totals in (note.totals([row]).grants, note.totals([row]).budget)),
    )


def _parts(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    for part in row.parts:
        yield part.number, part.title, part.status.phrase, MEANT[part.status.kind.meaning]


def _grants(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    for line, amount in zip(row.grant_lines, row.grants, strict=True):
        yield line.recipient, *_kroner(amount)


def _budget(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    for year, amount in sorted(row.budget.items()):
        yield year, *_kroner(amount)


def _indicators(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    for each in row.indicators:
        figures = map(_figure, (each.baseline, each.target, each.latest))
        measured = danish.due(each.measured) if each.measured else None
        yield each.name, each.unit, *figures, measured, each.progress


def _milestones(note: "Note", section: str, row: "Row") -> Iterator[tuple[Cell, ...]]:
    for each in row.milestones:
        yield (
            each.what,
            danish.due(each.due),
            each.last_day.isoformat() if each.last_day else None,
            each.met.isoformat() if each.met else None,
            ", ".join(map(danish.due, each.moved_from)),
            "ja" if each.is_overdue(note.as_of) else "nej",
        )


def _kroner(amount: "Amount") -> tuple[Cell, Cell]:
    return amount.kroner, "ja" if amount.rounded else "nej"


def _figure(figure: "Figure | None") -> Cell:
    return figure and figure.value


TABLES = {
    "initiatives": Table(
        (
            *("Del", "Ansvarlige", "Medvirkende", "Tegn", "Status", "Betydning", "Redegørelse"),
            *("Tilskud (kr.)", "Budget (kr.)"),
        ),
        _initiatives,
    ),
    "parts": Table(("Delens nr.", "Del", "Status", "Betydning"), _parts),
    "grants": Table(("Modtager", "Beløb (kr.)", "Afrundet"), _grants),
    "budget": Table(("År", "Beløb (kr.)", "Afrundet"), _budget),
    "indicators": Table(
        ("Indikator", "Enhed", "Udgangspunkt", "Mål", "Seneste", "Målt", "Nået (pct.)"),
        _indicators,
    ),
    "milestones": Table(
        ("Milepæl", "Tidspunkt", "Senest", "Indfriet", "Flyttet fra", "Overskredet"), _milestones
    ),
}
