"""What is said of a note as PDF: the state it claims, and whether it shows what its data say."""

import io
import signal
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pikepdf import (
    Array,
    AttachedFileSpec,
    Dictionary,
    Encryption,
    Name,
    ObjectStreamMode,
    Pdf,
    StreamDecodeLevel,
    String,
)
from support import containers
from support.project import PUBLISHED_PLAN, REAL

from statusnote import commands
from statusnote.bounds import Limits
from statusnote.changes.whats_new import note_on
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages import verification
from statusnote.diagnostics.messages.verification import Outcome
from statusnote.note import DRAFT
from statusnote.plan import loading
from statusnote.render import pdf
from statusnote.render.forms import FORMS
from statusnote.render.record import record_of
from statusnote.render.templates import Templates, packaged_folder
from statusnote.verify import pdf_compare
from statusnote.verify import verification as verifying
from statusnote.verify.verdict import worded

LATER = PUBLISHED_PLAN.replace("gennemført", "igangværende")
INTACT = "✓ De vedhæftede data er dem, notatet blev dannet af.\n"
CHANGED = "✗ Det, notatet har med, er ændret, siden det blev dannet: {}.\n"
OTHER_FILES = "✗ Notatet har andre filer med end dem, det blev dannet med: {}.\n"
SAME_BYTES = (
    "✓ Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det samme, byte for "
    "byte.\n"
)
SAME_OBJECTS = (
    "✓ Notatet viser, hvad dets data siger: Dannet igen bliver det det samme i alle dele. Et andet "
    "program har gemt filen.\n"
)
SAME_TEXT = (
    "~ Teksten er den, dets data giver, side for side, og det er linkenes adresser og bogmærkernes "
    "titler også. Resten af filen er en anden og er ikke sammenlignet: Udseendet, hvad der er "
    "dækket til, hvilken tekst et link står på, hvor det fører hen i notatet, hvad der læses op, "
    "og metadata kan være ændret, og andre programmer kan vise noget andet.\n"
)
AMBIGUOUS = (
    "~ Som filen læses her, viser notatet, hvad dets data siger. Men den er bygget, så andre "
    "programmer kan vise noget andet.\n"
)
OTHER = "✗ Notatet viser ikke, hvad dets data siger: "
OTHER_TEXT = f"{OTHER}Teksten på side 1 er en anden.\n"
OTHER_PAGES = f"{OTHER}Sidetallet er 2, og dets data giver 1.\n"
OTHER_OBJECTS = f"{OTHER}På side 1 er links, bemærkninger, billeder eller sidens mål ændret.\n"
OTHER_PARTS = f"{OTHER}Det, filen har ved siden af siderne, er ændret: {{}}.\n"
OTHER_FIGURES = "✗ note.json i notatet siger ikke det, dets data siger.\n"
OTHER_VERSION = (
    "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet af statusnote "
    "0.0.9, og dette er 0.1.0. Brug statusnote 0.0.9.\n"
)
MADE_BY_OTHER_VERSION = (
    "~ Notatet er dannet af statusnote 0.0.9 og er her dannet igen af 0.1.0. Hvad det har med ud "
    "over sine data, er ikke sammenlignet.\n"
)
OTHER_TEMPLATES = (
    "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet med andre "
    "skabeloner. Angiv deres mappe efter --templates.\n"
)
OTHER_HASH = "✗ Notatet er ikke dannet af plan.yaml, som filen er nu.\n"
SAME_DATA = "✓ Notatets data er plan.yaml, byte for byte.\n"
SAME_MEANING = "✗ Notatets data er ikke other.yaml byte for byte, men siger det samme.\n"
OTHER_DATA = (
    "✗ Notatets data siger ikke det samme som other.yaml. Se forskellen med »statusnote diff "
    "note.pdf other.yaml«.\n"
)
EXHAUSTED = (
    "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det tager for lang tid eller for "
    "meget hukommelse.\n"
)
NO_DATA = (
    "✗ Notatet har ikke sine data med. Skriv »statusnote verify note.pdf DATA« med den datafil, "
    "det er dannet af, i stedet for DATA.\n"
)


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def head(data: str = PUBLISHED_PLAN, before: str = "", *, draft: bool = False) -> str:
    """What comes first: what the note says of itself."""
    ours = record_of(NOTE, "pdf", Templates.found(None), None).templates
    state = "UDKAST! Det er ikke det endelige notat." if draft else "Endeligt notat."
    lines = [state, "dannet af: statusnote 0.1.0", f"skabeloner: {ours}", f"data: {hashed(data)}"]
    lines += [f"tidligere data: {hashed(before)}"] if before else []
    return "".join(f"{line}\n" for line in lines)


