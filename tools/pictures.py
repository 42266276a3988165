"""Makes the pages' pictures: of the note, of a workbook, and of what a terminal shows."""

import io
import re
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from support.office import converted

from statusnote import commands, summary
from statusnote.answers import asking
from statusnote.plan import loading

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data" / "initiatives.yaml"
IMAGES = ROOT / "docs" / "images"


def main() -> None:
    """Make all of them."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    _page(ROOT / "build" / "statusnote.pdf", 1, IMAGES / "page-1")
    _workbook()
    _summary(IMAGES / "summary.svg")


def _page(document: Path, number: int, target: Path) -> None:
    command = ["pdftoppm", "-png", "-r", "80", "-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run([*command, document, target], check=True)


def _workbook() -> None:
    """The first two sheets of a workbook, as LibreOffice prints them."""
    data = DATA.read_bytes()
    plan = loading.read_bytes(data, str(DATA)).plan
    sent = asking.files_for(plan, data, ["SUM"], date(2025, 5, 15))
    with TemporaryDirectory() as folder:
        printed = Path(folder, "SUM.pdf")
        printed.write_bytes(converted({"SUM.xlsx": sent["SUM.xlsx"]}, "pdf")["SUM"])
        _page(printed, 1, IMAGES / "workbook-instructions")
        _page(printed, 2, IMAGES / "workbook-status")


def _summary(target: Path) -> None:
    data = str(DATA)
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
