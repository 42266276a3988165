"""The note as PDF, through WeasyPrint."""

import logging
import os
import re
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from traceback import extract_tb
from types import SimpleNamespace
from typing import Any

import font_source_serif_pro
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, problem
from statusnote.note import DRAFT, Note
from statusnote.render.forms import FORMS, Sources
from statusnote.render.html import html
from statusnote.render.pdf import (
    addresses,
    continued_rows,
    extraction,
    font_descriptors,
    missing_glyphs,
    progress,
    provenance,
    rules,
    structure,
    tagging,
    weasyprint_internals,
    weasyprint_lines,
)
from statusnote.render.pdf.hyphenation import house_divisions
from statusnote.render.record import record_of
from statusnote.render.templates import FEW, Templates, place_in

FONT_SCHEME = "font:"
FONTS = {Path(file).name: Path(file) for file in font_source_serif_pro.font_files_ttf.values()}
PAGE, STYLE = FORMS["pdf"].templates

# The faces that every style sheet can use. Without any, Pango ends the process. They have none of
# the marks that lists have inside lists.
FACES = "ul { list-style-type: disc }" + "".join(
    f'@font-face {{ font-family: "Source Serif Pro"; src: url("font:SourceSerifPro-{name}.ttf"); '
    f"font-weight: {weight}; font-style: {style} }}"
    for name, weight, style in (
        ("Regular", "normal", "normal"),
        ("It", "normal", "italic"),
        ("Bold", "bold", "normal"),
        ("BoldIt", "bold", "italic"),
    )
)

# What stands across each page of a draft and, for who prints in black alone, above it, whatever the
# style sheet says. It is a light colour and not see-through, which has no place in an archive.
ACROSS = f"""html::after {{
  content: "{DRAFT}" !important; position: fixed !important; z-index: -1 !important;
  top: 85mm !important; left: -40mm !important; right: -40mm !important;
  transform: rotate(-55deg) !important; text-align: center !important;
  font: bold 130pt/1 "Source Serif Pro" !important; color: #e6e6e6 !important;
}}
@page {{ @top-left {{
  content: "{DRAFT}" !important; vertical-align: middle !important;
  font: bold 9pt "Source Serif Pro" !important; color: #000 !important;
}} }}
@page :first {{ @top-left {{ content: none !important }} }}"""


def render(note: Note, templates: Templates, sources: Sources | None = None) -> bytes:
    """The note as a tagged PDF on A4 pages, which carries its *sources*.

    Raises ProblemsFound where a template is wrong.
    """
    fonts, fetcher = no_system_fonts(), PackagedFonts()
    page, style = html(note, templates), templates.read(STYLE)
    sheets = (FACES, style, *((ACROSS,) if note.draft else ()))
    with (
        _kept_where_nothing_is_wrong(),
        house_divisions(),
        _complaints_as_problems(templates),
        progress.followed(page),
    ):
        read, faces = zip(*map(_style_sheet, sheets), strict=True)
        for face in chain.from_iterable(faces):
            fonts.add_font_face(face, fetcher)
        to_lay_out = parsed(page, fetcher)
        weasyprint_internals.spare_pseudo_elements(to_lay_out, sheets)
        with weasyprint_lines.kept(fonts):
            document = to_lay_out.render(stylesheets=read, font_config=fonts)
        finish = finisher(document, note, templates, sources)
        return bytes(document.write_pdf(pdf_variant="pdf/a-3a", finisher=finish))


@lru_cache(maxsize=FEW)
def _style_sheet(text: str) -> tuple[CSS, list[object]]:
    """The style sheet *text* as WeasyPrint reads it, and its rules for faces.

    These are for the fonts of each note that gets the style sheet.
    """
    faces: list[object] = []
    fonts = SimpleNamespace(add_font_face=lambda face, _fetcher: faces.append(face))
    return CSS(string=text, font_config=fonts, url_fetcher=PackagedFonts()), faces


