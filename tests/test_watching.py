"""When a round begins: as soon as a change is whole, and never for want of one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from statusnote import watching

Step = Callable[[], object]


class EndedError(Exception):
    """Raised where all that was to happen has happened."""


@pytest.fixture
def rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[int]]:
    """Behind how many looks each round begins, where a step is taken before each of them."""
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("1")

    def watch(*steps: Step | None) -> list[int]:
        waiting, taken = iter(steps), [0]

        def pause(seconds: float) -> None:
            assert seconds == watching.PAUSE
            if (step := next(waiting, "none")) == "none":
                raise EndedError
            taken[0] += 1
            if callable(step):
                step()

        monkeypatch.setattr(watching, "sleep", pause)
        begun: list[int] = []
        with pytest.raises(EndedError):
            begun.extend(taken[0] for _ in watching.rounds(lambda: map(Path, ("a", "b", "\0"))))
        return begun

    return watch


def written(path: str, text: str) -> Step:
    return lambda: Path(path).write_text(text)


def gone(path: str) -> Step:
    return lambda: Path(path).unlink()


def test_the_first_one_begins_at_once_and_without_a_change_it_is_the_only_one(
    rounds: Callable[..., list[int]],
) -> None:
    assert rounds(None, None, None) == [0]


def test_a_change_begins_one_when_two_looks_have_seen_it(rounds: Callable[..., list[int]]) -> None:
    assert rounds(None, written("a", "12"), None, None, written("a", "123"), None) == [0, 3, 6]


def test_what_is_still_being_written_is_waited_for(rounds: Callable[..., list[int]]) -> None:
    parts = [written("a", "1" * length) for length in (2, 3, 4)]
    assert rounds(*parts, None, None) == [0, 4]


def test_what_is_set_back_is_no_change(rounds: Callable[..., list[int]]) -> None:
    there = Path("a").stat()

    def back() -> None:
        Path("a").write_text("1")
        os.utime("a", ns=(there.st_atime_ns, there.st_mtime_ns))

    assert rounds(written("a", "12"), back, None, None) == [0]


def test_a_file_that_is_replaced_is_waited_for(rounds: Callable[..., list[int]]) -> None:
    replaced = [gone("a"), None, written("a", "12"), None]
    assert rounds(*replaced, None) == [0, 4]


def test_a_file_that_stays_away_is_a_change_at_last(rounds: Callable[..., list[int]]) -> None:
    away = [gone("a"), *[None] * (watching.PATIENCE + 5)]
    assert rounds(*away) == [0, watching.PATIENCE + 1]
    assert rounds(written("a", "1"), None, None) == [0, 2]


def test_one_that_comes_is_a_change(rounds: Callable[..., list[int]]) -> None:
    assert rounds(written("b", "1"), None) == [0, 2]


def test_one_of_the_same_size_and_time_is_another_file(rounds: Callable[..., list[int]]) -> None:
    def replaced() -> None:
        there = Path("a").stat()
        Path("new").write_text("2")
        os.utime("new", ns=(there.st_atime_ns, there.st_mtime_ns))
        Path("new").replace("a")

    assert rounds(replaced, None) == [0, 2]


def test_what_changes_while_a_round_goes_on_begins_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "sleep", lambda _seconds: None)
    path = tmp_path / "a"
    path.write_text("1")
    begun: Iterator[None] = watching.rounds(lambda: [path])
    next(begun)
    path.write_text("12")
    next(begun)
