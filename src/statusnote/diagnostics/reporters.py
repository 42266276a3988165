"""What problems look like: for a person, in the log of a service, and for a program."""

import io
import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Annotated, NamedTuple, TypedDict

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from statusnote.danish import NO_BREAK
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import MOST_PROBLEMS, Place, Problem
from statusnote.diagnostics.severity import Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
INDENT = "    "
TAB = "    "  # a tab in a line that is shown
GLUE = "\0"  # a space where no line must end, as in »- «


class Display(NamedTuple):
    """What a report is shown on: for whom, on how many columns, and whether in colour.

    *files* are those that were looked at, by the names that their problems go under.
    """

    language: Language
    width: int
    colour: bool = False
    files: tuple[str, ...] = ()


def as_text(problems: Sequence[Problem], display: Display) -> str:
    """*problems* for a person: each with its line, and at last their count."""
    language, width, colour, _ = display
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=colour, width=width, emoji=False, markup=False)
    lines = [line for problem in problems for line in _lines(problem, language, width)]
    for line in (*lines, Text(counted(problems, language))):
        console.print(line, soft_wrap=True, highlight=False)
    return shown.getvalue()


def counted(problems: Sequence[Problem], language: Language) -> str:
    """How many errors and warnings there are, as a sentence, and whether there may be more."""
    severities = [problem.severity for problem in problems]
    counts = [
        (one if count == 1 else several).said_in(language).format(count=count)
        for severity, (one, several) in reports.COUNTS.items()
        if (count := severities.count(severity))
    ]
    both = f" {reports.AND.said_in(language)} ".join(counts)
    sentence = f"{both or reports.NO_ERRORS.said_in(language)}."
    full = len(problems) >= MOST_PROBLEMS
    if full or any(problem.traits.hides_others for problem in problems):
        return f"{sentence} {reports.MORE_MAY_SHOW.said_in(language)}"
    return sentence


def _lines(problem: Problem, language: Language, width: int) -> Iterable[Text]:
    message, hint = problem.worded(language)
    label = f"{reports.LABELS[problem.severity].said_in(language)} {problem.code}"
    for line in _wrapped(f"{problem.place}: {label}: {message}", width, ""):
        text = Text(line)
        text.highlight_words([label], STYLES[problem.severity])
        yield text
    yield from _excerpt(problem.place, width)
    if problem.other:
        see = reports.SEE_ALSO.said_in(language)
        where = "" if problem.other.written else f" {visible(str(problem.other))}"
        yield Text(f"{INDENT}{see}{where}")
        yield from _excerpt(problem.other, width)
    yield from map(Text, _wrapped(hint, width, INDENT))


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    lines = textwrap.wrap(
        re.sub(" (?=[«”])", GLUE, visible(text)),
        width,
        initial_indent=indent,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(GLUE, " ") for line in lines]


def _excerpt(place: Place, width: int) -> Iterable[Text]:
    """The line of *place* with a mark under what is meant; cut where it is wider than *width*."""
    if not place.written:
        return
    number = f"{INDENT}{place.line} | "
    shown, before, length = _window(place, width - len(number))
    yield Text.assemble((number, "dim"), shown)
    gutter = f"{' ' * (len(number) - 2)}| "
    yield Text.assemble((gutter, "dim"), " " * before, ("^" * length, "bold red"))


def _window(place: Place, room: int) -> tuple[str, int, int]:
    """What of the line fits in *room* cells, and the cells before what is meant, and of it.

    Only what may fit is looked at, as each of a thousand problems may be in one long line.
    """
    start = place.column - 1
    lowest, highest = max(start - NEAR * room, 0), min(start + NEAR * room, len(place.written))
    signs = [TAB if sign == "\t" else visible(sign) for sign in place.written[lowest:highest]]
    goes_on = highest < len(place.written)
    start, end = start - lowest, min(place.end_column - 1 - lowest, len(signs))
    first = 0
    if lowest or _cells(signs[:end]) + (goes_on or end < len(signs)) > room:
        first = start
        while first and _cells(signs[first - 1 : start]) <= room // 3:
            first -= 1
    head, cut = ("…" if lowest or first else ""), first
    while cut < len(signs) and cell_len(head) + _cells(signs[first : cut + 1]) < room:
        cut += 1
    if not goes_on and _cells([head, *signs[first:]]) <= room:
        cut = len(signs)
    shown = f"{head}{''.join(signs[first:cut])}{'…' if goes_on or cut < len(signs) else ''}"
    return (
        shown,
        cell_len(head) + _cells(signs[first:start]),
        max(_cells(signs[start : min(end, cut)]), 1),
    )


NEAR = 4  # times the room there is: some signs take none


def _cells(signs: Iterable[str]) -> int:
    return cell_len("".join(signs))  # together: some signs widen the one before them


