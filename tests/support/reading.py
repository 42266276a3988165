"""A text as it is read, or what is wrong with it, for tests of the parts of `reading`."""

import pytest
from support.shown import shown

from statusnote.diagnostics.problem import Place, Problem, ProblemsFound
from statusnote.plan.model import VOCABULARY
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode
from statusnote.reading.source import Source


def source(text: str) -> Source:
    """*text*, as that of a file."""
    return Source(text, "plan.yaml")


def parsed(text: str) -> MappingNode:
    """What *text* holds, in which nothing is wrong."""
    values, problems = parser.parse(source(text))
    assert problems == []
    return values


def refused(text: str) -> list[str]:
    """What *text* is refused for, in Danish."""
    with pytest.raises(ProblemsFound) as error:
        parser.parse(source(text))
    return [shown(problem) for problem in error.value.problems]


def problems(text: str) -> list[Problem]:
    """All problems with *text*, where the keys of a plan are known."""
    try:
        return parser.parse(source(text), VOCABULARY)[1]
    except ProblemsFound as error:
        return error.problems


def coded(text: str) -> list[tuple[str, str]]:
    """The code of each problem with *text*, and what is meant."""
    return [(problem.code, meant(problem.place)) for problem in problems(text)]


def found(text: str) -> list[tuple[str, int, str]]:
    """The code, the line and the marked characters of each problem with *text*."""
    places = [(problem.code, problem.place) for problem in problems(text)]
    return [(code, at.line, at.written[at.column - 1 : at.end_column - 1]) for code, at in places]


def meant(place: Place) -> str:
    """`line:column what is meant`."""
    return f"{place.line}:{place.column} {place.written[place.column - 1 : place.end_column - 1]}"
