"""What a program does with a plan and its note, as docs/library.md explains it.

Nothing here prints, writes a file, ends the process, or leaves anything in it as it wasn't before.
What is promised is what `statusnote.__all__` lists.
"""

import errno
import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, overload

from statusnote import deadlines, files, note, summary
from statusnote.changes import formats
from statusnote.changes.model import Changes as Changes
from statusnote.changes.model import InitiativeChange as InitiativeChange
from statusnote.deadlines import Deadline as Deadline
from statusnote.deadlines import Deadlines as Deadlines
from statusnote.deadlines import DueJson as DueJson
from statusnote.deadlines import State as State
from statusnote.diagnostics import reporters
from statusnote.diagnostics.language import Language as Language
from statusnote.diagnostics.messages.verification import Outcome as Outcome
from statusnote.diagnostics.problem import Place as Place
from statusnote.diagnostics.problem import Problem as Problem
from statusnote.diagnostics.problem import ProblemsFound as ProblemsFound
from statusnote.diagnostics.reporters import ProblemJson as ProblemJson
from statusnote.diagnostics.severity import Severity as Severity
from statusnote.plan import loading
from statusnote.plan.loading import Loaded as Loaded
from statusnote.plan.model import Initiative as Initiative
from statusnote.plan.model import Milestone as Milestone
from statusnote.plan.model import Plan as Plan
from statusnote.plan.model import Section as Section
from statusnote.plan.statuses import Status as Status
from statusnote.render.forms import FORMS
from statusnote.summary import Summary as Summary
from statusnote.summary import SummaryJson as SummaryJson
from statusnote.summary import UnknownValue as UnknownValue
from statusnote.verify.verdict import CheckResult as CheckResult
from statusnote.verify.verdict import Verdict as Verdict

if TYPE_CHECKING:
    from statusnote.render.templates import Templates
    from statusnote.verify.verification import File

Folder = str | os.PathLike[str]
Input = str | os.PathLike[str] | bytes  # the path of a file, or what it holds


def load(plan: Input, *, name: str | None = None) -> Loaded:
    """The plan in a file, and the warnings about it.

    *plan* is the path of the file, or what it holds. Problems in it go under that path, under
    `<plan>`, or under *name*. Raises ProblemsFound, with all that is wrong.
    """
    return loading.read_bytes(*_read(plan, "plan", name))


def validate(plan: Input, *, name: str | None = None) -> list[Problem]:
    """All that is wrong with the plan in a file, errors and warnings, by their place.

    *plan* and *name* are as for `load`. A file that can't be read is a problem, too.
    """
    try:
        return load(plan, name=name).warnings
    except ProblemsFound as found:
        return found.problems


def render(
    plan: Input,
    form: str = "pdf",
    *,
    since: Input | None = None,
    templates: Folder | None = None,
    draft: bool = False,
    attach: bool | None = None,
    name: str | None = None,
) -> bytes:
    """The note on the plan in a file, in a *form*: `pdf`, `md`, `html`, `csv`, `json` or `docx`.

    *plan* and *name* are as for `load`. With *since*, an older version of the plan, or a note that
    carries it, the note says what has changed since then. *templates* is a folder of templates that
    take the place of ours. A *draft* says that it is one; so does the note on a plan that asks for
    approvals and hasn't got them all, in the file beside it; beside what is given as bytes is none.
    A note that can carry the data has them with it where they are to *attach*, or, where that isn't
    said, where the plan says `publish_source: true`.

    Raises ProblemsFound where the plan, or a template, is wrong; UnknownValue for another form; and
    NotADirectoryError where there is no such folder.
    """
    if form not in FORMS:
        raise UnknownValue("--format", form, {each: each for each in FORMS})
    from statusnote import making  # loads what only this needs

    now = _read(plan, "plan", name)
    before = None if since is None else _version(since, "since")
    beside = None if isinstance(plan, bytes) else os.fspath(plan)
    begun = making.begin(now, before, beside, draft=draft, attached=attach)
    (content,) = making.rendered(begun, [FORMS[form]], _templates(templates))
    return content


def summarize(
    plan: Input,
    *,
    ministries: Iterable[str] = (),
    statuses: Iterable[str] = (),
    sections: Iterable[int] = (),
    name: str | None = None,
) -> Summary:
    """The state of the plan in a file at a glance.

    *plan* and *name* are as for `load`. It is of the initiatives that have one of the *ministries*,
    by code or name, one of the *statuses*, and are in one of the *sections*, by their numbers from
    1; what is empty leaves none out. Raises ProblemsFound, UnknownValue for what the plan doesn't
    have, and TypeError where one string stands for several.
    """
    _refuse_string(ministries=ministries, statuses=statuses)
    derived = note.derive(load(plan, name=name).plan)
    chosen = summary.choose(derived, ministries, statuses, sections)
    return summary.summarize(derived, chosen)


