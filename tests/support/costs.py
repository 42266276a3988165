"""What a run costs, counted and not timed: the modules that it loads, and the calls that it makes.

As a program, `costs.py REPORT ARGUMENTS…` runs `statusnote ARGUMENTS` twice in its process, and
writes to the file REPORT, as JSON, what the first run loaded, and what each of them called.

The counts are the same each time, whatever the hash seed, the locale and the terminal, and within
one in a hundred from Python 3.11 to 3.13. What differs is left out: the standard library, the
comprehensions that are calls in 3.11 alone, and a package that does what the Python lacks.
"""

import cProfile
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

Calls = Mapping[str, int]  # by package

INLINED = {"<listcomp>", "<dictcomp>", "<setcomp>"}
BY_PYTHON = {"typing_extensions"}
SOURCE = Path(__file__).parents[2] / "src"
TOLERANCE, FEW = 0.05, 10  # how far calls may be off: in parts of what is accepted, and in calls


class Spent(NamedTuple):
    """What a command *loaded*, and what it *called*, the first time in a process and the second."""

    loaded: list[str]
    called: list[Calls]


def spent(folder: Path, *arguments: str | Path) -> Spent:
    """What `statusnote ARGUMENTS` costs in a process of its own, which may write to a *folder*.

    It is run once before, so that what is kept for the next start is there.
    """
    report = folder / "costs.json"
    environment = os.environ | {"PYTHONHASHSEED": "0", "XDG_CACHE_HOME": str(folder / "cache")}
    for program in (["-m", "statusnote"], [__file__, report]):
        done = subprocess.run(
            [sys.executable, "-P", *program, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return Spent(**json.loads(report.read_text("utf-8")))


def by_page(called: Collection[Calls], pages: int) -> str:
    """A line for each package, with its calls a page in each of the runs that are counted."""
    names = sorted({name for calls in called for name in calls} - BY_PYTHON)
    rows = {name: [round(calls.get(name, 0) / pages) for calls in called] for name in names}
    return "".join(
        f"{name:<20}{''.join(f'{number:>8}' for number in row)}\n"
        for name, row in rows.items()
        if any(row)
    )


def other_modules(accepted: str, found: str) -> list[str]:
    """What is loaded beyond what is *accepted*, and what no more, of lists with one name a line."""
    before, now = accepted.split(), found.split()
    added = [f"+ {name}" for name in now if name not in before]
    return added + [f"- {name}" for name in before if name not in now]


def other_calls(accepted: str, found: str) -> list[str]:
    """The calls that are off, of tables as `by_page` writes them, and by how much."""
    before, now = _numbers(accepted), _numbers(found)
    return [
        f"{name}, {run} run: {_told(was, is_now)}"
        for name in sorted({*before, *now})
        for run, was, is_now in zip(RUNS, before.get(name, NONE), now.get(name, NONE), strict=True)
        if abs(is_now - was) > was * TOLERANCE + FEW
    ]


RUNS, NONE = ("first", "second"), [0, 0]


def _numbers(table: str) -> dict[str, list[int]]:
    rows = (line.split() for line in table.splitlines())
    return {name: [int(number) for number in numbers] for name, *numbers in rows}


def _told(was: int, is_now: int) -> str:
    change = f" ({is_now / was - 1:+.0%})" if was else ""
    return f"{was} → {is_now} calls a page{change}"


def _counted(run: Callable[[], None]) -> Calls:
    """The calls of functions in Python while something is *run*."""
    profile = cProfile.Profile(subcalls=False, builtins=False)
    profile.runcall(run)
    calls: Counter[str] = Counter()
    for entry in profile.getstats():
        if not isinstance(entry.code, str) and entry.code.co_name not in INLINED:
            calls[_package(entry.code.co_filename)] += entry.callcount
    del calls[""]
    return calls


def _package(file: str) -> str:
    """The package that a *file* is of; nothing for the standard library's, and for private ones."""
    _, installed, below = file.replace(os.sep, "/").rpartition("/site-packages/")
    if not installed:
        return "statusnote" if SOURCE in Path(file).parents else ""
    name = below.split("/")[0].removesuffix(".py")
    return "" if name.startswith("_") else name


def _loaded(before: Collection[str]) -> Iterator[str]:
    """Our modules, and the packages of others, that were not there *before*."""
    for name, module in sys.modules.items():
        package = _package(getattr(module, "__file__", None) or "")
        if package and name not in before:
            yield name if package == "statusnote" else package


def _main(report: str, *arguments: str) -> None:
    sys.argv = ["statusnote", *arguments]
    before = {*sys.modules}
    first = _counted(_run)
    loaded = sorted({*_loaded(before)})
    found = Spent(loaded, [first, _counted(_run)])
    Path(report).write_text(json.dumps(found._asdict()), "utf-8")


def _run() -> None:
    from statusnote.__main__ import main  # which is a part of what is counted

    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise


if __name__ == "__main__":
    _main(*sys.argv[1:])
