"""What a text that is no YAML was probably meant to be: what is found, and what is marked."""

import pytest

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan.model import VOCABULARY
from statusnote.reading import parser
from statusnote.reading.source import Source


def found(text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the marked characters of each problem in *text*; none in YAML."""
    try:
        parser.parse(Source(text, "plan.yaml"), VOCABULARY)
    except ProblemsFound as error:
        places = [(each.code, each.place) for each in error.problems]
        return [
            (code, at.line, at.written[at.column - 1 : at.end_column - 1]) for code, at in places
        ]
    return []


MISTAKES = {
    # Indentation
    "tab": ("a:\n\tb: 1\n", "E211", 2, "\t"),
    "tab behind spaces": ("a:\n  \t\tb: 1\n", "E211", 2, "\t\t"),
    "tab behind a hyphen": ("a:\n  - x\n  -\ty: 1\n", "E211", 3, "\t"),
    "key too far": ("number: 1\n title: x\n", "E224", 2, "title: x"),
    "key not far enough": ("a:\n  - number: 1\n   title: x\n", "E224", 3, "title: x"),
    "key too far under a list": (
        "account:\n  - x\n    milestones: 1\n    y\n",
        "E224",
        3,
        "milestones: 1",
    ),
    "key too far under a quoted text": ("a: 1\ntitle: 'x'\n  b: y\n", "E224", 3, "b: y"),
    "ministry too far": ("ministries:\n  JM: a\n   SBM: b\n", "E224", 3, "SBM: b"),
    "key moved out": (
        "a:\n  - number: 1\n    title: x\n      y\nstatus: 'z'\n    account: v\n",
        "E224",
        5,
        "status: 'z'",
    ),
    "list moved out": (
        "a:\n  - account:\n      - x\n    grants:\n          - y: 1\n      - z\n",
        "E224",
        4,
        "grants:",
    ),
    "key moved out of an item": (
        "a:\n  - title: x\n    b:\n      - number: 1\n        c: x\n    title: 'y'\n        d: z\n",
        "E224",
        6,
        "title: 'y'",
    ),
    "first item too far": (
        "a:\n  account:\n    - x\n  milestones:\n     - y\n    - z\n",
        "E226",
        6,
        "-",
    ),
    "item too far left": ("a:\n    - x\n  - y\n", "E226", 3, "-"),
    "item among keys": ("a:\n  number: 1\n  - title: x\n", "E226", 3, "-"),
    "item among ministries": (
        "ministries:\n  SUM: a\n  - JM: b\n",
        "E226",
        3,
        "-",
    ),
    "key among items": ("a:\n  - x\n  grants: y\n", "E227", 3, "grants"),
    "text among items": ("a:\n  - x\n  y og z: 2\n", "E223", 3, "y og z: 2"),
    "text further left than the items": ("a:\n    - x\n   y: 2\n", "E224", 3, "y: 2"),
    # No-break spaces
    "no-break space before a key": ("a: 1\n\xa0title: 2\n  b: 3\n", "E232", 2, "\xa0"),
    "no-break space behind a colon": ("a: 1\ntitle:\xa02\nb: 3\n", "E232", 2, "\xa0"),
    "no-break spaces behind a hyphen": ("a:\n  - x\n  -\xa0\xa0y\n", "E232", 3, "\xa0\xa0"),
    "no-break space in the line above": ("a:\n  - 'x'\n\xa0 b: 1\n  c: 2\n", "E232", 3, "\xa0"),
    # What a text begins with
    "at sign": ("title: @x\n", "E212", 1, "@"),
    "backtick": ("title: `x`\n", "E212", 1, "`"),
    "strong emphasis": ("- **x** y\n", "E212", 1, "*"),
    "ampersand": ("title: & x\n", "E212", 1, "&"),
    "asterisk for true": ("- reserve_financed: *\n", "E237", 1, "*"),
    "bar": ("title: | x\n", "E212", 1, "|"),
    "percent sign at the start": ("%x y\n", "E212", 1, "%"),
    "comma": ("title: , x\n", "E212", 1, ","),
    "list behind its key": ("account: - x\n", "E213", 1, "-"),
    # Quotation marks and brackets
    "double quote not closed": ('title: "x\nstatus: y\n', "E214", 1, '"'),
    "single quote not closed": ("title: 'x\nstatus: y\n", "E214", 1, "'"),
    "quote closed by the next one": ('title: "x\nstatus: "y"\n', "E214", 1, '"'),
    "quote before the end of the file": ('title: "x\n---\n', "E214", 1, '"'),
    "backslash": ('title: "C:\\mappe"\n', "E215", 1, "\\m"),
    "backslash and no number": ('title: "\\xyz"\n', "E215", 1, "\\x"),
    "text behind a quote": ('title: "x" og y\n', "E219", 1, "og y"),
    "quotes inside quotes": ('title: "x "y" z"\n', "E219", 1, 'y" z"'),
    "no space behind a quoted key": ('{"title":x y, "status" z}\n', "E216", 1, "{"),
    "quoted key without a space": ('a:\n  - "title":x\n    b: 1\n', "E220", 2, ":"),
    "colon behind a quote": ('title: "x": y\n', "E219", 1, ": y"),
    "colon at the end, behind a quote": ('"title":\n"status" :\n"x" y\n', "E223", 3, '"x" y'),
    "bracket not closed": ("ministries: [SUM, UIM\nstatus: x\n", "E216", 1, "["),
    "brace not closed": ("title: {x\nstatus: y\n", "E216", 1, "{"),
    "bracket too many": ("ministries: [SUM]]\n", "E218", 1, "]"),
    "text behind a bracket": ("a:\n  - [indsæt] x\n", "E217", 2, "[indsæt]"),
    "text behind a brace": ("title: {antal} x\n", "E217", 1, "{antal}"),
    # Colons
    "no space behind a colon": ("a: 1\ntitle:x\nb: 2\n", "E220", 2, "title:"),
    "no space behind a ministry": ("a:\n  JM: x\n  SBM:y\n  SUM: z\n", "E220", 3, "SBM:"),
    "no space in the line above": ("title:x\nstatus: y\n", "E220", 1, "title:"),
    "no colon": ("a: 1\ntitle x\nb: 2\n", "E222", 2, "title"),
    "no colon and no value": ("a: 1\naccount\n  - x\n", "E222", 2, "account"),
    "equals sign": ("a: 1\ntitle = x\nb: 2\n", "E222", 2, "title"),
    "semicolon": ("a: 1\ntitle; x\nb: 2\n", "E222", 2, "title"),
    "wide colon": ("a: 1\ntitle： x\nb: 2\n", "E222", 2, "title"),
    "no colon behind a hyphen": ("a:\n  - number 1\n    title: x\n", "E222", 2, "number"),
    "colon in a title": ("title: x yz: v\n", "E225", 1, "yz:"),
    "colon at the end": ("title: x yz:\n", "E225", 1, "yz:"),
    "colon and a space before it": ("title: x y : z\n", "E225", 1, "y :"),
    "colon in the next line": ("- x\n  y: z\n", "E225", 2, "y:"),
    "colon in the line above": ("a:\n  - x y: z\n    og mere\n", "E225", 2, "y:"),
    "colon two lines above": ("a:\n  - x y: z\n    # æ\n    og\n    mere\n", "E225", 2, "y:"),
    "key in the middle": ("title: x status: y\n", "E233", 1, "status:"),
    "colon in a recipient": (
        "account:\n  - grants:\n      - x: 1\n      - y: z æ: 4,3 mio.\n",
        "E235",
        4,
        "æ:",
    ),
    "colon in a milestone": ("milestones:\n- x: udgave 2: 2026\n", "E235", 2, "2:"),
    "colon behind the key of a milestone": ("milestones:\n  - what: x: y\n", "E225", 2, "x:"),
    "colon behind a quoted recipient": ('grants:\n  - "x": y: 1\n', "E225", 2, "y:"),
    "recipient without an amount": ("grants:\n  - x: y:\n", "E225", 2, "y:"),
    "colons in a list of texts": ("account:\n  - x: y: 2026\n", "E225", 2, "y:"),
    "ministry without a colon": ("ministries:\n  JM x\n  SBM: y\n", "E222", 2, "JM"),
    "last ministry without a colon": ("ministries:\n  JM: x\n  SBM y\na: b\n", "E222", 3, "SBM"),
    "ministry with an equals sign": ("ministries:\n  JM: x\n  UIM = y\na: b\n", "E222", 3, "UIM"),
    "capitals elsewhere": ("a: 1\nMÆRK x\nb: 2\n", "E223", 2, "MÆRK x"),
    # Keys that are missing
    "ministries without their key, under a list": (
        "introduction:\n  - x\n  JM: y\n  SBM: z\n",
        "E302",
        3,
        "JM",
    ),
    "ministries without their key, under a text": ("period: x\n  JM: y\na: z\n", "E302", 2, "JM"),
    "ministries without their key, at the top": ("  JM: x\n  SBM: y\na: z\n", "E302", 1, "JM"),
    "first key too far": ("  title: x\nas_of: y\n", "E224", 1, "title: x"),
    "milestone without what": (
        "milestones:\n  - x\n    y\n    due: 2026\n",
        "E236",
        2,
        "x",
    ),
    "part without title": ("sections:\n  - x y\n    initiatives:\n", "E236", 2, "x y"),
    "initiative without title": ("initiatives:\n  - x\n    status: y\n", "E236", 2, "x"),
    "initiative without number": ("initiatives:\n  - 7\n    title: y\n", "E236", 2, "7"),
    "key under a text": ("account:\n  - x\n    status: y\n", "E224", 3, "status: y"),
    "key of another part under a text": (
        "milestones:\n  - x\n    status: y\n",
        "E224",
        3,
        "status: y",
    ),
    "key further in than the text": ("milestones:\n  - x\n      due: y\n", "E224", 3, "due: y"),
    # Hyphens
    "no space behind a hyphen": ("a:\n  - x\n  -y\n", "E221", 3, "-"),
    "no space behind the hyphen of a key": ("a:\n  - x: 1\n  -y: 2\n", "E221", 3, "-"),
    "two hyphens": ("a:\n  - - x\n    y\n", "E228", 2, "-"),
    "two hyphens without a space": ("a:\n  - x\n  -- y\n", "E228", 3, "-"),
    "en dash": ("a:\n  - x\n  – y\n", "E231", 3, "–"),
    "bullet": ("a:\n  - x\n  • y: 1\n", "E231", 3, "•"),
    # Lines
    "stray text": ("a: 1\nhej med dig\nb: 2\n", "E223", 2, "hej med dig"),
    "item without a hyphen": ("a:\n  - x\n  y\n", "E223", 3, "y"),
    "milestone and a stray text": (
        "a:\n  - x: ultimo 2025\n    og mere\n",
        "E223",
        3,
        "og mere",
    ),
    "item of another column and a stray text": (
        "a:\n  - y: z\n    x: 1\n    og\n",
        "E225",
        2,
        "y:",
    ),
    "text before the first key": ("Plan\n# x\ntitle: y\n", "E223", 1, "Plan"),
    "text right before the first key": ("Plan\n\ntitle: y\n", "E223", 1, "Plan"),
    "text instead of a list": ("account:\n  x\n  status: y\n", "E223", 2, "x"),
    "three full stops": ("a: 1\n...\nb: 2\n", "E230", 2, "..."),
}


@pytest.mark.parametrize(("text", "code", "line", "marked"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_problem_where_it_stands(
    text: str, code: str, line: int, marked: str
) -> None:
    assert found(text) == [(code, line, marked)]


@pytest.mark.parametrize(("text", "code", "line", "marked"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_the_same_with_the_ends_of_lines_of_windows(
    text: str, code: str, line: int, marked: str
) -> None:
    assert found(text.replace("\n", "\r\n")) == [(code, line, marked)]


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
    "key twice in an item": ("a:\n  - b: 1\n    c: x\n    b: 2\n", "E202", 4, "b"),
}


@pytest.mark.parametrize(
    ("text", "code", "line", "marked"), READ_OTHERWISE.values(), ids=READ_OTHERWISE
)
def test_what_is_yaml_but_reads_otherwise_than_it_is_meant_is_one_problem(
    text: str, code: str, line: int, marked: str
) -> None:
    read = Source(text, "plan.yaml")
    try:
        problems = parser.parse(read, VOCABULARY)[1]
    except ProblemsFound as error:
        problems = error.problems
    places = [(each.code, each.place) for each in problems]
    assert [(c, at.line, at.written[at.column - 1 : at.end_column - 1]) for c, at in places] == [
        (code, line, marked)
    ]


def test_keys_that_stand_twice_at_the_top_are_a_problem_each() -> None:
    _, problems = parser.parse(Source("a: 1\nb: 2\na: 3\nb: 4\n", "plan.yaml"), VOCABULARY)
    assert [(each.code, each.place.line) for each in problems] == [("E202", 3), ("E202", 4)]


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
def test_a_remark_that_hides_no_text_is_none(text: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "code", "line", "marked"),
    [
        ('"a" "b": c\n', "E201", 1, '"'),
        ("[a]\n- b\n", "E201", 2, "-"),
        ("a: !<x y\n", "E201", 1, " "),
        ("%YAML 1.1\n%YAML 1.1\n---\n", "E201", 2, "%"),
    ],
)
def test_what_no_rule_knows_is_shown_where_the_parser_stopped(
    text: str, code: str, line: int, marked: str
) -> None:
    assert found(text) == [(code, line, marked)]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("title: @x\n", {"character": "@"}),
        ("a: [b\nc: d\n", {"opened": "[", "closing": "]"}),
        ('"title":x\n', {"key": "title"}),
        ("a: 1\ntitle x\nb: 2\n", {"key": "title"}),
        ("title: x status: y\n", {"key": "status"}),
        ("a:\n  - x\n  – y\n", {"character": "–"}),
        ("grants:\n  - x: y z: 1\n", {"key": "x: y z"}),
        ("milestones:\n  - x\n    met: y\n", {"key": "what"}),
        ("sections:\n  - x\n    initiatives:\n", {"key": "title"}),
        ("initiatives:\n  - 7\n    title: y\n", {"key": "number"}),
        ("period: x\n  JM: y\n", {"key": "ministries"}),
    ],
)
def test_a_problem_names_what_is_meant(text: str, details: dict[str, str]) -> None:
    with pytest.raises(ProblemsFound) as error:
        parser.parse(Source(text, "plan.yaml"), VOCABULARY)
    assert [each.details for each in error.value.problems] == [details]
