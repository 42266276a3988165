"""A note as PDF → what it carries: its data, and the record of what made it.

A PDF may come from anybody. It is read by pikepdf, whose limits are set here; nothing else of it
is read than what a note of ours has.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from hashlib import md5
from io import BytesIO
from threading import RLock
from typing import Any
from xml.etree.ElementTree import Element, XMLParser

from pikepdf import Array, Dictionary, Pdf
from pikepdf.settings import set_qpdf_limits

from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.files import LIMIT
from statusnote.render.record import NAMESPACE, Record
from statusnote.verify.carried import OURS, Attachments, is_ours, is_recorded

ENCRYPTED = b"/Encrypt"  # in what is never packed (ISO 32000-1, 7.5.5)
SEPARATORS = b"\0\t\n\f\r ()<>[]{}/%"  # between the words of a PDF (ISO 32000-1, 7.2.2)
MOST_SEPARATORS = 2**20  # each of which can take qpdf 200 bytes; in packed data, they are 1 in 16
MOST_UNPACKED = 3 * 2**20  # bytes of a stream of objects; of ours, none is needed
MOST_NESTED = 50
MOST_METADATA = 2**20  # bytes
MOST_ATTACHMENTS = 50  # that a PDF may have in all; we attach three at most


def read(content: bytes, file: str) -> Attachments:
    """All that the note *content* carries. Raises ProblemsFound, reported under *file*."""
    if len(content) - len(content.translate(None, SEPARATORS)) > MOST_SEPARATORS:
        raise ProblemsFound([problem("E803", file)])
    try:
        with opened(content, MOST_UNPACKED) as pdf:
            record = _record(pdf)
            names = [name for name, _ in _names(pdf)] if record else []
            files = dict(_attached(pdf)) if record else {}
    except Exception as error:  # pikepdf raises many kinds, and a forged file any of them
        code = "E804" if ENCRYPTED in content else "E803"
        raise ProblemsFound([problem(code, file)]) from error
    if not record:
        raise ProblemsFound([problem("E802", file)])
    return Attachments(
        record,
        {name: attached.content for name, attached in files.items()},
        tuple(name for name, attached in files.items() if not _as_made(name, attached, record)),
        tuple(sorted({name for name in names if name not in OURS or names.count(name) > 1})),
    )


@contextmanager
def opened(content: bytes, most: int) -> Iterator[Pdf]:
    """The PDF *content*, in which no stream is unpacked to more than *most* bytes.

    One thread at a time has any open. Raises ValueError where it is encrypted, whoever may read
    it, and errors of pikepdf's.
    """
    with _one_at_a_time, _limits(most), Pdf.open(BytesIO(content), **STRICTLY) as pdf:
        if pdf.is_encrypted:
            raise ValueError
        yield pdf


_one_at_a_time = RLock()  # which one may have twice, to compare two
STRICTLY: dict[str, Any] = {"attempt_recovery": False, "suppress_warnings": True}


@contextmanager
def _limits(most: int) -> Iterator[None]:
    """How much qpdf unpacks, and how deep it reads; they hold for all of the process."""
    before: dict[str, Any] = set_qpdf_limits(
        flate_max_memory=most,
        run_length_max_memory=1,
        dct_max_memory=1,
        png_max_memory=most,
        tiff_max_memory=1,
        max_stream_filters=1,
        parser_max_nesting=MOST_NESTED,
        doc_max_warnings=100,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)


def _record(pdf: Pdf) -> Record | None:
    """What the XMP says of the note; nothing where it isn't ours, or couldn't be."""
    metadata = xmp(pdf)
    record = Record(**{field.name: _text(metadata, field.name) for field in fields(Record)})
    return record if is_ours(record) else None


def xmp(pdf: Pdf) -> Element:
    """The metadata of a PDF, which are empty where it has none. Raises errors of many kinds."""
    metadata = pdf.Root.get("/Metadata")
    if metadata is None:
        return Element("none")
    content = _unpacked(metadata, MOST_METADATA)
    if b"<!DOCTYPE" in content:  # which could define what grows without end
        raise ValueError
    parser = XMLParser(encoding="utf-8")  # noqa: S314 - without a document type, XML is harmless
    parser.feed(content)
    root: Element = parser.close()
    return root


def _text(metadata: Element, name: str) -> str:
    """A property of ours, which other programs write as an attribute."""
    key = f"{{{NAMESPACE}}}{name}"
    element = next(metadata.iter(key), None)
    if element is not None:
        return element.text or ""
    return next((other.attrib[key] for other in metadata.iter() if key in other.attrib), "")


@dataclass(frozen=True)
class _File:
    content: bytes
    size: int
    checksum: bytes


def _attached(pdf: Pdf) -> Iterator[tuple[str, _File]]:
    """The attachments that a note of ours has, by name, which together may fill LIMIT."""
    room = LIMIT
    for name, specification in _names(pdf):
        if name in OURS:
            stream = specification.EF.F
            content = _unpacked(stream, room)
            room -= len(content)
            yield name, _File(content, int(stream.Params.Size), bytes(stream.Params.CheckSum))


def _names(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """The leaves of the tree of attachments. Raises ValueError where there are too many."""
    names: Any = pdf.Root.get("/Names", Dictionary())
    waiting = [names["/EmbeddedFiles"]] if "/EmbeddedFiles" in names else []
    for _ in range(MOST_ATTACHMENTS):
        if not waiting:
            return
        node = waiting.pop()
        kids, leaves = node.get("/Kids", Array()), node.get("/Names", Array())
        if len(kids) + len(leaves) // 2 > MOST_ATTACHMENTS:
            raise ValueError
        waiting.extend(kids)
        pairs = iter(leaves)  # a name and its specification in turn, and so taken twice
        for name, specification in zip(pairs, pairs, strict=True):
            yield str(name), specification
    raise ValueError


def _unpacked(stream: Any, most: int) -> bytes:
    """What *stream* holds. Raises ValueError where it is packed otherwise than we do, or longer."""
    raw: bytes = stream.read_raw_bytes()
    packed = stream.get("/Filter")
    if packed is not None:
        if str(packed) != "/FlateDecode" or "/DecodeParms" in stream:
            raise ValueError
        unpacking = zlib.decompressobj()
        raw = unpacking.decompress(raw, most + 1)
    if len(raw) > most:
        raise ValueError
    return raw


def _as_made(name: str, file: _File, record: Record) -> bool:
    """Whether an attachment is what its checksums say: its own, and that of the *record*."""
    return (
        len(file.content) == file.size
        and md5(file.content, usedforsecurity=False).digest() == file.checksum
        and is_recorded(name, file.content, record)
    )
