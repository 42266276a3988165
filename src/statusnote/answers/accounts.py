"""An account as the text of one cell, and what such a text says of it."""

from collections.abc import Iterable

from statusnote.plan.model import Block

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
    return len(text.encode("utf-16-le")) // 2 > LONGEST or text.count("\n") > MOST_BREAKS


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
