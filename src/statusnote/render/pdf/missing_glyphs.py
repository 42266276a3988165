"""Where a character stands that the fonts of the PDF lack."""

import re
import unicodedata
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from statusnote import danish, files
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem
from statusnote.plan.model import VOCABULARY
from statusnote.reading import parser
from statusnote.reading.nodes import Fragment, scalars
from statusnote.reading.source import Source
from statusnote.render.forms import FORMS

if TYPE_CHECKING:
    from statusnote.render.templates import Templates

MISSING = "E507"
CODES = (MISSING, "E710")  # of the data, and of the older ones
# What makes one emoji of several (Unicode Technical Standard #51, 1.4): joiners, forms, and tags.
JOINING = "\u200d\ufe00-\ufe0f\U000e0020-\U000e007f"


def drawn_in_parts(texts: Iterable[str], glyphs: Container[int]) -> list[str]:
    """The characters in *texts* that are drawn as a letter and a mark, or as several marks.

    They are those with a canonical decomposition (Unicode 3.7) for which there is no glyph, and the
    marks that no letter takes in. *glyphs* are the code points for which the fonts have one.
    """
    written = "\n".join(texts)
    composed = set(unicodedata.normalize("NFC", written))
    in_parts = {sign for sign in composed if _is_in_parts(sign, glyphs)}
    return sorted(
        sign if sign in written else unicodedata.normalize("NFD", sign)[-1] for sign in in_parts
    )


def _is_in_parts(character: str, glyphs: Container[int]) -> bool:
    if unicodedata.combining(character):
        return True
    has_parts = unicodedata.normalize("NFD", character) != character
    return has_parts and ord(character) not in glyphs


def located(
    problems: Sequence[Problem], templates: "Templates", *versions: tuple[bytes, str] | None
) -> list[Problem]:
    """The *problems* of a rendering, with each missing character where it stands in its file.

    That is in the first of *versions*, the content of the data and perhaps of older ones with their
    names, that holds it; or else in the user's own *templates*. What stands in none of them, since
    a style sheet writes it as an escape, is told as it was.
    """
    missing = {str(each.details["characters"]) for each in problems if each.code == MISSING}
    searches: list[Callable[[set[str]], list[Problem]]] = [
        partial(_in_data, code, *version)
        for code, version in zip(CODES, versions, strict=True)
        if version
    ]
    searches += [partial(_in_template, templates, name) for name in FORMS["pdf"].templates]
    placed: list[Problem] = []
    for search in searches:
        if missing:
            placed += search(missing)
            written = "".join(str(each.details["characters"]) for each in placed)
            missing -= {*written, *danish.composed(written)}
    others = [problem for problem in problems if problem.code != MISSING]
    unplaced = [problem for problem in problems if problem.details.get("characters") in missing]
    return [*others, *placed, *unplaced][:MOST_PROBLEMS]


def _in_data(code: str, content: bytes, file: str, missing: Collection[str]) -> list[Problem]:
    """The places of the *missing* characters in a file of data, up to MOST_PROBLEMS."""
    found = Source(files.decoded(content, file), file)
    values, _ = parser.parse(found, VOCABULARY)
    runs = _runs(missing)
    parts = (Fragment(text, *run.span()) for text in scalars(values) for run in runs.finditer(text))
    return [
        Problem(code, found.of(part), {"characters": part.text[part.start : part.end]})
        for part in islice(parts, MOST_PROBLEMS)
    ]


def _in_template(templates: "Templates", name: str, missing: Collection[str]) -> list[Problem]:
    """The places of the *missing* characters in a template."""
    template = Source(templates.read(name), str(templates.path(name)))
    return [
        Problem(MISSING, template.place(*run.span()), {"characters": run[0]})
        for run in _runs(missing).finditer(template.text)
    ]


def _runs(missing: Collection[str]) -> re.Pattern[str]:
    """What finds *missing* characters that follow each other, and what a mark stands on."""
    wanted = "".join(map(re.escape, sorted(missing)))
    marks = "".join(sign for sign in sorted(missing) if unicodedata.category(sign)[0] == "M")
    # A letter that is there, if a mark that is missing follows it; then what is missing, and what
    # joins it, as in an emoji of several.
    base = rf"(?:[^\s{wanted}][{JOINING}]*(?=[{marks}]))?" if marks else ""
    # A letter that is printed as one character may be written as a letter and a mark.
    in_parts = "".join(
        f"|{re.escape(parts)}"
        for sign in sorted(missing)
        if (parts := unicodedata.normalize("NFD", sign)) != sign
    )
    return re.compile(f"(?:{base}[{wanted}]{in_parts})[{wanted}{JOINING}]*")
