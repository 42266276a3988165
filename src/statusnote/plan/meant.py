"""What was probably meant by a value that can't be read, in the way in which it can be."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import takewhile

from statusnote import danish
from statusnote.diagnostics.suggestions import closest
from statusnote.plan.scalars import (
    UNITS_WRITTEN,
    read_amount,
    read_day,
    read_due,
    read_figure,
)
from statusnote.plan.statuses import USUAL, Statuses, Takes, divided


def status(written: str, known: Statuses) -> str:
    """The one of *known* that was probably meant, with the year or the date that was *written*.

    Where what means something else is near, too, nobody knows.
    """
    written = re.sub(r"^initiativet (er )?|\.$", "", written, flags=re.IGNORECASE)
    phrase, when = _phrase_and_when(written, known)
    kinds = {
        kind.phrase: kind
        for kind in known.listed
        if _may_be_meant(phrase.casefold(), kind.phrase.casefold())
    }
    guess = closest(phrase, kinds)
    if not guess:
        return ""
    others = [other for other in kinds if kinds[other].meaning != kinds[guess].meaning]
    if guess.casefold() != phrase.casefold() and closest(phrase, others):
        return ""
    if kinds[guess].takes is Takes.YEAR:
        return f"{guess} i {when if re.fullmatch('[1-9][0-9]{3}', when) else '…'}"
    return f"{guess} {when or '…'}" if kinds[guess].takes is Takes.DATE else guess


def _phrase_and_when(written: str, known: Statuses) -> tuple[str, str]:
    """What was *written* before the year or the date that *known* statuses take, and that."""
    if known is USUAL:
        phrase, _, year = written.partition(" i ")
        return phrase, year
    dated = (pair for pair in divided(written) if pair[1] and _readable(pair[1], read_due))
    return max(dated, key=lambda pair: len(pair[1]), default=(written, ""))


def _may_be_meant(written: str, phrase: str) -> bool:
    """Whether *written* may be a slip for *phrase*, and is not nearly its opposite.

    Never are `afsluttet` for `afsluttes`, `gennemført delvist` for `gennemført`, and what denies it
    for what doesn't.
    """
    words, known = written.split(), phrase.split()
    if len(words) != len(known) or _is_denied(words) != _is_denied(known):
        return False
    return not any(map(_is_another_form, words, known))


def _is_denied(words: Iterable[str]) -> bool:
    return any(word in ("ikke", "ej") or word.startswith("u") for word in words)


def _is_another_form(word: str, other: str) -> bool:
    """Whether two verbs differ in their ending alone, and so in what has been done by now.

    `forsinkt` and `forsinket` don't, since both say what is done.
    """
    alike = takewhile(lambda letters: letters[0] == letters[1], zip(word, other, strict=False))
    start = len(list(alike))
    return word[-1:] != other[-1:] and {word[start:], other[start:]} <= ENDINGS


ENDINGS = {"t", "s", "r", "te", "es", "et", "er"}


def amount(written: str) -> str:
    """The amount that was probably meant: by `4.5 mio.` 4,5 mio., by `500 tkr` 500 t.kr."""
    match = re.fullmatch(AMOUNT, written, re.IGNORECASE)
    if not match:
        return ""
    figures, written = match[1].replace(" ", "."), match[2] or ""
    units = UNITS_WRITTEN.items()
    unit = next((unit for unit, way in units if re.fullmatch(way, written, re.IGNORECASE)), "")
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", figures):  # as in English
        figures = figures.translate(str.maketrans(",.", ".,"))
    elif re.fullmatch(r"[0-9]+\.[0-9]{1,2}", figures):
        figures = figures.replace(".", ",")
    return _readable(f"{figures} {unit}" if unit else figures.removesuffix(",00"), read_amount)


# Figures, a unit, and the kroner behind or before them.
AMOUNT = (
    r"(?:(?:dkk|kr\.?) ?)?([0-9]+(?:[., ][0-9]+)*)"
    rf"(?: ?({'|'.join(UNITS_WRITTEN.values())})\.?)?(?: ?(?:kr\.?|kroner|dkk)|,-)?"
)


def figure(written: str) -> str:
    """The figure that was probably meant: by `12.5` 12,5, and by `42 pct.` 42."""
    match = re.match(r"-?[0-9]+(?:[.,][0-9]+)*", written)
    return _readable(re.sub(r"\.(?=[0-9]{1,2}$)", ",", match[0]), read_figure) if match else ""


def due(written: str) -> str:
    """The date that was probably meant: by `maj 26` maj 2026, by `31/12/26` 31. december 2026."""
    return _of_this_century(written, read_due)


def day(written: str) -> str:
    """The day that was probably meant by one of a year of two figures."""
    return _of_this_century(written, lambda whole: read_day(whole).isoformat())


def _of_this_century(written: str, read: Callable[[str], str]) -> str:
    """What *read* makes of a date whose year has two figures, if it is certain which ones.

    They may stand first or last, so that `31-12-26` can be two days.
    """
    found = []
    for whole in {f"20{written}", re.sub("(?<![0-9])(?=[0-9]{2}$)", "20", written)}:
        with suppress(ValueError):
            found.append(danish.plain(danish.due(read(whole))))
    return found[0] if len(found) == 1 else ""


def _readable(guess: str, read: Callable[[str], object]) -> str:
    try:
        read(guess)
    except ValueError:
        return ""
    return guess


def grant(written: str) -> str:
    """The grant that was probably meant by a row of a table, or one with another colon."""
    for gap in re.finditer(r"(?<=[\w.)])(?: ?[:;：] ?| )(?=[0-9])", written):
        given = written[gap.end() :]
        if meant := _readable(given, read_amount) or amount(given):
            return f"{written[: gap.start()]}: {meant}"
    return ""


def milestone(written: str) -> str:
    """The milestone that was probably meant by one with another colon than that of YAML."""
    what, colon, due = written.partition("：")
    return f"{what.strip()}: {due.strip()}" if colon and _readable(due.strip(), read_due) else ""
