"""What `summary` and `due` show of several plans."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from statusnote import commands, deadlines, files, note, summary
from statusnote.diagnostics.problem import Problem, ProblemsFound
from statusnote.note import Note
from statusnote.portfolio.choosing import choose
from statusnote.portfolio.dues import Dues
from statusnote.portfolio.model import Member, Missing, Portfolio, unclear
from statusnote.portfolio.summaries import Summaries
from statusnote.summary import Filter

T = TypeVar("T")


class Read(NamedTuple):
    """The notes on the plans that can be read, by their files, and why the others can't be.

    With them are the warnings about the data that could be read, and the paths that have any.
    """

    notes: dict[str, Note]
    problems: list[Problem]
    missing: list[Missing]
    warnings: list[Problem]
    warned: list[str]


def read(paths: Iterable[str], command: str) -> Read:
    """The plans at *paths*, for a *command*. Raises ProblemsFound where none can be read."""
    found = Read({}, [], [], [], [])
    for path in paths:
        file = files.display_name(path)
        try:
            plan, warnings = commands.load(path, command)
        except ProblemsFound as error:
            found.problems.extend(error.problems)
            found.missing.append(Missing(file, commands.first_error(error)))
        else:
            found.notes[file] = note.derive(plan)
            found.warnings.extend(warnings)
            found.warned.extend([path] if warnings else [])
    if not found.notes:
        raise ProblemsFound(found.problems)
    return found


def summaries(
    paths: Iterable[str], ministries: Sequence[str], statuses: Sequence[str]
) -> tuple[Summaries, Read]:
    """The figures of several plans, and how these were read. Raises ProblemsFound if none was.

    Where ministries or statuses are named, they are of the initiatives that have them. Raises
    UnknownValue.
    """
    found = read(paths, "summary")
    filters = choose([*found.notes.values()], ministries, statuses)
    shown = _portfolio(found, filters, summary.summarize, chosen=bool(ministries or statuses))
    return shown, found


def dues(
    paths: Iterable[str], as_of: date, within: int, ministries: Sequence[str]
) -> tuple[Dues, Read]:
    """How the milestones of several plans stand on a day, and how these were read.

    As commands.due and summaries.
    """
    found = read(paths, "due")
    filters = choose([*found.notes.values()], ministries, ())

    def on(one: Note, chosen: Filter) -> deadlines.Deadlines:
        return deadlines.on(one, chosen, as_of, within)

    shown = _portfolio(found, filters, on, chosen=bool(ministries))
    return Dues(as_of, within, shown), found


def _portfolio(
    found: Read,
    filters: Iterable[Filter | None],
    shown: Callable[[Note, Filter], T],
    *,
    chosen: bool,
) -> Portfolio[T]:
    """What is *shown* of the plans in which *filters* let anything through, or of all."""
    members = tuple(
        Member(file, shown(one, each))
        for (file, one), each in zip(found.notes.items(), filters, strict=True)
        if each and (not chosen or _lets_through(one, each))
    )
    names = ((file, one.ministries) for file, one in found.notes.items())
    return Portfolio((*found.notes.values(),), members, chosen, (*found.missing,), unclear(names))


def _lets_through(one: Note, each: Filter) -> bool:
    return any(each.shows(row, 0) for row in one.rows)
