"""What each command does, without the command line."""

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from statusnote import files, note, summary
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import Problem, ProblemsFound, problem
from statusnote.diagnostics.severity import Severity
from statusnote.plan import loading, starter
from statusnote.render.forms import TEMPLATE_NAMES, Form, Sources

if TYPE_CHECKING:
    from statusnote.changes.model import Changes
    from statusnote.deadlines import Deadlines
    from statusnote.doctor import Diagnosis, Terminal
    from statusnote.history.model import History, Version
    from statusnote.render.templates import Templates
    from statusnote.revisions import Revision
    from statusnote.verify.verdict import Verdict

DATA = "data/initiatives.yaml"  # the file of a plan, where no other is named
# What there is a schema of: the data, and each JSON that is printed.
SCHEMAS = ("plan", "note", "summary", "due", "diff", "history", "problems")


class Written(NamedTuple):
    """The paths that were written, standard output left out, and the warnings about the data.

    *attached* says whether the data are in those that can carry them.
    """

    paths: list[str]
    warnings: list[Problem]
    attached: bool


def render_note(
    data: str,
    forms: Sequence[Form],
    output: str | None,
    templates: Path | None,
    since: str | None = None,
    *,
    draft: bool = False,
    attached: bool | None = None,
) -> Written:
    """Write the note on the plan in the file *data* in each of *forms*.

    With *since*, an older version of the data, it says what has changed since then. A *draft* says
    that it is one. What carries data has them *attached*, or else only their hash; where that isn't
    decided here, the plan says it. Without *output* they go to `build/`. Raises ProblemsFound, with
    nothing written.
    """
    from statusnote.changes.whats_new import note_on  # which the other commands can do without
    from statusnote.render.templates import Templates  # loads Jinja, which a summary can do without

    now = _read(data, "render")
    plan, warnings = loading.read_bytes(*now)
    before = _content_of(since, data) if since else None
    derived = note_on(plan, loading.read_bytes(*before).plan if before else None, draft=draft)
    found = Templates.found(templates)
    stem = "build/statusnote-udkast" if draft else "build/statusnote"
    targets = [f"{stem}.{form.endings[0]}" if output is None else output for form in forms]
    inputs = [*filter(None, (data, since)), *map(str, map(found.path, TEMPLATE_NAMES))]
    _refuse_own_inputs(inputs, targets, "E603")
    attached = plan.publish_source if attached is None else attached
    sources = Sources(now[0], before[0] if before else None, attached)
    contents, problems = _rendered(dict(zip(targets, forms, strict=True)), derived, found, sources)
    if problems:
        from statusnote.render.pdf import missing_glyphs  # which most notes can do without

        raise ProblemsFound(missing_glyphs.located(problems, found, now, before))
    _refuse_own_inputs(map(str, found.used), targets, "E603")
    files.write_all(contents)
    return Written(_paths(contents), warnings, attached)


