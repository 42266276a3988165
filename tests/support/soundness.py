"""What holds for the report on any file whatever."""

import json
import re
from collections.abc import Sequence

from rich.cells import cell_len

from statusnote.diagnostics import reporters
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import Place, Problem, by_place
from statusnote.diagnostics.reporters import Display
from statusnote.reading.guards import LONGEST

WIDTH = 80
OF_THE_WHOLE_FILE = ("E106", "E109", "E111")
HEAD = re.compile(r"^\S+(?::\d+:\d+)?: (?:fejl|advarsel|error|warning) [EW]\d{3}:\s", re.MULTILINE)


def assert_sound(content: bytes, problems: Sequence[Problem]) -> None:
    """Assert that *problems* stand in *content*, in order, and that each report says them all."""
    lines = re.split("\r\n?|\n", content.decode("utf-8-sig", errors="replace"))
    for problem in problems:
        if problem.code not in OF_THE_WHOLE_FILE:
            for place in filter(None, (problem.place, problem.other)):
                _assert_stands(place, lines)
    assert problems == by_place(problems)
    for language in Language:
        _assert_well_formed(problems, language)


def _assert_stands(place: Place, lines: list[str]) -> None:
    assert 1 <= place.line <= len(lines), place
    assert place.written == lines[place.line - 1][:LONGEST], place
    assert 1 <= place.column < place.end_column <= len(place.written) + 2, place


def _assert_well_formed(problems: Sequence[Problem], language: Language) -> None:
    display = Display(language, WIDTH)
    text = reporters.as_text(problems, display)
    assert len(HEAD.findall(text)) == len(problems)
    assert text.endswith(f"{reporters.counted(problems, language)}\n")
    assert all(sign.isprintable() or sign in "\n\xa0" for sign in text)
    assert all(cell_len(line) <= WIDTH for line in text.split("\n") if EXCERPT.match(line))
    *commands, _ = reporters.as_github(problems, display).splitlines()
    assert len(commands) == len(problems)
    assert all(COMMAND.fullmatch(command) for command in commands)
    *issues, _ = reporters.as_azure(problems, display).splitlines()
    assert [issue.count("##") for issue in issues] == [1] * len(problems)
    assert len(json.loads(reporters.as_json(problems, display))) == len(problems)


EXCERPT = re.compile(r" +(?:\d+ )?\| ")
COMMAND = re.compile(r"::(?:error|warning) file=[^:]*,title=[^:]*::.+")
