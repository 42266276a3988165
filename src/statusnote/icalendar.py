"""Days to keep, as a calendar that Outlook and others read (iCalendar, RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

LONGEST_LINE = 75  # octets, without the line break (RFC 5545, 3.1)


@dataclass(frozen=True)
class Entry:
    """A *day* to keep: its *title*, and what is said of it.

    What it stands for is *known_by* some texts, so that it is the same entry in a later calendar
    in which its day is another, and takes the place of the older one.
    """

    known_by: tuple[str, ...]
    day: date
    title: str
    text: str


def written(name: str, as_of: date, entries: Iterable[Entry]) -> str:
    """The calendar of this *name* with *entries*, as it stands on the day *as_of*.

    Each is an event of a whole day, during which one is free: a task (VTODO) would say better what
    it is, but Outlook doesn't import any.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//statusnote//statusnote//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for uid, entry in _identified(entries) for line in _event(uid, entry, as_of)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _identified(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry with an identifier of its own, also where two are known by the same."""
    seen: set[str] = set()
    for entry in entries:
        known_by = "\n".join(entry.known_by)
        while (uid := str(uuid5(NAMESPACE_URL, f"statusnote:{known_by}"))) in seen:
            known_by += "\n"
        seen.add(uid)
        yield uid, entry


def _event(uid: str, entry: Entry, as_of: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(1):%Y%m%d}",  # the first day that it isn't
        f"SUMMARY:{_escaped(entry.title)}",
        f"DESCRIPTION:{_escaped(entry.text)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """*text* as a value (RFC 5545, 3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def _folded(line: str) -> Iterator[str]:
    """The lines that stand for *line*, each but the first with a space before it, none too long.

    A character isn't divided, though it may be of several octets.
    """
    if len(line.encode()) <= LONGEST_LINE:
        yield line
        return
    part, room = "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            part, room = " ", LONGEST_LINE - 1
        part, room = part + character, room - size
    yield part
