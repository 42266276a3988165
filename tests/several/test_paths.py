"""What is named on the command line stands for plans, each of which has a name of its own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.closed import close
from support.project import SMALL_PLAN
from support.result import Result

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.several.paths import name_of, named_apart, plans_at

Run = Callable[..., Result]
# What lies in a folder, and which of it is a plan.
HELD = {
    "b.yaml": True,
    "a.yml": True,
    "C.YAML": True,
    ".skjult.yaml": False,
    "approvals.yaml": False,
    "grundlag.yaml": False,
    "azure-pipelines.yml": False,
    "a.json": False,
    "data/initiatives.yaml": True,
    "data/approvals.yaml": False,
    "under/data/initiatives.yaml": True,
    "under/data/other.yaml": False,
    "under/initiatives.yaml": False,
    ".git/data/initiatives.yaml": False,
}


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in HELD:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SMALL_PLAN, "utf-8")
    (tmp_path / "tom").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("folder", [".", "./", "whole"])
def test_a_folder_stands_for_the_plans_in_it(held: Path, folder: str) -> None:
    named = str(held) if folder == "whole" else folder
    plans = [name for name, is_plan in HELD.items() if is_plan]
    assert plans_at([named]) == (tuple(sorted(str(Path(named, name)) for name in plans)), True)


def test_the_home_of_a_plan_is_a_folder_with_one(held: Path) -> None:
    assert plans_at(["data"]) == ((str(Path("data", "initiatives.yaml")),), True)
    assert plans_at(["under"]) == (
        (str(Path("under/data/initiatives.yaml")), str(Path("under/initiatives.yaml"))),
        True,
    )


def test_a_file_is_itself_whatever_it_is(held: Path) -> None:
    for name in ("./b.yaml", "approvals.yaml", "nowhere", "-", "a\0b"):
        assert plans_at([name]) == ((name,), False)
    (held / "-").mkdir()
    assert plans_at(["-"]) == (("-",), False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has no name in a folder there")
def test_a_pipe_in_a_folder_is_no_plan(held: Path) -> None:
    os.mkfifo(held / "pipe.yaml")
    (held / "pipe.yml").symlink_to("pipe.yaml")
    (held / "lost.yaml").symlink_to("gone.yaml")
    found = plans_at([str(held)]).paths
    assert [Path(path).name for path in found if Path(path).stem in ("pipe", "lost")] == [
        "lost.yaml"
    ]
    assert plans_at([str(held / "pipe.yaml")]).paths == (str(held / "pipe.yaml"),)


def test_the_order_is_that_of_the_arguments_and_each_counts_once(held: Path) -> None:
    (held / "link.yaml").symlink_to("b.yaml")
    named = ["under/data/initiatives.yaml", "b.yaml", "-", "./b.yaml", "link.yaml", "under"]
    assert plans_at(named) == (
        (*named[:3], str(Path("under/initiatives.yaml"))),
        True,
    )
    assert plans_at(["b.yaml", str(held / "b.yaml")]) == (("b.yaml",), False)


@pytest.mark.parametrize("command", ["validate", "render", "summary", "due"])
def test_a_folder_without_plans_says_what_is_looked_for(held: Path, run: Run, command: str) -> None:
    done = run(command, "tom")
    assert done.code == 1
    said = done.out if command == "validate" else done.err
    assert said.startswith("tom: fejl E114: Der er ingen plan i mappen.\n    Angiv planens fil")
    assert "data/initiatives.yaml" in " ".join(said.split())


def test_a_folder_that_is_closed_may_hold_plans_and_is_told(
    held: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = held / "under" / "lukket"
    folder.mkdir()
    close(folder, monkeypatch)
    closed = str(Path("under", "lukket"))
    done = run("summary", "under")
    assert done.code == 1
    assert f"{closed}: fejl E115: Mappen kan ikke læses: du har ikke adgang." in done.err
    assert done.out.endswith(f"Udeladt på grund af fejl: {closed}\n")
    alone = run("validate", closed)
    assert alone.code == 1
    assert alone.out.startswith(f"{closed}: fejl E115: Mappen kan ikke læses")


@pytest.mark.parametrize("command", ["validate", "render", "summary", "due"])
def test_standard_input_is_read_once(run: Run, command: str) -> None:
    done = run(command, "-", "a.yaml", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("Invalid value for DATA: only one of them can be standard input\n")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("klima.yaml", "klima"),
        ("by/klima.2025.yml", "klima.2025"),
        ("by/data/initiatives.yaml", "by"),
        ("/data/initiatives.yaml", "initiatives"),
        ("data/other.yaml", "other"),
        ("initiatives.yaml", "initiatives"),
        ("-", "statusnote"),
    ],
)
def test_a_note_is_called_as_its_plan(path: str, name: str) -> None:
    assert name_of(path) == name


def test_a_plan_in_the_present_folder_is_called_as_that(held: Path) -> None:
    assert name_of("data/initiatives.yaml") == held.name


def test_names_that_are_apart_stand_for_their_files() -> None:
    assert named_apart(
        ["a.yaml", "b/data/initiatives.yaml", "index.yaml"], with_overview=False
    ) == {
        "a.yaml": "a",
        "b/data/initiatives.yaml": "b",
        "index.yaml": "index",
    }


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.yaml", "b/a.yml"], [("E606", "b/a.yml", "a.yaml")]),
        (["a.yaml", "b/A.yaml"], [("E606", "b/A.yaml", "a.yaml")]),
        (["å.yaml", "b/a\u030a.yaml"], [("E606", "b/a\u030a.yaml", "å.yaml")]),
        (["a/data/initiatives.yaml", "a.yaml"], [("E606", "a.yaml", "a/data/initiatives.yaml")]),
        (["a.yaml", "a-udkast.yaml"], [("E606", "a-udkast.yaml", "a.yaml")]),
        (["a.yaml", "index.yaml"], [("E607", "index.yaml", "")]),
        (["Index-udkast.yml"], [("E607", "Index-udkast.yml", "")]),
    ],
)
def test_two_of_one_name_are_refused(paths: list[str], found: list[tuple[str, str, str]]) -> None:
    with pytest.raises(ProblemsFound) as refused:
        named_apart(paths, with_overview=True)
    problems = refused.value.problems
    assert [
        (each.code, each.place.file, each.other.file if each.other else "") for each in problems
    ] == found
