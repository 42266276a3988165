"""An image, made by the steps of its Dockerfile in bare systems, where no docker is.

It takes root on Linux, debootstrap, and the network. What an image begins with, Debian with Python,
is such a system, with the Python that Debian has.
"""

import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import NamedTuple

from support.project import ROOT

BASE = re.compile(r"python:[\d.]+-slim-(?P<suite>[a-z]+)")
MIRROR = "http://deb.debian.org/debian"
INSTALLED = "python3,python3-venv,ca-certificates"
WHEELS = "wheels"
GLIBC = range(17, 37)  # the versions 2.17 to 2.36, of which a wheel may be
# The packages are fetched by pip here, which knows where this machine gets them from.
FROM_WHEELS = {
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": f"/{WHEELS}",
    "DEBIAN_FRONTEND": "noninteractive",
}


class Instruction(NamedTuple):
    """A line of a Dockerfile."""

    name: str
    rest: str


def instructions(dockerfile: str) -> Iterator[Instruction]:
    """What a *dockerfile* says, line by line, without its comments."""
    text = re.sub(r"^\s*#.*\n", "", dockerfile, flags=re.MULTILINE).replace("\\\n", " ")
    for line in filter(None, map(str.strip, text.splitlines())):
        yield Instruction(*line.split(maxsplit=1))


@dataclass
class System:
    """A bare system in a folder, and what runs in it: where, as whom, and with which variables."""

    root: Path
    variables: dict[str, str] = field(
        default_factory=lambda: {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"}
    )
    folder: str = "/"
    user: str = "root"
    entrypoint: list[str] = field(default_factory=list)
    arguments: list[str] = field(default_factory=list)

    def at(self, path: str) -> Path:
        """Where a *path* in it lies here."""
        return self.root / os.path.join(self.folder, path).lstrip("/")  # noqa: PTH118 - may be whole

    def call(self, command: str, also: Mapping[str, str]) -> None:
        """Run a step, a *command* of the shell, with *also* other variables than are set."""
        variables = [f"{name}={value}" for name, value in {**self.variables, **also}.items()]
        within = f"cd {self.folder} && {command}"
        _call(
            ["chroot", str(self.root), "/usr/bin/env", "-i", *variables, "/bin/sh", "-ec", within]
        )

    def run(self, mounted: Path, *arguments: str, user: int) -> "subprocess.CompletedProcess[str]":
        """Run it as its users do: *arguments*, with a folder *mounted*, by a *user*'s number.

        Nothing but that folder and /tmp can be written, and there is no network.
        """
        root = shlex.quote(str(self.root))
        mounts = (
            f"mount --bind {root} {root}; mount -o remount,bind,ro {root}; "
            f"mount -t proc proc {root}/proc; mount -t tmpfs tmpfs {root}/tmp; "  # noqa: S108 - its own
            f"mount --bind {shlex.quote(str(mounted))} {root}{self.folder}; "
        )
        variables = [f"{name}={value}" for name, value in self.variables.items()]
        command = [*self.entrypoint, *(arguments or self.arguments)]
        inside = [
            "chroot",
            f"--userspec={user}:{user}",
            str(self.root),
            "/usr/bin/env",
            "-i",
            *variables,
        ]
        there = ["/bin/sh", "-c", f'cd {self.folder} && exec "$@"', "sh", *command]
        script = f"{mounts}exec {shlex.join(inside + there)}"
        unshared = ["unshare", "--mount", "--net", "--pid", "--fork", "/bin/sh", "-ec", script]
        return subprocess.run(unshared, capture_output=True, text=True, check=False)


def built(dockerfile: str, into: Path) -> System:
    """The last stage of a *dockerfile*, of which each is made in a folder of its own *into* one."""
    stages: dict[str, System] = {}
    system = System(into)
    for name, rest in instructions(dockerfile):
        match name:
            case "FROM":
                image, *named = rest.split(" AS ")
                system = System(into / str(len(stages)))
                stages[named[0] if named else ""] = system
                _begin(image, into, system)
            case "RUN":
                system.call(rest, FROM_WHEELS)
            case "COPY":
                _copy(rest, stages, system)
            case _:
                _set(system, name, rest)
    return system


def _set(system: System, name: str, value: str) -> None:
    """Set what the steps that come, and who runs the image, find."""
    match name:
        case "WORKDIR":
            system.folder = value
            system.at("").mkdir(parents=True, exist_ok=True)
        case "ENV":
            for each in value.split():
                variable, _, text = each.partition("=")
                system.variables[variable] = Template(text).substitute(system.variables)
        case "USER":
            system.user = value
        case "ENTRYPOINT":
            system.entrypoint = _listed(value)
        case "CMD":
            system.arguments = _listed(value)
        case _:
            raise AssertionError(f"{name} is not known here")


def _listed(written: str) -> list[str]:
    return re.findall(r'"([^"]*)"', written)


def _begin(image: str, into: Path, system: System) -> None:
    """Make a *system* of what an *image* is begun with."""
    base = into / "base"
    if not base.is_dir():
        found = BASE.fullmatch(image)
        assert found, f"{image} is none of Python's on Debian"
        made = ["debootstrap", "--variant=minbase", f"--include={INSTALLED}", found["suite"]]
        _call([*made, str(base), MIRROR])
        (base / "usr/bin/python").symlink_to("python3")
        shutil.copytree(_wheels(base, into), base / WHEELS)
    _call(["cp", "--archive", str(base), str(system.root)])
    shutil.copy("/etc/resolv.conf", system.root / "etc")


def _wheels(base: Path, into: Path) -> Path:
    """What is locked, for the Python of a *base*."""
    python = next(path.name for path in (base / "usr/bin").glob("python3.[0-9]*"))
    machine = platform.machine()
    platforms = [f"--platform=manylinux_2_{minor}_{machine}" for minor in GLIBC]
    asked = ["--no-deps", "--require-hashes", "--requirement", str(ROOT / "requirements.txt")]
    which = ["--only-binary=:all:", f"--python-version={python.removeprefix('python')}", *platforms]
    old = f"--platform=manylinux2014_{machine}"
    fetched = [sys.executable, "-m", "pip", "--quiet", "download", *asked, *which, old]
    _call([*fetched, "--dest", str(into / WHEELS)])
    return into / WHEELS


def _copy(what: str, stages: Mapping[str, System], system: System) -> None:
    """Copy from an earlier stage, or of the project what is sent to who builds it."""
    *options, source, target = shlex.split(what)
    *more, source = [*[each for each in options if not each.startswith("--")], source]
    from_stage = next((each.removeprefix("--from=") for each in options if "--from=" in each), None)
    for name in (*more, source):
        found = stages[from_stage].at(name) if from_stage else ROOT / name
        if found.is_dir():
            ignored = None if from_stage else shutil.ignore_patterns("__pycache__")
            shutil.copytree(found, system.at(target), symlinks=True, ignore=ignored)
        else:
            shutil.copy(found, system.at(target))


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout}{done.stderr}"
