"""The commands for the round in which the parties answer and approve."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from statusnote import commands, danish, files
from statusnote.approvals import formats as approval_formats
from statusnote.cli import progress
from statusnote.cli.exits import Exit
from statusnote.cli.options import (
    Data,
    File,
    Quiet,
    day_named,
    format_option,
    in_plan,
    refusing_unknown,
)
from statusnote.cli.saying import (
    language,
    on_terminal,
    remark,
    report,
    said,
    say,
    say_paths,
    warn,
)
from statusnote.commands import DATA
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import day_in_words


def approve(
    data: File = DATA,
    party: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Who approves, by its code or full name; may be given more than once.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="The person who approves, to be kept.")
    ] = None,
    begin: Annotated[
        bool,
        typer.Option(
            "--begin", help="Write the file with a line for each, in which nobody has approved."
        ),
    ] = False,
    status: Annotated[
        bool,
        typer.Option(
            "--status",
            help="Show who has approved, who has not, and whose approval an edit has undone.",
        ),
    ] = False,
    fail_missing: Annotated[
        bool,
        typer.Option("--fail-missing", help="With --status, exit with 4 where one is missing."),
    ] = False,
    name: Annotated[
        str | None,
        format_option(approval_formats.FORMATTERS, "With --status, how to show it."),
    ] = None,
) -> None:
    """Keep that a party has approved its part of the plan, or show who has."""
    asked = {"--party": bool(party), "--begin": begin, "--status": status}
    _refuse_approving(data, asked, by, shows=fail_missing or name is not None)
    if not status:
        _approve(data, party or (), _name(by))
        return
    standing, warnings = commands.approvals(data)
    warn(warnings, data)
    format_ = name or "text"
    say(format_, approval_formats.FORMATTERS[format_](standing, on_terminal))
    if fail_missing and standing.lacking:
        raise typer.Exit(Exit.NOT_AS_ASKED)


def _refuse_approving(data: str, asked: dict[str, bool], by: str | None, *, shows: bool) -> None:
    """Refuse what of `approve` doesn't go together: one thing is to be *asked*."""
    if data == files.STANDARD_INPUT:
        raise typer.BadParameter("approvals are kept beside a file", param_hint="DATA")
    if sum(asked.values()) != 1:
        raise typer.BadParameter("is what to give one of", param_hint=" / ".join(asked))
    if by is not None and not asked["--party"]:
        raise typer.BadParameter("is for --party", param_hint="--by")
    if shows and not asked["--status"]:
        raise typer.BadParameter("are for --status", param_hint="--format / --fail-missing")


def _name(by: str | None) -> str:
    """The name of a person, on one line of a file; empty where there is none."""
    name = danish.composed(" ".join((by or "").split()))
    if by is not None and not (name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        raise typer.BadParameter("is no name", param_hint="--by")
    return name


LONGEST_NAME = 200  # characters


def _approve(data: str, parties: Sequence[str], by: str) -> None:
    with refusing_unknown():
        done = commands.approve(data, parties, by)
    warn(done.warnings, data)
    for line in _approved(done, begun=not parties):
        remark(line)
    if done.written:
        say_paths([done.path])


def _approved(done: commands.Approved, *, begun: bool) -> Iterator[str]:
    """What is to be said of what was approved, a line for each part."""
    if begun:
        wording = reports.APPROVALS_BEGUN if done.written else reports.APPROVALS_BEGUN_ALREADY
        codes = ", ".join(part.code for part in done.parts)
        yield said(wording).format(parties=codes, file=done.path)
        return
    for part in done.parts:
        wording = reports.APPROVED if part.new else reports.APPROVED_ALREADY
        numbers = ", ".join(map(str, part.numbers))
        day = day_in_words(done.as_of, language())
        yield said(wording).format(party=part.code, as_of=day, numbers=numbers)


def ask(
    data: Data = DATA,
    party: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Only this party, by its code or full name.",
            autocompletion=in_plan("parties"),
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day by which they are to answer, 2026-11-23."),
    ] = None,
    output: Annotated[
        str, typer.Option(metavar="FOLDER", help="Where to write what they are sent.")
    ] = commands.ROUND,
    quiet: Quiet = False,
) -> None:
    """Ask each party what is new: a workbook to fill in, a mail with it, and a calendar."""
    if output in files.STANDARD_OUTPUT:
        raise typer.BadParameter("is a folder, for several files", param_hint="--output")
    day = None if deadline is None else day_named(deadline, "--deadline")
    with refusing_unknown(), progress.shown(reports.ASKING, quiet=quiet):
        asked = commands.ask(data, party or (), day, output)
    warn(asked.warnings, data)
    if day and asked.later_as_of:
        days = {"deadline": day, "as_of": asked.later_as_of}
        words = {name: day_in_words(each, language()) for name, each in days.items()}
        remark(said(reports.DUE_BEFORE_AS_OF).format(**words, folder=output))
    if not quiet:
        say_paths(asked.paths)


def collect(
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="ANSWER... [DATA]",
            help=f"The workbooks that came back, or their folder; and the plan's file.  [default: "
            f"{DATA}]",
        ),
    ],
    base: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The data that they were made of, where git doesn't have them."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write what they change into the data.")
    ] = False,
) -> None:
    """Show what the parties' answers change in the data, and write it there where asked."""
    *named, last = answers
    workbooks, data = (named, last) if last.lower().endswith(ENDINGS_OF_DATA) else (answers, DATA)
    if not workbooks:
        raise typer.BadParameter("name a workbook that came back", param_hint="ANSWER")
    with progress.shown(reports.COLLECTING):
        collected = commands.collect(workbooks, data, base, write=write)
    warn(collected.known, data)
    from statusnote.answers.terminal import rendered  # loads what the other commands don't need

    if collected.warnings:
        report(collected.warnings)
    files.say(on_terminal(lambda width: rendered(collected, width)))
    if write and collected.changes:
        say_paths([data])
        if collected.conflicts:
            remark(said(reports.WRITTEN_IN_PART).format(count=len(collected.conflicts)))
    elif collected.changes:
        remark(said(reports.WOULD_WRITE).format(data=data))
    if collected.conflicts:
        raise typer.Exit(Exit.NOT_AS_ASKED)


ENDINGS_OF_DATA = (".yaml", ".yml", ".json")
