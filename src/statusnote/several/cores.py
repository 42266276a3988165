"""Work on several things at once, on all cores of the processor."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
TICK = 0.2  # seconds, after which Windows is asked for an interrupt, which ends no waiting there
LONGEST_END = 1  # second, for what is left to be cleared up


def each_on_a_core(
    work: Callable[[Item], Result], items: Sequence[Item], apart: Callable[[Item], bool]
) -> Iterator[Result]:
    """What *work* makes of each of *items*, in their order, whichever is done first.

    They are worked on by other processes, as many as there are cores, to which *work* and an item
    must be sent; what is to be kept *apart* from them is worked on here. Where there is one core
    or one item, that is all of them. An interrupt ends the other processes at once.
    """
    cores = getattr(os, "process_cpu_count", os.cpu_count)() or 1
    if min(cores, len(items)) == 1:
        yield from map(work, items)
        return
    executor = ProcessPoolExecutor(min(cores, len(items)), get_context("spawn"), begin)
    try:
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as those have it that begin now
        try:
            futures = [None if apart(item) else executor.submit(work, item) for item in items]
        finally:
            signal.signal(signal.SIGINT, handler)
        for item, future in zip(items, futures, strict=True):
            yield _result_of(future) if future else work(item)
    except BaseException:
        _end(executor)
        raise
    executor.shutdown()


def _result_of(future: "Future[Result]") -> Result:
    while not future.done():
        wait([future], TICK)
    return future.result()


def _end(executor: ProcessPoolExecutor) -> None:
    """End the processes. Of one that was about to answer, the rest would be waited for in vain."""
    for process in active_children():
        process.kill()
    ending = Thread(target=executor.shutdown, daemon=True)
    ending.start()
    ending.join(LONGEST_END)


def begin() -> None:
    """What a process begins with: an interrupt is its parent's to obey, with which it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
