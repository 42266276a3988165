"""The real file, changed at random: each mutant by its number, and the same each time."""

import os
import re
import signal
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from support.project import REAL
from support.soundness import assert_sound

from statusnote import commands
from statusnote.diagnostics.severity import Severity
from statusnote.render.forms import FORMS

CONTENT = REAL.read_bytes()
LONGEST = 20  # seconds of the processor, for a mutant; it takes a tenth of one
STRANGE = (
    *(bytes([byte]) for byte in range(256)),
    *(sign.encode() for sign in "\ufeff\u2028\xa0\u200b’😀\uff1a•“"),
    *(b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b'"', b"'", b"|\n", b">\n", b"#", b"&a ", b"*a"),
    *(b"!!int ", b"<<: ", b"\n---\n", b"\n...\n", b"\r", b"\r\n", b"\t", b"\xff\xfe", b"{antal}"),
)


def read(number: int, folder: Path) -> None:
    """Validate a mutant, and render it if it can be. Taking too long ends the process."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    content = mutant(number)
    os.chdir(folder)
    Path("plan.yaml").write_bytes(content)
    problems = commands.validate(["plan.yaml"])
    assert_sound(content, problems)
    if all(each.severity == Severity.WARNING for each in problems):
        commands.render_note("plan.yaml", commands.Wanted([FORMS["md"]]), "plan.md")


def mutant(number: int) -> bytes:
    """The real file, mutated in one to four ways."""
    random = Random(number)
    content = CONTENT
    for mutate in random.choices(MUTATIONS, k=random.choice((1, 1, 2, 4))):
        content = mutate(content, random)
    return content


def _lines_deleted(content: bytes, random: Random) -> bytes:
    lines, start, end = _some_lines(content, random)
    return b"".join([*lines[:start], *lines[end:]])


def _lines_doubled(content: bytes, random: Random) -> bytes:
    lines, start, end = _some_lines(content, random)
    return b"".join([*lines[:end], *lines[start:]])


def _lines_swapped(content: bytes, random: Random) -> bytes:
    lines, start, end = _some_lines(content, random)
    middle = random.randint(start, end)
    return b"".join([*lines[:start], *lines[middle:end], *lines[start:middle], *lines[end:]])


def _lines_moved_sideways(content: bytes, random: Random) -> bytes:
    lines, start, end = _some_lines(content, random)
    by = random.choice((1, 2, 4, -1, -2, -4))
    moved = [b" " * by + line if by > 0 else re.sub(b"^ {,%d}" % -by, b"", line) for line in lines]
    return b"".join([*lines[:start], *moved[start:end], *lines[end:]])


def _truncated(content: bytes, random: Random) -> bytes:
    return content[: random.randint(0, len(content))]


def _bytes_deleted(content: bytes, random: Random) -> bytes:
    start, end = _span(content, random)
    return content[:start] + content[end:]


def _bytes_swapped(content: bytes, random: Random) -> bytes:
    start, end = _span(content, random)
    middle = random.randint(start, end)
    return content[:start] + content[middle:end] + content[start:middle] + content[end:]


def _bytes_inserted(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.choice(STRANGE) * random.choice((1, 1, 1, 3)) + content[at:]


def _spliced(content: bytes, random: Random) -> bytes:
    at, (start, end) = random.randint(0, len(content)), _span(CONTENT, random)
    return content[:at] + CONTENT[start:end] + content[at:]


def _letters_taken_apart(content: bytes, _: Random) -> bytes:
    return unicodedata.normalize("NFD", content.decode(errors="replace")).encode()


def _saved_as_utf_16(content: bytes, random: Random) -> bytes:
    encoding = random.choice(("utf-16", "utf-16-le", "utf-16-be"))
    return content.decode(errors="replace").encode(encoding)


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _lines_deleted,
    _lines_doubled,
    _lines_swapped,
    _lines_moved_sideways,
    _truncated,
    _bytes_deleted,
    _bytes_swapped,
    _bytes_inserted,
    _spliced,
    _letters_taken_apart,
    _saved_as_utf_16,
)


def _some_lines(content: bytes, random: Random) -> tuple[list[bytes], int, int]:
    """The lines of *content*, and from where to where to change them."""
    lines = content.splitlines(keepends=True)
    start = random.randint(0, len(lines))
    return lines, start, min(start + random.choice((1, 1, 2, 5, 40)), len(lines))


def _span(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(content))
    return start, min(start + random.choice((1, 1, 2, 10, 100, 2_000)), len(content))
