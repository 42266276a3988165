"""What the note takes by the size of its plan, of each engine, and how little it could take."""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from engines import (
    AFTER_OTHER,
    CHROMIUM,
    FLOOR,
    STATUSNOTE,
    TYPST,
    UNFINISHED,
    engines,
    output,
    script,
    warm_engines,
)
from material import Material
from measuring import Run, printed, run, run_twice, typical
from pikepdf import Pdf
from plot import Points

ALL_AT_MOST = 2_600  # initiatives; beyond, a run takes long, and a start is nothing beside it


class Growth(NamedTuple):
    """What one engine takes for one size of plan, the second time in a process if it is *warm*."""

    engine: str
    warm: bool
    initiatives: int
    pages: int
    run: Run

    @property
    def name(self) -> str:
        """What the engine is called in tables."""
        return f"{self.engine}, second" if self.warm and self.engine != AFTER_OTHER else self.engine

    @property
    def milliseconds(self) -> float:
        """The time for one initiative."""
        return self.run.seconds / self.initiatives * 1000

    @property
    def by_page(self) -> float:
        """The time for one page, in milliseconds."""
        return self.run.seconds / self.pages * 1000


class Ratios(NamedTuple):
    """What statusnote's time is of others' for one size of plan; None of who isn't here.

    Where it is *warm*, so are Typst and Chromium; the floor is not.
    """

    warm: bool
    initiatives: int
    of: Mapping[str, float | None]


class Limit(NamedTuple):
    """What can't be done without for one size of plan, in seconds, and what statusnote takes.

    That is the first time in a process and, where that was measured, the second.
    """

    initiatives: int
    glyphs: int
    reading: float
    layout: float
    writing: float
    taken: tuple[float, ...]

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.reading + self.layout + self.writing


def grown(plans: Mapping[Material, int]) -> list[Growth]:
    """What each engine takes for each of *plans*, which is measured so many times, in turns.

    Who has ended without a note is left out: Chromium says no word when a plan is too much for it.
    """
    runs: dict[tuple[str, bool, Material], list[Run]] = defaultdict(list)
    for turn in range(max(plans.values())):
        for files in (files for files, times in plans.items() if turn < times):
            is_largest = files.initiatives > ALL_AT_MOST
            for engine, command in engines(files).items():
                if engine != UNFINISHED or not is_largest:
                    runs[engine, False, files].append(_told(engine, files, run(command)))
            for engine, command in ({} if is_largest else warm_engines(files)).items():
                taken = _told(f"{engine}, second", files, run_twice(command))
                runs[engine, True, files].append(taken)
    found = [
        Growth(engine, warm, files.initiatives, _pages(engine, files), typical(each))
        for (engine, warm, files), each in runs.items()
        if output(engine, files).is_file()
    ]
    return sorted(found, key=lambda each: each.initiatives)


def _told(engine: str, files: Material, taken: Run) -> Run:
    """What was *taken*, which is said at once, since the tables may be an hour away."""
    seconds, megabytes = f"{taken.seconds:,.2f} s", f"{taken.megabytes:,.1f} MB"
    print(f"  {files.initiatives:,}, {engine}: {seconds}, {megabytes}", file=sys.stderr, flush=True)
    return taken


def _pages(engine: str, files: Material) -> int:
    with Pdf.open(output(engine, files)) as pdf:
        return len(pdf.pages)


def seconds_of(growth: Iterable[Growth]) -> dict[tuple[str, bool, int], float]:
    """The time that was found for an engine, cold or warm, and a size."""
    return {(each.engine, each.warm, each.initiatives): each.run.seconds for each in growth}


def ratios(growth: Iterable[Growth]) -> Iterator[Ratios]:
    """Statusnote's times beside those of the others, by size, cold and warm."""
    seconds = seconds_of(growth)
    for (engine, warm, size), ours in seconds.items():
        if engine == STATUSNOTE:
            others = {FLOOR: False, CHROMIUM: warm, TYPST: warm}
            found = {name: seconds.get((name, how, size)) for name, how in others.items()}
            yield Ratios(warm, size, {name: its and ours / its for name, its in found.items()})


def limits(growth: Iterable[Growth], plans: Iterable[Material]) -> Iterator[Limit]:
    """How far statusnote is from what can't be done without, for each of *plans*."""
    seconds = seconds_of(growth)
    for files in plans:
        pdf = output(STATUSNOTE, files)
        inputs = (files.plan, files.text, pdf, files.style, files.system_fonts)
        found = json.loads(printed(script("limit.py", *inputs)))
        runs = ((STATUSNOTE, warm, files.initiatives) for warm in (False, True))
        taken = tuple(seconds[each] for each in runs if each in seconds)
        yield Limit(files.initiatives, taken=taken, **found)


def lines(growth: Iterable[Growth], value: Callable[[Growth], float]) -> dict[str, Points]:
    """A *value* of each engine by size, for a plot; that of a second run is statusnote's alone."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for each in growth:
        if each.engine != UNFINISHED and (not each.warm or each.engine == STATUSNOTE):
            found[each.name][each.initiatives] = value(each)
    return dict(found)
