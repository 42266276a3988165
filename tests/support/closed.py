"""A folder in which nobody can see what lies, whoever runs the tests."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the system deny that a *folder* is listed, for as long as a test runs."""
    listed = os.scandir

    def refused(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).resolve() == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
