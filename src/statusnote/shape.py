"""What pydantic finds in the shape of a file, in our words and at its place."""

import re
from collections.abc import Iterator
from itertools import chain, groupby, islice
from typing import Any

from pydantic import ValidationError

from statusnote.model import KNOWN_KEYS, SHAPES, WITH_YEAR, StatusKind
from statusnote.problems import MOST_PROBLEMS, Problem
from statusnote.source import Mapping, Part, Sequence, Source, Text, Value
from statusnote.suggestions import closest

Path = tuple[int | str, ...]
MOST_IN_ONE = 4  # errors that become one problem: the keys of an initiative that are missing


def problems(error: ValidationError, values: Mapping, source: Source) -> list[Problem]:
    """What *error* says of *values*."""
    found = error.errors(include_url=False)[: MOST_PROBLEMS * MOST_IN_ONE]
    follows = _follows_from_misspelt_keys(found) | _follows_from_grants_not_indented(found)
    left = [each for each in found if each["loc"] not in follows]
    missing = _missing([each for each in left if each["type"] == "missing"], source)
    others = (_problem(each, values, source) for each in left if each["type"] != "missing")
    return list(islice(chain(missing, others), MOST_PROBLEMS))


def _missing(found: list[Any], source: Source) -> Iterator[Problem]:
    """The keys that are missing, as one problem for each part of the file."""
    for _, group in groupby(found, key=lambda each: each["loc"][:-1]):
        errors = list(group)
        names = [str(each["loc"][-1]) for each in errors]
        if len(names) == 1:
            yield source.problem("E302", errors[0]["input"], key=names[0])
        else:
            yield source.problem("E322", errors[0]["input"], keys=", ".join(names))


def _follows_from_misspelt_keys(found: list[Any]) -> set[Path]:
    """A key that is misspelt is not also missing."""
    missing = {each["loc"] for each in found if each["type"] == "missing"}
    guesses = {_guess(each["loc"]) for each in found if each["type"] == "extra_forbidden"}
    return missing & guesses


def _follows_from_grants_not_indented(found: list[Any]) -> set[Path]:
    """The first grant that does not stand under `grants:` speaks for it and for the next."""
    outside = {each["loc"] for each in found if each["type"] == "E316"}
    above = {(*path[:-1], int(path[-1]) - 1) for path in outside}
    return {path for path in outside if (*path[:-1], int(path[-1]) - 1) in outside} | {
        (*path, "grants") for path in above
    }


def _guess(path: Path) -> Path:
    """The path that the unknown key at the end of *path* was probably meant to make."""
    return (*path[:-1], closest(str(path[-1]), _known_keys(path)))


def _known_keys(path: Path) -> tuple[str, ...]:
    holder = [step for step in path[:-1] if isinstance(step, str)]
    return KNOWN_KEYS[holder[-1] if holder else ""]


def _problem(error: Any, values: Mapping, source: Source) -> Problem:
    kind, path, value = error["type"], error["loc"], error["input"]
    if kind == "extra_forbidden":
        known, key = _known_keys(path), _at(values, path[:-1]).key(path[-1])
        details = {"key": key, "guess": closest(key, known), "known": ", ".join(known)}
        return source.problem("E301", key, **details)
    details = error.get("ctx", {})
    if kind == "E304":
        details["guess"] = _status(details["value"])
    if kind == "E308" and (at := value.find(url := details["url"].partition("«")[0])) >= 0:
        return Problem(kind, source.of(Part(value, at, at + len(url))), details)
    return _slip(SHAPES.get(kind, kind), value, source) or source.problem(
        SHAPES.get(kind, kind), details.get("key", value), **details
    )


def _slip(code: str, value: Value, source: Source) -> Problem | None:
    """The one sign that made a *value* of the wrong kind, where that is what *code* says."""
    if code not in WRONG_KINDS:
        return None
    if value == "":
        return source.problem("E307", value)
    first, written = source.line(value.start)
    if (
        isinstance(value, Sequence)
        and written[value.start - first] == "-"
        and re.search(r"- +$", written[: value.start - first])
    ):
        return source.problem("E228", value)
    if isinstance(value, Text) and re.match(r"-[^\s-]", value):
        return Problem("E221", source.place(value.start))
    if isinstance(value, Text) and (key := re.match(r"([^\s:]+(?: [^\s:]+)*):(?=\S)", value)):
        return _without_space(code, key, value, source)
    return None


def _without_space(code: str, key: re.Match[str], value: Text, source: Source) -> Problem | None:
    known = {known for keys in KNOWN_KEYS.values() for known in keys}
    if code in ("E319", "E320") or key[1] in known:
        place = source.place(value.start, value.start + key.end())
        return Problem("E220", place, {"key": key[1]})
    return None


WRONG_KINDS = ("E303", "E317", "E318", "E319", "E320")


def _status(written: str) -> str:
    """The status that was probably meant, with the year that was *written* where it takes one."""
    written = re.sub(r"^initiativet (er )?|\.$", "", written, flags=re.IGNORECASE)
    phrase, _, year = written.partition(" i ")
    denied = "ikke" in phrase.casefold()
    guess = closest(phrase, [kind for kind in StatusKind if denied or not kind.startswith("ikke")])
    if guess in WITH_YEAR:
        guess += f" i {year if re.fullmatch('[1-9][0-9]{3}', year) else '…'}"
    return guess


def _at(values: Mapping, path: Path) -> Any:
    """The value at *path*."""
    value: Any = values
    for step in path:
        value = value[step]
    return value
