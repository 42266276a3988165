"""What differs between two plans → the terminal, Markdown and JSON.

Every start reads it for the names of the formats, and what only they need is loaded with them.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from pydantic import BaseModel
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.plan.model import Block, Grant
from statusnote.plan.scalars import Amount, Figure, InKroner, IsoDay, Period, Total
from statusnote.plan.statuses import Meaning, Status, StatusKind, Takes
from statusnote.render.gfm import escape

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from statusnote.changes.describe import Sentence, Topic
    from statusnote.changes.model import Changes, Words

# What a terminal shows of a renderable, which is told how wide it is.
OnTerminal = Callable[[Callable[[int], RenderableType]], str]
Formatter = Callable[["Changes", OnTerminal], str]
FORMATTERS: dict[str, Formatter] = {
    "text": lambda changes, on_terminal: on_terminal(lambda width: rendered(changes, width)),
    "md": lambda changes, _: as_markdown(changes),
    "json": lambda changes, _: as_json(changes),
}


def as_json(changes: "Changes") -> str:
    """All of it as one JSON object, complete enough to make the new plan of the old one."""
    return json.dumps(as_dict(changes), ensure_ascii=False, indent=2) + "\n"


def as_dict(changes: "Changes") -> dict[str, object]:
    """What JSON has for all of it.

    It is what changes/model.py says, field by field, and of what is no field of its own `counts`;
    TOLD has what JSON has for the values in it.
    """
    return {"counts": asdict(changes.counts), **_by_field(changes)}


def fields_told(value: "DataclassInstance | type[DataclassInstance]") -> list[str]:
    """The names of those fields of a *value*, or of a class of such, that JSON tells."""
    return [each.name for each in fields(value) if each.compare]


def _by_field(value: "DataclassInstance | type[DataclassInstance]") -> dict[str, object]:
    return {name: plain(getattr(value, name)) for name in fields_told(value)}


def plain(value: object) -> object:
    """What JSON has for *value*, which may be all changes, or a part of them."""
    for kind, told in TOLD.items():
        if isinstance(value, kind):
            return told(value)
    match value:
        case BaseModel():
            return {key: plain(each) for key, each in value}
        case tuple():
            return [*map(plain, value)]
        case dict():
            return {str(key): plain(each) for key, each in value.items()}
    return _by_field(value) if is_dataclass(value) else value


class StatusJson(TypedDict):
    """A status that a plan declares, or one of the usual ones."""

    phrase: Annotated[str, "what it is called, without the year or the date behind it"]
    meaning: Annotated[Meaning, "what it means, in whichever words"]
    takes: Annotated[Takes, "what stands behind its phrase"]
    sentence: Annotated[str, "what opens an account, `{}` for the status; empty where nothing does"]
    sign: Annotated[str, "its sign on a terminal"]


class AmountJson(InKroner):
    """An amount."""

    amount: Annotated[str, "the amount as it is written: `4,5 mio.`"]


class GrantJson(AmountJson):
    """Money that is given to somebody."""

    recipient: Annotated[str, "whom it is given to"]


class GrantsJson(TypedDict):
    """A list of grants."""

    grants: Annotated[list[GrantJson], "the grants"]


class ListJson(TypedDict):
    """A list."""

    list: Annotated[list[str], "its items"]


class NumberedListJson(TypedDict):
    """A list whose items are numbered."""

    numbered_list: Annotated[list[str], "its items"]


def _plain_phrase(status: Status) -> str:
    return status.phrase


def _plain_status(kind: StatusKind) -> StatusJson:
    return {
        "phrase": kind.phrase,
        "meaning": kind.meaning,
        "takes": kind.takes,
        "sentence": kind.sentence,
        "sign": kind.sign,
    }


def _plain_amount(amount: Amount) -> AmountJson:
    return {"amount": amount.written, "kroner": amount.kroner, "rounded": amount.rounded}


def _plain_figure(figure: Figure) -> str:
    return figure.written


def _plain_total(total: Total) -> InKroner:
    return total.in_kroner


def _plain_period(period: Period) -> str:
    return f"{period.first}-{period.last}"


def _plain_day(day: date) -> IsoDay:
    return day.isoformat()


def _plain_grant(grant: Grant) -> GrantJson:
    return {"recipient": grant.recipient, **_plain_amount(grant.amount)}


def _plain_block(block: Block) -> str | GrantsJson | ListJson | NumberedListJson:
    if block.paragraph is not None:
        return block.paragraph
    if block.grants:
        return {"grants": [*map(_plain_grant, block.grants)]}
    return {"list": [*block.list]} if block.list else {"numbered_list": [*block.numbered_list]}


# The first that fits a value tells it; that each says what it gives back makes the schema.
TOLD: dict[type, Callable[[Any], object]] = {
    Status: _plain_phrase,
    StatusKind: _plain_status,
    Amount: _plain_amount,
    Figure: _plain_figure,
    Total: _plain_total,
    Period: _plain_period,
    date: _plain_day,
    Grant: _plain_grant,
    Block: _plain_block,
}


def as_markdown(changes: "Changes") -> str:
    """All of it in GitHub Flavored Markdown: what is removed is struck, what is added is bold."""
    from statusnote.changes import describe

    blocks = [f"**{describe.in_one_line(changes)}**", *map(_markdown, describe.topics(changes))]
    return "\n\n".join(blocks) + "\n"


def _markdown(topic: "Topic") -> str:
    return f"### {escape(topic.heading)}\n\n{items(topic)}"


def items(topic: "Topic") -> str:
    """The sentences of a *topic* as a list in GitHub Flavored Markdown."""
    return "\n".join(f"- {' '.join(map(_marked, sentence))}" for sentence in topic.sentences)


def _marked(words: "Words") -> str:
    """Marks count beside a space only where a character that is none follows (GFM 6.4)."""
    mark = MARKDOWN_MARKS[words.fate]
    edges = re.sub(r"^\s|\s$", lambda space: f"&#{ord(space[0])};", escape(words.text))
    return f"{mark}{edges}{mark}"


# By the Fate of the words.
MARKDOWN_MARKS = {"kept": "", "removed": "~~", "added": "**"}
TERMINAL_MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
COLOURS = {"kept": "", "removed": "red strike", "added": "green"}


def rendered(changes: "Changes", width: int) -> RenderableType:
    """All of it for the eye, in Danish, on *width* columns."""
    from statusnote.changes import describe

    blocks: list[RenderableType] = [Text(describe.in_one_line(changes), style="bold")]
    for topic in describe.topics(changes):
        blocks += [Text(), *lines(topic)]
    return Constrain(Group(*blocks), width)


def lines(topic: "Topic") -> Iterator[RenderableType]:
    """A *topic* for the eye: its heading, and its sentences below it."""
    yield Text(danish.plain(topic.heading), style="bold")
    yield listed(topic.sentences)


def listed(sentences: "Iterable[Sentence]") -> Table:
    """*sentences* for the eye, a point each."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for sentence in sentences:
        table.add_row("·", Text(" ").join(map(_coloured, sentence)))
    return table


def _coloured(words: "Words") -> Text:
    text = TERMINAL_MARKS[words.fate].format(danish.plain(words.text))
    return Text(text, style=COLOURS[words.fate])
