"""What a rule finds."""

from collections.abc import Mapping
from typing import NamedTuple

from statusnote.reading.parser import Part, Value


class Finding(NamedTuple):
    """What breaks a rule: where it stands, and the *other* place, where there are two."""

    code: str
    where: Value | Part
    details: Mapping[str, object]
    other: Value | Part | None = None
