"""What a text that was pasted brings from its Word file or PDF: E407, W714."""

import re
from collections.abc import Iterator

from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.misreadings import SYMBOLS
from statusnote.reading.nodes import Fragment


def paragraphs_hold_no_list(plan: RawPlan) -> Iterator[Finding]:
    """A list that was pasted into a paragraph would be printed as one run of text.

    A bullet makes a list wherever it stands; a dash, a letter and a number do where they begin
    lines of the file, as they may also stand in a sentence.

    Takes: `• Rådgivning. • Kurser.`, and lines of one paragraph that begin with `1)` and `2)`.
    Leaves: `Der er 1) rådgivning og 2) kurser – og mere.`
    """
    for paragraph in plan.prose.paragraphs:
        if max(paragraph, default="") >= "•" and (bullet := re.search(BULLET, paragraph)):
            mark, start = bullet[0], bullet.start()
        elif lines := _list(plan.lines(paragraph)):
            mark, rest = lines[0].split(maxsplit=1)
            words = r"\s+".join(map(re.escape, (mark, *rest.split()[:2])))
            first = re.search(rf"(?<!\S){words}", paragraph)
            start = first.start() if first else 0
        else:
            continue
        yield Finding("E407", Fragment(paragraph, start, start + len(mark)), {"mark": mark})


# The first in Unicode is `•`. Those of Word are of its fonts Symbol and Wingdings, U+F000 to
# U+F0FF.
BULLET = rf"(?<!\S)[{SYMBOLS}\uf000-\uf0ff]"


def _list(lines: list[str]) -> list[str]:
    """Those *lines* that are items of a list; none where they are lines of a sentence."""
    marked = [
        (before, line, mark[1])
        for before, line in zip(["", *lines], lines, strict=False)
        if (mark := re.match(MARK, line))
    ]
    kinds = {
        kind: [(before, line) for before, line, mark in marked if re.fullmatch(kind, mark)]
        for kind in LEAST
    }
    for kind, items in kinds.items():
        opens = not items or not items[0][0] or items[0][0].endswith((".", ":", ";", "!", "?"))
        if len(items) >= LEAST[kind] + (not opens):
            return [line for _, line in items]
    return []


MARK = r"([-–—·*o]|(?:\d{1,2}|[a-z])[.)])\s+\S"
# How many lines make a list, by what they begin with; one more where no sentence ends before it.
LEAST = {"o": 1, "-": 1, "[–—·*]": 2, r"(?:\d{1,2}|[a-z])\)": 2, r"\d{1,2}\.": 3}


def words_are_whole(plan: RawPlan) -> Iterator[Finding]:
    """A word that was divided at the end of a line in a PDF is put together again.

    Takes: Det er et led i ligestil- lingsarbejdet.
    Leaves: Det er børne- og ungeområdet, social- eller sundhedsområdet og op-/nedad.
    """
    whole = plan.prose.whole
    if not any(sign in whole for sign in ("- ", "-\n", "\u2010")):
        return
    for divided in re.finditer(DIVIDED, whole):
        start = divided.start()
        while start and whole[start - 1].isalpha():
            start -= 1
        first, second = whole[start : divided.start()], divided[1]
        better = f"{first}-{second}" if first.isupper() else f"{first}{second}"
        part = plan.prose.part(start, divided.end())
        yield Finding("W714", part, {"written": whole[start : divided.end()], "better": better})


# What follows the first half of a word that the second stands for, too (Retskrivningsordbogen,
# § 57), and is never the end of a word that was divided.
JOINING = (
    "og|eller|samt|som|til|men|såvel|både|enten|ikke|henholdsvis|hhv|respektive|resp|kontra|contra"
    "|versus|vs|plus|minus|inkl|ekskl|i|på|for|fra|med|af|over|under"
)
DIVIDED = rf"[-\u2010](?<=[^\W\d_].)[ \n]+(?!(?:{JOINING})\b)([a-zæøå]+)"
