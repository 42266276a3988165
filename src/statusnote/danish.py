"""The Danish of the note: amounts, dates, status sentences, and what stays together on a line."""

import re
from datetime import date

from statusnote.model import Amount, Status, StatusKind

NO_BREAK = "\u00a0"
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september"),
    *("oktober", "november", "december"),
)


def status_sentence(status: Status) -> str:
    """The fixed sentence that opens an account: `Initiativet er gennemført.`"""
    verb = "" if status.kind in _VERBS else "er "
    return f"Initiativet {verb}{status.phrase}."


_VERBS = (StatusKind.ON_TRACK, StatusKind.ENDS)


def amount(amount: Amount) -> str:
    """`2.830.850 kr.`, or `4,5 mio. kr.` where it was written so, with no-break spaces."""
    figure = amount.written if amount.rounded else number(amount.kroner)
    return f"{figure} kr.".replace(" ", NO_BREAK)


def total(kroner: int, rounded: bool) -> str:
    """A sum in kroner: `13.000.000 kr.`, or `ca. 16.000.000 kr.` where a part of it is rounded."""
    return f"{'ca. ' if rounded else ''}{number(kroner)} kr.".replace(" ", NO_BREAK)


def counted(shown: int, total: int) -> str:
    """`26 initiativer`, or `10 af 26 initiativer` where not all are shown."""
    noun = "initiativ" if total == 1 else "initiativer"
    return (
        f"{number(total)} {noun}"
        if shown == total
        else f"{number(shown)} af {number(total)} {noun}"
    )


def number(value: int) -> str:
    """A whole number with points between the thousands: `2.500`.

    Source: Folketingets retskrivningsvejledning, »Tal eller bogstaver«.
    """
    return f"{value:,}".replace(",", ".")


def day(value: date) -> str:
    """`10. april 2025`, with a no-break space behind the day."""
    return f"{value.day}.{NO_BREAK}{MONTHS[value.month - 1]} {value.year}"


def keep_together(text: str) -> str:
    """*text* with no-break spaces where a line must not end.

    Behind a figure before its unit or month, behind `§`, `ca.` and the like before their figure,
    before an asterisk that marks what stands before it, and behind the hyphen of `social- og …`
    (Retskrivningsordbogen, § 57.1.d, on the hyphen that stands for a part of a word).
    """
    for place in _TOGETHER:
        text = place.sub(NO_BREAK, text)
    return text


_UNITS = (
    r"kr\.|kroner|mio\.|mia\.|millioner|milliarder|pct\.|%|procent"
    r"|måned|års?\b|dag(?:e|es|s)?\b|uger?s?\b"
)
_TOGETHER = (
    re.compile(rf"(?<=\d) (?={_UNITS})|(?<=mi[oa]\.) (?=kr\.|kroner)"),
    re.compile(rf"(?<=\d\.) (?=(?:{'|'.join(MONTHS)}|kvartal)\b)"),
    re.compile(r"(?<=§) (?=\d)"),
    re.compile(r"(?i:(?<=\bca\.)|(?<=\bnr\.)|(?<=\bkl\.)|(?<=\bs\.)) (?=\d)"),
    re.compile(r"(?i:(?<=\bstk\.)|(?<=\bkap\.)) (?=\d)"),
    re.compile(r" (?=\*(?:$|[\s,.;:)]))"),
    re.compile(r"(?<=\w-) (?=(?:og|eller|samt)\b)"),
)
