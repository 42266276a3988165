"""What makes the note as PDF: statusnote, its floor and, beside them, Typst and Chromium."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from material import Material
from measuring import Command
from support.browser import PROGRAMS

STATUSNOTE, FLOOR, TYPST, CHROMIUM = "statusnote", "WeasyPrint alone", "Typst", "Chromium"
UNFINISHED = "statusnote, unfinished"
AFTER_OTHER = "statusnote, after another plan"
BROWSER_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--no-zygote",  # or the process that has the page is nobody's child whose memory is told
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def statusnote(*arguments: object) -> Command:
    """The installed program, as its users run it."""
    return [str(Path(sys.executable).with_name("statusnote")), *map(str, arguments)]


def script(name: str, *arguments: object) -> Command:
    """A script of this folder."""
    return [sys.executable, str(Path(__file__).with_name(name)), *map(str, arguments)]


def output(engine: str, files: Material) -> Path:
    """Where *engine* writes the note."""
    return files.plan.with_name(f"{engine}.pdf")


def engines(files: Material) -> dict[str, Command]:
    """The command of each engine that is here."""
    page = (files.page, files.style, files.system_fonts)
    commands = {
        STATUSNOTE: statusnote("render", files.plan, "--output", output(STATUSNOTE, files)),
        UNFINISHED: script(
            "unfinished.py", "render", files.plan, "--output", output(UNFINISHED, files)
        ),
        FLOOR: script("floor_render.py", *page, output(FLOOR, files)),
        TYPST: script("render_typst.py", files.typst, output(TYPST, files)),
    }
    if path := browser():
        commands[CHROMIUM] = _printing(path, files.web.as_uri(), output(CHROMIUM, files))
    return commands


def warm_engines(files: Material) -> dict[str, Command]:
    """What each engine takes that makes the note a second time in one process, or a second note."""
    commands = {
        STATUSNOTE: script("warm.py", STATUSNOTE, files.plan, output(STATUSNOTE, files)),
        AFTER_OTHER: script(
            "warm.py", STATUSNOTE, files.plan, output(AFTER_OTHER, files), files.other
        ),
        TYPST: script("warm.py", TYPST, files.typst, output(TYPST, files)),
    }
    if path := browser():
        commands[CHROMIUM] = script("warm.py", CHROMIUM, files.web, output(CHROMIUM, files), path)
    return commands


@cache
def browser() -> str | None:
    """The first Chromium or Chrome that is installed, and that can print to a folder of ours."""
    return next(filter(_prints, filter(None, map(shutil.which, PROGRAMS))), None)


def _prints(path: str) -> bool:
    with TemporaryDirectory() as folder:
        printed = Path(folder, "blank.pdf")
        subprocess.run(_printing(path, "about:blank", printed), capture_output=True, check=False)
        return printed.is_file()


def _printing(path: str, url: str, printed: Path) -> Command:
    profile = printed.with_name("profile")
    return [path, *BROWSER_OPTIONS, f"--user-data-dir={profile}", f"--print-to-pdf={printed}", url]
