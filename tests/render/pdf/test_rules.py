"""The rules of the tables, as they are drawn and as they are seen."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader
from support import awkward
from support.project import SMALL_PLAN

from statusnote import note
from statusnote.plan import loading
from statusnote.render.forms import FORMS
from statusnote.render.templates import Templates

BESIDE_TEXT = (210 - 20) / 210 - 0.004  # of the page's width: just inside the right rule


class Stroke(NamedTuple):
    """A stroked line, in pixels of CSS from the upper left corner of the page."""

    start: tuple[float, float]
    end: tuple[float, float]
    width: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.start[1] == self.end[1]


def strokes(pdf: bytes, number: int) -> list[Stroke]:
    """The lines beside the text that are stroked on a page, from 0, in pixels of CSS."""
    content = PdfReader(BytesIO(pdf)).pages[number].get_contents()
    assert content is not None
    found: list[Stroke] = []
    points: list[tuple[float, float]] = []
    width, marks = 0.0, [""]
    for operands, operator in content.operations:
        if operator in (b"BMC", b"BDC"):
            marks.append(operands[0])
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"w":
            width = float(operands[0])
        elif operator in (b"m", b"l"):
            points.append((float(operands[0]), float(operands[1])))
        elif operator == b"S" and marks[-1] == "/Artifact":
            found.append(Stroke(points[-2], points[-1], width))
    return found


def on_pixels(drawn: list[Stroke]) -> list[Stroke]:
    """Those of the lines that were *drawn* which lie in the middle of pixels."""
    return [line for line in drawn if {place % 1 for point in line[:2] for place in point} == {0.5}]


@pytest.mark.parametrize("name", ["the real note", "a cell of four pages", "news", "sixty grants"])
def test_they_lie_in_the_middle_of_pixels_and_meet(name: str) -> None:
    pdf = awkward.pdf(name)
    for number in range(len(PdfReader(BytesIO(pdf)).pages)):
        drawn = strokes(pdf, number)
        assert on_pixels(drawn) == drawn
        upright = [line for line in drawn if not line.is_level]
        columns = {line.start[0] for line in upright}
        level = [line for line in drawn if line.is_level and {line.start[0], line.end[0]} & columns]
        assert {x for line in level for x, _ in line[:2]} == columns
        rows = {line.start[1] for line in level}
        assert {line.start[1] for line in upright} <= rows
        assert len({line.end[1] for line in upright} - rows) <= 1  # that of a row that goes on


def by_poppler(pdf: bytes, number: int, dpi: int) -> Image.Image:
    program = shutil.which("pdftoppm")
    assert program, "pdftoppm is missing: tools/system-packages test"
    page = str(number + 1)
    command = [program, "-r", str(dpi), "-f", page, "-l", page, "-png", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return Image.open(BytesIO(done.stdout))


def by_pdfium(pdf: bytes, number: int, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        picture: Image.Image = document[number].render(scale=dpi / 72).to_pil()
    return picture


@pytest.mark.parametrize("dpi", [72, 96, 120, 144])
@pytest.mark.parametrize("shown", [by_poppler, by_pdfium])
def test_they_are_of_one_weight_on_a_screen(
    shown: Callable[[bytes, int, int], Image.Image], dpi: int
) -> None:
    weights = [*_weights(shown(awkward.pdf("the real note"), 3, dpi).convert("L"))]
    assert len(weights) == 6
    assert max(weights) < 1.25 * min(weights)


def _weights(page: Image.Image) -> Iterator[int]:
    """How dark each level rule is, in a column of pixels that no text is in."""
    x = round(page.width * BESIDE_TEXT)
    below_label = round(page.height * 0.08)
    column = page.crop((x, below_label, x + 1, page.height))
    darkness = [255 - lightness for lightness in column.tobytes()]
    for dark, pixels in groupby(darkness, lambda value: value > PAPER):
        if dark:
            yield sum(pixels)


PAPER = 20  # what is no darker is paper, or the grey behind a head


@pytest.mark.parametrize(
    ("style", "count"),
    [
        ("td { border: 0.5pt solid }", 4),
        ("td { border-bottom: 1pt solid #ccc }", 1),
        ("table { border-left: 0.5pt solid } td { border-bottom: 0.5pt solid }", 2),
        ("td { border: 2pt solid }", 0),
        ("td { border: 0.5pt dotted }", 0),
        ("td { border: 0.5pt solid; border-radius: 3pt }", 0),
        ("table { border-collapse: collapse } td { border: 0.5pt solid }", 0),
        ("td { border: 0.5pt solid; visibility: hidden }", 0),
        ("p { border: 0.5pt solid }", 0),
    ],
)
def test_only_thin_plain_ones_of_tables_are_taken_over(
    style: str, count: int, tmp_path: Path
) -> None:
    (tmp_path / "note.html.j2").write_text("<html lang=da><title>T</title><table><tr><td><p>a")
    (tmp_path / "note.css").write_text(style)
    shown = note.derive(loading.read(SMALL_PLAN, "plan.yaml").plan)
    drawn = strokes(FORMS["pdf"].render(shown, Templates.found(tmp_path)), 0)
    assert len(on_pixels(drawn)) == count
