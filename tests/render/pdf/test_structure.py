"""The structure of the PDF: one table, whole rows and cells, headers that are found, no leftovers.

Checkers pass files that are broken in these ways, so each check of ours is shown to fail, too.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pydyf
import pytest
import weasyprint
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from support import awkward, tags
from support.project import ROOT
from support.structure_checks import CHECKS, STREAM, Check
from support.tags import Tagged

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold


@cache
def _read(name: str) -> Tagged:
    return tags.read(awkward.pdf(name))


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", awkward.NOTES)
def test_a_note(name: str, check: str) -> None:
    CHECKS[check](_read(name), awkward.NOTES[name])


def test_the_notes_are_as_awkward_as_they_are_meant_to_be() -> None:
    assert len(_read(awkward.MANY_PAGES).pages) > 100
    pages = {
        (name, role): max(len({mark.page for mark in each.marks}) for each in found)
        for name in awkward.NOTES
        for role in ("P", "TH", "TD", "L", "Link")
        if (found := [each for each in _read(name).elements if each.role == role])
    }
    assert pages["a cell of four pages", "TD"] > 4
    assert pages["sixty grants", "L"] > 1
    assert pages["a title of 120 words", "TH"] > 1
    assert pages["printed milestones", "L"] > 1
    assert pages["emphasis and links", "Link"] > 1
    lines = [len(each.marks) for each in _read("long words").elements if each.role == "Link"]
    assert max(lines) > 1


Break = Callable[[PdfWriter], None]


def _elements(pdf: PdfWriter, role: str) -> list[Any]:
    root: Any = pdf.root_object["/StructTreeRoot"]
    return [each for each in _below(root["/K"]) if each["/S"] == f"/{role}"]


def _below(element: Any) -> Iterator[Any]:
    yield element
    for kid in (each.get_object() for each in element["/K"]):
        if isinstance(kid, dict) and "/S" in kid:
            yield from _below(kid)


def _links(pdf: PdfWriter) -> list[Any]:
    """The links in paragraphs."""
    return [each for each in _elements(pdf, "Link") if each["/P"]["/S"] == "/P"]


def _of_two_pages(pdf: PdfWriter, role: str) -> Any:
    """An element that holds nothing but marks, those of its own page and of another."""
    parts = ((each, [kid.get_object() for kid in each["/K"]]) for each in _elements(pdf, role))
    return next(
        each
        for each, kids in parts
        if any(map(_is_elsewhere, kids)) and not any("/S" in kid for kid in kids if _is_dict(kid))
    )


def _is_dict(kid: Any) -> bool:
    return isinstance(kid, dict)


def _is_elsewhere(kid: Any) -> bool:
    return isinstance(kid, dict) and kid.get("/Type") == "/MCR"


def _split(pdf: PdfWriter, element: Any, at: int) -> Any:
    """Let the kids of *element* from the place *at* on be those of another like it, behind it."""
    other = DictionaryObject({k: v for k, v in element.items() if k not in ("/K", "/ID")})
    kids, siblings = element["/K"], element["/P"]["/K"]
    other[NameObject("/K")] = kids_of_other = ArrayObject(kids[at:])
    del kids[at:]
    reference = pdf._add_object(other)
    siblings.insert(siblings.index(element.indirect_reference) + 1, reference)
    for kid in (each.get_object() for each in kids_of_other):
        if isinstance(kid, dict) and "/P" in kid:
            kid[NameObject("/P")] = reference
    return other


def _split_marks(pdf: PdfWriter) -> None:
    """Let the second half of a paragraph be another one, to which the ParentTree leads."""
    other = _split(pdf, _paragraph(pdf), 2)
    page = other["/Pg"]["/StructParents"]
    for mcid in other["/K"]:
        _parent_tree(pdf)[2 * page + 1].get_object()[mcid] = other.indirect_reference


def _parent_tree(pdf: PdfWriter) -> Any:
    root: Any = pdf.root_object["/StructTreeRoot"]
    return root["/ParentTree"]["/Nums"]


def _names(pdf: PdfWriter) -> Any:
    root: Any = pdf.root_object["/StructTreeRoot"]
    return root["/IDTree"]["/Names"]


def _attributes(cell: Any) -> Any:
    found = cell["/A"].get_object()
    return found[0].get_object() if isinstance(found, list) else found


def _cell(pdf: PdfWriter, role: str) -> Any:
    """A cell of the plan's first initiative: its heading, or its status."""
    row = next(r for r in _elements(pdf, "TR")[::-1] if len(r["/K"]) == 3)
    return row["/K"][0 if role == "TH" else 2].get_object()


