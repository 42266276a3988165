"""Writes the structure of the note into its PDF, in place of WeasyPrint's."""

from itertools import count
from typing import Any

import pydyf

from statusnote.render.pdf.structure import Annotation, Content, Element
from statusnote.render.pdf.weasyprint_internals import Page, object_at
from statusnote.render.pdf.weasyprint_internals import edges as edges_of

DROPPED = ("/StructTreeRoot", "/StructElem", "/OBJR", "/Metadata")


def tag(pdf: Any, pages: list[Page], document: Element) -> None:
    """Give *pdf*, of which these are the painted *pages*, the structure *document*.

    What is painted and belongs to none of its elements becomes an artifact. The metadata go with
    WeasyPrint's structure, and have to be written anew. Raises RuntimeError where WeasyPrint writes
    otherwise than the version that this was made for.
    """
    _drop_structure(pdf)
    writer = _StructureWriter(pdf)
    root = writer.add_root(document)
    for page, owners in zip(pages, writer.owners, strict=True):
        _make_rest_artifacts(page, owners)
    writer.drop_other_annotations()
    writer.list_parents(root, pages)
    writer.list_identifiers(root)


def _drop_structure(pdf: Any) -> None:
    """Drop WeasyPrint's structure and its metadata, which it writes last, and nothing else."""
    root = object_at(pdf, pdf.catalog["StructTreeRoot"])
    start = object_at(pdf, root["ParentTree"]).number
    for written in pdf.objects[start + 1 :]:
        kind = (written.extra if isinstance(written, pydyf.Stream) else written).get("Type")
        if kind not in DROPPED:
            raise RuntimeError(f"WeasyPrint wrote {kind} where only its structure was expected")
    del pdf.objects[start:]


class _StructureWriter:
    """Writes the structure as objects of a PDF (ISO 32000-1, 14.7), and keeps what it holds.

    *owners* are, page by page, the structure elements that marked content belongs to, by its MCID.
    """

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self.owners: list[dict[int, bytes]] = [{} for _ in self._pages]
        self._links: list[tuple[Any, bytes]] = []
        self._identifiers: dict[str, bytes] = {}

    def add_root(self, document: Element) -> Any:
        """Write *document* with all that is in it, and give the root of the structure."""
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        self._pdf.catalog["StructTreeRoot"] = root.reference
        root["K"] = self._add(document, root.reference)
        return root

    def _add(self, element: Element, parent: bytes) -> bytes:
        written = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{element.role}", "P": parent})
        self._pdf.add_object(written)
        written |= self._entries(element)
        reference = bytes(written.reference)
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            written["Pg"] = self._pages[home]
        if element.identifier:
            self._identifiers[element.identifier] = reference
        kids = (self._kid(kid, reference, home) for kid in element.kids if not _is_empty(kid))
        written["K"] = pydyf.Array(kids)
        return reference

    def _kid(self, kid: Element | Content | Annotation, owner: bytes, home: int | None) -> Any:
        if isinstance(kid, Element):
            return self._add(kid, owner)
        page = self._pages[kid.page]
        if isinstance(kid, Annotation):
            self._links.append((kid.annotation, owner))
            if kid.description:
                kid.annotation["Contents"] = pydyf.String(kid.description)
            obj = {"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page}
            return pydyf.Dictionary(obj)
        self.owners[kid.page][kid.mcid] = owner
        if kid.page == home:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid.mcid})

    @staticmethod
    def _entries(element: Element) -> dict[str, Any]:
        """The entries that tell of *element* what its text doesn't."""
        texts = {"ID": element.identifier, "E": element.expansion, "Alt": element.alternative}
        texts |= {"Lang": element.language}
        entries = {key: pydyf.String(text) for key, text in texts.items() if text}
        attributes = _attributes(element)
        return entries | ({"A": attributes} if len(attributes) > 1 else {})

    def drop_other_annotations(self) -> None:
        """Drop the links of what became an artifact, which nobody is to be led to (14.8.2.2)."""
        kept = {annotation.reference for annotation, _ in self._links}
        for page in (object_at(self._pdf, reference) for reference in self._pages):
            if "Annots" in page:
                page["Annots"] = pydyf.Array(link for link in page["Annots"] if link in kept)

    def list_parents(self, root: Any, pages: list[Page]) -> None:
        """Write which element each marked content and each annotation belongs to (14.7.4.4)."""
        numbers = pydyf.Array()
        for number, (page, owners) in enumerate(zip(pages, self.owners, strict=True)):
            mcids = range(max(page.marks.values(), default=-1) + 1)
            numbers += (number, pydyf.Array(owners.get(mcid, "null") for mcid in mcids))
        following = count(len(pages))
        for number, (annotation, owner) in zip(following, self._links, strict=False):
            annotation["StructParent"] = number
            numbers += (number, owner)
        root["ParentTree"] = self._added({"Nums": numbers})
        root["ParentTreeNextKey"] = len(pages) + len(self._links)

    def list_identifiers(self, root: Any) -> None:
        """Write which element has which identifier, in their order, where there is any."""
        names = pydyf.Array()
        for identifier, owner in sorted(self._identifiers.items()):
            names += (pydyf.String(identifier), owner)
        if names:
            root["IDTree"] = self._added({"Names": names})

    def _added(self, entries: dict[str, Any]) -> bytes:
        self._pdf.add_object(written := pydyf.Dictionary(entries))
        return bytes(written.reference)


def _is_empty(kid: Element | Content | Annotation) -> bool:
    """Whether *kid* holds nothing, and isn't there to keep its place in a row."""
    if not isinstance(kid, Element) or kid.role in ("TH", "TD"):
        return False
    return all(map(_is_empty, kid.kids))


def _attributes(element: Element) -> Any:
    """What a reader is told of a cell, a list or a picture (ISO 32000-1, 14.8.5)."""
    owner = {"L": "/List", "Figure": "/Layout"}.get(element.role, "/Table")
    entries = pydyf.Dictionary({"O": owner})
    if element.numbering:
        entries["ListNumbering"] = f"/{element.numbering}"
    if element.corners:
        entries["BBox"] = pydyf.Array(element.corners)
    if element.columns > 1:
        entries["ColSpan"] = element.columns
    if element.rows > 1:
        entries["RowSpan"] = element.rows
    if element.scope:
        entries["Scope"] = f"/{element.scope}"
    if element.headers:
        entries["Headers"] = pydyf.Array(map(pydyf.String, element.headers))
    return entries


def _make_rest_artifacts(page: Page, owners: dict[int, bytes]) -> None:
    """Let what no element owns be there for the page's sake, and say what it is (14.8.2.2.2)."""
    edges = edges_of(page)
    for place, token in enumerate(page.stream):
        mcid = page.stream[place - 1].get("MCID") if token == b"BDC" else None
        if mcid is not None and mcid not in owners:
            page.stream[place - 2 : place] = "/Artifact", _pagination(edges.get(mcid, ""))


def _pagination(edge: str) -> Any:
    """What stands at the *edge* of a page; without one, it is the head of a table once more.

    Source: ISO 14289-1, 7.8. What is in the middle of a page, and on each, is a watermark.
    """
    entries = pydyf.Dictionary({"Type": "/Pagination"})
    if kind := {"Top": "Header", "Bottom": "Footer", "Across": "Watermark"}.get(edge):
        entries["Subtype"] = f"/{kind}"
    if edge not in ("", "Across"):
        entries["Attached"] = pydyf.Array([f"/{edge}"])
    return entries
