"""Each status of the table, by itself, in every command that shows or reads one."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from support.project import EXAMPLES, ROOT, SMALL_PLAN
from support.result import Result

from statusnote import note
from statusnote.plan import loading, schema
from statusnote.plan.statuses import STATUSES, Meaning, StatusKind
from statusnote.render import note_json

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
    rendered = run("render", data, "--format", "md", "--output", "-").out
    assert f"| {kind.sentence.format(kind.example)} |" in rendered
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


DECLARED = """\
statuses:
  Afsluttet: done
  Under implementering: under way
  Grøn: {means: on track, sentence: "Initiativet er på sporet.", sign: "●"}
  Forsinket: late
  Ikke påbegyndt: {means: not begun, sentence: "Det er {}."}
  Sat i bero: stopped
  Forventes afsluttet: {means: under way, takes_date: true}
sections:
"""
# Each as it is written in an initiative; the phrase that is shown, its sign, and its sentence.
OF_A_PLAN = [
    ("Afsluttet", "Afsluttet", "✓", "Afsluttet."),
    ("Under  implementering", "Under implementering", "▸", "Under implementering."),
    ("Grøn", "Grøn", "●", "Initiativet er på sporet."),
    ("Forsinket", "Forsinket", "✗", "Forsinket."),
    ("Ikke påbegyndt", "Ikke påbegyndt", "○", "Det er ikke påbegyndt."),
    ("Sat i bero", "Sat i bero", "■", "Sat i bero."),
    *(
        (
            f"Forventes afsluttet {written}",
            phrase := f"Forventes afsluttet {said}",
            "▸",
            f"{phrase}.",
        )
        for written, said in (
            ("ultimo 2026", "ultimo 2026"),
            ("Q4 2026", "4. kvartal 2026"),
            ("31/12-2026", "31. december 2026"),
            ("i løbet af 2026", "i løbet af 2026"),
            ("2026-07", "juli 2026"),
        )
    ),
]
of_a_plan = pytest.mark.parametrize(("written", "phrase", "sign", "sentence"), OF_A_PLAN)


def declaring(status: str, declared: str = DECLARED) -> str:
    return SMALL_PLAN.replace("sections:\n", declared).replace("gennemført", status)


@of_a_plan
def test_a_status_of_a_plan_s_own_is_known_to_every_command(
    run: Run, write: Callable[..., Path], written: str, phrase: str, sign: str, sentence: str
) -> None:
    counted = f"Det er {{antal {' '.join(written.split())}}} af {{antal}}"
    data = write(declaring(written).replace("introduction:\n", f"introduction:\n  - {counted}.\n"))
    assert run("validate", data) == Result(0, "Ingen fejl.\n", "")
    assert f"{sign} {phrase}  1" in run("summary", data).out
    everything = run("summary", data, "--json").out
    assert run("summary", data, "--json", "--status", written.upper()).out == everything
    (count,) = json.loads(everything)["statuses"]
    assert (count["status"], count["count"]) == (phrase, 1)
    rendered = run("render", data, "--format", "md", "--output", "-").out
    assert f"| {sentence} |" in rendered
    assert "\nDet er 1 af 1.\n" in rendered
    old = write(
        declaring("Overgivet", DECLARED.replace("sections", "  Overgivet: late\nsections")),
        "old.yaml",
    )
    said = run("diff", old, data).out
    assert f"· Status: fra Overgivet til {phrase}\n" in said
    assert "· Status: [-Overgivet (late)-]\n" in said
    assert said.startswith("1 Afsluttet siden" if phrase == "Afsluttet" else "1 ændret siden")


def test_an_unknown_status_is_answered_with_those_of_the_plan(
    run: Run, write: Callable[..., Path]
) -> None:
    told = run("summary", write(declaring("Grøn")), "--status", "afslutet").err
    assert "Did you mean 'Afsluttet'?" in told
    phrases = re.findall("^  (.*)$", told, re.MULTILINE)
    assert phrases == re.findall("^  (.*?):", DECLARED, re.MULTILINE)


def test_what_is_declared_is_told_where_it_changes(run: Run, write: Callable[..., Path]) -> None:
    old = write(declaring("Grøn"), "old.yaml")
    edits = {
        "Forsinket: late": "Forsinket: stopped",
        'sentence: "Det er {}."': 'sentence: "Det er ikke {}."',
        'sign: "●"': 'sign: "◆"',
        "takes_date: true": "takes_date: false",
    }
    declared = DECLARED
    for before, after in edits.items():
        declared = declared.replace(before, after)
    said = run("diff", old, write(declaring("Grøn", declared), "new.yaml")).out
    assert (
        said
        == """\
Ingen initiativer ændret siden sidst

Planen
· Status »Grøn«: tegn fra ● til ◆
· Status »Forsinket«: betydning fra late til stopped
· Status »Ikke påbegyndt«, sætning: Det er {+ikke+} {}.
· Status »Forventes afsluttet«: har intet efter sig, før et tidspunkt
"""
    )


@pytest.mark.parametrize(
    ("declared", "before", "now", "first"),
    [
        (
            "Klar: {means: under way, takes_date: true}",
            "Klar 2025",
            "Klar ultimo 2026",
            "forsinket",
        ),
        ("Klar: {means: under way, takes_date: true}", "Klar 2026", "Klar juli 2026", "ændret"),
        ("Klar: {means: under way, takes_date: true}", "Klar 2026", "Klar løbende", "ændret"),
        ("Klar: {means: done, takes_date: true}", "Klar marts 2025", "Klar april 2025", "ændret"),
    ],
)
def test_a_later_date_of_what_is_not_done_is_a_delay(
    run: Run, write: Callable[..., Path], declared: str, before: str, now: str, first: str
) -> None:
    statuses = f"statuses:\n  {declared}\nsections:\n"
    old = write(declaring(before, statuses), "old.yaml")
    new = write(declaring(now, statuses), "new.yaml")
    assert run("diff", old, new).out.startswith(f"1 {first} siden sidst")


@pytest.mark.parametrize("columns", [60, 80])
def test_how_statuses_of_a_plan_s_own_look(
    run: Run,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = run("summary", EXAMPLES / "valid" / "declared-statuses.yaml")
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= columns
    golden(f"summary-declared-{columns}.txt", done.out)


def test_the_data_of_a_note_say_what_the_plan_s_own_statuses_mean() -> None:
    own = note.derive(loading.read(declaring("Sat i bero"), "plan.yaml").plan)
    told = json.loads(note_json.as_json(own))
    assert told["totals"]["statuses"] == [{"status": "Sat i bero", "means": "stopped", "count": 1}]
    (initiative,) = told["sections"][0]["initiatives"]
    assert (initiative["status"], initiative["means"]) == ("Sat i bero", "stopped")


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
