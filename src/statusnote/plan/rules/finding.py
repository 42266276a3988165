"""What a rule finds."""

from collections.abc import Mapping
from typing import NamedTuple

from statusnote.reading.nodes import Fragment, Node


class Finding(NamedTuple):
    """What breaks a rule: where it stands, and the *other* place, where there are two."""

    code: str
    where: Node | Fragment
    details: Mapping[str, object]
    other: Node | Fragment | None = None
