"""What a row says that breaks across pages: it isn't closed, and is named where it goes on."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from support import awkward, tags
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.templates import Templates

NOTE = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)


def named(pdf: bytes) -> list[list[str]]:
    """Page by page, the artifacts behind the label and the head, which a row that goes on has."""
    pages = tags.read(pdf).pages
    texts = [[each.text for each in page.artifacts if each.text.strip()] for page in pages]
    return [[text for text in page if _is_name(text)] for page in texts]


def _is_name(text: str) -> bool:
    head = ("Initiativ", "Ansvarligt", "ministerie", "Status", "UDKAST")
    return not text.strip().startswith(("Side ", *head))


def test_the_real_note() -> None:
    pages = named(awkward.pdf("the real note"))
    assert pages == [[], [], [], [], [], [], ["Landsdækkende …", "(fortsat)"], []]


def test_a_row_of_four_pages_is_named_on_three() -> None:
    pages = named(awkward.pdf("a cell of four pages"))
    assert pages[:4] == [[], *[["Et langt initiativ *", "(fortsat)"]] * 3]


ROW = "<table><tr><{cell}>{title}</{cell}><td>{text}</table>"
TEXT = "<br>".join(["ord"] * 30)
STYLE = (
    "@page { size: 10cm 12cm; margin: 1cm } body { font: 10pt/15pt 'Source Serif Pro' }"
    "table { table-layout: fixed; width: 8cm; border-spacing: 0 }"
    "th { hyphens: auto; hyphenate-character: '-' }"
    "td, th { border-bottom: 0.5pt solid; vertical-align: top; text-align: left; padding: 0 }"
)


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., bytes]:
    """The PDF of a table with one row, in which the second cell is longer than a page."""

    def make(title: str, cell: str = "th", text: str = TEXT, style: str = "") -> bytes:
        row = ROW.format(cell=cell, title=title, text=text)
        page = f"<html lang=da><title>T</title><body>{row}"
        (tmp_path / "note.html.j2").write_text(page, "utf-8")
        (tmp_path / "note.css").write_text(STYLE + style, "utf-8")
        return FORMS["pdf"].render(NOTE, Templates.found(tmp_path))

    return make


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Kort", "Kort"),
        ("Kort * <i>(ny)</i>", "Kort * (ny)"),
        ("Et initiativ med et navn på to linjer", "Et initiativ med et …"),
        ("Et initiativ til arbejdsmarkedsuddannelserne", "Et initiativ til …"),
        ("Arbejdsmarkedsuddannelsesinstitutionernes", "Arbejdsmarkedsuddan …"),
        ("Børne-<br>og ungeområdet", "Børne …"),
    ],
)
def test_as_many_whole_words_as_find_room(
    title: str, words: str, made: Callable[..., bytes]
) -> None:
    assert named(made(title)) == [[], [words, "(fortsat)"]]


def test_a_title_that_goes_on_itself_is_not_repeated(made: Callable[..., bytes]) -> None:
    assert named(made("<br>".join(["ord"] * 25)))[1:] == [[]]


def test_a_row_without_a_header_is_not_named(made: Callable[..., bytes]) -> None:
    assert named(made("Kort", cell="td")) == [[], []]
    assert named(made("")) == [[], []]


def contents(pdf: bytes) -> list[bytes]:
    """What paints each page."""
    streams = [page.get_contents() for page in PdfReader(BytesIO(pdf)).pages]
    return [stream.get_data() for stream in streams if stream is not None]


def test_it_is_grey(made: Callable[..., bytes]) -> None:
    painted = [content.count(b"0.4 0.4 0.4 rg") for content in contents(made("Kort"))]
    assert painted == [0, 1]


def test_a_row_is_closed_where_it_ends(made: Callable[..., bytes]) -> None:
    assert [content.count(b"\nS\n") for content in contents(made("Kort"))] == [0, 2]