NOTE = note_on(loading.read(PUBLISHED_PLAN, "plan.yaml").plan, None, draft=False)
OLDER = head().replace("0.1.0", "0.0.9")


@pytest.fixture
def made(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """Render `plan.yaml` in the current folder as `note.pdf`."""
    monkeypatch.chdir(write(PUBLISHED_PLAN).parent)

    def render(*options: str) -> Path:
        assert run("render", "plan.yaml", "--output", "note.pdf", *options).code == 0
        return Path("note.pdf")

    return render


@pytest.fixture
def verified(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str]]:
    """What is said of `note.pdf`, on a wide terminal, and the exit code."""
    monkeypatch.setenv("COLUMNS", "400")

    def verify(*arguments: str) -> tuple[int, str]:
        done = run("verify", "note.pdf", *arguments)
        assert done.err == ""
        return done.code, done.out

    return verify


def edit(path: Path, change: Callable[[Any], object], **options: Any) -> None:
    """Forge the note at *path*, or only save it anew."""
    saved = io.BytesIO()
    with Pdf.open(path) as opened:
        change(opened)
        opened.save(saved, **options)
    path.write_bytes(saved.getvalue())


Made = Callable[..., Path]
Verified = Callable[..., tuple[int, str]]


def test_a_note_as_it_was_made(made: Made, verified: Verified) -> None:
    made()
    assert verified() == (0, head() + INTACT + SAME_BYTES)


def test_in_english(made: Made, verified: Verified, monkeypatch: pytest.MonkeyPatch) -> None:
    made("--draft")
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    code, said = verified("plan.yaml")
    assert code == 0
    assert said.splitlines()[::3] == [
        "A DRAFT! It is not final.",
        f"data: {hashed(PUBLISHED_PLAN)}",
        "✓ The note's data are plan.yaml, byte for byte.",
    ]


def test_a_draft_is_called_a_draft(made: Made, verified: Verified) -> None:
    made("--draft")
    assert verified() == (0, head(draft=True) + INTACT + SAME_BYTES)


def test_a_draft_that_says_it_is_final(made: Made, verified: Verified) -> None:
    path = made("--draft")
    path.write_bytes(path.read_bytes().replace(b"e>draft</s", b"e>final</s"))
    assert verified() == (4, head() + INTACT + OTHER_TEXT + OTHER_FIGURES)


def test_a_note_that_says_what_has_changed(made: Made, verified: Verified) -> None:
    Path("before.yaml").write_text(LATER)
    made("--since", "before.yaml")
    assert verified() == (0, head(before=LATER) + INTACT + SAME_BYTES)


def test_a_note_since_a_note(made: Made, verified: Verified, run: Callable[..., Any]) -> None:
    made().rename("before.pdf")
    Path("plan.yaml").write_text(LATER)
    made("--since", "before.pdf")
    assert verified() == (0, head(LATER, before=PUBLISHED_PLAN) + INTACT + SAME_BYTES)
    assert "Status: fra gennemført til igangværende" in run("diff", "before.pdf", "note.pdf").out


def test_the_data_that_it_is_to_be_made_of(made: Made, verified: Verified) -> None:
    made()
    said = head() + INTACT + SAME_BYTES
    assert verified("plan.yaml") == (0, said + SAME_DATA)
    Path("other.yaml").write_text(f"{PUBLISHED_PLAN}# En bemærkning\n")
    assert verified("other.yaml") == (4, said + SAME_MEANING)
    Path("other.yaml").write_text(LATER)
    assert verified("other.yaml") == (4, said + OTHER_DATA)


def test_a_note_without_its_data(made: Made, verified: Verified) -> None:
    made("--no-source")
    assert verified() == (4, head() + NO_DATA)
    assert verified("plan.yaml") == (0, head() + SAME_BYTES + SAME_DATA)
    Path("plan.yaml").write_text(LATER)
    assert verified("plan.yaml") == (4, head() + OTHER_HASH)


def test_a_note_without_its_data_and_the_ones_before(made: Made, verified: Verified) -> None:
    Path("before.yaml").write_text(LATER)
    made("--no-source", "--since", "before.yaml")
    assert verified("plan.yaml") == (
        4,
        f"{head(before=LATER)}"
        "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det har ikke de tidligere "
        f"data med, som det er sammenlignet med.\n{SAME_DATA}",
    )


