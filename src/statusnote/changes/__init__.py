"""Two plans → what differs between them in meaning, for the terminal, as Markdown and as JSON."""

from statusnote.changes.compare import compare
from statusnote.changes.formats import as_json, as_markdown, rendered
from statusnote.changes.model import Changes, InitiativeChange
from statusnote.changes.whats_new import with_news

__all__ = [
    "Changes",
    "InitiativeChange",
    "as_json",
    "as_markdown",
    "compare",
    "rendered",
    "with_news",
]
