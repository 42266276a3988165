"""What is said on which stream: in which language, colours, signs and columns, and of warnings."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.project import PUBLISHED_PLAN, REAL
from support.wrong_plans import NUMBER, ODD, ON_GITHUB, WARNING, WARNING_IN_ENGLISH, of

from statusnote import systems
from statusnote.cli import saying

PROGRAM = Path(sys.executable).with_name("statusnote")


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("ascii", "\n  gennemf?rt              11  ========="),
        ("cp1252", "\n  gennemført              11  ========="),
    ],
)
def test_a_terminal_without_our_signs(encoding: str, written: str) -> None:
    """What they say is said by the words behind them, and the columns stay."""
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [PROGRAM, "summary", REAL], env=environment, capture_output=True, check=True
    )
    shown = done.stdout.decode(encoding)
    assert written in shown
    assert done.stderr == b""
    assert encoding == "ascii" or "?" not in shown


def test_a_verdict_has_words_where_its_signs_are_lacking(write: Callable[..., Path]) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    page = write(PUBLISHED_PLAN).with_name("note.html")
    subprocess.run([PROGRAM, "render", page.with_name("plan.yaml"), "--output", page], check=True)

    def verified(language: str) -> list[bytes]:
        asked: list[Any] = [PROGRAM, "verify", page]
        here = environment | {"STATUSNOTE_LANG": language}
        return subprocess.run(asked, env=here, capture_output=True, check=False).stdout.split()

    assert b"OK" in verified("da")
    page.write_bytes(page.read_bytes().replace(b"Et initiativ", b"Et andet"))
    assert (b"FEJL" in verified("da"), b"FAILS" in verified("en")) == (True, True)


@pytest.mark.parametrize("variables", [{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "0"}, {}])
def test_a_pipe_gets_plain_text(variables: dict[str, str]) -> None:
    done = subprocess.run(
        [PROGRAM, "summary", REAL], env=os.environ | variables, capture_output=True, check=True
    )
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("columns", ["0", "00", "-1", "²", "mange", "1", "9" * 30, ""])
def test_nonsense_for_a_width_is_ignored(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    expected = run("due", REAL, "--as-of", "2025-04-10")
    monkeypatch.setenv("COLUMNS", columns)
    assert run("due", REAL, "--as-of", "2025-04-10") == expected
    assert run("diff", REAL, REAL).out == "Ingen ændringer\n"


def test_nothing_is_shown_on_fewer_columns_than_twenty(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for columns in ("10", "20"):
        monkeypatch.setenv("COLUMNS", columns)
        shown.append([run("summary", REAL).out, run("summary", "nowhere").err])
    assert shown[0] == shown[1]


def test_signs_have_words_where_the_encoding_lacks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "lacks", lambda *_: True)
    said = saying.with_words("✓ Pango er her.\n  ✓ er et tegn.\n")
    assert "✓ Pango" not in said
    assert said.endswith(" Pango er her.\n  ✓ er et tegn.\n")


def test_a_terminal_gets_colour_and_progress() -> None:
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    assert "\x1b[32m✓ gennemført" in _on_terminal(["summary", REAL], environment)
    assert "Notatet sættes op" in _on_terminal(
        ["render", REAL, "--output", os.devnull], environment
    )
    assert "\x1b[32m" not in _on_terminal(["summary", REAL], environment | {"NO_COLOR": "1"})


@pytest.mark.parametrize(
    "command", [["validate"], ["render", "--format", "md", "--output", os.devnull]]
)
def test_a_terminal_gets_problems_in_colour(write: Callable[..., Path], command: list[str]) -> None:
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "300"}
    environment.pop("NO_COLOR", None)
    shown = _on_terminal([*command, write(ODD)], environment)
    assert "\x1b[1;33madvarsel W402\x1b[0m: Intet initiativ" in shown
    plain = _on_terminal([*command, write(ODD)], environment | {"NO_COLOR": "1"})
    assert ("advarsel W402" in plain, "\x1b[1;33m" in plain) == (True, False)


def _on_terminal(arguments: list[Any], environment: dict[str, str]) -> str:
    """What `statusnote ARGUMENTS` shows on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [PROGRAM, *arguments], env=environment, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b"".join(_chunks(ours))
    assert process.returncode == 0
    return shown.decode()


def _chunks(descriptor: int) -> Any:
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux says so where the other end is closed
            return
        if not chunk:
            return
        yield chunk


