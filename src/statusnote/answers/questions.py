"""What a party is asked about a plan, as the sheets of its workbook: both ends go by these."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from statusnote import danish
from statusnote.answers import accounts
from statusnote.plan.model import Indicator, Initiative, Milestone, Plan
from statusnote.plan.scalars import Number
from statusnote.plan.statuses import Statuses, Takes

OVERDUE = "✗ Fristen er overskredet: Hvad blev der af det?"
DROPPED = "udgår"  # what is written behind a promise or a grant that is no more
NEW_ROWS = 10  # empty ones, below the others of a sheet in which something new can be written
INSTRUCTIONS = "Læs først"  # the first sheet, which says what to do
RECORD = "statusnote"  # the last one, hidden, which says what the workbook was made of
FORMAT = "1"  # of a workbook


class Recorded(StrEnum):
    """What RECORD holds: each row has one of these in its first cell, and its value in the second.

    The first ones are there once, the DEADLINE only where there is one. The others are what can be
    chosen in a cell, and stand in a row each.
    """

    FORMAT = "format"  # FORMAT
    DATA = "data"  # the SHA-256 of the data file's bytes, in hex
    PARTY = "party"  # its code
    TITLE = "title"  # the plan's
    AS_OF = "as_of"  # the plan's, as 2026-12-31
    DEADLINE = "deadline"  # of the answer, as 2026-12-31
    STATUS = "status"
    NUMBER = "number"


class Ask(StrEnum):
    """What a column is for."""

    READ = "read"  # it is shown, and locked
    FILLED = "filled"  # it holds what the plan says now, and is written over
    EMPTY = "empty"  # it is empty, which means that nothing has changed


# What stands above the heading of a column, so that not its colour alone says what it is for.
ABOVE = {Ask.READ: "Låst", Ask.FILLED: "Ret her", Ask.EMPTY: "Skriv her"}
ABOVE_NEW = "Låst; nyt nederst"  # where what is read is written in a row for something new


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its *key*, its *heading*, and what it is for.

    Its *width* is in characters. In a row for something new, all that is *wanted* is to be written.
    """

    key: str
    heading: str
    ask: Ask = Ask.READ
    width: int = 12
    wanted: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, what it says of itself, and its columns.

    Its first row says the caption, the second one what each column is for, as `above` has it, and
    the third one has the headings, above the first row of its table. The table has ID as its
    first column, which is hidden. Something new can be written into the sheets that *take_new*, in
    NEW_ROWS empty rows below the others, in the columns where it is *wanted*.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    takes_new: bool = False

    def above(self, column: Column) -> str:
        """What stands above the heading of a *column*."""
        is_for_new = self.takes_new and column.wanted and column.ask is Ask.READ
        return ABOVE_NEW if is_for_new else ABOVE[column.ask]

    def column(self, key: str) -> Column:
        """The column of this *key*."""
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True)
class Row:
    """A row that a party is asked about.

    It stands for the initiative of this *number*, and in most sheets for the one of its parts,
    milestones, grants (of all lists) or indicators that has this *index*, from 0. *texts* are those
    of its cells by the keys of the columns; an empty one is left out.
    """

    number: Number
    index: int | None
    texts: dict[str, str]
    overdue: bool = False

    @property
    def id(self) -> str:
        """What the workbook knows the row by: `9`, or `9#0`."""
        return f"{self.number}" if self.index is None else f"{self.number}#{self.index}"


ID = Column("id", "Række-id")  # hidden, and first in each sheet
_NUMBER = Column("number", "Nr.", width=9, wanted=True)
_TITLE = Column("title", "Titel", width=32)

