"""Work that takes too long or too much memory is ended, and other work is not."""

import resource
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from statusnote import bounds
from statusnote.bounds import MB, Exhausted, Limits, allocating, bounded


def _count_for_ever() -> None:
    while True:
        with suppress(Exception):  # as a library may do
            sum(range(10_000))


def test_what_takes_long_is_ended() -> None:
    with pytest.raises(Exhausted), bounded(0.3, 2**40):
        _count_for_ever()


def test_what_takes_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    peaks = iter([100 * MB, 150 * MB, 201 * MB])
    monkeypatch.setattr(bounds, "_peak", lambda: next(peaks))
    with pytest.raises(Exhausted), bounded(60, 100 * MB):
        _count_for_ever()


def test_other_work_is_done_and_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with bounded(60, 2**40):
        done = sum(range(10))
    assert (done, signal.getsignal(signal.SIGPROF)) == (45, before)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert bounds._peak() > MB


def test_what_is_ended_once_is_not_ended_again_while_it_is_cleared_up() -> None:
    with pytest.raises(Exhausted), bounded(-1, 2**40):
        _end_and_look_at_the_timer()


def _end_and_look_at_the_timer() -> None:
    try:
        signal.raise_signal(signal.SIGPROF)
    finally:
        assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_what_asks_for_too_much_at_once_gets_none_of_it() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), allocating(100 * MB):
        bytes(10**10)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_where_the_system_does_not_tell_what_there_is_nothing_is_kept_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "MAPPED", Path("nowhere"))
    with allocating(0):
        assert len(bytes(10 * MB)) == 10 * MB


def test_the_limits_are_those_that_are_set_as_whole_numbers() -> None:
    assert Limits.set_in({}) == Limits(60, 1024 * MB)
    set_ = {"STATUSNOTE_TEMPLATE_SECONDS": "90", "STATUSNOTE_TEMPLATE_MB": "2000"}
    assert Limits.set_in(set_) == Limits(90, 2000 * MB)
    assert Limits.set_in(dict.fromkeys(set_, "0")) == Limits()
    assert Limits.set_in(dict.fromkeys(set_, "mange")) == Limits()
