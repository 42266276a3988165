"""What versions of a plan say → the terminal, Markdown, CSV, JSON and a web page.

Every start reads it for the names of the formats, and what only they need is loaded with them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statusnote.changes.formats import OnTerminal
    from statusnote.history.model import History

Formatter = Callable[["History", "OnTerminal"], str]


def _text(history: "History", on_terminal: "OnTerminal") -> str:
    from statusnote.history.terminal import rendered

    return on_terminal(lambda width: rendered(history, width))


def _markdown(history: "History", _: "OnTerminal") -> str:
    from statusnote.history.files import as_markdown

    return as_markdown(history)


def _csv(history: "History", _: "OnTerminal") -> str:
    from statusnote.history.files import as_csv

    return as_csv(history)


def _json(history: "History", _: "OnTerminal") -> str:
    from statusnote.history.files import as_json

    return as_json(history)


def _html(history: "History", _: "OnTerminal") -> str:
    from statusnote.history.page import as_html

    return as_html(history)


FORMATTERS: dict[str, Formatter] = {
    "text": _text,
    "md": _markdown,
    "csv": _csv,
    "json": _json,
    "html": _html,
}
