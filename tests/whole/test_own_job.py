"""The CI jobs that `statusnote init --ci` writes: valid, safe, and run as they stand."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support import actionlint
from support.hostile_data import COMMANDS, HOSTILE, obeyed
from support.project import ROOT, SMALL_PLAN
from support.result import Result

from statusnote.plan.starter import JOBS, contents
from statusnote.render.forms import FORMS

BIN = Path(sys.executable).parent
SCHEMAS: dict[str, tuple[str, ...]] = {
    "github": ("vendor.github-workflows",),
    "gitlab": ("vendor.gitlab-ci",),
    # Its patterns are none in Unicode's mode.
    "azure": ("vendor.azure-pipelines", "--regex-variant", "nonunicode"),
}
DRAFTS = "build/statusnote-udkast.*"  # where approvals are missing
NOTES = [f"build/statusnote.{form.endings[0]}" for form in FORMS.values() if form.published]
each_service = pytest.mark.parametrize("service", JOBS)


class Job(NamedTuple):
    """A job as the file for a *service* has it: its scripts, the first of which installs."""

    text: str
    scripts: list[str]
    kept: list[str]


def job(service: str) -> Job:
    text = contents(service)[JOBS[service]].decode()
    values: Any = yaml.safe_load(text)
    if service == "gitlab":
        its = values["statusnotat"]
        scripts = ["\n".join(its[key]) for key in ("before_script", "script")]
        return Job(text, scripts, its["artifacts"]["paths"])
    steps = values["jobs"]["statusnotat"]["steps"] if service == "github" else values["steps"]
    scripts = [step[key] for step in steps for key in ("run", "bash") if key in step]
    with_, path = ("with", "path") if service == "github" else ("inputs", "targetPath")
    return Job(text, scripts, steps[-1][with_][path].split())


class Done(NamedTuple):
    """What a job ended with, wrote to its log, and put into its summary."""

    code: int
    log: str
    summary: str


# How each service begins a script. Source: their documentation.
SHELLS = {"github": ["bash", "-e"], "gitlab": ["bash", "-eo", "pipefail"], "azure": ["bash"]}


def run_job(service: str, folder: Path, text: str) -> Done:
    """The job, but for what it installs, on the data *text* in *folder*."""
    (folder / "data").mkdir()
    (folder / "data" / "initiatives.yaml").write_text(text, "utf-8")
    summary = folder / "summary.md"
    summary.touch()
    environment = os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }
    if service == "github":
        environment |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    if service == "azure":
        environment |= {"TF_BUILD": "True"}
    log = ""
    for script in scripts(service):
        done = subprocess.run(
            (*SHELLS[service], "-c", script),
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        log += done.stdout.decode()
        if done.returncode:
            break
    return Done(done.returncode, log, summary.read_text("utf-8"))


def scripts(service: str) -> list[str]:
    """Those of the job, without the one that installs and, of GitHub's, the one that publishes."""
    return [script for script in job(service).scripts[1:] if "mkdir pages" not in script]


def publishing(service: str) -> str:
    """The script that lays out the page, where that is asked for."""
    jobs: Any = yaml.safe_load(job(service).text)
    if service == "gitlab":
        return "\n".join(jobs["pages"]["script"])
    steps = jobs["jobs"]["statusnotat"]["steps"]
    (script,) = (step["run"] for step in steps if "if" in step and "run" in step)
    return str(script)


