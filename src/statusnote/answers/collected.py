"""What came back from the parties, and what it makes of the data."""

from dataclasses import dataclass
from datetime import date

from statusnote.answers.merging import Conflict
from statusnote.changes.model import Changes, Ministry
from statusnote.diagnostics.problem import Problem


@dataclass(frozen=True)
class Returned:
    """What a *party* has answered in these *files*, and the *changes* that this makes.

    Where one of them answers an older round, *asked* is the day that those data spoke for. Where
    there are several, *in_some_only* are the places of what not all of them answer.
    """

    party: Ministry
    files: tuple[str, ...]
    changes: Changes
    asked: date | None = None
    in_some_only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Collected:
    """What came back, by party, in the plan's order; who is *waited for*; and what conflicts.

    *changes* are those of all of them together, and *content* is what the file holds with them.
    *already* is how much of what was answered the data said before. *warnings* are about the
    workbooks, and *known* those about the data as they were.
    """

    returned: tuple[Returned, ...]
    waited_for: tuple[Ministry, ...]
    conflicts: tuple[Conflict, ...]
    already: int
    changes: Changes
    content: bytes
    warnings: tuple[Problem, ...]
    known: tuple[Problem, ...]
