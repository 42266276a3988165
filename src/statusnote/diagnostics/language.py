"""The languages that statusnote speaks to its users in, and a text in each of them."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """The languages that problems are reported in."""

    DANISH = "da"
    ENGLISH = "en"


class Wording(NamedTuple):
    """A text in each language. What stands in braces is put in by whoever shows it."""

    danish: str
    english: str

    def said_in(self, language: Language) -> str:
        """The text in *language*."""
        return self.danish if language is Language.DANISH else self.english
