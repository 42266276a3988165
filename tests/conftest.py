"""What all tests share: the command line run in this process, and golden files."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from support.golden import accept, listed
from support.project import GOLDEN, SMALL_PLAN
from support.result import Result

from statusnote import cli

# What decides how typer and rich, and so our commands, write, and what make tells another make.
DECIDING = (
    *("GITHUB_ACTIONS", "TF_BUILD", "STATUSNOTE_LANG"),
    *("TERM", "COLORTERM", "COLUMNS", "LINES"),
    *("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "MAKEFLAGS", "MAKELEVEL"),
)
CHANGED = pytest.StashKey[list[Path]]()

# The same examples each time, and as much time as they take, so that nothing fails by chance;
# `make fuzz` looks further.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept the present output")
    parser.addoption("--mutants", type=int, default=500, help="how many mutants to read")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tracing is for tests that hold one thing each: of those on whatever may come, it is slow.

    They are the ones on texts made at random; modules of the kind say so of themselves.
    """
    if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
        item.add_marker("no_cover")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[CHANGED] = []


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """List the golden files that were changed, so that none is accepted unseen."""
    if config.getoption("--update-golden"):
        terminalreporter.section("golden files that changed, by kind")
        changed = config.stash[CHANGED]
        for line in listed(changed):
            terminalreporter.line(line)


@pytest.fixture(autouse=True, scope="session")
def _plain_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests run in decides neither what we report and how, nor what git and make do.

    And what they keep for the next start is gone with them.
    """
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name in DECIDING or name.startswith("GIT_")]:
            environment.delenv(name)
        for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
            environment.setenv(name, os.devnull)
        environment.setenv("LC_ALL", "C.UTF-8")
        environment.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Run `statusnote ARGUMENTS` in this process, with *stdin*, 80 columns wide."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["statusnote", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return Result(int(ended.value.code or 0), out, err)

    monkeypatch.setenv("COLUMNS", "80")
    return call


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Assert that *text* is, whole, the golden file *name*; accept it under --update-golden."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden") and accept(path, text):
            request.config.stash[CHANGED].append(path)
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write *text* (by default a small valid plan) to a file of its own, and give its path."""

    def write_plan(text: str = SMALL_PLAN, name: str = "plan.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_plan
