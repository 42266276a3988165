"""What an answer says otherwise than the data that it was asked of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statusnote.plan.scalars import Number


@dataclass(frozen=True, order=True)
class Cell:
    """A cell of a workbook: `SBM.xlsx`, `Status`, `D7`."""

    file: str
    sheet: str
    ref: str

    @property
    def place(self) -> str:
        """What a problem with it is reported under: `SBM.xlsx, Status!D7`."""
        return f"{self.file}, {self.sheet}!{self.ref}"


class Of(StrEnum):
    """What of an initiative is edited; but for the first two, one of several."""

    STATUS = "status"
    ACCOUNT = "account"
    PART = "parts"
    MILESTONE = "milestones"
    GRANT = "grants"
    INDICATOR = "indicators"


@dataclass(frozen=True)
class NewBlock:
    """A part of an account that the data don't have so: a paragraph (the key is empty) or a list.

    *key* is `list` or `numbered_list`, and *texts* are the items; a paragraph is one text.
    """

    key: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Edit:
    """One edit of the initiative of this *number*, by the data that the answer was asked of.

    *index* is the place, from 0, of what is edited among its kind in the initiative (grants: in all
    lists of its account); None for the status and the account, and for what is new.

    *values* are texts by the keys of the data, as a caseworker would write them there: `status`;
    `met`, `due` (where it was moved to another time); `amount`, `recipient`; `latest`, `measured`;
    for a new milestone `what` and `due`, for a new grant `recipient` and `amount`. *cells* are
    where each was read, that of an account or of what is dropped under an empty key. What is
    *dropped* has no values.

    An *account* is what it says now, part by part: the place of one that it had, or a new one.
    """

    number: Number
    of: Of
    index: int | None
    values: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    dropped: bool = False
    account: tuple[int | NewBlock, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a workbook says: of whom, to which data (their SHA-256, in hex), and its edits."""

    file: str
    party: str
    data: str
    edits: tuple[Edit, ...]
