"""How problems are worded, shown and ordered."""

import re
from pathlib import Path
from string import Formatter

import pytest

import statusnote
from statusnote.problems import CATALOGUE, Problem, ProblemsFound, Severity, as_text, problem


def test_a_problem_is_shown_with_its_place_its_code_and_what_to_do() -> None:
    assert as_text(problem("E302", "plan.yaml", 3, 5, key="title")) == (
        "plan.yaml:3:5: fejl E302: Nøglen »title« mangler her.\n"
        "    Tilføj en linje, der begynder med »title:«."
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert as_text(problem("E101", "plan.yaml")) == (
        "plan.yaml: fejl E101: Filen findes ikke.\n"
        "    Kontrollér navnet, eller kør kommandoen fra projektets mappe."
    )


def test_a_problem_without_a_hint_is_one_line() -> None:
    shown = as_text(problem("E303", "plan.yaml", 1, 1, expected="tekst"))
    assert shown == "plan.yaml:1:1: fejl E303: Her skal der stå tekst."


def test_a_warning_says_that_it_is_one() -> None:
    warning = Problem("plan.yaml", 2, 1, "W101", "Noget ser mærkeligt ud.", "", Severity.WARNING)
    assert as_text(warning) == "plan.yaml:2:1: advarsel W101: Noget ser mærkeligt ud."


def test_what_is_quoted_from_the_file_stays_as_it_is() -> None:
    shown = problem("E402", "plan.yaml", 1, 1, code="{0}%s{", suggestion="", known="{code}")
    assert (shown.message, shown.hint) == (
        "Ministeriet »{0}%s{« er ikke nævnt under »ministries« øverst i filen.",
        "Kendte forkortelser: {code}. Flere ministerier skrives [SUM, UIM].",
    )


def test_a_suggestion_comes_before_the_list() -> None:
    shown = problem("E402", "p", code="SMB", suggestion="Mente du »SBM«? ", known="JM, SBM")
    assert (
        shown.hint
        == "Mente du »SBM«? Kendte forkortelser: JM, SBM. Flere ministerier skrives [SUM, UIM]."
    )


def test_problems_are_ordered_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1), ("a", 0, 0)]
    found = ProblemsFound(problem("E307", *place) for place in places)
    assert [(each.file, each.line, each.column) for each in found.problems] == sorted(places)


def test_problems_that_are_raised_can_be_read() -> None:
    found = ProblemsFound([problem("E307", "p", 2, 1), problem("E105", "p", 1, 1)])
    assert str(found) == "Filen er tom.\nDer står ikke noget her."


def test_the_catalogue_holds_the_problems_that_are_reported_and_no_others() -> None:
    package = Path(statusnote.__file__).parent
    modules = [path for path in package.rglob("*.py") if path.name != "problems.py"]
    codes = [re.findall(r'"(E\d{3})"', path.read_text(encoding="utf-8")) for path in modules]
    assert {code for found in codes for code in found} == set(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_problem_is_worded_as_whole_sentences(code: str) -> None:
    texts = CATALOGUE[code]
    fields = [name for text in texts for _, name, _, _ in Formatter().parse(text) if name]
    worded = problem(code, "p", **dict.fromkeys(fields, 7))
    for sentence in filter(None, (worded.message, worded.hint)):
        assert re.fullmatch(r"[\dA-ZÆØÅ»].*\.", sentence), sentence
        assert sentence.count("»") == sentence.count("«")
