"""All that is sent out when the parties are asked: for each a workbook, a mail and a calendar."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from statusnote import danish, deadlines, icalendar, summary
from statusnote.answers import questions
from statusnote.answers.request import Request
from statusnote.extras import office
from statusnote.icalendar import Entry
from statusnote.plan.model import Plan


def files_for(
    plan: Plan, data: bytes, wanted: Iterable[str], deadline: date | None
) -> dict[str, bytes]:
    """What is sent to the *wanted* parties, or to all, by the names of the files.

    They are named by code or full name; *data* is what the file holds that *plan* was read from,
    and *deadline* the day by which they are to answer, if any.
    Raises ProblemsFound (E901), and summary.UnknownValue for a party that is responsible for
    nothing.
    """
    office("openpyxl")
    known = {code: plan.ministries[code] for code in questions.parties(plan)}
    chosen = [summary.code_of(known, name, "--party") for name in wanted] or known
    stems = file_names(known)
    digest = questions.hash_of(data)
    contents: dict[str, bytes] = {}
    for code in filter({*chosen}.__contains__, known):
        contents |= _sent(Request(plan, code, deadline, digest, stems[code]))
    return contents


def _sent(request: Request) -> dict[str, bytes]:
    from statusnote.answers import message, workbook  # which load what only they need

    attached = {request.workbook: workbook.made(request)}
    if entries := [*_entries(request)]:
        title, as_of = request.plan.title, request.plan.as_of
        calendar = icalendar.written(f"{title}: {request.party}", as_of, entries)
        attached[f"{request.stem}.ics"] = calendar.encode()
    return {**attached, f"{request.stem}.eml": message.made(request, attached)}


def _entries(request: Request) -> Iterator[Entry]:
    """The day by which to answer, and those of the party's promises that are open."""
    plan = request.plan
    if request.deadline and not request.is_for_reading:
        text = f"Svar på {request.workbook}: {request.contents}."
        known_by = (plan.title, plan.as_of.isoformat(), request.party)
        yield Entry(known_by, request.deadline, f"Svarfrist: {plan.title}", text)
    for initiative in (each for section in plan.all_sections for each in section.initiatives):
        for milestone in initiative.milestones if request.party in initiative.ministries else ():
            last = milestone.last_day
            if last and not milestone.is_met(plan.as_of):
                yield deadlines.entry(plan.title, plan.terms, initiative, milestone, last)


def file_names(codes: Iterable[str]) -> dict[str, str]:
    """A name for the files of each of *codes*, without an ending, that every system takes.

    What Windows doesn't take becomes a hyphen, and its names for devices get one (Microsoft,
    »Naming Files, Paths, and Namespaces«). Where two are alike, but for their case, the second one
    is numbered.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for code in codes:
        plain = re.sub(r"[^\w.+&-]+", "-", danish.composed(code))[:LONGEST_NAME].strip(".-")
        if not plain or re.fullmatch(DEVICE, plain, re.IGNORECASE):
            plain = f"{plain}-part"
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain}-{count}"
        taken.add(name.casefold())
        names[code] = name
    return names


LONGEST_NAME = 60  # characters; a system takes 255 bytes or units, and Windows 260 with the folders
DEVICE = r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?"
