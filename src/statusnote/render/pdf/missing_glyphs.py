"""Where a character stands that the fonts of the PDF lack."""

import re
import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from statusnote import files
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound
from statusnote.plan.model import KEYS
from statusnote.reading import parser
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode
from statusnote.reading.source import Source
from statusnote.render.forms import FORMS

if TYPE_CHECKING:
    from statusnote.render.templates import Templates

CODES = ("E507", "E710")  # of the data, and of the older ones
# What makes one emoji of several (Unicode Technical Standard #51, 1.4): joiners, forms, and tags.
JOINING = "\u200d\ufe00-\ufe0f\U000e0020-\U000e007f"


def drawn_in_parts(texts: Iterable[str], glyphs: Container[int]) -> list[str]:
    """The characters in *texts* that are drawn as a letter and a mark, or as several marks.

    They are those with a canonical decomposition (Unicode 3.7) for which there is no glyph, and the
    marks that no letter takes in. *glyphs* are the code points for which the fonts have one.
    """
    written = "\n".join(texts)
    composed = set(unicodedata.normalize("NFC", written))
    in_parts = {each for each in composed if _is_in_parts(each, glyphs)}
    return sorted(
        each if each in written else unicodedata.normalize("NFD", each)[-1] for each in in_parts
    )


def _is_in_parts(character: str, glyphs: Container[int]) -> bool:
    if unicodedata.combining(character):
        return True
    has_parts = unicodedata.normalize("NFD", character) != character
    return has_parts and ord(character) not in glyphs


@contextmanager
def placed(templates: "Templates", *versions: tuple[bytes, str] | None) -> Iterator[None]:
    """Raises what is raised inside, with each missing character where it stands in its file.

    That is in the first of *versions*, the content of the data and perhaps of older ones with their
    names, that holds it; or else in the user's own *templates*.
    """
    try:
        yield
    except ProblemsFound as found:
        missing = {str(each.details["characters"]) for each in found.problems if _is_glyph(each)}
        if not missing:
            raise
        problems = [each for each in found.problems if not _is_glyph(each)]
        for code, version in zip(CODES, versions, strict=True):
            if version and missing:
                problems += _in_data(code, missing, *version)
        problems += _in_templates(missing, templates)
        problems += [each for each in found.problems if each.details.get("characters") in missing]
        raise ProblemsFound(problems[:MOST_PROBLEMS]) from found


def _is_glyph(found: Problem) -> bool:
    return found.code == "E507"


def _in_data(code: str, missing: set[str], content: bytes, file: str) -> list[Problem]:
    """The places of the *missing* characters in a file of data; those found miss no more."""
    found = Source(files.decoded(content, file), file)
    values, _ = parser.parse(found, KEYS)
    runs = _runs(missing)
    parts = [Fragment(text, *run.span()) for text in _texts(values) for run in runs.finditer(text)]
    wanted = [part.text[part.start : part.end] for part in parts]
    missing.difference_update(*wanted)
    return [
        Problem(code, found.of(part), {"characters": characters})
        for part, characters in zip(parts[:MOST_PROBLEMS], wanted, strict=False)
    ]


def _in_templates(missing: set[str], templates: "Templates") -> list[Problem]:
    """The places of the *missing* characters in templates; those found miss no more."""
    problems = []
    for name in FORMS["pdf"].templates if missing else ():
        found = Source(templates.read(name), str(templates.path(name)))
        for run in list(_runs(missing).finditer(found.text)) if missing else ():
            problems.append(Problem("E507", found.place(*run.span()), {"characters": run[0]}))
            missing.difference_update(run[0])
    return problems


def _runs(missing: Collection[str]) -> re.Pattern[str]:
    """What finds *missing* characters that follow each other, and what a mark stands on."""
    wanted = "".join(map(re.escape, sorted(missing)))
    marks = "".join(each for each in sorted(missing) if unicodedata.category(each)[0] == "M")
    base = rf"(?:[^\s{wanted}][{JOINING}]*(?=[{marks}]))?" if marks else ""
    return re.compile(f"{base}[{wanted}](?:[{wanted}{JOINING}]*)")


def _texts(value: Node) -> Iterator[ScalarNode]:
    """All the texts in *value*, keys among them: the recipient of a grant is one."""
    if isinstance(value, ScalarNode):
        yield value
        return
    held = chain.from_iterable(value.items()) if isinstance(value, MappingNode) else value
    for each in held:
        yield from _texts(each)
