"""The note as data, for whoever wants its figures and has never heard of statusnote."""

import json
from collections import Counter
from typing import Any

from statusnote import danish
from statusnote.note import News, NewsRow, Note, NoteSection, Promise, Row
from statusnote.reading import inline


def figures(note: Note) -> bytes:
    """The note as JSON in UTF-8, with README.md's keys.

    Beyond what is printed, it holds the day that the note speaks for and the last day of each
    milestone. Dates are as `2025-04-10`, amounts in kroner, and texts without their markup.
    """
    return f"{json.dumps(_note(note), ensure_ascii=False, indent=2)}\n".encode()


def _note(note: Note) -> dict[str, Any]:
    return {
        "title": note.title,
        "stamp": next(iter(note.stamps), None),
        "draft": note.draft,
        "as_of": note.as_of.isoformat(),
        "introduction": list(map(inline.plain, note.introduction)),
        "ministries": _ministries(note),
        "changes": list(map(_news, note.news)),
        "sections": list(map(_section, note.sections)),
        "totals": _totals(note.rows),
    }


def _ministries(note: Note) -> list[dict[str, str]]:
    used = {code for row in note.rows for code in row.ministries}
    return [
        {"code": code, "name": note.ministries[code]} for code in note.ministries if code in used
    ]


def _news(news: News) -> dict[str, Any]:
    rows = (row for table in news.tables for row in table)
    return {"sum": danish.plain(news.sum), "initiatives": list(map(_changed, rows))}


def _changed(row: NewsRow) -> dict[str, Any]:
    return {"title": row.title, "changes": list(map(danish.plain, (row.sentence, *row.more)))}


def _section(section: NoteSection) -> dict[str, Any]:
    return {"title": section.title, "initiatives": list(map(_initiative, section.rows))}


def _initiative(row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "ministries": list(row.ministries),
        "reserve_financed": row.reserve_financed,
        "status": row.status.phrase,
        "account": [inline.plain(text) for part in row.account for text in part.paragraphs],
        "grants": _grants(row),
        "milestones": list(map(_milestone, row.milestones)) if row.milestone_lists else [],
    }


def _grants(row: Row) -> list[dict[str, Any]]:
    lines = (line for part in row.account for lines in part.grant_lists for line in lines)
    return [
        {"recipient": line.recipient, "kroner": amount.kroner, "rounded": amount.rounded}
        for line, amount in zip(lines, row.grants, strict=True)
    ]


def _milestone(promise: Promise) -> dict[str, Any]:
    return {
        "what": promise.what,
        "due": promise.due,
        "last_day": promise.last_day.isoformat(),
        "met": promise.met.isoformat() if promise.met else None,
        "moved_from": list(promise.moved_from),
    }


def _totals(rows: tuple[Row, ...]) -> dict[str, Any]:
    amounts = [amount for row in rows for amount in row.grants]
    statuses = Counter(row.status.phrase for row in rows)
    return {
        "initiatives": len(rows),
        "statuses": [{"status": phrase, "count": count} for phrase, count in statuses.items()],
        "kroner": sum(amount.kroner for amount in amounts),
        "rounded": any(amount.rounded for amount in amounts),
    }
