"""Measures statusnote against its targets, and beside Typst and Chromium. Exits 1 on a miss."""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from engines import FLOOR, STATUSNOTE, UNFINISHED, engines, script, statusnote, warm_engines
from growth import Growth, grown, limits, lines, ratios
from hostile import hostile_files
from imports import loaded
from material import PLAN, Material, answer, cells_of, large_plan, material
from measuring import (
    Comparison,
    Run,
    compare_memory,
    compare_times,
    comparison,
    run,
    run_twice,
    times,
    typical,
)
from plot import Panel, svg
from tables import Target, show

RUNS = {1: 6, 10: 2, 100: 1}  # by how often the plan's initiatives are repeated
LARGEST = 1_000  # how often they are for `validate`, and for all else where that is asked for
NEEDED = 16  # GB of memory in the machine, for the note of the largest
ROUNDS = 25
MEGABYTES = 200.0  # that a hostile file may take
PLOT = Path(__file__).with_name("growth.svg")


def main() -> int:
    """Measure, print the tables, draw the plot, and give the exit code."""
    sizes = _sizes()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every run would compile statusnote anew
    with TemporaryDirectory() as folder:
        plans = {repeated: material(Path(folder, str(repeated)), repeated) for repeated in sizes}
        targets = told(*render_targets(plans[1]), page_target(plans[1]))
        targets += told(summary_target(), validate_target())
        packages = loaded("summary", PLAN)
        targets += told(*load_targets(large_plan(Path(folder), LARGEST)))
        targets += told(*hostile_targets(Path(folder, "hostile")))
        targets += told(*round_targets(Path(folder, "asked")))
        targets += told(diff_target(plans[100].plan, Path(folder, "changed.yaml")))
        announce("growth")
        growth = grown({plans[repeated]: count for repeated, count in sizes.items()})
        found = [*limits(growth, plans.values())]
    targets += told(*finishing_targets(growth, plans[100]), growth_target(growth, plans))
    show(targets, growth, ratios(growth), found, packages)
    draw(growth)
    return 0 if all(target.met for target in targets) else 1


