"""The statuses that a plan may give its initiatives, and how one is read."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from statusnote import danish
from statusnote.plan.scalars import YEAR, read_due


class Meaning(StrEnum):
    """What a status says of an initiative, in whichever words."""

    DONE = "done"
    UNDER_WAY = "under way"
    ON_TRACK = "on track"
    LATE = "late"
    NOT_BEGUN = "not begun"
    STOPPED = "stopped"


# What is still to come to its end, and doesn't if its time is past.
OPEN = (Meaning.UNDER_WAY, Meaning.ON_TRACK, Meaning.NOT_BEGUN)


class Takes(StrEnum):
    """What stands behind the phrase of a status."""

    NOTHING = "nothing"
    YEAR = "year"
    DATE = "date"


class StatusKind(NamedTuple):
    """A status, and all that is to be said of it.

    These are the fixed phrase, without the year or the date that some of them take; what it means;
    the sentence that opens the account, in which `{}` becomes the phrase; the sign and the colour
    (by rich's names) that it has on a terminal, so that neither has to carry the meaning alone; and
    what it takes.
    """

    phrase: str
    meaning: Meaning
    sentence: str
    sign: str
    colour: str
    takes: Takes = Takes.NOTHING

    @property
    def example(self) -> str:
        """How it may be written in the data."""
        return self.phrase + EXAMPLES[self.takes]


EXAMPLES = {Takes.NOTHING: "", Takes.YEAR: " i 2025", Takes.DATE: " juli 2025"}

# The statuses of a plan that declares none of its own.
# fmt: off
STATUSES = (
    StatusKind("gennemført", Meaning.DONE, "Initiativet er {}.", "✓", "green"),
    StatusKind("delvist gennemført", Meaning.UNDER_WAY, "Initiativet er {}.", "◐", "yellow"),
    StatusKind("igangværende", Meaning.UNDER_WAY, "Initiativet er {}.", "▸", "cyan"),
    StatusKind("forløber planmæssigt", Meaning.ON_TRACK, "Initiativet {}.", "→", "blue"),
    StatusKind("afsluttes", Meaning.UNDER_WAY, "Initiativet {}.", "◕", "magenta", Takes.YEAR),
    StatusKind("ikke gennemført", Meaning.LATE, "Initiativet er {}.", "✗", "red", Takes.YEAR),
)
# fmt: on


class Status(NamedTuple):
    """The status of an initiative: its kind, and the year or the date behind it, if it takes one.

    A date is written as `read_due` writes it.
    """

    kind: StatusKind
    when: str = ""

    @property
    def phrase(self) -> str:
        """The phrase as it is written in the data: `afsluttes i 2025`."""
        if self.kind.takes is Takes.YEAR:
            return f"{self.kind.phrase} i {self.when}"
        return f"{self.kind.phrase} {danish.plain(danish.due(self.when))}".rstrip()

    @property
    def sentence(self) -> str:
        """The fixed sentence that opens an account: `Initiativet er gennemført.`"""
        sentence = self.kind.sentence.replace("{}", self.phrase)
        return sentence[0].upper() + sentence[1:]

    @property
    def year(self) -> int | None:
        """The year that it names, if it names one."""
        year = re.search(YEAR, self.when)
        return int(year[0]) if year else None


@dataclass(frozen=True)
class Statuses:
    """The statuses of a plan, in its order."""

    kinds: tuple[StatusKind, ...]

    @cached_property
    def by_phrase(self) -> dict[str, StatusKind]:
        """Each of them by its phrase."""
        return {kind.phrase: kind for kind in self.kinds}

    def read(self, value: str) -> Status:
        """The status that a phrase states. Raises ValueError where it states none."""
        for phrase, when in _divided(value):
            if kind := self.by_phrase.get(phrase):
                with suppress(ValueError):
                    return Status(kind, _read_when(when, kind.takes))
        raise ValueError(value)


USUAL = Statuses(STATUSES)
LONGEST_WHEN = 4  # words: `den 31. december 2026`, `inden udgangen af 2026`


def _divided(value: str) -> Iterator[tuple[str, str]]:
    """*value* as a phrase and what is behind it: nothing, or a few words."""
    for words in range(LONGEST_WHEN + 1):
        phrase, *when = value.rsplit(" ", words)
        yield phrase, " ".join(when)


def _read_when(written: str, takes: Takes) -> str:
    """The year or the date that a status *takes*, or nothing. Raises ValueError."""
    if takes is Takes.DATE:
        return read_due(written)
    pattern = f"i ({YEAR})" if takes is Takes.YEAR else "()"
    if not (match := re.fullmatch(pattern, written)):
        raise ValueError(written)
    return match[1]
