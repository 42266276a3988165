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


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """The one file in the cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return lambda: next(tmp_path.joinpath("statusnote").iterdir())


def described() -> Interface:
    interface = Interface()
    interface.cdef(C)
    return interface


def used(interface: object) -> tuple[int, int, int]:
    library = interface.dlopen(None)  # type: ignore[attr-defined]
    text = interface.new("char[]", b"vold")  # type: ignore[attr-defined]
    return library.abs(-3), library.strlen(text), library.RIGHT


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on, nothing is parsed."""

    def refuse(*_: object) -> None:
        raise AssertionError

    return lambda: monkeypatch.setattr(cffi.FFI, "cdef", refuse)


def test_what_was_described_once_is_parsed_no_more(
    kept: Callable[[], Path], no_parser: Callable[[], None]
) -> None:
    assert used(described()) == (3, 4, 1)
    assert kept().is_file()
    no_parser()
    assert used(described()) == (3, 4, 1)


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}", b"0\n{}", b"ab\xff\n(", b"\0"], ids=lambda content: repr(content)
)
def test_what_is_broken_in_the_cache_is_made_again(
    kept: Callable[[], Path], content: bytes
) -> None:
    described()
    whole = kept().read_bytes()
    kept().write_bytes(content)
    assert used(described()) == (3, 4, 1)
    assert kept().read_bytes() == whole


def test_one_part_of_it_is_as_good_as_nothing(kept: Callable[[], Path]) -> None:
    described()
    whole = kept().read_bytes()
    kept().write_bytes(whole[:-20])
    assert used(described()) == (3, 4, 1)
    assert kept().read_bytes() == whole


def test_what_others_can_write_is_not_believed(
    kept: Callable[[], Path], no_parser: Callable[[], None]
) -> None:
    described()
    kept().chmod(0o666)
    no_parser()
    with pytest.raises(AssertionError):
        described()


def test_what_belongs_to_somebody_else_is_not_believed(
    kept: Callable[[], Path], no_parser: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    described()
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    no_parser()
    with pytest.raises(AssertionError):
        described()


def test_a_cache_that_cannot_be_written_only_costs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "statusnote").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert used(described()) == (3, 4, 1)


def test_without_a_place_of_its_own_it_is_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # which the specification forbids
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    described()
    assert [*tmp_path.joinpath(".cache", "statusnote").iterdir()]


def test_who_has_no_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", none)
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
