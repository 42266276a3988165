"""The project around the code: its set-up, its CI job, its packages."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "note.yml"
BIN = Path(sys.executable).parent


def _run(*command: str | Path, folder: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    assert re.findall(r"make (\w+):", _run("make", "help")) == phony


def test_the_workflow_is_a_valid_one() -> None:
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOW)


def test_the_workflow_is_a_safe_one() -> None:
    _run(BIN / "zizmor", "--offline", "--quiet", "--pedantic", WORKFLOW)


def test_the_workflow_runs_a_make_target_and_no_more() -> None:
    job = yaml.safe_load(WORKFLOW.read_text())["jobs"]["note"]
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make job"]


def test_the_workflow_runs_for_all_that_the_note_is_made_of() -> None:
    triggers = yaml.safe_load(WORKFLOW.read_text())[True]  # YAML 1.1 reads `on` so
    paths = triggers["push"]["paths"]
    assert triggers["pull_request"]["paths"] == paths
    made_of = ["data/**", "templates/**", "src/**", "tools/system-packages", "pyproject.toml"]
    assert paths == [*made_of, "requirements.txt", "Makefile", ".github/workflows/note.yml"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_is_locked_with_its_hash_and_without_addresses(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"https?:|--index|--extra|--find", text)
    for requirement in re.split(r"\n(?=\w)", text)[1:]:
        assert re.match(r"[\w.-]+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", requirement)


def test_the_locked_versions_are_the_same_in_both_files() -> None:
    both = [
        set(re.findall(r"^([\w.-]+==[\w.]+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert both[0] <= both[1]


def test_the_wheel_renders_the_note_by_itself(tmp_path: Path) -> None:
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, ROOT),
    )
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    assert (site / "statusnote" / "render" / "fonts.conf").is_file()
    assert sorted(path.name for path in (site / "statusnote" / "templates").iterdir()) == [
        "note.css",
        "note.html.j2",
        "note.md.j2",
    ]
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); from statusnote import cli; "
        f"assert cli.__file__.startswith({str(site)!r}); cli.main()"
    )
    data = tmp_path / "elsewhere" / "plan.yaml"
    data.parent.mkdir()
    data.write_bytes((ROOT / "data" / "initiatives.yaml").read_bytes())
    arguments = ("render", data, "--format", "md", "--output", "-")
    shown = _run(sys.executable, "-c", code, *arguments, folder=tmp_path)
    assert shown == (ROOT / "tests" / "golden" / "note.md").read_text()


def test_templates_loop_and_do_nothing_else() -> None:
    for path in (ROOT / "templates").glob("*.j2"):
        tags = set(re.findall(r"{%-?\s*(\w+)", path.read_text()))
        assert tags == {"for", "endfor"}
