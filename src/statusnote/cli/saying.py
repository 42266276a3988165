"""What is said where: results on standard output, and all else on standard error."""

import io
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer
from rich.console import Console, RenderableType

from statusnote import commands, files, systems
from statusnote.diagnostics.formats import REPORTERS, by_itself
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages import reports
from statusnote.diagnostics.problem import Problem
from statusnote.diagnostics.reporters import Display, counted, visible, wrapped
from statusnote.diagnostics.severity import Severity

if TYPE_CHECKING:
    from statusnote.history.model import History

NARROWEST = 20  # columns


def language() -> Language:
    """Danish, unless English is asked for; never by the locale, since servers have none."""
    wanted = os.environ.get("STATUSNOTE_LANG", "")
    return Language.ENGLISH if wanted.casefold().startswith("en") else Language.DANISH


def said(wording: Wording) -> str:
    """A *wording* in that language."""
    return wording.said_in(language())


def width() -> int:
    """How many columns a line may have."""
    return max(shutil.get_terminal_size().columns, NARROWEST)


def say(format_: str, shown: str) -> None:
    """Write what is *shown* to standard output; what programs read is in UTF-8 everywhere."""
    files.say(shown, None if format_ == "text" else "utf-8")


def say_paths(paths: Iterable[str]) -> None:
    """Write *paths* to standard output, each in a line."""
    files.say("".join(f"{visible(path)}\n" for path in paths))


def on_terminal(rendered: Callable[[int], RenderableType]) -> str:
    """What something looks like on standard output: in colour on a terminal only."""
    shown = io.StringIO()
    console = Console(
        file=shown,
        force_terminal=systems.shows_colour(sys.stdout),
        emoji=False,
        markup=False,
        highlight=False,
    )
    console.width = max(console.width, NARROWEST)
    console.print(rendered(console.width))
    return "".join(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


def with_words(judged: str) -> str:
    """*judged*, with words for the signs that begin its lines, where the encoding lacks them."""
    from statusnote.diagnostics.messages.doctor import IN_WORDS

    for sign, words in IN_WORDS.items():
        if sys.stdout is not None and systems.lacks(sys.stdout.encoding, sign):
            judged = re.sub(rf"^{sign}", said(words), judged, flags=re.MULTILINE)
    return judged


def reported(
    problems: Sequence[Problem], name: str | None, stream: TextIO, paths: Iterable[str] = ()
) -> str:
    """*problems* in the files at *paths* as shown on *stream*: in colour on a terminal only."""
    report = REPORTERS[name or by_itself(os.environ)]
    looked_at = tuple(map(files.display_name, paths))
    display = Display(language(), width(), systems.shows_colour(stream), looked_at)
    return report(problems, display)


def report(problems: Sequence[Problem]) -> None:
    """Write *problems* to standard error."""
    typer.echo(reported(problems, None, sys.stderr), err=True, nl=False)


def remark(text: str) -> None:
    """Write *text* to standard error."""
    typer.echo(visible(text), err=True)


def remark_in_lines(text: str) -> None:
    """Write *text* to standard error, in lines that a terminal needs not break."""
    typer.echo(wrapped(visible(text), width()), err=True)


def warn(warnings: Sequence[Problem], *data: str) -> None:
    """Say how many *warnings* there are about *data*, and how to see them."""
    if warnings:
        how = said(reports.SEE_WARNINGS)
        command = systems.typed("statusnote", "validate", *data)
        remark(f"{counted(warnings, language())} {how.format(command=command)}")


def say_done(wording: Wording, begun: float, paths: Iterable[str] = ()) -> None:
    """Say that something was done, what time it is, and how long it took since it was *begun*."""
    seconds = f"{time.monotonic() - begun:.2f}"
    if language() is Language.DANISH:
        seconds = seconds.replace(".", ",")
    now, listed = time.strftime("%H:%M:%S"), ", ".join(paths)
    remark(said(wording).format(time=now, seconds=seconds, paths=listed))


def say_templates(folder: Path | None) -> None:
    """Say that the templates in a *folder* were used, where nobody named it."""
    if folder:
        remark(said(reports.TEMPLATES_BESIDE).format(folder=folder))


def say_left_out(missing: Iterable[str]) -> None:
    """Say which plans are *missing*, if any are."""
    if names := ", ".join(missing):
        remark_in_lines(said(reports.PLANS_LEFT_OUT).format(files=names))


def say_untold(told: "History", older: Wording) -> None:
    """Say which versions are not shown, or not as they should be; *older* is said of the oldest."""
    for line in untold(told, older):
        remark_in_lines(line)


def untold(told: "History", said_of_older: Wording) -> Iterator[str]:
    """What is to be said of the versions that are not shown, or not as they should be."""
    for column in told.columns:
        if column.problem:
            what, _ = column.problem.worded(language())
            yield (
                f"{said(reports.LABELS[Severity.WARNING])}: "
                + said(reports.UNREAD_VERSION).format(version=column.name)
                + f" {column.problem.place}: {column.problem.code}: {what}"
            )
    same_day, older, shallow = told.left_out
    if same_day:
        yield said(reports.SAME_DAY).format(count=same_day)
    if older:
        yield said(said_of_older).format(
            count=len(older), first=min(older), last=max(older), most=commands.MOST_VERSIONS
        )
    if shallow:
        yield said(reports.SHALLOW_CLONE)
