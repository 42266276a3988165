"""The command line: each command's exit code, stdout and stderr, whole."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import REAL, ROOT, SMALL_PLAN

from statusnote import commands

PROGRAM = Path(sys.executable).with_name("statusnote")


@pytest.mark.parametrize("arguments", [["--help"], ["render", "--help"], ["summary", "--help"]])
def test_help(
    run: Callable[..., Any], golden: Callable[[str, str], None], arguments: list[str]
) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    golden(f"help-{'-'.join(arguments).replace('--', '')}.txt", done.out)


def test_without_arguments_it_helps(run: Callable[..., Any]) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err == run("--help").out


def test_version(run: Callable[..., Any]) -> None:
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, "statusnote 0.1.0\n", "")


def test_render_writes_to_build_and_prints_the_path(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml")
    assert (done.code, done.out, done.err) == (0, "build/statusnote.pdf\n", "")
    assert Path("build/statusnote.pdf").read_bytes().startswith(b"%PDF-")


def test_render_takes_several_forms_once_each(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml", "--format", "md", "--format", "pdf", "--format", "md")
    expected = "build/statusnote.md\nbuild/statusnote.pdf\n"
    assert (done.code, done.out, done.err) == (0, expected, "")


def test_render_reads_stdin_and_writes_stdout(run: Callable[..., Any]) -> None:
    done = run("render", "-", "--format", "md", "--output", "-", stdin=SMALL_PLAN.encode())
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "# Status for en lille plan\n"
        "\n"
        "Notatet handler om 1 initiativ.\n"
        "\n"
        "## Den eneste del\n"
        "\n"
        "| Initiativ | Ansvarligt ministerie | Status |\n"
        "| --- | --- | --- |\n"
        "| Et initiativ | SBM | Initiativet er gennemført. |\n"
    )


def test_render_uses_the_templates_beside_the_folder_of_the_data(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    for folder, name, text in (
        ("data", "plan.yaml", SMALL_PLAN),
        ("templates", "note.md.j2", "mine: {{ note.title }}\n"),
        ("others", "note.md.j2", "other: {{ note.title }}\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    command = ["render", tmp_path / "data" / "plan.yaml", "--format", "md", "--output", "-"]
    assert run(*command).out == "mine: Status for en lille plan\n"
    assert run(*command, "--templates", tmp_path / "others").out == (
        "other: Status for en lille plan\n"
    )


def test_all_forms_are_rendered_before_the_first_is_replaced(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    Path("build").mkdir()
    Path("build/statusnote.md").write_text("old")
    Path("own").mkdir()
    Path("own/note.html.j2").write_text("{{ nothing }}")
    done = run("render", "plan.yaml", "--format", "md", "--format", "pdf", "--templates", "own")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "own/note.html.j2:1:1: fejl E501: Skabelonen bruger noget, der ikke findes: "
        "'nothing' is undefined.\n"
    )
    assert Path("build/statusnote.md").read_text() == "old"
    assert not Path("build/statusnote.pdf").exists()


def test_what_is_wrong_with_the_data_is_said_at_once_and_nothing_is_written(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(SMALL_PLAN.replace("SBM]", "SMB]").replace("as_of", "asof")).parent)
    expected = (
        "plan.yaml:2:1: fejl E301: Nøglen »asof« kendes ikke her.\n"
        "    Mente du »as_of«? Mulige nøgler: title, stamp, as_of, period, introduction, "
        "ministries, sections.\n"
        "plan.yaml:13:22: fejl E402: Ministeriet »SMB« er ikke nævnt under »ministries« øverst i "
        "filen.\n"
        "    Mente du »SBM«? Kendte forkortelser: SBM. Flere ministerier skrives [SUM, UIM].\n"
    )
    for command in ("render", "summary"):
        done = run(command, "plan.yaml")
        assert (done.code, done.out, done.err) == (1, "", expected)
    assert not Path("build").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["render", "--format", "docx"], "Invalid value for '--format'"),
        (["render", "--templates", "nowhere"], "dir 'nowhere' does not exist."),
        (
            ["render", "--format", "md", "--format", "pdf", "--output", "x"],
            "Error: Invalid value for --output: takes one --format only",
        ),
        (
            ["render", "--format", "pdf", "--output", "x.md"],
            "Error: Invalid value for --output: ends in .md, but --format is pdf",
        ),
        (
            ["render", "--templates", "tests"],
            "tests holds none of note.html.j2, note.css, note.md.j2",
        ),
        (["summary", "--section", "one"], "Invalid value for '--section'"),
        (["summary", "--ministry", "SMB"], "'SMB' is unknown. Did you mean 'SBM'?"),
        (["sumary"], "No such command 'sumary'."),
    ],
)
def test_wrong_usage(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(ROOT)
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_fault_of_ours_says_so_with_versions(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("unthinkable")

    monkeypatch.setattr(commands, "summarize", broken)
    done = run("summary", REAL)
    assert (done.code, done.out) == (3, "")
    assert re.search(
        r"RuntimeError: unthinkable\n\n"
        r"Det er en fejl i statusnote\. Meld den, og tag linjerne ovenfor og denne med:\n"
        r"statusnote 0\.1\.0, Python 3\.\d+\.\d+, .+\n$",
        done.err,
    )


def test_a_missing_library_is_no_fault_of_ours(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "statusnote.render.pdf":
                print("WeasyPrint could not import some external libraries.")
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "statusnote.render.pdf", raising=False)
    monkeypatch.delattr("statusnote.render.pdf", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    done = run("render", REAL, "--output", tmp_path / "note.pdf")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "WeasyPrint could not import some external libraries.\n"
        "statusnote.pdf: fejl E602: PDF-filen kan ikke dannes, fordi et systembibliotek mangler: "
        "cannot load library 'libpango-1.0-0'.\n"
        "    Skriv »make note«, som installerer det, eller installér Pango, fx med »apt-get "
        "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0« eller »brew install "
        "pango«.\n"
    )


def test_interrupted(tmp_path: Path) -> None:
    data = tmp_path / "plan.yaml"
    os.mkfifo(data)
    with (
        subprocess.Popen(
            [PROGRAM, "render", data, "--output", "-"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process,
        data.open("wb"),
    ):  # waits until statusnote reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    command = f"'{PROGRAM}' summary '{REAL}' | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_standard_output_that_is_closed() -> None:
    command = f"'{PROGRAM}' render '{REAL}' --format md --output - >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "<stdout>: fejl E601: Filen kunne ikke skrives: den er lukket.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.\n",
    )


@pytest.mark.parametrize(
    ("encoding", "written"), [("ascii", "? gennemf?rt"), ("latin-1", "? gennemført")]
)
def test_a_terminal_without_our_signs(encoding: str, written: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [PROGRAM, "summary", REAL], env=environment, capture_output=True, check=True
    )
    assert written in done.stdout.decode(encoding)
    assert done.stderr == b""


@pytest.mark.parametrize("variables", [{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "0"}, {}])
def test_a_pipe_gets_plain_text(variables: dict[str, str]) -> None:
    done = subprocess.run(
        [PROGRAM, "summary", REAL], env=os.environ | variables, capture_output=True, check=True
    )
    assert b"\x1b" not in done.stdout


def test_a_terminal_gets_colour_and_progress() -> None:
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    assert "\x1b[32m✓ gennemført" in _on_terminal(["summary", REAL], environment)
    assert "Notatet sættes op" in _on_terminal(
        ["render", REAL, "--output", os.devnull], environment
    )
    assert "\x1b[32m" not in _on_terminal(["summary", REAL], environment | {"NO_COLOR": "1"})


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


def test_render_takes_the_form_that_the_output_ends_with(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    assert run("render", REAL, "--output", path).out == f"{path}\n"
    assert path.read_text().startswith("Offentligt\n")


def test_the_note_is_not_written_over_what_it_is_made_of(
    run: Callable[..., Any], write: Callable[..., Path]
) -> None:
    data = write()
    done = run("render", data, "--format", "pdf", "--output", data)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"{data}: fejl E603: Notatet ville overskrive {data}, som det dannes af.\n"
        "    Angiv en anden fil efter --output.\n"
    )
    assert data.read_text() == SMALL_PLAN


def test_a_full_disk_behind_standard_output_is_no_fault_of_ours() -> None:
    command = f"'{PROGRAM}' summary '{REAL}' > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "<stdout>: fejl E601: Filen kunne ikke skrives: disken er fuld.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.\n",
    )


def test_json_is_utf_8_everywhere() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    command = [str(PROGRAM), "summary", str(REAL), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "Guide – Den rette hjælp" in done.stdout.decode()


def test_what_a_terminal_would_obey_is_written_out(run: Callable[..., Any]) -> None:
    done = run("summary", "\x1b[31mplan\u202e.yaml")
    assert done.err.startswith("\\x1b[31mplan\\u202e.yaml: fejl E101: Filen findes ikke.\n")
