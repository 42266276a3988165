"""The patches in docs/upstream.md: they are for the releases that are installed."""

import re
from pathlib import Path

import pydyf
import pytest
from support.project import ROOT

PAGE = (ROOT / "docs" / "upstream.md").read_text("utf-8")
PATCHES = re.findall(r"^```diff\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
INSTALLED = Path(pydyf.__file__).parents[1]


@pytest.mark.parametrize("patch", PATCHES)
def test_a_patch_applies(patch: str) -> None:
    """What it takes away or leaves stands in its file where it says, and as often as it says."""
    for file in re.split(r"^--- a/", patch, flags=re.MULTILINE)[1:]:
        name, _, hunks = file.partition("\n")
        lines = (INSTALLED / name).read_text("utf-8").splitlines()
        for start, count, hunk in re.findall(HUNK, hunks, re.MULTILINE):
            before = [line[1:] for line in hunk.splitlines() if not line.startswith("+")]
            assert len(before) == int(count)
            assert lines[int(start) - 1 :][: len(before)] == before


HUNK = r"^@@ -(\d+),(\d+) \+\d+,\d+ @@.*\n((?:[ +-].*\n)+)"


def test_there_are_patches() -> None:
    assert [re.findall(r"^\+\+\+ b/(\w+)", patch, re.MULTILINE)[0] for patch in PATCHES] == [
        "pydyf",
        "pydyf",
        "weasyprint",
    ]