def test_a_note_of_another_version_is_the_same_as_far_as_can_be_said(
    made: Made, verified: Verified
) -> None:
    path = make_older(made())
    said = OLDER + INTACT + MADE_BY_OTHER_VERSION + SAME_TEXT
    assert verified() == (5, said)
    assert verified("plan.yaml") == (5, said + SAME_DATA)
    Path("other.yaml").write_text(f"{PUBLISHED_PLAN}# En bemærkning\n")
    assert verified("other.yaml") == (4, said + SAME_MEANING)
    Path("other.yaml").write_text(LATER)
    assert verified("other.yaml") == (4, said + OTHER_DATA)
    edit(path, _without_figures)  # as that version may attach other files
    assert verified() == (5, said)


def test_a_note_of_another_version_may_have_other_templates(made: Made, verified: Verified) -> None:
    path = make_older(made())
    ours = record_of(NOTE, "pdf", Templates.found(None), None).templates
    path.write_bytes(path.read_bytes().replace(ours.encode(), b"0" * 64))
    said = OLDER.replace(ours, "0" * 64) + INTACT + MADE_BY_OTHER_VERSION + SAME_TEXT
    assert verified() == (5, said)


def test_a_note_of_another_version_with_another_text_cannot_be_judged(
    made: Made, verified: Verified
) -> None:
    edit(make_older(made()), _title)
    assert verified() == (4, OLDER + INTACT + OTHER_VERSION)


def test_a_note_of_another_version_whose_data_this_one_cannot_read(
    made: Made, verified: Verified, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("plan.yaml").write_text(f"format: 1\n{PUBLISHED_PLAN}")
    make_older(made())
    monkeypatch.setattr("statusnote.plan.scalars.FORMATS", (0,))
    head_ = head(f"format: 1\n{PUBLISHED_PLAN}").replace("0.1.0", "0.0.9")
    assert verified() == (4, head_ + INTACT + OTHER_VERSION)
    Path("plan.yaml").write_text(PUBLISHED_PLAN)
    assert verified("plan.yaml") == (4, head_ + INTACT + OTHER_VERSION + OTHER_HASH)


def test_a_note_of_another_version_whose_data_were_changed(made: Made, verified: Verified) -> None:
    path = make_older(made())
    path.write_bytes(path.read_bytes().replace(hashed(PUBLISHED_PLAN).encode(), b"0" * 64))
    code, said = verified()
    assert (code, said.splitlines()[4:]) == (4, [CHANGED.format("initiatives.yaml").rstrip()])


def test_a_note_of_another_version_without_its_data(made: Made, verified: Verified) -> None:
    make_older(made("--no-source"))
    assert verified() == (4, OLDER + NO_DATA)
    said = OLDER + MADE_BY_OTHER_VERSION + SAME_TEXT + SAME_DATA
    assert verified("plan.yaml") == (5, said)
    Path("plan.yaml").write_text(LATER)
    assert verified("plan.yaml") == (4, OLDER + OTHER_HASH)


def make_older(path: Path) -> Path:
    path.write_bytes(path.read_bytes().replace(b"n>0.1.0</s", b"n>0.0.9</s"))
    return path


def test_a_note_with_other_templates(
    made: Made, verified: Verified, run: Callable[..., Any]
) -> None:
    Path("own").mkdir()
    Path("own/note.css").write_text("p { color: #111 }")
    made("--templates", "own")
    code, said = verified()
    assert (code, f"{said.splitlines()[-1]}\n") == (4, OTHER_TEMPLATES)
    code, said = verified("--templates", "own")
    assert (code, f"{said.splitlines()[-1]}\n") == (0, SAME_BYTES)
    assert run("verify", "note.pdf", "--templates", ".").code == 2
    Path("own/note.html.j2").write_text("{% if %}")
    code, said = verified("--templates", "own")
    assert (code, f"{said.splitlines()[-1]}\n") == (4, OTHER_TEMPLATES)


def test_templates_beside_the_data(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/note.css").write_text("p { color: #111 }")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/plan.yaml").write_text(PUBLISHED_PLAN)
    assert run("render", "data/plan.yaml", "--output", "note.pdf").code == 0
    assert run("verify", "note.pdf", "data/plan.yaml").code == 0
    assert run("verify", "note.pdf").code == 4


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"recompress_flate": True, "object_stream_mode": ObjectStreamMode.generate},
        {"object_stream_mode": ObjectStreamMode.disable},
        {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.generalized},
    ],
)
def test_a_note_that_another_program_has_saved(
    made: Made, verified: Verified, options: dict[str, Any]
) -> None:
    before = made().read_bytes()
    edit(Path("note.pdf"), lambda _: None, **options)
    assert Path("note.pdf").read_bytes() != before
    assert verified() == (0, head() + INTACT + SAME_OBJECTS)