def due(
    plan: Input,
    as_of: date,
    within: int = 90,
    *,
    ministries: Iterable[str] = (),
    name: str | None = None,
) -> Deadlines:
    """How the milestones of the plan in a file stand on the day *as_of*, or on that of a datetime.

    *plan*, *name* and *ministries* are as for `summarize`. Those that are due *within* so many days
    are told from later ones. Raises ProblemsFound, UnknownValue and TypeError, as `summarize`.
    """
    _refuse_string(ministries=ministries)
    derived = note.derive(load(plan, name=name).plan)
    chosen = summary.choose(derived, ministries, (), ())
    day = as_of.date() if isinstance(as_of, datetime) else as_of  # each is a date to Python
    return deadlines.on(derived, chosen, day, within)


def _refuse_string(**arguments: Iterable[str]) -> None:
    """Raise TypeError for a string where several are asked for: it would be read by its letters."""
    for name, given in arguments.items():
        if isinstance(given, str):
            raise TypeError(f"{name} takes several, as in {name}=[{given!r}]")


def compare(old: Input, new: Input) -> Changes:
    """What differs in meaning between two versions of a plan; it is false where nothing does.

    *old* and *new* are each the path of a file, or what it holds; a note as PDF or as web page
    stands for the data that it carries. Raises ProblemsFound.
    """
    from statusnote.changes import compare  # loads what only this needs

    before, now = (
        loading.read_bytes(*_version(file, argument)).plan
        for file, argument in ((old, "old"), (new, "new"))
    )
    return compare.compare(before, now)


def verify(note: Input, data: Input | None = None, *, templates: Folder | None = None) -> Verdict:
    """Whether a note, as PDF or as web page, shows what its data say, and whether these are *data*.

    Each is the path of a file, or what it holds. A note that carries no data is compared with
    *data* alone. *templates* is the folder of those that it was made with, if they aren't ours.

    Raises ProblemsFound where it is no note that statusnote has made, or can't be read, and
    NotADirectoryError where there is no such folder. A note from elsewhere may take any time, and
    much memory: the command keeps to limits, for which it takes a process of its own.
    """
    from statusnote.verify import verification  # loads what only this needs

    note_file = _file(note, "note")
    data_file = None if data is None else _file(data, "data")
    return verification.verify(note_file, data_file, _templates(templates), limits=None)


@overload
def as_dict(result: Summary) -> SummaryJson: ...
@overload
def as_dict(result: Deadlines) -> DueJson: ...
@overload
def as_dict(result: Changes) -> dict[str, object]: ...
@overload
def as_dict(result: Problem, language: Language = Language.DANISH) -> ProblemJson: ...
def as_dict(
    result: Summary | Deadlines | Changes | Problem, language: Language = Language.DANISH
) -> SummaryJson | DueJson | dict[str, object] | ProblemJson:
    """A *result* as JSON has it: what the command prints of it with `--format json`.

    Of a problem, what is wrong and what to do are in *language*.
    """
    if isinstance(result, Summary):
        return summary.as_dict(result)
    if isinstance(result, Deadlines):
        return deadlines.as_dict(result)
    if isinstance(result, Changes):
        return formats.as_dict(result)
    return reporters.as_dict(result, language)


def _read(file: Input, argument: str, name: str | None = None) -> tuple[bytes, str]:
    """What a *file* holds, and what problems in it go under: its path, the *argument*, or *name*.

    Raises ProblemsFound.
    """
    if isinstance(file, bytes):
        known_as = name or f"<{argument}>"
        files.refuse_large(len(file), known_as)
        return file, known_as
    return files.read_bytes(Path(file)), name or os.fspath(file)


def _version(file: Input, argument: str) -> tuple[bytes, str]:
    """The data in a *file*, which may be a note; and what problems in it go under.

    Raises ProblemsFound.
    """
    from statusnote.verify.data import data_of

    content, name = _read(file, argument)
    return data_of(content, name), name


def _file(file: Input, argument: str) -> "File":
    """A *file*, as a note is verified. Raises ProblemsFound."""
    from statusnote.verify.verification import File

    content, name = _read(file, argument)
    return File(name, content)


def _templates(folder: Folder | None) -> "Templates":
    """Ours, and before them those in a *folder*, without limits, which would be the process's.

    Raises NotADirectoryError, and ProblemsFound where it can't be read.
    """
    from statusnote.render.templates import Templates  # loads Jinja, which a summary can do without

    if folder is None:
        return Templates.found(None)
    if not os.path.isdir(folder):  # noqa: PTH112 - raises nothing
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(folder))
    files.refuse_closed_folder(os.fspath(folder))
    return Templates.found(Path(folder))
