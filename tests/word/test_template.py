"""A user's own note.docx: what a note takes of it, what not, and what is no document for it."""

import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE
from docx.shared import Length, Mm, Pt
from support import word
from support.project import SMALL_PLAN
from support.shown import shown
from support.word_faults import faults

from statusnote import commands, note
from statusnote.bounds import DEFAULT_LIMITS
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.templates import Templates
from statusnote.word import template
from statusnote.word.elements import value, w

LISTS = """\
        account:
          - list: [Et punkt, Et til]
          - numbered_list: [Det første, Det næste]
          - numbered_list: [Forfra]
"""
NOTE = note.derive(loading.read(SMALL_PLAN + LISTS, "plan.yaml").plan)
DRAFT = note.as_draft(NOTE)
Edit = Callable[[Any], None]


def nothing(_: Any) -> None:
    """The document as python-docx begins one."""


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Templates]:
    """A folder with a document that was changed so, or with a file of that *content*."""

    def write(edit: Edit = nothing, content: bytes = b"") -> Templates:
        path = tmp_path / "note.docx"
        path.write_bytes(content)
        if not content:
            document = Document()
            edit(document)
            document.save(str(path))
        return Templates.found(tmp_path)

    return write


def made(templates: Templates, of: note.Note = NOTE) -> Any:
    content = FORMS["docx"].render(of, templates)
    assert faults(content) == []
    return Document(BytesIO(content))


def house(of: note.Note = NOTE) -> bytes:
    return FORMS["docx"].render(of, Templates.found(None))


# What it takes


def dressed(document: Any) -> None:
    document.add_paragraph("Det, der stod her, udgår.")
    document.add_picture(BytesIO(PIXEL))
    document.styles["Title"].font.size = Pt(30)
    document.core_properties.author = "Nogen"
    section = document.sections[0]
    section.page_width = Mm(160)
    section.header.paragraphs[0].text = "Ministeriet"
    section.footer.paragraphs[0].text = "Sagsnr. 1"


PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)


def test_its_styles_its_page_and_what_stands_around_it_are_the_notes(
    own: Callable[..., Templates],
) -> None:
    document = made(own(dressed))
    section = document.sections[0]
    title = next(each for each in document.paragraphs if each.text == NOTE.title)
    assert (title.style.name, title.style.font.size) == ("Title", Pt(30))
    assert section.header.paragraphs[0].text == "Ministeriet"
    assert section.footer.paragraphs[0].text == "Sagsnr. 1"
    assert round(section.page_width.mm) == 160
    widths = [int(each.get(word.tag("w"))) for each in document.element.iter(word.tag("gridCol"))]
    around = section.left_margin + section.right_margin
    assert sum(widths) == pytest.approx(Length(section.page_width - around).pt * 20, abs=1)


def test_its_text_its_pictures_and_its_author_are_not(own: Callable[..., Templates]) -> None:
    content = FORMS["docx"].render(NOTE, own(dressed))
    assert word.words(content) == word.words(house())
    held = word.parts(content)
    assert not [name for name in held if "media" in name or "customXml" in name]
    assert b"Nogen" not in held["docProps/core.xml"]


def test_styles_that_it_lacks_are_those_of_the_house(own: Callable[..., Templates]) -> None:
    styles = {style.name: style for style in made(own()).styles}
    assert styles["Notat initiativ"].base_style.name == "Heading 2"
    assert styles["Notat tabel"].base_style.name == "Normal Table"


def test_a_style_is_known_by_its_name_and_a_taken_id_is_left(
    own: Callable[..., Templates],
) -> None:
    def edit(document: Any) -> None:
        document.styles["Title"].element.set(word.tag("styleId"), "Titel")
        taken = w("style", w("name", val="En anden"), type="paragraph", styleId="Notattekst")
        document.styles.element.append(taken)

    document = made(own(edit))
    ids = {style.name: style.style_id for style in document.styles}
    assert (ids["Title"], ids["Notat tekst"]) == ("Titel", "NotattekstNotat")
    cell = document.tables[0].rows[-1].cells[2]
    assert cell.paragraphs[0].style.name == "Notat tekst"


def numbers(document: Any) -> list[tuple[str, str | None]]:
    """The style of each paragraph of the account that is in a list, and which list it names."""
    return [
        (each.style.name, value(each._p.pPr, "numPr", "numId"))
        for each in document.tables[0].rows[-1].cells[2].paragraphs
        if each.style.name.startswith("List")
    ]


@pytest.mark.parametrize("listed", [True, False])
def test_its_lists_look_as_its_styles_have_them_and_each_begins_with_one(
    own: Callable[..., Templates], listed: bool
) -> None:
    def edit(document: Any) -> None:
        for name in () if listed else ("List Bullet", "List Number"):
            properties = document.styles[name].element.pPr
            properties.remove(properties.numPr)

    bullets, other, first, second, again = numbers(made(own(edit)))
    assert (bullets[1] is None) == listed
    assert bullets == other
    assert first == second != again


