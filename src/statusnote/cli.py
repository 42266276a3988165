"""The command line: options and exit codes."""

import platform
import sys
import traceback
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from statusnote import __version__, commands, summary
from statusnote.problems import ProblemsFound, as_text
from statusnote.render import Form

FOUND_PROBLEMS, OUR_FAULT = 1, 3

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Renders a Danish action plan, kept in one YAML file, as a status note.",
    epilog="Exit codes: 0 done, 1 the data, a template or an output file is wrong, 2 wrong usage, "
    "3 a fault in statusnote, 130 interrupted.",
)

Data = Annotated[str, typer.Argument(help="The plan's file; - reads standard input.")]
DATA = "data/initiatives.yaml"


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="replace")  # a terminal without ✓
    try:
        app()
    except ProblemsFound as found:
        typer.echo("\n".join(map(as_text, found.problems)), err=True)
        sys.exit(FOUND_PROBLEMS)
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, it is ours
        typer.echo(_fault(), err=True)
        sys.exit(OUR_FAULT)


def _fault() -> str:
    return (
        f"{traceback.format_exc()}\n"
        "Det er en fejl i statusnote. Meld den, og tag linjerne ovenfor og denne med:\n"
        f"statusnote {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"statusnote {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def render(
    data: Data = DATA,
    form: Annotated[
        list[Form] | None,
        typer.Option("--format", help="The form of the note; may be given more than once."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            help="Where to write it; - is standard output.  [default: build/statusnote.pdf]"
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            help="A folder of templates of your own, each of which replaces ours of that name.",
        ),
    ] = None,
) -> None:
    """Render the note as PDF or Markdown, and print the path that was written."""
    forms = list(dict.fromkeys(form or [Form.PDF]))
    if output and len(forms) > 1:
        raise typer.BadParameter("takes one --format only", param_hint="--output")
    with _progress("Notatet sættes op …"):
        paths = commands.render_note(data, forms, output, templates)
    for path in paths:
        typer.echo(path)


@app.command(name="summary")
def summary_(
    data: Data = DATA,
    ministry: Annotated[
        list[str] | None, typer.Option(help="Only this ministry's, by its code or full name.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="Only those with this status, e.g. gennemført.")
    ] = None,
    section: Annotated[
        list[int] | None, typer.Option(help="Only those of this section, counted from 1.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same figures as JSON.")] = False,
) -> None:
    """Show the state of the plan at a glance."""
    try:
        figures = commands.summarize(data, ministry or (), status or (), section or ())
    except summary.UnknownValue as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    if json:
        typer.echo(summary.as_json(figures), nl=False)
    else:
        typer.echo(_on_terminal(summary.rendered(figures)))


def _on_terminal(shown: RenderableType) -> str:
    """What *shown* looks like on standard output: in colour on a terminal only."""
    console = Console(force_terminal=sys.stdout.isatty())
    with console.capture() as captured:
        console.print(shown)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _progress(message: str) -> AbstractContextManager[object]:
    """Shows on a terminal that something is going on, and nothing anywhere else."""
    return Console(stderr=True).status(message) if sys.stderr.isatty() else nullcontext()