def _paragraph(pdf: PdfWriter) -> Any:
    """One of some lines, which are all on its page."""
    kids = ((p, p["/K"]) for p in _elements(pdf, "P"))
    return next(p for p, lines in kids if len(lines) > 3 and all(isinstance(k, int) for k in lines))


def _swap(kids: Any) -> None:
    kids[0], kids[1] = kids[1], kids[0]


def _repaint(old: bytes, new: bytes) -> Break:
    """Replace what is first painted so on the second page."""

    def change(pdf: PdfWriter) -> None:
        stream: Any = pdf.pages[1]["/Contents"].get_object()
        data = stream.get_data()
        changed = re.sub(old, new, data, count=1, flags=re.DOTALL)
        assert changed != data
        stream.set_data(changed)

    return change


def _annotation(pdf: PdfWriter) -> Any:
    return pdf.pages[0]["/Annots"][0].get_object()  # type: ignore[index]


def _add(pdf: PdfWriter, parent: Any, role: str, **more: Any) -> Any:
    element = DictionaryObject({NameObject("/Type"): NameObject("/StructElem")})
    element[NameObject("/S")] = NameObject(f"/{role}")
    element[NameObject("/P")] = parent.indirect_reference
    element[NameObject("/K")] = ArrayObject(more.get("kids", []))
    return pdf._add_object(element)


def _set(owner: Any, key: str, value: Any) -> None:
    owner[NameObject(key)] = value


def _tag_repeated_head(pdf: PdfWriter) -> None:
    """Let a head that is repeated be read, too, in a row of its own."""
    _repaint(rb"/Artifact\s*<</Type\s*/Pagination>>\s*BDC", b"/Span <</MCID 99>> BDC")(pdf)
    title = _elements(pdf, "H1")[0]
    mark = DictionaryObject({NameObject("/Type"): NameObject("/MCR")})
    _set(mark, "/Pg", pdf.pages[1].indirect_reference)
    _set(mark, "/MCID", NumberObject(99))
    title["/K"].append(mark)
    entry = _parent_tree(pdf)[3].get_object()
    entry += [NullObject()] * (99 - len(entry)) + [title.indirect_reference]


def _move_marks_to_other_page(pdf: PdfWriter) -> None:
    """Let a part that is on the second page say that it is on the last."""
    for kid in (each.get_object() for each in _of_two_pages(pdf, "P")["/K"]):
        if _is_elsewhere(kid):
            _set(kid, "/Pg", pdf.pages[-1].indirect_reference)
            _set(kid, "/MCID", NumberObject(77))


