"""The commands for who writes a plan."""

import os
import shutil
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from statusnote import commands, files, systems
from statusnote.cli.exits import Exit
from statusnote.cli.options import (
    NOTE,
    File,
    Output,
    format_option,
    named_option,
    plans_named,
    refuse_streams,
)
from statusnote.cli.saying import remark, reported, said, say_done, say_paths
from statusnote.commands import DATA
from statusnote.diagnostics.formats import FILES, LINES, REPORTERS
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.severity import Severity
from statusnote.plan.scalars import FORMATS
from statusnote.plan.starter import EXAMPLES, JOBS


def validate(
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="data",
            help="The plans' files, or folders of them; - reads standard input.  [default: "
            f"{DATA}]",
        ),
    ] = None,
    name: Annotated[
        str | None,
        format_option(
            REPORTERS,
            "How to report what is wrong.  [default: text; github under GitHub Actions, azure "
            "in Azure Pipelines]",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Report it again each time that one of the files changes, until Ctrl-C."
        ),
    ] = False,
) -> None:
    """Report all that is wrong with the data, with its place and what to do."""
    if watch:
        _validate_again(plans, name)
        return
    paths, _ = plans_named(plans)
    problems = commands.validate(paths)
    report = reported(problems, name, sys.stdout, paths)
    files.say(report, "utf-8" if name in FILES else None)
    if any(strict or problem.severity == Severity.ERROR for problem in problems):
        raise typer.Exit(Exit.PROBLEMS)


def _validate_again(plans: list[str] | None, name: str | None) -> None:
    """Report what is wrong each time that one of the files changes, until nobody reads it."""
    from statusnote import watching

    refuse_streams(plans or ())
    for_programs = name in FILES
    if for_programs and name != LINES:
        raise typer.BadParameter(f"can't go on with --format {name}", param_hint="--watch")
    for _ in watching.rounds(lambda: map(Path, plans_named(plans).paths)):
        begun, paths = time.monotonic(), plans_named(plans).paths
        report = reported(commands.validate(paths), name, sys.stdout, paths)
        if not files.say(report, "utf-8" if for_programs else None):
            return
        if not for_programs:
            say_done(reports.VALIDATED, begun)


def init(
    folder: Annotated[str, typer.Argument(help="Where to put it.  [default: here]")] = "",
    service: Annotated[
        str | None,
        named_option("--ci", JOBS, "Add the CI job that renders the note on every change."),
    ] = None,
    example: Annotated[
        str | None,
        named_option("--example", EXAMPLES, "Begin with this fuller plan, which is made up, too."),
    ] = None,
) -> None:
    """Begin a plan of your own: a small one, with remarks, that renders at once."""
    say_paths(commands.init(folder, service, example))
    data, command = str(Path(folder, DATA)), _begun_in(folder)
    remark(said(reports.PLAN_BEGUN).format(data=data, command=command))
    if service:
        remark(said(reports.JOB_BEGUN).format(job=JOBS[service]))


def _begun_in(folder: str) -> str:
    """What is typed to render the note of a plan that was begun in a *folder*."""
    if Path(folder) == Path():
        return systems.typed(*_program(), "render")
    data, note = (str(Path(folder, name)) for name in (DATA, NOTE))
    return systems.typed(*_program(), "render", data, "--output", note)


def _program() -> tuple[str, ...]:
    """What is typed to run this program again: its name, or else how it was run this time.

    uv's `uvx` runs it in an environment that is found for as long as it runs.
    """
    if "UV" in os.environ and "archive-v0" in Path(sys.prefix).parts:
        return ("uvx", "statusnote")
    if shutil.which("statusnote"):
        return ("statusnote",)
    if Path(sys.argv[0]).name == "__main__.py":
        return (sys.executable, "-m", "statusnote")
    return (sys.argv[0] if os.access(sys.argv[0], os.X_OK) else "statusnote",)


def upgrade(
    data: File = DATA,
) -> None:
    """Rewrite the data in the newest format, in its place, with its comments and layout."""
    if data == files.STANDARD_INPUT:
        raise typer.BadParameter("a file is rewritten in its place", param_hint="DATA")
    if commands.upgrade(data):
        say_paths([data])
    else:
        remark(said(reports.IN_NEWEST_FORMAT).format(file=data, format=FORMATS[-1]))


def schema(
    of: Annotated[
        str,
        named_option(
            "--of", commands.SCHEMAS, "Of what: the plan's file, or what is printed of it as JSON."
        ),
    ] = "plan",
    output: Output = files.STANDARD_OUTPUT[0],
) -> None:
    """Print the JSON Schema of the data, with which an editor completes keys, or of an output."""
    say_paths(commands.schema(of, output))
