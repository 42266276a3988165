"""The types of the fields of a plan: what reads each, and the problem that it reports."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError, PydanticOmit

from statusnote import danish
from statusnote.plan.scalars import (
    Amount,
    Figure,
    NoSuchDay,
    Number,
    Period,
    fixed,
    read_amount,
    read_day,
    read_due,
    read_figure,
    read_format,
    read_number,
    read_period,
    read_required,
    read_truth,
    read_year,
)
from statusnote.plan.statuses import (
    USUAL,
    Meaning,
    Status,
    Statuses,
    ends_with_date,
    read_sign,
)
from statusnote.reading import inline
from statusnote.reading.nodes import MappingNode, ScalarNode, SequenceNode

LONGEST_PARAGRAPH = 10_000  # characters; markup takes time that grows with their square


@dataclass
class Reading:
    """What is known while a file is read: its *statuses*, and how many *errors* it has so far."""

    statuses: Statuses = USUAL
    errors: int = 0


def _reading(code: str, read: Any) -> PlainValidator:
    """A validator that reads a text with *read*, and reports *code* where it raises ValueError.

    It is E343 of a day that its month hasn't got.
    """

    def validate(value: object) -> object:
        text = fixed(_text(value))
        try:
            return read(text)
        except NoSuchDay as error:
            raise PydanticCustomError(
                "E343", "{value}", {"value": text, "last": error.last}
            ) from error
        except ValueError as error:
            raise PydanticCustomError(code, "{value}", {"value": text}) from error

    return PlainValidator(validate)


def _text(value: object) -> str:
    """One line of text: trimmed, with single spaces and composed letters."""
    return danish.composed(_line(value))


def _line(value: object) -> str:
    if not isinstance(value, ScalarNode):
        raise PydanticCustomError("E303", "")
    if re.search("[\r\n]", value.strip(" \t\r\n")):
        raise PydanticCustomError("E309", "")
    text = value.strip()
    if not text:
        raise PydanticCustomError("E307", "")
    return re.sub("[ \t]+", " ", text)


def _code(value: object) -> str:
    return fixed(_text(value))


def _paragraph(value: object) -> str:
    if isinstance(value, MappingNode) and any(value.values()):
        raise PydanticCustomError("E310", "", {"key": next(iter(value))})
    text = "".join(
        part if part.startswith("](") else danish.composed(part)
        for part in re.split(r"(\]\([^\s)]*)", _line(value))  # an address leads where it is written
    )
    if len(text) > LONGEST_PARAGRAPH:
        raise PydanticCustomError("E321", "", {"limit": LONGEST_PARAGRAPH})
    if links := inline.foreign_links(text):
        raise PydanticCustomError("E308", "", {"url": "«, »".join(links)})
    if lost := inline.lost_in_links(text):
        raise PydanticCustomError("E315", "", {"lost": "«, »".join(lost)})
    return text


def _status(value: object, info: ValidationInfo) -> Status:
    """The status that *value* states; it is passed over where it may be one declared wrongly."""
    text = fixed(_text(value))
    statuses = info.context.statuses if info.context else USUAL
    try:
        return statuses.read(text)
    except ValueError as error:
        if statuses.leaves_open(text):
            raise PydanticOmit from error
        code = "E304" if statuses is USUAL else "E332"
        raise PydanticCustomError(code, "{value}", {"value": text}) from error


def _phrase(value: object) -> str:
    text = fixed(_text(value))
    if ends_with_date(text):
        raise PydanticCustomError("E330", "", {"phrase": text})
    return text


def _sentence(value: object, info: ValidationInfo) -> str:
    text = _text(value)
    if text == NO_SENTENCE:
        return ""
    if re.search("[{}]", text.replace("{}", "", 1)):
        raise PydanticCustomError("E328", "")
    if (info.data or {}).get("takes_date") and "{}" not in text:
        raise PydanticCustomError("E329", "")
    return text


NO_SENTENCE = "none"


def some(value: Any) -> Any:
    """*value*, where it holds something. Raises E307 where it is an empty list or mapping."""
    if value in ([], {}):
        raise PydanticCustomError("E307", "")
    return value


def _listed(value: object) -> object:
    return SequenceNode([value]) if isinstance(value, ScalarNode) and value else value


SOME = BeforeValidator(some)
LISTED = BeforeValidator(_listed)
LineText = Annotated[str, PlainValidator(_text)]
Code = Annotated[str, PlainValidator(_code)]
ParagraphText = Annotated[str, PlainValidator(_paragraph)]
InitiativeNumber = Annotated[Number, _reading("E311", read_number)]
FormatNumber = Annotated[int, _reading("E340", read_format)]
Truth = Annotated[bool, _reading("E312", read_truth)]
Required = Annotated[str, _reading("E342", read_required)]
Day = Annotated[date, _reading("E314", read_day)]
Due = Annotated[str, _reading("E305", read_due)]
Kroner = Annotated[Amount, _reading("E306", read_amount)]
StatusPhrase = Annotated[Status, PlainValidator(_status)]
Phrase = Annotated[str, PlainValidator(_phrase)]
MeaningWord = Annotated[Meaning, _reading("E327", Meaning)]
Sentence = Annotated[str, PlainValidator(_sentence)]
Sign = Annotated[str, _reading("E331", read_sign)]
Years = Annotated[Period, _reading("E313", read_period)]
Measure = Annotated[Figure, _reading("E335", read_figure)]
Year = Annotated[int, _reading("E336", read_year)]
More = Annotated[dict[Code, LineText], SOME]
