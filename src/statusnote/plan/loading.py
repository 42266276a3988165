"""A file → a plan, or all that is wrong with the file."""

from itertools import islice
from typing import NamedTuple

from pydantic import ValidationError

from statusnote import files
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound, by_place
from statusnote.diagnostics.severity import Severity
from statusnote.plan import rules
from statusnote.plan.field_types import Reading
from statusnote.plan.model import VOCABULARY, Plan, statuses_of, with_ministries
from statusnote.plan.rules.finding import Finding
from statusnote.reading import parser, suppressions
from statusnote.reading.nodes import Fragment, MappingNode
from statusnote.reading.source import Source
from statusnote.reading.suppressions import ValueProblem

MOST_ATTEMPTS = 5  # at reading a file around what the parser cannot read
MOST_REREAD = 500_000  # characters, in all of the attempts
MOST_AROUND = 20  # problems; a file with more of them has enough to be told


class Loaded(NamedTuple):
    """A plan, and the warnings about its file, by their place."""

    plan: Plan
    warnings: list[Problem]


class Whole(NamedTuple):
    """A file's text, its values with their places in it, its plan, and the warnings about it."""

    source: Source
    values: MappingNode
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
    _, _, plan, warnings = read_whole(text, file)
    return Loaded(plan, warnings)


def read_whole(text: str, file: str) -> Whole:
    """The same, and where in *text* each of its values stands. Raises ProblemsFound, as `read`."""
    source = Source(text, file)
    try:
        values, problems = parser.parse(source, VOCABULARY)
    except ProblemsFound as unread:
        raise ProblemsFound([*unread.problems, *_elsewhere(source, unread.problems)]) from unread
    return Whole(source, values, *_understood(source, values, problems))


def _understood(source: Source, values: MappingNode, problems: list[Problem]) -> Loaded:
    """The plan that *values* state. Raises ProblemsFound, with the *problems* found before."""
    plan = None
    values = with_ministries(values)
    try:
        plan = Plan.model_validate(values, context=Reading(statuses_of(values)))
    except ValidationError as error:
        from statusnote.plan import validation_errors  # only where it is needed

        problems += validation_errors.problems(error, values, source)
        if of_other_format := [problem for problem in problems if problem.code == "E340"]:
            raise ProblemsFound(of_other_format) from error  # in which all else may be right
    findings = islice(rules.check(values, source.text), MOST_PROBLEMS)
    broken = (_value_problem(source, finding) for finding in findings)
    problems += suppressions.apply(source, values, broken)
    if plan is None or any(problem.severity == Severity.ERROR for problem in problems):
        raise ProblemsFound(problem for problem in problems if not problem.traits.waits_for_errors)
    return Loaded(plan, by_place(problems))


def _value_problem(source: Source, finding: Finding) -> ValueProblem:
    value = finding.where.text if isinstance(finding.where, Fragment) else finding.where
    other = source.of(finding.other) if finding.other is not None else None
    problem = Problem(finding.code, source.of(finding.where), finding.details, other)
    return ValueProblem(problem, value.start)


def _elsewhere(source: Source, unread: list[Problem]) -> list[Problem]:
    """The errors in other initiatives than those that the parser could not read."""
    from statusnote.plan import recovery  # only where it is needed

    problems: list[Problem] = []
    rest: recovery.Rest | None = recovery.Rest(source)
    for _ in range(min(MOST_ATTEMPTS, MOST_REREAD // (len(source.text) + 1))):
        if len(unread) > MOST_AROUND or not (rest := rest and rest.without(unread)):
            break
        try:
            values, doubled = parser.parse(rest.source, VOCABULARY)
        except ProblemsFound as still_unread:
            unread = rest.shown(still_unread.problems)
            problems += unread
        else:
            return [*problems, *rest.shown(_errors(rest.source, values, doubled))]
    return problems


def _errors(source: Source, values: MappingNode, problems: list[Problem]) -> list[Problem]:
    try:
        _understood(source, values, problems)
    except ProblemsFound as broken:
        return [problem for problem in broken.problems if problem.severity == Severity.ERROR]
    return []
