"""Plan → Note: everything that the forms show, derived once, so that all of them agree."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, NamedTuple, TypedDict

from statusnote import danish
from statusnote.plan.model import (
    COUNT,
    RESERVE,
    Block,
    Head,
    Indicator,
    Initiative,
    Milestone,
    Part,
    Plan,
    Terms,
)
from statusnote.plan.scalars import Amount, Count, Number, Total, fixed
from statusnote.plan.statuses import USUAL, Meaning, Status, Statuses
from statusnote.reading import inline

DRAFT = "UDKAST"
LINE, TITLE_LINE, CODE_LINE = 60, 24, 7  # characters on one line of each column, about
HEADING_LINE = 9  # and on one of the second one's heading, in letters of the usual width
NARROW, WIDE = "fijlrt", "mw"
SUMMED = 5  # so many grants, and more, are summed below their list


class GrantLine(NamedTuple):
    """A grant as it is printed: `Odense Kommune`, `3.628.580 kr.`"""

    recipient: str
    amount: str


@dataclass(frozen=True)
class AccountPart:
    """A part of an account: either one paragraph or one list; the others are empty.

    A long list of grants is one of the *summed_lists*, and its last line is their sum, `I alt`.
    """

    paragraphs: tuple[inline.Paragraph, ...] = ()
    grant_lists: tuple[tuple[GrantLine, ...], ...] = ()
    summed_lists: tuple[tuple[GrantLine, ...], ...] = ()
    bullet_lists: tuple[tuple[inline.Paragraph, ...], ...] = ()
    numbered_lists: tuple[tuple[inline.Paragraph, ...], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its paragraph or the items of its list, with their marks, without further markup."""
        return (
            *map(inline.plain, self.paragraphs),
            *(f"• {inline.plain(item)}" for items in self.bullet_lists for item in items),
            *(
                f"{number}. {inline.plain(item)}"
                for items in self.numbered_lists
                for number, item in enumerate(items, start=1)
            ),
        )

    @property
    def size(self) -> str:
        """`short` for what stands on a single line, about, and else `long`."""
        return "short" if _length(self) <= LINE else "long"


