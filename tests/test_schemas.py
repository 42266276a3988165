"""The schemas of what is printed as JSON: they hold of all of it, and of nothing else."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, TypedDict, TypeVar

import pytest
from jsonschema import Draft202012Validator
from support.awkward import NOTES
from support.project import EXAMPLES, REAL, ROOT
from support.result import Result

from statusnote import commands, deadlines, note, schemas, summary
from statusnote.approvals import shown, standing
from statusnote.approvals.file import Approval
from statusnote.approvals.part import hash_of
from statusnote.approvals.standing import Recorded
from statusnote.changes import formats
from statusnote.changes.compare import compare
from statusnote.changes.model import Fate
from statusnote.deadlines import CountsJson, State
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.reporters import Display, as_json
from statusnote.diagnostics.severity import Severity
from statusnote.history import collect, files
from statusnote.history.model import Version
from statusnote.plan import loading, starter
from statusnote.plan.model import Plan
from statusnote.plan.statuses import Meaning, Takes
from statusnote.portfolio import dues, summaries
from statusnote.portfolio.dues import Dues
from statusnote.portfolio.model import Member, Missing, Portfolio, unclear
from statusnote.render import note_json

PRINTED = [name for name in commands.SCHEMAS if name != "plan"]
Steps = tuple[str | int, ...]
T = TypeVar("T")


def plans() -> dict[str, Plan]:
    """The valid examples, the plans to begin with, and the real one, by their names."""
    examples = {path.stem: path.read_bytes() for path in (EXAMPLES / "valid").glob("*.yaml")}
    begun = {
        name: starter.contents(example=name)["data/initiatives.yaml"]
        for name in (*starter.EXAMPLES, "")
    }
    texts = examples | begun | {"the real plan": REAL.read_bytes()}
    return {name: loading.read_bytes(text, "plan.yaml").plan for name, text in texts.items()}


PLANS = plans()
DERIVED = {**{name: note.derive(plan) for name, plan in PLANS.items()}, **NOTES}
ALL_KEYS = EXAMPLES / "valid" / "all-keys.yaml"
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))


def notes() -> Iterator[str]:
    for each in DERIVED.values():
        yield note_json.as_json(each).decode()


def summary_() -> Iterator[str]:
    for each in DERIVED.values():
        yield summary.as_json(summary.summarize(each, summary.Filter()))


def due_() -> Iterator[str]:
    for each in DERIVED.values():
        for day in (date(2024, 1, 1), each.as_of, date(2026, 11, 23)):
            yield deadlines.as_json(deadlines.on(each, summary.Filter(), day, 90))


MISSING = Missing("y.yaml", commands.validate([str(INVALID[0])])[0])


def summaries_() -> Iterator[str]:
    """The figures of each plan and the next one, of which a third can't be read."""
    shown = [
        Member(name, summary.summarize(each, summary.Filter())) for name, each in DERIVED.items()
    ]
    for one, other in pairwise(shown):
        yield summaries.as_json(_portfolio([one, other]))


def dues_() -> Iterator[str]:
    day = date(2026, 1, 1)
    shown = [
        Member(name, deadlines.on(each, summary.Filter(), day, 90))
        for name, each in DERIVED.items()
    ]
    for one, other in pairwise(shown):
        yield dues.as_json(Dues(day, 90, _portfolio([one, other])))


def _portfolio(members: list[Member[T]]) -> Portfolio[T]:
    notes = tuple(DERIVED[member.file] for member in members)
    other = {code: f"{name}?" for code, name in notes[0].ministries.items()}
    names = unclear([("a.yaml", notes[0].ministries), ("b.yaml", other)])
    return Portfolio(notes, tuple(members), missing=(MISSING,), unclear=names)


def diffs() -> Iterator[str]:
    """What differs between each plan and the next one, there and back, and itself."""
    in_a_row = [*PLANS.values()]
    for old, new in pairwise((*in_a_row, in_a_row[0])):
        for one, other in ((old, new), (new, old), (old, old)):
            yield formats.as_json(compare(one, other))


def histories() -> Iterator[str]:
    """What the plans say one after another, one of which cannot be read."""
    versions = [Version(name, plan) for name, plan in PLANS.items()]
    unread = Version("x", problem=commands.validate([str(INVALID[0])])[0])
    dated = Version("y", versions[0].plan, recorded=date(2026, 1, 1))
    for read in (versions, [*versions, unread], [unread, dated]):
        yield files.as_json(collect.history_of(read))


