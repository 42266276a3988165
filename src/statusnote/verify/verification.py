"""Whether a note, as PDF or as a web page, is what it says that it is."""

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from hashlib import sha256
from typing import NamedTuple

from statusnote.bounds import Exhausted, Limits, bounded
from statusnote.changes.compare import compare
from statusnote.changes.whats_new import note_on
from statusnote.diagnostics.messages.verification import Outcome
from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.files import PDF
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.render import note_json, page_history
from statusnote.render.forms import FORMS, Form, Sources
from statusnote.render.record import (
    DATA_NAME,
    DRAFT_STATE,
    HISTORY_NAME,
    NOTE_JSON_NAME,
    OLDER_DATA_NAME,
)
from statusnote.render.templates import Templates
from statusnote.verify import attachments, page_compare, pdf_compare
from statusnote.verify.carried import Attachments
from statusnote.verify.verdict import CheckResult, Verdict, names_in
from statusnote.version import VERSION

# For all of it; the plan that this was made for takes two or three seconds.
LIMITS = Limits(seconds=20, memory=350 * 2**20)


class File(NamedTuple):
    """A file: the name that it is known by here, and what it holds."""

    name: str
    content: bytes

    @property
    def form(self) -> Form:
        """The form of a note, which is a PDF or a page."""
        return FORMS["pdf" if self.content.startswith(PDF) else "html"]


def verify(note: File, data: File | None, templates: Templates, limits: Limits | None) -> Verdict:
    """Whether *note* shows what its data say, and whether these are *data*, if there are any.

    It is made anew from its data and *templates*, within *limits*, if there are any: they hold for
    the whole process, and in its main thread alone. That tells nothing of who made it: whoever has
    statusnote can make a note of other data. Raises ProblemsFound where it is no note of ours.
    """
    carried = attachments.read(note.content, note.name)
    results: list[CheckResult] = []
    try:
        with bounded(*limits) if limits else nullcontext():
            for result in _results(note, carried, data, templates):
                results.append(result)  # noqa: PERF402 - what is known by then is told
    except Exhausted:
        results.append(CheckResult(Outcome.EXHAUSTED))
    return Verdict(carried.record, tuple(results))


def _results(
    note: File, carried: Attachments, data: File | None, templates: Templates
) -> Iterator[CheckResult]:
    if forged := [*_forged(carried)]:
        yield from forged
        return
    if DATA_NAME in carried.files:
        yield CheckResult(Outcome.INTACT)
    yield from _shown(note, carried, data, templates)
    if data:
        yield _of_data(note, carried, data)


def _is_of_this_version(carried: Attachments) -> bool:
    return carried.record.version == VERSION


def _forged(carried: Attachments) -> Iterator[CheckResult]:
    """What the note carries and didn't when it was made; another version may attach other files."""
    ours = _is_of_this_version(carried)
    needed = {NOTE_JSON_NAME, *([HISTORY_NAME] if carried.record.history else ())}
    missing = needed - carried.files.keys() if ours else ()
    if changed := {*carried.changed, *missing}:
        yield CheckResult(Outcome.CHANGED, {"files": ", ".join(sorted(changed))})
    if carried.others and ours:
        yield CheckResult(Outcome.OTHER_FILES, {"files": names_in(carried.others)})


def _shown(
    note: File, carried: Attachments, data: File | None, templates: Templates
) -> Iterator[CheckResult]:
    """Whether the note shows what it shows when it is made anew."""
    sources = _sources(carried, data)
    ours = _is_of_this_version(carried)
    if ours and carried.record.templates != templates.hash_of(note.form.templates):
        yield CheckResult(Outcome.OTHER_TEMPLATES)
    elif sources and not ours:
        yield from _shown_by_other_version(note, carried, sources, templates)
    elif sources:
        made = _made(sources, note.name, draft=carried.record.state == DRAFT_STATE)
        yield _compared(note, note.form.render(made, templates, sources))
        if carried.files[NOTE_JSON_NAME] != note_json.as_json(made):
            yield CheckResult(Outcome.OTHER_FIGURES)
        yield from _history(sources, made, note.name)
    elif carried.record.before:
        yield CheckResult(Outcome.NO_OLDER_DATA)
    elif not data:
        yield CheckResult(Outcome.NO_DATA, {"note": note.name})


