"""How problems are worded, shown and ordered."""

import pickle
from datetime import date

import pytest
from support.shown import shown

from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.problem import (
    LONGEST_QUOTE,
    Place,
    Problem,
    ProblemsFound,
    by_place,
    problem,
)

DANISH, ENGLISH = Language.DANISH, Language.ENGLISH


def test_a_problem_is_shown_with_its_place_its_code_and_what_to_do() -> None:
    assert shown(problem("E302", "plan.yaml", 3, 5, key="title")) == (
        "plan.yaml:3:5: fejl E302: Nøglen »title« mangler her.\n"
        "    Tilføj en linje, der begynder med »title:«."
    )


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert problem("E101", "plan.yaml").place == Place("plan.yaml", 0, 0, 0)
    assert shown(problem("E101", "plan.yaml")) == (
        "plan.yaml: fejl E101: Filen findes ikke.\n"
        "    Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan begyndes med "
        "»statusnote init«."
    )


def test_a_problem_is_at_one_character_if_nothing_else_is_said() -> None:
    assert problem("E307", "plan.yaml", 3, 5).place == Place("plan.yaml", 3, 5, 6)


def test_a_problem_is_worded_in_either_language() -> None:
    found = problem("E302", "plan.yaml", 3, 5, key="title")
    assert found.worded() == found.worded(DANISH)
    assert found.worded(ENGLISH) == (
        "The key “title” is missing here.",
        "Add a line that begins with “title:”.",
    )


def test_a_problem_weighs_what_the_catalogue_says_and_has_its_traits() -> None:
    row, found = MESSAGES["W401"], problem("W401", "p")
    assert (found.message, found.severity, found.traits) == (row, row.severity, row.traits)


def test_a_warning_says_that_it_is_one() -> None:
    assert shown(problem("W402", "plan.yaml", 2, 1, code="JM")) == (
        "plan.yaml:2:1: advarsel W402: Intet initiativ nævner »JM«.\n"
        "    Slet linjen, hvis »JM« ikke længere har nogen."
    )


IN_THE_DATA = "Skriv dag, måned og år, fx 10. april 2025 eller 2025-04-10."


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        (Place("SBM.xlsx, Status!D7"), "Skriv dagen, som 10. april 2025 eller 10/4-2025."),
        (
            Place("SBM.xlsx"),
            IN_THE_DATA := "Skriv dag, måned og år, fx 10. april 2025 eller 2025-04-10.",
        ),
        (Place("a!A1", 3, 5, 6), IN_THE_DATA),
    ],
)
def test_in_a_cell_what_to_do_is_said_without_the_keys_of_the_data(place: Place, hint: str) -> None:
    assert Problem("E314", place, {"value": "snart"}).worded()[1] == hint
    assert (
        Problem("E306", place, {"value": "x"}).worded() == problem("E306", "p", value="x").worded()
    )


def test_what_is_quoted_from_the_file_stays_as_it_is() -> None:
    found = problem("E402", "plan.yaml", 1, 1, code="{0}%s{", guess="{antal}", known="{code}")
    assert found.worded() == (
        "»{0}%s{« er ikke nævnt blandt forkortelserne øverst i filen.",
        "Mente du »{antal}«? Ret forkortelsen, eller tilføj den øverst med sit navn. "
        "De kendte forkortelser er {code}. Flere skrives [SUM, UIM].",
    )


@pytest.mark.parametrize(
    ("language", "day"), [(DANISH, "1. marts 2025"), (ENGLISH, "1 March 2025")]
)
def test_a_day_is_in_words(language: Language, day: str) -> None:
    found = problem("W413", "plan.yaml", 1, 1, last=date(2025, 3, 1))
    assert f" {day}" in found.worded(language)[0]


KNOWN = "Ret forkortelsen, eller tilføj den øverst med sit navn. De kendte forkortelser er JM, SBM."
KNOWN_IN_ENGLISH = (
    "Correct the code, or add it at the top with its name. The known codes are JM, SBM."
)


