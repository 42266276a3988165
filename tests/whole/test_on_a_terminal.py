"""Walks on a terminal: one writes, and the note follows; and a shell completes."""

import shutil
import sys
from pathlib import Path

import pytest
from support.project import SMALL_PLAN
from support.terminal import INTERRUPT, terminal

PROGRAM = Path(sys.executable).with_name("statusnote")


@pytest.mark.parametrize("columns", [60, 80])
def test_the_note_follows_what_is_written_until_ctrl_c(tmp_path: Path, columns: int) -> None:
    data, note = tmp_path / "plan.yaml", tmp_path / "note.md"
    data.write_text(SMALL_PLAN, "utf-8")
    command: list[str | Path] = [PROGRAM, "render", "plan.yaml", "--watch", "--output", "note.md"]
    with terminal(command, tmp_path, columns) as at:
        at.see("Ctrl-C standser.\n")
        at.see(": note.md\n")
        data.write_text(SMALL_PLAN.replace("lille", "stor"), "utf-8")
        at.see(": note.md\n")
        assert "en stor plan" in note.read_text("utf-8")
        data.write_text(SMALL_PLAN.replace("as_of", "asof"), "utf-8")
        at.see("plan.yaml:2:1: fejl E301")
        at.see("Intet er dannet; det seneste hele notat er urørt.\n")
        assert "en stor plan" in note.read_text("utf-8")
        data.write_text(SMALL_PLAN, "utf-8")
        at.see(": note.md\n")
        assert "en lille plan" in note.read_text("utf-8")
        at.press(INTERRUPT)
        assert at.ended() == 130
        assert at.shown.strip() in ("", "^C")


def test_a_tab_completes_in_bash(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    assert bash, "bash is missing: apt-get install bash"
    (tmp_path / "plan.yaml").write_text(SMALL_PLAN, "utf-8")
    with terminal([bash, "--norc", "-i"], tmp_path, 80, PS1="klar> ", INPUTRC="/dev/null") as at:
        at.see("klar> ")
        at.press(f"PATH='{PROGRAM.parent}':$PATH; eval \"$(statusnote --show-completion bash)\"\r")
        at.see("\nklar> ")
        at.press("statusnote summ\t")
        at.see("statusnote summary ")
        at.press("plan.yaml --minis\t")
        at.see("--ministry ")
        at.press("S\t\r")
        at.see("SBM")
        at.see("Et initiativ")
        at.press("exit\r")
        assert at.ended() == 0
