"""The command that shows what has changed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.project import SMALL_PLAN
from support.result import Result

Run = Callable[..., Result]
NEWER = SMALL_PLAN.replace("status: gennemført", "status: igangværende")
SHOWN = """\
1 ændret siden sidst

Initiativ 1: Et initiativ
· Status: gennemført → igangværende
"""


def fields(result: Result) -> tuple[int, str, str]:
    return result.code, result.out, result.err


@pytest.fixture
def both(write: Callable[..., Path]) -> tuple[Path, Path]:
    return write(name="old.yaml"), write(NEWER, "new.yaml")


def test_two_files_are_compared(run: Run, both: tuple[Path, Path]) -> None:
    assert fields(run("diff", *both)) == (0, SHOWN, "")


def test_one_of_the_two_may_be_standard_input(run: Run, both: tuple[Path, Path]) -> None:
    old, new = both
    assert run("diff", "-", new, stdin=old.read_bytes()).out == SHOWN
    assert run("diff", old, "-", stdin=new.read_bytes()).out == SHOWN
    result = run("diff", "-", "-")
    assert (result.code, result.out) == (2, "")
    assert "only one of the two can be standard input" in result.err


def test_the_forms_say_the_same(run: Run, both: tuple[Path, Path]) -> None:
    markdown = run("diff", *both, "--format", "md").out
    assert markdown == (
        "**1 ændret siden sidst**\n\n### Initiativ 1: Et initiativ\n\n"
        "- Status: gennemført → igangværende\n"
    )
    said = json.loads(run("diff", *both, "--format", "json").out)
    (changed,) = said["initiatives"]["changed"]
    assert changed["status"] == {"old": "gennemført", "new": "igangværende"}


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--exit-code",), 1)])
def test_a_change_is_an_exit_code_where_that_is_asked_for(
    run: Run, both: tuple[Path, Path], options: tuple[str, ...], code: int
) -> None:
    old, new = both
    assert run("diff", old, new, *options).code == code
    assert fields(run("diff", old, old, *options)) == (0, "Ingen ændringer\n", "")


def test_what_is_wrong_with_the_old_version_is_said_under_its_name(
    run: Run, both: tuple[Path, Path], write: Callable[..., Path]
) -> None:
    wrong = write(SMALL_PLAN.replace("gennemført", "færdig"), "wrong.yaml")
    result = run("diff", wrong, both[1])
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"{wrong}:14:17:")


def test_a_version_in_git_is_that_of_the_newer_file(
    run: Run, both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = both
    new.write_bytes(old.read_bytes())
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    for command in (("init", "-q"), ("add", "new.yaml"), ("commit", "-qm", "En plan")):
        subprocess.run(["git", "-C", new.parent, *command], check=True)
    new.write_text(NEWER, "utf-8")
    assert fields(run("diff", "HEAD", new)) == (0, SHOWN, "")
    assert run("diff", "HEAD~1", new).code == 1