@pytest.mark.parametrize(
    ("language", "guess", "hint"),
    [
        (DANISH, "SBM", f"Mente du »SBM«? {KNOWN}"),
        (DANISH, "", KNOWN),
        (ENGLISH, "SBM", f"Did you mean “SBM”? {KNOWN_IN_ENGLISH}"),
        (ENGLISH, "", KNOWN_IN_ENGLISH),
    ],
)
def test_a_guess_is_a_question_before_the_hint(language: Language, guess: str, hint: str) -> None:
    found = problem("E402", "p", code="SMB", guess=guess, known="JM, SBM").worded(language)[1]
    several = {DANISH: "Flere skrives", ENGLISH: "Several ministries are written"}
    assert found == f"{hint} {several[language]} [SUM, UIM]."


def test_a_detail_may_be_worded_itself() -> None:
    found = problem("E103", "p", reason=Reason.NO_ACCESS)
    assert [found.worded(language)[0] for language in (DANISH, ENGLISH)] == [
        "Filen kan ikke læses: du har ikke adgang.",
        "The file cannot be read: you have no access.",
    ]


@pytest.mark.parametrize(
    ("number", "danish", "english"),
    [
        (9_999, "9999", "9999"),
        (10_000, "10.000", "10,000"),
        (1_000_000, "1.000.000", "1,000,000"),
        ("10000", "10000", "10000"),
    ],
)
def test_a_large_number_has_its_thousands_apart(number: object, danish: str, english: str) -> None:
    found = problem("E106", "p", limit=number)
    assert [found.worded(language)[0] for language in (DANISH, ENGLISH)] == [
        f"Filen fylder mere end {danish} MB.",
        f"The file is larger than {english} MB.",
    ]


def test_a_long_text_is_quoted_in_part_and_a_list_whole() -> None:
    just, long = "x" * LONGEST_QUOTE, "x" * (LONGEST_QUOTE + 1)
    cut = "x" * (LONGEST_QUOTE - 1) + "…"
    for code, quoted in ((just, just), (long, cut)):
        found = problem("E402", "p", code=code, guess="", known=long).worded()
        assert found == (
            f"»{quoted}« er ikke nævnt blandt forkortelserne øverst i filen.",
            "Ret forkortelsen, eller tilføj den øverst med sit navn. "
            f"De kendte forkortelser er {long}. Flere skrives [SUM, UIM].",
        )


# In order


def test_problems_are_ordered_by_file_line_column_and_code() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1), ("a", 0, 0)]
    found = by_place(problem(code, *place) for place in places for code in ("E307", "E105"))
    assert [(each.place.file, each.place.line, each.place.column) for each in found] == [
        place for place in sorted(places) for _ in range(2)
    ]
    assert [each.code for each in found] == ["E105", "E307"] * len(places)


def test_the_cells_of_a_sheet_follow_each_other_row_by_row() -> None:
    names = [
        "A.xlsx",
        "A.xlsx, B",
        "A.xlsx, B!A2",
        "A.xlsx, B!Z2",
        "A.xlsx, B!AA2",
        "A.xlsx, B!C10",
    ]
    problems = [problem("E912", name) for name in names]
    assert [each.place.file for each in by_place(reversed(problems))] == names


def test_the_shorter_of_two_places_comes_first_whatever_is_written_there() -> None:
    long, short = Place("p", 1, 1, 9, "a"), Place("p", 1, 1, 2, "b")
    found = ProblemsFound([Problem("E105", long), Problem("E307", short)])
    assert [each.place for each in found.problems] == [short, long]


def test_problems_that_are_raised_can_be_read() -> None:
    found = ProblemsFound([problem("E307", "p", 2, 1), problem("E105", "p", 1, 1)])
    assert str(found) == (
        "p:1:1: Filen er tom eller har kun bemærkninger.\np:2:1: Der står ikke noget her."
    )
    alone = problem("E101", "p")
    assert str(ProblemsFound([alone])) == str(alone) == "p: Filen findes ikke."


def test_problems_that_are_raised_can_be_sent_to_another_process() -> None:
    found = ProblemsFound([problem("E601", "p", reason=Reason.DISK_FULL)])
    sent = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    assert (sent.problems, str(sent)) == (found.problems, str(found))
