"""A line that is known is not looked for again, and the PDF is the same as if it were."""

import errno
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from support.project import REAL, ROOT
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.line_break import split_first_line

import statusnote
from statusnote import ProblemsFound
from statusnote.render.pdf import document, weasyprint_lines
from statusnote.render.pdf.weasyprint_lines import PROPERTIES, kept

TEXT = "Initiativet er gennemført, og kredsen drøfter udfordringerne. "
Looked = list[str]  # the texts whose first line WeasyPrint looked for


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Looked:
    """What is looked for from here on, with nothing kept from before."""
    texts: Looked = []

    def divided(text: str, *others: Any, **named: Any) -> Any:
        texts.append(text)
        return split_first_line(text, *others, **named)

    monkeypatch.setattr(weasyprint_lines, "divided", divided)
    monkeypatch.setattr(weasyprint_lines, "_lines", OrderedDict())
    return texts


def pdf(body: str, style: str = "", keeping: Callable[..., Any] = kept) -> bytes:
    """The PDF of a page with this *body* and *style* in the packaged fonts."""
    fonts, fetcher = document.no_system_fonts(), document.PackagedFonts()
    styles = f"{document.FACES} * {{ font-family: Source Serif Pro }} {style}"
    css = CSS(string=styles, font_config=fonts, url_fetcher=fetcher)
    with keeping(fonts):
        page = HTML(string=f"<html lang=da><title>T</title>{body}")
        return bytes(page.write_pdf(stylesheets=[css], font_config=fonts))


def test_a_note_that_is_made_again_has_its_lines_already(looked: Looked) -> None:
    first = statusnote.render(REAL)
    assert len(looked) > 300
    looked.clear()
    assert statusnote.render(REAL) == first
    assert looked == []


def test_a_text_that_stands_twice_is_divided_once(looked: Looked) -> None:
    pdf(f"<p>{TEXT * 9}<p>{TEXT * 9}")
    assert len(looked) == len({*looked}) > 1


@pytest.mark.parametrize(
    "style",
    [
        *("direction: rtl", "font-style: italic", "font-weight: bold", "font-size: 9pt"),
        *("font-variant-caps: small-caps", "font-feature-settings: 'onum'", "font-kerning: none"),
        *("hyphens: auto", "letter-spacing: 2px", "word-spacing: 3px", "white-space: pre"),
        *("overflow-wrap: anywhere; width: 1px", "text-decoration: underline", "width: 5cm"),
        *("text-indent: 3cm", "text-align: justify", "padding-right: 4cm", "word-break: break-all"),
    ],
)
def test_what_is_set_otherwise_is_another_line(looked: Looked, style: str) -> None:
    """Both paragraphs are what they are without the other before them."""
    styles = f"p {{ break-after: page }} .other {{ {style} }}"
    both = f"<p>{TEXT * 9}</p><p class=other>{TEXT * 9}</p><p>{TEXT * 9}</p>"
    made = pdf(both, styles)
    assert made == pdf(both, styles, keeping=nullcontext)
    looked.clear()
    assert pdf(both, styles) == made
    assert looked == []


def test_a_line_that_is_cut_off_is_whole_the_next_time(looked: Looked) -> None:
    cut = "p { width: 5cm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"
    body = f"<p>{TEXT}"
    made = pdf(body, cut)
    looked.clear()
    assert pdf(body, cut) == made
    whole = cut.removesuffix("text-overflow: ellipsis }") + "}"
    assert pdf(body, whole) == pdf(body, whole, keeping=nullcontext)
    assert looked == []


@pytest.mark.parametrize("of", ["font-weight: bold", 'src: url("font:SourceSerifPro-It.ttf")'])
def test_another_face_of_the_same_name_is_another_line(looked: Looked, of: str) -> None:
    face = '@font-face { font-family: "Own"; src: url("font:SourceSerifPro-Bold.ttf"); %s }'
    body = f"<p style='font-family: Own'>{TEXT * 9}"
    pdf(body, face % "")
    looked.clear()
    made = pdf(body, face % of)
    assert looked != []
    assert made == pdf(body, face % of, keeping=nullcontext)


@pytest.mark.parametrize("zone", ["calc(0px + 0%)", "calc(0px + 60%)"])
def test_what_is_yet_to_be_worked_out_is_divided_each_time(looked: Looked, zone: str) -> None:
    style = f"p {{ width: 5cm; hyphens: auto; hyphenate-limit-zone: {zone} }}"
    made = [pdf(f"<p>{TEXT * 9}", style) for _ in range(2)]
    assert made == [pdf(f"<p>{TEXT * 9}", style, keeping=nullcontext)] * 2
    assert looked != []
    assert not weasyprint_lines._lines


def test_what_was_set_without_a_font_is_not_kept(
    looked: Looked, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]
) -> None:
    def fetch(fonts: Any, url: str, headers: object = None) -> Any:
        if url.endswith("-Bold.ttf"):
            raise OSError(errno.EMFILE, "Too many open files")
        return fetched(fonts, url, headers)

    fetched, plan = document.PackagedFonts.fetch, write()
    with monkeypatch.context() as patch:
        patch.setattr(document.PackagedFonts, "fetch", fetch)
        with pytest.raises(ProblemsFound, match="cannot be loaded"):
            statusnote.render(plan)
    assert looked != []
    assert not weasyprint_lines._lines


def test_what_others_set_meanwhile_is_left_to_weasyprint(looked: Looked) -> None:
    with kept(document.no_system_fonts()):
        made = [pdf(f"<p>{TEXT}", keeping=nullcontext) for _ in range(2)]
    assert made[0] == made[1]
    assert len(looked) == 4  # each time without its last space, too
    assert not weasyprint_lines._lines


def test_afterwards_weasyprint_is_as_it_was() -> None:
    def fail() -> None:
        with kept(document.no_system_fonts()):
            assert inline.split_first_line is not split_first_line
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert inline.split_first_line is split_first_line


def test_the_oldest_lines_are_left_out(looked: Looked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint_lines, "MOST", 3)
    body = "".join(f"<p>{number}" for number in range(5))
    pdf(body)
    assert len(weasyprint_lines._lines) == 3
    looked.clear()
    pdf("<p>4<p>3<p>0")
    assert looked == ["0"]


class Watched(Mapping[str, Any]):
    """A style that remembers what was asked of it."""

    def __init__(self, style: Any, asked: set[str]) -> None:
        self._style, self._asked = style, asked

    def __getitem__(self, name: str) -> Any:
        self._asked.add(name)
        return self._style[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._style)

    def __len__(self) -> int:
        return len(self._style)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._style, name)


def test_the_properties_are_those_that_weasyprint_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def watched(text: str, style: Any, *others: Any, **named: Any) -> Any:
        return split_first_line(text, Watched(style, asked), *others, **named)

    monkeypatch.setattr(weasyprint_lines, "divided", watched)
    monkeypatch.setattr(weasyprint_lines, "_lines", OrderedDict())
    styles = "p { hyphens: auto } pre { white-space: pre-wrap; tab-size: 3 }"
    pdf(f"<p>{TEXT * 9}<p style='width: 1px'>{TEXT}<pre>a\tb\n{TEXT * 9}", styles)
    assert sorted(asked) == sorted(PROPERTIES)


def test_a_template_of_ones_own_is_not_set_as_another(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    plan = write()
    style = (ROOT / "templates" / "note.css").read_text("utf-8")
    before = statusnote.render(plan)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "note.css").write_text(style + "td { font-weight: bold }", "utf-8")
    assert statusnote.render(plan, templates=tmp_path / "own") != before
    assert statusnote.render(plan) == before
