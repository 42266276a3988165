"""What is named on the command line → the files of plans, and what their notes are called."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from statusnote.commands import AS_DRAFT, ASKED_OF, DATA, is_folder
from statusnote.danish import composed
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, problem
from statusnote.files import STANDARD_INPUT
from statusnote.plan.starter import JOBS

ENDINGS = (".yaml", ".yml")
HOME, FILE = Path(DATA).parts
OVERVIEW = "index"  # the name of the page that leads to the pages of all


class Plans(NamedTuple):
    """The *paths* of plans, and whether they are shown *together*: several, or a folder of them."""

    paths: tuple[str, ...]
    together: bool


def plans_at(named: Sequence[str]) -> Plans:
    """The plans that are *named*: files, `-`, and folders, each of which stands for those in it.

    These are the YAML files that lie directly in it, and each `data/initiatives.yaml` in or below
    it, without what is hidden or what our commands write beside a plan. A folder without any stands
    for itself, and can't be read; so does one in or below it that is closed to us, in which there
    may be plans. A pipe in it is none. What is named twice counts once.
    """
    folders = [is_folder(each) for each in named]
    found = [
        path
        for each, is_folder in zip(named, folders, strict=True)
        for path in (_plans_in(each) if is_folder else [each])
    ]
    once: dict[str, str] = {}
    for path in found:
        once.setdefault(_place(path), path)
    return Plans(tuple(once.values()), len(once) > 1 or any(folders))


def _place(path: str) -> str:
    """Where a *path* leads, by which two to one file are known."""
    try:
        return path if path == STANDARD_INPUT else os.path.realpath(path)
    except ValueError:  # a name that no file can have
        return path


def _plans_in(folder: str) -> list[str]:
    return sorted(map(str, _found_in(folder))) or [folder]


def _found_in(folder: str) -> Iterator[Path]:
    from statusnote.approvals.file import NAME  # which a file that is named can do without

    others = (NAME, ASKED_OF, *JOBS.values())
    closed: list[str] = []
    for here, below, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        below[:] = [name for name in below if not _is_hidden(name)]
        if here == folder:
            ours = (n for n in names if n.lower().endswith(ENDINGS) and n not in others)
            paths = (Path(here, name) for name in ours if not _is_hidden(name))
            yield from (path for path in paths if not _is_stream(path))
        elif Path(here).name == HOME and FILE in names:
            yield Path(here, FILE)
    yield from map(Path, closed)


def _is_stream(path: Path) -> bool:
    """Whether a pipe or the like is at *path*, out of which nothing may ever come."""
    try:
        mode = path.stat().st_mode
    except OSError:  # which is said when it is read
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def named_apart(paths: Iterable[str], *, with_overview: bool) -> dict[str, str]:
    """What the note on the plan at each of *paths* is called, without its ending.

    That is the file's own name, or for `bolig/data/initiatives.yaml` the one of the folder `bolig`.
    Raises ProblemsFound where two have the same, as final notes or as drafts, or one has that of
    the overview, if there is to be one.
    """
    names = {path: name_of(path) for path in paths}
    first: dict[str, str] = {}
    problems = []
    for path, name in names.items():
        keys = _names_of_files(name)
        if with_overview and not keys.isdisjoint(_names_of_files(OVERVIEW)):
            problems.append(problem("E607", path, name=name))
        if other := next((first[key] for key in keys if key in first), None):
            problems.append(Problem("E606", Place(path), {"name": name}, Place(other)))
        first |= dict.fromkeys(keys, path)
    if problems:
        raise ProblemsFound(problems)
    return names


def _names_of_files(name: str) -> set[str]:
    """What is not to be shared of a note of that *name*: Windows and macOS know no case."""
    return {composed(f"{name}{draft}").casefold() for draft in ("", AS_DRAFT)}


def name_of(path: str) -> str:
    """What a note on the plan at *path* is called: as named_apart has it."""
    if path == STANDARD_INPUT:
        return "statusnote"
    file = Path(path).absolute()
    in_its_home = (file.parent.name, file.name) == (HOME, FILE)
    return (file.parent.parent.name if in_its_home else "") or file.stem
