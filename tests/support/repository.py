"""A git repository, and what is read of a file in it."""

import os
import subprocess
from pathlib import Path

import pytest
from support.shown import shown

from statusnote import files, revisions
from statusnote.diagnostics.problem import ProblemsFound

PLAN = "data/plan.yaml"


class Repository:
    """A git repository in a folder of its own; each commit is a minute later than the one before,
    if nothing else is said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.minutes = 0

    def git(self, *arguments: str, date: str = "") -> str:
        self.minutes += 1
        date = date or f"2025-05-01T12:{self.minutes:02}:00+0200"
        environment = os.environ | {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
        done = subprocess.run(
            ("git", "-C", self.folder, *arguments), env=environment, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def commit(self, content: str | bytes, path: str = PLAN, date: str = "") -> str:
        """Record that the file at *path* holds *content*; the number of the commit."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("--literal-pathspecs", "add", "--", path)
        self.git("commit", "--quiet", "--allow-empty", "--message=En ændring", date=date)
        return self.git("rev-parse", "HEAD")

    def rename(self, old: str, new: str) -> None:
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("--literal-pathspecs", "mv", "--", old, new)
        self.git("commit", "--quiet", "--message=Et andet navn")

    def text_of(self, version: str, path: str = PLAN) -> tuple[str, str]:
        return text_of(version, str(self.folder / path))

    def problems_of(self, version: str, path: str = PLAN) -> list[str]:
        return problems_of(version, str(self.folder / path))

    def cloned(self, *options: str) -> "Repository":
        """A clone, which git makes as from another computer."""
        copy = self.folder.with_name(f"{self.folder.name}-kopi")
        self.git("clone", "--quiet", *options, self.folder.as_uri(), str(copy))
        return Repository(copy)


def text_of(version: str, data: str) -> tuple[str, str]:
    content, name = revisions.content_of(version, data)
    return files.decoded(content, name), name


def problems_of(version: str, data: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        text_of(version, data)
    return [shown(problem) for problem in found.value.problems]


def new_repository(folder: Path) -> Repository:
    folder.mkdir()
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def use_git_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of this computer, and in *folder* one to work in that is in no repository."""
    (folder / "gitconfig").touch()
    (folder / "elsewhere").mkdir()
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(folder / "gitconfig"))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "En sagsbehandler")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "plan@example.org")
    monkeypatch.chdir(folder / "elsewhere")
