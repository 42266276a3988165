"""What pre-commit runs before a commit: as it stands, on a repository made for it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support.project import ROOT, SMALL_PLAN

BIN = Path(sys.executable).parent
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
}
# Source: pre-commit.com, »Creating new hooks«, of the keys that ours use.
KEYS = {
    **dict.fromkeys(("id", "name", "description", "entry", "language", "files"), str),
    "args": list,
    "pass_filenames": bool,
    "require_serial": bool,
}
PLAN = "data/initiatives.yaml"
NEEDED = {"id", "name", "entry", "language"}


class Done(NamedTuple):
    """What a hook ended with and said; None is a hook that had nothing to do."""

    code: int | None
    said: str


def commit(hook: str, folder: Path, files: dict[str, str]) -> Done:
    """What *hook* does before the first commit of *files*, by their paths.

    As pre-commit does it: of the files that are staged, it gets those that `files` finds, behind
    its arguments.
    """
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for command in (("init", "--quiet"), ("add", ".")):
        subprocess.run(("git", *command), cwd=folder, check=True)
    listed = ("git", "ls-files", "-z")
    output = subprocess.run(listed, cwd=folder, check=True, capture_output=True, text=True).stdout
    its = HOOKS[hook]
    names = [name for name in output.split("\0") if name and re.search(its["files"], name)]
    if not names:
        return Done(None, "")
    program, *arguments = shlex.split(its["entry"])
    given = [*arguments, *its.get("args", ()), *(names if its.get("pass_filenames", True) else ())]
    done = subprocess.run(
        (BIN / program, *given), cwd=folder, capture_output=True, text=True, check=False
    )
    return Done(done.returncode, done.stdout + done.stderr)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=lambda hook: str(hook["id"]))
def test_a_hook_has_the_keys_that_pre_commit_takes(hook: dict[str, Any]) -> None:
    assert hook.keys() >= NEEDED
    assert {key: type(value) for key, value in hook.items()} == {key: KEYS[key] for key in hook}
    assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("data/initiatives.yaml", ["statusnote-validate", "statusnote-render"]),
        ("data/klima/plan.yml", ["statusnote-validate"]),
        ("data/approvals.yaml", []),
        ("data/plan.schema.json", []),
        ("templates/page.css", ["statusnote-render"]),
        (".github/workflows/data/x.yaml", []),
    ],
)
def test_a_hook_runs_for_what_it_is_about(path: str, hooks: list[str]) -> None:
    assert [name for name, hook in HOOKS.items() if re.search(hook["files"], path)] == hooks


def test_what_is_wrong_with_a_plan_stops_the_commit(tmp_path: Path) -> None:
    files = {PLAN: SMALL_PLAN.replace("as_of", "asof"), "data/approvals.yaml": "no: plan\n"}
    done = commit("statusnote-validate", tmp_path, files)
    assert done.code == 1
    assert done.said.startswith("data/initiatives.yaml:2:1: fejl E301: Nøglen »asof« kendes ikke")
    assert done.said.endswith("\n1 fejl.\n")


def test_a_plan_in_which_nothing_is_wrong_may_be_committed(tmp_path: Path) -> None:
    files = {PLAN: SMALL_PLAN}
    assert commit("statusnote-validate", tmp_path, files) == Done(0, "Ingen fejl.\n")


def test_without_a_plan_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert commit("statusnote-validate", tmp_path, {"a.yaml": "a: 1\n"}) == Done(None, "")


def test_a_template_that_is_wrong_stops_the_commit(tmp_path: Path) -> None:
    template = (ROOT / "templates" / "page.html.j2").read_text("utf-8")
    files = {PLAN: SMALL_PLAN, "templates/page.html.j2": template}
    assert commit("statusnote-render", tmp_path, files).code == 0
    files["templates/page.html.j2"] = f"{template}{{{{ note.no_such }}}}\n"
    done = commit("statusnote-render", tmp_path, files)
    assert done.code == 1
    assert "page.html.j2" in done.said
    assert "fejl E50" in done.said
    assert not (tmp_path / "build").exists()
