"""What GitLab includes, gitlab.yml: valid, with the Action's inputs, and run as it stands."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from support.project import ROOT, SMALL_PLAN
from support.report_schemas import GITLAB, broken_in_json

INCLUDED = ROOT / "gitlab.yml"
BIN = Path(sys.executable).parent
TEXT = INCLUDED.read_text("utf-8")
HEADER, CONTENT = TEXT.split("\n---\n")
INPUTS: dict[str, dict[str, Any]] = yaml.safe_load(HEADER)["spec"]["inputs"]


def run_job(folder: Path, plan: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The job, but for what it installs, on a *plan* in *folder*, with *inputs*."""
    defaults = {name: str(its.get("default", "")) for name, its in INPUTS.items()}
    given = defaults | {"strict": "false", "base": ""} | inputs
    filled = re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: given[match[1]], CONTENT)
    job = yaml.safe_load(filled)["statusnote"]
    (folder / "data").mkdir()
    (folder / "data" / "initiatives.yaml").write_text(plan, "utf-8")
    environment = os.environ | {name: str(value or "") for name, value in job["variables"].items()}
    environment |= {"GITLAB_CI": "true", "PYTHONPATH": str(ROOT / "src")}
    environment |= {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ("bash", "-eo", "pipefail", "-c", "\n".join(job["script"])),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_header_and_its_job_are_valid(tmp_path: Path) -> None:
    """The schema reads `spec` in a file of its own."""
    for name, text in (("header.yml", HEADER), ("job.yml", CONTENT)):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        schema = ("--builtin-schema", "vendor.gitlab-ci")
        subprocess.run((BIN / "check-jsonschema", *schema, path), check=True)


def test_it_takes_what_the_action_takes() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert {*INPUTS} - {*action} == {"source", "stage"}
    same = {*action} - {"strict", "base"}
    assert {name: INPUTS[name]["default"] for name in same} == {
        name: action[name]["default"] for name in same
    }
    assert {*re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", CONTENT)} == {*INPUTS}


def test_no_script_has_anything_put_into_it() -> None:
    job = yaml.safe_load(CONTENT)["statusnote"]
    assert "[[ inputs" not in "".join((*job["before_script"], *job["script"]))


def test_it_installs_what_the_job_of_init_installs() -> None:
    path = ROOT / "src" / "statusnote" / "plan" / "ci" / "gitlab.yml"
    ours = yaml.safe_load(CONTENT)["statusnote"]["before_script"]
    theirs = yaml.safe_load(path.read_text("utf-8"))["statusnotat"]["before_script"]
    assert [line.replace("$SOURCE", "$STATUSNOTE") for line in ours] == theirs


def test_it_renders_and_says_what_a_merge_request_means(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(SMALL_PLAN.replace("Et initiativ", "Et andet"), "utf-8")
    done = run_job(tmp_path, SMALL_PLAN, base="old.yaml", forms="md")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["statusnote.md"]
    changes = (tmp_path / "changes.md").read_text("utf-8")
    assert "- Titel: Et ~~andet~~ **initiativ**\n" in changes
    assert done.stdout.endswith(changes)
    assert json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8")) == []


def test_what_is_wrong_ends_it_and_is_reported(tmp_path: Path) -> None:
    """A warning is, where that is asked."""
    plan = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM")
    done = run_job(tmp_path, plan, strict="true")
    assert done.returncode == 1
    report = json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8"))
    assert broken_in_json(report, GITLAB) == []
    assert [each["check_name"] for each in report] == ["W402"]
    assert "advarsel W402: " in done.stdout
    assert not (tmp_path / "build").exists()
