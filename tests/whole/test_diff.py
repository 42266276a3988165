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
· Status: fra gennemført til igangværende
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
        "- Status: fra gennemført til igangværende\n"
    )
    said = json.loads(run("diff", *both, "--format", "json").out)
    (changed,) = said["initiatives"]["changed"]
    assert changed["status"] == {"old": "gennemført", "new": "igangværende"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2026-07-01", "1/7-2026", "Ingen ændringer\n"),
        ("juli 2026", "2026-07", "Ingen ændringer\n"),
        ("2026", "løbende", "· Milepælen »Kurser«: ændret fra 2026 til løbende\n"),
        ("løbende", "Q2 2026", "· Milepælen »Kurser«: ændret fra løbende til 2. kvartal 2026\n"),
    ],
)
def test_a_date_is_compared_by_what_it_means(
    run: Run, write: Callable[..., Path], old: str, new: str, said: str
) -> None:
    plans = [
        write(f"{SMALL_PLAN}        milestones:\n          - Kurser: {due}\n", name)
        for name, due in (("old.yaml", old), ("new.yaml", new))
    ]
    assert run("diff", *plans).out.endswith(said)


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--exit-code",), 4)])
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


@pytest.fixture
def committed(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Record a file in a git repository of its folder."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")

    def commit(path: Path) -> None:
        for command in (("init", "-q"), ("add", path.name), ("commit", "-qm", "En plan")):
            subprocess.run(["git", "-C", path.parent, *command], check=True)

    return commit


def test_a_version_in_git_is_that_of_the_newer_file(
    run: Run, both: tuple[Path, Path], committed: Callable[[Path], None]
) -> None:
    old, new = both
    new.write_bytes(old.read_bytes())
    committed(new)
    new.write_text(NEWER, "utf-8")
    assert fields(run("diff", "HEAD", new)) == (0, SHOWN, "")
    assert run("diff", "HEAD~1", new).code == 1


def test_a_note_as_pdf_stands_for_the_data_that_it_carries(
    run: Run, both: tuple[Path, Path], committed: Callable[[Path], None]
) -> None:
    old, new = both
    old.write_bytes(f"\ufeff{SMALL_PLAN}# En bemærkning".replace("\n", "\r\n").encode())
    note = old.with_name("note.pdf")
    assert run("render", old, "--output", note, "--source").code == 0
    assert fields(run("diff", note, new)) == (0, SHOWN, "")
    assert fields(run("diff", "-", new, stdin=note.read_bytes())) == (0, SHOWN, "")
    since = ("render", new, "--format", "md", "--output", "-", "--since")
    shown = run(*since, old)
    assert "## Ændringer siden sidst" in shown.out
    assert run(*since, note) == shown
    new.write_bytes(note.read_bytes())
    committed(new)
    new.write_text(NEWER, "utf-8")
    assert fields(run("diff", "HEAD", new)) == (0, SHOWN, "")


def test_another_pdf_is_a_problem_wherever_it_comes_from(
    run: Run, both: tuple[Path, Path], committed: Callable[[Path], None]
) -> None:
    old, new = both
    content = b"%PDF-1.7\n%\xe2\xe3"
    for path in both:
        path.write_bytes(content)
    committed(new)
    new.write_text(NEWER, "utf-8")
    said = {
        str(old): run("diff", old, new).err,
        "<stdin>": run("diff", "-", new, stdin=content).err,
        "HEAD:new.yaml": run("render", new, "--since", "HEAD").err,
    }
    assert {name: " ".join(report.split()) for name, report in said.items()} == {
        name: f"{name}: fejl E803: Notatet kan ikke læses. Det er beskadiget eller ikke helt, "
        "eller det indeholder mere, end et notat gør. Hent det igen fra den, der dannede det. "
        "1 fejl."
        for name in said
    }
