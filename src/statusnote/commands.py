"""What each command does, without the command line."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from statusnote import files, note, summary
from statusnote.bounds import Limits
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import Problem, ProblemsFound, problem
from statusnote.diagnostics.severity import Severity
from statusnote.plan import loading, starter
from statusnote.render.forms import TEMPLATE_NAMES, Form
from statusnote.systems import typed

if TYPE_CHECKING:
    from statusnote.answers.collected import Collected
    from statusnote.approvals.standing import Recorded, Standing
    from statusnote.changes.model import Changes
    from statusnote.deadlines import Deadlines
    from statusnote.doctor import Diagnosis, Terminal
    from statusnote.history.model import History, Version
    from statusnote.plan.model import Plan
    from statusnote.plan.scalars import Number
    from statusnote.render.templates import Templates
    from statusnote.revisions import Revision
    from statusnote.verify.verdict import Verdict

DATA = "data/initiatives.yaml"  # the file of a plan, where no other is named
STEM = "build/statusnote"  # what the files of a note are called, where nothing else is said
AS_DRAFT = "-udkast"  # behind the name of a note that is one
# What there is a schema of: the data, and each JSON that is printed.
SCHEMAS = (
    *("plan", "note", "summary", "summaries", "due", "dues", "diff", "history", "approvals"),
    "problems",
)


@dataclass(frozen=True)
class Wanted:
    """What is asked of a note: its *forms*, made with *templates* of one's own, or with ours.

    With *since*, an older version of the data, it says what has changed since then. A *draft* says
    that it is one, and so does a note whose plan asks for approvals that it hasn't all got. What
    carries data has them *attached*, or else only their hash; where that isn't decided here, the
    plan says it. A page shows what *earlier* versions said of each initiative, as _history_of has
    it.
    """

    forms: Sequence[Form]
    templates: Path | None = None
    since: str | None = None
    draft: bool = False
    attached: bool | None = None
    earlier: Sequence[str] = ()

    @property
    def versions(self) -> list[str]:
        """The older versions of the data that it is made of, too."""
        return [*filter(None, [self.since]), *self.earlier]


class Written(NamedTuple):
    """The paths that were written, standard output left out, and the warnings about the data.

    *attached* says whether the data are in those that can carry them. *lacking* are the codes of
    those whose approvals it is a draft for want of, where nobody asked for one. The *history* is
    what a page shows of earlier versions, and which it leaves out.
    """

    paths: list[str]
    warnings: list[Problem]
    attached: bool
    lacking: tuple[str, ...] = ()
    history: "History | None" = None


def render_note(data: str, wanted: Wanted, output: str | None) -> Written:
    """Write the note on the plan in the file *data* that is *wanted*, as make_note makes it.

    Raises ProblemsFound, with nothing written.
    """
    made = make_note(data, wanted, output)
    files.write_all(made.contents)
    return made.written


class Made(NamedTuple):
    """A *note*, the *contents* of its files by their paths, and what to say once it is there."""

    note: note.Note
    contents: dict[str, bytes]
    written: Written


def make_note(data: str, wanted: Wanted, output: str | None, stem: str = STEM) -> Made:
    """The note on the plan in the file *data* that is *wanted*, of which nothing is written yet.

    Where there is no *output*, its files are called as the *stem*, and as a draft where it is one.
    Raises ProblemsFound.
    """
    from statusnote import making  # loads Jinja, which a summary can do without

    now = _read(data, "render")
    before = _content_of(wanted.since, data) if wanted.since else None
    beside = None if data == files.STANDARD_INPUT else data
    begun = making.begin(now, before, beside, draft=wanted.draft, attached=wanted.attached)
    found = templates_of(wanted.templates)
    targets = _targets(wanted.forms, output, stem, draft=begun.note.draft)
    inputs = [data, *wanted.versions, *map(str, map(found.path, TEMPLATE_NAMES))]
    _refuse_own_inputs(inputs, targets, "E603")
    told = _history_of(wanted.earlier, data, begun.plan) if wanted.earlier else None
    carried = _published(told, begun.plan) if told else None
    contents = dict(zip(targets, making.rendered(begun, wanted.forms, found, carried), strict=True))
    _refuse_own_inputs(map(str, found.used), targets, "E603")
    written = Written(_paths(contents), begun.warnings, begun.attached, begun.lacking, told)
    return Made(begun.note, contents, written)


def _targets(forms: Iterable[Form], output: str | None, stem: str, *, draft: bool) -> list[str]:
    """Where the note, or a *draft* of it, goes in each of *forms*: files called as the *stem*."""
    stem += AS_DRAFT if draft else ""
    return [f"{stem}.{form.endings[0]}" if output is None else output for form in forms]


def made_of(data: str, wanted: Wanted, output: str | None) -> Iterator[Path]:
    """The files that make the note that is *wanted* what it is, whether they are there or not.

    They are those of *data*, of its approvals, of older versions that are files, and of the folders
    of templates: those that are asked for, or those beside the data, and ours. Left out is what is
    hidden, in which editors keep what isn't saved, and the note itself.
    """
    from statusnote.approvals import file  # which most notes can do without
    from statusnote.render.templates import Templates

    yield from map(Path, (data, file.beside(data), *wanted.versions))
    drafts_too = (_targets(wanted.forms, output, STEM, draft=draft) for draft in (False, True))
    own = {Path(path).resolve() for paths in drafts_too for path in paths}
    for top in Templates.found(wanted.templates or templates_beside(data)).folders:
        for folder, inner, names in os.walk(top):
            inner[:] = [name for name in inner if not name.startswith(".")]
            paths = (Path(folder, name) for name in names if not name.startswith("."))
            yield from (path for path in paths if path.resolve() not in own)


def load(data: str, command: str) -> loading.Loaded:
    """The plan in the file *data*, and the warnings about it, for a *command*.

    Raises ProblemsFound.
    """
    return loading.read_bytes(*_read(data, command))


def _read(data: str, command: str) -> tuple[bytes, str]:
    """What the file *data* holds, and the name that problems in it go under.

    Raises ProblemsFound; where it is a version in git, with what to type for it before a *command*,
    and where it is a folder, with what is looked for in it, if the *command* takes one.
    """
    if command in OF_SEVERAL and is_folder(data):
        files.refuse_closed_folder(data)
        raise ProblemsFound([problem("E114", data)])
    try:
        return files.read_bytes(data), files.display_name(data)
    except ProblemsFound as found:
        if found.problems[0].code == "E101":
            from statusnote import revisions  # only where it is needed

            if name := revisions.name_in_git(data, DATA):
                details = {"input": typed(name), "command": command}
                raise ProblemsFound([problem("E113", data, **details)]) from found
        raise


OF_SEVERAL = ("validate", "render", "summary", "due")  # the commands that take several plans


def is_folder(named: str) -> bool:
    """Whether what is *named* is a folder, which no name is that no file can have."""
    return named != files.STANDARD_INPUT and os.path.isdir(named)  # noqa: PTH112 - raises nothing


def is_file(path: str | Path) -> bool:
    """Whether there is a file at a *path*, as there is none for us where we may not look."""
    return os.path.isfile(path)  # noqa: PTH113 - raises nothing


def _content_of(version: str, data: str) -> tuple[bytes, str]:
    """What a *version* of the file *data* holds, and the name that problems in it go under.

    A note stands for the data that it carries. Raises ProblemsFound.
    """
    from statusnote import revisions  # which a note can mostly do without, and the other, too
    from statusnote.verify.data import data_of

    content, name = revisions.content_of(version, data)
    return data_of(content, name), name


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


def templates_of(own: Path | None) -> "Templates":
    """A user's *own* templates and ours, within the limits that the environment sets.

    Raises ProblemsFound where the folder of their own can't be read.
    """
    from statusnote.render.templates import Templates  # loads Jinja

    if own:
        files.refuse_closed_folder(str(own))
    return Templates.found(own, Limits.set_in(os.environ))


def templates_beside(data: str) -> Path | None:
    """The folder of templates of one's own beside the folder `data` of the file *data*, if any."""
    from statusnote.render.templates import packaged_folder

    home = Path(data).absolute().parent
    folder = home.parent / "templates"
    if data == files.STANDARD_INPUT or home.name != "data" or not is_folder(str(folder)):
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
    plan, warnings = load(data, "summary")
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

    plan, warnings = load(data, "due")
    derived = note.derive(plan)
    chosen = summary.choose(derived, ministries, (), ())
    return Dated(deadlines.on(derived, chosen, as_of, within), warnings)


