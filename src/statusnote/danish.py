"""The Danish of the note: amounts, dates, status sentences, and what stays together on a line."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

NO_BREAK = "\u00a0"
WORD_JOINER = "\u2060"
ZERO_WIDTH_SPACE = "\u200b"
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september"),
    *("oktober", "november", "december"),
)


def kroner(figure: str) -> str:
    """A *figure* as an amount: `2.830.850 kr.`, `4,5 mio. kr.`; `500 t.kr.` is one already.

    Its spaces are no-break spaces.
    """
    return (figure if figure.endswith("kr.") else f"{figure} kr.").replace(" ", NO_BREAK)


def capitalized(word: str) -> str:
    """*word* as it begins a sentence or a heading."""
    return word[:1].upper() + word[1:]


def counted(shown: int, total: int, one: str, many: str) -> str:
    """`26 initiativer`, or `10 af 26 initiativer` where not all are shown: of *one*, and *many*."""
    noun = one if total == 1 else many
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


def ordinal(number: int | str) -> str:
    """The number of an initiative before its title: `9.`, but `1.1` and `1a` as they are."""
    return f"{number}." if isinstance(number, int) else number


def day(value: date) -> str:
    """`10. april 2025`, with a no-break space behind the day."""
    return f"{value.day}.{NO_BREAK}{MONTHS[value.month - 1]} {value.year}"


def due(written: str) -> str:
    """A vague date as it is said: `31. december 2026`, `juli 2025`, `ultimo 2026`, `løbende`."""
    if "-" not in written:
        return written
    year, *rest = map(int, written.split("-"))
    return day(date(year, *rest)) if len(rest) == 2 else f"{MONTHS[rest[0] - 1]} {year}"


def days(count: int) -> str:
    """`1 dag`, `38 dage`."""
    return f"{number(count)}{NO_BREAK}{'dag' if count == 1 else 'dage'}"


def moved(earlier: Sequence[str]) -> str:
    """`flyttet fra 2025`, beside the date that it is now; each of several is named, and counted."""
    times = f" {number(len(earlier))} gange" if len(earlier) > 1 else ""
    return f"flyttet{times} fra {' over '.join(map(due, earlier))}"


def last_day(due: str) -> date | None:
    """The last day that a vague date can mean, if it is one: *due* comes from `scalars.read_due`.

    A year is divided in three for `primo`, `medio` and `ultimo` (a rule of ours: the words name no
    days), into the seasons of DMI, in which winter ends in February of the next year, and before
    the pupils' summer holiday, which begins on the last Saturday of June (folkeskoleloven, § 14 a).
    """
    if not due[-1].isdigit():
        return None
    words, year, rest = _parts(due)
    if len(rest) == 2:
        return date(year, *rest)
    if words == "inden sommerferien":
        june = date(year, 6, 30)
        return june - timedelta((june.weekday() + 2) % 7 + 1)
    month = rest[0] if rest else _months(words)[1]
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def first_day(due: str) -> date | None:
    """The first day that a vague date can mean, if it is one, by the rule of `last_day`.

    What is to happen before a time or in the course of it can happen from the year's beginning, and
    winter can be that which ends in the year.
    """
    if not due[-1].isdigit():
        return None
    words, year, rest = _parts(due)
    if len(rest) == 2:
        return date(year, *rest)
    return date(year, rest[0] if rest else _months(words)[0], 1)


def _parts(due: str) -> tuple[str, int, list[int]]:
    """The words of a vague date, its year, and its month and day as far as it has them."""
    words, _, when = due.rpartition(" ")
    year, *rest = map(int, when.split("-"))
    return words, year, rest


def _months(words: str) -> tuple[int, int]:
    """The first and the last month that *words* before a year can mean.

    The last one is above 12 in the year after it.
    """
    if words.endswith(("kvartal", "halvår")):
        length = 3 if words.endswith("kvartal") else 6
        last = int(words[0]) * length
        return last - length + 1, last
    return next((months for word, months in _MONTHS.items() if words.startswith(word)), (1, 12))


_MONTHS = {
    "primo": (1, 4),
    "begyndelsen": (1, 4),
    "medio": (5, 8),
    "midten": (5, 8),
    "ultimo": (9, 12),
    "slutningen": (9, 12),
    "ved udgangen": (12, 12),
    "forår": (3, 5),
    "sommer": (6, 8),
    "efterår": (9, 11),
    "vinter": (1, 14),
}


def composed(text: str) -> str:
    """*text* in the characters under which it is searched and compared.

    A letter and its accent are one character (Normalization Form C, Unicode Standard Annex #15),
    and the ligatures of U+FB00 to U+FB06, which a text brings from a PDF, are their letters.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))


