"""What a shell completes: what the data at hand hold, written as each shell takes it."""

import os
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import BashComplete, PowerShellComplete, completion_init
from typer._completion_shared import get_completion_script

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading
from statusnote.plan.model import Plan

Choices = list[tuple[str, str]]  # each value, and what is said of it
VARIABLE = "_STATUSNOTE_COMPLETE"  # in which a shell asks
# What every shell takes for itself. The script for zsh evaluates what it is given, and the data may
# be anybody's: a value with anything else in it is left out, and of what is said of it, the sign.
PLAIN = re.compile(r"[\w .,;/()+–-]*")


class InPlan(NamedTuple):
    """What the data at hand hold that an option can name."""

    parties: Choices
    statuses: Choices
    sections: Choices


def in_plan(data: str) -> InPlan:
    """What the plan in the file *data* holds; nothing where it can't be read, or has errors."""
    if not os.path.isfile(data):  # noqa: PTH113 - which raises nothing, whatever the name
        return InPlan([], [], [])  # nor is standard input read, or a pipe
    try:
        plan = loading.load(data).plan
    except ProblemsFound:
        return InPlan([], [], [])
    return InPlan(
        _plain(plan.ministries.items()),
        _plain((phrase, "") for phrase in _phrases(plan)),
        _plain((str(number), each.title) for number, each in enumerate(plan.sections, start=1)),
    )


def _phrases(plan: Plan) -> Iterable[str]:
    """The statuses that are in the plan, in its order."""
    initiatives = (each for section in plan.all_sections for each in section.initiatives)
    return dict.fromkeys(each.status.phrase for each in initiatives)


def _plain(choices: Iterable[tuple[str, str]]) -> Choices:
    return [
        (value, "".join(PLAIN.findall(said)))
        for value, said in choices
        if value and PLAIN.fullmatch(value)
    ]


class _Bash(BashComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return re.sub(r"([^\w.,/+-])", r"\\\1", str(item.value))


class _PowerShell(PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        if not re.fullmatch(r"[\w./+-]+", str(item.value)):
            item = CompletionItem(f"'{item.value}'", help=item.help)
        return super().format_completion(item)


def answer(app: Any) -> None:
    """Answer a shell that asks, and end. What goes wrong is no matter of whoever pressed a key."""
    completion_init()
    add_completion_class(_Bash, "bash")
    add_completion_class(_PowerShell, "powershell")
    try:
        app(standalone_mode=False, prog_name="statusnote", complete_var=VARIABLE)
    except Exception as error:  # of any kind, as a shell shows a trace in the line being typed
        raise SystemExit(1) from error


def script(shell: str) -> str:
    """What a *shell* runs to have the commands completed."""
    return get_completion_script(prog_name="statusnote", complete_var=VARIABLE, shell=shell)
