"""What is wrong with the data, a template or an output file: where, what, and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statusnote.diagnostics.catalogue import CATALOGUE, GUESS, PHRASES, Language, Phrase

MOST_PROBLEMS = 1_000  # that are reported of one file
LONGEST_QUOTE = 80  # characters of what stands in the file, in a message
WHOLE = ("known", "detail", "input")  # that are quoted as they are


class Severity(StrEnum):
    """How much a problem weighs: an error stops the note, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


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


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: its *code* in the catalogue, its place, and what is put in there.

    *other* is the second place, where there are two.
    """

    code: str
    place: Place
    details: Mapping[str, object] = field(default_factory=dict)
    other: Place | None = None

    @property
    def severity(self) -> Severity:
        """What the first letter of the code says."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    def worded(self, language: Language = Language.DANISH) -> tuple[str, str]:
        """What is wrong, and what to do (which may be nothing), as sentences in *language*."""
        details = {key: _worded(key, each, language) for key, each in self.details.items()}
        message, hint = (text.format(**details) for text in CATALOGUE[self.code][language])
        guess = GUESS[language].format(**details) if details.get("guess") else ""
        return message, f"{guess} {hint}".strip()


def _worded(key: str, detail: object, language: Language) -> object:
    if isinstance(detail, Phrase):
        return PHRASES[detail][language]
    if isinstance(detail, str) and len(detail) > LONGEST_QUOTE and key not in WHOLE:
        return f"{detail[: LONGEST_QUOTE - 1]}…"
    if isinstance(detail, int) and detail >= 10_000:
        return f"{detail:,}".replace(",", "." if language is Language.DANISH else ",")
    return detail


def problem(code: str, file: str, line: int = 0, column: int = 0, /, **details: object) -> Problem:
    """The problem *code* at a place of one character, or with a whole *file*."""
    return Problem(code, Place(file, line, column, column + 1 if line else 0), details)


class ProblemsFound(Exception):  # noqa: N818 - it carries problems, it is not one
    """Raised where a command cannot go on. Carries all problems found so far, by their place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = by_place(problems)
        super().__init__("\n".join(problem.worded()[0] for problem in self.problems))


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """*problems* of a file, as they follow each other in it; of very many, the first ones."""
    return sorted(problems, key=lambda each: (each.place, each.code))[:MOST_PROBLEMS]
