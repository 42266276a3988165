"""Work on all cores: in order, ended by an interrupt, and where there is one core, done here."""

import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import active_children
from types import SimpleNamespace
from typing import Any

import pytest
from support.elsewhere import process_of

from statusnote.several import cores


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    handler = signal.getsignal(signal.SIGINT)
    yield
    assert active_children() == []
    assert signal.getsignal(signal.SIGINT) == handler


def never(_: object) -> bool:
    return False


def cores_of(monkeypatch: pytest.MonkeyPatch, count: int | None) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: count, raising=False)


@pytest.mark.parametrize(("count", "items"), [(1, "abc"), (None, "abc"), (4, "a")])
def test_one_core_or_one_item_is_worked_on_here(
    monkeypatch: pytest.MonkeyPatch, count: int | None, items: str
) -> None:
    cores_of(monkeypatch, count)
    made = cores.each_on_a_core(lambda item: (item, process_of(0)[1]), [*items], never)
    assert [*made] == [(item, os.getpid()) for item in items]


def test_several_are_answered_in_their_order_and_what_is_kept_apart_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cores_of(monkeypatch, 2)
    made = [*cores.each_on_a_core(process_of, [0.05, -1, 0], lambda item: item < 0)]
    assert [item for item, _ in made] == [0.05, -1, 0]
    assert [process == os.getpid() for _, process in made] == [False, True, False]


def test_an_interrupt_ends_the_others_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cores_of(monkeypatch, 2)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cores, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        [*cores.each_on_a_core(process_of, [60, 60], never)]


def test_a_process_leaves_interrupts_to_its_parent_and_ends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[Any] = []
    over = threading.Event()

    def end(code: int) -> None:
        ended.append(code)
        over.set()

    monkeypatch.setattr(os, "_exit", end)
    handler = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(cores, "parent_process", lambda: SimpleNamespace(join=lambda: None))
    cores.begin()
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    signal.signal(signal.SIGINT, handler)
    assert over.wait(10)
    monkeypatch.setattr(cores, "parent_process", lambda: None)
    cores._end_with_parent()
    assert ended == [1]
