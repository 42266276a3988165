"""Who has approved a plan → the terminal, Markdown and JSON.

Every start reads it for the names of the formats, and what only they need is loaded with them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statusnote.approvals.standing import Standing
    from statusnote.changes.formats import OnTerminal

Formatter = Callable[["Standing", "OnTerminal"], str]


def _text(standing: "Standing", on_terminal: "OnTerminal") -> str:
    from statusnote.approvals.shown import rendered

    return on_terminal(lambda width: rendered(standing, width))


def _markdown(standing: "Standing", _: "OnTerminal") -> str:
    from statusnote.approvals.shown import as_markdown

    return as_markdown(standing)


def _json(standing: "Standing", _: "OnTerminal") -> str:
    from statusnote.approvals.shown import as_json

    return as_json(standing)


FORMATTERS: dict[str, Formatter] = {"text": _text, "md": _markdown, "json": _json}
