"""What the HTML of a user's own template becomes for a screen reader."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from support import structure_checks, tags
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.pdf import tagging, weasyprint_internals
from statusnote.render.templates import Templates

NOTE = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)
OF_ANY = (
    structure_checks.check_the_annotations,
    structure_checks.check_each_mark_is_painted,
    structure_checks.check_each_mark_is_read_once,
    structure_checks.check_nothing_is_unmarked,
)
SEE_THROUGH = "ValueError: text that is see-through (opacity) is not painted on the page itself"
UNPAINTED = "UnpaintedError: text that was laid out is not painted (transform)"
DRAWING = (
    "<svg xmlns='http://www.w3.org/2000/svg' width=8 height=8>{}<rect width=8 height=8 /></svg>"
)


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., tags.Tagged]:
    """The PDF of a note whose own template has this body and this style sheet."""

    def make(body: str, style: str = "") -> tags.Tagged:
        page = f"<html lang=da><title>T</title><body>{body}"
        (tmp_path / "note.html.j2").write_text(page, "utf-8")
        (tmp_path / "note.css").write_text(style, "utf-8")
        return tags.read(FORMS["pdf"].render(NOTE, Templates.found(tmp_path)))

    return make


@pytest.fixture
def checked(made: Callable[..., tags.Tagged]) -> Callable[..., tags.Tagged]:
    """The same, after what must be true of any PDF was found to be."""

    def make(body: str, style: str = "") -> tags.Tagged:
        pdf = made(body, style)
        for check in OF_ANY:
            check(pdf, NOTE)
        return pdf

    return make


def outline(pdf: tags.Tagged) -> str:
    """The structure, one element a line, with what is told of it."""
    (document,) = pdf.tops
    return "\n".join(_lines(document))


def _lines(element: tags.Element, depth: int = 0) -> Iterator[str]:
    told = (element.id, element.scope, *element.headers, element.numbering, element.alt)
    text = "".join(kid.text for kid in element.kids if isinstance(kid, tags.Mark))
    yield " ".join(filter(None, ("  " * depth + element.role, *told, repr(text) if text else "")))
    for each in element.elements:
        yield from _lines(each, depth + 1)


@pytest.mark.parametrize(
    ("body", "style", "expected"),
    [
        (
            "<ol><li>en<li><p>to</ol><ul><li>x<ul><li>y</ul></ul>",
            "ul ul { list-style: none }",
            """\
Document
  L Decimal
    LI
      Lbl '1. '
      LBody 'en'
    LI
      Lbl '2. '
      LBody
        P 'to'
  L Disc
    LI
      Lbl '• '
      LBody 'x'
        L
          LI
            LBody 'y'""",
        ),
        (
            "a<br><br>b <b>c</b><div>d<p>e</p>f</div><main><section><article>g",
            "",
            """\
Document
  P 'ab '
    Span 'c'
  Div
    P 'd'
    P 'e'
    P 'f'
  Part
    Sect
      Art
        P 'g'""",
        ),
        (
            f"<p><a id=x>n</a> {DRAWING.format('<title>En prik</title>')} <u></u><p></p>"
            "<p><a href='#x' title='Op'>m</a></p>",
            "p::before { content: '– ' }",
            """\
Document
  P '– '
    Span 'n'
    Figure En prik
  P '– '
  P '– '
    Link 'm'""",
        ),
        (
            "<table><caption>T</caption><tr><th>A<th>B</tr>"
            "<tr><th rowspan=2>r<td>1<tr><td></table>",
            "",
            """\
Document
  Table
    Caption 'T'
    TBody
      TR
        TH t1r1c1 Column 'A'
        TH t1r1c2 Column 'B'
      TR
        TH t1r2c1 Row t1r1c1 'r'
        TD t1r2c1 t1r1c2 '1'
      TR
        TD t1r2c1 t1r1c2""",
        ),
        (
            "<table><thead><tr><th rowspan=2><th colspan=2>A</tr><tr><th>B<th>C</thead>"
            "<tr><th scope=row>r<td>1<td>2</table>",
            "",
            """\
