"""The statuses that a plan may give its initiatives: its own, or the usual ones."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
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


# By what a status means: the sign and the colour that it has on a terminal.
LOOKS = {
    Meaning.DONE: ("✓", "green"),
    Meaning.UNDER_WAY: ("▸", "cyan"),
    Meaning.ON_TRACK: ("→", "blue"),
    Meaning.LATE: ("✗", "red"),
    Meaning.NOT_BEGUN: ("○", "yellow"),
    Meaning.STOPPED: ("■", "magenta"),
}
# What is still expected, and is late where its time is past.
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
        """The fixed sentence that opens an account: `Initiativet er gennemført.`, or nothing.

        `Afsluttet` becomes `afsluttet` in the middle of it, and `DUT` stays what it is.
        """
        if not self.kind.sentence:
            return ""
        begins = self.kind.sentence.startswith("{}")
        phrase = self.phrase if begins or self.phrase[1:2].isupper() else _lowered(self.phrase)
        sentence = self.kind.sentence.replace("{}", phrase)
        return sentence[0].upper() + sentence[1:]

    @property
    def last_day(self) -> date | None:
        """The last day that its year or its date can mean, if it has one."""
        return danish.last_day(self.when) if self.when else None

    @property
    def year(self) -> int | None:
        """The year that it names, if it names one."""
        year = re.search(YEAR, self.when)
        return int(year[0]) if year else None


def _lowered(phrase: str) -> str:
    return phrase[0].lower() + phrase[1:]


@dataclass(frozen=True)
class Statuses:
    """The statuses of a plan, in its order.

    *unclear* are the phrases that are declared wrongly, so that nobody knows what they are; with
    EVERY_PHRASE among them, it is nobody knows which.
    """

    kinds: tuple[StatusKind, ...]
    unclear: frozenset[str] = frozenset()

    @cached_property
    def by_phrase(self) -> dict[str, StatusKind]:
        """Each of them by its phrase."""
        return {kind.phrase: kind for kind in self.kinds}

    def read(self, value: str) -> Status:
        """The status that a phrase states. Raises ValueError where it states none."""
        for phrase, when in divided(value):
            if kind := self.by_phrase.get(phrase):
                with suppress(ValueError):
                    return Status(kind, _read_when(when, kind.takes))
        raise ValueError(value)

    def leaves_open(self, value: str) -> bool:
        """Whether *value* may state a status that is declared wrongly."""
        phrases = {phrase for phrase, _ in divided(value)}
        return not self.unclear.isdisjoint({EVERY_PHRASE, *phrases})

    @property
    def listed(self) -> tuple[StatusKind, ...]:
        """Those that are named where one is missed."""
        return self.kinds[:MOST_LISTED]


EVERY_PHRASE = ""
MOST_LISTED = 30
USUAL = Statuses(STATUSES)
LONGEST_WHEN = 4  # words: `den 31. december 2026`, `inden udgangen af 2026`


def divided(value: str) -> Iterator[tuple[str, str]]:
    """*value* as a phrase and what is behind it: nothing, or a few words."""
    for words in range(LONGEST_WHEN + 1):
        phrase, *when = value.rsplit(" ", words)
        yield phrase, " ".join(when)


def ends_with_date(phrase: str) -> bool:
    """Whether *phrase* ends as a date does, so that it would be taken for one behind a phrase."""
    endings = [phrase, *(when for _, when in divided(phrase) if when)]
    return any(ending[-1].isdigit() and _is_date(ending) for ending in endings)


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return bool(read_due(text))
    return False


def read_sign(value: str) -> str:
    """A single character. Raises ValueError."""
    if not re.fullmatch(SIGN, value):
        raise ValueError(value)
    return value


SIGN = r"\S[\ufe0e\ufe0f]?"  # which may be said to be drawn as a text, or as a picture


def _read_when(written: str, takes: Takes) -> str:
    """The year or the date that a status *takes*, or nothing. Raises ValueError."""
    if takes is Takes.DATE:
        return read_due(written)
    pattern = f"i ({YEAR})" if takes is Takes.YEAR else "()"
    if not (match := re.fullmatch(pattern, written)):
        raise ValueError(written)
    return match[1]
