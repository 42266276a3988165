"""What differs between two plans → the terminal, Markdown and JSON.

Every start reads it for the names of the formats, and what only they need is loaded with them.
"""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from statusnote import danish
from statusnote.plan.model import Block, Grant
from statusnote.plan.scalars import Amount, Figure, Period, Total
from statusnote.plan.statuses import Status, StatusKind
from statusnote.render.gfm import escape

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from statusnote.changes.describe import Topic
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
    """All of it as one JSON object.

    `counts`                 how many initiatives were `completed`, `delayed`, `new`, `gone`, and
                             `changed` in other ways
    `title`, `stamp`, `as_of`, `period`, `print_numbers`, `print_milestones`,
    `publish_source`, `total` (of all grants), `budget` (of all years)
                             `{"old": …, "new": …}`, or null where nothing changed
    `introduction`           the paragraphs that changed: their places `old` and `new`, from 1, null
                             where it is not in, and `words`: stretches, each a `text` with its
                             `fate`, `kept`, `removed` or `added`
    `head`, `terms`, `ministries`, `statuses`, `sections`, `initiatives`, `more`
                             what was `added`, `removed`, and `changed`

    An initiative that was added or removed is whole, with the `section` that it stands in. One that
    changed has its new `number` and `title`; `renumbered`, `retitled`, `section`, `ministries`,
    `reserve_financed`, `status` and `total`, each old and new or null; the paragraphs of its
    `account` that changed; and what was added, removed and changed of its `grants`, its `parts`,
    its `indicators`, the years of its `budget`, what it has under `more`, and its `milestones`, a
    milestone with the `days` that its last day moved. Values are those of the file; a grant and a
    budget have their `amount` as it is written, in `kroner`, and whether that is `rounded`; and a
    status of the plan its `phrase`, its `meaning`, its `sentence`, its `sign`, and what it `takes`,
    which is `nothing`, `year` or `date`.
    """
    told = {"counts": asdict(changes.counts), **_by_field(changes)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _by_field(value: "DataclassInstance | type[DataclassInstance]") -> dict[str, object]:
    compared = (each.name for each in fields(value) if each.compare)
    return {name: _plain(getattr(value, name)) for name in compared}


def _plain(value: object) -> object:
    """What JSON has for *value*."""
    for kind, told in TOLD.items():
        if isinstance(value, kind):
            return told(value)
    return _by_field(value) if is_dataclass(value) else value


def _plain_status(kind: StatusKind) -> dict[str, str]:
    figures = kind._asdict()
    return {name: figures[name] for name in ("phrase", "meaning", "takes", "sentence", "sign")}


def _plain_amount(amount: Amount) -> dict[str, object]:
    return {"amount": amount.written, "kroner": amount.kroner, "rounded": amount.rounded}


# The first that fits a value tells it.
TOLD: dict[type, Callable[[Any], object]] = {
    Status: lambda status: status.phrase,
    StatusKind: _plain_status,
    Amount: _plain_amount,
    Figure: lambda figure: figure.written,
    Total: Total._asdict,
    Period: lambda period: f"{period.first}-{period.last}",
    date: date.isoformat,
    Grant: lambda grant: {"recipient": grant.recipient, **_plain_amount(grant.amount)},
    Block: lambda block: block.paragraph or {key: _plain(each) for key, each in block if each},
    BaseModel: lambda model: {key: _plain(each) for key, each in model},
    tuple: lambda items: [_plain(each) for each in items],
    dict: lambda pairs: {str(key): _plain(each) for key, each in pairs.items()},
}


def as_markdown(changes: "Changes") -> str:
    """All of it in GitHub Flavored Markdown: what is removed is struck, what is added is bold."""
    from statusnote.changes import describe

    blocks = [f"**{describe.in_one_line(changes)}**", *map(_markdown, describe.topics(changes))]
    return "\n\n".join(blocks) + "\n"


def _markdown(topic: "Topic") -> str:
    items = (f"- {' '.join(map(_marked, sentence))}" for sentence in topic.sentences)
    return "\n".join([f"### {escape(topic.heading)}", "", *items])


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
        blocks += [Text(), Text(danish.plain(topic.heading), style="bold"), _sentences(topic)]
    return Constrain(Group(*blocks), width)


def _sentences(topic: "Topic") -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for sentence in topic.sentences:
        table.add_row("·", Text(" ").join(map(_coloured, sentence)))
    return table


def _coloured(words: "Words") -> Text:
    text = TERMINAL_MARKS[words.fate].format(danish.plain(words.text))
    return Text(text, style=COLOURS[words.fate])
