"""The project around the code: its set-up, its CI job, its packages."""

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from support import actionlint, browser
from support.project import ROOT

from statusnote.render.forms import FORMS

PDFJS = ROOT / "tests" / "support" / "pdfjs"
WORKFLOWS = [*(ROOT / ".github" / "workflows").glob("*.yml")]
WORKFLOW = ROOT / ".github" / "workflows" / "note.yml"
each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.stem))
BIN = Path(sys.executable).parent


def _run(*command: str | Path, folder: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    assert re.findall(r"make (\w+):", _run("make", "help")) == phony


@each_workflow
def test_a_workflow_is_a_valid_one(workflow: Path) -> None:
    _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow)


@each_workflow
def test_a_workflow_is_a_safe_one(workflow: Path) -> None:
    _run(BIN / "zizmor", "--offline", "--quiet", "--pedantic", workflow)


def test_actionlint_finds_nothing_wrong_with_the_workflows() -> None:
    assert actionlint.complaints(*WORKFLOWS) == []


def test_what_actionlint_is_not_believed_is_still_a_false_alarm() -> None:
    assert actionlint.false_alarms(*WORKFLOWS) == {*actionlint.FALSE_ALARMS}


def test_actionlint_finds_what_is_wrong(tmp_path: Path) -> None:
    wrong = WORKFLOW.read_text("utf-8").replace("${{ github.", "${{ github.no_", 1)
    (path := tmp_path / "wrong.yml").write_text(wrong, "utf-8")
    (found,) = actionlint.complaints(path)
    assert 'property "no_' in found


def test_an_action_is_of_one_commit_in_every_workflow() -> None:
    found = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    actions = re.findall(r"uses: ([\w/-]+)@([0-9a-f]{40}) # v[\d.]+\n", found)
    assert len(actions) == found.count("uses: ") - found.count("uses: ./ ")  # the last is ours
    assert len({*actions}) == len({name for name, _ in actions})


def test_a_browser_is_installed_where_none_is_that_tests_and_benchmarks_take() -> None:
    text = (ROOT / "tools" / "system-packages").read_text()
    listed = text.partition("for program in ")[2].partition("; do")[0]
    assert tuple(shlex.split(listed.replace("\\\n", ""))) == browser.PROGRAMS


def test_the_workflow_runs_make_targets_and_no_more() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert [step["run"] for step in steps if "run" in step] == ["make job", "make pages"]


def test_the_page_is_published_where_that_is_asked_for() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
    asked_for = jobs["page"]["if"]
    assert "vars.STATUSNOTE_PAGES == 'true'" in asked_for
    steps = [step for step in jobs["note"]["steps"] if step.get("if") == asked_for]
    assert [step.get("with") for step in steps] == [None, {"path": "build/pages"}]
    assert _recipe("pages")[-3:] == [
        "mkdir -p build/pages",
        "cp build/statusnote.html build/pages/index.html",
        "cp build/statusnote.* build/pages",
    ]


def test_every_form_that_is_published_is_built_and_uploaded() -> None:
    published = [form for form in FORMS.values() if form.published]
    paths = [f"build/statusnote.{form.endings[0]}" for form in published]
    makefile = (ROOT / "Makefile").read_text()
    (built,) = re.findall(r"^note: (.*?) ##", makefile, re.MULTILINE)
    assert built.split() == paths
    (command,) = (line for line in _recipe("note") if "statusnote render" in line)
    assert re.findall(r"--format (\S+)", command) == [form.name for form in published]
    job = yaml.safe_load(WORKFLOW.read_text())["jobs"]["note"]
    (upload,) = (s["with"] for s in job["steps"] if "/upload-artifact@" in s.get("uses", ""))
    assert upload["path"].split() == [*paths, "build/statusnote-udkast.*"]


def test_the_workflow_runs_for_all_that_the_note_is_made_of() -> None:
    triggers = yaml.safe_load(WORKFLOW.read_text())[True]  # YAML 1.1 reads `on` so
    paths = triggers["push"]["paths"]
    assert triggers["pull_request"]["paths"] == paths
    made_of = ["data/**", "templates/**", "src/**", "tools/system-packages", "pyproject.toml"]
    assert paths == [*made_of, "requirements.txt", "Makefile", ".github/workflows/note.yml"]


LOCKS = ("requirements.txt", "requirements-dev.txt")
LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)", re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_locked_with_its_hash_and_without_addresses(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"https?:|--index|--extra|--find", text)
    for requirement in re.split(r"\n(?=\w)", text)[1:]:
        assert re.match(r"[\w.,[\]-]+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", requirement)


def test_the_locked_versions_are_the_same_in_both_files() -> None:
    both = [set(LOCKED.findall((ROOT / name).read_text())) for name in LOCKS]
    assert both[0] <= both[1]


def test_what_npm_installs_is_locked_with_its_hash_and_runs_nothing() -> None:
    lock = json.loads((PDFJS / "package-lock.json").read_text())
    root, *packages = lock["packages"].values()
    wanted = json.loads((PDFJS / "package.json").read_text())["dependencies"]
    assert root["dependencies"] == wanted
    assert [package for package in packages if not HASHED.match(package["integrity"])] == []
    assert [package for package in packages if "resolved" in package] == []
    (install,) = (line for line in _recipe(".venv/dev") if re.search(r"/npm .* ci ", line))
    assert "--ignore-scripts" in install.split()


