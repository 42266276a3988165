"""What a terminal is shown while something goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from rich.status import Status
from rich.text import Text
from support.result import Result

from statusnote import systems
from statusnote.cli import progress
from statusnote.diagnostics.messages import reports
from statusnote.render.pdf.progress import Done


def test_a_terminal_is_shown_which_page_it_is_at_but_not_quietly(
    run: Callable[..., Result], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(systems, "shows_colour", lambda _stream: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    told: list[Done] = []

    def far(done: Done) -> Text:
        told.append(done)
        return Text("langt")

    monkeypatch.setattr(progress, "far", far)
    note = write().with_name("note.pdf")
    shown = run("render", write(), "--output", note)
    assert "Notatet sættes op …" in shown.err
    assert told == [Done(1, 1, painted=False), Done(1, 1, painted=True)]
    alike = note.read_bytes()
    assert run("render", write(), "--output", note, "--quiet") == Result(0, "", "")
    assert note.read_bytes() == alike


def test_an_interrupt_leaves_a_terminal_with_its_cursor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(status: Status) -> None:
        status.console.show_cursor(False)
        raise KeyboardInterrupt

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(systems, "shows_colour", lambda _: True)
    monkeypatch.setattr(Console, "is_terminal", True)
    monkeypatch.setattr(Status, "start", interrupted)
    with pytest.raises(KeyboardInterrupt), progress.shown(reports.RENDERING):
        raise AssertionError
    assert capsys.readouterr().err == "\x1b[?25l\x1b[?25h"


@pytest.mark.parametrize(
    ("done", "shown"),
    [
        (Done(1, 8, painted=False), "[━━━━━               ] side 1 af ca. 8 sættes op"),
        (Done(8, 8, painted=False), "[━━━━━━━━━━━━        ] side 8 af ca. 8 sættes op"),
        (Done(1, 8, painted=True), "[━━━━━━━━━━━━━━      ] side 1 af 8 skrives"),
        (Done(8, 8, painted=True), "[━━━━━━━━━━━━━━━━━━  ] side 8 af 8 skrives"),
    ],
)
def test_a_bar_shows_how_far_it_is(done: Done, shown: str) -> None:
    assert progress.far(done).plain == shown
