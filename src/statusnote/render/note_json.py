"""The note as data, for whoever wants its figures and has never heard of statusnote."""

import json
from typing import TYPE_CHECKING, Annotated, TypedDict

from statusnote import danish
from statusnote.note import (
    HEAD_LABELS,
    MarkCount,
    News,
    NewsRow,
    Note,
    NoteSection,
    Row,
    StatusCount,
)
from statusnote.plan.model import Indicator, Milestone, Part
from statusnote.plan.scalars import Amount, Count, Figure, InKroner, IsoDay, Number, iso
from statusnote.plan.statuses import Meaning
from statusnote.reading import inline

if TYPE_CHECKING:
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates


class MinistryJson(TypedDict):
    """Who is responsible for an initiative, or takes part in one."""

    code: Annotated[str, "its code: `SBM`"]
    name: Annotated[str, "its name"]


class ChangedJson(TypedDict):
    """An initiative in which something has changed."""

    title: Annotated[str, "its title"]
    changes: Annotated[list[str], "what has changed in it, in sentences"]


class NewsJson(TypedDict):
    """What has changed since an older version of the data."""

    sum: Annotated[str, "all of it in one sentence"]
    initiatives: Annotated[list[ChangedJson], "the initiatives in which something has changed"]


class GrantJson(InKroner):
    """Money that is given to somebody."""

    recipient: Annotated[str, "whom it is given to"]


class PartJson(TypedDict):
    """A part of an initiative that has a status of its own."""

    number: Annotated[Number | None, "its number, a text where that is no whole number; or null"]
    title: Annotated[str, "its title"]
    status: Annotated[str, "its status, as it is written"]
    means: Annotated[Meaning, "what the status means, in whichever words"]


class BudgetJson(InKroner):
    """What is set aside for a year."""

    year: Annotated[int, "the year"]


class IndicatorJson(TypedDict):
    """What is measured, to see whether an initiative has its effect."""

    name: Annotated[str, "what is measured"]
    unit: Annotated[str | None, "what it is measured in; or null"]
    baseline: Annotated[float | None, "what it was when the plan began; or null"]
    target: Annotated[float | None, "what is aimed at; or null"]
    latest: Annotated[float | None, "what was measured last; null where nothing was"]
    measured: Annotated[str | None, "when that was measured, as vague as it was written; or null"]
    progress: Annotated[
        int | None,
        "how much of the way from the baseline to the target is done, in percent; null where that "
        "can't be said",
    ]


class MilestoneJson(TypedDict):
    """Something promised by a date."""

    what: Annotated[str, "what is promised"]
    due: Annotated[str, "when it is promised, as vague as it was written: `ultimo 2026`, `2026-07`"]
    last_day: Annotated[IsoDay | None, "the last day that it can mean; null for `løbende`"]
    met: Annotated[IsoDay | None, "the day on which it was met; null where it is open"]
    moved_from: Annotated[list[str], "when it was promised before, if it was moved"]


class InitiativeJson(TypedDict):
    """An initiative: a row of the note."""

    number: Annotated[Number, "its number, a text where that is no whole number"]
    title: Annotated[str, "its title"]
    ministries: Annotated[list[str], "the codes of those who are responsible"]
    participants: Annotated[list[str], "the codes of those who take part, but are not responsible"]
    reserve_financed: Annotated[bool, "whether it is financed of the reserve"]
    marks: Annotated[list[str], "its marks, `*` among them where it is financed of the reserve"]
    status: Annotated[str, "its status as it is written: `afsluttes i 2025`"]
    means: Annotated[Meaning, "what the status means, in whichever words"]
    account: Annotated[
        list[str], "its paragraphs and items, these with `• ` or their number before them"
    ]
    grants: Annotated[list[GrantJson], "its grants, of all lists in its account"]
    parts: Annotated[list[PartJson], "its parts"]
    budget: Annotated[list[BudgetJson], "what is set aside for it, year by year"]
    indicators: Annotated[list[IndicatorJson], "what is measured of it"]
    milestones: Annotated[list[MilestoneJson], "what is promised; none unless they are printed"]
    more: Annotated[dict[str, str], "what the plan has of its own about it, as it stands there"]


class SectionJson(TypedDict):
    """A section of the note."""

    title: Annotated[str | None, "its title; null in a plan without sections"]
    initiatives: Annotated[list[InitiativeJson], "its initiatives"]


