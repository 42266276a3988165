"""A calendar: its lines, and that they read back as what was put into them."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from statusnote import icalendar
from statusnote.icalendar import LONGEST_LINE, Entry

AS_OF = date(2025, 4, 10)
ENTRY = Entry(("Planen", "9", "Rapporten"), date(2025, 12, 31), "Frist: Rapporten", "Lovet; nu.")
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//statusnote//statusnote//DA
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Planen\\, den lange
BEGIN:VEVENT
UID:30b4f756-6ae0-5ba2-9b9e-42c18326676d
DTSTAMP:20250410T000000Z
DTSTART;VALUE=DATE:20251231
DTEND;VALUE=DATE:20260101
SUMMARY:Frist: Rapporten
DESCRIPTION:Lovet\\; nu.
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def uids(*entries: Entry) -> list[str]:
    return re.findall("UID:(.*)\r\n", icalendar.written("", AS_OF, entries))


def test_the_whole_of_a_calendar() -> None:
    written = icalendar.written("Planen, den lange", AS_OF, [ENTRY])
    assert written == CALENDAR.replace("\n", "\r\n")


def test_an_entry_stays_the_same_on_another_day_and_in_other_words() -> None:
    moved = Entry(ENTRY.known_by, date(2026, 12, 31), "Frist: Den er flyttet", "")
    assert uids(moved) == uids(ENTRY)
    assert uids(Entry(("Planen", "9", "Andet"), ENTRY.day, ENTRY.title, "")) != uids(ENTRY)


def test_two_entries_known_by_the_same_are_two() -> None:
    first, second, third = uids(ENTRY, ENTRY, ENTRY)
    assert [first] == uids(ENTRY)
    assert len({first, second, third}) == 3


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=200)


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_written_reads_back(name: str, title: str, text: str) -> None:
    written = icalendar.written(name, AS_OF, [Entry((title,), AS_OF, title, text)])
    assert written.endswith("\r\nEND:VCALENDAR\r\n")
    lines = written.removesuffix("\r\n").split("\r\n")
    assert max(len(line.encode()) for line in lines) <= LONGEST_LINE
    assert not any("\n" in line for line in lines)
    values = dict(line.split(":", 1) for line in written.replace("\r\n ", "").split("\r\n") if line)
    said = [values[key] for key in ("X-WR-CALNAME", "SUMMARY", "DESCRIPTION")]
    assert [*map(unescaped, said)] == [name, title, text]


def unescaped(value: str) -> str:
    """RFC 5545, 3.3.11."""
    return re.sub(r"\\(.)", lambda sign: {"n": "\n"}.get(sign[1], sign[1]), value)