class Asked(NamedTuple):
    """The paths of what the parties are sent, and the warnings about the data.

    *later_as_of* is the day that the plan speaks for, where the answers are due before it.
    """

    paths: list[str]
    warnings: list[Problem]
    later_as_of: date | None = None


def ask(data: str, parties: Sequence[str], deadline: date | None, output: str) -> Asked:
    """Write a workbook, a mail and a calendar for each of *parties*, or of all, to a folder.

    The data that they were made of are kept with them, under the name ASKED_OF, so that `collect`
    finds them when the data have become others.

    The workbooks ask what has become of the initiatives of the plan in the file *data*, and the
    answers are due by the *deadline*, if there is one. Raises ProblemsFound, with nothing written,
    as where a file is there already that is another, and may hold answers; and UnknownValue.
    """
    from statusnote.answers import asking  # loads what only it needs

    content, name = _read(data, "ask")
    plan, warnings = loading.read_bytes(content, name)
    made = asking.files_for(plan, content, parties, deadline)
    contents = {str(Path(output, file)): each for file, each in {**made, ASKED_OF: content}.items()}
    if others := [Path(path).name for path, each in contents.items() if files.is_other(path, each)]:
        raise ProblemsFound([problem("E940", output, files=", ".join(others))])
    files.write_all(contents)
    later = plan.as_of if deadline and deadline < plan.as_of else None
    return Asked(list(contents), warnings, later)


