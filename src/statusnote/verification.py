"""Whether a note as PDF is what it says that it is."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader, apply_configuration

from statusnote import changes, embedded, files, loading, making
from statusnote.catalogue import Language
from statusnote.embedded import Embedded
from statusnote.note import DRAFT, Note
from statusnote.problems import ProblemsFound, problem
from statusnote.render import Form, render
from statusnote.render.figures import figures
from statusnote.render.record import (
    BEFORE,
    DRAFT_STATE,
    FIGURES,
    SOURCE,
    Record,
    Sources,
    record_of,
)
from statusnote.render.templates import Templates

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it tells what it mends


class File(NamedTuple):
    """A file: the name that it is known by here, and what it holds."""

    name: str
    content: bytes


class Said(StrEnum):
    """What can be found of a note."""

    INTACT = "intact"
    CHANGED = "changed"
    NO_DATA = "no data"
    NO_OLDER_DATA = "no older data"
    OTHER_VERSION = "other version"
    OTHER_TEMPLATES = "other templates"
    SAME_BYTES = "same bytes"
    SAME_TEXT = "same text"
    OTHER_PAGES = "other pages"
    OTHER_TEXT = "other text"
    OTHER_OBJECTS = "other objects"
    OTHER_FIGURES = "other figures"
    SAME_DATA = "same data"
    SAME_MEANING = "same meaning"
    OTHER_DATA = "other data"
    OTHER_HASH = "other hash"


@dataclass(frozen=True)
class Finding:
    """One thing that was found, and what is put into its words."""

    said: Said
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether it speaks for the note."""
        return self.said in (Said.INTACT, Said.SAME_BYTES, Said.SAME_TEXT, Said.SAME_DATA)


@dataclass(frozen=True)
class Verdict:
    """What a note says of itself, and what was found of that."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether all that was asked for holds."""
        return all(finding.holds for finding in self.findings)


def verify(note: File, data: File | None, templates: Templates) -> Verdict:
    """Whether *note* shows what its data say, and whether these are *data*, if there are any.

    It is made anew from its data and *templates*. That tells nothing of who made it: whoever has
    statusnote can make a note of other data. Raises ProblemsFound where it is no note of ours.
    """
    carried = embedded.read(note.content, note.name)
    findings = [_intact(carried), *_shown(note, carried, data, templates)]
    if data:
        findings.append(_compared(note, carried, data))
    return Verdict(carried.record, tuple(findings))


def _intact(carried: Embedded) -> Finding:
    wrong = sorted({*carried.changed, *({FIGURES} - carried.files.keys())})
    return Finding(Said.CHANGED, {"files": ", ".join(wrong)}) if wrong else Finding(Said.INTACT)


def _shown(
    note: File, carried: Embedded, data: File | None, templates: Templates
) -> Iterator[Finding]:
    """Whether the note shows what it shows when it is made anew."""
    sources = _sources(carried, data)
    if not sources:
        yield Finding(Said.NO_OLDER_DATA if carried.record.before else Said.NO_DATA)
        return
    made = _made(sources, note.name, draft=carried.record.state == DRAFT_STATE)
    ours = record_of(made, templates, sources)
    if carried.record.version != ours.version:
        versions = {"theirs": carried.record.version, "ours": ours.version}
        yield Finding(Said.OTHER_VERSION, versions)
    elif carried.record.templates != ours.templates:
        yield Finding(Said.OTHER_TEMPLATES)
    else:
        yield from _like(note, File(note.name, render(made, Form.PDF, templates, sources)))
    if FIGURES in carried.files and carried.files[FIGURES] != figures(made):
        yield Finding(Said.OTHER_FIGURES)


def _sources(carried: Embedded, data: File | None) -> Sources | None:
    """What the note is made of: what it carries, or else *data*, if these are what it names."""
    if SOURCE in carried.files and (BEFORE in carried.files or not carried.record.before):
        return Sources(carried.files[SOURCE], carried.files.get(BEFORE))
    if data and _hash(data) == carried.record.data and not carried.record.before:
        return Sources(data.content, attached=False)
    return None


def _hash(data: File) -> str:
    return sha256(data.content).hexdigest()


def _made(sources: Sources, name: str, *, draft: bool) -> Note:
    plan = _read(sources.data, f"{name}:{SOURCE}").plan
    before = _read(sources.before, f"{name}:{BEFORE}").plan if sources.before else None
    return making.note_on(plan, before, draft=draft)


def _read(content: bytes, name: str) -> loading.Loaded:
    return loading.read(files.decoded(content, name), name)


def _like(note: File, ours: File) -> Iterator[Finding]:
    """How *note* differs from *ours*, which was made anew."""
    if note.content == ours.content:
        yield Finding(Said.SAME_BYTES)
        return
    most = max(2**20, 20 * len(ours.content))  # bytes in a stream, so that no bomb goes off
    with apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
    ):
        try:
            yield from _of_pages(_pages(note), _pages(ours))
        except Exception as error:  # pypdf raises many kinds, and a forged file any of them
            raise ProblemsFound([problem("E803", note.name)]) from error