class TotalsJson(TypedDict):
    """What is counted and summed of all initiatives."""

    initiatives: Annotated[Count, "how many there are"]
    statuses: Annotated[list[StatusCount], "how many have which status"]
    kroner: Annotated[Count, "the sum of their grants, in whole kroner"]
    rounded: Annotated[bool, "whether one of their grants leaves kroner out, as `4,5 mio.` does"]
    budget: Annotated[InKroner, "the sum of their budgets"]
    marks: Annotated[list[MarkCount], "how many have which mark"]


class NoteJson(TypedDict):
    """What the note says: `render --format json` prints it, and the PDF carries it."""

    title: Annotated[str, "the note's title"]
    stamp: Annotated[str | None, "what is stamped on it, as `Offentligt`; or null"]
    draft: Annotated[bool, "whether it is a draft"]
    head: Annotated[
        dict[str, str],
        ("propertyNames", {"enum": [*HEAD_LABELS]}),
        "what stands above the title, as far as it is given, by its key in the data",
    ]
    as_of: Annotated[IsoDay, "the day that the note speaks for"]
    introduction: Annotated[list[str], "its paragraphs"]
    ministries: Annotated[list[MinistryJson], "those that have an initiative, or take part in one"]
    changes: Annotated[list[NewsJson], ("maxItems", 1), "with `--since`, what has changed"]
    sections: Annotated[list[SectionJson], "its sections, one without a title where there are none"]
    totals: Annotated[TotalsJson, "what is counted and summed of all initiatives"]
    more: Annotated[dict[str, str], "what the plan has of its own, as it stands in the data"]


def render(
    note: Note, templates: "Templates | None" = None, sources: "Sources | None" = None
) -> bytes:
    """As as_json: a form of its own."""
    return as_json(note)


def as_json(note: Note) -> bytes:
    """The note as JSON in UTF-8.

    Beyond what is printed, it holds the day that the note speaks for and the last day of each
    milestone. Dates are as `2025-04-10`, amounts in kroner, and texts without their markup.
    """
    return f"{json.dumps(_note(note), ensure_ascii=False, indent=2)}\n".encode()


def _note(note: Note) -> NoteJson:
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


def _ministries(note: Note) -> list[MinistryJson]:
    used = {code for row in note.rows for code in row.parties}
    return [
        {"code": code, "name": note.ministries[code]} for code in note.ministries if code in used
    ]


def _news(news: News) -> NewsJson:
    rows = (row for table in news.tables for row in table)
    return {"sum": danish.plain(news.sum), "initiatives": list(map(_changed, rows))}


def _changed(row: NewsRow) -> ChangedJson:
    return {"title": row.title, "changes": list(map(danish.plain, (row.sentence, *row.more)))}


def _section(section: NoteSection, note: Note) -> SectionJson:
    rows = (_initiative(row, note.prints_milestones) for row in section.rows)
    return {"title": section.title or None, "initiatives": list(rows)}


def _initiative(row: Row, prints_milestones: bool) -> InitiativeJson:
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
        "milestones": list(map(milestone, row.milestones)) if prints_milestones else [],
        "more": row.more,
    }


def _grants(row: Row) -> list[GrantJson]:
    return [
        {"recipient": line.recipient, "kroner": amount.kroner, "rounded": amount.rounded}
        for line, amount in zip(row.grant_lines, row.grants, strict=True)
    ]


def _part(part: Part) -> PartJson:
    means = part.status.kind.meaning
    return {
        "number": part.number,
        "title": part.title,
        "status": part.status.phrase,
        "means": means,
    }


def _budget(year: int, amount: Amount) -> BudgetJson:
    return {"year": year, "kroner": amount.kroner, "rounded": amount.rounded}


def _indicator(indicator: Indicator) -> IndicatorJson:
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "baseline": _number(indicator.baseline),
        "target": _number(indicator.target),
        "latest": _number(indicator.latest),
        "measured": indicator.measured,
        "progress": indicator.progress,
    }


def _number(figure: Figure | None) -> float | None:
    """The value of a *figure*, as a whole number where it is one."""
    if figure is None:
        return None
    return int(figure.value) if figure.value == int(figure.value) else float(figure.value)


def milestone(milestone: Milestone) -> MilestoneJson:
    """What JSON has for a *milestone*."""
    return {
        "what": milestone.what,
        "due": milestone.due,
        "last_day": iso(milestone.last_day),
        "met": iso(milestone.met),
        "moved_from": list(milestone.moved_from),
    }


def _totals(note: Note) -> TotalsJson:
    totals = note.totals(note.rows)
    return {
        "initiatives": totals.initiatives,
        "statuses": totals.status_counts,
        **totals.grants.in_kroner,
        "budget": totals.budget.in_kroner,
        "marks": note.mark_counts(totals),
    }
