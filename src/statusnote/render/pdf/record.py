"""What the writer of a note as PDF and its reader agree on. Light, so that reading loads no writer.

It is the names of the attachments, the record of what made the note, and where in the XMP it is.
"""

from dataclasses import dataclass

DATA_NAME = "initiatives.yaml"
OLDER_DATA_NAME = "initiatives-before.yaml"
NOTE_JSON_NAME = "note.json"
STATES = FINAL_STATE, DRAFT_STATE = "final", "draft"
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
    """What made a note: hashes are SHA-256; *data* and *before* are empty where there are none."""

    state: str
    version: str
    templates: str
    data: str = ""
    before: str = ""
