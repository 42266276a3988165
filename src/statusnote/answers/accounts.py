"""An account as the text of one cell, and what such a text says of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile

from statusnote import danish
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import NewBlock
from statusnote.plan.model import Block
from statusnote.reading.misreadings import SYMBOLS

BETWEEN = "\n\n"  # two parts of an account
BULLET = "• "
LONGEST = 32_767  # characters that a cell can hold, in UTF-16 (Excel's specifications and limits)
MOST_BREAKS = 253  # line breaks that it can hold (the same)
# What a cell says in place of a text that it can't hold; it is locked then, and nothing is asked.
TOO_LONG = "[Teksten er for lang til et felt i Excel. Skriv til den, der har sendt arket.]"


def in_cell(text: str) -> str:
    """What a cell says for *text*: the text, or TOO_LONG where no cell can hold it."""
    return TOO_LONG if is_too_long(text) else text


def is_too_long(text: str) -> bool:
    """Whether no cell can hold *text*, of which Excel counts the units of UTF-16."""
    return len(text.encode("utf-16-le", "replace")) // 2 > LONGEST or text.count("\n") > MOST_BREAKS


def written(account: Iterable[Block]) -> str:
    """The *account* as one text: its paragraphs and lists, an empty line between each two.

    A list has an item on each line, behind a sign or a number. A list of grants, which is answered
    in a sheet of its own, is a line in brackets, which says where in the account it stands.
    """
    return BETWEEN.join(chunks(account))


def chunks(account: Iterable[Block]) -> list[str]:
    """What is written of each block of the *account*."""
    found: list[str] = []
    lists = 0
    for block in account:
        if block.paragraph is not None:
            found.append(block.paragraph)
        elif block.grants:
            lists += 1
            found.append(f"[Tilskud {lists}: se arket »Tilskud«]")
        elif block.list:
            found.append("\n".join(f"{BULLET}{item}" for item in block.list))
        else:
            numbered = enumerate(block.numbered_list, start=1)
            found.append("\n".join(f"{number}. {item}" for number, item in numbered))
    return found


def read(text: str, account: Sequence[Block]) -> tuple[int | NewBlock, ...]:
    """What *text* makes of an *account*: the places of the parts that it had, and new ones.

    Empty lines stand between two parts. Where some are missing, as in what comes from Word, a line
    is a paragraph, and lines behind signs or numbers are a list. A part that says what it said is
    the one that it was, wherever it stands now; and each is there once.
    """
    before = [_lines(chunk) for chunk in chunks(account)]
    text = normal(re.sub(SIGN_OF_FONT, BULLET, text, flags=re.MULTILINE))
    parts = list(_parts(text.split("\n"), {*before}))
    places = _places(parts, before)
    written = dict(zip(before, account, strict=True))
    return tuple(
        places[number] if number in places else _block(lines, written.get(lines))
        for number, lines in enumerate(parts)
    )


def is_marker(text: str) -> bool:
    """Whether *text* is one that is put in for what stands elsewhere."""
    return text == TOO_LONG or re.fullmatch(MARKER, text) is not None


Lines = tuple[str, ...]  # of a part of an account, none of them empty
MARKER = r"\[Tilskud [0-9]+: .*\]"
# What Word's signs of the font Wingdings become where they are pasted without their font.
SIGN_OF_FONT = r"^[ \t]*[§Øüqv]\t+"
# An item of a list behind a sign; those of FONTS are of Symbol and Wingdings. What else can begin a
# sentence is a sign of a list only where two lines begin with it.
FONTS = "\uf000-\uf0ff"
SURE, UNSURE = rf"(?:[{SYMBOLS}{FONTS}] ?|[o-] )(?=\S)", r"[–—·*] (?=\S)"
BULLETED = re.compile(f"(?:{SURE}|{UNSURE})(.+)")
NUMBERED = re.compile(rf"([0-9]{{1,2}})[.)] (?!(?:{'|'.join(danish.MONTHS)})\b)(.+)")


def _lines(chunk: str) -> Lines:
    return tuple(normal(chunk).split("\n"))


def _parts(lines: list[str], known: set[Lines]) -> Iterator[Lines]:
    """The parts that *lines* are: those *known*, and lists and paragraphs."""
    for holds_text, group in groupby(lines, key=bool):
        chunk = tuple(group)
        if chunk in known:
            yield chunk
        elif holds_text:
            yield from _split(chunk)


def _split(chunk: Lines) -> Iterator[Lines]:
    """The lists and paragraphs that lines without an empty one among them are."""
    start = 0
    while start < len(chunk):
        count = max(_bulleted(chunk, start), _numbered(chunk, start), 1)
        yield chunk[start : start + count]
        start += count


def _bulleted(lines: Lines, start: int = 0) -> int:
    """How many of *lines* from *start* are the items of a list with signs."""
    items = list(takewhile(BULLETED.fullmatch, _from(lines, start)))
    return len(items) if len(items) > 1 or (items and re.match(SURE, items[0])) else 0


def _numbered(lines: Lines, start: int = 0) -> int:
    """How many of *lines* from *start* are items with numbers, of which two make a list."""
    count = 0
    for number, line in enumerate(_from(lines, start), start=1):
        item = NUMBERED.fullmatch(line)
        if not item or int(item[1]) != number:
            break
        count = number
    return count if count > 1 else 0


def _from(lines: Lines, start: int) -> Iterator[str]:
    """Those of *lines* from *start*, none of which is looked at before it is needed."""
    return (lines[number] for number in range(start, len(lines)))


def _block(lines: Lines, same: Block | None) -> NewBlock:
    """The new block that *lines* are, where none, or the *same* that stands elsewhere, says so."""
    if same and (same.list or same.numbered_list):
        return NewBlock("list" if same.list else "numbered_list", same.list or same.numbered_list)
    if _bulleted(lines):
        return NewBlock("list", tuple(_texts(BULLETED, lines)))
    if _numbered(lines):
        return NewBlock("numbered_list", tuple(_texts(NUMBERED, lines)))
    return NewBlock("", lines)


def _texts(item: re.Pattern[str], lines: Lines) -> Iterator[str]:
    return (match[match.re.groups] for match in map(item.fullmatch, lines) if match)


def _places(parts: list[Lines], before: list[Lines]) -> dict[int, int]:
    """Which of *parts* stand for which of those *before*: in their order, or else moved."""
    matches = SequenceMatcher(None, parts, before, autojunk=False).get_matching_blocks()
    places = {each.a + n: each.b + n for each in matches for n in range(each.size)}
    left = [place for place in range(len(before)) if place not in places.values()]
    for number, lines in enumerate(parts):
        place = next((place for place in left if before[place] == lines), None)
        if number not in places and place is not None:
            places[number] = place
            left.remove(place)
    return places
