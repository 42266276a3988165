"""What a note as PDF carries beside its pages: its data, and a record of what made it."""

from collections.abc import Iterator
from dataclasses import asdict
from hashlib import md5
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import pydyf

from statusnote import danish
from statusnote.note import DRAFT, Note
from statusnote.reading import inline
from statusnote.render import note_json
from statusnote.render.forms import Sources
from statusnote.render.record import (
    DATA_NAME,
    NAMESPACES,
    NOTE_JSON_NAME,
    OLDER_DATA_NAME,
    Record,
)


def write(file: Any, title: str, note: Note, record: Record, sources: Sources | None) -> None:
    """Put into the PDF *file*, before it is written, the data of the *note*, and its *record*.

    *title* is that of the page. The first paragraph of the introduction describes the note, and the
    dates are its own. Readers open it with its bookmarks beside it.
    Sources: ISO 19005-3, 6.6 and 6.8; ISO 14289-1, 5.
    """
    title = danish.plain(f"{DRAFT}: {title}" if note.draft else title)
    description = danish.plain("".join(map(inline.plain, note.introduction[:1])))
    day, tool = note.as_of.isoformat(), f"statusnote {record.version}"
    file.info |= {
        "Title": pydyf.String(title),
        **({"Subject": pydyf.String(description)} if description else {}),
        "Creator": pydyf.String(tool),
        "CreationDate": _date(note),
        "ModDate": _date(note),
    }
    _attach(file, list(_attachments(note, sources)), _date(note))
    file.catalog["PageMode"] = "/UseOutlines"
    _lay_open(file)
    metadata = pydyf.Stream(
        [_xmp(title, description, day, tool, file.info["Producer"].string, record)],
        {"Type": "/Metadata", "Subtype": "/XML"},
    )
    file.add_object(metadata)
    file.catalog["Metadata"] = metadata.reference


class _Open(pydyf.Dictionary):  # type: ignore[misc] # pydyf has no types
    """A dictionary that is not packed together with the others.

    So whoever looks for the attachments of a long note need not unpack all of it.
    """

    compressible = False


def _lay_open(file: Any) -> None:
    """Let what readers begin with, the pages too, be as much in the open as the attachments."""
    pages = [file.objects[number] for number in file.pages["Kids"][::3]]
    resources = {int(page["Resources"].split()[0]) for page in pages}
    for packed in (file.catalog, file.pages, *pages, *map(file.objects.__getitem__, resources)):
        in_the_open = _Open(packed)
        in_the_open.number = packed.number
        file.objects[packed.number] = in_the_open
    file.catalog = file.objects[file.catalog.number]
    file.pages = file.objects[file.pages.number]


def _date(note: Note) -> pydyf.String:
    return pydyf.String(f"D:{note.as_of:%Y%m%d}")


class _Attachment(NamedTuple):
    name: str
    content: bytes
    media_type: str
    relationship: str
    description: str


def _attachments(note: Note, sources: Sources | None) -> Iterator[_Attachment]:
    """What is attached, sorted by name, as a name tree has to be."""
    yaml = "application/yaml"
    if sources and sources.attached:
        if sources.before:
            text = "De tidligere data, som ændringerne i notatet er fundet ud fra"
            yield _Attachment(OLDER_DATA_NAME, sources.before, yaml, "Supplement", text)
        text = "De data, som notatet er dannet af"
        yield _Attachment(DATA_NAME, sources.data, yaml, "Source", text)
    text = "Notatets indhold som data"
    yield _Attachment(NOTE_JSON_NAME, note_json.as_json(note), "application/json", "Data", text)


def _attach(file: Any, attachments: list[_Attachment], date: pydyf.String) -> None:
    names, associated = pydyf.Array(), pydyf.Array()
    for attachment in attachments:
        reference = _specification(file, attachment, date)
        names += [pydyf.String(attachment.name), reference]
        associated.append(reference)
    tree = _Open({"Names": names})
    file.add_object(tree)
    file.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    file.catalog["AF"] = associated


