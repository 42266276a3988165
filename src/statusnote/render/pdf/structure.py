"""The structure of the note as a screen reader meets it, from the pages that were painted.

What comes from one HTML element is one structure element, however many lines and pages it is on.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from statusnote import danish
from statusnote.render.pdf import weasyprint_internals
from statusnote.render.pdf.weasyprint_internals import Box, Page

# fmt: off
ROLES = {
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6", "p": "P", "div": "Div",
    "section": "Sect", "article": "Art", "main": "Part", "blockquote": "BlockQuote",
    "table": "Table", "caption": "Caption", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD", "ul": "L", "ol": "L", "li": "LI", "a": "Link",
    "span": "Span",
}
# fmt: on
GROUPS = ("Document", "Div", "Sect", "Art", "Part", "BlockQuote")  # hold no text of their own
NUMBERINGS = {"disc": "Disc", "decimal": "Decimal"}
SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


class Content(NamedTuple):
    """A piece of marked content: its page, counted from 0, and its MCID there."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """A link's annotation on a page, counted from 0, and where it leads, in words."""

    page: int
    annotation: Any
    description: str


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (ISO 32000-1, 14.8.4), and what a reader is told of it beside its text.

    *headers* are the identifiers of the header cells of a table cell, *expansion* is what an
    abbreviation stands for, and *corners* are those of a picture, in points.
    """

    role: str
    source: Any = None
    kids: list["Element | Content | Annotation"] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    scope: str = ""
    identifier: str = ""
    headers: tuple[str, ...] = ()
    expansion: str = ""
    language: str = ""
    numbering: str = ""
    alternative: str = ""
    corners: tuple[float, ...] = ()

    @property
    def elements(self) -> Iterator["Element"]:
        """The elements directly in this one."""
        return (kid for kid in self.kids if isinstance(kid, Element))


def structure(pages: list[Page]) -> Element:
    """The document that *pages* show, with each table's cells under their headers."""
    builder = _StructureBuilder()
    for number, page in enumerate(pages):
        builder.add(number, page)
    for number, table in enumerate(builder.tables, start=1):
        _connect(table, f"t{number}")
    return builder.document


class _StructureBuilder:
    """Builds the document page by page, and knows the elements in it by their HTML element."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self.tables: list[Element] = []
        self._elements: dict[Any, Element] = {}
        self._items: dict[Any, Element] = {}
        self._heads: dict[Any, int] = {}

    def add(self, number: int, page: Page) -> None:
        """Let what is on the page *number* be a part of the elements that it comes from."""
        self._number, self._page = number, page
        self._fill(page.box, self.document)

    def _fill(self, box: Box, element: Element) -> None:
        for child in weasyprint_internals.flow(box):
            if weasyprint_internals.is_text(child):
                self._mark(child, element)
            elif not self._is_artifact(child):
                self._fill_from(child, element)

    def _fill_from(self, box: Box, parent: Element) -> None:
        element = self._element(box, parent)
        if element.role == "Link" and (annotation := weasyprint_internals.annotation(box)):
            leads_to = danish.plain(element.source.get("title", ""))
            element.kids.append(Annotation(self._number, annotation, leads_to))
        if weasyprint_internals.is_picture(box):
            self._mark(box, element)
        self._fill(box, element)

    def _mark(self, box: Box, element: Element) -> None:
        mcid = weasyprint_internals.mark(box, self._page)
        element.kids.append(Content(self._number, mcid))

    def _is_artifact(self, box: Box) -> bool:
        """Whether *box* is decoration, or a table's head or foot on another page than its first."""
        if weasyprint_internals.is_picture(box):
            return not weasyprint_internals.alternative(box)
        if not weasyprint_internals.is_repeated(box):
            return False
        head = weasyprint_internals.element(box)
        return self._heads.setdefault(head, self._number) != self._number

    def _element(self, box: Box, parent: Element) -> Element:
        """The element of *box*, which is met here or was met before, or else its *parent*."""
        source = weasyprint_internals.source(box)
        if weasyprint_internals.is_marker(box):
            self._items[weasyprint_internals.element(box)].kids.insert(0, label := Element("Lbl"))
            return label
        if weasyprint_internals.is_line(box) and parent.role in GROUPS:
            return _paragraph(parent)
        if source is None or source.tag in ("html", "body"):
            return parent
        if source not in self._elements:
            self._elements[source] = self._new_element(box, source, parent)
        return self._elements[source]

    def _new_element(self, box: Box, source: Any, parent: Element) -> Element:
        element = Element(_role(box, source), source, language=source.get("lang", ""))
        parent.kids.append(element)
        if element.role == "Table":
            self.tables.append(element)
        elif element.role in ("TH", "TD"):
            element.columns, element.rows = weasyprint_internals.spans(box)
        elif element.role == "L":
            element.numbering = NUMBERINGS.get(weasyprint_internals.list_style(box), "")
        elif element.role == "LI":
            self._items[source] = element
            element.kids.append(body := Element("LBody"))
            return body
        elif element.role == "Figure":
            element.alternative = weasyprint_internals.alternative(box)
            element.corners = weasyprint_internals.corners(box, self._page)
        elif source.tag == "abbr":
            element.expansion = danish.plain(source.get("title", ""))
        return element