_LIGATURES = dict(zip(range(0xFB00, 0xFB07), "ff fi fl ffi ffl st st".split(), strict=True))


def plain(text: str) -> str:
    """Text with ordinary spaces and without what has no width, so that it is found as typed."""
    return text.replace(NO_BREAK, " ").replace(WORD_JOINER, "").replace(ZERO_WIDTH_SPACE, "")


@lru_cache(maxsize=2_000)  # texts that a note has many times, and the next one has again
def keep_together(text: str) -> str:
    """*text* with a no-break space, or behind a hyphen a word joiner, where a line must not end.

    A hyphen of the text's own is never last on a line, where it would be taken for a division:
    neither inside a word nor in `social- og …` or `… og -området`, where it stands for a part of
    one (Retskrivningsordbogen, § 57). Behind it, a line may begin even with a no-break space, but
    for a word joiner between them (UAX #14, LB12a). The rest is typographic custom. A figure stays
    with its unit or month, `i` and `ultimo` with their year, `§`, `ca.` and the like with their
    figure; a capital letter, a code in brackets, `m.v.` and an asterisk stay with the word before
    them; and no line begins with a dash. Spaces of other widths, which the fonts lack, become one
    of the usual two.
    """
    text = re.sub(_SPACE_BEHIND_HYPHEN, NO_BREAK, keep_words_together(text))
    return re.sub(_HYPHEN, f"-{WORD_JOINER}", text)


def keep_words_together(text: str) -> str:
    """*text* as keep_together has it, but for the hyphens, behind which a browser ends a line."""
    text = text.translate(_ORDINARY)
    for place in _TOGETHER:
        text = re.sub(place, NO_BREAK, text)
    return text


_WIDE = (*range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x205F, 0x3000)
_ORDINARY = {
    **dict.fromkeys(_WIDE, " "),
    **dict.fromkeys((0x2007, 0x202F), NO_BREAK),  # of a figure's width, and a narrow one
    0x2011: "-",  # a no-break hyphen: no line ends at a hyphen anyway
}
_UNITS = (
    r"kr\.|t\.kr\.|kroner|mio\.|mia\.|millioner|milliarder|pct\.|%|procent"
    r"|måned|års?\b|dag(?:e|es|s)?\b|uger?s?\b"
)
# Strings, which `re` compiles when a note is first set, and keeps: few commands set one.
_TOGETHER = (
    rf"(?<=\d) (?={_UNITS})|(?<=mi[oa]\.) (?=kr\.|kroner)",
    rf"(?<=\d\.) (?=(?:{'|'.join(MONTHS)}|kvartal|halvår)\b)",
    r"(?i:(?<=\bi)|(?<=\bprimo)|(?<=\bmedio)|(?<=\bultimo)) (?=\d{4}\b)",
    r"(?i:(?<=\binden)) (?=sommerferien\b)|(?<=\bsommerferien) (?=\d{4}\b)",
    r"(?<=§) (?=\d)",
    r"(?i:(?<=\bca\.)|(?<=\bnr\.)|(?<=\bkl\.)|(?<=\bs\.)|(?<=\bd\.)) (?=\d)",
    r"(?i:(?<=\bstk\.)|(?<=\bkap\.)) (?=\d)",
    r" (?=\*(?:$|[\s,.;:)]))",
    r"(?<=\w) (?=[A-ZÆØÅ](?![\w-])|\([A-ZÆØÅ]{2,}\)|m\.[vm]\.|mv\.)",
    r"(?<=\S) (?=–\s)",
)
_SPACE_BEHIND_HYPHEN = r"(?<=\S-) (?=\w)"
_HYPHEN = rf"-(?=[^\s{WORD_JOINER}]|{NO_BREAK})"
