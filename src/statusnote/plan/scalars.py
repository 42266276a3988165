"""What a value in the file may be: amounts, dates, periods and numbers, and its format."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, Self, TypedDict

from statusnote import danish

# What JSON has for some values; a pair is a keyword of JSON Schema, and what it says there.
IsoDay = Annotated[str, ("format", "date")]
Count = Annotated[int, ("minimum", 0)]


class InKroner(TypedDict):
    """An amount or a sum."""

    kroner: Annotated[Count, "the amount, in whole kroner"]
    rounded: Annotated[
        bool,
        "whether the amount leaves kroner out, as `4,5 mio.` does; a sum does where one of its "
        "amounts does",
    ]


class Amount(NamedTuple):
    """An amount in whole kroner, and how it is *written*, without `kr.` behind it.

    One in thousands, millions or billions is *rounded* where it doesn't tell every krone.
    """

    kroner: int
    written: str
    rounded: bool = False

    def says(self, other: "Amount") -> bool:
        """Whether it says all that *other* does, as 1.900.000 says 1,9 mio., but not in return."""
        return self.kroner == other.kroner and (other.rounded or not self.rounded)

    @property
    def figure(self) -> str:
        """`2.830.850`, or `4,5 mio.` where it was written so."""
        in_kroner = self.written[-1:].isdecimal()
        return danish.number(self.kroner) if in_kroner else self.written

    @property
    def printed(self) -> str:
        """`2.830.850 kr.`, or `4,5 mio. kr.` where it was written so, with no-break spaces."""
        return danish.kroner(self.figure)


class Total(NamedTuple):
    """A sum of amounts in kroner. It is *rounded* where one of them is."""

    kroner: int
    rounded: bool

    @classmethod
    def of(cls, amounts: Iterable[Amount]) -> Self:
        """The sum of *amounts*."""
        summands = list(amounts)
        return cls(
            sum(amount.kroner for amount in summands), any(amount.rounded for amount in summands)
        )

    @property
    def in_kroner(self) -> InKroner:
        """What JSON has for it."""
        return {"kroner": self.kroner, "rounded": self.rounded}

    @property
    def printed(self) -> str:
        """`13.000.000 kr.`, or `ca. 16.000.000 kr.` where it is rounded, with no-break spaces."""
        return danish.kroner(f"{'ca. ' if self.rounded else ''}{danish.number(self.kroner)}")


def printed_sum(amounts: Iterable[Amount]) -> str:
    """The sum of *amounts* as it is printed below them, with no-break spaces.

    Where each of them is rounded, it is in a unit as they are, `19,3 mio. kr.`, and where only some
    are, in kroner, `ca. 16.000.000 kr.`
    """
    summands = list(amounts)
    total = Total.of(summands)
    if summands and all(amount.rounded for amount in summands):
        for unit, places in reversed(UNITS.items()):
            thousandths, rest = divmod(1000 * total.kroner, 10**places)
            if not rest and thousandths >= 1000:
                whole, part = divmod(thousandths, 1000)
                decimals = f",{part:03}".rstrip("0") if part else ""
                return danish.kroner(f"{danish.number(whole)}{decimals} {unit}")
    return total.printed


class Figure(NamedTuple):
    """What was measured or is aimed at: its *value*, and how it is *written*."""

    value: Decimal
    written: str


Number = int | str  # of an initiative: 9, or as it is written, as in `1.1`


class Period(NamedTuple):
    """The first and the last year of a plan."""

    first: int
    last: int


def fixed(text: str) -> str:
    """A status, a code, a number, an amount or a date as it is meant.

    Its letters are composed, and between its words stand single spaces, whichever were written.
    """
    return " ".join(danish.composed(text).split())


def read_amount(value: str) -> Amount:
    """Whole kroner (`2.830.850`), or `500 t.kr.`, `4,5 mio.`, `1,2 mia.`, as people write them.

    Kroner may stand behind it or before it, as in tables (Nyt fra Sprognævnet 2014/3, on
    currencies), with or without the point that belongs to `kr.` (Retskrivningsordbogen, § 42.1.a);
    and a unit may be written out: `4,6 mio`, `kr. 4.600.000`, `4,6 millioner kroner`, `500 tkr.`
    Raises ValueError.
    """
    match = re.search(AMOUNT, value)
    if match and re.fullmatch(KRONER, value):
        return Amount(int(match[1].replace(".", "")), match[1])
    if match and re.fullmatch(IN_UNITS, value):
        whole, rest = match[1].replace(".", ""), match[2] or ""
        unit = next(unit for unit, ways in UNITS_WRITTEN.items() if re.fullmatch(ways, match[3]))
        written = f"{danish.number(int(whole))}{',' if rest else ''}{rest} {unit}"
        kroner = int(Decimal(f"{whole}.{rest}").scaleb(UNITS[unit]))
        return Amount(kroner, written, rounded=len(rest) < UNITS[unit])
    raise ValueError(value)


def read_figure(value: str) -> Figure:
    """`42`, `12,5`, `-3`, `1.200`, which may also be written 1200. Raises ValueError."""
    if not re.fullmatch(FIGURE, value):
        raise ValueError(value)
    plain = value.replace(".", "")
    whole, comma, rest = plain.partition(",")
    sign = "-" * whole.startswith("-")
    written = f"{sign}{danish.number(int(whole.removeprefix('-')))}{comma}{rest}"
    return Figure(Decimal(plain.replace(",", ".")), written)


def read_year(value: str) -> int:
    """`2025`. Raises ValueError."""
    if not re.fullmatch(YEAR, value):
        raise ValueError(value)
    return int(value)


def read_period(value: str) -> Period:
    """`2023-2026`. Raises ValueError."""
    match = re.fullmatch(PERIOD, value)
    if not match or match[1] > match[2]:
        raise ValueError(value)
    return Period(int(match[1]), int(match[2]))


def read_day(value: str) -> date:
    """A day of the calendar: `2025-04-10`, `10. april 2025`, `10/4-2025`, `10. 4. 25`.

    In figures, the day comes first, or the whole year. A year of two figures is one of this
    century, and it is only certain which figures it is in the ways that Dansk Sprognævn has for it:
    `10.4.25`, `10/4-25`, `10/4 25`, `10. apr. 25`. Those of `10-04-25` can be of another day.
    Raises ValueError, and NoSuchDay where the month has no such day.
    """
    if match := re.fullmatch(YEAR_FIRST, value):
        year, month, day = match.groups()
    elif match := re.fullmatch(f"{DAY_IN_WORDS}|{DAY_IN_FIGURES}", value):
        day, month, year = filter(None, match.groups())
    else:
        raise ValueError(value)
    number = _month(month)
    century = THIS_CENTURY if len(year) == SHORT else ""
    try:
        return date(int(f"{century}{year}"), number, int(day))
    except ValueError as error:
        raise NoSuchDay(f"{century}{year}-{number:02}") from error


class NoSuchDay(ValueError):  # noqa: N818 - it is no fault of ours
    """Raised of a day that its *month*, written `2026-06`, hasn't got; *last* is its last one."""

    def __init__(self, month: str) -> None:
        self.last = danish.last_day(month)
        super().__init__(month)


