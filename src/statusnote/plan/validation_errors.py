"""What pydantic finds in the shape of a file, in our words and at its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, groupby, islice
from typing import Any

from pydantic import ValidationError

from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.problem import MOST_PROBLEMS, Place, Problem
from statusnote.diagnostics.suggestions import closest
from statusnote.plan import meant
from statusnote.plan.model import (
    HOLDERS,
    KNOWN_KEYS,
    MINISTRIES,
    NO_HOLDER,
    PARTIES,
    REQUIRED_KEYS,
    statuses_of,
)
from statusnote.plan.scalars import FORMATS, fixed
from statusnote.plan.statuses import Statuses
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode, SequenceNode
from statusnote.reading.source import Source

Path = tuple[int | str, ...]
# What pydantic finds in the shape of the file: its name for it, and our code.
SHAPES = {"tuple_type": "E317", "dict_type": "E318", "model_type": "E318"}
MOST_IN_ONE = 4  # errors that become one problem: the keys of an initiative that are missing


def problems(error: ValidationError, values: MappingNode, source: Source) -> list[Problem]:
    """What *error* says of *values*."""
    errors: list[Any] = [
        error for error in error.errors(include_url=False) if error["type"] != NO_HOLDER
    ][: MOST_PROBLEMS * MOST_IN_ONE]
    if {*HOLDERS}.isdisjoint(values):
        errors.append({"type": "missing", "loc": HOLDERS[:1], "input": values})
    follows = _follows_from_misspelt_keys(errors) | _follows_from_grants_not_indented(errors)
    left = [error for error in errors if error["loc"] not in follows]
    missing = _missing([error for error in left if error["type"] == "missing"], values, source)
    known = statuses_of(values)
    others = (
        _problem(error, values, source, known) for error in left if error["type"] != "missing"
    )
    return list(islice(chain(missing, others), MOST_PROBLEMS))


def _missing(errors: list[Any], values: MappingNode, source: Source) -> Iterator[Problem]:
    """The keys that are missing, as one problem for each part of the file."""
    called = {MINISTRIES: _as_written(values, MINISTRIES, source)}
    for _, group in groupby(errors, key=lambda error: error["loc"][:-1]):
        of_one_part = list(group)
        keys = (str(error["loc"][-1]) for error in of_one_part)
        names = [called.get(key, key) for key in keys]
        if len(names) == 1:
            yield source.problem("E302", of_one_part[0]["input"], key=names[0])
        else:
            yield source.problem("E322", of_one_part[0]["input"], keys=", ".join(names))


def _as_written(values: MappingNode, name: str, source: Source) -> str:
    """How the file calls the key *name* at its top, where it has it."""
    if name not in values:
        return name
    key = values.key(name)
    return fixed(source.text[key.start : key.end].strip("'\""))


def _follows_from_misspelt_keys(errors: list[Any]) -> set[Path]:
    """A key that is misspelt is not also missing."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    guesses = {_guess(error["loc"]) for error in errors if error["type"] == "extra_forbidden"}
    return missing & guesses


def _follows_from_grants_not_indented(errors: list[Any]) -> set[Path]:
    """The first grant that does not stand under `grants:` speaks for it and for the next."""
    outside = {error["loc"] for error in errors if error["type"] == "E316"}
    above = {(*path[:-1], int(path[-1]) - 1) for path in outside}
    return {path for path in outside if (*path[:-1], int(path[-1]) - 1) in outside} | {
        (*path, "grants") for path in above
    }


def _guess(path: Path) -> Path:
    """The path that the unknown key at the end of *path* was probably meant to make."""
    return (*path[:-1], _meant(str(path[-1]), _known_keys(path)))


@lru_cache(maxsize=MOST_PROBLEMS * MOST_IN_ONE)
def _meant(key: str, known: tuple[str, ...]) -> str:
    """The one of the *known* keys that an unknown *key* was probably meant to be, or nothing.

    It is asked for when it is found that a key is missing, and again when the problem is told.
    """
    return closest(key, known)


def _known_keys(path: Path) -> tuple[str, ...]:
    return KNOWN_KEYS[_part(path)]


def _part(path: Path) -> str:
    """The key that holds the part of the file in which the key at the end of *path* stands."""
    if path[0] == "statuses":  # whose parts stand under phrases
        return "statuses" if len(path) > 1 else ""
    return next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")


