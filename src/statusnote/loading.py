"""A file → a plan, or all that is wrong with the file."""

from typing import Any

from pydantic import ValidationError

from statusnote import checks, files, source
from statusnote.checks import Finding, Path
from statusnote.model import EXPECTED, KNOWN_KEYS, Plan, StatusKind
from statusnote.problems import Problem, ProblemsFound, problem
from statusnote.source import Mapping, Sequence, Text, Value
from statusnote.suggestions import closest, suggestion


def load(data: str) -> Plan:
    """The plan in the file *data* (`-`: standard input). Raises ProblemsFound, with all of them."""
    return read(files.read_text(data), files.display_name(data))


def read(text: str, file: str) -> Plan:
    """The plan that *text* states; *file* is what its problems are reported under."""
    values, problems = source.parse(text, file)
    try:
        plan = Plan.model_validate(values)
    except ValidationError as error:
        raise ProblemsFound([*problems, *_shape_problems(error, values, file)]) from error
    problems += (_found(finding, values, file) for finding in checks.check(plan))
    if problems:
        raise ProblemsFound(problems)
    return plan


def _shape_problems(error: ValidationError, values: Mapping, file: str) -> list[Problem]:
    """What pydantic found, in our words and at its place. A misspelt key is not also missing."""
    found = error.errors(include_url=False)
    guesses = {_guess(each["loc"]) for each in found if each["type"] == "extra_forbidden"}
    return [
        _shape_problem(each, values, file)
        for each in found
        if each["type"] != "missing" or each["loc"] not in guesses
    ]


def _guess(path: Path) -> Path:
    """The path that the unknown key at the end of *path* was probably meant to make."""
    return (*path[:-1], closest(str(path[-1]), _known_keys(path)))


def _known_keys(path: Path) -> tuple[str, ...]:
    holder = [step for step in path[:-1] if isinstance(step, str)]
    return KNOWN_KEYS[holder[-1] if holder else ""]


def _shape_problem(error: Any, values: Mapping, file: str) -> Problem:
    kind, path, value = error["type"], error["loc"], error["input"]
    place = _place(value) or _place_of(values, path)
    if kind == "extra_forbidden":
        known, key = _known_keys(path), path[-1]
        return problem(
            "E301", file, *_key_place(values, path), key=key, suggestion=suggestion(key, known),
            known=", ".join(known),
        )  # fmt: skip
    if kind == "missing":
        return problem("E302", file, *place, key=path[-1])
    if kind in EXPECTED and value == "":
        return problem("E307", file, *place)
    if kind in EXPECTED:
        return problem("E303", file, *place, expected=EXPECTED[kind])
    details = dict(error.get("ctx", {}))
    if kind == "E304":
        details["suggestion"] = suggestion(details["value"], StatusKind)
    return problem(kind, file, *place, **details)


def _place(value: object) -> tuple[int, int] | None:
    if isinstance(value, Text | Mapping | Sequence):
        return value.line, value.column
    return None


def _place_of(values: Mapping, path: Path) -> tuple[int, int]:
    """The place of the value at *path*, or of the nearest one above it that stands in the file."""
    value: Value = values
    for step in path:
        if isinstance(value, Mapping) and step in value:
            value = value[Text(step)]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value = value[step]
    return value.line, value.column


def _key_place(values: Mapping, path: Path) -> tuple[int, int]:
    holder: Value = values
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index, assignment] # it was found by this path
    assert isinstance(holder, Mapping)  # noqa: S101
    key = holder.key(str(path[-1]))
    return key.line, key.column


def _found(finding: Finding, values: Mapping, file: str) -> Problem:
    details = dict(finding.details)
    if finding.first:
        details["first"], _ = _place_of(values, finding.first)
    return problem(finding.code, file, *_place_of(values, finding.path), **details)
