"""What problems look like: for a person, in the log of a service, and for a program."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import MOST_PROBLEMS, Place, Problem, problem
from statusnote.diagnostics.reporters import (
    Display,
    as_azure,
    as_github,
    as_json,
    as_text,
    counted,
)

DA, EN = Language
IN_DANISH, IN_ENGLISH = Display(DA, 80), Display(EN, 80)
FILE = "plan.yaml"


def place(line: int, written: str, marked: str) -> Place:
    """The place of the first *marked* characters of the line *written*."""
    column = written.index(marked) + 1
    return Place(FILE, line, column, column + len(marked), written)


def tag(written: str, marked: str, file: str = FILE, line: int = 7) -> Problem:
    where = place(line, written, marked)
    return Problem("E228", Place(file, line, where.column, where.end_column, written))


def excerpt(written: str, marked: str, width: int = 80) -> list[str]:
    """The two lines that show *marked*, in a report on *width* columns."""
    return shown_lines(tag(written, marked), width)


def shown_lines(found: Problem, width: int) -> list[str]:
    lines = as_text([found], Display(EN, width)).split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("    7 | "))
    return lines[first : first + 2]


def test_a_problem_is_shown_with_its_line_a_mark_and_what_to_do() -> None:
    found = [tag("  - - Et afsnit", "- Et")]
    assert as_text(found, IN_DANISH) == (
        "plan.yaml:7:5: fejl E228: Her står to bindestreger efter hinanden.\n"
        "    7 |   - - Et afsnit\n"
        "      |     ^^^^\n"
        "    Slet den ene.\n"
        "1 fejl. Flere kan vise sig, når dette er rettet.\n"
    )
    assert as_text(found, IN_ENGLISH) == (
        "plan.yaml:7:5: error E228: There are two hyphens in a row here.\n"
        "    7 |   - - Et afsnit\n"
        "      |     ^^^^\n"
        "    Delete one.\n"
        "1 error. More may show once this is corrected.\n"
    )


def test_the_second_place_is_shown_where_there_are_two() -> None:
    found = Problem(
        "E202", place(12, "title: b", "title"), {"key": "title"}, place(9, "title: a", "title")
    )
    assert as_text([found], IN_DANISH) == (
        "plan.yaml:12:1: fejl E202: Nøglen »title« står to gange.\n"
        "    12 | title: b\n"
        "       | ^^^^^\n"
        "    se også\n"
        "    9 | title: a\n"
        "      | ^^^^^\n"
        "    Slet den ene, eller saml de to.\n"
        "1 fejl.\n"
    )
    assert "    see also\n    9 | title: a\n" in as_text([found], IN_ENGLISH)


def test_a_cell_is_shown_by_its_name() -> None:
    first, second = (Place(f"SBM.xlsx, Milepæle!H{row}") for row in (4, 9))
    found = [Problem("E932", second, {"id": "1#0"}, first)]
    assert as_text(found, IN_DANISH) == (
        "SBM.xlsx, Milepæle!H9: fejl E932: Rækken med id'et »1#0« står to gange, og de to\n"
        "    siger ikke det samme.\n"
        "    se også SBM.xlsx, Milepæle!H4\n"
        "    Slet den, der ikke gælder. Er den ene noget nyt, så skriv det i en tom række\n"
        "    nederst.\n"
        "1 fejl.\n"
    )
    assert as_github(found, IN_ENGLISH).startswith(
        "::error file=SBM.xlsx%2C Milepæle!H9,title=error E932::The row with the id “1#0” is there "
    )
    (told,) = json.loads(as_json(found, IN_DANISH))
    assert (told["file"], told["line"]) == ("SBM.xlsx, Milepæle!H9", None)
    assert told["other"]["file"] == "SBM.xlsx, Milepæle!H4"


def test_a_problem_with_a_file_has_no_line() -> None:
    assert as_text([problem("E105", FILE)], IN_ENGLISH) == (
        "plan.yaml: error E105: The file is empty or has only remarks.\n"
        "    Get its latest version back. A new plan is begun with “statusnote init”.\n1 error.\n"
    )


def test_a_guess_stands_before_the_hint() -> None:
    found = problem("E301", FILE, 1, 1, key="titel", guess="title", known="title, status")
    assert as_text([found], Display(DA, 100)).splitlines()[1:-1] == [
        "    Mente du »title«? Ret eller flyt nøglen. De mulige nøgler her er title, status."
    ]


@pytest.mark.parametrize(
    ("written", "marked", "shown"),
    [
        ("title: Æbler på øen", "på", ["title: Æbler på øen", "             ^^"]),
        ("\ttitle: x", "title", ["    title: x", "    ^^^^^"]),
        ("\ttitle: x", "\t", ["    title: x", "^^^^"]),
        ("a\tb\tc", "c", ["a    b    c", "          ^"]),
        ("title: 😀 x", "x", ["title: 😀 x", "          ^"]),
        ("title: 漢字 x", "漢字", ["title: 漢字 x", "       ^^^^"]),
        ("title: 漢字 x", "x", ["title: 漢字 x", "            ^"]),
        ("title: e\u0301n x", "x", ["title: e\u0301n x", "          ^"]),
        ("title: e\u0301n x", "\u0301", ["title: e\u0301n x", "        ^"]),
        ("title: ❤\ufe0f x", "x", ["title: ❤\ufe0f x", "          ^"]),
        ("title: 👍🏽 x", "x", ["title: 👍🏽 x", "          ^"]),
        ("title: a\xa0b x", "x", ["title: a\xa0b x", "           ^"]),
        ("title: a\xadb x", "x", ["title: a\\xadb x", "              ^"]),
        ("title: \x1b[31mx", "\x1b", ["title: \\x1b[31mx", "       ^^^^"]),
        ("title: \u202ex", "x", ["title: \\u202ex", "             ^"]),
        ("title: [red]x[/x]", "x[/x]", ["title: [red]x[/x]", "            ^^^^^"]),
        ("title: :smile: x", "x", ["title: :smile: x", "               ^"]),
    ],
)
def test_the_mark_stands_under_what_is_meant(written: str, marked: str, shown: list[str]) -> None:
    assert excerpt(written, marked) == [f"    7 | {shown[0]}", f"      | {shown[1]}"]


def test_the_mark_stands_behind_a_line_that_lacks_something() -> None:
    found = Problem("E307", Place(FILE, 7, 7, 8, "title:"))
    assert as_text([found], IN_ENGLISH).splitlines()[1:3] == ["    7 | title:", "      |       ^"]


@pytest.mark.parametrize(
    ("written", "marked", "width", "shown"),
    [
        ("abcdefghij", "a", 18, ["abcdefghij", "^"]),
        ("abcdefghijk", "a", 18, ["abcdefghi…", "^"]),
        ("abcdefghijk", "k", 18, ["…hijk", "    ^"]),
        ("abcdefghijklmnopqrstuvwxyz", "m", 18, ["…jklmnopq…", "    ^"]),
        ("abcdefghijklmnopqrstuvwxyz", "mnopqrstuvwxyz", 18, ["…jklmnopq…", "    ^^^^^"]),
        ("abcdef\t", "\t", 18, ["abcdef    ", "      ^^^^"]),
        ("abcdef\tg", "\t", 18, ["…def    g", "    ^^^^"]),
        ("漢漢漢漢漢漢漢漢漢", "漢漢漢漢漢漢漢漢漢", 18, ["漢漢漢漢…", "^^^^^^^^"]),
    ],
)
def test_a_line_that_is_wider_than_the_terminal_is_cut_on_either_side(
    written: str, marked: str, width: int, shown: list[str]
) -> None:
    assert excerpt(written, marked, width) == [f"    7 | {shown[0]}", f"      | {shown[1]}"]


@pytest.mark.parametrize("width", [60, 80])
def test_a_long_line_is_cut_so_that_the_mark_is_seen(width: int) -> None:
    line, caret = excerpt(f"{'ord ' * 40}her{' ord' * 40}", "her", width)
    assert (cell_len(line), line[8], line[-1]) == (width, "…", "…")
    assert line[caret.index("^") : caret.rindex("^") + 1] == "her"


SIGNS = st.text(
    st.sampled_from([*"abc -:[]\\æøå", "\t", "😀", "漢", "\u0301", "\xad", "\x1b"]), max_size=120
)


@settings(max_examples=300)
@given(
    before=SIGNS,
    meant=st.sampled_from([*"xæ", "😀", "漢", "\t", "\x1b"]),
    after=SIGNS,
    width=st.sampled_from([40, 60, 80, 120]),
)
def test_wherever_a_mark_stands_it_is_under_what_is_meant(
    before: str, meant: str, after: str, width: int
) -> None:
    at = len(before) + 1
    found = Problem("E228", Place(FILE, 7, at, at + 1, f"{before}{meant}{after}"))
    line, caret = shown_lines(found, width)
    shown = {"\t": "    ", "\x1b": "\\x1b"}.get(meant, meant)
    cells = cell_len(caret[: caret.index("^")])
    assert caret[caret.index("^") :] == "^" * cell_len(shown)
    assert cell_len(line) <= width
    assert cell_len(caret) <= width
    assert _from_cell(line, cells).startswith(shown)


def _from_cell(line: str, cells: int) -> str:
    """What of *line* is displayed from a cell on, without what combines with the one before."""
    end = next(end for end in range(len(line) + 1) if _width(line[:end]) == cells)
    return line[end:].lstrip("\u0301")


def _width(text: str) -> int:
    return sum(0 if sign == "\u0301" else 2 if sign in "😀漢" else 1 for sign in text)


@pytest.mark.parametrize("width", [60, 80])
def test_words_are_wrapped_and_long_ones_left_whole(width: int) -> None:
    path = f"/{'mappe/' * 20}plan.yaml"
    found = problem("E402", path, 3, 1, code="et-eller-andet", known="JM, SBM, SUM", guess="")
    first, *lines = as_text([found], Display(EN, width)).splitlines()
    assert first == f"{path}:3:1:"
    assert max(map(len, lines)) <= width
    assert [line[:4] for line in lines[:-1]] == ["    "] * (len(lines) - 1)


def test_what_a_terminal_would_obey_is_written_out_everywhere() -> None:
    found = Problem(
        "E402",
        place(1, "\x1b[31mSBM\x07", "SBM"),
        {"code": "\x1b]0;x\x07[red]", "known": "a\rb[/x]", "guess": "\u202e"},
    )
    text = as_text([found], Display(EN, 200))
    assert text.splitlines() == [
        "plan.yaml:1:6: error E402: “\\x1b]0;x\\x07[red]” is not among the "
        "codes at the top of the file.",
        "    1 | \\x1b[31mSBM\\x07",
        "      |         ^^^",
        "    Did you mean “\\u202e”? Correct the code, or add it at the top with its name. "
        "The known codes are a\\rb[/x]. Several ministries are written [SUM, UIM].",
        "1 error.",
    ]


def test_only_where_it_is_asked_for_there_is_colour() -> None:
    found = [tag("- - x", "- x"), Problem("W801", place(1, "W405", "W405"), {"code": "W405"})]
    coloured = as_text(found, Display(EN, 80, colour=True))
    assert "\x1b[1;31merror E228\x1b[0m" in coloured
    assert "\x1b[1;33mwarning W801\x1b[0m" in coloured
    assert "\x1b[1;31m^^^\x1b[0m" in coloured
    assert "\x1b" not in as_text(found, IN_ENGLISH)


@pytest.mark.parametrize(
    ("errors", "warnings", "danish", "english"),
    [
        (0, 0, "Ingen fejl.", "No errors."),
        (1, 0, "1 fejl.", "1 error."),
        (2, 0, "2 fejl.", "2 errors."),
        (0, 1, "1 advarsel.", "1 warning."),
        (0, 2, "2 advarsler.", "2 warnings."),
        (1, 1, "1 fejl og 1 advarsel.", "1 error and 1 warning."),
        (2, 2, "2 fejl og 2 advarsler.", "2 errors and 2 warnings."),
        (MOST_PROBLEMS - 1, 0, "999 fejl.", "999 errors."),
        (
            MOST_PROBLEMS - 1,
            1,
            "999 fejl og 1 advarsel. Flere kan vise sig, når dette er rettet.",
            "999 errors and 1 warning. More may show once this is corrected.",
        ),
    ],
)
def test_problems_are_counted(errors: int, warnings: int, danish: str, english: str) -> None:
    found = [problem("E105", FILE)] * errors + [problem("W802", FILE)] * warnings
    assert [counted(found, each) for each in Language] == [danish, english]
    assert [as_text(found, Display(each, 80)).splitlines()[-1] for each in Language] == [
        danish,
        english,
    ]


def test_github_gets_one_line_for_each_problem_and_the_count_last() -> None:
    found = [
        tag("- - x", "- x"),
        Problem("W801", place(2, "# W405", "W405"), {"code": "W405"}),
        problem("E105", "tom.yaml"),
    ]
    assert as_github(found, IN_ENGLISH).splitlines() == [
        "::error file=plan.yaml,line=7,col=3,endColumn=6,title=error E228::"
        "There are two hyphens in a row here.%0ADelete one.",
        "::warning file=plan.yaml,line=2,col=3,endColumn=7,title=warning W801::"
        "This remark silences no warning: there is no W405 with what follows.%0A"
        "Delete it, or move it to just above what it is about.",
        "::error file=tom.yaml,title=error E105::The file is empty or has only remarks.%0A"
        "Get its latest version back. A new plan is begun with “statusnote init”.",
        "2 errors and 1 warning. More may show once this is corrected.",
    ]
    assert as_github(found[:1], IN_DANISH) == (
        "::error file=plan.yaml,line=7,col=3,endColumn=6,title=fejl E228::"
        "Her står to bindestreger efter hinanden.%0ASlet den ene.\n"
        "1 fejl. Flere kan vise sig, når dette er rettet.\n"
    )


def test_github_is_told_of_the_second_place() -> None:
    found = Problem("E202", place(12, "a: 1", "a"), {"key": "a"}, place(9, "  a: 2", "a"))
    assert as_github([found], IN_ENGLISH).splitlines()[0] == (
        "::error file=plan.yaml,line=12,col=1,endColumn=2,title=error E202::"
        "The key “a” appears twice.%0ADelete one, or join the two.%0A"
        "(see also plan.yaml:9:3)"
    )


def test_github_gets_what_it_would_obey_escaped() -> None:
    found = problem("E301", "100%,\r\n::x", 1, 1, key="50 %\r\n::error::x", known="a,b:c")
    assert as_github([found], IN_ENGLISH).splitlines() == [
        "::error file=100%25%2C%0D%0A%3A%3Ax,line=1,col=1,endColumn=2,title=error E301::"
        "The key “50 %25%0D%0A::error::x” is not known here.%0A"
        "Correct or move the key. The possible keys here are a,b:c.",
        "1 error.",
    ]


def test_a_program_gets_an_object_for_each_problem() -> None:
    found = [
        Problem("E202", place(12, "æ: 1", "æ"), {"key": "æ"}, place(9, "  æ: 2", "æ")),
        problem("E504", FILE, detail="x"),
    ]
    text = as_json(found, IN_DANISH)
    assert (json.loads(text), text[-2:]) == (
        [
            {
                "severity": "error",
                "code": "E202",
                "file": FILE,
                "line": 12,
                "column": 1,
                "end_column": 2,
                "written": "æ: 1",
                "message": "Nøglen »æ« står to gange.",
                "hint": "Slet den ene, eller saml de to.",
                "other": {"file": FILE, "line": 9, "column": 3, "end_column": 4},
            },
            {
                "severity": "error",
                "code": "E504",
                "file": FILE,
                "line": None,
                "column": None,
                "end_column": None,
                "written": None,
                "message": "Skabelonen kan ikke udfyldes: x.",
                "hint": "Kontrollér skabelonen her.",
                "other": None,
            },
        ],
        "]\n",
    )
    assert "»æ«" in text
    assert as_json([], IN_DANISH) == "[]\n"
    assert json.loads(as_json([problem("W802", FILE)], IN_ENGLISH))[0]["severity"] == "warning"


@pytest.mark.parametrize(
    ("before", "behind", "shown", "marked"),
    [
        (5_000, 5_000, "…aaaaaaaaaabccccccccccccccccccc…", 11),
        (5_000, 0, "…aaaaaaaaaab", 11),
        (0, 5_000, "bcccccccccccccccccccccccccccccc…", 0),
        (128, 3, "…aaaaaaaaaabccc", 11),
    ],
)
def test_of_a_long_line_only_what_is_near_is_shown(
    before: int, behind: int, shown: str, marked: int
) -> None:
    line = "a" * before + "b" + "c" * behind
    found = Problem("E105", Place("plan.yaml", 1, before + 1, before + 2, line), {})
    report = as_text([found], Display(DA, 40))
    assert f"    1 | {shown}\n      | {' ' * marked}^\n" in report


def azure(line: str) -> tuple[dict[str, str], str]:
    """The issue that Azure logs of a *line*: its properties, and its text.

    Source: Command.cs of microsoft/azure-pipelines-agent.
    """
    head, text = line[line.index("##vso[") + 6 :].split("]", 1)
    name, listed = head.split(" ", 1)
    assert name == "task.logissue"
    pairs = (pair.split("=", 1) for pair in listed.split(";"))
    return {key: _unescaped(value) for key, value in pairs}, _unescaped(text)


def _unescaped(text: str) -> str:
    for sign, escape in {";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}.items():
        text = text.replace(escape, sign)
    return text.replace("%AZP25", "%")


def test_azure_gets_one_line_for_each_problem_and_the_count_last() -> None:
    found = [
        Problem("E202", place(12, "a: 1", "a"), {"key": "a"}, place(9, "  a: 2", "a")),
        Problem("W801", place(2, "# W405", "W405"), {"code": "W405"}),
        problem("E105", "tom.yaml"),
    ]
    assert as_azure(found, IN_ENGLISH).splitlines() == [
        "##vso[task.logissue type=error;sourcepath=plan.yaml;linenumber=12;columnnumber=1;"
        "code=E202]E202: The key “a” appears twice.%0ADelete one, or join the two.%0A"
        "(see also plan.yaml:9:3)",
        "##vso[task.logissue type=warning;sourcepath=plan.yaml;linenumber=2;columnnumber=3;"
        "code=W801]W801: This remark silences no warning: there is no W405 with what follows.%0A"
        "Delete it, or move it to just above what it is about.",
        "##vso[task.logissue type=error;sourcepath=tom.yaml;code=E105]E105: The file is empty or "
        "has only remarks.%0AGet its latest version back. A new plan is begun with “statusnote "
        "init”.",
        "2 errors and 1 warning.",
    ]


AZURES = st.text(st.sampled_from("%25AZP3BD0A5;]=\r\n[#vso æ"), max_size=40)


@given(AZURES, AZURES)
def test_azure_gets_what_it_would_obey_escaped(file: str, key: str) -> None:
    found = problem("E301", file, 1, 1, key=key, known="x")
    *lines, _ = as_azure([found], IN_ENGLISH).split("\n")[:-1]
    (line,) = lines
    assert line.count("##") == 1
    properties, text = azure(line)
    shown = "\n".join(found.worded(EN))
    assert text == f"E301: {shown}".replace("##", "#_")
    assert properties == {
        "type": "error",
        "sourcepath": file.replace("##", "#_"),
        "linenumber": "1",
        "columnnumber": "1",
        "code": "E301",
    }