def approvals() -> Iterator[str]:
    """How it stands with approvals of each plan and of the one before it, and without any."""
    in_a_row = [*PLANS.values()]
    reason = Reason.NO_REPOSITORY
    for old, new in pairwise((*in_a_row, in_a_row[0])):
        parties = standing.named(new)
        by_party = [
            {code: Approval(hash_of(plan, code), plan.as_of, by) for code in parties}
            for plan, by in ((old, "Ida Holm"), (new, ""))
        ]
        for held in ({}, *by_party):
            stood = standing.standing_of(new, held)
            yield shown.as_json(stood)
            yield shown.as_json(standing.with_edits(stood, new, [Recorded("a", old)], reason))


def problems() -> Iterator[str]:
    for path in INVALID:
        for language in Language:
            yield as_json(commands.validate([str(path)]), Display(language, 80))


OUTPUTS: dict[str, Callable[[], Iterator[str]]] = {
    "note": notes,
    "summary": summary_,
    "summaries": summaries_,
    "due": due_,
    "dues": dues_,
    "diff": diffs,
    "history": histories,
    "approvals": approvals,
    "problems": problems,
}
each_schema = pytest.mark.parametrize("name", PRINTED)


@cache
def outputs(name: str) -> list[Any]:
    return [json.loads(text) for text in OUTPUTS[name]()]


@cache
def validator(name: str) -> Any:
    schema = json.loads(schemas.as_json(name))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_each_schema_is_printed_by_its_name_and_the_plans_without_one(
    run: Callable[..., Result],
) -> None:
    assert {*OUTPUTS} == {*PRINTED}
    assert tuple(schemas.SCHEMAS) == commands.SCHEMAS
    for name in commands.SCHEMAS:
        assert run("schema", "--of", name) == Result(0, schemas.as_json(name), "")
    assert run("schema") == run("schema", "--of", "plan")


def test_another_name_is_answered_with_those_there_are(run: Callable[..., Result]) -> None:
    done = run("schema", "--of", "milestones")
    assert (done.code, done.out) == (2, "")
    assert all(repr(name) in " ".join(done.err.split()) for name in commands.SCHEMAS)


@each_schema
def test_the_schema_is_one(name: str, golden: Callable[[str, str], None]) -> None:
    schema = json.loads(schemas.as_json(name))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    golden(str(ROOT / "schema" / f"{name}.schema.json"), schemas.as_json(name))


@each_schema
def test_all_that_is_printed_agrees_with_its_schema(name: str) -> None:
    assert outputs(name)
    for printed in outputs(name):
        assert [error.json_path for error in validator(name).iter_errors(printed)] == []


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("note", ("render", REAL, "--output", "-", "--since", ALL_KEYS)),
        ("note", ("render", REAL, "--output", "-", "--draft")),
        ("summary", ("summary", REAL, "--ministry", "SUM")),
        ("summaries", ("summary", REAL, ALL_KEYS)),
        ("due", ("due", REAL, "--within", "0")),
        ("dues", ("due", REAL, ALL_KEYS, INVALID[0])),
        ("diff", ("diff", ALL_KEYS, REAL)),
        ("history", ("history", ALL_KEYS, REAL)),
        ("approvals", ("approve", REAL, "--status")),
        ("problems", ("validate", REAL, *INVALID, "nowhere.yaml")),
    ],
)
def test_what_a_command_prints_agrees_with_the_schema_of_its_name(
    run: Callable[..., Result], name: str, command: tuple[str | Path, ...]
) -> None:
    printed = json.loads(run(*command, "--format", "json").out)
    assert printed
    assert validator(name).is_valid(printed)


def objects_in(schema: Any) -> Iterator[Any]:
    """The schemas of objects in a *schema* that have keys."""
    if isinstance(schema, dict) and "properties" in schema:
        yield schema
    if isinstance(schema, dict | list):
        for each in schema.values() if isinstance(schema, dict) else schema:
            yield from objects_in(each)


@each_schema
def test_each_object_has_all_its_keys_and_no_other_and_each_is_described(name: str) -> None:
    schema = json.loads(schemas.as_json(name))
    found = [*objects_in(schema)]
    assert found
    for each in found:
        assert each["required"] == [*each["properties"]]
        assert each["additionalProperties"] is False
        assert plain(each["description"])
        for key in each["properties"].values():
            assert plain(key["description"])
            assert key["description"][0].islower()


