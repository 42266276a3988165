"""What WeasyPrint laid out and painted, by its private parts.

They are those of WeasyPrint 70.0: the boxes of a page, the marked content that a page's stream
remembers for each box, and that a page paints itself, to which text can be added.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

import pydyf
from weasyprint import HTML, UA_STYLESHEET
from weasyprint.css import AnonymousStyle
from weasyprint.draw.color import get_color
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text import ffi
from weasyprint.text.line_break import split_first_line

from statusnote.render.pdf import progress

Box = Any
Token = Any  # of a content stream: bytes, a name, or a dictionary


@dataclass(frozen=True)
class Page:
    """A painted page: its outermost box, its content stream, and the MCID of each painted box."""

    box: Box
    stream: list[Token]
    marks: Mapping[Box, int]
    height: float


class Rule(NamedTuple):
    """A line from one point to the other, in pixels of CSS, its width there, and its colour."""

    start: tuple[float, float]
    end: tuple[float, float]
    width: float
    colour: Any


class Beside(NamedTuple):
    """What a page gets beside what was laid out on it."""

    rules: Collection[Rule] = ()
    texts: Collection[Box] = ()


def spare_pseudo_elements(page: HTML, styles: Iterable[str]) -> None:
    """Let no styles of notes be computed, nor of markers but those of `li`, if *page* has no other.

    WeasyPrint has them computed for each element, of six kinds, which takes more time than all
    other styles. *styles* are the style sheets that the page gets.
    """
    elements = list(page.etree_element.iter())
    own = (each.text or "" for each in elements if each.tag == "style")
    attributes = (each.get("style", "") for each in elements)
    if not any(map(_MAKES_ONE.search, chain(styles, own, attributes))):
        page._ua_stylesheets = _with_few_pseudo_elements


# What makes a note or a list item of an element, or may do so by other words than these.
_MAKES_ONE = re.compile(r"footnote|note\(|list-item|attr\(|\\", re.IGNORECASE)
OF_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}


@cache
def _with_few_pseudo_elements(_forms: object = None) -> list[Any]:
    """WeasyPrint's own style sheet, without the pseudo-elements that nothing has but lists."""
    sheet, matcher = copy(UA_STYLESHEET), copy(UA_STYLESHEET.matcher)
    matcher.other_selectors = [
        (_is_item if pseudo_element == "marker" else test, specificity, order, pseudo_element, rule)
        for test, specificity, order, pseudo_element, rule in matcher.other_selectors
        if pseudo_element not in OF_NOTES
    ]
    sheet.matcher = matcher
    return [sheet]


def _is_item(element: Any) -> bool:
    return bool(element.local_name == "li")


def watched(document: Any, beside: Iterable[Beside]) -> list[Page]:
    """The pages of *document*, which come into this list one by one as they are painted.

    *beside* is what each of them gets besides.
    """
    pages: list[Page] = []
    for page, added in zip(document.pages, beside, strict=True):
        page.paint = partial(_paint, pages, page, page.paint, added, len(document.pages))
    return pages


def _paint(
    pages: list[Page],
    page: Any,
    paint: Callable[..., None],
    beside: Beside,
    count: int,
    stream: Any,
    scale: float,
) -> None:
    paint(stream, scale)
    marks = {box: mark["mcid"] for box, mark in stream._tags.items()}
    written = sum(token == b"BDC" for token in stream.stream)
    if written < len(marks):
        raise ValueError("text that is see-through (opacity) is not painted on the page itself")
    with stream.stacked():
        stream.transform(a=scale, d=scale)
        if beside.rules:
            _paint_rules(beside.rules, stream)
        for text_box in beside.texts:
            _paint_text(text_box, stream)
    pages.append(Page(page._page_box, stream.stream, marks, page.height * scale))
    _leave_links(page, stream)
    progress.painted(len(pages), count)


