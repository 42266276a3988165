"""What is wrong with the data, a template or an output file: where, what, and what to do."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from statusnote import danish
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.messages.reasons import Cure, Reason
from statusnote.diagnostics.severity import Severity

if TYPE_CHECKING:
    from statusnote.diagnostics.messages.message import Message, Traits

MOST_PROBLEMS = 1_000  # that are reported of one file
LONGEST_QUOTE = 80  # characters of what stands in the file, in a message
WHOLE = ("known", "detail", "input")  # that are quoted as they are


@dataclass(frozen=True, order=True)
class Place:
    """Characters in a file: those from *column* to before *end_column* of *line*, from 1.

    *written* is that line as it stands. A line of 0 means that the whole file is meant.
    """

    file: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    written: str = field(default="", compare=False)

    def __str__(self) -> str:
        """`plan.yaml:12:3`, or the file alone where the whole of it is meant."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a workbook, by its name: `SBM.xlsx, Status!D7`."""
        return not self.line and re.fullmatch(CELL, self.file) is not None


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: its *code* in the catalogue, its place, and what is put in there.

    *other* is the second place, where there are two.
    """

    code: str
    place: Place
    details: Mapping[str, object] = field(default_factory=dict)
    other: Place | None = None

    def __str__(self) -> str:
        """Where it is, and what is wrong, in Danish."""
        return f"{self.place}: {self.worded()[0]}"

    @property
    def message(self) -> "Message":
        """All that the catalogue says of the code."""
        from statusnote.diagnostics.messages.catalogue import MESSAGES  # only where one is found

        return MESSAGES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.message.severity

    @property
    def traits(self) -> "Traits":
        """What else holds of it."""
        return self.message.traits

    def worded(self, language: Language = Language.DANISH) -> tuple[str, str]:
        """What is wrong, and what to do, as sentences in *language*."""
        details = {key: _worded(key, detail, language) for key, detail in self.details.items()}
        guess = [reports.GUESS] if details.get("guess") else []
        message, *hint = (
            wording.said_in(language).format(**details)
            for wording in (self.message.what_is_wrong, *guess, self._what_to_do)
        )
        return message, " ".join(hint)

    @property
    def _what_to_do(self) -> Wording:
        in_a_cell = self.message.in_a_cell if self.place.is_cell else None
        return in_a_cell or self.message.what_to_do


def _worded(key: str, detail: object, language: Language) -> object:
    if isinstance(detail, Reason | Cure):
        return detail.value.said_in(language)
    if isinstance(detail, str) and len(detail) > LONGEST_QUOTE and key not in WHOLE:
        return f"{detail[: LONGEST_QUOTE - 1]}…"
    if isinstance(detail, int) and detail >= 10_000:
        return danish.number(detail) if language is Language.DANISH else f"{detail:,}"
    if isinstance(detail, date):
        return day_in_words(detail, language)
    return detail


def day_in_words(day: date, language: Language) -> str:
    """`31. marts 2026`, or `31 March 2026`, with ordinary spaces."""
    if language is Language.DANISH:
        return danish.plain(danish.day(day))
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def problem(code: str, file: str, line: int = 0, column: int = 0, /, **details: object) -> Problem:
    """The problem *code* at a place of one character, or with a whole *file*."""
    return Problem(code, Place(file, line, column, column + 1 if line else 0), details)


class ProblemsFound(Exception):  # noqa: N818 - it carries problems, it is not one
    """Raised where a command cannot go on. Carries all problems found so far, by their place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = by_place(problems)
        super().__init__(self.problems)  # of which pickle makes it anew

    def __str__(self) -> str:
        """A line for each of them: where it is, and what is wrong, in Danish."""
        return "\n".join(map(str, self.problems))


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """*problems* of a file, as they follow each other in it; of very many, the first ones."""
    return sorted(problems, key=_in_order)[:MOST_PROBLEMS]


def _in_order(problem: Problem) -> tuple[str, int, int, str, Place, str]:
    """What a problem is sorted by: its file, and there its place, which may be a cell by its name.

    The cells of a sheet follow each other row by row: D7 before A10 and AA7.
    """
    file, row, columns, column = problem.place.file, 0, 0, ""
    if cell := re.fullmatch(CELL, file):
        file, column, number = cell.groups()
        row, columns = int(number), len(column)
    return file, row, columns, column, problem.place, problem.code


CELL = r"(.+!)([A-Z]{1,3})([0-9]{1,7})"
