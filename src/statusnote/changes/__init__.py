"""Two plans → what differs between them in meaning, for the terminal, as Markdown and as JSON."""

from statusnote.changes.comparing import compare
from statusnote.changes.differences import Changes, InitiativeChange
from statusnote.changes.forms import as_json, as_markdown, rendered
from statusnote.changes.news import with_news

__all__ = [
    "Changes",
    "InitiativeChange",
    "as_json",
    "as_markdown",
    "compare",
    "rendered",
    "with_news",
]
