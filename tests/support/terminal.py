"""A program on a terminal of its own: what it shows is waited for, and keys are pressed."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LONGEST = 60  # seconds, for which something is waited for
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")  # which move, colour and hide (ECMA-48, 8.3)
INTERRUPT = "\x03"  # what Ctrl-C sends


@dataclass
class Terminal:
    """What a *program* shows and is sent, by a *descriptor*; *shown* is what wasn't seen yet."""

    program: "subprocess.Popen[bytes]"
    descriptor: int
    shown: str = ""

    def see(self, text: str) -> str:
        """Wait until *text* is shown; gives what was shown up to it, and not seen before."""
        until = time.monotonic() + LONGEST
        while text not in self.shown:
            assert time.monotonic() < until, f"{text!r} is not in {self.shown!r}"
            assert self._read(), f"it ended without {text!r}: {self.shown!r}"
        before, _, self.shown = self.shown.partition(text)
        return before + text

    def press(self, keys: str) -> None:
        """Send *keys*, as if they were pressed."""
        os.write(self.descriptor, keys.encode())

    def ended(self) -> int:
        """Wait until the program has ended; gives its exit code, and *shown* is all of the rest."""
        while self._read():
            pass
        return self.program.wait(LONGEST)

    def _read(self) -> bool:
        """Wait until more is shown; whether there is more, and it hasn't ended."""
        there = select.select([self.descriptor], [], [], LONGEST)[0]
        assert there, f"nothing follows {self.shown!r}"
        try:
            chunk = os.read(self.descriptor, 65536)
        except OSError:  # Linux says so where the other end is closed
            return False
        self.shown += CODES.sub("", chunk.decode(errors="replace"))
        return bool(chunk)


@contextmanager
def terminal(
    command: Sequence[str | Path], folder: Path, columns: int = 80, **variables: str
) -> Iterator[Terminal]:
    """*command*, run in a *folder* on a terminal that is so wide, with environment *variables*."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    environment: dict[str, Any] = {**os.environ, "TERM": "xterm-256color", **variables}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_own,
    ) as program:
        os.close(theirs)
        try:
            yield Terminal(program, ours)
        finally:
            program.kill()
            os.close(ours)


def _own() -> None:
    """Have Ctrl-C on the terminal interrupt the program, whatever runs these tests."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