def _history(sources: Sources, made: Note, name: str) -> Iterator[CheckResult]:
    """Whether the history ends with what the note says, which alone is known of it."""
    if sources.history:
        history = page_history.read(sources.history, f"{name}:{HISTORY_NAME}")
        if not page_history.agrees(history, made):
            yield CheckResult(Outcome.OTHER_FIGURES, {"file": HISTORY_NAME})
        yield CheckResult(Outcome.HISTORY_AS_CARRIED)


def _shown_by_other_version(
    note: File, carried: Attachments, sources: Sources, templates: Templates
) -> Iterator[CheckResult]:
    """Whether what another version made has the text that this one makes of the same *sources*.

    Where it hasn't, nobody can tell whether the note was changed, or the program.
    """
    versions = {"theirs": carried.record.version, "ours": VERSION}
    made, draft = b"", carried.record.state == DRAFT_STATE
    with suppress(ProblemsFound):  # what that version could read and set, and this one can't
        again = _made(sources, note.name, draft=draft)
        made = note.form.render(again, templates, sources)
    result = _compared(note, made, by_other_version=True) if made else None
    if result and result.outcome in (Outcome.SAME_TEXT, Outcome.SAME_WORDS):
        yield CheckResult(Outcome.MADE_BY_OTHER_VERSION, versions)
        yield result
    else:
        yield CheckResult(Outcome.OTHER_VERSION, versions)


def _sources(carried: Attachments, data: File | None) -> Sources | None:
    """What the note is made of: what it carries, or else *data*, if these are what it names."""
    older, history = map(carried.files.get, (OLDER_DATA_NAME, HISTORY_NAME))
    if DATA_NAME in carried.files and (older is not None or not carried.record.before):
        return Sources(carried.files[DATA_NAME], older, history=history)
    if data and _hash(data) == carried.record.data and not carried.record.before:
        return Sources(data.content, attached=False, history=history)
    return None


def _hash(data: File) -> str:
    return sha256(data.content).hexdigest()


def _made(sources: Sources, name: str, *, draft: bool) -> Note:
    plan = loading.read_bytes(sources.data, f"{name}:{DATA_NAME}").plan
    older = sources.before
    before = loading.read_bytes(older, f"{name}:{OLDER_DATA_NAME}").plan if older else None
    return note_on(plan, before, draft=draft)


def _compared(note: File, ours: bytes, *, by_other_version: bool = False) -> CheckResult:
    if note.form.name == "html":
        return page_compare.compared(note.content, ours, by_other_version=by_other_version)
    unlike = pdf_compare.ATTACHED if by_other_version else frozenset()
    try:
        return pdf_compare.compared(note.content, ours, unlike)
    except Exception as error:  # pikepdf and pypdf raise many kinds, and a forged file any of them
        raise ProblemsFound([problem("E803", note.name)]) from error


def _of_data(note: File, carried: Attachments, data: File) -> CheckResult:
    """Whether the note's data are *data*, or at least say the same, where it carries them."""
    names = {"note": note.name, "data": data.name}
    same = data.content == carried.files.get(DATA_NAME, data.content)
    if same and _hash(data) == carried.record.data:
        return CheckResult(Outcome.SAME_DATA, names)
    if DATA_NAME not in carried.files:
        return CheckResult(Outcome.OTHER_HASH, names)
    now = loading.read_bytes(data.content, data.name).plan
    try:
        before = loading.read_bytes(carried.files[DATA_NAME], f"{note.name}:{DATA_NAME}").plan
    except ProblemsFound:  # another version could read them
        return CheckResult(Outcome.OTHER_HASH, names)
    same = not compare(before, now)
    return CheckResult(Outcome.SAME_MEANING if same else Outcome.OTHER_DATA, names)
