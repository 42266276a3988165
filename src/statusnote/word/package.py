"""What a document says of itself, and its file: the same data give the same bytes."""

from datetime import UTC, date, datetime, time
from io import BytesIO
from textwrap import shorten
from typing import Any

from statusnote import danish
from statusnote.extras import dated
from statusnote.note import DRAFT, Note
from statusnote.word.template import LANGUAGE


def describe(document: Any, note: Note) -> None:
    """Say in the *document* what the *note* is, and nothing of who made it where and when."""
    title = danish.plain(f"{DRAFT}: {note.title}" if note.draft else note.title)
    sender = "".join(line.text for line in note.head if line.key == "sender")
    properties = document.core_properties
    properties.title, properties.author = map(_shortened, (title, sender))
    properties.language, properties.last_modified_by = LANGUAGE, ""
    properties.created = properties.modified = datetime.combine(note.as_of, time(), UTC)
    properties.content_status = "Udkast" if note.draft else "Endelig"


def _shortened(text: str) -> str:
    """*text* in as many characters as Word shows of a property."""
    return shorten(text, 255, placeholder=" …")


def packed(document: Any, day: date) -> bytes:
    """The *document* as a file, of which all is of that *day*."""
    saved = BytesIO()
    document.save(saved)
    return dated(saved, day)
