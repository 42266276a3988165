"""Each status of the table, by itself, in every command that shows or reads one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from support.project import EXAMPLES, ROOT, SMALL_PLAN
from support.result import Result

from statusnote.plan import loading, schema
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
        {"status": kind.example, "means": kind.meaning, "count": 1}
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


OWN = EXAMPLES / "valid" / "own-statuses.yaml"
KINDS = loading.load(str(OWN)).plan.known_statuses.kinds


def test_each_status_of_a_plans_own_is_counted_chosen_and_found(run: Run) -> None:
    told = json.loads(run("summary", OWN, "--json").out)["statuses"]
    assert [each["means"] for each in told if each["count"]] == [
        *("done", "under way", "late", "on track", "under way", "under way"),
        *("not begun", "stopped"),
    ]
    for kind in KINDS:
        chosen = json.loads(run("summary", OWN, "--status", kind.phrase.upper(), "--json").out)
        assert {each["means"] for each in chosen["initiatives"]} == {kind.meaning}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.phrase)
def test_a_status_of_the_plans_own_is_compared_as_what_it_means(
    run: Run, write: Callable[..., Path], kind: StatusKind
) -> None:
    text = OWN.read_text("utf-8")
    new = write(text.replace("status: Ikke begyndt", f"status: {kind.example}"), "new.yaml")
    told = json.loads(run("diff", OWN, new, "--format", "json").out)
    assert told["counts"]["completed"] == (kind.meaning is Meaning.DONE)
    line = run("diff", OWN, new).out.splitlines()[0]
    assert (line == "1 Afsluttet siden sidst") == (kind.meaning is Meaning.DONE)


def test_an_unknown_one_is_named_with_those_of_the_plan(run: Run) -> None:
    done = run("summary", OWN, "--status", "gennemført")
    assert done.code == 2
    assert all(kind.phrase in done.err for kind in KINDS)


def test_what_a_plan_says_of_its_statuses_is_compared(run: Run, write: Callable[..., Path]) -> None:
    text = OWN.read_text("utf-8").replace("Forsinket: late", "Forsinket: stopped")
    new = write(text.replace("sign: ●", "sign: ▲").replace("følger planen", "går"), "new.yaml")
    told = run("diff", OWN, new).out
    assert "Status »Forsinket«: betydning fra late til stopped" in told
    assert "Status »Grøn«: tegn fra ● til ▲" in told
    assert "Status »Grøn«, sætning:" in told
    dropped = write(text.replace("  Sat i bero: stopped\n", "").replace("Sat i bero", "Grøn"))
    assert "Status: [-Sat i bero (stopped)-]" in run("diff", OWN, dropped).out
    dated = text.replace("Ikke begyndt: not begun", "Ikke begyndt: {means: late, takes_date: true}")
    now = write(dated.replace("status: Ikke begyndt", "status: Ikke begyndt 2024"), "dated.yaml")
    assert "har et tidspunkt efter sig, før intet" in run("diff", OWN, now).out
