"""What a note as PDF carries is given back, and nothing that is forged or made to take long."""

import codecs
import io
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Encryption, Pdf
from support import hostile_pdfs
from support.project import REAL, ROOT, SMALL_PLAN
from support.shown import shown

from statusnote.changes.whats_new import note_on
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.render.forms import FORMS, Sources
from statusnote.render.record import Record
from statusnote.render.templates import Templates
from statusnote.verify import attachments, pdf_attachments
from statusnote.verify.carried import Attachments

NO_NOTE = (
    "note.pdf: fejl E802: Filen er ikke et notat fra statusnote, eller den er gemt på ny af et "
    "program, der har fjernet, hvad den var dannet af.\n"
    "    Angiv notatet, som statusnote dannede det."
)
UNREADABLE = (
    "note.pdf: fejl E803: Notatet kan ikke læses. Det er beskadiget eller ikke helt, eller det "
    "indeholder mere, end et notat gør.\n"
    "    Hent det igen fra den, der dannede det."
)
WITHOUT_DATA = (
    "note.pdf: fejl E805: Notatet har ikke de data med, som det er dannet af.\n"
    "    Brug den datafil, som notatet er dannet af, eller et notat, der er dannet med "
    "--source eller publish_source."
)
ENCRYPTED = (
    "note.pdf: fejl E804: PDF-filen er beskyttet med en adgangskode.\n"
    "    Angiv notatet, som statusnote dannede det, uden adgangskode."
)
CHANGED = (
    "note.pdf: fejl E806: De data, som notatet har med, er ændret, siden det blev dannet.\n"
    "    Brug dem ikke. Hent notatet igen fra den, der dannede det."
)


def made(data: bytes = SMALL_PLAN.encode(), *, attached: bool = True) -> bytes:
    note = note_on(loading.read(SMALL_PLAN, "plan.yaml").plan, None, draft=False)
    return FORMS["pdf"].render(note, Templates.found(None), Sources(data, attached=attached))


@pytest.fixture(scope="module")
def note() -> bytes:
    return made()


def edited(content: bytes, edit: Callable[[Any], object], **options: Any) -> bytes:
    """The PDF *content*, saved anew after an *edit*."""
    saved = io.BytesIO()
    with Pdf.open(io.BytesIO(content)) as opened:
        edit(opened)
        opened.save(saved, **options)
    return saved.getvalue()


def problem_of(content: bytes) -> str:
    with pytest.raises(ProblemsFound) as found:
        attachments.data_in(content, "note.pdf")
    (problem,) = found.value.problems
    return shown(problem)


@pytest.mark.parametrize(
    "data",
    [
        REAL.read_bytes(),
        codecs.BOM_UTF8 + SMALL_PLAN.encode(),
        SMALL_PLAN.replace("\n", "\r\n").encode(),
        f"# En bemærkning\n{SMALL_PLAN}# og en til".encode(),
    ],
    ids=["real", "mark", "windows", "remarks"],
)
def test_the_data_come_back_byte_for_byte(
    run: Callable[..., Any], tmp_path: Path, data: bytes
) -> None:
    plan, note, back = (tmp_path / name for name in ("plan.yaml", "note.pdf", "back.yaml"))
    plan.write_bytes(data)
    assert run("render", plan, "--source", "--output", note).code == 0
    done = run("extract", note, "--output", back)
    assert (done.code, done.out, done.err) == (0, f"{back}\n", "")
    assert back.read_bytes() == data


def test_the_data_of_a_long_note_come_back_without_unpacking_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = REAL.read_bytes()
    plan = loading.read(data.decode(), "plan.yaml").plan
    made_of_real = FORMS["pdf"].render(
        note_on(plan, None, draft=False), Templates.found(None), Sources(data)
    )
    monkeypatch.setattr(pdf_attachments, "MOST_UNPACKED", 10_000)
    assert attachments.data_in(made_of_real, "note.pdf") == data


def test_they_go_to_standard_output(run: Callable[..., Any], tmp_path: Path, note: bytes) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(note)
    done = run("extract", path)
    assert (done.code, done.out, done.err) == (0, SMALL_PLAN, "")
    assert run("extract", "-", stdin=note).out == SMALL_PLAN


