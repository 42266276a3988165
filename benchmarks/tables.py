"""What was measured, as tables in Markdown that are readable on a terminal."""

import os
import platform
import subprocess
from collections.abc import Iterable
from importlib.metadata import version
from typing import NamedTuple

from engines import CHROMIUM, browser
from measuring import Comparison, Run
from rich import box
from rich.console import Console
from rich.table import Table


class Target(NamedTuple):
    """A ratio that is not to be exceeded, and what it was found to be."""

    what: str
    found: Comparison
    limit: float

    @property
    def met(self) -> bool:
        """Whether the ratio is within its limit."""
        return self.found.ratio <= self.limit


class Growth(NamedTuple):
    """What one engine takes for one size of plan."""

    engine: str
    initiatives: int
    pages: int
    run: Run

    @property
    def milliseconds(self) -> float:
        """The time for one initiative."""
        return self.run.seconds / self.initiatives * 1000


def show(targets: Iterable[Target], growth: Iterable[Growth]) -> None:
    """Print both tables, and what they were measured with."""
    console = Console(width=120, highlight=False)
    console.print(f"{_setting()}\n", _of_targets(targets), "", _of_growth(growth), sep="\n")


def _of_targets(targets: Iterable[Target]) -> Table:
    table = _table("Measured", "statusnote", "against", "ratio", "at most", "")
    for target in targets:
        ours, floor, ratio = target.found
        numbers = (f"{ours:,.2f}", f"{floor:,.2f}", f"{ratio:.3f}", f"{target.limit:.2f}")
        table.add_row(target.what, *numbers, "met" if target.met else "MISSED")
    return table


def _of_growth(growth: Iterable[Growth]) -> Table:
    table = _table("Engine", "initiatives", "pages", "seconds", "ms each", "peak memory, MB")
    for each in growth:
        numbers = (each.run.seconds, each.milliseconds, each.run.megabytes)
        texts = (f"{number:,.1f}" for number in numbers)
        table.add_row(each.engine, f"{each.initiatives:,}", f"{each.pages:,}", *texts)
    if not browser():
        table.add_row(f"{CHROMIUM} is not installed")
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(first, box=box.MARKDOWN)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _setting() -> str:
    engines = [f"{name} {version(name)}" for name in ("WeasyPrint", "Typst")]
    python = f"Python {platform.python_version()}"
    return ", ".join([python, *engines, *_browser(), f"{os.cpu_count()} cores"])


def _browser() -> list[str]:
    path = browser()
    if not path:
        return []
    told = subprocess.run([path, "--version"], capture_output=True, check=True, text=True).stdout
    return [told.partition(" built on ")[0].strip()]