def _sizes() -> dict[int, int]:
    """How often each size of plan is measured, by how often its initiatives are repeated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="the note of 26,000 initiatives, too")
    if not parser.parse_args().all:
        return RUNS
    if os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") < NEEDED * 10**9:
        parser.error(f"the note of 26,000 initiatives takes a machine with {NEEDED} GB of memory")
    return RUNS | {LARGEST: 1}


def render_targets(files: Material) -> list[Target]:
    """The note as PDF, the first and the second in a process, against WeasyPrint alone."""
    announce("render")
    ours, floor = (engines(files)[engine] for engine in (STATUSNOTE, FLOOR))
    twice = warm_engines(files)[STATUSNOTE]
    turns = [(*times(ours, floor), run_twice(twice).seconds) for _ in range(ROUNDS + 1)][1:]
    first = comparison((seconds, least) for seconds, least, _ in turns)
    second = comparison((seconds, least) for _, least, seconds in turns)
    return [
        Target("`render`: seconds", first, 0.75),
        Target("`render`, the second in a process: seconds", second, 0.3),
        Target("`render`: peak memory, MB", compare_memory(ours, floor, rounds=3), 1.15),
    ]


def page_target(files: Material) -> Target:
    """The note as web page, against it as PDF."""
    announce("the page")
    pdf = engines(files)[STATUSNOTE]
    page = statusnote("render", files.plan, "--output", files.plan.with_name("page.html"))
    times = compare_times(page, pdf, rounds=10)
    return Target("`render`, the web page: seconds, against the PDF", times, 1.0)


def summary_target() -> Target:
    """The summary, against the libraries alone."""
    announce("summary")
    ours, floor = statusnote("summary", PLAN), script("floor_summary.py", PLAN)
    return Target("`summary`: seconds", compare_times(ours, floor, rounds=60), 1.1)


def validate_target() -> Target:
    """The validation of the real plan, against the libraries alone."""
    announce("validate")
    ours, floor = statusnote("validate", PLAN), script("floor_validate.py", PLAN)
    return Target("`validate`: seconds", compare_times(ours, floor, rounds=60), 1.1)


def load_targets(plan: Path) -> list[Target]:
    """The validation of a plan of 26,000 initiatives, against its bare reading."""
    announce("validate, 26,000 initiatives")
    ours, floor = statusnote("validate", plan), script("floor_load.py", plan)
    what = "`validate`, 26,000 initiatives"
    return [
        Target(f"{what}: seconds", compare_times(ours, floor, rounds=3), 2.5),
        Target(f"{what}: peak memory, MB", compare_memory(ours, floor, rounds=3), 2.0),
    ]


def hostile_targets(folder: Path) -> list[Target]:
    """The files of `hostile.py`: the one that takes longest, and the one that takes most memory."""
    announce("validate, hostile files")
    folder.mkdir()
    taken = {path: validated(path) for path in hostile_files(folder)}
    slowest = max(taken, key=lambda path: taken[path].seconds)
    largest = max(taken, key=lambda path: taken[path].megabytes)
    turns = [(validated(slowest), validated(PLAN)) for _ in range(10)]
    hostile, real = (typical(runs).seconds for runs in zip(*turns, strict=True))
    what = f"`validate`, worst of {len(taken)} hostile files"
    return [
        Target(f"{what}: seconds", compared(hostile, real), 5.0),
        limit(f"{what}: peak memory, MB", taken[largest].megabytes, MEGABYTES),
    ]


def validated(path: Path) -> Run:
    """One validation of a file that may well be wrong."""
    return run(statusnote("validate", path), codes=(0, 1))


def diff_target(plan: Path, changed: Path) -> Target:
    """The difference between two plans of 2,600 initiatives, against the validation of one."""
    announce("diff")
    text = plan.read_text("utf-8").replace("status: afsluttes i 2025", "status: gennemført")
    changed.write_text(text.replace("kurser", "kursusforløb"), "utf-8")
    ours, floor = statusnote("diff", plan, changed), statusnote("validate", plan)
    what = "`diff`, 2,600 initiatives: seconds, against `validate`"
    return Target(what, compare_times(ours, floor, rounds=5), 2.5)


def round_targets(folder: Path) -> list[Target]:
    """What all parties of a plan of 260 initiatives are sent, and what comes back from them.

    The one against one writing of its cells, and the other against one reading of them.
    """
    announce("ask, and collect")
    folder.mkdir()
    plan, sent = large_plan(folder, 10), folder / "sent"
    asking = statusnote("ask", plan, "--output", sent)
    run(asking)
    workbooks = sorted(sent.glob("*.xlsx"))
    cells = folder / "cells.json"
    cells.write_text(json.dumps(cells_of(workbooks)), "utf-8")
    writing = script("floor_ask.py", cells, folder / "floor.xlsx")
    what = "260 initiatives and six parties: seconds"
    asked = Target(f"`ask`, {what}", compare_times(asking, writing, rounds=10), 3.0)
    for path in workbooks:
        answer(path)
    collecting = statusnote("collect", sent, plan)
    reading = script("floor_collect.py", *workbooks)
    times = compare_times(collecting, reading, rounds=10)
    return [asked, Target(f"`collect`, {what}", times, 3.0)]


def limit(what: str, found: float, at_most: float) -> Target:
    """A target that is no ratio: what was *found*, against what it may be."""
    return Target(what, compared(found, at_most), 1.0)


def finishing_targets(growth: list[Growth], files: Material) -> list[Target]:
    """A large plan's note, against the same as WeasyPrint leaves it."""
    size = files.initiatives
    runs = {each.engine: each.run for each in growth if each.initiatives == size and not each.warm}
    ours, unfinished = runs[STATUSNOTE], runs[UNFINISHED]
    what = f"`render`, {size:,} initiatives, against unfinished"
    return [
        Target(f"{what}: seconds", compared(ours.seconds, unfinished.seconds), 1.05),
        Target(f"{what}: peak memory, MB", compared(ours.megabytes, unfinished.megabytes), 1.05),
    ]


def compared(ours: float, floor: float) -> Comparison:
    """Two numbers, and what the one is of the other."""
    return Comparison(ours, floor, ours / floor)


def growth_target(growth: list[Growth], plans: Mapping[int, Material]) -> Target:
    """An initiative of a large plan, against one of the plan a tenth of its size."""
    ours = {
        each.initiatives: each.milliseconds
        for each in growth
        if each.engine == STATUSNOTE and not each.warm
    }
    tenth, large = plans[10].initiatives, plans[100].initiatives
    what = f"`render`: ms per initiative, {large:,} against {tenth:,}"
    return Target(what, compared(ours[large], ours[tenth]), 1.15)


def draw(growth: list[Growth]) -> None:
    """Draw the time and the memory over the size of the plan."""
    seconds = Panel("Seconds", lines(growth, lambda each: each.run.seconds))
    memory = Panel("Peak memory, MB", lines(growth, lambda each: each.run.megabytes))
    title = "Time and memory for the note as PDF, by the size of its plan"
    PLOT.write_text(svg(title, [seconds, memory]), "utf-8")


def told(*targets: Target) -> list[Target]:
    """The *targets*, of which each is said at once, since the tables may be an hour away."""
    for each in targets:
        ratio = f"{each.found.ratio:.3f} of {each.limit:.2f}"
        print(f"  {each.what}: {ratio}", file=sys.stderr, flush=True)
    return [*targets]


def announce(what: str) -> None:
    """Say what is being measured, since it takes minutes."""
    print(f"Measuring: {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