@contextmanager
def _kept_where_nothing_is_wrong() -> Iterator[None]:
    """Keep what the next note may have, but only where nothing is wrong with this one.

    Some of what is wrong is said while a style sheet is read, and not again; and what was laid out
    without a font would be so in a note that has it.
    """
    try:
        yield
    except BaseException:
        _style_sheet.cache_clear()
        weasyprint_lines.forget()
        raise


def parsed(page: str, fetcher: URLFetcher) -> HTML:
    """What is laid out: the HTML *page*, in which each address stands by itself."""
    document = HTML(string=page, url_fetcher=fetcher)
    addresses.set_apart(document.etree_element)
    return document


def finisher(
    document: Any, note: Note, templates: Templates, sources: Sources | None
) -> Callable[[object, Any], None]:
    """What puts right and adds what WeasyPrint leaves undone in the PDF of *document*.

    It has to be made before the document is painted, and is called before the file is written.
    """
    pages = weasyprint_internals.watched(document, _beside(document))

    def finish(_document: object, file: Any) -> None:
        _refuse_drawn_in_parts(pages, templates)
        tagging.tag(file, pages, structure.structure(pages))
        extraction.correct_extraction(file, pages)
        font_descriptors.correct_font_descriptors(file)
        title = document.metadata.title or note.title
        provenance.write(file, title, note, record_of(note, "pdf", templates, sources), sources)
        weasyprint_internals.settle(file)

    return finish


def _beside(document: Any) -> list[weasyprint_internals.Beside]:
    boxes = weasyprint_internals.page_boxes(document)
    reminders = continued_rows.reminders(boxes)
    return [
        weasyprint_internals.Beside(rules.taken_over(page), reminders.get(number, ()))
        for number, page in enumerate(boxes)
    ]


def _refuse_drawn_in_parts(pages: list[weasyprint_internals.Page], templates: Templates) -> None:
    """Raises ProblemsFound for letters that are put together of two glyphs.

    No reader takes them out of the PDF as what they are.
    """
    boxes = (box for page in pages for box in page.marks)
    texts = {weasyprint_internals.text(box) for box in boxes if weasyprint_internals.is_text(box)}
    if in_parts := missing_glyphs.drawn_in_parts(texts, _glyphs()):
        style = str(templates.path(STYLE))
        raise ProblemsFound([problem("E507", style, characters=letter) for letter in in_parts])


@cache
def _glyphs() -> Set[int]:
    """The code points for which the packaged fonts have a glyph."""
    with TTFont(FONTS["SourceSerifPro-Regular.ttf"], lazy=True) as font:
        return frozenset(font.getBestCmap())


def no_system_fonts() -> weasyprint_lines.Fonts:
    """A configuration without the system's fonts, to which style sheets add the packaged ones.

    A character that they lack is then missing everywhere, and not only where no font has it.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
    try:
        return weasyprint_lines.Fonts()
    finally:
        del os.environ["FONTCONFIG_FILE"]
        os.environ |= {"FONTCONFIG_FILE": before} if before else {}


class PackagedFonts(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Gives the packaged fonts, by `font:NAME.ttf`, and nothing else: no file and no network."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The font that *url* names. Raises ForbiddenError for every other URL."""
        name = url.removeprefix(FONT_SCHEME)
        if name == url or name not in FONTS:
            raise ForbiddenError(url)
        return URLFetcherResponse(url, FONTS[name].read_bytes(), {"Content-Type": "font/ttf"})


class ForbiddenError(FatalURLFetchingError):  # type: ignore[misc] # as above
    """Raised for a URL that a template must not load; ends the rendering."""


@contextmanager
def _complaints_as_problems(templates: Templates) -> Iterator[None]:
    """Raises ProblemsFound for what WeasyPrint refuses, or logs and leaves out."""
    complaints = _Complaints(level=logging.WARNING)
    try:
        with _heard(complaints):
            yield
    except ForbiddenError as error:
        raise ProblemsFound([_forbidden(str(error), templates)]) from error
    except ProblemsFound as found:
        raise ProblemsFound([*found.problems, *complaints.problems(templates)]) from found
    except Exception as error:
        blameless = templates.are_ours(PAGE, STYLE) and not isinstance(error, RecursionError)
        if blameless or _is_ours(error):
            raise
        detail = f"{type(error).__name__}: {error}"
        raise ProblemsFound([problem("E506", str(templates.path(STYLE)), detail=detail)]) from error
    if problems := complaints.problems(templates):
        raise ProblemsFound(problems)