ROUND = "build/runde"  # where the workbooks are written
ASKED_OF = "grundlag.yaml"  # the data that they were made of, kept beside them
SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")  # in which somebody may have answered


def collect(
    answers: Sequence[str], data: str, base: str | None = None, *, write: bool = False
) -> "Collected":
    """What the workbooks *answers* make of the file *data*.

    A folder stands for the workbooks in it. What each was made of is the file as it is, the file
    *base*, the one that `ask` has kept beside it, or a version in git. Where it is asked, what can
    be written is *written*.
    Raises ProblemsFound, with nothing written.
    """
    from statusnote.answers import collecting, reading, sheets  # which only this one needs

    now = _read(data, "collect")
    books = [sheets.opened(files.read_bytes(path), path) for path in _workbooks(answers)]
    made_of = [reading.record_of(book) for book in books]
    beside = {Path(book.file).with_name(ASKED_OF) for book in books} | {Path(ROUND, ASKED_OF)}
    kept = [*filter(None, [base]), *(str(path) for path in beside if is_file(path))]
    known = [now[0], *map(files.read_bytes, kept)]
    bases = _bases({record.data for record in made_of}, known, data)
    of_others = [
        problem("E942", book.file, input=data, title=record.title, day=record.day)
        for book, record in zip(books, made_of, strict=True)
        if record.data not in bases
    ]
    if of_others:
        raise ProblemsFound(of_others)
    workbooks = [
        collecting.Workbook(book, bases[record.data])
        for book, record in zip(books, made_of, strict=True)
    ]
    collected = collecting.collected(*now, workbooks)
    if write and collected.content != now[0]:
        if files.read_bytes(data) != now[0]:
            raise ProblemsFound([problem("E943", data)])
        files.write_all({data: collected.content})
    return collected