def wrapped(text: str, width: int) -> str:
    """*text* in lines of at most *width* columns, those behind the first one indented."""
    return textwrap.fill(
        text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def visible(text: str) -> str:
    """*text*, in which what a terminal doesn't print, or obeys, is written out."""
    return "".join(
        sign if sign.isprintable() or sign == NO_BREAK else sign.encode("unicode_escape").decode()
        for sign in text
    )


def as_github(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as GitHub's workflow commands, which it shows beside the lines, and their count.

    Source: GitHub Docs, »Workflow commands for GitHub Actions«, and the escapes of actions/toolkit.
    """
    commands = "".join(f"{_command(problem, display.language)}\n" for problem in problems)
    return f"{commands}{counted(problems, display.language)}\n"


def _command(problem: Problem, language: Language) -> str:
    place = problem.place
    properties = {"file": place.file}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
        properties |= {"endColumn": str(place.end_column)}
    properties |= {"title": f"{reports.LABELS[problem.severity].said_in(language)} {problem.code}"}
    listed = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    return f"::{problem.severity} {listed}::{_escaped(in_lines(problem, language))}"


def in_lines(problem: Problem, language: Language) -> str:
    """What is wrong, what to do, and where else to look, each in a line of its own."""
    other = problem.other
    also = [f"({reports.SEE_ALSO.said_in(language)} {other})"] if other else []
    return "\n".join((*problem.worded(language), *also))


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)


def as_azure(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as logging commands, which Azure lists on the page of the run, and their count.

    Source: Microsoft Learn, »Logging commands«, and the escapes of azure-pipelines-task-lib.
    """
    commands = "".join(f"{_issue(problem, display.language)}\n" for problem in problems)
    return f"{commands}{counted(problems, display.language)}\n"


def _issue(problem: Problem, language: Language) -> str:
    """As logged, its text begins with the code, since the page of the run shows no other trace.

    Azure obeys what follows »##« in a line. Ours is the first one, and no other is written.
    """
    place = problem.place
    properties = {"type": str(problem.severity), "sourcepath": place.file}
    if place.line:
        properties |= {"linenumber": str(place.line), "columnnumber": str(place.column)}
    properties |= {"code": problem.code}
    listed = ";".join(f"{key}={_for_azure(value, ';]')}" for key, value in properties.items())
    text = f"{problem.code}: {in_lines(problem, language)}"
    return f"##vso[task.logissue {listed}]{_for_azure(text)}"


def _for_azure(text: str, more: str = "") -> str:
    return _escaped(text.replace("##", "#_"), more).replace("%25", "%AZP25")


FromOne = Annotated[int, ("minimum", 1)]  # a pair is a keyword of JSON Schema, and what it says


class PlaceJson(TypedDict):
    """Where something stands."""

    file: Annotated[str, "the file, by the path that was given"]
    line: Annotated[FromOne | None, "its line, from 1; null where the whole file is meant"]
    column: Annotated[FromOne | None, "the first character in it that is meant, from 1; or null"]
    end_column: Annotated[FromOne | None, "the first one behind what is meant; or null"]


class ProblemJson(PlaceJson):
    """One thing that is wrong, and where."""

    severity: Annotated[Severity, "how much it weighs: an error stops the note"]
    code: Annotated[str, ("pattern", "^[EW][0-9]{3}$"), "its code, as in docs/problems.md"]
    written: Annotated[str | None, "the line as it stands; null where there is none"]
    message: Annotated[str, "what is wrong, in the language that is asked for"]
    hint: Annotated[str, "what to do"]
    other: Annotated[PlaceJson | None, "the second place, where there are two; or null"]


def as_json(problems: Sequence[Problem], display: Display) -> str:
    """*problems* as a list of objects, one each. Where there is no place, it is null."""
    objects = [as_dict(problem, display.language) for problem in problems]
    return f"{json.dumps(objects, ensure_ascii=False, indent=2)}\n"


def as_json_line(problems: Sequence[Problem], display: Display) -> str:
    """The same list as one line, in ASCII, since some readers end a line at other signs, too."""
    return f"{json.dumps([as_dict(problem, display.language) for problem in problems])}\n"


def as_dict(problem: Problem, language: Language) -> ProblemJson:
    """What JSON has for a *problem*, which is worded in *language*."""
    message, hint = problem.worded(language)
    return {
        "severity": problem.severity,
        "code": problem.code,
        **_place(problem.place),
        "written": problem.place.written or None,
        "message": message,
        "hint": hint,
        "other": _place(problem.other) if problem.other else None,
    }


def _place(place: Place) -> PlaceJson:
    line, column, end = place.line or None, place.column or None, place.end_column or None
    return {"file": place.file, "line": line, "column": column, "end_column": end}