class LabelledList(NamedTuple):
    """A list of lines below an account, and what stands above it: `Milepæle`."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """An initiative. *heading* is its title with its *signs*: `*` where it is reserve-financed.

    Its number stands before that where it is to be printed. *ministry_codes* are the codes of those
    who are responsible, and of the *participants*: `SBM/SUM med KL`. *status_sentence* is the
    one that opens the account, and is empty where its status has none.

    *lists* holds what is printed below its account: its parts, its budget, its indicators, and its
    milestones where these are to be printed. *marks* says whether it is new or changed since the
    last note, where that is to be said. *more* is what the plan has of its own, for a template.
    """

    number: Number
    title: str
    heading: str
    reserve_financed: bool
    signs: tuple[str, ...]
    ministries: tuple[str, ...]
    participants: tuple[str, ...]
    ministry_codes: str
    status: Status
    status_sentence: str
    account: tuple[AccountPart, ...]
    grants: tuple[Amount, ...]
    parts: tuple[Part, ...]
    budget: dict[int, Amount]
    indicators: tuple[Indicator, ...]
    milestones: tuple[Milestone, ...]
    lists: tuple[LabelledList, ...]
    more: dict[str, str]
    marks: tuple[str, ...] = ()

    @property
    def participant_lists(self) -> tuple[tuple[str, ...], ...]:
        """The list of its participants, if it has any."""
        return (self.participants,) if self.participants else ()

    @property
    def status_sentences(self) -> tuple[str, ...]:
        """The sentence that opens the account, if there is one."""
        return (self.status_sentence,) if self.status_sentence else ()

    @property
    def parties(self) -> tuple[str, ...]:
        """All whose initiative it is: who is responsible, and who takes part."""
        return self.ministries + self.participants

    @property
    def grant_lines(self) -> tuple[GrantLine, ...]:
        """The grants of all its lists, as they are printed, without the sums."""
        return tuple(
            line
            for part in self.account
            for lines in (*part.grant_lists, *(summed[:-1] for summed in part.summed_lists))
            for line in lines
        )

    @property
    def lines(self) -> float:
        """How many lines it takes, about."""
        printed = sum(len(each.lines) for each in self.lists)
        account = sum(map(_length, self.account)) + printed * LINE
        return max(account / LINE, len(self.heading) / TITLE_LINE)

    @property
    def size(self) -> str:
        """`long` for a row that may break across pages: one of some 10 lines or more."""
        return "long" if self.lines > 9 else "short"


class StatusCount(TypedDict):
    """How many initiatives have a status."""

    status: Annotated[str, "the status as it is written: `afsluttes i 2025`"]
    means: Annotated[Meaning, "what the status means, in whichever words"]
    count: Annotated[Count, "how many have it"]


class MarkCount(TypedDict):
    """How many initiatives have a mark."""

    mark: Annotated[str, "the mark: `*`"]
    means: Annotated[str, "what the plan says that it means"]
    count: Annotated[Count, "how many have it"]


@dataclass(frozen=True)
class Totals:
    """What is counted and summed of initiatives, of all or of some.

    *statuses* says how many have each of those that occur, in the order of the statuses that there
    are, and of their years. *budget* is what is set aside, apart from all *grants*. *signs*
    says how many have each of the marks that the plan has. *overdue* is how many milestones were,
    on the day of the note.
    """

    initiatives: int
    statuses: dict[Status, int]
    grants: Total
    budget: Total
    reserve_financed: int
    signs: dict[str, int]
    overdue: int

    @property
    def status_counts(self) -> list[StatusCount]:
        """What JSON has for *statuses*."""
        return [
            {"status": status.phrase, "means": status.kind.meaning, "count": count}
            for status, count in self.statuses.items()
        ]


@dataclass(frozen=True)
class HeadLine:
    """A line above the title of the note: `Til`, `Folketingets Social- og Boligudvalg`."""

    key: Annotated[str, ("enum", [*Head.model_fields]), "what it is called in the data"]
    label: Annotated[str, "what stands before it"]
    text: Annotated[str, "what it says"]


@dataclass(frozen=True)
class NoteSection:
    """A section title and the rows under it; the title is empty in a plan without sections."""

    title: str
    rows: tuple[Row, ...]

    @property
    def below(self) -> str:
        """The element of the headings below its title, which are its own where it has none."""
        return "h3" if self.title else "h2"

    @property
    def titles(self) -> tuple[str, ...]:
        """Its title, if it has one."""
        return (self.title,) if self.title else ()


@dataclass(frozen=True)
class OverviewRow:
    """How many initiatives have a status, and how many of each party: `SBM 5, SUM 2`.

    *share* is its count as a part of the largest one, from 0 to 100, for a bar.
    """

    status: str
    count: int
    share: int
    parties: str


class NewsRow(NamedTuple):
    """The title of an initiative, and what has changed in it: a sentence, and *more* of them.

    *heading* is the title with its number before it, where that is printed. *places* holds the
    number of its row in the note, if it still has one.
    """

    title: str
    heading: str
    sentence: str
    more: tuple[str, ...] = ()
    places: tuple[Number, ...] = ()

    @property
    def gone(self) -> tuple[str, ...]:
        """Its heading, where it has no row in the note any more."""
        return () if self.places else (self.heading,)


class News(NamedTuple):
    """What has changed since the last note: in one sentence, and a table of it, if there is any."""

    sum: str
    tables: tuple[tuple[NewsRow, ...], ...] = ()


@dataclass(frozen=True)
class Note:
    """The note. *stamps* holds the stamp, and *news* what has changed, where there is any.

    *head* holds the lines above the title that are given, and *statuses* are those that its
    initiatives can have. *terms* are its words for these and for the responsible. *signs* are the
    marks that it has, with their meanings. *overviews* holds the rows of the table of what there
    is, and *legends* what explains codes and marks, where these are to be printed. A *draft* says
    so wherever it is seen.
    """

    title: str
    stamps: tuple[str, ...]
    as_of: date
    introduction: tuple[inline.Paragraph, ...]
    ministries: dict[str, str]
    sections: tuple[NoteSection, ...]
    head: tuple[HeadLine, ...] = ()
    news: tuple[News, ...] = ()
    statuses: Statuses = USUAL
    terms: Terms = field(default_factory=Terms)
    signs: dict[str, str] = field(default_factory=dict)
    overviews: tuple[tuple[OverviewRow, ...], ...] = ()
    legends: tuple[LabelledList, ...] = ()
    prints_milestones: bool = False
    more: dict[str, str] = field(default_factory=dict)
    draft: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of the note."""
        return tuple(row for section in self.sections for row in section.rows)

    def party(self, code: str) -> str:
        """Who has that *code*, and the code: `Sundhedsministeriet (SUM)`."""
        name = self.ministries[code]
        return name if name == code else f"{name} ({code})"

    @property
    def codes(self) -> str:
        """`long` where a ministry's code has a word that needs a wider column than `SUM/UIM`."""
        words = [word for row in self.rows for code in row.parties for word in code.split()]
        heading = [word for word in self.terms.party.split() if _width(word) > HEADING_LINE]
        return "long" if heading or max(map(len, words), default=0) > CODE_LINE else "short"

    def mark_counts(self, totals: Totals) -> list[MarkCount]:
        """What JSON has for the signs of some *totals*."""
        return [
            {"mark": sign, "means": self.signs[sign], "count": count}
            for sign, count in totals.signs.items()
        ]

    def totals(self, rows: Collection[Row]) -> Totals:
        """The figures of some *rows* of the note, or of all."""
        return Totals(
            initiatives=len(rows),
            statuses=_counts((row.status for row in rows), self.statuses),
            grants=Total.of(amount for row in rows for amount in row.grants),
            budget=Total.of(amount for row in rows for amount in row.budget.values()),
            reserve_financed=sum(row.reserve_financed for row in rows),
            signs={sign: sum(sign in row.signs for row in rows) for sign in self.signs},
            overdue=sum(
                milestone.is_overdue(self.as_of) for row in rows for milestone in row.milestones
            ),
        )


