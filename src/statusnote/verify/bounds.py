"""How long work on what comes from elsewhere may take, and how much memory."""

import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

TICK = 0.2  # seconds between two looks at what was used
UNIT = 1 if sys.platform == "darwin" else 2**10  # bytes, in which the system tells of memory


class Exhausted(BaseException):
    """More was used than may be; no Exception, which a library could take for one of its own."""


@contextmanager
def bounded(seconds: float, most: int) -> Iterator[None]:
    """Work that may use the processor for *seconds*, and *most* bytes more than were used before.

    Raises Exhausted where it uses more. It is looked at while Python runs, in the main thread.
    """
    start, before = time.process_time(), _peak()

    def look(_number: int, _frame: FrameType | None) -> None:
        if time.process_time() - start > seconds or _peak() - before > most:
            signal.setitimer(signal.ITIMER_PROF, 0)  # or it is raised again while this is told
            raise Exhausted

    handler = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)


def _peak() -> int:
    """The most bytes of memory that this process had at any time."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
