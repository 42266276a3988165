"""Work that takes too long or too much memory is ended, and other work is not."""

import signal
from contextlib import suppress

import pytest

from statusnote.verify import bounds
from statusnote.verify.bounds import Exhausted, bounded

MB = 2**20


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
