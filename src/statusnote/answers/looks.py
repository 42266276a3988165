"""How the cells of a workbook look, and how much room they take."""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Literal

from openpyxl.styles import (
    Alignment,
    Border,
    Color,
    Font,
    NamedStyle,
    PatternFill,
    Protection,
    Side,
)
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook

from statusnote.answers.questions import Ask

# Colours by their red, green and blue. Each text has a contrast of 7:1 to what is behind it, and
# each line one of 3:1 (WCAG 2.2, 1.4.6 and 1.4.11).
INK, FAINT, WHITE, ALARM = "1A1A1A", "404040", "FFFFFF", "8B0000"
LOCKED_FILL, LOCKED_HEAD, OPEN_HEAD, ALARM_FILL = "EDEDED", "D0D0D0", "1F3864", "FBE5E1"
LINE = Side(style="thin", color="7F7F7F")
BORDER = Border(LINE, LINE, LINE, LINE)

# The names of the styles.
TITLE, HEADING, TEXT, LABEL, LINK = (
    f"statusnote {name}" for name in ("titel", "overskrift", "tekst", "etiket", "henvisning")
)
CAPTION, LOCKED, OPEN, OVERDUE = (
    f"statusnote {name}" for name in ("forklaring", "låst", "felt", "overskredet")
)
HEADS = {ask: f"statusnote hoved {ask.value}" for ask in Ask}
ABOVE = {ask: f"statusnote over {ask.value}" for ask in Ask}

POINTS = 15  # the height of a line of the usual letters
PADDING = 5  # points above and below the lines of a cell
LARGER = 1.7  # what the letters of a title are of the usual ones, about
LETTERS = 1.1  # of a text, that stand in the width of a figure, about
HIGHEST = 409.0  # points that a row can have (Excel's specifications and limits)


def add_styles(workbook: Workbook) -> dict[str, StyleArray]:
    """Give the *workbook* the styles; returns what its cells take of each, by their names."""
    plain = Font(name="Calibri", size=11, color=INK)
    bold = Font(name="Calibri", size=11, color=INK, bold=True)
    alarm = Font(name="Calibri", size=11, color=ALARM, bold=True)
    link = Font(name="Calibri", size=11, color="0B4C8C", underline="single")
    styles = [
        _style(TITLE, Font(name="Calibri", size=18, color=INK, bold=True)),
        _style(HEADING, Font(name="Calibri", size=14, color=INK, bold=True), vertical="bottom"),
        _style(TEXT, plain),
        _style(LABEL, bold),
        _style(LINK, link),
        _style(CAPTION, plain),
        _style(LOCKED, plain, LOCKED_FILL, lined=True),
        _style(OPEN, plain, WHITE, lined=True, locked=False),
        _style(OVERDUE, alarm, ALARM_FILL, lined=True),
        *(each for ask in Ask for each in _styles_of_column(ask)),
    ]
    for style in styles:
        workbook.add_named_style(style)
    return {style.name: style.as_tuple() for style in styles}


def _styles_of_column(ask: Ask) -> Iterator[NamedStyle]:
    """The styles of the heading of a column, and of what stands above it."""
    is_read = ask is Ask.READ
    ink, fill = (INK, LOCKED_HEAD) if is_read else (WHITE, OPEN_HEAD)
    yield _style(HEADS[ask], Font(name="Calibri", size=11, color=ink, bold=True), fill, lined=True)
    above = Font(name="Calibri", size=11, color=FAINT, bold=not is_read, italic=True)
    yield _style(ABOVE[ask], above, vertical="bottom")


def _style(
    name: str,
    font: Font,
    fill: str | None = None,
    *,
    lined: bool = False,
    locked: bool = True,
    vertical: Literal["top", "bottom"] = "top",
) -> NamedStyle:
    """A style of this *name*. Its cells are texts: `2025-07` and `1.200` stay what they are."""
    style = NamedStyle(name, font=font, number_format="@", protection=Protection(locked=locked))
    style.alignment = Alignment(vertical=vertical, wrap_text=True)
    if fill:
        style.fill = PatternFill("solid", start_color=Color(f"FF{fill}"))
    if lined:
        style.border = BORDER
    return style


def height(cells: Iterable[tuple[str, int]], at_least: int = 1) -> float:
    """The height, in points, of a row of *cells*: the text of each, and the width of its column.

    It is that of *at_least* so many lines, and an estimate, rather too high than too low, as only
    the program that shows it knows how wide its letters are.
    """
    lines = max([at_least, *(_lines(text, width) for text, width in cells)])
    return min(lines * POINTS + PADDING, HIGHEST)


def _lines(text: str, width: int) -> int:
    """The lines of *text* in a column that is as wide as so many figures."""
    return sum(max(1, ceil(len(line) / (width * LETTERS))) for line in text.split("\n"))


def heading_height(text: str, width: int) -> float:
    """The same for a row of a title or a heading across a *width*, in larger letters."""
    return LARGER * height([(text, int(width / LARGER))])
