"""What is new in a row → the edits of what it is about; what says the same in other words is none.

Whether a value is one of the data's is not looked at here: it is read again where it is put in.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from statusnote.answers import accounts, questions
from statusnote.answers.answered_cells import Answered
from statusnote.answers.edits import Edit, NewBlock, Of
from statusnote.answers.questions import DROPPED
from statusnote.diagnostics.problem import Place, Problem
from statusnote.plan.model import Block, Indicator, Initiative, Plan
from statusnote.plan.scalars import Amount, Number, read_amount, read_day, read_due, read_figure
from statusnote.plan.statuses import Status, Statuses

Found = Iterator[Edit | Problem]


@dataclass(frozen=True)
class Context:
    """The *statuses* of a plan, its *initiatives* by number, and those *by_text* that are answered.

    These go by their numbers as a cell has them.
    """

    statuses: Statuses
    initiatives: dict[Number, Initiative]
    by_text: dict[str, Initiative]

    @classmethod
    def of(cls, plan: Plan, answered: list[Number]) -> "Context":
        """What is to be known of *plan* where the initiatives of these numbers are *answered*."""
        every = (each for section in plan.all_sections for each in section.initiatives)
        initiatives = {each.number: each for each in every}
        by_text = {str(number): initiatives[number] for number in answered}
        return cls(plan.known_statuses, initiatives, by_text)


def _of_initiative(found: Answered, context: Context) -> Found:
    initiative = context.initiatives[found.row.number]
    yield from _status(Of.STATUS, found, initiative.status, context)
    if "account" in found.texts:
        yield from _account(found, initiative.account)


def _of_part(found: Answered, context: Context) -> Found:
    part = context.initiatives[found.row.number].parts[found.row.index or 0]
    yield from _status(Of.PART, found, part.status, context)


def _status(of: Of, found: Answered, before: Status, context: Context) -> Found:
    if "status" in found.texts:
        phrase = _phrase(found.texts["status"], context.statuses)
        if _read(context.statuses.read, phrase) != before:
            yield _edit(of, found, {"status": phrase})


def _phrase(text: str, statuses: Statuses) -> str:
    """The status that *text* is, with a full stop or other capitals; *text*, where it is none."""
    plain = text.removesuffix(".")
    for written in (text, plain, plain[:1].lower() + plain[1:], plain.lower(), plain.capitalize()):
        with suppress(ValueError):
            statuses.read(written)
            return written
    return text


def _account(found: Answered, before: tuple[Block, ...]) -> Found:
    """The edit of an account, in which each list of grants still stands once."""
    parts = accounts.read(found.texts["account"], before)
    cell = found.cells["account"]
    lost = [
        marker
        for index, marker in enumerate(accounts.chunks(before))
        if before[index].grants and index not in parts
    ]
    paragraphs = [part.texts[0] for part in parts if isinstance(part, NewBlock) and not part.key]
    strange = list(filter(accounts.is_marker, paragraphs))
    for code, markers in {"E936": lost, "E937": strange}.items():
        yield from (Problem(code, Place(cell.place), {"marker": each}) for each in markers)
    if not (lost or strange) and parts != tuple(range(len(before))):
        yield Edit(found.row.number, Of.ACCOUNT, None, cells={"": cell}, account=parts)


def _of_milestone(found: Answered, context: Context) -> Found:
    milestone = context.initiatives[found.row.number].milestones[found.row.index or 0]
    for key, also in (("met", "moved_to"), ("moved_to", "met")):
        if _is_dropped(found, key):
            yield from _dropped(Of.MILESTONE, found, key, also)
            return
    values = {}
    if "met" in found.texts and _read(read_day, found.texts["met"]) != (milestone.met or ""):
        values["met"] = found.texts["met"]
    if "moved_to" in found.texts and _read(read_due, found.texts["moved_to"]) != milestone.due:
        values["due"] = found.texts["moved_to"]
    if values:
        edit = _edit(Of.MILESTONE, found, values)
        columns = {"met": "met", "due": "moved_to"}
        yield replace(edit, cells={key: found.cells[columns[key]] for key in values})


def _of_grant(found: Answered, context: Context) -> Found:
    account = context.initiatives[found.row.number].account
    grant = [each for block in account for each in block.grants][found.row.index or 0]
    if _is_dropped(found, "amount"):
        yield from _dropped(Of.GRANT, found, "amount")
    elif "amount" in found.texts and not _is_said(found.texts["amount"], grant.amount):
        yield _edit(Of.GRANT, found, {"amount": found.texts["amount"]})


def _is_said(text: str, amount: Amount) -> bool:
    """Whether *amount* says what *text* does: 4.500.000 says 4,5 mio., but not in return."""
    answered = _read(read_amount, text)
    return isinstance(answered, Amount) and amount.says(answered)


def _of_indicator(found: Answered, context: Context) -> Found:
    """Both the figure and its time are told: a new figure with the time of the old one is wrong."""
    indicator = context.initiatives[found.row.number].indicators[found.row.index or 0]
    given = [key for key in FIGURE_AND_TIME if key in found.texts]
    if len(given) == 1:
        (missing,) = FIGURE_AND_TIME - {*given}
        if missing not in found.unclear and missing in found.cells:
            here, beside = (questions.INDICATORS.column(key).heading for key in (missing, *given))
            place = Place(found.cells[missing].place)
            yield Problem("E939", place, {"heading": here, "other": beside})
    elif given:
        latest = _without_unit(found.texts["latest"], indicator)
        values = {"latest": latest, "measured": found.texts["measured"]}
        read = _read(read_figure, latest), _read(read_due, values["measured"])
        if read != (indicator.latest, indicator.measured):
            yield _edit(Of.INDICATOR, found, values)


FIGURE_AND_TIME = {"latest", "measured"}
PERCENT = ("pct.", "procent", "%")


def _without_unit(text: str, indicator: Indicator) -> str:
    """A figure without its own unit behind it, of which `%` is one where it is `pct.`"""
    unit = indicator.unit or ""
    for written in PERCENT if unit in PERCENT else filter(None, (unit,)):
        if text.endswith(written):
            return text.removesuffix(written).strip()
    return text


def _of_nothing(found: Answered, context: Context) -> Found:
    yield from ()


# What a row of each sheet edits, by the name of the sheet.
EDITS_OF: dict[str, Callable[[Answered, Context], Found]] = {
    questions.STATUS.name: _of_initiative,
    questions.PARTS.name: _of_part,
    questions.MILESTONES.name: _of_milestone,
    questions.GRANTS.name: _of_grant,
    questions.INDICATORS.name: _of_indicator,
    questions.READING.name: _of_nothing,
}


def _edit(of: Of, found: Answered, values: dict[str, str]) -> Edit:
    """The edit of what a row is about, with the cells of those *values* that have their column."""
    cells = {key: found.cells[key] for key in values if key in found.cells}
    return Edit(found.row.number, of, found.row.index, values, cells)


def _is_dropped(found: Answered, key: str) -> bool:
    return found.texts.get(key, "").casefold().rstrip(".") == DROPPED


def _dropped(of: Of, found: Answered, key: str, also: str = "") -> Found:
    """The edit of what is no more, of which nothing else can be said as well."""
    if also in found.texts and not _is_dropped(found, also):
        place, other = (Place(found.cells[each].place) for each in (also, key))
        yield Problem("E938", place, {"written": found.texts[also]}, other)
    else:
        cells = {"": found.cells[key]}
        yield Edit(found.row.number, of, found.row.index, cells=cells, dropped=True)


def _read(read: Callable[[str], object], text: str) -> object:
    """What *text* says, or the text itself where it says nothing of the kind."""
    try:
        return read(text)
    except ValueError:
        return text
