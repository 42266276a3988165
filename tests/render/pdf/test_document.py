"""The PDF of the real note: its pages, metadata, outline, links and text; and what it refuses."""

import logging
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from render.pdf.test_extraction import by_poppler
from render.pdf.test_hyphenation import divisions, long_words
from support.project import REAL, ROOT, SMALL_PLAN
from support.shown import shown

from statusnote import commands, note
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.reading import inline
from statusnote.render.forms import FORMS, Form
from statusnote.render.pdf import document
from statusnote.render.pdf.document import _Complaints
from statusnote.render.templates import Templates

NOTE = note.derive(loading.load(str(REAL)).plan)
TEMPLATES = Templates.found(None)
SOFT_HYPHEN = "\u00ad"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return FORMS["pdf"].render(NOTE, TEMPLATES)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def test_the_form(reader: PdfReader) -> None:
    sizes = {tuple(round(float(n)) for n in page.mediabox[2:]) for page in reader.pages}
    assert (len(reader.pages), sizes) == (8, {(595, 842)})
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("da", True)
    assert root["/PageMode"] == "/UseOutlines"


def test_its_fonts_are_described_as_they_are(reader: PdfReader) -> None:
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    descendants = [font["/DescendantFonts"][0].get_object() for font in fonts]
    found = {}
    for font, descendant in zip(fonts, descendants, strict=True):
        described = descendant["/FontDescriptor"]
        part, _, name = described["/FontName"].partition("+")
        assert (font["/BaseFont"], descendant["/BaseFont"]) == (described["/FontName"],) * 2
        assert re.fullmatch("/[A-Z]{6}", part)
        found[name] = [described[f"/{key}"] for key in MEASURES]
    assert found == {
        "SourceSerifPro-Regular": [730, -270, 670, [-240, -335, 2235, 1002], 0],
        "SourceSerifPro-Bold": [730, -270, 670, [-290, -324, 2317, 1026], 0],
        "SourceSerifPro-It": [730, -270, 670, [-190, -337, 1171, 935], -12],
    }


MEASURES = ("Ascent", "Descent", "CapHeight", "FontBBox", "ItalicAngle")


def test_its_dates_are_those_of_the_data(reader: PdfReader) -> None:
    metadata: Any = reader.metadata
    assert dict(metadata) == {
        "/Title": NOTE.title,
        "/Subject": inline.plain(NOTE.introduction[0]),
        "/Creator": "statusnote 0.1.0",
        "/Producer": "WeasyPrint 70.0",
        "/CreationDate": "D:20250410",
        "/ModDate": "D:20250410",
    }


def test_the_outline_is_sections_and_initiatives(reader: PdfReader) -> None:
    expected = [[section.title, [row.heading for row in section.rows]] for section in NOTE.sections]
    assert _titles(reader.outline) == [entry for section in expected for entry in section]


def _titles(outline: list[Any]) -> list[Any]:
    return [
        _titles(entry) if isinstance(entry, list) else entry.title.replace("\u00a0", " ")
        for entry in outline
    ]


def test_the_links_are_live(reader: PdfReader) -> None:
    annotations = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert [annotation["/A"]["/URI"] for annotation in annotations] == [
        "https://www.sst.dk/vold",
        "https://serduvolden.dk",
    ]


def test_only_the_packaged_fonts_are_in_it(reader: PdfReader) -> None:
    fonts = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in reader.pages
        for font in _dictionary(page["/Resources"])["/Font"].values()
    }
    assert fonts == {"SourceSerifPro-Regular", "SourceSerifPro-Bold", "SourceSerifPro-It"}


def _dictionary(value: Any) -> Any:
    return value.get_object()


