"""Note → what the web page has beyond the note's own text: what can be chosen, and its pictures."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from markupsafe import Markup, escape

from statusnote import danish
from statusnote.note import HeadLine, Note, OverviewRow, Row, overview
from statusnote.plan.model import Milestone
from statusnote.plan.scalars import Total
from statusnote.render import page_history
from statusnote.render.page_history import History, HistoryTable, SaidOf
from statusnote.render.page_texts import whole, with_mail

LONGEST_BAR = 100  # pixels
MOST_SIGNS = 20  # in a row of a time line
SIGN = 16  # pixels that one takes
MONEY = ("Bevilget", "Budget")  # what heads the columns of it
MOST_QUARTERS = 16  # that are shown, and else years


@dataclass(frozen=True)
class Option:
    """What can be chosen: its *value* as it stands in an address, and what a reader sees of it."""

    value: Markup
    text: str


@dataclass(frozen=True)
class Choice:
    """What is chosen by: its *name* in an address, and the *options* there are beside all."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class MoneyRow:
    """What a section's initiatives are granted, and have in their budgets: a bar, and a figure."""

    title: str
    bars: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Money:
    """The money by section, and what heads the columns of it."""

    columns: tuple[str, ...]
    rows: tuple[MoneyRow, ...]


class Fate(Enum):
    """What has become of a milestone by the day of the note; the first that holds."""

    MET = "indfriet"
    OVERDUE = "overskredet"
    MOVED = "flyttet"
    PROMISED = "lovet"

    @property
    def sign(self) -> str:
        """The name of its sign."""
        return self.name.lower()


@dataclass(frozen=True)
class PeriodRow:
    """The milestones that are due in a period: their signs, each with its place, and in words."""

    period: str
    signs: tuple[tuple[int, str], ...]
    told: str

    @property
    def width(self) -> int:
        """What the signs take, in pixels."""
        return SIGN * len(self.signs)


@dataclass(frozen=True)
class TimeLine:
    """The milestones by the periods in which they are due, and what the signs mean on a *day*.

    A sign stands for as many milestones as *each* says, or fewer.
    """

    day: str
    fates: tuple[Fate, ...]
    each: int
    rows: tuple[PeriodRow, ...]


