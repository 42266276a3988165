"""A plan's text, with some of its values changed, and everything else byte for byte as it was."""

from collections.abc import Sequence
from typing import NamedTuple

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan.brackets import TextEdit
from statusnote.plan.layout import Layout
from statusnote.plan.operations import Operation, Plain, applied, by_path, tidied
from statusnote.reading import parser
from statusnote.reading.source import Source

# What no file may hold, in whichever way it is written there; whoever reads the new text is told.
REFUSED = ("E107", "E207", "E321", "E323")


class Span(NamedTuple):
    """From where to before where a value stands in a text; where it was removed, nothing does."""

    start: int
    end: int


class Patched(NamedTuple):
    """A new *text*, and for each operation, in their order, where what it wrote stands in there."""

    text: str
    spans: tuple[Span, ...]


def patched(text: str, operations: Sequence[Operation]) -> Patched:
    """*text*, a plan's file that can be read, after all *operations*.

    Their paths are those of *text*. They may come in any order, but for what is inserted at one
    place, which stands in theirs; and none may be about what another one sets or removes.

    What is not changed stays byte for byte, comments included: those behind a value on its line,
    and those above an item, even where that is removed. Only what is inside an item, that is on its
    lines or below and further in than its hyphen, goes with it.

    Raises AssertionError where the new text would not say exactly what was asked for.
    """
    source = Source(text, "")
    values, _ = parser.parse(source)
    numbered = tidied(operations, values)
    layout = Layout(source, values)
    edits = [
        edit for path, group in by_path(numbered).items() for edit in layout.edits(path, group)
    ]
    made = _edited(text, sorted(edits, key=_order), len(operations), layout.manner.line_end)
    _assert_meant(made.text, applied(values, [each for each, _ in numbered]))
    return made


def _order(edit: TextEdit) -> tuple[int, int, int, int]:
    return edit.start, edit.end, edit.height, edit.place


def _edited(text: str, edits: Sequence[TextEdit], operations: int, line_end: str) -> Patched:
    """*text* after the *edits*, of which none may overlap another."""
    ends_line = text[-1:] in ("\r", "\n")
    spans = [Span(0, 0)] * operations
    pieces, at, length = [""], 0, 0
    for edit in edits:
        if edit.start < at:
            raise AssertionError("two operations on one value")
        _add(pieces, text[at : edit.start])
        length += edit.start - at
        before = line_end if edit.lines and pieces[-1][-1:] not in ("\r", "\n", "") else ""
        behind = line_end if edit.lines and (edit.start < len(text) or ends_line) else ""
        for number in edit.numbers:
            start, end = (length + len(before) + inside for inside in edit.inside)
            spans[number] = Span(start, end)
        _add(pieces, f"{before}{edit.text}{behind}")
        length, at = length + len(before) + len(edit.text) + len(behind), edit.end
    return Patched("".join([*pieces, text[at:]]), tuple(spans))


def _add(pieces: list[str], piece: str) -> None:
    if piece:
        pieces.append(piece)


def _assert_meant(text: str, meant: Plain) -> None:
    """Raise AssertionError where *text* does not say what is *meant*, unless no text can."""
    try:
        values, problems = parser.parse(Source(text, ""))
    except ProblemsFound as found:
        if not {problem.code for problem in found.problems} <= {*REFUSED}:
            raise AssertionError("the new text cannot be read") from found
    else:
        if problems or applied(values, ()) != meant:
            raise AssertionError("the new text says something else than was meant")