BREAKS: dict[str, tuple[Break, set[str]]] = {
    "the table is two": (
        lambda pdf: _split(pdf, _elements(pdf, "Table")[-1], 2),
        {"the_parts", "the_headers"},
    ),
    "a row is two": (
        lambda pdf: _split(pdf, _cell(pdf, "TH")["/P"], 2),
        {"the_rows", "the_grid", "the_ministries", "the_cells", "the_headers", "the_artifacts"},
    ),
    "a cell is two": (
        lambda pdf: _split(pdf, _cell(pdf, "TD"), 1),
        {"the_rows", "the_grid", "the_ministries", "the_cells", "the_headers"},
    ),
    "a paragraph is two": (_split_marks, {"the_text", "the_cells"}),
    "a list is two": (lambda pdf: _split(pdf, _elements(pdf, "L")[0], 1), {"the_cells"}),
    "a section's title is a paragraph": (
        lambda pdf: _set(_elements(pdf, "H2")[-1], "/S", NameObject("/P")),
        {"the_text", "the_cells", "the_outline"},
    ),
    "a cell covers too few columns": (
        lambda pdf: _attributes(_elements(pdf, "H2")[-1]["/P"]).pop("/ColSpan"),
        {"the_rows", "the_grid", "the_headers"},
    ),
    "a code has no expansion": (
        lambda pdf: next(s for s in _elements(pdf, "Span") if "/E" in s).pop("/E"),
        {"the_ministries"},
    ),
    "a column's head has no scope": (
        lambda pdf: _attributes(_elements(pdf, "TH")[0]).pop("/Scope"),
        {"the_scopes"},
    ),
    "a row's head is one of a column": (
        lambda pdf: _set(_attributes(_cell(pdf, "TH")), "/Scope", NameObject("/Column")),
        {"the_scopes", "the_outline"},
    ),
    "a cell has no headers": (
        lambda pdf: _attributes(_cell(pdf, "TD")).pop("/Headers"),
        {"the_headers"},
    ),
    "a header leads nowhere": (
        lambda pdf: _attributes(_cell(pdf, "TD"))["/Headers"].append(ByteStringObject(b"none")),
        {"the_headers"},
    ),
    "headers are in another order": (
        lambda pdf: _swap(_attributes(_cell(pdf, "TD"))["/Headers"]),
        {"the_headers"},
    ),
    "an ID is not in the IDTree": (lambda pdf: _names(pdf).__delitem__(slice(0, 2)), {"the_ids"}),
    "the IDTree is not sorted": (
        lambda pdf: _names(pdf).extend([_names(pdf).pop(0), _names(pdf).pop(0)]),
        {"the_ids"},
    ),
    "the IDTree leads astray": (
        lambda pdf: _names(pdf).__setitem__(1, _names(pdf)[3]),
        {"the_ids"},
    ),
    "the IDTree has an ID too many": (
        lambda pdf: _names(pdf).extend([ByteStringObject(b"zz"), _names(pdf)[1]]),
        {"the_ids"},
    ),
    "lines are swapped": (
        lambda pdf: _swap(_paragraph(pdf)["/K"]),
        {"the_text", "parts_are_in_order", "pages_are_painted_in_order"},
    ),
    "cells are swapped": (
        lambda pdf: _swap(_cell(pdf, "TD")["/P"]["/K"]),
        {
            "the_rows",
            "the_artifacts",
            "the_text",
            "the_ministries",
            "the_cells",
            "the_headers",
            "pages_are_painted_in_order",
        },
    ),
    "pages are swapped": (
        lambda pdf: _of_two_pages(pdf, "P")["/K"].sort(key=lambda kid: isinstance(kid, int)),
        {"the_text", "parts_are_in_order"},
    ),
    "a mark is in no element": (
        lambda pdf: _paragraph(pdf)["/K"].pop(),
        {"the_text", "each_mark_is_read_once"},
    ),
    "a mark is in two elements": (
        lambda pdf: _elements(pdf, "H1")[0]["/K"].append(NumberObject(0)),
        {
            "the_text",
            "parts_are_in_order",
            "pages_are_painted_in_order",
            "each_mark_is_read_once",
            "the_parent_tree",
        },
    ),
    "a mark is not painted": (
        lambda pdf: _paragraph(pdf)["/K"].append(NumberObject(999)),
        {"each_mark_is_painted"},
    ),
    "a mark is on another page": (
        _move_marks_to_other_page,
        {"the_text", "each_mark_is_read_once", "each_mark_is_painted"},
    ),
    "an MCID is used twice": (
        _repaint(rb"(MCID (\d+)\b.*?MCID) \d+", rb"\1 \2"),
        {"the_text", "each_mark_is_read_once", "each_mark_is_painted"},
    ),
    "a page leads to another element": (
        lambda pdf: _swap(_parent_tree(pdf)[1].get_object()),
        {"the_parent_tree"},
    ),
    "a page leads to nothing": (
        lambda pdf: _parent_tree(pdf)[1].get_object().__setitem__(2, NullObject()),
        {"the_parent_tree"},
    ),
    "a page has no StructParents": (
        lambda pdf: pdf.pages[1].pop("/StructParents"),
        {"the_parent_tree"},
    ),
    "an annotation has no StructParent": (
        lambda pdf: _annotation(pdf).pop("/StructParent"),
        {"the_annotations"},
    ),
    "an annotation leads to another element": (
        lambda pdf: _set(_annotation(pdf), "/StructParent", NumberObject(len(pdf.pages) + 1)),
        {"the_annotations"},
    ),
    "an annotation leads to nothing": (
        lambda pdf: _parent_tree(pdf).__setitem__(2 * len(pdf.pages) + 1, NullObject()),
        {"the_annotations"},
    ),
    "a link does not refer to its annotation": (
        lambda pdf: _links(pdf)[1]["/K"].pop(0),
        {"the_annotations"},
    ),
    "a reference names another page": (
        lambda pdf: _set(
            _links(pdf)[0]["/K"][0].get_object(),
            "/Pg",
            pdf.pages[1].indirect_reference,
        ),
        {"the_annotations"},
    ),
    "a link is two": (
        lambda pdf: _split(pdf, _links(pdf)[1], 2),
        {"the_links", "the_annotations", "the_parent_tree"},
    ),
    "a link is no link": (
        lambda pdf: _set(_links(pdf)[0], "/S", NameObject("/Span")),
        {"the_links", "the_annotations"},
    ),
    "an element has another parent": (
        lambda pdf: _set(_paragraph(pdf), "/P", _cell(pdf, "TH").indirect_reference),
        {"the_parents"},
    ),
    "an element is out of reach": (
        lambda pdf: _add(pdf, _elements(pdf, "H1")[0], "P"),
        {"nothing_is_left_over"},
    ),
    "a text is unmarked": (
        _repaint(rb"(/Span\s*<<[^<>]*>>\s*BDC)(.*?)EMC", rb"\1 EMC \2"),
        {"the_text", "nothing_is_unmarked"},
    ),
    "a line is unmarked": (
        _repaint(rb"$", b" 0 0 m 9 9 l S"),
        {"nothing_is_unmarked"},
    ),
    "a mark is not closed": (_repaint(rb"$", b" /Span BMC"), {"marks_are_nested"}),
    "a mark is closed twice": (_repaint(rb"$", b" EMC"), {"marks_are_nested"}),
    "a mark is closed in a text that it holds": (
        _repaint(rb"(/MCID \d+>>.*?)ET\s*EMC", rb"\1 EMC ET"),
        {"the_text", "marks_are_nested"},
    ),
    "an artifact is in a mark": (
        _repaint(rb"(/MCID \d+>>\s*BDC)", rb"\1 /Artifact BMC EMC"),
        {"marks_are_nested"},
    ),
    "a repeated head is read": (
        _tag_repeated_head,
        {"the_text", "the_artifacts"},
    ),
    "a repeated head is of no kind": (
        _repaint(rb"/Artifact\s*<</Type\s*/Pagination>>\s*BDC", b"/Artifact BMC"),
        {"the_artifacts"},
    ),
    "a text is an artifact": (
        _repaint(rb"/Span\s*<<[^<>]*/MCID \d+>>", b"/Artifact <</Type /Pagination>>"),
        {"the_text", "the_artifacts", "each_mark_is_painted"},
    ),
    "a page label is of no kind": (
        _repaint(rb"/Subtype\s*/Header", b""),
        {"the_running_heads"},
    ),
    "a page label stands nowhere": (
        _repaint(rb"/Attached\s*\[\s*/Top\s*\]", b""),
        {"the_running_heads"},
    ),
    "a repeated head is a page label": (
        _repaint(
            rb"/Type\s*/Pagination>>", rb"/Type /Pagination /Subtype /Header /Attached [/Top]>>"
        ),
        {"the_running_heads"},
    ),
    "there is no language": (lambda pdf: pdf.root_object.pop("/Lang"), {"the_catalog"}),
    "it is not marked": (lambda pdf: pdf.root_object.pop("/MarkInfo"), {"the_catalog"}),
    "the title is not shown": (
        lambda pdf: pdf.root_object.pop("/ViewerPreferences"),
        {"the_catalog"},
    ),
    "the title is another": (lambda pdf: pdf.add_metadata({"/Title": "x"}), {"the_catalog"}),
    "a page has no order of tabbing": (lambda pdf: pdf.pages[1].pop("/Tabs"), {"the_catalog"}),
    "a bookmark leads to another page": (
        lambda pdf: _bookmark(pdf).__setitem__(0, pdf.pages[-1].indirect_reference),
        {"the_outline"},
    ),
    "the name of a place leads to another page": (
        lambda pdf: _place(pdf).__setitem__(0, pdf.pages[-1].indirect_reference),
        {"the_places"},
    ),
    "a link has no description": (
        lambda pdf: _annotation(pdf).pop("/Contents"),
        {"links_say_where_they_lead"},
    ),
    "a link says that it leads elsewhere": (
        lambda pdf: _set(_annotation(pdf), "/Contents", TextStringObject("http://b.dk")),
        {"links_say_where_they_lead"},
    ),
    "a link is not printed": (
        lambda pdf: _set(_annotation(pdf), "/F", NumberObject(0)),
        {"links_say_where_they_lead"},
    ),
    "an element is empty": (
        lambda pdf: _paragraph(pdf)["/K"].append(_add(pdf, _paragraph(pdf), "Span")),
        {"no_element_is_empty"},
    ),
}


