"""How much a problem weighs."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the note, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