def _width(word: str) -> float:
    """How wide *word* is, in letters of the usual width, about: `ministerie` is narrower than 9."""
    return len(word) - 0.35 * sum(map(word.count, NARROW)) + 0.5 * sum(map(word.count, WIDE))


def _counts(statuses: Iterable[Status], known: Statuses) -> dict[Status, int]:
    counts = Counter(statuses)
    places = {kind: place for place, kind in enumerate(known.kinds)}
    ordered = sorted(
        counts,
        key=lambda status: (
            places[status.kind],
            status.last_day or date.max,
            status.when,
        ),
    )
    return {status: counts[status] for status in ordered}


def derive(plan: Plan) -> Note:
    """The note on *plan*."""
    sections = tuple(
        NoteSection(section.title, tuple(_row(one, plan) for one in section.initiatives))
        for section in plan.all_sections
    )
    rows = [row for section in sections for row in section.rows]
    known = plan.known_statuses
    signs = {
        sign: meaning
        for sign, meaning in plan.signs.items()
        if sign in plan.marks or any(sign in row.signs for row in rows)
    }
    return Note(
        title=plan.title,
        stamps=(plan.stamp,) if plan.stamp else (),
        as_of=plan.as_of,
        introduction=tuple(
            inline.parse(re.sub(COUNT, lambda count: _count(count["of"], rows, known), paragraph))
            for paragraph in plan.introduction
        ),
        ministries=plan.ministries,
        sections=sections,
        head=head_lines(plan),
        statuses=known,
        terms=plan.terms,
        signs=signs,
        overviews=(overview(rows, known),) if plan.print_overview and rows else (),
        legends=tuple(_legends(plan, rows, signs)) if plan.print_legend else (),
        prints_milestones=plan.print_milestones,
        more=plan.more,
    )


def overview(rows: Collection[Row], known: Statuses) -> tuple[OverviewRow, ...]:
    """The overview of *rows*, at least one, in the order of the *known* statuses."""
    counts = _counts((row.status for row in rows), known)
    most = max(counts.values())
    return tuple(
        OverviewRow(
            danish.capitalized(status.phrase),
            count,
            round(100 * count / most),
            ", ".join(f"{code}{danish.NO_BREAK}{n}" for code, n in _by_party(rows, status)),
        )
        for status, count in counts.items()
    )


def _by_party(rows: Collection[Row], status: Status) -> list[tuple[str, int]]:
    """Who is responsible for how many *rows* of a *status*, the most first."""
    codes = Counter(code for row in rows if row.status == status for code in row.ministries)
    return codes.most_common()


def _legends(plan: Plan, rows: Collection[Row], signs: dict[str, str]) -> Iterator[LabelledList]:
    used = {code for row in rows for code in row.parties}
    codes = (f"{code}: {name}" for code, name in plan.ministries.items() if code in used)
    marks = (f"{sign} {meaning}" for sign, meaning in signs.items())
    for label, lines in (("Forkortelser", tuple(codes)), ("Tegn", tuple(marks))):
        if lines:
            yield LabelledList(label, lines)


def head_lines(plan: Plan) -> tuple[HeadLine, ...]:
    """What stands above the title, in the order of the note."""
    written = {key: getattr(plan.head, key) for key in HEAD_LABELS}
    return tuple(
        HeadLine(key, HEAD_LABELS[key], danish.day(given) if key == "date" else given)
        for key, given in written.items()
        if given
    )


HEAD_LABELS = {
    "recipient": "Til",
    "sender": "Fra",
    "date": "Dato",
    "case_number": "Sagsnr.",
    "contact": "Kontakt",
}


