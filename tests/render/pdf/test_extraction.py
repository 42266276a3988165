"""The note's text as three programs extract it: word for word what the data say."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from pypdf import PdfReader
from support.project import REAL, SMALL_PLAN

from statusnote import note
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.reading import inline
from statusnote.render.forms import FORMS
from statusnote.render.pdf import extraction
from statusnote.render.pdf.weasyprint_internals import Page
from statusnote.render.templates import Templates

HEAD = "Initiativ Ansvarligt ministerie Status"


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def by_poppler(pdf: bytes) -> list[str]:
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: tools/system-packages test"
    command = [program, "-raw", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


READERS = pytest.mark.parametrize("read", [by_pypdf, by_pdfium, by_poppler])


def whole(pages: list[str]) -> str:
    """The text of *pages*, without what stands on each of them, and in one line."""
    bodies = [pages[0], *(_body(page, number) for number, page in enumerate(pages[1:], start=2))]
    return one_line("\n".join(bodies))


def one_line(text: str) -> str:
    """*text* with its divided words whole, and one space between any two."""
    return " ".join(re.sub("[\u00ad\ufffe]\\s*|\u2060", "", text).split())


def _body(page: str, number: int) -> str:
    labelled, labels = re.subn(rf"Side {number}/\d+", "", page)
    body, heads = re.subn(HEAD.replace(" ", r"\s+"), "", labelled)
    assert (labels, heads) == (1, 1)
    return body


def written(shown: Note) -> str:
    """The text of the note *shown*, in one line."""
    return one_line(" ".join(_pieces(shown)))


def _pieces(shown: Note) -> Iterator[str]:
    yield from [*shown.stamps, shown.title, *map(inline.plain, shown.introduction), HEAD]
    for section in shown.sections:
        yield section.title
        for row in section.rows:
            yield from (row.heading, row.ministry_codes, row.status_sentence)
            for part in row.account:
                yield from map(inline.plain, part.paragraphs)
                yield from (f"{g.recipient}: {g.amount}" for gs in part.grant_lists for g in gs)


@READERS
def test_the_real_note(read: Callable[[bytes], list[str]]) -> None:
    shown = note.derive(loading.load(str(REAL)).plan)
    assert whole(read(pdf(shown))) == written(shown)


def pdf(shown: Note) -> bytes:
    return FORMS["pdf"].render(shown, Templates.found(None))


LONG = "vold" * 40
ODD = [
    f"Et ord på 160 bogstaver, {LONG}, og to adskilt af en streg {LONG}/{LONG}–{LONG}.",
    f"Fremhævet er *{LONG}*, **{LONG}** og ***{LONG}***, og [{LONG}-{LONG}](https://a.dk/).",
    "Social- og sundhedsassistenter, 2023-2026, " + "RED-Center-" * 30 + "A, og børne-/ungesager.",
    "fi fl ffi " + "effektfuldeffektivitet" * 12 + " A  B\u00a0C.",
]


@READERS
def test_lines_that_end_inside_words_of_all_kinds(
    read: Callable[[bytes], list[str]], write: Callable[..., Path]
) -> None:
    account = "".join(f"          - {text}\n" for text in ODD)
    data = write(f"{SMALL_PLAN}        account:\n{account}")
    shown = note.derive(loading.load(str(data)).plan)
    assert whole(read(pdf(shown))) == written(shown)


def test_the_last_glyph_is_found_where_the_last_text_is_empty() -> None:
    fonts = {"F": SimpleNamespace(copy=lambda glyph, hyphen: 0xAB if (glyph, hyphen) else 0)}
    texts = [b"[<0041-3<002d>-0.0<>] TJ", b"[] TJ"]
    for mcid, shown in enumerate((texts, texts[1:])):
        stream = ["/Span", {"MCID": mcid}, b"BDC", b"/F 10 Tf", *shown, b"EMC"]
        page = Page(None, stream, {"box": mcid}, 0)
        extraction._mark_endings(page, {"box": True}, fonts)  # type: ignore[arg-type]
        assert page.stream[4] == (b"[<0041-3<00ab>-0.0<>] TJ" if len(shown) == 2 else b"[] TJ")
