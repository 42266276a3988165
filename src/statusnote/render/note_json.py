"""The note as data, for whoever wants its figures and has never heard of statusnote."""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from statusnote import danish
from statusnote.note import News, NewsRow, Note, NoteSection, Row
from statusnote.plan.model import Indicator, Milestone, Part
from statusnote.plan.scalars import Amount
from statusnote.reading import inline

if TYPE_CHECKING:
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates


def render(
    note: Note, templates: "Templates | None" = None, sources: "Sources | None" = None
) -> bytes:
    """As as_json: a form of its own."""
    return as_json(note)


def as_json(note: Note) -> bytes:
    """The note as JSON in UTF-8, with docs/json.md's keys.

    Beyond what is printed, it holds the day that the note speaks for and the last day of each
    milestone. Dates are as `2025-04-10`, amounts in kroner, and texts without their markup.
    """
    return f"{json.dumps(_note(note), ensure_ascii=False, indent=2)}\n".encode()


def _note(note: Note) -> dict[str, Any]:
    return {
        "title": note.title,
        "stamp": next(iter(note.stamps), None),
        "draft": note.draft,
        "head": {line.key: danish.plain(line.text) for line in note.head},
        "as_of": note.as_of.isoformat(),
        "introduction": list(map(inline.plain, note.introduction)),
        "ministries": _ministries(note),
        "changes": list(map(_news, note.news)),
        "sections": [_section(section, note) for section in note.sections],
        "totals": _totals(note),
        "more": note.more,
    }


def _ministries(note: Note) -> list[dict[str, str]]:
    used = {code for row in note.rows for code in row.parties}
    return [
        {"code": code, "name": note.ministries[code]} for code in note.ministries if code in used
    ]


def _news(news: News) -> dict[str, Any]:
    rows = (row for table in news.tables for row in table)
    return {"sum": danish.plain(news.sum), "initiatives": list(map(_changed, rows))}


def _changed(row: NewsRow) -> dict[str, Any]:
    return {"title": row.title, "changes": list(map(danish.plain, (row.sentence, *row.more)))}


def _section(section: NoteSection, note: Note) -> dict[str, Any]:
    rows = (_initiative(row, note.prints_milestones) for row in section.rows)
    return {"title": section.title or None, "initiatives": list(rows)}


def _initiative(row: Row, prints_milestones: bool) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "ministries": list(row.ministries),
        "participants": list(row.participants),
        "reserve_financed": row.reserve_financed,
        "marks": list(row.signs),
        "status": row.status.phrase,
        "means": row.status.kind.meaning,
        "account": [text for part in row.account for text in part.texts],
        "grants": _grants(row),
        "parts": list(map(_part, row.parts)),
        "budget": [_budget(year, amount) for year, amount in sorted(row.budget.items())],
        "indicators": list(map(_indicator, row.indicators)),
        "milestones": list(map(_milestone, row.milestones)) if prints_milestones else [],
        "more": row.more,
    }


def _grants(row: Row) -> list[dict[str, Any]]:
    return [
        {"recipient": line.recipient, "kroner": amount.kroner, "rounded": amount.rounded}
        for line, amount in zip(row.grant_lines, row.grants, strict=True)
    ]


def _part(part: Part) -> dict[str, Any]:
    means = part.status.kind.meaning
    return {
        "number": part.number,
        "title": part.title,
        "status": part.status.phrase,
        "means": means,
    }


def _budget(year: int, amount: Amount) -> dict[str, Any]:
    return {"year": year, "kroner": amount.kroner, "rounded": amount.rounded}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    figures = {key: getattr(indicator, key) for key in ("baseline", "target", "latest")}
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        **{key: figure and _number(figure.value) for key, figure in figures.items()},
        "measured": indicator.measured,
        "progress": indicator.progress,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "what": milestone.what,
        "due": milestone.due,
        "last_day": milestone.last_day and milestone.last_day.isoformat(),
        "met": milestone.met.isoformat() if milestone.met else None,
        "moved_from": list(milestone.moved_from),
    }


def _totals(note: Note) -> dict[str, Any]:
    totals = note.totals(note.rows)
    return {
        "initiatives": totals.initiatives,
        "statuses": [
            {"status": status.phrase, "means": status.kind.meaning, "count": count}
            for status, count in totals.statuses.items()
        ],
        **totals.grants._asdict(),
        "budget": totals.budget._asdict(),
        "marks": [
            {"mark": sign, "means": note.signs[sign], "count": count}
            for sign, count in totals.signs.items()
        ],
    }
