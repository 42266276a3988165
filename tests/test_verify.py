"""What is said of a note as PDF: the state it claims, and whether it shows what its data say."""

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SMALL_PLAN
from pikepdf import Array, Dictionary, Name, Pdf

from statusnote import commands, loading, making, verification
from statusnote.catalogue import Language
from statusnote.render import Form
from statusnote.render.record import record_of
from statusnote.render.templates import Templates
from statusnote.verification import WORDS, Said

LATER = SMALL_PLAN.replace("gennemført", "igangværende")
INTACT = "✓ Det, notatet har med, er uændret, siden det blev dannet.\n"
CHANGED = "✗ Det, notatet har med, er ændret, siden det blev dannet: {}.\n"
SAME_BYTES = (
    "✓ Notatet viser, hvad dets data siger: Dannet på ny er det det samme, byte for byte.\n"
)
SAME_TEXT = (
    "✓ Teksten er den, dets data giver, side for side. Filen er ikke den samme byte for byte; er "
    "udseendet ændret, er det ikke set her.\n"
)
OTHER_TEXT = "✗ Notatet viser ikke, hvad dets data siger: Teksten på side 1 er en anden.\n"
OTHER_PAGES = "✗ Notatet viser ikke, hvad dets data siger: Det har 2 sider, og dets data giver 1.\n"
OTHER_OBJECTS = (
    "✗ Notatet viser ikke, hvad dets data siger: På side 1 er links, bemærkninger eller billeder "
    "kommet til eller fjernet.\n"
)
OTHER_FIGURES = "✗ note.json i notatet siger ikke det, dets data siger.\n"
NO_DATA = "✗ Notatet har ikke sine data med. Angiv den datafil, det er dannet af, efter notatet.\n"


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def head(data: str = SMALL_PLAN, before: str = "", *, draft: bool = False) -> str:
    """What comes first: what the note says of itself."""
    ours = record_of(NOTE, Templates.found(None), None).templates
    state = "UDKAST! Det er ikke det endelige notat." if draft else "Endeligt notat."
    lines = [state, "dannet af: statusnote 0.1.0", f"skabeloner: {ours}", f"data: {hashed(data)}"]
    lines += [f"tidligere data: {hashed(before)}"] if before else []
    return "".join(f"{line}\n" for line in lines)


NOTE = making.note_on(loading.read(SMALL_PLAN, "plan.yaml").plan, None, draft=False)


