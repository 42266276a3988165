"""The program without what Windows lacks, and a checkout as git makes it there.

Each difference has a test of its own beside what it concerns; here, all of it is taken away at once
and every command is run. The workflow `systems.yml` runs them on Windows itself.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.project import PUBLISHED_PLAN, ROOT

# Before ours is loaded, what Windows with Python 3.11 has not is taken away, or answers as there.
WITHOUT = """
import json, os, pathlib, signal, sys
import rich.console, typer, weasyprint  # which know what to do without

for module in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[module] = None
for name in ("fchmod", "fchown", "fork", "getuid", "mkfifo", "nice", "sysconf"):
    delattr(os, name)
os.supports_fd = set()
for name in [name for name in vars(signal) if "itimer" in name.lower()]:
    delattr(signal, name)
for name in ("SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGPROF", "SIGQUIT", "SIGUSR1"):
    delattr(signal, name)
opened = os.open
def open_a_file(path, *flags):
    if os.path.isdir(path):
        raise PermissionError(13, "Permission denied", path)
    return opened(path, *flags)
os.open = open_a_file
def on_two_drives(*_):
    raise ValueError("path is on mount 'C:', start on mount 'P:'")
os.path.relpath = on_two_drives

from statusnote import bounds, cli, systems
systems.WINDOWS = True
systems.peak_of_memory = lambda: 0
bounds.MAPPED = pathlib.Path("nowhere")
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["statusnote", *arguments]
    try:
        cli.main()
    except SystemExit as ended:
        print(arguments, "ended with", ended.code or 0)
"""
FORMATS = [f"--format={name}" for name in ("pdf", "md", "html", "csv", "json")]
RUNS = [
    ["render", *FORMATS],
    ["render", *FORMATS],
    ["validate"],
    ["summary"],
    ["due", "--as-of", "2026-09-01"],
    ["diff", "HEAD"],
    ["history"],
    ["extract", "build/statusnote.pdf", "--output", "extracted.yaml"],
    ["verify", "build/statusnote.pdf", "data/initiatives.yaml"],
    ["verify", "build/statusnote.html", "data/initiatives.yaml"],
    ["upgrade"],
    ["doctor"],
    ["init", "min plan"],
]


def test_every_command_runs_without_what_windows_lacks(tmp_path: Path) -> None:
    for name, text in {
        "data/initiatives.yaml": PUBLISHED_PLAN.replace("Et initiativ", "Guide – til børn"),
        "templates/note.css": (ROOT / "templates" / "note.css").read_text("utf-8") + "\n",
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    as_someone = ("-c", "user.name=A", "-c", "user.email=a@x.dk")
    for command in (("init", "--quiet"), ("add", "data"), (*as_someone, "commit", "-qm", "a")):
        subprocess.run(("git", *command), cwd=tmp_path, check=True)
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, json.dumps(RUNS)],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )
    shown = done.stdout.decode("cp1252")
    ended = [line for line in shown.splitlines() if " ended with " in line]
    assert ended == [f"{run} ended with 0" for run in RUNS], done
    assert "?" not in shown
    assert "OK Notatet viser, hvad dets data siger" in shown
    typed = 'statusnote render "min plan/data/initiatives.yaml" --output "min plan/build/'
    assert typed in done.stderr.decode("cp1252")


@pytest.mark.parametrize("folder", ["data", "templates", "tests/examples", "tests/golden"])
def test_a_checkout_on_windows_has_the_same_bytes(tmp_path: Path, folder: str) -> None:
    """As git for Windows is set up, which would put CRLF at the end of each line."""
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    there = tmp_path / "there"
    for path in (ROOT / ".gitattributes", *files):
        copy = there / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    as_someone = ("-c", "user.name=A", "-c", "user.email=a@x.dk")
    for command in (("init", "--quiet"), ("add", "."), (*as_someone, "commit", "-qm", "a")):
        subprocess.run(("git", *command), cwd=there, check=True)
    clone = ("git", "clone", "--quiet", "-c", "core.autocrlf=true", there, tmp_path / "here")
    subprocess.run(clone, check=True)
    same = {path: (tmp_path / "here" / path.relative_to(ROOT)).read_bytes() for path in files}
    assert files
    assert same == {path: path.read_bytes() for path in files}
