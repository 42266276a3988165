"""What each command does, without the command line."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from statusnote import files, loading, note, summary
from statusnote.model import Plan
from statusnote.problems import Problem, ProblemsFound, problem
from statusnote.render import TEMPLATE_NAMES, Form, render

if TYPE_CHECKING:
    from statusnote.changes import Changes
    from statusnote.deadlines import Deadlines


class Written(NamedTuple):
    """The paths that were written, standard output left out, and the warnings about the data."""

    paths: list[str]
    warnings: list[Problem]


def render_note(
    data: str,
    forms: Sequence[Form],
    output: str | None,
    templates: Path | None,
    since: str | None = None,
) -> Written:
    """Write the note on the plan in the file *data* in each of *forms*.

    With *since*, an older version of the data, it says what has changed since then. Without
    *output* they go to `build/`. Raises ProblemsFound, with nothing written.
    """
    from statusnote.render.templates import Templates  # loads Jinja, which a summary can do without

    plan, warnings = loading.load(data)
    derived = _since(since, data, plan) if since else note.derive(plan)
    found = Templates.found(templates or _beside(data))
    _refuse_own_inputs([data, *map(str, map(found.path, TEMPLATE_NAMES))], output)
    contents = {
        f"build/statusnote.{form}" if output is None else output: render(derived, form, found)
        for form in forms
    }
    files.write_all(contents)
    return Written([path for path in contents if path not in files.STANDARD_OUTPUT], warnings)


def _since(version: str, data: str, plan: Plan) -> note.Note:
    """The note on *plan* that says what has changed since the *version* of the file *data*."""
    from statusnote import changes, versions  # which a note can mostly do without

    before = loading.read(*versions.text_of(version, data)).plan
    return changes.with_news(note.derive(plan), changes.compare(before, plan))


def _refuse_own_inputs(inputs: Iterable[str], output: str | None) -> None:
    """Raise ProblemsFound where the note would be written over what it is made of."""
    for each in map(Path, inputs):
        if output and Path(output).exists() and each.exists() and each.samefile(output):
            raise ProblemsFound([problem("E603", output, input=each)])


def _beside(data: str) -> Path | None:
    """The folder of templates beside the folder of the file *data*, where there is one."""
    folder = Path(data).absolute().parent.parent / "templates"
    return folder if data != files.STANDARD_INPUT and folder.is_dir() else None


class Summarized(NamedTuple):
    """The figures of a plan, and the warnings about the data."""

    figures: summary.Summary
    warnings: list[Problem]


def summarize(
    data: str, ministries: Iterable[str], statuses: Iterable[str], sections: Iterable[int]
) -> Summarized:
    """The figures of the plan in the file *data*. Raises ProblemsFound, and UnknownValue."""
    plan, warnings = loading.load(data)
    derived = note.derive(plan)
    chosen = summary.choose(derived, ministries, statuses, sections)
    return Summarized(summary.summarize(derived, chosen), warnings)


class Dated(NamedTuple):
    """The milestones of a plan by how they stand, and the warnings about the data."""

    deadlines: "Deadlines"
    warnings: list[Problem]


def due(data: str, as_of: date, within: int, ministries: Iterable[str]) -> Dated:
    """How the milestones of the plan in the file *data* stand on the day *as_of*.

    Those that are due *within* so many days are told from later ones. Raises ProblemsFound, and
    UnknownValue.
    """
    from statusnote import deadlines  # which the other commands can do without

    plan, warnings = loading.load(data)
    derived = note.derive(plan)
    chosen = summary.choose(derived, ministries, (), ())
    return Dated(deadlines.on(derived, chosen, as_of, within), warnings)


class Compared(NamedTuple):
    """What differs between two versions of a plan, and the warnings about the newer data."""

    changes: "Changes"
    warnings: list[Problem]


def diff(old: str, new: str, data: str) -> Compared:
    """What differs between the versions *old* and *new* of a plan.

    Each is a file, `-`, or a version in git: of the file *new*, if it is one, and else of *data*.
    Raises ProblemsFound, with those of the older data first.
    """
    from statusnote import changes, versions  # which the other commands can do without

    of = new if Path(new).is_file() else data
    before = loading.read(*versions.text_of(old, of))
    now = loading.read(*versions.text_of(new, of))
    return Compared(changes.compare(before.plan, now.plan), now.warnings)


def validate(paths: Iterable[str]) -> list[Problem]:
    """All errors and warnings in the files at *paths*, file by file, by their place."""
    return [problem for path in paths for problem in _problems(path)]


def _problems(data: str) -> list[Problem]:
    try:
        return loading.load(data).warnings
    except ProblemsFound as found:
        return found.problems
