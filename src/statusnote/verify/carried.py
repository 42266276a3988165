"""What a note carries beside what it shows, whichever its form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from statusnote.render.record import (
    DATA_NAME,
    HISTORY_NAME,
    NOTE_JSON_NAME,
    OLDER_DATA_NAME,
    STATES,
    Record,
)

OURS = (DATA_NAME, OLDER_DATA_NAME, NOTE_JSON_NAME)
VERSION, HASH = re.compile(r"\d[0-9a-z.+]{0,39}"), re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Attachments:
    """What a note carries: its *record*, the *files* by name, and which of them were *changed*.

    *others* are the names of attachments that a note of ours hasn't, or has only once.
    """

    record: Record
    files: Mapping[str, bytes]
    changed: tuple[str, ...]
    others: tuple[str, ...] = ()


def is_ours(record: Record) -> bool:
    """Whether a note of ours can have such a *record*."""
    hashes = [record.templates, *filter(None, (record.data, record.before, record.history))]
    known = record.state in STATES and VERSION.fullmatch(record.version)
    return bool(known) and all(map(HASH.fullmatch, hashes))


def is_recorded(name: str, content: bytes, record: Record) -> bool:
    """Whether a file of that *name* and *content* is the one in the *record*, where that has it."""
    hashes = {
        DATA_NAME: record.data,
        OLDER_DATA_NAME: record.before,
        HISTORY_NAME: record.history,
    }
    return hashes.get(name) in (None, sha256(content).hexdigest())
