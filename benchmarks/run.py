"""Measures statusnote against its targets, and beside Typst and Chromium. Exits 1 on a miss."""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from engines import STATUSNOTE, UNFINISHED, engines, output, script, statusnote
from hostile import hostile_files
from material import PLAN, Material, answer, cells_of, large_plan, material
from measuring import Comparison, Run, compare_memory, compare_times, run, typical
from pypdf import PdfReader
from tables import Growth, Target, show

RUNS = {1: 3, 10: 3, 100: 1}  # in each round, by how often the plan's initiatives are repeated
ROUNDS = 2
LARGEST = 1_000  # how often the plan's initiatives are repeated for `validate`
MEGABYTES = 200.0  # that a hostile file may take


def main() -> int:
    """Measure, print the tables, and give the exit code."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every run would compile statusnote anew
    with TemporaryDirectory() as folder:
        plans = {times: material(Path(folder, str(times)), times) for times in RUNS}
        targets = [*render_targets(plans[1]), page_target(plans[1])]
        targets += [summary_target(), validate_target()]
        targets += load_targets(large_plan(Path(folder), LARGEST))
        targets += hostile_targets(Path(folder, "hostile"))
        targets += round_targets(Path(folder, "asked"))
        targets.append(diff_target(plans[100].plan, Path(folder, "changed.yaml")))
        growth = grown(plans)
    targets += [*finishing_targets(growth), growth_target(growth)]
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
    return Target("`summary`: seconds", compare_times(ours, floor, rounds=60), 1.25)


def validate_target() -> Target:
    """The validation of the real plan, against the libraries alone."""
    announce("validate")
    ours, floor = statusnote("validate", PLAN), script("floor_validate.py", PLAN)
    return Target("`validate`: seconds", compare_times(ours, floor, rounds=60), 1.25)


def load_targets(plan: Path) -> list[Target]:
    """The validation of a plan of 26,000 initiatives, against its bare reading."""
    announce("validate, 26,000 initiatives")
    ours, floor = statusnote("validate", plan), script("floor_load.py", plan)
    what = "`validate`, 26,000 initiatives"
    return [
        Target(f"{what}: seconds", compare_times(ours, floor, rounds=5), 2.5),
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


def finishing_targets(growth: list[Growth]) -> list[Target]:
    """The largest plan's note, against the same as WeasyPrint leaves it."""
    largest = max(each.initiatives for each in growth)
    runs = {each.engine: each.run for each in growth if each.initiatives == largest}
    ours, unfinished = runs[STATUSNOTE], runs[UNFINISHED]
    what = f"`render`, {largest:,} initiatives, against unfinished"
    return [
        Target(f"{what}: seconds", compared(ours.seconds, unfinished.seconds), 1.05),
        Target(f"{what}: peak memory, MB", compared(ours.megabytes, unfinished.megabytes), 1.05),
    ]


def compared(ours: float, floor: float) -> Comparison:
    """Two numbers, and what the one is of the other."""
    return Comparison(ours, floor, ours / floor)


def growth_target(growth: list[Growth]) -> Target:
    """An initiative of the largest plan, against one of the plan a tenth of its size."""
    ours = {each.initiatives: each.milliseconds for each in growth if each.engine == STATUSNOTE}
    *_, tenth, largest = sorted(ours)
    found = compared(ours[largest], ours[tenth])
    return Target(f"`render`: ms per initiative, {largest:,} against {tenth:,}", found, 1.4)


def announce(what: str) -> None:
    """Say what is being measured, since it takes minutes."""
    print(f"Measuring: {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