Document
  Table
    THead
      TR
        TH t1r1c1 Column
        TH t1r1c2 Column 'A'
      TR
        TH t1r2c2 Column 'B'
        TH t1r2c3 Column 'C'
    TBody
      TR
        TH t1r3c1 Row t1r1c1 'r'
        TD t1r3c1 t1r1c2 t1r2c2 '1'
        TD t1r3c1 t1r1c2 t1r2c3 '2'""",
        ),
        ("<p>a</p><div>b</div>", "div { position: fixed }", "Document\n  P 'a'"),
        (
            "<p>Et langt ord, der deles",
            "p { text-transform: uppercase; width: 1cm; hyphens: auto }",
            "Document\n  P 'ETLANGTORD,DERDE-LES'",
        ),
    ],
    ids=["lists", "text", "inline", "rows", "columns", "fixed", "changed by CSS"],
)
def test_html(checked: Callable[..., Any], body: str, style: str, expected: str) -> None:
    assert outline(checked(body, style)) == expected


def test_the_head_and_the_foot_of_a_table_are_read_once(checked: Callable[..., Any]) -> None:
    rows = "<tr><td>r" * 3
    body = f"<table><thead><tr><td>h<tfoot><tr><td><a href='#x'>f</a><tbody>{rows}</table><p id=x>x"
    pdf = checked(body, "@page { size: 9cm 12cm } tbody td { height: 4cm }")
    assert len(pdf.pages) > 2
    assert pdf.tops[0].text == "hrrrfx"


def test_a_language_of_its_own(made: Callable[..., Any]) -> None:
    (paragraph,) = made("<p>a <span lang=en>fair trial</span>").tops[0].elements
    assert [each.lang for each in paragraph.elements] == ["en"]


def test_paragraphs_around_a_line_are_no_part_of_a_word(made: Callable[..., Any]) -> None:
    pdf = made("<div>aa<hr>bb</div>")
    assert [mark.text for mark in pdf.painted] == ["aa", "bb"]


@pytest.mark.parametrize(
    ("style", "detail"),
    [
        ("h1 { opacity: .8 }", SEE_THROUGH),
        ("p { opacity: 0.5 }", SEE_THROUGH),
        ("p { transform: scale(0) }", UNPAINTED),
    ],
)
def test_text_that_cannot_be_tagged_is_a_problem(
    made: Callable[..., Any], style: str, detail: str
) -> None:
    with pytest.raises(ProblemsFound) as found:
        made("<h1>a</h1><p>b", style)
    assert [(each.code, each.details) for each in found.value.problems] == [
        ("E506", {"detail": detail})
    ]


def test_a_fault_of_the_finishing_is_ours(
    made: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weasyprint_internals, "annotation", None)
    with pytest.raises(TypeError):
        made("<p><a href='#x' id=x>a</a>")


def test_a_link_says_where_it_leads_as_its_title_has_it(made: Callable[..., Any]) -> None:
    pdf = made("<p><a href='#x' title='Op'>m</a> <a href='https://a.dk/' id=x>n</a>")
    assert [each.contents for each in pdf.annotations] == ["Op", "https://a.dk/"]


def test_a_drawing_without_a_description_is_decoration(checked: Callable[..., Any]) -> None:
    pdf = checked(f"<p>a {DRAWING.format('')}")
    assert outline(pdf) == "Document\n  P 'a '"
    assert [each.kind for each in pdf.pages[0].artifacts] == ["Pagination"]


def test_what_is_on_every_page_says_where_it_stands(checked: Callable[..., Any]) -> None:
    edges = ("top-left-corner", "bottom-right", "left-middle", "right-top")
    style = "".join(f"@{edge} {{ content: '{edge}' }}" for edge in edges)
    places = {"top": "top: -2cm", "bottom": "bottom: -2cm", "middle": "top: 5cm"}
    fixed = "".join(f"div.{n} {{ position: fixed; {place} }}" for n, place in places.items())
    body = "".join(f"<div class={name}><b>{name}</b></div>" for name in places)
    pdf = checked(f"<p>a</p>{body}", f"@page {{ margin: 3cm; {style} }} {fixed}")
    found = {(each.text, each.subtype, each.edges) for each in pdf.pages[0].artifacts if each.text}
    assert found == {
        ("top-left-corner", "Header", ("Top",)),
        ("bottom-right", "Footer", ("Bottom",)),
        ("left-middle", "", ("Left",)),
        ("right-top", "", ("Right",)),
        ("top", "Header", ("Top",)),
        ("bottom", "Footer", ("Bottom",)),
        ("middle", "Watermark", ()),
    }


def test_what_is_not_expected_of_weasyprint_is_not_dropped() -> None:
    pdf = pydyf.PDF()
    for entries in ({}, {"Type": "/StructTreeRoot"}, {"Type": "/Font"}):
        pdf.add_object(pydyf.Dictionary(entries))
    parents, root, _ = pdf.objects[-3:]
    root["ParentTree"] = parents.reference
    pdf.catalog["StructTreeRoot"] = root.reference
    with pytest.raises(RuntimeError, match="WeasyPrint wrote /Font where only its structure was"):
        tagging.tag(pdf, [], SimpleNamespace())  # type: ignore[arg-type]
