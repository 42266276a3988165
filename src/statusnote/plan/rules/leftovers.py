"""What was left in a text by hand or by a program: W709, W710, W712."""

from collections.abc import Iterator

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.prose import GAP, HIDDEN, is_blank
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment


def nothing_is_left_to_fill_in(plan: RawPlan) -> Iterator[Finding]:
    """What stood in for words that were to come is gone. A house rule.

    Takes: Der er givet [beløb] til det.
    Leaves: Se [beløb](https://sst.dk/xx) og [sic].
    """
    for text in filter(is_blank, plan.prose.texts):
        yield Finding("W709", Fragment(text, 0, len(text)), {"written": text.strip()})
    for written, part in plan.prose.matches(PLACEHOLDER):
        yield Finding("W709", part, {"written": written})


TO_FILL_IN = rf"(?i:(?:indsæt|udfyld)[^\[\]<>{GAP}]*|tekst|navn|dato|beløb|antal)"
MORE_X = r"[xX]*+(?:[.,/-][xX]{2,})*(?!\w)"
PLACEHOLDER = (
    rf"xx(?<!\wxx){MORE_X}|XX(?<!\wXX){MORE_X}"  # xx, xxxx, xx.xx.xx
    r"|TODO(?<!\wTODO)\b|TBD(?<!\wTBD)\b|FIXME(?<!\wFIXME)\b|N\.N\.(?<![\w.]N\.N\.)"
    rf"|\[{TO_FILL_IN}\](?![({HIDDEN}])"  # [indsæt tal], but no text of a link
    rf"|<{TO_FILL_IN}>"
    r"|\?\?\?+"
    r"|Lorem ipsum|lorem ipsum"
)


def text_holds_no_html(plan: RawPlan) -> Iterator[Finding]:
    """HTML means nothing in a paragraph: it is printed as the characters that it is.

    Takes: Det er sket.<br>Nu er det slut.
    Leaves: Det er 3 < 5 hos AT&T; og <brev> er intet.
    """
    if "<" in plan.prose.whole or "&" in plan.prose.whole:
        for written, part in plan.prose.matches(HTML):
            yield Finding("W710", part, {"written": written})


HTML = (
    # The tags of text, tables and lists, which begin or end something,
    r"</?(?i:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small"
    r"|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    # with or without attributes;
    rf"(?:\s[^<>={GAP}]*=[^<>{GAP}]*|\s*+/?)>"
    # comments; and characters by their name or number.
    r"|<!--|&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
)


def characters_are_whole(plan: RawPlan) -> Iterator[Finding]:
    """No letter was lost, or became another, when a text was read in a wrong encoding and saved.

    Takes: Det er sÃ¦rligt.
    Leaves: Han kom fra São Paulo til Ålborg.
    """
    for sign, broken in BROKEN:
        if sign in plan.prose.whole:
            for written, part in plan.prose.matches(broken):
                yield Finding("W712", part, {"written": written})


IN_WORD = r"(?<=[A-Za-zÆØÅæøå]{})(?=[a-zæøå])"  # behind a sign that stands between two letters
# Each with the sign that it begins with.
BROKEN = (
    # UTF-8, read as Windows-1252: æ ø å Æ Ø Å é É ü ö ä, – — ’ “ ‘ ” … and § » « ° ½;
    ("Ã", "Ã[¦¸¥†˜…©‰¼¶¤]"),
    ("â", "â€[“”™œ\u02dc\x9d¦]"),
    ("Â", "Â[§»«°½]"),
    # as Mac Roman;
    ("√", "√[¶∏•ÜòÖ©âº∂§]"),
    ("‚", "‚Ä[ìîôúùò¶]"),
    ("¬", "¬[ªß´∞†Ω]"),
    # as DOS (CP850 or CP437), where it becomes a part of a box;
    *((sign, rf"{sign}[^\s{GAP}]") for sign in "├┬"),
    ("Ô", "ÔÇ[ôöÖ£Øÿª]"),
    # as Cyrillic (Windows-1251); and as the hexadecimal digits of mail and of addresses.
    ("Г", "Г[¦ёҐ†\u0098…]"),
    ("=", "=C3=[89AB][0-9A-F]"),
    ("%", "%C3%[89AB][0-9A-F]"),
    # Windows-1252, DOS or Mac Roman read as another of them: an æ, ø or å inside a word.
    *((sign, sign + IN_WORD.format(sign)) for sign in "µ°Õ┼‘›†Ê¯Â¾¿Œ"),
    # What stands for a letter that was lost: in any place, inside a word or where it begins.
    ("\ufffd", "\ufffd"),
    ("?", rf"\?(?<=[^\W\d_]\?)(?=[a-zæøå])|\?(?<=[\s{GAP}]\?)(?=[a-zæøå]{{2}})"),
)