@pytest.mark.parametrize("options", [{"linearize": True}, {"qdf": True}])
def test_a_note_that_is_saved_in_a_way_that_readers_may_take_for_another(
    made: Made, verified: Verified, options: dict[str, Any]
) -> None:
    edit(made(), lambda _: None, **options)
    assert verified() == (5, head() + INTACT + AMBIGUOUS)


@pytest.mark.parametrize(
    ("honest", "forged"),
    [
        (b"1 0 obj\n<< ", b"1 0 obj\n<< /Pages 1 0 R "),
        (b"1 0 obj\n<< ", b"1 0 obj\n<< /P#61ges 1 0 R "),
        (b"endobj\n2 0 obj", b"endobj\n% 2 0 obj\n2 0 obj"),
        (b"startxref\n", b"startxref\n%9\n"),
    ],
)
def test_a_note_that_readers_may_take_for_another_is_not_called_the_same(
    made: Made, verified: Verified, honest: bytes, forged: bytes
) -> None:
    path = made()
    edit(path, lambda _: None, object_stream_mode=ObjectStreamMode.disable)
    path.write_bytes(containers.put_right(path.read_bytes(), honest, forged))
    assert verified() == (5, head() + INTACT + AMBIGUOUS)


def _text_gone(opened: Any) -> None:
    content = opened.pages[0].Contents.read_bytes()
    start, end = content.rindex(b"BT"), content.rindex(b"ET") + 2
    opened.pages[0].Contents.write(content[:start] + content[end:])


def _one_more_page(opened: Any) -> None:
    opened.add_blank_page()


def _annotation(opened: Any) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([0, 0, 99, 99]), Contents="Afblæst"
    )
    opened.pages[0].Annots.append(opened.make_indirect(note))


def _target(opened: Any) -> None:
    opened.pages[0].Annots[0].A.URI = String("https://example.com")


def _cover(opened: Any) -> None:
    link = opened.pages[0].Annots[0]
    link.AP = Dictionary(N=opened.make_stream(b"1 g 0 0 999 999 re f"))


def _picture(opened: Any) -> None:
    cover = Dictionary(Cover=opened.make_stream(b"", Type=Name.XObject, Subtype=Name.Form))
    opened.pages[0].Resources.XObject = cover


def _crop(opened: Any) -> None:
    opened.pages[0].CropBox = Array([0, 0, 99, 99])


def _rotated(opened: Any) -> None:
    opened.Root.Pages.Rotate = 180


def _other_units(opened: Any) -> None:
    opened.pages[0].UserUnit = 9


def _layer(opened: Any) -> None:
    layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    opened.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def _script(opened: Any) -> None:
    opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _untagged(opened: Any) -> None:
    del opened.Root.StructTreeRoot


def _english(opened: Any) -> None:
    opened.Root.Lang = String("en")


def _bookmark(opened: Any) -> None:
    opened.Root.Outlines.First.Title = String("Afblæst")


def _renamed_file(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].UF = String("virus.exe")


def _title(opened: Any) -> None:
    opened.trailer.Info.Title = String("Afblæst")


def _title_in_metadata(opened: Any) -> None:
    metadata = opened.Root.Metadata.read_bytes()
    opened.Root.Metadata.write(metadata.replace(b"Status for", b"Afsked med"))


def _rectangle(opened: Any) -> None:
    contents = opened.pages[0].Contents
    contents.write(contents.read_bytes() + b" q 1 g 0 0 999 999 re f Q")


def _read_out_otherwise(opened: Any) -> None:
    _leaf(opened.Root.StructTreeRoot).ActualText = String("Afblæst")


def _spelt_out(opened: Any) -> None:
    _leaf(opened.Root.StructTreeRoot).E = String("Afblæst")


def _leaf(node: Any) -> Any:
    return node.K[0] if isinstance(node.K, Array) else node.K