def _count(of: str | None, rows: Collection[Row], known: Statuses) -> str:
    """How many *rows* there are, or how many of them *of* a status, a ministry, or with a mark."""
    if of is None:
        return danish.number(len(rows))
    wanted = fixed(of)
    with suppress(ValueError):
        wanted = known.read(wanted).phrase  # where its date may be written in another way
    counted = (
        (row.status.kind.phrase, row.status.phrase, *row.ministries, *row.signs) for row in rows
    )
    return danish.number(sum(wanted in kinds for kinds in counted))


def as_draft(note: Note) -> Note:
    """*note*, stamped as a draft instead of with its own stamp."""
    return replace(note, stamps=(DRAFT,), draft=True)


def _row(initiative: Initiative, plan: Plan) -> Row:
    signs = _signs(initiative)
    return Row(
        number=initiative.number,
        title=initiative.title,
        heading=_heading(initiative, plan),
        reserve_financed=initiative.reserve_financed,
        signs=signs,
        ministries=initiative.ministries,
        participants=initiative.participants,
        ministry_codes=_codes(initiative),
        status=initiative.status,
        status_sentence=_status_sentence(initiative, plan.terms),
        account=tuple(map(_part, initiative.account)),
        grants=tuple(grant.amount for block in initiative.account for grant in block.grants),
        parts=initiative.parts,
        budget=initiative.budget,
        indicators=initiative.indicators,
        milestones=initiative.milestones,
        lists=tuple(each for each in _lists(initiative, plan) if each.lines),
        more=initiative.more,
    )


def _lists(initiative: Initiative, plan: Plan) -> Iterator[LabelledList]:
    parts = tuple(f"{part.heading}: {part.status.phrase}" for part in initiative.parts)
    yield _labelled(plan.terms.part, plan.terms.parts, parts)
    yield LabelledList("Budget", tuple(_budget_lines(initiative.budget)))
    indicators = tuple(each.sentence for each in initiative.indicators)
    yield _labelled("Indikator", "Indikatorer", indicators)
    if plan.print_milestones:
        milestones = tuple(milestone.sentence for milestone in initiative.milestones)
        yield _labelled("Milepæl", "Milepæle", milestones)


def _labelled(one: str, many: str, lines: tuple[str, ...]) -> LabelledList:
    return LabelledList(one if len(lines) == 1 else many, lines)


def _budget_lines(budget: dict[int, Amount]) -> Iterator[str]:
    for year, amount in sorted(budget.items()):
        yield f"{year}: {amount.printed}"
    if len(budget) > 1:
        yield f"I alt: {Total.of(budget.values()).printed}"


def _signs(initiative: Initiative) -> tuple[str, ...]:
    """The marks behind its title, each once."""
    reserve = (RESERVE,) if initiative.reserve_financed else ()
    return tuple(dict.fromkeys((*reserve, *initiative.marks)))


def _codes(initiative: Initiative) -> str:
    participants = f" med {'/'.join(initiative.participants)}" if initiative.participants else ""
    return "/".join(initiative.ministries) + participants


def _status_sentence(initiative: Initiative, terms: Terms) -> str:
    """The sentence that opens the account; a usual one is about what the plan calls it.

    Where there is neither that nor an account, the status stands for both.
    """
    status = initiative.status
    if status.kind not in USUAL.kinds:
        says_nothing = not (status.sentence or initiative.account)
        return danish.capitalized(status.phrase) if says_nothing else status.sentence
    return danish.capitalized(terms.the_initiative) + status.sentence.removeprefix("Initiativet")


def _heading(initiative: Initiative, plan: Plan) -> str:
    title = numbered(initiative.title, initiative.number, plan)
    return " ".join((title, *_signs(initiative)))


def numbered(title: str, number: Number, plan: Plan) -> str:
    """*title* as the note on *plan* prints it: behind its *number*, where it prints these."""
    return f"{danish.ordinal(number)} {title}" if plan.print_numbers else title


def _part(block: Block) -> AccountPart:
    if block.paragraph is not None:
        return AccountPart(paragraphs=(inline.parse(block.paragraph),))
    if block.list:
        return AccountPart(bullet_lists=(tuple(map(inline.parse, block.list)),))
    if block.numbered_list:
        return AccountPart(numbered_lists=(tuple(map(inline.parse, block.numbered_list)),))
    lines = tuple(GrantLine(grant.recipient, grant.amount.printed) for grant in block.grants)
    if len(lines) < SUMMED:
        return AccountPart(grant_lists=(lines,))
    total = Total.of(grant.amount for grant in block.grants)
    return AccountPart(summed_lists=((*lines, GrantLine("I alt", total.printed)),))


def _length(part: AccountPart) -> int:
    """How long *part* is, in characters; what begins a line takes at least one."""
    texts = map(len, part.texts)
    lines = sum(map(len, (*part.grant_lists, *part.summed_lists)))
    return sum(max(LINE, length) for length in texts) + LINE * lines