STATUS = Sheet(
    "Status",
    "Status og redegørelse. Ret i de hvide felter, hvor noget er anderledes nu. De grå er låst.",
    (
        _NUMBER,
        _TITLE,
        Column("parties", "Ansvarlige", width=14),
        Column("status_before", "Status sidst", width=22),
        Column("status", "Status", Ask.FILLED, 22),
        Column("account", "Redegørelse", Ask.FILLED, 80),
        Column("account_before", "Redegørelse sidst", width=60),
    ),
)
PARTS = Sheet(
    "Dele",
    "Dele, der har en status for sig selv. Ret den, hvor den er en anden nu.",
    (
        _NUMBER,
        _TITLE,
        Column("part", "Del", width=40),
        Column("status_before", "Status sidst", width=22),
        Column("status", "Status", Ask.FILLED, 22),
    ),
)
MILESTONES = Sheet(
    "Milepæle",
    "Det, der er lovet. Skriv dagen, hvis det er indfriet, eller det nye tidspunkt, hvis det er "
    f"flyttet; skriv »{DROPPED}« under »Indfriet«, hvis det ikke længere er lovet. Et tomt felt "
    "betyder, at intet er ændret. Noget nyt skrives nederst.",
    (
        _NUMBER,
        _TITLE,
        Column("what", "Det lovede", width=44, wanted=True),
        Column("due", "Lovet til", width=18, wanted=True),
        Column("question", "Spørgsmål", width=26),
        Column("met_before", "Indfriet sidst", width=18),
        Column("met", "Indfriet", Ask.EMPTY, 18),
        Column("moved_to", "Flyttet til", Ask.EMPTY, 18),
    ),
    takes_new=True,
)
GRANTS = Sheet(
    "Tilskud",
    "Penge, der er givet til en modtager. Skriv et beløb, hvis det er et andet nu, eller "
    f"»{DROPPED}«. Et tomt felt betyder, at intet er ændret. Noget nyt skrives nederst.",
    (
        _NUMBER,
        _TITLE,
        Column("recipient", "Modtager", width=44, wanted=True),
        Column("amount_before", "Beløb sidst (kr.)", width=18),
        Column("amount", "Nyt beløb (kr.)", Ask.EMPTY, 18, wanted=True),
    ),
    takes_new=True,
)
INDICATORS = Sheet(
    "Indikatorer",
    "Det, der måles. Skriv det nye tal, og hvornår det er målt. Et tomt felt betyder, at der ikke "
    "er målt igen.",
    (
        _NUMBER,
        _TITLE,
        Column("name", "Det, der måles", width=40),
        Column("unit", "Enhed", width=10),
        Column("baseline", "Udgangspunkt", width=16),
        Column("target", "Mål", width=10),
        Column("latest_before", "Tal sidst", width=12),
        Column("measured_before", "Målt sidst", width=18),
        Column("latest", "Nyt tal", Ask.EMPTY, 12),
        Column("measured", "Målt", Ask.EMPTY, 18),
    ),
)
READING = Sheet(
    "Til læsning",
    "Fælles, som en anden svarer på. Her skal der ikke skrives noget.",
    (
        _NUMBER,
        _TITLE,
        Column("parties", "Ansvarlige", width=14),
        Column("status", "Status", width=22),
        Column("account", "Redegørelse", width=80),
    ),
)
ANSWERED = (STATUS, PARTS, MILESTONES, GRANTS, INDICATORS)  # the sheets that are answered
SHEETS = (*ANSWERED, READING)


def hash_of(data: bytes) -> str:
    """What a workbook knows the data by that it was made of: their SHA-256, in hex."""
    return sha256(data).hexdigest()


def asked(plan: Plan, party: str) -> dict[str, list[Row]]:
    """What *party* is asked, in rows by the names of their sheets, all of SHEETS, in their order.

    An initiative is answered by whom it names first; the others that are responsible may read it.
    """
    rows: dict[str, list[Row]] = {sheet.name: [] for sheet in SHEETS}
    for initiative in _initiatives(plan):
        if initiative.ministries[0] == party:
            rows[STATUS.name].append(_status_row(initiative))
            rows[PARTS.name] += _part_rows(initiative)
            rows[MILESTONES.name] += _milestone_rows(initiative, plan.as_of)
            rows[GRANTS.name] += _grant_rows(initiative)
            rows[INDICATORS.name] += _indicator_rows(initiative)
        elif party in initiative.ministries:
            row = _status_row(initiative)
            kept = {column.key: row.texts.get(column.key, "") for column in READING.columns}
            rows[READING.name].append(Row(row.number, None, _filled(kept)))
    return rows


def parties(plan: Plan) -> list[str]:
    """The codes of all that are responsible for something, in the plan's order."""
    responsible = {code for each in _initiatives(plan) for code in each.ministries}
    return [code for code in plan.ministries if code in responsible]


