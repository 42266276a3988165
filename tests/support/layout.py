"""The note as WeasyPrint lays it out: its pages, and the lines of each element on them."""

from typing import Any, NamedTuple

from weasyprint import CSS
from weasyprint.formatting_structure import boxes

from statusnote.note import Note
from statusnote.render.html import html
from statusnote.render.pdf.document import FACES, STYLE, PackagedFonts, no_system_fonts, parsed
from statusnote.render.pdf.hyphenation import house_divisions
from statusnote.render.templates import Templates


class Line(NamedTuple):
    """A line of *element*, and the page (from 1) that it stands on."""

    element: Any
    page: int
    text: str

    @property
    def divided(self) -> bool:
        """Whether it ends with a hyphen, be it one of the text or one that was put there."""
        return self.text.endswith(("-", "\u2010"))


def pages(note: Note) -> list[Any]:
    """The boxes of the pages, in order."""
    fonts, fetcher, templates = no_system_fonts(), PackagedFonts(), Templates.found(None)
    sheets = [
        CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
        for sheet in (FACES, templates.read(STYLE))
    ]
    document = parsed(html(note, templates), fetcher)
    with house_divisions():
        laid_out = document.render(stylesheets=sheets, font_config=fonts)
    return [page._page_box for page in laid_out.pages]


def blocks(pages: list[Any]) -> list[list[Line]]:
    """The lines of each element that has some, over all pages, but for the header row."""
    places: dict[Any, list[Line]] = {}
    for number, page in enumerate(pages, start=1):
        for box in page.descendants():
            if isinstance(box, boxes.LineBox) and _is_of_the_note(box.element):
                line = Line(box.element, number, _text(box).rstrip())
                places.setdefault(box.element, []).append(line)
    return list(places.values())


def _is_of_the_note(element: Any) -> bool:
    return element is not None and element.get("scope") != "col"


def _text(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(map(_text, getattr(box, "children", ())))