def _is_item(value: Node, path: Path, source: Source) -> bool:
    """Whether *value* is what the list at *path* should hold, and has its keys on their lines."""
    known = KNOWN_KEYS.get(str(path[-1]), ())
    return (
        isinstance(value, MappingNode)
        and not set(known).isdisjoint(value)
        and source.text[value.start] != "{"
    )


def _problem(error: Any, values: MappingNode, source: Source, known: Statuses) -> Problem:
    kind, path, value = error["type"], error["loc"], error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(path, values, source)
    details = error.get("ctx", {})
    if kind in ("E304", "E332"):
        examples = ", ".join(status.example for status in known.listed)
        details |= {"known": examples, "guess": meant.status(fixed(value), known)}
    if kind == "E340":
        details |= {"known": ", ".join(map(str, FORMATS))}
    code = SHAPES.get(kind, kind)
    if code in GUESSES and isinstance(value, ScalarNode):
        details |= {"guess": GUESSES[code](fixed(value))}
    if place := _inside(code, value, details, source):
        return Problem(code, place, details)
    if code == "E317" and _is_item(value, path, source):
        return source.problem("E325", value, key=next(iter(value)))
    if code == "E318" and isinstance(value, SequenceNode) and source.text[value.start] == "-":
        code = "E341"
    slip = _slip(code, value, source)
    problem = slip or source.problem(code, details.get("key", value), **details)
    required = problem.code == "E307" and _is_required(path, values)
    return replace(problem, code="E326") if required else problem


# What was probably meant by a text that is wrong in a way that its form tells.
GUESSES: dict[str, Callable[[str], str]] = {
    "E305": meant.due,
    "E306": meant.amount,
    "E314": meant.day,
    "E319": meant.grant,
    "E320": meant.milestone,
    "E335": meant.figure,
}


def _unknown_key(path: Path, values: MappingNode, source: Source) -> Problem:
    known, key = _known_keys(path), _at(values, path[:-1]).key(path[-1])
    if key == PARTIES:  # and it was not taken for the other, which stands there, too
        return source.problem("E339", key)
    details = {"key": key, "guess": _meant(str(key), known), "known": ", ".join(known)}
    return source.problem("E301", key, **details)


def _is_required(path: Path, values: MappingNode) -> bool:
    """Whether *path* ends with a key of the file that may not be left out."""
    holder, required = _at(values, path[:-1]), REQUIRED_KEYS.get(_part(path), ())
    return isinstance(holder, MappingNode) and path[-1] in holder and path[-1] in required


def _inside(code: str, value: Node, details: dict[str, str], source: Source) -> Place | None:
    """The place inside a text that the problem is with, where that is known."""
    if not isinstance(value, ScalarNode):
        return None
    if code == "E309" and (last := re.search(r"[^ \t\r\n]\s*?[\r\n]", value)):
        before = source.of(Fragment(value, last.start(), last.start() + 1))
        return replace(before, column=before.end_column, end_column=before.end_column + 1)
    quotes = MESSAGES[code].traits.quotes
    piece = details[quotes].partition("«")[0] if quotes else ""
    at = value.find(piece)
    return source.of(Fragment(value, at, at + len(piece))) if piece and at >= 0 else None


def _slip(code: str, value: Node, source: Source) -> Problem | None:
    """The one sign that made a *value* of the wrong kind, where that is what *code* says."""
    if code not in WRONG_KINDS:
        return None
    if value == "":
        return source.problem("E307", value)
    first, written = source.line(value.start)
    if (
        isinstance(value, SequenceNode)
        and written[value.start - first] == "-"
        and re.search(r"- +$", written[: value.start - first])
    ):
        return source.problem("E228", value)
    if isinstance(value, ScalarNode) and re.match(r"-[^\s-]", value):
        return Problem("E221", source.place(value.start))
    if isinstance(value, ScalarNode) and (key := re.match(r"([^\s:]+(?: [^\s:]+)*):(?=\S)", value)):
        return _without_space(code, key, value, source)
    return None


def _without_space(
    code: str, key: re.Match[str], value: ScalarNode, source: Source
) -> Problem | None:
    known = {known for keys in KNOWN_KEYS.values() for known in keys}
    if code in ("E319", "E320", "E338") or key[1] in known:
        place = source.place(value.start, value.start + key.end())
        return Problem("E220", place, {"key": key[1]})
    return None


WRONG_KINDS = ("E303", "E317", "E318", "E319", "E320", "E338", "E341")


def _at(values: MappingNode, path: Path) -> Any:
    """The value at *path*."""
    value: Any = values
    for step in path:
        value = value[step]
    return value
