"""What a party approves: its part of a plan, which has one form however the file is written."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from statusnote.changes.compare import SPACES, initiatives_of
from statusnote.changes.model import Placed
from statusnote.plan.model import RESERVE, Plan
from statusnote.plan.scalars import Amount, Figure, Number, in_order
from statusnote.plan.statuses import Status

# Of this form of a part. One that differs gets the next number, and the hashes of the one before it
# are still compared with what that one makes of the plan.
FORMAT = 1
# The lists whose order says nothing, as `diff` has it. That of the responsible tells who answers,
# and an account is read from its beginning to its end.
UNORDERED = ("participants", "marks", "grants", "parts", "indicators", "milestones")


def hash_of(plan: Plan, party: str) -> str:
    """The SHA-256 of the part of *plan* that *party* answers for, in hex.

    It is that of `part_of` as JSON in UTF-8, with its keys in order and nothing between them.
    """
    return hashlib.sha256(_in_one_way(part_of(plan, party)).encode()).hexdigest()


def part_of(plan: Plan, party: str) -> dict[str, Any]:
    """All that the rows of *party* show in the note on *plan*, in meaning and not in text.

    They are the initiatives that it is responsible for, alone or with others, and what is said of
    them elsewhere: the title of their section, the names and the meanings of the codes, the marks
    and the statuses in them, the words of the plan's own, what is printed of each, and the day that
    the plan speaks for. What is left out, or says what holds without it, is not there: a key that
    is added to the format later changes no hash of a plan without it.
    """
    placed = initiatives_of_party(plan, party)
    codes = {code for each in placed for code in codes_of(each)}
    signs = {sign for each in placed for sign in signs_of(each)}
    return {
        "format": FORMAT,
        "party": party,
        "as_of": plan.as_of.isoformat(),
        "print_numbers": plan.print_numbers,
        "print_milestones": prints_milestones(plan, placed),
        "terms": meant(plan.terms),
        "names": meant(_only(plan.ministries, codes)),
        "marks": meant(_only(plan.signs, signs)),
        "initiatives": [
            {"section": meant(each.section), "initiative": meant(each.initiative)}
            for each in sorted(placed, key=lambda one: in_order(one.initiative.number))
        ],
    }


def initiatives_of_party(plan: Plan, party: str) -> list[Placed]:
    """The initiatives of *plan* that *party* is responsible for, alone or with others."""
    return [each for each in initiatives_of(plan) if party in each.initiative.ministries]


def numbers_of(plan: Plan, party: str) -> tuple[Number, ...]:
    """The numbers of those initiatives, in their order."""
    placed = initiatives_of_party(plan, party)
    return tuple(sorted((each.initiative.number for each in placed), key=in_order))


def codes_of(placed: Placed) -> Iterable[str]:
    """The codes that its row shows."""
    return (*placed.initiative.ministries, *placed.initiative.participants)


def signs_of(placed: Placed) -> Iterable[str]:
    """The marks that its row shows."""
    reserve = (RESERVE,) if placed.initiative.reserve_financed else ()
    return (*reserve, *placed.initiative.marks)


def prints_milestones(plan: Plan, placed: Iterable[Placed]) -> bool:
    """Whether the rows of *placed* show milestones."""
    return plan.print_milestones and any(each.initiative.milestones for each in placed)


def _only(named: Mapping[str, str], wanted: set[str]) -> dict[str, str]:
    return {key: text for key, text in named.items() if key in wanted}


def meant(value: object) -> object:
    """What *value*, of a plan, means, as JSON has it: the same, in whichever way it is written.

    An amount is its kroner, and whether they are rounded. A status is what it is called and means,
    and its sentence, but not its sign, which only a terminal shows.
    """
    match value:
        case Status():
            sentence = meant(value.kind.sentence)
            return {"phrase": value.phrase, "means": value.kind.meaning, "sentence": sentence}
        case Amount():
            return [value.kroner, value.rounded]
        case Figure():
            return value.written
        case date():
            return value.isoformat()
        case BaseModel():
            return _meant_by(value)
        case dict():
            return {str(key): meant(each) for key, each in value.items()}
        case tuple():
            return [*map(meant, value)]
        case str():
            return re.sub(SPACES, " ", value)
    return value


def _meant_by(part: BaseModel) -> dict[str, object]:
    """What the fields of a *part* of the model mean that say something."""
    fields = type(part).model_fields
    said = {
        name: meant(each)
        for name, each in part
        if each != fields[name].get_default(call_default_factory=True)
    }
    return {
        name: sorted(each, key=_in_one_way)
        if name in UNORDERED and isinstance(each, list)
        else each
        for name, each in said.items()
    }


def _in_one_way(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
