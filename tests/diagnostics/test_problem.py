"""How problems are worded, shown and ordered."""

import re
from pathlib import Path
from string import Formatter

import pytest
from support.shown import shown

import statusnote
from statusnote.diagnostics.catalogue import CATALOGUE, GUESS, PHRASES, Language, Phrase
from statusnote.diagnostics.problem import (
    LONGEST_QUOTE,
    Place,
    Problem,
    ProblemsFound,
    Severity,
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
        "    Kontrollér navnet, eller kør kommandoen fra projektets mappe."
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


@pytest.mark.parametrize(
    ("code", "severity"), [("E101", Severity.ERROR), ("W401", Severity.WARNING)]
)
def test_the_first_letter_of_a_code_says_how_much_it_weighs(code: str, severity: Severity) -> None:
    assert problem(code, "p").severity == severity


def test_a_warning_says_that_it_is_one() -> None:
    assert shown(problem("W402", "plan.yaml", 2, 1, code="JM")) == (
        "plan.yaml:2:1: advarsel W402: Intet initiativ nævner ministeriet »JM«.\n"
        "    Slet linjen, hvis ministeriet ikke længere har nogen."
    )


def test_what_is_quoted_from_the_file_stays_as_it_is() -> None:
    found = problem("E402", "plan.yaml", 1, 1, code="{0}%s{", guess="{antal}", known="{code}")
    assert found.worded() == (
        "Ministeriet »{0}%s{« er ikke nævnt under »ministries« øverst i filen.",
        "Mente du »{antal}«? Ret forkortelsen, eller tilføj ministeriet øverst. "
        "De kendte forkortelser er {code}. Flere ministerier skrives [SUM, UIM].",
    )


KNOWN = "Ret forkortelsen, eller tilføj ministeriet øverst. De kendte forkortelser er JM, SBM."
KNOWN_IN_ENGLISH = "Correct the code, or add the ministry at the top. The known codes are JM, SBM."


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
    several = {DANISH: "Flere ministerier skrives", ENGLISH: "Several ministries are written"}
    assert found == f"{hint} {several[language]} [SUM, UIM]."


def test_a_detail_may_be_worded_itself() -> None:
    found = problem("E103", "p", reason=Phrase.NO_ACCESS)
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
            f"Ministeriet »{quoted}« er ikke nævnt under »ministries« øverst i filen.",
            "Ret forkortelsen, eller tilføj ministeriet øverst. "
            f"De kendte forkortelser er {long}. Flere ministerier skrives [SUM, UIM].",
        )


# In order


def test_problems_are_ordered_by_file_line_column_and_code() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1), ("a", 0, 0)]
    found = by_place(problem(code, *place) for place in places for code in ("E307", "E105"))
    assert [(each.place.file, each.place.line, each.place.column) for each in found] == [
        place for place in sorted(places) for _ in range(2)
    ]
    assert [each.code for each in found] == ["E105", "E307"] * len(places)


def test_the_shorter_of_two_places_comes_first_whatever_is_written_there() -> None:
    long, short = Place("p", 1, 1, 9, "a"), Place("p", 1, 1, 2, "b")
    found = ProblemsFound([Problem("E105", long), Problem("E307", short)])
    assert [each.place for each in found.problems] == [short, long]


def test_problems_that_are_raised_can_be_read() -> None:
    found = ProblemsFound([problem("E307", "p", 2, 1), problem("E105", "p", 1, 1)])
    assert str(found) == "Filen er tom eller har kun bemærkninger.\nDer står ikke noget her."


# The catalogue


def test_the_catalogue_holds_the_problems_that_are_reported_and_no_others() -> None:
    package = Path(statusnote.__file__).parent
    modules = [path for path in package.rglob("*.py") if path.name != "catalogue.py"]
    codes = [re.findall(r'"([EW]\d{3})"', path.read_text(encoding="utf-8")) for path in modules]
    assert sorted({code for found in codes for code in found}) == sorted(CATALOGUE)


def test_the_catalogue_is_in_the_order_of_its_codes() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_what_is_wrong_and_what_to_do_about_the_same(code: str) -> None:
    wording = CATALOGUE[code]
    assert list(wording) == [DANISH, ENGLISH]
    assert all(text.strip() == text != "" for texts in wording.values() for text in texts)
    danish, english = ([_placeholders(text) for text in wording[each]] for each in Language)
    assert set().union(*danish) == set().union(*english)
    assert danish[0] == english[0]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", CATALOGUE)
def test_a_problem_is_worded_as_whole_sentences(code: str, language: Language) -> None:
    names = set().union(*map(_placeholders, CATALOGUE[code][language]))
    for sentence in problem(code, "p", **dict.fromkeys(names, 7)).worded(language):
        assert re.fullmatch(r"[\dA-ZÆØÅ»“{].*[.?]", sentence)
        assert _quotes(sentence) == QUOTES[language] * (len(_quotes(sentence)) // 2)


QUOTES = {DANISH: "»«", ENGLISH: "“”"}


def _quotes(sentence: str) -> str:
    """The quotation marks of *sentence*, without those that it speaks of."""
    spoken_of = ("»« eller ’’", "»« or ’’")
    for words in spoken_of:
        sentence = sentence.replace(words, "")
    return "".join(re.findall("[»«“”„]", sentence))


@pytest.mark.parametrize("phrase", Phrase)
def test_a_phrase_is_worded_in_both_languages(phrase: Phrase) -> None:
    wording = PHRASES[phrase]
    assert list(wording) == [DANISH, ENGLISH]
    assert all(re.fullmatch(r"[a-zæøå].*[^.]", text) for text in wording.values())


def test_a_guess_is_worded_in_both_languages() -> None:
    assert list(GUESS) == [DANISH, ENGLISH]
    assert {_quotes(GUESS[language]) == QUOTES[language] for language in Language} == {True}
