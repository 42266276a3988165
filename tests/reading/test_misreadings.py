"""What YAML reads otherwise than it was meant, and what a plan has no use for."""

import pytest
from support.reading import coded, found, meant, parsed, refused, source
from support.shown import shown

from statusnote.diagnostics.problem import MOST_PROBLEMS, Place
from statusnote.reading import parser
from statusnote.reading.guards import LONGEST

QUOTE_IT = '\n    Sæt hele teksten i lige anførselstegn ("). Henvisninger bruges ikke i denne fil.'


JOIN = "\n    Slet den ene, eller saml de to."
TOO_LONG = (
    "fejl E321: Teksten er længere end 20.000 tegn.\n"
    "    Del den i flere afsnit, hvert med sin egen bindestreg."
)


# What is lost or taken in


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
        ("a:\n  b: c\n\xa0 title:\n  d: e", [("E232", "3:1 \xa0")]),
        ("a:\n  b: c\n \xa0\xa0- d: e", [("E232", "3:2 \xa0\xa0")]),
        ("a:\n  - \xa0b: c", []),
        ("a: b\n  \xa0c", []),
    ],
)
def test_text_that_would_be_lost_is_refused(text: str, found: list[tuple[str, str]]) -> None:
    if found:
        assert coded(text) == found
    else:
        parsed(text)


READ_OTHERWISE = {
    "item swallowed by an item": ("a:\n  - x\n      - y\n", "E210", 3, "-"),
    "item swallowed by a value": ("title: x\n  - y\n", "E210", 2, "-"),
    "first item without a hyphen": ("a:\n  x\n  - y\n", "E223", 2, "x"),
    "first item without a hyphen, at another column": ("a:\n   x\n  - y\n", "E223", 2, "x"),
    "first item without a space": ("a:\n  -x\n  - y\n", "E221", 2, "-"),
    "first item with a bullet": ("a:\n  • x\n  - y\n", "E231", 2, "•"),
    "grants without a colon": ("a:\n  - grants\n    - x: 1\n", "E222", 2, "grants"),
    "text at the top with an item": ("x\n - y\n", "E210", 2, "-"),
    "text that begins with a number sign": ("a:\n  - #metoo\n    og mere\n", "E212", 2, "#"),
    "only a number sign": ("a:\n  - #metoo\n  - x\n", "E212", 2, "#"),
    "title that begins with a number sign": ("title: #1\nb: x\n", "E212", 1, "#"),
    "title on the line below": ("title: #1\n  x\n", "E212", 1, "#"),
    "keys of two items": (
        "a:\n  - number: 1\n    title: x\n    number: 2\n    title: y\n",
        "E234",
        4,
        "number",
    ),
    "keys of three items": (
        "a:\n  - b: 1\n    c: x\n    c: 2\n    b: y\n    b: z\n    # æ\n",
        "E234",
        4,
        "c",
    ),
    "key twice, its letter typed in two ways": ("\u00c5B: 1\nA\u030aB: 2\n", "E202", 2, "A\u030aB"),
    "key twice in an item": ("a:\n  - b: 1\n    c: x\n    b: 2\n", "E202", 4, "b"),
}


@pytest.mark.parametrize(
    ("text", "code", "line", "marked"), READ_OTHERWISE.values(), ids=READ_OTHERWISE
)
def test_what_is_yaml_but_reads_otherwise_than_it_is_meant_is_one_problem(
    text: str, code: str, line: int, marked: str
) -> None:
    assert found(text) == [(code, line, marked)]


@pytest.mark.parametrize(
    "text",
    [
        "a: # en bemærkning\n  - x\n",
        "a: # en bemærkning\n  b: x\n",
        "a:\n  - # en bemærkning\n    b: x\n",
        "# a: # en bemærkning\nb: x\n",
        "a:\n  # - # en bemærkning\n  x\n",
        "a: 'x' # en bemærkning\n",
        "a: [x, # en bemærkning\n  y]\n",
        "a: x#y\n",
        "a:\n  x\n",
    ],
)
def test_a_comment_that_hides_no_text_is_no_mistake(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "title: C:\\mappe, kl. 12:30 og 50 % (a@b.dk)\n",
        "title: \"'x' [y] {z}\"\n",
        "title: [x, y]\n",
        "title: -x – y\n",
        "title:\tx\n",
        "title: x\xa0y\n",
        "title: “x” og y\n",
        "title: x\n  og number, title og status\n",
        "a:\n  - x\n    – y\n    • z\n",
        "a:\n  - x [y](https://z.dk)\n",
        "title : x\n",
    ],
)
def test_what_is_yaml_is_no_mistake(text: str) -> None:
    assert found(text) == []


