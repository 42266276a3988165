"""What one party is asked, and how that is said, in its workbook and in the mail with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from statusnote import danish
from statusnote.answers import questions
from statusnote.answers.questions import Row, Sheet
from statusnote.plan.model import Plan


@dataclass(frozen=True)
class Request:
    """What a *party*, by its code, is asked about a *plan*, to be answered by a *deadline*, if any.

    *data* is the SHA-256 of the file that the plan was read from, in hex, and *stem* the name of
    the party's files, without an ending.
    """

    plan: Plan
    party: str
    deadline: date | None
    data: str
    stem: str

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The rows of each sheet, by its name."""
        return questions.asked(self.plan, self.party)

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets that its workbook has, but for the first and the last one."""
        return questions.sheets(self.rows)

    @property
    def is_for_reading(self) -> bool:
        """Whether nothing is to be answered."""
        return not self.rows[questions.STATUS.name]

    @property
    def name(self) -> str:
        """`Social- og Boligministeriet (SBM)`."""
        name = self.plan.ministries[self.party]
        return name if name == self.party else f"{name} ({self.party})"

    @property
    def workbook(self) -> str:
        """The name of the workbook's file."""
        return f"{self.stem}.xlsx"

    @property
    def overdue(self) -> list[str]:
        """The promises that are overdue, as `9: Rapporten foreligger, lovet til ultimo 2025`."""
        rows = self.rows[questions.MILESTONES.name]
        return [
            f"{row.number}: {row.texts['what']}, lovet til {row.texts['due']}"
            for row in rows
            if row.overdue
        ]

    @property
    def contents(self) -> str:
        """`10 initiativer, 3 milepæle og 11 tilskud`."""
        initiatives = (self.plan.terms.initiative, self.plan.terms.initiatives)
        nouns = {
            questions.STATUS: initiatives,
            questions.PARTS: ("del", "dele"),
            questions.MILESTONES: ("milepæl", "milepæle"),
            questions.GRANTS: ("tilskud", "tilskud"),
            questions.INDICATORS: ("indikator", "indikatorer"),
        }
        counts = {noun: len(self.rows[sheet.name]) for sheet, noun in nouns.items()}
        return listed([danish.counted(n, n, *noun) for noun, n in counts.items() if n])

    @property
    def by_when(self) -> str:
        """` senest den 1. maj 2026`, or nothing."""
        return f" senest den {danish.plain(danish.day(self.deadline))}" if self.deadline else ""


def listed(words: Sequence[str]) -> str:
    """*words* as `a`, `a og b`, or `a, b og c`."""
    *others, last = words
    return f"{', '.join(others)} og {last}" if others else last
