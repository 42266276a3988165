"""The Action for GitHub, action.yml: valid, safe, and its scripts run as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from support.hostile_data import HOSTILE, obeyed
from support.project import ROOT, SMALL_PLAN

from statusnote.render.forms import FORMS

ACTION = ROOT / "action.yml"
BIN = Path(sys.executable).parent
DEFINED: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in DEFINED["runs"]["steps"]}
DEFAULTS = {name: str(its["default"]) for name, its in DEFINED["inputs"].items()}
INSTALL, VALIDATE, RENDER = (name for name in STEPS if "run" in STEPS[name])


class Done(NamedTuple):
    """What the Action ended with, wrote to its log and into the summary, and put out."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]


def run_action(folder: Path, text: str, before: str = "", **inputs: str) -> Done:
    """The Action, but for what it installs, on the data *text* in *folder*, with *inputs*.

    With a text *before*, that is what git has of the data, and the base.
    """
    data = folder / "data" / "initiatives.yaml"
    data.parent.mkdir()
    if before:
        data.write_text(before, "utf-8")
        as_someone = ("-c", "user.name=A", "-c", "user.email=a@x.dk")
        for command in (("init", "--quiet"), ("add", "data"), (*as_someone, "commit", "-qm", "a")):
            subprocess.run(("git", *command), cwd=folder, check=True)
    data.write_text(text, "utf-8")
    return _run_steps(folder, DEFAULTS | {"base": "HEAD" if before else ""} | inputs)


def _run_steps(folder: Path, inputs: dict[str, str]) -> Done:
    runner = folder / "runner"
    (runner / "statusnote").mkdir(parents=True)
    (runner / "statusnote" / "bin").symlink_to(BIN)
    files = {name: runner / name.lower() for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    environment = os.environ | {name: str(path) for name, path in files.items()}
    environment |= {"GITHUB_ACTIONS": "true", "RUNNER_TEMP": str(runner)}
    environment |= {"PYTHONPATH": str(ROOT / "src")}
    log, code = "", 0
    for name in (VALIDATE, RENDER):
        given = {key: _filled(value, inputs) for key, value in STEPS[name]["env"].items()}
        done = subprocess.run(
            # As the runner does. Source: GitHub Docs, »jobs.<job_id>.steps[*].shell«.
            ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]),
            cwd=folder,
            env=environment | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        log, code = log + done.stdout.decode(), done.returncode
        if code:
            break
    summary, output = (path.read_text("utf-8") if path.exists() else "" for path in files.values())
    return Done(code, log, summary, dict(line.split("=", 1) for line in output.splitlines()))


def _filled(value: str, inputs: dict[str, str]) -> str:
    """What the runner makes of `${{ inputs.… }}`."""
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], value)


def test_it_is_a_valid_one() -> None:
    schema = ("--builtin-schema", "vendor.github-actions")
    subprocess.run((BIN / "check-jsonschema", *schema, ACTION), check=True)


def test_it_is_a_safe_one() -> None:
    subprocess.run((BIN / "zizmor", "--offline", "--quiet", "--pedantic", ACTION), check=True)


def test_no_script_has_anything_put_into_it() -> None:
    """What a workflow hands over reaches a script as a variable, and is never part of it."""
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert len(scripts) == 3
    assert [script for script in scripts if "${{" in script] == []
    used = set(re.findall(r"inputs\.([\w-]+) \}\}", ACTION.read_text("utf-8")))
    assert used == {*DEFINED["inputs"]}


def test_it_takes_the_actions_that_the_workflows_take() -> None:
    workflow = (ROOT / ".github" / "workflows" / "note.yml").read_text("utf-8")
    actions = re.findall("uses: (.*)", ACTION.read_text("utf-8"))
    assert actions
    assert {*actions} <= {*re.findall("uses: (.*)", workflow)}


def test_it_installs_itself_and_what_is_locked() -> None:
    lines = STEPS[INSTALL]["run"].splitlines()
    installs = [line for line in lines if line.startswith("pip install")]
    assert all("--no-deps" in line and "$GITHUB_ACTION_PATH" in line for line in installs)
    locked, itself = installs
    assert "--require-hashes" in locked.split()
    assert itself.endswith(' "$GITHUB_ACTION_PATH"')


def test_it_renders_every_form_that_is_published_unless_others_are_named() -> None:
    assert DEFAULTS["forms"].split() == [name for name, form in FORMS.items() if form.published]


def test_it_renders_and_says_what_a_pull_request_means_and_github_obeys_no_data(
    tmp_path: Path,
) -> None:
    done = run_action(tmp_path, HOSTILE, SMALL_PLAN, forms="md csv")
    assert done.code == 0, done.log
    assert obeyed(done.log) == [*["warning"] * 8, "stop-commands", "resume"]
    built = {path.name for path in (tmp_path / done.outputs["note"]).iterdir()}
    assert built == {"statusnote.md", "statusnote.csv"}
    changes = Path(done.outputs["changes"]).read_text("utf-8")
    assert changes.startswith("**1 ændret siden sidst**\n\n### Planen\n")
    assert done.summary.endswith(f"\n\n{changes}")
    assert re.findall("^### (.*)", done.summary, re.MULTILINE)[:2] == ["Overblik", "Milepæle"]


def test_what_a_workflow_hands_over_is_no_option() -> None:
    script = STEPS[VALIDATE]["run"] + STEPS[RENDER]["run"]
    handed_over = re.findall(r'([^ \n]+) (?:"\$BASE" )?"\$DATA"', script)
    assert handed_over == ["--"] * 6


def test_what_is_wrong_ends_it_beside_its_line(tmp_path: Path) -> None:
    done = run_action(tmp_path, SMALL_PLAN.replace("as_of", "asof"))
    assert (done.code, obeyed(done.log), done.summary, done.outputs) == (1, ["error"], "", {})
    assert not (tmp_path / "build").exists()


def test_a_warning_ends_it_where_that_is_asked(tmp_path: Path) -> None:
    plan = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM")
    done = run_action(tmp_path, plan, strict="true")
    assert (done.code, obeyed(done.log), done.summary) == (1, ["warning"], "")
