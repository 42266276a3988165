"""The real file with one slip in it: for each kind, every place where it can be made.

Beside them stands what people type otherwise, and is no slip, since it is understood.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from support.project import REAL

LINES = REAL.read_text("utf-8").splitlines(keepends=True)
KEY = re.compile(r"( *(?:- )?)([a-z_]+)(:[ \n])")
PAIR = re.compile(r" *(?:- )?[^\s#][^:]*:(?= \S)")
ITEM = re.compile(r" *- ")
AMOUNT = re.compile(r"( {14}- [^:]+): ([\d.,]+(?: mio\.)?)\n")
FIXED = re.compile(r"( *(?:- )?(?:number|status|as_of|period|reserve_financed): )(.+)\n")
DAY = re.compile(r"(\d{4})-0?(\d+)-0?(\d+)$")
BEGINNING = re.compile(r"\s*(?:$|#|- |[^:]*:\s)")


class Slip(NamedTuple):
    """What a line was changed to, its number, and the number of the next line that is left."""

    line: int
    written: str
    following: int

    @property
    def text(self) -> str:
        """All of the file."""
        return "".join([*LINES[: self.line - 1], self.written, *LINES[self.following - 1 :]])


def _each(change: Callable[[str], Iterator[str]]) -> Iterator[Slip]:
    """*change* on each line; where it removes a value, all of its lines are removed."""
    for number, line in enumerate(LINES, start=1):
        for written in change(line):
            removed = change in (_value_missing, _item_missing)
            yield Slip(number, written, _next(number) if removed else number + 1)


def _next(number: int) -> int:
    """The number of the next line that does not continue the text of this one."""
    following = enumerate(LINES[number:], start=number + 1)
    return next((each for each, line in following if BEGINNING.match(line)), len(LINES) + 1)


def _key_misspelt(line: str) -> Iterator[str]:
    if found := KEY.match(line):
        key, middle = found[2], len(found[2]) // 2
        swapped = key[: middle - 1] + key[middle] + key[middle - 1] + key[middle + 1 :]
        for slip in (key[:middle] + key[middle + 1 :], key[:middle] + key[middle - 1 :], swapped):
            if slip != key:
                yield f"{found[1]}{slip}{line[found.end(2) :]}"


def _value_missing(line: str) -> Iterator[str]:
    if found := PAIR.match(line):
        yield f"{found[0]}\n"


def _item_missing(line: str) -> Iterator[str]:
    if (found := ITEM.match(line)) and not PAIR.match(line) and not line.endswith(":\n"):
        yield f"{found[0].rstrip()}\n"


def _dash_without_space(line: str) -> Iterator[str]:
    if ITEM.match(line):
        yield line.replace("- ", "-", 1)


def _colon_without_space(line: str) -> Iterator[str]:
    if found := PAIR.match(line):
        yield f"{found[0]}{line[found.end() + 1 :]}"


def _colon_missing(line: str) -> Iterator[str]:
    if found := PAIR.match(line):
        yield f"{found[0][:-1]}{line[found.end() :]}"


def _quote_unclosed(line: str) -> Iterator[str]:
    if found := re.match(r" *(?:- )?(?:[a-z_]+: )?(?=[^\s#\[])", line):
        for quote in "\"'":
            yield f"{found[0]}{quote}{line[found.end() :]}"


def _bracket_unclosed(line: str) -> Iterator[str]:
    if re.search(r": \[.*\]$", line):
        yield line.replace("]", "")


def _tab(line: str) -> Iterator[str]:
    if line.startswith("  "):
        yield f"\t{line.lstrip(' ')}"
        yield f"{line[: -len(line.lstrip(' '))][:-2]}\t{line.lstrip(' ')}"


def _colon_of_full_width(line: str) -> Iterator[str]:
    if found := PAIR.match(line):
        yield f"{found[0][:-1]}\uff1a{line[found.end() + 1 :]}"
        yield f"{found[0][:-1]}\uff1a{line[found.end() :]}"


def _colon_before_no_break_space(line: str) -> Iterator[str]:
    if found := PAIR.match(line):
        yield f"{found[0]}\xa0{line[found.end() + 1 :]}"


def _dash_before_no_break_space(line: str) -> Iterator[str]:
    if ITEM.match(line):
        yield line.replace("- ", "-\xa0", 1)


def _indented_by_no_break_space(line: str) -> Iterator[str]:
    if line.startswith("  "):
        yield f"\xa0{line[1:]}"
        yield "\xa0" * (len(line) - len(line.lstrip(" "))) + line.lstrip(" ")


def _bullet_of_word(line: str) -> Iterator[str]:
    if ITEM.match(line):
        for bullet in "•–▪":
            yield line.replace("-", bullet, 1)
            yield line.replace("- ", f"{bullet}\t", 1)


def _amount_of_another_form(line: str) -> Iterator[str]:
    if found := AMOUNT.match(line):
        for amount in (
            "4.5 mio.",
            "3,5 MIO.",
            "3,5 m.",
            "3 500 000",
            "3.500.000,50",
            "EUR 5",
        ):
            yield f"{found[1]}: {amount}\n"


def _row_of_excel(line: str) -> Iterator[str]:
    if found := AMOUNT.match(line):
        recipient = found[1].lstrip(" -")
        yield f"{recipient}\t{found[2]}\n"
        yield f"{found[1]}\t{found[2]}\n"
        yield f"{found[1]}\t{found[2]}\tkr.\n"


def _quotes_of_word(line: str) -> Iterator[str]:
    if found := FIXED.match(line):
        for opening, closing in ("“”", "””", "»«", "„“", "‘’"):
            yield f"{found[1]}{opening}{found[2]}{closing}\n"


SLIPS = {
    change.__name__.strip("_"): list(_each(change))
    for change in (
        _key_misspelt,
        _value_missing,
        _item_missing,
        _dash_without_space,
        _colon_without_space,
        _colon_missing,
        _quote_unclosed,
        _bracket_unclosed,
        _tab,
        _colon_of_full_width,
        _colon_before_no_break_space,
        _dash_before_no_break_space,
        _indented_by_no_break_space,
        _bullet_of_word,
        _amount_of_another_form,
        _row_of_excel,
        _quotes_of_word,
    )
}


def _letters_and_accents_apart(line: str) -> Iterator[str]:
    if (apart := unicodedata.normalize("NFD", line)) != line:
        yield apart


def _no_break_spaces_in_a_value(line: str) -> Iterator[str]:
    if (found := FIXED.match(line)) and " " in found[2]:
        yield f"{found[1]}{found[2].replace(' ', chr(0xA0))}\n"
    if (found := AMOUNT.match(line)) and " " in found[2]:
        yield f"{found[1]}: {found[2].replace(' ', chr(0xA0))}\n"


def _amount_with_kroner(line: str) -> Iterator[str]:
    if found := AMOUNT.match(line):
        forms = ("kr. {}", "{} kr", "DKK {}", "{} kroner", "{}kr.")
        yield from (f"{found[1]}: {form.format(found[2])}\n" for form in forms)
        if "mio." in found[2]:
            yield f"{found[1]}: {found[2].removesuffix('.')}\n"


def _day_of_another_form(line: str) -> Iterator[str]:
    if found := DAY.search(line.rstrip()):
        year, month, day = found.groups()
        short = year[2:]
        for written in (
            *(f"{day}/{month}-{year}", f"{day}.{month}.{year}", f"{day}/{month} {year}"),
            *(f"{day}/{month}-{short}", f"{day}.{month}.{short}", f"{year}-{month}-{day}"),
        ):
            yield f"{line[: found.start()]}{written}\n"


OTHER_FORMS = {
    change.__name__.strip("_"): list(_each(change))
    for change in (
        _letters_and_accents_apart,
        _no_break_spaces_in_a_value,
        _amount_with_kroner,
        _day_of_another_form,
    )
}
