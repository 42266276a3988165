"""What is wrong with a text that answers were written into, at the cells that it comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from statusnote.answers.initiative_patches import Wanted
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound
from statusnote.plan.patching import Patched
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode, Node, ScalarNode
from statusnote.reading.source import Source


def at_cells(
    problems: Iterable[Problem],
    before: Iterable[Problem],
    patched: Patched,
    changes: Sequence[Wanted],
) -> list[Problem]:
    """The *problems* of the *patched* text that were not there *before*, in their order.

    One in what the *changes* wrote, which the text is patched with, is at the cell that it was read
    in; the others are where they stand in the text.
    """
    known = Counter(map(_sign, before))
    keys = _Keys(Source(patched.text, ""))
    found = []
    for problem in problems:
        if known[_sign(problem)]:
            known[_sign(problem)] -= 1
        else:
            found.append(_at_cell(problem, keys, patched, changes))
    return found


def _sign(problem: Problem) -> tuple[object, ...]:
    """What a problem and its value are known by, wherever in the file that stands."""
    place = problem.place
    written = place.written[place.column - 1 : place.end_column - 1]
    return (
        problem.code,
        written,
        tuple(sorted((key, str(each)) for key, each in problem.details.items())),
    )


def _at_cell(
    problem: Problem, keys: "_Keys", patched: Patched, changes: Sequence[Wanted]
) -> Problem:
    if not problem.place.line:
        return problem
    at = keys.source.start_of(problem.place.line) + problem.place.column - 1
    around = [
        (span.end - span.start, number)
        for number, span in enumerate(patched.spans)
        if span.start <= at < span.end
    ]
    if not around:
        return problem
    cells = changes[min(around)[1]].cells
    found = keys.around(at)
    if {"recipient", "amount"} <= cells.keys():  # which the file has as a key and its value
        found = ["amount" if keys.is_value(at) else "recipient"]
    cell = next((cells[key] for key in found if key in cells), next(iter(cells.values())))
    return replace(problem, place=Place(cell.place))


class _Keys:
    """The keys of a *source*, as far as it can be read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        try:
            self.values = parser.parse(source)[0]
        except ProblemsFound:
            self.values = MappingNode()

    def is_value(self, at: int) -> bool:
        """Whether a value stands *at* a place, and not a key."""
        return any(node.start <= at < node.end for node in _values(self.values))

    def around(self, at: int) -> list[str]:
        """The keys that what stands *at* a place is under, the innermost first."""
        return [*_around(self.values, at)][::-1]


def _around(node: Node, at: int) -> Iterator[str]:
    if isinstance(node, MappingNode):
        for key, held in node.items():
            if key.start <= at < max(held.end, key.end):
                yield str(key)
                yield from _around(held, at)
    elif not isinstance(node, ScalarNode):
        for held in node:
            if held.start <= at < held.end:
                yield from _around(held, at)


def _values(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    else:
        for held in node.values() if isinstance(node, MappingNode) else node:
            yield from _values(held)