def _workbooks(paths: Iterable[str]) -> list[str]:
    """The files at *paths*, and for a folder the workbooks in it; Excel's own marks left out.

    Raises ProblemsFound where there are none, or a folder can't be read.
    """
    found: list[str] = []
    for path in dict.fromkeys(paths):
        held = [Path(path)]
        if is_folder(path):
            files.refuse_closed_folder(path)
            held = [each for each in Path(path).iterdir() if each.suffix.lower() in SPREADSHEETS]
        found += sorted(str(each) for each in held if not each.name.startswith("~$"))
        if not any(map(os.path.exists, held)):
            raise ProblemsFound([problem("E944", path)])
    return found


def _bases(wanted: set[str], known: Iterable[bytes], data: str) -> dict[str, bytes]:
    """By their hashes, the data that are *wanted*, as far as they are *known*, or git has them."""
    from statusnote import revisions  # which most commands can do without
    from statusnote.answers.questions import hash_of

    found = {hash_of(content): content for content in known}
    if wanted <= found.keys():
        return found
    with suppress(ProblemsFound):  # where git doesn't have the file at all
        for revision in reversed(revisions.recorded(data).revisions):
            with suppress(ProblemsFound):
                content, _ = revision.content()
                found.setdefault(hash_of(content), content)
            if wanted <= found.keys():
                break
    return found


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


ALL_IN_GIT = "git"  # in place of a version: all that git has


def _history_of(earlier: Sequence[str], data: str, plan: "Plan") -> "History":
    """What *earlier* versions say of each initiative, and at last the *plan* in the file *data*.

    Each is of the kinds that `diff` takes, or ALL_IN_GIT; of those that speak for one day it is the
    last. A version in git whose data can't be read is left out, and is in the history as such.
    Raises ProblemsFound where one that is named can't be found or read.
    """
    from statusnote import revisions
    from statusnote.history import collect
    from statusnote.history.model import LeftOut, Version

    read: list[Version] = []
    left_out = LeftOut()
    for name in earlier:
        if name == ALL_IN_GIT:
            found, shallow = revisions.recorded(data)
            read += [version for each in found[-MOST_VERSIONS:] for version in _recorded(each)]
            left_out = LeftOut(older=tuple(r.day for r in found[:-MOST_VERSIONS]), shallow=shallow)
        else:
            read.append(Version(name, loading.read_bytes(*_content_of(name, data)).plan))
    shown = collect.last_of_each_day([*read, Version(data, plan)])
    return collect.history_of(shown, left_out)


def _published(history: "History", plan: "Plan") -> bytes:
    """The file of a *history* that a note on the *plan* carries."""
    from statusnote.history import collect
    from statusnote.history.files import as_json

    told = collect.published(history, with_milestones=plan.print_milestones)
    return as_json(told).encode()


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
        read = Version(revision.name, problem=first_error(found))
    yield replace(read, recorded=revision.day)


def _version(version: str, content: bytes, name: str) -> "Version":
    """A *version* by what it holds; *name* is what problems in it go under."""
    from statusnote.history.model import Version
    from statusnote.verify.data import data_of

    try:
        return Version(version, loading.read_bytes(data_of(content, name), name).plan)
    except ProblemsFound as found:
        return Version(version, problem=first_error(found))


def first_error(found: ProblemsFound) -> Problem:
    """The first of the problems that were *found* that is an error, as one of them is."""
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


class Part(NamedTuple):
    """The part of a party, by its *code*: the *numbers* of its initiatives.

    It is *new* where it wasn't approved before as it is now.
    """

    code: str
    numbers: tuple["Number", ...]
    new: bool


class Approved(NamedTuple):
    """The file of approvals, and whether it was written; the day of the plan, and the parts of it
    that were approved; and the warnings about the data.
    """

    path: str
    written: bool
    as_of: date
    parts: list[Part]
    warnings: list[Problem]