def _other_glyphs(opened: Any) -> None:
    fonts = opened.pages[0].Resources.Font
    descendant = fonts[next(iter(fonts.keys()))].DescendantFonts[0]
    descendant.CIDToGIDMap = opened.make_stream(bytes(range(256)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_text_gone, OTHER_TEXT),
        (_one_more_page, OTHER_PAGES),
        (_annotation, OTHER_OBJECTS),
        (_target, OTHER_OBJECTS),
        (_cover, OTHER_OBJECTS),
        (_picture, OTHER_OBJECTS),
        (_crop, OTHER_OBJECTS),
        (_rotated, OTHER_OBJECTS),
        (_other_units, OTHER_OBJECTS),
        (_layer, OTHER_PARTS.format("OCProperties")),
        (_script, OTHER_PARTS.format("OpenAction")),
        (_untagged, OTHER_PARTS.format("StructTreeRoot")),
        (_english, OTHER_PARTS.format("Lang")),
        (_bookmark, OTHER_PARTS.format("Outlines")),
        (_renamed_file, OTHER_PARTS.format("AF, Names")),
        (_title, OTHER_PARTS.format("Title")),
        (_title_in_metadata, OTHER_PARTS.format("Title")),
    ],
)
def test_a_note_that_was_changed(
    made: Made, verified: Verified, change: Callable[[Any], None], said: str
) -> None:
    Path("plan.yaml").write_text(LINKED)
    edit(made(), change)
    assert verified() == (4, head(LINKED) + INTACT + said)


def _other_author(opened: Any) -> None:
    opened.trailer.Info.Author = String("Afblæst")


def _other_language_in_metadata(opened: Any) -> None:
    metadata = opened.Root.Metadata.read_bytes()
    opened.Root.Metadata.write(metadata.replace(b"<rdf:li>da<", b"<rdf:li>en<"))


def _links_exchanged(opened: Any) -> None:
    one, other = [link for link in opened.pages[0].Annots if "/A" in link]
    one.Rect, other.Rect = Array(list(other.Rect)), Array(list(one.Rect))


@pytest.mark.parametrize(
    "change",
    [
        _rectangle,
        _read_out_otherwise,
        _spelt_out,
        _other_glyphs,
        _other_author,
        _other_language_in_metadata,
        _links_exchanged,
    ],
)
def test_a_note_whose_look_was_changed_is_not_called_the_same(
    made: Made, verified: Verified, change: Callable[[Any], None]
) -> None:
    Path("plan.yaml").write_text(TWICE_LINKED)
    edit(made(), change)
    assert verified() == (5, head(TWICE_LINKED) + INTACT + SAME_TEXT)


LINKED = PUBLISHED_PLAN.replace("om {antal}", "om [{antal}](https://example.org)")
TWICE_LINKED = PUBLISHED_PLAN.replace(
    "om {antal}", "[om](https://example.com) [{antal}](https://example.org)"
)


def _data(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.write(LATER.encode())


def _data_and_checksum(opened: Any) -> None:
    opened.attachments["initiatives.yaml"] = LATER.encode()


def _no_plan(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.write(b"a: b")


@pytest.mark.parametrize("change", [_data, _data_and_checksum, _no_plan])
def test_a_note_whose_data_were_changed_is_not_made_anew(
    made: Made, verified: Verified, change: Callable[[Any], None]
) -> None:
    edit(made(), change)
    expected = (4, head() + CHANGED.format("initiatives.yaml"))
    assert verified() == verified("plan.yaml") == expected


def _one_more_file(opened: Any) -> None:
    opened.attachments["\x1b[31mbilag 1.pdf\n✓  \u202eå"] = b"%PDF-"


def _twice(opened: Any) -> None:
    tree = opened.Root.Names.EmbeddedFiles
    other = AttachedFileSpec(opened, b"title: T", filename="initiatives.yaml").obj
    opened.Root.Names.EmbeddedFiles = Dictionary(
        Kids=Array([tree, Dictionary(Names=Array([String("initiatives.yaml"), other]))])
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            _one_more_file,
            OTHER_FILES.format(r"\u001b\u005b31mbilag 1.pdf\u000a\u2713\u0020\u0020\u202eå"),
        ),
        (_twice, OTHER_FILES.format("initiatives.yaml")),
    ],
)
def test_a_note_with_other_files(
    made: Made, verified: Verified, change: Callable[[Any], None], said: str
) -> None:
    edit(made(), change)
    assert verified() == (4, head() + said)


def _figures(opened: Any) -> None:
    opened.attachments["note.json"] = b"{}"


def _without_figures(opened: Any) -> None:
    del opened.attachments["note.json"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_figures, INTACT + OTHER_PARTS.format("AF, Names") + OTHER_FIGURES),
        (_without_figures, CHANGED.format("note.json")),
    ],
)
def test_a_note_whose_figures_were_changed(
    made: Made, verified: Verified, change: Callable[[Any], None], said: str
) -> None:
    edit(made(), change)
    assert verified() == (4, head() + said)