def _role(box: Box, source: Any) -> str:
    if weasyprint_internals.is_picture(box):
        return "Figure"
    if source.tag == "a" and source.get("href") is None:
        return "Span"
    return ROLES.get(source.tag) or ("Span" if weasyprint_internals.is_inline(box) else "Div")


def _paragraph(group: Element) -> Element:
    """The paragraph for a line of text that stands in a *group* as it is: the last one, or new."""
    last = group.kids[-1] if group.kids else None
    if isinstance(last, Element) and last.source is None:
        return last
    group.kids.append(paragraph := Element("P"))
    return paragraph


def _connect(table: Element, name: str) -> None:
    """Name the header cells of *table*, and give each cell those that it stands under and beside.

    Sources: ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5.
    """
    columns: dict[int, list[str]] = defaultdict(list)
    for number, (new, covering) in enumerate(_grid(table), start=1):
        for column, cell in new:
            if cell.role == "TH":
                cell.identifier = f"{name}r{number}c{column + 1}"
        beside = [cell.identifier for cell in covering if cell.scope == "Row"]
        for column, cell in new:
            covered = range(column, column + cell.columns)
            if cell.scope == "Column":
                for place in covered:
                    columns[place].append(cell.identifier)
            else:
                above = [identifier for place in covered for identifier in columns[place]]
                cell.headers = (*(beside if cell.role == "TD" else ()), *above)


def _grid(table: Element) -> Iterator[tuple[list[tuple[int, Element]], list[Element]]]:
    """Row by row, the cells that begin there with their columns from 0, and all that cover it."""
    lasting: dict[int, tuple[Element, int]] = {}  # what covers a column, for how many rows more
    for row in _rows(table):
        new, column = [], 0
        for cell in row.elements:
            while column in lasting:
                column += 1
            new.append((column, cell))
            column += cell.columns
        for column, cell in new:
            covered = range(column, column + cell.columns)
            lasting |= dict.fromkeys(covered, (cell, cell.rows))
        yield new, list(dict.fromkeys(lasting[column][0] for column in sorted(lasting)))
        lasting = {c: (cell, left - 1) for c, (cell, left) in lasting.items() if left > 1}


def _rows(table: Element) -> Iterator[Element]:
    """The rows of *table*, whose header cells know by now which way they look.

    That is what their `scope` says, or else down where they are in the table's head, or in a row of
    header cells alone.
    """
    for child in table.elements:
        rows = [child] if child.role == "TR" else child.elements
        for row in (row for row in rows if row.role == "TR"):
            heads = [cell for cell in row.elements if cell.role == "TH"]
            down = child.role == "THead" or len(heads) == len(list(row.elements))
            for cell in heads:
                cell.scope = SCOPES.get(
                    cell.source.get("scope", "").lower(), "Column" if down else "Row"
                )
            yield row