@contextmanager
def _heard(complaints: "_Complaints") -> Iterator[None]:
    """Give all that WeasyPrint logs to *complaints* alone.

    That is so whatever is set for its logger, or for all of them, by the program that we are in: it
    may want to hear nothing, but what is wrong must be found.
    """
    logger = logging.getLogger("weasyprint")
    settings = vars(logger)
    as_set = dict(settings)
    settings.update(
        disabled=False,
        filters=[],
        handlers=[complaints],
        isEnabledFor=lambda level: level >= complaints.level,
        propagate=False,
    )
    try:
        yield
    finally:
        del settings["isEnabledFor"]
        settings.update(as_set)


def _is_ours(error: Exception) -> bool:
    """Whether *error* comes from what we do to the page or the PDF, and not from WeasyPrint itself.

    What is refused while a page is painted, or wasn't painted, is the style sheet's fault.
    """
    if isinstance(error, weasyprint_internals.UnpaintedError):
        return False
    passed = {Path(frame.filename) for frame in extract_tb(error.__traceback__)}
    at_weasyprint = (weasyprint_internals.__file__, weasyprint_lines.__file__)
    blameless = {Path(str(file)) for file in (__file__, *at_weasyprint)}
    return any(path.parent == Path(__file__).parent for path in passed - blameless)


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint could not load, does not understand, or has no glyph for."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.levelno >= logging.ERROR or any(each.search(text) for each in _TOLD):
            self.texts.append(text)

    def problems(self, templates: Templates) -> list[Problem]:
        """What was kept, once each, as problems of *templates*."""
        return [_complaint(text, templates) for text in dict.fromkeys(self.texts)]


_PLACE = re.compile(r" at (\d+):(\d+)")  # the line and the column of a style sheet
_MISSING_GLYPH = re.compile(r'unsupported by fonts: "(.+)" \(U\+', re.DOTALL)
_LOST_FACE = re.compile("^Font-face .* cannot be loaded$", re.DOTALL)
_TOLD = (_PLACE, _MISSING_GLYPH, _LOST_FACE)


def _complaint(text: str, templates: Templates) -> Problem:
    """A complaint with a place, or of a font, is about the style sheet, others about the page."""
    if missing := _MISSING_GLYPH.search(text):
        return problem("E507", str(templates.path(STYLE)), characters=missing[1])
    detail = text.rstrip(".")
    if place := _PLACE.search(text):
        line, column = map(int, place.groups())
        return Problem(
            "E506", place_in(str(templates.path(STYLE)), line, column), {"detail": detail}
        )
    name = STYLE if _LOST_FACE.search(text) else PAGE
    return problem("E506", str(templates.path(name)), detail=detail)


def _forbidden(url: str, templates: Templates) -> Problem:
    """The problem at the first line of the style sheet or the page that names *url*."""
    for name in (STYLE, PAGE):
        for line, text in enumerate(templates.read(name).splitlines(), start=1):
            if url in text:
                column = text.index(url) + 1
                place = Place(str(templates.path(name)), line, column, column + len(url), text)
                return Problem("E505", place, {"url": url, "known": _known_fonts()})
    return problem("E505", str(templates.path(PAGE)), url=url, known=_known_fonts())


def _known_fonts() -> str:
    return ", ".join(f"{FONT_SCHEME}{name}" for name in sorted(FONTS) if _TEXT_FACE.search(name))


# Those that FACES has, and not the likes of `-Light` and `-SemiboldIt`.
_TEXT_FACE = re.compile(r"-(Regular|It|Bold|BoldIt)\.ttf$")
