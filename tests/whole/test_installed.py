"""The wheel and the sdist: installed where no checkout is, with what they declare and no more.

Nothing is fetched: what the wheel requires is linked from the environment that the tests run in, by
what its metadata declare, so that a package that isn't declared isn't there.
"""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer.main
from packaging.requirements import Requirement
from support.project import GOLDEN, ROOT
from support.result import Result

from statusnote import cli, systems
from statusnote.plan import starter
from statusnote.render.forms import FORMS, TEMPLATE_NAMES

SCRIPTS, ENDING = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
PYTHON = f"python{ENDING}"


class Built(NamedTuple):
    """What is published."""

    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built_in(ROOT, tmp_path_factory.mktemp("dist"))


def _built_in(project: Path, folder: Path) -> Built:
    command = (sys.executable, "-m", "hatchling", "build", "--directory", folder)
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Built(wheel, sdist)


def test_the_sdist_makes_the_same_wheel(built: Built, tmp_path: Path) -> None:
    safely: Any = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # from 3.11.4 on
    with tarfile.open(built.sdist) as archive:
        archive.extractall(tmp_path, **safely)  # noqa: S202 - what is in it is ours
    (project,) = tmp_path.iterdir()
    again = _built_in(project, tmp_path / "dist")
    assert again.wheel.name == built.wheel.name
    assert _held(again.wheel) == _held(built.wheel)


def _held(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_all_that_the_package_reads(built: Built) -> None:
    held = _held(built.wheel)
    source = ROOT / "src"
    ours = [path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert [path for path in ours if path.relative_to(source).as_posix() not in held] == []
    assert {f"statusnote/templates/{name}" for name in TEMPLATE_NAMES} <= held.keys()
    beside = {name.partition("/")[0] for name in held} - {"statusnote"}
    assert [re.sub(r"-.*\.", "-*.", name) for name in beside] == ["statusnote-*.dist-info"]


class Installed(NamedTuple):
    """An environment with the wheel and what it requires, and an empty folder to run it in."""

    home: Path
    folder: Path

    def run(self, *arguments: str | Path, program: str | Path = "", stdin: bytes = b"") -> Result:
        """`statusnote ARGUMENTS` in the folder, with nothing of this process's Python."""
        command = (program or self.home / SCRIPTS / f"statusnote{ENDING}", *arguments)
        kept = {name: held for name, held in os.environ.items() if not name.startswith("PYTHON")}
        kept["PYTHONUTF8"] = "1"
        done = subprocess.run(
            command, cwd=self.folder, env=kept, input=stdin, capture_output=True, check=False
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("home")
    venv.create(home, symlinks=True)
    options = ("--offline", "--no-deps", "--quiet", "--no-config", "--no-cache")
    python = ("--python", home / SCRIPTS / PYTHON)
    subprocess.run(
        (sys.executable, "-m", "uv", "pip", "install", *options, *python, built.wheel), check=True
    )
    site = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(home)}))
    metadata = next(data for name, data in _held(built.wheel).items() if name.endswith("/METADATA"))
    for name in required(message_from_bytes(metadata).get_all("Requires-Dist") or [], "office"):
        _link(name, site)
    return Installed(home, tmp_path_factory.mktemp("empty"))


def required(declared: list[str], extra: str = "") -> Iterator[str]:
    """The packages that are *declared*, without those of an extra, and what these require."""
    found: set[str] = set()
    waiting = [(each, extra) for each in declared]
    while waiting:
        written, wanted = waiting.pop()
        each = Requirement(written)
        if each.marker and not each.marker.evaluate({"extra": wanted}):
            continue
        key = f"{each.name} {sorted(each.extras)}"
        if key not in found:
            found.add(key)
            yield each.name
            more = distribution(each.name).requires or []
            waiting += [(one, extra) for one in more for extra in ("", *each.extras)]


