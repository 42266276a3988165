"""A plan's file → its note in the forms that are asked for, of which nothing is written yet."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from statusnote import bounds
from statusnote.bounds import MB, Exhausted
from statusnote.changes.whats_new import note_on
from statusnote.diagnostics.problem import Problem, ProblemsFound, problem
from statusnote.note import Note
from statusnote.plan import loading
from statusnote.plan.model import Plan
from statusnote.render.forms import Form, Sources
from statusnote.render.templates import Templates

Read = tuple[bytes, str]  # what a file holds, and the name that problems in it go under


class Begun(NamedTuple):
    """A *note* that is to be rendered, the *plan* that it is on, and the *warnings* about that.

    The plan is read from *now*, and the one that the note is compared with from *before*. What
    carries data has them *attached*. *lacking* are the codes of those whose approvals the note is a
    draft for want of, where nobody asked for one.
    """

    note: Note
    plan: Plan
    warnings: list[Problem]
    now: Read
    before: Read | None
    attached: bool
    lacking: tuple[str, ...]


def begin(
    now: Read,
    before: Read | None,
    beside: str | None,
    *,
    draft: bool,
    attached: bool | None,
) -> Begun:
    """The note on the plan that *now* states, with what has changed since the one in *before*.

    It is a *draft* where that is asked for, or where the plan asks for approvals that it hasn't all
    got: they are kept *beside* that file, or nowhere. Where it isn't decided here whether the data
    are *attached*, the plan says it. Raises ProblemsFound.
    """
    plan, warnings = loading.read_bytes(*now)
    lacking = () if draft else _lacking(plan, beside)
    older = loading.read_bytes(*before).plan if before else None
    note = note_on(plan, older, draft=draft or bool(lacking))
    attached = plan.publish_source if attached is None else attached
    return Begun(note, plan, warnings, now, before, attached, lacking)


def _lacking(plan: Plan, beside: str | None) -> tuple[str, ...]:
    """The codes of those who must approve the *plan* before its note is final."""
    if not plan.approvals:
        return ()
    from statusnote.approvals import standing  # which most plans can do without

    return tuple(party.code for party in standing.beside(plan, beside).lacking)


def rendered(
    begun: Begun, forms: Iterable[Form], templates: Templates, history: bytes | None = None
) -> list[bytes]:
    """A note in each of *forms*, which carries the *history* where that shows one.

    Where a template is a user's own, it is made within the limits of the *templates*. Raises
    ProblemsFound, with a character that the fonts lack where it stands in its file.
    """
    sources = Sources(begun.now[0], begun.before and begun.before[0], begun.attached, history)
    try:
        return [_rendered(form, begun.note, templates, sources) for form in forms]
    except ProblemsFound as found:
        from statusnote.render.pdf import missing_glyphs  # which most notes can do without

        files = begun.now, begun.before
        raise ProblemsFound(missing_glyphs.located(found.problems, templates, *files)) from found


def _rendered(form: Form, note: Note, templates: Templates, sources: Sources) -> bytes:
    names = (*form.templates, *form.own_templates)
    return within_limits(partial(form.render, note, templates, sources), templates, names)


def within_limits(fill: Callable[[], bytes], templates: Templates, names: Iterable[str]) -> bytes:
    """What *fill* makes of the *templates* of these *names*: where one is a user's, within limits.

    Raises ProblemsFound, also where it takes more than these.
    """
    own, limits = (
        next((name for name in names if not templates.are_ours(name)), None),
        templates.limits,
    )
    if own is None or limits is None:
        return fill()
    try:
        with bounds.bounded(*limits):
            return fill()
    except Exhausted as error:
        used = {"seconds": limits.seconds, "megabytes": limits.memory // MB}
        raise ProblemsFound([problem("E508", str(templates.path(own)), **used)]) from error
