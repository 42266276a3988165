"""What a command did."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """What a command did. *out* and *err* are whole."""

    code: int
    out: str
    err: str
