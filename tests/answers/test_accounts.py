"""An account as the text of a cell, and what a text that came back says of it."""

import string
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusnote.answers import accounts
from statusnote.answers.cell_texts import normal
from statusnote.answers.edits import NewBlock
from statusnote.plan.field_types import LONGEST_PARAGRAPH
from statusnote.plan.model import Block, Grant
from statusnote.plan.scalars import read_amount

MARKER = "[Tilskud 1: se arket »Tilskud«]"
GRANT = Grant.model_construct(recipient="Bakkeby Kommune", amount=read_amount("1.250.000"))


def paragraph(text: str) -> Block:
    return Block.model_construct(paragraph=text)


def bullets(*items: str) -> Block:
    return Block.model_construct(paragraph=None, list=items)


def numbers(*items: str) -> Block:
    return Block.model_construct(paragraph=None, numbered_list=items)


def grants() -> Block:
    return Block.model_construct(paragraph=None, grants=(GRANT,))


ACCOUNT = (
    paragraph("Puljen er udmøntet."),
    grants(),
    bullets("Rådgivning.", "Kurser."),
    numbers("Først.", "Så."),
    paragraph("Projekterne løber til 2027."),
)
TEXT = f"""\
Puljen er udmøntet.

{MARKER}

• Rådgivning.
• Kurser.

1. Først.
2. Så.

Projekterne løber til 2027."""
ALL = (0, 1, 2, 3, 4)


def new(*texts: str, key: str = "") -> NewBlock:
    return NewBlock(key, texts)


def new_list(*texts: str) -> NewBlock:
    return NewBlock("list", texts)


def new_numbers(*texts: str) -> NewBlock:
    return NewBlock("numbered_list", texts)


def test_an_account_is_written_with_an_empty_line_between_its_parts() -> None:
    assert accounts.written(ACCOUNT) == TEXT


UNCHANGED: dict[str, Callable[[str], str]] = {
    "as it was": lambda text: text,
    "with the ends of lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "with those of a Mac before 2001": lambda text: text.replace("\n", "\r"),
    "with Word's line breaks": lambda text: text.replace("\n", "\v"),
    "without empty lines": lambda text: text.replace("\n\n", "\n"),
    "with more empty lines": lambda text: text.replace("\n\n", "\n\n\n \t \n"),
    "with empty lines before and behind": lambda text: f"\n\n{text}\n \n",
    "with spaces around its lines": lambda text: text.replace("\n", "  \n\t"),
    "with no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "with tabs behind its signs": lambda text: text.replace("• ", "•\t"),
    "with letters and their accents apart": lambda text: text.replace("å", "a\u030a"),
    "with what has no width": lambda text: text.replace("e", "e\u200b\u2060\ufeff\xad"),
}


@pytest.mark.parametrize("typed", UNCHANGED.values(), ids=UNCHANGED)
def test_what_nobody_sees_changes_nothing(typed: Callable[[str], str]) -> None:
    assert accounts.read(typed(TEXT), ACCOUNT) == ALL


