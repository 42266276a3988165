"""What versions of a plan say → Markdown, CSV and JSON."""

import json
from typing import Annotated, TypedDict

from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import visible
from statusnote.history.model import (
    Column,
    History,
    InitiativeHistory,
    MilestoneHistory,
    Said,
)
from statusnote.history.table import (
    CANNOT_BE_READ,
    GRANTS,
    MOVED,
    Line,
    grants,
    heading,
    legend,
    lines,
    sentence,
)
from statusnote.plan.scalars import Count, InKroner, IsoDay, Number, iso
from statusnote.plan.statuses import Meaning
from statusnote.render import csv_tables, gfm, note_json
from statusnote.render.csv_tables import Cell
from statusnote.render.note_json import MilestoneJson


def as_markdown(history: History) -> str:
    """The history in GitHub Flavored Markdown, in Danish; what the data say is no markup in it."""
    versions = tuple(", ".join(heading(column)) for column in history.columns)
    head = ("Nr.", history.terms.columns[0], *versions, MOVED)
    aligns = ("---:", *("---" for _ in head[1:-1]), "---:")
    blocks = [
        "### Udvikling",
        f"**{gfm.escape(history.title)}**",
        sentence(history),
        gfm.table(aligns, [head, *map(_marked, lines(history)), _marked(grants(history))]),
        gfm.escape(legend(history)),
    ]
    return "\n\n".join(blocks) + "\n"


def _marked(line: Line) -> tuple[str, ...]:
    title = f"Milepæl: {line.title}" if line.owner else line.title
    number = "" if line.owner else line.number
    return number, title, *(cell.marked for cell in line.cells), _moves(line)


def _moves(line: Line) -> str:
    return "" if line.moves is None else str(line.moves)


def as_csv(history: History) -> str:
    """The history as CSV for Excel in Danish, as csv_tables has it: a row an initiative, and one
    for each of its milestones, which has a name in the third column.

    The last two rows have the sums of all grants in kroner, and whether they are rounded.
    """
    versions = (_name(column) for column in history.columns)
    head = ("Nr.", history.terms.columns[0], "Milepæl", *versions, MOVED)
    totals = [column.grants for column in history.columns]
    sums: list[Cell] = ["" if total is None else total.kroner for total in totals]
    rounded = ["" if total is None else "ja" if total.rounded else "nej" for total in totals]
    rows: list[tuple[Cell, ...]] = [
        head,
        *map(_row, lines(history)),
        ("", f"{GRANTS} (kr.)", "", *sums, ""),
        ("", "Afrundet", "", *rounded, ""),
    ]
    return csv_tables.written(rows).decode()


def _name(column: Column) -> str:
    name = visible(column.name)
    if column.as_of is None:
        return f"{name} ({CANNOT_BE_READ})"
    day = column.as_of.isoformat()
    return f"{day} ({name})" if column.shows_name else day


def _row(line: Line) -> tuple[Cell, ...]:
    titles = (line.owner, line.title) if line.owner else (line.title, "")
    return line.number, *titles, *(cell.text for cell in line.cells), line.moves


class UnreadableJson(TypedDict):
    """Why a version cannot be read."""

    code: Annotated[str, "the code of its first error"]
    file: Annotated[str, "what the error is reported under"]
    line: Annotated[int | None, "its line, from 1; null where the whole file is meant"]


class VersionJson(TypedDict):
    """A version of the data."""

    name: Annotated[
        str, "the short number of its commit, its tags, or the file as it was asked for"
    ]
    recorded: Annotated[IsoDay | None, "the day of its commit; null for a file"]
    as_of: Annotated[IsoDay | None, "the day it speaks for; null where it cannot be read"]
    grants: Annotated[InKroner | None, "the sum of all grants; null where it cannot be read"]
    problem: Annotated[UnreadableJson | None, "why it cannot be read; null where it can"]


class SaidJson(TypedDict):
    """What a version says of an initiative."""

    number: Annotated[Number, "its number there, a text where that is no whole number"]
    title: Annotated[str, "its title there"]
    status: Annotated[str, "its status, as it is written"]
    means: Annotated[Meaning, "what the status means, in whichever words"]
    grants: Annotated[InKroner, "the sum of its grants"]


class HistoryMilestoneJson(TypedDict):
    """A milestone, and what each version says of it."""

    what: Annotated[str, "what is promised, as the last version that has it words it"]
    moves: Annotated[Count, "how many times it was moved"]
    dates: Annotated[list[str], "when it was promised, one date after another"]
    versions: Annotated[
        list[MilestoneJson | None],
        "what each of the versions says of it; null where one says nothing",
    ]


class HistoryInitiativeJson(TypedDict):
    """An initiative, and what each version says of it."""

    number: Annotated[Number, "its number in the last version that has it"]
    title: Annotated[str, "its title in the last version that has it"]
    versions: Annotated[
        list[SaidJson | None],
        "what each of the versions says of it; null where one has not got it, or cannot be read",
    ]
    milestones: Annotated[list[HistoryMilestoneJson], "its milestones"]


class LeftOutJson(TypedDict):
    """The versions that are not among these."""

    same_day: Annotated[Count, "how many speak for the same day as a later one"]
    older: Annotated[Count, "how many older ones there are, since no more are read"]
    shallow: Annotated[bool, "whether git may have older ones that are not in this clone"]


class HistoryJson(TypedDict):
    """What several versions of the data say: what `history --format json` prints."""

    title: Annotated[str, "the plan's title, in the last version that can be read"]
    versions: Annotated[list[VersionJson], "the versions, in the order of the columns"]
    initiatives: Annotated[list[HistoryInitiativeJson], "the initiatives, by their numbers"]
    left_out: Annotated[LeftOutJson, "the versions that are not among these"]


def as_json(history: History) -> str:
    """The history as one JSON object, with the keys of HistoryJson."""
    same_day, older, shallow = history.left_out
    figures: HistoryJson = {
        "title": history.title,
        "versions": list(map(_version, history.columns)),
        "initiatives": list(map(_initiative, history.initiatives)),
        "left_out": {"same_day": same_day, "older": len(older), "shallow": shallow},
    }
    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


def _version(column: Column) -> VersionJson:
    return {
        "name": column.name,
        "recorded": iso(column.recorded),
        "as_of": iso(column.as_of),
        "grants": column.grants and column.grants.in_kroner,
        "problem": _unreadable(column.problem) if column.problem else None,
    }


def _unreadable(problem: Problem) -> UnreadableJson:
    place = problem.place
    return {"code": problem.code, "file": place.file, "line": place.line or None}


def _initiative(initiative: InitiativeHistory) -> HistoryInitiativeJson:
    return {
        "number": initiative.number,
        "title": initiative.title,
        "versions": [_said(said) if said else None for said in initiative.said],
        "milestones": list(map(_milestone, initiative.milestones)),
    }


def _said(said: Said) -> SaidJson:
    return {
        "number": said.number,
        "title": said.title,
        "status": said.status.phrase,
        "means": said.status.kind.meaning,
        "grants": said.grants.in_kroner,
    }


def _milestone(milestone: MilestoneHistory) -> HistoryMilestoneJson:
    return {
        "what": milestone.what,
        "moves": milestone.moves,
        "dates": list(milestone.dates),
        "versions": [note_json.milestone(said) if said else None for said in milestone.said],
    }