def _leave_links(page: Any, stream: Any) -> None:
    """Leave only the links of a painted *page* for WeasyPrint to make its structure of.

    Ours takes its place, so that the time for it is lost. But each link gets its number there.
    """
    links = [box for *_, box in page.links if box.link_annotation]
    left = [boxes.InlineBox("a", box.style, box.element, []) for box in links]
    for box, link in zip(left, links, strict=True):
        box.link_annotation = link.link_annotation
    page._page_box = page._page_box.copy_with_children(left)
    stream._tags.clear()


# Both are there for the page's sake, and no part of the document. The artifacts and the marks that
# the stream of WeasyPrint itself makes are for what is.


def _paint_rules(rules: Collection[Rule], stream: Any) -> None:
    pydyf.Stream.begin_marked_content(stream, "Artifact")
    stream.set_line_cap(PROJECTING)
    for rule in rules:
        stream.set_line_width(rule.width)
        stream.set_color(rule.colour, stroke=True)
        stream.move_to(*rule.start)
        stream.line_to(*rule.end)
        stream.stroke()
    stream.end_marked_content()


PROJECTING = 2  # the cap of a line that ends half its width further on (ISO 32000-1, 8.4.3.3)


def _paint_text(text_box: Box, stream: Any) -> None:
    kind = pydyf.Dictionary({"Type": "/Pagination"})
    pydyf.Stream.begin_marked_content(stream, "Artifact", kind)
    draw_text(stream, text_box, 0, "clip", "none")
    stream.end_marked_content()


def page_boxes(document: Any) -> list[Box]:
    """The outermost box of each page of a laid-out *document*."""
    return [page._page_box for page in document.pages]


def rows(box: Box) -> Iterator[Box]:
    """The rows of the tables in *box*, but for their heads and feet, and for tables in tables."""
    for child in flow(box):
        if isinstance(child, boxes.TableRowBox):
            yield child
        elif isinstance(child, boxes.BlockLevelBox | boxes.TableRowGroupBox) and not (
            is_repeated(child) or is_picture(child)
        ):
            yield from rows(child)


def is_header_cell(cell: Box) -> bool:
    """Whether *cell* is the header of a row or a column."""
    return str(cell.element_tag) == "th"


def lines(box: Box) -> Iterator[Box]:
    """The lines of text in *box*, but for those of what CSS adds."""
    for child in flow(box):
        if is_line(child) and not is_generated(child):
            yield child
        elif not is_text(child):
            yield from lines(child)


def texts(box: Box) -> Iterator[Box]:
    """The pieces of text in *box*, but for what CSS adds."""
    for child in flow(box):
        if is_text(child):
            yield child
        elif not is_generated(child):
            yield from texts(child)


class Frame(NamedTuple):
    """The border of a table or a cell: where its box is, and each side's width and colour.

    In pixels of CSS. The sides are the top, the right, the bottom and the left one.
    """

    x: float
    y: float
    width: float
    height: float
    widths: tuple[float, ...]
    colours: tuple[Any, ...]
    is_table: bool


def take_frames(box: Box, widest: float) -> Iterator[Frame]:
    """The plain borders of the tables in *box* and of their cells, which are then drawn no more.

    Those that have a side of more than *widest* pixels of CSS are left alone.
    """
    for child in flow(box):
        if is_line(child) or is_text(child):
            continue
        if isinstance(child, boxes.TableBox | boxes.TableCellBox):
            widths = tuple(getattr(child, f"border_{side}_width") for side in SIDES)
            if 0 < max(widths) <= widest and _is_plain(child):
                yield _frame(child, widths)
                for side in SIDES:
                    setattr(child, f"border_{side}_width", 0)
        yield from take_frames(child, widest)


SIDES = ("top", "right", "bottom", "left")


def _is_plain(box: Box) -> bool:
    """Whether the border of a table or a cell is its own, solid, and without round corners."""
    return (
        box.style["visibility"] == "visible"
        and box.style["border_collapse"] == "separate"
        and {box.style[f"border_{side}_style"] for side in SIDES} <= {"solid", "none"}
        and not any(radius for corner in box.rounded_border_box()[4:] for radius in corner)
    )