def iso(day: date | None) -> str | None:
    """What JSON has for a *day*: `2025-04-10`, or None where there is none."""
    return day.isoformat() if day else None


def read_due(value: str) -> str:
    """A date that is as precise as what is known, in the one way that we write it.

    That is `2026-12-31`, `2025-07`, `ultimo 2026` or `løbende`, and in general a day, a month, or a
    year, which may have words before it. What is written in another way becomes one of them:
    `1. juli 2026`, `juli 2025`, `Q2 2026`. Raises ValueError.
    """
    if re.fullmatch(f"{VAGUE_DATE}|{MONTH}|{ALWAYS}", value):
        return value[0].lower() + value[1:]
    if match := re.fullmatch(MONTH_IN_WORDS, value):
        return f"{match[2]}-{_month(match[1]):02}"
    if match := re.fullmatch(QUARTER, value):
        return f"{match[1] or match[2]}. kvartal {match[3]}"
    return read_day(value).isoformat()


def _month(written: str) -> int:
    """The number of a month: `7`, `07`, `juli`, `jul.`"""
    if written.isdigit():
        return int(written)
    return next(n for n, name in enumerate(danish.MONTHS, 1) if name[:3] == written[:3].lower())


def read_number(value: str) -> Number:
    """The number of an initiative: `9`, `1.1`, `1a`, `A.1`. Raises ValueError."""
    if not re.fullmatch(NUMBER, value):
        raise ValueError(value)
    return int(value) if value.isdecimal() else value


def in_order(number: Number) -> tuple[tuple[bool, int, str], ...]:
    """What numbers are sorted by: 2 stands before 10, 1.2 before 1.10, 1a behind 1, A.1 last."""
    return tuple(
        (False, int(part), "") if part.isdecimal() else (True, 0, part.casefold())
        for part in re.findall(r"[0-9]+|[^0-9]+", str(number))
    )


def read_format(value: str) -> int:
    """The format of a file: one of FORMATS. Raises ValueError."""
    if value not in map(str, FORMATS):
        raise ValueError(value)
    return int(value)


def read_truth(value: str) -> bool:
    """`true` or `false`. Raises ValueError."""
    if value not in ("true", "false"):
        raise ValueError(value)
    return value == "true"


def read_required(value: str) -> str:
    """`required`. Raises ValueError."""
    if value != REQUIRED:
        raise ValueError(value)
    return value


REQUIRED = "required"
FORMATS = (1,)  # of a plan's file, that can be read; the last one is the newest
YEAR = "(?:19|20|21)[0-9]{2}"  # another one is a slip of the fingers
THIS_CENTURY, SHORT = "20", 2  # of a year of so many figures
MONTH = f"{YEAR}-(?:0[1-9]|1[0-2])"


def _initial(word: str) -> str:
    """A pattern of *word*, which may begin with a capital letter."""
    return f"[{word[0]}{word[0].upper()}]{word[1:]}"


