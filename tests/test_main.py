"""How a run begins, by `statusnote` or by `python -m statusnote`."""

import gc
import importlib
import runpy
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import pytest

# Ends the run where the command line is imported, as by Ctrl-C.
INTERRUPTED = """
import signal, sys

class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "statusnote.cli":
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting())
from statusnote.__main__ import main
main()
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """What a run sets for its process is set back behind the test."""
    handler = signal.getsignal(signal.SIGINT)
    yield
    gc.unfreeze()
    signal.signal(signal.SIGINT, handler)


def as_command() -> None:
    importlib.import_module("statusnote.__main__").main()


def as_module() -> None:
    runpy.run_module("statusnote", run_name="__main__")


@pytest.mark.parametrize("begin", [as_command, as_module])
@pytest.mark.parametrize("handler", [signal.default_int_handler, signal.SIG_IGN])
def test_it_runs_as_a_command_and_as_a_module(
    begin: Callable[[], None],
    handler: Any,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["statusnote", "--version"])
    signal.signal(signal.SIGINT, handler)
    monkeypatch.delitem(sys.modules, "statusnote.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        begin()
    assert (ended.value.code, capfd.readouterr().out.split()) == (
        0,
        ["statusnote", version("statusnote")],
    )
    assert signal.getsignal(signal.SIGINT) == handler
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_an_interrupt_ends_even_the_start_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
