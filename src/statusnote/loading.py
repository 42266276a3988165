"""A file → a plan, or all that is wrong with the file."""

import re
from typing import Any

from pydantic import ValidationError

from statusnote import checks, files, source
from statusnote.checks import Finding, Path
from statusnote.model import EXPECTED, KNOWN_KEYS, WITH_YEAR, Plan, StatusKind
from statusnote.problems import Problem, ProblemsFound, problem
from statusnote.source import Mapping
from statusnote.suggestions import closest, suggestion


def load(data: str) -> Plan:
    """The plan in the file *data* (`-`: standard input). Raises ProblemsFound, with all of them."""
    return read(files.read_text(data), files.display_name(data))


def read(text: str, file: str) -> Plan:
    """The plan that *text* states; *file* is what its problems are reported under."""
    values, problems = source.parse(text, file)
    problems += (_found(finding, values, file) for finding in checks.check(values))
    try:
        plan = Plan.model_validate(values)
    except ValidationError as error:
        raise ProblemsFound([*problems, *_shape_problems(error, values, file)]) from error
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
    if kind == "extra_forbidden":
        known, key = _known_keys(path), _at(values, path[:-1]).key(path[-1])
        return problem(
            "E301", file, *_place(key), key=key, suggestion=suggestion(key, known),
            known=", ".join(known),
        )  # fmt: skip
    if kind == "missing":
        return problem("E302", file, *_place(value), key=path[-1])
    if kind in EXPECTED and value == "":
        return problem("E307", file, *_place(value))
    if kind in EXPECTED:
        return problem("E303", file, *_place(value), expected=EXPECTED[kind])
    details = error.get("ctx", {})
    if kind == "E304":
        details["suggestion"] = _status_suggestion(details["value"])
    return problem(kind, file, *_place(details.get("key", value)), **details)


def _status_suggestion(written: str) -> str:
    """The question which status was meant, with the year that was *written* where it takes one."""
    written = re.sub(r"^initiativet (er )?|\.$", "", written, flags=re.IGNORECASE)
    phrase, _, year = written.partition(" i ")
    denied = "ikke" in phrase.casefold()
    guess = closest(phrase, [kind for kind in StatusKind if denied or not kind.startswith("ikke")])
    if guess in WITH_YEAR:
        guess += f" i {year if re.fullmatch('[1-9][0-9]{3}', year) else '…'}"
    return f"Mente du »{guess}«? " if guess else ""


def _place(value: Any) -> tuple[int, int]:
    return value.line, value.column


def _at(values: Mapping, path: Path) -> Any:
    """The value at *path*."""
    value: Any = values
    for step in path:
        value = value[step]
    return value


def _found(finding: Finding, values: Mapping, file: str) -> Problem:
    details = dict(finding.details)
    if finding.first:
        details["first"], _ = _place(_at(values, finding.first))
    return problem(finding.code, file, *_place(_at(values, finding.path)), **details)