@pytest.mark.parametrize(
    ("old", "written", "expected"),
    [
        ("Puljen er udmøntet.", "Puljen er fordelt.", (new("Puljen er fordelt."), 1, 2, 3, 4)),
        ("\n\nProjekterne løber til 2027.", "", (0, 1, 2, 3)),
        ("2027.", "2027.\n\nNyt.", (*ALL, new("Nyt."))),
        ("2027.", "2027.\nNyt.\nMere.", (*ALL, new("Nyt."), new("Mere."))),
        (
            "• Kurser.",
            "• Kurser.\n• Mere.",
            (0, 1, new_list("Rådgivning.", "Kurser.", "Mere."), 3, 4),
        ),
        ("• Kurser.\n\n", "• Kurser.\n\n• Mere.\n\n", (0, 1, 2, new_list("Mere."), 3, 4)),
        (
            "2. Så.",
            "2. Så.\n3. Til sidst.",
            (0, 1, 2, new_numbers("Først.", "Så.", "Til sidst."), 4),
        ),
        ("1. Først.\n2. Så.", "1. Først.", (0, 1, 2, new("1. Først."), 4)),
        ("1. Først.\n2. Så.", "2. Så.\n3. Ja.", (0, 1, 2, new("2. Så."), new("3. Ja."), 4)),
        (MARKER, f"{MARKER}\n\n{MARKER}", (0, new(MARKER), 1, 2, 3, 4)),
        (f"{MARKER}\n\n", "", (0, 2, 3, 4)),
        ("2027.", "2027.\n\n• Rådgivning.\n• Kurser.", (*ALL, new_list("Rådgivning.", "Kurser."))),
        ("2027.", "2027.\n\n1. Først.\n2. Så.", (*ALL, new_numbers("Først.", "Så."))),
        ("2027.", "2027.\n\nPuljen er udmøntet.", (*ALL, new("Puljen er udmøntet."))),
        ("Puljen", "Puljen\nhar", (new("Puljen"), new("har er udmøntet."), 1, 2, 3, 4)),
    ],
)
def test_what_was_written_otherwise_is_told(
    old: str, written: str, expected: tuple[int | NewBlock, ...]
) -> None:
    assert TEXT.count(old) == 1
    assert accounts.read(TEXT.replace(old, written), ACCOUNT) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ()),
        (" \n\t\n", ()),
        (
            "Indsatsen er:\n• a\n• b\nDet er alt.",
            (new("Indsatsen er:"), new_list("a", "b"), new("Det er alt.")),
        ),
        ("•\ta\n·\tb\n▪\tc\n◦\td\n‣ e", (new_list("a", "b", "c", "d", "e"),)),
        ("\uf0b7\ta\n\uf0a7\tb", (new_list("a", "b"),)),
        ("§\ta\nØ\tb\nü\tc\nq\td\nv\te", (new_list("a", "b", "c", "d", "e"),)),
        ("o\ta\no\tb", (new_list("a", "b"),)),
        ("•a\n•b", (new_list("a", "b"),)),
        ("- a\n- b", (new_list("a", "b"),)),
        ("– a\n— b\n* c", (new_list("a", "b", "c"),)),
        ("- a", (new_list("a"),)),
        ("• • a", (new_list("• a"),)),
        ("– og det er alt.", (new("– og det er alt."),)),
        ("*Loven* gælder.", (new("*Loven* gælder."),)),
        ("-5 grader", (new("-5 grader"),)),
        ("•", (new("•"),)),
        ("§ 5 i loven\n§ 6 i loven", (new("§ 5 i loven"), new("§ 6 i loven"))),
        ("1) a\n2) b\n10) c", (new_numbers("a", "b"), new("10) c"))),
        ("1.\ta\n2.\tb", (new_numbers("a", "b"),)),
        ("1. a", (new("1. a"),)),
        ("1. maj 2026.\n2. juni 2026.", (new("1. maj 2026."), new("2. juni 2026."))),
        ("1. a\n2. b\n1. c\n2. d", (new_numbers("a", "b"), new_numbers("c", "d"))),
        ("a) x\nb) y", (new("a) x"), new("b) y"))),
        ("• a\n1. b\n2. c\n• d", (new_list("a"), new_numbers("b", "c"), new_list("d"))),
        ("»Godt«, “good” og ’ok’ – ja", (new("»Godt«, “good” og ’ok’ – ja"),)),
        ("a\xa0\u2009b\t c", (new("a b c"),)),
        ("børne\u2011 og\x1e ung\x1fdom", (new("børne- og- ungdom"),)),
    ],
)
def test_what_is_pasted_becomes_paragraphs_and_lists(
    written: str, expected: tuple[NewBlock, ...]
) -> None:
    assert accounts.read(written, ()) == expected


