"""A PDF as a screen reader meets it: its structure and its content, read into plain data."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject, NullObject


class Mark(NamedTuple):
    """Marked content: its page, counted from 1, its MCID, and its text."""

    page: int
    mcid: int
    text: str


class Artifact(NamedTuple):
    """Marked content that is not for reading: its /Type, or nothing, and its text.

    *subtype* is its /Subtype, or nothing, and *edges* those of the page that it is /Attached to.
    """

    kind: str
    text: str
    subtype: str = ""
    edges: tuple[str, ...] = ()


class ObjectReference(NamedTuple):
    """An /OBJR: the object number of the annotation that it names, and the page that it says."""

    number: int
    page: int | None


@dataclass(frozen=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2 and 14.8.5), its kids in order.

    *number* and *parent* are object numbers. Of a kid that is marked content and is not on its
    page, the text is empty; one without a page is on page 0.
    """

    number: int
    parent: int
    role: str
    kids: tuple["Element | Mark | ObjectReference", ...]
    id: str = ""
    expansion: str = ""
    alt: str = ""
    lang: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    span: int = 1
    numbering: str = ""

    @cached_property
    def elements(self) -> tuple["Element", ...]:
        """The kids that are elements."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All marked content in it, depth first."""
        found = (
            (kid,) if isinstance(kid, Mark) else getattr(kid, "marks", ()) for kid in self.kids
        )
        return tuple(mark for marks in found for mark in marks)

    @property
    def text(self) -> str:
        """All text in it, in the order of reading."""
        return "".join(mark.text for mark in self.marks)

    def descendants(self) -> Iterator["Element"]:
        """It and all elements in it, depth first."""
        yield self
        for element in self.elements:
            yield from element.descendants()

    def having(self, role: str) -> list["Element"]:
        """It and the elements in it, as far as they have *role*."""
        return [element for element in self.descendants() if element.role == role]


class Annotation(NamedTuple):
    """An annotation of a page, with the URI that it leads to; *parent* is its /StructParent.

    One that leads to a place in the file has `#` and the name of that.
    """

    number: int
    page: int
    uri: str
    contents: str
    flags: int
    parent: int | None


@dataclass(frozen=True)
class Page:
    """A page: what its content stream paints, in order, and its annotations.

    *stray* is what is painted outside of marked content, *misnested* what is opened or closed
    where it must not be (ISO 32000-1, 14.6.1); *parents* is its /StructParents.
    """

    marks: tuple[Mark, ...]
    artifacts: tuple[Artifact, ...]
    stray: tuple[str, ...]
    misnested: tuple[str, ...]
    annotations: tuple[Annotation, ...]
    tabs: str
    parents: int | None


class Bookmark(NamedTuple):
    """An entry of the outline, the page that it leads to, and the entries below it."""

    title: str
    page: int
    below: tuple["Bookmark", ...]