def _rendered(
    forms: Mapping[str, Form], derived: note.Note, templates: "Templates", sources: Sources
) -> tuple[dict[str, bytes], list[Problem]]:
    """What is to be written to each path, in its form; and the problems, which end it.

    Where a template is a user's own, it is made within limits.
    """
    from statusnote.bounds import MB, Exhausted, bounded  # which the other commands can do without

    contents: dict[str, bytes] = {}
    own = None
    try:
        for path, form in forms.items():
            names = (*form.templates, *form.own_templates)
            own = next((name for name in names if not templates.are_ours(name)), None)
            with bounded(*templates.limits) if own else nullcontext():
                contents[path] = form.render(derived, templates, sources)
    except ProblemsFound as error:
        return contents, error.problems
    except Exhausted:
        seconds, memory = templates.limits
        limits = {"seconds": seconds, "megabytes": memory // MB}
        return contents, [problem("E508", str(templates.path(str(own))), **limits)]
    return contents, []


def _read(data: str, command: str) -> tuple[bytes, str]:
    """What the file *data* holds, and the name that problems in it go under.

    Raises ProblemsFound; where it is a version in git, with what to type for it before a *command*.
    """
    try:
        return files.read_bytes(data), files.display_name(data)
    except ProblemsFound as found:
        if found.problems[0].code == "E101":
            from statusnote import revisions  # only where it is needed

            if name := revisions.name_in_git(data, DATA):
                details = {"input": shlex.quote(name), "command": command}
                raise ProblemsFound([problem("E113", data, **details)]) from found
        raise


def _content_of(version: str, data: str) -> tuple[bytes, str]:
    """What a *version* of the file *data* holds, and the name that problems in it go under.

    A note stands for the data that it carries. Raises ProblemsFound.
    """
    from statusnote import revisions  # which a note can mostly do without

    content, name = revisions.content_of(version, data)
    return _data_in(content, name), name


def _data_in(content: bytes, name: str) -> bytes:
    """The data in a file, which are those that it carries where it is a note.

    Raises ProblemsFound.
    """
    if files.is_note(content):
        from statusnote.verify import attachments  # which other versions can do without

        return attachments.data_in(content, name)
    return content


def _paths(written: Iterable[str]) -> list[str]:
    return [path for path in written if path not in files.STANDARD_OUTPUT]


def _refuse_own_inputs(inputs: Iterable[str], outputs: Sequence[str], code: str) -> None:
    """Raise the problem *code* where an output would be written over what it is made of."""
    for path, output in product(inputs, outputs):
        if _is_same(path, output):
            raise ProblemsFound([problem(code, output, input=path)])


def _is_same(path: str, other: str) -> bool:
    """Whether two paths lead to one file, which those that lead nowhere don't."""
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def templates_beside(data: str) -> Path | None:
    """The folder of templates of one's own beside the folder `data` of the file *data*, if any."""
    from statusnote.render.templates import packaged_folder

    home = Path(data).absolute().parent
    folder = home.parent / "templates"
    if data == files.STANDARD_INPUT or home.name != "data" or not folder.is_dir():
        return None
    return None if folder.samefile(packaged_folder()) else folder


class Summarized(NamedTuple):
    """The figures of a plan, and the warnings about the data."""

    figures: summary.Summary
    warnings: list[Problem]


def summarize(
    data: str, ministries: Iterable[str], statuses: Iterable[str], sections: Iterable[int]
) -> Summarized:
    """The figures of the plan in the file *data*. Raises ProblemsFound, and UnknownValue."""
    plan, warnings = loading.read_bytes(*_read(data, "summary"))
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

    plan, warnings = loading.read_bytes(*_read(data, "due"))
    derived = note.derive(plan)
    chosen = summary.choose(derived, ministries, (), ())
    return Dated(deadlines.on(derived, chosen, as_of, within), warnings)


class Compared(NamedTuple):
    """What differs between two versions of a plan, and the warnings about the newer data."""

    changes: "Changes"
    warnings: list[Problem]


def diff(old: str, new: str, data: str) -> Compared:
    """What differs between the versions *old* and *new* of a plan.

    Each is a file, `-`, or a version in git: of the file *new*, if it is a data file, and else of
    *data*.
    Raises ProblemsFound, with those of the older data first.
    """
    from statusnote.changes.compare import compare  # which the other commands can do without

    of = _file_in_git(new, data)
    before = loading.read_bytes(*_content_of(old, of))
    now = loading.read_bytes(*_content_of(new, of))
    return Compared(compare(before.plan, now.plan), now.warnings)


MOST_VERSIONS = 60  # that are read, each of which takes as long as a summary


def history(
    versions: Sequence[str], data: str, since: date | None = None, every: str | None = None
) -> "History":
    """What several versions of a plan say of each initiative.

    Two or more *versions* are of the kinds that `diff` takes, and are shown in their order; those
    in git are of the last one, if it is a data file, and else of *data*. One of them is a file of
    which all versions in git are shown, as of *data* without any. Of these, *since* and *every*
    choose, as revisions.recorded has it; the last MOST_VERSIONS of them are read; and of those that
    speak for one day it is the last, unless tags name them.

    A version whose data can't be read is shown as one. Raises ProblemsFound where that is all of
    them, or where one that is named can't be found.
    """
    from statusnote.history import collect  # which the other commands can do without
    from statusnote.history.model import LeftOut

    if len(versions) > 1:
        return collect.history_of(_named(versions, data))
    from statusnote import revisions

    file = versions[0] if versions else data
    found, shallow = revisions.recorded(file, since, every)
    read = [version for each in found[-MOST_VERSIONS:] for version in _recorded(each)]
    if not read:  # as where a tag points to what came before the file
        raise ProblemsFound([problem("E711", file, reason=Reason.NO_TAG)])
    if every in (None, revisions.MONTHLY):
        shown = collect.last_of_each_day(read)
    else:
        shown = [replace(version, shows_name=True) for version in read]
    older = tuple(each.day for each in found[:-MOST_VERSIONS])
    return collect.history_of(shown, LeftOut(len(read) - len(shown), older, shallow))


def _named(versions: Sequence[str], data: str) -> "list[Version]":
    """The *versions* that are named. Raises ProblemsFound where one can't be found."""
    from statusnote import revisions

    of = _file_in_git(versions[-1], data)
    return [_version(each, *revisions.content_of(each, of)) for each in versions]


def _recorded(revision: "Revision") -> "Iterator[Version]":
    """A version that git holds; none where the file wasn't there yet."""
    from statusnote.history.model import Version

    try:
        read = _version(revision.name, *revision.content())
    except ProblemsFound as found:
        if found.problems[0].code == "E702":
            return
        read = Version(revision.name, problem=_first_error(found))
    yield replace(read, recorded=revision.day)


def _version(version: str, content: bytes, name: str) -> "Version":
    """A *version* by what it holds; *name* is what problems in it go under."""
    from statusnote.history.model import Version

    try:
        return Version(version, loading.read_bytes(_data_in(content, name), name).plan)
    except ProblemsFound as found:
        return Version(version, problem=_first_error(found))


def _first_error(found: ProblemsFound) -> Problem:
    return next(each for each in found.problems if each.severity == Severity.ERROR)


def _file_in_git(named: str, data: str) -> str:
    """The file whose versions git is asked for: what was *named*, if it is a data file, or *data*.

    A note is none, though it stands for the data that it carries.
    """
    try:
        if not Path(named).is_file():
            return data
        with Path(named).open("rb") as file:
            return data if files.is_note(file.read(BEGINNING)) else named
    except (OSError, ValueError):  # a name that no file can have, or one that can't be read
        return data


BEGINNING = 1_000  # bytes, which tell a note


def init(folder: str, service: str | None = None, example: str | None = None) -> list[str]:
    """Begin a plan in a *folder*, which is made where it is missing; returns what was written.

    It is the *example* that is named, or a small one. With a *service*, this is also the job with
    which it renders the note on every change.
    Raises ProblemsFound, with nothing written, where one of the files is there already.
    """
    files_of_plan = starter.contents(service, example).items()
    contents = {str(Path(folder, name)): content for name, content in files_of_plan}
    if there := [path for path in contents if os.path.lexists(path)]:
        raise ProblemsFound(problem("E605", path) for path in there)
    files.write_all(contents)
    return list(contents)


def upgrade(data: str) -> bool:
    """Rewrite the file *data* in the newest format; returns whether anything was to be written.

    Raises ProblemsFound, with nothing written, where the file has errors.
    """
    from statusnote.plan import upgrading  # loads what only it needs

    content = files.read_bytes(data)
    plan, _ = loading.read_bytes(content, data)
    text = files.decoded(content, data)
    newest = upgrading.upgraded(text, plan.format)
    mark = content.removesuffix(text.encode())  # of the order of its bytes, where it has one
    files.write_all({data: mark + newest.encode()} if newest != text else {})
    return newest != text


def extract(pdf: str, output: str) -> list[str]:
    """Write the data that the note *pdf* was made of to *output*, byte for byte.

    Returns the paths that were written, standard output left out. Raises ProblemsFound.
    """
    from statusnote.verify import attachments  # loads what only it needs

    content = attachments.data_in(files.read_bytes(pdf), files.display_name(pdf))
    _refuse_own_inputs([pdf], [output], "E604")
    files.write_all({output: content})
    return _paths([output])


def verify(pdf: str, data: str | None, templates: Path | None) -> "Verdict":
    """Whether the note *pdf* shows what its data say, and these are those of the file *data*.

    *templates* are those that the note was made of, if they aren't ours.
    Raises ProblemsFound.
    """
    from statusnote.render.templates import Templates
    from statusnote.verify import verification  # loads what only it needs

    note_file = verification.File(files.display_name(pdf), files.read_bytes(pdf))
    data_file = data and verification.File(files.display_name(data), files.read_bytes(data))
    found = Templates.found(templates)
    return verification.verify(note_file, data_file or None, found)


def examine(note: str | None, data: str, terminal: "Terminal") -> "Iterator[Diagnosis]":
    """How all is here that statusnote needs, and whether a *note* comes out the same here.

    Templates beside the file *data* are those that are used, and *data* are what a note is made of
    that doesn't carry its own. Raises ProblemsFound.
    """
    from statusnote import doctor  # loads what only it needs
    from statusnote.render.templates import Templates
    from statusnote.verify.verification import File

    templates = Templates.found(templates_beside(data))
    note_file = File(files.display_name(note), files.read_bytes(note)) if note else None
    data_file = File(data, files.read_bytes(data)) if note and Path(data).is_file() else None
    return doctor.examine(templates, terminal, note_file, data_file)


def schema(of: str) -> str:
    """The JSON Schema *of* one of SCHEMAS, as the text of a file."""
    from statusnote import schemas  # loads what only it needs

    return schemas.as_json(of)


def validate(paths: Iterable[str]) -> list[Problem]:
    """All errors and warnings in the files at *paths*, file by file, by their place."""
    return [problem for path in paths for problem in _problems(path)]


def _problems(data: str) -> list[Problem]:
    try:
        return loading.read_bytes(*_read(data, "validate")).warnings
    except ProblemsFound as found:
        return found.problems
