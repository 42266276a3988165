"""What takes long to make, and is the same each time: kept for the next start, in the user's cache.

A cache that is lost, broken, read-only or somebody else's only costs time.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from statusnote import files, systems
from statusnote.diagnostics.problem import ProblemsFound

MOST = 50  # files, of which the oldest are removed


def made(kind: str, of: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
    """What *make* makes *of* what decides it, or what it made of that earlier.

    The *kind* is a word that tells it from what else is kept.
    """
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"{kind}-{sha256(repr(of).encode()).hexdigest()}"
    content = _kept(path)
    if content is None:
        content = make()
        _keep(path, content)
    return content


def _folder() -> Path | None:
    """Where the user's cache is, if the user has a home.

    Source: XDG Base Directory Specification, XDG_CACHE_HOME; Microsoft, »KNOWNFOLDERID«.
    """
    named = os.environ.get("LOCALAPPDATA" if systems.WINDOWS else "XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # noqa: PTH117 - as the specification has it
        return Path(named, "statusnote")
    with suppress(RuntimeError):
        return Path.home() / ".cache" / "statusnote"
    return None


def _kept(path: Path) -> bytes | None:
    """What is kept at *path*; nothing where somebody else could have put it there."""
    try:
        with path.open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return None
            seal, _, content = file.read().partition(b"\n")
    except OSError:
        return None
    return content if seal == _seal(content) else None


def _is_ours(status: os.stat_result) -> bool:
    """Whether a file can be written by this user alone, as Windows has the whole folder."""
    if systems.WINDOWS:
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & OTHERS_WRITE


OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def _keep(path: Path, content: bytes) -> None:
    """Keep *content*, behind a line with its hash, and not too much else."""
    with suppress(ProblemsFound, OSError):
        files.write_all({str(path): _seal(content) + b"\n" + content})
        for old in sorted(path.parent.iterdir(), key=_when, reverse=True)[MOST:]:
            old.unlink()


def _when(path: Path) -> int:
    return path.stat().st_mtime_ns


def _seal(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