def test_words_are_divided_only_where_they_may_be(pdf: bytes) -> None:
    lines = [line for page in by_poppler(pdf) for line in page.splitlines()]
    divided = [
        f"{line.split()[-1]}{after.split()[0]}".replace(SOFT_HYPHEN, "-").strip(".,()’")
        for line, after in pairwise(lines)
        if line.endswith(SOFT_HYPHEN)
    ]
    assert len(divided) > 20
    allowed = {division for word in long_words(NOTE) for division in divisions(word)}
    assert [each for each in divided if each not in allowed] == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_same_data_give_the_same_bytes_anywhere(tmp_path: Path, form: Form) -> None:
    here = _rendered(form, ROOT, {})
    elsewhere = {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "7",
        "COLUMNS": "40",
    }
    assert here == _rendered(form, tmp_path, elsewhere)


def _rendered(form: Form, folder: Path, environment: dict[str, str]) -> bytes:
    program = Path(sys.executable).with_name("statusnote")
    command = [str(program), "render", str(REAL), "--format", form.name, "--output", "-"]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, check=True
    )
    assert (b"har hele datafilen med" in done.stderr) == (form.carries_data)
    return done.stdout


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert FORMS["pdf"].render(NOTE, TEMPLATES).startswith(b"%PDF-")


FONTS = (
    "    En skabelon kan kun bruge de skrifttyper, der følger med: font:SourceSerifPro-Bold.ttf, "
    "font:SourceSerifPro-BoldIt.ttf, font:SourceSerifPro-It.ttf, font:SourceSerifPro-Regular.ttf."
)
CORRECT = "    Ret eller slet det."


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"note.css": "/* first */\n@import 'https://example.org/a.css';"},
            "note.css:2:10: fejl E505: »https://example.org/a.css« må ikke hentes.\n" + FONTS,
        ),
        (
            {"note.css": "@font-face { font-family: a; src: url(file:///etc/passwd) }"},
            "note.css:1:39: fejl E505: »file:///etc/passwd« må ikke hentes.\n" + FONTS,
        ),
        (
            {"note.css": "@font-face { font-family: a; src: url('font:Missing.ttf') }"},
            "note.css:1:40: fejl E505: »font:Missing.ttf« må ikke hentes.\n" + FONTS,
        ),
        (
            {"note.html.j2": "<html lang=da>\n<img src='http://localhost/a.png' alt=''>"},
            "note.html.j2:2:11: fejl E505: »http://localhost/a.png« må ikke hentes.\n" + FONTS,
        ),
        (
            {"note.html.j2": "<html lang=da><img src='{{ 'file:' + '/a' }}' alt=''>"},
            "note.html.j2: fejl E505: »file:/a« må ikke hentes.\n" + FONTS,
        ),
        (
            {"note.html.j2": "<html lang=da><img src='a.png' alt=''>"},
            "note.html.j2: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            "Relative URI reference without a base URI: a.png.\n" + CORRECT,
        ),
        (
            {"note.css": "p { colour: red }\n\np { color red }\n"},
            "note.css:1:5: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            f"Ignored `colour: red ` at 1:5, unknown property.\n{CORRECT}\n"
            "note.css:3:14: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            "Error: EOF reached before {} block for a qualified rule. at 3:14.\n" + CORRECT,
        ),
        (
            {"note.css": "td { position: running(x) }"},
            "note.css: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            "TypeError: min-content width for TextBox not handled yet.\n" + CORRECT,
        ),
        (
            {"note.css": "td { letter-spacing: 9999999px }"},
            "note.css: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            "OverflowError: integer 10239998976 does not fit 'int'.\n" + CORRECT,
        ),
        (
            {"note.css": "@font-face { font-family: a; src: local(Arial) } td { font: 9pt a }"},
            "note.css: fejl E506: Layoutet indeholder noget, som programmet ikke forstår: "
            "Font-face 'a' cannot be loaded.\n" + CORRECT,
        ),
        (
            {"note.html.j2": "<html lang=da>\ue123"},
            "note.html.j2:1:15: fejl E507: Notatets skrifttyper har ikke »\ue123«, som derfor ikke "
            "kan vises i PDF-filen.\n    Skriv det med bogstaver og tegn, som de har, fx et navn "
            "med latinske bogstaver; en emoji kan udelades.",
        ),
    ],
)
def test_what_a_template_must_not_do_or_what_is_not_understood(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, files: dict[str, str], expected: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    output = tmp_path / "note.pdf"
    with pytest.raises(ProblemsFound) as found:
        commands.render_note(str(REAL), commands.Wanted([FORMS["pdf"]], tmp_path), str(output))
    problems = "\n".join(map(shown, found.value.problems))
    assert problems.replace(f"{tmp_path}/", "").replace(f"{ROOT}/templates/", "") == expected
    assert capfd.readouterr() == ("", "")
    assert not output.exists()


@pytest.mark.parametrize(
    ("style", "meant"),
    [
        ("/**/\n@import 'http://a/b';", ("@import 'http://a/b';", "http://a/b")),
        ("p {}\np { colour: red }", ("p { colour: red }", "c")),
        ("td { position: running(x) }", ("", "")),
    ],
)
def test_what_is_meant_in_a_style_sheet_is_given_with_its_line(
    tmp_path: Path, style: str, meant: tuple[str, str]
) -> None:
    (tmp_path / "note.css").write_text(style)
    with pytest.raises(ProblemsFound) as found:
        FORMS["pdf"].render(NOTE, Templates.found(tmp_path))
    ((written, start, end),) = [
        (problem.place.written, problem.place.column, problem.place.end_column)
        for problem in found.value.problems
    ]
    assert (written, written[start - 1 : end - 1]) == meant


@pytest.mark.parametrize("style", ["p { colour: red }", "p { --a: x; width: var(--a) }"])
def test_what_is_wrong_with_a_style_sheet_is_said_of_each_note(tmp_path: Path, style: str) -> None:
    (tmp_path / "note.css").write_text(style)
    small = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)
    said = []
    for _ in range(2):
        with pytest.raises(ProblemsFound) as found:
            FORMS["pdf"].render(small, Templates.found(tmp_path))
        said.append([*map(shown, found.value.problems)])
    assert said[0] == said[1]