# `2025`, `ultimo 2026`, `1. kvartal 2026`; danish.last_day has the last day of each.
_BEFORE_YEAR = (
    *("primo", "medio", "ultimo", "begyndelsen af", "midten af", "slutningen af", "i løbet af"),
    *("inden udgangen af", "ved udgangen af", "inden sommerferien"),
    *("forår(?:et)?", "sommer(?:en)?", "efterår(?:et)?", "vinter(?:en)?"),
)
VAGUE_DATE = (
    rf"(?:(?:{'|'.join(map(_initial, _BEFORE_YEAR))}|[1-4]\. kvartal|[12]\. halvår) )?{YEAR}"
)
ALWAYS = _initial("løbende")  # for what has no time of its own, and is never overdue
# The other ways in which people write a date: `juli 2026`, `Q2 2026`, `den 1. juli 2026`,
# `1 jul. 26`, `1/7-26`, `1.7.2026`, `1. 7. 2026`. Whether the month has such a day, the calendar
# knows. A name is shortened to three letters, or to the four of `febr.` and `sept.`
_FOURTH = {"februar": "r?", "september": "t?"}
_NAME = "|".join(
    rf"{_initial(name[:3])}(?:{name[3:]}|{_FOURTH.get(name, '')}\.?)" for name in danish.MONTHS
)
_DATE, _MONTH = "0?[1-9]|[12][0-9]|3[01]", "0?[1-9]|1[0-2]"
MONTH_IN_WORDS = rf"({_NAME}) ({YEAR})"
QUARTER = rf"(?:[Qq]([1-4])|([1-4])\. kvt\.) ({YEAR})"
YEAR_FIRST = rf"({YEAR})-({_MONTH})-({_DATE})"
_THE = r"(?:[Dd]en |[Dd]\. )?"
DAY_IN_WORDS = rf"{_THE}({_DATE})(?:\.(?: )?| )({_NAME}) ({YEAR}|[0-9]{{2}})"
DAY_IN_FIGURES = (
    rf"{_THE}({_DATE})(?:[/.-]|\. )({_MONTH})(?:[/.-]|\. | )({YEAR})"
    rf"|{_THE}({_DATE})(?:\.(?: )?({_MONTH})\.(?: )?|/({_MONTH})(?:-| ))([0-9]{{2}})"
)
ANY_DAY = f"{YEAR_FIRST}|{DAY_IN_WORDS}|{DAY_IN_FIGURES}"
ANY_DUE = f"{VAGUE_DATE}|{MONTH}|{ALWAYS}|{MONTH_IN_WORDS}|{QUARTER}|{ANY_DAY}"
PERIOD = f"({YEAR})[-–]({YEAR})"  # with a hyphen, or the dash that Word makes of it
# `9`, and what a plan may number its initiatives with instead: `1.1`, `1.2.3`, `1a`, `A.1`, `A1`.
NUMBER = "(?:[A-ZÆØÅ]{1,3}[.-]?)?[1-9][0-9]{0,5}(?:[.-][0-9]{1,4}){0,4}[a-zæøå]?"
# Kroner, behind an amount or before it: `kr.`, `DKK`. That there are no øre, `,00` can say, and
# `,-`, of which Word makes a dash.
_KR = r"[Dd]?[Kk]r\.?|[Kk]roner|DKK"
_BEFORE, _BEHIND = rf"(?:(?:{_KR})(?: )?)?", rf"(?:(?: )?(?:{_KR}))?"
# `2830850`, or with all its points, `2.830.850`: not 0, and no comma, which would mean øre.
KRONER = (
    rf"{_BEFORE}(?:[1-9][0-9]{{0,14}}|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,4}})"
    rf"(?:,[-–]|,00)?{_BEHIND}"
)
FIGURE = r"-?(?:0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3})(?:,[0-9]{1,6})?"
# What is written in another unit than kroner: each with how many figures that leaves out, and the
# ways in which people write it.
UNITS = {"t.kr.": 3, "mio.": 6, "mia.": 9}
UNITS_WRITTEN = {
    "t.kr.": rf"[Tt]\.?(?: )?kr\.?|tusind{_BEHIND}",
    "mio.": rf"(?:[Mm]io\.?|[Mm]ill\.?|[Mm]illion(?:er)?){_BEHIND}",
    "mia.": rf"(?:[Mm]ia\.?|[Mm]illiard(?:er)?){_BEHIND}",
}
# `500 t.kr.`, `4,5 mio.`, `0,25 mio.`, `2.500 mio.`: to the krone at most, and not 0.
_DECIMALS = "|".join(
    rf"(?:,[0-9]{{1,{places}}})?(?: )?(?:{UNITS_WRITTEN[unit]})" for unit, places in UNITS.items()
)
IN_UNITS = (
    rf"{_BEFORE}(?!0,0+[^0-9])"
    rf"(?:[1-9][0-9]{{0,5}}|[1-9][0-9]{{0,2}}\.[0-9]{{3}}|0(?=,))(?:{_DECIMALS})"
)
AMOUNT = r"([0-9][0-9.]*)(?:,([0-9]+))? ?(.*)"  # its figures, its decimals, and what is behind them
