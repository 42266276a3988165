"""The command line: its commands, as the help lists them, and how a run of one ends."""

import gc
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from typing import Annotated, Any, ClassVar

import typer
from typer._click.exceptions import ClickException
from typer.models import CommandInfo

from statusnote import files, systems
from statusnote.bounds import DEFAULT_LIMITS, MB
from statusnote.cli import answers, machine, notes, plans, render, state
from statusnote.cli.exits import EXITS, Exit
from statusnote.cli.help import Grouped
from statusnote.cli.options import named_option
from statusnote.cli.saying import report, said
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.diagnostics.reporters import visible
from statusnote.version import VERSION

Command = Callable[..., None]
# The commands by what one wants to do.
PANELS: dict[str, tuple[Command, ...]] = {
    "Write a plan": (plans.validate, plans.init, plans.upgrade, plans.schema),
    "Ask those who are responsible": (answers.approve, answers.ask, answers.collect),
    "Make a note, and check it": (render.render, notes.extract, notes.verify),
    "See how the plan stands": (state.summary, state.diff, state.history, state.due),
    "See to this machine": (machine.doctor,),
}
# What is said of each in the place of its docstring.
HELP: dict[Command, str] = {render.render: render.HELP}
ENVIRONMENT = {
    "STATUSNOTE_LANG": "en has what is wrong with the data said in English, and not in Danish.",
    "STATUSNOTE_TEMPLATE_SECONDS": "How long templates of your own may take.  [default: "
    f"{DEFAULT_LIMITS.seconds}]",
    "STATUSNOTE_TEMPLATE_MB": "How much memory they may take.  [default: "
    f"{DEFAULT_LIMITS.memory // MB}]",
    "NO_COLOR": "Anything has a terminal show no colours.",
}


class _Commands(Grouped):
    """The commands, which an interrupt ends at once."""

    panels = tuple(PANELS)
    ending: ClassVar = {
        "Environment": ENVIRONMENT,
        "Exit codes": {f"{code:d}": meaning for code, meaning in EXITS.items()},
    }

    def invoke(self, ctx: Any) -> Any:
        """Run a command. All is cleared up by the time that an interrupt gets here.

        What is left is to free the memory of a large note, object by object, which takes seconds.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            with suppress(AttributeError, OSError, ValueError):  # none, full, or closed
                sys.stdout.flush()
            os._exit(Exit.INTERRUPTED)


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Renders a Danish action plan, kept in one YAML file, as a status note.",
)
for _panel, _commands in PANELS.items():
    for _command in _commands:
        app.command(help=HELP.get(_command), rich_help_panel=_panel)(_command)


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(*SELDOM)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no start looks for those
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors=systems.PLAINLY)  # a terminal without ✓
    if not re.fullmatch("[1-9][0-9]{1,3}", os.environ.get("COLUMNS", "")):
        os.environ.pop("COLUMNS", None)  # rich would believe any number, and show nothing on 0
    if os.environ.get("_STATUSNOTE_COMPLETE"):
        from statusnote.cli import completion  # which nothing but a shell needs

        completion.answer(app)
    try:
        sys.exit(_for(sys.argv[1:])(standalone_mode=False))
    except ClickException as error:  # in which an argument is quoted as it is
        error.message = "\n".join(map(visible, error.message.split("\n")))
        error.show()
        sys.exit(error.exit_code)
    except ProblemsFound as found:
        report(found.problems)
        sys.exit(Exit.PROBLEMS)
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, it is ours
        typer.echo(_fault(), err=True)
        sys.exit(Exit.OUR_FAULT)


def _for(arguments: list[str]) -> typer.Typer:
    """The app for a run with these *arguments*: with one command, where they begin with its name.

    typer makes all commands that an app has, with all their options.
    """
    named = [each for each in app.registered_commands if _name(each) in arguments[:1]]
    if not named:
        return app
    for_one = copy(app)
    for_one.registered_commands = named
    return for_one


def _name(command: CommandInfo) -> str:
    return str(command.name or getattr(command.callback, "__name__", ""))


# How many new objects, and rounds of looking at those, go before the next look for what only refers
# to itself (Python, gc.set_threshold): for a run that ends, Python looks too often by far.
SELDOM = (50_000, 1_000, 1_000)


def _fault() -> str:
    import platform  # which a start can do without, and the one below, too
    import traceback

    return (
        f"{traceback.format_exc()}\n{said(reports.OUR_FAULT)}\n"
        f"statusnote {VERSION}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"statusnote {VERSION}")
        raise typer.Exit


SHELLS = ("bash", "zsh", "fish", "powershell")


def _completion(shell: str | None) -> None:
    if shell:
        from statusnote.cli import completion

        files.say(f"{completion.script(shell)}\n")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    show_completion: Annotated[
        str | None,
        named_option(
            "--show-completion",
            SHELLS,
            "Print what has this shell complete commands, options and what is in the data.",
            callback=_completion,
        ),
    ] = None,
) -> None:
    pass
