"""What `statusnote init` writes: a plan that is right, and shows all that a plan may say."""

import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from support.result import Result

from statusnote.cli import plans
from statusnote.plan import schema, starter
from statusnote.plan.model import KEYS
from statusnote.plan.statuses import STATUSES

DATA = "data/initiatives.yaml"
FILES = [DATA, "data/plan.schema.json", "data/.gitattributes"]
BEGUN = "Ret {}data/initiatives.yaml til din egen plan, og dan notatet med »{}«.\n"
HERE = BEGUN.format("", "statusnote render")
PLAN = starter.contents()[DATA].decode()


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_shows_every_key_and_names_every_status() -> None:
    assert {*re.findall(r"(\w+):", PLAN)} >= KEYS
    assert [kind for kind in STATUSES if kind.phrase not in PLAN] == []


def test_a_plan_is_begun_and_renders_at_once(run: Callable[..., Result]) -> None:
    assert run("init") == Result(0, "".join(f"{path}\n" for path in FILES), HERE)
    assert run("validate") == Result(0, "Ingen fejl.\n", "")
    assert run("render", "--format", "pdf", "--format", "md").code == 0
    assert run("due", "--as-of", "2026-09-01").code == 0
    note = Path("build/statusnote.md").read_text("utf-8")
    assert "de 3 initiativer" in note
    assert "Engsø Kommune" in note
    assert Path(FILES[1]).read_text("utf-8") == schema.as_json()


def test_it_begins_in_a_folder_that_is_made(run: Callable[..., Result]) -> None:
    begun = run("init", "planer/min plan")
    command = (
        "statusnote render 'planer/min plan/data/initiatives.yaml' "
        "--output 'planer/min plan/build/statusnote.pdf'"
    )
    paths = "".join(f"planer/min plan/{path}\n" for path in FILES)
    assert begun == Result(0, paths, BEGUN.format("planer/min plan/", command))
    assert {str(path) for path in Path().rglob("*") if path.is_file()} == {*begun.out.splitlines()}


@pytest.mark.parametrize("known", [True, False])
def test_it_names_the_command_as_it_was_run(
    known: bool, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name where that is found, and else by its path, which `cd` doesn't change."""
    program = Path("programs/statusnote").absolute()
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(program.parent) if known else "nowhere")
    monkeypatch.setattr("statusnote.cli.plans._program", partial(_named_as, str(program)))
    command = "statusnote render" if known else f"{program} render"
    assert run("init").err == BEGUN.format("", command)


NAMED = plans._program


def _named_as(program: str) -> tuple[str, ...]:
    with pytest.MonkeyPatch.context() as ours:
        ours.setattr("sys.argv", [program])
        return NAMED()


@pytest.mark.parametrize(
    ("program", "named"),
    [
        (sys.executable, (sys.executable,)),
        ("-c", ("statusnote",)),
        ("/site-packages/statusnote/__main__.py", (sys.executable, "-m", "statusnote")),
    ],
)
def test_a_program_that_is_not_found_by_its_name_is_named_as_it_was_run(
    program: str, named: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "nowhere")
    assert _named_as(program) == named


@pytest.mark.parametrize(("prefix", "ours"), [("archive-v0/x1", True), ("venv", False)])
def test_what_uvx_runs_for_once_is_run_by_it_again(
    prefix: str, ours: bool, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is found by its name as long as it runs, and not behind it."""
    monkeypatch.setenv("UV", "/usr/bin/uv")
    monkeypatch.setattr("sys.prefix", f"/home/me/.cache/uv/{prefix}")
    program = "uvx statusnote" if ours else "statusnote"
    assert run("init").err == BEGUN.format("", f"{program} render")


@pytest.mark.parametrize("there", FILES)
def test_it_writes_over_nothing(there: str, run: Callable[..., Result]) -> None:
    Path("data").mkdir()
    Path(there).symlink_to("nowhere")
    refused = run("init")
    assert (refused.code, refused.out) == (1, "")
    assert " ".join(refused.err.split()) == (
        f"{there}: fejl E605: Filen findes allerede, og en ny plan overskriver intet. "
        "Begynd planen i en anden mappe, fx med »statusnote init min-plan«. 1 fejl."
    )
    assert [*Path("data").iterdir()] == [Path(there)]


def test_git_keeps_the_lines_of_the_plan_as_they_are(run: Callable[..., Result]) -> None:
    run("init")
    subprocess.run(["git", "init", "--quiet"], check=True)
    asked = ["git", "check-attr", "text", "eol", "--", *FILES[:2]]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [
        *(f"{DATA}: text: set", f"{DATA}: eol: lf"),
        *("data/plan.schema.json: text: set", "data/plan.schema.json: eol: lf"),
    ]
