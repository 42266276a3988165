"""`# statusnote: ignore W405` silences that warning about the value below it, and nothing else."""

import pytest

from statusnote.diagnostics.problem import problem
from statusnote.reading import parser, suppressions
from statusnote.reading.source import Source
from statusnote.reading.suppressions import ValueProblem

IGNORE = "# statusnote: ignore"


def applied(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """What is left of *found*, codes and what they mark, and what is wrong with the comments."""
    source = Source(text, "plan.yaml")
    values, _ = parser.parse(source)
    problems = [value_problem(source, code, value) for code, value in found]
    left = [(each.code, each.place) for each in suppressions.apply(source, values, problems)]
    return [(code, place.written[place.column - 1 :]) for code, place in left]


def unsilenced(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    return [left for left in applied(text, *found) if left in found]


def value_problem(source: Source, code: str, value: str) -> ValueProblem:
    start = source.text.index(value)
    return ValueProblem(source.problem_at(code, start), start)


@pytest.mark.parametrize(
    "text",
    [
        f"{IGNORE} W405\ntitle: value\n",
        f"{IGNORE} W701, W405\ntitle: value\n",
        f"{IGNORE} W701 W405\ntitle: value\n",
        f"{IGNORE} W701,W405   \ntitle: value\n",
        "#statusnote:ignore W405\ntitle: value\n",
        f"{IGNORE} W405\r\ntitle: value\r\n",
        f"{IGNORE} W405\n# En forklaring.\n\ntitle: value\n",
        f"{IGNORE} W405\n{IGNORE} W701\ntitle: value\n",
        f"{IGNORE} W701\n{IGNORE} W405\ntitle: value\n",
        f"a:\n  {IGNORE} W405\n  - value\n",
        f"a:\n  - x: y\n    {IGNORE} W405\n    title: value\n",
        f"{IGNORE} W405\ntitle:\n  value\n",
        f"{IGNORE} W405\ntitle:\n  # En forklaring.\n  value\n",
        f"{IGNORE} W405\na:\n  title: value\n",
    ],
)
def test_a_comment_silences_its_codes_at_the_value_below(text: str) -> None:
    assert unsilenced(text, ("W405", "value"), ("W701", "value")) in (
        [],
        [("W701", "value")],
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{IGNORE} W406\ntitle: value\n", "value"),
        (f"title: value\n{IGNORE} W405\n", "value"),
        (f"{IGNORE} W405\nb: 1\ntitle: value\n", "value"),
        (f"{IGNORE} W405\na:\n  - value\n", "value"),
        (f"{IGNORE} W405\na:\n  - x: 1\n    title: value\n", "value"),
        ("# ignore W405\ntitle: value\n", "value"),
        ("# Se statusnote: ignore W405\ntitle: value\n", "value"),
    ],
)
def test_another_comment_silences_nothing(text: str, left: str) -> None:
    assert unsilenced(text, ("W405", "value")) == [("W405", left)]


def test_a_value_is_known_by_where_it_begins_and_not_by_where_the_problem_stands() -> None:
    source = Source(f"{IGNORE} W405\ntitle: value\n  og mere\n", "plan.yaml")
    values, _ = parser.parse(source)
    found = ValueProblem(problem("W405", "plan.yaml", 3, 3), source.text.index("value"))
    assert suppressions.apply(source, values, [found]) == []


def test_each_of_several_codes_that_silences_nothing_is_reported() -> None:
    assert applied(f"{IGNORE} W405, W701\ntitle: value\n", ("W701", "value")) == [
        ("W801", "W405, W701")
    ]
    assert applied(f"{IGNORE} W405, W701\ntitle: value\n") == [
        ("W801", "W405, W701"),
        ("W801", "W701"),
    ]


def test_a_comment_at_the_end_of_the_file_silences_nothing() -> None:
    assert applied(f"title: value\n{IGNORE} W405") == [("W801", "W405")]


def test_a_comment_that_silences_nothing_is_reported_beside_what_it_does_not_silence() -> None:
    text = f"{IGNORE} W405\ntitle: value\n"
    assert applied(text, ("W406", "value")) == [("W406", "value"), ("W801", "W405")]


def test_what_is_wrong_with_comments_is_not_silenced_by_one() -> None:
    text = f"{IGNORE} W801, W802\ntitle: value\n"
    assert applied(text, ("W802", "value")) == [
        ("W802", "value"),
        ("W801", "W801, W802"),
        ("W801", "W802"),
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "statusnote: ignore E401",
        "statusnote: ignore W405, E401",
        "statusnote: ignore W999",
        "statusnote: ignore",
        "statusnote: ignore W405 fordi",
        "statusnote: ignore w405",
        "statusnote: ignorer W405",
        "statusnote ignore W405".replace(" ", ": ", 1).replace("ignore", "igonre"),
        "Statusnote: ignore W405",
        "STATUSNOTE: W405",
    ],
)
def test_a_comment_that_is_not_understood_is_reported(comment: str) -> None:
    found = applied(f"a: 1\n# {comment}\ntitle: value\n", ("E401", "value"))
    assert found == [("E401", "value"), ("W802", comment)]


def test_a_known_code_beside_an_unknown_one_silences_all_the_same() -> None:
    text = f"{IGNORE} W999 W405\ntitle: value\n"
    assert applied(text, ("W405", "value")) == [("W802", "statusnote: ignore W999 W405")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: |\n  # statusnote: ignore W405\n", "# statusnote: ignore W405"),
        ("a: >\n  x\n  # statusnote: ignore nothing\n", "# statusnote: ignore nothing"),
        ('a: "x\n  # statusnote: ignore W405"\n', '# statusnote: ignore W405"'),
        ("a:\n  - 'x #statusnote: hej'\n", "#statusnote: hej'"),
        ("{a: 'x # statusnote: hej\n'}\n", "# statusnote: hej"),
        ('a:\n  - "x # statusnote: hej": 1\n', '# statusnote: hej": 1'),
    ],
)
def test_what_stands_in_a_text_is_no_comment_and_would_be_printed(text: str, meant: str) -> None:
    assert applied(text) == [("W802", meant)]


def test_a_comment_in_a_text_silences_nothing() -> None:
    text = "a: |\n  # statusnote: ignore W405\n  b\ntitle: value\n"
    assert applied(text, ("W405", "value")) == [
        ("W405", "value"),
        ("W802", "# statusnote: ignore W405"),
    ]


@pytest.mark.parametrize("text", ["# Et statusnote\na: 1\n", "a: 1\n", "a: statusnote:x\n"])
def test_other_words_are_no_comments(text: str) -> None:
    assert applied(text) == []