def test_they_are_not_written_over_the_note(
    run: Callable[..., Any], tmp_path: Path, note: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.pdf").write_bytes(note)
    done = run("extract", "note.pdf", "--output", "./note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "./note.pdf: fejl E604: Data ville overskrive note.pdf, som de hentes fra.\n"
        "    Angiv en anden fil efter --output.\n"
        "1 fejl.\n"
    )
    assert Path("note.pdf").read_bytes() == note


def test_what_is_no_pdf() -> None:
    expected = (
        "note.pdf: fejl E801: Filen er hverken en PDF eller en webside.\n"
        "    Angiv notatet som PDF eller webside."
    )
    assert problem_of(b"") == problem_of(b"title: T") == expected


def test_a_pdf_that_is_no_note() -> None:
    opened, saved = Pdf.new(), io.BytesIO()
    opened.add_blank_page()
    opened.save(saved)
    assert problem_of(saved.getvalue()) == NO_NOTE


@pytest.mark.parametrize(
    ("old", "new"), [(b"/ns/note/1#", b"/ns/note/2#"), (b"e>final</s", b"e>maybe</s")]
)
def test_a_note_that_is_not_of_ours(note: bytes, old: bytes, new: bytes) -> None:
    assert problem_of(note.replace(old, new)) == NO_NOTE


@pytest.mark.parametrize(
    ("name", "forged"),
    [
        (b"version", b"9.9" + b" " * 60 + "✓ Notatet viser, hvad dets data siger.".encode()),
        (b"version", b"9.9\n"),
        (b"version", b"1." * 21),
        (b"version", b""),
        (b"templates", b"a" * 63),
        (b"templates", b"A" * 64),
        (b"data", b"a" * 63 + b"g"),
        (b"before", b"\n"),
    ],
)
def test_a_record_that_no_note_of_ours_has(note: bytes, name: bytes, forged: bytes) -> None:
    """It is printed, and so it could write what looks like an answer."""

    def forge(opened: Any) -> None:
        end = b"</rdf:Description>"
        said = re.sub(b"<statusnote:%s>.*\n" % name, b"", opened.Root.Metadata.read_bytes())
        said = said.replace(end, b"<statusnote:%s>%s</statusnote:%s>%s" % (name, forged, name, end))
        opened.Root.Metadata.write(said)

    assert problem_of(edited(note, forge)) == NO_NOTE


def test_a_note_without_its_data() -> None:
    assert problem_of(made(attached=False)) == WITHOUT_DATA


def test_a_note_without_any_attachment(note: bytes) -> None:
    def without(opened: Any) -> None:
        del opened.Root.Names.EmbeddedFiles

    assert problem_of(edited(note, without)) == WITHOUT_DATA


@pytest.mark.parametrize(
    "encryption",
    [
        Encryption(owner="a", user="b"),
        Encryption(owner="a", user=""),
        Encryption(owner="", user="", R=4),
        Encryption(owner="a", user="", R=4, aes=False, metadata=False),
        Encryption(owner="a", user="", R=2, aes=False, metadata=False),
    ],
)
def test_an_encrypted_note(note: bytes, encryption: Encryption) -> None:
    assert problem_of(edited(note, lambda _: None, encryption=encryption)) == ENCRYPTED


def test_a_note_that_is_encrypted_for_certain_people(note: bytes) -> None:
    locked = edited(note, lambda _: None, encryption=Encryption(owner="a", user=""))
    locked = locked.replace(b"/Filter /Standard", b"/Filter /AdobePKI")
    assert problem_of(locked) == ENCRYPTED


def test_a_note_that_another_program_has_saved(note: bytes) -> None:
    again = edited(note, lambda _: None)
    assert again != note
    assert attachments.data_in(again, "note.pdf") == SMALL_PLAN.encode()
    assert attachments.read(again, "note.pdf") == attachments.read(note, "note.pdf")


def test_a_record_may_be_written_as_attributes() -> None:
    one, two = "1" * 64, "2" * 64
    words = f'n:state="draft" n:version="1" n:templates="{one}" n:data="{two}"'
    xmp = f'<a xmlns:n="https://statusnote.invalid/ns/note/1#"><b {words}/></a>'
    content = hostile_pdfs.changed(_4=hostile_pdfs.stream(xmp.encode()))
    assert attachments.read(content, "note.pdf") == Attachments(
        Record("draft", "1", one, two), {"initiatives.yaml": b"title: T"}, ("initiatives.yaml",)
    )


def _with_size(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.Params.Size = 3


def _with_checksum(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.Params.CheckSum = b"0" * 16


def _with_other_data(opened: Any) -> None:
    opened.Root.Names.EmbeddedFiles.Names[1].EF.F.write(b"title: T")


def _with_other_data_and_their_checksum(opened: Any) -> None:
    attachments = opened.attachments
    attachments["initiatives.yaml"] = b"title: T"


@pytest.mark.parametrize(
    "edit", [_with_size, _with_checksum, _with_other_data, _with_other_data_and_their_checksum]
)
def test_data_that_were_changed(note: bytes, edit: Callable[[Any], None]) -> None:
    assert problem_of(edited(note, edit)) == CHANGED


def test_data_with_another_hash_in_the_record(note: bytes) -> None:
    place = note.index(b"<statusnote:data>") + 17
    assert problem_of(note[:place] + b"00" + note[place + 2 :]) == CHANGED


@cache
def _limit() -> float:
    """How long no PDF may take: 2 seconds, or more where the machine is slow at counting, too."""
    began = time.process_time()
    sum(range(1_000_000))
    return max(2, 50 * (time.process_time() - began))


@pytest.mark.parametrize("name", hostile_pdfs.CASES)
def test_what_is_made_to_take_long(name: str) -> None:
    content = hostile_pdfs.CASES[name]()
    began = time.process_time()
    assert problem_of(content) in (UNREADABLE, WITHOUT_DATA, CHANGED)
    assert time.process_time() - began < _limit()


@pytest.mark.skipif(not Path("/proc").exists(), reason="memory is counted as Linux counts it")
@pytest.mark.parametrize("name", hostile_pdfs.LARGE)
def test_what_is_made_to_take_much_memory(name: str) -> None:
    command = [sys.executable, "-c", READ_ONE, name]
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, check=True)
    assert int(done.stdout) < 300 * 2**10


# One of them; then the most memory that it took, in KB.
READ_ONE = """
import re, sys
from pathlib import Path
from support.hostile_pdfs import CASES
from statusnote.verify import attachments
from statusnote.diagnostics import problem
try:
    attachments.data_in(CASES[sys.argv[1]](), "note.pdf")
except problem.ProblemsFound:
    print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.parametrize(
    "code",
    [
        "import statusnote.verify.attachments",
        "import statusnote.verify.verdict",
        "from statusnote import commands; commands.extract('note.pdf', 'plan.yaml')",
    ],
)
def test_a_note_is_read_without_what_writes_one(tmp_path: Path, note: bytes, code: str) -> None:
    (tmp_path / "note.pdf").write_bytes(note)
    code += "; import sys; print({'jinja2', 'pydyf', 'weasyprint'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


def test_mutants(note: bytes) -> None:
    chance = random.Random(1)
    for _ in range(1000):
        content = _mutant(note, chance)
        began = time.process_time()
        with suppress(ProblemsFound):
            assert attachments.data_in(content, "note.pdf") == SMALL_PLAN.encode()
        assert time.process_time() - began < _limit()


def _mutant(content: bytes, chance: random.Random) -> bytes:
    """*content* with some bytes changed, a part left out or doubled, or a number changed."""
    found = bytearray(content)
    start = chance.randrange(len(found))
    match chance.randrange(4):
        case 0:
            for _ in range(chance.randrange(1, 20)):
                found[chance.randrange(len(found))] = chance.randrange(256)
        case 1:
            del found[start : start + chance.randrange(1, 200)]
        case 2:
            found[start:start] = found[start : start + chance.randrange(1, 200)]
        case _:
            digits = [i for i, byte in enumerate(found) if 0x30 <= byte <= 0x39]
            found[chance.choice(digits)] = chance.choice(b"0123456789")
    return bytes(found)
