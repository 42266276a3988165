"""What a plan's file may say."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from statusnote import inline
from statusnote.source import KEYS, Mapping, Sequence, Text


class StatusKind(StrEnum):
    """The fixed phrases, without the year that two of them take."""

    COMPLETED = "gennemført"
    PARTLY_COMPLETED = "delvist gennemført"
    IN_PROGRESS = "igangværende"
    ON_TRACK = "forløber planmæssigt"
    ENDS = "afsluttes"
    NOT_CARRIED_OUT = "ikke gennemført"


WITH_YEAR = (StatusKind.ENDS, StatusKind.NOT_CARRIED_OUT)


class Status(NamedTuple):
    """The fixed phrase that opens an account, and the year in it, where the phrase takes one."""

    kind: StatusKind
    year: int | None = None

    @property
    def phrase(self) -> str:
        """The phrase as it is written in the data: `afsluttes i 2025`."""
        return f"{self.kind} i {self.year}" if self.year else str(self.kind)


class Amount(NamedTuple):
    """An amount in whole kroner. One that was written in millions is *rounded*."""

    kroner: int
    written: str
    rounded: bool = False


class Period(NamedTuple):
    """The first and the last year of a plan."""

    first: int
    last: int


def read_status(value: str) -> Status:
    """The status that a phrase states. Raises ValueError where it states none."""
    match = re.fullmatch(rf"(.+?)(?: i ({_YEAR}))?", value)
    kind = StatusKind(match[1] if match else "")
    year = match[2] if match else None
    if (kind in WITH_YEAR) != bool(year):
        raise ValueError(value)
    return Status(kind, int(year) if year else None)


def read_amount(value: str) -> Amount:
    """Whole kroner (`2830850`, `2.830.850`) or millions (`4,5 mio.`). Raises ValueError."""
    if re.fullmatch(r"[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,4}", value):
        return Amount(int(value.replace(".", "")), value)
    if match := re.fullmatch(r"([1-9][0-9]{0,5}|0(?=,))(,[0-9]{1,6})? mio\.", value):
        millions = Decimal((match[1] + (match[2] or "")).replace(",", "."))
        if kroner := int(millions * 1_000_000):
            return Amount(kroner, value, rounded=True)
    raise ValueError(value)


def read_period(value: str) -> Period:
    """`2023-2026`. Raises ValueError."""
    match = re.fullmatch(rf"({_YEAR})[-–]({_YEAR})", value)
    if not match or match[1] > match[2]:
        raise ValueError(value)
    return Period(int(match[1]), int(match[2]))


def read_day(value: str) -> date:
    """A day of the calendar, `2025-04-10`. Raises ValueError."""
    if not re.fullmatch(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}", value):
        raise ValueError(value)
    return date.fromisoformat(value)


def read_due(value: str) -> str:
    """A date that is as precise as what is known, kept as it is written. Raises ValueError."""
    if not re.fullmatch(_VAGUE_DATE, value):
        read_day(f"{value}-01" if re.fullmatch(rf"{_YEAR}-[0-9]{{2}}", value) else value)
    return value


_YEAR = "[1-9][0-9]{3}"
_VAGUE_DATE = (
    r"(?:(?:primo|medio|ultimo|begyndelsen af|slutningen af|[1-4]\. kvartal|inden sommerferien"
    r"|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?) )?" + _YEAR
)


def _reading(code: str, read: Any) -> PlainValidator:
    """A validator that reads a text with *read*, and reports *code* where it raises ValueError."""

    def validate(value: object) -> object:
        text = _text(value)
        try:
            return read(text)
        except ValueError as error:
            raise PydanticCustomError(code, "{value}", {"value": text}) from error

    return PlainValidator(validate)


def _text(value: object) -> str:
    """One line of text: trimmed, with single spaces."""
    if not isinstance(value, Text):
        raise PydanticCustomError("E303", "", {"expected": "tekst"})
    text = value.strip(" \t\r\n")
    if not text:
        raise PydanticCustomError("E307", "")
    if re.search("[\r\n]", text):
        raise PydanticCustomError("E309", "")
    return re.sub("[ \t]+", " ", text)


def _paragraph(value: object) -> str:
    text = _text(value)
    if links := inline.foreign_links(text):
        raise PydanticCustomError("E308", "", {"url": "«, »".join(links)})
    if lost := inline.lost_in_links(text):
        raise PydanticCustomError("E315", "", {"lost": "«, »".join(lost)})
    return text


def _number(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", value):
        raise ValueError(value)
    return int(value)


def _truth(value: str) -> bool:
    if value not in ("true", "false"):
        raise ValueError(value)
    return value == "true"


def _some(value: Any) -> Any:
    if value in ([], {}):
        raise PydanticCustomError("E307", "")
    return value


def _listed(value: object) -> object:
    return Sequence([value]) if isinstance(value, Text) and value else value


_SOME = BeforeValidator(_some)
Line = Annotated[str, PlainValidator(_text)]
Paragraph = Annotated[str, PlainValidator(_paragraph)]
Number = Annotated[int, _reading("E311", _number)]
Truth = Annotated[bool, _reading("E312", _truth)]
Day = Annotated[date, _reading("E314", read_day)]
Due = Annotated[str, _reading("E305", read_due)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Grant(_Strict):
    """A recipient and an amount in kroner; `recipient: amount` in the file."""

    recipient: Line
    amount: Annotated[Amount, _reading("E306", read_amount)]

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        recipient, amount = _pair(value, "ét tilskud, »modtager: beløb«")
        return {"recipient": recipient, "amount": amount}


class Milestone(_Strict):
    """Something promised by a date; `what: due` is its short form."""

    what: Line
    due: Due
    met: Day | None = None
    moved_from: tuple[Due, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if isinstance(value, Mapping) and {"what", "due"} & value.keys():
            return value
        what, due = _pair(value, "én milepæl, »det lovede: dato«, eller nøglerne what og due")
        return {"what": what, "due": due}


def _pair(value: object, expected: str) -> tuple[object, object]:
    if not isinstance(value, Mapping) or len(value) != 1:
        raise PydanticCustomError("E303", "", {"expected": expected})
    return next(iter(value.items()))


def _is_amount(value: str) -> bool:
    try:
        read_amount(value.strip())
    except ValueError:
        return False
    return True


class Block(_Strict):
    """A part of an account: a paragraph, or a list of grants."""

    paragraph: Paragraph | None = None
    grants: Annotated[tuple[Grant, ...], _SOME] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if not isinstance(value, Mapping):
            return {"paragraph": value}
        for key, item in _some(value).items():
            if key != "grants" and isinstance(item, Text) and _is_amount(item):
                raise PydanticCustomError("E316", "", {"key": key})
            if key != "grants":
                raise PydanticCustomError("E310" if key else "E307", "", {"key": key})
        return value


class Initiative(_Strict):
    """One row of the note."""

    number: Number
    title: Line
    ministries: Annotated[tuple[Line, ...], _SOME, BeforeValidator(_listed)]
    reserve_financed: Truth = False
    status: Annotated[Status, _reading("E304", read_status)]
    account: tuple[Block, ...] = ()
    milestones: tuple[Milestone, ...] = ()


class Section(_Strict):
    """One part of a plan."""

    title: Line
    initiatives: tuple[Initiative, ...]


class Plan(_Strict):
    """The whole file."""

    title: Line
    stamp: Line | None = None
    as_of: Day
    period: Annotated[Period, _reading("E313", read_period)]
    introduction: tuple[Paragraph, ...]
    ministries: Annotated[dict[Line, Line], _SOME]
    sections: Annotated[tuple[Section, ...], _SOME]


# The keys that a part of the file may have, by the key that holds it.
KNOWN_KEYS = {
    "": tuple(Plan.model_fields),
    "sections": tuple(Section.model_fields),
    "initiatives": tuple(Initiative.model_fields),
    "milestones": tuple(Milestone.model_fields),
}

# What pydantic finds in the shape of the file: its name for it, and what we expected there.
EXPECTED = {
    "tuple_type": "en liste, hvor hver linje begynder med en bindestreg",
    "dict_type": KEYS,
    "model_type": KEYS,
}
