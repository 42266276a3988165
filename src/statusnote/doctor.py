"""Whether this machine has what statusnote needs, and makes a note as others do."""

import platform
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from statusnote import revisions
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages.doctor import NEEDED, Condition
from statusnote.diagnostics.messages.reasons import Cure
from statusnote.diagnostics.messages.verification import Outcome
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.diagnostics.reporters import visible, wrapped
from statusnote.plan.statuses import LOOKS, STATUSES
from statusnote.render import pdf
from statusnote.render.forms import TEMPLATE_NAMES
from statusnote.render.templates import Templates, packaged_folder
from statusnote.systems import lacks, typed
from statusnote.verify import verification

READABLE = 60  # columns on which the tables of the summary still read well


class Terminal(NamedTuple):
    """Where we write to: how many columns it has, and its encoding."""

    width: int
    encoding: str


class Diagnosis(NamedTuple):
    """How something is here, and what is put into its words."""

    condition: Condition
    details: Mapping[str, object] = {}


def examine(
    templates: Templates,
    terminal: Terminal,
    note: verification.File | None,
    data: verification.File | None = None,
) -> Iterator[Diagnosis]:
    """How all is that statusnote needs, or can use, and whether a *note* comes out the same here.

    A note that doesn't carry its data is made of *data* anew, if it was made of these.
    Raises ProblemsFound where *note* is none of ours, or one of the templates can't be read.
    """
    yield Diagnosis(Condition.PYTHON, {"version": platform.python_version()})
    complete = True
    for diagnosis in _of_pdf():
        complete &= diagnosis.condition.sign != NEEDED
        yield diagnosis
    git = revisions.version_of_git()
    yield Diagnosis(Condition.GIT if git else Condition.NO_GIT, {"version": git})
    yield _of_templates(templates)
    yield _of_terminal(terminal)
    if note and complete:
        yield _of_note(note, data, templates)


def _of_pdf() -> Iterator[Diagnosis]:
    """How what only a PDF needs is here."""
    try:
        libraries = pdf.libraries()
    except ProblemsFound as missing:
        yield Diagnosis(Condition.NO_PANGO, missing.problems[0].details)
        return
    yield Diagnosis(Condition.PANGO, {"version": libraries.pango})
    subset = Condition.HARFBUZZ_SUBSET if libraries.has_subset else Condition.NO_HARFBUZZ_SUBSET
    yield Diagnosis(subset)


def _of_templates(templates: Templates) -> Diagnosis:
    own = [path for path in map(templates.path, TEMPLATE_NAMES) if path.parent != packaged_folder()]
    if not own:
        return Diagnosis(Condition.TEMPLATES)
    return Diagnosis(Condition.OWN_TEMPLATES, {"files": ", ".join(map(str, own))})


def _of_terminal(terminal: Terminal) -> Diagnosis:
    signs = [kind.sign for kind in STATUSES] + [sign for sign, _ in LOOKS.values()]
    if lacks(terminal.encoding, "".join(signs)):
        return Diagnosis(Condition.WITHOUT_SIGNS, terminal._asdict())
    wide = terminal.width >= READABLE
    return Diagnosis(Condition.TERMINAL if wide else Condition.NARROW, terminal._asdict())


def _of_note(
    note: verification.File, data: verification.File | None, templates: Templates
) -> Diagnosis:
    outcomes = _outcomes(note, None, templates)
    command = typed("statusnote", "verify", note.name)
    if data and Outcome.NO_DATA in outcomes:
        outcomes = _outcomes(note, data, templates)
        command = typed("statusnote", "verify", note.name, data.name)
    if Outcome.SAME_BYTES in outcomes:
        return Diagnosis(Condition.SAME_NOTE, {"note": note.name})
    return Diagnosis(Condition.OTHER_NOTE, {"note": note.name, "command": command})


def _outcomes(
    note: verification.File, data: verification.File | None, templates: Templates
) -> set[Outcome]:
    verdict = verification.verify(note, data, templates, verification.LIMITS)
    return {result.outcome for result in verdict.results}


def worded(diagnosis: Diagnosis, language: Language, width: int) -> str:
    """A *diagnosis* in *language*, on *width* columns, with what to do about it."""
    condition, details = diagnosis
    said = (wording.said_in(language) for wording in (condition.state, condition.cure) if wording)
    cures = {
        name: each.value.said_in(language)
        for name, each in details.items()
        if isinstance(each, Cure)
    }
    text = " ".join(said).format(**{**details, **cures})
    return wrapped(f"{condition.sign} {visible(text)}", width)
