"""SARIF, which GitHub, Azure DevOps and editors show beside the lines."""

import json
from importlib.metadata import version
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from support.report_schemas import SARIF, broken_in_json

from statusnote.diagnostics.fingerprints import fingerprints
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.problem import Place, Problem, problem
from statusnote.diagnostics.reporters import Display
from statusnote.diagnostics.sarif import SCHEMA, as_sarif

DANISH, ENGLISH = (Display(language, 80) for language in Language)


def place(line: int, column: int, end_column: int) -> dict[str, Any]:
    region = {"startLine": line, "startColumn": column, "endColumn": end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": "plan.yaml"}, "region": region}}


def test_it_is_one_run_with_a_rule_for_each_code() -> None:
    first, second = (Place("plan.yaml", line, 1, 2, "æ: 1") for line in (9, 12))
    twice = Problem("E202", second, {"key": "æ"}, first)
    warning = Problem("W801", Place("plan.yaml", 3, 3, 7, "# W405"), {"code": "W405"})
    found = [warning, twice]
    prints = [{"statusnote/v1": each} for each in fingerprints(found)]
    driver = {
        "name": "statusnote",
        "version": version("statusnote"),
        "language": "en",
        "rules": [
            {
                "id": "E202",
                "shortDescription": {"text": "The key “…” appears twice."},
                "fullDescription": {
                    "text": "The key “…” appears twice. Delete one, or join the two."
                },
                "defaultConfiguration": {"level": "error"},
                "help": {"text": "Delete one, or join the two."},
            },
            {
                "id": "W801",
                "shortDescription": {
                    "text": "This remark silences no warning: there is no … with what follows."
                },
                "fullDescription": {
                    "text": "This remark silences no warning: there is no … with what follows. "
                    "Delete it, or move it to just above what it is about."
                },
                "defaultConfiguration": {"level": "warning"},
                "help": {"text": "Delete it, or move it to just above what it is about."},
            },
        ],
    }
    results = [
        {
            "ruleId": "W801",
            "ruleIndex": 1,
            "level": "warning",
            "message": {
                "text": "This remark silences no warning: there is no W405 with what follows.\n"
                "Delete it, or move it to just above what it is about."
            },
            "locations": [place(3, 3, 7)],
            "partialFingerprints": prints[0],
        },
        {
            "ruleId": "E202",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "The key “æ” appears twice.\nDelete one, or join the two."},
            "locations": [place(12, 1, 2)],
            "relatedLocations": [{**place(9, 1, 2), "message": {"text": "see also"}}],
            "partialFingerprints": prints[1],
        },
    ]
    run = {
        "tool": {"driver": driver},
        "language": "en",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    report = as_sarif(found, ENGLISH)
    assert json.loads(report) == {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    assert "“æ”" in report


def test_nothing_wrong_is_a_run_without_results() -> None:
    (run,) = json.loads(as_sarif([], DANISH))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


@pytest.mark.parametrize("display", [DANISH, ENGLISH])
def test_every_code_makes_a_rule(display: Display) -> None:
    quoted = {code: dict.fromkeys(_fields(code), "x") for code in MESSAGES}
    found = [problem(code, "plan.yaml", **details) for code, details in quoted.items()]
    report = json.loads(as_sarif(found, display))
    assert broken_in_json(report, SARIF) == []
    rules = report["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(MESSAGES)
    unfilled = {f"{{{name}}}" for details in quoted.values() for name in details}
    assert [each for each in unfilled if each in json.dumps(rules)] == []


def _fields(code: str) -> set[str]:
    wordings = (MESSAGES[code].what_is_wrong, MESSAGES[code].what_to_do)
    texts = [text for wording in wordings for text in wording]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_a_whole_file_is_told_by_its_first_line(tmp_path: Path) -> None:
    """GitHub wants a line. A path becomes a reference, and one elsewhere an address."""
    elsewhere = tmp_path / "æ b.yaml"
    names = ["#1 æ:b.yaml", "<stdin>", str(elsewhere)]
    report = json.loads(as_sarif([problem("E105", name) for name in names], DANISH))
    assert broken_in_json(report, SARIF) == []
    results = report["runs"][0]["results"]
    locations = [result["locations"][0]["physicalLocation"] for result in results]
    assert [each["region"] for each in locations] == [{"startLine": 1}] * 3
    uris = [each["artifactLocation"]["uri"] for each in locations]
    assert uris == ["%231%20%C3%A6%3Ab.yaml", "%3Cstdin%3E", elsewhere.as_uri()]


def test_what_the_data_say_is_no_link() -> None:
    found = problem("E301", "a.yaml", 1, 1, key="[Godkend](https://x.dk)", known="[a, b]")
    (result,) = json.loads(as_sarif([found], ENGLISH))["runs"][0]["results"]
    assert result["message"]["text"] == (
        "The key “[Godkend\\](https://x.dk)” is not known here.\n"
        "Correct or move the key. The possible keys here are [a, b]."
    )
