"""What differs on Windows, shown here by putting what it has in place of what is here."""

import ctypes
import io
import shlex
import signal
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote import bounds, systems
from statusnote.bounds import Exhausted, bounded
from statusnote.systems import PLAINLY, lacks, shows_colour, typed


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "WINDOWS", True)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systems, "WINDOWS", False)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1))
def test_a_command_is_quoted_as_a_shell_reads_it(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(systems, "WINDOWS", False)
        assert shlex.split(typed(*words)) == words


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("statusnote", "validate", "data\\plan.yaml"), "statusnote validate data\\plan.yaml"),
        (("statusnote", "C:\\Mine planer\\plan.yaml"), 'statusnote "C:\\Mine planer\\plan.yaml"'),
        (("statusnote", "Bolig & by.yaml"), 'statusnote "Bolig & by.yaml"'),
        (("git", "show", "HEAD~1:data/plan.yaml"), 'git show "HEAD~1:data/plan.yaml"'),
        (("statusnote", "min plan\\"), 'statusnote "min plan\\\\"'),
        (("statusnote", 'a "b" c'), 'statusnote "a \\"b\\" c"'),
        (("statusnote", ""), 'statusnote ""'),
        (("statusnote", "æøå.yaml"), "statusnote æøå.yaml"),
    ],
)
def test_a_command_is_quoted_as_cmd_and_powershell_read_it(
    words: tuple[str, ...], written: str
) -> None:
    assert typed(*words) == written


@given(st.text('a \\"'))
def test_a_word_in_double_quotes_is_the_same_to_the_program(word: str) -> None:
    """What Python writes for a program that Windows starts is read as ours is."""
    assert systems._quoted(f"{word} ") == subprocess.list2cmdline([f"{word} "])


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def console(*, mode: int | None, settable: bool, set_: list[tuple[int, int]]) -> SimpleNamespace:
    """The functions of Windows for a console that is in a *mode*, or is none."""

    def get_mode(_handle: ctypes.c_void_p, into: Any) -> int:
        into._obj.value = mode or 0
        return int(mode is not None)

    def set_mode(handle: ctypes.c_void_p, wanted: int) -> int:
        set_.append((ctypes.c_int32(handle.value or 0).value, wanted))
        return int(settable)

    kernel = SimpleNamespace(
        GetStdHandle=lambda number: number, GetConsoleMode=get_mode, SetConsoleMode=set_mode
    )
    return SimpleNamespace(kernel32=kernel)


@pytest.mark.usefixtures("elsewhere")
def test_a_terminal_shows_colour_and_nothing_else_does() -> None:
    assert [shows_colour(each) for each in (None, io.StringIO(), Terminal())] == [
        False,
        False,
        True,
    ]


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("mode", "settable", "shown"), [(3, True, True), (3, False, False), (None, True, False)]
)
def test_a_console_of_windows_is_told_to_obey_codes_or_gets_none(
    monkeypatch: pytest.MonkeyPatch, mode: int | None, settable: bool, shown: bool
) -> None:
    wanted: list[tuple[int, int]] = []
    functions = console(mode=mode, settable=settable, set_=wanted)
    monkeypatch.setattr(ctypes, "windll", functions, raising=False)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert [shows_colour(each) for each in (Terminal(), sys.stderr)] == [shown, shown]
    assert wanted == ([] if mode is None else [(-11, 7), (-12, 7)])
    assert not shows_colour(io.StringIO())


@pytest.mark.usefixtures("windows")
def test_the_peak_of_memory_is_asked_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(process: ctypes.c_void_p, counters: Any, size: int) -> int:
        assert process.value == ctypes.c_void_p(-1).value
        assert size == ctypes.sizeof(counters._obj) == 8 + 8 * ctypes.sizeof(ctypes.c_size_t)
        counters._obj.peak_working_set = 12_345_678
        return 1

    functions = SimpleNamespace(kernel32=SimpleNamespace(K32GetProcessMemoryInfo=tell))
    monkeypatch.setattr(ctypes, "windll", functions, raising=False)
    assert bounds._peak() == 12_345_678


@pytest.fixture
def without_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("setitimer", "getitimer", "ITIMER_PROF", "SIGPROF"):
        monkeypatch.delattr(signal, name, raising=False)


def _count_for_ever() -> None:
    while True:
        sum(range(10_000))


@pytest.mark.usefixtures("without_timers")
def test_what_takes_long_is_ended_without_a_timer_too() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Exhausted), bounded(0.3, 2**40):
        _count_for_ever()
    with bounded(60, 2**40):
        assert sum(range(10)) == 45
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.usefixtures("without_timers")
def test_what_is_ended_once_is_not_ended_again_without_a_timer() -> None:
    with pytest.raises(Exhausted), bounded(-1, 2**40):
        _end_and_be_told_again()


def _end_and_be_told_again() -> None:
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.parametrize(
    ("encoding", "text", "written"),
    [
        ("cp1252", "✓ gennemført  11  ━━━", "  gennemført  11  ==="),
        ("cp1252", "Nr. 1  ≠ ✓ gennemført", "Nr. 1  #   gennemført"),
        ("cp1252", "»Æblegrød« – 4,5 mio. kr. …", "»Æblegrød« – 4,5 mio. kr. …"),
        ("latin-1", "»Æblegrød« – 4,5 mio. kr. …", "»Æblegrød« - 4,5 mio. kr. ..."),
        ("ascii", "Mente du »ja«? “Yes”", 'Mente du "ja"? "Yes"'),
        ("cp1252", "a→b 漢 (✓)", "a?b   (?)"),
    ],
)
def test_what_an_encoding_lacks_is_written_plainly(encoding: str, text: str, written: str) -> None:
    assert text.encode(encoding, PLAINLY).decode(encoding) == written
    assert lacks(encoding, text) == (text != written)


def test_what_can_not_be_read_from_a_stream_that_is_written_is_marked() -> None:
    assert b"\xe6b".decode("utf-8", PLAINLY) == "\ufffdb"
