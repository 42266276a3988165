"""YAML text → values with their places; what a plan has no use for is refused."""

import pytest
from support.shown import shown

from statusnote.diagnostics.problem import MOST_PROBLEMS, Place, ProblemsFound
from statusnote.reading import parser
from statusnote.reading.nodes import (
    Fragment,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Vocabulary,
)
from statusnote.reading.source import Source

QUOTE_IT = '\n    Sæt hele teksten i lige anførselstegn ("). Henvisninger bruges ikke i denne fil.'
JOIN = "\n    Slet den ene, eller saml de to."
KEEP_ONE = (
    "\n    Behold den rigtige, og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>."
)


def read(text: str) -> Source:
    return Source(text, "plan.yaml")


def parsed(text: str) -> MappingNode:
    values, problems = parser.parse(read(text))
    assert problems == []
    return values


def refused(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        parser.parse(read(text))
    return [shown(problem) for problem in found.value.problems]


def refused_at(text: str) -> list[tuple[str, str]]:
    """The codes of what is refused in *text*, and what of it is meant."""
    with pytest.raises(ProblemsFound) as found:
        parser.parse(read(text), Vocabulary(["title"]))
    return [(problem.code, meant(problem.place)) for problem in found.value.problems]


def meant(place: Place) -> str:
    """`line:column what is meant`."""
    return f"{place.line}:{place.column} {place.written[place.column - 1 : place.end_column - 1]}"


def placed(value: Node, found: Source) -> object:
    """*value* with the place of each part of it: `line:column text`."""
    place = found.place(value.start)
    where = f"{place.line}:{place.column}"
    if isinstance(value, ScalarNode):
        return f"{where} {value}"
    if isinstance(value, MappingNode):
        return where, {placed(key, found): placed(each, found) for key, each in value.items()}
    return where, [placed(each, found) for each in value]


# What is read


def test_every_value_and_key_knows_its_line_and_column() -> None:
    text = """\
# Først en bemærkning.
title: "Æbler på øen"
tom:
ministries: [SBM, {Ø: æ}]
sections:
  - title: >
      Foldet
      tekst
"""
    assert placed(parsed(text), read(text)) == (
        "2:1",
        {
            "2:1 title": "2:8 Æbler på øen",
            "3:1 tom": "3:5 ",
            "4:1 ministries": ("4:13", ["4:14 SBM", ("4:19", {"4:20 Ø": "4:23 æ"})]),
            "5:1 sections": ("6:3", [("6:5", {"6:5 title": "6:12 Foldet tekst\n"})]),
        },
    )


def test_columns_count_characters_and_not_bytes() -> None:
    text = "a: [æøå, 😀😀, her]"
    assert placed(parsed(text), read(text)) == (
        "1:1",
        {"1:1 a": ("1:4", ["1:5 æøå", "1:10 😀😀", "1:14 her"])},
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_parser_ends_them(end: str) -> None:
    text = f"a: 1{end}{end}b: {end}  - c{end}"
    assert placed(parsed(text), read(text)) == (
        "1:1",
        {"1:1 a": "1:4 1", "3:1 b": ("4:3", ["4:5 c"])},
    )


SCALARS = """\
NO yes true null ~ 12:30 007 0x1F 1e3 2025-04-10 1_000 =
""".split()


@pytest.mark.parametrize("scalar", SCALARS)
def test_no_scalar_is_taken_for_anything_but_its_text(scalar: str) -> None:
    assert parsed(f"value: {scalar}") == {"value": scalar}
    assert parsed(f"{scalar}: key") == {scalar: "key"}


def test_a_key_is_found_as_it_stands_in_the_file() -> None:
    keys = parsed("\n  title: En plan")
    assert (keys.key("title"), keys.key("title").start) == ("title", 3)
    with pytest.raises(KeyError):
        keys.key("stamp")


def test_the_value_of_a_key_that_stands_twice_is_the_first_one() -> None:
    values, problems = parser.parse(read("a: 1\nb: 2\na: 3\n"))
    assert values == {"a": "1", "b": "2"}
    assert [(shown(each), each.other) for each in problems] == [
        (
            f"plan.yaml:3:1: fejl E202: Nøglen »a« står to gange.{JOIN}",
            Place("plan.yaml", 1, 1, 2),
        )
    ]


def test_the_same_key_in_two_parts_stands_once_in_each() -> None:
    assert parsed("a: {b: 1}\nc: {b: 2}") == {"a": {"b": "1"}, "c": {"b": "2"}}


def test_tabs_accents_and_emoji_are_no_invisible_characters() -> None:
    assert parsed('a: "é\tß 漢 😀\u00a0\u00ad"') == {"a": "é\tß 漢 😀\u00a0\u00ad"}


def test_several_keys_that_stand_twice_in_one_item_are_another_item() -> None:
    text = "a:\n- b: 1\n  c: 2\n  b: 3\n  c: 4\n- b: 5\n  b: 6\n"
    values, problems = parser.parse(read(text))
    assert values == {"a": [{"b": "1", "c": "2"}, {"b": "5"}]}
    assert [(each.code, meant(each.place), each.other) for each in problems] == [
        ("E234", "4:3 b", Place("plan.yaml", 2, 3, 4)),
        ("E202", "7:3 b", Place("plan.yaml", 6, 3, 4)),
    ]


def test_several_keys_that_stand_twice_elsewhere_are_as_many_problems() -> None:
    _, problems = parser.parse(read("b: 1\nc: 2\nb: 3\nc: 4\n"))
    assert [(each.code, meant(each.place)) for each in problems] == [
        ("E202", "3:1 b"),
        ("E202", "4:1 c"),
    ]


# Where it stands


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
    found = read("æøå\r\n\rb c  \nd").place(start, end)
    assert (found, found.written) == (Place("plan.yaml", *place), written)


@pytest.mark.parametrize(("line", "start"), [(1, 0), (2, 3), (3, 5), (4, 6), (5, 8), (9, 8)])
def test_a_line_starts_where_the_one_before_it_ends(line: int, start: int) -> None:
    assert read("æ\r\n\r\n\rbc").start_of(line) == start


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
    found = read(text)
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
    found = read(f"a: {written}")
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
    found = read(f"a: {written}")
    text = parsed(found.text)["a"]  # type: ignore[index]
    assert isinstance(text, ScalarNode)
    at = text.index(start)
    assert meant(found.of(Fragment(text, at, at + length))) == place


def test_a_problem_stands_where_its_value_does_and_the_other_one() -> None:
    found = read("a: 1\nb: 2")
    first, second = parsed(found.text).values()
    one, both = found.problem("E302", first, key="a"), found.problem("E202", second, first, key="b")
    assert (one.place, one.details, one.other) == (found.place(3, 4), {"key": "a"}, None)
    assert (both.place, both.other) == (found.place(8, 9), found.place(3, 4))


# What is refused


def test_all_that_is_refused_is_reported_at_once_and_before_what_stops_the_parser() -> None:
    reference = "Teksten begynder med & eller * (»x«), og det læses som en henvisning."
    assert refused("a: &x 1\na: *x\nb: !t 2\nb: 3\n\n\nc: '\n") == [
        f"plan.yaml:1:4: fejl E203: {reference}{QUOTE_IT}",
        f"plan.yaml:2:1: fejl E202: Nøglen »a« står to gange.{JOIN}",
        f"plan.yaml:2:4: fejl E203: {reference}{QUOTE_IT}",
        "plan.yaml:3:4: fejl E204: YAML-mærket »!t« bruges ikke i denne fil.\n"
        '    Slet det. Skal en tekst begynde med !, så sæt den i lige anførselstegn (").',
        f"plan.yaml:4:1: fejl E202: Nøglen »b« står to gange.{JOIN}",
        "plan.yaml:7:4: fejl E214: Anførselstegnet her bliver ikke lukket, hvor det skal.\n"
        "    Sæt et anførselstegn magen til ved slutningen af teksten, eller slet det her.",
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("a: &x 1\nb: '\n", [("E203", "1:4 &x 1")]),
        ("a: b # c\nd: '\n", [("E209", "1:6 # c")]),
        ("a: &x 1\n\nb: '\n", [("E203", "1:4 &x 1"), ("E214", "3:4 '")]),
        ("a: 1\na: 2\nb: '\n", [("E202", "2:1 a"), ("E214", "3:4 '")]),
    ],
)
def test_what_stops_the_parser_close_behind_what_is_refused_follows_from_it(
    lines: str, found: list[tuple[str, str]]
) -> None:
    assert refused_at(lines) == found


@pytest.mark.parametrize("collection", ["&x [1]", "&x {a: 1}", "&x\n  - 1", "&x\n  a: 1"])
def test_an_anchor_is_refused_on_lists_and_keys_too(collection: str) -> None:
    assert refused(f"a: {collection}") == [
        "plan.yaml:1:4: fejl E203: Teksten begynder med & eller * (»x«), og det læses som "
        f"en henvisning.{QUOTE_IT}"
    ]


@pytest.mark.parametrize("merged", ["*x", "{a: 1}", "b"])
def test_a_merge_is_refused_as_such(merged: str) -> None:
    assert refused(f"a: 1\n<<: {merged}\n") == [
        "plan.yaml:2:1: fejl E229: Nøglen << fletter en anden del af filen ind; det bruges ikke i "
        "denne fil.\n"
        "    Slet linjen, og skriv de nøgler, der mangler."
    ]


def test_an_alias_elsewhere_is_refused_as_one() -> None:
    assert refused_at("<<: [*x]\na: *y\n*z : <<\n") == [
        *(("E229", "1:1 <<"), ("E203", "1:6 *x"), ("E203", "2:4 *y"), ("E203", "3:1 *z"))
    ]
    assert refused_at("*x") == [("E203", "1:1 *x")]


def test_standard_tags_are_named_as_they_are_written() -> None:
    assert refused("a: !!str 1") == [
        "plan.yaml:1:4: fejl E204: YAML-mærket »!!str« bruges ikke i denne fil.\n"
        '    Slet det. Skal en tekst begynde med !, så sæt den i lige anførselstegn (").'
    ]


def test_a_second_plan_in_the_file_is_refused() -> None:
    assert refused("a: 1\n---\nb: 2\n") == [
        "plan.yaml:2:1: fejl E205: Linjen med --- deler filen i to planer; her begynder den "
        "anden.\n"
        "    Slet linjen, og behold kun én plan."
    ]


def test_twenty_levels_are_read_and_one_more_is_refused() -> None:
    deepest = "a: " + "[" * 19 + "x" + "]" * 19
    value: Node = parsed(deepest)["a"]  # type: ignore[index]
    for _ in range(19):
        assert isinstance(value, SequenceNode)
        value = value[0]
    assert value == "x"
    assert refused(f"a: [{deepest[3:]}]") == [
        "plan.yaml:1:23: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteser og bindestreger."
    ]


def test_a_bomb_of_brackets_is_refused_before_it_is_read() -> None:
    assert refused("[\n" * 1_000_000) == [
        "plan.yaml:21:1: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteser og bindestreger."
    ]


@pytest.mark.parametrize(("limit", "written"), [(5, "5"), (100_000, "100.000")])
def test_values_are_counted_before_they_are_built(
    monkeypatch: pytest.MonkeyPatch, limit: int, written: str
) -> None:
    monkeypatch.setattr(parser, "MAX_VALUES", limit)
    values = "\n- ".join(["a:", *"x" * (limit - 3)])
    assert parsed(values) == {"a": ["x"] * (limit - 3)}
    assert refused(f"{values}\n- x\n- x") == [
        f"plan.yaml:{limit - 1}:3: fejl E207: Filen har flere end {written} værdier.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


LONG = parser.LONGEST
TOO_LONG = (
    "fejl E321: Teksten er længere end 20.000 tegn.\n"
    "    Del den i flere afsnit, hvert med sin egen bindestreg."
)


def test_a_text_or_a_line_as_long_as_it_may_be_is_read() -> None:
    text = ["x" * (LONG // 2), "y" * (LONG // 2 - 1)]
    assert parsed("a: " + "\n  ".join(text)) == {"a": " ".join(text)}
    line = f"a: {'x' * (LONG - 3)}"
    assert parsed(line) == {"a": line[3:]}


def test_each_line_that_is_too_long_is_refused() -> None:
    assert refused(f"a: 1\n{'x' * (LONG + 1)}\n\n#{'x' * LONG}\n") == [
        f"plan.yaml:2:1: {TOO_LONG}",
        f"plan.yaml:4:1: {TOO_LONG}",
    ]


def test_a_text_that_is_too_long_is_refused_on_several_lines_too() -> None:
    text = "\n  ".join(["x" * (LONG // 2), "y" * (LONG // 2)])
    assert refused(f"a: 1\nb: {text}\nc: 1") == [f"plan.yaml:2:4: {TOO_LONG}"]


def test_each_of_many_keys_that_stand_twice_is_reported_with_the_first() -> None:
    names = [f"k{number}: 1\n" for number in range(MOST_PROBLEMS - 1)]
    _, problems = parser.parse(read("".join(names * 2)))
    assert [(each.details, each.other and each.other.line) for each in problems] == [
        ({"key": f"k{number}"}, number + 1) for number in range(MOST_PROBLEMS - 1)
    ]


def test_reading_ends_with_the_last_problem_that_is_reported() -> None:
    found = refused("a: 1\n" * MOST_PROBLEMS + "a: *x\n" * 2)
    assert [len(found), found[-1]] == [
        MOST_PROBLEMS,
        f"plan.yaml:{MOST_PROBLEMS + 1}:1: fejl E202: Nøglen »a« står to gange.{JOIN}",
    ]


@pytest.mark.parametrize("empty", ["", "\n\n", "# kun en bemærkning", "---", "---\n...\n", '""'])
def test_a_file_without_a_value_is_empty(empty: str) -> None:
    assert refused(empty) == [
        "plan.yaml:1:1: fejl E105: Filen er tom eller har kun bemærkninger.\n"
        "    Hent den seneste udgave af filen frem igen."
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a", "1:1"),
        ("\n# b\n- a", "3:1"),
        ("[]", "1:1"),
        ("\n  kun tekst", "2:3"),
        ("--- |\n a", "1:5"),
    ],
)
def test_a_file_that_states_no_keys_is_refused_where_its_value_stands(
    text: str, place: str
) -> None:
    assert refused(text) == [
        f"plan.yaml:{place}: fejl E318: Her skal der stå nøgler med hver sin værdi.\n"
        "    Skriv »nøgle: værdi« på hver linje, med et mellemrum efter kolon."
    ]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_only_text_is_a_key(key: str) -> None:
    column = 3 if key.startswith("?") else 1
    assert refused(f"{key}: c\n") == [
        f"plan.yaml:1:{column}: fejl E208: Her skal der stå en nøgle, men der står en liste "
        "eller noget i parentes.\n"
        '    Begynder en tekst med [ eller {, så sæt hele teksten i lige anførselstegn (").'
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: En tekst # rest", [("E209", "1:13 # rest")]),
        ("a: En tekst\t # rest", [("E209", "1:14 # rest")]),
        ("a: En tekst\n # b\nc: d", [("E209", "2:2 # b")]),
        ("a: En tekst\n# b\nc: d", []),
        ("a:\n  - b\n   # c\n  - d", [("E209", "3:4 # c")]),
        ("a:\n  - b\n  # c\n  - d", []),
        ("a:\n  b: c\n# d\n", []),
        ('a: "b" # c', []),
        ("a: # b\n  c", [("E212", "1:4 #")]),
        ("a: # b", [("E212", "1:4 #")]),
        ("a:\n  - # b\n    c", [("E212", "2:5 #")]),
        ("a:\n  - # b\n    c: d", []),
        ("a: [ # b\n  c]", []),
        ("a: # b\n  c:  d", []),
        ("a: # b\n  -  c", []),
        ("# b\na:", []),
        ("a: b#c", []),
        ("a:\n  - b\n    - c", [("E210", "3:5 -")]),
        ("a:\n  - b\n      - c", [("E210", "3:7 -")]),
        ("a:\n  - b\n    -c", []),
        ("a:\n  b\n  - c", [("E223", "2:3 b")]),
        ("a:\n  title\n  - c", [("E222", "2:3 title")]),
        ("a:\n  \u00a0\n  - c", [("E223", "2:3 \u00a0")]),
        ("a:\n  – b\n  - c", [("E231", "2:3 –")]),
        ("a:\n  -b\n  - c", [("E221", "2:3 -")]),
        ("a: -b\n  - c", [("E221", "1:4 -")]),
        ("a: b\n  c - d", []),
        ("# a\n- b # c", [("E209", "2:5 # c")]),
    ],
)
def test_text_that_would_be_lost_is_refused(text: str, found: list[tuple[str, str]]) -> None:
    if found:
        assert refused_at(text) == found
    else:
        parsed(text)


@pytest.mark.parametrize(
    ("character", "number"),
    [
        *(("\0", "0000"), ("\b", "0008"), ("\x0b", "000B"), ("\x1b", "001B"), ("\x7f", "007F")),
        *(("\x85", "0085"), ("\u200b", "200B"), ("\u200e", "200E"), ("\u200f", "200F")),
        *(("\u2028", "2028"), ("\u2029", "2029"), ("\u202e", "202E"), ("\u2060", "2060")),
        *(("\u2066", "2066"), ("\u034f", "034F"), ("\u061c", "061C"), ("\u180e", "180E")),
        *(("\u2064", "2064"), ("\u206f", "206F"), ("\U0001d173", "1D173")),
        *(("\ufeff", "FEFF"), ("\ud800", "D800"), ("\uffff", "FFFF")),
    ],
)
def test_an_invisible_character_is_refused_where_it_stands(character: str, number: str) -> None:
    assert refused(f"title: En plan\r\nas_of: æø{character}å\n") == [
        f"plan.yaml:2:10: fejl E107: Her står et usynligt tegn, U+{number}, "
        "som ikke må stå i filen.\n"
        "    Slet tegnet, eller skriv linjen forfra."
    ]


def test_every_invisible_character_is_refused_and_what_follows_from_them_is_not_said() -> None:
    assert refused_at("a: \0\u2028b\n\x7f'") == [
        *(("E107", "1:4 \0"), ("E107", "1:5 \u2028"), ("E107", "2:1 \x7f"))
    ]


@pytest.mark.parametrize(
    ("escape", "number"),
    [(r"\0", "0000"), (r"\e", "001B"), (r"\N", "0085"), (r"\L", "2028"), (r"\uFEFF", "FEFF")],
)
def test_an_invisible_character_is_refused_in_an_escape_too(escape: str, number: str) -> None:
    assert refused(f'a: 1\nb: "æ{escape}"\n') == [
        f"plan.yaml:2:4: fejl E107: Her står et usynligt tegn, U+{number}, "
        "som ikke må stå i filen.\n"
        "    Slet tegnet, eller skriv linjen forfra."
    ]


OURS, BASE, THEIRS, END = "<<<<<<< HEAD\n", "||||||| a1b2c3d\n", "=======\n", ">>>>>>> topic\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{OURS}a: 1\n{THEIRS}a: 2\n{END}", [(1, 5)]),
        (f"{OURS}a: 1\n{BASE}a: 0\n{THEIRS}a: 2\n{END}b: 3\n", [(1, 7)]),
        (f"a: 1\n{OURS}{THEIRS}{END}b: 2\n{OURS}c: 3\n{THEIRS}{END}", [(2, 4), (6, 9)]),
        (f"{OURS}a: 1\n".replace("\n", "\r\n"), [(1, None)]),
        (f"a: 1\n{THEIRS}b: 2\n".replace("\n", "\r\n"), [(2, None)]),
        (f"a: 1\n{END}", [(2, None)]),
        (f"a: 1\n{BASE}", [(2, None)]),
        (f"{OURS}a: 1\n{OURS}b: 2\n{END}", [(1, None), (3, 5)]),
    ],
)
def test_what_git_leaves_of_a_conflict_is_refused(
    text: str, places: list[tuple[int, int | None]]
) -> None:
    with pytest.raises(ProblemsFound) as found:
        parser.parse(read(text))
    problems = found.value.problems
    assert [(each.place.line, each.other and each.other.line) for each in problems] == places
    assert [shown(each) for each in problems] == [
        f"plan.yaml:{line}:1: fejl E110: Her er to udgaver af teksten stødt sammen, og git har "
        f"ladet dem begge stå.{KEEP_ONE}"
        for line, _ in places
    ]


@pytest.mark.parametrize("row", ["=======a", "========", "<<<<<<<<", "<<<<<<<a", ">>>>>>>>"])
def test_other_rows_of_signs_are_no_conflict(row: str) -> None:
    assert parsed(f'a: "\n{row}"') == {"a": f" {row}"}


@pytest.mark.parametrize("row", ["=======", "<<<<<<< HEAD", ">>>>>>> topic"])
def test_what_git_does_not_write_at_the_start_of_a_line_is_no_conflict(row: str) -> None:
    assert parsed(f"a: |\n {row}") == {"a": row}