class Page:
    """What the page shows of a *note* beyond its own text, and of its *history*, if it has any."""

    def __init__(self, note: Note, history: History | None = None) -> None:
        self._note = note
        self._history = history
        self._said = history.present() if history else {}

    def whole(self, text: str) -> Markup:
        """A *text*, as page_texts.whole has it."""
        return whole(text)

    def head_text(self, line: HeadLine) -> Markup:
        """What a *line* above the title says, in which whom to ask can be written to."""
        return with_mail(line.text) if line.key == "contact" else whole(line.text)

    @property
    def overviews(self) -> tuple[tuple[OverviewRow, ...], ...]:
        """The overview, which the page has wherever there is an initiative."""
        rows = self._note.rows
        return (overview(rows, self._note.statuses),) if rows else ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What initiatives can be chosen by, where there is more than one of it."""
        note, rows = self._note, self._note.rows
        parties = Counter(code for row in rows for code in row.parties)
        codes = [code for code in note.ministries if code in parties]
        statuses = note.totals(rows).statuses
        signs = {sign: sum(sign in row.signs for row in rows) for sign in note.signs}
        found = (
            Choice(
                "ansvar",
                note.terms.columns[1],
                tuple(_option(code, note.party(code), parties[code]) for code in codes),
            ),
            Choice(
                "status",
                note.terms.columns[2],
                tuple(
                    _option(status.phrase, danish.capitalized(status.phrase), count)
                    for status, count in statuses.items()
                ),
            ),
            Choice(
                "tegn",
                "Tegn",
                tuple(
                    _option(sign, f"{sign} {note.signs[sign]}", count)
                    for sign, count in signs.items()
                ),
            ),
        )
        least = {"tegn": 1}
        return tuple(each for each in found if len(each.options) >= least.get(each.name, 2))

    @property
    def orders(self) -> tuple[Option, ...]:
        """What initiatives can be put in order by, beside their number."""
        rows = self._note.rows
        orders = (
            ("frist", "Frist, den første først", any(map(self._deadline, rows))),
            ("bevilling", "Bevilling, den største først", any(row.grants for row in rows)),
        )
        return tuple(Option(escape(name), text) for name, text, there in orders if there)

    def keys(self, row: Row) -> Markup:
        """The attributes of *row* by which the script chooses and puts in order."""
        deadline = self._deadline(row)
        keys = {
            "ansvar": "\n".join(row.parties),
            "status": row.status.phrase,
            "tegn": "\n".join(row.signs),
            "frist": deadline.isoformat() if deadline else "",
            "bevilling": str(Total.of(row.grants).kroner or ""),
        }
        attribute = Markup('data-{}="{}"')
        return Markup(" ").join(attribute.format(*key) for key in keys.items() if key[1])

    def status(self, row: Row) -> str:
        """The status of *row*, where the note has no sentence on it."""
        return danish.capitalized(row.status.phrase)

    def _deadline(self, row: Row) -> date | None:
        """The first day by which *row* has something open, or else that of its status."""
        milestones = row.milestones if self._note.prints_milestones else ()
        days = [m.last_day for m in milestones if not m.is_met(self._note.as_of)]
        return min(filter(None, days), default=row.status.last_day)

    def overdue(self, row: Row) -> tuple[str, ...]:
        """What of the milestones of *row* that are printed was overdue on the day of the note."""
        note = self._note
        milestones = row.milestones if note.prints_milestones else ()
        return tuple(
            f"{milestone.what}, {danish.due(milestone.due)}"
            for milestone in milestones
            if milestone.is_overdue(note.as_of)
        )

    def said(self, row: Row) -> tuple[SaidOf, ...]:
        """What was said of *row* each time, where the history is asked for and has it."""
        told = self._said.get(row.number)
        return (page_history.said_of(told, self._history),) if told and self._history else ()

    @property
    def histories(self) -> tuple[HistoryTable, ...]:
        """The table of the history, where it is asked for."""
        return (page_history.table(self._history, self._note),) if self._history else ()

    @property
    def moneys(self) -> tuple[Money, ...]:
        """The money by section, where more than one section has any."""
        note = self._note
        sections = [(section.title, note.totals(section.rows)) for section in note.sections]
        sums = [(title, (totals.grants, totals.budget)) for title, totals in sections]
        kept = [n for n in range(len(MONEY)) if any(each[n].kroner for _, each in sums)]
        some = [
            (title, [each[n] for n in kept]) for title, each in sums if any(s.kroner for s in each)
        ]
        if len(some) < 2:
            return ()
        most = max(total.kroner for _, totals in some for total in totals)
        rows = (
            MoneyRow(title, tuple((_share(total.kroner, most), total.printed) for total in totals))
            for title, totals in some
        )
        return (Money(tuple(MONEY[n] for n in kept), tuple(rows)),)

    @property
    def time_lines(self) -> tuple[TimeLine, ...]:
        """The milestones by the time when they are due, where the note prints any."""
        note = self._note
        milestones = [m for row in note.rows for m in row.milestones if note.prints_milestones]
        if not milestones:
            return ()
        periods = _periods(milestones)
        counts = {
            period: Counter(_fate(milestone, note.as_of) for milestone in due)
            for period, due in periods.items()
        }
        most = max(map(Counter.total, counts.values()))
        each = -(-most // MOST_SIGNS)
        rows = (PeriodRow(p, tuple(_signs(c, each)), _told(c)) for p, c in counts.items())
        fates = tuple(fate for fate in Fate if any(count[fate] for count in counts.values()))
        return (TimeLine(danish.day(note.as_of), fates, each, tuple(rows)),)


def _option(value: str, text: str, count: int) -> Option:
    return Option(escape(value), f"{text}: {danish.number(count)}")


def _share(kroner: int, most: int) -> int:
    return round(LONGEST_BAR * kroner / most)


def _fate(milestone: Milestone, as_of: date) -> Fate:
    if milestone.is_met(as_of):
        return Fate.MET
    if milestone.is_overdue(as_of):
        return Fate.OVERDUE
    return Fate.MOVED if milestone.moved_from else Fate.PROMISED


def _periods(milestones: Iterable[Milestone]) -> dict[str, list[Milestone]]:
    """The *milestones* by the quarter, or the year, in which they are due, the first ones first.

    Years are for what is due over a longer time. What has no last day comes at the end.
    """
    due = sorted(milestones, key=lambda milestone: milestone.last_day or date.max)
    days = [milestone.last_day for milestone in due if milestone.last_day]
    quarters = [4 * day.year + (day.month - 1) // 3 for day in days]
    in_quarters = bool(days) and quarters[-1] - quarters[0] < MOST_QUARTERS
    periods: dict[str, list[Milestone]] = {}
    if in_quarters:
        periods = {_quarter(n): [] for n in range(quarters[0], quarters[-1] + 1)}
    for milestone in due:
        periods.setdefault(_period(milestone.last_day, in_quarters=in_quarters), []).append(
            milestone
        )
    return periods


def _period(day: date | None, *, in_quarters: bool) -> str:
    if day is None:
        return "Løbende"
    return _quarter(4 * day.year + (day.month - 1) // 3) if in_quarters else str(day.year)


def _quarter(number: int) -> str:
    """The quarter with that *number*, counted from the first one of the year 0."""
    return f"{number % 4 + 1}. kvartal {number // 4}"


def _signs(counts: Counter[Fate], each: int) -> Iterator[tuple[int, str]]:
    signs = (fate.sign for fate in Fate for _ in range(-(-counts[fate] // each)))
    return ((SIGN * place, sign) for place, sign in enumerate(signs))


def _told(counts: Counter[Fate]) -> str:
    """`2 indfriet, 1 lovet`, or `ingen`."""
    told = (f"{danish.number(counts[fate])} {fate.value}" for fate in Fate if counts[fate])
    return ", ".join(told) or "ingen"
