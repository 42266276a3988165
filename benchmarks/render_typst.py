"""Typst on the finished note, with the packaged fonts.

Usage: render_typst.py NOTE.typ OUTPUT.pdf
"""

import sys
from pathlib import Path

import font_source_serif_pro
import typst


def main(source: str, output: str) -> None:
    """Render the file *source* to the file *output*."""
    fonts = Path(font_source_serif_pro.font_files_ttf["SourceSerifPro"]).parent
    typst.compile(source, output=output, font_paths=[str(fonts)], ignore_system_fonts=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
