"""The note's text as programs extract and find it: word for word what the data say."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from pikepdf import Pdf
from pypdf import PdfReader
from support import browser
from support.project import REAL, SMALL_PLAN

from statusnote import danish, note
from statusnote.note import LabelledList, Note
from statusnote.plan import loading, starter
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


# With what divides a word there: pypdf knows nothing of what replaces a text (ActualText).
READERS = pytest.mark.parametrize(
    ("read", "division"), [(by_pypdf, "-\n"), (by_pdfium, "\ufffe"), (by_poppler, "\u00ad")]
)


def whole(pages: list[str], division: str, head: str = HEAD) -> str:
    """The text of *pages*, without what stands on each of them, as its *head*, and in one line.

    What divides a word, *division*, is taken out, and so is U+00AD, which does without a hyphen.
    """
    bodies = [pages[0]]
    for number, page in enumerate(pages[1:], 2):
        first = not any(re.search(head.replace(" ", r"\s+"), body) for body in bodies)
        bodies.append(_body(page, number, head, first=first))
    return one_line(re.sub(rf"(?:{division}|\u00ad)\s*", "", "\n".join(bodies)))


def one_line(text: str) -> str:
    """*text* with one space between any two of its words."""
    return " ".join(text.replace("\u2060", "").split())


def _body(page: str, number: int, head: str, *, first: bool) -> str:
    """A page without what it has as all of them; the *first* head of the table stays."""
    named = re.sub(r"\n[^\n]+\s+\(fortsat\)\s*\Z", "\n", page)  # a row that goes on there
    labelled, labels = re.subn(rf"Side {number}/\d+", "", named)
    body, heads = re.subn(head.replace(" ", r"\s+"), "", labelled)
    assert (labels, heads) in ((1, 1), (1, 0))  # what is explained behind the table has none
    return labelled if first else body


def written(shown: Note) -> str:
    """The text of the note *shown*, in one line."""
    return one_line(" ".join(_pieces(shown)))


def _pieces(shown: Note) -> Iterator[str]:
    head = (f"{line.label}: {line.text}" for line in shown.head)
    yield from [*shown.stamps, *head, shown.title, *map(inline.plain, shown.introduction)]
    for rows in shown.overviews:
        yield from ("Overblik", "Status", shown.terms.counted, shown.terms.columns[1])
        yield from (text for row in rows for text in (row.status, str(row.count), row.parties))
    yield from shown.terms.columns
    for section in shown.sections:
        yield from section.titles
        for row in section.rows:
            yield from (row.heading, row.ministry_codes, row.status_sentence)
            for part in row.account:
                yield from part.texts
                for grants in (*part.grant_lists, *part.summed_lists):
                    yield from (f"{grant.recipient}: {grant.amount}" for grant in grants)
            yield from _listed(row.lists)
    yield from _listed(shown.legends)


def _listed(lists: Iterable[LabelledList]) -> Iterator[str]:
    for each in lists:
        yield from (f"{each.label}:", *each.lines)


@pytest.fixture(scope="module")
def real() -> tuple[Note, bytes]:
    shown = note.derive(loading.load(str(REAL)).plan)
    return shown, pdf(shown)


@READERS
def test_the_real_note(
    real: tuple[Note, bytes], read: Callable[[bytes], list[str]], division: str
) -> None:
    shown, content = real
    assert whole(read(content), division) == written(shown)


@READERS
@pytest.mark.parametrize("name", starter.EXAMPLES)
def test_a_plan_to_begin_with(read: Callable[[bytes], list[str]], division: str, name: str) -> None:
    text = starter.contents(example=name)["data/initiatives.yaml"].decode()
    shown = note.derive(loading.read(text, "plan.yaml").plan)
    head = " ".join(shown.terms.columns)
    assert whole(read(pdf(shown)), division, head) == danish.plain(written(shown))


def pdf(shown: Note) -> bytes:
    return FORMS["pdf"].render(shown, Templates.found(None))


def test_each_glyph_is_one_letter(real: tuple[Note, bytes]) -> None:
    """No ligature, of which some programs make nothing, or another letter."""
    maps = [
        bytes(font.ToUnicode.read_bytes()).decode()
        for page in Pdf.open(BytesIO(real[1])).pages
        for font in page.Resources.Font.values()
    ]
    letters = [
        bytes.fromhex(said)
        for each in maps
        for said in re.findall("<[0-9a-f]+> <([0-9a-f]+)>", each)
    ]
    assert len(letters) > 100
    assert {len(letter.decode("utf-16-be")) for letter in letters} == {1}


@READERS
def test_addresses_of_all_kinds(read: Callable[[bytes], list[str]], division: str) -> None:
    addresses = (
        "post@sm.dk",
        "HTTPS://www.sst.dk/en/meget.lang_sti/til-en-side?a=1&b=@c",
        f"@{LONG}",
    )
    grants = "".join(f"              - Hos {each}, bl.a.: 1.000\n" for each in addresses)
    text = SMALL_PLAN.replace("Et initiativ", f"Se (www.sst.dk), {' '.join(addresses)}")
    account = (
        f"        account:\n          - Se {' '.join(addresses)}.\n          - grants:\n{grants}"
    )
    shown = note.derive(loading.read(f"{text}{account}", "plan.yaml").plan)
    content = pdf(shown)
    assert whole(read(content), division) == written(shown)
    bookmarks = [entry.title for entry in flattened(PdfReader(BytesIO(content)).outline)]
    assert bookmarks == ["Den eneste del", shown.rows[0].heading]


def flattened(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        yield from flattened(entry) if isinstance(entry, list) else (entry,)


LONG = "vold" * 40
ODD = [
    f"Et ord på 160 bogstaver, {LONG}, og to adskilt af en streg {LONG}/{LONG}–{LONG}.",
    f"Fremhævet er *{LONG}*, **{LONG}** og ***{LONG}***, og [{LONG}-{LONG}](https://a.dk/).",
    "Social- og sundhedsassistenter, 2023-2026, " + "RED-Center-" * 30 + "A, og børne-/ungesager.",
    "fi fl ffi " + "effektfuldeffektivitet" * 12 + " A  B\u00a0C.",
]


@READERS
def test_lines_that_end_inside_words_of_all_kinds(
    read: Callable[[bytes], list[str]], division: str, write: Callable[..., Path]
) -> None:
    account = "".join(f"          - {text}\n" for text in ODD)
    data = write(f"{SMALL_PLAN}        account:\n{account}")
    shown = note.derive(loading.load(str(data)).plan)
    assert whole(read(pdf(shown)), division) == written(shown)


def in_chrome(content: bytes, words: list[str]) -> dict[str, int]:
    """As Chrome's viewer does, in pdfium's text without the sign for a division."""
    return _counts("\n".join(by_pdfium(content)).replace("\ufffe", ""), words)


def _counts(text: str, words: list[str]) -> dict[str, int]:
    return {word: text.casefold().count(word.casefold()) for word in words}


@pytest.mark.parametrize("search", [browser.found_by_pdf_js, in_chrome])
def test_every_divided_word_is_found_wherever_it_stands(
    real: tuple[Note, bytes], search: Callable[[bytes, list[str]], dict[str, int]]
) -> None:
    shown, content = real
    words = divided(content)
    assert len(words) > 20
    assert search(content, words) == _counts(written(shown), words)


def divided(content: bytes) -> list[str]:
    """The words of a note that are divided somewhere, as poppler tells them."""
    text = "\n".join(by_poppler(content))
    return sorted({f"{start}{end}" for start, end in re.findall(r"(\w+)\u00ad\n(\w+)", text)})


def test_pdf_js_finds_no_word_that_is_divided_by_a_soft_hyphen(real: tuple[Note, bytes]) -> None:
    words, soft = divided(real[1]), BytesIO()
    with Pdf.open(BytesIO(real[1])) as document:
        fonts = {
            name: font for page in document.pages for name, font in page.Resources.Font.items()
        }
        for font in fonts.values():
            font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b" <002d>", b" <00ad>"))
        document.save(soft)
    undivided = _counts("\n".join(by_poppler(real[1])), words)
    assert browser.found_by_pdf_js(soft.getvalue(), words) == undivided


@pytest.mark.parametrize(
    ("hyphen", "written"),
    [
        (False, b"[<0041>-3<00ab>-0.0<>] TJ"),
        (True, b"[<0041>-3<>] TJ\n/Span <</ActualText <feff00ad>>> BDC\n[<00ab>-0.0<>] TJ\nEMC"),
    ],
)
def test_the_last_glyph_is_found_where_the_last_text_is_empty(hyphen: bool, written: bytes) -> None:
    fonts = {"F": SimpleNamespace(copy=lambda glyph, hyphen: 0xAB if (glyph, hyphen) else 0)}
    texts = [b"[<0041>-3<002d>-0.0<>] TJ", b"[] TJ"]
    for mcid, shown in enumerate((texts, texts[1:])):
        stream = ["/Span", {"MCID": mcid}, b"BDC", b"/F 10 Tf", *shown, b"EMC"]
        page = Page(None, stream, {"box": mcid}, 0)
        extraction._mark_endings(page, {"box": hyphen}, fonts)  # type: ignore[arg-type]
        assert page.stream[4] == (written if len(shown) == 2 else b"[] TJ")
