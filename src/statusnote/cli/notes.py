"""The commands that read a finished note."""

from typing import Annotated

import typer

from statusnote import commands, files
from statusnote.cli import progress
from statusnote.cli.exits import Exit
from statusnote.cli.options import Note, Output, Templates, refuse_without_templates
from statusnote.cli.saying import language, say_paths, say_templates, width, with_words
from statusnote.diagnostics.messages import reports


def extract(
    note: Note,
    output: Output = files.STANDARD_OUTPUT[0],
) -> None:
    """Take the data file out of a note, a PDF or a page, byte for byte."""
    say_paths(commands.extract(note, output))


def verify(
    note: Note,
    data: Annotated[
        str | None, typer.Argument(help="A data file that the note's is to be the same as.")
    ] = None,
    templates: Templates = None,
) -> None:
    """Say whether a note, a PDF or a page, shows what its data say."""
    if note == data == files.STANDARD_INPUT:
        raise typer.BadParameter("only one of the two can be standard input", param_hint="DATA")
    refuse_without_templates(templates)
    beside = commands.templates_beside(data) if data and not templates else None
    with progress.shown(reports.RENDERING):
        verdict = commands.verify(note, data, templates or beside)
    say_templates(beside)
    from statusnote.diagnostics.messages.verification import NO, PARTLY, YES
    from statusnote.verify.verdict import worded  # both loaded by now, and not before

    files.say(with_words(worded(verdict, language(), width())))
    raise typer.Exit({YES: 0, PARTLY: Exit.IN_PART, NO: Exit.NOT_AS_ASKED}[verdict.sign])
