"""How numbers and amounts are written: W701, W702, W703, W711, W715."""

import re
from collections.abc import Iterator

from statusnote import danish
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan


def thousands_have_points(plan: RawPlan) -> Iterator[Finding]:
    """A number of four digits or more has points, where the file writes another one with points.

    Source: Folketingets retskrivningsvejledning, »Tal eller bogstaver«, on quantities and amounts.

    Takes: Der er givet 25000 kr. til 1.500 læger.
    Leaves: Det har CVR 12345678, og 1.500 læger kom i 2024.
    """
    prose = plan.prose
    if pointed := re.search(WITH_POINTS, prose.whole):
        other = prose.part(*pointed.span())
        for match in filter(_is_quantity, re.finditer(WITHOUT_POINTS, prose.whole)):
            details = {"written": match[0], "better": danish.number(int(match[0]))}
            yield Finding("W701", prose.part(*match.span()), details, other)


def _is_quantity(number: re.Match[str]) -> bool:
    """Whether it is no postal code, and no number that something or someone has."""
    start, end = number.span()
    before = number.string[max(start - NEAR, 0) : start]
    after = number.string[end : end + NEAR]
    if re.match(UNIT, after):
        return True
    if end - start in LENGTHS_OF_NAMES or re.search(NAMED_BY_NUMBER, before):
        return False
    return end - start > 4 or not re.match(TOWN, after)


WITH_POINTS = (
    r"[1-9](?<![\w.,§/-][1-9])"  # no part of another number, and no section of an act
    r"\d{0,2}(?:\.\d{3})+"
    r"(?!\w|\.\d)"  # and of no date, as 10.04.2025
)
UNIT = (
    r"(?:,-|\s?(?:kr|kroner|mio|mia|personer|deltagere|borgere|børn|unge|kvinder|mænd|ofre|familier"
    r"|medarbejdere|læger|sager|timer|pladser|eksemplarer|håndbøger)\b)"
)
WITHOUT_POINTS = (
    # Behind nothing that makes it part of a date, a range, an address or an identifier,
    r"[1-9](?<![\w.,:/=+#§-][1-9])(?<!–[1-9])"
    r"[0-9]{3,14}+"
    # nor before it, as in 2023-2026, 2500@sum.dk and 3392 9300;
    r"(?![\w/@-]|–|[.,:]\d|\s\d)"
    # and no year, unless it counts something: 2000 kr.
    rf"(?:(?<!\b(?:1[789]|20)\d\d)|(?={UNIT}))"
)
# What stands before a number that names something.
NAMED_BY_NUMBER = (
    r"(?:"
    # An act's section, and what a compound may end with: sagsnr., sagsnummer, voldshotlinen.
    r"§|(?i:nr|nummer|numre|stk|spørgsmål|hotlinen?"
    # What stands alone: of telephones, times, pages, accounts, and years, with or without a day.
    r"|\b(?:spm|tlf|telefon|mobil|ring|ring til|kl"
    rf"|side|konto|kode|postboks|år|året|årene|{'|'.join(danish.MONTHS)}))"
    # Capitals: of bills and acts, of companies and places, of books and standards.
    r"|\b(?:L|B|LOV|LBK|BEK|VEJ|CVR|SE|EAN|GLN|ISBN|ISSN|ISO|EN)"
    # A first half, of a telephone number.
    r"|\d(?=\s)"
    r")\.?:?\s?"
    # And others before it that are named together: nr. 1234, 1235 og …
    r"(?:\d[\d.]*(?:,|\s(?:og|eller|til|samt))\s)*\Z"
)
TOWN = r"\s[A-ZÆØÅ][a-zæøå]"  # behind a postal code
NEAR = 40  # characters, in which every such word and some numbers find room
LENGTHS_OF_NAMES = (8, 10, 13)  # telephone and CVR number; P number; EAN and ISBN


def kroner_have_a_point(plan: RawPlan) -> Iterator[Finding]:
    """The abbreviation of `kroner` has a point. Source: Retskrivningsordbogen, § 42.1.a.

    Takes: Der er givet 50.000 kr til det.
    Leaves: Der er givet 50.000 kr. til 3 krav.
    """
    for _, part in plan.prose.matches(KR):
        yield Finding("W702", part, {})


KR = r"kr(?![\w.])(?:(?<=[\d.]kr)|(?<=[\d.]\skr)|(?<=\bmi[oa]\skr))"


def millions_have_a_point(plan: RawPlan) -> Iterator[Finding]:
    """The abbreviations of `million` and `milliard` have a point. Source: as for kroner.

    Takes: Der er givet 4,5 mio kroner til det.
    Leaves: Der er givet 4,5 mio. kroner til det.
    """
    for written, part in plan.prose.matches(MILLIONS):
        yield Finding("W711", part, {"written": written, "better": f"{written}."})


MILLIONS = r"mi[oa](?![\w.])(?:(?<=\dmi[oa])|(?<=\d\smi[oa]))"


def amounts_are_no_ordinals(plan: RawPlan) -> Iterator[Finding]:
    """A point behind a number makes an ordinal of it. Source: Retskrivningsordbogen, § 42.3.

    Takes: Der er givet 50.000. kr. til det.
    Leaves: Der er givet 50.000 kr. til det 2. krav.
    """
    prose = plan.prose
    for match in re.finditer(ORDINAL_AMOUNT, prose.whole):
        start, end = _start_of_number(prose.whole, match.start()), match.start() + 1
        written = prose.whole[start:end]
        yield Finding("W703", prose.part(start, end), {"written": written, "better": written[:-1]})


def _start_of_number(text: str, end: int) -> int:
    start = end
    while start and text[start - 1] in "0123456789.,":
        start -= 1
    return start


ORDINAL_AMOUNT = r"\.(?<=[0-9]\.)\s?(?:kr|kroner|mi[oa])\b"


def decimals_have_a_comma(plan: RawPlan) -> Iterator[Finding]:
    """In Danish, decimals follow a comma, while points stand between the thousands.

    Takes: Andelen er 3.5 pct., og beløbet 4.5 mio. kr.
    Leaves: Andelen er 3,5 pct. af de 1.500 mio. kr., ifølge afsnit 4.5.
    """
    prose = plan.prose
    for match in re.finditer(ENGLISH_DECIMALS, prose.whole):
        start, end = _start_of_number(prose.whole, match.start()), match.end()
        written = prose.whole[start:end]
        if written.count(".") == 1 and "," not in written:
            details = {"written": written, "better": written.replace(".", ",")}
            yield Finding("W715", prose.part(start, end), details)


ENGLISH_DECIMALS = (
    r"\.(?<=[0-9]\.)[0-9]{1,2}"
    r"(?=\s?(?:%|(?:pct|procent|procentpoint|mi[oa]|millioner|milliarder)\b))"
)
