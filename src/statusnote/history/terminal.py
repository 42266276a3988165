"""What versions of a plan say → the terminal."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from statusnote.history.model import History
from statusnote.history.table import Cell, Line, grants, heading, legend, lines, sentence

GAP = 2  # columns of the terminal, between two of the table
LEAST_TITLE, MOST_TITLE = 20, 40  # the room for titles, before there is more for the versions
LEAST, MOST = 10, 20  # how wide a version is, at least, and for a long word


def rendered(history: History, width: int) -> RenderableType:
    """The history for the eye, in Danish, on *width* columns.

    Versions that don't fit beside one another follow in further tables.
    """
    rows = [*lines(history), grants(history)]
    parts: list[RenderableType] = [Text(history.title, style="bold"), Text(sentence(history))]
    number = max(3, *(len(row.number) for row in rows))
    for places, room in _divided(history, rows, width - number - GAP):
        parts += [Text(), _table(history, rows, places, number, room)]
    return Group(*parts, Text(), Text(legend(history)))


def _divided(
    history: History, rows: Sequence[Line], room: int
) -> Iterator[tuple[Sequence[int], int]]:
    """The places of the versions in each table, and how wide they are in a *room* with the titles.

    That is what their longest word needs, and more where there is room. All tables have about as
    many versions.
    """
    heads = [line for column in history.columns for line in heading(column)]
    cells = {cell for row in rows for cell in row.cells}
    words = [word for line in heads for word in line.split()]
    words += [word for cell in cells for word in _unbroken(cell)]
    half = max(room // 2 - GAP, 1)  # on a narrow terminal, on which long words are divided
    least = min(max(LEAST, *map(cell_len, words)), MOST, half)
    count = len(history.columns)
    fitting = max((room - LEAST_TITLE) // (least + GAP), 1)
    tables = -(-count // fitting)
    each = -(-count // tables)
    widest = max(map(cell_len, (*heads, *(cell.marked for cell in cells))))
    wide = max(min(widest, (room - MOST_TITLE) // each - GAP), least)
    places = iter(range(count))
    while some := [*islice(places, each)]:
        yield some, wide


def _unbroken(cell: Cell) -> list[str]:
    """The words of a *cell*, of which the first has its sign before it."""
    first, *others = cell.text.split()
    return [f"{cell.sign} {first}".lstrip(), *others]


def _table(
    history: History, rows: Sequence[Line], places: Sequence[int], number: int, room: int
) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), expand=True)
    table.add_column("Nr.", justify="right", width=number)
    table.add_column(history.terms.columns[0], ratio=1, overflow="fold")
    for place in places:
        table.add_column(
            Text("\n".join(heading(history.columns[place]))), width=room, overflow="fold"
        )
    for row in rows:
        if row is rows[-1]:  # the sums
            table.add_row()
        shown = (_cell(row.cells[place]) for place in places)
        if row.owner:
            table.add_row("", Padding(_promise(row), (0, 0, 0, 2)), *shown)
        else:
            table.add_row(row.number, Text(row.title), *shown)
    return table


def _promise(row: Line) -> Text:
    text = Text(row.title)
    return text.append(f"\n{row.moved}", style="yellow") if row.moved else text


def _cell(cell: Cell) -> Text:
    return Text(cell.marked, style=f"{'bold ' if cell.changed else ''}{cell.colour}".strip())
