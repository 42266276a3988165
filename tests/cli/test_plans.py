"""`validate` and `schema`: exit code, stdout and stderr, whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from support.project import ROOT, SMALL_PLAN
from support.wrong_plans import ERROR, ON_GITHUB, WARNING, WRONG, of

from statusnote.plan import schema


def test_validate_takes_the_real_plan_where_none_is_named(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = run("validate")
    assert (done.code, done.out, done.err) == (0, "Ingen fejl.\n", "")


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        (["right.yaml"], 0, "Ingen fejl.\n"),
        (["right.yaml", "--strict"], 0, "Ingen fejl.\n"),
        (["odd.yaml"], 0, f"{of('odd.yaml', WARNING)}1 advarsel.\n"),
        (["odd.yaml", "--strict"], 1, f"{of('odd.yaml', WARNING)}1 advarsel.\n"),
        (["wrong.yaml"], 1, f"{of('wrong.yaml', ERROR)}1 fejl.\n"),
        (["wrong.yaml", "--strict"], 1, f"{of('wrong.yaml', ERROR)}1 fejl.\n"),
        (
            ["wrong.yaml", "right.yaml", "odd.yaml", "odd.yaml"],
            1,
            f"{of('wrong.yaml', ERROR)}{of('odd.yaml', WARNING)}1 fejl og 1 advarsel.\n",
        ),
        (
            ["odd.yaml", "wrong.yaml", "nowhere.yaml"],
            1,
            f"{of('odd.yaml', WARNING)}{of('wrong.yaml', ERROR)}"
            "nowhere.yaml: fejl E101: Filen findes ikke.\n"
            "    Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan\n"
            "    begyndes med »statusnote init«.\n"
            "2 fejl og 1 advarsel.\n",
        ),
        (["right.yaml", "-", "odd.yaml"], 0, of("odd.yaml", WARNING) + "1 advarsel.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_validate_reports_all_files_on_standard_output_and_fails_for_errors(
    run: Callable[..., Any], arguments: list[str], code: int, out: str
) -> None:
    done = run("validate", *arguments, stdin=SMALL_PLAN.encode())
    assert (done.code, done.out, done.err) == (code, out, "")


def test_validate_reads_standard_input(run: Callable[..., Any]) -> None:
    done = run("validate", "-", stdin=WRONG.encode())
    assert (done.code, done.out, done.err) == (1, f"{of('<stdin>', ERROR)}1 fejl.\n", "")


AS_TEXT = f"{of('wrong.yaml', ERROR)}{of('odd.yaml', WARNING)}1 fejl og 1 advarsel.\n"


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(
    ("arguments", "on_github", "out"),
    [
        ([], "", AS_TEXT),
        ([], "false", AS_TEXT),
        ([], "true", ON_GITHUB),
        (["--format", "github"], "", ON_GITHUB),
        (["--format", "github"], "true", ON_GITHUB),
        (["--format", "text"], "true", AS_TEXT),
    ],
)
def test_the_form_is_that_of_github_where_it_is_asked_for_or_runs_there(
    run: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    on_github: str,
    out: str,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    done = run("validate", "wrong.yaml", "odd.yaml", *arguments)
    assert (done.code, done.out, done.err) == (1, out, "")


@pytest.mark.usefixtures("plans")
def test_azure_is_told_in_its_log_where_it_runs(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = run("validate", "wrong.yaml", "odd.yaml", "--format", "azure")
    assert asked_for.out.startswith("##vso[task.logissue type=error;sourcepath=wrong.yaml;")
    monkeypatch.setenv("TF_BUILD", "True")
    assert run("validate", "wrong.yaml", "odd.yaml") == asked_for
    assert run("validate", "odd.yaml", "--format", "text").out.startswith("odd.yaml:7:3: advarsel")
    assert run("summary", "wrong.yaml").err.startswith("##vso[task.logissue type=error;")


@pytest.mark.usefixtures("plans")
def test_a_file_for_a_service_is_in_utf_8_and_says_of_which_files_it_is(
    run: Callable[..., Any],
) -> None:
    junit = run("validate", "right.yaml", "-", "--format", "junit", stdin=WRONG.encode())
    assert (junit.code, junit.err) == (1, "")
    suites = ElementTree.fromstring(junit.out.encode())
    assert [(each.get("name"), each.get("failures")) for each in suites] == [
        ("right.yaml", "0"),
        ("<stdin>", "1"),
    ]
    for name in ("gitlab", "sarif", "junit"):
        done = run("validate", "wrong.yaml", "odd.yaml", "--format", name)
        assert (done.code, done.err) == (1, "")
        assert "»asof«" in done.out
    assert run("validate", "right.yaml", "--format", "gitlab").out == "[]\n"


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("on_github", ["", "true"])
def test_json_holds_the_problems_and_no_count(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, on_github: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    done = run("validate", "odd.yaml", "nowhere.yaml", "--format", "json")
    assert (done.code, done.err) == (1, "")
    assert json.loads(done.out) == [
        {
            "severity": "warning",
            "code": "W402",
            "file": "odd.yaml",
            "line": 7,
            "column": 3,
            "end_column": 5,
            "written": "  JM: Justitsministeriet",
            "message": "Intet initiativ nævner »JM«.",
            "hint": "Slet linjen, hvis »JM« ikke længere har nogen.",
            "other": None,
        },
        {
            "severity": "error",
            "code": "E101",
            "file": "nowhere.yaml",
            "line": None,
            "column": None,
            "end_column": None,
            "written": None,
            "message": "Filen findes ikke.",
            "hint": "Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan "
            "begyndes med »statusnote init«.",
            "other": None,
        },
    ]


@pytest.mark.usefixtures("plans")
def test_json_without_problems_is_an_empty_list(run: Callable[..., Any]) -> None:
    done = run("validate", "right.yaml", "--format", "json")
    assert (done.code, done.out, done.err) == (0, "[]\n", "")


def test_the_schema_is_written_where_it_is_asked_for(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """As where PowerShell's `>` would write UTF-16."""
    path = tmp_path / "plan.schema.json"
    assert run("schema", "--output", path).out == f"{path}\n"
    assert path.read_bytes() == schema.as_json().encode()


def test_the_schema_is_printed(run: Callable[..., Any]) -> None:
    done = run("schema")
    assert (done.code, done.out, done.err) == (0, schema.as_json(), "")