def _specification(file: Any, attachment: _Attachment, date: pydyf.String) -> bytes:
    """A reference to the file specification of an *attachment*, which is added to *file*."""
    name = pydyf.String(attachment.name)
    checksum = md5(attachment.content, usedforsecurity=False).hexdigest()
    parameters = {
        "CheckSum": f"<{checksum}>",
        "Size": len(attachment.content),
        "CreationDate": date,
        "ModDate": date,
    }
    stream = pydyf.Stream(
        [attachment.content],
        {
            "Type": "/EmbeddedFile",
            "Subtype": f"/{attachment.media_type.replace('/', '#2f')}",
            "Params": pydyf.Dictionary(parameters),
        },
        compress=True,
    )
    file.add_object(stream)
    specification = _Open(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": f"/{attachment.relationship}",
        }
    )
    file.add_object(specification)
    return bytes(specification.reference)


# What no predefined schema has, and is therefore described in the file (ISO 19005-3, 6.6.2.3.3).
DESCRIBED = {
    "pdfuaid": ("PDF/UA", {"part": ("Integer", "The part of ISO 14289 that the file follows")}),
    "statusnote": (
        "statusnote",
        {
            "state": ("Text", "Whether the note is final or a draft"),
            "version": ("Text", "The version of statusnote that made the note"),
            "templates": ("Text", "SHA-256 of the list of the templates that the note is made of"),
            "data": ("Text", "SHA-256 of the data that the note is made of"),
            "before": ("Text", "SHA-256 of the older data that the note is compared with"),
        },
    ),
}


def _xmp(title: str, description: str, day: str, tool: str, producer: str, record: Record) -> bytes:
    """The metadata as XMP, in one RDF (ISO 16684-1)."""
    meta = Element("x:xmpmeta", {"xmlns:x": "adobe:ns:meta/"})
    rdf = SubElement(meta, "rdf:RDF", {f"xmlns:{key}": uri for key, uri in NAMESPACES.items()})
    about = SubElement(rdf, "rdf:Description", {"rdf:about": ""})
    _add(about, "pdfaid:part", "3")
    _add(about, "pdfaid:conformance", "A")
    _add(about, "pdfuaid:part", "1")
    described = [("dc:description", description)] if description else []
    for name, text in [("dc:title", title), *described]:
        texts = _add(_add(about, name), "rdf:Alt")
        for language in ("x-default", "da"):
            _add(texts, "rdf:li", text).set("xml:lang", language)
    _add(_add(_add(about, "dc:language"), "rdf:Bag"), "rdf:li", "da")
    _add(about, "pdf:Producer", producer)
    _add(about, "xmp:CreatorTool", tool)
    _add(about, "xmp:CreateDate", day)
    _add(about, "xmp:ModifyDate", day)
    for name, value in asdict(record).items():
        if value:
            _add(about, f"statusnote:{name}", value)
    _describe(_add(_add(about, "pdfaExtension:schemas"), "rdf:Bag"))
    indent(meta)
    header = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{header}\n{tostring(meta, "unicode")}\n<?xpacket end="r"?>'.encode()


def _describe(schemas: Element) -> None:
    for prefix, (schema, properties) in DESCRIBED.items():
        described = _add(schemas, "rdf:li")
        described.set("rdf:parseType", "Resource")
        _add(described, "pdfaSchema:schema", schema)
        _add(described, "pdfaSchema:namespaceURI", NAMESPACES[prefix])
        _add(described, "pdfaSchema:prefix", prefix)
        sequence = _add(_add(described, "pdfaSchema:property"), "rdf:Seq")
        for name, (kind, meaning) in properties.items():
            item = _add(sequence, "rdf:li")
            item.set("rdf:parseType", "Resource")
            _add(item, "pdfaProperty:name", name)
            _add(item, "pdfaProperty:valueType", kind)
            _add(item, "pdfaProperty:category", "internal")
            _add(item, "pdfaProperty:description", meaning)


def _add(parent: Element, name: str, text: str | None = None) -> Element:
    child = SubElement(parent, name)
    child.text = text
    return child
