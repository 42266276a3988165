"""A user's own note.docx, of which a note takes the styles, the page and what stands around it."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from statusnote import files
from statusnote.bounds import MB
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.note import DRAFT
from statusnote.word import house
from statusnote.word.elements import found, remove, w

MOST_UNPACKED, MOST_PARTS = 32 * MB, 1_000
# What a note keeps of the document, by the last part of the kind of relationship. What belongs to
# the text that is taken out goes with it, and so does what may tell of a case, or calls for more.
KEPT_OF_PACKAGE = ("officeDocument",)
KEPT_OF_DOCUMENT = (
    *("styles", "settings", "numbering", "fontTable", "theme", "header", "footer"),
    *("footnotes", "endnotes"),
)
DROPPED_SETTINGS = (
    *("w:writeProtection", "w:documentProtection", "w:trackRevisions", "w:attachedTemplate"),
    *("w:mailMerge", "w:rsids", "w:docVars"),
)
LANGUAGE = "da-DK"


def opened(path: Path | None) -> Any:
    """The document without text that a note is written into: the one at *path*, or the house's.

    Raises ProblemsFound where it is no document of Word that can be used.
    """
    if path is None:
        return Document(house.package())
    content = files.read_bytes(str(path))
    with blamed_on(path):
        _refuse_strange(content, path)
        document = Document(BytesIO(content))
        _empty(document)
    return document


@contextmanager
def blamed_on(path: Path | None) -> Iterator[None]:
    """While something is done with the document at *path*, which may be broken anywhere in it.

    Raises ProblemsFound for what fails with it.
    """
    try:
        yield
    except ProblemsFound:
        raise
    except Exception as error:  # python-docx raises many kinds, and a broken file any of them
        if path is None:
            raise
        detail = f"{type(error).__name__}: {error}".rstrip(".")
        raise ProblemsFound([problem("E509", str(path), detail=detail)]) from error


def _refuse_strange(content: bytes, path: Path) -> None:
    """Raise ProblemsFound for what is no document of Word without macros, or unpacks to too much.

    No part is unpacked beyond the size that the package gives for it.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_PARTS or sum(one.file_size for one in members) > MOST_UNPACKED:
                raise _refused(path, Reason.UNPACKS_TO_MUCH)
            types = archive.read("[Content_Types].xml").decode()
    except (zipfile.BadZipFile, KeyError, UnicodeError) as error:
        raise _refused(path, Reason.NO_DOCX) from error
    if re.search("macroEnabled|vbaProject", types):
        raise _refused(path, Reason.MACROS)
    if CONTENT_TYPE.WML_DOCUMENT_MAIN not in types:
        raise _refused(path, Reason.NO_DOCX)


def _refused(path: Path, reason: Reason) -> ProblemsFound:
    return ProblemsFound([problem("E509", str(path), detail=reason)])


def _empty(document: Any) -> None:
    """Take out of *document* its text, and all that belongs to that or leads elsewhere."""
    body = document.element.body
    last = next(iter([each for each in body if each.tag == qn("w:sectPr")][-1:]), None)
    remove(each for each in list(body) if each is not last)
    if last is None:
        body.append(next(found(house.root(house.MAIN), "w:sectPr")))
    named = {each.get(qn("r:id")) for each in found(body, "w:headerReference", "w:footerReference")}
    part = document.part
    for id_, relationship in list(part.rels.items()):
        kind = relationship.reltype.rpartition("/")[2]
        if kind not in KEPT_OF_DOCUMENT or (kind in ("header", "footer") and id_ not in named):
            del part.rels[id_]
    for id_, relationship in list(part.package.rels.items()):
        if relationship.reltype.rpartition("/")[2] not in KEPT_OF_PACKAGE:
            del part.package.rels[id_]
    _empty_settings(document)
    _speak_danish(document.styles.element)
    for id_ in filter(None, named):
        _remove_watermark(part.rels[id_].target_part.element)
    if not any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in part.rels.values()):
        _add_numbering(part)


def _empty_settings(document: Any) -> None:
    remove(found(document.settings.element, *DROPPED_SETTINGS))
    document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def _speak_danish(styles: Any) -> None:
    """Say that what is written in the *styles* is Danish, unless one says something else."""
    defaults = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        if defaults.find(qn(f"w:{tag}")) is None:
            defaults.insert(0, w(tag))
        defaults = defaults.find(qn(f"w:{tag}"))
    remove(found(defaults, "w:lang"))
    defaults.append(w("lang", val=LANGUAGE))


def _remove_watermark(header: Any) -> None:
    """Take out the watermark of a draft that the document was made of, which a note has or not."""
    for path in header.iter(f"{VML}textpath"):
        if path.get("string") == DRAFT:
            remove(each for each in path.iterancestors(qn("w:pict")))


VML = "{urn:schemas-microsoft-com:vml}"


def _add_numbering(part: Any) -> None:
    """Give the document a part for its lists, which has none of its own."""
    root = house.root("numbering.xml")
    remove(list(root))
    name = PackURI("/word/numbering.xml")
    numbering = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package)
    part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
