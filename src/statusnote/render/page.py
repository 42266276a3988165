"""The note as a web page: one file that asks for nothing, and is complete without a script."""

import base64
import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import font_source_serif_pro
from fontTools import subset
from fontTools.ttLib import TTFont
from markupsafe import escape

from statusnote.danish import keep_words_together
from statusnote.render import note_json
from statusnote.render.forms import FORMS
from statusnote.render.html import showing

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates

PAGE, STYLE = FORMS["html"].templates
FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("It", 400, "italic"))
SLANTED = ("<em>", 'class="mark"')  # what is set in italics
FILES = {Path(file).stem: Path(file) for file in font_source_serif_pro.font_files_ttf.values()}


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* as one HTML file in UTF-8, with its style, its fonts, and `note.json` in it.

    Its Content-Security-Policy lets it ask for nothing and run nothing. Raises ProblemsFound where
    a template is wrong.
    """
    body = templates.fill(PAGE, note, escape_html=True, shown=showing(keep_words_together))
    style = _faces(body) + templates.read(STYLE).replace("</", r"<\/")
    title = f"UDKAST: {note.title}" if note.draft else note.title
    policy = f"default-src 'none'; style-src 'sha256-{_hash(style)}'; font-src data:"
    page = f"""\
<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="dcterms.created" content="{note.as_of}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body class="{"draft" if note.draft else "note"}">
{body}<script type="application/json" id="note">{_data(note)}</script>
</body>
</html>
"""
    return page.encode()


def _hash(style: str) -> str:
    """The SHA-256 of *style* as a policy names it (Content Security Policy Level 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _data(note: "Note") -> str:
    """`note.json`, in which nothing ends the element that holds it."""
    told = json.loads(note_json.as_json(note))
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")


def _faces(shown: str) -> str:
    """The packaged fonts, each with the characters of what is *shown* alone."""
    return "".join(
        '@font-face { font-family: "Source Serif Pro"; '
        f"font-weight: {weight}; font-style: {style}; "
        f"src: url(data:font/woff2;base64,{_part(FILES[f'SourceSerifPro-{name}'], shown)}) }}\n"
        for name, weight, style in FACES
        if style == "normal" or any(slanted in shown for slanted in SLANTED)
    )


def _part(file: Path, shown: str) -> str:
    """The font in a *file* as WOFF2 in Base64, with the characters of what is *shown* alone."""
    options = subset.Options(flavor="woff2", layout_features=["kern", "mark", "lnum"])
    part = subset.Subsetter(options)
    part.populate(text=shown)
    made = BytesIO()
    with TTFont(file, recalcTimestamp=False) as font:
        part.subset(font)
        font.flavor = "woff2"
        font.save(made)
    return base64.b64encode(made.getvalue()).decode()
