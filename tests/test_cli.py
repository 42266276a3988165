"""The command line: each command's exit code, stdout and stderr, whole."""

import errno
import json
import os
import platform
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from textwrap import fill
from threading import Thread
from typing import Any
from xml.etree import ElementTree

import pytest
import typer.main
from rich.console import Console
from rich.status import Status
from support.closed import close
from support.project import PUBLISHED_PLAN, REAL, ROOT, SMALL_PLAN

from statusnote import cli, commands, systems
from statusnote.cli_help import Grouped
from statusnote.diagnostics.messages import reports
from statusnote.plan import schema
from statusnote.plan.model import KNOWN_KEYS
from statusnote.render import pdf

ATTACHED = "Notatet har hele datafilen med, også bemærkningerne; --no-source udelader den.\n"
PROGRAM = Path(sys.executable).with_name("statusnote")
COMMANDS = [*typer.main.get_group(cli.app).commands]

# A plan with an error in line 2, one with a warning in line 7, and what is reported of them.
WRONG = SMALL_PLAN.replace("as_of", "asof")
ODD = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM")
HINT = (
    f"Mente du »as_of«? Ret eller flyt nøglen. De mulige nøgler her er {', '.join(KNOWN_KEYS[''])}."
)
ERROR = f"""\
plan.yaml:2:1: fejl E301: Nøglen »asof« kendes ikke her.
    2 | asof: 2025-04-10
      | ^^^^
{fill(HINT, 80, initial_indent="    ", subsequent_indent="    ")}
"""
WARNING = """\
plan.yaml:7:3: advarsel W402: Intet initiativ nævner »JM«.
    7 |   JM: Justitsministeriet
      |   ^^
    Slet linjen, hvis »JM« ikke længere har nogen.
"""
WARNING_IN_ENGLISH = """\
plan.yaml:7:3: warning W402: No initiative names “JM”.
    7 |   JM: Justitsministeriet
      |   ^^
    Delete the line, if “JM” has none any more.
"""