def plain(description: str) -> bool:
    """Whether it says something, and nothing as a docstring marks it."""
    return bool(description) and "*" not in re.sub("`.*?`", "", description)


def mutants(printed: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """*printed* with one thing wrong, and where: a key is gone or new, or a value is of no kind."""
    items = printed.items() if isinstance(printed, dict) else enumerate(printed)
    for step, value in items:
        if isinstance(printed, dict) and path[-1:] not in OPEN:
            yield (*path, step), without(printed, str(step))
        yield (*path, step), {**printed, step: [[]]} if isinstance(printed, dict) else [[[]]]
        if isinstance(value, dict | list):
            for place, wrong in mutants(value, (*path, step)):
                whole = {**printed} if isinstance(printed, dict) else [*printed]
                whole[step] = wrong
                yield place, whole
    if isinstance(printed, dict) and path[-1:] not in OPEN:
        yield path, {**printed, "extra": "x"}


# What has keys of the plan's own, or only those that are given.
OPEN = (("more",), ("head",), ("budget",))


def without(printed: dict[str, Any], step: str) -> dict[str, Any]:
    return {key: value for key, value in printed.items() if key != step}


def shortened(printed: Any) -> Any:
    """*printed* with the first of each list alone, and where there is none, as it is."""
    if isinstance(printed, dict):
        return {key: shortened(value) for key, value in printed.items()}
    return [shortened(each) for each in printed[:1]] if isinstance(printed, list) else printed


@each_schema
def test_whatever_is_wrong_in_what_is_printed_fails(name: str) -> None:
    right = max(map(shortened, outputs(name)), key=lambda printed: len([*mutants(printed)]))
    assert validator(name).is_valid(right)
    before, tried = deepcopy(right), 0
    for path, wrong in mutants(right):
        assert not validator(name).is_valid(wrong), path
        tried += 1
    assert tried > 30
    assert right == before


def enums_in(schema: Any) -> Iterator[set[str]]:
    if isinstance(schema, dict) and "enum" in schema:
        yield {*schema["enum"]}
    if isinstance(schema, dict | list):
        for each in schema.values() if isinstance(schema, dict) else schema:
            yield from enums_in(each)


CLOSED: dict[str, list[set[str]]] = {
    "note": [{*Meaning}, {*note.HEAD_LABELS}],
    "summary": [{*Meaning}],
    "summaries": [{*Meaning}],
    "due": [{*State}],
    "dues": [{*State}],
    "diff": [{*Meaning}, {*Takes}, {*Fate}, {*note.HEAD_LABELS}, {*PLANS[""].terms.model_dump()}],
    "history": [{*Meaning}],
    "approvals": [
        *({*standing.State}, {*Meaning}, {*Takes}, {*Fate}),
        *({*note.HEAD_LABELS}, {*PLANS[""].terms.model_dump()}),
    ],
    "problems": [{*Severity}],
}


@each_schema
def test_a_closed_set_is_that_of_the_program(name: str) -> None:
    found = [*enums_in(json.loads(schemas.as_json(name)))]
    assert [each for each in CLOSED[name] if each not in found] == []
    assert [each for each in found if each not in CLOSED[name]] == []


def test_the_counts_of_milestones_and_the_codes_of_problems_are_those_there_are() -> None:
    assert [*CountsJson.__annotations__] == [*State]
    code = json.loads(schemas.as_json("problems"))["$defs"]["Problem"]["properties"]["code"]
    validates = Draft202012Validator(code)
    assert [each for each in MESSAGES if not validates.is_valid(each)] == []
    assert not validates.is_valid("E1001")


@pytest.mark.parametrize("wrong", ["2025-02-30", "10. april 2025", ""])
def test_a_day_that_is_none_fails(wrong: str) -> None:
    printed = {**outputs("due")[0], "as_of": wrong}
    assert not validator("due").is_valid(printed)


class WithoutWords(TypedDict):
    """An object."""

    described: Annotated[str, "a text"]
    silent: str


@dataclass
class Silent:
    """An object of another kind."""

    silent: int


@pytest.mark.parametrize("kind", [WithoutWords, Silent])
def test_a_key_that_is_not_described_is_missed(kind: type) -> None:
    with pytest.raises(LookupError, match="what the key silent of 'An object"):
        schemas.schema_of(kind, "Something")