def answering(plan: Plan) -> list[str]:
    """Those of `parties` that have something to answer, and not only to read."""
    leading = {initiative.ministries[0] for initiative in _initiatives(plan)}
    return [code for code in parties(plan) if code in leading]


def sheets(rows: Mapping[str, Sequence[Row]]) -> list[Sheet]:
    """The sheets that a workbook with these *rows* has: of what `asked` gives, those with rows.

    Where something is to be answered, there is also each sheet in which something new can be.
    """
    answered = bool(rows[STATUS.name])
    return [each for each in SHEETS if rows[each.name] or (answered and each.takes_new)]


def years(plan: Plan) -> range:
    """The years that can be chosen behind a status: from the one before the note's, in which
    something was not done, until two years after the plan, since what is late comes after it.
    """
    return range(plan.as_of.year - 1, max(plan.as_of.year, plan.period.last) + 3)


def choices(statuses: Statuses, in_years: range) -> list[str]:
    """The statuses that can be chosen from; one that takes a year with each of *in_years*.

    One that takes a date stands there without it, and is written out.
    """
    found = []
    for kind in statuses.kinds:
        if kind.takes is Takes.YEAR:
            found += [f"{kind.phrase} i {year}" for year in in_years]
        else:
            found.append(kind.phrase)
    return found


def _initiatives(plan: Plan) -> Iterator[Initiative]:
    for section in plan.all_sections:
        yield from section.initiatives


def _status_row(initiative: Initiative) -> Row:
    account = accounts.written(initiative.account)
    said = {
        "parties": "/".join(initiative.ministries),
        "status_before": initiative.status.phrase,
        "status": initiative.status.phrase,
        "account": account,
        "account_before": account,
    }
    return _row(initiative, None, said)


def _part_rows(initiative: Initiative) -> Iterator[Row]:
    for index, part in enumerate(initiative.parts):
        phrase = part.status.phrase
        said = {"part": part.heading, "status_before": phrase, "status": phrase}
        yield _row(initiative, index, said)


def _milestone_rows(initiative: Initiative, as_of: date) -> Iterator[Row]:
    for index, milestone in enumerate(initiative.milestones):
        yield _row(initiative, index, _of_milestone(milestone, as_of), milestone.is_overdue(as_of))


def _of_milestone(milestone: Milestone, as_of: date) -> dict[str, str]:
    due = danish.plain(danish.due(milestone.due))
    return {
        "what": milestone.what,
        "due": f"{due} ({danish.plain(milestone.moved)})" if milestone.moved_from else due,
        "question": OVERDUE if milestone.is_overdue(as_of) else "",
        "met_before": danish.plain(danish.day(milestone.met)) if milestone.met else "",
    }


def _grant_rows(initiative: Initiative) -> Iterator[Row]:
    grants = [grant for block in initiative.account for grant in block.grants]
    for index, grant in enumerate(grants):
        amount = danish.plain(grant.amount.printed).removesuffix(" kr.")
        said = {"recipient": grant.recipient, "amount_before": amount}
        yield _row(initiative, index, said)


def _indicator_rows(initiative: Initiative) -> Iterator[Row]:
    for index, indicator in enumerate(initiative.indicators):
        yield _row(initiative, index, _of_indicator(indicator))


def _of_indicator(indicator: Indicator) -> dict[str, str]:
    figures = {
        "baseline": indicator.baseline,
        "target": indicator.target,
        "latest_before": indicator.latest,
    }
    return {
        "name": indicator.name,
        "unit": indicator.unit or "",
        **{key: figure.written if figure else "" for key, figure in figures.items()},
        "measured_before": danish.plain(danish.due(indicator.measured or "")),
    }


def _row(
    initiative: Initiative, index: int | None, said: dict[str, str], overdue: bool = False
) -> Row:
    texts = {"number": str(initiative.number), "title": initiative.title, **said}
    return Row(initiative.number, index, _filled(texts), overdue)


def _filled(texts: dict[str, str]) -> dict[str, str]:
    return {key: accounts.in_cell(text) for key, text in texts.items() if text}
