"""What the CI job shows of data that try to give it commands, in its log and in its summary."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from shutil import copy
from typing import NamedTuple

import pytest
from support.gfm import PARSERS, Shown
from support.hostile_data import COMMANDS, HOSTILE, TITLE, obeyed
from support.project import ROOT, SMALL_PLAN

from statusnote import commands

OUR_TAGS = {"h3", "p", "strong", "span", "ul", "li", "del"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}


class Job(NamedTuple):
    """What the job ended with, wrote to its log, and put into its summary."""

    code: int
    log: str
    summary: str


def project(folder: Path, text: str) -> Path:
    """*folder* as a project with a Makefile, whose data are *text* and were another before."""
    copy(ROOT / "Makefile", folder)
    for name in ("data", "src", ".venv"):
        (folder / name).mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt", ".venv/note"):
        (folder / name).touch()
    data = folder / "data" / "initiatives.yaml"
    data.write_text(HOSTILE.replace("```", "~~~ <i>før</i>"), "utf-8")
    as_someone = ("-c", "user.name=A", "-c", "user.email=a@x.dk")
    for command in (("init", "--quiet"), ("add", "data"), (*as_someone, "commit", "-qm", "a")):
        subprocess.run(("git", *command), cwd=folder, check=True)
    data.write_text(text, "utf-8")
    return folder


def run_job(folder: Path, text: str) -> Job:
    """The job on the data *text*, in a project in *folder*."""
    return run_target("job", project(folder, text))


def run_target(target: str, folder: Path) -> Job:
    """A *target* of the Makefile in a project, with a new summary."""
    summary = folder / "summary.md"
    summary.write_text("", "utf-8")
    environment = os.environ | {
        "BASE": "HEAD",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        ("make", target),
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return Job(done.returncode, done.stdout.decode(), summary.read_text("utf-8"))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """The job on hostile data, in which nothing is wrong."""
    return run_job(tmp_path_factory.mktemp("project"), HOSTILE)


def word(job: Job) -> str:
    """What the runner waits for before it obeys again."""
    (word,) = re.findall("^::stop-commands::([0-9a-f]{32})$", job.log, re.MULTILINE)
    return str(word)


def test_no_data_are_obeyed_in_the_log(done: Job) -> None:
    assert done.code == 0
    assert obeyed(done.log) == [*["warning"] * 8, "stop-commands", "resume"]
    assert done.log.endswith(f"::{word(done)}::\n")


def test_what_is_wrong_with_the_data_is_annotated_and_ends_the_job(tmp_path: Path) -> None:
    job = run_job(tmp_path, HOSTILE.replace("gennemført\n", f'"{COMMANDS}"\n'))
    assert (job.code, sorted(obeyed(job.log)), job.summary) == (2, ["error", *["warning"] * 8], "")
    assert "title=fejl E304::" in job.log


def test_what_is_wrong_as_the_note_is_made_is_not_obeyed(done: Job, tmp_path: Path) -> None:
    job = run_job(tmp_path, SMALL_PLAN.replace("Et initiativ", f'"{COMMANDS} 漢"'))
    assert (job.code, obeyed(job.log), job.summary) == (2, ["stop-commands", "resume"], "")
    assert "fejl E507" in job.log
    assert word(job) != word(done)


def test_a_plan_that_lacks_approvals_gives_a_draft_until_all_have_approved(tmp_path: Path) -> None:
    lacking = run_job(tmp_path, f"approvals: required\n{SMALL_PLAN}")
    assert lacking.code == 0, lacking.log
    assert "| ○ Ikke godkendt endnu | SBM |" in lacking.summary
    assert "UDKAST! Det er ikke det endelige notat." in lacking.log
    unpublished = run_target("pages", tmp_path)
    assert (unpublished.code, (tmp_path / "build" / "pages").exists()) == (2, False)
    assert "The note is a draft, which is not laid out for everybody." in unpublished.log
    commands.approve(str(tmp_path / "data" / "initiatives.yaml"), ["SBM"])
    final = run_target("pages", tmp_path)
    assert (final.code, (tmp_path / "build" / "pages" / "index.html").exists()) == (0, True)
    again = run_target("report", tmp_path)
    assert "| ✓ Godkendt | SBM |" in again.summary
    assert "Endeligt notat." in again.log
    assert "statusnote render" not in again.log


@pytest.mark.parametrize("parse", PARSERS)
def test_no_data_are_markup_in_the_summary(done: Job, parse: Callable[[str], str]) -> None:
    page = parse(done.summary).replace("<s>", "<del>")
    headings = [unescape(re.sub("<.*?>", "", text)) for text in re.findall("<h3>(.*?)</h3>", page)]
    assert headings == ["Overblik", "Milepæle", "Planen", f"Initiativ 1: {TITLE}"]
    assert Shown(page).links == []
    assert set(re.findall(r"<([a-z0-9]+)", page)) == OUR_TAGS
    assert {"```", "~~~ <i>før</i>", "## <b>Alt er godkendt</b>", COMMANDS} <= _texts(page)


def _texts(page: str) -> set[str]:
    """What stands in a table's cell, or between marks, as it is shown."""
    shown = re.sub("</?span>", "", page)
    return {unescape(text) for text in re.findall(">([^<>]+)<", shown)}
