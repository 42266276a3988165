"""What WeasyPrint is kept from doing, since it takes long: the PDF is the same, byte for byte."""

import zlib
from pathlib import Path
from types import SimpleNamespace

import pydyf
import pytest
from support.project import SMALL_PLAN
from weasyprint import HTML, UA_STYLESHEET

from statusnote import note
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.pdf import weasyprint_internals
from statusnote.render.templates import Templates

NOTE = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)
TWO_PAGES = "p { break-after: page }"
BODY = (
    "<ul><li>a <a href='https://a.dk/'>b</a><ol><li>c</ol></ul>"
    "<table><thead><tr><th><a href='#x' title='Op'>d</a> <a href='https://e.dk/'>e</a></thead>"
    "<tbody><tr><td id=x><p>f</p><p>g <i>h</i></table>"
)


def pdf(folder: Path, style: str, body: str = BODY) -> bytes:
    """The PDF of a note whose own template has this body and this style sheet."""
    (folder / "note.html.j2").write_text(f"<html lang=da><title>T</title>{body}", "utf-8")
    (folder / "note.css").write_text(style, "utf-8")
    return FORMS["pdf"].render(NOTE, Templates.found(folder))


def test_the_structure_that_gives_way_to_ours_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link in the head of a table is on each page, and a link of the note on the first alone."""
    made = pdf(tmp_path, TWO_PAGES)
    monkeypatch.setattr(weasyprint_internals, "_leave_links", lambda *_: None)
    assert pdf(tmp_path, TWO_PAGES) == made


OF_NO_OTHER = ["", "li::marker { color: red }", "::marker { color: #00f }", "i { float: left }"]
OF_OTHERS = [
    "i { float: footnote }",
    "i { FLOAT: Footnote }",
    r"i { float: f\6fotnote }",
    "i { --n: footnote; float: var(--n) }",
    "p { display: list-item; margin-left: 1cm }",
]


@pytest.mark.parametrize("style", [*OF_NO_OTHER, *OF_OTHERS])
def test_styles_that_nothing_has_are_not_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    made = pdf(tmp_path, style)
    monkeypatch.setattr(weasyprint_internals, "spare_pseudo_elements", lambda *_: None)
    assert pdf(tmp_path, style) == made


@pytest.mark.parametrize(
    ("body", "styles", "all_are"),
    [
        (BODY, OF_NO_OTHER, False),
        *((BODY, [style], True) for style in OF_OTHERS),
        ("<p>footnote (note(1)): list-item", [], False),
        ("<p style='float: footnote'>a", [], True),
        ("<style>p { position: note(a) }</style>", [], True),
        ("<!-- a --><p style='float: attr(title)' title=a>a", [], True),
    ],
)
def test_all_styles_are_computed_where_anything_may_have_them(
    body: str, styles: list[str], *, all_are: bool
) -> None:
    page = HTML(string=body)
    weasyprint_internals.spare_pseudo_elements(page, styles)
    assert (page._ua_stylesheets() == [UA_STYLESHEET]) is all_are


def test_what_is_written_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the stream of what isn't one itself, which pydyf makes while it writes."""
    packed: list[bytes] = []

    class Packer:
        def __init__(self, level: int) -> None:
            self._packer = zlib.compressobj(level)

        def compress(self, content: bytes) -> bytes:
            packed.append(content)
            return self._packer.compress(content)

        def flush(self) -> bytes:
            return self._packer.flush()

    monkeypatch.setattr(pydyf, "zlib", SimpleNamespace(compressobj=Packer))
    made = pdf(tmp_path, TWO_PAGES)
    assert len(packed) == len({*packed}) + 1
    monkeypatch.setattr(weasyprint_internals, "settle", lambda _: None)
    packed.clear()
    assert pdf(tmp_path, TWO_PAGES) == made
    assert len(packed) > 1.5 * len({*packed})
