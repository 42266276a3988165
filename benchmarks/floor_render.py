"""The least that rendering the note takes: the same imports, and WeasyPrint on the finished page.

Usage: floor_render.py PAGE.html STYLE.css FONTS.conf OUTPUT.pdf
"""

import os
import sys
from pathlib import Path

import floor_summary  # noqa: F401 - statusnote loads what its summary needs here too
import font_source_serif_pro
import jinja2.sandbox  # noqa: F401 - and this for its templates
import pyphen  # noqa: F401 - and this for the divisions
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = {Path(file).name: Path(file) for file in font_source_serif_pro.font_files_ttf.values()}


def main(page: str, style: str, system_fonts: str, output: str) -> None:
    """Render the file *page* with the style sheet *style* to the file *output*."""
    os.environ["FONTCONFIG_FILE"] = system_fonts
    fonts, fetcher = FontConfiguration(), PackagedFonts()
    css = CSS(string=Path(style).read_text("utf-8"), font_config=fonts, url_fetcher=fetcher)
    document = HTML(string=Path(page).read_text("utf-8"), url_fetcher=fetcher)
    document.write_pdf(output, stylesheets=[css], font_config=fonts, pdf_variant="pdf/a-3a")


class PackagedFonts(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Gives the packaged fonts by `font:NAME.ttf`."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The font that *url* names."""
        content = FONTS[url.removeprefix("font:")].read_bytes()
        return URLFetcherResponse(url, content, {"Content-Type": "font/ttf"})


if __name__ == "__main__":
    main(*sys.argv[1:])
