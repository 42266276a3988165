"""docs/runden.md: each command on the page is run, in its order, on the real plan."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.project import REAL, ROOT
from support.repository import Repository

PAGE = ROOT / "docs" / "runden.md"
# A line of its own behind four spaces, or behind a `$` where what it says is shown, too.
COMMANDS = re.findall(
    r"^    (?:\$ )?((?:statusnote|git) .+)$", PAGE.read_text("utf-8"), re.MULTILINE
)


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    """The real plan in a folder and in git, as the page begins with it."""
    repository = Repository(tmp_path)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("config", "user.name", "Ida Holm")
    repository.git("config", "user.email", "ida@example.dk")
    text = re.sub("(?m)^as_of: .*$", "as_of: 1. september 2026", REAL.read_text("utf-8"))
    repository.commit(f"approvals: required\n{text}", "data/initiatives.yaml")
    return repository


def test_each_command_on_the_page_does_what_it_says(project: Repository) -> None:
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command in COMMANDS:
        if command == "statusnote collect svar":
            answer(project.folder)
        done = subprocess.run(
            ("sh", "-c", command),
            cwd=project.folder,
            env=os.environ | {"PATH": programs},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    history = project.git("log", "--patch", "--format=%s")
    assert "+        status: gennemført" in history
    assert "Ida Holm" in (project.folder / "data/approvals.yaml").read_text("utf-8")
    assert (project.folder / "frister.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")


def answer(folder: Path) -> None:
    """Answer as a party does: the workbook is filled in, and saved in the folder `svar`."""
    book = load_workbook(folder / "build/runde/SBM.xlsx")
    sheet = book["Status"]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[1].value == "9")
    row[5].value = "gennemført"
    (folder / "svar").mkdir()
    book.save(folder / "svar/SBM.xlsx")


def test_the_page_names_each_command_of_a_round() -> None:
    named = {command.split()[1] for command in COMMANDS if command.startswith("statusnote")}
    assert named == {"validate", "due", "ask", "collect", "approve"}