@pytest.mark.parametrize(
    ("arguments", "quoted"),
    [
        (["summary", REAL, "--json"], "Guide – Den rette hjælp"),
        (["validate", "Guide – Den.yaml", "--format", "json"], "Guide – Den.yaml"),
        (["schema"], "Den dag, notatet er opgjort pr. Den trykkes ikke."),
    ],
)
def test_json_is_utf_8_everywhere(arguments: list[Any], quoted: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, check=False)
    assert quoted in done.stdout.decode()


def test_what_a_terminal_would_obey_is_written_out(run: Callable[..., Any]) -> None:
    done = run("summary", "\x1b[31mplan\u202e.yaml")
    assert done.err.startswith("\\x1b[31mplan\\u202e.yaml: fejl E101: Filen findes ikke.\n")


def test_a_path_that_was_written_is_shown_written_out(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    assert (
        run("render", "plan.yaml", "--source", "--output", "a\x1b[31m\n.pdf").out
        == "a\\x1b[31m\\n.pdf\n"
    )
    assert run("extract", "a\x1b[31m\n.pdf", "--output", "b\x9b").out == "b\\x9b\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["\x1b[31m"],
        ["summary", "--\x1b[31m"],
        ["ask", "a", "\x1b[31m"],
        ["summary", REAL, "--ministry", "\x1b[31m"],
        ["render", "--output", "a.\x1b[31m"],
        ["render", "--templates", "\x1b[31m"],
        ["due", "--as-of", "\x1b[31m"],
    ],
)
def test_wrong_usage_is_shown_written_out(run: Callable[..., Any], arguments: list[Any]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert ("\\x1b[31m" in done.err, "\x1b" in done.err) == (True, False)


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    "command",
    [["render", "--format", "md", "--output", "-"], ["summary"], ["summary", "--json"], ["due"]],
    ids=" ".join,
)
def test_warnings_are_told_and_stop_nothing(run: Callable[..., Any], command: list[str]) -> None:
    told = f"{of('odd.yaml', WARNING)}1 advarsel.\n" if command[0] == "render" else NUMBER
    right, odd = (run(*command, f"{name}.yaml") for name in ("right", "odd"))
    assert (right.code, right.err) == (0, "")
    assert (odd.code, odd.err) == (0, told)
    assert odd.out == right.out != ""


@pytest.mark.usefixtures("plans")
def test_how_to_see_warnings_can_be_pasted_into_a_shell(run: Callable[..., Any]) -> None:
    Path("odd.yaml").rename("min plan\x1b.yaml")
    assert run("diff", "right.yaml", "min plan\x1b.yaml").err == (
        "1 advarsel. De ses med »statusnote validate 'min plan\\x1b.yaml'«.\n"
    )


@pytest.mark.usefixtures("plans")
def test_what_is_said_beside_what_is_made_is_said_to_github_too(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    error, warning, _ = ON_GITHUB.splitlines(keepends=True)
    assert run("render", "odd.yaml", "--output", "-", "--format", "md").err == (
        f"{warning}1 advarsel.\n"
    )
    assert run("summary", "odd.yaml").err == NUMBER
    assert run("summary", "wrong.yaml").err == f"{error}1 fejl.\n"


NUMBER_IN_ENGLISH = "1 warning. See them with “statusnote validate odd.yaml”.\n"


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        *((each, f"{WARNING}1 advarsel.\n") for each in (None, "", "da", "DA", "da_DK", "de", "C")),
        *((each, f"{WARNING_IN_ENGLISH}1 warning.\n") for each in ("en", "EN", "en_GB.UTF-8")),
    ],
)
def test_problems_are_told_in_danish_unless_english_is_asked_for(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, language: str | None, expected: str
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    if language is not None:
        monkeypatch.setenv("STATUSNOTE_LANG", language)
    assert run("validate", "odd.yaml").out == of("odd.yaml", expected)
    told = NUMBER_IN_ENGLISH if expected.endswith("1 warning.\n") else NUMBER
    assert run("summary", "odd.yaml").err == told


@pytest.mark.usefixtures("plans")
def test_every_form_is_in_the_language_that_is_asked_for(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run("validate", "odd.yaml", "--format", "github").out == (
        "::warning file=odd.yaml,line=7,col=3,endColumn=5,title=warning W402::"
        "No initiative names “JM”.%0ADelete the line, if “JM” has none any "
        "more.\n"
        "1 warning.\n"
    )
    (found,) = json.loads(run("validate", "odd.yaml", "--format", "json").out)
    assert (found["message"], found["hint"]) == (
        "No initiative names “JM”.",
        "Delete the line, if “JM” has none any more.",
    )
    assert run("validate", "right.yaml").out == "No errors.\n"
