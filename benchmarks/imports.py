"""What it costs a command to load its modules, by the package that they are of."""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from measuring import ROOT

STANDARD = "the standard library"
LOADED = re.compile(r"^import time: +(\d+) \| +\d+ \| +([\w.]+)$", re.MULTILINE)
ROUNDS = 15


class Package(NamedTuple):
    """How many *modules* of a package are loaded, and how long that takes."""

    name: str
    modules: int
    milliseconds: float


def loaded(*arguments: object) -> list[Package]:
    """The packages that `statusnote ARGUMENTS` loads, the slowest first: the medians of rounds.

    What a module has others load is counted as theirs. Python says it of itself, and takes a little
    longer for that.
    """
    rounds = [{package.name: package for package in _once(arguments)} for _ in range(ROUNDS)]
    packages = [
        each._replace(milliseconds=median(found[name].milliseconds for found in rounds))
        for name, each in rounds[0].items()
    ]
    return sorted(packages, key=lambda each: -each.milliseconds)


def _once(arguments: tuple[object, ...]) -> Iterator[Package]:
    command = [sys.executable, "-X", "importtime", "-m", "statusnote", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    taken: dict[str, list[int]] = defaultdict(list)
    for microseconds, module in LOADED.findall(done.stderr):
        package, _, _ = module.partition(".")
        name = STANDARD if package in sys.stdlib_module_names else package
        taken[name].append(int(microseconds))
    yield from (Package(name, len(each), sum(each) / 1000) for name, each in taken.items())
