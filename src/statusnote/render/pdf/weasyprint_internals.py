"""What WeasyPrint laid out and painted, by its private parts, which are used here and nowhere else.

They are those of WeasyPrint 70.0: the boxes of a page, the marked content that a page's stream
remembers for each box, and that a page paints itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text import ffi

Box = Any
Token = Any  # of a content stream: bytes, a name, or a dictionary


@dataclass(frozen=True)
class Page:
    """A painted page: its outermost box, its content stream, and the MCID of each painted box."""

    box: Box
    stream: list[Token]
    marks: Mapping[Box, int]
    height: float


def watched(document: Any) -> list[Page]:
    """The pages of *document*, which come into this list one by one as they are painted."""
    pages: list[Page] = []
    for page in document.pages:
        page.paint = partial(_paint, pages, page, page.paint)
    return pages


def _paint(
    pages: list[Page], page: Any, paint: Callable[..., None], stream: Any, scale: float
) -> None:
    paint(stream, scale)
    marks = {box: mark["mcid"] for box, mark in stream._tags.items()}  # noqa: SLF001
    written = sum(token == b"BDC" for token in stream.stream)
    if written < len(marks):
        raise ValueError("text that is see-through (opacity) is not painted on the page itself")
    pages.append(Page(page._page_box, stream.stream, marks, page.height * scale))  # noqa: SLF001


def flow(box: Box) -> Iterator[Box]:
    """The boxes in *box* that belong to the text: no page margins, nor what is on every page."""
    for child in box.children:
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001
        if not isinstance(inner, boxes.MarginBox) and inner.style["position"] != "fixed":
            yield inner


def edges(page: Page) -> dict[int, str]:
    """Where what is beside the text of *page* stands, by its MCID: at the `Top`, …, or `Across`."""
    places: dict[int, str] = {}

    def follow(box: Box, edge: str) -> None:
        for child in getattr(box, "children", ()):
            inner = child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001
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