def _pages(file: File) -> list[PageObject]:
    return list(PdfReader(BytesIO(file.content), strict=True).pages)


def _of_pages(theirs: list[PageObject], ours: list[PageObject]) -> Iterator[Finding]:
    if len(theirs) != len(ours):
        yield Finding(Said.OTHER_PAGES, {"theirs": len(theirs), "ours": len(ours)})
        return
    for number, (page, again) in enumerate(zip(theirs, ours, strict=True), start=1):
        if _objects(page) != _objects(again):
            yield Finding(Said.OTHER_OBJECTS, {"page": number})
            return
        if _text(page) != _text(again):
            yield Finding(Said.OTHER_TEXT, {"page": number})
            return
    yield Finding(Said.SAME_TEXT)


def _objects(page: PageObject) -> tuple[int, ...]:
    """How many annotations, and how many pictures and drawings a page has."""
    return _count(page, "/Annots"), _count(page["/Resources"], "/XObject")


def _count(holder: Any, key: str) -> int:
    return len(holder[key]) if key in holder else 0


def _text(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def _compared(note: File, carried: Embedded, data: File) -> Finding:
    """Whether the note's data are *data*."""
    names = {"note": note.name, "data": data.name}
    same = data.content == carried.files.get(SOURCE, data.content)
    if same and _hash(data) == carried.record.data:
        return Finding(Said.SAME_DATA, names)
    if SOURCE not in carried.files:
        return Finding(Said.OTHER_HASH, names)
    before = _read(carried.files[SOURCE], f"{note.name}:{SOURCE}").plan
    same = not changes.compare(before, _read(data.content, data.name).plan)
    return Finding(Said.SAME_MEANING if same else Said.OTHER_DATA, names)


DA, EN = Language.DANISH, Language.ENGLISH
WORDS: dict[Said, dict[Language, str]] = {
    Said.INTACT: {
        DA: "Det, notatet har med, er uændret, siden det blev dannet.",
        EN: "What the note carries has not been changed since it was made.",
    },
    Said.CHANGED: {
        DA: "Det, notatet har med, er ændret, siden det blev dannet: {files}.",
        EN: "What the note carries was changed after it was made: {files}.",
    },
    Said.NO_DATA: {
        DA: "Notatet har ikke sine data med. Angiv den datafil, det er dannet af, efter notatet.",
        EN: "The note does not carry its data. Name the file that it was made of behind it.",
    },
    Said.NO_OLDER_DATA: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det har ikke de tidligere "
        "data med, som det er sammenlignet med.",
        EN: "Whether the note shows what its data say cannot be judged: it does not carry the "
        "older data that it was compared with.",
    },
    Said.OTHER_VERSION: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet af "
        "statusnote {theirs}, og dette er {ours}.",
        EN: "Whether the note shows what its data say cannot be judged: it was made by statusnote "
        "{theirs}, and this is {ours}.",
    },
    Said.OTHER_TEMPLATES: {
        DA: "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet med andre "
        "skabeloner. Angiv deres mappe efter --templates.",
        EN: "Whether the note shows what its data say cannot be judged: it was made with other "
        "templates. Name their folder after --templates.",
    },
    Said.SAME_BYTES: {
        DA: "Notatet viser, hvad dets data siger: Dannet på ny er det det samme, byte for byte.",
        EN: "The note shows what its data say: made anew, it is the same, byte for byte.",
    },
    Said.SAME_TEXT: {
        DA: "Teksten er den, dets data giver, side for side. Filen er ikke den samme byte for "
        "byte; er udseendet ændret, er det ikke set her.",
        EN: "The text is what its data give, page by page. The file is not the same byte for "
        "byte; a change of its look is not seen here.",
    },
    Said.OTHER_PAGES: {
        DA: "Notatet viser ikke, hvad dets data siger: Det har {theirs} sider, og dets data "
        "giver {ours}.",
        EN: "The note does not show what its data say: it has {theirs} pages, and its data give "
        "{ours}.",
    },
    Said.OTHER_TEXT: {
        DA: "Notatet viser ikke, hvad dets data siger: Teksten på side {page} er en anden.",
        EN: "The note does not show what its data say: the text of page {page} is another.",
    },
    Said.OTHER_OBJECTS: {
        DA: "Notatet viser ikke, hvad dets data siger: På side {page} er links, bemærkninger "
        "eller billeder kommet til eller fjernet.",
        EN: "The note does not show what its data say: on page {page}, links, annotations or "
        "pictures were added or removed.",
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


def worded(verdict: Verdict, language: Language) -> str:
    """The verdict in *language*, one thing a line; hashes are SHA-256."""
    record = verdict.record
    values = {
        "version": f"statusnote {record.version}",
        "templates": record.templates,
        "data": record.data,
        "before": record.before,
    }
    lines = [STATES[record.state == DRAFT_STATE][language]]
    lines += [f"{LABELS[key][language]}: {each}" for key, each in values.items() if each]
    for finding in verdict.findings:
        sign = "✓" if finding.holds else "✗"
        lines.append(f"{sign} {WORDS[finding.said][language].format(**finding.details)}")
    return "".join(f"{line}\n" for line in lines)
