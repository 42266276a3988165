"""The page that leads to the pages of several plans: what they say together, and no script."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from statusnote import danish
from statusnote.danish import NO_BREAK, keep_words_together
from statusnote.diagnostics.reporters import visible
from statusnote.note import DRAFT, Note, Row
from statusnote.plan.scalars import Total
from statusnote.plan.statuses import Meaning
from statusnote.portfolio.model import by_meaning, common_terms, folded, titled
from statusnote.render.csv_tables import MEANT
from statusnote.render.forms import OVERVIEW_TEMPLATES
from statusnote.render.html import showing
from statusnote.render.page import style_of
from statusnote.render.page_texts import whole
from statusnote.render.record import in_policy

if TYPE_CHECKING:
    from statusnote.render.templates import Templates

BODY, _ = OVERVIEW_TEMPLATES
LONGEST_BAR = 100  # pixels


@dataclass(frozen=True)
class Linked:
    """The *note* on a plan, the name of the *file* that is its page, and what the plan's *name* is
    among those of the others.
    """

    file: str
    name: str
    note: Note

    @property
    def address(self) -> str:
        """Where its page is, for one that lies beside it."""
        return quote(os.fsencode(self.file), safe="")

    def overdue(self, row: Row) -> list[str]:
        """What its page says is overdue in a *row*, on the day that the note speaks for."""
        if not self.note.prints_milestones:
            return []
        return [
            f"{milestone.what}, {danish.due(milestone.due)}"
            for milestone in row.milestones
            if milestone.is_overdue(self.note.as_of)
        ]


@dataclass(frozen=True)
class PlanRow:
    """What is said of a plan, and the *address* of its page; *draft* is empty where it is none."""

    address: str
    title: str
    draft: str
    day: str
    initiatives: str
    overdue: str
    grants: str


@dataclass(frozen=True)
class StatusRow:
    """How many initiatives have a status that means something, and in how many plans.

    *share* is their count as a part of the largest one, in pixels.
    """

    status: str
    count: str
    share: int
    plans: str


@dataclass(frozen=True)
class OverdueLine:
    """What is overdue in an initiative: its address, its heading, whose it is, and what."""

    address: str
    heading: str
    parties: str
    what: str


@dataclass(frozen=True)
class OverdueIn:
    """What is overdue in a plan on the *day* of its note."""

    address: str
    title: str
    day: str
    lines: tuple[OverdueLine, ...]


@dataclass(frozen=True)
class PartyRow:
    """What a party has to do with, over all plans; the name has its codes behind it."""

    name: str
    plans: str
    initiatives: str
    overdue: str


class Overview:
    """What the page shows of several *plans*; the others, which are *missing*, are named.

    It is stamped as a draft where one of them is.
    """

    def __init__(self, plans: Sequence[Linked], missing: Sequence[str]) -> None:
        self._plans = plans
        titles = titled((plan.name, plan.note.title) for plan in plans)
        self._titles = dict(zip((plan.file for plan in plans), titles, strict=True))
        self._rows = [(plan, row) for plan in plans for row in plan.note.rows]
        self._terms = common_terms(plan.note for plan in plans)
        self.missing = (tuple(map(visible, missing)),) if missing else ()
        self.stamps = (DRAFT,) if any(plan.note.draft for plan in plans) else ()

    def whole(self, text: str) -> Markup:
        """A *text*, as page_texts.whole has it."""
        return whole(text)

    @property
    def title(self) -> str:
        """`Overblik over 3 planer`."""
        return f"Overblik over {_number_of_plans(len(self._plans))}"

    @property
    def counted(self) -> str:
        """What is counted, as a heading: `Initiativer`."""
        return self._terms.counted

    @property
    def sentence(self) -> str:
        """`61 initiativer: 30 gennemført, 31 i gang. Tilskud i alt: 2.000.000 kr.`"""
        terms, count = self._terms, len(self._rows)
        counted = danish.counted(count, count, terms.initiative, terms.initiatives)
        statuses = _statuses([row for _, row in self._rows])
        grants = Total.of(amount for _, row in self._rows for amount in row.grants)
        return f"{counted}{statuses}. Tilskud i alt: {grants.printed}"

    @property
    def plans(self) -> Iterator[PlanRow]:
        """The plans, in the order in which they were given."""
        for plan in self._plans:
            note = plan.note
            overdue = sum(len(plan.overdue(row)) for row in note.rows)
            yield PlanRow(
                address=plan.address,
                title=self._titles[plan.file],
                draft=" (udkast)" if note.draft else "",
                day=danish.day(note.as_of),
                initiatives=_counted(note.rows),
                overdue=danish.number(overdue) if note.prints_milestones else UNTOLD,
                grants=note.totals(note.rows).grants.printed,
            )

    @property
    def statuses(self) -> Iterator[StatusRow]:
        """How many initiatives have a status of which meaning."""
        counts = _by_meaning(row for _, row in self._rows)
        for meaning, count in counts.items():
            having = {plan.file for plan, row in self._rows if row.status.kind.meaning is meaning}
            yield StatusRow(
                danish.capitalized(MEANT[meaning]),
                danish.number(count),
                round(LONGEST_BAR * count / max(counts.values())),
                danish.number(len(having)),
            )

    @property
    def overdue(self) -> Iterator[OverdueIn]:
        """What is overdue in each plan that shows its milestones, where anything is."""
        for plan in self._plans:
            lines = tuple(
                OverdueLine(
                    f"{plan.address}#initiativ-{row.number}", row.heading, row.ministry_codes, what
                )
                for row in plan.note.rows
                for what in plan.overdue(row)
            )
            if lines:
                day = danish.day(plan.note.as_of)
                yield OverdueIn(plan.address, self._titles[plan.file], day, lines)

    @property
    def overdue_sentence(self) -> str:
        """How much is overdue, and that plans which don't show their milestones are left out."""
        count = sum(len(plan.lines) for plan in self.overdue)
        silent = sum(not plan.note.prints_milestones for plan in self._plans)
        milestones = "milepæl er" if count == 1 else "milepæle er"
        said = f"{danish.number(count) if count else 'Ingen'} {milestones} overskredet."
        return said + (f" {_number_of_plans(silent)} viser ikke milepæle." if silent else "")

    @property
    def parties(self) -> Iterator[PartyRow]:
        """Who has to do with initiatives, whoever has the most first."""
        found: dict[str, list[tuple[Linked, str, Row]]] = {}
        for plan, row in self._rows:
            for code in row.parties:
                found.setdefault(folded(plan.note.ministries[code]), []).append((plan, code, row))
        for each in sorted(found.values(), key=lambda each: (-len(each), _party(each))):
            printing = [(plan, row) for plan, _, row in each if plan.note.prints_milestones]
            overdue = danish.number(sum(len(plan.overdue(row)) for plan, row in printing))
            yield PartyRow(
                name=_party(each),
                plans=danish.number(len({plan.file for plan, _, _ in each})),
                initiatives=_counted([row for _, _, row in each]),
                overdue=overdue if printing else UNTOLD,
            )