def test_a_style_sheet_is_used_as_it_stands_now(tmp_path: Path) -> None:
    small = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)
    made = []
    for size in ("9pt", "12pt", "9pt"):
        style = f"p {{ font: {size} a }} @font-face {{ font-family: a; src: url({FACE[size]}) }}"
        (tmp_path / "note.css").write_text(style)
        made.append(FORMS["pdf"].render(small, Templates.found(tmp_path)))
    assert made[0] == made[2] != made[1]


FACE = {"9pt": "font:SourceSerifPro-Light.ttf", "12pt": "font:SourceSerifPro-Black.ttf"}


def test_what_weasyprint_says_of_itself_is_no_problem_of_a_template() -> None:
    complaints = _Complaints(logging.WARNING)
    complaints.emit(logging.makeLogRecord({"levelno": logging.WARNING, "msg": "Please install X"}))
    assert complaints.texts == []


def test_what_is_wrong_is_heard_whatever_the_program_around_us_wants_to_hear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logger = logging.getLogger("weasyprint")
    heard: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.root.manager, "disable", logging.CRITICAL)
    monkeypatch.setattr(logger, "disabled", True)
    monkeypatch.setattr(logger, "filters", [heard.append])
    before = vars(logger).copy()
    (tmp_path / "note.css").write_text("p { colour: red }")
    with pytest.raises(ProblemsFound) as found:
        FORMS["pdf"].render(NOTE, Templates.found(tmp_path))
    assert [problem.code for problem in found.value.problems] == ["E506"]
    assert (heard, vars(logger)) == ([], before)


def test_a_fault_of_weasyprint_under_our_own_templates_is_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(document, "HTML", broken)
    with pytest.raises(RuntimeError):
        FORMS["pdf"].render(NOTE, TEMPLATES)


def test_emphasis_that_is_nested_too_deeply_is_a_problem(
    run: Callable[..., Any], write: Callable[..., Path]
) -> None:
    nested = "*a " * 800 + "a* " * 800
    data = write(SMALL_PLAN + f'        account: ["{nested}"]\n')
    done = run("render", data, "--output", "-")
    assert (done.code, done.out) == (1, "")
    assert "E506" in done.err
    assert "RecursionError" in done.err
