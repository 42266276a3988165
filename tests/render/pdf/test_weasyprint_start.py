"""WeasyPrint is loaded without what a note doesn't need, and is the same as with it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cffi
import pytest

from statusnote.render.pdf import weasyprint_start
from statusnote.render.pdf.weasyprint_start import Interface, swift

C = "int abs(int value); size_t strlen(const char *text); enum side {LEFT, RIGHT};"


def described() -> Interface:
    interface = Interface()
    interface.cdef(C)
    return interface


def used(interface: object) -> tuple[int, int, int]:
    library = interface.dlopen(None)  # type: ignore[attr-defined]
    text = interface.new("char[]", b"vold")  # type: ignore[attr-defined]
    return library.abs(-3), library.strlen(text), library.RIGHT


def test_what_was_described_once_is_parsed_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert used(described()) == (3, 4, 1)
    monkeypatch.setattr(cffi.FFI, "cdef", refuse)
    assert used(described()) == (3, 4, 1)


def test_only_weasyprint_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, weasyprint_start.CALLER, raising=False)
    plain = cffi.FFI
    monkeypatch.setattr(sys, "platform", "linux")
    with swift():
        assert type(cffi.FFI()) is plain
        asked: dict[str, object] = {"__name__": weasyprint_start.CALLER}
        exec("import cffi; found = cffi.FFI()", asked)  # noqa: S102 - as that module does
        assert type(asked["found"]) is Interface
    assert cffi.FFI is plain


def test_on_other_systems_it_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    plain = cffi.FFI
    with swift():
        assert cffi.FFI is plain


SWIFT = """
import sys
from statusnote import cli
sys.argv = ["statusnote", "render", *sys.argv[1:]]
try: cli.main()
except SystemExit: print(*sys.modules, file=sys.stderr)
"""
SLOW = """
from contextlib import nullcontext
from statusnote.render.pdf import weasyprint_start
weasyprint_start.swift = nullcontext
"""
ON_LINUX = {"pycparser", "ctypes.util"} if sys.platform == "linux" else set()
NOT_NEEDED = ON_LINUX | weasyprint_start.UNUSED.keys()


def test_the_note_is_the_same_and_what_it_does_not_need_is_not_loaded(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    plan, environment = write(), os.environ | {"XDG_CACHE_HOME": str(tmp_path)}

    def loaded(code: str, output: str) -> set[str]:
        command = [sys.executable, "-c", code, str(plan), "--output", str(tmp_path / output)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return {*done.stderr.split()}

    assert loaded(SLOW + SWIFT, "slow.pdf") >= NOT_NEEDED
    assert "weasyprint" in loaded(SWIFT, "first.pdf")
    assert loaded(SWIFT, "swift.pdf") & NOT_NEEDED == set()
    slow, first, swiftly = (path.read_bytes() for path in sorted(tmp_path.glob("*.pdf")))
    assert slow == first == swiftly
