"""The note for Word: what it says, its package, and how another program than Word opens it."""

import html as entities
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from render.pdf.test_extraction import by_poppler
from support import awkward, word
from support.office import converted
from support.project import EXAMPLES, REAL, SMALL_PLAN
from support.word_faults import faults

from statusnote import danish, note
from statusnote.changes.whats_new import note_on
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.render.forms import FORMS, Sources
from statusnote.render.html import html
from statusnote.render.templates import Templates
from statusnote.word.content import DRAFT_LINE

TEMPLATES = Templates.found(None)
DATA = {path.stem: path.read_bytes() for path in sorted((EXAMPLES / "valid").glob("*.yaml"))}
DATA |= {"the real one": REAL.read_bytes()}
PLANS = {name: loading.read_bytes(data, name).plan for name, data in DATA.items()}
NOTES = {name: note.derive(plan) for name, plan in PLANS.items()} | awkward.NOTES
# What is new since the older one of two plans, some of them alike and some of them not at all.
SINCE = {
    f"{new} since {old}": (new, old)
    for new, old in (
        ("lists", "little"),
        ("little", "lists"),
        ("all-keys", "grants"),
        ("grants", "all-keys"),
        ("marks-participants-overview-and-legend", "no-sections"),
        ("no-sections", "marks-participants-overview-and-legend"),
        ("parts-budgets-and-indicators", "milestones"),
        ("milestones", "parts-budgets-and-indicators"),
        ("the real one", "parties"),
        ("odd-titles", "the real one"),
    )
}
each_note = pytest.mark.parametrize("name", NOTES)
each_since = pytest.mark.parametrize("name", SINCE)


def rendered(shown: Note, sources: Sources | None = None) -> bytes:
    return FORMS["docx"].render(shown, TEMPLATES, sources)


@cache
def document(name: str) -> bytes:
    """The document of a note, or of one since another, by its name."""
    if name in NOTES:
        return rendered(NOTES[name])
    new, old = SINCE[name]
    return rendered(since(name), Sources(DATA[new], DATA[old]))


def since(name: str) -> Note:
    new, old = SINCE[name]
    return note_on(PLANS[new], PLANS[old], draft=False)


# What it says


@each_note
def test_it_says_all_that_the_pdf_says_in_the_same_order(name: str) -> None:
    _, _, page = html(NOTES[name], TEMPLATES).partition("</head>")
    said = entities.unescape(re.sub("<[^>]*>", "", page))
    expected = re.sub(r"[\s\u2060]+", "", said)
    assert word.words(document(name)).removeprefix(re.sub(r"\s", "", DRAFT_LINE)) == expected


@pytest.mark.parametrize("name", [*NOTES, *SINCE])
def test_it_is_sound(name: str) -> None:
    assert faults(document(name)) == []


def test_a_draft_begins_with_what_becomes_of_corrections() -> None:
    first, stamp = (each.text for each in Document(BytesIO(document("a draft"))).paragraphs[:2])
    assert (danish.plain(first), stamp) == (DRAFT_LINE, "UDKAST")
    assert DRAFT_LINE not in word.words(document("news"))


def test_a_draft_is_marked_on_each_page_and_keeps_corrections_as_such() -> None:
    held = word.parts(document("a draft"))
    headers = [part.decode() for name, part in held.items() if "header" in name]
    assert len(headers) == 2
    assert all('string="UDKAST"' in each for each in headers)
    assert all('alt="Vandmærke: UDKAST"' in each for each in headers)
    ids = [re.findall(r'id="(\w+)" o:spid="(\w+)"', each) for each in headers]
    assert len({name for ((one, other),) in ids for name in (one, other)}) == 4
    assert b"trackRevisions" in held["word/settings.xml"]
    final = word.parts(document("the real note"))
    assert [name for name, part in final.items() if b"UDKAST" in part or b"trackRev" in part] == []


