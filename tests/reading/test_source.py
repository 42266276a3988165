"""The text of a file, and the places in it."""

import pytest
from support.reading import meant, parsed, source

from statusnote.diagnostics.problem import Place
from statusnote.reading.nodes import Fragment, ScalarNode


@pytest.mark.parametrize(
    ("start", "end", "place", "written"),
    [
        (0, 0, (1, 1, 2), "æøå"),
        (1, 3, (1, 2, 4), "æøå"),
        (1, 9, (1, 2, 4), "æøå"),
        (3, 5, (1, 4, 5), "æøå"),
        (5, 6, (2, 1, 2), ""),
        (6, 11, (3, 1, 6), "b c  "),
        (6, 12, (3, 1, 4), "b c  "),
        (9, 11, (3, 4, 6), "b c  "),
        (9, 12, (3, 4, 5), "b c  "),
        (7, 9, (3, 2, 4), "b c  "),
        (11, 11, (3, 6, 7), "b c  "),
        (12, 13, (4, 1, 2), "d"),
        (13, 13, (4, 2, 3), "d"),
    ],
)
def test_a_place_is_on_one_line_and_never_empty(
    start: int, end: int, place: tuple[int, int, int], written: str
) -> None:
    found = source("æøå\r\n\rb c  \nd").place(start, end)
    assert (found, found.written) == (Place("plan.yaml", *place), written)


@pytest.mark.parametrize(("line", "start"), [(1, 0), (2, 3), (3, 5), (4, 6), (5, 8), (9, 8)])
def test_a_line_starts_where_the_one_before_it_ends(line: int, start: int) -> None:
    assert source("æ\r\n\r\n\rbc").start_of(line) == start


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Tekst med ord  ", "1:4 Tekst med ord"),
        ('a: "Tekst"', '1:4 "Tekst"'),
        ("a: En tekst\n  på to linjer", "1:4 En tekst"),
        ("a: |\n  Tekst", "1:4 |"),
        ("a:\n", "1:3 "),
        ("a: [b, c]", "1:4 [b, c]"),
        ("a: [b,\n  c]", "1:4 [b,"),
        ("a: {b: c}", "1:4 {b: c}"),
        ("a: {}", "1:4 {}"),
        ("a:\n  bcd: e\n  f: g", "2:3 bcd"),
        ("a:\n  - b\n  - c", "2:3 -"),
    ],
)
def test_the_place_of_a_value_is_what_stands_for_all_of_it(text: str, value: str) -> None:
    found = source(text)
    assert meant(found.of(parsed(text)["a"])) == value  # type: ignore[index]


@pytest.mark.parametrize(
    ("written", "part", "place"),
    [
        ("Et ord, to ord", "to", "1:12 to"),
        ("Et ord, to ord", "ord, to", "1:7 ord, to"),
        ("'Et ord'", "ord", "1:8 ord"),
        ('"Et ord"', "Et", "1:5 Et"),
        ("Et\n    langt   ord", "langt   ord", "2:5 langt   ord"),
        ("Et\n    langt ord", "Et langt", "1:4 Et"),
        ("|\n    Et langt\n    ord", "ord", "3:5 ord"),
        (">-  \n    Et langt\n\n    ord", "ord", "4:5 ord"),
        ("Et  langt ord", " langt", "1:7  langt"),
        ("'Et ord '", " ", "1:7  "),
        ("'Et '", " ", "1:7  "),
    ],
)
def test_the_place_of_a_part_is_where_it_is_written(written: str, part: str, place: str) -> None:
    found = source(f"a: {written}")
    text = parsed(found.text)["a"]  # type: ignore[index]
    assert isinstance(text, ScalarNode)
    start = text.index(part)
    assert meant(found.of(Fragment(text, start, start + len(part)))) == place


@pytest.mark.parametrize(
    ("written", "start", "length", "place"),
    [
        ("'Det''s et ord'", "ord", 3, "1:4 'Det''s et ord'"),
        (r'"Det\x21 et ord"', "ord", 3, r'1:4 "Det\x21 et ord"'),
        ("|\n  Et ord\n", "\n", 1, "1:4 |"),
    ],
)
def test_the_place_of_a_part_that_is_written_otherwise_is_that_of_its_text(
    written: str, start: str, length: int, place: str
) -> None:
    found = source(f"a: {written}")
    text = parsed(found.text)["a"]  # type: ignore[index]
    assert isinstance(text, ScalarNode)
    at = text.index(start)
    assert meant(found.of(Fragment(text, at, at + length))) == place


def test_a_problem_stands_where_its_value_does_and_the_other_one() -> None:
    found = source("a: 1\nb: 2")
    first, second = parsed(found.text).values()
    one, both = found.problem("E302", first, key="a"), found.problem("E202", second, first, key="b")
    assert (one.place, one.details, one.other) == (found.place(3, 4), {"key": "a"}, None)
    assert (both.place, both.other) == (found.place(8, 9), found.place(3, 4))
