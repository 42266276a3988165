"""Rules about the Danish of the note: numbers, abbreviations, stops, spaces, quotes, leftovers.

All texts are searched at once, with patterns that begin with a character that is rare or quickly
found; what a pattern looks back at stands behind it. None takes longer than the text is long.
Patterns are strings, which `re` compiles when they are first needed, and keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate

from statusnote import danish
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.walking import labels, paragraphs
from statusnote.reading.nodes import Fragment, MappingNode, ScalarNode

# Two characters that no file may hold: what stands between two texts, and instead of an address.
GAP, HIDDEN = "\x00", "\x01"


def check(plan: MappingNode) -> Iterator[Finding]:
    """All that looks wrong in the Danish of *plan*."""
    prose = Prose([*paragraphs(plan)], [*labels(plan)])
    for rule in RULES:
        yield from rule(prose)


class Prose:
    """The texts of a note, and the *whole* of them in one string, with the addresses hidden."""

    def __init__(self, paragraphs: list[ScalarNode], labels: list[ScalarNode]) -> None:
        self.paragraphs = paragraphs
        self.texts = paragraphs + labels
        self.whole = GAP.join(map(_without_addresses, self.texts))

    def part(self, start: int, end: int) -> Fragment:
        """The part of a text that stands in the whole from *start* to before *end*."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        return Fragment(self.texts[number], start - first, end - first)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + len(GAP) for text in self.texts)]


def _without_addresses(text: str) -> str:
    for sign, address in ADDRESSES:
        if sign in text:
            text = re.sub(address, _hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])


REST = r"[^\s()\[\]<>]*[^\s()\[\]<>.,:;!?]"
ADDRESSES = (
    ("](", r"\((?<=\]\()[^\s)]+"),
    ("://", rf"https?://{REST}"),
    ("www.", rf"www\.{REST}"),
    ("@", r"(?<![\w.+-])[\w.+-]++@[\w.-]*\w"),
    (".dk", rf"(?<![\w.-])[\w.-]*\.dk\b(?:/{REST})?"),
)


def thousands_have_points(prose: Prose) -> Iterator[Finding]:
    """A number of four digits or more has points, where the file writes another one with points.

    Source: Folketingets retskrivningsvejledning, »Tal eller bogstaver«, on quantities and amounts.
    """
    if pointed := re.search(WITH_POINTS, prose.whole):
        other = prose.part(*pointed.span())
        for found in filter(_is_quantity, re.finditer(WITHOUT_POINTS, prose.whole)):
            details = {"written": found[0], "better": danish.number(int(found[0]))}
            yield Finding("W701", prose.part(*found.span()), details, other)


def _is_quantity(found: re.Match[str]) -> bool:
    """Whether it is no postal code, and no number that something or someone has."""
    start, end = found.span()
    before = found.string[max(start - NEAR, 0) : start]
    after = found.string[end : end + NEAR]
    if re.match(UNIT, after):
        return True
    if end - start in LENGTHS_OF_NAMES or re.search(NAMED_BY_NUMBER, before):
        return False
    return end - start > 4 or not re.match(TOWN, after)


WITH_POINTS = r"[1-9](?<![\w.,§/-][1-9])\d{0,2}(?:\.\d{3})++(?!\w|\.\d)"
UNIT = (
    r"(?:,-|\s?(?:kr|kroner|mio|mia|personer|deltagere|borgere|børn|unge|kvinder|mænd|ofre|familier"
    r"|medarbejdere|læger|sager|timer|pladser|eksemplarer|håndbøger)\b)"
)
# With nothing beside it that makes it part of a range, a date, an identifier or a telephone number;
# and no year.
WITHOUT_POINTS = (
    r"[1-9](?<![\w.,:/=+#§–-][1-9])[0-9]{3,14}+(?![\w/@–-]|[.,:]\d|\s\d)"
    rf"(?:(?<!\b(?:1[789]|20)\d\d)|(?={UNIT}))"
)
NAMED_BY_NUMBER = (
    r"(?:§|(?i:nr|nummer|numre|stk|spørgsmål|hotlinen?|\b(?:spm|tlf|telefon|mobil|ring|ring til|kl"
    rf"|side|konto|kode|postboks|år|året|årene|{'|'.join(danish.MONTHS)}))"
    r"|\b(?:L|B|LOV|LBK|BEK|VEJ|CVR|SE|EAN|GLN|ISBN|ISSN|ISO|EN)|\d(?=\s))\.?:?\s?"
    r"(?:\d[\d.]*(?:,|\s(?:og|eller|til|samt))\s)*\Z"
)
TOWN = r"\s[A-ZÆØÅ][a-zæøå]"
NEAR = 40  # characters, in which every such word and some numbers find room
LENGTHS_OF_NAMES = (8, 10, 13)  # telephone and CVR number; P number; EAN and ISBN