# What a plan has no use for


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
    assert coded("<<: [*x]\na: *y\n*z : <<\n") == [
        *(("E229", "1:1 <<"), ("E203", "1:6 *x"), ("E203", "2:4 *y"), ("E203", "3:1 *z"))
    ]
    assert coded("*x") == [("E203", "1:1 *x")]


def test_standard_tags_are_named_as_they_are_written() -> None:
    assert refused("a: !!str 1") == [
        "plan.yaml:1:4: fejl E204: YAML-mærket »!!str« bruges ikke i denne fil.\n"
        '    Slet det. Skal en tekst begynde med !, så sæt den i lige anførselstegn (").'
    ]


def test_a_text_that_is_too_long_is_refused_on_several_lines_too() -> None:
    text = "\n  ".join(["x" * (LONGEST // 2), "y" * (LONGEST // 2)])
    assert refused(f"a: 1\nb: {text}\nc: 1") == [f"plan.yaml:2:4: {TOO_LONG}"]


def test_a_text_or_a_line_as_long_as_it_may_be_is_read() -> None:
    text = ["x" * (LONGEST // 2), "y" * (LONGEST // 2 - 1)]
    assert parsed("a: " + "\n  ".join(text)) == {"a": " ".join(text)}
    line = f"a: {'x' * (LONGEST - 3)}"
    assert parsed(line) == {"a": line[3:]}


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


# Keys that stand twice


def test_the_value_of_a_key_that_stands_twice_is_the_first_one() -> None:
    values, problems = parser.parse(source("a: 1\nb: 2\na: 3\n"))
    assert values == {"a": "1", "b": "2"}
    assert [(shown(each), each.other) for each in problems] == [
        (
            f"plan.yaml:3:1: fejl E202: Nøglen »a« står to gange.{JOIN}",
            Place("plan.yaml", 1, 1, 2),
        )
    ]


def test_the_same_key_in_two_parts_stands_once_in_each() -> None:
    assert parsed("a: {b: 1}\nc: {b: 2}") == {"a": {"b": "1"}, "c": {"b": "2"}}


def test_several_keys_that_stand_twice_in_one_item_are_another_item() -> None:
    text = "a:\n- b: 1\n  c: 2\n  b: 3\n  c: 4\n- b: 5\n  b: 6\n"
    values, problems = parser.parse(source(text))
    assert values == {"a": [{"b": "1", "c": "2"}, {"b": "5"}]}
    assert [(each.code, meant(each.place), each.other) for each in problems] == [
        ("E234", "4:3 b", Place("plan.yaml", 2, 3, 4)),
        ("E202", "7:3 b", Place("plan.yaml", 6, 3, 4)),
    ]


def test_several_keys_that_stand_twice_elsewhere_are_as_many_problems() -> None:
    _, problems = parser.parse(source("b: 1\nc: 2\nb: 3\nc: 4\n"))
    assert [(each.code, meant(each.place)) for each in problems] == [
        ("E202", "3:1 b"),
        ("E202", "4:1 c"),
    ]


def test_each_of_many_keys_that_stand_twice_is_reported_with_the_first() -> None:
    names = [f"k{number}: 1\n" for number in range(MOST_PROBLEMS - 1)]
    _, problems = parser.parse(source("".join(names * 2)))
    assert [(each.details, each.other and each.other.line) for each in problems] == [
        ({"key": f"k{number}"}, number + 1) for number in range(MOST_PROBLEMS - 1)
    ]


# What is told with it


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
    assert coded(lines) == found


def test_reading_ends_with_the_last_problem_that_is_reported() -> None:
    found = refused("a: 1\n" * MOST_PROBLEMS + "a: *x\n" * 2)
    assert [len(found), found[-1]] == [
        MOST_PROBLEMS,
        f"plan.yaml:{MOST_PROBLEMS + 1}:1: fejl E202: Nøglen »a« står to gange.{JOIN}",
    ]
