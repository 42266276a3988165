"""Which formats there are, which is chosen by itself, and what holds for each on any plan."""

import json

import pytest
from support.project import EXAMPLES
from support.report_schemas import (
    GITLAB,
    SARIF,
    broken_in_json,
    broken_in_junit,
    broken_in_published_sarif,
)

from statusnote import commands
from statusnote.diagnostics.formats import FILES, REPORTERS, by_itself
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import Problem, problem
from statusnote.diagnostics.reporters import Display

DANISH = Display(Language.DANISH, 80)


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, "text"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITHUB_ACTIONS": "false"}, "text"),
        ({"TF_BUILD": "True"}, "azure"),
        ({"TF_BUILD": ""}, "text"),
        ({"GITLAB_CI": "true"}, "text"),
    ],
)
def test_a_service_is_given_what_its_log_takes_in(environment: dict[str, str], chosen: str) -> None:
    assert by_itself(environment) == chosen


def test_no_format_of_a_file_is_chosen_by_itself() -> None:
    logs = {by_itself({"GITHUB_ACTIONS": "true"}), by_itself({"TF_BUILD": "True"}), by_itself({})}
    assert {*FILES} | logs == {*REPORTERS}
    assert logs.isdisjoint(FILES)


@pytest.fixture(scope="module")
def found() -> dict[str, list[Problem]]:
    """All that is wrong with each of the examples, and a few that only other commands find."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(EXAMPLES)
        invalid = sorted(path.as_posix() for path in EXAMPLES.glob("invalid/*.yaml"))
        names = [f"invalid/{path.rsplit('/', 1)[-1]}" for path in invalid]
        whole = [problem("E105", "tom & ny.yaml"), problem("E101", "<stdin>")]
        return {name: commands.validate([name]) for name in names} | {"": whole}


def test_sarif_is_held_to_its_schema(found: dict[str, list[Problem]]) -> None:
    everything = [each for problems in found.values() for each in problems]
    report = json.loads(REPORTERS["sarif"](everything, DANISH))
    assert broken_in_json(report, SARIF) == []
    assert broken_in_published_sarif(report) == []
    (run,) = report["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({each.code for each in everything})
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [p.code for p in everything]


def test_gitlab_is_held_to_its_format_and_no_two_fingerprints_are_the_same(
    found: dict[str, list[Problem]],
) -> None:
    everything = [each for problems in found.values() for each in problems]
    report = json.loads(REPORTERS["gitlab"](everything, DANISH))
    assert broken_in_json(report, GITLAB) == []
    assert len({each["fingerprint"] for each in report}) == len(everything) > 400


def test_junit_is_held_to_its_schema(found: dict[str, list[Problem]]) -> None:
    everything = [each for problems in found.values() for each in problems]
    assert broken_in_junit(REPORTERS["junit"](everything, DANISH)) == []
    assert broken_in_junit(REPORTERS["junit"]([], DANISH)) == []


def test_what_a_schema_forbids_is_seen() -> None:
    (issue,) = json.loads(REPORTERS["gitlab"]([problem("E105", "a.yaml")], DANISH))
    for key in issue:
        assert broken_in_json([{**issue, key: None}], GITLAB)
        assert broken_in_json([{name: issue[name] for name in issue if name != key}], GITLAB)
    sarif = json.loads(REPORTERS["sarif"]([problem("E105", "a.yaml")], DANISH))
    assert broken_in_json({**sarif, "more": 1}, SARIF)
    assert broken_in_published_sarif({**sarif, "more": 1})
    sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"].pop("region")
    assert broken_in_json(sarif, SARIF)
    junit = REPORTERS["junit"]([problem("E105", "a.yaml")], DANISH)
    for was, now in (('tests="1"', 'tests="2"'), ("testsuites", "suites"), (' type="E105"', "")):
        try:
            assert broken_in_junit(junit.replace(was, now)) != []
        except KeyError:
            assert was == "testsuites"