def test_what_looks_like_a_field_or_markup_is_text() -> None:
    written = r"{ PAGE } <w:p/> & ]]> « { HYPERLINK \"x\" } \u00ad"
    plan = SMALL_PLAN.replace(
        "status: gennemført", f"status: gennemført\n        account: ['{written}']"
    )
    made = Document(BytesIO(rendered(note.derive(loading.read(plan, "plan.yaml").plan))))
    assert made.tables[0].cell(2, 2).paragraphs[-1].text == written
    assert len(list(made.element.body.iter(word.tag("fldSimple")))) == 0


def test_a_tab_is_a_space_and_a_soft_hyphen_is_words_own() -> None:
    plan = SMALL_PLAN.replace("title: Et initiativ", 'title: "Et\\tfore\u00adbyggende initiativ"')
    made = rendered(note.derive(loading.read(plan, "plan.yaml").plan))
    assert b"Et fore</w:t><w:softHyphen/><w:t" in word.parts(made)["word/document.xml"]


# How it is built


def test_the_table_is_one_that_word_and_screen_readers_know() -> None:
    made = Document(BytesIO(document("the real note")))
    (table,) = made.tables
    assert [len(row.cells) for row in table.rows] == [3] * len(table.rows)
    head, section, row, *_ = table._tbl.tr_lst
    repeated, spanned = "w:trPr/w:tblHeader", "w:tc/w:tcPr/w:gridSpan"
    assert [len(each.xpath(repeated)) for each in (head, section, row)] == [1, 0, 0]
    assert [len(each.xpath(spanned)) for each in (head, section, row)] == [0, 1, 0]
    about = {each: table._tblPr.find(word.tag(each)).get(word.tag("val")) for each in ABOUT}
    assert about == {
        "tblCaption": "Alle initiativer med ansvarligt ministerie og status",
        "tblDescription": "Alle initiativer med ansvarligt ministerie og status. Kolonnerne er "
        "Initiativ, Ansvarligt ministerie og Status.",
    }


ABOUT = ("tblCaption", "tblDescription")


def test_short_rows_stay_whole_and_long_ones_may_break() -> None:
    made = Document(BytesIO(document("the real note")))
    broken = {
        row.cells[0].text for row in made.tables[0].rows if not row._tr.xpath("w:trPr/w:cantSplit")
    }
    rows = NOTES["the real note"].rows
    assert broken == {danish.keep_words_together(row.heading) for row in rows if row.lines > 12}
    assert 0 < len(broken) < 6


def test_its_page_is_a4_and_its_language_danish() -> None:
    made = Document(BytesIO(document("the real note")))
    section = made.sections[0]
    size = section.page_width, section.page_height
    assert [side and round(side.mm) for side in size] == [210, 297]
    defaults = word.parts(document("the real note"))["word/styles.xml"].decode()
    assert '<w:lang w:val="da-DK"' in defaults
    header = section.header._element.xml
    assert [*re.findall('instr="(.*?)"', header)] == ["PAGE", "NUMPAGES"]


def test_it_says_of_itself_what_the_note_says_and_nothing_of_when_it_was_made() -> None:
    properties = Document(BytesIO(document("all-keys"))).core_properties
    shown = NOTES["all-keys"]
    assert (properties.title, properties.language) == (shown.title, "da-DK")
    assert properties.author == "Social- og Boligministeriet"
    assert properties.created == properties.modified
    assert str(properties.created).startswith(f"{shown.as_of} 00:00:00")
    draft = Document(BytesIO(document("a draft"))).core_properties
    assert (draft.title[:8], draft.content_status) == ("UDKAST: ", "Udkast")
    assert b"python-docx" not in b"".join(word.parts(document("all-keys")).values())


def test_a_property_is_as_long_as_word_shows_it() -> None:
    title = Document(BytesIO(document("a title of 120 words"))).core_properties.title
    assert len(title) <= 255
    assert title.endswith(" …")


