"""What can be found of a note as PDF, and in which words that is told."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statusnote.diagnostics.language import Language
from statusnote.diagnostics.reporters import visible
from statusnote.note import DRAFT
from statusnote.render.pdf.record import DRAFT_STATE, Record
from statusnote.render.pdf.record import NOTE_JSON_NAME as FIGURES


class Said(StrEnum):
    """What can be found of a note."""

    INTACT = "intact"
    CHANGED = "changed"
    OTHER_FILES = "other files"
    NO_DATA = "no data"
    NO_OLDER_DATA = "no older data"
    OTHER_VERSION = "other version"
    OTHER_TEMPLATES = "other templates"
    SAME_BYTES = "same bytes"
    SAME_OBJECTS = "same objects"
    SAME_TEXT = "same text"
    OTHER_PAGES = "other pages"
    OTHER_TEXT = "other text"
    OTHER_OBJECTS = "other objects"
    OTHER_PARTS = "other parts"
    OTHER_FIGURES = "other figures"
    SAME_DATA = "same data"
    SAME_MEANING = "same meaning"
    OTHER_DATA = "other data"
    OTHER_HASH = "other hash"


SIGNS = {
    Said.INTACT: "✓",
    Said.SAME_BYTES: "✓",
    Said.SAME_OBJECTS: "✓",
    Said.SAME_TEXT: "~",
    Said.SAME_DATA: "✓",
}


@dataclass(frozen=True)
class Finding:
    """One thing that was found, and what is put into its words."""

    said: Said
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether it speaks for the note."""
        return self.said in SIGNS


@dataclass(frozen=True)
class Verdict:
    """What a note says of itself, and what was found of that."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether all that was asked for holds."""
        return all(finding.holds for finding in self.findings)


DA, EN = Language.DANISH, Language.ENGLISH
WORDS: dict[Said, dict[Language, str]] = {
    Said.INTACT: {
        DA: "De vedhæftede data er dem, notatet blev dannet af.",
        EN: "The attached data are those that the note was made of.",
    },
    Said.CHANGED: {
        DA: "Det, notatet har med, er ændret, siden det blev dannet: {files}.",
        EN: "What the note carries was changed after it was made: {files}.",
    },
    Said.OTHER_FILES: {
        DA: "Notatet har andre filer med end dem, det blev dannet med: {files}.",
        EN: "The note carries other files than those that it was made with: {files}.",
    },
    Said.NO_DATA: {
        DA: "Notatet har ikke sine data med. Angiv den datafil, det er dannet af, efter notatet.",
        EN: "The note does not carry its data. Name its data file after the note.",
    },
    Said.NO_OLDER_DATA: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det har ikke de tidligere "
        "data med, som det er sammenlignet med.",
        EN: "Whether the note shows what its data say cannot be judged: it does not carry the "
        "older data that it was compared with.",
    },
    Said.OTHER_VERSION: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet af "
        "statusnote {theirs}, og dette er {ours}. Brug statusnote {theirs}.",
        EN: "Whether the note shows what its data say cannot be judged: it was made by statusnote "
        "{theirs}, and this is {ours}. Use statusnote {theirs}.",
    },
    Said.OTHER_TEMPLATES: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet med andre "
        "skabeloner. Angiv deres mappe efter --templates.",
        EN: "Whether the note shows what its data say cannot be judged: it was made with other "
        "templates. Name their folder after --templates.",
    },
    Said.SAME_BYTES: {
        DA: "Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det samme, "
        "byte for byte.",
        EN: "The note shows what its data say: made anew, it is the same, byte for byte.",
    },
    Said.SAME_OBJECTS: {
        DA: "Notatet viser, hvad dets data siger: Dannet igen bliver det det samme i alle dele. "
        "Et andet program har gemt filen.",
        EN: "The note shows what its data say: made anew, it is the same in all its parts. "
        "Another program has saved it.",
    },
    Said.SAME_TEXT: {
        DA: "Teksten er den, dets data giver, side for side, og det er links og bogmærker også. "
        "Resten af filen er en anden: Udseendet kan være ændret.",
        EN: "The text is what its data give, page by page, and so are links and bookmarks. The "
        "rest of the file is another: its look could have been changed.",
    },
    Said.OTHER_PAGES: {
        DA: "Notatet viser ikke, hvad dets data siger: Sidetallet er {theirs}, og dets data "
        "giver {ours}.",
        EN: "The note does not show what its data say: its number of pages is {theirs}, and its "
        "data give {ours}.",
    },
    Said.OTHER_TEXT: {
        DA: "Notatet viser ikke, hvad dets data siger: Teksten på side {page} er en anden.",
        EN: "The note does not show what its data say: the text of page {page} is another.",
    },
    Said.OTHER_OBJECTS: {
        DA: "Notatet viser ikke, hvad dets data siger: På side {page} er links, bemærkninger, "
        "billeder eller sidens mål ændret.",
        EN: "The note does not show what its data say: on page {page}, links, annotations, "
        "pictures or the size of the page were changed.",
    },
    Said.OTHER_PARTS: {
        DA: "Notatet viser ikke, hvad dets data siger: Det, filen har ved siden af siderne, er "
        "ændret: {parts}.",
        EN: "The note does not show what its data say: what the file has beside its pages was "
        "changed: {parts}.",
    },
    Said.OTHER_FIGURES: {
        DA: f"{FIGURES} i notatet siger ikke det, dets data siger.",
        EN: f"{FIGURES} in the note does not say what its data say.",
    },
    Said.SAME_DATA: {
        DA: "Notatets data er {data}, byte for byte.",
        EN: "The note's data are {data}, byte for byte.",
    },
    Said.SAME_MEANING: {
        DA: "Notatets data er ikke {data} byte for byte, men siger det samme.",
        EN: "The note's data are not {data} byte for byte, but say the same.",
    },
    Said.OTHER_DATA: {
        DA: "Notatets data siger ikke det samme som {data}. Se forskellen med "
        "»statusnote diff {note} {data}«.",
        EN: "The note's data do not say the same as {data}. See the difference with "
        "“statusnote diff {note} {data}”.",
    },
    Said.OTHER_HASH: {
        DA: "Notatet er ikke dannet af {data}, som filen er nu.",
        EN: "The note was not made of {data} as it is now.",
    },
}
STATES = {
    True: {DA: f"{DRAFT}! Det er ikke det endelige notat.", EN: "A DRAFT! It is not final."},
    False: {DA: "Endeligt notat.", EN: "A final note."},
}
LABELS = {
    "version": {DA: "dannet af", EN: "made by"},
    "templates": {DA: "skabeloner", EN: "templates"},
    "data": {DA: "data", EN: "data"},
    "before": {DA: "tidligere data", EN: "older data"},
}


def worded(verdict: Verdict, language: Language, width: int) -> str:
    """The verdict in *language*, on *width* columns, one thing a line; hashes are SHA-256."""
    record = verdict.record
    values = {
        "version": f"statusnote {record.version}",
        "templates": record.templates,
        "data": record.data,
        "before": record.before,
    }
    said = [STATES[record.state == DRAFT_STATE][language]]
    said += [f"{LABELS[key][language]}: {each}" for key, each in values.items() if each]
    said += [_sentence(finding, language) for finding in verdict.findings]
    return "".join(f"{_wrapped(each, width)}\n" for each in said)


def _sentence(finding: Finding, language: Language) -> str:
    sign = SIGNS.get(finding.said, "✗")
    return f"{sign} {WORDS[finding.said][language].format(**finding.details)}"


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(
        visible(text),
        width,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
