"""What a text that is no YAML was probably meant to be: what is found, and what is marked."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest
from support import mutants
from support.project import EXAMPLES
from support.reading import found, problems
from support.slips import SLIPS

from statusnote.diagnostics.problem import Problem
from statusnote.reading import syntax_errors
from statusnote.reading.syntax_errors import Failure

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
    "bracket at the end": ("title: [\n", "E216", 1, "["),
    "brace at the end": ("title: {\n", "E216", 1, "{"),
    "bracket not closed behind a comma": ("a: x\nb: [y,  # z\n", "E216", 2, "["),
    "bracket not closed behind a colon": ("a: [b:\n", "E216", 1, "["),
    "outer bracket not closed": ("a: {b: [[x],\n\n", "E216", 1, "["),
    "bracket not closed before the end of a document": ("a: [x,\n...\n", "E216", 1, "["),
    "bracket not closed before another document": ("a: [\n--- b\n", "E216", 1, "["),
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
    "bullet and tab": ("a:\n  - b: 1\n  ▪\tc: 2\n", "E231", 3, "▪"),
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
    assert [problem.details for problem in problems(text)] == [details]


# The order of the rules: the first has the word, where the second knows the same text.
ORDER = {
    ("tab", "no_break_space"): "- \xa0b:\n\tc: 1\n",
    ("tab", "special_beginning"): "a:\n  - b\n  -\tc: 1\n",
    ("no_break_space", "special_beginning"): "- \xa0b: @x\n",
    ("no_break_space", "list_behind_key"): "- \xa0account: - x\n",
    ("no_break_space", "behind_quote"): "- \xa0a: 'x' y\n",
    ("no_break_space", "unclosed_bracket"): "- \xa0a: [x\nb: 1\n",
    ("no_break_space", "behind_bracket"): "- \xa0a: [x] y\n",
    ("no_break_space", "unclosed_quote"): "- \xa0b: 'x\n",
    ("no_break_space", "backslash"): '- \xa0a: "\\m"\n',
    ("no_break_space", "no_key"): "a: 1\nb:\xa0x\nc: 1\n",
    ("no_break_space", "unwanted_colon"): "- \xa0b: c: 2\n",
    ("no_break_space", "document_end"): "a: 1\n...\n\xa0b\n",
    ("no_break_space", "wrong_indentation"): "- x\n\xa0y: z\n",
    ("special_beginning", "behind_quote"): "a: 'x' @y\n",
    ("special_beginning", "behind_bracket"): "a: [x] @y\n",
    ("list_behind_key", "behind_quote"): "a: 'x' - y\n",
    ("list_behind_key", "behind_bracket"): "a: [x] - y\n",
    ("behind_quote", "unclosed_bracket"): "a: ['x' y]\n",
    ("behind_quote", "unwanted_colon"): "a: 'x': y\n",
    ("behind_quote", "document_end"): "'x' y\n",
    ("unclosed_bracket", "behind_bracket"): "a: [[x] y]\n",
    ("behind_bracket", "unwanted_colon"): "a: [x]: y\n",
}


@pytest.mark.parametrize(("first", "second"), ORDER)
def test_of_two_rules_that_know_a_text_the_first_has_the_word(first: str, second: str) -> None:
    known = known_by(ORDER[first, second])
    assert [rule for rule in known if rule in (first, second)] == [first, second]
    assert known[first] != known[second]


def test_no_other_two_rules_know_the_same_text() -> None:
    pairs = {pair for text in broken_texts() for pair in combinations(known_by(text), 2)}
    assert pairs - ORDER.keys() == set()


def known_by(text: str) -> dict[str, Problem]:
    """What each rule says that knows where the parser stops in *text*, in the rules' order."""
    said: dict[str, Problem] = {}
    rules = syntax_errors.RULES

    def all_rules(failure: Failure) -> None:
        said.update({rule.__name__: problem for rule in rules if (problem := rule(failure))})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax_errors, "RULES", (all_rules,))
        problems(text)
    return said


def broken_texts() -> Iterator[str]:
    """The mistakes of this file, with signs put into them; and whole files of many kinds."""
    random, mistakes = Random(0), [text for text, *_ in MISTAKES.values()]
    yield from mistakes
    for _ in range(3_000):
        text = random.choice(mistakes)
        at = random.randint(0, len(text))
        yield f"{text[:at]}{random.choice(SIGNS)}{text[at:]}"
    for path in EXAMPLES.glob("invalid/*.yaml"):
        yield path.read_text("utf-8", errors="replace")
    for slips in SLIPS.values():
        yield from (slip.text for slip in random.sample(slips, 10))
    yield from (mutants.mutant(number).decode(errors="replace") for number in range(50))


SIGNS = (
    *("\xa0", "\t", " ", "\n", "\\", "@", "%", "*", "'", '"', "[", "]", "- ", ": ", "title"),
    *("{x} ", "[x] ", "'x' ", "'x\n y' ", "\n...\n", "\n---\n", "ministries: ", '"\\x"'),
)
