"""`render` of several plans: a note on each, and the page that leads to theirs."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from statusnote import files
from statusnote.cli import progress
from statusnote.cli.exits import Exit
from statusnote.cli.rendering import FOLDER, say_attached, say_draft
from statusnote.cli.saying import (
    remark_in_lines,
    report,
    say_left_out,
    say_paths,
    say_templates,
    untold,
)
from statusnote.commands import Wanted
from statusnote.diagnostics.messages import reports
from statusnote.render.forms import form_of
from statusnote.several import rendering


def render_together(
    paths: Sequence[str], wanted: Wanted, output: str | None, *, quiet: bool
) -> None:
    """Render the notes on several plans, each as it is *wanted*, and the page that leads to them.

    They go to the folder *output*. Fails where one is missing.
    """
    older = {"--since": [wanted.since], "--history": wanted.earlier}
    folder = _folder_for_several(output, older)
    with progress.shown(reports.RENDERING_SEVERAL, quiet=quiet):
        rendered = rendering.render_all(paths, wanted, folder)
    _say_rendered(rendered, wanted, quiet=quiet)


def _folder_for_several(output: str | None, older: Mapping[str, Sequence[str | None]]) -> str:
    """The folder that *output* names; refused is what is for one plan, as an *older* file is."""
    if output in files.STANDARD_OUTPUT or form_of(Path(output or "").suffix[1:].lower()):
        raise typer.BadParameter("is a folder where there are several plans", param_hint="--output")
    for option, versions in older.items():
        for version in filter(None, versions):
            # Path.exists raises where a folder on the way is closed.
            if version == files.STANDARD_INPUT or os.path.exists(version):  # noqa: PTH110
                raise typer.BadParameter(
                    f"{version} is a file, which is of one plan; name a day or what git knows",
                    param_hint=option,
                )
    return output or FOLDER


def _say_rendered(rendered: rendering.Rendered, wanted: Wanted, *, quiet: bool) -> None:
    """Say what is wrong, plan by plan, and which paths were written; fail where one is missing."""
    outcomes, overview, problems_of_overview = rendered
    told = [done.warnings if done else problems for _, done, problems in outcomes]
    if problems := [problem for each in (*told, problems_of_overview) for problem in each]:
        report(problems)
    missing = [files.display_name(job.data) for job, done, _ in outcomes if not done]
    if not quiet:
        _remark_on_several(rendered, wanted)
        say_left_out(missing)
        written = [path for _, done, _ in outcomes if done for path in done.paths]
        say_paths([*written, overview] if overview else written)
    if missing or problems_of_overview:
        raise typer.Exit(Exit.PROBLEMS)


def _remark_on_several(rendered: rendering.Rendered, wanted: Wanted) -> None:
    """Say what else there is to know of what was written, plan by plan."""
    written = [(job, done) for job, done, _ in rendered.outcomes if done]
    for job, done in written:
        for line in untold(done.history, reports.OLDER_THAN_PAGE) if done.history else ():
            remark_in_lines(f"{job.data}: {line}")
        say_templates(job.beside)
        say_draft(done.lacking, job.data)
    attached = [job.data for job, done in written if done.attached]
    say_attached(wanted, attached)
