"""What versions of a plan say → Markdown, CSV and JSON."""

import json
from datetime import date
from typing import Any

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
from statusnote.plan.model import Milestone
from statusnote.render import csv_tables, gfm
from statusnote.render.csv_tables import Cell


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


def as_json(history: History) -> str:
    """The history as one JSON object, with docs/json.md's keys; days as `2025-04-10`."""
    same_day, older, shallow = history.left_out
    figures = {
        "title": history.title,
        "versions": list(map(_version, history.columns)),
        "initiatives": list(map(_initiative, history.initiatives)),
        "left_out": {"same_day": same_day, "older": len(older), "shallow": shallow},
    }
    return json.dumps(figures, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def _version(column: Column) -> dict[str, Any]:
    problem = column.problem
    return {
        "name": column.name,
        "recorded": column.recorded,
        "as_of": column.as_of,
        "grants": column.grants and column.grants._asdict(),
        "problem": problem
        and {"code": problem.code, "file": problem.place.file, "line": problem.place.line or None},
    }


def _initiative(initiative: InitiativeHistory) -> dict[str, Any]:
    return {
        "number": initiative.number,
        "title": initiative.title,
        "versions": [said and _said(said) for said in initiative.said],
        "milestones": list(map(_milestone, initiative.milestones)),
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "number": said.number,
        "title": said.title,
        "status": said.status.phrase,
        "means": said.status.kind.meaning,
        "grants": said.grants._asdict(),
    }


def _milestone(milestone: MilestoneHistory) -> dict[str, Any]:
    return {
        "what": milestone.what,
        "moves": milestone.moves,
        "dates": milestone.dates,
        "versions": [said and _promised(said) for said in milestone.said],
    }


def _promised(said: Milestone) -> dict[str, Any]:
    return {
        "what": said.what,
        "due": said.due,
        "last_day": said.last_day,
        "met": said.met,
        "moved_from": said.moved_from,
    }
