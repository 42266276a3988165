"""What `statusnote doctor` says of the machine that it runs on."""

import platform
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.project import PUBLISHED_PLAN, SMALL_PLAN
from support.result import Result

from statusnote import doctor, revisions
from statusnote.diagnostics.messages.doctor import DISPENSABLE, FINE, Condition
from statusnote.diagnostics.messages.reasons import Cure
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.doctor import Diagnosis, Terminal
from statusnote.render import pdf
from statusnote.render.pdf import weasyprint_internals
from statusnote.render.pdf.weasyprint_internals import Libraries
from statusnote.render.templates import Templates

WIDE = Terminal(80, "utf-8")
OURS = Templates.found(None)


@pytest.fixture(autouse=True)
def _a_complete_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One on which all is as it should be, whatever this one is like."""
    monkeypatch.setattr(pdf, "libraries", lambda: Libraries("1.50.12", has_subset=True))
    monkeypatch.setattr(revisions, "version_of_git", lambda: "git version 2.39.5")
    monkeypatch.setattr(platform, "python_version", lambda: "3.11.2")
    monkeypatch.chdir(tmp_path)


def signs(diagnoses: Iterator[Diagnosis]) -> dict[Condition, str]:
    return {diagnosis.condition: diagnosis.condition.sign for diagnosis in diagnoses}


ALL_FINE = """\
✓ Python 3.11.2
✓ Pango 1.50.12
✓ harfbuzz-subset
✓ git version 2.39.5
✓ Skabelonerne er statusnotes egne.
✓ 80 kolonner, utf-8
"""


def test_all_is_told_where_all_is_as_it_should_be(run: Callable[..., Result]) -> None:
    assert run("doctor") == Result(0, ALL_FINE, "")


def test_what_is_needed_and_missing_fails(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Libraries:
        raise ProblemsFound(
            [
                problem(
                    "E602",
                    "statusnote.pdf",
                    detail="cannot load 'pango'",
                    cure=Cure.PANGO_ON_WINDOWS,
                )
            ]
        )

    monkeypatch.setattr(pdf, "libraries", missing)
    Path("note.pdf").write_bytes(b"%PDF-")  # which can't be judged without it
    done = run("doctor", "note.pdf")
    assert (done.code, done.err) == (1, "")
    assert " ".join(done.out.split()) == (
        "✓ Python 3.11.2 "
        "✗ Pango mangler, så notatet kan ikke dannes som PDF: cannot load 'pango'. "
        "Installér MSYS2 i C:\\msys64, og skriv »pacman -S mingw-w64-ucrt-x86_64-pango« i dets "
        "terminal. De andre former kan dannes uden. "
        "✓ git version 2.39.5 ✓ Skabelonerne er statusnotes egne. ✓ 80 kolonner, utf-8"
    )


def test_what_can_be_done_without_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "libraries", lambda: Libraries("1.50.12", has_subset=False))
    monkeypatch.setattr(revisions, "version_of_git", lambda: "")
    narrow = signs(doctor.examine(OURS, Terminal(59, "utf-8"), None))
    assert {condition for condition, sign in narrow.items() if sign == DISPENSABLE} == {
        *(Condition.NO_HARFBUZZ_SUBSET, Condition.NO_GIT, Condition.NARROW)
    }
    assert Condition.WITHOUT_SIGNS in signs(doctor.examine(OURS, Terminal(80, "cp1252"), None))
    for condition in Condition:
        assert (condition.cure is None) == (condition.sign == FINE)


def test_templates_of_ones_own_are_named(run: Callable[..., Result]) -> None:
    for folder in ("data", "templates"):
        Path(folder).mkdir()
    Path("templates/note.css").write_text("p { color: red }")
    told = " ".join(run("doctor").out.split())
    assert f" ✓ Egne skabeloner: {Path('templates/note.css').absolute()} ✓" in told


def test_a_note_is_to_be_the_same_here(
    run: Callable[..., Result], write: Callable[..., Path]
) -> None:
    plan, note = write(PUBLISHED_PLAN), Path("build/statusnote.pdf")
    assert run("render", plan, "--output", note).code == 0
    assert run("doctor").out == (
        f"{ALL_FINE}✓ build/statusnote.pdf bliver det samme her, byte for byte.\n"
    )
    note.write_bytes(note.read_bytes() + b"\n")
    assert run("doctor", note).out.endswith(
        "~ build/statusnote.pdf bliver ikke det samme her, byte for byte. »statusnote\n"
        "  verify build/statusnote.pdf« siger, om det er i orden.\n"
    )
    assert run("doctor", plan).code == 1


def test_a_note_that_does_not_carry_its_data_is_made_of_those_here(
    run: Callable[..., Result], write: Callable[..., Path]
) -> None:
    note, data = Path("build/statusnote.pdf"), Path("data/initiatives.yaml")
    assert run("render", write(), "--no-source", "--output", note).code == 0
    assert run("doctor").out.endswith(
        "~ build/statusnote.pdf bliver ikke det samme her, byte for byte. »statusnote\n"
        "  verify build/statusnote.pdf« siger, om det er i orden.\n"
    )
    data.parent.mkdir()
    data.write_text(SMALL_PLAN)
    assert run("doctor").out.endswith(
        "✓ build/statusnote.pdf bliver det samme her, byte for byte.\n"
    )
    data.write_text(f"{SMALL_PLAN}# En bemærkning\n")
    assert run("doctor").out.endswith(
        "~ build/statusnote.pdf bliver ikke det samme her, byte for byte. »statusnote\n"
        "  verify build/statusnote.pdf data/initiatives.yaml« siger, om det er i orden.\n"
    )


def test_the_libraries_are_those_that_weasyprint_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    libraries = pdf.libraries()
    assert libraries == weasyprint_internals.libraries()
    assert [number.isdigit() for number in libraries.pango.split(".")] == [True] * 3
    assert revisions.version_of_git().startswith("git version ")
