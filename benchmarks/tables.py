"""What was measured, as tables in Markdown that are readable on a terminal."""

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import NamedTuple

from engines import CHROMIUM, FLOOR, TYPST, browser
from growth import Growth, Limit, Ratios
from imports import Package
from measuring import Comparison
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


def show(
    targets: Iterable[Target],
    growth: Iterable[Growth],
    ratios: Iterable[Ratios],
    limits: Iterable[Limit],
    packages: Sequence[Package],
) -> None:
    """Print all tables, and what they were measured with."""
    console = Console(width=120, highlight=False)
    tables = (_of_targets(targets), _of_growth(growth), _of_ratios(ratios), _of_limits(limits))
    console.print(_setting(), *tables, _of_packages(packages), sep="\n")


def _of_targets(targets: Iterable[Target]) -> Table:
    table = _table("Measured", "statusnote", "against", "ratio", "at most", "")
    for target in targets:
        ours, floor, ratio = target.found
        numbers = (f"{ours:,.2f}", f"{floor:,.2f}", f"{ratio:.3f}", f"{target.limit:.2f}")
        table.add_row(target.what, *numbers, "met" if target.met else "MISSED")
    return table


def _of_growth(growth: Iterable[Growth]) -> Table:
    table = _table(
        "Engine", "initiatives", "pages", "seconds", "ms each", "ms a page", "peak memory, MB"
    )
    for each in growth:
        counts = (f"{each.initiatives:,}", f"{each.pages:,}", f"{each.run.seconds:,.2f}")
        numbers = (each.milliseconds, each.by_page, each.run.megabytes)
        table.add_row(each.name, *counts, *(f"{number:,.1f}" for number in numbers))
    if not browser():
        table.add_row(f"{CHROMIUM} is not installed")
    return table


def _of_ratios(ratios: Iterable[Ratios]) -> Table:
    table = _table("The note in a process", "initiatives", *map(_of, OTHERS))
    for each in ratios:
        found = (each.of[name] for name in OTHERS)
        texts = ("" if ratio is None else f"{ratio:,.2f}" for ratio in found)
        table.add_row("second" if each.warm else "first", f"{each.initiatives:,}", *texts)
    return table


OTHERS = (FLOOR, CHROMIUM, TYPST)


def _of(name: str) -> str:
    return f"of {name}"


def _of_limits(limits: Iterable[Limit]) -> Table:
    parts = ("reading, ms", "layout, ms", "writing, ms")
    table = _table("Initiatives", "glyphs", *parts, "statusnote, first", "second")
    for each in limits:
        milliseconds = (each.reading * 1000, each.layout * 1000, each.writing * 1000)
        distances = (f"{taken / each.seconds:,.0f} times" for taken in each.taken)
        texts = (f"{number:,.2f}" for number in milliseconds)
        table.add_row(f"{each.initiatives:,}", f"{each.glyphs:,}", *texts, *distances)
    return table


def _of_packages(packages: Sequence[Package]) -> Table:
    table = _table("Loaded by `summary`", "modules", "ms")
    rest = [each for each in packages if each.milliseconds < LITTLE]
    told = [each for each in packages if each.milliseconds >= LITTLE]
    for each in (*told, _together(f"{len(rest)} others", rest), _together("all", packages)):
        table.add_row(each.name, f"{each.modules}", f"{each.milliseconds:.1f}")
    return table


LITTLE = 1.0  # milliseconds


def _together(name: str, packages: Sequence[Package]) -> Package:
    modules = sum(each.modules for each in packages)
    return Package(name, modules, sum(each.milliseconds for each in packages))


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
