"""How a run ends that isn't done, and what is said of it, whole."""

import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from support.project import REAL, ROOT, SMALL_PLAN
from support.wrong_plans import ERROR

from statusnote import cli, commands
from statusnote.render import pdf

PROGRAM = Path(sys.executable).with_name("statusnote")


def test_what_is_wrong_with_the_data_is_said_at_once_and_nothing_is_written(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(SMALL_PLAN.replace("SBM]", "SMB]").replace("as_of", "asof")).parent)
    expected = (
        f"{ERROR}"
        "plan.yaml:13:22: fejl E402: »SMB« er ikke nævnt blandt forkortelserne øverst i\n"
        "    filen.\n"
        "    13 |         ministries: [SMB]\n"
        "       |                      ^^^\n"
        "    Mente du »SBM«? Ret forkortelsen, eller tilføj den øverst med sit navn. De\n"
        "    kendte forkortelser er SBM. Flere skrives [SUM, UIM].\n"
        "2 fejl.\n"
    )
    for command in ("render", "summary"):
        done = run(command, "plan.yaml")
        assert (done.code, done.out, done.err) == (1, "", expected)
    assert not Path("build").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["render", "--format", "doc"], "Invalid value for '--format'"),
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
            ["render", "--format", "pdf", "--output", "x.DOC"],
            "Error: Invalid value for --output: ends in .doc, but --format is pdf",
        ),
        (
            ["render", "--format", "md", "--output", "data/next.yaml"],
            "Error: Invalid value for --output: ends in .yaml, but --format is md",
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


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "da",
            "Det er en fejl i statusnote og ikke i dine data. "
            "Meld den, og tag linjerne ovenfor og denne med:",
        ),
        (
            "en",
            "This is a fault in statusnote and not in your data. "
            "Report it, with the lines above and this one:",
        ),
    ],
)
def test_a_fault_of_ours_says_so_with_versions(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("unthinkable")

    monkeypatch.setattr(commands, "summarize", broken)
    monkeypatch.setenv("STATUSNOTE_LANG", language)
    done = run("summary", REAL)
    assert (done.code, done.out) == (3, "")
    trace, _, told = done.err.partition("RuntimeError: unthinkable\n\n")
    assert trace.startswith("Traceback (most recent call last):\n")
    assert told == (
        f"{sentence}\nstatusnote 0.1.0, Python {platform.python_version()}, {platform.platform()}\n"
    )


BY_MAKE = """\
    Skriv »make note«, som installerer det. De andre former kan dannes uden, fx
    med »--format html«.
"""
ON_LINUX = """\
    Installér Pango, fx med »apt-get install libpango-1.0-0 libpangoft2-1.0-0
    libharfbuzz-subset0« eller »dnf install pango«. De andre former kan dannes
    uden, fx med »--format html«.
"""
ON_MACOS = """\
    Installér Pango med »brew install pango«, og skriv »export
    DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib«, hvis det ikke findes. De
    andre former kan dannes uden, fx med »--format html«.
"""
ON_WINDOWS = """\
    Installér MSYS2 i C:\\msys64, og skriv »pacman -S
    mingw-w64-ucrt-x86_64-pango« i dets terminal. De andre former kan dannes
    uden, fx med »--format html«.
"""


@pytest.mark.parametrize(
    ("checkout", "system", "said"),
    [
        (True, "linux", BY_MAKE),
        (False, "linux", ON_LINUX),
        (False, "darwin", ON_MACOS),
        (False, "win32", ON_WINDOWS),
    ],
)
def test_a_missing_library_is_no_fault_of_ours(
    run: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    checkout: bool,
    system: str,
    said: str,
) -> None:
    """How to install it is what fits here: make only inside a checkout that has it."""
    monkeypatch.chdir(ROOT if checkout else tmp_path)
    monkeypatch.setattr(sys, "platform", system)

    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "statusnote.render.pdf.document":
                print("WeasyPrint could not import some external libraries.")
                _in_another_thread(partial(print, "what others say", flush=True))
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "statusnote.render.pdf.document", raising=False)
    monkeypatch.delattr(pdf, "document", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    done = run("render", REAL, "--output", tmp_path / "note.pdf")
    assert (done.code, done.out) == (1, "what others say\n")
    assert done.err == (
        "statusnote.pdf: fejl E602: PDF-filen kan ikke dannes, fordi et systembibliotek\n"
        "    mangler: cannot load library 'libpango-1.0-0'.\n"
        f"{said}"
        "1 fejl.\n"
    )


def _in_another_thread(call: Callable[[], object]) -> None:
    thread = Thread(target=call)
    thread.start()
    thread.join()


def test_interrupted(tmp_path: Path) -> None:
    data = tmp_path / "plan.yaml"
    os.mkfifo(data)
    # What a shell runs in the background ignores the signal, and so does all that this starts.
    with (
        _interruptible(),
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


def test_an_interrupt_frees_nothing_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Ended(BaseException):
        pass

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    def end(code: int) -> None:
        raise Ended(code)

    monkeypatch.setattr(commands, "validate", interrupted)
    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(sys, "argv", ["statusnote", "validate"])
    with pytest.raises(Ended, match=r"^130$"):
        cli.main()


@contextmanager
def _interruptible() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    command = f"'{PROGRAM}' summary '{REAL}' | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize(
    "command",
    [
        f"render '{REAL}' --format md --output -",
        f"summary '{REAL}'",
        f"summary '{REAL}' --json",
        f"validate '{REAL}'",
        "schema",
    ],
)
def test_a_standard_output_that_is_closed(command: str) -> None:
    command = f"'{PROGRAM}' {command} >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "<stdout>: fejl E601: Filen kunne ikke skrives: den er lukket.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.\n"
        "1 fejl.\n",
    )


def test_a_full_disk_behind_standard_output_is_no_fault_of_ours() -> None:
    command = f"'{PROGRAM}' summary '{REAL}' > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "<stdout>: fejl E601: Filen kunne ikke skrives: disken er fuld.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.\n"
        "1 fejl.\n",
    )