def test_all_of_its_file_is_of_the_day_of_the_note() -> None:
    with zipfile.ZipFile(BytesIO(document("the real note"))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(2025, 4, 10, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_a_day_that_no_file_can_be_of_is_the_first_that_it_can() -> None:
    plan = SMALL_PLAN.replace("2025-04-10", "1975-04-10").replace("2023-2026", "1974-1976")
    made = rendered(note.derive(loading.read(plan, "plan.yaml").plan))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}


def test_numbered_lists_begin_with_one_each() -> None:
    made = Document(BytesIO(document("lists of items")))
    lists = Counter(
        paragraph._p.pPr.numPr.numId.val
        for row in made.tables[0].rows
        for paragraph in row.cells[2].paragraphs
        if paragraph.style.name == "List Number"
    )
    assert sorted(lists.values()) == [12, 40]


# What has changed


@each_since
def test_to_accept_all_gives_the_new_note_and_to_reject_all_the_old_one(name: str) -> None:
    _, old = SINCE[name]
    accepted = word.decided(word.body(document(name)), accept=True)
    assert word.shown(accepted) == word.shown(word.body(rendered(since(name))))
    rejected = word.decided(word.body(document(name)), accept=False)
    assert word.shown(rejected) == word.shown(word.body(rendered(NOTES[old])))


def test_changes_are_of_the_day_of_the_note_and_name_no_person() -> None:
    body = word.body(document("lists since little"))
    changes = list(body.iter(word.tag("ins"), word.tag("del"), word.tag("pPrChange")))
    assert {(each.get(word.tag("author")), each.get(word.tag("date"))) for each in changes} == {
        ("statusnote", "2025-04-10T00:00:00Z")
    }


def test_where_nothing_has_changed_nothing_but_that_is_new() -> None:
    data = DATA["lists"]
    shown = note_on(PLANS["lists"], PLANS["lists"], draft=True)
    body = word.body(rendered(shown, Sources(data, data)))
    new = ["".join(each.itertext()) for each in body.iter(word.tag("ins")) if len(each)]
    assert new == ["Ændringer siden sidst", shown.news[0].sum]
    assert list(body.iter(word.tag("del"))) == []


# Another program


@pytest.fixture(scope="module")
def opened() -> dict[str, dict[str, bytes]]:
    """What LibreOffice saves of some of them, in its own format and as PDF, by their names.

    It takes seconds to begin, and a third of one for each.
    """
    files = {f"{name}.docx": document(name) for name in OPENED}
    return {ending: converted(files, ending) for ending in ("odt", "pdf")}


OPENED = (
    *("the real note", "a draft", "lists of items", "long words"),
    "participants, marks, an overview and a legend",
    *("grants since all-keys", "the real one since parties"),
    "milestones since parts-budgets-and-indicators",
)


def test_libreoffice_keeps_all_that_it_says_with_all_changes_accepted(
    opened: dict[str, dict[str, bytes]],
) -> None:
    for name, content in opened["odt"].items():
        plain = document(name) if name in NOTES else rendered(since(name))
        assert _words_of_odt(content) == word.words(plain), name


def _words_of_odt(content: bytes) -> str:
    """What an OpenDocument text says now: what was deleted is kept apart (ODF 1.3-3, 5.5)."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    for apart in root.iter("{*}tracked-changes", "{*}sequence-decls"):
        apart.clear()
    (text,) = root.iter("{*}text")
    return re.sub(r"\s+", "", "".join(text.itertext()))


def test_libreoffice_shows_all_that_it_says_on_pages(opened: dict[str, dict[str, bytes]]) -> None:
    for name, content in opened["pdf"].items():
        printed = Counter("".join(by_poppler(content)))
        assert Counter(word.words(document(name))) - printed == Counter(), name


# The command


def test_it_is_written_where_it_is_asked_for(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml", "--format", "docx", "--draft")
    assert (done.code, done.out, done.err) == (0, "build/statusnote-udkast.docx\n", "")
    assert run("render", "plan.yaml", "--output", "note.docx").out == "note.docx\n"
    assert faults(Path("note.docx").read_bytes()) == []


@pytest.mark.parametrize("command", ["extract", "verify", "diff", "validate"])
def test_what_reads_notes_and_data_says_that_it_is_neither(
    run: Callable[..., Any], tmp_path: Path, command: str
) -> None:
    path = tmp_path / "note.docx"
    path.write_bytes(document("little"))
    done = run(command, path)
    assert done.code == 1
    code = {"extract": "E801", "verify": "E801"}.get(command, "E112")
    assert f"note.docx: fejl {code}: Filen er " in " ".join((done.err + done.out).split())