@dataclass(frozen=True)
class Tagged:
    """A PDF. *ids* is the IDTree and *parent_tree* the ParentTree, by object numbers.

    *places* are the names of places in the file, and the page that each is on.
    *elements_in_file* are the object numbers of all structure elements, reachable or not; *data*
    is the file and *offsets* where in it objects stand that are not compressed.
    """

    tops: tuple[Element, ...]
    pages: tuple[Page, ...]
    ids: tuple[tuple[str, int], ...]
    parent_tree: tuple[tuple[int, int | tuple[int | None, ...] | None], ...]
    elements_in_file: frozenset[int]
    outline: tuple[Bookmark, ...]
    places: tuple[tuple[str, int], ...]
    title: str
    language: str
    marked: bool
    title_is_shown: bool
    data: bytes = field(repr=False)
    offsets: tuple[int, ...] = field(repr=False)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements that are reachable from the root, depth first."""
        return tuple(element for top in self.tops for element in top.descendants())

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All marked content in the elements, in the order of reading."""
        return tuple(mark for top in self.tops for mark in top.marks)

    @cached_property
    def painted(self) -> tuple[Mark, ...]:
        """All marked content that the pages paint, in order."""
        return tuple(mark for page in self.pages for mark in page.marks)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, page by page."""
        return tuple(each for page in self.pages for each in page.annotations)


def read(data: bytes) -> Tagged:
    """The structure and the content of a PDF. Raises KeyError and the like where there is none."""
    reader = PdfReader(BytesIO(data))
    numbers = {_number(page): place for place, page in enumerate(reader.pages, start=1)}
    fonts: dict[int, dict[str, str]] = {}
    pages = tuple(_page(page, place, fonts) for place, page in enumerate(reader.pages, start=1))
    catalog: Any = reader.trailer["/Root"]
    root, metadata = catalog["/StructTreeRoot"], dict(reader.metadata or {})
    elements = _Elements(numbers, {mark[:2]: mark for page in pages for mark in page.marks})
    return Tagged(
        tops=tuple(elements.read(kid) for kid in _list(root.raw_get("/K"))),
        pages=pages,
        ids=tuple(_ids(root["/IDTree"])) if "/IDTree" in root else (),
        parent_tree=tuple(_parents(root["/ParentTree"])),
        elements_in_file=frozenset(_elements_in_file(reader)),
        outline=_outline(catalog.get("/Outlines", {}), numbers),
        places=tuple(_places(catalog.get("/Names", {}).get("/Dests", {}), numbers)),
        title=str(metadata.get("/Title", "")),
        language=str(catalog.get("/Lang", "")),
        marked=bool(catalog.get("/MarkInfo", {}).get("/Marked", False)),
        title_is_shown=bool(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        data=data,
        offsets=tuple(place for known in reader.xref.values() for place in known.values() if place),
    )


def _number(value: Any) -> int:
    """The object number of an indirect object, or of a reference to one."""
    reference = value if isinstance(value, IndirectObject) else value.indirect_reference
    return int(reference.idnum)


def _list(value: Any) -> list[Any]:
    """An array's values, references as such; what is no array is one value."""
    found = value.get_object()
    return list(found) if isinstance(found, ArrayObject) else [value]


class _Elements(NamedTuple):
    """Reads elements, given the pages by their object number and the marks by page and MCID."""

    pages: dict[int, int]
    marks: dict[tuple[int, int], Mark]

    def read(self, value: Any) -> Element:
        element = value.get_object()
        attributes = _attributes(element)
        return Element(
            number=_number(value),
            parent=_number(element.raw_get("/P")),
            role=element["/S"].removeprefix("/"),
            kids=tuple(self._kids(element)),
            id=_bytes(element.get("/ID", b"")),
            expansion=str(element.get("/E", "")),
            alt=str(element.get("/Alt", "")),
            lang=str(element.get("/Lang", "")),
            scope=str(attributes.get("/Scope", "")).removeprefix("/"),
            headers=tuple(map(_bytes, attributes.get("/Headers", ()))),
            span=int(attributes.get("/ColSpan", 1)),
            numbering=str(attributes.get("/ListNumbering", "")).removeprefix("/"),
        )

    def _kids(self, element: Any) -> Iterator[Element | Mark | ObjectReference]:
        for value in _list(element.raw_get("/K")) if "/K" in element else ():
            kid = value.get_object()
            if isinstance(kid, int):
                yield self._mark(element, int(kid))
            elif kid.get("/Type") == "/MCR":
                yield self._mark(kid if "/Pg" in kid else element, int(kid["/MCID"]))
            elif kid.get("/Type") == "/OBJR":
                yield ObjectReference(_number(kid.raw_get("/Obj")), self._page(kid))
            else:
                yield self.read(value)

    def _mark(self, owner: Any, mcid: int) -> Mark:
        page = self._page(owner) or 0
        return self.marks.get((page, mcid), Mark(page, mcid, ""))

    def _page(self, owner: Any) -> int | None:
        return self.pages.get(_number(owner.raw_get("/Pg"))) if "/Pg" in owner else None


def _attributes(element: Any) -> dict[str, Any]:
    """All attributes of an element, of whatever owner."""
    owned = [each.get_object() for each in _list(element.raw_get("/A"))] if "/A" in element else []
    return {key: value.get_object() for each in owned for key, value in each.items()}


def _bytes(value: Any) -> str:
    """A byte string, such as an ID, a character for each byte."""
    return bytes(getattr(value, "original_bytes", value)).decode("latin-1")


