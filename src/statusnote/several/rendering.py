"""What `render` makes of several plans: the note on each, and a page that leads to theirs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from statusnote import commands, files
from statusnote.commands import AS_DRAFT, Made, Wanted, Written
from statusnote.diagnostics.problem import Problem, ProblemsFound
from statusnote.files import STANDARD_INPUT
from statusnote.note import Note
from statusnote.render.forms import OVERVIEW_TEMPLATES
from statusnote.several import cores
from statusnote.several.paths import OVERVIEW, named_apart

PAGE = ".html"


class Job(NamedTuple):
    """A note to be made on the file *data*, its files called as the *stem*.

    It is made with the templates that are asked for, or those *beside* the data.
    """

    data: str
    stem: str
    beside: Path | None


class Outcome(NamedTuple):
    """What became of a job: what was *written*, or the *problems* for which nothing was."""

    job: Job
    written: Written | None = None
    problems: Sequence[Problem] = ()


class Rendered(NamedTuple):
    """What became of each plan, in the order of the plans, and of the page that leads to theirs.

    That is the path that was written, if it was asked for, or the problems with it. It is a draft
    where one of the notes is.
    """

    outcomes: list[Outcome]
    overview: str | None = None
    problems: Sequence[Problem] = ()


def render_all(data: Iterable[str], wanted: Wanted, folder: str) -> Rendered:
    """Write the notes on several plans to a *folder*, on all cores, each as it is *wanted*.

    A plan with problems stops no other. Raises ProblemsFound, with nothing written, where two
    notes would have one name.
    """
    with_pages = any(form.name == "html" for form in wanted.forms)
    names = named_apart(data, with_overview=with_pages)
    jobs = [
        Job(each, str(Path(folder, name)), _beside(each, wanted)) for each, name in names.items()
    ]
    make = partial(_made, wanted=wanted)
    outcomes: list[Outcome] = []
    linked: list[tuple[str, str, Note]] = []
    results = cores.each_on_a_core(make, jobs, lambda job: job.data == STANDARD_INPUT)
    for job, made in zip(jobs, results, strict=True):
        outcomes.append(outcome := _written(job, made))
        if isinstance(made, Made) and outcome.written and with_pages:
            page = next(each for each in outcome.written.paths if each.endswith(PAGE))
            linked.append((Path(page).name, Path(job.stem).name, made.note))
    if not linked:
        return Rendered(outcomes)
    missing = [Path(each.job.stem).name for each in outcomes if not each.written]
    is_draft = any(note.draft for *_, note in linked)
    overview = str(Path(folder, f"{OVERVIEW}{AS_DRAFT if is_draft else ''}{PAGE}"))
    try:
        files.write_all({overview: _overview(linked, missing, wanted.templates)})
    except ProblemsFound as found:
        return Rendered(outcomes, problems=found.problems)
    return Rendered(outcomes, overview)


def _beside(data: str, wanted: Wanted) -> Path | None:
    return None if wanted.templates else commands.templates_beside(data)


def _made(job: Job, wanted: Wanted) -> Made | list[Problem]:
    """A note, or the problems with it, which unlike an exception are sent as they are."""
    wanted = replace(wanted, templates=wanted.templates or job.beside)
    try:
        return commands.make_note(job.data, wanted, None, job.stem)
    except ProblemsFound as found:
        return found.problems


def _written(job: Job, made: Made | list[Problem]) -> Outcome:
    if isinstance(made, list):
        return Outcome(job, problems=made)
    try:
        files.write_all(made.contents)
    except ProblemsFound as found:
        return Outcome(job, problems=found.problems)
    return Outcome(job, made.written)


def _overview(
    linked: Iterable[tuple[str, str, Note]], missing: Sequence[str], templates: Path | None
) -> bytes:
    """The page that leads to the pages of the notes, each of which has a file and a name.

    Raises ProblemsFound.
    """
    from statusnote import making
    from statusnote.portfolio import page  # loads what only it needs

    found = commands.templates_of(templates)
    plans = [page.Linked(*each) for each in linked]
    fill = partial(page.render, plans, missing, found)
    return making.within_limits(fill, found, OVERVIEW_TEMPLATES)
