"""A problem on as few lines as it takes, for tests that are not about what it looks like."""

from statusnote.diagnostics.messages.reports import LABELS
from statusnote.diagnostics.problem import Problem


def shown(problem: Problem) -> str:
    """The place, the code and the message in Danish, and indented below it the hint."""
    message, hint = problem.worded()
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    label = LABELS[problem.severity].danish
    return "\n    ".join(filter(None, (f"{where}: {label} {problem.code}: {message}", hint)))