def _leaves(node: Any, name: str) -> Iterator[tuple[Any, Any]]:
    """The pairs of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7)."""
    pairs = _list(node.raw_get(name)) if name in node else []
    yield from zip(pairs[::2], pairs[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid.get_object(), name)


def _ids(tree: Any) -> Iterator[tuple[str, int]]:
    return ((_bytes(key), _number(value)) for key, value in _leaves(tree, "/Names"))


def _parents(tree: Any) -> Iterator[tuple[int, int | tuple[int | None, ...] | None]]:
    for key, value in _leaves(tree, "/Nums"):
        many = isinstance(value.get_object(), ArrayObject)
        yield int(key), tuple(map(_owner, _list(value))) if many else _owner(value)


def _owner(value: Any) -> int | None:
    return None if isinstance(value.get_object(), NullObject) else _number(value)


def _elements_in_file(reader: PdfReader) -> Iterator[int]:
    plain = (number for known in reader.xref.values() for number in known)
    for number in {*plain, *reader.xref_objStm} - {0}:
        found: Any = reader.get_object(number)
        if isinstance(found, dict) and found.get("/Type") == "/StructElem":
            yield number


def _outline(node: Any, pages: dict[int, int]) -> tuple[Bookmark, ...]:
    found, entry = [], node.get("/First")
    while entry:
        target = entry.raw_get("/Dest") if "/Dest" in entry else entry["/A"].raw_get("/D")
        page = pages[_number(target.get_object()[0])]
        found.append(Bookmark(str(entry["/Title"]), page, _outline(entry, pages)))
        entry = entry.get("/Next")
    return tuple(found)


def _places(names: Any, pages: dict[int, int]) -> Iterator[tuple[str, int]]:
    listed = iter(names.get("/Names", ()))
    for name, target in zip(listed, listed, strict=True):
        yield str(name), pages[_number(target[0])]


def _page(page: Any, place: int, fonts: dict[int, dict[str, str]]) -> Page:
    resources = page.get("/Resources", {}).get("/Font", {})
    painter = _Painter(
        place, {name: _font(resources.raw_get(name), fonts) for name in resources.get_object()}
    )
    painter.paint(page.get_contents().get_data())
    return Page(
        marks=tuple(painter.marks),
        artifacts=tuple(painter.artifacts),
        stray=tuple(painter.stray),
        misnested=tuple(painter.misnested),
        annotations=tuple(_annotation(each, place) for each in page.get("/Annots", ())),
        tabs=str(page.get("/Tabs", "")).removeprefix("/"),
        parents=page.get("/StructParents"),
    )


def _annotation(value: Any, page: int) -> Annotation:
    found = value.get_object()
    return Annotation(
        number=_number(value),
        page=page,
        uri=str(found["/A"].get("/URI", "") if "/A" in found else f"#{found.get('/Dest', '')}"),
        contents=str(found.get("/Contents", "")),
        flags=int(found.get("/F", 0)),
        parent=found.get("/StructParent"),
    )


def _font(value: Any, known: dict[int, dict[str, str]]) -> dict[str, str]:
    """What each code of a font stands for (ISO 32000-1, 9.10.3), read once."""
    number = _number(value)
    if number not in known:
        known[number] = dict(_characters(value.get_object()["/ToUnicode"].get_data().decode()))
    return known[number]


def _characters(cmap: str) -> Iterator[tuple[str, str]]:
    for code, text in re.findall(r"^<(\w{4})> <(\w+)>$", cmap, re.MULTILINE):
        yield code.lower(), bytes.fromhex(text).decode("utf-16-be")
    for first, last, text in re.findall(r"^<(\w{4})> <(\w{4})> <(\w{4})>$", cmap, re.MULTILINE):
        for step in range(int(last, 16) - int(first, 16) + 1):
            yield f"{int(first, 16) + step:04x}", chr(int(text, 16) + step)


class _Item:
    """What is open in a content stream: a text object, or a sequence of marked content."""

    def __init__(self, tag: str, properties: bytes = b"") -> None:
        self.tag, self.text = tag, ""
        mcid, kind = _MCID.search(properties), _KIND.search(properties)
        actual = _ACTUAL_TEXT.search(properties)
        subtype, attached = _SUBTYPE.search(properties), _ATTACHED.search(properties)
        self.mcid = int(mcid[1]) if mcid else None
        self.replacement = bytes.fromhex(actual[1].decode()).decode("utf-16") if actual else ""
        self.kind = kind[1].decode() if kind else ""
        self.subtype = subtype[1].decode() if subtype else ""
        self.edges = tuple(attached[1].decode().replace("/", " ").split()) if attached else ()
        self.is_content = tag == "Artifact" or self.mcid is not None
        self.place = 0  # among the page's marks


_MCID, _KIND = re.compile(rb"/MCID\s+(\d+)"), re.compile(rb"/Type\s*/(\w+)")
_SUBTYPE, _ATTACHED = re.compile(rb"/Subtype\s*/(\w+)"), re.compile(rb"/Attached\s*\[([^]]*)")
_ACTUAL_TEXT = re.compile(rb"/ActualText\s*<([0-9a-fA-F]+)>")
_TEXT = "BT"  # the tag, so to say, of a text object


class _Painter:
    """Follows a page's content stream, and keeps what it marks and paints."""

    def __init__(self, page: int, fonts: dict[str, dict[str, str]]) -> None:
        self.page, self.fonts = page, fonts
        self.marks: list[Mark] = []
        self.artifacts: list[Artifact] = []
        self.stray: list[str] = []
        self.misnested: list[str] = []
        self._open: list[_Item] = []
        self._font: dict[str, str] = {}
        self._fonts: list[dict[str, str]] = []
        self._does: dict[bytes, Callable[[list[bytes]], None]] = {
            **dict.fromkeys((b"BMC", b"BDC"), self._begin),
            **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), self._show),
            **dict.fromkeys(_FILLS, self._fill),
            b"EMC": lambda _: self._end(text=False),
            b"BT": lambda _: self._open.append(_Item(_TEXT)),
            b"ET": lambda _: self._end(text=True),
            b"Tf": self._choose_font,
            b"q": lambda _: self._fonts.append(self._font),
            b"Q": self._restore,
        }

    def paint(self, stream: bytes) -> None:
        for operator, operands in _operations(stream):
            if does := self._does.get(operator):
                does(operands)
        self.misnested += [f"{item.tag} is not closed" for item in self._open]

    def _begin(self, operands: list[bytes]) -> None:
        item = _Item(operands[0].decode().removeprefix("/"), b"".join(operands[1:]))
        if item.is_content and (around := self._content()):
            self.misnested.append(f"{item.tag} {item.mcid} in {around.tag} {around.mcid}")
        self._open.append(item)
        if item.mcid is not None:
            self.marks.append(Mark(self.page, item.mcid, ""))
            item.place = len(self.marks) - 1

    def _end(self, *, text: bool) -> None:
        if not self._open or (self._open[-1].tag == _TEXT) != text:
            self.misnested.append(f"{'ET' if text else 'EMC'} closes what is not open")
            return
        item = self._open.pop()
        if item.mcid is not None:
            self.marks[item.place] = Mark(self.page, item.mcid, item.text)
        elif item.is_content:
            self.artifacts.append(Artifact(item.kind, item.text, item.subtype, item.edges))

    def _content(self) -> _Item | None:
        return next((item for item in reversed(self._open) if item.is_content), None)

    def _show(self, operands: list[bytes]) -> None:
        codes = "".join(map(bytes.decode, _HEX.findall(operands[-1]))).lower()
        text = "".join(self._font[codes[at : at + 4]] for at in range(0, len(codes), 4))
        text = next((item.replacement for item in self._open if item.replacement), text)
        if item := self._content():
            item.text += text
        else:
            self.stray.append(f"the text »{text}«")

    def _fill(self, operands: list[bytes]) -> None:
        if not self._content():
            self.stray.append("a line, an area or a picture")

    def _choose_font(self, operands: list[bytes]) -> None:
        self._font = self.fonts[operands[0].decode()]

    def _restore(self, operands: list[bytes]) -> None:
        self._font = self._fonts.pop()


_FILLS = (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI")
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")


def _operations(stream: bytes) -> Iterable[tuple[bytes, list[bytes]]]:
    """The operators of a content stream, each with what stands before it."""
    operands: list[bytes] = []
    for token in _TOKEN.findall(stream):
        if token[:1].isalpha() or token in (b"'", b'"'):
            yield token, operands
            operands = []
        else:
            operands.append(token)


_STRING = rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>"
_TOKEN = re.compile(
    rb"<<(?:%b|[^<>()])*>>|\[(?:%b|[^\]<>()])*\]|%b|[^\s<>\[\]()]+" % ((_STRING,) * 3), re.DOTALL
)
