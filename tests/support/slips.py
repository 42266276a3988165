"""The real file with one slip in it: for each kind, every place where it can be made."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from support.project import REAL

LINES = REAL.read_text("utf-8").splitlines(keepends=True)
KEY = re.compile(r"( *(?:- )?)([a-z_]+)(:[ \n])")
PAIR = re.compile(r" *(?:- )?[^\s#][^:]*:(?= \S)")
ITEM = re.compile(r" *- ")
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
    )
}