def _link(name: str, site: Path) -> None:
    """The *name*d package, as it is installed here, in the folder *site*."""
    package = distribution(name)
    tops = {file.parts[0] for file in package.files or () if file.parts[0] != ".."}
    for top in tops - {"__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(package.locate_file(top))))


def test_nothing_of_the_checkout_is_there(installed: Installed) -> None:
    code = "import statusnote, sys; print(statusnote.__file__, *sys.path, sep='\\n')"
    shown = installed.run("-c", code, program=installed.home / SCRIPTS / PYTHON).out
    package, *paths = shown.splitlines()
    assert Path(package).is_relative_to(installed.home)
    assert [path for path in paths if str(ROOT) in path or "site-packages" in path] == [
        sysconfig.get_path("purelib", "venv", vars={"base": str(installed.home)})
    ]


PLAN = "data/initiatives.yaml"
NOTE = "build/statusnote.pdf"
# What is run, one after the other, in what begins as an empty folder: at least once each command.
RUNS: list[list[str]] = [
    ["init", "--ci", "github"],
    ["validate"],
    ["render", "--source", *(f"--format={form}" for form in FORMS)],
    ["summary"],
    ["due", "--as-of", "2026-09-01"],
    ["diff", PLAN, NOTE],
    ["history", PLAN, NOTE],
    ["upgrade"],
    ["extract", NOTE, "--output", "extracted.yaml"],
    ["verify", NOTE, PLAN],
    ["doctor"],
    ["schema"],
    ["ask"],
    ["collect", "build/runde"],
    ["approve", "--status"],
    *(["init", f"as {example}", "--example", example] for example in starter.EXAMPLES),
    *(["validate", f"as {example}/{PLAN}"] for example in starter.EXAMPLES),
    ["render", PLAN, "as climate", "--format=md", "--output=several"],
    ["summary", "."],
    ["due", ".", "--as-of", "2026-09-01"],
]
# In one process, which is begun by the package's own entry point.
ONE_AFTER_THE_OTHER = """
import json, sys
from importlib.metadata import entry_points

(script,) = entry_points(group="console_scripts", name="statusnote")
main = script.load()
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["statusnote", *arguments]
    try:
        main()
    except SystemExit as ended:
        print(arguments, "ended with", ended.code or 0)
"""


def test_every_command_runs_in_an_empty_folder(installed: Installed) -> None:
    assert {arguments[0] for arguments in RUNS} == {*typer.main.get_group(cli.app).commands}
    python = installed.home / SCRIPTS / PYTHON
    done = installed.run("-c", ONE_AFTER_THE_OTHER, json.dumps(RUNS), program=python)
    ended = [line for line in done.out.splitlines() if " ended with " in line]
    assert ended == [f"{arguments} ended with 0" for arguments in RUNS], done
    begun = starter.contents("github")
    assert {path: (installed.folder / path).read_bytes() for path in begun} == begun
    built = {path.name for path in (installed.folder / "build").iterdir() if path.is_file()}
    assert built == {f"statusnote.{form.endings[0]}" for form in FORMS.values()}
    extracted = (installed.folder / "extracted.yaml").read_bytes()
    assert extracted == (installed.folder / PLAN).read_bytes()


def test_the_command_is_there(installed: Installed) -> None:
    version = distribution("statusnote").version
    assert installed.run("--version") == Result(0, f"statusnote {version}\n", "")


def test_it_renders_the_real_plan_as_the_checkout_does(installed: Installed) -> None:
    data = (ROOT / "data" / "initiatives.yaml").read_bytes()
    done = installed.run("render", "-", "--format", "md", "--output", "-", stdin=data)
    assert done == Result(0, (GOLDEN / "note.md").read_text("utf-8"), "")


def test_it_runs_as_a_module(installed: Installed) -> None:
    python = installed.home / SCRIPTS / PYTHON
    begun = installed.run("-m", "statusnote", "init", "by module", program=python)
    assert begun.code == 0
    data, note = (str(Path("by module", name)) for name in (PLAN, NOTE))
    words = (str(python), "-m", "statusnote", "render", data, "--output", note)
    assert f"»{systems.typed(*words)}«" in begun.err


def test_a_program_can_build_on_it(installed: Installed) -> None:
    code = "import statusnote; print(*(each.code for each in statusnote.validate(b'')))"
    python = installed.home / SCRIPTS / PYTHON
    assert installed.run("-c", code, program=python) == Result(0, "E105\n", "")