def _frame(box: Box, widths: tuple[float, ...]) -> Frame:
    return Frame(
        *(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()),
        widths,
        tuple(get_color(box.style, f"border_{side}_color") for side in SIDES),
        isinstance(box, boxes.TableBox),
    )


def leave_open(row: Box) -> None:
    """Draw no line below *row*, of which more stands on the next page, but leave it as high."""
    for cell in row.children:
        cell.padding_bottom += cell.border_bottom_width
        cell.border_bottom_width = 0


def grey_text(like: Box, said: str, x: float, y: float) -> Box:
    """A piece of text at *x* and *y*, in pixels of CSS, with the font of *like*, but in grey."""
    box = like.copy_with_text(said)
    box.style = like.style.copy()
    box.style["color"] = type(like.style["color"])("srgb", GREY, 1)
    box.pango_layout, _, _, box.width, *_ = split_first_line(said, box.style, None, None, 0)
    box.position_x, box.position_y = x, y
    return box


GREY = (0.4, 0.4, 0.4)  # 5.7 times as dark as white; 4.5 is the least (WCAG 2.2, 1.4.3)


def flow(box: Box) -> Iterator[Box]:
    """The boxes in *box* that belong to the text: no page margins, nor what is on every page."""
    for child in box.children:
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child
        if not isinstance(inner, boxes.MarginBox) and inner.style["position"] != "fixed":
            yield inner


def mark(box: Box, page: Page) -> int:
    """The MCID of a *box* on its *page*. Raises UnpaintedError where it was only laid out."""
    if box not in page.marks:
        raise UnpaintedError("text that was laid out is not painted (transform)")
    return page.marks[box]


class UnpaintedError(ValueError):
    """Raised for text that a style sheet doesn't let be painted; no reader would take it out."""


def edges(page: Page) -> dict[int, str]:
    """Where what is beside the text of *page* stands, by its MCID: at the `Top`, …, or `Across`."""
    places: dict[int, str] = {}

    def follow(box: Box, edge: str) -> None:
        for child in getattr(box, "children", ()):
            inner = child._box if isinstance(child, AbsolutePlaceholder) else child
            if place := edge or _edge(inner, page.box):
                places.update({page.marks[inner]: place} if inner in page.marks else {})
            follow(inner, place)

    follow(page.box, "")
    return places


def _edge(box: Box, page: Box) -> str:
    """The edge of the *page* that a margin box, or what stands on every page, belongs to."""
    if isinstance(box, boxes.MarginBox):
        return str(box.at_keyword).removeprefix("@").split("-")[0].capitalize()
    if box.style["position"] != "fixed":
        return ""
    if box.position_y + box.margin_height() <= page.margin_top:
        return "Top"
    return "Bottom" if box.position_y >= page.margin_height() - page.margin_bottom else "Across"


def is_text(box: Box) -> bool:
    """Whether *box* is a piece of text on one line."""
    return isinstance(box, boxes.TextBox)


def text(box: Box) -> str:
    """What a piece of text says."""
    return str(box.text)


def is_picture(box: Box) -> bool:
    """Whether *box* is a picture."""
    return isinstance(box, boxes.ReplacedBox)


def is_line(box: Box) -> bool:
    """Whether *box* is one line of a paragraph."""
    return isinstance(box, boxes.LineBox)


def is_inline(box: Box) -> bool:
    """Whether *box* is a part of a line, such as a link."""
    return isinstance(box, boxes.InlineLevelBox)


def is_repeated(box: Box) -> bool:
    """Whether *box* is the head or the foot of a table, which stand on each of its pages."""
    return isinstance(box, boxes.TableRowGroupBox) and bool(box.is_header or box.is_footer)


def is_generated(box: Box) -> bool:
    """Whether *box* isn't an HTML element's own, but what CSS adds, as the mark of a list item."""
    return "::" in str(box.element_tag)


