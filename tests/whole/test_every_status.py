"""Each status of the table, by itself, in every command that shows or reads one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from support.project import ROOT, SMALL_PLAN
from support.result import Result

from statusnote.plan import schema
from statusnote.plan.statuses import STATUSES, Meaning, StatusKind

Run = Callable[..., Result]
every_status = pytest.mark.parametrize("kind", STATUSES, ids=lambda kind: kind.phrase)


@every_status
def test_a_status_is_known_to_every_command(
    run: Run, write: Callable[..., Path], kind: StatusKind
) -> None:
    data = write(SMALL_PLAN.replace("gennemført", kind.example))
    assert run("validate", data) == Result(0, "Ingen fejl.\n", "")
    assert f"{kind.sign} {kind.example}  1" in run("summary", data).out
    assert f"{kind.sign} {kind.example}\n" in run("summary", data).out
    assert run("summary", data, "--status", kind.phrase).out == run("summary", data).out
    assert json.loads(run("summary", data, "--json").out)["statuses"] == [
        {"status": kind.example, "count": 1}
    ]
    note = run("render", data, "--format", "md", "--output", "-").out
    assert f"| {kind.sentence.format(kind.example)} |" in note
    assert run("due", data).code == 0


@every_status
def test_a_status_is_compared_and_counts_as_what_it_means(
    run: Run, write: Callable[..., Path], kind: StatusKind
) -> None:
    before = next(other for other in STATUSES if other.meaning is not kind.meaning)
    old = write(SMALL_PLAN.replace("gennemført", before.example), "old.yaml")
    new = write(SMALL_PLAN.replace("gennemført", kind.example), "new.yaml")
    assert f"Status: fra {before.example} til {kind.example}" in run("diff", old, new).out
    counts = json.loads(run("diff", old, new, "--format", "json").out)["counts"]
    assert counts["completed"] == (kind.meaning is Meaning.DONE)


@every_status
def test_a_status_is_offered_wherever_they_are_listed(
    run: Run, write: Callable[..., Path], kind: StatusKind
) -> None:
    unknown = run("validate", write(SMALL_PLAN.replace("gennemført", "opgivet"))).out
    assert kind.example in " ".join(unknown.split())
    assert kind.phrase in run("summary", "data/initiatives.yaml", "--status", "opgivet").err
    assert kind.phrase in (ROOT / "docs" / "vejledning.md").read_text("utf-8")
    text = SMALL_PLAN.replace("gennemført", kind.example)
    values = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it reads texts alone
    assert Draft7Validator(schema.plan_schema()).is_valid(values)