def kroner_have_a_point(prose: Prose) -> Iterator[Finding]:
    """The abbreviation of `kroner` has a point. Source: Retskrivningsordbogen, § 42.1.a."""
    for found in re.finditer(KR, prose.whole):
        yield Finding("W702", prose.part(*found.span()), {})


KR = r"kr(?![\w.])(?:(?<=[\d.]kr)|(?<=[\d.]\skr)|(?<=\bmi[oa]\skr))"


def millions_have_a_point(prose: Prose) -> Iterator[Finding]:
    """The abbreviations of `million` and `milliard` have a point. Source: as for kroner."""
    for found in re.finditer(MILLIONS, prose.whole):
        details = {"written": found[0], "better": f"{found[0]}."}
        yield Finding("W711", prose.part(*found.span()), details)


MILLIONS = r"mi[oa](?![\w.])(?:(?<=\dmi[oa])|(?<=\d\smi[oa]))"


def amounts_are_no_ordinals(prose: Prose) -> Iterator[Finding]:
    """A point behind a number makes an ordinal of it. Source: Retskrivningsordbogen, § 42.3."""
    for found in re.finditer(ORDINAL_AMOUNT, prose.whole):
        start, end = _start_of_number(prose.whole, found.start()), found.start() + 1
        written = prose.whole[start:end]
        yield Finding("W703", prose.part(start, end), {"written": written, "better": written[:-1]})


def _start_of_number(text: str, end: int) -> int:
    start = end
    while start and text[start - 1] in "0123456789.,":
        start -= 1
    return start


ORDINAL_AMOUNT = r"\.(?<=[0-9]\.)\s?(?:kr|kroner|mi[oa])\b"


def stops_stand_once_and_close(prose: Prose) -> Iterator[Finding]:
    """A full stop or a comma stands once, and close behind its word. A house rule."""
    for stray in STRAY_STOPS:
        for found in re.finditer(stray, prose.whole):
            yield Finding("W704", prose.part(*found.span()), {"written": found[0]})


STRAY_STOPS = (r"\.\.(?<!\.\.\.)(?!\.)", r",,+", r" \.(?![\w.])", r" ,(?![\d,])")


def paragraphs_end(prose: Prose) -> Iterator[Finding]:
    """A paragraph ends with a full stop, or with what may stand instead of it. A house rule."""
    for paragraph in prose.paragraphs:
        if paragraph.endswith(ENDS) or _is_blank(paragraph):
            continue
        words = _without_closing_marks(paragraph)
        ending = "".join(words.split()[-1:]).lstrip(MARKS)
        if ending and not ending.endswith(ENDS):
            part = Fragment(paragraph, len(words) - len(ending), len(words))
            yield Finding("W705", part, {"ending": ending})


def _without_closing_marks(paragraph: str) -> str:
    words = paragraph.rstrip(MARKS)
    shown, link, target = words.rpartition("](")
    if link and re.fullmatch(LINK_TARGET, target):
        words = shown.rstrip(MARKS)
    return words.rstrip()


ENDS = (".", "?", "!", ":", "…")
# Spaces, emphasis, escapes, brackets and quotation marks.
MARKS = " \t\n\xa0" r"*_\()[]" "»«›‹\"'’‘‚”“„"
LINK_TARGET = r"[^\s)]+"


def spaces_are_single(prose: Prose) -> Iterator[Finding]:
    """One space stands between two words on a line. A house rule."""
    for spaces in MORE_SPACES:
        for found in re.finditer(spaces, prose.whole):
            yield Finding("W706", prose.part(*found.span()), {})


# One for each space that a row can begin with, for speed.
MORE_SPACES = tuple(
    rf"{space}[ \xa0](?<=[^\s{GAP}]{space}.)[ \xa0]*+(?![\n{GAP}]|\Z)" for space in " \xa0"
)


def quotes_are_of_one_kind(prose: Prose) -> Iterator[Finding]:
    """Quotation marks are of one kind in all of a text. Source: Retskrivningsordbogen, § 58.

    That apostrophes go with them is a house rule.
    """
    if not any(quote in prose.whole for quote in "\"'"):
        return
    if typographic := re.search("[’‘‚”“„»«›‹]", prose.whole):
        other = prose.part(*typographic.span())
        for found in re.finditer("[\"']", prose.whole):
            yield Finding("W707", prose.part(*found.span()), {"written": found[0]}, other)


