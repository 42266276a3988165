"""What a cell that holds a number shows: a figure, a share or a date, as the data have it."""

import re
from datetime import date, timedelta
from decimal import Decimal
from math import isfinite

# What Excel's own formats show, by their numbers (ECMA-376-1, 18.8.30). Those of the East Asian
# editions, 27 to 36 and 50 to 58, are dates, too.
DAYS = frozenset({14, 15, 16, 22, *range(27, 37), *range(50, 59)})
MONTHS = frozenset({17})
SHARES = frozenset({9, 10})
# In a code of a format: what is only quoted or sets a colour or a language, and not a form.
QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}  # by whether the file counts from 1904
FIRST = 61  # 1 March 1900: before it, Excel counts a day that never was
LAST = date(9999, 12, 31)
DIGITS = 15  # that Excel keeps of a number, and shows


def shown(written: str, form: str, from_1904: bool) -> str:
    """The text of the number that is *written* in a file and shown in this *form*.

    `47.5` is `47,5`; a share is `47,5 %`, and a date is as precise as it is shown: `2026-06-12`,
    `2026-06` or `2026`, without the time of day. Raises ValueError where no number is written.
    """
    value = float(written)
    if not isfinite(value):
        raise ValueError(written)
    if "y" in form and (day := _day(value, from_1904)):
        return day.isoformat()[: LENGTHS[form]]
    number = Decimal(f"{value:.{DIGITS}g}")
    figure = f"{number * 100 if form == '%' else number:f}"
    if "." in figure:
        figure = figure.rstrip("0").removesuffix(".").replace(".", ",")
    return f"{figure} %" if form == "%" else figure


def form(number: int, code: str | None) -> str:
    """What a format shows, by its *number*, or by its *code*, if the file has one for it.

    It is `dmy`, `my` or `y` for a date that is as precise, `%` for a share, or nothing of these.
    """
    if code is None:
        kinds = {"dmy": DAYS, "my": MONTHS, "%": SHARES}
        return next((kind for kind, numbers in kinds.items() if number in numbers), "")
    positive = QUOTED.sub("", code).partition(";")[0].lower().replace("general", "")
    if "%" in positive:
        return "%"
    if "d" in positive:
        return "dmy"
    if "mmm" in positive or ("m" in positive and "y" in positive):
        return "my"
    return "y" if "y" in positive else ""


LENGTHS = {"dmy": 10, "my": 7, "y": 4}  # of what is shown of `2026-06-12`


def _day(value: float, from_1904: bool) -> date | None:
    """The day that is *value* days behind the first one that is counted."""
    epoch = EPOCHS[from_1904]
    return epoch + timedelta(int(value)) if FIRST <= value <= (LAST - epoch).days else None
