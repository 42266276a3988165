"""The fuller plans that one can begin with: right, whole, and told apart by each single edit."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support.applying import applied, meaning
from support.result import Result

from statusnote.changes import describe, formats
from statusnote.changes.compare import compare
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading, schema, starter
from statusnote.plan.model import KEYS, MINISTRIES, Plan

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold

Steps = tuple[str | int, ...]
DATA = "data/initiatives.yaml"
TEXTS = {name: starter.contents(example=name)[DATA].decode() for name in starter.EXAMPLES}
each_plan = pytest.mark.parametrize("name", TEXTS)


def values_of(text: str) -> Any:
    """What a file holds, each scalar as the text that stands there."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts


def keys_in(values: Any) -> Iterator[str]:
    if isinstance(values, dict):
        yield from values
    for each in values.values() if isinstance(values, dict) else values:
        if isinstance(each, dict | list):
            yield from keys_in(each)


def test_together_they_use_all_that_a_plan_may_say() -> None:
    used = {key for text in TEXTS.values() for key in keys_in(values_of(text))}
    # They call ministries parties, and one that asked for approvals would begin as a draft.
    assert KEYS - used == {MINISTRIES, "approvals"}


@each_plan
def test_each_is_begun_by_its_name_and_right(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    begun = run("init", "--example", name, "--ci", "gitlab")
    assert begun.code == 0
    assert {*begun.out.splitlines()} == {*starter.contents("gitlab")}
    assert run("validate") == Result(0, "Ingen fejl.\n", "")
    assert [*Draft7Validator(schema.plan_schema()).iter_errors(values_of(TEXTS[name]))] == []
    everything = ("render", *(f"--format={form}" for form in ("md", "html", "csv", "json")))
    for command in (everything, ("summary",), ("summary", "--json"), ("due", "--json")):
        assert run(*command).code == 0
    for table in ("parts", "grants", "budget", "indicators", "milestones"):
        assert run("render", "--format", "csv", "--table", table, "--output", "-").code == 0


@each_plan
@pytest.mark.parametrize("columns", [60, 80])
def test_its_summary_fits_a_terminal(
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    columns: int,
    name: str,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    data = tmp_path / "plan.yaml"
    data.write_text(TEXTS[name], "utf-8")
    for command in ("summary", "due"):
        assert max(map(len, run(command, data).out.splitlines())) <= columns


def test_another_name_is_answered_with_those_there_are(run: Callable[..., Result]) -> None:
    refused = run("init", "--example", "budget")
    assert refused.code == 2
    assert all(repr(name) in refused.err for name in starter.EXAMPLES)


@each_plan
def test_each_single_edit_is_told_and_makes_the_new_plan_of_the_old(name: str) -> None:
    old, tried, told_of = plan_of(values_of(TEXTS[name])), 0, set()
    assert not compare(old, old)
    for path, edited in edits(values_of(TEXTS[name])):
        tried += 1
        try:
            new = plan_of(edited)
        except ProblemsFound:
            continue
        changed = compare(old, new)
        assert bool(changed) == (meaning(new) != meaning(old)), path
        if changed:
            topics = describe.topics(changed)
            said = [text_of(sentence) for topic in topics for sentence in topic.sentences]
            assert said, path
            assert [each for each in said if re.search(SAYS_NOTHING, each)] == [], path
            told_of |= {*path}
        told = json.loads(formats.as_json(changed))
        assert applied(meaning(old), told) == meaning(new), path
    assert tried > 100
    never = ("format", "initiatives", "account", "sections")  # the edits of what is in them are
    assert {*keys_in(values_of(TEXTS[name]))} & KEYS - {*never} - told_of <= NEVER_ALONE


SAYS_NOTHING = r": *$|\bfra (.+) til \1$"


def text_of(sentence: describe.Sentence) -> str:
    return " ".join(words.text for words in sentence)


# A status that takes a date no longer makes wrong whichever initiative has it.
NEVER_ALONE = {"takes_date"}


def plan_of(values: Any) -> Plan:
    return loading.read(yaml.safe_dump(values, allow_unicode=True, width=1000), "-").plan


def edits(values: Any) -> Iterator[tuple[Steps, Any]]:
    """*values* with one thing changed or left out, and the way to it."""
    for path, value in places_in(values):
        for other in [None, *([another(path, value, values)] if isinstance(value, str) else [])]:
            edited = deepcopy(values)
            holder = edited
            for step in path[:-1]:
                holder = holder[step]
            if other is None:
                del holder[path[-1]]
            else:
                holder[path[-1]] = other
            yield path, edited


def places_in(values: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    items = values.items() if isinstance(values, dict) else enumerate(values)
    for step, value in items:
        yield (*path, step), value
        if isinstance(value, dict | list):
            yield from places_in(value, (*path, step))


def another(path: Steps, value: str, values: Any) -> str:
    """Another value than *value* that can stand at the end of *path* in *values*, mostly."""
    key = next(step for step in reversed(path) if isinstance(step, str))
    if value in ("true", "false"):
        return "false" if value == "true" else "true"
    if any(step in ("grants", "budget") for step in path):
        return "7,7 mio."
    if key == "status" or "parts" in path:
        phrases: list[str] = [*values.get("statuses", ("gennemført", "igangværende"))]
        return next(phrase for phrase in phrases if phrase != value)
    return ANOTHER.get(key, f"{value} nu")


ANOTHER = {
    "number": "99",
    "means": "not begun",
    "sign": "◆",
    "sentence": "Det er {}.",
    "date": "2026-12-24",
    "as_of": "2026-12-24",
    "met": "2026-12-24",
    "period": "2020-2030",
    "due": "2029",
    "moved_from": "2021",
    "measured": "2021",
    **dict.fromkeys(("baseline", "target", "latest"), "7"),
}