def _bookmark(pdf: PdfWriter) -> Any:
    outline: Any = pdf.root_object["/Outlines"]
    entry = outline["/First"]
    return entry["/Dest"] if "/Dest" in entry else entry["/A"]["/D"]


def _place(pdf: PdfWriter) -> Any:
    names: Any = pdf.root_object["/Names"]
    return names["/Dests"]["/Names"][1]


def _written(pdf: PdfWriter) -> bytes:
    file = BytesIO()
    pdf.write(file)
    return file.getvalue()


def _failing(data: bytes) -> set[str]:
    pdf = tags.read(data)
    return {name for name, check in CHECKS.items() if _fails(check, pdf)}


def _fails(check: Check, pdf: Tagged) -> bool:
    try:
        check(pdf, awkward.NOTES["news"])
    except AssertionError:
        return True
    return False


def test_what_is_only_written_anew_is_whole() -> None:
    assert _failing(_written(PdfWriter(clone_from=BytesIO(awkward.pdf("news"))))) == set()


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_found(name: str) -> None:
    broken, expected = BREAKS[name]
    pdf = PdfWriter(clone_from=BytesIO(awkward.pdf("news")))
    broken(pdf)
    assert _failing(_written(pdf)) == expected


def test_a_stream_that_is_shorter_than_it_says_is_found() -> None:
    data = awkward.pdf("news")
    length = next(STREAM.finditer(data))[2]
    wrong = re.sub(rb"(/Length \d*)(\d)", lambda m: m[1] + b"%d" % (9 - int(m[2])), length)
    assert _failing(data.replace(length, wrong)) == {"the_lengths"}