def abbreviations_have_one_form(prose: Prose) -> Iterator[Finding]:
    """An abbreviation has one form in a file: its first, in the paragraphs, then in other texts.

    Which are one and the same: Retskrivningsordbogen, § 42.1.a and 42.2. To use only one of them
    is a house rule. What is emphasised is left out, for an act is named as it was passed.
    """
    first: dict[str, tuple[str, re.Match[str]]] = {}
    for found in re.finditer(ABBREVIATION, re.sub(EMPHASISED, _hidden, prose.whole)):
        (written,) = filter(None, found.groups())
        form = " ".join(written.lower().split())
        letters = form.replace(".", "").replace(" ", "")
        house, where = first.setdefault(OTHER_LETTERS.get(letters, letters), (form, found))
        if form != house:
            better = house.capitalize() if written[0].isupper() else house
            details = {"written": written, "better": better}
            yield Finding("W708", prose.part(*_span(found)), details, prose.part(*_span(where)))


def _span(found: re.Match[str]) -> tuple[int, int]:
    """Where the abbreviation stands that is *found* by its last character."""
    return found.span(found.lastindex or 0)


EMPHASISED = rf"\*\w[^*{GAP}]*\*"
# Found by the point that ends it (or its x), and by what stands before that, length by length.
ABBREVIATION = (
    r"x(?<=\b((?i:fx)))\b"
    r"|\.(?:(?<=\b((?i:mv)\.))"
    r"|(?<=\b((?i:mfl|mht|pga|bla|ift|iht|dvs|osv|mio|m\.v)\.))"
    r"|(?<=\b((?i:feks|m\.fl|bl\.a|inkl|incl|mill|m\.\sv)\.))"
    r"|(?<=\b((?i:f\.eks|m\.h\.t|p\.g\.a|i\.f\.t|i\.h\.t|d\.v\.s|o\.s\.v|bl\.\sa|m\.\sfl)\.))"
    r"|(?<=\b((?i:f\.\seks)\.)))"
)
OTHER_LETTERS = {"fx": "feks", "incl": "inkl", "mill": "mio"}


def nothing_is_left_to_fill_in(prose: Prose) -> Iterator[Finding]:
    """What stood in for words that were to come is gone. A house rule."""
    for text in filter(_is_blank, prose.texts):
        yield Finding("W709", Fragment(text, 0, len(text)), {"written": text.strip()})
    for found in re.finditer(PLACEHOLDER, prose.whole):
        part = prose.part(*found.span())
        yield Finding("W709", part, {"written": _written(part)})


def _is_blank(text: str) -> bool:
    return len(text) <= LONGEST_BLANK and text.strip() in BLANKS


BLANKS = frozenset("~ null - – — ? … ...".split())
LONGEST_BLANK = 8  # with a space or two
TO_FILL_IN = rf"(?i:(?:indsæt|udfyld)[^\[\]<>{GAP}]*|tekst|navn|dato|beløb|antal)"
MORE_X = r"[xX]*+(?:[.,/-][xX]{2,})*(?!\w)"
PLACEHOLDER = (
    rf"xx(?<!\wxx){MORE_X}|XX(?<!\wXX){MORE_X}"
    r"|TODO(?<!\wTODO)\b|TBD(?<!\wTBD)\b|FIXME(?<!\wFIXME)\b|N\.N\.(?<![\w.]N\.N\.)"
    rf"|\[{TO_FILL_IN}\](?![({HIDDEN}])|<{TO_FILL_IN}>|\?\?\?+|Lorem ipsum|lorem ipsum"
)


def text_holds_no_html(prose: Prose) -> Iterator[Finding]:
    """HTML means nothing in a paragraph: it is printed as the characters that it is."""
    if "<" in prose.whole or "&" in prose.whole:
        for found in re.finditer(HTML, prose.whole):
            part = prose.part(*found.span())
            yield Finding("W710", part, {"written": _written(part)})


HTML = (
    r"</?(?i:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small"
    r"|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    rf"(?:\s[^<>={GAP}]*=[^<>{GAP}]*|\s*+/?)>"
    r"|<!--|&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)


def characters_are_whole(prose: Prose) -> Iterator[Finding]:
    """No letter was lost, or became two, when UTF-8 was read as Windows-1252 and saved again."""
    if any(sign in prose.whole for sign in "ÃâÂ\ufffd"):
        for found in re.finditer(BROKEN, prose.whole):
            yield Finding("W712", prose.part(*found.span()), {"written": found[0]})


BROKEN = "Ã[¦¸¥†˜…©‰¼¶¤]|â€[“”™œ\u02dc\x9d¦]|Â[§»«°½]|\ufffd"


def _written(part: Fragment) -> str:
    """What stands there, an address in it included."""
    return part.text[part.start : part.end]


RULES: tuple[Callable[[Prose], Iterator[Finding]], ...] = (
    thousands_have_points,
    kroner_have_a_point,
    millions_have_a_point,
    amounts_are_no_ordinals,
    stops_stand_once_and_close,
    paragraphs_end,
    spaces_are_single,
    quotes_are_of_one_kind,
    abbreviations_have_one_form,
    nothing_is_left_to_fill_in,
    text_holds_no_html,
    characters_are_whole,
)
