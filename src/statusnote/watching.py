"""Files that are watched by looking at them again and again, as works on every drive."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import sleep

PAUSE = 0.3  # seconds between two looks
PATIENCE = 5  # looks, for which a file that is gone is waited for: it may be about to be replaced

# What is seen of a file that is there: when it was written, its size, and which file it is.
Look = dict[Path, tuple[int, int, int]]


def rounds(watched: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """Go on at once, and then each time that one of the files *watched* has become another.

    Which these are is asked anew at each look, and they need not be there. A change is one when two
    looks have seen the same, so that what is half written is waited for, and so is, for a while, a
    file that is gone. What changes while a round goes on begins the next one. It never ends.
    """
    seen = _look(watched())
    while True:
        yield
        seen = _next(seen, watched)


def _next(seen: Look, watched: Callable[[], Iterable[Path]]) -> Look:
    """What is there once it is something else than was *seen*."""
    before, missed = seen, 0
    while True:
        sleep(PAUSE)
        now = _look(watched())
        missed = missed + 1 if seen.keys() - now.keys() else 0
        if now == before != seen and (missed == 0 or missed > PATIENCE):
            return now
        before = now


def _look(paths: Iterable[Path]) -> Look:
    return {path: state for path in paths for state in _states(path)}


def _states(path: Path) -> Iterator[tuple[int, int, int]]:
    """The state of the file at *path*, if there is one that can be looked at."""
    try:
        seen = path.stat()
    except (OSError, ValueError):  # the latter for a name that no file can have
        return
    yield seen.st_mtime_ns, seen.st_size, seen.st_ino