def approve(data: str, named: Iterable[str], by: str = "") -> Approved:
    """Write into the file beside *data* that those who are *named* approve their parts of the plan.

    They are named by code or name, and approve through *by*, where that is given. The file has a
    line for each of the others, too. Raises ProblemsFound, with nothing written, where the plan has
    errors; and UnknownValue.
    """
    from statusnote.approvals import file, part, standing  # which the other commands can do without

    plan, warnings = loading.read_bytes(files.read_bytes(data), data)
    known, path = standing.named(plan), file.beside(data)
    codes = dict.fromkeys(summary.code_of(known, each, "--party") for each in named)
    old = file.read(path, known)
    hashes = {code: part.hash_of(plan, code) for code in codes}
    new = {
        code: file.Approval(hash_, plan.as_of, by)
        for code, hash_ in hashes.items()
        if (was := old.by_party.get(code)) is None or was.hash != hash_
    }
    text = old.text if codes and not new else file.written(old, new, known)
    files.write_all({path: text.encode()} if text != old.text else {})
    parts = [Part(code, part.numbers_of(plan, code), code in new) for code in codes or known]
    return Approved(path, text != old.text, plan.as_of, parts, warnings)


class Stood(NamedTuple):
    """How it stands with the approvals of a plan, and the warnings about the data."""

    standing: "Standing"
    warnings: list[Problem]


def approvals(data: str) -> Stood:
    """Who has approved the plan in the file *data*, and what was edited since where that undid it.

    What was edited is found in the last MOST_VERSIONS that git has of the file. Raises
    ProblemsFound.
    """
    from statusnote.approvals.standing import State, beside, with_edits

    plan, warnings = loading.read_bytes(files.read_bytes(data), data)
    standing = beside(plan, data)
    if standing.of(State.UNDONE):
        standing = with_edits(standing, plan, *_versions(data))
    return Stood(standing, warnings)


def _versions(data: str) -> "tuple[Iterator[Recorded], Reason]":
    """The versions of the file *data* in git, the newest first, that can be read.

    With them comes the reason why one is not among them. Of each, what it says is read as it is
    asked for.
    """
    from statusnote import revisions
    from statusnote.approvals.standing import Recorded

    try:
        found, shallow = revisions.recorded(data)
    except ProblemsFound as none:
        reason = none.problems[0].details.get("reason")
        return iter(()), reason if isinstance(reason, Reason) else Reason.GIT_FAILED
    last = (version for each in found[: -MOST_VERSIONS - 1 : -1] for version in _recorded(each))
    plans = (Recorded(version.name, version.plan) for version in last if version.plan)
    if len(found) > MOST_VERSIONS:
        return plans, Reason.NOT_AMONG_LAST
    return plans, Reason.SHALLOW if shallow else Reason.OTHER_VERSIONS


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
    from statusnote.verify import verification  # loads what only it needs

    note_file = verification.File(files.display_name(pdf), files.read_bytes(pdf))
    data_file = data and verification.File(files.display_name(data), files.read_bytes(data))
    found, limits = templates_of(templates), verification.LIMITS
    return verification.verify(note_file, data_file or None, found, limits)


def examine(note: str | None, data: str, terminal: "Terminal") -> "Iterator[Diagnosis]":
    """How all is here that statusnote needs, and whether a *note* comes out the same here.

    Templates beside the file *data* are those that are used, and *data* are what a note is made of
    that doesn't carry its own. Raises ProblemsFound.
    """
    from statusnote import doctor  # loads what only it needs
    from statusnote.verify.verification import File

    templates = templates_of(templates_beside(data))
    note_file = File(files.display_name(note), files.read_bytes(note)) if note else None
    data_file = File(data, files.read_bytes(data)) if note and is_file(data) else None
    return doctor.examine(templates, terminal, note_file, data_file)


def schema(of: str, output: str) -> list[str]:
    """Write the JSON Schema *of* one of SCHEMAS to *output*.

    Returns the paths that were written, standard output left out. Raises ProblemsFound.
    """
    from statusnote import schemas  # loads what only it needs

    files.write_all({output: schemas.as_json(of).encode()})
    return _paths([output])


def validate(paths: Iterable[str]) -> list[Problem]:
    """All errors and warnings in the files at *paths*, file by file, by their place."""
    return [problem for path in paths for problem in _problems(path)]


def _problems(data: str) -> list[Problem]:
    try:
        return load(data, "validate").warnings
    except ProblemsFound as found:
        return found.problems
