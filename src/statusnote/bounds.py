"""How long work on what comes from elsewhere may take, and how much memory."""

import re
import signal
import sys
import time
from _thread import interrupt_main
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import NamedTuple

from statusnote import systems

MB = 2**20  # bytes
TICK = 0.2  # seconds between two looks at what was used
UNIT = 1 if sys.platform == "darwin" else 2**10  # bytes, in which the system tells of memory


class Limits(NamedTuple):
    """What work on what comes from elsewhere may use: seconds of the processor, and bytes."""

    seconds: int = 60
    memory: int = 2**30

    @classmethod
    def set_in(cls, environment: Mapping[str, str]) -> "Limits":
        """What an *environment* sets, in seconds and MB; what is no number there sets nothing."""
        seconds, memory = (
            int(value) if re.fullmatch("[1-9][0-9]{0,5}", value) else None
            for value in (environment.get(name, "") for name in VARIABLES)
        )
        return cls(
            seconds or DEFAULT_LIMITS.seconds, memory * MB if memory else DEFAULT_LIMITS.memory
        )


DEFAULT_LIMITS = Limits()
VARIABLES = ("STATUSNOTE_TEMPLATE_SECONDS", "STATUSNOTE_TEMPLATE_MB")


class Exhausted(BaseException):
    """More was used than may be; no Exception, which a library could take for one of its own."""


@contextmanager
def bounded(seconds: float, most: int) -> Iterator[None]:
    """Work that may use the processor for *seconds*, and *most* bytes more than were used before.

    Raises Exhausted where it uses more. It is looked at while Python runs, in the main thread.
    """
    start, before = time.process_time(), _peak()
    clock = _Timer() if hasattr(signal, "setitimer") else _Ticker()

    def look(_number: int, _frame: FrameType | None) -> None:
        used = time.process_time() - start
        if clock.runs and (used > seconds or _peak() - before > most):
            clock.stop()  # or it is raised again while this is told
            raise Exhausted

    handler = signal.signal(clock.signal, look)
    clock.start()
    try:
        yield
    finally:
        clock.stop()
        signal.signal(clock.signal, handler)


class _Timer:
    """Sends a *signal* each time that the processor was used for a while."""

    runs = True

    def __init__(self) -> None:
        self.signal = signal.SIGPROF

    def start(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, TICK, TICK)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)


class _Ticker:
    """Has the handler of a *signal* run each time that a while has passed, where no timer is.

    It is a signal that nobody sends on Windows.
    """

    def __init__(self) -> None:
        self.signal = signal.SIGTERM
        self._over = Event()
        self._thread = Thread(target=self._tick, daemon=True)

    @property
    def runs(self) -> bool:
        return not self._over.is_set()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _tick(self) -> None:
        while not self._over.wait(TICK):
            interrupt_main(self.signal)


@contextmanager
def allocating(most: int) -> Iterator[None]:
    """Work that can't have *most* bytes more than there are now, not even in one step.

    Raises MemoryError where it asks for more. Only Linux tells what there is, and keeps to it.
    """
    if not MAPPED.is_file():
        yield
        return
    import resource  # which Windows lacks, as the file

    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(MAPPED.read_text("ascii").split()[0])
    limits = (before, hard, pages * resource.getpagesize() + most)
    lowest = min(limit for limit in limits if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (lowest, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


MAPPED = Path("/proc/self/statm")  # the first number in it is of pages (proc(5))


def _peak() -> int:
    """The most bytes of memory that this process had at any time."""
    if systems.WINDOWS:
        return systems.peak_of_memory()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