def test_a_document_without_lists_and_page_gets_ours(own: Callable[..., Templates]) -> None:
    def edit(document: Any) -> None:
        for relationship, part in list(document.part.rels.items()):
            if part.reltype.endswith(("/numbering", "/settings")):
                del document.part.rels[relationship]
        for style in list(document.styles):
            if style.name.startswith(("List", "Header")):
                style.delete()
        document.element.body.remove(document.element.body.sectPr)
        styles = document.styles.element
        styles.remove(styles.find(word.tag("docDefaults")))

    document = made(own(edit), DRAFT)
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["da-DK"]
    assert round(document.sections[0].page_height.mm) == 297
    assert document.sections[0].header.paragraphs[0].text == "UDKAST\tSide /"


def test_a_draft_is_marked_on_each_kind_of_page(own: Callable[..., Templates]) -> None:
    def edit(document: Any) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        section = document.sections[0]
        section.different_first_page_header_footer = True
        header = section.first_page_header
        header.is_linked_to_previous = False
        header._element.remove(header.paragraphs[0]._p)

    section = made(own(edit), DRAFT).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert 'string="UDKAST"' in header._element.xml


def test_a_note_that_is_made_of_a_draft_is_none(own: Callable[..., Templates]) -> None:
    content = FORMS["docx"].render(NOTE, own(content=house(DRAFT)))
    held = word.parts(content)
    assert [name for name, part in held.items() if b"textpath" in part] == []
    assert b"trackRevisions" not in held["word/settings.xml"]


def test_it_is_read_from_the_folder_beside_the_data(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("data", "templates"):
        Path(folder).mkdir()
    Path("data/initiatives.yaml").write_text(SMALL_PLAN, "utf-8")
    Path("templates/note.docx").write_bytes(house(note.as_draft(NOTE)))
    done = run("render", "--format", "docx")
    assert (done.code, done.out) == (0, "build/statusnote.docx\n")
    assert "templates" in done.err
    refused = run("render", "--format", "docx", "--output", "templates/note.docx")
    assert "E603" in refused.err


# What it refuses


def packed(**members: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


TYPES = "[Content_Types].xml"
WORD = CONTENT_TYPE.WML_DOCUMENT_MAIN
NO_DOCX = "den er ikke gemt som Word-dokument (.docx)"
LARGE = "den fylder for meget, når den pakkes ud"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no document", NO_DOCX),
        (packed(other="x"), NO_DOCX),
        (packed(**{TYPES: "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")}), NO_DOCX),
        (packed(**{TYPES: WORD.replace("document.main", "template.main")}), NO_DOCX),
        (packed(**{TYPES: f"{WORD} application/vnd.ms-office.vbaProject"}), "den har makroer"),
        (packed(**{TYPES: WORD, "bomb": "0" * (template.MOST_UNPACKED + 1)}), LARGE),
        (packed(**{TYPES: WORD, **{f"{n}": "" for n in range(template.MOST_PARTS)}}), LARGE),
    ],
    ids=("text", "a zip file", "strange types", "a template", "macros", "a bomb", "many parts"),
)
def test_what_is_no_document_for_it_is_a_problem(
    own: Callable[..., Templates], content: bytes, reason: str
) -> None:
    with pytest.raises(ProblemsFound) as found:
        FORMS["docx"].render(NOTE, own(content=content))
    (problem,) = map(shown, found.value.problems)
    folder = f"{own(content=content).folders[0]}/"
    assert problem.replace(folder, "").startswith(
        f"note.docx: fejl E509: Skabelonen kan ikke bruges til notatet i Word: {reason}.\n"
    )


def test_a_broken_document_is_a_problem_that_says_what_is_broken(
    own: Callable[..., Templates],
) -> None:
    with pytest.raises(ProblemsFound) as found:
        FORMS["docx"].render(NOTE, own(content=packed(**{TYPES: f"<a>{WORD}</a>"})))
    (problem,) = found.value.problems
    assert problem.code == "E509"


def test_a_fault_of_ours_is_not_blamed_on_a_document_that_nobody_gave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr("statusnote.word.package.packed", fail)
    with pytest.raises(RuntimeError, match="ours"):
        house()


def test_it_is_read_within_the_limits_of_all_templates_of_ones_own(
    own: Callable[..., Templates], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered: list[object] = []

    def bounded(*limits: object) -> AbstractContextManager[None]:
        entered.append(limits)
        return nullcontext()

    monkeypatch.setattr("statusnote.bounds.bounded", bounded)
    data = tmp_path / "plan.yaml"
    data.write_text(SMALL_PLAN, "utf-8")
    for folder, expected in ((None, []), (own().folders[0], [DEFAULT_LIMITS])):
        wanted = commands.Wanted([FORMS["docx"]], folder)
        commands.render_note(str(data), wanted, str(tmp_path / "made.docx"))
        assert entered == expected
