"""The note as a web page: one file that asks for nothing, and is complete without its script."""

import base64
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import font_source_serif_pro
import fontTools
from markupsafe import escape

from statusnote import cache
from statusnote.danish import keep_words_together
from statusnote.note import DRAFT
from statusnote.render import note_json, page_history
from statusnote.render.forms import FORMS
from statusnote.render.html import showing
from statusnote.render.page_figures import Page
from statusnote.render.page_texts import whole
from statusnote.render.record import (
    DATA_NAME,
    HISTORY_NAME,
    META,
    NOTE_JSON_NAME,
    OLDER_DATA_NAME,
    Record,
    in_policy,
    record_of,
)

if TYPE_CHECKING:
    from statusnote.note import Note
    from statusnote.render.forms import Sources
    from statusnote.render.templates import Templates

PAGE, STYLE, SCRIPT = FORMS["html"].templates
FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("It", 400, "italic"))
SLANTED = ("<em>", 'class="mark"')  # what is set in italics
FILES = {Path(file).stem: Path(file) for file in font_source_serif_pro.font_files_ttf.values()}


def render(note: "Note", templates: "Templates", sources: "Sources | None" = None) -> bytes:
    """The whole *note* as one HTML file in UTF-8, with all that it needs, and its *sources*.

    Its Content-Security-Policy lets it ask for nothing, and run nothing but its own script. Raises
    ProblemsFound where a template is wrong, or the history is none.
    """
    shown = showing(keep_words_together, whole)
    written = sources.history if sources else None
    history = page_history.read(written, HISTORY_NAME) if written else None
    body = templates.fill(PAGE, note, escape_html=True, shown=shown, page=Page(note, history))
    style = style_of(body, templates)
    script = templates.read(SCRIPT).replace("</", r"<\/").replace("<!--", r"<\!--")
    title = f"{DRAFT}: {note.title}" if note.draft else note.title
    policy = (
        f"default-src 'none'; style-src 'sha256-{in_policy(style)}'; "
        f"script-src 'sha256-{in_policy(script)}'; font-src data:"
    )
    record = asdict(_record(note, templates, sources)).items()
    made_by = "".join(f'<meta name="{META}{key}" content="{each}">\n' for key, each in record)
    page = f"""\
<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="dcterms.created" content="{note.as_of}">
{made_by}<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body class="{"draft" if note.draft else "note"}">
{body}{"".join(_carried(note, sources))}<script>{script}</script>
</body>
</html>
"""
    return page.encode()


def style_of(body: str, templates: "Templates") -> str:
    """The style of a page, with the fonts that its *body* takes. Raises ProblemsFound."""
    return _faces(body) + templates.read(STYLE).replace("</", r"<\/")


def _record(note: "Note", templates: "Templates", sources: "Sources | None") -> Record:
    history = sources.history if sources else None
    digest = sha256(history).hexdigest() if history else ""
    return replace(record_of(note, "html", templates, sources), history=digest)


def _carried(note: "Note", sources: "Sources | None") -> Iterator[str]:
    """The files that the page has with it, packed by Brotli (RFC 7932) and in Base64."""
    yaml, attached = "application/yaml", sources if sources and sources.attached else None
    if attached:
        yield _file(DATA_NAME, yaml, attached.data)
    if attached and attached.before:
        yield _file(OLDER_DATA_NAME, yaml, attached.before)
    if sources and sources.history:
        yield _file(HISTORY_NAME, "application/json", sources.history)
    yield _file(NOTE_JSON_NAME, "application/json", note_json.as_json(note))


def _file(name: str, media_type: str, content: bytes) -> str:
    """An element that no browser runs or shows."""
    packed = base64.b64encode(brotli.compress(content)).decode()
    return f'<script type="{media_type}" id="{name}" data-packed="br base64">{packed}</script>\n'


def _faces(shown: str) -> str:
    """The packaged fonts, each with the characters of what is *shown* alone."""
    characters = "".join(sorted({*shown}))
    return "".join(
        '@font-face { font-family: "Source Serif Pro"; '
        f"font-weight: {weight}; font-style: {style}; "
        "src: url(data:font/woff2;base64,"
        f"{_part(FILES[f'SourceSerifPro-{name}'], characters)}) }}\n"
        for name, weight, style in FACES
        if style == "normal" or any(slanted in shown for slanted in SLANTED)
    )


@lru_cache(maxsize=12)
def _part(file: Path, characters: str) -> str:
    """The font in a *file* as WOFF2 in Base64, with these *characters* alone.

    It takes the most time of a page, and is kept for the next one, and for the next start.
    """
    font = file.read_bytes()
    of = (fontTools.version, brotli.version, sha256(font).hexdigest(), characters)
    return base64.b64encode(cache.made("face", of, partial(_subset, font, characters))).decode()


def _subset(content: bytes, characters: str) -> bytes:
    from fontTools import subset  # which a page whose fonts are kept can do without
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor="woff2", layout_features=["kern", "mark", "lnum"])
    part = subset.Subsetter(options)
    part.populate(text=characters)
    made = BytesIO()
    with TTFont(BytesIO(content), recalcTimestamp=False) as font:
        part.subset(font)
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()