def test_every_check_is_shown_to_fail() -> None:
    assert set().union(*(failing for _, failing in BREAKS.values())) == {*CHECKS} - {"the_lengths"}


def test_weasyprint_is_the_version_whose_private_parts_are_used() -> None:
    """After an upgrade, compare what the modules `weasyprint_*` and those that tag and extract use.

    They use what has no promise to stay: the boxes of `weasyprint.formatting_structure.boxes`
    (`element`, `element_tag`, `style`, `link_annotation`, `is_header`, `colspan`, `rowspan`),
    `AbsolutePlaceholder._box`, `AnonymousStyle`, `Page.paint`, `Page.links` and `Page._page_box`,
    `HTML._ua_stylesheets` and the `Matcher.other_selectors` of cssselect2, `Stream._tags` and
    `Stream.stream`, the objects of pydyf and that its `PDF.write` asks each for its `data`, and
    `split_first_line`, which gives a `Layout` that keeps nothing of Pango's. Where all tests pass
    with the new version, and these parts mean the same in its source, change the numbers here and
    in pyproject.toml.
    """
    assert (weasyprint.__version__, pydyf.__version__) == ("70.0", "0.13.0")
    assert '"weasyprint==70.0"' in (ROOT / "pyproject.toml").read_text("utf-8")
