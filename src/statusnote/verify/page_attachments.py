"""A note as web page → what it carries: its data, and the record of what made it.

A page may come from anybody. Nothing of it is run, and nothing else of it is read than what a note
of ours has.
"""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

import brotli

from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.files import LIMIT
from statusnote.render.forms import FORMS
from statusnote.render.record import HISTORY_NAME, META, Record, in_policy
from statusnote.verify.carried import OURS, Attachments, is_ours, is_recorded

DESCRIBED = re.compile(rf'<meta name="{META}([a-z]+)" content="([^"<>]*)">')
FILE = re.compile(
    r'<script type="[a-z/]+" id="([^"<>]+)" data-packed="br base64">([A-Za-z0-9+/=]*)</script>'
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"<>]*)">')
FILES = (*OURS, HISTORY_NAME)
_, STYLE_NAME, SCRIPT_NAME = FORMS["html"].templates


def read(content: bytes, file: str) -> Attachments:
    """All that the note *content* carries. Raises ProblemsFound, reported under *file*."""
    try:
        text = decoded(content)
        found = FILE.findall(text)
        files = dict(_unpacked(found))
    except (ValueError, brotli.error) as error:
        raise ProblemsFound([problem("E803", file)]) from error
    described = DESCRIBED.findall(text)
    known = {field.name: "" for field in fields(Record)}
    record = Record(**known | {name: value for name, value in described if name in known})
    if not is_ours(record) or len({name for name, _ in described}) < len(described):
        raise ProblemsFound([problem("E802", file)])
    names = Counter(name for name, _ in found)
    changed = [name for name, each in files.items() if not is_recorded(name, each, record)]
    return Attachments(
        record,
        files,
        (*changed, *_unlike_policy(text)),
        tuple(sorted(name for name in names if name not in FILES or names[name] > 1)),
    )


def decoded(content: bytes) -> str:
    """The text of a page, its lines ended as everywhere. Raises ValueError."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def elements(text: str, name: str) -> list[str]:
    """What stands in the elements of that *name*, without attributes, in a page.

    One search for each would take time that grows with its square where they have no end.
    """
    return [behind.partition(f"</{name}>")[0] for behind in text.split(f"<{name}>")[1:]]


def _unpacked(found: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The files that a note of ours has, which together may fill LIMIT. Raises ValueError."""
    room = LIMIT
    for name, packed in found:
        if name in FILES:
            try:
                content = _decompressed(base64.b64decode(packed, validate=True), room)
            except binascii.Error as error:
                raise ValueError from error
            room -= len(content)
            yield name, content


def _decompressed(packed: bytes, most: int) -> bytes:
    """What is *packed*, of *most* bytes. Raises ValueError and brotli.error."""
    unpacking = brotli.Decompressor()
    content: bytes = unpacking.process(packed, output_buffer_limit=most + 1)
    if len(content) > most or not unpacking.is_finished():
        raise ValueError
    return content


def _unlike_policy(text: str) -> Iterator[str]:
    """The names of the style and the script, where they are not those that the policy allows."""
    policies = POLICY.findall(text)
    for name, kind in ((STYLE_NAME, "style"), (SCRIPT_NAME, "script")):
        found = elements(text, kind)
        allowed = f"{kind}-src 'sha256-{in_policy(found[0])}';" if len(found) == 1 else None
        if len(policies) != 1 or allowed is None or allowed not in policies[0]:
            yield name