@each_service
def test_it_is_written_beside_the_plan(
    service: str,
    run: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    begun = run("init", "--ci", service)
    assert begun.code == 0
    assert begun.out.splitlines() == [*contents(), JOBS[service]]
    assert begun.err.endswith(
        f"Skriv i {JOBS[service]}, hvorfra pip henter statusnote: på linjen under "
        "»RET DENNE LINJE«.\n"
    )
    assert Path(JOBS[service]).read_text("utf-8") == job(service).text


@each_service
def test_it_writes_over_no_job(
    service: str,
    run: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(JOBS[service]).parent.mkdir(parents=True, exist_ok=True)
    Path(JOBS[service]).touch()
    refused = run("init", "--ci", service)
    assert (refused.code, refused.out) == (1, "")
    assert f"{JOBS[service]}: fejl E605" in " ".join(refused.err.split())
    assert not Path("data").exists()


@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_it_publishes_the_page_where_that_is_asked_for(
    service: str, rendered: dict[str, tuple[Path, Done]]
) -> None:
    """The page is what opens, and all forms lie beside it; the job is the last one."""
    folder, _ = rendered[service]
    jobs: Any = yaml.safe_load(job(service).text)
    if service == "gitlab":
        asked_for = jobs["pages"]["rules"][0]["if"]
        published = folder / "public"
        assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    else:
        asked_for, published = jobs["jobs"]["side"]["if"], folder / "pages"
        pages = [s for s in jobs["jobs"]["statusnotat"]["steps"] if s.get("if") == asked_for]
        assert [step.get("with") for step in pages] == [None, {"path": "pages"}]
    assert "STATUSNOTE_PAGES" in asked_for
    subprocess.run((*SHELLS[service], "-c", publishing(service)), cwd=folder, check=True)
    page = (folder / "build" / "statusnote.html").read_bytes()
    assert (published / "index.html").read_bytes() == page
    beside = {path.name for path in published.iterdir()}
    assert beside == {"index.html", *(Path(note).name for note in NOTES)}


def test_another_service_is_none(run: Callable[..., Result]) -> None:
    refused = run("init", "--ci", "jenkins")
    assert refused.code == 2
    assert "'jenkins' is not one of 'github', 'gitlab', 'azure'" in refused.err


@each_service
def test_it_is_valid(service: str, tmp_path: Path) -> None:
    path = tmp_path / "job.yml"
    path.write_text(job(service).text, "utf-8")
    schema = ("--builtin-schema", *SCHEMAS[service])
    subprocess.run((BIN / "check-jsonschema", *schema, path), check=True)


def test_the_one_for_github_is_safe_and_sound(tmp_path: Path) -> None:
    path = tmp_path / JOBS["github"]
    path.parent.mkdir(parents=True)
    path.write_text(job("github").text, "utf-8")
    subprocess.run((BIN / "zizmor", "--offline", "--quiet", "--pedantic", path), check=True)
    assert actionlint.complaints(path) == []


def test_the_one_for_github_takes_the_actions_that_ours_takes() -> None:
    ours = (ROOT / ".github" / "workflows" / "note.yml").read_text("utf-8")
    actions = re.findall("uses: (.*)", job("github").text)
    assert actions == re.findall("uses: (.*)", ours)


@each_service
def test_it_installs_what_a_note_needs_and_says_where_from_in_one_marked_line(
    service: str,
) -> None:
    needed = re.search(
        r'^note\) apt="(.*?)"', (ROOT / "tools/system-packages").read_text(), re.MULTILINE
    )
    text, (install, *_), _ = job(service)
    assert needed
    assert f"apt-get install --yes --no-install-recommends {needed[1]}\n" in install
    assert install.rstrip().endswith('python -m pip install "$STATUSNOTE"')
    assert len(re.findall(r"# RET DENNE LINJE: .*\n +STATUSNOTE: git\+https://", text)) == 1


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Done]]:
    """The folder of each service's job on a plan in which nothing is wrong, and what it did."""
    folders = {service: tmp_path_factory.mktemp(service) for service in JOBS}
    return {each: (folder, run_job(each, folder, SMALL_PLAN)) for each, folder in folders.items()}


@each_service
def test_it_renders_and_keeps_every_form_of_the_note(
    service: str, rendered: dict[str, tuple[Path, Done]]
) -> None:
    folder, done = rendered[service]
    assert done.code == 0, done.log
    assert [note for note in NOTES if not (folder / note).is_file()] == []
    assert job(service).kept in ([*NOTES, DRAFTS], ["build"])


