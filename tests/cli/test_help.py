"""The help, and what else is said of the program as a whole."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import typer.main
from support.project import ROOT

from statusnote import cli
from statusnote.cli.exits import EXITS, Exit
from statusnote.cli.help import Grouped

COMMANDS = [*typer.main.get_group(cli.app).commands]


@pytest.mark.parametrize(
    "arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join
)
def test_help(
    run: Callable[..., Any], golden: Callable[[str, str], None], arguments: list[str]
) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    golden(f"help-{'-'.join(arguments).replace('--', '')}.txt", done.out)


def test_the_help_has_every_command_in_all_its_words(run: Callable[..., Any]) -> None:
    """Under what one wants to do, and with what is set outside of the command line."""
    shown = " ".join(run("-h").out.split())
    for name, command in typer.main.get_group(cli.app).commands.items():
        told = " ".join(str(command.help).split("\n\n")[0].split())
        assert f" {name} {told}" in shown
    assert "..." not in shown.partition("COMMAND [ARGS]...")[2]
    assert set(cli.ENVIRONMENT) < {*shown.split()}


def test_a_command_that_is_listed_nowhere_else_is_listed_last(capsys: Any) -> None:
    class Two(Grouped):
        panels = ("First",)

    app = typer.Typer(cls=Two, rich_markup_mode=None, add_completion=False)
    app.command("b", help="Do b.", rich_help_panel="Elsewhere")(lambda: None)
    app.command("a")(lambda: None)
    app.command("c", help="Do c.", rich_help_panel="First")(lambda: None)
    with pytest.raises(SystemExit):
        app(["--help"])
    listed = capsys.readouterr().out.partition("First:\n")[2]
    assert listed == "  c  Do c.\n\nMore commands:\n  b  Do b.\n  a\n"


def test_without_arguments_it_helps(run: Callable[..., Any]) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err == run("--help").out


def test_version(run: Callable[..., Any]) -> None:
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, "statusnote 0.1.0\n", "")


def test_the_readme_and_the_help_have_every_exit_code(run: Callable[..., Any]) -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("### Exit codes")[2]
    codes = re.findall(r"^\| (\d+) \|", table.partition("\n## ")[0], re.MULTILINE)
    assert list(map(int, codes)) == [0, *Exit] == [*EXITS]
    shown = run("--help").out.partition("\nExit codes:\n")[2]
    assert [int(line.split()[0]) for line in shown.splitlines()] == [0, *Exit]
