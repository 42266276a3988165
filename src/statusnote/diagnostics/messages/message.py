"""A row of the catalogue: all that is to be said of a code."""

from typing import NamedTuple

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.severity import Severity


class Traits(NamedTuple):
    """What else holds of a problem. None has a default, so that all are said of every code."""

    hides_others: bool  # the parser could not read on there, so that no more was seen
    can_be_silenced: bool  # by a remark in the file
    waits_for_errors: bool  # one elsewhere may be its cause: it is reported when there are none
    is_read_around: bool  # it concerns one part of the file, without which the rest is read
    keeps_shape: bool  # the key or item that is read around is otherwise as it should be
    for_want_of: tuple[str, ...]  # keys of the plan; what is left out under one may be its cause
    quotes: str | None  # the detail that quotes what is wrong in a text


class Message(NamedTuple):
    """What is said of a code.

    What stands in braces is put in by whoever reports the problem. A *guess* among it becomes a
    question before what to do, which is another thing *in a cell* of a workbook, where nobody sees
    the keys of the data.
    """

    severity: Severity
    traits: Traits
    what_is_wrong: Wording
    what_to_do: Wording
    in_a_cell: Wording | None = None


ERROR, WARNING = Severity
ANY_KEY = "*"

# Sets of traits that codes share; PLAIN says no to all of them.
PLAIN = Traits(
    hides_others=False,
    can_be_silenced=False,
    waits_for_errors=False,
    is_read_around=False,
    keeps_shape=False,
    for_want_of=(),
    quotes=None,
)
FILE_UNREAD = PLAIN._replace(hides_others=True)
SILENCEABLE = PLAIN._replace(can_be_silenced=True)
