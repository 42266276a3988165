"""Makes the pages' pictures: page 1 of the note, and the summary as a terminal shows it."""

import io
import re
import subprocess
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from statusnote import commands, summary

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Make both."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    _page(IMAGES / "page-1")
    _summary(IMAGES / "summary.svg")


def _page(target: Path) -> None:
    note = ROOT / "build" / "statusnote.pdf"
    command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, note, target], check=True)


def _summary(target: Path) -> None:
    data = str(ROOT / "data" / "initiatives.yaml")
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    figures, _ = commands.summarize(data, ["SBM"], (), ())
    console.print(summary.rendered(figures, console.width))
    console.save_svg(
        str(target),
        title="statusnote summary --ministry SBM",
        theme=DEFAULT_TERMINAL_THEME,
        code_format=_without_web_fonts(CONSOLE_SVG_FORMAT),
        unique_id="summary",
    )


def _without_web_fonts(template: str) -> str:
    """The picture must not fetch anything when it is looked at."""
    return re.sub(r"@font-face {{.*?}}", "", template, flags=re.DOTALL)


if __name__ == "__main__":
    main()