def is_marker(box: Box) -> bool:
    """Whether *box* holds the mark or the number of a list item."""
    return str(box.element_tag) == "li::marker"


def element(box: Box) -> Any:
    """The HTML element that *box* belongs to, be it as itself or as what stands around or in it."""
    return box.element


def source(box: Box) -> Any:
    """The HTML element that *box* is a part of as itself, or None for what stands around or in it.

    None is for what CSS adds: anonymous boxes, `::before` and the like.
    """
    if box.is_table_wrapper:
        return box.element
    if isinstance(box.style, AnonymousStyle) or "::" in (box.element_tag or "::"):
        return None
    return box.element


def annotation(box: Box) -> Any:
    """The annotation of *box*, which is a link on one line, or None."""
    return box.link_annotation


def spans(cell: Box) -> tuple[int, int]:
    """How many columns and rows a table cell covers."""
    return cell.colspan, cell.rowspan


def list_style(box: Box) -> str:
    """What the items of a list are marked with: `disc`, `decimal`, `none`."""
    return str(box.style["list_style_type"])


def hyphen(box: Box) -> str:
    """What stands at the end of a line of *box* that ends in a division."""
    return str(box.style["hyphenate_character"])


def alternative(picture: Box) -> str:
    """What a *picture* shows, in words: its `alt`, or the title of a drawing."""
    title = picture.element.find("{http://www.w3.org/2000/svg}title")
    return str(picture.element.get("alt", "") if title is None else title.text or "")


def corners(box: Box, page: Page) -> tuple[float, ...]:
    """The lower left and the upper right corner of *box* on its *page*, in points."""
    left, top = box.content_box_x() * POINTS, page.height - box.content_box_y() * POINTS
    return left, top - box.height * POINTS, left + box.width * POINTS, top


POINTS = 0.75  # in a pixel of CSS


def text_places(page: Page) -> dict[int, list[tuple[int, str]]]:
    """Where in the stream each marked content shows text, in order, and the name of its font."""
    places: dict[int, list[tuple[int, str]]] = defaultdict(list)
    mcid, font = -1, ""
    for place, token in enumerate(page.stream):
        if token == b"BDC":
            mcid = page.stream[place - 1].get("MCID", -1)
        elif isinstance(token, bytes) and token.endswith(b" Tf"):
            font = token.split()[0].removeprefix(b"/").decode()
        elif isinstance(token, bytes) and token.endswith(b"] TJ"):
            places[mcid].append((place, font))
    return places


def object_at(pdf: Any, reference: bytes) -> Any:
    """The object of *pdf* that a *reference* names."""
    return pdf.objects[int(reference.split()[0])]


class Libraries(NamedTuple):
    """What WeasyPrint found on this system: the version of Pango, and whether HarfBuzz subsets."""

    pango: str
    has_subset: bool


def libraries() -> Libraries:
    """The libraries that WeasyPrint has loaded."""
    version = ffi.pango.pango_version()  # as one number: 15014 (Pango, PANGO_VERSION)
    numbers = version // 10_000, version // 100 % 100, version % 100
    return Libraries(".".join(map(str, numbers)), ffi.harfbuzz_subset is not None)


def settle(pdf: Any) -> None:
    """Keep of each object of *pdf*, which nothing changes any more, no more than its bytes.

    pydyf makes them twice, for the file and for the identifier, and packs each stream twice.
    """
    pdf.objects[:] = [entry if entry.free == FREE else _Settled(entry) for entry in pdf.objects]


FREE = "f"  # of an object that isn't written (ISO 32000-1, 7.5.4)


class _Settled(pydyf.Object):  # type: ignore[misc] # pydyf has no types
    """What is written of an object."""

    data, compressible = b"", True  # properties of pydyf's, which couldn't be set

    def __init__(self, entry: Any) -> None:
        super().__init__()
        self.number, self.generation = entry.number, entry.generation
        self.data, self.compressible = entry.data, entry.compressible
