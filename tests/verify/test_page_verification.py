"""A note as web page gives its data back, and is judged against them."""

import base64
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from support.project import PUBLISHED_PLAN
from support.repository import Repository

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.render.record import in_policy
from statusnote.verify import attachments, page_attachments

EARLIER = PUBLISHED_PLAN.replace("gennemført", "igangværende")
INTACT = "✓ De vedhæftede data er dem, notatet blev dannet af."
SAME = (
    "✓ Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det samme, byte for "
    "byte."
)
IN_ALL_PARTS = (
    "✓ Notatet viser, hvad dets data siger: Dannet igen bliver det det samme i alle dele. Et andet "
    "program har gemt filen."
)
SAME_WORDS = (
    "~ Teksten er den, dets data giver. Resten af siden er en anden og er ikke sammenlignet: "
    "Udseendet, hvad der er dækket til, hvor links fører hen, og hvad der læses op, kan være "
    "ændret."
)
OTHER = "✗ Notatet viser ikke, hvad dets data siger: "
SAME_DATA = "✓ Notatets data er plan.yaml, byte for byte."
NO_NOTE = "E802: Filen er ikke et notat fra statusnote"
UNREADABLE = "E803: Notatet kan ikke læses."

Made = Callable[..., str]
Judged = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def made(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Made:
    """Render `plan.yaml` in the current folder as `note.html`, and give back its text."""
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.chdir(write(PUBLISHED_PLAN).parent)
    Path("before.yaml").write_text(EARLIER, "utf-8")

    def render(*options: str) -> str:
        assert run("render", "plan.yaml", "--output", "note.html", *options).code == 0
        return Path("note.html").read_text("utf-8")

    return render


@pytest.fixture
def judged(run: Callable[..., Any]) -> Judged:
    """What is said of a page with such a text, without what it says of itself; the exit code."""

    def verify(text: str, *arguments: str) -> tuple[int, list[str]]:
        Path("note.html").write_bytes(text.encode())
        done = run("verify", "note.html", *arguments)
        lines = (done.out + done.err).splitlines()
        return done.code, [line for line in lines if re.match("[✓~✗] |.*fejl E", line)]

    return verify


def test_the_data_come_back_byte_for_byte(made: Made, run: Callable[..., Any]) -> None:
    made()
    assert run("extract", "note.html").out == PUBLISHED_PLAN
    diff = run("diff", "plan.yaml", "before.yaml").out
    assert run("diff", "note.html", "before.yaml").out == diff
    assert run("render", "plan.yaml", "--since", "note.html", "--output", "-").code == 0
    done = run("validate", "note.html")
    assert "E111: Filen er en PDF eller en webside og ikke en datafil." in " ".join(
        done.out.split()
    )


@pytest.mark.parametrize("options", [(), ("--draft",), ("--since", "before.yaml")])
def test_a_page_as_it_was_made(made: Made, judged: Judged, options: tuple[str, ...]) -> None:
    assert judged(made(*options), "plan.yaml") == (0, [INTACT, SAME, SAME_DATA])


def test_a_page_says_what_it_is(made: Made, run: Callable[..., Any]) -> None:
    made("--draft", "--since", "before.yaml")
    out = run("verify", "note.html").out
    assert out.startswith("UDKAST! Det er ikke det endelige notat.\ndannet af: statusnote 0.1.0\n")
    assert "\ntidligere data: " in out


def test_a_page_without_its_data(made: Made, judged: Judged, run: Callable[..., Any]) -> None:
    content = made("--no-source")
    assert "initiatives.yaml" not in content
    assert "E805" in run("extract", "note.html").err
    assert judged(content)[0] == 4
    assert judged(content, "plan.yaml") == (0, [SAME, SAME_DATA])
    assert judged(content, "before.yaml")[0] == 4


def test_its_lines_may_end_in_another_way(made: Made, judged: Judged) -> None:
    content = made()
    for other in (content.replace("\n", "\r\n"), f"\ufeff{content}"):
        assert judged(other) == (0, [INTACT, IN_ALL_PARTS])


EDITS = {
    "a word": ("gennemført.", "opgivet."),
    "a word more": ("</main>", "<p>Og mere.</p></main>"),
    "a word less": ("Initiativet er ", ""),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_another_text(made: Made, judged: Judged, old: str, new: str) -> None:
    content = made()
    code, (intact, said) = judged(content.replace(old, new, 1))
    assert (code, intact) == (4, INTACT)
    assert said.startswith(f"{OTHER}Der står »")


def test_the_first_words_that_differ_are_said(made: Made, judged: Judged) -> None:
    content = made().replace("Initiativet er gennemført.", "Initiativet er opgivet.")
    assert judged(content)[1][1] == (
        f"{OTHER}Der står »opgivet.«, hvor dets data giver »gennemført.«."
    )
    assert judged(content.replace("Initiativet er opgivet.", ""))[1][1] == (
        f"{OTHER}Der står »…«, hvor dets data giver »Initiativet er gennemført.«."
    )


def test_another_look_is_said(made: Made, judged: Judged) -> None:
    content = made().replace('<p class="parties">', '<p class="parties" id="x">')
    assert judged(content) == (5, [INTACT, SAME_WORDS])


@pytest.mark.parametrize("element", ["style", "script"])
def test_a_style_or_script_that_is_not_its_own(made: Made, judged: Judged, element: str) -> None:
    content = made()
    was = re.findall(f"<{element}>(.*?)</{element}>", content, re.DOTALL)[0]
    other = content.replace(was, f"{was} ")
    name = {"style": "page.css", "script": "page.js"}[element]
    said = f"✗ Det, notatet har med, er ændret, siden det blev dannet: {name}."
    assert judged(other) == (4, [said])
    allowed = other.replace(in_policy(was), in_policy(f"{was} "))
    parts = f"Content-Security-Policy, {element}"
    said = f"{OTHER}Det, filen har ved siden af siderne, er ændret: {parts}."
    assert judged(allowed) == (4, [INTACT, said])
    twice = content.replace("</body>", f"<{element}>{was}</{element}></body>")
    assert judged(twice)[0] == 4


def test_a_page_without_its_policy(made: Made, judged: Judged) -> None:
    content = re.sub('<meta http-equiv="Content-Security-Policy".*\n', "", made())
    said = "✗ Det, notatet har med, er ændret, siden det blev dannet: page.css, page.js."
    assert judged(content) == (4, [said])


def packed(content: bytes) -> str:
    return base64.b64encode(brotli.compress(content)).decode()


def with_file(content: str, name: str, written: str) -> str:
    """The page *content*, in which the file of that *name* is another."""
    return re.sub(f'(id="{name}" [^>]*>)[^<]*', rf"\g<1>{written}", content)


def test_other_data(made: Made, judged: Judged, run: Callable[..., Any]) -> None:
    content = with_file(made(), "initiatives.yaml", packed(EARLIER.encode()))
    said = "✗ Det, notatet har med, er ændret, siden det blev dannet: initiatives.yaml."
    assert judged(content) == (4, [said])
    done = run("extract", "note.html")
    assert (done.code, done.out) == (1, "")
    assert "E806" in done.err


def test_other_figures(made: Made, judged: Judged) -> None:
    code, said = judged(with_file(made(), "note.json", packed(b"{}")))
    assert code == 4
    assert said[-1] == "✗ note.json i notatet siger ikke det, dets data siger."


def test_other_files(made: Made, judged: Judged) -> None:
    content = made()
    (one,) = re.findall('<script type=[^>]*id="note.json".*</script>', content)
    for more in (one, one.replace("note.json", "bilag.exe")):
        code, said = judged(content.replace(one, one + more))
        assert code == 4
        assert said[0].startswith("✗ Notatet har andre filer med end dem, det blev dannet med: ")


@pytest.mark.parametrize(
    "written", ["AAAA", "A", packed(b"x" * 10_000)[:-8], packed(b"x")[:-4] + "====", "C4AA"]
)
def test_what_cannot_be_unpacked(made: Made, judged: Judged, written: str) -> None:
    code, (said,) = judged(with_file(made(), "initiatives.yaml", written))
    assert code == 1
    assert UNREADABLE in said


def test_a_bomb(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_file(made(), "initiatives.yaml", packed(b"#" * 2**26))
    monkeypatch.setattr(page_attachments, "LIMIT", 2**20)
    with pytest.raises(ProblemsFound) as found:
        attachments.data_in(content.encode(), "note.html")
    assert [problem.code for problem in found.value.problems] == ["E803"]


FOREIGN = {
    "another page": "<!DOCTYPE html>\n<title>Log ind</title>",
    "a state": ('content="final"', 'content="maybe"'),
    "no version": ("statusnote:version", "statusnote:release"),
    "said twice": ("<title>", '<meta name="statusnote:state" content="final"><title>'),
    "no hash": ('name="statusnote:templates" content="', 'name="statusnote:templates" content="x'),
}


@pytest.mark.parametrize("edit", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_note_of_ours(made: Made, judged: Judged, edit: str | tuple[str, str]) -> None:
    content = made()
    code, (said,) = judged(edit if isinstance(edit, str) else content.replace(*edit))
    assert code == 1
    assert NO_NOTE in said


def test_what_is_no_utf_8(made: Made, run: Callable[..., Any]) -> None:
    Path("note.html").write_bytes(made().encode("latin-1", "replace"))
    assert UNREADABLE in run("verify", "note.html").err


def test_a_page_of_another_version(made: Made, judged: Judged) -> None:
    older = made().replace(
        '"statusnote:version" content="0.1.0"', '"statusnote:version" content="0.0.9"'
    )
    code, said = judged(older)
    assert (code, said[0], said[2]) == (5, INTACT, SAME_WORDS)
    assert said[1].startswith("~ Notatet er dannet af statusnote 0.0.9 og er her dannet igen")
    code, said = judged(older.replace("gennemført.", "opgivet."))
    assert code == 4
    assert "kan ikke afgøres" in said[1]


def test_other_templates(made: Made, judged: Judged, run: Callable[..., Any]) -> None:
    Path("own").mkdir()
    Path("own/page.css").write_text("p { color: #123 }")
    content = made("--templates", "own")
    assert "andre skabeloner" in judged(content)[1][1]
    assert judged(content, "--templates", "own") == (0, [INTACT, SAME])


def test_doctor_looks_at_a_page_too(made: Made, run: Callable[..., Any]) -> None:
    made()
    assert "note.html" in run("doctor", "note.html").out


def test_a_page_is_read_without_what_writes_one(made: Made) -> None:
    made()
    code = "from statusnote import commands; commands.extract('note.html', 'back.yaml'); "
    code += "import sys; print({'jinja2', 'fontTools', 'weasyprint'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_what_is_hidden_in_a_page_is_told(made: Made, judged: Judged) -> None:
    content = made().replace("<main>", "<main><template><p>Skjult</p></template>")
    assert judged(content) == (5, [INTACT, SAME_WORDS])


# What reads a page by looking, from each beginning, for an end that is not there.
WITHOUT_END = ("<script>", "<style>", "<script", '<meta name="statusnote:state" content="', "<!--")
READ_ALL = """
import sys
from pathlib import Path
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.verify import attachments
content = Path("note.html").read_bytes()
for beginning in sys.argv[1:]:
    try:
        attachments.read(content.replace(b"</body>", beginning.encode() * 100_000), "note.html")
    except ProblemsFound as found:
        print(found.problems[0].code)
"""


def test_what_has_no_end_takes_no_time_that_grows_with_its_square(made: Made) -> None:
    """It would be hours, and is a second."""
    made()
    command = (sys.executable, "-c", READ_ALL, *WITHOUT_END)
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == ""


@pytest.mark.parametrize("form", ["note.html", "note.pdf"])
def test_a_note_is_compared_with_what_git_has_of_its_data(
    form: str, made: Made, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not with what git has of the note itself."""
    made()
    assert run("render", "plan.yaml", "--output", form).code == 0
    repository = Repository(Path.cwd())
    repository.git("init", "--quiet")
    repository.git("config", "user.name", "A")
    repository.git("config", "user.email", "a@x.dk")
    monkeypatch.setattr("statusnote.cli.state.DATA", "plan.yaml")
    repository.commit(EARLIER, "plan.yaml")
    done = run("diff", "HEAD", form)
    assert (done.code, done.err) == (0, "")
    assert "gennemført" in done.out
    assert run("history", "HEAD", form).code == 0
    too_long = run("diff", "HEAD", "x" * 300)
    assert (too_long.code, "E70" in too_long.err) == (1, True)