def test_paragraphs_that_look_like_lists_and_markers_are_what_they_were() -> None:
    account = [paragraph(text) for text in ("- a", "1. b", "2. c", MARKER, "• d")]
    assert accounts.read(accounts.written(account), account) == ALL


def test_a_list_of_which_one_item_looks_like_a_date_is_copied_as_one() -> None:
    account = [numbers("maj", "juni")]
    written = accounts.written(account * 2)
    assert accounts.read(written, account) == (0, new_numbers("maj", "juni"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MARKER, True),
        (accounts.TOO_LONG, True),
        ("[Tilskud 2: se arket]", True),
        ("Tilskud 1: se arket", False),
        ("Se [tilskud 1]", False),
    ],
)
def test_a_marker_is_known(text: str, expected: bool) -> None:
    assert accounts.is_marker(text) is expected


@pytest.mark.parametrize(("text", "expected"), [("a", False), ("😀", True)])
def test_a_cell_holds_so_many_units_of_utf_16(text: str, expected: bool) -> None:
    assert accounts.is_too_long(text * accounts.LONGEST) is expected
    assert accounts.is_too_long("a" * (accounts.LONGEST + 1))


# Texts as the data can have them: with something to be seen in each, and on one line.
WORDS = st.text(
    st.sampled_from(f"{string.ascii_letters}æøå0123456789.)-–•*o [](): «»\xa0"), max_size=20
)
TEXTS = (
    WORDS.map(lambda text: " ".join(text.split()))
    .filter(bool)
    .filter(lambda text: len(text) < LONGEST_PARAGRAPH)
)
AWKWARD = st.sampled_from(
    [MARKER, "• a", "- a", "1. a", "2. b", "o a", "1. maj", accounts.TOO_LONG]
)
LINES = TEXTS | AWKWARD
ITEMS = st.lists(LINES, min_size=1, max_size=3)
BLOCKS = (
    LINES.map(paragraph)
    | st.builds(lambda items: bullets(*items), ITEMS)
    | st.builds(lambda items: numbers(*items), ITEMS)
    | st.builds(grants)
)
ACCOUNTS = st.lists(BLOCKS, max_size=6)


@given(ACCOUNTS)
@settings(max_examples=80)
def test_an_account_that_was_not_changed_is_the_same(account: list[Block]) -> None:
    assert accounts.read(accounts.written(account), account) == tuple(range(len(account)))


# Parts that can be told from each other, and that look like nothing else.
PLAIN = st.text("abcdæøå", min_size=1, max_size=6)
NEW = (
    st.builds(lambda text: NewBlock("", (f"Nyt {text}",)), PLAIN)
    | st.builds(lambda texts: new_list(*texts), st.lists(PLAIN, min_size=1, max_size=3))
    | st.builds(lambda texts: new_numbers(*texts), st.lists(PLAIN, min_size=2, max_size=3))
)


def block_of(new_block: NewBlock) -> Block:
    made = {"": lambda *texts: paragraph(*texts), "list": bullets, "numbered_list": numbers}
    return made[new_block.key](*new_block.texts)


@given(st.data())
@settings(max_examples=80)
def test_what_is_dropped_put_in_replaced_and_moved_is_told_exactly(data: st.DataObject) -> None:
    account = data.draw(
        st.lists(BLOCKS, max_size=6, unique_by=lambda b: normal(accounts.written([b])))
    )
    chunks = accounts.chunks(account)
    kept: list[int | NewBlock] = list(
        data.draw(
            st.permutations(range(len(account))).map(
                lambda p: p[: data.draw(st.integers(0, len(p)))]
            )
        )
    )
    for block in data.draw(st.lists(NEW, max_size=3)):
        if normal(accounts.written([block_of(block)])) not in map(normal, chunks):
            kept.insert(data.draw(st.integers(0, len(kept))), block)
    written = accounts.BETWEEN.join(
        chunks[part] if isinstance(part, int) else accounts.written([block_of(part)])
        for part in kept
    )
    assert accounts.read(written, account) == tuple(kept)
