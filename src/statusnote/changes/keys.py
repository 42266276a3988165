"""What is told of the data in what has changed: each part of them and its keys, in English.

The model has the words for those who write the data, which are Danish.
"""

from typing import NamedTuple

from statusnote.plan.model import Indicator, Initiative, Milestone, Part


class Described(NamedTuple):
    """What a part of the data is, and what each of its *keys* says."""

    part: str
    keys: dict[str, str]


DESCRIBED: dict[type, Described] = {
    Initiative: Described(
        "An initiative, as the data have it.",
        {
            "number": "its number, a text where that is no whole number",
            "title": "its title",
            "ministries": "the codes of those who are responsible",
            "participants": "the codes of those who take part, but are not responsible",
            "reserve_financed": "whether it is financed of the reserve",
            "marks": "the marks that it is given",
            "status": "its status as it is written: `afsluttes i 2025`",
            "account": "its paragraphs, with their markup, and its lists",
            "parts": "its parts",
            "budget": "what is set aside for it, by the year",
            "indicators": "what is measured of it",
            "milestones": "what is promised",
            "more": "what the plan has of its own about it",
        },
    ),
    Part: Described(
        "A part of an initiative that has a status of its own.",
        {
            "number": "its number, a text where that is no whole number; or null",
            "title": "its title",
            "status": "its status, as it is written",
        },
    ),
    Indicator: Described(
        "What is measured, to see whether an initiative has its effect.",
        {
            "name": "what is measured",
            "unit": "what it is measured in; or null",
            "baseline": "what it was when the plan began, as it is written: `12,5`; or null",
            "target": "what is aimed at, as it is written; or null",
            "latest": "what was measured last, as it is written; null where nothing was",
            "measured": "when that was measured, as vague as it was written; or null",
        },
    ),
    Milestone: Described(
        "Something promised by a date.",
        {
            "what": "what is promised",
            "due": "when it is promised, as vague as it was written: `ultimo 2026`, `2026-07`",
            "met": "the day on which it was met; null where it is open",
            "moved_from": "when it was promised before, if it was moved",
        },
    ),
}
