"""Time and peak memory of whole processes, measured with hyperfine and GNU time."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from shlex import join
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

Command = Sequence[str]


class Run(NamedTuple):
    """What one run of a command took."""

    seconds: float
    megabytes: float


class Comparison(NamedTuple):
    """The medians of two commands, and the median of the ratios of their neighbouring runs."""

    ours: float
    floor: float
    ratio: float


def compare_times(ours: Command, floor: Command, rounds: int) -> Comparison:
    """How long the two take, in turns. The first round warms up and does not count."""
    return comparison([times(ours, floor) for _ in range(rounds + 1)][1:])


def compare_memory(ours: Command, floor: Command, rounds: int) -> Comparison:
    """How many MB the two take at most, in turns."""
    return comparison([(run(ours).megabytes, run(floor).megabytes) for _ in range(rounds)])


def comparison(pairs: Iterable[tuple[float, float]]) -> Comparison:
    """What was measured of two, in turns."""
    ours, floor = zip(*(pairs := [*pairs]), strict=True)
    return Comparison(median(ours), median(floor), median(one / other for one, other in pairs))


def times(ours: Command, floor: Command) -> tuple[float, float]:
    """How many seconds the two take, one after the other."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        options = ["--shell=none", "--runs=1", "--style=none", f"--export-json={report}"]
        printed([_program("hyperfine"), *options, join(ours), join(floor)])
        first, second = json.loads(report.read_text())["results"]
    return first["median"], second["median"]


def run(command: Command, codes: Sequence[int] = (0,)) -> Run:
    """One run of *command*, which ends with one of the exit *codes*.

    Of several processes, it is the largest whose memory is told.
    """
    return _timed(command, codes)[0]


def run_twice(command: Command) -> Run:
    """What *command* prints that its second run took, and the memory of both."""
    taken, seconds = _timed(command)
    return taken._replace(seconds=float(seconds))


def _timed(command: Command, codes: Sequence[int] = (0,)) -> tuple[Run, str]:
    with TemporaryDirectory() as folder:
        report = Path(folder, "report")
        timed = [_gnu_time(), "--quiet", "--format=%e %M", f"--output={report}", *command]
        said = printed(timed, codes)
        seconds, kilobytes = report.read_text().split()
    return Run(float(seconds), int(kilobytes) / 1024), said


def typical(runs: Iterable[Run]) -> Run:
    """The medians of *runs*."""
    seconds, megabytes = zip(*runs, strict=True)
    return Run(median(seconds), median(megabytes))


def printed(command: Command, codes: Sequence[int] = (0,)) -> str:
    """What *command* prints. Ends the whole where it doesn't end with one of the exit *codes*."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    if done.returncode not in codes:
        sys.exit(f"{join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode(errors="replace")


def _gnu_time() -> str:
    return shutil.which("gtime") or _program("time")


def _program(name: str) -> str:
    if path := shutil.which(name):
        return path
    sys.exit(f"{name} is missing: `make bench` installs it")
