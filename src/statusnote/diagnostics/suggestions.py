"""What somebody probably meant to write."""

import difflib
from collections.abc import Iterable

LONGEST_WORD = 100  # characters; comparing two takes time that grows with their product


def closest(word: str, known: Iterable[str]) -> str:
    """The one of *known* that *word* was probably meant to be, or nothing."""
    if len(word) > LONGEST_WORD:
        return ""
    by_fold = {name.casefold(): name for name in known if len(name) <= LONGEST_WORD}
    letters = sorted(word.casefold())
    matches = difflib.get_close_matches(word.casefold(), by_fold)
    matches.sort(key=lambda match: sorted(match) != letters)  # SMB is SBM before it is SUM
    return by_fold[matches[0]] if matches else ""
