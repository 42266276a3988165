"""A file → a plan, or all that is wrong with the file."""

from itertools import islice
from typing import NamedTuple

from pydantic import ValidationError

from statusnote import files
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound, by_place
from statusnote.diagnostics.severity import Severity
from statusnote.plan import rules
from statusnote.plan.model import VOCABULARY, Plan
from statusnote.plan.rules.finding import Finding
from statusnote.reading import parser, suppressions
from statusnote.reading.nodes import Fragment, MappingNode
from statusnote.reading.source import Source
from statusnote.reading.suppressions import Anchored

MOST_ATTEMPTS = 5  # at reading a file around what the parser cannot read
MOST_REREAD = 500_000  # characters, in all of the attempts
MOST_AROUND = 20  # problems; a file with more of them has enough to be told


class Loaded(NamedTuple):
    """A plan, and the warnings about its file, by their place."""

    plan: Plan
    warnings: list[Problem]


def load(data: str) -> Loaded:
    """The plan in the file *data* (`-`: standard input). Raises ProblemsFound, with all of them."""
    return read(files.read_text(data), files.display_name(data))


def read_bytes(content: bytes, file: str) -> Loaded:
    """The plan that the bytes of a file state. Raises ProblemsFound, as `read`, or if no UTF-8."""
    return read(files.decoded(content, file), file)


def read(text: str, file: str) -> Loaded:
    """The plan that *text* states; *file* is what its problems are reported under.

    Raises ProblemsFound, with all of them, up to MOST_PROBLEMS.
    """
    found = Source(text, file)
    try:
        values, problems = parser.parse(found, VOCABULARY)
    except ProblemsFound as unread:
        raise ProblemsFound([*unread.problems, *_elsewhere(found, unread.problems)]) from unread
    return _understood(found, values, problems)


def _understood(found: Source, values: MappingNode, problems: list[Problem]) -> Loaded:
    """The plan that *values* state. Raises ProblemsFound, with the *problems* found before."""
    plan = None
    try:
        plan = Plan.model_validate(values, context=[0])
    except ValidationError as error:
        from statusnote.plan import validation_errors  # only where it is needed

        problems += validation_errors.problems(error, values, found)
    broken = islice(rules.check(values), MOST_PROBLEMS)
    anchored = (_anchored(finding, found) for finding in broken)
    problems += suppressions.settled(found, values, anchored)
    if plan is None or any(problem.severity == Severity.ERROR for problem in problems):
        raise ProblemsFound(problem for problem in problems if not problem.traits.waits_for_errors)
    return Loaded(plan, by_place(problems))


def _anchored(finding: Finding, found: Source) -> Anchored:
    """The problem of *finding*, and where the value begins that it is about."""
    where = finding.where.text if isinstance(finding.where, Fragment) else finding.where
    other = found.of(finding.other) if finding.other is not None else None
    return Anchored(
        Problem(finding.code, found.of(finding.where), finding.details, other), where.start
    )


def _elsewhere(found: Source, unread: list[Problem]) -> list[Problem]:
    """The errors in other initiatives than those that the parser could not read."""
    from statusnote.plan import recovery  # only where it is needed

    problems: list[Problem] = []
    rest: recovery.Rest | None = recovery.Rest(found)
    for _ in range(min(MOST_ATTEMPTS, MOST_REREAD // (len(found.text) + 1))):
        if len(unread) > MOST_AROUND or not (rest := rest and rest.without(unread)):
            break
        try:
            values, seen = parser.parse(rest.source, VOCABULARY)
        except ProblemsFound as again:
            unread = rest.shown(again.problems)
            problems += unread
        else:
            return [*problems, *rest.shown(_errors(rest.source, values, seen))]
    return problems


def _errors(found: Source, values: MappingNode, seen: list[Problem]) -> list[Problem]:
    try:
        _understood(found, values, seen)
    except ProblemsFound as broken:
        return [each for each in broken.problems if each.severity == Severity.ERROR]
    return []
