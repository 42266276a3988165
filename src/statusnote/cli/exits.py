"""What a command ends with."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command ends with, where it isn't done. 2 and 130 are given by typer."""

    PROBLEMS = 1
    WRONG_USAGE = 2
    OUR_FAULT = 3
    NOT_AS_ASKED = 4
    IN_PART = 5
    INTERRUPTED = 130


# What each of them says of a command, in the order of README.md's table.
EXITS = {
    0: "done",
    Exit.PROBLEMS: "the data, a template, a note or an output file is wrong",
    Exit.WRONG_USAGE: "wrong usage",
    Exit.OUR_FAULT: "a fault in statusnote",
    Exit.NOT_AS_ASKED: "something is overdue, unapproved, differs, conflicts or doesn't hold",
    Exit.IN_PART: "the note is the same in part only",
    Exit.INTERRUPTED: "interrupted",
}