HASHED = re.compile(r"sha512-[\w+/]{86}==$")


def _recipe(target: str) -> list[str]:
    """All that make would run for *target* where nothing is there yet."""
    return _run("make", "--dry-run", "--always-make", target).splitlines()


def _looks_beyond_the_lock(recipe: list[str]) -> list[str]:
    """The commands of *recipe* by which pip could install, or be content with, what is not locked.

    Whatever pip resolves, it may find a newer version of, hashes or not; so it must not resolve,
    and afterwards be asked whether what is locked fits together.
    """
    installs = [place for place, line in enumerate(recipe) if re.search(r"\bpip\b.*install", line)]
    found = [recipe[place] for place in installs if "--no-deps" not in recipe[place].split()]
    found += [
        recipe[place]
        for place in installs
        if "--requirement" in recipe[place] and "--require-hashes" not in recipe[place].split()
    ]
    checked = any(line.endswith("pip check") for line in _options_left_out(recipe[installs[-1] :]))
    return found if checked else [*found, "no pip check"]


def _options_left_out(lines: list[str]) -> list[str]:
    return [re.sub(r" --\S+", "", line) for line in lines]


def test_a_locked_install_asks_for_nothing_that_is_not_locked() -> None:
    for target in (".venv/note", ".venv/dev"):
        assert _looks_beyond_the_lock(_recipe(target)) == []
    named = set(re.findall(r"--requirement (\S+)", "\n".join(_recipe(".venv/dev"))))
    assert named == set(LOCKS)
    lock = next(line for line in _recipe("lock") if "uv pip compile" in line)
    assert {"--generate-hashes", "--no-strip-extras"} <= set(lock.split())


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ((" --no-deps", ""), 2),  # both installs of the note's recipe
        ((" --require-hashes", ""), 1),
        (("pip --disable-pip-version-check check", "true"), 1),
    ],
)
def test_a_recipe_that_looks_beyond_the_lock_is_seen(edit: tuple[str, str], found: int) -> None:
    recipe = [line.replace(*edit) for line in _recipe(".venv/note")]
    assert len(_looks_beyond_the_lock(recipe)) == found


def test_a_lock_installs_as_it_is_when_its_pins_are_outdated(tmp_path: Path) -> None:
    """What the Makefile's own options make of a lock, of which a package has come out anew."""
    _wheel(tmp_path, "outer", "1.0", requires="inner[more]>=1.0")
    _wheel(tmp_path, "inner", "1.0")
    _wheel(tmp_path, "inner", "2.0")
    assert _installed(tmp_path, "outer-1.0", "inner-1.0") == ["inner-1.0", "outer-1.0"]
    assert _check(tmp_path).returncode == 0


def test_a_lock_that_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    _wheel(tmp_path, "outer", "1.0", requires="inner[more]>=2.0")
    _wheel(tmp_path, "inner", "1.0")
    assert _installed(tmp_path, "outer-1.0", "inner-1.0") == ["inner-1.0", "outer-1.0"]
    checked = _check(tmp_path)
    assert checked.returncode == 1
    assert "outer 1.0 has requirement inner[more]>=2.0" in checked.stdout


def _wheel(folder: Path, name: str, version: str, requires: str = "") -> None:
    """A package without code. Source: the binary distribution format of packaging.python.org."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: more\n"
    metadata += f"Requires-Dist: {requires}\n" if requires else ""
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", metadata)
        tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{info}/WHEEL", tag)
        wheel.writestr(f"{info}/RECORD", "")


def _installed(folder: Path, *wheels: str) -> list[str]:
    """What the Makefile's command installs of a lock of these *wheels*, from *folder* alone."""
    lock = folder / "lock.txt"
    files = {each: folder / f"{each}-py3-none-any.whl" for each in wheels}
    lock.write_text(
        "".join(
            f"{each.replace('-', '==')} --hash=sha256:{sha256(file.read_bytes()).hexdigest()}\n"
            for each, file in files.items()
        )
    )
    line = next(line for line in _recipe(".venv/note") if f"--requirement {LOCKS[0]}" in line)
    options = line.replace(LOCKS[0], str(lock)).split()[1:]
    target = folder / "site"
    there = ("--no-index", "--find-links", folder, "--target", target)
    _run(sys.executable, *options, *there)
    return sorted(path.name.removesuffix(".dist-info") for path in target.glob("*.dist-info"))


def _check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", "check")
    return subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(folder / "site")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_templates_loop_and_do_nothing_else() -> None:
    for path in (ROOT / "templates").glob("*.j2"):
        tags = set(re.findall(r"{%-?\s*(\w+)", path.read_text()))
        assert tags == {"for", "endfor"}


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python 3.11.2, which Debian 12 has, takes the beginning of one more repetition with it."""
    written = {path: path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert len(written) > 50
    possessive = re.compile(r"\)(?:[+*?]|\{[\d,]+\})\+")
    assert [path.name for path, text in written.items() if possessive.search(text)] == []
