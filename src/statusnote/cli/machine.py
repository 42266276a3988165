"""The command that looks at this machine."""

import sys
from typing import Annotated

import typer

from statusnote import commands, files
from statusnote.cli.exits import Exit
from statusnote.cli.options import NOTE
from statusnote.cli.saying import language, width, with_words
from statusnote.commands import DATA


def doctor(
    note: Annotated[
        str | None,
        typer.Argument(
            metavar="NOTE",
            help=f"A note that is to come out the same here.  [default: {NOTE}, where it is]",
        ),
    ] = None,
) -> None:
    """Say whether this machine has what statusnote needs, and what to do where it hasn't."""
    from statusnote.diagnostics.messages.doctor import NEEDED
    from statusnote.doctor import Terminal, worded

    terminal = Terminal(width(), sys.stdout.encoding)
    at_hand = note or (NOTE if commands.is_file(NOTE) else None)
    signs = set()
    for diagnosis in commands.examine(at_hand, DATA, terminal):
        files.say(with_words(f"{worded(diagnosis, language(), width())}\n"))
        signs.add(diagnosis.condition.sign)
    if NEEDED in signs:
        raise typer.Exit(Exit.PROBLEMS)
