"""The commands that show how a plan stands, or several."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from statusnote import commands, deadlines, files
from statusnote import summary as at_a_glance
from statusnote.changes import formats as change_formats
from statusnote.cli.exits import Exit
from statusnote.cli.options import (
    SHOWN,
    AsJson,
    Ministries,
    Plans,
    day_named,
    format_named,
    format_option,
    in_plan,
    plans_named,
    refusing_unknown,
)
from statusnote.cli.saying import (
    on_terminal,
    remark_in_lines,
    report,
    said,
    say,
    say_left_out,
    say_untold,
    warn,
)
from statusnote.commands import DATA
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.severity import Severity
from statusnote.history import formats as history_formats

if TYPE_CHECKING:
    from statusnote.portfolio.model import Unclear
    from statusnote.several.showing import Read


def summary(
    plans: Plans = None,
    ministry: Ministries = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PHRASE",
            help="Only those with this status, e.g. gennemført.",
            autocompletion=in_plan("statuses"),
        ),
    ] = None,
    section: Annotated[
        list[int] | None,
        typer.Option(
            metavar="N",
            help="Only those of this section, counted from 1.",
            autocompletion=in_plan("sections"),
        ),
    ] = None,
    name: Annotated[str | None, format_option(at_a_glance.FORMATTERS, SHOWN)] = None,
    json: AsJson = False,
) -> None:
    """Show the state of the plan at a glance, or of several."""
    format_ = format_named(name, json=json)
    paths, together = plans_named(plans)
    if together:
        _summaries(paths, ministry or (), status or (), section or (), format_)
        return
    (data,) = paths
    with refusing_unknown():
        figures, warnings = commands.summarize(data, ministry or (), status or (), section or ())
    warn(warnings, data)
    say(format_, at_a_glance.FORMATTERS[format_](figures, on_terminal))


def _summaries(
    paths: Iterable[str],
    ministries: Sequence[str],
    statuses: Sequence[str],
    sections: Sequence[int],
    format_: str,
) -> None:
    if sections:
        raise typer.BadParameter("is for one plan, named by its file", param_hint="--section")
    from statusnote.portfolio import summaries  # loads, as the next one, what one plan needs not
    from statusnote.several import showing

    with refusing_unknown():
        shown, read = showing.summaries(paths, ministries, statuses)
    _say_read(read, shown.unclear)
    say(format_, summaries.FORMATTERS[format_](shown, on_terminal))
    if shown.missing:
        raise typer.Exit(Exit.PROBLEMS)


def _say_read(read: "Read", unclear: Iterable["Unclear"]) -> None:
    """Say what is wrong with several plans that were *read*, and what is *unclear* in them."""
    if read.problems:
        report(read.problems)
    warn(read.warnings, *read.warned)
    for each in unclear:
        remark_in_lines(f"{said(reports.LABELS[Severity.WARNING])}: {_said_of(each)}")
    say_left_out(each.file for each in read.missing)


def _said_of(unclear: "Unclear") -> str:
    """`Sundhedsministeriet har flere forkortelser: SUM i a.yaml, ISM i b.yaml og andre`"""
    by_code = unclear.has_several_codes
    uses = ", ".join(
        said(reports.IN_FILE if len(use.files) == 1 else reports.IN_FILES).format(
            what=use.code if by_code else use.name, file=use.files[0]
        )
        for use in unclear.uses
    )
    wording = reports.SEVERAL_CODES if by_code else reports.SEVERAL_NAMES
    first = unclear.uses[0]
    return said(wording).format(name=first.name, code=first.code, uses=uses)


def diff(
    old: Annotated[
        str,
        typer.Argument(help="A file, -, a day (@2025-05-01), or what git knows (HEAD~3, a tag)."),
    ],
    new: Annotated[str, typer.Argument(help="What to compare it with; the same kinds.")] = DATA,
    name: Annotated[str, format_option(change_formats.FORMATTERS)] = "text",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 4 where something differs.")
    ] = False,
) -> None:
    """Show what has changed between two versions of the data, in meaning and not in text."""
    if old == new == files.STANDARD_INPUT:
        raise typer.BadParameter("only one of the two can be standard input", param_hint="NEW")
    changes, warnings = commands.diff(old, new, DATA)
    warn(warnings, new)
    say(name, change_formats.FORMATTERS[name](changes, on_terminal))
    if exit_code and changes:
        raise typer.Exit(Exit.NOT_AS_ASKED)


def history(
    versions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="One file, whose versions in git are shown, or two or more versions: a file, -, a "
            f"day (@2025-05-01), or what git knows (HEAD~3, a tag).  [default: {DATA}]",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Leave out what git recorded before that day."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(
            metavar="TAG|month",
            help="Of the versions in git, only the last in each month, or those that tags of a "
            "pattern point to ('v*').",
        ),
    ] = None,
    name: Annotated[str, format_option(history_formats.FORMATTERS)] = "text",
) -> None:
    """Show what each version of the data says of each initiative, and how often dates moved."""
    named = versions or []
    if named.count(files.STANDARD_INPUT) > 1:
        raise typer.BadParameter("only one of them can be standard input", param_hint="FILE")
    for option, value in (("--since", since), ("--every", every)):
        if value is not None and len(named) > 1:
            raise typer.BadParameter("chooses among the versions in git alone", param_hint=option)
    day = None if since is None else day_named(since, "--since")
    told = commands.history(named, DATA, day, every)
    say_untold(told, reports.OLDER_VERSIONS)
    say(name, history_formats.FORMATTERS[name](told, on_terminal))


def due(
    plans: Plans = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day to look from, 2026-11-23.  [default: today]"),
    ] = None,
    within: Annotated[
        int, typer.Option(metavar="DAYS", min=0, help="What is due in so many days is told apart.")
    ] = 90,
    ministry: Ministries = None,
    fail_overdue: Annotated[
        bool, typer.Option("--fail-overdue", help="Exit with 4 where a milestone is overdue.")
    ] = False,
    name: Annotated[str | None, format_option(deadlines.FORMATTERS, SHOWN)] = None,
    json: AsJson = False,
) -> None:
    """Show which milestones are overdue, due soon, later, and met."""
    format_ = format_named(name, json=json)
    # Here alone, a clock is read.
    day = date.today() if as_of is None else day_named(as_of, "--as-of")
    paths, together = plans_named(plans)
    if together:
        _dues(paths, day, within, ministry or (), format_, fail_overdue=fail_overdue)
        return
    (data,) = paths
    with refusing_unknown():
        found, warnings = commands.due(data, day, within, ministry or ())
    warn(warnings, data)
    say(format_, deadlines.FORMATTERS[format_](found, on_terminal))
    if fail_overdue and found.counts[deadlines.State.OVERDUE]:
        raise typer.Exit(Exit.NOT_AS_ASKED)


def _dues(
    paths: Iterable[str],
    day: date,
    within: int,
    ministries: Sequence[str],
    format_: str,
    *,
    fail_overdue: bool,
) -> None:
    from statusnote.portfolio import dues  # loads, as the next one, what one plan needs not
    from statusnote.several import showing

    with refusing_unknown():
        shown, read = showing.dues(paths, day, within, ministries)
    _say_read(read, shown.plans.unclear)
    say(format_, dues.FORMATTERS[format_](shown, on_terminal))
    if read.missing:
        raise typer.Exit(Exit.PROBLEMS)
    if fail_overdue and shown.counts[deadlines.State.OVERDUE]:
        raise typer.Exit(Exit.NOT_AS_ASKED)