def test_a_hash_that_was_changed(made: Made, verified: Verified) -> None:
    path = made()
    path.write_bytes(path.read_bytes().replace(hashed(PUBLISHED_PLAN).encode(), b"0" * 64))
    code, said = verified()
    assert (code, said.splitlines()[4]) == (4, CHANGED.format("initiatives.yaml").rstrip())


@pytest.mark.parametrize(
    "wrong", [Encryption(owner="a"), Encryption(owner="a", R=3, aes=False, metadata=False)]
)
def test_an_encrypted_note_is_a_problem(
    made: Made, run: Callable[..., Any], wrong: Encryption
) -> None:
    edit(made(), lambda _: None, encryption=wrong)
    done = run("verify", "note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("note.pdf: fejl E804: ")


def _ring(opened: Any) -> None:
    opened.Root.Pages.Parent = opened.Root.Pages


def test_pages_that_hang_on_themselves_are_a_problem(made: Made, run: Callable[..., Any]) -> None:
    edit(made(), _ring)
    assert "E803" in run("verify", "note.pdf").err


def test_what_has_no_end_is_a_problem(
    made: Made, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(made(), lambda _: None)
    monkeypatch.setattr(pdf_compare, "MOST_COMPARED", 99)
    assert "E803" in run("verify", "note.pdf").err


def test_what_takes_too_long_is_ended_and_said(
    made: Made, verified: Verified, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    monkeypatch.setattr(verifying, "LIMITS", Limits(seconds=-1))
    # Where the clock chose the moment, it could be in the tool that counts the lines that are run.
    monkeypatch.setattr("statusnote.bounds.TICK", 1000)
    monkeypatch.setattr(pdf, "render", lambda *_: signal.raise_signal(signal.SIGPROF))
    assert verified("plan.yaml") == (4, head() + INTACT + EXHAUSTED)


def test_lines_end_where_the_terminal_does(made: Made, run: Callable[..., Any]) -> None:
    made()
    assert run("verify", "note.pdf").out == (
        head() + "✓ De vedhæftede data er dem, notatet blev dannet af.\n"
        "✓ Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det\n"
        "  samme, byte for byte.\n"
    )


def _with_bomb(opened: Any) -> None:
    opened.pages[0].Contents.write(b"q Q " * 5_000_000)


def test_pages_that_unpack_without_end_are_a_problem(made: Made, run: Callable[..., Any]) -> None:
    edit(made(), _with_bomb)
    done = run("verify", "note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("note.pdf: fejl E803: Notatet kan ikke læses.")


def test_what_is_no_note_is_a_problem(run: Callable[..., Any], write: Callable[..., Path]) -> None:
    done = run("verify", write(name="note.pdf"))
    assert (done.code, done.out) == (1, "")
    assert "E801: Filen er hverken en PDF eller en webside." in done.err


def test_standard_input_is_one_of_the_two(run: Callable[..., Any]) -> None:
    assert run("verify", "-", "-").code == 2


def test_a_draft_is_told_by_its_stamp() -> None:
    assert verification.A_DRAFT.danish.startswith(f"{DRAFT}!")


def test_the_real_note(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    commands.render_note(str(REAL), commands.Wanted([FORMS["pdf"]]), str(path))
    edit(path, lambda _: None)
    results = commands.verify(str(path), None, None).results
    assert [result.outcome for result in results] == [Outcome.INTACT, Outcome.SAME_OBJECTS]
    assert worded(commands.verify(str(path), None, None), Language.DANISH, 80)


def test_the_real_note_where_lines_end_elsewhere(tmp_path: Path) -> None:
    """As with other libraries of the system, here by a style sheet that isn't told of."""
    style = (packaged_folder() / "note.css").read_text()
    (tmp_path / "note.css").write_text(f"{style} p {{ letter-spacing: .002pt }}")
    path = tmp_path / "note.pdf"
    commands.render_note(str(REAL), commands.Wanted([FORMS["pdf"]], tmp_path), str(path))
    own, ours = (
        Templates.found(each).hash_of(FORMS["pdf"].templates).encode() for each in (tmp_path, None)
    )
    path.write_bytes(path.read_bytes().replace(own, ours))
    results = commands.verify(str(path), None, None).results
    assert [result.outcome for result in results] == [Outcome.INTACT, Outcome.SAME_TEXT]