@pytest.fixture
def plans(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder, with a plan that is right, one that is wrong, and one that is odd."""
    for name, text in (("right", SMALL_PLAN), ("wrong", WRONG), ("odd", ODD)):
        monkeypatch.chdir(write(text, f"{name}.yaml").parent)


def of(name: str, report: str) -> str:
    """*report*, of the file *name*."""
    return report.replace("plan.yaml", name)


@pytest.mark.parametrize(
    "arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join
)
def test_help(
    run: Callable[..., Any], golden: Callable[[str, str], None], arguments: list[str]
) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    golden(f"help-{'-'.join(arguments).replace('--', '')}.txt", done.out)


def test_the_help_has_every_command_in_all_its_words(run: Callable[..., Any]) -> None:
    """Under what one wants to do, and with what is set outside of the command line."""
    shown = " ".join(run("-h").out.split())
    for name, command in typer.main.get_group(cli.app).commands.items():
        told = " ".join(str(command.help).split("\n\n")[0].split())
        assert f" {name} {told}" in shown
    assert "..." not in shown.partition("COMMAND [ARGS]...")[2]
    assert set(cli.ENVIRONMENT) < {*shown.split()}


def test_a_command_that_is_listed_nowhere_else_is_listed_last(capsys: Any) -> None:
    class Two(Grouped):
        panels = ("First",)

    app = typer.Typer(cls=Two, rich_markup_mode=None, add_completion=False)
    app.command("b", help="Do b.", rich_help_panel="Elsewhere")(lambda: None)
    app.command("a")(lambda: None)
    app.command("c", help="Do c.", rich_help_panel="First")(lambda: None)
    with pytest.raises(SystemExit):
        app(["--help"])
    listed = capsys.readouterr().out.partition("First:\n")[2]
    assert listed == "  c  Do c.\n\nMore commands:\n  b  Do b.\n  a\n"


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
    done = run("render", "plan.yaml", "--source")
    assert (done.code, done.out, done.err) == (0, "build/statusnote.pdf\n", ATTACHED)
    assert Path("build/statusnote.pdf").read_bytes().startswith(b"%PDF-")


def test_render_takes_several_forms_once_each(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run(
        "render", "plan.yaml", "--source", "--format", "md", "--format", "pdf", "--format", "md"
    )
    expected = "build/statusnote.md\nbuild/statusnote.pdf\n"
    assert (done.code, done.out, done.err) == (0, expected, ATTACHED)


def test_render_says_in_english_what_the_pdf_holds(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run("render", write(), "--source", "--output", write().with_name("note.pdf")).err == (
        "The note holds the whole data file, remarks included; --no-source leaves it out.\n"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            "Notatet har begge datafiler med, også den ældre og bemærkningerne; --no-source "
            "udelader dem.\n",
        ),
        (
            "en",
            "The note holds both data files, the older one and remarks included; --no-source "
            "leaves them out.\n",
        ),
    ],
)
def test_render_says_that_the_pdf_holds_the_older_data_too(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    said: str,
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", language)
    monkeypatch.chdir(write().parent)
    assert (
        run("render", "plan.yaml", "--source", "--since", "plan.yaml", "--output", "note.pdf").err
        == said
    )


def test_render_says_nothing_where_no_data_are_attached(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    for options in ([], ["--no-source"], ["--format", "md", "--source"]):
        assert run("render", "plan.yaml", *options).err == ""
    assert run("render", write(PUBLISHED_PLAN), "--no-source").err == ""
    assert run("render", write(PUBLISHED_PLAN)).err == ATTACHED


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("note.md.j2", "{{ 'x' * 10 ** 10 }}"),
        ("note.md.j2", "{{ '%10000000000d' % 1 }}"),
        ("note.html.j2", "{{ 'x' | center(10 ** 10) }}"),
        (
            "note.md.j2",
            "{% for i in range(10 ** 5) %}{% for j in range(10 ** 5) %}{% endfor %}{% endfor %}",
        ),
    ],
)
def test_a_template_of_ones_own_that_takes_too_much_is_ended(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    template: str,
) -> None:
    monkeypatch.chdir(write().parent)
    monkeypatch.setenv("STATUSNOTE_TEMPLATE_SECONDS", "1")
    Path("own").mkdir()
    Path("own", name).write_text(template)
    Path("note").write_text("an earlier one")
    form = "md" if "md" in name else "pdf"
    done = run(*("render", "plan.yaml", "--templates", "own", "--format", form, "--output", "note"))
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()) == (
        f"own/{name}: fejl E508: Med denne skabelon tager notatet for lang tid eller for meget "
        "hukommelse: mere end 1 sekunder eller 1024 MB. Se efter løkker i skabelonen. Er den "
        "rigtig, så sæt STATUSNOTE_TEMPLATE_SECONDS eller STATUSNOTE_TEMPLATE_MB op. 1 fejl."
    )
    assert Path("note").read_text() == "an earlier one"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% for i in range(10 ** 9) %}{% endfor %}",
            "E504: Skabelonen kan ikke udfyldes: Range too big",
        ),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "E504: Skabelonen kan ikke udfyldes: den kalder sig selv uden ende",
        ),
        (
            "{{ 10 ** (10 ** 10) }}",
            "E503: Skabelonen gør noget, som skabeloner ikke må: ** of so large numbers",
        ),
    ],
)
def test_what_a_template_can_not_calculate_is_said_at_its_line(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    template: str,
    said: str,
) -> None:
    monkeypatch.chdir(write().parent)
    Path("own").mkdir()
    Path("own/note.md.j2").write_text(template)
    done = run("render", "plan.yaml", "--templates", "own", "--format", "md", "--output", "-")
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()).startswith(f"own/note.md.j2:1:1: fejl {said}")


def test_a_draft_is_written_beside_the_note(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    done = run("render", "plan.yaml", "--source", "--draft", "--format", "pdf", "--format", "md")
    expected = "build/statusnote-udkast.pdf\nbuild/statusnote-udkast.md\n"
    assert (done.code, done.out, done.err) == (0, expected, ATTACHED)
    assert Path("build/statusnote-udkast.md").read_text().startswith("UDKAST\n\n# Status for")
    assert sorted(path.name for path in Path("build").iterdir()) == [
        "statusnote-udkast.md",
        "statusnote-udkast.pdf",
    ]


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
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name, text in (
        ("data", "plan.yaml", SMALL_PLAN),
        ("templates", "note.md.j2", "mine: {{ note.title }}\n"),
        ("others", "note.md.j2", "other: {{ note.title }}\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    command = ["render", tmp_path / "data" / "plan.yaml", "--format", "md", "--output", "-"]
    done = run(*command)
    assert (done.out, done.err) == (
        "mine: Status for en lille plan\n",
        f"Skabelonerne i {tmp_path}/templates er brugt.\n",
    )
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run(*command).err == f"The templates in {tmp_path}/templates were used.\n"
    done = run(*command, "--templates", tmp_path / "others")
    assert (done.out, done.err) == ("other: Status for en lille plan\n", "")


def test_a_folder_that_is_closed_is_told(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, templates = tmp_path / "data" / "initiatives.yaml", tmp_path / "templates"
    for folder in (plan.parent, templates):
        folder.mkdir()
    plan.write_text(SMALL_PLAN, "utf-8")
    close(templates, monkeypatch)
    for arguments in (
        ("render", plan, "--format", "md"),
        ("render", REAL, "--format", "md", "--templates", templates),
        ("collect", templates, plan),
    ):
        done = run(*arguments)
        assert (done.code, done.out) == (1, "")
        assert f"{templates}: fejl E115: " in done.err.replace("\n    ", " ")


def test_there_is_no_file_where_nobody_may_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Any, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    path = tmp_path / "plan.yaml"
    path.touch()
    assert commands.is_file(path)
    monkeypatch.setattr(os, "stat", refused)
    assert not commands.is_file(path)


def test_templates_beside_a_folder_of_another_name_are_not_used(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    for folder, name, text in (
        ("Downloads", "plan.yaml", SMALL_PLAN),
        ("templates", "note.md.j2", "anybody's"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    done = run("render", tmp_path / "Downloads" / "plan.yaml", "--format", "md", "--output", "-")
    assert (done.err, done.out[:30]) == ("", "# Status for en lille plan\n\nNo")


def test_the_note_is_not_written_over_a_template_that_is_included(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write().parent)
    Path("own").mkdir()
    Path("own/note.md.j2").write_text("{% include 'part.md' %}")
    Path("own/part.md").write_text("del")
    command = ["render", "plan.yaml", "--templates", "own", "--output", "own/part.md"]
    done = run(*command)
    assert (done.code, done.out, done.err) == (
        1,
        "",
        "own/part.md: fejl E603: Notatet ville overskrive own/part.md, som det dannes af.\n"
        "    Angiv en anden fil efter --output.\n"
        "1 fejl.\n",
    )
    assert Path("own/part.md").read_text() == "del"


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
        "own/note.html.j2:1:1: fejl E501: Skabelonen bruger noget, der ikke findes:\n"
        "    'nothing' is undefined.\n"
        "    1 | {{ nothing }}\n"
        "      | ^^^^^^^^^^^^^\n"
        "    Kontrollér skabelonen her.\n"
        "1 fejl.\n"
    )
    assert Path("build/statusnote.md").read_text() == "old"
    assert not Path("build/statusnote.pdf").exists()


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


def test_the_readme_and_the_help_have_every_exit_code(run: Callable[..., Any]) -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("### Exit codes")[2]
    codes = re.findall(r"^\| (\d+) \|", table.partition("\n## ")[0], re.MULTILINE)
    assert list(map(int, codes)) == [0, *cli.Exit] == [*cli.EXITS]
    shown = run("--help").out.partition("\nExit codes:\n")[2]
    assert [int(line.split()[0]) for line in shown.splitlines()] == [0, *cli.Exit]


def test_signs_have_words_where_the_encoding_lacks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "lacks", lambda *_: True)
    said = cli._with_words("✓ Pango er her.\n  ✓ er et tegn.\n")
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


def test_an_interrupt_leaves_a_terminal_with_its_cursor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(status: Status) -> None:
        status.console.show_cursor(False)
        raise KeyboardInterrupt

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(systems, "shows_colour", lambda _: True)
    monkeypatch.setattr(Console, "is_terminal", True)
    monkeypatch.setattr(Status, "start", interrupted)
    with pytest.raises(KeyboardInterrupt), cli._progress(reports.RENDERING):
        raise AssertionError
    assert capsys.readouterr().err == "\x1b[?25l\x1b[?25h"


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


def test_render_takes_the_form_that_the_output_ends_with(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    assert run("render", REAL, "--output", path).out == f"{path}\n"
    assert path.read_text().startswith("Offentligt\n")


def test_the_note_is_not_written_over_what_it_is_made_of(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write()
    monkeypatch.chdir(data.parent)
    data = data.rename("plan")
    done = run("render", "plan", "--format", "pdf", "--output", "plan")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "plan: fejl E603: Notatet ville overskrive plan, som det dannes af.\n"
        "    Angiv en anden fil efter --output.\n"
        "1 fejl.\n"
    )
    assert data.read_text() == SMALL_PLAN


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        ((), "build/statusnote.pdf"),
        (("--format", "md", "--format", "pdf"), "build/statusnote.pdf"),
        (("--output", "build/statusnote.pdf"), "build/statusnote.pdf"),
        (("--output", "linked.pdf"), "linked.pdf"),
    ],
)
def test_the_note_is_not_written_over_the_one_that_it_is_compared_with(
    run: Callable[..., Any],
    write: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    target: str,
) -> None:
    monkeypatch.chdir(write().parent)
    assert run("render", "plan.yaml", "--source").code == 0
    before = Path("build/statusnote.pdf").read_bytes()
    Path("linked.pdf").symlink_to("build/statusnote.pdf")
    done = run("render", "plan.yaml", "--since", "./build/../linked.pdf", *arguments)
    assert (done.code, done.out) == (1, "")
    assert " ".join(done.err.split()) == (
        f"{target}: fejl E603: Notatet ville overskrive ./build/../linked.pdf, som det dannes af. "
        "Angiv en anden fil efter --output. 1 fejl."
    )
    assert Path("build/statusnote.pdf").read_bytes() == before


def test_a_full_disk_behind_standard_output_is_no_fault_of_ours() -> None:
    command = f"'{PROGRAM}' summary '{REAL}' > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "<stdout>: fejl E601: Filen kunne ikke skrives: disken er fuld.\n"
        "    En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.\n"
        "1 fejl.\n",
    )


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


# Validating


def test_validate_takes_the_real_plan_where_none_is_named(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = run("validate")
    assert (done.code, done.out, done.err) == (0, "Ingen fejl.\n", "")


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (["right.yaml"], 0, "Ingen fejl.\n"),
        (["right.yaml", "--strict"], 0, "Ingen fejl.\n"),
        (["odd.yaml"], 0, f"{of('odd.yaml', WARNING)}1 advarsel.\n"),
        (["odd.yaml", "--strict"], 1, f"{of('odd.yaml', WARNING)}1 advarsel.\n"),
        (["wrong.yaml"], 1, f"{of('wrong.yaml', ERROR)}1 fejl.\n"),
        (["wrong.yaml", "--strict"], 1, f"{of('wrong.yaml', ERROR)}1 fejl.\n"),
        (
            ["wrong.yaml", "right.yaml", "odd.yaml", "odd.yaml"],
            1,
            f"{of('wrong.yaml', ERROR)}{of('odd.yaml', WARNING)}1 fejl og 1 advarsel.\n",
        ),
        (
            ["odd.yaml", "wrong.yaml", "nowhere.yaml"],
            1,
            f"{of('odd.yaml', WARNING)}{of('wrong.yaml', ERROR)}"
            "nowhere.yaml: fejl E101: Filen findes ikke.\n"
            "    Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan\n"
            "    begyndes med »statusnote init«.\n"
            "2 fejl og 1 advarsel.\n",
        ),
        (["right.yaml", "-", "odd.yaml"], 0, of("odd.yaml", WARNING) + "1 advarsel.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_validate_reports_all_files_on_standard_output_and_fails_for_errors(
    run: Callable[..., Any], arguments: list[str], code: int, out: str
) -> None:
    done = run("validate", *arguments, stdin=SMALL_PLAN.encode())
    assert (done.code, done.out, done.err) == (code, out, "")


def test_validate_reads_standard_input(run: Callable[..., Any]) -> None:
    done = run("validate", "-", stdin=WRONG.encode())
    assert (done.code, done.out, done.err) == (1, f"{of('<stdin>', ERROR)}1 fejl.\n", "")


ON_GITHUB = (
    "::error file=wrong.yaml,line=2,col=1,endColumn=5,title=fejl E301::"
    f"Nøglen »asof« kendes ikke her.%0A{HINT}\n"
    "::warning file=odd.yaml,line=7,col=3,endColumn=5,title=advarsel W402::"
    "Intet initiativ nævner »JM«.%0ASlet linjen, hvis »JM« ikke længere har "
    "nogen.\n"
    "1 fejl og 1 advarsel.\n"
)
AS_TEXT = f"{of('wrong.yaml', ERROR)}{of('odd.yaml', WARNING)}1 fejl og 1 advarsel.\n"


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "on_github", "out"),
    [
        ([], "", AS_TEXT),
        ([], "false", AS_TEXT),
        ([], "true", ON_GITHUB),
        (["--format", "github"], "", ON_GITHUB),
        (["--format", "github"], "true", ON_GITHUB),
        (["--format", "text"], "true", AS_TEXT),
    ],
)
def test_the_form_is_that_of_github_where_it_is_asked_for_or_runs_there(
    run: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    on_github: str,
    out: str,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    done = run("validate", "wrong.yaml", "odd.yaml", *arguments)
    assert (done.code, done.out, done.err) == (1, out, "")


@pytest.mark.usefixtures("plans")
def test_azure_is_told_in_its_log_where_it_runs(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = run("validate", "wrong.yaml", "odd.yaml", "--format", "azure")
    assert asked_for.out.startswith("##vso[task.logissue type=error;sourcepath=wrong.yaml;")
    monkeypatch.setenv("TF_BUILD", "True")
    assert run("validate", "wrong.yaml", "odd.yaml") == asked_for
    assert run("validate", "odd.yaml", "--format", "text").out.startswith("odd.yaml:7:3: advarsel")
    assert run("summary", "wrong.yaml").err.startswith("##vso[task.logissue type=error;")


@pytest.mark.usefixtures("plans")
def test_a_file_for_a_service_is_in_utf_8_and_says_of_which_files_it_is(
    run: Callable[..., Any],
) -> None:
    junit = run("validate", "right.yaml", "-", "--format", "junit", stdin=WRONG.encode())
    assert (junit.code, junit.err) == (1, "")
    suites = ElementTree.fromstring(junit.out.encode())
    assert [(each.get("name"), each.get("failures")) for each in suites] == [
        ("right.yaml", "0"),
        ("<stdin>", "1"),
    ]
    for name in ("gitlab", "sarif", "junit"):
        done = run("validate", "wrong.yaml", "odd.yaml", "--format", name)
        assert (done.code, done.err) == (1, "")
        assert "»asof«" in done.out
    assert run("validate", "right.yaml", "--format", "gitlab").out == "[]\n"


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("on_github", ["", "true"])
def test_json_holds_the_problems_and_no_count(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, on_github: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    done = run("validate", "odd.yaml", "nowhere.yaml", "--format", "json")
    assert (done.code, done.err) == (1, "")
    assert json.loads(done.out) == [
        {
            "severity": "warning",
            "code": "W402",
            "file": "odd.yaml",
            "line": 7,
            "column": 3,
            "end_column": 5,
            "written": "  JM: Justitsministeriet",
            "message": "Intet initiativ nævner »JM«.",
            "hint": "Slet linjen, hvis »JM« ikke længere har nogen.",
            "other": None,
        },
        {
            "severity": "error",
            "code": "E101",
            "file": "nowhere.yaml",
            "line": None,
            "column": None,
            "end_column": None,
            "written": None,
            "message": "Filen findes ikke.",
            "hint": "Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan "
            "begyndes med »statusnote init«.",
            "other": None,
        },
    ]


@pytest.mark.usefixtures("plans")
def test_json_without_problems_is_an_empty_list(run: Callable[..., Any]) -> None:
    done = run("validate", "right.yaml", "--format", "json")
    assert (done.code, done.out, done.err) == (0, "[]\n", "")


# Warnings beside what is made


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


NUMBER = "1 advarsel. De ses med »statusnote validate odd.yaml«.\n"


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


# Languages

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


# The schema


def test_the_schema_is_written_where_it_is_asked_for(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """As where PowerShell's `>` would write UTF-16."""
    path = tmp_path / "plan.schema.json"
    assert run("schema", "--output", path).out == f"{path}\n"
    assert path.read_bytes() == schema.as_json().encode()


def test_the_schema_is_printed(run: Callable[..., Any]) -> None:
    done = run("schema")
    assert (done.code, done.out, done.err) == (0, schema.as_json(), "")


@pytest.mark.parametrize(("name", "code"), [("note.MD", 0), ("note", 0), ("note.doc", 2)])
def test_the_ending_of_the_output_names_the_form(
    run: Callable[..., Any], write: Callable[..., Path], name: str, code: int
) -> None:
    data = write()
    result = run("render", data, "--output", data.with_name(name))
    assert (result.code, data.with_name(name).exists()) == (code, code == 0)
    assert ("ends in .doc; name the form with --format" in result.err) == (code == 2)
