"""What is kept for the next start, and never believed where it could be somebody else's."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from statusnote import cache, systems

Made = Callable[[], bytes]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "statusnote"


@pytest.fixture
def made() -> Made:
    """What is made of one thing, which is another one each time that it is made anew."""
    numbers = iter("0123456789")
    return lambda: cache.made("number", ("a", "b"), lambda: next(numbers).encode())


def test_what_was_made_once_is_not_made_again(home: Path, made: Made) -> None:
    assert (made(), made()) == (b"0", b"0")
    (kept,) = home.iterdir()
    assert kept.name.startswith("number-")


def test_of_something_else_something_else_is_made(home: Path, made: Made) -> None:
    assert made() == b"0"
    for kind, of in (("number", ("ab",)), ("number", ("a", "b", "")), ("face", ("a", "b"))):
        assert cache.made(kind, of, lambda: b"other") == b"other"
    assert len([*home.iterdir()]) == 4


@pytest.mark.parametrize("broken", [b"", b"\n", b"0", b"0\n0", b"\0\xff"], ids=repr)
def test_what_is_broken_is_made_again(home: Path, made: Made, broken: bytes) -> None:
    made()
    (kept,) = home.iterdir()
    kept.write_bytes(broken)
    assert (made(), made()) == (b"1", b"1")


def test_what_is_cut_off_is_made_again(home: Path, made: Made) -> None:
    made()
    (kept,) = home.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert (made(), made()) == (b"1", b"1")


def test_what_others_can_write_is_not_believed(home: Path, made: Made) -> None:
    made()
    (kept,) = home.iterdir()
    kept.chmod(0o666)
    assert made() == b"1"


def test_what_belongs_to_somebody_else_is_not_believed(
    home: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    assert made() == b"1"


def test_a_folder_that_cannot_be_written_only_costs_time(home: Path, made: Made) -> None:
    home.write_text("no folder")
    assert (made(), made()) == (b"0", b"1")


def test_the_oldest_go(home: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    made()
    (oldest,) = home.iterdir()
    os.utime(oldest, (0, 0))
    for number in ("x", "y"):
        cache.made("number", (number,), number.encode)
    assert len([*home.iterdir()]) == 2
    assert not oldest.exists()


@pytest.mark.parametrize("named", ["", "relative"])  # the latter is forbidden
def test_without_a_place_of_its_own_it_is_in_the_home(
    named: str, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    made()
    assert len([*tmp_path.joinpath(".cache", "statusnote").iterdir()]) == 1


def test_who_has_no_home_has_no_cache(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", none)
    assert (made(), made()) == (b"0", b"1")


def test_windows_has_a_folder_of_the_users_own(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(systems, "WINDOWS", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert (made(), made()) == (b"0", b"0")
    assert len([*tmp_path.joinpath("statusnote").iterdir()]) == 1
