"""What the writers of a note that carries its data agree on with its readers.

It is the names of what it carries, the record of what made the note, and where in the XMP that is.
Light, so that reading loads no writer.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from statusnote.render.forms import FORMS
from statusnote.version import VERSION

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates

DATA_NAME = "initiatives.yaml"
OLDER_DATA_NAME = "initiatives-before.yaml"
NOTE_JSON_NAME = "note.json"
HISTORY_NAME = "history.json"
STATES = FINAL_STATE, DRAFT_STATE = "final", "draft"
META = "statusnote:"  # what begins the names of the metadata of a page
NAMESPACE = "https://statusnote.invalid/ns/note/1#"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "statusnote": NAMESPACE,
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


@dataclass(frozen=True)
class Record:
    """What made a note: hashes are SHA-256, and the last three are empty where there are none."""

    state: str
    version: str
    templates: str
    data: str = ""
    before: str = ""
    history: str = ""


def in_policy(text: str) -> str:
    """The SHA-256 of *text* as a policy names it (Content Security Policy Level 3, 2.3.1)."""
    return b64encode(sha256(text.encode()).digest()).decode()


def record_of(note: "Note", form: str, templates: "Templates", sources: "Sources | None") -> Record:
    """The record of a *note* that is made here and now, in the *form* of that name.

    Raises ProblemsFound where a template cannot be read.
    """
    return Record(
        state=DRAFT_STATE if note.draft else FINAL_STATE,
        version=VERSION,
        templates=templates.hash_of(FORMS[form].templates),
        data=sha256(sources.data).hexdigest() if sources else "",
        before=sha256(sources.before).hexdigest() if sources and sources.before else "",
    )
