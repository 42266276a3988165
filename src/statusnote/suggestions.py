"""What somebody probably meant to write."""

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """The one of *known* that *word* was probably meant to be, or nothing."""
    by_fold = {name.casefold(): name for name in known}
    letters = sorted(word.casefold())
    matches = difflib.get_close_matches(word.casefold(), by_fold)
    matches.sort(key=lambda match: sorted(match) != letters)  # SMB is SBM before it is SUM
    return by_fold[matches[0]] if matches else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """The question whether *word* was meant to be the closest of *known*, or nothing."""
    guess = closest(word, known)
    return f"Mente du »{guess}«? " if guess else ""
