"""Measures statusnote against its targets, and beside Typst and Chromium. Exits 1 on a miss."""

import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from engines import STATUSNOTE, engines, output, script, statusnote
from material import PLAN, Material, material
from measuring import Comparison, Run, compare_memory, compare_times, run, typical
from pypdf import PdfReader
from tables import Growth, Target, show

RUNS = {1: 3, 10: 3, 100: 1}  # in each round, by how often the plan's initiatives are repeated
ROUNDS = 2


def main() -> int:
    """Measure, print the tables, and give the exit code."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every run would compile statusnote anew
    with TemporaryDirectory() as folder:
        plans = {times: material(Path(folder, str(times)), times) for times in RUNS}
        targets = [*render_targets(plans[1]), summary_target()]
        growth = grown(plans)
    targets.append(growth_target(growth))
    show(targets, growth)
    return 0 if all(target.met for target in targets) else 1


def render_targets(files: Material) -> list[Target]:
    """The note as PDF, against WeasyPrint alone."""
    announce("render")
    ours = engines(files)[STATUSNOTE]
    inputs = (files.page, files.style, files.system_fonts)
    floor = script("floor_render.py", *inputs, output("floor", files))
    return [
        Target("`render`: seconds", compare_times(ours, floor, rounds=40), 1.15),
        Target("`render`: peak memory, MB", compare_memory(ours, floor, rounds=3), 1.15),
    ]


def summary_target() -> Target:
    """The summary, against the libraries alone."""
    announce("summary")
    ours, floor = statusnote("summary", PLAN), script("floor_summary.py", PLAN)
    return Target("`summary`: seconds", compare_times(ours, floor, rounds=60), 1.25)


def grown(plans: Mapping[int, Material]) -> list[Growth]:
    """What each engine takes for each plan, all of them measured in turns."""
    runs: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for number in range(1, ROUNDS + 1):
        announce(f"growth, round {number} of {ROUNDS}")
        for times, files in plans.items():
            for engine, command in engines(files).items():
                runs[engine, times] += [run(command) for _ in range(RUNS[times])]
    return [
        growth_of(engine, plans[times], typical(each)) for (engine, times), each in runs.items()
    ]


def growth_of(engine: str, files: Material, taken: Run) -> Growth:
    """What *engine* took for one plan, and the pages that came of it."""
    pages = len(PdfReader(output(engine, files)).pages)
    return Growth(engine, files.initiatives, pages, taken)


def growth_target(growth: list[Growth]) -> Target:
    """An initiative of the largest plan, against one of the plan a tenth of its size."""
    ours = {each.initiatives: each.milliseconds for each in growth if each.engine == STATUSNOTE}
    *_, tenth, largest = sorted(ours)
    found = Comparison(ours[largest], ours[tenth], ours[largest] / ours[tenth])
    return Target(f"`render`: ms per initiative, {largest:,} against {tenth:,}", found, 1.4)


def announce(what: str) -> None:
    """Say what is being measured, since it takes minutes."""
    print(f"Measuring: {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