def test_the_plan_and_what_is_due_stand_where_they_are_seen(
    rendered: dict[str, tuple[Path, Done]],
) -> None:
    on_azure = (rendered["azure"][0] / "build" / "overblik.md").read_text("utf-8")
    assert on_azure == rendered["github"][1].summary
    for shown in (on_azure, rendered["gitlab"][1].log):
        assert "Et initiativ" in shown
        assert "Ingen milepæle" in shown


@each_service
def test_a_plan_that_lacks_approvals_gives_a_draft_and_says_whose(
    service: str, tmp_path: Path
) -> None:
    done = run_job(service, tmp_path, f"approvals: required\n{SMALL_PLAN}")
    assert done.code == 0, done.log
    drafts = {note.replace("statusnote.", "statusnote-udkast.") for note in NOTES}
    built = {f"build/{path.name}" for path in (tmp_path / "build").iterdir()}
    assert built - {"build/overblik.md"} == drafts
    overview = tmp_path / "build" / "overblik.md"
    shown = overview.read_text("utf-8") if service == "azure" else done.summary or done.log
    assert "Ikke godkendt endnu" in shown
    assert service == "gitlab" or "\n\n### Godkendelser\n" in shown


@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_a_draft_is_not_published(service: str, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "statusnote-udkast.html").touch()
    script = (*SHELLS[service], "-c", publishing(service))
    done = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "Notatet er et udkast og lægges ikke frem.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


# How the report on an error begins, where its place is told apart.
FIRST_WORDS = {
    "github": ",title=fejl E304::",
    "gitlab": ": fejl E304: ",
    "azure": ";code=E304]E304: ",
}


@each_service
def test_what_is_wrong_with_the_data_ends_it(service: str, tmp_path: Path) -> None:
    done = run_job(service, tmp_path, HOSTILE.replace("gennemført\n", f'"{COMMANDS}"\n'))
    assert (done.code, done.summary) == (1, "")
    assert FIRST_WORDS[service] in done.log
    report = tmp_path / "gl-code-quality-report.json"
    assert report.exists() == (service == "gitlab")
    assert service != "gitlab" or '"check_name": "E304"' in report.read_text("utf-8")
    assert not (tmp_path / "build").exists()


@each_service
def test_what_is_wrong_as_the_note_is_made_ends_it(service: str, tmp_path: Path) -> None:
    done = run_job(service, tmp_path, SMALL_PLAN.replace("Et initiativ", f'"{COMMANDS} 漢"'))
    assert (done.code, done.summary) == (1, "")
    assert "fejl E507" in done.log
    assert service != "github" or obeyed(done.log) == ["stop-commands", "resume"]
    assert service != "azure" or "##" not in done.log


def test_github_obeys_no_data(tmp_path: Path, rendered: dict[str, tuple[Path, Done]]) -> None:
    done = run_job("github", tmp_path, HOSTILE)
    assert done.code == 0
    assert obeyed(done.log) == [*["warning"] * 8, "stop-commands", "resume"]
    (word,) = re.findall("^::stop-commands::([0-9a-f]{32})$", done.log, re.MULTILINE)
    assert done.log.endswith(f"::{word}::\n")
    assert word not in rendered["github"][1].log


def test_azure_obeys_no_data(tmp_path: Path) -> None:
    order = "##vso[a]b ###vso[a]b"  # in the line of which there is a warning
    done = run_job("azure", tmp_path, HOSTILE.replace("</details>", order))
    assert done.code == 0
    ours = f"##vso[task.uploadsummary]{tmp_path}/build/overblik.md"
    *warnings, summary = [line for line in done.log.splitlines() if "##" in line]
    assert len(warnings) > 1
    for line in warnings:
        assert line.startswith("##vso[task.logissue type=warning;")
        assert line.count("##") == 1
    assert summary == ours
    assert "#_vso[a]b #_#vso[a]b" in done.log