UNTOLD = "vises ikke"


def _party(having: Sequence[tuple[Linked, str, Row]]) -> str:
    """`Social- og Boligministeriet (SBM, SOB)`: a name as it stands first, and all its codes."""
    plan, code, _ = having[0]
    name = plan.note.ministries[code]
    codes = ", ".join(dict.fromkeys(code for _, code, _ in having if code != name))
    return f"{name} ({codes})" if codes else name


def _number_of_plans(count: int) -> str:
    return danish.counted(count, count, "plan", "planer")


def _by_meaning(rows: Iterable[Row]) -> dict[Meaning, int]:
    return by_meaning([Counter(row.status for row in rows)])


def _counted(rows: Collection[Row]) -> str:
    """`61: 30 gennemført, 31 i gang`."""
    return f"{danish.number(len(rows))}{_statuses(rows)}"


def _statuses(rows: Iterable[Row]) -> str:
    """`: 30 gennemført, 31 i gang`, or nothing."""
    counts = _by_meaning(rows).items()
    told = (f"{danish.number(count)}{NO_BREAK}{MEANT[meaning]}" for meaning, count in counts)
    return f": {', '.join(told)}" if counts else ""


def render(plans: Sequence[Linked], missing: Sequence[str], templates: "Templates") -> bytes:
    """The page of *plans*, one or more, as one HTML file in UTF-8, with all that it needs.

    Those that are *missing* are named on it. Its Content-Security-Policy lets it ask for nothing
    and run nothing. Raises ProblemsFound where a template is wrong.
    """
    overview = Overview(plans, missing)
    shown = showing(keep_words_together, whole)
    body = templates.fill(BODY, None, escape_html=True, shown=shown, page=overview)
    style = style_of(body, templates)
    policy = f"default-src 'none'; style-src 'sha256-{in_policy(style)}'; font-src data:"
    page = f"""\
<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{"".join(f"{stamp}: " for stamp in overview.stamps)}{overview.title}</title>
<style>{style}</style>
</head>
<body class="{"draft" if overview.stamps else "note"}">
{body}</body>
</html>
"""
    return page.encode()