@pytest.fixture
def made(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """Render `plan.yaml` in the current folder as `note.pdf`."""
    monkeypatch.chdir(write().parent)

    def render(*options: str) -> Path:
        assert run("render", "plan.yaml", "--output", "note.pdf", *options).code == 0
        return Path("note.pdf")

    return render


@pytest.fixture
def verified(run: Callable[..., Any]) -> Callable[..., tuple[int, str]]:
    """What is said of `note.pdf`, and the exit code."""

    def verify(*arguments: str) -> tuple[int, str]:
        done = run("verify", "note.pdf", *arguments)
        assert done.err == ""
        return done.code, done.out

    return verify


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Forge the note at *path*."""
    saved = io.BytesIO()
    with Pdf.open(path) as opened:
        change(opened)
        opened.save(saved)
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
        f"data: {hashed(SMALL_PLAN)}",
        "✓ The note's data are plan.yaml, byte for byte.",
    ]


def test_a_draft_is_called_a_draft(made: Made, verified: Verified) -> None:
    made("--draft")
    assert verified() == (0, head(draft=True) + INTACT + SAME_BYTES)


def test_a_draft_that_says_it_is_final(made: Made, verified: Verified) -> None:
    path = made("--draft")
    path.write_bytes(path.read_bytes().replace(b"e>draft</s", b"e>final</s"))
    assert verified() == (1, head() + INTACT + OTHER_TEXT + OTHER_FIGURES)


def test_a_note_that_says_what_has_changed(made: Made, verified: Verified) -> None:
    Path("before.yaml").write_text(LATER)
    made("--since", "before.yaml")
    assert verified() == (0, head(before=LATER) + INTACT + SAME_BYTES)


def test_a_note_since_a_note(made: Made, verified: Verified, run: Callable[..., Any]) -> None:
    made().rename("before.pdf")
    Path("plan.yaml").write_text(LATER)
    made("--since", "before.pdf")
    assert verified() == (0, head(LATER, before=SMALL_PLAN) + INTACT + SAME_BYTES)
    assert "Status: gennemført → igangværende" in run("diff", "before.pdf", "note.pdf").out


def test_the_data_that_it_is_to_be_made_of(made: Made, verified: Verified) -> None:
    made()
    said = head() + INTACT + SAME_BYTES
    assert verified("plan.yaml") == (0, f"{said}✓ Notatets data er plan.yaml, byte for byte.\n")
    Path("other.yaml").write_text(f"{SMALL_PLAN}# En bemærkning\n")
    assert verified("other.yaml") == (
        1,
        f"{said}✗ Notatets data er ikke other.yaml byte for byte, men siger det samme.\n",
    )
    Path("other.yaml").write_text(LATER)
    assert verified("other.yaml") == (
        1,
        f"{said}✗ Notatets data siger ikke det samme som other.yaml. Se forskellen med "
        "»statusnote diff note.pdf other.yaml«.\n",
    )


def test_a_note_without_its_data(made: Made, verified: Verified) -> None:
    made("--no-source")
    assert verified() == (1, head() + INTACT + NO_DATA)
    assert verified("plan.yaml") == (
        0,
        f"{head()}{INTACT}{SAME_BYTES}✓ Notatets data er plan.yaml, byte for byte.\n",
    )
    Path("plan.yaml").write_text(LATER)
    assert verified("plan.yaml") == (
        1,
        f"{head()}{INTACT}{NO_DATA}✗ Notatet er ikke dannet af plan.yaml, som filen er nu.\n",
    )


def test_a_note_without_its_data_and_the_ones_before(made: Made, verified: Verified) -> None:
    Path("before.yaml").write_text(LATER)
    made("--no-source", "--since", "before.yaml")
    assert verified("plan.yaml") == (
        1,
        f"{head(before=LATER)}{INTACT}"
        "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det har ikke de tidligere "
        "data med, som det er sammenlignet med.\n"
        "✓ Notatets data er plan.yaml, byte for byte.\n",
    )


def test_a_note_of_another_version(made: Made, verified: Verified) -> None:
    path = made()
    path.write_bytes(path.read_bytes().replace(b"n>0.1.0</s", b"n>0.0.9</s"))
    assert verified() == (
        1,
        f"{head().replace('0.1.0', '0.0.9')}{INTACT}"
        "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet af statusnote "
        "0.0.9, og dette er 0.1.0.\n",
    )


def test_a_note_with_other_templates(
    made: Made, verified: Verified, run: Callable[..., Any]
) -> None:
    Path("own").mkdir()
    Path("own/note.css").write_text("p { color: #111 }")
    made("--templates", "own")
    code, said = verified()
    assert (code, said.splitlines()[-1]) == (
        1,
        "✗ Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet med andre "
        "skabeloner. Angiv deres mappe efter --templates.",
    )
    code, said = verified("--templates", "own")
    assert (code, f"{said.splitlines()[-1]}\n") == (0, SAME_BYTES)
    assert run("verify", "note.pdf", "--templates", ".").code == 2


def test_a_note_that_another_program_has_saved(made: Made, verified: Verified) -> None:
    edit(made(), lambda _: None)
    assert verified() == (0, head() + INTACT + SAME_TEXT)


def _with_text(opened: Any) -> None:
    page = opened.pages[0]
    content = page.Contents.read_bytes()
    page.Contents.write(content[: content.rindex(b"BT")] + content[content.rindex(b"ET") + 2 :])


def _with_page(opened: Any) -> None:
    opened.add_blank_page()


def _with_annotation(opened: Any) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([0, 0, 99, 99]), Contents="Afblæst"
    )
    opened.pages[0].Annots = opened.make_indirect(Array([note]))


def _with_picture(opened: Any) -> None:
    cover = Dictionary(Cover=opened.make_stream(b"", Type=Name.XObject, Subtype=Name.Form))
    opened.pages[0].Resources.XObject = cover


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_with_text, OTHER_TEXT),
        (_with_page, OTHER_PAGES),
        (_with_annotation, OTHER_OBJECTS),
        (_with_picture, OTHER_OBJECTS),
    ],
)
def test_a_note_whose_pages_were_changed(
    made: Made, verified: Verified, change: Callable[[Any], None], said: str
) -> None:
    edit(made(), change)
    assert verified() == (1, head() + INTACT + said)


def _with_data(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.write(LATER.encode())


def _with_data_and_checksum(opened: Any) -> None:
    attachments = opened.attachments
    attachments["initiatives.yaml"] = LATER.encode()


@pytest.mark.parametrize("change", [_with_data, _with_data_and_checksum])
def test_a_note_whose_data_were_changed(
    made: Made, verified: Verified, change: Callable[[Any], None]
) -> None:
    edit(made(), change)
    said = f"{head()}{CHANGED.format('initiatives.yaml')}{OTHER_TEXT}{OTHER_FIGURES}"
    assert verified() == (1, said)
    assert verified("plan.yaml") == (
        1,
        f"{said}✗ Notatets data siger ikke det samme som plan.yaml. Se forskellen med "
        "»statusnote diff note.pdf plan.yaml«.\n",
    )


def _with_figures(opened: Any) -> None:
    attachments = opened.attachments
    attachments["note.json"] = b"{}"


def _without_figures(opened: Any) -> None:
    attachments = opened.attachments
    del attachments["note.json"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_with_figures, INTACT + SAME_TEXT + OTHER_FIGURES),
        (_without_figures, CHANGED.format("note.json") + SAME_TEXT),
    ],
)
def test_a_note_whose_figures_were_changed(
    made: Made, verified: Verified, change: Callable[[Any], None], said: str
) -> None:
    edit(made(), change)
    assert verified() == (1, head() + said)


def test_a_hash_that_was_changed(made: Made, verified: Verified) -> None:
    path = made()
    path.write_bytes(path.read_bytes().replace(hashed(SMALL_PLAN).encode(), b"0" * 64))
    code, said = verified()
    assert (code, said.splitlines()[4]) == (1, CHANGED.format("initiatives.yaml").rstrip())


def test_data_that_are_no_plan_are_a_problem(made: Made, run: Callable[..., Any]) -> None:
    def broken(opened: Any) -> None:
        opened.Root.Names.EmbeddedFiles.Names[1].EF.F.write(b"a: b")

    edit(made(), broken)
    done = run("verify", "note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("note.pdf:initiatives.yaml:1:1: fejl E3")


def _with_bomb(opened: Any) -> None:
    opened.pages[0].Contents.write(b"q Q " * 5_000_000)


def test_pages_that_unpack_without_end_are_a_problem(made: Made, run: Callable[..., Any]) -> None:
    edit(made(), _with_bomb)
    done = run("verify", "note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("note.pdf: fejl E803: PDF-filen kan ikke læses.")


def test_what_is_no_note_is_a_problem(run: Callable[..., Any], write: Callable[..., Path]) -> None:
    done = run("verify", write(name="note.pdf"))
    assert (done.code, done.out) == (1, "")
    assert "E801: Filen er ikke en PDF." in done.err


def test_standard_input_is_one_of_the_two(run: Callable[..., Any]) -> None:
    assert run("verify", "-", "-").code == 2


def test_everything_is_worded_in_both_languages() -> None:
    assert set(WORDS) == set(Said)
    assert all(set(words) == set(Language) for words in WORDS.values())


def test_the_real_note(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    commands.render_note(str(ROOT / "data/initiatives.yaml"), [Form.PDF], str(path), None)
    edit(path, lambda _: None)
    found = commands.verify(str(path), None, None).findings
    assert [finding.said for finding in found] == [Said.INTACT, Said.SAME_TEXT]
    assert verification.worded(commands.verify(str(path), None, None), Language.DANISH)
